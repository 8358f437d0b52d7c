"""Verifying a register: every entry follows on the one before, says what its row says, and is what the office may do.

What a chain cannot prove stands in docs/so-dang-ky.md: above all, that nobody has written all of it anew, or cut off
its end. For that, heads are kept elsewhere, and given here.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ancu.chain import BEGINNING, link_of
from ancu.errors import AncuError, InputError, Problem
from ancu.messages import Language
from ancu.register.entries import (
    CHECKED,
    POINTING,
    Approved,
    Decided,
    Declined,
    Entered,
    Erased,
    RegisterEntry,
    is_canonical,
)
from ancu.register.people import PersonalData
from ancu.register.store import RegisterReader, StoredEntry


@dataclass(frozen=True)
class ChainHead:
    """The last entry of a register at some time: its number and its hash."""

    number: int
    link: str

    def __str__(self) -> str:
        return f"{self.number}:{self.link}"


def read_head(written: str) -> ChainHead:
    """A head as it is printed, ``NUMBER:HASH``; :class:`InputError` for anything else."""
    number, colon, link = written.strip().partition(":")
    if not colon or not number.isdecimal() or len(link) != 64 or set(link) - set("0123456789abcdef"):
        raise InputError(Problem("register_bad_head", {"value": written}))
    return ChainHead(int(number), link)


@dataclass(frozen=True)
class Verified:
    """What verifying came to: how many entries, the head, and the first that is broken, if one is."""

    entries: int
    people: int
    erased: int
    head: ChainHead | None
    #: The number of the entry that is broken, from 1, and what is wrong; a problem without a number is of the file.
    number: int | None = None
    problem: Problem | None = None

    @property
    def sound(self) -> bool:
        return self.problem is None

    def text(self, lang: Language | None = None) -> str:
        """What is wrong, in a sentence; empty where nothing is."""
        return self.problem.text(lang) if self.problem is not None else ""


class _BrokenEntry(Exception):
    def __init__(self, number: int, kind: str, **values: object) -> None:
        self.number, self.problem = number, Problem(kind, {"number": number, **values})


@dataclass
class _Walk:
    """What is known of the entries so far."""

    last: int = 0
    link: str = BEGINNING
    #: Who made each entry that can be pointed to; by number, with the application.
    made: dict[int, tuple[str, str | None, str]] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    #: By ref: the number of the entry, its application, the commitment.
    bonds: dict[str, tuple[int, str | None, str]] = field(default_factory=dict)
    erased: dict[str, int] = field(default_factory=dict)
    applications: set[str] = field(default_factory=set)


def verify(reader: RegisterReader, heads: Iterable[ChainHead] = ()) -> Verified:
    """Verify every entry and all personal data; ``heads`` are such as were printed or published before."""
    walk, people = _Walk(), 0
    known = {head.number: head for head in heads}
    try:
        for row in reader.stored():
            _entry(walk, row)
            if row.number in known and known[row.number].link != row.link:
                raise _BrokenEntry(row.number, "register_broken_head", link=known[row.number].link[:12])
        for number in sorted(known):
            if number > walk.last:
                raise _BrokenEntry(walk.last + 1, "register_broken_cut", last=walk.last, head=number)
        found: set[str] = set()
        broken: list[_BrokenEntry] = []
        for data in reader.all_personal():
            people += 1
            found.add(data.ref)
            _collect(broken, walk, data)
        for ref, (number, _, _) in walk.bonds.items():
            if ref not in found and ref not in walk.erased:
                broken.append(_BrokenEntry(number, "register_broken_gone"))
        if broken:
            raise min(broken, key=lambda one: one.number)
    except _BrokenEntry as broken_entry:
        head = ChainHead(walk.last, walk.link) if walk.last else None
        return Verified(walk.last, people, len(walk.erased), head, broken_entry.number, broken_entry.problem)
    head = ChainHead(walk.last, walk.link) if walk.last else None
    # The entries are sound; what they are searched by may not be.
    damage = reader.damage()
    problem = Problem("register_broken_file", {"detail": damage}) if damage is not None else None
    return Verified(walk.last, people, len(walk.erased), head, None, problem)


def _entry(walk: _Walk, row: StoredEntry) -> None:
    """Take the next row; the entry that is wrong is named by the number that it should have."""
    number = walk.last + 1
    if row.number != number:
        raise _BrokenEntry(number, "register_broken_missing", found=row.number)
    if link_of(row.body) != row.link:
        raise _BrokenEntry(number, "register_broken_changed")
    if not is_canonical(row.body):
        raise _BrokenEntry(number, "register_broken_form")
    if json.loads(row.body).get("before") != walk.link:
        raise _BrokenEntry(number, "register_broken_link", last=walk.last)
    try:
        entry = row.read()
    except AncuError as error:
        raise _BrokenEntry(number, "register_broken_content", detail=error.problems[0].values["detail"]) from error
    said = (entry.number, entry.act.kind, entry.application, entry.project, entry.concerns)
    if said != (row.number, row.kind, row.application, row.project, row.concerns):
        raise _BrokenEntry(number, "register_broken_row")
    _act(walk, entry)
    walk.last, walk.link = row.number, row.link


def _act(walk: _Walk, entry: RegisterEntry) -> None:
    """Whether the office may do what an entry says, as far as the entries before it tell."""
    act, number = entry.act, entry.number
    if isinstance(act, Entered):
        if entry.application is None or entry.application in walk.applications:
            raise _BrokenEntry(number, "register_broken_application")
        walk.applications.add(entry.application)
    elif entry.application is not None and entry.application not in walk.applications:
        raise _BrokenEntry(number, "register_broken_application")
    if act.kind in POINTING:
        about = walk.made.get(entry.concerns or 0)
        if about is None or about[1] != entry.application:
            raise _BrokenEntry(number, "register_broken_pointer", concerns=entry.concerns or "–")
    if isinstance(act, Approved | Declined):
        maker, _, kind = walk.made[entry.concerns or 0]
        if kind not in CHECKED or entry.concerns in walk.settled:
            raise _BrokenEntry(number, "register_broken_pointer", concerns=entry.concerns or "–")
        if maker == entry.by:
            raise _BrokenEntry(number, "register_broken_maker", by=entry.by)
        walk.settled.add(entry.concerns or 0)
    if isinstance(act, Decided):
        walk.bonds[act.person.ref] = (number, entry.application, act.person.commitment)
    if isinstance(act, Erased):
        for ref in act.refs:
            if ref not in walk.bonds or walk.bonds[ref][1] != entry.application:
                raise _BrokenEntry(number, "register_broken_pointer", concerns=ref[:12])
            walk.erased[ref] = number
    walk.made[number] = (entry.by, entry.application, act.kind)


def _collect(broken: list[_BrokenEntry], walk: _Walk, data: PersonalData) -> None:
    """What is wrong with personal data, added to ``broken``."""
    bond = walk.bonds.get(data.ref)
    if bond is None:
        broken.append(_BrokenEntry(walk.last + 1, "register_broken_stray", ref=data.ref[:12]))
    elif data.ref in walk.erased:
        broken.append(_BrokenEntry(walk.erased[data.ref], "register_broken_not_erased"))
    elif not hmac.compare_digest(bond[2], data.bond.commitment) or (bond[1], data.case) != (
        data.application,
        data.read()["case"],
    ):
        broken.append(_BrokenEntry(bond[0], "register_broken_person"))


def head_on(reader: RegisterReader, day: date) -> ChainHead | None:
    """The head at the end of ``day``, by the days on which entries were made; None before the first."""
    found: ChainHead | None = None
    for row in reader.stored():
        if row.read().day > day:
            break
        found = ChainHead(row.number, row.link)
    return found
