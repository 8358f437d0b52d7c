"""The facts of a member as a scenario names and states them: in a label, in a table's columns, as a value."""

from __future__ import annotations

from collections.abc import Collection

from ancu.household.members import Household, besides_of, is_year_of_birth
from ancu.messages import message
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.naming import naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.specs.language.chosen import book, language
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.table import StepTable
from ancu.specs.language.told import unknown_member
from ancu.specs.language.unread import why_unfit
from ancu.specs.language.whom import Whom, reader_of


def person_facts() -> Collection[str]:
    """The facts of a person."""
    return _person().facts


def person_fact_named(label: str) -> str:
    """The fact of a person that ``label`` names."""
    naming = naming_of(_person())
    fact = naming.find(label)
    if fact is None or fact not in _person().facts:
        near = naming.near(label)
        hint = f" {message('did_you_mean', language(), near=near)}" if near else ""
        raise Mistake(message("spec_person_fact_unknown", language(), name=label, hint=hint))
    return fact


def member_named(written: str) -> Whom:
    """Whom ``written`` names."""
    whom = reader_of(book()).whom(written)
    if whom is None:
        raise unknown_member(written)
    return whom


def member_fact(label: str, member: str) -> tuple[str, str, Whom]:
    """A label as written, the fact of a person that it names, and whose it is."""
    return label, person_fact_named(label), member_named(member)


def labelled_fact(label: str) -> tuple[str, str, Whom] | None:
    """:func:`member_fact` of a label that names both, such as "Thu nhập của vợ"; None where a record has the label."""
    fact = naming_of(book()).find(label)
    return None if fact is not None else reader_of(book()).labelled(label)


def member_columns(table: StepTable) -> list[str]:
    """What the columns of a table of members hold: facts of a person, or what a row has besides."""
    headings = table.rows[0]
    columns: list[str] = []
    for heading in headings:
        try:
            column = besides_of(heading) or person_fact_named(heading)
        except Mistake as mistake:
            text = message("spec_column_unknown", language(), problem=mistake)
            raise Mistake(text, table.lines[0]) from mistake
        if column in columns:
            text = message("fact_twice", language(), name=heading, label=column)
            raise Mistake(message("spec_column_unknown", language(), problem=text), table.lines[0])
        columns.append(column)
    if RELATION not in columns or len(table.rows) < 2:
        label = min((_person().facts[RELATION].label[language()], *_person().facts[RELATION].synonyms), key=len)
        raise Mistake(message("spec_household_needs", language(), column=label), table.lines[0])
    return columns


def places_of(household: Household, whom: Whom) -> set[int]:
    """The places of those whom ``whom`` may name; of several, the one in his order."""
    if whom.name is None:
        return {m.place for m in household.members if normalise(m.label or "") == normalise(str(whom.label))}
    alike = [member.place for member in household.members if member.relation == whom.name.relation]
    return set(alike if whom.ordinal is None else alike[whom.ordinal - 1 : whom.ordinal])


def check_of_person(label: str | None, fact: str, value: object, confirmed: bool = False) -> None:
    """A mistake where a fact of a person cannot have ``value``."""
    if not is_year_of_birth(fact, value):
        _check(_person(), label, fact, value, confirmed)


def check_of_record(fact: str, value: object) -> None:
    """A mistake where a fact of the record cannot have ``value``."""
    _check(book(), None, fact, value, False)


def _check(rulebook: Rulebook, label: str | None, fact: str, value: object, confirmed: bool) -> None:
    try:
        parse(rulebook.facts[fact], value, confirmed=confirmed)
    except ValueProblem as problem:
        text = why_unfit(label or rulebook.facts[fact].label[language()], value, problem)
        raise Mistake(text) from problem


def _person() -> Rulebook:
    people = book().people
    if people is None:
        raise Mistake(message("members_unknown_to_rulebook", language()))
    return people.person
