"""The texts of large lists are those of single decisions, to the letter."""

from __future__ import annotations

import gc
import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pytest

import ancu
from ancu.batch.cells import CELLS
from ancu.batch.judged_table import JudgedTable, Lookup
from ancu.batch.source import column_of
from ancu.inference.bits.judge import BitJudge
from ancu.inference.sql.statement import Statement, compile_programmes
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook
from tests.support.records import Cases, Found, alone, random_value
from tests.support.rulebooks import draw_record, draw_rulebook
from tests.support.thorough import enough

pytestmark = pytest.mark.slow  # tells thousands of decisions one by one


def stated(book: Rulebook, programmes: list[str], cases: Cases) -> Statement:
    """The statement that judges ``cases``; that it is compiled once is half of what some of these tests cost."""
    days = [day for day, _ in cases]
    return compile_programmes(book, programmes, (min(days), max(days)), detail=True)


def judged_by(
    way: str, book: Rulebook, programmes: list[str], cases: Cases, lang: Language, statement: Statement
) -> JudgedTable:
    """Cases judged by way of columns."""
    days = [day for day, _ in cases]
    columns: dict[str, Any] = {"as_of": pa.array(days, pa.date32())}
    for fact in statement.facts:
        columns[fact] = column_of(book, fact, [facts.get(fact) for _, facts in cases])
    table = pa.table(columns)
    if way == "bits":
        epochs = range(book.epochs.index(min(days)), book.epochs.index(max(days)) + 1)
        engine = BitJudge(book, programmes, epochs, detail=True)
        return Lookup(book, engine.parts, engine.values, lang).table(engine.judge(table))
    with duckdb.connect() as connection:
        connection.register("cases", table)
        result = connection.sql(statement.sql).to_arrow_table()
    return Lookup(book, statement.parts, statement.values, lang).table(result)


def judge(
    book: Rulebook, programmes: list[str], cases: Cases, lang: Language, *ways: str
) -> Iterator[list[dict[str, Found]]]:
    """The kind and the cells of every case under every programme, by each way of columns."""
    statement = stated(book, programmes, cases)
    return (_told(judged_by(way, book, programmes, cases, lang, statement), cases) for way in ways)


def _told(judged: JudgedTable, cases: Cases) -> list[dict[str, Found]]:
    found: list[dict[str, Found]] = [{} for _ in cases]
    for name, part in judged.parts.items():
        cells = {key: texts.to_pylist() for key, texts in judged.cells(name, "text").items()}
        for i in range(len(cases)):
            found[i][name] = (part.outcome(i), {key: cells[key][i] for key in CELLS["text"]})
    return found


@pytest.mark.sweep
@pytest.mark.parametrize(("lang", "seed", "on"), [("vi", 1, None), ("en", 3, date(2026, 11, 1))])
def test_the_real_rulebook(book: ancu.Rulebook, lang: Language, seed: int, on: date | None) -> None:
    rng = random.Random(seed)
    cases: Cases = []
    # The statement of all programmes and epochs at once keeps DuckDB busy for most of the time.
    programmes = list(book.programmes)[enough(0, seed % 3) :: enough(1, 3)]
    starts = book.epochs.starts[1:][-enough(len(book.epochs), 4) :]
    for i in range(enough(60, 20)):
        day = on or date.fromordinal(starts[i % len(starts)].toordinal() - rng.choice((0, 1)))
        known = rng.choice((0.5, 0.8, 0.97))
        cases.append((day, {n: random_value(rng, book, f) for n, f in book.facts.items() if rng.random() < known}))
    by_bits, by_sql = judge(book, programmes, cases, lang, "bits", "sql")
    for (day, facts), bits, sql in zip(cases, by_bits, by_sql, strict=True):
        for programme in programmes:
            wanted = alone(book, programme, day, facts, lang)
            assert (bits[programme], sql[programme]) == (wanted, wanted), (programme, day, facts)


@pytest.mark.parametrize("way", ["bits", "sql"])
def test_quantities_are_those_of_the_law_of_the_day(book: Rulebook, way: str) -> None:
    facts = {"poverty_certificate": "neither", "area_type": "rural", "income_per_person": 1_000_000}
    cases: Cases = [(date(day, 7, 1), facts) for day in (2015, 2023)]
    judged = judged_by(way, book, ["poverty_status"], cases, "vi", stated(book, ["poverty_status"], cases))
    assert judged.value("poverty_line", "ids").to_pylist() == [None, 1_500_000]


@pytest.mark.parametrize("way", ["bits", "sql"])
def test_a_programme_alone_that_reads_no_region(book: ancu.Rulebook, way: str) -> None:
    cases: Cases = [
        (date(2025, 7, 1), {"province": "bac_ninh", "in_minority_area": inside}) for inside in (True, False)
    ]
    (found,) = judge(book, ["ethnic_minority_house_support"], cases, "vi", way)
    for (day, facts), cells in zip(cases, found, strict=True):
        assert cells["ethnic_minority_house_support"] == alone(book, "ethnic_minority_house_support", day, facts, "vi")


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(enough(5, 3)))
def test_random_rulebooks(seed: int) -> None:
    rng = random.Random(seed)
    drawn = draw_rulebook(rng)
    cases: Cases = [(day, facts) for facts, day in (draw_record(rng, drawn) for _ in range(enough(60, 30)))]
    by_bits, by_sql = judge(drawn.book, ["p", "r"], cases, "en", "bits", "sql")
    for (day, facts), bits, sql in zip(cases, by_bits, by_sql, strict=True):
        for programme in ("p", "r"):
            wanted = alone(drawn.book, programme, day, facts, "en")
            assert (bits[programme], sql[programme]) == (wanted, wanted), (programme, day, facts)


def test_the_vectors_of_a_chunk_are_freed_with_it(book: ancu.Rulebook) -> None:
    """Nothing that is made of a table waits to be found as garbage: of a long list that would be gigabytes."""
    day = date(2026, 11, 1)
    engine = BitJudge(book, list(book.programmes), [book.epochs.index(day)], detail=True)
    lookup = Lookup(book, engine.parts, engine.values, "vi")
    table = pa.table({"as_of": pa.array([day] * 70, pa.date32()), "net_income": pa.array(range(70), pa.int64())})

    def told() -> None:
        judged = lookup.table(engine.judge(table))
        for name, part in judged.parts.items():
            assert list(part.groups())
            assert judged.cells(name, "ids")

    told()
    gc.collect()
    gc.disable()
    try:
        told()
        assert gc.collect() == 0
    finally:
        gc.enable()
