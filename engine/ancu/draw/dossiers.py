"""The list that lots are drawn from, as it is frozen: dossiers by their codes, without names or numbers of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ancu.draw.canonical import NOTHING, rows_of, text_of
from ancu.errors import InputError, Problem

KIND = "ancu-draw-list"
#: What the head of a list tells: the rulebook by which it was decided, and the screened list and run it came from.
_HEAD = ("rulebook", "programme", "list_sha256", "run_sha256")
_STATUSES, _STANDINGS = ("eligible", "ineligible"), ("final", "provisional")


@dataclass(frozen=True)
class Dossier:
    """A dossier of the list.

    ``groups``: the groups of priority that it is in, in their order. ``type``: the type of flat asked for.
    ``filed``: when it was filed, as ``2026-03-02`` or ``2026-03-02 08:15``. ``record``: the SHA-256 of the line that
    proves the decision (:mod:`ancu.draw.proving`), which is kept apart.
    """

    case: str
    status: str
    standing: str
    groups: tuple[str, ...]
    type: str
    filed: str
    record: str

    @property
    def eligible(self) -> bool:
        return self.status == "eligible"


@dataclass(frozen=True)
class FrozenList:
    """The dossiers, in order of their codes, and where they came from."""

    head: Mapping[str, str]
    dossiers: tuple[Dossier, ...]

    def as_text(self) -> str:
        """The list as it is hashed."""
        rows: list[tuple[object, ...]] = [(name, self.head[name]) for name in _HEAD]
        for number, one in enumerate(self.dossiers, 1):
            groups = ",".join(one.groups) or NOTHING
            rows.append(
                ("dossier", number, one.case, one.status, one.standing, groups, one.type, one.filed, one.record)
            )
        return text_of(KIND, rows)


def list_of(text: str) -> FrozenList:
    """The list that a text says; :class:`InputError` where it says none, or names a dossier twice."""
    rows = rows_of(KIND, text)
    head = {row[0]: row[1] for row in rows[: len(_HEAD)] if len(row) == 2}
    if tuple(head) != _HEAD:
        raise InputError(Problem("draw_text_bad", {"kind": KIND, "line": 2}))
    dossiers: list[Dossier] = []
    seen: set[str] = set()
    for number, row in enumerate(rows[len(_HEAD) :], 1):
        good = len(row) == 9 and row[:2] == ["dossier", str(number)] and row[2] not in seen
        if not good or row[3] not in _STATUSES or row[4] not in _STANDINGS:
            raise InputError(Problem("draw_text_bad", {"kind": KIND, "line": number + 1 + len(_HEAD)}))
        seen.add(row[2])
        groups = tuple(row[5].split(",")) if row[5] != NOTHING else ()
        dossiers.append(Dossier(row[2], row[3], row[4], groups, *row[6:]))
    return FrozenList(head, tuple(dossiers))
