"""Which conditions tell a person why: the fewest that carry a decision in full, of the nearest alternatives.

The distance of an alternative that fails is how much would have to be otherwise for it to be met: how many *gates* are
closed to the case (conditions that say whom the alternative is for), then how many other conditions fail. A person is
told of the alternatives that are nearest, and never that somebody else's are not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ancu.decision.fields import Context
from ancu.inference.direct import Facts, closure_of
from ancu.inference.program import Program, compositions, order_of
from ancu.kept import kept
from ancu.rulebook.expressions import And, AtLeast, Case, Constant, Expr, Fact, Name, Or


def told_of(context: Context, as_of: date) -> list[str]:
    """The conditions to tell a person, fewest that carry the decision in full, in the program's own order.

    A condition marked ``explain: whole`` stands for its parts. Of the failed alternatives of an *or* the nearest are
    told; when a gate closes all of them, the condition that holds them. What fails by nothing but gates is left out
    where another condition that is told fails by the same.
    """
    if context.program is None or context.judgment is None:
        return []
    telling = Telling(context, as_of)
    return telling.in_order(telling.of(context.program.root, context.judgment.outcome))


def settled_in(context: Context, as_of: date) -> Settled:
    """What is settled already of a decision that is not."""
    if context.program is None or context.judgment is None or context.judgment.outcome is not None:
        return Settled([], [])
    telling = Telling(context, as_of)
    failed: list[str] = []
    left: list[tuple[str, ...]] = []
    met: list[str] = []
    telling.settle(context.program.root, True, failed, left, met)
    return Settled([*telling.in_order(failed), *telling.in_order(met)], list(dict.fromkeys(left)))


class Settled(NamedTuple):
    """What an undetermined case settles already: conditions that fail or, with their figures, are met.

    ``left``: where alternatives that are open to the case fail, those of which it needs one now, each time.
    """

    conditions: list[str]
    left: list[tuple[str, ...]]


class Distance(NamedTuple):
    """How far a failed condition is from being met."""

    gates: int
    failing: int


_HERE, _FAILS, _CLOSED = Distance(0, 0), Distance(0, 1), Distance(1, 1)
#: Of what the law does not have on the day.
_NEVER = Distance(1_000, 0)


class Telling:
    """What is told of a judged case, at any place in the tree of its programme."""

    def __init__(self, context: Context, as_of: date) -> None:
        assert context.program is not None
        self.context, self.program = context, context.program
        self.facts: Facts = context.program.prepare(context.record, as_of)
        self.below = compositions(context.program)
        #: How far parts of the program, which holds them, are from being met, as far as it was asked.
        self._distances: dict[int, Distance] = {}

    def in_order(self, names: Iterable[str]) -> list[str]:
        """``names``, each once, as a reader meets them from the root down."""
        return sorted(set(names), key=order_of(self.program).__getitem__)

    def value(self, expr: Expr) -> bool | None:
        """The verdict on a part of the programme."""
        outcome: bool | None
        if isinstance(expr, Name):
            outcome = self.context.values[expr.id]
        else:
            outcome = closure_of(self.program, expr)(self.facts, self.context.values)
        return outcome

    def of(self, expr: Expr, outcome: bool | None, holder: str | None = None) -> list[str]:
        """The conditions that tell why ``expr`` came out as ``outcome``; none where it did not.

        ``holder``: the condition that ``expr`` is the text of.
        """
        if self.value(expr) is not outcome:
            return []
        if isinstance(expr, Name):
            return self._of_name(expr.id, outcome)
        if not isinstance(expr, And):
            return self._of_alternatives(expr, outcome, holder)
        told: list[str] = []
        for part in self._distinct(expr.children()) if outcome is False else expr.children():
            told += self.of(part, outcome, holder)
        return told

    def is_gate(self, name: str) -> bool:
        """Whether a condition says whom an alternative is for."""
        condition = self.context.book.conditions.get(name)
        return condition is not None and condition.gate

    def distance(self, expr: Expr) -> Distance:
        """How far ``expr`` is from being met; nothing where it does not fail."""
        if self.value(expr) is not False:
            return _HERE
        known = self._distances.get(id(expr))
        if known is None:
            known = self._distances[id(expr)] = self._distance(expr)
        return known

    def _distance(self, expr: Expr) -> Distance:
        match expr:
            case Name(name):
                parts = self.below[name]
                if isinstance(self.program.nodes[name].expr, Constant):
                    return _NEVER
                if self.is_gate(name):
                    return _CLOSED
                return _FAILS if parts is None else self.distance(parts)
            case Or(items):
                return min(map(self.distance, items))
            case AtLeast(count, items):
                failing = sorted(self.distance(item) for item in items if self.value(item) is False)
                return _sum(failing[: count - (len(items) - len(failing))])
            case _:
                return _sum(map(self.distance, expr.children()))

    def settle(self, expr: Expr, needed: bool, failed: list[str], left: list[tuple[str, ...]], met: list[str]) -> None:
        """Enter what is settled below ``expr``, which is not; ``needed``: the case cannot be eligible without it."""
        if isinstance(expr, Name):
            parts = self.below[expr.id]
            if parts is not None and not self.is_gate(expr.id):
                self.settle(parts, needed, failed, left, met)
            return
        parts_needed = needed
        if not isinstance(expr, And):
            unknown = [part for part in expr.children() if self.value(part) is None]
            open_failed = [name for part in expr.children() for name in self._open_failure(part)]
            failed.extend(open_failed)
            names = tuple(part.id for part in unknown if isinstance(part, Name))
            if open_failed and needed and isinstance(expr, Or) and len(names) == len(unknown):
                left.append(names)
            parts_needed = needed and isinstance(expr, Or) and len(unknown) == 1
        for part in expr.children():
            outcome = self.value(part)
            if outcome is None:
                self.settle(part, parts_needed, failed, left, met)
            elif outcome is True and isinstance(expr, And):
                met.extend(name for name in self.of(part, True) if self._quotes(name))

    def _open_failure(self, part: Expr) -> list[str]:
        """What is told of a failed alternative that no gate closes to the case."""
        open_ = self.value(part) is False and not self.distance(part).gates
        return self.of(part, False) if open_ else []

    def _quotes(self, name: str) -> bool:
        """Whether a condition has a sentence of its own, with figures, for where it is met."""
        condition = self.context.book.conditions.get(name)
        return condition is not None and condition.met is not None and "{" in condition.met.vi

    def _of_name(self, name: str, outcome: bool | None) -> list[str]:
        parts = self.program.nodes[name].expr
        if isinstance(parts, Constant):
            return []  # the law asks nothing here on this day
        if outcome is True and self._idle(name):
            return []
        condition = self.context.book.conditions.get(name)
        if condition is None or condition.explain == "whole" or self.below[name] is None:
            return [name]
        return self.of(parts, outcome, name)

    def _idle(self, name: str) -> bool:
        """Whether a condition is met only since none of its facts applies, as those of a spouse to the unmarried."""
        conditions = _applying(self.program)[name]
        return bool(conditions) and all(self.value(condition) is False for condition in conditions)

    def _of_alternatives(self, expr: Expr, outcome: bool | None, holder: str | None) -> list[str]:
        alternatives = [(part, names) for part in expr.children() if (names := self.of(part, outcome, holder))]
        if outcome is False:
            nearest = min((self.distance(part) for part, _ in alternatives), default=_HERE)
            closed = nearest.gates > 0
            told = [names for part, names in alternatives if self.distance(part) == nearest]
        else:
            told = [names for _, names in alternatives if outcome is True or not any(map(self.is_gate, names))]
            closed = not told
            told = told or [names for _, names in alternatives]
        if closed and len(alternatives) > 1 and holder is not None:
            return [holder]
        return [name for names in told for name in names]

    def _distinct(self, parts: Iterable[Expr]) -> Iterator[Expr]:
        """Of what fails together, without those that fail by nothing but gates by which another of them fails too."""
        failing = [part for part in parts if self.value(part) is False]
        closed_by = [frozenset(self._closed_gates(part)) if self.distance(part).gates else None for part in failing]
        for i, gates in enumerate(closed_by):
            others = (other for j, other in enumerate(closed_by) if other is not None and j != i)
            told_elsewhere = gates and (any(gates < other for other in others) or gates in closed_by[:i])
            if not told_elsewhere:
                yield failing[i]

    def _closed_gates(self, expr: Expr) -> Iterator[str]:
        """The single gates that are closed anywhere below ``expr``."""
        if self.value(expr) is not False:
            return
        if isinstance(expr, Name):
            parts = self.below[expr.id]
            if parts is not None:
                yield from self._closed_gates(parts)
            elif self.is_gate(expr.id):
                yield expr.id
            return
        for part in expr.children():
            yield from self._closed_gates(part)


@kept
def _applying(program: Program) -> Mapping[str, Sequence[Expr]]:
    """By node: where it reads nothing but facts that apply to some only, when each of them does."""
    found: dict[str, Sequence[Expr]] = {}
    for node in program.nodes.values():
        read = [part for part in node.expr.walk() if isinstance(part, (Fact, Name))]
        named = [program.nodes[part.id] for part in read if isinstance(part, Name)]
        of_some = [other.expr.condition for other in named if other.kind == "fact" and isinstance(other.expr, Case)]
        found[node.name] = of_some if len(of_some) == len(read) else ()
    return found


def _sum(distances: Iterable[Distance]) -> Distance:
    gates = failing = 0
    for distance in distances:
        gates, failing = gates + distance.gates, failing + distance.failing
    return Distance(gates, failing)
