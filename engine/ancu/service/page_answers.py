"""The answers of the page's form as values, and the case that those which count make."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.decision.deciding import Record
from ancu.household.members import COMPLETE, Household, people_of
from ancu.messages import message
from ancu.rulebook.member_names import APPLICANT, RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse
from ancu.service import page_members
from ancu.service.bounds import LONGEST_TEXT
from ancu.service.case import RequestedCase
from ancu.service.page_form import NOTHING, UNKNOWN, PageForm
from ancu.service.page_members import SOMEBODY, split


@dataclass
class PageAnswers:
    """What was written in the form ``form``, read by the vocabulary of ``book``."""

    book: Rulebook
    form: PageForm
    #: The values by field; those of birth of which only the year is known are in ``born``.
    facts: dict[str, Any] = field(default_factory=dict)
    born: dict[str, tuple[int, int]] = field(default_factory=dict)
    #: The unusual values that are confirmed, or to be: as they are read, for the box that says so.
    unusual: dict[str, Any] = field(default_factory=dict)
    #: What is wrong with an answer.
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, book: Rulebook, form: PageForm) -> PageAnswers:
        answers = cls(book, form)
        for name, written in form.answers.items():
            answers._read(name, written)
        return answers

    def _read(self, name: str, written: list[str]) -> None:
        lang = self.form.lang
        if UNKNOWN in written:
            if len(written) > 1:
                self.errors[name] = message("page_unknown_and_some", lang)
            return
        days = page_members.days_of_birth(name, written[0])
        if days is not None:
            self.born[name], self.facts[name] = days, written[0]
            return
        if name == COMPLETE:
            self.facts[name] = written[0] if written == [page_members.NOBODY] else SOMEBODY
            return
        key, of = split(name)
        definition = self.book.facts[of] if key is None else people_of(self.book).person.facts[of]
        try:
            value = _parse(definition, written)
        except ValueProblem as problem:
            if problem.confirmable:
                value = self.unusual[name] = parse(definition, written[0], confirmed=True)
            if not problem.confirmable or self.form.confirmed.get(name) != written[0]:
                self.errors[name] = problem.text(lang)
                return
        if value is not None and (of != RELATION or value != APPLICANT):
            self.facts[name] = value

    def household(self, names: Collection[str]) -> Household | None:
        """The household by the answers to ``names``; none where no members are listed."""
        if not self.form.members.keys:
            return None
        facts = {name: value for name, value in self.facts.items() if name in names and name not in self.born}
        born = {name: days for name, days in self.born.items() if name in names}
        return self.form.members.household(self.book, facts, born)

    def case(self, names: Collection[str], day: date) -> RequestedCase:
        """The case by the answers to ``names``."""
        stated = {name: value for name, value in self.facts.items() if name in names and name in self.book.facts}
        record = Record(stated, self.form.case or None, None, self.household(names))
        return RequestedCase(record, tuple(self.form.scope), True, day)


def _parse(fact: FactDef, written: list[str]) -> Any:
    if any(len(text) > LONGEST_TEXT for text in written):
        raise ValueProblem("value_wrong_kind", fact)
    if fact.type != "list":
        return parse(fact, written[0])
    if NOTHING in written:
        if len(written) > 1:
            raise ValueProblem("page_none_and_some", fact)
        return frozenset()
    return parse(fact, written)
