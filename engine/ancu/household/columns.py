"""Households in columns: from a table of households and one of their members to the table that the rules read.

What it gives of each household is what :func:`~ancu.household.projecting.project` gives of one, what the record states
itself standing before it. What is read of each member is judged in bit vectors, as records are; the members of a
household stand together, so that what they give together is a reduction over a stretch of rows.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.household.members import BORN_ON, RECORDED_ON, Household, people_of
from ancu.household.program import Gathering, HouseholdProgram
from ancu.household.projecting import Projected
from ancu.household.projection_columns import members_of, role_of
from ancu.household.seen import ColumnCells, Flags, MemberInColumns, MembersSeen, known_first
from ancu.household.tables import PLACE, HouseholdBatch, HouseholdTables, stands
from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.evaluate import Evaluation, Shared
from ancu.inference.bits.records import days_of
from ancu.inference.bits.vectors import UNIX, Column, Numbers, Rows, Values, Verdicts, Words
from ancu.inference.least import disputed, least_of
from ancu.rulebook import expressions as ex
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.rulebook import Rulebook

#: Below any number that a fact can be.
_LOWEST = np.iinfo(np.int64).min


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

    Both hold engine values, as source tables do (:mod:`ancu.inference.table_schema`): of households ``as_of`` (else the
    day ``as_of``, else today), ``members_complete``, ``recorded_on`` and facts of the record, which stand; of members
    facts of a person, and ``place`` (else their order); ``born_first`` and ``born_last`` where only the year of birth
    is known. Beside the facts stand, where there are any, the least of numbers and what is disputed
    (:mod:`ancu.inference.least`), and for each role that is one person's the places of those who have or may have it
    (:func:`~ancu.household.projection_columns.members_of`). A household without members keeps what it states.
    ``facts`` limits what is worked out. Raises :class:`RecordError` for members of no household, and households of no
    applicant or several.
    """
    tables = HouseholdTables(book, households, members, key, as_of or date.today())

    def work(one: tuple[HouseholdProgram, HouseholdBatch]) -> pa.Table:
        return _Projector(book, *one, facts).table()

    chunks = list(tables.chunks())
    rows = [chunk.rows for _, chunk in chunks]
    if threads == 1:
        return tables.joined(rows, list(map(work, chunks)))
    with ThreadPoolExecutor(threads) as workers:
        return tables.joined(rows, list(workers.map(work, chunks)))


class ProjectedHouseholds:
    """What :func:`project_table` makes of its tables (``table``), kept so that it can be asked of each household."""

    def __init__(
        self, book: Rulebook, households: pa.Table, members: pa.Table, *, key: str, facts: Collection[str] | None = None
    ) -> None:
        tables = HouseholdTables(book, households, members, key, date.today())
        self._projectors = [_Projector(book, *one, facts) for one in tables.chunks()]
        rows = [one.chunk.rows for one in self._projectors]
        self.table = tables.joined(rows, [one.table() for one in self._projectors])
        self._whose: dict[str, dict[int, list[int]]] = {}
        self._of = np.zeros(tables.count, np.int32)
        self._places = np.zeros(tables.count, np.int64)
        for number, here in enumerate(rows):
            self._of[here], self._places[here] = number, np.arange(len(here))

    def people(self, row: int, household: Household) -> Projected:
        """What follows from the members of ``household``, which is the one in ``row``."""
        projector: _Projector = self._projectors[self._of[row]]
        return projector.people(int(self._places[row]), household)

    def whose(self, fact: str) -> Mapping[int, list[int]]:
        """The rows in which what is judged of ``fact`` follows from others than the applicant alone or all members.

        For each the places of those in the household.
        """
        if fact not in self._whose:
            self._whose[fact] = found = {}
            for one in self._projectors:
                where, theirs = one.whose(fact)
                for place in np.flatnonzero(where).tolist():
                    found[int(one.chunk.rows[place])] = one.places(place, theirs)
        return self._whose[fact]


class _Projector:
    """What follows of some households by one program."""

    def __init__(
        self, book: Rulebook, program: HouseholdProgram, chunk: HouseholdBatch, facts: Collection[str] | None
    ) -> None:
        self.book, self.program, self.chunk = book, program, chunk
        self.projections = {f: p for f, p in program.projections.items() if facts is None or f in facts}
        given = people_of(book).given.items()
        self.of_record = [n for n, fact in given if fact.of_record and (facts is None or n in facts)]
        self.days = days_of(chunk.households)
        # What is gathered is of those that have members.
        filled = np.flatnonzero(chunk.counts)
        self.rows, self.groups = Rows(len(chunk.rows)), _Groups(filled, chunk.counts[filled], len(chunk.rows))
        complete = one_piece(chunk.households.column("complete")).to_numpy(zero_copy_only=False)
        self.complete: Flags = complete[filled]
        recorded = one_piece(chunk.households.column(RECORDED_ON)).cast(pa.int32()).fill_null(-UNIX).to_numpy() + UNIX
        among, days = self.groups, self.days[filled]
        self.current: Flags = days >= recorded[filled]
        self.seen = MembersSeen(
            book,
            program.person,
            chunk.members,
            days[among.of],
            self.current[among.of],
            lambda flags: among.any(flags)[among.of],
        )
        self._havers: dict[tuple[ex.Expr, ...], _Havers] = {}
        self._begins = np.cumsum(chunk.counts) - chunk.counts
        #: What follows from members, the least that it is, and what the applicants' rows state, by fact.
        self._derived: dict[str, Column] = {}
        self._least: dict[str, Column] = {}
        self._stated: dict[str, Column] = {}
        #: Where what is judged is what follows from members, by fact.
        self._agreeing: dict[str, Words] = {}

    def people(self, place: int, household: Household) -> Projected:
        """What follows from the members of ``household``, which is the one at ``place``; once the table is made."""
        derived, least, stated = (
            {name: value for name, cells in columns.items() if (value := cells.at(place)) is not None}
            for columns in self._found
        )
        begin = int(self._begins[place])
        seen = [MemberInColumns(self.seen, begin + i, m.place) for i, m in enumerate(household.members)]
        return Projected(household, derived, {n: v for n, v in least.items() if v}, stated, self.program, seen)

    def whose(self, fact: str) -> tuple[Flags, Flags]:
        """Where what is judged of ``fact`` follows from others than the applicant alone or all members; and of whom.

        Flags of households, and of members; once the table is made.
        """
        if fact not in self._derived:
            return np.zeros(self.rows.count, np.bool_), np.zeros(self.seen.rows.count, np.bool_)
        theirs = np.zeros(self.seen.rows.count, np.bool_)
        for i in self.projections[fact].gathered:
            gathering = self.program.gatherings[i]
            if len(gathering.steps) > 1:
                theirs[self._havers[gathering.steps].members] = True
            else:
                theirs |= self.seen.met(gathering.steps[0])
        groups = self.groups
        applicants = np.zeros(len(theirs), np.bool_)
        applicants[self._applicants] = True
        count = groups.count(theirs)
        alone = (count == 1) & groups.any(theirs & applicants)
        others = (count > 0) & ~alone & (count < self.chunk.counts[groups.filled])
        found = np.zeros(self.rows.count, np.bool_)
        found[groups.filled] = others
        return found & self.rows.where(self._agreeing[fact]), theirs

    def places(self, place: int, theirs: Flags) -> list[int]:
        """The places of members of a household who are flagged."""
        begin = int(self._begins[place])
        here = np.flatnonzero(theirs[begin : begin + int(self.chunk.counts[place])]) + begin
        return sorted(self._place_of[here].tolist())

    @cached_property
    def _place_of(self) -> Numbers:
        return np.asarray(one_piece(self.chunk.members.column(PLACE)).to_numpy())

    @cached_property
    def _found(self) -> tuple[dict[str, ColumnCells], ...]:
        """What was found by fact, to be asked of one household after the other."""

        def cells(columns: Mapping[str, Column]) -> dict[str, ColumnCells]:
            texts, facts = self.seen.records.texts, self.book.facts
            return {
                name: ColumnCells(self.rows, column, facts[name].value_type.kind, texts)
                for name, column in columns.items()
            }

        return cells(self._derived), cells(self._least), cells(self._stated)

    def table(self) -> pa.Table:
        """The facts of the households and what stands beside them."""
        own = self.seen.records.alike(self.chunk.households, self.days, self.book)
        records = own.alike(self.chunk.households, self.days)
        floors: dict[str, Values] = {}
        for i in sorted({i for projection in self.projections.values() for i in projection.gathered}):
            found, floor = self._gather(i)
            records.put(f"#{i}", self.groups.spread(found, self.rows))
            if floor is not None:
                spread = self.groups.spread(floor, self.rows)
                assert isinstance(spread, Values)
                floors[f"#{i}"] = spread
        above = Evaluation(records, self.program.above, frozenset(), Shared())
        columns: dict[str, pa.Array[Any]] = {}
        beside: dict[str, pa.Array[Any]] = {}
        for fact in dict.fromkeys((*self.projections, *self.of_record)):
            value = own.fact(fact)
            projection = self.projections.get(fact)
            derived = above.column(projection.expr) if projection is not None else None
            if fact in self.of_record:
                stated = self.groups.spread(self._of_applicant(fact), self.rows)
                if derived is not None:
                    stated = self._still_stated(fact, value, stated, derived)
                self._stated[fact] = stated
                value = known_first(self.rows, value, stated)
            if projection is not None and derived is not None:
                self._derived[fact] = derived
                value = known_first(self.rows, value, derived)
                both, equal = value.known & derived.known, _equal(self.rows, value, derived)
                self._agreeing[fact] = both & equal
                differs = both & ~equal
                if differs.any():
                    beside[disputed(fact)] = self._array(Verdicts(differs, self.rows.nowhere))
                floor = _floor(projection.expr, floors, self.rows)
                if floor is not None:
                    self._least[fact] = Values(floor.numbers, floor.known & ~derived.known)
                    least = floor.known & ~value.known & self.rows.pack(floor.numbers != 0)
                    if least.any():
                        beside[least_of(fact)] = self._array(Values(floor.numbers, least))
            columns[fact] = self._array(value, self.book.facts[fact].value_type.kind)
        roles = {self.program.gatherings[i].steps for p in self.projections.values() for i in p.gathered}
        for steps in sorted((steps for steps in roles if len(steps) > 1), key=role_of):
            beside[members_of(role_of(steps))] = self._places(self._havers[steps].members)
        return pa.table({**columns, **beside})

    def _array(self, column: Column, kind: str = "") -> pa.Array[Any]:
        """A column as Arrow holds it."""
        rows = self.rows
        if isinstance(column, Verdicts):
            buffers = [pa.py_buffer(column.known), pa.py_buffer(column.met)]
            return pa.Array.from_buffers(pa.bool_(), rows.count, buffers)
        unknown = ~rows.where(column.known)
        if kind == "date":
            days = np.where(unknown, 0, column.numbers - UNIX).astype(np.int32)
            return pa.array(days, mask=unknown).cast(pa.date32())
        if kind in ("choice", "list"):
            texts = pa.array(self.seen.records.texts, pa.string())
            codes = pa.array(np.where(unknown, 0, column.numbers - 1).astype(np.int32), mask=unknown)
            return pa.DictionaryArray.from_arrays(codes, texts)
        return pa.array(column.numbers, pa.int64(), mask=unknown)

    def _of_applicant(self, name: str) -> Column:
        """What the applicants' own rows state."""
        column, rows = self.seen.stated[name], self._applicants
        if isinstance(column, Verdicts):
            met, failed = (self.seen.rows.where(words)[rows] for words in (column.met, column.failed))
            return Verdicts(self.groups.rows.pack(met), self.groups.rows.pack(failed))
        return Values(column.numbers[rows], self.groups.rows.pack(self.seen.rows.where(column.known)[rows]))

    def _still_stated(self, fact: str, own: Column, stated: Column, derived: Column) -> Column:
        """What applicants' rows ``stated``, without what has changed since.

        ``own``: what the records state; ``derived``: what follows from the members.
        """
        differs = stated.known & derived.known & ~own.known & ~_equal(self.rows, stated, derived)
        if not differs.any():
            return stated
        people = people_of(self.book)
        begun = np.zeros(self.seen.rows.count, np.bool_)
        for name, given in people.given.items():
            if given.begins:
                column = self.seen.stated[name]
                assert isinstance(column, Values)
                begun |= self.seen.rows.where(column.known) & (column.numbers <= self.seen.days)
        doubtful = np.zeros(self.rows.count, np.bool_)
        doubtful[self.groups.filled] = ~self.current | self.groups.any(begun)
        gone = np.zeros(self.rows.count, np.bool_)
        for row in np.flatnonzero(doubtful & self.rows.where(differs)).tolist():
            household, day = self.chunk.household(self.book, row)
            gone[row] = not stands(self.book, household, day, fact)
        keep = ~self.rows.pack(gone)
        if isinstance(stated, Verdicts):
            return Verdicts(stated.met & keep, stated.failed & keep)
        return Values(stated.numbers, stated.known & keep)

    @cached_property
    def _applicants(self) -> Numbers:
        return np.flatnonzero(self.seen.met(ex.Compare("=", ex.Fact(RELATION), ex.Constant(APPLICANT))))

    def _places(self, members: Numbers) -> pa.Array[Any]:
        """The places of ``members``, as a list for each household."""
        places = one_piece(self.chunk.members.column(PLACE)).to_numpy()
        of = self.groups.filled[self.groups.of[members]]
        theirs = places[members]
        ends = np.concatenate(([0], np.cumsum(np.bincount(of, minlength=self.rows.count))))
        return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.array(theirs[np.lexsort((theirs, of))]))

    # -- what members give together -----------------------------------------------------------------------------------

    def _gather(self, i: int) -> tuple[Column, Values | None]:
        """What one part of a text comes to for the households with members, and the least that it is."""
        gathering = self.program.gatherings[i]
        complete = np.zeros_like(self.complete) if gathering.open else self.complete
        if gathering.function == "of":
            return self._common(gathering), None
        groups, (who,) = self.groups, gathering.steps
        sure, settled = self.seen.met(who), complete
        if complete.any():
            settled = complete & ~groups.any(self.seen.unknown(who))
        if gathering.function == "any":
            met = groups.any(sure)
            return Verdicts(groups.rows.pack(met), groups.rows.pack(settled & ~met)), None
        if gathering.function == "count":
            found = Values(groups.count(sure), groups.rows.everywhere)
        else:
            assert gathering.item is not None
            item = self.seen.value(gathering.item)
            assert isinstance(item, Values)
            known = sure & self.seen.rows.where(item.known)
            settled = settled & ~groups.any(sure & ~known)
            if gathering.function == "sum":
                found = Values(groups.sum(np.where(known, item.numbers, 0)), groups.rows.everywhere)
            else:
                highest = groups.highest(np.where(known, item.numbers, _LOWEST))
                found = Values(highest, groups.rows.pack(groups.any(known)))
        return Values(found.numbers, found.known & groups.rows.pack(settled)), found

    def _common(self, gathering: Gathering) -> Column:
        """What those have in common who have a role, or may have it where it is one person's."""
        assert gathering.item is not None
        item = self.seen.value(gathering.item)
        if gathering.steps not in self._havers:
            steps = gathering.steps
            having = self._first_of(steps) if len(steps) > 1 else self.seen.met(steps[0])
            self._havers[steps] = _Havers(self.groups, having)
        return self._havers[gathering.steps].common(self.seen.rows, item)

    def _first_of(self, steps: tuple[ex.Expr, ...]) -> Flags:
        """Who may have a role that is one person's, or surely has it: by the earliest step that somebody meets."""
        groups, beyond = self.groups, len(steps)
        surely = np.full(self.seen.rows.count, beyond, np.int8)
        perhaps = surely.copy()
        for number in reversed(range(len(steps))):
            surely[self.seen.met(steps[number])] = number
            perhaps[self.seen.unknown(steps[number])] = number
        earliest = groups.lowest(surely)[groups.of]
        first: Flags = (surely == earliest) & (earliest < beyond)
        tied = groups.count(first)[groups.of] > 1
        if tied.any():
            among = np.flatnonzero(first & tied)
            first[among] = False
            first[self._foremost(among)] = True
        return np.asarray(first | (perhaps < earliest))

    def _foremost(self, members: Numbers) -> Numbers:
        """Of ``members``, of each household the one whose facts come first (``projecting.content_key``)."""
        seen, person = self.seen, people_of(self.book).person
        relations = {seen.records.text(name): i for i, name in enumerate(person.facts[RELATION].values)}
        relation = seen.whole[RELATION]
        assert isinstance(relation, Values)
        known = seen.rows.where(relation.known)[members]
        numbers = relation.numbers[members].tolist()
        order = [relations[n] if k else len(relations) for n, k in zip(numbers, known.tolist(), strict=True)]
        columns = (seen.whole[BORN_ON], *(seen.whole[name] for name in person.facts if name != BORN_ON), seen.late)
        kinds = ("date", *(fact.value_type.kind for name, fact in person.facts.items() if name != BORN_ON), "date")
        told = [self._told(column, kind, members) for column, kind in zip(columns, kinds, strict=True)]
        places = one_piece(self.chunk.members.column(PLACE)).take(pa.array(members))
        table = pa.table(
            {
                "of": self.groups.of[members],
                "relation": order,
                "told": pc.binary_join_element_wise(*told, "|"),
                "place": places,
            }
        )
        ranked = pc.sort_indices(table, [(name, "ascending") for name in table.column_names]).to_numpy()
        of = self.groups.of[members][ranked]
        return np.asarray(members[ranked[np.flatnonzero(np.diff(of, prepend=-1))]])

    def _told(self, column: Column, kind: str, members: Numbers) -> Any:
        """A fact of some members as the key of what they tell writes it."""
        known = self.seen.rows.where(column.known)[members]
        if not known.any():
            return pa.scalar("")
        if isinstance(column, Verdicts):
            met = self.seen.rows.where(column.met)[members]
            codes = np.where(known, 1 + met.astype(np.int8), 0)
            return pa.array(["", "false", "true"]).take(pa.array(codes))
        if kind in ("choice", "list"):
            texts = pa.array(["", *(text.strip(";") for text in self.seen.records.texts)])
            return texts.take(pa.array(np.where(known, column.numbers[members], 0)))
        return pa.array(column.numbers[members], mask=~known).cast(pa.string()).fill_null("")


class _Groups:
    """The households that have members, ``counts`` of each, who stand together; ``filled``: their places among all."""

    def __init__(self, filled: Numbers, counts: Numbers, all_: int) -> None:
        self.filled, self.rows, self._all = filled, Rows(len(filled)), all_
        self.of = np.repeat(np.arange(len(filled)), counts)
        self._starts = np.cumsum(counts) - counts

    def any(self, flags: Flags) -> Flags:
        """Whether any member is flagged."""
        found = np.zeros(self.rows.count, np.bool_)
        members = np.flatnonzero(flags)
        if len(members) == len(self.of):
            return ~found
        found[self.of[members]] = True
        return found

    def count(self, flags: Flags) -> Numbers:
        """How many members are flagged."""
        return np.bincount(self.of[flags], minlength=self.rows.count)

    def sum(self, numbers: Numbers) -> Numbers:
        return np.asarray(np.add.reduceat(numbers, self._starts))

    def lowest(self, numbers: Any) -> Any:
        return np.minimum.reduceat(numbers, self._starts)

    def highest(self, numbers: Numbers) -> Numbers:
        return np.asarray(np.maximum.reduceat(numbers, self._starts))

    def spread(self, column: Column, rows: Rows) -> Column:
        """A column of these households as one of all."""
        if len(self.filled) == self._all:
            return column

        def flags(words: Words) -> Words:
            whole = np.zeros(self._all, np.bool_)
            whole[self.filled] = self.rows.where(words)
            return rows.pack(whole)

        if isinstance(column, Verdicts):
            return Verdicts(flags(column.met), flags(column.failed))
        numbers = np.zeros(self._all, np.int64)
        numbers[self.filled] = column.numbers
        return Values(numbers, flags(column.known))


class _Havers:
    """The members who have a role, or may have it where it is one person's; ``having`` flags them."""

    def __init__(self, groups: _Groups, having: Flags) -> None:
        self.members = np.flatnonzero(having)
        self._rows, self._of = groups.rows, groups.of[self.members]
        first = np.diff(self._of, prepend=-1) != 0
        #: Where those of each household begin; None where each has one at most.
        self._starts = None if first.all() else np.flatnonzero(first)
        self._groups = self._of[first]
        #: Whether each household has exactly one.
        self._one_each = self._starts is None and len(self.members) == groups.rows.count

    def common(self, rows: Rows, column: Column) -> Column:
        """What those of each household have in common; ``rows`` are those of all members."""
        if not column.known.any():
            return self._rows.no_verdict if isinstance(column, Verdicts) else self._rows.no_value
        if isinstance(column, Verdicts):
            met, failed = (self._all(rows.where(words)[self.members]) for words in (column.met, column.failed))
            return Verdicts(met, failed)
        values, known = column.numbers[self.members], rows.where(column.known)[self.members]
        if self._one_each:
            return Values(values, self._rows.pack(known))
        numbers = np.zeros(self._rows.count, np.int64)
        if self._starts is None:
            numbers[self._of] = values
            return Values(numbers, self._all(known))
        low, high = (pick.reduceat(values, self._starts) for pick in (np.minimum, np.maximum))
        numbers[self._groups] = low
        alike = np.zeros(self._rows.count, np.bool_)
        alike[self._groups] = low == high
        return Values(numbers, self._all(known) & self._rows.pack(alike))

    def _all(self, flags: Flags) -> Words:
        """The households all of whose members here are flagged."""
        if self._one_each:
            return self._rows.pack(flags)
        found = np.zeros(self._rows.count, np.bool_)
        found[self._groups] = flags if self._starts is None else np.logical_and.reduceat(flags, self._starts)
        return self._rows.pack(found)


def _equal(rows: Rows, one: Column, other: Column) -> Words:
    """Where both have one value, as far as they are known."""
    if isinstance(one, Values) and isinstance(other, Values):
        return rows.pack(one.numbers == other.numbers)
    return rows.same(one, other)


def _floor(expr: ex.Expr, least: Mapping[str, Values], rows: Rows) -> Values | None:
    """As :func:`ancu.household.projecting._floor`; None where there is never any."""
    match expr:
        case ex.Fact(name):
            return least.get(name)
        case ex.Constant(int(value)):
            return Values(rows.throughout(value), rows.everywhere)
        case ex.Arithmetic("+", left, right):
            a, b = _floor(left, least, rows), _floor(right, least, rows)
            return None if a is None or b is None else Values(a.numbers + b.numbers, a.known & b.known)
    return None
