"""Before anything is timed: the others must say what ``ancu`` says, household by household."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import unmodelled
from households import combinations
from population import DAY, Population

import ancu
from ancu.inference import direct
from ancu.inference.program import program_on
from ancu.rulebook.rulebook import Rulebook

Row = dict[str, Any]
HANDWRITTEN = Path(__file__).parent / "handwritten"


class DisagreementError(Exception):
    """Two engines judge the same household differently."""


def noise(book: Rulebook, rows: int, seed: int) -> pa.Table:
    """Households on which nothing hangs together, near every threshold; some rows full, some nearly empty."""
    rng = np.random.default_rng(seed)
    missing = rng.random(rows) * 0.6
    schema = Population(book, seed).schema
    arrays: list[pa.Array] = [
        pa.array([f"noise-{i}" for i in range(rows)]),
        pa.array(np.full(rows, np.datetime64(DAY)), pa.date32()),
    ]
    for name in schema.names[2:]:
        fact = book.facts[name]
        kind, absent = fact.value_type.kind, rng.random(rows) < missing
        if kind == "yes_no":
            arrays.append(pa.array(rng.random(rows) < 0.5, mask=absent))
        elif kind == "date":
            days = np.datetime64(DAY) - rng.integers(0, 9000, rows).astype("timedelta64[D]")
            arrays.append(pa.array(days, pa.date32(), mask=absent))
        elif kind == "number":
            arrays.append(_numbers(book, name, schema.field(name).type, rng, absent))
        else:
            known = unmodelled.provinces(book) if name == "province" else list(fact.values)
            ids = combinations(known) if kind == "list" else known
            arrays.append(pa.array(np.array(ids, dtype=object)[rng.integers(0, len(ids), rows)], mask=absent))
    plain = [pa.field(f.name, pa.string() if pa.types.is_dictionary(f.type) else f.type) for f in schema]
    return pa.Table.from_arrays(arrays, schema=pa.schema(plain))


def _numbers(book: Rulebook, name: str, type_: pa.DataType, rng: np.random.Generator, absent: Any) -> pa.Array:
    values, own = unmodelled.numbers_near(book, name), book.facts[name].value_type
    drawn = values[rng.integers(0, len(values), len(absent))]
    if not own.scale:
        return pa.array(drawn, type_, mask=absent)
    texts = [
        None if gone else Decimal(int(value)).scaleb(-own.scale) for value, gone in zip(drawn, absent, strict=True)
    ]
    return pa.array(texts, type_)


# -- what ancu says ----------------------------------------------------------------------------------------------------


def rows_of(table: pa.Table) -> Iterator[Row]:
    """The rows as records, without their empty cells."""
    for batch in table.to_batches():
        for row in batch.to_pylist():
            yield {name: value for name, value in row.items() if value is not None}


def record_of(book: Rulebook, row: Mapping[str, Any]) -> ancu.Record:
    """A row as a record, every value taken as it stands: noise has unusual ones."""
    return ancu.read_record(book, row, confirmed=book.facts)


def decided(book: Rulebook, row: Mapping[str, Any], programmes: Sequence[str]) -> list[tuple[str, str | None]]:
    """Status and why, by :func:`ancu.decide` in full."""
    record = record_of(book, row)
    decisions = [ancu.decide(book, record, name, engine="direct") for name in programmes]
    return [(decision.status, decision.why) for decision in decisions]


def concluded(book: Rulebook, row: Mapping[str, Any], programmes: Sequence[str], day: date) -> list[str]:
    """The status alone, by the direct engine, of programmes in force on ``day``: what ``decide`` issues, wordless."""
    record = record_of(book, row)
    statuses = []
    for name in programmes:
        program = program_on(book, name, day)
        facts = program.prepare(record.facts, day)
        outcome = direct.closure_of(program, program.root)(facts, direct.run(program, facts))
        statuses.append("undetermined" if outcome is None else "eligible" if outcome else "ineligible")
    return statuses


def _concluded_all(rows: Sequence[Row], programmes: Sequence[str], day: date) -> list[list[str]]:
    book = ancu.load_rulebook()
    return [concluded(book, row, programmes, day) for row in rows]


def in_force(book: Rulebook, day: date) -> list[str]:
    """The programmes in force on ``day``."""
    return [name for name, it in book.programmes.items() if any(day in opening.period for opening in it.periods)]


def by_hand(book: Rulebook) -> list[str]:
    """The programmes that the SQL written by hand judges; a new one waits until somebody writes it there too."""
    text = (HANDWRITTEN / "statuses.sql").read_text(encoding="utf-8")
    columns = set(re.findall(r"AS (\w+),?$", text, re.MULTILINE))
    return [name for name in book.programmes if name in columns]


def statuses_of(table: pa.Table, programmes: Sequence[str], day: date = DAY) -> dict[str, list[str]]:
    """The statuses of every row of ``table``, worked out by the direct engine on all cores, by programme."""
    parts = [list(rows_of(table.slice(start, 2000))) for start in range(0, table.num_rows, 2000)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = [
            row
            for part in pool.map(_concluded_all, parts, [programmes] * len(parts), [day] * len(parts))
            for row in part
        ]
    return {name: [row[i] for row in found] for i, name in enumerate(programmes)}


def demand_same(what: str, cases: Iterable[str], ours: Sequence[Any], theirs: Sequence[Any]) -> None:
    """Raise :class:`DisagreementError` naming the first case where ``theirs`` differs from ``ours``."""
    if len(ours) != len(theirs):
        raise DisagreementError(f"{what}: {len(theirs)} answers for {len(ours)} cases")
    for case, mine, other in zip(cases, ours, theirs, strict=True):
        if mine != other:
            raise DisagreementError(f"{what}: case {case} is {mine} to ancu and {other} to the other")
