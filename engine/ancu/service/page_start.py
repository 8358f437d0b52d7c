"""Where the page begins: who asks, and for what; and the programmes to tick. All of it may stand in an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args
from urllib.parse import urlencode

from ancu.interview.scope import WHO, is_for
from ancu.messages import Language, message
from ancu.rulebook.model import Programme, Purpose
from ancu.rulebook.rulebook import Rulebook

PURPOSES: tuple[str, ...] = get_args(Purpose)
ALL = "all"


@dataclass(frozen=True)
class Start:
    """What was chosen so far: who asks, what for, which programmes; ``listed``: programmes are shown to be ticked."""

    who: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    as_of: str = ""
    listed: bool = False

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> Start:
        """What the address says; what it says wrongly is left out."""
        who = tuple(name for name in WHO if name in fields.get("who", ()))
        purposes = tuple(name for name in PURPOSES if name in fields.get("for", ()))
        scope = tuple(name for name in book.programmes if name in fields.get("scope", ()))
        as_of = fields.get("as_of", [""])[0].strip()[:40]
        return cls(who, purposes, scope, as_of, bool(who or purposes or scope or fields.get("list") == [ALL]))

    def address(self, root: str, lang: Language, *, begin: bool = False) -> str:
        """The address at which all this is chosen."""
        chosen = [
            ("lang", lang),
            *(("who", name) for name in self.who),
            *(("for", name) for name in self.purposes),
            *(("scope", name) for name in self.scope),
            *([("as_of", self.as_of)] if self.as_of else []),
            *([("list", ALL)] if self.listed and not (self.who or self.purposes or self.scope) else []),
            *([("begin", "1")] if begin else []),
        ]
        return f"{root}/?{urlencode(chosen)}"

    def fits(self, programme: Programme) -> bool:
        """Whether the programme is for whoever asks, and for what is asked for."""
        return is_for(programme, self.who) and (
            not self.purposes or not programme.purpose or not {*self.purposes}.isdisjoint(programme.purpose)
        )


@dataclass(frozen=True)
class Group:
    """Programmes that stand together, with their titles; ``folded``: they are shown to whoever asks for more."""

    title: str
    programmes: list[tuple[str, str]]
    folded: bool


def groups(book: Rulebook, start: Start, day: date, lang: Language) -> list[Group]:
    """The programmes to tick: those that fit, by purpose; then, folded, others in force, and those that are not."""
    in_force = {name: one for name, one in book.programmes.items() if one.in_force_on(day)}
    fitting = {name: one for name, one in in_force.items() if start.fits(one)}

    def titled(names: Mapping[str, Programme]) -> list[tuple[str, str]]:
        return [(name, one.title[lang]) for name, one in names.items()]

    found: list[Group] = []
    placed: set[str] = set()
    for purpose in (*PURPOSES, ""):
        own = {name: one for name, one in fitting.items() if name not in placed and _in(one, purpose, start)}
        placed |= own.keys()
        key = f"page_purpose_{purpose}" if purpose else "page_purpose_other"
        found.append(Group(message(key, lang), titled(own), False))
    others = {name: one for name, one in in_force.items() if name not in placed}
    closed = {name: one for name, one in book.programmes.items() if name not in in_force}
    found.append(Group(message("page_scope_open", lang), titled(others), True))
    found.append(Group(message("page_scope_closed", lang), titled(closed), True))
    return [group for group in found if group.programmes]


def _in(programme: Programme, purpose: str, start: Start) -> bool:
    if not purpose:
        return True
    return purpose in programme.purpose and (not start.purposes or purpose in start.purposes)
