"""Strong Kleene as formulas for the solver: every value is what it is, and whether it is known.

A truth value is two formulas, that it is met and that it is not; neither holds of what is unknown. Any other value is a
formula for whether it is known beside an integer, which means something only then. Numbers are integers as in every
engine; dates are ordinals; the values of choices have numbers of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import z3

#: A formula or term of the solver.
Formula = Any
TRUE: Formula = z3.BoolVal(True)
FALSE: Formula = z3.BoolVal(False)
DAYS = (date.min.toordinal(), date.max.toordinal())
#: Bits up to which a product is written as a sum: the ranges of counts and months, not of money.
_FACTOR_BITS = 12
_MONTHS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Truth:
    """A truth value: that it is met, that it is not."""

    met: Formula
    failed: Formula


@dataclass(frozen=True, slots=True)
class Measured:
    """A number, day or choice: whether it is known, what it is, and the least and greatest that it can be."""

    known: Formula
    value: Formula
    low: int
    high: int


UNKNOWN = Truth(FALSE, FALSE)
MET, NOT_MET = Truth(TRUE, FALSE), Truth(FALSE, TRUE)
NOTHING = Measured(FALSE, z3.IntVal(0), 0, 0)


def whole(value: int) -> Measured:
    """A value that is known."""
    return Measured(TRUE, z3.IntVal(value), value, value)


def both(*parts: Formula) -> Formula:
    """That all ``parts`` hold."""
    left = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in left):
        return FALSE
    return TRUE if not left else left[0] if len(left) == 1 else z3.And(left)


def either(*parts: Formula) -> Formula:
    """That one of ``parts`` holds."""
    left = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in left):
        return TRUE
    return FALSE if not left else left[0] if len(left) == 1 else z3.Or(left)


def opposite(part: Formula) -> Formula:
    """That ``part`` does not hold."""
    return FALSE if part is TRUE else TRUE if part is FALSE else z3.Not(part)


def chosen(condition: Formula, then: Formula, otherwise: Formula) -> Formula:
    """``then`` where ``condition`` holds, else ``otherwise``; numbers."""
    return then if condition is TRUE else otherwise if condition is FALSE else z3.If(condition, then, otherwise)


def negation(item: Truth) -> Truth:
    return Truth(item.failed, item.met)


def threshold(count: int, items: Sequence[Truth]) -> Truth:
    """Met when ``count`` of ``items`` are; not met when that can no longer be reached."""
    met, failed = [item.met for item in items], [item.failed for item in items]
    return Truth(_at_least(count, met), _at_least(len(items) - count + 1, failed))


def _at_least(count: int, parts: list[Formula]) -> Formula:
    if count <= 0:
        return TRUE
    sure = sum(part is TRUE for part in parts)
    left = [part for part in parts if part is not TRUE and part is not FALSE]
    count -= sure
    if count <= 0:
        return TRUE
    if count > len(left):
        return FALSE
    if count == 1:
        return either(*left)
    return both(*left) if count == len(left) else z3.PbGe([(part, 1) for part in left], count)


def compared(symbol: str, left: Measured, right: Measured) -> Truth:
    """A comparison; unknown where either side is."""
    known = both(left.known, right.known)
    a, b = left.value, right.value
    holds = {
        "=": lambda: a == b,
        "<>": lambda: a != b,
        "<": lambda: a < b,
        "<=": lambda: a <= b,
        ">": lambda: a > b,
        ">=": lambda: a >= b,
    }[symbol]()
    return settled(known, holds)


def settled(known: Formula, holds: Formula) -> Truth:
    """Whether ``holds``, where that is known."""
    return Truth(both(known, holds), both(known, opposite(holds)))


def case_of_truths(condition: Truth, then: Truth, otherwise: Truth) -> Truth:
    def side(a: Formula, b: Formula) -> Formula:
        return either(both(condition.met, a), both(condition.failed, b), both(a, b))

    return Truth(side(then.met, otherwise.met), side(then.failed, otherwise.failed))


def case_of_amounts(condition: Truth, then: Measured, otherwise: Measured) -> Measured:
    low, high = min(then.low, otherwise.low), max(then.high, otherwise.high)
    if condition.met is TRUE:
        return then
    if condition.failed is TRUE:
        return otherwise
    alike = FALSE if then.known is FALSE or otherwise.known is FALSE else then.value == otherwise.value
    known = either(
        both(condition.met, then.known),
        both(condition.failed, otherwise.known),
        both(then.known, otherwise.known, alike),
    )
    return Measured(known, chosen(condition.failed, otherwise.value, then.value), low, high)


def added(symbol: str, left: Measured, right: Measured) -> Measured:
    known = both(left.known, right.known)
    if symbol == "+":
        return Measured(known, left.value + right.value, left.low + right.low, left.high + right.high)
    return Measured(known, left.value - right.value, left.low - right.high, left.high - right.low)


def multiplied(
    left: Measured, right: Measured, fresh: Callable[[str], Formula], note: Callable[[Formula], None]
) -> Measured:
    """A product.

    A figure, or a choice between figures, is multiplied into each branch. Of two numbers that vary, the one of the
    smaller range is written in binary, so that the product is a sum; only where both range widely is it left to the
    solver's non-linear arithmetic, which may give up.
    """
    known = both(left.known, right.known)
    ends = [a * b for a in (left.low, left.high) for b in (right.low, right.high)]
    low, high = min(ends), max(ends)
    for factor, other in ((left, right), (right, left)):
        if _is_tabled(factor.value):
            return Measured(known, _into_branches(factor.value, other.value), low, high)
    factor, other = sorted((left, right), key=lambda side: side.high - side.low)
    bits = (factor.high - factor.low).bit_length()
    if bits > _FACTOR_BITS:
        return Measured(known, left.value * right.value, low, high)
    digits = [fresh("bit") for _ in range(bits)]
    number = z3.Sum([z3.If(digit, 2**i, 0) for i, digit in enumerate(digits)])
    note(z3.Implies(known, factor.value == factor.low + number))
    parts = [z3.If(digit, 2**i * other.value, 0) for i, digit in enumerate(digits)]
    return Measured(known, z3.Sum([factor.low * other.value, *parts]), low, high)


def _is_tabled(term: Formula) -> bool:
    """Whether ``term`` is a choice between numbers that are written out."""
    if z3.is_int_value(term):
        return True
    return z3.is_app_of(term, z3.Z3_OP_ITE) and _is_tabled(term.arg(1)) and _is_tabled(term.arg(2))


def _into_branches(table: Formula, other: Formula) -> Formula:
    if z3.is_int_value(table):
        return table * other
    return z3.If(table.arg(0), _into_branches(table.arg(1), other), _into_branches(table.arg(2), other))


def extreme(greater: bool, items: Sequence[Measured]) -> Measured:
    value = items[0].value
    for item in items[1:]:
        value = z3.If(item.value > value if greater else item.value < value, item.value, value)
    pick = max if greater else min
    known = both(*(item.known for item in items))
    return Measured(known, value, pick(item.low for item in items), pick(item.high for item in items))


class Days:
    """The calendar in formulas: years, months and days are unknowns of the solver, tied to the ordinal."""

    def __init__(self, fresh: Callable[[str], Formula], note: Callable[[Formula], None]) -> None:
        self._fresh, self._note = fresh, note
        self._parts: dict[tuple[int, int], tuple[Measured, Formula, Formula, Formula]] = {}

    def years_between(self, start: Measured, end: Measured) -> Measured:
        """Full anniversaries; less than none where ``end`` comes first."""
        known = both(start.known, end.known)
        forward, backward = self._anniversaries(start, end), self._anniversaries(end, start)
        value = z3.If(end.value < start.value, -backward, forward)
        return Measured(known, value, -(DAYS[1] // 365), DAYS[1] // 365)

    def _anniversaries(self, start: Measured, end: Measured) -> Formula:
        year, month, day = self._split(start)
        last_year, last_month, last_day = self._split(end)
        own = z3.If(z3.And(month == 2, day == 29, z3.Not(_leap(last_year))), 28, day)
        early = z3.Or(last_month < month, z3.And(last_month == month, last_day < own))
        return last_year - year - z3.If(early, 1, 0)

    def add_months(self, start: Measured, months: Measured) -> Measured:
        """The same day of the month later, clamped to its end; unknown beyond the calendar."""
        year, month, day = self._split(start)
        count = year * 12 + month - 1 + months.value
        to_year, to_month = count / 12, count % 12 + 1
        length = _by_month(to_month, list(_LENGTHS)) + z3.If(z3.And(to_month == 2, _leap(to_year)), 1, 0)
        ordinal = _ordinal(to_year, to_month, z3.If(day < length, day, length))
        inside = z3.And(to_year >= date.min.year, to_year <= date.max.year)
        return Measured(both(start.known, months.known, inside), ordinal, *DAYS)

    def _split(self, day: Measured) -> tuple[Formula, Formula, Formula]:
        if z3.is_int_value(day.value):
            written = date.fromordinal(day.value.as_long())
            return z3.IntVal(written.year), z3.IntVal(written.month), z3.IntVal(written.day)
        key = (day.value.get_id(), -1 if day.known is TRUE else day.known.get_id())
        if key not in self._parts:
            year, month, number = (z3.Int(str(self._fresh(part))) for part in ("year", "month", "day"))
            length = _by_month(month, list(_LENGTHS)) + z3.If(z3.And(month == 2, _leap(year)), 1, 0)
            inside = z3.And(year >= 1, year <= 9999, month >= 1, month <= 12, number >= 1, number <= length)
            self._note(z3.Implies(day.known, z3.And(inside, day.value == _ordinal(year, month, number))))
            self._parts[key] = (day, year, month, number)  # the terms stay, so that no identity is used again
        return self._parts[key][1:]


def _leap(year: Formula) -> Formula:
    return z3.And(year % 4 == 0, z3.Or(year % 100 != 0, year % 400 == 0))


def _by_month(month: Formula, values: list[int]) -> Formula:
    term = z3.IntVal(values[11])
    for i in range(10, -1, -1):
        term = z3.If(month == i + 1, values[i], term)
    return term


def _ordinal(year: Formula, month: Formula, day: Formula) -> Formula:
    before = year - 1
    days = 365 * before + before / 4 - before / 100 + before / 400
    return days + _by_month(month, list(_MONTHS)) + z3.If(z3.And(month > 2, _leap(year)), 1, 0) + day
