"""Single changes in columns: each fact that may be changed is changed in all refused rows, and these judged again.

A number is first taken for unknown: where the case is refused even so, no value of it would help. In the others it is
put where a comparison that reads it turns, exactly, and they are judged again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.judged_table import Numbers
from ancu.batch.single_changes import SingleChanges
from ancu.decision.what_if.levers import readers_of, span
from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.evaluate import Evaluation, Shared
from ancu.inference.bits.records import Records, days_of
from ancu.inference.bits.vectors import Values
from ancu.inference.doubts import touched_in
from ancu.inference.least import disputed, least_of
from ancu.inference.program import Program
from ancu.inference.verdicts import INELIGIBLE
from ancu.rulebook.expressions import Compare
from ancu.rulebook.rulebook import Rulebook

#: Whether a comparison holds, by the difference of its sides.
_HOLDS: Mapping[str, Any] = {
    "=": np.equal, "<>": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip


#: By row, the facts that each alone would make it eligible, with the value nearest to the present one that does.
Helping = dict[int, dict[str, Any]]


def single_changes(
    book: Rulebook, programs: Mapping[int, Program], table: pa.Table, verdicts: Numbers, epochs: Numbers
) -> tuple[SingleChanges, Helping]:
    """What one change alone would do for the rows of a source ``table`` that are refused: counted, and by row.

    ``verdicts`` and ``epochs`` are those of its rows, ``programs`` the programme by epoch.
    """
    found, helping = SingleChanges(), Helping()
    refused = verdicts == INELIGIBLE
    for epoch in np.unique(epochs[refused]).tolist():
        rows = np.flatnonzero(refused & (epochs == epoch))
        some = _RefusedRows(book, programs[epoch], table.take(pa.array(rows)))
        found.update(some.single())
        helping |= {int(rows[row]): values for row, values in some.helping.items()}
    return found, helping


class _RefusedRows:
    """Rows that a program refuses."""

    def __init__(self, book: Rulebook, program: Program, table: pa.Table) -> None:
        self.book, self.program = book, program
        read = {"as_of", *program.facts, *program.companions}
        self.table = table.select([name for name in table.column_names if name in read])
        self.helping = Helping()

    def single(self) -> SingleChanges:
        """What is counted of them; ``helping`` then says it by row."""
        found = SingleChanges(refused=len(self.table))
        for fact, change in self.book.changeable.items():
            if fact not in self.program.facts or fact not in self.table.column_names:
                continue
            if isinstance(change.to, str):
                gaps, values = self._number(fact, change.to == "lower")
                found.add(fact, len(values), gaps)
            else:
                values = self._any_of(fact, change.to if isinstance(change.to, list) else [change.to])
                found.add(fact, len(values))
            for row, value in values.items():
                self.helping.setdefault(row, {})[fact] = value
        found.cases = len(self.helping)
        return found

    def _any_of(self, fact: str, to: list[Any]) -> dict[int, Any]:
        """The rows of which some other value of ``fact`` alone would do, each with the first of ``to`` that does."""
        helps, first = np.zeros(len(self.table), np.bool_), dict[int, Any]()
        column = one_piece(self.table.column(fact))
        if pa.types.is_dictionary(column.type):
            column = column.cast(pa.string())
        for value in to:
            other = pc.fill_null(pc.not_equal(column, pa.scalar(value, column.type)), False)
            rows = np.flatnonzero(other.to_numpy(zero_copy_only=False) & ~helps)
            if len(rows):
                changed = pa.array([value] * len(rows), column.type)
                helps[rows] = met = _Changed(self, rows, fact, changed).eligible()
                first |= dict.fromkeys(rows[met].tolist(), value)
        return first

    def _number(self, fact: str, lower: bool) -> tuple[list[int], dict[int, int]]:
        """By how much ``fact`` alone is off in each row of which another number would do, and the nearest such."""
        gaps = np.zeros(len(self.table), np.int64)
        column = one_piece(self.table.column(fact)).cast(pa.int64())
        stated = np.flatnonzero(column.is_valid().to_numpy(zero_copy_only=False))
        if not len(stated):
            return [], {}
        # Refused whatever the number is: nothing to look for.
        open_ = _Changed(self, stated, fact, pa.nulls(len(stated), pa.int64())).not_refused()
        rows = stated[open_]
        if not len(rows):
            return [], {}
        now = column.take(pa.array(rows)).to_numpy()
        for value in self._turns(fact, rows, now, lower):
            at = np.flatnonzero(value != now)
            some = rows[at]
            if not len(some):
                continue
            met = _Changed(self, some, fact, pa.array(value[at])).eligible()
            off = np.abs(value[at] - now[at])
            better = met & ((gaps[some] == 0) | (off < gaps[some]))
            gaps[some[better]] = off[better]
        helped = np.flatnonzero(gaps)
        nearest = now[np.searchsorted(rows, helped)] + (-gaps[helped] if lower else gaps[helped])
        return gaps[helped].tolist(), dict(zip(helped.tolist(), nearest.tolist(), strict=True))

    def _turns(self, fact: str, rows: Numbers, now: Numbers, lower: bool) -> Iterator[Numbers]:
        """For each comparison that reads ``fact``, the nearest number at which it turns in a row; else the present."""
        low, high = span(self.book.facts[fact])
        step = -1 if lower else 1
        here, beside = (_Changed(self, rows, fact, pa.array(one)) for one in (now, now + step))
        for compare in readers_of(self.program).get(fact, ()):
            if not isinstance(compare, Compare):
                continue
            at, next_ = here.difference(compare), beside.difference(compare)
            if at is None or next_ is None:
                continue
            slope = (next_[0] - at[0]) * step
            sloping = at[1] & next_[1] & (slope != 0)
            holds = _HOLDS[compare.operator]
            first = np.floor_divide(-at[0], np.where(sloping, slope, 1))
            best, distance = now.copy(), np.full(len(now), np.iinfo(np.int64).max)
            for off in (first - 1, first, first + 1):
                value = now + off
                turned = holds(at[0] + slope * off, 0) != holds(at[0], 0)
                good = sloping & turned & (off * step > 0) & (value >= low) & (value <= high) & (abs(off) < distance)
                best, distance = np.where(good, value, best), np.where(good, abs(off), distance)
            yield best


class _Changed:
    """Some refused rows with another column for one fact."""

    def __init__(self, of: _RefusedRows, rows: Numbers, fact: str, column: pa.Array[Any]) -> None:
        self.program = of.program
        table = of.table.take(pa.array(rows))
        # What members dispute or give at least says nothing of a number that has been changed.
        beside = [name for name in (least_of(fact), disputed(fact)) if name in table.column_names]
        self.before = table
        table = table.drop_columns(beside).set_column(table.column_names.index(fact), fact, column)
        self.book, self.table = of.book, table
        self._evaluation = self._evaluate(table)

    def _evaluate(self, table: pa.Table) -> Evaluation:
        records = Records(self.book, table, days_of(table))
        return Evaluation(records, self.program, touched_in(self.program), Shared())

    def not_refused(self) -> Any:
        """Where the case would not be refused."""
        return ~self._evaluation.rows.where(self._evaluation.root.failed)

    def eligible(self) -> Any:
        """Where the case would be eligible, and contradict itself in nothing in which it did not before."""
        evaluation = self._evaluation
        met = evaluation.root.met
        if met.any() and self.program.conflicts:
            before = self._evaluate(self.before)
            for broken in self.program.conflicts.values():
                met = met & ~(evaluation.verdicts(broken).met & ~before.verdicts(broken).met)
        return evaluation.rows.where(met)

    def difference(self, compare: Compare) -> tuple[Numbers, Any] | None:
        """Left less right of a comparison, and where both are known; None of what compares no numbers."""
        left, right = (self._evaluation.column(side) for side in (compare.left, compare.right))
        if not isinstance(left, Values) or not isinstance(right, Values):
            return None
        return left.numbers - right.numbers, self._evaluation.rows.where(left.known & right.known)
