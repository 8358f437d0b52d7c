"""A program evaluated over the rows of a table, twice: as it stands, and with doubted conditions unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from ancu.inference.bits.records import Records
from ancu.inference.bits.vectors import Column, Rows, Values, Verdicts, Words, add_months, every, some, years_between
from ancu.inference.marks import Doubted, Same, Unknown, second
from ancu.inference.program import Program
from ancu.rulebook import expressions as ex

#: The name of a program's root in its sets of marks.
ROOT = "="


class Shared:
    """What was evaluated, by name; ``again`` with doubted conditions unknown."""

    def __init__(self) -> None:
        self.values: dict[str, Column] = {}
        self.again: dict[str, Column] = {}
        self.doubted: dict[str, Words] = {}
        self.ages: dict[tuple[ex.Expr, bool], Column] = {}


class Evaluation:
    """The values of a program's nodes, and those of the second evaluation."""

    def __init__(self, records: Records, program: Program, touched: frozenset[str], shared: Shared) -> None:
        self.records, self.rows = records, records.rows
        self.program, self._touched, self._shared = program, touched, shared
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
        rows, records = self.rows, self.records

        def logic(child: ex.Expr) -> Verdicts:
            column = self.column(child, again)
            assert isinstance(column, Verdicts)
            return column

        def numbers(child: ex.Expr) -> Values:
            column = self.column(child, again)
            assert isinstance(column, Values)
            return column

        match expr:
            case ex.Name(name):
                bare = name.removeprefix(second(""))
                return self.value(bare, again or bare != name)
            case ex.Fact(name):
                return records.fact(name)
            case ex.Constant(value):
                if isinstance(value, bool):
                    return Verdicts(*((rows.everywhere, rows.nowhere) if value else (rows.nowhere, rows.everywhere)))
                number = records.text(value) if isinstance(value, str) else value
                return Values(rows.throughout(number), rows.everywhere)
            case ex.Unset(name):
                types = records.book.types
                return rows.no_value if name in types and types[name].kind != "yes_no" else rows.no_verdict
            case ex.AsOf():
                return Values(records.days, rows.everywhere)
            case ex.Not(item):
                negated = logic(item)
                return Verdicts(negated.failed, negated.met)
            case ex.And(items):
                parts = [logic(item) for item in items]
                return Verdicts(every(p.met for p in parts), some(p.failed for p in parts))
            case ex.Or(items):
                parts = [logic(item) for item in items]
                return Verdicts(some(p.met for p in parts), every(p.failed for p in parts))
            case ex.AtLeast(count, items):
                parts = [logic(item) for item in items]
                met = sum((rows.where(part.met).astype(np.int16) for part in parts), np.int16(0))
                failed = sum((rows.where(part.failed).astype(np.int16) for part in parts), np.int16(0))
                return Verdicts(rows.pack(met >= count), rows.pack(failed > len(parts) - count))
            case Same(left, right):
                same = rows.same(self.column(left, again), self.column(right, again))
                return Verdicts(same, ~same & rows.everywhere)
            case Unknown(item):
                known = self.column(item, again).known
                return Verdicts(~known & rows.everywhere, known)
            case Doubted(name):
                doubted = self.doubted(name) if self.program.nodes[name].readings else rows.nowhere
                return Verdicts(doubted, ~doubted & rows.everywhere)
            case ex.Compare(operator, left, right):
                return self._compare(operator, self.column(left, again), self.column(right, again))
            case ex.Within(item, values):
                return self._within(self.column(item, again), values)
            case ex.Case(condition, then, otherwise):
                return self._case(logic(condition), self.column(then, again), self.column(otherwise, again))
            case ex.Stated(fact, derived):
                return self._stated(fact, None if derived is None else self.column(derived, again))
            case ex.Arithmetic(sign, left, right):
                a, b = numbers(left), numbers(right)
                return Values(_ARITHMETIC[sign](a.numbers, b.numbers), a.known & b.known)
            case ex.Extreme(greater, items):
                extremes = [numbers(item) for item in items]
                pick = np.maximum if greater else np.minimum
                total = extremes[0].numbers
                for more in extremes[1:]:
                    total = pick(total, more.numbers)
                return Values(total, every(v.known for v in extremes))
            case ex.DaysBetween(start, end):
                a, b = numbers(start), numbers(end)
                return Values(b.numbers - a.numbers, a.known & b.known)
            case ex.YearsBetween(start, end):
                # Many conditions ask how old somebody is, and each answer takes the calendar of every row.
                if (expr, again) not in self._shared.ages:
                    a, b = numbers(start), numbers(end)
                    years = Values(years_between(a.numbers, b.numbers), a.known & b.known)
                    self._shared.ages[expr, again] = years
                return self._shared.ages[expr, again]
            case ex.AddMonths(start, months):
                a, b = numbers(start), numbers(months)
                later, inside = add_months(a.numbers, b.numbers)
                return Values(later, a.known & b.known & rows.pack(inside))
        raise TypeError(f"no bits for {type(expr).__name__}")

    def _compare(self, operator: str, left: Column, right: Column) -> Verdicts:
        if isinstance(left, Verdicts) and isinstance(right, Verdicts):
            known = left.known & right.known
            equal = self.rows.same(left, right) & known
            return Verdicts(equal, known & ~equal) if operator == "=" else Verdicts(known & ~equal, equal)
        assert isinstance(left, Values)
        assert isinstance(right, Values)
        return self.rows.verdicts(_COMPARE[operator](left.numbers, right.numbers), left.known & right.known)

    def _within(self, item: Column, values: Iterable[ex.Expr]) -> Verdicts:
        within = self.rows.nowhere
        for value in values:
            within = within | self._compare("=", item, self.column(value)).met
        return Verdicts(within, item.known & ~within)

    def _case(self, condition: Verdicts, then: Column, otherwise: Column) -> Column:
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

    def _stated(self, fact: str, derived: Column | None) -> Column:
        if fact in self.program.statements:
            stated: Column = self.records.states(*self.program.statements[fact])
        else:
            stated = self.records.fact(fact)
        if derived is None:
            return stated
        if isinstance(stated, Values):
            assert isinstance(derived, Values)
            known = self.rows.where(stated.known)
            return Values(np.where(known, stated.numbers, derived.numbers), stated.known | derived.known)
        assert isinstance(derived, Verdicts)
        silent = ~stated.known
        return Verdicts(stated.met | silent & derived.met, stated.failed | silent & derived.failed)


_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": np.equal, "<>": np.not_equal, "<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal,
}  # fmt: skip
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {"+": np.add, "-": np.subtract, "*": np.multiply}


def _as_values(column: Column, rows: Rows) -> Values:
    """A branch that the law has not set stands for an unknown number."""
    return column if isinstance(column, Values) else rows.no_value
