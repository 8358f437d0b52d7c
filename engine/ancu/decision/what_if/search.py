"""All least sets of changes that reach a goal, by trying: exact, with nothing tried that is known to be in vain.

Rules are monotone in what is known: what fails while some facts are unknown fails whatever they are. So a set of facts
is worth trying only if the goal does not fail with all of them unknown; and a set that cannot help rules out all its
parts. What is left is tried from the smallest sets up, so that each set found is least.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from ancu.decision.what_if.levers import Lever, blinds_of, readers_of, statements_of
from ancu.decision.what_if.thresholds import Lines
from ancu.frozen import frozen
from ancu.inference import direct
from ancu.inference.program import Program

#: How many evaluations of a programme one search may take.
BUDGET = 20_000
#: Of the values of all nodes on prepared facts: whether that is what is wanted.
Goal = Callable[[Mapping[str, Any], Mapping[str, Any]], bool]


class Spent(Exception):
    """The search has tried as much as it may."""


@frozen
class Found:
    """A least set: the levers, and for each the value nearest to the present one that will do."""

    levers: tuple[Lever, ...]
    values: tuple[Any, ...]

    @property
    def facts(self) -> dict[str, Any]:
        """What the levers are turned to, by fact."""
        return {lever.fact: value for lever, value in zip(self.levers, self.values, strict=True)}


class ChangeSearch:
    """Searches what ``levers`` turn a case into: prepared ``facts`` under ``program``."""

    def __init__(self, program: Program, facts: Mapping[str, Any], levers: Sequence[Lever]) -> None:
        self.program, self.facts, self.levers = program, facts, levers
        self.spent, self.cut, self._bounded = 0, False, False
        self._statements, self._blinds = statements_of(program), blinds_of(program)

    def least(self, possible: Goal, wanted: Goal, most: int | None = None) -> list[Found]:
        """All least sets of up to ``most`` that reach ``wanted``; ``possible``: whether what is not known may do."""
        found: list[Found] = []
        idle: list[frozenset[str]] = []
        self.spent, self._bounded = 0, True
        try:
            if not self._may(self.levers, possible):
                return []
            for size in range(1, min(most or len(self.levers), len(self.levers)) + 1):
                for chosen in combinations(self.levers, size):
                    names = frozenset(lever.fact for lever in chosen)
                    if any(names <= one for one in idle) or any(names >= one.facts.keys() for one in found):
                        continue
                    if not self._may(chosen, possible):
                        idle.append(names)
                        continue
                    turned = self._turn(chosen, wanted)
                    if turned is not None:
                        found.append(Found(chosen, turned))
        except Spent:
            self.cut = True
        finally:
            self._bounded = False
        return found

    def holds(self, changed: Mapping[str, Any], wanted: Goal) -> bool:
        """Whether the case with facts ``changed`` is as ``wanted``."""
        self._count()
        facts = self._with(changed)
        return wanted(facts, direct.run(self.program, facts))

    def also(self, found: Found, lever: Lever, wanted: Goal) -> list[Any]:
        """The values of ``lever`` that each do, the others of ``found`` as they are."""
        return [value for value in lever.values if self.holds({**found.facts, lever.fact: value}, wanted)]

    def end(self, found: Found, lever: Lever, wanted: Goal) -> int | None:
        """How far beyond its value in ``found`` the number of ``lever`` may go; None for as far as one likes."""
        value = found.facts[lever.fact]
        beyond = [one for one in self._marks(lever, found.facts) if abs(one - lever.now) > abs(value - lever.now)]
        last: int = value
        for one in sorted(beyond, key=lambda one: abs(one - lever.now)):
            if not self.holds({**found.facts, lever.fact: one}, wanted):
                return last
            last = one
        return None

    def together(self, found: Found, wanted: Goal) -> int | None:
        """By how much the numbers of ``found`` are off together, where they make up for one another one for one.

        That they do is tried: by another split of as much, and by the same split of one less.
        """
        pairs = [(one, value) for one, value in zip(found.levers, found.values, strict=True) if one.is_number]
        readers = readers_of(self.program)
        read = [{id(compare) for compare in readers.get(lever.fact, ())} for lever, _ in pairs]
        if len(pairs) < 2 or not set.intersection(*read):
            return None
        total: int = sum(abs(lever.now - value) for lever, value in pairs)
        if self.holds(self._split(found, pairs, total), wanted) and not self.holds(
            self._split(found, pairs, total - 1), wanted
        ):
            return total
        return None

    @staticmethod
    def _split(found: Found, pairs: Sequence[tuple[Lever, Any]], total: int) -> dict[str, Any]:
        """The values of ``found`` with its numbers ``total`` off together, each as its present value is of all."""
        whole = sum(lever.now for lever, _ in pairs) or 1
        shares = [total * lever.now // whole for lever, _ in pairs]
        shares[-1] += total - sum(shares)
        split = {
            lever.fact: lever.now - share if lever.definition.to == "lower" else lever.now + share
            for (lever, _), share in zip(pairs, shares, strict=True)
        }
        return {**found.facts, **split}

    def _count(self) -> None:
        self.spent += 1
        if self._bounded and self.spent > BUDGET:
            raise Spent

    def _with(self, changed: Mapping[str, Any]) -> dict[str, Any]:
        """The prepared facts with some changed, and with what is made of those."""
        facts = {**self.facts, **changed}
        for fact, value in changed.items():
            for name, accepted in self._statements.get(fact, ()):
                facts[name] = value in accepted
        return facts

    def _may(self, levers: Sequence[Lever], possible: Goal) -> bool:
        """Whether the case may be as wanted for any values at all of the facts of ``levers``."""
        self._count()
        blind: dict[str, Any] = {}
        facts = dict(self.facts)
        for lever in levers:
            facts.pop(lever.fact, None)
            for name, _ in self._statements.get(lever.fact, ()):
                facts.pop(name, None)
            blind.update(dict.fromkeys(self._blinds.get(lever.fact, ())))
        return possible(facts, direct.run(self.program, facts, blind))

    def _turn(self, levers: Sequence[Lever], wanted: Goal) -> tuple[Any, ...] | None:
        """Values that do, nearest first."""
        numbers = [lever for lever in levers if lever.is_number]
        others = [lever for lever in levers if not lever.is_number]
        for values in product(*(lever.values for lever in others)):
            changed = dict(zip((lever.fact for lever in others), values, strict=True))
            placed = self._place(numbers, changed, wanted)
            if placed is not None:
                return tuple(placed[lever.fact] for lever in levers)
        return None

    def _place(self, numbers: Sequence[Lever], changed: dict[str, Any], wanted: Goal) -> dict[str, Any] | None:
        if not numbers:
            return changed if self.holds(changed, wanted) else None
        first, rest = numbers[0], numbers[1:]
        # What one number may be can hang on the others: tried with those as they are, and at the end they can go to.
        marks = set(self._marks(first, changed))
        if rest:
            marks |= set(self._marks(first, {**changed, **{one.fact: _end(one) for one in rest}}))
        for value in sorted(marks, key=lambda one: abs(one - first.now)):
            placed = self._place(rest, {**changed, first.fact: value}, wanted)
            if placed is not None:
                return placed
        return None

    def _marks(self, lever: Lever, changed: Mapping[str, Any]) -> list[int]:
        """The numbers worth trying: on both sides of each turn, and the end of the range."""
        self._count()
        facts = self._with(changed)
        lines = Lines(self.program, lever.fact, facts, direct.run(self.program, facts))
        compares = readers_of(self.program).get(lever.fact, ())
        marks = {one for compare in compares for one in lines.turns(compare) if lever.low <= one <= lever.high}
        return sorted({*marks, _end(lever)})


def _end(lever: Lever) -> int:
    """As far as a number can go."""
    return lever.low if lever.definition.to == "lower" else lever.high


def in_order(found: Iterator[Found] | Sequence[Found]) -> list[Found]:
    """The easiest first: what hangs on circumstances last, then procedures, then by number and by how far off."""

    def effort(one: Found) -> tuple[Any, ...]:
        efforts = [lever.definition.effort for lever in one.levers]
        pairs = [(lever.now, value) for lever, value in zip(one.levers, one.values, strict=True) if lever.is_number]
        off = sum(abs(value - now) / max(1, abs(now)) for now, value in pairs)
        return (efforts.count("circumstance"), efforts.count("procedure"), len(efforts), off)

    return sorted(found, key=effort)
