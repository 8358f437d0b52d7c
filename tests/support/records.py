"""Records drawn for the real rulebook, as the engines and their tables take them, and what is told of one alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import ancu
from ancu.batch.cells import CELLS
from ancu.batch.outcomes import CaseOutcome, case_outcome
from ancu.decision.deciding import Record
from ancu.errors import NotCoveredError
from ancu.inference.sql.statement import Statement, compile_programme
from ancu.inference.table_schema import column_type, column_value
from ancu.messages import Language
from ancu.rulebook.model import FactDef
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled

#: The day and the facts, as engine values, of each case.
Cases = Sequence[tuple[date, dict[str, Any]]]
#: The outcome of a case under a programme, and the texts of its cells.
Found = tuple[CaseOutcome, dict[str, str]]


def random_value(rng: random.Random, book: Rulebook, fact: FactDef) -> Any:
    """A value of a fact that nobody doubts; numbers often stand at a figure of the law, or one step beside it."""
    kind = fact.value_type
    if fact.type == "yes_no":
        return rng.random() < 0.5
    if fact.type == "choice":
        return rng.choice(list(fact.values))
    if fact.type == "list":
        return frozenset(rng.sample(list(fact.values), rng.randrange(0, 3)))
    limits = fact.undoubted
    if fact.type == "date":
        day = date(rng.randrange(2010, 2028), rng.randrange(1, 13), rng.randrange(1, 29))
        return (day if limits is None else min(max(day, limits.min), limits.max)).toordinal()  # type: ignore[call-overload]
    assert limits is not None
    low, high = (scaled(bound, kind.scale) or 0 for bound in (limits.min, limits.max))  # type: ignore[arg-type]
    figures = [
        figure.value
        for name, versions in book.figures.items()
        for figure in versions
        if book.types[name] == kind and isinstance(figure.value, int)
    ]
    at_figure = figures and rng.random() < 0.6
    near = rng.choice(figures) + rng.choice((-1, 0, 1)) if at_figure else low + rng.randrange(100)
    return min(max(near, low), high)


def typed(book: Rulebook, facts: dict[str, Any]) -> dict[str, Any]:
    """Facts as a caller's own types: numbers in their unit, dates in ISO form."""
    said: dict[str, Any] = {}
    for name, value in facts.items():
        kind = book.types[name]
        if kind.kind == "date":
            said[name] = date.fromordinal(value).isoformat()
        elif kind.kind == "list":
            said[name] = sorted(value)
        elif kind.kind == "number":
            said[name] = value / 10**kind.scale if kind.scale else value
        else:
            said[name] = value
    return said


def random_case(book: Rulebook, seed: int) -> tuple[str, date, Record]:
    """A programme, a day at or beside a change of the law, and a record with about a third of its facts missing."""
    rng = random.Random(seed)
    programme = rng.choice(list(book.programmes))
    start = book.programmes[programme].covered_from
    days = [day for day in book.epochs.starts if day >= start] or [start]
    day = max(start, date.fromordinal(rng.choice(days).toordinal() - rng.choice((0, 1))))
    used = facts_of(book, programme)
    facts = {name: random_value(rng, book, book.facts[name]) for name in used if rng.random() < 0.68}
    return programme, day, Record(facts)


def facts_of(book: Rulebook, programme: str) -> list[str]:
    """The facts that a programme can read."""
    return sorted(name for name in use_of(book, programme) if name in book.facts)


def cases_of(book: Rulebook, programme: str, count: int, seed: int) -> Cases:
    """Records at every epoch of a programme, on its first day and the day before."""
    rng = random.Random(seed)
    start = book.programmes[programme].covered_from
    days = [day for day in book.epochs.starts if day >= start] or [start]
    facts = compile_programme(book, programme).facts
    cases = []
    for i in range(count):
        day = date.fromordinal(days[i % len(days)].toordinal() - rng.choice((0, 1)))
        record = {name: random_value(rng, book, book.facts[name]) for name in facts if rng.random() < 0.7}
        cases.append((day, record))
    return cases


def rows_of(book: Rulebook, statement: Statement, cases: Cases) -> list[list[Any]]:
    return [
        [i, day, *(column_value(book, fact, facts.get(fact)) for fact in statement.facts)]
        for i, (day, facts) in enumerate(cases)
    ]


def create(book: Rulebook, statement: Statement) -> str:
    columns = "".join(f', "{fact}" {column_type(book, fact)}' for fact in statement.facts)
    return f"create table cases (case_id BIGINT, as_of DATE{columns})"


def alone(book: Rulebook, programme: str, day: date, facts: dict[str, Any], lang: Language) -> Found:
    record = Record(facts)
    try:
        decision = ancu.decide(book, record, programme, day, "direct")
    except NotCoveredError:
        decision = None
    outcome = case_outcome(book, record, programme, day, decision)
    return outcome, {key: say(book, outcome, lang) for key, say in CELLS["text"].items()}
