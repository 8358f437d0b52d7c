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
    put = [_put(context, asked, askers, decisions) for asked in askers]
    facts = {fact: i for i, fact in enumerate(context.book.facts)}
    persons = {fact: i for i, fact in enumerate(people_of(context.book).person.facts)}

    def order(question: NextQuestion) -> tuple[Any, ...]:
        of = (question.member or 0, persons.get(question.asks or "", -1))
        return (bool(question.after), -len(question.settles), -len(question.programmes), facts[question.fact], *of)

    return sorted(put, key=order)


def _put(
    context: Context,
    asked: Asked,
    askers: Mapping[Asked, Sequence[NextQuestion]],
    decisions: Sequence[DecisionFields],
) -> NextQuestion:
    """The question that asks what is ``asked``, for all that ask for it."""
    together = askers[asked]
    facts = {question.fact for question in together}
    wanted = {programme for question in together for programme in question.programmes}
    # It is idle only where every fact that asks for it is.
    waiting = [set(question.after) - facts for question in together]
    first = set.union(*waiting) if all(waiting) else set()
    own = [fact for fact in _first_of_person(context, asked) if asked._replace(asks=fact) in askers]
    return NextQuestion(
        fact=together[0].fact,
        settles=[d.programme for d in decisions if d.programme in wanted and _settles(context, asked, d)],
        programmes=[decision.programme for decision in decisions if decision.programme in wanted],
        after=list(dict.fromkeys([*(fact for fact in context.book.facts if fact in first), *own])),
        member=asked.member,
        asks=asked.asks,
    )


def _first_of_person(context: Context, asked: Asked) -> list[str]:
    """The facts of a person that tell whether what is ``asked`` of him applies."""
    person = people_of(context.book).person
    if asked.member is None or asked.asks is None or asked.asks not in person.defaults:
        return []
    read: dict[str, None] = {}
    todo = [*names_in(person.defaults[asked.asks][0])]
    while todo:
        name = todo.pop()
        if name in person.facts:
            read[name] = None
        elif name in person.trees and name not in read:
            todo += reads(person, name)
    return [fact for fact in person.facts if fact in read and fact != asked.asks]


def _settles(context: Context, asked: Asked, decision: DecisionFields) -> bool:
    """Whether ``decision`` misses nothing but what is ``asked``."""
    if decision.status != "undetermined" or decision.unset:
        return False
    people = context.people
    wanted = {one for fact in decision.missing for one in asked_for(context, fact)}
    open_ = any(people.source(fact).unlisted for fact in decision.missing if people is not None and fact in people)
    return wanted == {asked} and (not open_ or asked.asks == COMPLETE)


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
