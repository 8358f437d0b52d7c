"""A household as it is written: who belongs to it, read from what people write, and what is known of those left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any

from pydantic import BaseModel

from ancu.errors import Problem, RecordError
from ancu.frozen import frozen
from ancu.household.incomes import MONTHLY, YEARLY, incomes
from ancu.household.personal_numbers import PersonalNumber, contradictions, keep, masked_in, read_number
from ancu.messages import LANGUAGES, Language, default_language, message
from ancu.rulebook.member_names import APPLICANT, FULL_NAME, NUMBER, RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import Naming, naming_of
from ancu.rulebook.rulebook import People, Rulebook
from ancu.rulebook.values import ValueProblem, normalise, parse, parse_date, says_unknown

#: What a member's row may hold besides facts, a name, and the personal number: what the row is called.
LABEL = "label"
#: What a record holds of its household: the members, whether these are all, and the day on which this was so.
MEMBERS, COMPLETE, RECORDED_ON = "members", "members_complete", "recorded_on"
BORN_ON, GENDER = "born_on", "gender"
#: A year, where the day and the month are not known or not all of them written: "1962", "12/1962", "--/--/1962".
_YEAR = re.compile(
    r"(?:năm )?(?:(?:0?0|--?|–|…|\.\.+|x+|\?+)[/.-]){0,2}(?:(?:0?[1-9]|1[0-2])[/.-])?(?P<year>(?:19|20)\d\d)"
)


@frozen
class Member:
    """One person of a household: facts of a person as engine values, by id.

    A fact that is None is known to be unknown. ``born``: the first and last day on which somebody of whom only the year
    of birth is known may have been born. ``label``: what the row is called in its list; ``place``: its place in the
    household, from 1. No rule reads ``full_name`` and ``number``.
    """

    facts: Mapping[str, Any]
    place: int
    label: str | None = None
    born: tuple[int, int] | None = None
    full_name: str | None = field(default=None, repr=False)
    number: PersonalNumber | None = field(default=None, repr=False)

    @property
    def relation(self) -> str | None:
        """What the member is to the applicant; None where nobody knows."""
        relation: str | None = self.facts.get(RELATION)
        return relation

    def variants(self) -> tuple[Mapping[str, Any], ...]:
        """The facts, for each end of what the day of birth may be."""
        if self.born is None:
            return (self.facts,)
        return tuple({**self.facts, BORN_ON: day} for day in self.born)


@frozen
class Household:
    """The members of a household; ``complete``: nobody else belongs to it.

    ``recorded_on``: the day on which what the record states of them held; None: the day on which it is judged.
    """

    members: tuple[Member, ...]
    complete: bool = False
    recorded_on: date | None = None

    @property
    def applicant(self) -> Member:
        """Who files the application."""
        return next(member for member in self.members if member.relation == APPLICANT)


def people_of(book: Rulebook) -> People:
    """The people of ``book``; :class:`RecordError` for a rulebook that knows none."""
    if book.people is None:
        raise RecordError(Problem("members_unknown_to_rulebook"))
    return book.people


def household_key(written: str) -> str | None:
    """What ``written`` names of a record's household: :data:`MEMBERS`, :data:`COMPLETE`, or nothing."""
    return _HOUSEHOLD_KEYS.get(normalise(written))


def household_of(
    book: Rulebook, written: Mapping[str, object], confirmed: Collection[str] = (), number_key: bytes | None = None
) -> Household | None:
    """The household that a record states under its own keys (:func:`household_key`); None where it states none."""
    rows = written.get(MEMBERS)
    if rows is None:
        return None
    if not isinstance(rows, (list, tuple)) or not all(isinstance(row, (Mapping, BaseModel)) for row in rows):
        raise RecordError(Problem("members_not_a_list", {"value": masked_in(str(rows))}))
    problems: list[Problem] = []
    complete, recorded_on, household = False, None, None
    try:
        complete, recorded_on = read_completeness(written)
    except RecordError as error:
        problems += error.problems
    try:
        household = read_household(book, rows, complete, confirmed, number_key)
    except RecordError as error:
        problems += error.problems
    if problems:
        raise RecordError(problems)
    assert household is not None
    return replace(household, recorded_on=recorded_on)


def read_completeness(written: Mapping[str, object]) -> tuple[bool, date | None]:
    """What a record states of its list of members: whether these are all, and the day on which this was so."""
    yes_no = FactDef.model_construct(type="yes_no", values={})
    day = written.get(RECORDED_ON)
    name = COMPLETE
    try:
        complete = parse(yes_no, written.get(COMPLETE)) is True
        name = RECORDED_ON
        return complete, parse_date(day) if day not in (None, "") else None
    except ValueProblem as problem:
        values = {"name": name, "value": written.get(name), "problem": problem.text, "fact": name}
        raise RecordError(Problem("fact_unfit", values)) from problem


def read_household(
    book: Rulebook,
    written: Iterable[Mapping[str, object] | BaseModel],
    complete: bool = False,
    confirmed: Collection[str] = (),
    number_key: bytes | None = None,
) -> Household:
    """A household from what people write of each member: keys are ids, labels or synonyms of a person's facts.

    A year of birth may stand for a date. With ``number_key``, only what it makes of personal numbers is kept. Raises
    :class:`RecordError` with every problem, each naming the member.
    """
    problems: list[Problem] = []
    members: list[Member] = []
    for place, row in enumerate(written, 1):
        try:
            members.append(read_member(book, row, place, confirmed, number_key))
        except RecordError as error:
            relation = _relation(book, row)
            problems += [problem_of_member(problem, place, relation) for problem in error.problems]
    if problems:
        raise RecordError(problems)
    return household_with(members, complete)


def household_with(members: Iterable[Member], complete: bool = False, recorded_on: date | None = None) -> Household:
    """The household of ``members``; :class:`RecordError` unless one of them, and no more, files the application."""
    household = Household(tuple(members), complete, recorded_on)
    applicants = [member for member in household.members if member.relation == APPLICANT]
    if len(applicants) != 1:
        kind = "members_two_applicants" if applicants else "members_no_applicant"
        raise RecordError(Problem(kind, {"places": ", ".join(str(member.place) for member in applicants)}))
    return household


def read_member(
    book: Rulebook,
    written: Mapping[str, object] | BaseModel,
    place: int,
    confirmed: Collection[str] = (),
    number_key: bytes | None = None,
) -> Member:
    """One member from what people write; :class:`RecordError` with every problem of the row.

    What the row says is not known, in words, is not what others' rows would make of a fact left out.
    """
    if isinstance(written, BaseModel):
        written = written.model_dump(exclude_none=True)
    people = people_of(book)
    person, given = people.person, people.given
    naming = naming_of(person)
    problems: list[Problem] = []
    facts: dict[str, Any] = {}
    born: tuple[int, int] | None = None
    besides: dict[str, str] = {}
    earned: dict[str, object] = {}
    for key, value in written.items():
        other = besides_of(str(key))
        name = other or naming.find(str(key))
        try:
            if other is not None:
                if other in (MONTHLY, YEARLY):
                    earned[other] = value
                elif value not in (None, ""):
                    besides[other] = read_number(str(value)) if other == NUMBER else masked_in(str(value))
            elif name is None or name not in person.facts:
                problems.append(_unknown(naming, str(key)))
            elif name in facts:
                problems.append(
                    Problem("fact_twice", {"name": key, "fact": name, "label": person.facts[name].label.said})
                )
            elif name == BORN_ON and (days := year_of_birth(value)) is not None:
                born = days
            else:
                parsed = parse(person.facts[name], value, confirmed=name in confirmed)
                if parsed is not None or (given[name].closed is not None and says_unknown(value)):
                    facts[name] = parsed
        except ValueProblem as problem:
            kind = "fact_implausible" if problem.confirmable else "fact_unfit"
            shown = masked_in(value) if isinstance(value, str) else value
            problems.append(
                Problem(kind, {"name": key, "value": shown, "problem": _masked(problem.text), "fact": name})
            )
        except RecordError as error:
            problems += error.problems
    facts = {**people_of(book).told_by_relation.get(normalise(str(_relation(book, written))), {}), **facts}
    try:
        facts |= incomes(person, earned, facts)
    except RecordError as error:
        problems += error.problems
    number = besides.get(NUMBER)
    if number is not None:
        problems += contradictions(number, years_of_birth(facts, born), facts.get(GENDER))
    if problems:
        raise RecordError(problems)
    kept = keep(number, number_key) if number is not None else None
    return Member(facts, place, besides.get(LABEL), born, besides.get(FULL_NAME), kept)


def years_of_birth(facts: Mapping[str, Any], born: tuple[int, int] | None) -> tuple[int, int] | None:
    """The years in which a member may have been born, first and last; None where nothing is stated."""
    first, last = born or (facts.get(BORN_ON), facts.get(BORN_ON))
    return None if first is None or last is None else (date.fromordinal(first).year, date.fromordinal(last).year)


def year_of_birth(written: object) -> tuple[int, int] | None:
    """The first and last day of the year that ``written`` is; None for anything but a year."""
    year = _YEAR.fullmatch(str(written).strip().lower())
    return (date(int(year["year"]), 1, 1).toordinal(), date(int(year["year"]), 12, 31).toordinal()) if year else None


def is_year_of_birth(name: str, value: object) -> bool:
    """Whether ``value`` of the fact ``name`` is a year in which a person was born, which may stand for the day."""
    return name == BORN_ON and year_of_birth(value) is not None


def besides_of(written: str) -> str | None:
    """What ``written`` names of a row besides facts, such as :data:`LABEL`; nothing for a fact."""
    return _BESIDES.get(normalise(written))


def _learn(*names: str) -> dict[str, str]:
    return {
        normalise(text): name
        for name in names
        for lang in LANGUAGES
        for text in (name, *message(f"names_of_{name}", lang).split("; "))
    }


_BESIDES = _learn(LABEL, FULL_NAME, NUMBER, MONTHLY, YEARLY)
_HOUSEHOLD_KEYS = _learn(MEMBERS, COMPLETE, RECORDED_ON)


def _relation(book: Rulebook, row: Mapping[str, object] | BaseModel) -> object:
    naming = naming_of(people_of(book).person)
    written = row if isinstance(row, Mapping) else row.model_dump(exclude_none=True)
    return next((value for key, value in written.items() if naming.find(str(key)) == RELATION), None)


def problem_of_member(problem: Problem, place: int, relation: object) -> Problem:
    """``problem`` as one of the member at ``place``; personal numbers in it are hidden."""
    said = f"{place} ({relation})" if relation else str(place)
    return Problem("in_member", {**problem.values, "member": said, "problem": _masked(problem.text)})


def _masked(text: Callable[[Language | None], str]) -> Callable[[Language | None], str]:
    """What is said, in the reader's language, with the personal numbers in it hidden."""
    return lambda lang: masked_in(text(lang or default_language()))


def _unknown(naming: Naming, name: str) -> Problem:
    near = naming.near(name)
    return Problem("fact_unknown_near" if near else "fact_unknown", {"name": name, "near": near})
