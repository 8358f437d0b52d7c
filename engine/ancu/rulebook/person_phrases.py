"""Phrases about the members of a household: what people call a member, and what may be said of one.

A person has the phrases of the facts of a record that his facts are defined like, and phrases of his own. Which facts
of a record say something of one member, such as the spouse's income, follows from the projections and from phrases that
begin with what a member is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ancu.messages import LANGUAGES, Language
from ancu.rulebook.expressions import Expr, Gathered, Name
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.model import FactPhrase
from ancu.rulebook.phrases import BLANK, JOINTS, Spoken, in_languages, subjects
from ancu.rulebook.rulebook import People, Rulebook
from ancu.rulebook.values import normalise

GENDER = "gender"


@dataclass(frozen=True)
class MemberName:
    """What people call a member: his relation to the applicant, and the gender that the word tells, where it does."""

    text: str
    relation: str
    gender: str | None = None


@dataclass(frozen=True)
class OfMember:
    """A fact of a person, and the relation of whose it is."""

    relation: str
    fact: str


def member_names(people: People) -> tuple[MemberName, ...]:
    """Every name for a member that a sentence may begin with, the longest first.

    What may stand before any phrase as its subject names nobody in particular.
    """
    found: dict[str, MemberName] = {}
    relations = people.person.facts[RELATION]
    for relation, value in relations.values.items():
        for text in (value.vi, value.en, *value.synonyms):
            if not any(joint in text for joint in JOINTS):
                told = people.told_by_relation.get(normalise(text), {})
                found.setdefault(normalise(text), MemberName(text, relation, told.get(GENDER)))
    neutral = {normalise(subject) for subject in subjects()}
    return tuple(sorted((one for key, one in found.items() if key not in neutral), key=lambda one: -len(one.text)))


def spoken_of_members(book: Rulebook) -> Iterator[Spoken]:
    """Every phrase about a person: each fact's own, then those of the fact of the record that it is like."""
    people = book.people
    if people is None:
        return
    own = {given.like: name for name, given in people.given.items() if given.like is not None}
    for name, fact in people.person.facts.items():
        numeric = fact.value_type.kind in ("number", "date")
        for phrase in fact.phrases:
            yield from in_languages(name, phrase, numeric)
        like = people.given[name].like
        for alike in book.facts[like].phrases if like is not None else ():
            if alike.also.keys() <= own.keys():
                also = {own[other]: value for other, value in alike.also.items()}
                yield from in_languages(name, FactPhrase.model_construct(**{**dict(alike), "also": also}), numeric)


def spoken_of_groups(book: Rulebook) -> Iterator[Spoken]:
    """What phrases of a group of the law say of a person: the group is the record's, his work is his own."""
    if book.people is None:
        return
    own = {given.like: name for name, given in book.people.given.items() if given.like is not None}
    groups = (fact for name, fact in book.facts.items() if fact.type == "list" and name not in own)
    for phrase in (phrase for group in groups for phrase in group.phrases):
        if len(phrase.also) == 1 and phrase.also.keys() <= own.keys():
            other, value = next(iter(phrase.also.items()))
            said = FactPhrase.model_construct(**{**dict(phrase), "value": value, "also": {}})
            yield from in_languages(own[other], said, False)


def counterparts(book: Rulebook) -> Mapping[str, OfMember]:
    """The facts of the record that say a fact of one member other than the applicant, each with what it says of whom.

    They follow as the value of whoever has a role, or have a phrase that names the member and then says his fact.
    """
    people = book.people
    if people is None:
        return {}
    names = member_names(people)
    said: dict[tuple[Language, str], str] = {(one.lang, _shape(one.text)): one.name for one in spoken_of_members(book)}
    found: dict[str, OfMember] = {}
    for fact, versions in people.projections.items():
        for version in versions:
            match version.expr:
                case Gathered("of", Name(role), item) if role in people.only_one and (of_person := _named(item)):
                    found.setdefault(fact, OfMember(role, of_person))
        for phrase in book.facts[fact].phrases:
            for lang in LANGUAGES:
                text = phrase.vi if lang == "vi" else phrase.en
                for name in names if text is not None else ():
                    rest = _after(str(text), name.text)
                    if rest is not None and (of_person := said.get((lang, _shape(rest)))):
                        found.setdefault(fact, OfMember(name.relation, of_person))
    return {fact: of for fact, of in found.items() if of.relation != APPLICANT}


def _named(item: Expr | None) -> str | None:
    return item.id if isinstance(item, Name) else None


def _after(text: str, start: str) -> str | None:
    """``text`` after ``start`` and a space; None where it begins otherwise."""
    return text[len(start) + 1 :] if normalise(text).startswith(f"{normalise(start)} ") else None


def _shape(text: str) -> str:
    """A phrase as it is compared: whatever its blanks are called."""
    return normalise(BLANK.sub("{}", text))
