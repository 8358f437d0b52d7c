"""A program evaluated over the rows of a table, twice: as it stands, and with doubted conditions unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import numpy as np

from ancu.inference.bits.records import Records
from ancu.inference.bits.vectors import Column, Rows, Values, Verdicts, Words, add_months, every, some, years_between
from ancu.inference.marks import Doubted, Same, Unknown, second
from ancu.inference.program import Program
from ancu.rulebook import expressions as ex

#: The name of a program's root in its sets of marks.
ROOT = "="
_SECOND = second("")


class Shared:
    """What was evaluated, by name; ``again`` with doubted conditions unknown."""

    def __init__(self) -> None:
        self.values: dict[str, Column] = {}
        self.again: dict[str, Column] = {}
        self.doubted: dict[str, Words] = {}
        self.ages: dict[tuple[ex.Expr, bool], Column] = {}


class Evaluation:
    """The values of a program's nodes, and those of the second evaluation.

    ``repeated`` tells the expressions that are asked for again and again, by their identities: they are evaluated once.
    """

    def __init__(
        self,
        records: Records,
        program: Program,
        touched: frozenset[str],
        shared: Shared,
        repeated: frozenset[int] = frozenset(),
    ) -> None:
        self.records, self.rows = records, records.rows
        self.program, self._touched, self._shared = program, touched, shared
        self._repeated = repeated
        self._found: dict[tuple[int, bool], Column] = {}
        root = self.column(program.root)
        assert isinstance(root, Verdicts)
        self.root = root
        self.root_again = self._root_again()

    def _root_again(self) -> Verdicts:
        doubt = any(self.doubted(name).any() for name, node in self.program.nodes.items() if node.readings)
        again = self.column(self.program.root, again=True) if doubt else self.root
        assert isinstance(again, Verdicts)
        return again

    def value(self, name: str, again: bool = False) -> Column:
        """The value of a node; ``again``: with doubted conditions unknown."""
        if name == ROOT:
            return self.root_again if again else self.root
        again = again and name in self._touched
        known = self._shared.again if again else self._shared.values
        if name not in known:
            known[name] = self._node(name, again)
        return known[name]

    def _node(self, name: str, again: bool) -> Column:
        node = self.program.nodes[name]
        if again:
            value = self.column(node.expr, again=True)
            if node.readings:
                assert isinstance(value, Verdicts)
                sure = ~self.doubted(name)
                value = Verdicts(value.met & sure, value.failed & sure)
            return value
        return self.column(node.expr)

    def doubted(self, name: str) -> Words:
        """Where another reading of a settled condition has another value."""
        if name not in self._shared.doubted:
            value = self.value(name)
            assert isinstance(value, Verdicts)
            differs = self.rows.nowhere
            for reading in self.program.nodes[name].readings:
                differs = differs | ~self.rows.same(self.column(reading), value)
            self._shared.doubted[name] = differs & value.known
        return self._shared.doubted[name]

    def verdicts(self, expr: ex.Expr) -> Verdicts:
        """The value of a yes/no expression."""
        column = self.column(expr)
        assert isinstance(column, Verdicts)
        return column

    def column(self, expr: ex.Expr, again: bool = False) -> Column:
        """The value of an expression over the rows."""
        if id(expr) not in self._repeated:
            return _COLUMN[type(expr)](self, expr, again)
        place = id(expr), again
        if place not in self._found:
            self._found[place] = _COLUMN[type(expr)](self, expr, again)
        return self._found[place]

    def _logic(self, expr: ex.Expr, again: bool) -> Verdicts:
        column = self.column(expr, again)
        assert isinstance(column, Verdicts)
        return column

    def _numbers(self, expr: ex.Expr, again: bool) -> Values:
        column = self.column(expr, again)
        assert isinstance(column, Values)
        return column

    def _name(self, expr: ex.Name, again: bool) -> Column:
        bare = expr.id.removeprefix(_SECOND)
        return self.value(bare, again or bare != expr.id)

    def _fact(self, expr: ex.Fact, _again: bool) -> Column:
        return self.records.fact(expr.id)

    def _constant(self, expr: ex.Constant, _again: bool) -> Column:
        value, rows = expr.value, self.rows
        if isinstance(value, bool):
            return Verdicts(*((rows.everywhere, rows.nowhere) if value else (rows.nowhere, rows.everywhere)))
        return Values(rows.throughout(self.records.text(value) if isinstance(value, str) else value), rows.everywhere)

    def _unset(self, expr: ex.Unset, _again: bool) -> Column:
        types = self.records.book.types
        number = expr.name in types and types[expr.name].kind != "yes_no"
        return self.rows.no_value if number else self.rows.no_verdict

    def _as_of(self, _expr: ex.AsOf, _again: bool) -> Column:
        return Values(self.records.days, self.rows.everywhere)

    def _not(self, expr: ex.Not, again: bool) -> Column:
        negated = self._logic(expr.item, again)
        return Verdicts(negated.failed, negated.met)

    def _and(self, expr: ex.And, again: bool) -> Column:
        parts = [self._logic(item, again) for item in expr.items]
        return Verdicts(every([p.met for p in parts]), some([p.failed for p in parts]))

    def _or(self, expr: ex.Or, again: bool) -> Column:
        parts = [self._logic(item, again) for item in expr.items]
        return Verdicts(some([p.met for p in parts]), every([p.failed for p in parts]))

    def _at_least(self, expr: ex.AtLeast, again: bool) -> Column:
        rows, parts = self.rows, [self._logic(item, again) for item in expr.items]
        met = sum((rows.where(part.met).astype(np.int16) for part in parts), np.int16(0))
        failed = sum((rows.where(part.failed).astype(np.int16) for part in parts), np.int16(0))
        return Verdicts(rows.pack(met >= expr.count), rows.pack(failed > len(parts) - expr.count))

    def _same(self, expr: Same, again: bool) -> Column:
        same = self.rows.same(self.column(expr.left, again), self.column(expr.right, again))
        return Verdicts(same, ~same & self.rows.everywhere)

    def _unknown(self, expr: Unknown, again: bool) -> Column:
        known = self.column(expr.item, again).known
        return Verdicts(~known & self.rows.everywhere, known)

    def _doubted(self, expr: Doubted, _again: bool) -> Column:
        doubted = self.doubted(expr.id) if self.program.nodes[expr.id].readings else self.rows.nowhere
        return Verdicts(doubted, ~doubted & self.rows.everywhere)

    def _compared(self, expr: ex.Compare, again: bool) -> Column:
        return self._compare(expr.operator, self.column(expr.left, again), self.column(expr.right, again))

    def _within(self, expr: ex.Within, again: bool) -> Column:
        item, within = self.column(expr.item, again), self.rows.nowhere
        for value in expr.values:
            within = within | self._compare("=", item, self.column(value)).met
        return Verdicts(within, item.known & ~within)

    def _arithmetic(self, expr: ex.Arithmetic, again: bool) -> Column:
        a, b = self._numbers(expr.left, again), self._numbers(expr.right, again)
        return Values(_ARITHMETIC[expr.operator](a.numbers, b.numbers), a.known & b.known)

    def _extreme(self, expr: ex.Extreme, again: bool) -> Column:
        extremes = [self._numbers(item, again) for item in expr.items]
        pick = np.maximum if expr.greater else np.minimum
        total = extremes[0].numbers
        for more in extremes[1:]:
            total = pick(total, more.numbers)
        return Values(total, every([v.known for v in extremes]))

    def _days(self, expr: ex.DaysBetween, again: bool) -> Column:
        a, b = self._numbers(expr.start, again), self._numbers(expr.end, again)
        return Values(b.numbers - a.numbers, a.known & b.known)

    def _years(self, expr: ex.YearsBetween, again: bool) -> Column:
        # Many conditions ask how old somebody is, and each answer takes the calendar of every row.
        if (expr, again) not in self._shared.ages:
            a, b = self._numbers(expr.start, again), self._numbers(expr.end, again)
            years = Values(years_between(a.numbers, b.numbers), a.known & b.known)
            self._shared.ages[expr, again] = years
        return self._shared.ages[expr, again]

    def _months(self, expr: ex.AddMonths, again: bool) -> Column:
        a, b = self._numbers(expr.start, again), self._numbers(expr.months, again)
        later, inside = add_months(a.numbers, b.numbers)
        return Values(later, a.known & b.known & self.rows.pack(inside))

    def _compare(self, operator: str, left: Column, right: Column) -> Verdicts:
        if isinstance(left, Verdicts) and isinstance(right, Verdicts):
            known = left.known & right.known
            equal = self.rows.same(left, right) & known
            return Verdicts(equal, known & ~equal) if operator == "=" else Verdicts(known & ~equal, equal)
        assert isinstance(left, Values)
        assert isinstance(right, Values)
        return self.rows.verdicts(_COMPARE[operator](left.numbers, right.numbers), left.known & right.known)

    def _case(self, expr: ex.Case, again: bool) -> Column:
        condition = self._logic(expr.condition, again)
        then, otherwise = self.column(expr.then, again), self.column(expr.otherwise, again)
        open_ = ~condition.known & self.rows.everywhere
        if isinstance(then, Verdicts) and isinstance(otherwise, Verdicts):
            return Verdicts(
                condition.met & then.met | condition.failed & otherwise.met | open_ & then.met & otherwise.met,
                condition.met & then.failed
                | condition.failed & otherwise.failed
                | open_ & then.failed & otherwise.failed,
            )
        a, b = (_as_values(column, self.rows) for column in (then, otherwise))
        numbers = np.where(self.rows.where(condition.failed), b.numbers, a.numbers)
        known = condition.met & a.known | condition.failed & b.known
        if open_.any():
            known = known | open_ & a.known & b.known & self.rows.pack(a.numbers == b.numbers)
        return Values(numbers, known)

    def _stated(self, expr: ex.Stated, again: bool) -> Column:
        derived = None if expr.derived is None else self.column(expr.derived, again)
        if expr.fact in self.program.statements:
            stated: Column = self.records.states(*self.program.statements[expr.fact])
        else:
            stated = self.records.fact(expr.fact)
        if derived is None:
            return stated
        if isinstance(stated, Values):
            assert isinstance(derived, Values)
            known = self.rows.where(stated.known)
            return Values(np.where(known, stated.numbers, derived.numbers), stated.known | derived.known)
        assert isinstance(derived, Verdicts)
        silent = ~stated.known
        return Verdicts(stated.met | silent & derived.met, stated.failed | silent & derived.failed)


def _no_bits(_evaluation: Evaluation, expr: ex.Expr, _again: bool) -> Column:
    raise TypeError(f"no bits for {type(expr).__name__}")


#: What evaluates an expression, by its class.
_COLUMN: defaultdict[type[ex.Expr], Callable[[Evaluation, Any, bool], Column]] = defaultdict(
    lambda: _no_bits,
    {
        ex.Name: Evaluation._name,
        ex.Fact: Evaluation._fact,
        ex.Constant: Evaluation._constant,
        ex.Unset: Evaluation._unset,
        ex.AsOf: Evaluation._as_of,
        ex.Not: Evaluation._not,
        ex.And: Evaluation._and,
        ex.Or: Evaluation._or,
        ex.AtLeast: Evaluation._at_least,
        Same: Evaluation._same,
        Unknown: Evaluation._unknown,
        Doubted: Evaluation._doubted,
        ex.Compare: Evaluation._compared,
        ex.Within: Evaluation._within,
        ex.Case: Evaluation._case,
        ex.Stated: Evaluation._stated,
        ex.Implied: Evaluation._stated,
        ex.Arithmetic: Evaluation._arithmetic,
        ex.Extreme: Evaluation._extreme,
        ex.DaysBetween: Evaluation._days,
        ex.YearsBetween: Evaluation._years,
        ex.AddMonths: Evaluation._months,
    },
)
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": np.equal, "<>": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": np.add, "-": np.subtract, "*": np.multiply}


def _as_values(column: Column, rows: Rows) -> Values:
    """A branch that the law has not set stands for an unknown number."""
    return column if isinstance(column, Values) else rows.no_value
