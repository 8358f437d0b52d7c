"""What the page of a case shows: fields as they are asked, members as they are listed, values as they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from ancu.decision.model import Decision
from ancu.household.members import COMPLETE, Household, people_of
from ancu.messages import Language, lower_first, message
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.service import page_members
from ancu.service.money_words import in_words
from ancu.service.page_answers import PageAnswers
from ancu.service.page_form import CONFIRMED, FACT, PageForm, in_vocabulary
from ancu.service.page_members import AT_ONCE, split
from ancu.service.schemas import FactOut


@dataclass
class PageView:
    """What the template shows of a case."""

    book: Rulebook
    form: PageForm
    answers: PageAnswers
    day: date
    errors: dict[str, str]
    #: The fields of the member that is entered, those at once and those besides.
    entering: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)
    left: int = 0
    decisions: list[Decision] = field(default_factory=list)
    #: Whether the decisions are final for now: the view is their result, or a sheet of it.
    done: bool = False

    def __post_init__(self) -> None:
        counting = {*self.form.counting, *self.asking}
        self.household: Household | None = self.answers.household(counting)

    @property
    def facts(self) -> Mapping[str, Any]:
        return self.answers.facts

    @property
    def unusual(self) -> Mapping[str, Any]:
        return self.answers.unusual

    @property
    def lang(self) -> Language:
        return self.form.lang

    @property
    def entered(self) -> list[str]:
        """The fields whose answers count, and that have been answered."""
        answered = [name for name in self.form.counting if name in self.form.answers]
        return in_vocabulary(self.book, self.form, answered)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The hidden fields: all that the form holds but for what has a field that is shown now."""
        shown = {*self.asking, *self.entering, *self.besides}
        listing = self.form.members.keys and (self.errors or self.form.view in ("questions", "result"))
        if listing:
            shown.add(COMPLETE)  # asked in the list of members
        own = {f"{kind}{name}" for kind in (FACT, CONFIRMED) for name in shown}
        beside = {"member", "case", "as_of"}
        return [
            (name, text)
            for name, text in self.form.fields()
            if name not in own and name not in beside and not name.startswith(page_members.LABEL)
        ]

    @property
    def cards(self) -> list[tuple[str, list[str]]]:
        """What is asked, by what it is about."""
        return [(title, list(names)) for title, names in groupby(self.asking, self._title)]

    @property
    def heading(self) -> str:
        """Which message heads the page."""
        if self.done:
            return "page_result"
        return "page_review_title" if self.form.view == "review" and not self.errors else "page_title"

    @property
    def focus(self) -> str:
        """The field that has the focus: of what is asked, the first without an answer; none where errors are told."""
        if self.errors or self.form.members.removed or not self.asking:
            return ""
        return next((name for name in self.asking if name not in self.form.answers), self.asking[0])

    @property
    def first(self) -> bool:
        """Whether it is the first step, before which the programmes are chosen."""
        return not self.form.steps and not self.changing and self.form.members.open is None

    @property
    def changing(self) -> bool:
        """Whether an answer that was given is to be changed."""
        return any(name in self.form.counting for name in self.form.again)

    @property
    def late(self) -> bool:
        """Whether others than who is asked find it out."""
        asked = self.asking[:1]
        return bool(asked) and asked[0] in self.book.facts and self.book.facts[asked[0]].decided_by is not None

    @property
    def said(self) -> list[tuple[str, str]]:
        """The amounts that were entered last, each with its question, so that a zero too many is seen."""
        last = self.form.steps[-1] if self.form.steps and not self.form.again and not self.errors else []
        own = [name for name in last if name in self.facts and split(name)[0] is None and name != COMPLETE]
        facts = self.book.facts
        return [
            (facts[name].label[self.lang], self.shown(name, self.facts[name]))
            for name in own
            if facts[name].type == "money"
        ]

    def enter(self, key: str) -> None:
        """Show the fields of the member ``key``: what is known of him, or was asked; and what else can matter."""
        form = self.form
        names = page_members.fields_of(self.book, form.members, form.scope, key)
        at_once = {RELATION, *(AT_ONCE if form.members.added else ())}
        known = in_vocabulary(self.book, form, [*form.counting, *form.answers])
        first = [name for name in names if split(name)[1] in at_once or name in known]
        further = [name for name in known if split(name)[0] == key and name not in names]
        self.entering = [*first, *further]
        self.besides = [name for name in names if name not in self.entering]

    def member(self, key: str) -> dict[str, Any]:
        """A member as the list shows him: who he is, and what was entered of him."""
        assert self.household is not None
        members, lang = self.form.members, self.lang
        number = sum(split(name)[0] == key and split(name)[1] != RELATION for name in self.form.answers)
        return {
            "title": page_members.title_of(self.book, members, self.household, key, lang),
            "label": members.labels.get(key, ""),
            "entered": message("page_entered", lang, count=number) if number else "",
            "applicant": key == members.keys[0],
            "removable": key != members.keys[0] or len(members.keys) == 1,
        }

    def _title(self, name: str) -> str:
        """What a question that is asked is about."""
        key, of = split(name)
        if self.household is not None and (key is not None or of == COMPLETE):
            if key is None:
                return message("page_household", self.lang)
            return page_members.title_of(self.book, self.form.members, self.household, key, self.lang)
        return self.book.sections[self.book.facts[of].section][self.lang]

    def shown(self, name: str, value: Any) -> str:
        """A value as it is read; an amount of money in words too."""
        text = page_members.shown(self.book, name, value, self.lang)
        key, of = split(name)
        if name == COMPLETE or not isinstance(value, int):
            return text
        definition = self.book.facts[of] if key is None else people_of(self.book).person.facts[of]
        return f"{text} ({in_words(value, self.lang)})" if definition.type == "money" and value >= 0 else text

    def asked_as(self, name: str) -> dict[str, Any]:
        """A fact as the form asks it: a question with a line of help, what stands behind its box, who decides it."""
        form, book, lang = self.form, self.book, self.lang
        fact: FactOut = page_members.fact_of_field(book, form.members, self.household, name, lang)
        key, of = split(name)
        own = book.facts.get(of) if key is None else None
        asked = own if key is None else people_of(book).person.facts.get(of)
        asks = asked.question[lang] if asked is not None and asked.question is not None else fact.label
        if key is not None and self.household is not None and asks != fact.label and of != RELATION:
            member = page_members.title_of(book, form.members, self.household, key, lang)
            asks = f"{member[:1].upper()}{member[1:]}: {lower_first(asks)}"
        help_ = fact.help or ""
        decided = ""
        if own is not None:
            if not help_ and len(own.evidence) == 1:
                paper = book.documents[own.evidence[0]].title_on(self.day)[lang]
                help_ = message("page_seen_in", lang, paper=paper)
            decided = message(f"page_decided_by_{own.decided_by}", lang) if own.decided_by is not None else ""
        # Under another name than a mapping's own "values".
        return {
            **fact.model_dump(exclude={"values"}),
            "choices": fact.values,
            "asks": asks,
            "help": help_,
            "decided": decided,
        }

    def options(self, fact: Mapping[str, Any]) -> list[tuple[str, str]]:
        """What may be ticked in answer to a fact, by value."""
        if fact["type"] == "yes_no":
            return [("yes", message("word_yes", self.lang)), ("no", message("word_no", self.lang))]
        return [(value.value, value.label) for value in fact["choices"]]

    @property
    def receipt(self) -> str:
        """By which rulebook the decisions are, and which engines concluded them."""
        if not self.decisions:
            return ""
        receipt = self.decisions[0].receipt
        key = "receipt_confirmed" if receipt.confirmed_by else "receipt_single"
        return message(key, self.lang, rulebook=receipt.rulebook[:12], engine=receipt.engine)
