"""A table of households and a table of their members, as they are given: brought into one order, and checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.errors import Problem, RecordError
from ancu.household.members import COMPLETE, RECORDED_ON, Household, Member, people_of
from ancu.household.program import HouseholdProgram, household_program
from ancu.household.projecting import project
from ancu.household.projection_columns import Shape, unknown_of
from ancu.inference.arrow_columns import in_full, one_piece
from ancu.inference.bits.vectors import UNIX, Numbers
from ancu.inference.least import kind_in
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.rulebook import Rulebook

#: Columns of a table of members beside facts: the place in the household, and between which days somebody was born of
#: whom only the year is known.
PLACE, BORN_FIRST, BORN_LAST = "place", "born_first", "born_last"
#: How many problems one error tells.
MOST_PROBLEMS = 20
#: Households projected at once.
CHUNK = 122_880


@dataclass
class HouseholdTables:
    """Households, and their members in the order of those: ``key`` is the column by which both are told.

    Where the households have no day of their own they are judged on ``day``. Raises :class:`RecordError` for members
    of no household, and for households of no applicant or several.
    """

    book: Rulebook
    households: pa.Table
    members: pa.Table
    key: str
    day: date
    #: Where the members of each household begin; one more at the end.
    starts: Numbers = field(init=False)
    days: pa.Array[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.count = self.households.num_rows
        person = people_of(self.book).person
        self._sort()
        self.days = self._day_of("as_of").fill_null(self.day)
        stated = {name: one_piece(column) for name, column in self._columns(self.households, self.book.facts)}
        given = [("as_of", self.days), ("complete", self._complete()), ("recorded_on", self._day_of(RECORDED_ON))]
        self.sources = pa.table({**dict(given), **stated})
        besides = {name: one_piece(self.members.column(name)) for name in (BORN_FIRST, BORN_LAST) if self._has(name)}
        self.ranges = len(besides) == 2 and besides[BORN_FIRST].null_count < len(self.members)
        read = dict(self._columns(self.members, person.facts))
        closed = [unknown_of(name) for name, fact in people_of(self.book).given.items() if fact.closed is not None]
        unknown = {name: one_piece(self.members.column(name)) for name in closed if self._has(name)}
        columns: dict[str, Any] = {PLACE: self.places(), **read, **unknown, **(besides if self.ranges else {})}
        self.shape = Shape(frozenset((*read, *unknown)), frozenset(stated), self.ranges)
        self.rows = pa.table(columns)

    def _has(self, name: str) -> bool:
        return name in self.members.column_names

    def _columns(self, table: pa.Table, facts: Collection[str]) -> Iterator[tuple[str, pa.Array[Any]]]:
        """The columns of facts, days as Arrow's; those that nobody states left out."""
        for name in table.column_names:
            if name in facts and (column := one_piece(table.column(name))).null_count < len(column):
                book = self.book if table is self.households else people_of(self.book).person
                if kind_in(book, name) == "date" and pa.types.is_integer(column.type):
                    column = _as_days(column)
                yield name, column

    def _day_of(self, name: str) -> pa.Array[Any]:
        if name not in self.households.column_names:
            return pa.nulls(self.count, pa.date32())
        column = one_piece(self.households.column(name))
        return _as_days(column) if pa.types.is_integer(column.type) else column.cast(pa.date32())

    def _complete(self) -> pa.Array[Any]:
        if COMPLETE not in self.households.column_names:
            return pa.repeat(pa.scalar(False), self.count)
        return one_piece(self.households.column(COMPLETE)).fill_null(False)

    def _sort(self) -> None:
        """Bring the members into the order of their households, and check whose they are."""
        keys, theirs = (
            one_piece(in_full(one_piece(table.column(self.key)))) for table in (self.households, self.members)
        )
        codes = pc.index_in(theirs, value_set=keys)
        problems = []
        if codes.null_count:
            lost = pc.unique(theirs.filter(codes.is_null())).to_pylist()
            problems += [Problem("members_of_nobody", {"household": name}) for name in lost[:MOST_PROBLEMS]]
        else:
            rows = codes.to_numpy()
            if (np.diff(rows) < 0).any():
                order = np.argsort(rows, kind="stable")
                self.members, rows = self.members.take(pa.array(order)), rows[order]
            self.starts = np.searchsorted(rows, np.arange(self.count + 1))
            problems += self._without_applicant(keys, rows)
        if problems:
            raise RecordError(problems)

    def _without_applicant(self, keys: pa.Array[Any], rows: Numbers) -> Iterator[Problem]:
        applicants = np.zeros(self.count, np.int64)
        if self._has(RELATION):
            relation = one_piece(in_full(one_piece(self.members.column(RELATION))))
            files = pc.equal(relation, APPLICANT).fill_null(False).to_numpy(zero_copy_only=False)
            applicants = np.bincount(rows[files], minlength=self.count)
        wrong = np.flatnonzero((applicants != 1) & (np.diff(self.starts) > 0))
        for row in wrong[:MOST_PROBLEMS].tolist():
            first, end = self.starts[row : row + 2].tolist()
            kind = "members_two_applicants" if applicants[row] else "members_no_applicant"
            places = [i - first + 1 for i in range(first, end) if self._has(RELATION) and files[i]]
            yield Problem(kind, {"places": ", ".join(map(str, places))}, f"[{keys[row].as_py()}]")

    def places(self) -> pa.Array[Any]:
        """The place of each member in the household, from 1."""
        if self._has(PLACE):
            return one_piece(self.members.column(PLACE)).cast(pa.int64())
        return pa.array(np.arange(self.starts[-1]) - np.repeat(self.starts[:-1], np.diff(self.starts)) + 1)

    def chunks(self, size: int = CHUNK) -> Iterator[tuple[HouseholdProgram, HouseholdBatch]]:
        """The households, so many at once, by the program that tells how their facts follow."""
        if not self.count:
            return
        days, epochs = self.ordinals, people_of(self.book).epochs
        spans = programs_between(self.book, *(date.fromordinal(int(day)) for day in (days.min(), days.max())))
        for first, end, program in spans:
            rows = np.flatnonzero((days >= first) & (days < end)) if len(spans) > 1 else np.arange(self.count)
            for start in range(0, len(rows), size):
                yield program, self._chunk(rows[start : start + size], epochs.index(date.fromordinal(first)))

    def joined(self, rows: list[Numbers], found: list[pa.Table]) -> pa.Table:
        """The households with what was found of those in ``rows``."""
        own = {name: self.households.column(name) for name in self.households.column_names}
        own["as_of"] = pa.chunked_array([self.days])
        if not found:
            return pa.table(own)
        table = pa.concat_tables(found, promote_options="default").unify_dictionaries()
        order = np.concatenate(rows)
        if (np.diff(order) < 0).any():
            table = table.combine_chunks().take(pa.array(np.argsort(order)))
        return pa.table(own | {name: table.column(name) for name in table.column_names})

    @property
    def ordinals(self) -> Numbers:
        """The day of each household."""
        return np.asarray(self.days.cast(pa.int32()).to_numpy().astype(np.int64) + UNIX)

    def _chunk(self, rows: Numbers, epoch: int) -> HouseholdBatch:
        first, last = int(rows[0]), int(rows[-1]) + 1
        counts = np.diff(self.starts)[rows]
        if last - first == len(rows):
            begin = int(self.starts[first])
            members = self.rows.slice(begin, int(counts.sum()))
            return HouseholdBatch(rows, epoch, self.sources.slice(first, len(rows)), members, counts)
        ends = np.cumsum(counts)
        among = np.repeat(self.starts[rows] - (ends - counts), counts) + np.arange(int(ends[-1]))
        return HouseholdBatch(rows, epoch, self.sources.take(pa.array(rows)), self.rows.take(pa.array(among)), counts)


@dataclass(frozen=True)
class HouseholdBatch:
    """Some households of one ``epoch``: their places in the table (``rows``), what they state, and their members.

    ``counts``: how many members each has.
    """

    rows: Numbers
    epoch: int
    households: pa.Table
    members: pa.Table
    counts: Numbers

    def household(self, book: Rulebook, place: int) -> tuple[Household, date]:
        """One of them, and the day on which it is judged."""
        begin = int(self.counts[:place].sum())
        rows = self.members.slice(begin, int(self.counts[place])).to_pylist()
        own = self.households.select(["as_of", "complete", RECORDED_ON]).slice(place, 1).to_pylist()[0]
        return household_from(book, rows, own["complete"], own[RECORDED_ON]), own["as_of"]


def household_from(
    book: Rulebook, rows: Iterable[Mapping[str, Any]], complete: bool, recorded_on: date | None
) -> Household:
    """A household from rows of a table of members."""
    person, members = people_of(book).person, []
    for row in rows:
        facts = {
            name: value_in(person, name, row[name]) for name in person.facts if name in row and row[name] is not None
        }
        facts |= {name: None for name in person.facts if row.get(unknown_of(name)) and name not in facts}
        born = None
        if row.get(BORN_FIRST) is not None:
            born = (row[BORN_FIRST].toordinal(), row[BORN_LAST].toordinal())
        members.append(Member(facts, row[PLACE], None, born))
    return Household(tuple(members), complete, recorded_on)


def value_in(book: Rulebook, fact: str, value: Any) -> Any:
    """What a source table holds as an engine value."""
    kind = kind_in(book, fact)
    if kind == "date" and value is not None:
        return value.toordinal()
    return frozenset(part for part in value.split(";") if part) if kind == "list" else value


def stands(book: Rulebook, household: Household, day: date, name: str) -> bool:
    """Whether what the applicant's row states of the record still stands on ``day``."""
    return name in project(book, household, day).stated


def programs_between(book: Rulebook, first: date, last: date) -> list[tuple[int, int, HouseholdProgram]]:
    """How facts follow from the day ``first`` to the day ``last``: from which ordinal, and before which."""
    epochs = people_of(book).epochs
    within = range(epochs.index(first), epochs.index(last) + 1)
    ends = [*(epochs.starts[i].toordinal() for i in within), date.max.toordinal() + 1]
    spans: list[tuple[int, int, HouseholdProgram]] = []
    for i, (start, end) in zip(within, pairwise(ends), strict=True):
        program = household_program(book, epochs.starts[i])
        # Most epochs change nothing in how facts follow.
        if spans and spans[-1][2] == program:
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        else:
            spans.append((start, end, program))
    return spans


def _as_days(column: pa.Array[Any]) -> pa.Array[Any]:
    """Ordinals as Arrow's days."""
    return pc.subtract(column.cast(pa.int64()), UNIX).cast(pa.int32()).cast(pa.date32())
