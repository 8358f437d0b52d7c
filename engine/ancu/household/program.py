"""How the facts of a record follow from a household's members on a day: the texts of the rulebook, compiled.

Two levels: what is read of each member is a program of its own, over the facts of a person; what the members give
together stands in the texts above as facts called ``#0``, ``#1``, …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ancu.frozen import frozen
from ancu.inference.program import Program, program_for
from ancu.inference.tree_edits import map_tree
from ancu.kept import kept
from ancu.rulebook.expressions import Expr, Fact, Gathered, Name
from ancu.rulebook.rulebook import DatedProjection, People, Rulebook


@frozen
class Gathering:
    """What one part of a text gathers: ``function`` of those for whom ``who`` is met, of their ``item``.

    Several ``steps`` are tried in turn. ``open``: members that nobody has listed count too.
    """

    function: str
    steps: tuple[Expr, ...]
    item: Expr | None
    open: bool


@frozen
class CompiledProjection:
    """How a fact follows: a text over what is gathered, and which parts of that it reads."""

    expr: Expr
    gathered: tuple[int, ...]
    version: DatedProjection


@frozen
class HouseholdProgram:
    """``person``: what is read of each member; ``above``: the program that the texts of ``projections`` belong to."""

    person: Program
    above: Program
    gatherings: tuple[Gathering, ...]
    projections: Mapping[str, CompiledProjection]


def household_program(book: Rulebook, day: date) -> HouseholdProgram:
    """How the facts of a record of ``book`` follow from members on ``day``; built once an epoch."""
    people = book.people
    assert people is not None, "the rulebook knows no households"
    return _program_in(book, people.epochs.index(day))


def lend_household_program(book: Rulebook, other: Rulebook, day: date) -> None:
    """Let the facts of a record follow under ``other``, which has the same people, as they do under ``book``."""
    assert other.people is book.people
    if book.people is not None:
        _program_in.put(other, household_program(book, day), book.people.epochs.index(day))


@kept
def _program_in(book: Rulebook, epoch: int) -> HouseholdProgram:
    people = book.people
    assert people is not None
    return _compile(book, people, people.epochs.starts[epoch])


def _compile(book: Rulebook, people: People, day: date) -> HouseholdProgram:
    current = {
        fact: version for fact, versions in people.projections.items() for version in versions if day in version.period
    }
    parts: dict[tuple[Gathered, bool], int] = {}
    for version in current.values():
        for gathered in gathered_in(version.expr):
            parts.setdefault((gathered, version.version.open), len(parts))
    steps = {part: _steps(people, part[0]) for part in parts}
    texts = [expr for part in parts for expr in (*steps[part], *((part[0].item,) if part[0].item is not None else ()))]
    person, resolved = program_for(people.person, texts, day)
    rest = iter(resolved)
    gatherings = []
    for part in parts:
        who = tuple(next(rest) for _ in steps[part])
        item = next(rest) if part[0].item is not None else None
        gatherings.append(Gathering(part[0].function, who, item, part[1]))

    def numbered(version: DatedProjection) -> Expr:
        def change(node: Expr) -> Expr | None:
            return Fact(f"#{parts[node, version.version.open]}") if isinstance(node, Gathered) else None

        return map_tree(version.expr, change)

    # The numbers of what is gathered are no facts of the rulebook: they are put in when the rest is resolved.
    flat = {fact: numbered(version) for fact, version in current.items()}
    above, exprs = program_for(book, flat.values(), day)
    projections = {
        fact: CompiledProjection(
            expr, tuple(dict.fromkeys(parts[one, version.version.open] for one in gathered_in(version.expr))), version
        )
        for (fact, version), expr in zip(current.items(), exprs, strict=True)
    }
    return HouseholdProgram(person, above, tuple(gatherings), projections)


def gathered_in(expr: Expr) -> Iterator[Gathered]:
    """What ``expr`` gathers of the members, as often as it stands there."""
    if isinstance(expr, Gathered):
        yield expr
        return
    for child in expr.children():
        yield from gathered_in(child)


def _steps(people: People, part: Gathered) -> tuple[Expr, ...]:
    if isinstance(part.who, Name) and part.who.id in people.roles:
        return tuple(Name(step) for step in people.roles[part.who.id])
    return (part.who,)
