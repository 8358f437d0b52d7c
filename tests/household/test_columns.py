"""Households in columns give what each gives alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

import ancu
from ancu.decision.case_on_day import CaseOnDay
from ancu.household.by_sql import project_table_by_sql
from ancu.household.columns import ProjectedHouseholds, project_table
from ancu.household.members import people_of
from ancu.household.projecting import project
from ancu.household.projection_columns import theirs_of
from ancu.inference.least import disputed
from ancu.inference.table_schema import column_value
from tests.support.households import Drawn, draw_household, tables_of
from tests.support.thorough import enough


def alone(book: ancu.Rulebook, drawn: Drawn) -> dict[str, Any]:
    """What is judged of a household alone, as a table holds it."""
    case = CaseOnDay(book, drawn.facts, None, drawn.day, "direct", drawn.household)
    facts = {
        name: column_value(book, name, value) if name in book.facts else value for name, value in case.judged.items()
    }
    places = project(book, drawn.household, drawn.day).source("merit_category").members
    return {**facts, "merit_person__members": list(places)}


def together(book: ancu.Rulebook, drawn: Sequence[Drawn], projecting: Any) -> list[dict[str, Any]]:
    households, members = tables_of(book, drawn)
    table = projecting(book, households, members, key="case")
    assert table.column("case").to_pylist() == households.column("case").to_pylist()
    names = [n for n in table.column_names if n not in ("case", "as_of", "members_complete", "recorded_on")]
    return [
        {name: value for name, value in row.items() if value is not None} for row in table.select(names).to_pylist()
    ]


@pytest.mark.sweep
@pytest.mark.parametrize("projecting", [project_table, project_table_by_sql])
def test_columns_project_what_each_household_gives(book: ancu.Rulebook, projecting: Any) -> None:
    rng = random.Random(1)
    drawn = [draw_household(rng, book) for _ in range(enough(250, 80))]
    for one, row in zip(drawn, together(book, drawn, projecting), strict=True):
        assert row == alone(book, one), one


def test_sql_tells_whose_a_fact_is(book: ancu.Rulebook) -> None:
    rng = random.Random(4)
    days = book.epochs.starts[-3:-2]
    tables = tables_of(book, [draw_household(rng, book, days=days) for _ in range(100)])
    together = ProjectedHouseholds(book, *tables, key="case")
    by_sql = project_table_by_sql(book, *tables, key="case", theirs=True)
    told = 0
    for fact in people_of(book).projections:
        if theirs_of(fact) in by_sql.column_names:
            differs = by_sql[disputed(fact)].to_pylist()
            texts = enumerate(by_sql[theirs_of(fact)].to_pylist())
            whose = {row: list(map(int, text.split(","))) for row, text in texts if text and not differs[row]}
            assert whose == together.whose(fact), fact
            told += len(whose)
    assert told > 50


@pytest.mark.sweep
def test_columns_tell_whose_a_fact_is_and_what_would_settle_it(book: ancu.Rulebook) -> None:
    rng = random.Random(2)
    drawn = [draw_household(rng, book) for _ in range(enough(150, 50))]
    together = ProjectedHouseholds(book, *tables_of(book, drawn), key="case")
    for row, one in enumerate(drawn):
        alone, among = project(book, one.household, one.day), together.people(row, one.household)
        assert among.facts == alone.facts
        assert among.floors == alone.floors
        for fact in people_of(book).projections:
            if fact in alone:
                assert among.source(fact) == alone.source(fact), (one, fact)
        for fact in people_of(book).projections:
            places = alone.source(fact).members if fact in alone else ()
            stated = {**alone.facts, **alone.stated, **one.facts}.get(fact)
            applies = stated is not None and stated == alone.facts.get(fact)
            trivial = ((one.household.applicant.place,), tuple(m.place for m in one.household.members))
            told = list(places) if applies and places and places not in trivial else None
            assert together.whose(fact).get(row) == told, (one, fact)
