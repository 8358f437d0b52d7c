"""The plan of a draw as it is frozen: what the law says and what was chosen, before anybody knows the seed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ancu.draw.canonical import NOTHING, rows_of, text_of
from ancu.errors import InputError, Problem
from ancu.rulebook.draws import OPEN_POINTS

KIND = "ancu-draw-plan"
#: Stands for all types of flat where they are drawn together.
ALL = "*"
#: What may be told of a plan in one cell.
_SINGLE = ("project", "procedure", "title", "programme", "intake", "set_aside", "counted", "order", "base")
#: A number of flats.
_NUMBER = re.compile(r"[0-9]{1,9}")
_SET_ASIDE, _COUNTED, _ORDERS = ("share", "all"), ("registered", "eligible"), ("groups", "filing", "lot")


@dataclass(frozen=True)
class Flat:
    """A flat: its type, and its code where the plan lists codes. :data:`NOTHING` where it is agreed on afterwards."""

    type: str
    code: str = NOTHING


@dataclass(frozen=True)
class PublicValue:
    """What the seed also hangs on and nobody here can choose: its kind, which one, and when it comes to be known."""

    kind: str
    which: str
    at: str


@dataclass(frozen=True)
class DrawPlan:
    """What a draw follows. ``base``: the flats that the share of priority is taken of; ``groups``: in order, by title.

    ``counted`` are the dossiers that the share is counted among. ``options`` are the answers to the open points.
    """

    project: str
    procedure: str
    title: str
    programme: str
    intake: str
    set_aside: str
    counted: str
    order: str
    base: int
    flats: tuple[Flat, ...]
    groups: Mapping[str, str]
    options: Mapping[str, str]
    supervisors: Mapping[str, str]
    public: PublicValue

    @property
    def types(self) -> list[str]:
        """The types of flat, as the plan names them."""
        return list(dict.fromkeys(flat.type for flat in self.flats))

    @property
    def separate(self) -> bool:
        """Whether each type is a draw of its own."""
        return self.chosen("types") == "separate"

    def chosen(self, point: str) -> str:
        """The answer to an open point; of one that was not open here, the answer that changes nothing."""
        return self.options.get(point, _UNASKED[point])

    def stocks(self) -> dict[str, list[Flat]]:
        """What is drawn apart: each type by its name, or all flats under :data:`ALL`."""
        if not self.separate:
            return {ALL: list(self.flats)}
        return {name: [flat for flat in self.flats if flat.type == name] for name in self.types}

    def as_text(self) -> str:
        """The plan as it is hashed."""
        rows: list[tuple[object, ...]] = [(name, getattr(self, name)) for name in _SINGLE]
        rows += [("flat", flat.type, flat.code) for flat in self.flats]
        for name, pairs in (("group", self.groups), ("option", self.options), ("supervisor", self.supervisors)):
            rows += [(name, key, value) for key, value in pairs.items()]
        rows.append(("public", self.public.kind, self.public.which, self.public.at))
        return text_of(KIND, rows)


#: What holds of a point that a procedure does not leave open.
_UNASKED = {
    "rounding": "down", "types": "together", "which_flat": "agreed", "leftover": "keep", "two_groups": "first",
    "two_children": "law", "unproven_group": "stop", "filing_tie": "lot", "reserve": "none", "withdrawal": "return",
}  # fmt: skip


def plan_of(text: str) -> DrawPlan:
    """The plan that a text says; :class:`InputError` where it says none."""
    rows = rows_of(KIND, text)
    single = {row[0]: row[1] for row in rows if len(row) == 2}
    many: dict[str, dict[str, str]] = {"group": {}, "option": {}, "supervisor": {}}
    flats, public = [], None
    for number, row in enumerate(rows, 2):
        match row:
            case ["flat", kind, code]:
                flats.append(Flat(kind, code))
            case ["public", kind, which, at]:
                public = PublicValue(kind, which, at)
            case [name, key, value] if name in many and key not in many[name]:
                many[name][key] = value
            case [name, _] if name in _SINGLE:
                pass
            case _:
                raise InputError(Problem("draw_text_bad", {"kind": KIND, "line": number}))
    fits = set(single) == set(_SINGLE) and _NUMBER.fullmatch(single["base"]) is not None
    fits = fits and single["set_aside"] in _SET_ASIDE and single["counted"] in _COUNTED and single["order"] in _ORDERS
    fits = fits and all(answer in OPEN_POINTS.get(point, ()) for point, answer in many["option"].items())
    if not fits or public is None or not flats or sum(len(row) == 2 for row in rows) != len(_SINGLE):
        raise InputError(Problem("draw_text_bad", {"kind": KIND, "line": 1}))
    return DrawPlan(
        **{name: single[name] for name in _SINGLE if name != "base"},
        base=int(single["base"]),
        flats=tuple(flats),
        groups=many["group"],
        options=many["option"],
        supervisors=many["supervisor"],
        public=public,
    )
