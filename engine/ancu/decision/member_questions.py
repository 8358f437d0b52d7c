"""Questions on a case with members: each missing fact that follows from them is asked of whom it can matter for.

What several facts of the record hang on is asked once. Whether anybody else belongs to the household is asked where
nothing but this is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from ancu.decision.fields import Context, DecisionFields
from ancu.decision.questions import NextQuestion
from ancu.household.members import BORN_ON, COMPLETE, Household, people_of
from ancu.rulebook.references import names_in, reads

#: The ages of which each is tried where a date of birth is asked.
AGES = (1, 4, 10, 17, 25, 40, 70)


class Asked(NamedTuple):
    """What a question asks: a fact of the record, or of the member at a place, or whether the members are all."""

    fact: str | None
    member: int | None = None
    asks: str | None = None


@dataclass(frozen=True)
class Supposed:
    """A case in which one question has been answered."""

    facts: Mapping[str, Any]
    household: Household | None


def asked_by(question: NextQuestion) -> Asked:
    """What ``question`` asks."""
    return Asked(None, question.member, question.asks) if question.asks is not None else Asked(question.fact)


def asked_for(context: Context, fact: str) -> list[Asked]:
    """What is to be asked to learn a missing ``fact``."""
    people = context.people
    if people is not None and fact in people:
        source = people.source(fact)
        if source.missing:
            return [Asked(None, place, name) for place, name in source.missing]
        if source.closing:
            return [Asked(None, None, COMPLETE)]
    return [Asked(fact)]


def of_members(decisions: Sequence[DecisionFields], questions: Sequence[NextQuestion]) -> list[NextQuestion]:
    """``questions`` on facts of one case, put to the members of its household; as they are where it has none."""
    if not questions or decisions[0].context.people is None:
        return list(questions)
    context = decisions[0].context
    askers: dict[Asked, list[NextQuestion]] = {}
    for question in questions:
        for asked in asked_for(context, question.fact):
            askers.setdefault(asked, []).append(question)
    settled = {decision.programme: _settling(decision) for decision in decisions}
    first = {name: _first_of_person(context, name) for name in {one.asks for one in askers}}
    facts = {fact: i for i, fact in enumerate(context.book.facts)}
    persons = {fact: i for i, fact in enumerate(people_of(context.book).person.facts)}

    def put(asked: Asked) -> NextQuestion:
        together = askers[asked]
        own = {question.fact for question in together}
        readers = {programme for question in together for programme in question.programmes}
        programmes = [decision.programme for decision in decisions if decision.programme in readers]
        # It is idle only where every fact that asks for it is.
        waiting = [set(question.after) - own for question in together]
        after = sorted(set.union(*waiting), key=facts.__getitem__) if all(waiting) else []
        of_person = [fact for fact in first[asked.asks] if asked._replace(asks=fact) in askers]
        return NextQuestion(
            fact=together[0].fact,
            settles=[programme for programme in programmes if settled.get(programme) == asked],
            programmes=programmes,
            after=list(dict.fromkeys([*after, *of_person])),
            member=asked.member,
            asks=asked.asks,
        )

    def order(question: NextQuestion) -> tuple[Any, ...]:
        of = (question.member or 0, persons.get(question.asks or "", -1))
        return (bool(question.after), -len(question.settles), -len(question.programmes), facts[question.fact], *of)

    return sorted(map(put, askers), key=order)


def _first_of_person(context: Context, name: str | None) -> list[str]:
    """The facts of a person that tell whether the fact ``name`` of him applies."""
    person = people_of(context.book).person
    if name is None or name not in person.defaults:
        return []
    read: set[str] = set()
    todo = [*names_in(person.defaults[name][0])]
    while todo:
        one = todo.pop()
        if one not in read:
            read.add(one)
            todo += reads(person, one) if one in person.trees else ()
    return [fact for fact in person.facts if fact in read and fact != name]


def _settling(decision: DecisionFields) -> Asked | None:
    """What alone would settle ``decision``, if anything."""
    if decision.status != "undetermined" or decision.unset:
        return None
    wanted = wanted_of(decision)
    if len(wanted) != 1:
        return None
    (asked,) = wanted
    people = decision.context.people
    open_ = any(people.source(fact).unlisted for fact in decision.missing if people is not None and fact in people)
    return asked if not open_ or asked.asks == COMPLETE else None


class Open:
    """What questions on the decisions of a case still ask for."""

    def __init__(self, decisions: Iterable[DecisionFields], questions: Iterable[NextQuestion]) -> None:
        questions = list(questions)
        self._put = {asked_by(question) for question in questions}
        self._facts = {question.fact for question in questions}
        for decision in decisions:
            for fact in (*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority):
                if not self._put.isdisjoint(asked_for(decision.context, fact)):
                    self._facts.add(fact)

    def hold_up(self, question: NextQuestion) -> bool:
        """Whether one of them may make ``question`` idle."""
        own = {Asked(None, question.member, fact) for fact in question.after} if question.member is not None else set()
        return not self._facts.isdisjoint(question.after) or not self._put.isdisjoint(own)


def wanted_of(decision: DecisionFields) -> set[Asked]:
    """What is to be asked of a ``decision`` that is open."""
    return {asked for fact in decision.missing for asked in asked_for(decision.context, fact)}


def suppose(context: Context, asked: Asked, answer: Any) -> Supposed:
    """The case of ``context`` with ``answer`` to what is ``asked``."""
    people = context.people
    if people is None:
        return Supposed({**context.record, str(asked.fact): answer}, None)
    household = people.household
    if asked.fact is not None:
        return Supposed({**context.stated, asked.fact: answer}, household)
    if asked.member is None:
        return Supposed(context.stated, replace(household, complete=answer))
    members = tuple(
        replace(member, facts={**member.facts, str(asked.asks): answer}) if member.place == asked.member else member
        for member in household.members
    )
    return Supposed(context.stated, replace(household, members=members))


def section_of(context: Context, question: NextQuestion) -> object:
    """What questions that stand on one form have in common: the member asked, or the section of the vocabulary."""
    if question.asks is not None:
        return question.member or COMPLETE
    return context.book.facts[question.fact].section


def answers_to(context: Context, asked: Asked, day: date, most: int) -> list[Any]:
    """The answers to try: yes and no, up to ``most`` values of a choice, and some ages of a person."""
    if asked.asks == COMPLETE:
        return [False, True]
    if asked.asks == BORN_ON:
        return [date(day.year - age, 1, 1).toordinal() for age in AGES]
    book = context.book
    definition = book.facts[asked.fact] if asked.fact is not None else people_of(book).person.facts[str(asked.asks)]
    if definition.type == "yes_no":
        return [False, True]
    return list(definition.values) if definition.type == "choice" and len(definition.values) <= most else []
