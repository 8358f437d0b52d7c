"""Several programmes in one statement, with what texts depend on: every dialect says what single decisions say."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import duckdb
import psycopg
import pyarrow as pa
import pytest

import ancu
from ancu.batch.judged_table import Lookup
from ancu.inference.sql import methods, packed
from ancu.inference.sql.compiler import WRITERS
from ancu.inference.sql.packed import PackedWriter
from ancu.inference.sql.statement import Statement, compile_programme, compile_programmes
from ancu.inference.sql.text import Dialect
from ancu.inference.table_schema import column_type
from ancu.inference.verdicts import VERDICTS
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.spark.session import judging_by
from tests.conftest import Run
from tests.support.records import Cases, alone, cases_of, create, rows_of
from tests.support.rulebooks import draw_record, draw_rulebook
from tests.support.thorough import enough

NAMED = ("merit_house_grant", "ethnic_minority_house_support", "self_build_loan")
Rows = tuple[list[str], list[Sequence[Any]]]


def in_duckdb(book: Rulebook, statement: Statement, cases: Cases) -> Rows:
    with duckdb.connect() as connection:
        connection.execute(create(book, statement))
        marks = ", ".join(["?"] * (2 + len(statement.facts)))
        connection.executemany(f"insert into cases values ({marks})", rows_of(book, statement, cases))
        found = connection.execute(f"select * from ({statement.sql}) order by case_id")
        return [column[0] for column in found.description or ()], found.fetchall()


def in_postgres(address: str) -> Callable[[Rulebook, Statement, Cases], Rows]:
    def run(book: Rulebook, statement: Statement, cases: Cases) -> Rows:
        with psycopg.connect(address, autocommit=True) as connection, connection.cursor() as cursor:
            cursor.execute("drop table if exists cases")
            cursor.execute(create(book, statement))  # type: ignore[arg-type]
            marks = ", ".join(["%s"] * (2 + len(statement.facts)))
            cursor.executemany(f"insert into cases values ({marks})", rows_of(book, statement, cases))  # type: ignore[arg-type]
            cursor.execute(f"select * from ({statement.sql}) found order by case_id")  # type: ignore[arg-type]
            return [column.name for column in cursor.description or ()], cursor.fetchall()

    return run


def in_spark(spark: Any) -> Callable[[Rulebook, Statement, Cases], Rows]:
    def run(book: Rulebook, statement: Statement, cases: Cases) -> Rows:
        facts = "".join(f", `{f}` {column_type(book, f).replace('VARCHAR', 'STRING')}" for f in statement.facts)
        table = spark.createDataFrame(rows_of(book, statement, cases), f"case_id BIGINT, as_of DATE{facts}")
        table.createOrReplaceTempView("cases")
        found = spark.sql(statement.sql)
        return found.columns, sorted(found.collect(), key=lambda row: row[0])

    return run


def check(
    book: Rulebook,
    names: Sequence[str],
    cases: Cases,
    dialect: Dialect,
    judge: Callable[[Rulebook, Statement, Cases], Rows],
) -> None:
    """Verdict, causes, caveats, options and amounts, and the texts that follow, are those of single decisions."""
    days = (date.min, date.max)
    statement = compile_programmes(book, names, days, detail=True, dialect=dialect, keep=("case_id", "as_of"))
    columns, rows = judge(book, statement, cases)
    held = [[int(cell) if isinstance(cell, bool) else cell for cell in column] for column in zip(*rows, strict=True)]
    table = pa.table({name: pa.array(column) for name, column in zip(columns, held, strict=True)})
    for name in names:
        if f"region.{book.programmes[name].region}" in columns:
            place = columns.index(f"region.{book.programmes[name].region}")
            table = table.set_column(place, columns[place], pa.array(held[place], pa.string()))
    judged = Lookup(book, statement.parts, statement.values, "vi").table(table)
    for name in names:
        cells = {key: texts.to_pylist() for key, texts in judged.cells(name, "text").items()}
        for i, (day, facts) in enumerate(cases):
            found = judged.parts[name].outcome(i), {key: cells[key][i] for key in cells}
            assert found == alone(book, name, day, facts, "vi"), (dialect, name, day, facts)


def drawn_cases(seed: int, count: int) -> tuple[Rulebook, Cases]:
    rng = random.Random(seed)
    drawn = draw_rulebook(rng)
    return drawn.book, [(day, facts) for facts, day in (draw_record(rng, drawn) for _ in range(count))]


def named_cases(book: Rulebook, each: int) -> Cases:
    return [case for name in NAMED for case in cases_of(book, name, each, seed=140)]


@pytest.mark.slow
@pytest.mark.sweep
def test_duckdb(book: ancu.Rulebook) -> None:
    check(book, NAMED, named_cases(book, enough(60, 25)), "duckdb", in_duckdb)
    for seed in range(enough(4, 2)):
        check(*_swapped(*drawn_cases(seed, 40)), "duckdb", in_duckdb)


def test_bits_in_duckdb(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written for Spark, in a database that starts at once."""
    monkeypatch.setitem(WRITERS, "duckdb", PackedWriter)
    check(book, NAMED[:2], named_cases(book, enough(40, 10)), "duckdb", in_duckdb)
    for seed in range(enough(12, 3)):
        check(*_swapped(*drawn_cases(seed, 40)), "duckdb", in_duckdb)


def test_bits_in_short_tables(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layer may stand in many tables, and what they read in each may be said twice."""
    monkeypatch.setitem(WRITERS, "duckdb", PackedWriter)
    monkeypatch.setattr(methods, "_LONGEST", 12)
    monkeypatch.setattr(packed, "are_short", lambda _: True)
    statement = compile_programmes(book, NAMED[:1], (date.min, date.max), detail=False)
    assert statement.in_methods
    assert len(statement.steps) > 40
    check(book, NAMED[:1], named_cases(book, 10), "duckdb", in_duckdb)
    check(*_swapped(*drawn_cases(6, 40)), "duckdb", in_duckdb)


def test_postgres(postgres: str, book: ancu.Rulebook) -> None:
    check(book, NAMED, named_cases(book, 60), "postgres", in_postgres(postgres))
    for seed in range(4):
        check(*_swapped(*drawn_cases(seed, 40)), "postgres", in_postgres(postgres))


@pytest.mark.filterwarnings("ignore")
def test_spark(spark: Any, book: ancu.Rulebook) -> None:
    check(book, NAMED[:2], named_cases(book, 40), "spark", in_spark(spark))
    check(*_swapped(*drawn_cases(5, 40)), "spark", in_spark(spark))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_java_compiles_every_method_of_a_statement(spark: Any, book: ancu.Rulebook) -> None:
    """Else it would interpret one for every row, or Spark would copy rows from table to table."""
    statement = compile_programme(book, "social_housing_purchase", "spark")
    assert statement.in_methods
    facts = "".join(f", `{f}` {column_type(book, f).replace('VARCHAR', 'STRING')}" for f in statement.facts)
    mode = "spark.sql.codegen.factoryMode"
    before = spark.conf.get(mode)
    spark.conf.set(mode, "FALLBACK")
    try:
        with judging_by(spark, statement):
            frame = spark.createDataFrame([], f"case_id BIGINT, as_of DATE{facts}")
            for columns in statement.steps:
                frame = frame.selectExpr(*columns)
            plan = frame._jdf.queryExecution().executedPlan()
    finally:
        spark.conf.set(mode, before)
    debug = getattr(spark._jvm.org.apache.spark.sql.execution.debug, "package$").__getattr__("MODULE$")
    stages = debug.codegenStringSeq(plan)
    longest = [stages.apply(i)._3().maxMethodCodeSize() for i in range(stages.size())]
    assert len(longest) == 1
    assert 0 < longest[0] <= 8000


def _swapped(book: Rulebook, cases: Cases) -> tuple[Rulebook, Sequence[str], Cases]:
    return book, ("p", "r"), cases


def test_the_command_prints_one_statement_for_several_programmes(ancu_command: Run, book: ancu.Rulebook) -> None:
    names = ("worker_lodging", "house_gift")
    printed = ancu_command("sql", *names, "--lang", "en")
    assert printed.returncode == 0, printed.stderr
    assert "1 ineligible" in printed.stdout
    cases = [case for name in names for case in cases_of(book, name, 30, seed=141)]
    statement = compile_programmes(book, names, (date.min, date.max), detail=False, keep=("case_id", "as_of"))
    head, sql = printed.stdout.split("\nSELECT", 1)
    for fact in statement.facts:
        assert f"-- {fact} {column_type(book, fact)}: " in head
    columns, rows = in_duckdb(
        book, Statement(statement.parts, "duckdb", f"SELECT{sql.strip().rstrip(';')}", statement.facts), cases
    )
    assert columns[:3] == ["case_id", "as_of", "epoch"]
    meanings = list(csv.DictReader(io.StringIO(ancu_command("sql", "--reasons", *names).stdout)))
    for row, (day, facts) in zip(rows, cases, strict=True):
        said = dict(zip(columns, row, strict=True))
        for name in names:
            kind, _ = alone(book, name, day, facts, "en")
            assert VERDICTS[said[f"{name}.verdict"]] == VERDICTS[kind.verdict]
            if said[f"{name}.reason"] is None:
                continue
            since = max(m["from"] for m in meanings if m["programme"] == name and m["from"] <= day.isoformat())
            bits = {int(m["bit"]): m["condition"] for m in meanings if (m["programme"], m["from"]) == (name, since)}
            assert tuple(bits[bit] for bit in bits if said[f"{name}.reason"] & bit) == kind.carried
