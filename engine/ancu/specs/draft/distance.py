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
    held: Mapping[str, bool]
    known: dict[str, Distance] = field(default_factory=dict)


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

    def far(
        self, program: Program, expr: Expr, wanted: bool, facts: Trial, held: Mapping[str, bool] | None = None
    ) -> float:
        """How many parts of ``expr`` stand in the way of its being ``wanted``; conditions in ``held`` are as given."""
        return self.measure(program, expr, facts, held)[0 if wanted else 1]

    def measure(self, program: Program, expr: Expr, facts: Trial, held: Mapping[str, bool] | None = None) -> Distance:
        """How far ``expr`` is from being met, and from failing."""
        prepared = program.prepare({k: v for k, v in facts.items() if v is not None}, self.day)
        return self._meter(program, expr)(_Sample(prepared, _Values(program, prepared), held or {}))

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
            case And(items) | Or(items) | AtLeast(_, items):
                count = expr.count if isinstance(expr, AtLeast) else len(items) if isinstance(expr, And) else 1
                parts = [self._meter(program, item) for item in items]
                slack = len(parts) - count + 1

                def combined(sample: _Sample) -> Distance:
                    distances = [part(sample) for part in parts]
                    return (
                        sum(sorted(met for met, _ in distances)[:count]),
                        sum(sorted(failed for _, failed in distances)[:slack]),
                    )

                return combined
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
