"""A program as formulas: what :mod:`ancu.inference.direct` computes of one record, said of all of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

import z3

from ancu.inference.doubts import above, reads_of
from ancu.inference.least import is_companion
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.proof import terms
from ancu.proof.terms import NOTHING, UNKNOWN, Formula, Measured, Truth
from ancu.proof.variables import RecordVariables, code_of
from ancu.rulebook import expressions as ex

_NUMBERS = count(1)
#: What a tree comes to; None for what the law has not said, which is unknown whatever kind it were.
Value = Truth | Measured | None


class Translation:
    """The nodes of ``program`` over the facts of ``variables`` on any day that ``day`` can be.

    ``notes`` are what has to hold besides: of the calendar, and of products written as sums.
    """

    def __init__(self, program: Program, variables: RecordVariables, day: Measured) -> None:
        self.program, self.variables, self.day = program, variables, day
        self.notes: list[Formula] = []
        self.nodes: dict[str, Value] = {}
        self._days = terms.Days(self._fresh, self.notes.append)

    def forced(self, name: str, value: Truth) -> Translation:
        """The same with another outcome put in place of that of ``name``, and carried into all that reads it."""
        for node in self.program.nodes:
            self._node(node)
        other = Translation(self.program, self.variables, self.day)
        other.notes, other._days = self.notes, self._days
        changed = above(_reads(self.program), (name,))
        other.nodes = {node: found for node, found in self.nodes.items() if node not in changed}
        other.nodes[name] = value
        return other

    def truth(self, expr: ex.Expr) -> Truth:
        """What is true of ``expr``, a condition."""
        value = self.value(expr)
        assert not isinstance(value, Measured)
        return value or UNKNOWN

    def amount(self, expr: ex.Expr) -> Measured:
        """The value of ``expr``, which is no condition."""
        value = self.value(expr)
        assert not isinstance(value, Truth)
        return value or NOTHING

    def value(self, expr: ex.Expr) -> Value:
        """``expr`` as formulas; mirrors :func:`ancu.inference.direct.closure_of` case by case."""
        match expr:
            case ex.Constant(bool(truth)):
                return terms.MET if truth else terms.NOT_MET
            case ex.Constant(number):
                return terms.whole(code_of(self.variables.book, number) if isinstance(number, str) else number)
            case ex.Unset():
                return None
            case ex.Fact(name):
                return self._fact(name)
            case ex.Name(name):
                return self._node(name)
            case ex.AsOf():
                return self.day
            case ex.Case(condition, then, otherwise):
                return self._case(self.truth(condition), self.value(then), self.value(otherwise))
            case ex.Stated(fact, derived):
                return self._stated(self._fact(fact), self.value(derived) if derived is not None else None)
            case ex.Arithmetic() | ex.Extreme() | ex.YearsBetween() | ex.DaysBetween() | ex.AddMonths():
                return self._computed(expr)
        return self._truth(expr)

    def _truth(self, expr: ex.Expr) -> Truth:
        match expr:
            case ex.Not(item):
                return terms.negation(self.truth(item))
            case ex.And(items):
                return terms.threshold(len(items), [self.truth(item) for item in items])
            case ex.Or(items):
                return terms.threshold(1, [self.truth(item) for item in items])
            case ex.AtLeast(least, items):
                return terms.threshold(least, [self.truth(item) for item in items])
            case ex.Compare(symbol, left, right):
                return terms.compared(symbol, self.amount(left), self.amount(right))
            case ex.Within(item, values):
                found = self.amount(item)
                listed = (self.amount(value).value for value in values)
                return terms.settled(found.known, terms.either(*(found.value == value for value in listed)))
        raise TypeError(f"no formula for {type(expr).__name__}")

    def _computed(self, expr: ex.Expr) -> Measured:
        match expr:
            case ex.Arithmetic("*", left, right):
                return terms.multiplied(self.amount(left), self.amount(right), self._fresh, self.notes.append)
            case ex.Arithmetic(symbol, left, right):
                return terms.added(symbol, self.amount(left), self.amount(right))
            case ex.Extreme(greater, items):
                return terms.extreme(greater, [self.amount(item) for item in items])
            case ex.YearsBetween(start, end):
                return self._days.years_between(self.amount(start), self.amount(end))
            case ex.DaysBetween(start, end):
                return terms.added("-", self.amount(end), self.amount(start))
            case ex.AddMonths(start, months):
                return self._days.add_months(self.amount(start), self.amount(months))
        raise TypeError(f"no formula for {type(expr).__name__}")

    def _node(self, name: str) -> Value:
        if name not in self.nodes:
            self.nodes[name] = self.value(self.program.nodes[name].expr)
        return self.nodes[name]

    def _fact(self, name: str) -> Truth | Measured:
        if name in self.program.statements:
            return self.variables.states(*self.program.statements[name])
        if is_companion(name):  # of households, whose facts are projected; a flat record has none
            return UNKNOWN
        return self.variables.read(name)

    @staticmethod
    def _case(condition: Truth, then: Value, otherwise: Value) -> Value:
        if then is None and otherwise is None:
            return None
        if isinstance(then, Truth) or isinstance(otherwise, Truth):
            assert not isinstance(then, Measured)
            assert not isinstance(otherwise, Measured)
            return terms.case_of_truths(condition, then or UNKNOWN, otherwise or UNKNOWN)
        return terms.case_of_amounts(condition, then or NOTHING, otherwise or NOTHING)

    @staticmethod
    def _stated(fact: Truth | Measured, derived: Value) -> Value:
        if isinstance(fact, Truth):
            assert not isinstance(derived, Measured)
            other = derived or UNKNOWN
            silent = terms.both(terms.opposite(fact.met), terms.opposite(fact.failed))
            met = terms.either(fact.met, terms.both(silent, other.met))
            return Truth(met, terms.either(fact.failed, terms.both(silent, other.failed)))
        assert not isinstance(derived, Truth)
        stand_in = derived or NOTHING
        known = terms.either(fact.known, stand_in.known)
        low, high = min(fact.low, stand_in.low), max(fact.high, stand_in.high)
        return Measured(known, terms.chosen(fact.known, fact.value, stand_in.value), low, high)

    @staticmethod
    def _fresh(kind: str) -> Formula:
        """A new unknown of its own."""
        return z3.Bool(f"{kind} #{next(_NUMBERS)}")


@kept
def _reads(program: Program) -> Mapping[str, tuple[str, ...]]:
    return reads_of(program)
