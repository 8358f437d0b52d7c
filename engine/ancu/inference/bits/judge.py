"""The fastest engine for lists: three-valued logic on bit vectors, 64 records in one machine word.

A verdict of a condition over a table is two bit vectors: where it is met, and where it is not; where neither, it is
unknown. Strong Kleene logic is then bitwise, and Arrow holds yes/no columns as bit vectors already. Numbers, days and
choices are arrays of integers with a bit vector of where they are known; only comparisons look at them row by row.

The tables it takes and makes are those of :mod:`ancu.inference.sql.statement`'s statements; each row is judged by the
program of its own epoch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.evaluate import ROOT, Evaluation, Shared
from ancu.inference.bits.records import Records, days_of
from ancu.inference.bits.sharing import SharedSets, shared_sets
from ancu.inference.bits.vectors import Column, Numbers, Values, Words
from ancu.inference.carriers import carriers
from ancu.inference.doubts import touched_in
from ancu.inference.joint import join
from ancu.inference.marks import Gather, Mark, marks_of, unsure_of
from ancu.inference.program import Program
from ancu.inference.schedule import Schedule, by_epoch, schedule_of
from ancu.inference.table_schema import SETS, SETS_OF_PEOPLE, Part, bits_of
from ancu.inference.verdicts import OTHER_REGION, OUTCOMES, REASON_BASE, amounts_of, quantities_of
from ancu.rulebook.expressions import Expr, Name
from ancu.rulebook.rulebook import Rulebook


class BitJudge:
    """Judges tables under several programmes; tables and columns are named as in a statement with ``detail``.

    ``people``: the facts of their records follow from the members of households.
    """

    def __init__(
        self, book: Rulebook, programmes: Iterable[str], epochs: Iterable[int], *, detail: bool, people: bool = False
    ) -> None:
        self.book, self.programmes, self.detail = book, list(programmes), detail
        self.epochs = sorted(set(epochs))
        self._starts = np.array([start.toordinal() for start in book.epochs.starts])
        self.sets = SETS_OF_PEOPLE if people else SETS
        self.schedules: dict[str, Schedule] = {
            name: schedule_of(book, name, self.epochs, people) for name in self.programmes
        }
        programs = [program for schedule in self.schedules.values() for program in schedule.programs.values()]
        self.joints = {epoch: self._joints_in(epoch) for epoch in self.epochs}
        self.touched = {
            (name, epoch): touched
            for name, schedule in self.schedules.items()
            for epoch, touched in by_epoch(schedule.programs, touched_in)
        }
        self.unsure = {
            (name, epoch): unsure
            for name, schedule in self.schedules.items()
            for epoch, unsure in by_epoch(schedule.programs, partial(self._unsure, name))
        }
        self.shared: dict[tuple[str, int], SharedSets] = {}
        self.parts = tuple(self._part(name) for name in self.programmes)
        known = (
            {name for part in self.parts for name in quantities_of(book, part.programs.values())} if detail else set()
        )
        self.values: Mapping[str, str] = {name: f"value.{name}" for name in sorted(known)}
        read = (name for program in programs for name in (*program.facts, *program.companions))
        self.facts = tuple(dict.fromkeys(read))

    def _joints_in(self, epoch: int) -> dict[str, int]:
        """For each programme in force in ``epoch``, the number of those with which it shares what its names mean."""
        programs = (s.programs[epoch] for s in self.schedules.values() if epoch in s.programs)
        return {program.programme: i for i, joint in enumerate(join(programs)) for program in joint.programs}

    def _unsure(self, name: str, program: Program) -> Expr | None:
        return unsure_of(program, ROOT, self.book.programmes[name].territory)

    def _part(self, name: str) -> Part:
        programs = self.schedules[name].programs
        if not self.detail or not programs:
            return Part(name, programs)
        marks = dict(by_epoch(programs, partial(marks_of, root=ROOT)))
        once = {id(found): found for found in marks.values()}.values()
        amounts = {figure: f"{name}.amount.{figure}" for figure in amounts_of(self.book, name, programs.values())}
        bits = {key: bits_of(name, [getattr(found, key) for found in once]) for key in self.sets}
        shared = {id(marks[epoch]): shared_sets(programs[epoch], marks[epoch], self.sets) for epoch in marks}
        self.shared.update({(name, epoch): shared[id(found)] for epoch, found in marks.items()})
        return Part(name, programs, **bits, amounts=amounts, kinds=())

    def judge(self, table: pa.Table) -> pa.Table:
        """What the statement would make of ``table``."""
        days = days_of(table)
        epochs = np.searchsorted(self._starts, days, side="right") - 1
        present = np.unique(epochs).tolist()
        if len(present) == 1:
            return pa.table(_Epoch(self, table, days, present[0]).columns())
        pieces, order = [], []
        for epoch in present:
            rows = np.flatnonzero(epochs == epoch)
            order.append(rows)
            columns = _Epoch(self, table.take(pa.array(rows)), days[rows], epoch).columns()
            pieces.append(pa.table(columns))
        joined = pa.concat_tables(pieces).combine_chunks()
        return joined.take(pa.array(np.argsort(np.concatenate(order), kind="stable")))


class _Epoch:
    """The rows of a table whose days lie in one epoch, and the columns of the result for them."""

    def __init__(self, judge: BitJudge, table: pa.Table, days: Numbers, epoch: int) -> None:
        self.judge, self.book, self.table, self.epoch = judge, judge.book, table, epoch
        self.records = Records(judge.book, table, days)
        self.rows = self.records.rows

    def columns(self) -> dict[str, Any]:
        """The columns of the result for these rows, by name."""
        columns: dict[str, Any] = {}
        quoted: dict[str, list[Column]] = {}
        # Programmes read many conditions in common: each is evaluated once.
        joints = self.judge.joints[self.epoch]
        shared = [Shared() for _ in range(max(joints.values(), default=-1) + 1)]
        for part in self.judge.parts:
            name = part.programme
            program = part.programs.get(self.epoch)
            if program is None:
                columns |= self._outside(part)
                continue
            touched, sets = self.judge.touched[name, self.epoch], self.judge.shared.get((name, self.epoch))
            repeated = sets.repeated if sets is not None else frozenset()
            values = Evaluation(self.records, program, touched, shared[joints[name]], repeated)
            columns |= self._judged(part, program, values)
            if self.judge.detail:
                for quantity in quantities_of(self.book, [program]):
                    quoted.setdefault(quantity, []).append(values.value(quantity))
        for region in dict.fromkeys(self.book.programmes[name].region for name in self.judge.programmes):
            if region is not None and region in self.table.column_names:
                columns[f"region.{region}"] = one_piece(self.table.column(region))
        columns["epoch"] = np.full(self.rows.count, self.epoch, np.int64)
        for name, column in self.judge.values.items():
            columns[column] = self._first(quoted.get(name, []))
        return columns

    def _outside(self, part: Part) -> dict[str, Any]:
        """The columns of a programme of which the day alone decides."""
        name, count = part.programme, self.rows.count
        columns: dict[str, Any] = {
            f"{name}.verdict": np.full(count, self.judge.schedules[name].verdicts[self.epoch], np.int8),
            f"{name}.provisional": np.zeros(count, np.bool_),
            f"{name}.reason": pa.nulls(count, pa.int64()),
        }
        if self.judge.detail:
            columns |= {f"{name}.{key}": np.zeros(count, np.int64) for key in self.judge.sets}
            columns |= {column: pa.nulls(count, pa.int64()) for column in part.amounts.values()}
        return columns

    def _judged(self, part: Part, program: Program, values: Evaluation) -> dict[str, Any]:
        """The columns of a programme that judges these rows."""
        name, rows, root = part.programme, self.rows, values.root
        # Eligible is 0, ineligible 1, undetermined 2.
        unknown = ~root.known & rows.everywhere
        verdict = rows.where(root.failed).view(np.int8) + 2 * rows.where(unknown).view(np.int8)
        territory = self.book.programmes[name].territory
        if territory is not None:
            verdict[rows.where(values.verdicts(Name(territory)).failed)] = OTHER_REGION
        provisional = root.known & ~values.root_again.known & rows.everywhere
        unsure = self.judge.unsure[name, self.epoch]
        if unsure is not None:
            provisional = provisional | values.verdicts(unsure).met
        columns: dict[str, Any] = {
            f"{name}.verdict": verdict,
            f"{name}.provisional": pa.Array.from_buffers(pa.bool_(), rows.count, [None, pa.py_buffer(provisional)]),
            f"{name}.reason": self._reason(program, values),
        }
        if self.judge.detail:
            for key, unions in self.judge.shared[name, self.epoch].unions.items():
                columns[f"{name}.{key}"] = self._mask(values, unions, getattr(part, key))
            for figure, column in part.amounts.items():
                amount = values.value(figure) if figure in program.nodes else rows.no_value
                known = amount.known & root.met if isinstance(amount, Values) else rows.nowhere
                numbers = amount.numbers if isinstance(amount, Values) else np.zeros(rows.count, np.int64)
                columns[column] = pa.array(numbers, mask=~rows.where(known))
        return columns

    def _reason(self, program: Program, values: Evaluation) -> Numbers:
        """As :func:`ancu.inference.verdicts.reason_of`."""
        rows, root = self.rows, values.root
        carried: dict[str, Words] = dict.fromkeys(program.reported, rows.nowhere)

        def narrowed(expr: Expr, way: Words) -> Words:
            return way & rows.same(values.column(expr), root)

        for name, way in carriers(program.summary, rows.everywhere, narrowed):
            carried[name] = carried[name] | way
        outcomes = {True: root.met, None: ~root.known & rows.everywhere}
        above = {(OUTCOMES[value] * REASON_BASE).bit_length() - 1: where for value, where in outcomes.items()}
        return rows.number({**dict(enumerate(carried.values())), **above})

    def _mask(self, values: Evaluation, unions: Sequence[Gather], bits: Mapping[str, int]) -> Numbers:
        """A set of names as the sum of their bits."""
        held: dict[str, Words] = {}
        reached: dict[int, Words] = {id(unions[0]): self.rows.everywhere}
        for union in unions:
            where = reached.pop(id(union), None)
            here = where & values.verdicts(union.when).met if where is not None else self.rows.nowhere
            if not here.any():
                continue
            for set_ in union.sets:
                if isinstance(set_, Mark):
                    held[set_.name] = held[set_.name] | here if set_.name in held else here
                else:
                    reached[id(set_)] = reached[id(set_)] | here if id(set_) in reached else here
        return self.rows.number({bit: held[name] for name, bit in bits.items() if name in held})

    def _first(self, columns: list[Column]) -> Any:
        """The first of several columns that is known, as numbers."""
        numbers, known = np.zeros(self.rows.count, np.int64), self.rows.nowhere
        for column in columns:
            assert isinstance(column, Values)
            more = self.rows.where(column.known & ~known)
            numbers[more] = column.numbers[more]
            known = known | column.known
        return pa.array(numbers, mask=~self.rows.where(known))
