"""The statements of `ancu sql`: how long they take to be written, to be planned by a database, and to be run on Spark.

    python benchmarks/statements.py --rows 100000
    python benchmarks/statements.py --rows 1000000 --rounds 1 --postgres "host=127.0.0.1 user=ancu dbname=postgres"

A statement is written by a new process, start-up included; DuckDB and, where one is named, PostgreSQL explain it; Spark
parses, analyses and optimises it. Then Spark on this machine and DuckDB on as many threads judge the same Parquet file
into Parquet files, by turns, and have to give the same rows: by the clock, and by the processor, which is steadier on a
busy machine. Needs the extra `spark` and Java.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
from measuring import ROOT, environment, interleaved, process, seconds, table
from peers import PROGRAMME, connection
from population import DAY, Population, read_by, write_parquet

import ancu
from ancu.inference.sql.statement import Statement, compile_programme, compile_programmes
from ancu.inference.sql.text import Dialect
from ancu.inference.table_schema import column_type
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.spark.session import judging_by

DIALECTS: tuple[Dialect, ...] = ("duckdb", "postgres", "spark")
_KEEP = ("case_id", "as_of")


def statement(book: Rulebook, names: Sequence[str], dialect: Dialect) -> Statement:
    """What ``ancu sql`` prints for ``names``."""
    if len(names) == 1:
        return compile_programme(book, names[0], dialect)
    return compile_programmes(book, names, (date.min, date.max), detail=False, dialect=dialect, keep=_KEEP)


def took(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def written(names: Sequence[str], dialect: str, rounds: int) -> float:
    """Median seconds of a process that prints the statement."""
    command = [sys.executable, "-m", "ancu_cli.main", "sql", *names, "--dialect", dialect]
    return interleaved(rounds, {dialect: process(command)})[dialect].median


def empty_table(book: Rulebook, read: Statement) -> str:
    facts = "".join(f', "{fact}" {column_type(book, fact)}' for fact in read.facts)
    return f"CREATE TABLE cases (case_id BIGINT, as_of DATE{facts})"


def planned_by_duckdb(book: Rulebook, read: Statement, rounds: int) -> float:
    with duckdb.connect() as database:
        database.execute(empty_table(book, read))
        return statistics.median(
            took(lambda: database.execute(f"EXPLAIN {read.sql}").fetchall()) for _ in range(rounds)
        )


def planned_by_postgres(book: Rulebook, read: Statement, rounds: int, address: str) -> tuple[float, float]:
    """What PostgreSQL says that planning took, and all of EXPLAIN, reading the text included."""
    import psycopg

    with psycopg.connect(address) as server, server.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS cases")
        cursor.execute(empty_table(book, read))  # type: ignore[arg-type]
        plans, wholes = [], []
        for _ in range(rounds):
            began = time.perf_counter()
            last = cursor.execute(f"EXPLAIN (SUMMARY) {read.sql}").fetchall()[-1][0]  # type: ignore[arg-type]
            wholes.append(time.perf_counter() - began)
            plans.append(float(last.split(":")[1].split()[0]) / 1000)
        server.rollback()
    return statistics.median(plans), statistics.median(wholes)


def stepped(frame: Any, read: Statement) -> Any:
    """The statement's columns one table after the other, as ``ancu screen --engine spark`` gives them to Spark."""
    for columns in read.steps:
        frame = frame.selectExpr(*columns)
    return frame


def planned_by_spark(build: Callable[[], Any]) -> tuple[float, float]:
    """Parsing with analysis, and optimising with planning."""
    began = time.perf_counter()
    execution = build()._jdf.queryExecution()
    execution.analyzed()
    between = time.perf_counter()
    execution.executedPlan()
    return between - began, time.perf_counter() - between


def planning(book: Rulebook, sets: dict[str, list[str]], spark: Any, postgres: str | None, rounds: int) -> str:
    rows = []
    for label, names in sets.items():
        for dialect in DIALECTS:
            rows.append([f"{label}: written, {dialect}", seconds(written(names, dialect, rounds))])
        rows.append(
            [
                f"{label}: explained by DuckDB",
                seconds(planned_by_duckdb(book, statement(book, names, "duckdb"), rounds)),
            ]
        )
        if postgres is not None:
            plan, whole = planned_by_postgres(book, statement(book, names, "postgres"), rounds, postgres)
            rows.append([f"{label}: planned by PostgreSQL", seconds(plan)])
            rows.append([f"{label}: explained by PostgreSQL, the text read", seconds(whole)])
        read = statement(book, names, "spark")
        facts = ", ".join(f"`{fact}` {column_type(book, fact).replace('VARCHAR', 'STRING')}" for fact in read.facts)
        empty = spark.createDataFrame([], f"case_id BIGINT, as_of DATE, {facts}")
        empty.createOrReplaceTempView("cases")
        builds = {"column by column": lambda empty=empty, read=read: stepped(empty, read)}
        if len(names) == 1:  # all programmes as one text want more memory than a driver has
            builds["as one text"] = lambda read=read: spark.sql(read.sql)
        for how, build in builds.items():
            with judging_by(spark, read):
                found = [planned_by_spark(build) for _ in range(rounds)]
            parsed, optimised = (statistics.median(one[i] for one in found) for i in (0, 1))
            rows.append([f"{label}: read and analysed by Spark, {how}", seconds(parsed)])
            rows.append([f"{label}: optimised and planned by Spark, {how}", seconds(optimised)])
    return table(["", "time"], rows)


def running(
    book: Rulebook, names: list[str], label: str, rows: int, spark: Any, threads: int, rounds: int
) -> list[list[str]]:
    """Spark beside DuckDB on one Parquet file."""
    with tempfile.TemporaryDirectory() as scratch:
        source, values = Path(scratch) / "population.parquet", Path(scratch) / "values.parquet"
        write_parquet(Population(book, seed=1, facts=read_by(book, names, DAY)), rows, source)
        cases = pq.read_table(source, columns=["case", "as_of", *read_by(book, names, DAY)])
        connection(book, cases).execute(f"COPY engine_values TO '{values}' (FORMAT parquet)")
        there = [name for name in pq.read_schema(values).names if name not in _KEEP]
        ours, theirs = statement(book, names, "duckdb"), statement(book, names, "spark")
        gaps = [fact for fact in ours.facts if fact not in there]
        database = duckdb.connect(config={"threads": threads})
        unknown = "".join(f', NULL::{column_type(book, fact)} AS "{fact}"' for fact in gaps)
        database.execute(f"CREATE VIEW cases AS SELECT *{unknown} FROM '{values}'")

        def by_duckdb() -> None:
            database.execute(f"COPY ({ours.sql}) TO '{scratch}/duckdb.parquet' (FORMAT parquet)")

        def by_spark() -> None:
            blank = [f"CAST(NULL AS {column_type(book, f).replace('VARCHAR', 'STRING')}) AS `{f}`" for f in gaps]
            frame = spark.read.parquet(str(values)).selectExpr("*", *blank)
            with judging_by(spark, theirs):
                stepped(frame, theirs).write.mode("overwrite").parquet(f"{scratch}/spark.parquet")

        by_duckdb()
        by_spark()
        both = (f"SELECT * FROM '{scratch}/{one}'" for one in ("duckdb.parquet", "spark.parquet/*.parquet"))
        a, b = both
        differing = database.execute(f"SELECT count(*) FROM (({a} EXCEPT {b}) UNION ALL ({b} EXCEPT {a}))").fetchall()
        assert differing == [(0,)], differing
        java = processor_of(spark)
        runs = {"DuckDB": (by_duckdb, time.process_time), "Spark": (by_spark, java)}
        taken: dict[str, list[tuple[float, float]]] = {one: [] for one in runs}
        for _ in range(rounds):
            for one, (run, processor) in runs.items():
                before = processor()
                clock = took(run)
                taken[one].append((clock, processor() - before))
        medians = {one: [statistics.median(column) for column in zip(*of, strict=True)] for one, of in taken.items()}
        return [
            [f"{label}, {rows:,} rows: {one}"]
            + [cell for a, b in zip(of, medians["DuckDB"], strict=True) for cell in (seconds(a), f"{a / b:.1f} ×")]
            for one, of in medians.items()
        ]


def processor_of(spark: Any) -> Callable[[], float]:
    """The seconds of a core that Spark's process has taken so far, as Linux counts them."""
    stat = Path(f"/proc/{spark._jvm.java.lang.ProcessHandle.current().pid()}/stat")
    tick = os.sysconf("SC_CLK_TCK")

    def processor() -> float:
        fields = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / tick

    return processor


def session(threads: int, conf: Sequence[str]) -> Any:
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(f"local[{threads}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "3g")
    builder = builder.config("spark.sql.session.timeZone", "UTC")
    for one in conf:
        builder = builder.config(*one.split("=", 1))
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("FATAL")
    return spark


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rows", type=int, default=10_000, help="rows that Spark and DuckDB judge")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--programme", action="append", help="instead of one programme and all")
    parser.add_argument("--postgres", metavar="ADDRESS", help="a server in which a table may be made and taken away")
    parser.add_argument("--only", choices=("planning", "running"))
    parser.add_argument("--conf", action="append", default=[], metavar="KEY=VALUE", help="a setting of Spark")
    asked = parser.parse_args()
    os.chdir(ROOT)
    book, threads = ancu.load_rulebook(), os.cpu_count() or 1
    sets = {f"all {len(book.programmes)} programmes": list(book.programmes)}
    sets = {"one programme": [PROGRAMME]} | sets if not asked.programme else {"programmes": asked.programme}
    spark = session(threads, asked.conf)
    print("\n".join([*environment(), f"Spark {spark.version}"]), flush=True)
    if asked.only != "running":
        print("\n" + planning(book, sets, spark, asked.postgres, asked.rounds), flush=True)
    if asked.only != "planning":
        rows = [
            row
            for label, names in sets.items()
            for row in running(book, names, label, asked.rows, spark, threads, asked.rounds)
        ]
        print("\n" + table(["", "time", "× DuckDB", "of a core", "× DuckDB"], rows), flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
