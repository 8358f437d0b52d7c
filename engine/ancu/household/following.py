"""Which facts of the record follow where certain facts are told of people."""

from __future__ import annotations

from ancu.household.members import people_of
from ancu.household.reading import person_facts_read
from ancu.rulebook.member_names import RELATION
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
    wanted = {fact: {*person_facts_read(book, [fact])} - untold for fact in people.projections}
    return frozenset(fact for fact, read in wanted.items() if not read or read & told)
