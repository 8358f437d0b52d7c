"""Spark projects and judges households as one machine does."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.batch.judge import TableJudges
from ancu.household.columns import project_table
from ancu.inference.arrow_columns import in_full, one_piece
from ancu.inference.sql.statement import compile_programmes
from ancu.screening.spark.households import project_on_spark
from tests.support.households import draw_household, tables_of

pytestmark = pytest.mark.filterwarnings("ignore")
PROGRAMMES = ["merit_house_grant", "poverty_status"]
DAY = date(2026, 11, 1)


@pytest.mark.slow
def test_spark_projects_and_judges_households(spark: Any, book: ancu.Rulebook) -> None:
    rng = random.Random(2)
    drawn = [draw_household(rng, book, days=[DAY]) for _ in range(40)]
    tables = tables_of(book, drawn)
    statement = compile_programmes(
        book, PROGRAMMES, (DAY, DAY), detail=True, dialect="spark", keep=("case",), people=True
    )
    here = project_table(book, *tables, key="case", facts=statement.facts)
    households, members = (
        spark.createDataFrame([tuple(row.values()) for row in table.to_pylist()], _schema(table)) for table in tables
    )
    there = project_on_spark(book, households, members, key="case", facts=statement.facts)
    names = [name for name in there.columns if name in here.column_names]
    rows = {row["case"]: row.asDict() for row in there.select(*names).collect()}
    for row in here.select(names).to_pylist():
        assert rows[row["case"]] == row
    judged = there
    for name in statement.facts:
        if name not in judged.columns:
            judged = judged.selectExpr("*", f"CAST(NULL AS BIGINT) AS `{name}`")
    for columns in statement.steps:
        judged = judged.selectExpr(*columns)
    found = {row["case"]: row for row in judged.collect()}
    parts = TableJudges(book, people=True).judge(PROGRAMMES, here).parts
    for i, case in enumerate(one_piece(in_full(here.column("case"))).to_pylist()):
        for name in PROGRAMMES:
            part = parts[name]
            assert found[case][f"{name}.verdict"] == part.verdict[i]
            assert found[case][f"{name}.provisional"] == part.provisional[i]
            assert found[case][f"{name}.household"] == part.household[i]


def _schema(table: Any) -> Any:
    from pyspark.sql import types as T

    kinds = {"bool": T.BooleanType(), "int64": T.LongType(), "date32[day]": T.DateType()}
    return T.StructType([T.StructField(f.name, kinds.get(str(f.type), T.StringType())) for f in table.schema])
