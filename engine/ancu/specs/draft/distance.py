"""How far a record is from meeting a rule, and from failing it, counted on the rule's tree."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook.expressions import And, AtLeast, Case, Expr, Name, Not, Or, Stated

#: Facts being tried, by name; None for one that is missing.
Trial = dict[str, Any]
#: How many parts of a rule stand in the way of its being met, and of its failing.
Distance = tuple[int, int]


class _Values(dict[str, Any]):
    """The values of a program's nodes on prepared facts, each computed when it is first read."""

    def __init__(self, program: Program, facts: Trial) -> None:
        super().__init__()
        self._program, self._facts = program, facts

    def __missing__(self, name: str) -> Any:
        closures = _closures_of(self._program)
        if name not in closures:
            closures[name] = direct.closure_of(self._program, self._program.nodes[name].expr)
        value = self[name] = closures[name](self._facts, self)
        return value


@kept
def _closures_of(_program: Program) -> dict[str, direct.Closure]:
    """The nodes' closures asked for so far."""
    return {}


@dataclass
class _Sample:
    """A record being measured: prepared facts, the values made of them, conditions held, names measured so far."""

    facts: Trial
    values: dict[str, Any]
    held: Mapping[str, bool] = field(default_factory=dict)
    known: dict[str, Distance] = field(default_factory=dict)

    def holding(self, held: Mapping[str, bool]) -> _Sample:
        """The same record with these conditions held, and nothing measured yet."""
        return _Sample(self.facts, self.values, held)


Meter = Callable[[_Sample], Distance]


@kept
def _meters_of(_program: Program) -> dict[int, tuple[Expr, Meter]]:
    """The meters of the parts measured so far, by their identity: to hash a tree is to walk it.

    Each stands here with its tree, so that no identity is used again.
    """
    return {}


class Gauge:
    """Measures records on one day."""

    def __init__(self, day: date) -> None:
        self.day = day

    def far(self, program: Program, expr: Expr, wanted: bool, facts: Trial) -> float:
        """How many parts of ``expr`` stand in the way of its being ``wanted``."""
        return self.measure(program, expr, facts)[0 if wanted else 1]

    def measure(self, program: Program, expr: Expr, facts: Trial) -> Distance:
        """How far ``expr`` is from being met, and from failing."""
        return self._meter(program, expr)(self._sample(program, facts))

    def far_from_both(self, program: Program, condition: str, wanted: bool, facts: Trial) -> float:
        """How far the outcome of ``condition``, and that of the whole, are from being ``wanted``."""
        side, sample = 0 if wanted else 1, self._sample(program, facts)
        own, whole = self._meter(program, program.nodes[condition].expr), self._meter(program, program.root)
        return own(sample)[side] + whole(sample)[side]

    def far_from_deciding(self, program: Program, condition: str, facts: Trial) -> float:
        """How far the whole is from being met where ``condition`` is, and from failing where it is not."""
        whole, sample = self._meter(program, program.root), self._sample(program, facts)
        return whole(sample.holding({condition: True}))[0] + whole(sample.holding({condition: False}))[1]

    def _sample(self, program: Program, facts: Trial) -> _Sample:
        prepared = program.prepare({k: v for k, v in facts.items() if v is not None}, self.day)
        return _Sample(prepared, _Values(program, prepared))

    def _meter(self, program: Program, expr: Expr) -> Meter:
        """``expr`` compiled to say how far a case is from meeting it, and how far from failing it."""
        meters = _meters_of(program)
        if id(expr) not in meters:
            meters[id(expr)] = (expr, self._compile(program, expr))
        return meters[id(expr)][1]

    def _compile(self, program: Program, expr: Expr) -> Meter:
        match expr:
            case Name(name) if name in program.nodes:
                inner: list[Meter] = []

                def named(sample: _Sample) -> Distance:
                    if name in sample.held:
                        return (0, 1) if sample.held[name] else (1, 0)
                    if name not in sample.known:
                        if not inner:
                            inner.append(self._meter(program, program.nodes[name].expr))
                        sample.known[name] = inner[0](sample)
                    return sample.known[name]

                return named
            case Not(item):
                negated = self._meter(program, item)
                return lambda sample: negated(sample)[::-1]
            case And(items):
                return _all_of([self._meter(program, item) for item in items])
            case Or(items):
                return _any_of([self._meter(program, item) for item in items])
            case AtLeast(count, items):
                return _some_of(count, [self._meter(program, item) for item in items])
            case Case(condition, then, otherwise):
                test, first, second = (self._meter(program, part) for part in (condition, then, otherwise))

                def chosen(sample: _Sample) -> Distance:
                    (yes, no), a, b = test(sample), first(sample), second(sample)
                    return min(yes + a[0], no + b[0]), min(yes + a[1], no + b[1])

                return chosen
            case Stated(fact, derived) if derived is not None:
                derive = self._meter(program, derived)

                def stated(sample: _Sample) -> Distance:
                    value = sample.facts.get(fact)
                    return derive(sample) if value is None else ((0, 1) if value else (1, 0))

                return stated
        closure = direct.closure_of(program, expr)
        outcomes: dict[Any, Distance] = {True: (0, 1), False: (1, 0)}
        return lambda sample: outcomes.get(closure(sample.facts, sample.values), (1, 1))


# Most of the time of a search is spent here: what all or any of few parts need is counted without sorting.


def _all_of(parts: list[Meter]) -> Meter:
    """Met with every part, failed with the nearest."""
    if not parts:
        return _some_of(0, parts)

    def every(sample: _Sample) -> Distance:
        met, failed = parts[0](sample)
        for part in parts[1:]:
            more, fewer = part(sample)
            met += more
            if fewer < failed:
                failed = fewer
        return met, failed

    return every


def _any_of(parts: list[Meter]) -> Meter:
    """Met with the nearest part, failed with every one."""
    if not parts:
        return _some_of(1, parts)

    def either(sample: _Sample) -> Distance:
        met, failed = parts[0](sample)
        for part in parts[1:]:
            fewer, more = part(sample)
            failed += more
            if fewer < met:
                met = fewer
        return met, failed

    return either


def _some_of(count: int, parts: list[Meter]) -> Meter:
    """Met with the nearest ``count`` parts, failed with as many of the nearest as leave too few."""
    slack = len(parts) - count + 1

    def combined(sample: _Sample) -> Distance:
        distances = [part(sample) for part in parts]
        return (
            sum(sorted(met for met, _ in distances)[:count]),
            sum(sorted(failed for _, failed in distances)[:slack]),
        )

    return combined
