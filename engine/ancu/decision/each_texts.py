"""What is told of a household whose adult members apply in turn: person by person, then what they should choose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from ancu.decision.household_choice import Application, HouseholdChoice, PersonDecisions
from ancu.decision.model import Decision
from ancu.decision.persons import member_text
from ancu.decision.rendering import title_of
from ancu.household.members import Household
from ancu.messages import Language, message
from ancu.rulebook import citations
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type
from ancu.rulebook.values import format_value


class HouseholdTeller:
    """Tells what is decided of ``household`` where each of ``persons`` applies."""

    def __init__(
        self, book: Rulebook, household: Household, persons: Sequence[PersonDecisions], lang: Language
    ) -> None:
        self.book, self.household, self.lang = book, household, lang
        self.told = persons
        self.members = {member.place: member for member in household.members}
        self.decisions = {(one.member.place, each.programme): each for one in persons for each in one.decisions}

    def page(
        self, case: str | None, day: date, choices: Sequence[HouseholdChoice], form: Literal["text", "markdown"]
    ) -> str:
        """All of it as one text."""
        markdown = form == "markdown"
        title = message("each_title", self.lang, day=format_value(day.toordinal(), Type("date"), None, self.lang))
        lines = [f"## {title}" if markdown else title]
        if case is not None:
            lines.append(message("explain_case", self.lang, case=case))
        parts = [(self.person(one.member.place), list(self.of_person(one))) for one in self.told]
        chosen = [self.choice(choice) for choice in choices] or [message("each_no_choice", self.lang)]
        for heading, items in (*parts, (message("each_choices", self.lang), chosen)):
            heading = heading[:1].upper() + heading[1:]
            lines += ["", f"### {heading}", ""] if markdown else ["", f"{heading}:"]
            lines += [f"- {item}" for item in items]
        return "\n".join(lines) + "\n"

    def person(self, place: int) -> str:
        """A member by what he is to the applicant of the record."""
        return member_text(self.book, self.household, self.members[place], self.lang)

    def persons(self, places: Iterable[int]) -> str:
        return ", ".join(map(self.person, dict.fromkeys(places)))

    def of_person(self, person: PersonDecisions) -> Iterator[str]:
        """What is known of a person as the applicant, and his decisions, one a line."""
        if person.adult is None:
            yield message("each_age_unknown", self.lang)
        if person.adult is False:
            yield message("each_minor", self.lang)
        if person.unrelated:
            yield message("each_unrelated", self.lang, persons=self.persons(person.unrelated))
        if person.left_out:
            labels = "; ".join(self.book.facts[name].label[self.lang] for name in person.left_out)
            yield message("each_left_out", self.lang, facts=labels)
        in_force = [decision for decision in person.decisions if decision.status != "not_in_force"]
        for decision in in_force:
            yield self._decision(decision)
        if not in_force:
            yield message("each_none_in_force", self.lang)

    def _decision(self, decision: Decision) -> str:
        texts = decision.texts(self.lang)
        status = texts.status.upper()
        if decision.provisional:
            status = f"{status} {message('provisional_mark', self.lang)}"
        told: list[str] = []
        if decision.status == "eligible":
            told = [texts.benefit, *texts.priority[:1]]
        elif decision.status == "ineligible":
            told = texts.reasons
        elif texts.missing:
            told = [message("each_missing", self.lang, facts=_first(texts.missing, self.lang))]
        else:
            told = texts.unset
        details = "; ".join(text for text in told if text)
        key = "each_decision" if details else "each_decision_bare"
        return message(key, self.lang, title=texts.title, status=status, details=details)

    def choice(self, choice: HouseholdChoice) -> str:
        """What the household, or one person, should choose under a preference of the law."""
        preference = self.book.preferences[choice.preference]
        best = message("each_or", self.lang).join(map(self._application, choice.best))
        text = message(f"each_{choice.settled}", self.lang, title=preference.title[self.lang], best=best)
        if choice.settled == "ranked":
            text = message("each_also", self.lang, text=text, rest=self._rest(choice))
        if choice.settled == "best":
            text = message("each_instead", self.lang, text=text, rest=self._rest(choice))
        if choice.settled == "open" and preference.take == "highest":
            unknown = [one for one in choice.applications if one.at_most is None]
            persons = "; ".join(map(self._bare, unknown))
            text = message("each_amounts_open", self.lang, text=text, applications=persons) if unknown else text
        applying = dict.fromkeys(one.member for one in choice.applications)
        if choice.member is None and len(applying) > 1:
            persons = self.persons(applying)
            text = message("each_several", self.lang, text=text, persons=persons[:1].upper() + persons[1:])
        if choice.undetermined:
            pending = "; ".join(map(self._bare, choice.undetermined))
            text = message("each_undetermined", self.lang, text=text, applications=pending)
        basis = citations.render_all(preference.basis, self.book.instruments, self.lang)
        return message("sentence_cited", self.lang, text=text, basis=basis)

    def _rest(self, choice: HouseholdChoice) -> str:
        return "; ".join(self._application(one) for one in choice.applications if one not in choice.best)

    def _bare(self, one: Application) -> str:
        title = title_of(self.book, one.programme, self.lang)
        return message("each_application", self.lang, person=self.person(one.member), title=title)

    def _application(self, one: Application) -> str:
        decision = self.decisions[one.member, one.programme]
        details = [decision.texts(self.lang).benefit]
        if one.rank is not None:
            ranks = decision.texts(self.lang).priority
            details.append(message("each_rank", self.lang, rank=ranks[0]))
        told = "; ".join(text for text in details if text)
        return message("each_application_told", self.lang, application=self._bare(one), told=told)


#: How many missing facts a line names.
_MOST = 4


def _first(texts: list[str], lang: Language) -> str:
    """Some texts, and how many more there are."""
    told = "; ".join(texts[:_MOST])
    more = len(texts) - _MOST
    return message("each_more", lang, told=told, more=more) if more > 0 else told
