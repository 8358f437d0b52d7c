"""Whose a fact is, in a case with a household: the persons that reasons name, and what is still to be asked of whom.

A person is named by what he is to the applicant and by what his row calls itself; names of people are never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ancu.decision.contract import HouseholdFacts, MemberFact, MemberReference
from ancu.decision.fields import Context, DecisionFields
from ancu.decision.law import leaves
from ancu.household.members import GENDER, Household, Member, people_of
from ancu.household.projecting import Projected
from ancu.messages import Language, keys, lower_first, message
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook


def person_text(context: Context, member: Member, lang: Language) -> str:
    """A member by relation and row: "cha (dòng 3)"."""
    household = context.people.household if context.people is not None else None
    return member_text(context.book, household, member, lang)


def member_text(book: Rulebook, household: Household | None, member: Member, lang: Language) -> str:
    """A member of ``household`` by relation and row, or place where several have one relation."""
    relation, gender = member.relation, member.facts.get(GENDER)
    own = f"person_{relation}_{gender}"
    if relation is None:
        text = message("person_unknown", lang, place=member.place)
    elif own in keys():
        text = message(own, lang)
    else:
        text = lower_first(people_of(book).person.facts[RELATION].values[relation][lang])
    if member.label is not None:
        return message("person_labelled", lang, person=text, label=member.label)
    alike = [m for m in household.members if m.relation == relation] if household is not None and relation else []
    return message("person_placed", lang, person=text, place=member.place) if len(alike) > 1 else text


def persons_text(context: Context, people: Projected, places: Iterable[int], lang: Language) -> str:
    """Several members, by their places."""
    members = {member.place: member for member in people.household.members}
    return ", ".join(person_text(context, members[place], lang) for place in places)


def whose_text(context: Context, name: str, lang: Language) -> str:
    """Of whom a condition is told, where that is somebody in particular other than the applicant; else nothing."""
    places = whose(context, name)
    return persons_text(context, context.people, places, lang) if places and context.people is not None else ""


def whose(context: Context, name: str) -> list[int]:
    """The places of those of whom :func:`whose_text` tells a condition."""
    people = context.people
    if people is None or name not in context.book.conditions or context.book.compound[name]:
        return []
    places: dict[int, None] = {}
    facts = leaves(context, name)[0]
    # Whether there is a spouse says nothing of whose the spouse's facts are.
    defaults = context.book.defaults
    applying = {read for fact in facts if fact in defaults for read in names_in(defaults[fact][0])}
    for fact in facts:
        if (
            fact not in applying
            and fact in people
            and context.record.get(fact) is not None
            and context.record[fact] == people.facts.get(fact)
        ):
            places.update(dict.fromkeys(people.source(fact).members))
    everybody = {member.place for member in people.household.members}
    if not places or places.keys() in ({people.household.applicant.place}, everybody):
        return []
    return sorted(places)


def missing_texts(context: Context, facts: Iterable[str], lang: Language) -> list[str]:
    """The labels of missing facts; of those that follow from members, what is missing and of whom."""
    return list(dict.fromkeys(text for fact in facts for text in _missing_of(context, fact, lang)))


def _missing_of(context: Context, fact: str, lang: Language) -> tuple[str, ...]:
    people = context.people
    if people is None or fact not in people:
        return (context.book.facts[fact].label[lang],)
    if (fact, lang) not in people.said:
        people.said[fact, lang] = tuple(_missing_of_people(context, people, fact, lang))
    return people.said[fact, lang]


def _missing_of_people(context: Context, people: Projected, fact: str, lang: Language) -> Iterator[str]:
    label = context.book.facts[fact].label[lang]
    source = people.source(fact)
    for place, name in source.missing:
        yield fact_of_text(context, people, place, name, lang)
    if source.closing:
        yield message("missing_unlisted", lang, label=label)
    elif source.unlisted or not source.missing:
        # Of what no list of members tells to the end, such as children who live elsewhere, the record itself has to.
        yield label


def fact_of_text(context: Context, people: Projected, place: int, name: str, lang: Language) -> str:
    """A fact of a member, with whose it is."""
    return fact_of_member_text(context.book, people.household, place, name, lang)


def fact_of_member_text(book: Rulebook, household: Household, place: int, name: str, lang: Language) -> str:
    """A fact of the member at ``place`` of ``household``, with whose it is."""
    label = people_of(book).person.facts[name].label[lang]
    person = member_text(book, household, household.members[place - 1], lang)
    return message("fact_of_person", lang, label=lower_first(label), person=person[:1].upper() + person[1:])


def reference_to(member: Member) -> MemberReference:
    """A member as decisions name him."""
    return MemberReference(place=member.place, relation=member.relation, label=member.label)


def household_of(decision: DecisionFields) -> HouseholdFacts | None:
    """The members that a decision rests on, whose its facts are, and what is missing of whom; None without members."""
    context = decision.context
    people = context.people
    if people is None:
        return None
    read = context.program.facts if context.program is not None else ()
    followed = [fact for fact in read if fact in people]
    wanted = dict.fromkeys((*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority))
    sources = {fact: people.source(fact) for fact in wanted if fact in people}
    return HouseholdFacts(
        members=[reference_to(member) for member in people.household.members],
        complete=people.household.complete,
        whose={fact: list(people.source(fact).members) for fact in followed if fact in people.facts},
        missing=[
            MemberFact(fact=fact, member=place, asks=name)
            for fact, source in sources.items()
            for place, name in source.missing
        ],
        unlisted=[fact for fact, source in sources.items() if source.unlisted],
    )
