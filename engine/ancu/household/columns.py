"""Households in columns: from a table of households and one of their members to the table that the rules read.

What it gives of each household is what :func:`~ancu.household.projecting.project` gives of one, what the record states
itself standing before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.errors import Problem, RecordError
from ancu.household.members import COMPLETE, RECORDED_ON, people_of
from ancu.household.program import HouseholdProgram, household_program
from ancu.household.statement import Projection, Shape, project_in_sql
from ancu.inference.least import kind_in
from ancu.inference.sql.database import database
from ancu.inference.tables import in_full, one_piece
from ancu.rulebook.people import APPLICANT, RELATION
from ancu.rulebook.rulebook import Rulebook

#: Columns of a table of members beside facts: the place in the household, and between which days somebody was born of
#: whom only the year is known.
PLACE, BORN_FIRST, BORN_LAST = "place", "born_first", "born_last"
#: Households projected at once.
CHUNK = 122_880
#: How many problems one error tells.
MOST_PROBLEMS = 20
#: The ordinal of the day from which Arrow counts.
_UNIX = 719_163
_Numbers = np.ndarray[Any, np.dtype[np.int64]]


def project_table(
    book: Rulebook,
    households: pa.Table,
    members: pa.Table,
    *,
    key: str,
    as_of: date | None = None,
    facts: Collection[str] | None = None,
    threads: int = 1,
) -> pa.Table:
    """``households`` with the facts that follow from ``members``, whose column ``key`` says to which they belong.

    Both hold engine values, as source tables do (:mod:`ancu.inference.tables`): of households ``as_of`` (else the day
    ``as_of``, else today), ``members_complete``, ``recorded_on`` and facts of the record, which stand; of members
    facts of a person, and :data:`PLACE` (else their order). Beside the facts stand the least of numbers and what is
    disputed (:mod:`ancu.inference.least`), and for each role that is one person's the places of those who have or may
    have it (:func:`~ancu.household.statement.members_of`). A household without members keeps what it states. ``facts``
    limits what is worked out. Raises :class:`RecordError` for members of no household, and households of no applicant
    or several.
    """
    return _Tables(book, households, members, key, as_of or date.today()).project(facts, threads)


@dataclass
class _Tables:
    """Households by number, and their members in the order of those numbers."""

    book: Rulebook
    households: pa.Table
    members: pa.Table
    key: str
    day: date
    #: Where the members of each household begin; one more at the end.
    starts: _Numbers = field(init=False)
    days: pa.Array[Any] = field(init=False)

    def __post_init__(self) -> None:
        self.count = self.households.num_rows
        person = people_of(self.book).person
        self._sort()
        self.days = self._day_of("as_of").fill_null(self.day)
        stated = {name: one_piece(column) for name, column in self._columns(self.households, self.book.facts)}
        given = [("as_of", self.days), ("complete", self._complete()), ("recorded_on", self._day_of(RECORDED_ON))]
        self.stated = frozenset(stated)
        self.sources = pa.table({**dict(given), **stated})
        besides = {name: one_piece(self.members.column(name)) for name in (BORN_FIRST, BORN_LAST) if self._has(name)}
        self.ranges = len(besides) == 2 and besides[BORN_FIRST].null_count < len(self.members)
        read = dict(self._columns(self.members, person.facts))
        self.shape_of_members = frozenset(read)
        columns: dict[str, Any] = {PLACE: self.places(), **read, **(besides if self.ranges else {})}
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

    def _without_applicant(self, keys: pa.Array[Any], rows: _Numbers) -> Iterator[Problem]:
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

    # -- projecting ---------------------------------------------------------------------------------------------------

    def project(self, facts: Collection[str] | None, threads: int) -> pa.Table:
        pieces, orders = [], []
        work = [
            (statement, rows[start : start + CHUNK])
            for statement, rows in self._by_program(facts)
            for start in range(0, len(rows), CHUNK)
        ]
        with ThreadPoolExecutor(max(1, threads)) as workers:
            for rows, table in workers.map(lambda one: self._run(*one), work):
                orders.append(rows)
                pieces.append(table)
        if not pieces:
            return self.households
        found = pa.concat_tables(pieces, promote_options="default")
        order = np.concatenate(orders)
        if (np.diff(order) < 0).any():
            found = found.take(pa.array(np.argsort(order)))
        own = {name: self.households.column(name) for name in self.households.column_names}
        own["as_of"] = pa.chunked_array([self.days])
        return pa.table({**own, **{name: found.column(name) for name in found.column_names if name != "row"}})

    def _by_program(self, facts: Collection[str] | None) -> Iterator[tuple[Projection, _Numbers]]:
        """The rows of each time in which the facts follow in one way."""
        days = self.days.cast(pa.int32()).to_numpy().astype(np.int64) + _UNIX
        if not len(days):
            return
        spans = programs_between(self.book, *(date.fromordinal(int(day)) for day in (days.min(), days.max())))
        shape = Shape(self.shape_of_members, self.stated, self.ranges)
        for first, end, program in spans:
            rows = np.flatnonzero((days >= first) & (days < end)) if len(spans) > 1 else np.arange(self.count)
            if len(rows):
                yield projection_of(self.book, program, shape, facts), rows

    def _run(self, projection: Projection, rows: _Numbers) -> tuple[_Numbers, pa.Table]:
        first, last = int(rows[0]), int(rows[-1]) + 1
        counts = np.diff(self.starts)[rows]
        if last - first == len(rows):
            households = self.sources.slice(first, len(rows))
            members = self.rows.slice(int(self.starts[first]), int(counts.sum()))
        else:
            households = self.sources.take(pa.array(rows))
            ends = np.cumsum(counts)
            among = np.repeat(self.starts[rows] - (ends - counts), counts) + np.arange(ends[-1] if len(ends) else 0)
            members = self.rows.take(pa.array(among))
        numbers = np.arange(len(rows))
        households = households.append_column("row", pa.array(numbers))
        members = members.append_column("row", pa.array(np.repeat(numbers, counts)))
        with database() as connection:
            connection.register("households", households)
            connection.register("members", members)
            for step in projection.steps[:-1]:
                connection.execute(f"CREATE TEMP {'TABLE' if step.often else 'VIEW'} {step.name} AS {step.sql}")
            found = connection.sql(projection.steps[-1].sql).to_arrow_table()
        order = found.column("row").to_numpy()
        if (np.diff(order) < 0).any():
            found = found.take(pa.array(np.argsort(order)))
        return rows, found


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


def projection_of(book: Rulebook, program: HouseholdProgram, shape: Shape, facts: Collection[str] | None) -> Projection:
    """The statement of ``program`` for DuckDB; kept for the next table of the same shape."""
    kept: dict[Any, tuple[HouseholdProgram, Projection]] = book.__dict__.setdefault("_household_statements", {})
    key = (id(program), shape, None if facts is None else frozenset(facts))
    if key not in kept:
        kept[key] = (program, project_in_sql(book, program, shape, facts, "duckdb"))
    return kept[key][1]


def _as_days(column: pa.Array[Any]) -> pa.Array[Any]:
    """Ordinals as Arrow's days."""
    return pc.subtract(column.cast(pa.int64()), _UNIX).cast(pa.int32()).cast(pa.date32())
