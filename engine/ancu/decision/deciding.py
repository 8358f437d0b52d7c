"""Deciding one case: what people write is read as a record, and decided under one programme or all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from pydantic import BaseModel

from ancu.decision.arguments import check_book, day_of, names_of, one_of, shown
from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.model import Decision
from ancu.decision.moments import Moment, moment_of, read_moments
from ancu.decision.two_key import Engine
from ancu.errors import NotCoveredError, Problem, RecordError
from ancu.frozen import frozen
from ancu.household.members import Household, household_key, household_of
from ancu.messages import Language, default_language
from ancu.rulebook.foreign import native
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type
from ancu.rulebook.values import ValueProblem, format_value, parse, parse_date


@frozen
class Record:
    """A case as the engines read it: facts as engine values, by id, and the members of the household, where given.

    ``moments`` are the days of the application that it states (:func:`ancu.decide_moments`); no rule reads them.
    """

    facts: Mapping[str, Any]
    case: str | None = None
    as_of: date | None = None
    household: Household | None = None
    moments: Mapping[Moment, date] = field(default_factory=dict)


#: A case as callers have it: a record already read, a mapping as people write it, or a model (:func:`facts_model`).
Case = Record | Mapping[str, object] | BaseModel


def read_record(
    book: Rulebook,
    written: Mapping[str, object] | BaseModel | None = None,
    /,
    *,
    confirmed: Collection[str] = (),
    number_key: bytes | None = None,
    **facts: object,
) -> Record:
    """A record from what people write: keys are fact ids, labels or synonyms; values as :mod:`~ancu.rulebook.values`.

    A pydantic model counts for its fields that are not None; ``facts`` are further facts, by id. ``case`` and ``as_of``
    may stand among the keys, and ``members``, each a mapping of a person's facts; ``members_complete`` says that nobody
    else belongs to the household. ``filed_on``, ``confirmed_on``, ``lot_on`` and ``signed_on`` are days of the
    application. ``confirmed`` names the facts whose value somebody has confirmed, however unusual. With ``number_key``,
    only an HMAC-SHA256 by it is kept of personal numbers. Raises :class:`RecordError` with every problem at once.
    """
    check_book(book)
    if isinstance(written, BaseModel):
        written = written.model_dump(exclude_none=True)
    if written is not None and not isinstance(written, Mapping):
        raise RecordError(Problem("record_no_mapping", {"value": shown(written)}))
    given = {key: native(value) for key, value in {**(written or {}), **facts}.items()}
    naming = naming_of(book)
    problems: list[Problem] = []
    sure = confirmed_facts(book, confirmed)
    read: dict[str, Any] = {}
    case: str | None = None
    as_of: date | None = None
    members: dict[str, object] = {}
    days: dict[str, object] = {}
    for key, value in given.items():
        name = naming.find(str(key))
        try:
            if (people := household_key(str(key))) is not None:
                members[people] = value
            elif name is None and moment_of(str(key)) is not None:
                days[str(key)] = value
            elif name is None:
                problems.append(_unknown(book, str(key)))
            elif name == CASE:
                if isinstance(value, list | dict):
                    problems.append(Problem("case_no_text", {"name": key, "value": shown(value)}))
                case = None if value is None else str(value)
            elif name == AS_OF:
                as_of = parse_date(value) if value not in (None, "") else None
            elif name in read:
                problems.append(
                    Problem("fact_twice", {"name": key, "fact": name, "label": book.facts[name].label.said})
                )
            else:
                parsed = parse(book.facts[name], value, confirmed=name in sure)
                if parsed is not None:
                    read[name] = parsed
        except ValueProblem as problem:
            kind = "fact_implausible" if problem.confirmable else "fact_unfit"
            problems.append(Problem(kind, {"name": key, "value": value, "problem": problem.text, "fact": name}))
    household = None
    moments: Mapping[Moment, date] = {}
    try:
        household = household_of(book, members, confirmed, number_key)
    except RecordError as error:
        problems += error.problems
    try:
        moments = read_moments(days)
    except RecordError as error:
        problems += error.problems
    if problems:
        raise RecordError(problems)
    return Record(read, case, as_of, household, moments)


def confirmed_facts(book: Rulebook, names: Iterable[str]) -> frozenset[str]:
    """The facts that ``names`` name: ids, labels or synonyms; one text is one name.

    Raises :class:`RecordError` for any that is none, or no list of names.
    """
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, Iterable):
        raise RecordError(Problem("argument_no_list", {"name": "confirmed", "value": shown(names)}))
    facts = {name: naming_of(book).find(name) for name in map(str, names)}
    problems = [_unknown(book, name) for name, fact in facts.items() if fact not in book.facts]
    if problems:
        raise RecordError(problems)
    return frozenset(fact for fact in facts.values() if fact is not None)


def _unknown(book: Rulebook, name: str) -> Problem:
    near = naming_of(book).near(name)
    return Problem("fact_unknown_near" if near else "fact_unknown", {"name": name, "near": near})


def record_of(book: Rulebook, case: Case) -> Record:
    """``case`` as a record."""
    check_book(book)
    return case if isinstance(case, Record) else read_record(book, case)


def decide(
    book: Rulebook, case: Case, programme: str, as_of: date | None = None, engine: Engine = "two_key"
) -> Decision:
    """Decide ``case`` under ``programme`` on the case's own as-of date, else ``as_of``, else today.

    ``two_key`` concludes by durable-rules and confirms by the direct engine where the former is installed, and raises
    :class:`IntegrityError` if they differ; ``direct`` is the direct engine alone, two or three times as fast. Raises
    :class:`NotCoveredError` for a day before the rulebook's coverage, :class:`UnknownNameError` for a programme or an
    engine that does not exist, and :class:`RecordError` for facts or a day that cannot be read.
    """
    record = record_of(book, case)
    one_of("engine", engine, Engine)
    definition = book.programme(programme)
    day = record.as_of or day_of(as_of) or date.today()
    if day < definition.covered_from:
        values = {
            "programme": lambda lang: definition.title[lang or "vi"],
            "day": _spoken(day),
            "start": _spoken(definition.covered_from),
        }
        raise NotCoveredError(Problem("not_covered", values))
    return CaseOnDay(book, record.facts, record.case, day, engine, record.household).decide(definition.programme)


def _spoken(day: date) -> Callable[[Language | None], str]:
    """A day as a message says it in the reader's language."""
    return lambda lang: format_value(day.toordinal(), Type("date"), None, lang or default_language())


def decide_all(
    book: Rulebook,
    case: Case,
    programmes: Iterable[str] | None = None,
    as_of: date | None = None,
    engine: Engine = "two_key",
) -> list[Decision]:
    """A decision for each of ``programmes`` (all by default; a text names one) that the rulebook covers on the day.

    What programmes share is evaluated once; the decisions are those of :func:`decide`.
    """
    record = record_of(book, case)
    one_of("engine", engine, Engine)
    chosen = names_of(book, programmes) or list(book.programmes)
    day = record.as_of or day_of(as_of) or date.today()
    covered = [name for name in chosen if day >= book.programmes[name].covered_from]
    return CaseOnDay(book, record.facts, record.case, day, engine, record.household).decide_all(covered)
