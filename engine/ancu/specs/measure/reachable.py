"""What the law can do at all: which outcomes a condition can have, and whether it can ever change a status.

Both answers are proofs in one direction. What is said to be impossible is impossible whatever a record states, because
the facts are taken to vary freely; what is said to be possible may still be out of reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program, is_composition, map_children, program_on
from ancu.rulebook.expressions import (
    CONNECTIVES,
    And,
    AsOf,
    AtLeast,
    Case,
    Compare,
    Constant,
    Expr,
    Fact,
    Name,
    Not,
    Or,
    Stated,
    Unset,
    Within,
)
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.influence import influence_of

_BOTH = frozenset({True, False})


def programs_in_force(book: Rulebook, programme: str) -> Iterator[tuple[date, Program]]:
    """Each program by which the programme is ever judged, with the first day of every epoch that it governs."""
    definition = book.programmes[programme]
    days = dict.fromkeys(max(start, definition.covered_from) for start in book.epochs.starts)
    for day in days:
        if definition.governed_by is not None or any(day in opening.period for opening in definition.periods):
            yield day, program_on(book, programme, day)


@dataclass(frozen=True)
class Range:
    """What an expression can be: its values (None: any of its type), and whether it can be unknown."""

    values: frozenset[Any] | None
    unknown: bool

    @property
    def truth(self) -> frozenset[bool | None]:
        """The outcomes of a condition with this range."""
        return (_BOTH if self.values is None else self.values) | ({None} if self.unknown else frozenset())


def ranges(program: Program) -> Mapping[str, Range]:
    """The range of every node of ``program``, worked out once."""
    kept: dict[str, Range] | None = program.cache.get("ranges")  # type: ignore[assignment]
    if kept is None:
        kept = {}
        for name, node in program.nodes.items():
            kept[name] = range_of(node.expr, kept)
        program.cache["ranges"] = kept
    return kept


def range_of(expr: Expr, known: Mapping[str, Range]) -> Range:
    """What ``expr`` can be, given the ranges of the nodes it reads."""
    match expr:
        case Constant(value):
            return Range(frozenset({value}), False)
        case Unset():
            return Range(frozenset(), True)
        case Fact():
            return Range(None, True)
        case AsOf():
            return Range(None, False)
        case Name(name):
            return known[name]
        case Not(item):
            inner = range_of(item, known)
            return Range(None if inner.values is None else frozenset(not v for v in inner.values), inner.unknown)
        case And(items):
            return _threshold(len(items), [range_of(i, known).truth for i in items])
        case Or(items):
            return _threshold(1, [range_of(i, known).truth for i in items])
        case AtLeast(count, items):
            return _threshold(count, [range_of(i, known).truth for i in items])
        case Case(condition, then, otherwise):
            return _case(range_of(condition, known), range_of(then, known), range_of(otherwise, known))
        case Stated(_, derived):
            inner = range_of(derived, known) if derived is not None else Range(frozenset(), True)
            return Range(None, inner.unknown)
        case Compare() | Within():
            return _computed(expr, known, _BOTH)
        case _:
            return _computed(expr, known, None)


def _computed(expr: Expr, known: Mapping[str, Range], otherwise: frozenset[Any] | None) -> Range:
    """The range of an operation: computed where its parts can have few values, else ``otherwise``."""
    parts = [range_of(child, known) for child in expr.children()]
    unknown = any(part.unknown for part in parts)
    listed = [part.values for part in parts if part.values is not None]
    if any(not values for values in listed):
        return Range(frozenset(), True)
    if len(listed) < len(parts):
        return Range(otherwise, unknown)
    values = set()
    for chosen in product(*listed):
        constants = iter(map(Constant, chosen))
        closed = map_children(expr, lambda _, parts=constants: next(parts))  # type: ignore[misc]
        values.add(direct._compile(closed)({}, {}))
    return Range(frozenset(values - {None}), unknown or None in values)


def _case(condition: Range, then: Range, otherwise: Range) -> Range:
    taken = [branch for outcome, branch in ((True, then), (False, otherwise)) if outcome in condition.truth]
    if None in condition.truth:
        taken = [then, otherwise]
    values = None if any(b.values is None for b in taken) else frozenset().union(*(b.values or () for b in taken))
    undecided = None in condition.truth and (values is None or len(values) != 1)
    return Range(values, undecided or any(branch.unknown for branch in taken))


def _threshold(count: int, items: list[frozenset[bool | None]]) -> Range:
    tallies = {(0, 0)}
    for item in items:
        tallies = {(met + (v is True), failed + (v is False)) for met, failed in tallies for v in item}
    settled = {True if met >= count else False if failed > len(items) - count else None for met, failed in tallies}
    return Range(frozenset(settled - {None}), None in settled)


class Sway:
    """Whether forcing a condition of ``program`` to the other outcome can change the status at all.

    The conditions that are no composition of others are taken to vary freely, apart from those that can have one
    outcome only. Compositions hold no negation, so an unknown changes nothing that a settled value would not; hence
    Boolean functions decide, kept as ordered decision diagrams.
    """

    def __init__(self, program: Program, territory: str | None, *, doubts_vary: bool = False) -> None:
        self.program, self.territory, self.ranges = program, territory, ranges(program)
        self.doubts_vary = doubts_vary
        self.nodes: dict[tuple[int, int, int], int] = {}
        self.table: list[tuple[int, int, int]] = [(1 << 30, 0, 0), (1 << 30, 1, 1)]
        self.variables: dict[str, int] = {}
        self.joined: dict[tuple[int, int, int], int] = {}

    def can(self, name: str) -> bool:
        """Whether ``name`` can be decisive."""
        nodes, above = self.program.nodes, influence_of(self.program, self.territory).above(frozenset({name}))
        if name == self.territory or any(not is_composition(nodes[reader].expr, nodes) for reader in above):
            return True  # it travels through something finer than connectives: nothing is claimed
        met, not_met = (self._build(self.program.root, {name: forced}) for forced in (1, 0))
        return met != not_met

    def same(self, ours: Expr, theirs: Expr, before: Program, after: Program) -> bool:
        """Whether two compositions, of ``before`` and of ``after``, are one function of the conditions below them."""
        self.program = before
        one = self._build(ours, {})
        self.program = after
        other = self._build(theirs, {})
        self.program = before
        return one == other

    def _build(self, expr: Expr, kept: dict[str, int]) -> int:
        if isinstance(expr, Constant):
            return int(bool(expr.value))
        if isinstance(expr, Name):
            if expr.id not in kept:
                kept[expr.id] = self._named(expr.id, kept)
            return kept[expr.id]
        if isinstance(expr, CONNECTIVES):
            items = [self._build(child, kept) for child in expr.children()]
            count = len(items) if isinstance(expr, And) else 1 if isinstance(expr, Or) else expr.count
            return self._count(count, items, {})
        return self._variable(repr(expr))

    def _named(self, name: str, kept: dict[str, int]) -> int:
        expr = self.program.nodes[name].expr
        if is_composition(expr, self.program.nodes):
            return self._build(expr, kept)
        outcomes = self.ranges[name].truth if name in self.ranges else frozenset()
        doubtful = self.doubts_vary and bool(self.program.nodes[name].readings)
        return int(True in outcomes) if outcomes in ({True}, {False}) and not doubtful else self._variable(name)

    def _variable(self, name: str) -> int:
        return self._node(self.variables.setdefault(name, len(self.variables)), 0, 1)

    def _node(self, variable: int, low: int, high: int) -> int:
        if low == high:
            return low
        key = (variable, low, high)
        if key not in self.nodes:
            self.nodes[key] = len(self.table)
            self.table.append(key)
        return self.nodes[key]

    def _count(self, count: int, items: list[int], known: dict[tuple[int, int], int]) -> int:
        """At least ``count`` of ``items``."""
        if count <= 0:
            return 1
        if count > len(items):
            return 0
        key = (count, len(items))
        if key not in known:
            first, rest = items[0], items[1:]
            known[key] = self._choose(first, self._count(count - 1, rest, known), self._count(count, rest, known))
        return known[key]

    def _choose(self, test: int, then: int, otherwise: int) -> int:
        """``then`` where ``test`` holds, else ``otherwise``."""
        if test < 2:
            return then if test else otherwise
        if then == otherwise:
            return then
        key = (test, then, otherwise)
        if key not in self.joined:
            top = min(self.table[part][0] for part in key)
            low, high = ([self._branch(part, top, side) for part in key] for side in (1, 2))
            self.joined[key] = self._node(top, self._choose(*low), self._choose(*high))
        return self.joined[key]

    def _branch(self, node: int, variable: int, side: int) -> int:
        return self.table[node][side] if self.table[node][0] == variable else node
