"""What of a case can be changed: facts that the rulebook lets somebody change and that the record states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ancu.decision.fields import Context
from ancu.frozen import frozen
from ancu.household.members import people_of
from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook.expressions import Compare, Expr, Fact, Gathered, Name, Stated
from ancu.rulebook.model import ChangeableFact, FactDef, Plausible
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled


@frozen
class Lever:
    """A fact that can be changed.

    ``values``: what it can become, for a number only its range (``low`` to ``high``). ``member``: the place of whose it
    is, and ``asks`` what it is called of a person; None where the record states it.
    """

    fact: str
    now: Any
    definition: ChangeableFact
    values: tuple[Any, ...]
    low: int = 0
    high: int = 0
    member: int | None = None
    asks: str | None = None

    @property
    def is_number(self) -> bool:
        return not self.values


def levers_of(context: Context, day: date) -> list[Lever]:
    """What can be changed of the case of ``context``, in the order of the rulebook.

    A fact that nobody knows is not changed but missing.
    """
    program = context.program
    if program is None:
        return []
    found = (_lever(context, fact, day) for fact in program.facts if fact in context.book.changeable)
    return [lever for lever in found if lever is not None]


def _lever(context: Context, fact: str, day: date) -> Lever | None:
    book, now = context.book, context.record.get(fact)
    if now is None:
        return None
    definition, change = book.facts[fact], book.changeable[fact]
    whose: tuple[int, str] | None = None
    if context.people is not None and fact in context.people and fact not in context.stated:
        whose = _whose(context, fact, day)
        if whose is None:
            return None
    member, asks = whose or (None, None)
    if definition.value_type.kind == "number":
        low, high = span(definition)
        low, high = (low, now - 1) if change.to == "lower" else (now + 1, high)
        return Lever(fact, now, change, (), low, high, member, asks) if low <= high else None
    to = change.to if isinstance(change.to, list) else [change.to]
    values = tuple(value for value in to if value != now)
    return Lever(fact, now, change, values, 0, 0, member, asks) if values else None


def _whose(context: Context, fact: str, day: date) -> tuple[int, str] | None:
    """The one member whose fact of his own ``fact`` is, and what it is called of him; None for anything else."""
    asks = _own_fact(context.book, fact, day)
    assert context.people is not None
    members = context.people.source(fact).members
    return (members[0], asks) if asks is not None and len(members) == 1 else None


def _own_fact(book: Rulebook, fact: str, day: date) -> str | None:
    """The fact of a person that ``fact`` of the record is, where it is just that."""
    for version in people_of(book).projections[fact]:
        if day in version.period:
            match version.expr:
                case Gathered("of", _, Fact(name) | Name(name)):
                    return name
    return None


def span(definition: FactDef) -> tuple[int, int]:
    """The numbers that nobody doubts, scaled; nothing at all counts among them where it may be stated."""
    bounds = definition.undoubted
    assert bounds is not None
    scale = definition.value_type.scale
    low, high = (scaled(value, scale) or 0 for value in (bounds.min, bounds.max))  # type: ignore[arg-type]
    plausible = definition.plausible
    return (0 if isinstance(plausible, Plausible) and plausible.or_zero else low), high


@kept
def blinds_of(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Of each fact, the nodes that would fall back on something else if the fact were not stated.

    Held unknown together with the fact, they make an evaluation that says what any value of it could still bring.
    """
    whose = {stated: fact for stated, (fact, _) in program.statements.items()}
    found: dict[str, dict[str, None]] = {}
    for node in program.nodes.values():
        for part in node.expr.walk():
            if isinstance(part, Stated):
                found.setdefault(whose.get(part.fact, part.fact), {}).setdefault(node.name)
        if node.kind == "fact":
            found.setdefault(node.name, {}).setdefault(node.name)
    return {fact: tuple(names) for fact, names in found.items()}


@kept
def statements_of(program: Program) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Of each fact, the yes/no facts that are made of it, with the values that count as “yes”."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for name, (fact, accepted) in program.statements.items():
        found.setdefault(fact, []).append((name, accepted))
    return {fact: tuple(names) for fact, names in found.items()}


@kept
def readers_of(program: Program) -> Mapping[str, Sequence[Expr]]:
    """Of each fact, the comparisons that read it, however far down."""
    reads: dict[str, frozenset[str]] = {}

    def facts_in(expr: Expr) -> Iterator[str]:
        for part in expr.walk():
            if isinstance(part, Fact):
                yield part.id
            elif isinstance(part, Name):
                yield from reads[part.id]

    found: dict[str, list[Expr]] = {}
    for node in program.nodes.values():
        for part in node.expr.walk():
            if isinstance(part, Compare):
                for fact in set(facts_in(part)):
                    found.setdefault(fact, []).append(part)
        reads[node.name] = frozenset(facts_in(node.expr))
    return found
