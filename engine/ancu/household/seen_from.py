"""The same household with another member as the applicant: relations seen from him, and what is known of him."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from ancu.household.members import BORN_ON, Household, Member, people_of
from ancu.kept import kept
from ancu.rulebook.calendar import years_between
from ancu.rulebook.expressions import Gathered, Name
from ancu.rulebook.member_names import APPLICANT, RELATION, SPOUSE
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import People, Rulebook

#: From which age on somebody files an application of his own (Civil Code 2015, Article 20).
ADULT = 18
#: The days of the marriage stand in the row of the applicant's spouse.
_OF_THE_MARRIAGE = ("married_on", "marriage_ended_on")
_ALIVE, _LIVES_HERE = "merit_person_alive", "lives_in_household"


def adult_on(member: Member, day: date) -> bool | None:
    """Whether a member is an adult on ``day``; None where his age is not known."""
    ages = {
        None if born is None else years_between(born, day.toordinal()) >= ADULT
        for born in (facts.get(BORN_ON) for facts in member.variants())
    }
    return ages.pop() if len(ages) == 1 else None


def applicants(household: Household, day: date) -> Iterator[Member]:
    """The members who may file an application on ``day``, he who files this one first.

    Left out is who is dead or no adult, and who does not live in the household, but for the couple.
    """
    for member in sorted(household.members, key=lambda member: member.relation != APPLICANT):
        away = member.facts.get(_LIVES_HERE) is False and member.relation not in (APPLICANT, SPOUSE)
        dead = member.facts.get(_ALIVE) is False
        if member.relation == APPLICANT or not (away or dead or adult_on(member, day) is False):
            yield member


def seen_from(book: Rulebook, household: Household, viewer: Member) -> Household:
    """``household`` with ``viewer`` as its applicant; a relation to him that cannot be told is left out.

    Places stay as they are.
    """
    if viewer.relation == APPLICANT:
        return household
    known = people_of(book).seen_from.get(viewer.relation or "", {})
    marriage = {name: viewer.facts[name] for name in _OF_THE_MARRIAGE if name in viewer.facts}

    def seen(member: Member) -> Member:
        facts = {name: value for name, value in member.facts.items() if name != RELATION}
        relation = APPLICANT if member is viewer else known.get(member.relation or "")
        if relation is not None:
            facts[RELATION] = relation
        if viewer.relation == SPOUSE and member.relation == APPLICANT:
            facts = {**facts, **marriage}
        return replace(member, facts=facts)

    return replace(household, members=tuple(map(seen, household.members)))


def with_stated(book: Rulebook, household: Household, facts: Mapping[str, Any], day: date) -> Household:
    """``household`` with what the record states of the applicant or his spouse as facts of theirs."""
    own: dict[int, dict[str, Any]] = {}
    for name, versions in people_of(book).projections.items():
        expr = next((version.expr for version in versions if day in version.period), None)
        match expr:
            case Gathered("of", Name(role), Name(item)) if role in (APPLICANT, SPOUSE) and name in facts:
                having = [member for member in household.members if member.relation == role]
                if len(having) == 1:
                    own.setdefault(having[0].place, {})[item] = facts[name]
    members = (
        replace(member, facts={**member.facts, **own[member.place]}) if member.place in own else member
        for member in household.members
    )
    return replace(household, members=tuple(members))


def carried_over(book: Rulebook, facts: Mapping[str, Any], viewer: Member) -> dict[str, Any]:
    """Those of the record's ``facts`` that hold as well with ``viewer`` as the applicant.

    What the record states of the household holds whoever applies, and what it states of the couple for both spouses.
    """
    if viewer.relation == APPLICANT:
        return dict(facts)
    shared: tuple[Whose, ...] = ("household", "couple") if viewer.relation == SPOUSE else ("household",)
    return {name: value for name, value in facts.items() if whose(book, name) in shared}


#: Of whom the record states a fact: of its household, of the applicant and his spouse alike, or of the applicant.
Whose = Literal["household", "couple", "applicant"]


@kept
def whose(book: Rulebook, fact: str) -> Whose:
    """Of whom the record states ``fact``: what follows from relations to the applicant is his."""
    people = people_of(book)
    if fact in people.of_the_applicant:
        return "applicant"
    names = {name for version in people.projections.get(fact, ()) for name in names_in(version.expr)}
    read = _read(people, names)
    if RELATION in read:
        return "applicant"
    return "couple" if any(people.shared.get(name) == "couple" for name in read) else "household"


def _read(people: People, names: Iterable[str]) -> set[str]:
    """What ``names`` read of a person, whatever stands between; of a role that several share, nothing further."""
    found: set[str] = set()
    todo = list(names)
    while todo:
        name = todo.pop()
        if name in found:
            continue
        found.add(name)
        if name not in people.shared:
            todo += people.roles.get(name, ())
            todo += [read for tree in people.person.trees.get(name, ()) for read in names_in(tree.expr)]
    return found
