"""The members of a household on the clerk's page: what the form holds of them, and the household that it makes.

A field of a member is called ``KEY.FACT``. What was not answered of a member is not known of him, whatever is said of
others: the page asks of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ancu.decision.persons import fact_of_member_text, member_text
from ancu.decision.questions import NextQuestion
from ancu.household.members import BORN_ON, COMPLETE, Household, Member, household_with, people_of, year_of_birth
from ancu.household.reading import person_facts_read
from ancu.messages import Language, message
from ancu.rulebook.expressions import Fact, Gathered, Name
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.references import facts_read
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import format_value
from ancu.service.bounds import MOST_MEMBERS
from ancu.service.descriptions import fact_out
from ancu.service.people import completeness_out
from ancu.service.schemas import ChoiceValueOut, FactOut

#: What the buttons send, alone or with the key of a member.
ADD, EDIT, REMOVE = BUTTONS = ("add", "edit", "remove")
#: What the question whether anybody else belongs to the household is answered by.
NOBODY, SOMEBODY = "nobody", "somebody"
ELSE = {NOBODY: "page_nobody_else", SOMEBODY: "page_somebody_else"}
LABEL = "l."
LONGEST_LABEL = 80
#: What is asked at once of a person who is added, where it can matter.
AT_ONCE = (BORN_ON, "gender")
_KEY = re.compile(r"m[0-9]{1,4}")


@dataclass
class PageMembers:
    """The members that the form holds, by key, the applicant first; ``open``: the one whose fields are shown."""

    keys: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    open: str | None = None
    #: Whether one was added, or taken away, by what was pressed last.
    added: bool = False
    removed: bool = False

    @classmethod
    def of(cls, book: Rulebook, fields: Mapping[str, list[str]]) -> PageMembers:
        if book.people is None:
            return cls()
        keys = [key for key in dict.fromkeys(fields.get("member", ())) if _KEY.fullmatch(key)][:MOST_MEMBERS]
        labels = {key: fields.get(LABEL + key, [""])[0].strip()[:LONGEST_LABEL] for key in keys}
        return cls(keys, {key: label for key, label in labels.items() if label})

    def press(self, button: str) -> None:
        """Do what ``button`` says of the members."""
        what, _, key = button.partition(".")
        if what == ADD and len(self.keys) < MOST_MEMBERS:
            if not self.keys:
                self.keys.append("m1")
            self.open = f"m{1 + max(int(key[1:]) for key in self.keys)}"
            self.keys.append(self.open)
            self.added = True
        elif what == EDIT and key in self.keys:
            self.open = key
        elif what == REMOVE and key in self.keys:
            # Without the applicant there is no household.
            self.keys = [other for other in self.keys if other != key] if key != self.keys[0] else []
            self.removed = True

    def names(self, book: Rulebook) -> Iterator[str]:
        """All fields that the form may hold of the members."""
        if self.keys:
            yield from (f"{key}.{fact}" for key in self.keys for fact in people_of(book).person.facts)
            yield COMPLETE

    def name_of(self, question: NextQuestion) -> str:
        """The field that answers ``question``."""
        if question.asks is None:
            return question.fact
        return question.asks if question.member is None else f"{self.keys[question.member - 1]}.{question.asks}"

    def household(self, book: Rulebook, facts: Mapping[str, Any], born: Mapping[str, tuple[int, int]]) -> Household:
        """The household that ``facts``, by field, give; ``born``: the days on which somebody may have been born."""
        people = people_of(book)
        unknown = {name: None for name, given in people.given.items() if given.closed is not None}
        members = []
        for place, key in enumerate(self.keys, 1):
            own = {fact: facts[f"{key}.{fact}"] for fact in people.person.facts if f"{key}.{fact}" in facts}
            if place == 1:
                own[RELATION] = APPLICANT
            members.append(Member({**unknown, **own}, place, self.labels.get(key), born.get(f"{key}.{BORN_ON}")))
        return household_with(members, facts.get(COMPLETE) == NOBODY)


def split(name: str) -> tuple[str | None, str]:
    """The key of a member and the fact that a field is of; no key for one of the record."""
    key, dot, fact = name.partition(".")
    return (key, fact) if dot else (None, name)


def moved(book: Rulebook, begun: bool) -> dict[str, str]:
    """The fields that a list of members takes over of the record as it is begun, or gives back as it ends."""
    people = people_of(book)
    own = {}
    for name, given in people.given.items():
        texts = [version.expr for version in people.projections.get(name, ())]
        same = given.like == name and (given.of_record or (texts and all(_of_applicant(text, name) for text in texts)))
        if same:
            own[name] = f"m1.{name}"
    return own if begun else {field: name for name, field in own.items()}


def _of_applicant(text: object, fact: str) -> bool:
    match text:
        case Gathered("of", Name(role), Fact(name) | Name(name)):
            return role == APPLICANT and name == fact
    return False


def fact_of_field(
    book: Rulebook, members: PageMembers, household: Household | None, name: str, lang: Language
) -> FactOut:
    """The fact of a field of the page, said of whom it is."""
    key, fact = split(name)
    if name == COMPLETE:
        asked = completeness_out(book, lang)
        values = [ChoiceValueOut(value=one, label=message(said, lang)) for one, said in ELSE.items()]
        return asked.model_copy(
            update={"label": message("anybody_else", lang), "help": None, "type": "choice", "values": values}
        )
    if key is None or household is None:
        return fact_out(book, fact, lang)
    found = fact_out(people_of(book).person, fact, lang)
    place = members.keys.index(key) + 1
    update: dict[str, Any] = {"label": fact_of_member_text(book, household, place, fact, lang)}
    if fact == RELATION:
        # The applicant is the first, and nobody else.
        update |= {"label": found.label, "values": [value for value in found.values if value.value != APPLICANT]}
    if fact == BORN_ON:
        update |= {"expected": message("page_born_expected", lang)}
    return found.model_copy(update=update)


def title_of(book: Rulebook, members: PageMembers, household: Household, key: str, lang: Language) -> str:
    """Who the member is."""
    return member_text(book, household, household.members[members.keys.index(key)], lang)


def fields_of(book: Rulebook, members: PageMembers, programmes: list[str], key: str) -> list[str]:
    """The fields of a member in which what ``programmes`` read of him is entered."""
    read = person_facts_read(book, facts_read(book, programmes) if programmes else book.facts)
    return [f"{key}.{fact}" for fact in read if fact != RELATION or key != members.keys[0]]


def days_of_birth(name: str, written: str) -> tuple[int, int] | None:
    """The days on which somebody of whom a field states only the year may have been born."""
    key, fact = split(name)
    return year_of_birth(written) if key is not None and fact == BORN_ON else None


def shown(book: Rulebook, name: str, value: Any, lang: Language) -> str:
    """The value of a field as it is read."""
    key, fact = split(name)
    if name == COMPLETE:
        return message(ELSE[value], lang)
    if fact == BORN_ON and isinstance(value, str):
        return value  # a year
    vocabulary = book if key is None else people_of(book).person
    definition = vocabulary.facts[fact]
    unit = definition.unit[lang] if definition.unit is not None else None
    return format_value(value, vocabulary.types[fact], unit, lang, definition.values)
