"""Households drawn for the real rulebook: members, what is left out of them, and the tables that hold them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from ancu.batch.source import arrow_type, members_table
from ancu.decision.deciding import Record
from ancu.household.members import BORN_ON, Household, Member, people_of
from ancu.household.projection_columns import unknown_of
from ancu.inference.table_schema import column_value
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.rulebook import Rulebook
from tests.support.records import random_value


@dataclass(frozen=True)
class Drawn:
    """A household to be judged on a day, and what its record states itself."""

    household: Household
    facts: dict[str, Any]
    day: date

    @property
    def record(self) -> Record:
        return Record(self.facts, None, self.day, self.household)


def draw_household(
    rng: random.Random, book: Rulebook, stated: float = 0.05, days: Sequence[date] | None = None
) -> Drawn:
    """One to six members, on one of ``days`` or a day at or beside a change of the law; ``stated``: how many facts the
    record states.

    Each fact is told of nobody, of some or of nearly all: a list has a column for it, or not.
    """
    person = people_of(book).person
    told = {name: rng.choice((0.0, 0.0, 0.5, 0.95)) for name in person.facts}
    told |= {BORN_ON: rng.choice((0.5, 0.95)), RELATION: rng.choice((0.8, 1.0))}
    if rng.random() < 0.5:  # who has merit, so that there is somebody to be found
        told |= dict.fromkeys(("merit_category", "disability_rate", "merit_recognised"), 0.9)
    others = [name for name in person.facts[RELATION].values if name != APPLICANT]
    size = rng.randrange(1, 7)
    place_of_applicant = rng.randrange(1, size + 1)
    members = []
    for place in range(1, size + 1):
        facts: dict[str, Any] = {}
        for name, fact in person.facts.items():
            if rng.random() < told[name]:
                facts[name] = random_value(rng, person, fact)
        born: tuple[int, int] | None = None
        if BORN_ON in facts:
            year = rng.randrange(1935, 2027)
            facts[BORN_ON] = date(year, rng.randrange(1, 13), rng.randrange(1, 29)).toordinal()
            if rng.random() < 0.2:
                del facts[BORN_ON]
                born = (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
        if RELATION in facts:
            facts[RELATION] = rng.choice(("spouse", "child", *others))
        if place == place_of_applicant:
            facts[RELATION] = APPLICANT
        for name, given in people_of(book).given.items():
            if given.closed is not None and name not in facts and rng.random() < 0.05:
                facts[name] = None  # nobody knows, which is not to leave it out
        label = f"dòng {place}" if rng.random() < 0.5 else None
        members.append(Member(facts, place, label, born))
    starts = [start for start in book.epochs.starts if start.year > 2005]
    day = date.fromordinal(rng.choice(starts).toordinal() + rng.choice((0, 0, -1, 40)))
    if days is not None:
        day = rng.choice(days)
    recorded_on = None if rng.random() < 0.7 else date.fromordinal(day.toordinal() + rng.choice((-30, 0, 30)))
    stated_facts = {name: random_value(rng, book, fact) for name, fact in book.facts.items() if rng.random() < stated}
    return Drawn(Household(tuple(members), rng.random() < 0.6, recorded_on), stated_facts, day)


def tables_of(book: Rulebook, drawn: Sequence[Drawn], key: str = "case") -> tuple[pa.Table, pa.Table]:
    """The households and their members as source tables."""
    households: dict[str, pa.Array[Any]] = {
        key: pa.array([f"h{i}" for i in range(len(drawn))]),
        "as_of": pa.array([one.day for one in drawn], pa.date32()),
        "members_complete": pa.array([one.household.complete for one in drawn]),
        "recorded_on": pa.array([one.household.recorded_on for one in drawn], pa.date32()),
    }
    for name in book.facts:
        values = [column_value(book, name, one.facts.get(name)) for one in drawn]
        households[name] = pa.array(values, arrow_type(book, name))
    members = members_table(book, [one.household for one in drawn], key)
    codes = households[key].take(members.column(key).combine_chunks())
    return pa.table(households), members.set_column(0, key, codes)


def in_words(book: Rulebook, drawn: Sequence[Drawn]) -> tuple[pa.Table, pa.Table]:
    """The tables of households as a frame brings them: dates as dates, choices by their ids."""
    households, members = tables_of(book, drawn)
    lists = [name for name in households.column_names if name in book.facts and book.facts[name].type == "list"]
    for name in lists:
        split = [
            None if v is None else v.strip(";").replace(";", "; ") or "không" for v in households[name].to_pylist()
        ]
        households = households.set_column(households.column_names.index(name), name, pa.array(split, pa.string()))
    names = [n for n in members.column_names if n not in ("place", "born_first", "born_last", "housing_supports")]
    closed = [name for name in names if unknown_of(name) in names]
    told = {
        name: [
            "không rõ" if unknown else value
            for value, unknown in zip(members[name].to_pylist(), members[unknown_of(name)].to_pylist(), strict=True)
        ]
        for name in closed
    }
    members = members.select([name for name in names if not name.endswith("__unknown")])
    for name, cells in told.items():
        texts = [{True: "có", False: "không"}.get(cell, cell) for cell in cells]
        members = members.set_column(members.column_names.index(name), name, pa.array(texts, pa.string()))
    born = [d.born[0] if d.born else None for one in drawn for d in one.household.members]
    days = [
        day if first is None else str(date.fromordinal(first).year)
        for day, first in zip((str(d) if d else None for d in members["born_on"].to_pylist()), born, strict=True)
    ]
    supports = [
        None if (v := m.facts.get("housing_supports")) is None else "; ".join(v) or "không"
        for one in drawn
        for m in one.household.members
    ]
    members = members.set_column(members.column_names.index("born_on"), "born_on", pa.array(days))
    return households, members.append_column("housing_supports", pa.array(supports, pa.string()))


def written(book: Rulebook, drawn: Sequence[Drawn]) -> tuple[pa.Table, pa.Table]:
    """Typed numbers as the unit's own: areas of two decimals are held in hundredths."""
    households, members = in_words(book, drawn)
    out = []
    for table, rules in ((households, book), (members, people_of(book).person)):
        for name in table.column_names:
            if name in rules.facts and rules.facts[name].value_type.scale:
                scale = 10 ** rules.facts[name].value_type.scale
                cells = [None if v is None else str(v / scale) for v in table[name].to_pylist()]
                table = table.set_column(table.column_names.index(name), name, pa.array(cells, pa.string()))
        out.append(table)
    return out[0], out[1]
