"""The rulebook with one thing changed, in every way that a slip of the pen could change it.

A mutant is a law that someone might have written: a bound that is strict or not, a figure one unit off, a day too
early or too late, an alternative or a requirement left out, a negation, an exception removed. Expressions are changed
as written and typed anew, so that units keep their scales.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.figure_mutants import figure_mutants
from ancu.specs.measure.mutant import Made, Mutant
from ancu.specs.measure.rule_mutants import RuleMutants


@dataclass(frozen=True)
class Mutants:
    """The mutants of a rulebook. ``equal`` names where a change was set aside for meaning the same as the law, or as
    another change of the same place; once for each such change."""

    differing: tuple[Mutant, ...]
    equal: tuple[str, ...]


def mutants_of(book: Rulebook) -> Mutants:
    """Every mutant of ``book`` that differs from it, and from the others of its place, in canonical form."""
    kept: dict[Any, Mutant] = {}
    ids: dict[str, int] = {}
    equal: list[str] = []
    for mutant, original in _made(book):
        key = (mutant.part, mutant.name, mutant.key, mutant.period, mutant.day, repr(mutant.form))
        if repr(mutant.form) == repr(original) or key in kept:
            equal.append(mutant.name)
            continue
        ids[mutant.id] = ids.get(mutant.id, 0) + 1
        kept[key] = mutant if ids[mutant.id] == 1 else replace(mutant, id=f"{mutant.id} ({ids[mutant.id]})")
    return Mutants(tuple(kept.values()), tuple(equal))


def _made(book: Rulebook) -> Iterator[Made]:
    rules = RuleMutants(book)
    for name in (*book.conditions, *book.quantities):
        yield from rules.of_rule(name)
    for programme in book.programmes:
        yield from rules.of_programme(programme)
    for fact in book.defaults:
        yield from rules.of_default(fact)
    for parameter, figures in book.figures.items():
        yield from figure_mutants(book, parameter, None, figures)
    for (slot, region), figures in book.fills.items():
        yield from figure_mutants(book, slot, region, figures)
