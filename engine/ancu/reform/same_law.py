"""Which programmes are the same law on two sides, so that a list judged by one need not be judged by the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from ancu.inference.program import Program, program_on
from ancu.inference.schedule import has_own_date, verdict_by_day
from ancu.rulebook.expressions import AsOf, Expr, Fact
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.rulebook import Rulebook


def same_law(
    programme: str,
    one: Rulebook,
    days: tuple[date, ...],
    other: Rulebook,
    other_days: tuple[date, ...],
    *,
    people: bool = False,
) -> bool:
    """Whether records judged under ``programme`` by ``one`` on ``days`` come out as by ``other`` on ``other_days``.

    Several days are those of the rows themselves, the same on both sides. ``people``: the list has households, of which
    the day tells ages. A programme that is governed by another date is held to be the same only where all of it is.
    """
    if one.facts != other.facts or one.people != other.people or one.preferences != other.preferences:
        return False
    by_own = has_own_date(one, programme) or has_own_date(other, programme)
    if days != other_days:
        if by_own or people or len(days) != 1 or len(other_days) != 1:
            return False
        pairs: Iterable[tuple[date, date]] = [(days[0], other_days[0])]
    else:
        pairs = _alike((*one.epochs.starts, *other.epochs.starts) if by_own else days, one, other)
    for before, after in pairs:
        verdict = verdict_by_day(one.programmes[programme], before)
        if verdict != verdict_by_day(other.programmes[programme], after):
            return False
        if verdict is not None:
            continue
        program = program_on(one, programme, before, people)
        if program != program_on(other, programme, after, people):
            return False
        if before != after and _reads_the_day(program):
            return False
    return one.programmes[programme].benefit == other.programmes[programme].benefit


def _alike(days: Iterable[date], one: Rulebook, other: Rulebook) -> Iterator[tuple[date, date]]:
    """A day of each pair of epochs that ``days`` lie in, twice."""
    seen: set[tuple[int, int]] = set()
    for day in days:
        epochs = one.epochs.index(day), other.epochs.index(day)
        if epochs not in seen:
            seen.add(epochs)
            yield day, day


def _reads_the_day(program: Program) -> bool:
    trees = chain.from_iterable((node.expr, *node.readings) for node in program.nodes.values())
    options = (when for when in program.options.values() if when is not None)
    every: Iterator[Expr] = chain(trees, options, program.conflicts.values(), program.amounts.values(), (program.root,))
    return any(
        isinstance(part, AsOf) or (isinstance(part, Fact) and part.id == AS_OF) for e in every for part in e.walk()
    )
