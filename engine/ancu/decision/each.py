"""Who of a household should apply: each adult member in turn as the applicant, and what is best for them together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field, PrivateAttr

from ancu.decision.arguments import check_language, day_of, names_of, one_of
from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.contract import Contract
from ancu.decision.deciding import Case, record_of
from ancu.decision.each_texts import HouseholdTeller
from ancu.decision.household_choice import HouseholdChoice, PersonDecisions, choices_of
from ancu.decision.persons import reference_to
from ancu.decision.two_key import Engine
from ancu.errors import AncuError, Problem, RecordError
from ancu.household.members import Household, Member
from ancu.household.seen_from import adult_on, applicants, carried_over, seen_from, with_stated
from ancu.messages import Language
from ancu.rulebook.member_names import APPLICANT
from ancu.rulebook.rulebook import Rulebook


class EachDecisions(Contract):
    """The decisions on a household with each of its adult members as the applicant, and the best of them."""

    case: str | None
    as_of: date
    persons: list[PersonDecisions]
    choices: list[HouseholdChoice] = Field(
        description="for each preference of the law that the household meets, what it may have and what is best"
    )
    _of: tuple[Rulebook, Household] | None = PrivateAttr(None)

    def explain(self, lang: Language = "vi", form: Literal["text", "markdown"] = "text") -> str:
        """The whole in plain language: person by person, then what the household should choose."""
        one_of("form", form, ("text", "markdown"))
        return self._teller(lang).page(self.case, self.as_of, self.choices, form)

    def choice_texts(self, lang: Language = "vi") -> list[str]:
        """Each of the choices in a sentence."""
        return [self._teller(lang).choice(choice) for choice in self.choices]

    def _teller(self, lang: Language) -> HouseholdTeller:
        check_language(lang)
        if self._of is None:
            raise AncuError(Problem("each_without_context"))
        return HouseholdTeller(*self._of, self.persons, lang)


def decide_each(
    book: Rulebook,
    case: Case,
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    engine: Engine = "two_key",
) -> EachDecisions:
    """Decide ``case`` with each adult member of its household as the applicant, under each of ``programmes``.

    Relations are seen from who applies; one that cannot be told is not known. What the record states of its own
    applicant is not carried over to another. A member whose age is not known is looked at too. Raises
    :class:`RecordError` for a case without members, and otherwise as :func:`ancu.decide_all`.
    """
    record = record_of(book, case)
    if record.household is None:
        raise RecordError(Problem("each_without_members"))
    household = record.household
    one_of("engine", engine, Engine)
    chosen = names_of(book, programmes) or list(book.programmes)
    day = record.as_of or day_of(as_of) or date.today()
    covered = [name for name in chosen if day >= book.programmes[name].covered_from]
    owning = with_stated(book, household, record.facts, day)
    persons = []
    for member in applicants(household, day):
        own = member.relation == APPLICANT
        seen = household if own else seen_from(book, owning, _same(owning, member))
        facts = carried_over(book, record.facts, member)
        person = PersonDecisions(
            member=reference_to(member),
            adult=adult_on(member, day),
            unrelated=[other.place for other in seen.members if other.relation is None],
            left_out=[] if own else [name for name in record.facts if name not in facts],
            decisions=CaseOnDay(book, facts, record.case, day, engine, seen).decide_all(covered),
        )
        persons.append(person)
    found = EachDecisions(case=record.case, as_of=day, persons=persons, choices=list(choices_of(book, persons)))
    found._of = (book, household)
    return found


def _same(household: Household, member: Member) -> Member:
    return next(other for other in household.members if other.place == member.place)
