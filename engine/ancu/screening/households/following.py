"""Which facts of the record can follow from people of whom certain facts are told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ancu.household.members import people_of
from ancu.household.program import gathered_in
from ancu.rulebook.expressions import Expr
from ancu.rulebook.people import RELATION
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import Rulebook


def followed_from(book: Rulebook, told: frozenset[str]) -> frozenset[str]:
    """The facts that follow where of each person the facts ``told`` may be known.

    A fact follows if one is told that it reads, or if it reads none but those that are there without being told.
    """
    people = people_of(book)
    untold = {
        name
        for name, fact in people.given.items()
        if name == RELATION or fact.ends or fact.begins or people.person.facts[name].assumed is not None
    }

    @cache
    def facts_below(name: str) -> frozenset[str]:
        if name in people.person.facts:
            return frozenset({name})
        below = people.roles.get(name, (name,))
        read = (names_in_person for step in below for names_in_person in _reads(step))
        return frozenset[str]().union(*(facts_below(one) for one in read))

    def _reads(step: str) -> Iterator[str]:
        yield from reads(people.person, step) if step in people.person.trees else ()

    def read_by(expr: Expr) -> frozenset[str]:
        parts = [side for part in gathered_in(expr) for side in (part.who, part.item) if side is not None]
        return frozenset[str]().union(*(facts_below(name) for side in parts for name in names_in(side)))

    found = set()
    for fact, versions in people.projections.items():
        read = frozenset[str]().union(*(read_by(version.expr) for version in versions)) - untold
        if not read or read & told:
            found.add(fact)
    return frozenset(found)
