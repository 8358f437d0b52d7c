"""Two runs of a list compared: which cases came to another status, and because of what.

Cases are matched by their ids. A status changes because own cells of the case or of its people changed, or, where none
did that the programme reads, because the law did: another day, or another rulebook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ancu.decision.rendering import title_of
from ancu.messages import Language, message
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.references import use_of
from ancu.rulebook.values import ValueProblem
from ancu.screening.compare.people import PeopleChanges
from ancu.screening.compare.side import ResultCase, Side, State
from ancu.screening.results.read_back import text_of

Cause = Literal["cells", "law", "added", "removed", "rejected", "mended"]


@dataclass(frozen=True)
class CaseChange:
    """What changed for a case under a programme (None: it is in one of the runs only), and because of what."""

    case: str
    programme: str | None
    before: State | None
    after: State | None
    cause: Cause
    detail: str = ""


@dataclass
class Comparison:
    """What comparing two runs came to. ``both`` counts the cases that are in both, ``changed`` those that changed."""

    changes: list[CaseChange]
    both: int = 0
    changed: int = 0
    notices: list[str] = field(default_factory=list)

    def table(self) -> Counter[tuple[str, State, State, Cause]]:
        """Changes by programme, before, after and cause."""
        return Counter(
            (change.programme, change.before, change.after, change.cause)
            for change in self.changes
            if change.programme is not None and change.before is not None and change.after is not None
        )


Explain = Callable[[str, ResultCase, ResultCase], str]


def compare(old: Side, new: Side, explain_law: Explain, lang: Language) -> Comparison:
    """Every change from ``old`` to ``new``; ``explain_law`` says what of the law changed for a case.

    The statuses of ``old`` are held in memory, and the cells of the cases that changed; all else is read as it stands.
    """
    both = [name for name in new.shape.programmes() if name in set(old.shape.programmes())]
    comparison = Comparison([])
    states: dict[str, tuple[State | None, ...]] = {}
    known: dict[tuple[State | None, ...], tuple[State | None, ...]] = {}
    for key, case in old.cases():
        row = tuple(case.states.get(name) for name in both)
        states[key] = known.setdefault(row, row)
    changed: dict[str, ResultCase] = {}
    added: list[ResultCase] = []
    for key, case in new.cases():
        before = states.pop(key, None)
        if before is None:
            added.append(case)
            continue
        comparison.both += 1
        if any(a is not None and b is not None and a != b for a, b in _pairs(before, case, both)):
            changed[key] = case
    comparison.changed = len(changed)
    old_cells = {key: case for key, case in old.cases() if key in changed} if changed else {}
    cells = _OwnCells(old, new)
    people = PeopleChanges(old, new, {case.case for case in changed.values()}, lang)
    for key, after in changed.items():
        was = old_cells[key]
        for name in both:
            a, b = was.states.get(name), after.states.get(name)
            if a is None or b is None or a == b:
                continue
            differing = [*cells.differing(name, was, after), *people.differing(name, after.case)]
            detail = "; ".join(differing) if differing else explain_law(name, was, after)
            comparison.changes.append(CaseChange(after.case, name, a, b, "cells" if differing else "law", detail))
    then, now = old.rejected(), new.rejected()
    for added_case in added:
        cause: Cause = "mended" if added_case.case in then else "added"
        comparison.changes.append(CaseChange(added_case.case, None, None, None, cause))
    for key in states:
        case_id = key.partition("\0")[0]
        comparison.changes.append(CaseChange(case_id, None, None, None, "rejected" if case_id in now else "removed"))
    comparison.notices = list(_notices(old, new, both, lang))
    comparison.notices += [message("diff_people_lost", lang, path=path) for path in people.lost]
    return comparison


def _pairs(
    before: Iterable[State | None], case: ResultCase, names: Iterable[str]
) -> Iterator[tuple[State | None, State | None]]:
    return ((a, case.states.get(name)) for a, name in zip(before, names, strict=True))


def _notices(old: Side, new: Side, both: Sequence[str], lang: Language) -> Iterator[str]:
    """What one should know before one trusts the comparison."""
    for side in (old, new):
        if side.receipt is None:
            key = "diff_stray_receipt" if side.stray else "diff_no_receipt"
            yield message(key, lang, path=side.path)
        elif side.receipt.job.only:
            yield message("diff_only", lang, path=side.path, only=", ".join(side.receipt.job.only))
    if old.receipt is not None and new.receipt is not None:
        for side in (old, new):
            apart = [name for name in side.shape.programmes() if name not in both]
            if apart:
                titles = "; ".join(title_of(side.book, name, lang) for name in apart)
                yield message("diff_programmes", lang, path=side.path, programmes=titles)


class _OwnCells:
    """The own cells that a programme reads and that differ, said as old → new."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        before = {meaning.name: (i, header) for i, (_, header, meaning) in enumerate(old.shape.own)}
        self.columns = {
            meaning.name: (*before[meaning.name], i, header)
            for i, (_, header, meaning) in enumerate(new.shape.own)
            if meaning.name in before
        }
        self._read: dict[str, list[str]] = {}

    def differing(self, programme: str, was: ResultCase, now: ResultCase) -> list[str]:
        """Of the facts that ``programme`` depends on, and of the as-of date."""
        if programme not in self._read:
            use = use_of(self.new.book, programme).keys()
            self._read[programme] = [name for name in self.columns if name == AS_OF or name in use]
        differing = []
        for name in self._read[programme]:
            i, header, j, heading = self.columns[name]
            before, after = was.own[i], now.own[j]
            if before == after or text_of(before).strip() == text_of(after).strip():
                continue
            if self._value(self.old, header, before) != self._value(self.new, heading, after):
                differing.append(f"{heading}: {text_of(before).strip() or '–'} → {text_of(after).strip() or '–'}")
        return differing

    @staticmethod
    def _value(side: Side, header: str, cell: Any) -> Any:
        try:
            return side.cells.read(header, cell)
        except ValueProblem:
            return text_of(cell).strip()
