"""Which facts of a person matter: those that the facts of the record that some programmes read follow from."""

from __future__ import annotations

from collections.abc import Iterable

from ancu.household.members import people_of
from ancu.household.program import gathered_in
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.references import names_in, reads
from ancu.rulebook.rulebook import Rulebook


def person_facts_read(book: Rulebook, facts: Iterable[str]) -> list[str]:
    """The facts of a person that ``facts`` of the record follow from, in the order of the vocabulary."""
    people = book.people
    if people is None:
        return []
    person = people.person
    todo: list[str] = [RELATION]
    for fact in facts:
        for version in people.projections.get(fact, ()):
            for part in gathered_in(version.expr):
                todo += (*names_in(part.who), *names_in(part.item))
    seen: set[str] = set()
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        for step in people.roles.get(name, (name,)):
            if step in person.trees or step in person.defaults:
                todo += reads(person, step)
        begins = people.given[name].begins if name in people.given else False
        if isinstance(begins, str):
            todo.append(begins)
    return [fact for fact in people_of(book).person.facts if fact in seen]
