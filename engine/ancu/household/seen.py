"""Members as a program sees them, in bit vectors: what is known of those left out, and the value of each text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.household.members import BORN_ON, people_of
from ancu.household.projecting import WholeMember, see
from ancu.household.projection_columns import unknown_of
from ancu.household.tables import BORN_FIRST, BORN_LAST
from ancu.inference.bits.evaluate import Evaluation, Shared
from ancu.inference.bits.kinds import numbers_of
from ancu.inference.bits.records import Records
from ancu.inference.bits.vectors import Column, Numbers, Rows, Values, Verdicts, Words
from ancu.inference.doubts import above
from ancu.inference.program import Program, nodes_in
from ancu.kept import kept
from ancu.rulebook import expressions as ex
from ancu.rulebook.calendar import BEGINNING, FOREVER
from ancu.rulebook.rulebook import Rulebook

Flags = np.ndarray[Any, np.dtype[np.bool_]]


class MembersSeen:
    """The members of some households, each judged on one of ``days``.

    ``current``: for whom a beginning that nobody knows has passed. ``among``: of flags of members, which are in the
    household of one that is flagged.
    """

    def __init__(
        self,
        book: Rulebook,
        program: Program,
        members: pa.Table,
        days: Numbers,
        current: Flags,
        among: Callable[[Flags], Flags],
    ) -> None:
        self.book, self.people, self.program, self.members, self.days = (
            book,
            people_of(book),
            _as_read(program),
            members,
            days,
        )
        self._current, self._among = current, among
        self.records = Records(self.people.person, members, days)
        self.rows: Rows = self.records.rows
        #: What the rows state, with nothing filled in.
        self.stated = {name: self.records.fact(name) for name in self.people.person.facts}
        self.ranges = BORN_FIRST in members.column_names
        self.whole = self._filled(BORN_FIRST)
        for name, column in self.whole.items():
            self.records.put(name, column)
        self._values: dict[ex.Expr, Column] = {}
        self._cells: dict[int, ColumnCells] = {}
        self._alike: dict[int, Numbers] = {}
        self._whole: dict[int, WholeMember] = {}
        self._causes: dict[tuple[int, int], tuple[str, ...]] = {}

    def value(self, expr: ex.Expr) -> Column:
        """The value of ``expr`` for each member; unknown where it hangs on which day of birth is the right one."""
        if expr not in self._values:
            column = self._first.column(expr)
            if self._reads_born(expr) or not self._touched.isdisjoint(nodes_in(expr)):
                column = common(self.rows, column, self._last.column(expr))
            self._values[expr] = column
        return self._values[expr]

    def met(self, expr: ex.Expr) -> Flags:
        """For whom ``expr`` is met."""
        column = self.value(expr)
        assert isinstance(column, Verdicts)
        return np.asarray(self.rows.where(column.met))

    def unknown(self, expr: ex.Expr) -> Flags:
        """For whom ``expr`` is unknown."""
        return np.asarray(~self.rows.where(self.value(expr).known))

    # -- one member ---------------------------------------------------------------------------------------------------

    def at(self, expr: ex.Expr, row: int) -> Any:
        """The value of ``expr`` for the member in a row; choices by their numbers."""
        cells = self._cells.get(id(expr))
        if cells is None:
            cells = self._cells[id(expr)] = ColumnCells(self.rows, self.value(expr))
        return cells.at(row)

    def causes(self, expr: ex.Expr, row: int) -> tuple[str, ...]:
        """The facts of the member in a row that ``expr``, which is unknown of him, still reads.

        They are the same of all for whom each part of ``expr`` is known alike, and are found of one of these.
        """
        alike = self._alike.get(id(expr))
        if alike is None:
            alike = self._alike[id(expr)] = self._alike_in(expr)
        key = (id(expr), int(alike[row]))
        if key not in self._causes:
            self._causes[key] = self.whole_member(row, 0).causes(expr)
        return self._causes[key]

    def whole_member(self, row: int, place: int) -> WholeMember:
        """The member in a row as he is seen by himself."""
        if row not in self._whole:
            variants = [self._facts_at(self._told, row)]
            if self.ranges and self._told_late[BORN_ON].at(row) != self._told[BORN_ON].at(row):
                variants.append(self._facts_at(self._told_late, row))
            day = date.fromordinal(int(self.days[row]))
            self._whole[row] = see(self.book, self.program, place, variants, day)
        return self._whole[row]

    def _facts_at(self, told: Mapping[str, ColumnCells], row: int) -> dict[str, Any]:
        return {name: value for name, cells in told.items() if (value := cells.at(row)) is not None}

    @cached_property
    def _told(self) -> dict[str, ColumnCells]:
        """The facts, with what is known of those left out, as engine values."""
        return self._engine_values(self.whole)

    @cached_property
    def _told_late(self) -> dict[str, ColumnCells]:
        """The same on the last day on which each may have been born."""
        return self._engine_values({**self.whole, **{n: self._filled(BORN_LAST)[n] for n in self._varying}})

    def _engine_values(self, columns: Mapping[str, Column]) -> dict[str, ColumnCells]:
        texts, facts = self.records.texts, self.people.person.facts
        return {
            name: ColumnCells(self.rows, column, facts[name].value_type.kind, texts) for name, column in columns.items()
        }

    def _alike_in(self, expr: ex.Expr) -> Numbers:
        """A number for each member, the same for those for whom each part of ``expr`` is known alike."""
        bits: list[Words] = []
        evaluations = [self._first, *([self._last] if self.ranges else [])]
        for part in self._parts_of(expr, set()):
            for evaluation in evaluations:
                column = evaluation.column(part)
                bits += [column.known, column.met] if isinstance(column, Verdicts) else [column.known]
        if self.ranges:
            bits.append(self.records.fact(BORN_FIRST).known)
        told = np.stack(list(numbers_of(self.rows, bits)), axis=1)
        return np.asarray(np.unique(told, axis=0, return_inverse=True)[1].reshape(-1))

    def _parts_of(self, expr: ex.Expr, seen: set[str]) -> Iterator[ex.Expr]:
        """``expr`` and all that it is made of, what its names mean among it."""
        for part in expr.walk():
            yield part
            if isinstance(part, ex.Name) and part.id not in seen:
                seen.add(part.id)
                yield from self._parts_of(self.program.nodes[part.id].expr, seen)

    # -- what is known of those left out ------------------------------------------------------------------------------

    def _filled(self, born: str) -> dict[str, Column]:
        """The facts with what is known of those left out; ``born``: the column that stands for a day of birth."""
        rows, whole = self.rows, dict(self.stated)
        if self.ranges:
            whole[BORN_ON] = known_first(rows, self.records.fact(born), whole[BORN_ON])
        for name, fact in self.people.given.items():
            if fact.closed is not None:
                told = rows.nowhere
                for by in fact.closed_by or (name,):
                    told = told | self.stated[by].known
                if told.any():
                    told = rows.pack(self._among(rows.where(told)))
                    if unknown_of(name) in self.members.column_names:
                        unknown = self.records.fact(unknown_of(name))
                        assert isinstance(unknown, Verdicts)
                        told = told & ~unknown.met
                    whole[name] = known_first(rows, whole[name], self._throughout(fact.closed, told))
        for name, fact in self.people.given.items():
            if fact.ends:
                whole[name] = known_first(rows, whole[name], self._throughout(FOREVER.toordinal(), rows.everywhere))
            elif fact.begins:
                if isinstance(fact.begins, str):
                    whole[name] = known_first(rows, whole[name], whole[fact.begins])
                beginning = self._throughout(BEGINNING.toordinal(), rows.pack(self._current))
                whole[name] = known_first(rows, whole[name], beginning)
        return whole

    def _throughout(self, value: bool | str | int, where: Words) -> Column:
        """One value, known in some rows."""
        if isinstance(value, bool):
            return Verdicts(*((where, self.rows.nowhere) if value else (self.rows.nowhere, where)))
        number = self.records.text(value) if isinstance(value, str) else value
        return Values(self.rows.throughout(number), where)

    # -- what hangs on the day of birth -------------------------------------------------------------------------------

    @cached_property
    def _first(self) -> Evaluation:
        return Evaluation(self.records, self.program, frozenset(), Shared())

    @cached_property
    def _last(self) -> Evaluation:
        """The members on the last day on which each may have been born."""
        records = self.records.alike(self.members, self.days)
        for name, column in self._filled(BORN_LAST).items():
            records.put(name, column if name in self._varying else self.whole[name])
        shared = Shared()
        for name in self.program.nodes:
            if name not in self._touched:
                shared.values[name] = self._first.value(name)
        return Evaluation(records, self.program, frozenset(), shared)

    @cached_property
    def late(self) -> Column:
        """The last day on which each member may have been born."""
        return self._filled(BORN_LAST)[BORN_ON] if self.ranges else self.whole[BORN_ON]

    @cached_property
    def _varying(self) -> set[str]:
        """The facts that are others on the last day of birth."""
        varying = {BORN_ON} if self.ranges else set()
        for name, fact in self.people.given.items():
            if fact.begins in varying:
                varying.add(name)
        return varying

    @cached_property
    def _touched(self) -> set[str]:
        """The nodes that may be others then."""
        nodes = self.program.nodes.values()
        return above({n.name: nodes_in(n.expr) for n in nodes}, [n.name for n in nodes if self._reads_born(n.expr)])

    def _reads_born(self, expr: ex.Expr) -> bool:
        return any(isinstance(part, ex.Fact) and part.id in self._varying for part in expr.walk())


class ColumnCells:
    """A column of the facts of some kind whose cells are asked for one by one: engine values, None where unknown."""

    def __init__(self, rows: Rows, column: Column, kind: str = "", texts: Sequence[str] = ()) -> None:
        self._kind, self._texts = kind, texts
        self._known = rows.where(column.known)
        self._held = rows.where(column.met) if isinstance(column, Verdicts) else column.numbers

    def at(self, row: int) -> Any:
        if not self._known[row]:
            return None
        value = self._held[row].item()
        if self._kind == "choice":
            return self._texts[value - 1]
        return frozenset(filter(None, self._texts[value - 1].split(";"))) if self._kind == "list" else value


@dataclass(frozen=True)
class MemberInColumns:
    """The member in a row of ``seen``, as :class:`~ancu.household.projecting.SeenMember` asks it."""

    seen: MembersSeen
    row: int
    place: int

    @property
    def key(self) -> tuple[Any, ...]:
        return self.seen.whole_member(self.row, self.place).key

    def value(self, expr: ex.Expr) -> Any:
        return self.seen.at(expr, self.row)

    def causes(self, expr: ex.Expr) -> tuple[str, ...]:
        return self.seen.causes(expr, self.row)


@kept
def _as_read(program: Program) -> Program:
    """``program`` on the one reading of each condition that counts of a person."""
    return replace(program, nodes={name: replace(node, readings=()) for name, node in program.nodes.items()})


def known_first(rows: Rows, one: Column, other: Column) -> Column:
    """``one``, and where that is unknown, ``other``."""
    if isinstance(one, Verdicts):
        assert isinstance(other, Verdicts)
        return Verdicts(one.met | ~one.known & other.met, one.failed | ~one.known & other.failed)
    assert isinstance(other, Values)
    if not (other.known & ~one.known).any():
        return one
    return Values(np.where(rows.where(one.known), one.numbers, other.numbers), one.known | other.known)


def common(rows: Rows, one: Column, other: Column) -> Column:
    """What both are; unknown where they differ."""
    if isinstance(one, Verdicts):
        assert isinstance(other, Verdicts)
        return Verdicts(one.met & other.met, one.failed & other.failed)
    assert isinstance(other, Values)
    return Values(one.numbers, one.known & other.known & rows.pack(one.numbers == other.numbers))
