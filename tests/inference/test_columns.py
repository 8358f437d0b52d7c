"""Columns judge as the other engines do: the real rulebook and random ones, in DuckDB, PostgreSQL and Spark."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from typing import Any

import duckdb
import psycopg
import pyarrow as pa
import pytest

import ancu
from ancu.batch.source import column_of
from ancu.decision.deciding import Engine, Record
from ancu.errors import NotCoveredError
from ancu.inference import rete
from ancu.inference.bits.judge import BitJudge
from ancu.inference.sql.statement import Statement, compile_programme
from ancu.inference.table_schema import NotInColumnsError, column_type
from ancu.inference.verdicts import VERDICTS, reason_of
from ancu.rulebook.rulebook import Rulebook
from tests.conftest import Run
from tests.support.records import Cases, cases_of, create, rows_of
from tests.support.rulebooks import base_book, draw_record, draw_rulebook
from tests.support.thorough import enough

pytestmark = pytest.mark.slow

Verdict = tuple[str, str | None, bool, int | None]
RECORDS_EACH = 850


def expected(book: Rulebook, programme: str, day: date, facts: dict[str, Any], engine: Engine) -> Verdict:
    """What the other engines say of a record, as the columns would."""
    try:
        decision = ancu.decide(book, Record(facts), programme, day, engine)
    except NotCoveredError:
        return ("not_covered", None, False, None)
    context = decision.context
    reason = None
    if context.judgment is not None and context.program is not None:
        reason = reason_of(context.program, context.program.prepare(facts, day), context.judgment.values)
    return (decision.status, decision.why, decision.provisional, reason)


def in_duckdb(book: Rulebook, statement: Statement, cases: Cases) -> list[Verdict]:
    with duckdb.connect() as connection:
        connection.execute(create(book, statement))
        types = ["BIGINT", "DATE", *(column_type(book, fact) for fact in statement.facts)]
        columns = ", ".join(f"unnest(?::{type_}[])" for type_ in types)
        values = [list(column) for column in zip(*rows_of(book, statement, cases), strict=True)]
        connection.execute(f"insert into cases select {columns}", values)
        found = connection.execute(f"select * from ({statement.sql}) order by case_id").fetchall()
    return [tuple(row[2:]) for row in found]


def in_bits(book: Rulebook, programme: str, facts: Sequence[str], cases: Cases) -> list[Verdict]:
    columns: dict[str, Any] = {"as_of": pa.array([day for day, _ in cases], pa.date32())}
    for fact in facts:
        columns[fact] = column_of(book, fact, [record.get(fact) for _, record in cases])
    judge = BitJudge(book, [programme], range(len(book.epochs)), detail=False)
    found = judge.judge(pa.table(columns))
    verdicts = found.column(f"{programme}.verdict").to_pylist()
    provisional = found.column(f"{programme}.provisional").to_pylist()
    reasons = found.column(f"{programme}.reason").to_pylist()
    return [
        (*VERDICTS[verdict], doubtful, reason)
        for verdict, doubtful, reason in zip(verdicts, provisional, reasons, strict=True)
    ]


@pytest.mark.sweep
@pytest.mark.parametrize("programme", ancu.load_rulebook().programmes)
def test_columns_rete_and_direct_agree_on_the_real_rulebook(book: ancu.Rulebook, programme: str) -> None:
    cases = cases_of(book, programme, enough(RECORDS_EACH, 60), seed=137)
    # Two keys: Rete concludes, the direct engine confirms, and a difference between them raises.
    engine: Engine = "two_key" if rete.AVAILABLE else "direct"
    statement = compile_programme(book, programme)
    judged = in_duckdb(book, statement, cases)
    assert in_bits(book, programme, statement.facts, cases) == judged
    for i, (day, facts) in enumerate(cases):
        assert judged[i] == expected(book, programme, day, facts, engine), (programme, day, facts)


def test_a_sweep_compares_at_least_twenty_thousand_records(book: ancu.Rulebook) -> None:
    assert RECORDS_EACH * len(book.programmes) >= 20_000


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(enough(20, 4)))
def test_random_rulebooks(seed: int) -> None:
    rng = random.Random(seed)
    drawn = draw_rulebook(rng)
    cases: list[tuple[date, dict[str, Any]]] = []
    for _ in range(40):
        facts, day = draw_record(rng, drawn)
        cases.append((day, facts))
    for programme in ("p", "r"):
        statement = compile_programme(drawn.book, programme)
        judged = in_duckdb(drawn.book, statement, cases)
        assert in_bits(drawn.book, programme, statement.facts, cases) == judged
        assert judged == [expected(drawn.book, programme, day, facts, "direct") for day, facts in cases]


def in_postgres(address: str, book: Rulebook, programme: str, cases: Cases) -> list[Verdict]:
    statement = compile_programme(book, programme, "postgres")
    with psycopg.connect(address, autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute("drop table if exists cases")
        cursor.execute(create(book, statement))  # type: ignore[arg-type]
        marks = ", ".join(["%s"] * (2 + len(statement.facts)))
        cursor.executemany(f"insert into cases values ({marks})", rows_of(book, statement, cases))  # type: ignore[arg-type]
        cursor.execute(f"select * from ({statement.sql}) found order by case_id")  # type: ignore[arg-type]
        return [tuple(row[2:]) for row in cursor.fetchall()]


def test_postgres_agrees_on_the_real_rulebook(postgres: str, book: ancu.Rulebook) -> None:
    for programme in book.programmes:
        cases = cases_of(book, programme, 120, seed=138)
        wanted = [expected(book, programme, day, facts, "direct") for day, facts in cases]
        assert in_postgres(postgres, book, programme, cases) == wanted


def test_postgres_agrees_on_random_rulebooks(postgres: str) -> None:
    for seed in range(12):
        rng = random.Random(seed)
        drawn = draw_rulebook(rng)
        cases = [(day, facts) for facts, day in (draw_record(rng, drawn) for _ in range(40))]
        wanted = [expected(drawn.book, "p", day, facts, "direct") for day, facts in cases]
        assert in_postgres(postgres, drawn.book, "p", cases) == wanted


@pytest.mark.filterwarnings("ignore")
def test_spark_agrees(spark: Any, book: ancu.Rulebook) -> None:
    from pyspark.sql import types

    kinds = {
        "BIGINT": types.LongType(),
        "BOOLEAN": types.BooleanType(),
        "DATE": types.DateType(),
        "VARCHAR": types.StringType(),
    }
    drawn = draw_rulebook(random.Random(19))
    rng = random.Random(20)
    random_cases = [(day, facts) for facts, day in (draw_record(rng, drawn) for _ in range(60))]
    named = ("social_housing_purchase", "poor_house_loan_2015", "poverty_status", "merit_house_grant")
    checked = [(book, name, cases_of(book, name, 60, seed=139)) for name in named]
    for rules, programme, cases in [*checked, (drawn.book, "p", random_cases)]:
        statement = compile_programme(rules, programme, "spark")
        columns = {"case_id": "BIGINT", "as_of": "DATE"} | {f: column_type(rules, f) for f in statement.facts}
        schema = types.StructType([types.StructField(name, kinds[kind]) for name, kind in columns.items()])
        spark.createDataFrame(rows_of(rules, statement, cases), schema).createOrReplaceTempView("cases")
        found = sorted(spark.sql(statement.sql).collect(), key=lambda row: row[0])
        wanted = [expected(rules, programme, day, facts, "direct") for day, facts in cases]
        assert [tuple(row[2:]) for row in found] == wanted


def test_the_sql_command_prints_a_statement_that_runs(ancu_command: Run, book: ancu.Rulebook) -> None:
    done = ancu_command("sql", "worker_lodging", "--table", "hồ sơ")
    assert done.returncode == 0, done.stderr
    assert "-- Xét “Thuê nhà lưu trú công nhân trong khu công nghiệp”" in done.stdout
    assert (
        "-- lodging_confirmed_by VARCHAR: Nơi xác nhận đơn thuê nhà lưu trú: producer, infrastructure, none"
        in done.stdout
    )
    statement = compile_programme(book, "worker_lodging")
    with duckdb.connect() as connection:
        connection.execute(create(book, statement).replace("table cases", 'table "hồ sơ"'))
        connection.execute(done.stdout)
    unknown = ancu_command("sql", "worker_lodgin")
    assert (unknown.returncode, "worker_lodging" in unknown.stderr) == (2, True)


def test_a_programme_governed_by_another_date_is_refused() -> None:
    book = base_book(
        (
            "vocabulary.yaml",
            "",
            "  filed_on:\n    type: date\n    label: {vi: Ngày nộp, en: Filed on}\n    section: a\n",
        ),
        ("programmes/p.yaml", "region: province", "region: province\ngoverned_by: filed_on"),
        ("programmes/p.yaml", "quantities:", _rest()),
    )
    with pytest.raises(NotInColumnsError, match="Mua"):
        compile_programme(book, "buy")


def _rest() -> str:
    """What the helper programme of the base rulebook reads."""
    return '  reads_the_rest:\n    title: {vi: x, en: x}\n    when: income > 0\n    basis: ["nd-1:1"]\nquantities:'
