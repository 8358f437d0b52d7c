"""Households projected by SQL in DuckDB: the statement that Spark runs, in this process."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from ancu.household.program import HouseholdProgram
from ancu.household.statement import Projection, Shape, project_in_sql
from ancu.household.tables import Chunk, HouseholdTables
from ancu.inference.sql.database import database
from ancu.rulebook.rulebook import Rulebook

#: Households projected at once.
CHUNK = 122_880


def project_table_by_sql(
    book: Rulebook,
    households: pa.Table,
    members: pa.Table,
    *,
    key: str,
    as_of: date | None = None,
    facts: Collection[str] | None = None,
    threads: int = 1,
) -> pa.Table:
    """As :func:`~ancu.household.columns.project_table`, by SQL on ``threads`` threads."""
    tables = HouseholdTables(book, households, members, key, as_of or date.today())
    rows, found = [], []
    for program, chunk in tables.chunks(CHUNK):
        rows.append(chunk.rows)
        found.append(_run(_projection(book, program, tables.shape, facts), chunk, threads))
    return tables.joined(rows, found)


def _projection(book: Rulebook, program: HouseholdProgram, shape: Shape, facts: Collection[str] | None) -> Projection:
    """The statement of ``program``; kept for the next table of the same shape."""
    kept: dict[Any, tuple[HouseholdProgram, Projection]] = book.__dict__.setdefault("_household_statements", {})
    key = (id(program), shape, None if facts is None else frozenset(facts))
    if key not in kept:
        kept[key] = (program, project_in_sql(book, program, shape, facts, "duckdb"))
    return kept[key][1]


def _run(projection: Projection, chunk: Chunk, threads: int) -> pa.Table:
    numbers = np.arange(len(chunk.rows))
    with database(threads) as connection:
        # What is filtered here is filtered where it is read; pushing it down, DuckDB writes each layer out many times.
        connection.execute("SET disabled_optimizers = 'filter_pushdown'")
        connection.register("households", chunk.households.append_column("row", pa.array(numbers)))
        of = np.repeat(numbers, chunk.counts)
        connection.register("members", chunk.members.append_column("row", pa.array(of)))
        for step in projection.steps[:-1]:
            connection.execute(f"CREATE TEMP {'TABLE' if step.often else 'VIEW'} {step.name} AS {step.sql}")
        found = connection.sql(projection.steps[-1].sql).to_arrow_table()
    order = found.column("row").to_numpy()
    return found.drop_columns(["row"]).take(pa.array(np.argsort(order)))
