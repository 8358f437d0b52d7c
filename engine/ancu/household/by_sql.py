"""Households projected by SQL in DuckDB: the statement that Spark runs, in this process."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.household.members import people_of
from ancu.household.program import household_program
from ancu.household.projection_columns import Shape, follows_of
from ancu.household.statement import ProjectionSteps, project_in_sql
from ancu.household.tables import HouseholdBatch, HouseholdTables, stands
from ancu.inference.least import disputed
from ancu.inference.sql.database import database
from ancu.kept import kept
from ancu.rulebook.rulebook import Rulebook


def project_table_by_sql(
    book: Rulebook,
    households: pa.Table,
    members: pa.Table,
    *,
    key: str,
    as_of: date | None = None,
    facts: Collection[str] | None = None,
    threads: int = 1,
    theirs: bool = False,
) -> pa.Table:
    """As :func:`~ancu.household.columns.project_table`, by SQL on ``threads`` threads.

    ``theirs``: beside each fact stands from whom it follows (:func:`~ancu.household.projection_columns.theirs_of`).
    """
    tables = HouseholdTables(book, households, members, key, as_of or date.today())
    wanted = None if facts is None else frozenset(facts)
    rows, found = [], []
    for _, chunk in tables.chunks():
        rows.append(chunk.rows)
        projection = _projection_in(book, chunk.epoch, tables.shape, wanted, theirs)
        found.append(_settled(book, chunk, projection, _run(projection, chunk, threads)))
    return tables.joined(rows, found)


@kept
def _projection_in(
    book: Rulebook, epoch: int, shape: Shape, facts: frozenset[str] | None, theirs: bool
) -> ProjectionSteps:
    program = household_program(book, people_of(book).epochs.starts[epoch])
    return project_in_sql(book, program, shape, facts, "duckdb", theirs=theirs)


def _run(projection: ProjectionSteps, chunk: HouseholdBatch, threads: int) -> pa.Table:
    numbers = np.arange(len(chunk.rows))
    with database(threads) as connection:
        # What is filtered here is filtered where it is read; pushing it down, DuckDB writes each layer out many times.
        connection.execute("SET disabled_optimizers = 'filter_pushdown'")
        connection.register("ancu_households", chunk.households.append_column("row", pa.array(numbers)))
        of = np.repeat(numbers, chunk.counts)
        connection.register("ancu_members", chunk.members.append_column("row", pa.array(of)))
        for step in projection.steps[:-1]:
            connection.execute(f"CREATE TEMP {'TABLE' if step.often else 'VIEW'} {step.name} AS {step.sql}")
        found = connection.sql(projection.steps[-1].sql).to_arrow_table()
    order = found.column("row").to_numpy()
    return found.drop_columns(["row"]).take(pa.array(np.argsort(order)))


def _settled(book: Rulebook, chunk: HouseholdBatch, projection: ProjectionSteps, table: pa.Table) -> pa.Table:
    """``table`` with what follows in the place of what applicants' rows stated and has changed since."""
    for name in projection.facts:
        if follows_of(name) not in table.column_names:
            continue
        follows = table.column(follows_of(name)).to_pylist()
        changed = np.zeros(len(table), np.bool_)
        for row in (row for row, value in enumerate(follows) if value is not None):
            household, day = chunk.household(book, row)
            changed[row] = not stands(book, household, day, name)
        for column, value in ((name, table.column(follows_of(name))), (disputed(name), None)):
            mended = pc.if_else(pa.array(changed), value, table.column(column))
            table = table.set_column(table.column_names.index(column), column, mended)
        table = table.drop_columns([follows_of(name)])
    return table
