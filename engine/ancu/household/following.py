"""Which facts of the record follow from people, and what has to be told of people for that."""

from __future__ import annotations

from collections.abc import Iterable

from ancu.household.members import people_of
from ancu.household.program import gathered_in
from ancu.rulebook.people import RELATION
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import People, Rulebook


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
    wanted = {fact: read_of_people(people, [fact]) - untold for fact in people.projections}
    return frozenset(fact for fact, read in wanted.items() if not read or read & told)


def read_of_people(people: People, facts: Iterable[str]) -> frozenset[str]:
    """The facts of a person from which ``facts`` of the record follow, in any of their versions."""
    seen: set[str] = set()
    texts = [version.expr for fact in facts for version in people.projections.get(fact, ())]
    parts = [side for text in texts for part in gathered_in(text) for side in (part.who, part.item) if side is not None]
    todo = [name for part in parts for name in names_in(part)]
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        if name not in people.person.facts:
            todo += (read for step in people.roles.get(name, (name,)) for read in (step, *reads(people.person, step)))
    return frozenset(seen & people.person.facts.keys())
