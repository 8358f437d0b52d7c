"""What an expression can be at all: the outcomes of a condition, the values of a quantity.

What is said to be impossible is impossible whatever a record states, because the facts are taken to vary freely; what
is said to be possible may still be out of reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program
from ancu.inference.tree_edits import map_children
from ancu.kept import kept
from ancu.rulebook.expressions import (
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

_BOTH = frozenset({True, False})


@dataclass(frozen=True)
class Range:
    """What an expression can be: its values (None: any of its type), and whether it can be unknown."""

    values: frozenset[Any] | None
    unknown: bool

    @property
    def truth(self) -> frozenset[bool | None]:
        """The outcomes of a condition with this range."""
        return (_BOTH if self.values is None else self.values) | ({None} if self.unknown else frozenset())


@kept
def ranges(program: Program) -> Mapping[str, Range]:
    """The range of every node of ``program``, worked out once."""
    found: dict[str, Range] = {}
    for name, node in program.nodes.items():
        found[name] = range_of(node.expr, found)
    return found


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
