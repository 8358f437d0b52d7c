"""The days for which something is asked: one stands for all of a time in which nothing read changes with the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import z3

from ancu.inference.program import Program
from ancu.proof.terms import TRUE, Formula, Measured, whole
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import AsOf, Expr

#: The last day asked about, where a version has no end.
LAST_DAY = date(2100, 12, 31)


def reads_day(program: Program, exprs: Iterable[Expr] = ()) -> bool:
    """Whether ``program``, or ``exprs`` over it, come out by the as-of date besides the facts."""
    texts = [*exprs, program.root, *(node.expr for node in program.nodes.values())]
    return any(isinstance(part, AsOf) for text in texts for part in text.walk())


def day_within(program: Program, period: Period, exprs: Iterable[Expr] = ()) -> Measured:
    """The days of ``period`` as a value: one stands for all where nothing reads the day."""
    if period.start == period.end or not reads_day(program, exprs):
        return whole(period.start.toordinal())
    return Measured(TRUE, z3.Int("as_of"), period.start.toordinal(), min(period.end, LAST_DAY).toordinal())


def day_limits(day: Measured) -> Iterator[Formula]:
    """What holds of the day."""
    if day.low < day.high:
        yield z3.And(day.value >= day.low, day.value <= day.high)
