"""Households of a large list are judged in columns, and come out as one by one: the same bytes."""

from __future__ import annotations

import csv
import random
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pyarrow as pa
import pytest

import ancu
from ancu.batch.cells import Reasons
from ancu.screening.job import Job, Route
from ancu.screening.jobs.run_job import Done, run_job
from tests.support.households import draw_household, written

PROGRAMMES = ("merit_house_grant", "social_housing_purchase", "poverty_status")
DAYS = [date(2026, 11, 1), date(2021, 6, 1)]


def write(path: Path, table: pa.Table, spoil: dict[tuple[int, str], str]) -> None:
    """``table`` as a list; ``spoil`` are cells to be written otherwise."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(table.column_names)
        for number, row in enumerate(table.to_pylist()):
            cells = {name: spoil.get((number, name), value) for name, value in row.items()}
            out.writerow([{True: "có", False: "không", None: ""}.get(cell, cell) for cell in cells.values()])


@pytest.fixture(scope="module")
def lists(book: ancu.Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Households drawn for the rules: some leave somebody out, some contradict themselves, some cannot be read."""
    folder = tmp_path_factory.mktemp("lists")
    rng = random.Random(5)
    drawn = [draw_household(rng, book, 0.1, DAYS) for _ in range(60)]
    households, members = written(book, drawn)
    first = [i for i, case in enumerate(members["case"].to_pylist()) if case in ("h3", "h4", "h5")]
    wrong = {(first[0], "born_on"): "hôm qua", (first[1], "relation"): "con mèo", (first[-1], "relation"): "Chủ hộ"}
    # Incomes by month are read by the reader of single rows.
    members = members.append_column("monthly_incomes", pa.nulls(len(members), pa.string()))
    by_month = next(i for i, case in enumerate(members["case"].to_pylist()) if case == "h6")
    wrong |= {(by_month, "monthly_incomes"): "20 triệu; 30 triệu", (by_month, "net_income"): ""}
    write(folder / "members.csv", members.slice(0, len(members) - 8), wrong)
    spoilt = {(7, "members_complete"): "có lẽ", (9, "net_income"): "nhiều", (11, "as_of"): "32/13/2026"}
    write(folder / "households.csv", households, {**spoilt, (12, "case"): "h13"})
    return folder


def judged(book: ancu.Rulebook, job: Job, folder: Path, route: Route) -> tuple[Done, dict[str, bytes], Any]:
    """What came of ``job`` by a way: the files but for the receipt, and what that tells of more than the way."""
    folder.mkdir()
    done = run_job(book, job, folder / "kq.csv", folder / "kq.rejects.csv", route=route, threads=1)
    assert done.run.route == route
    assert done.run.rejected > 5
    assert done.run.refereed
    assert done.receipt is not None
    told = done.receipt.model_dump(exclude={"started", "seconds", "seal", "route"})
    return done, {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith(".run.json")}, told


@pytest.mark.parametrize("reasons", get_args(Reasons))
def test_households_in_columns_give_the_bytes_of_one_by_one(
    book: ancu.Rulebook, lists: Path, tmp_path: Path, reasons: Reasons
) -> None:
    more = {"form": "parquet", "layout": "long"} if reasons == "ids" else {}
    job = job_of(lists, PROGRAMMES, reasons=reasons, **more)
    one, alone, told_alone = judged(book, job, tmp_path / "rows", "rows")
    other, together, told_together = judged(book, job, tmp_path / "columns", "columns")
    assert together == alone
    assert told_together == told_alone
    for name in ("counts", "alone", "reasons", "repeated"):
        assert getattr(other.run, name) == getattr(one.run, name)


def test_duckdb_judges_households_too(book: ancu.Rulebook, lists: Path, tmp_path: Path) -> None:
    job = job_of(lists, PROGRAMMES[:1])
    one, alone, _ = judged(book, job, tmp_path / "rows", "rows")
    other, together, _ = judged(book, job, tmp_path / "duckdb", "duckdb")
    assert together == alone
    assert other.run.reasons == one.run.reasons


def job_of(lists: Path, programmes: tuple[str, ...], **more: Any) -> Job:
    return Job((str(lists / "households.csv"),), members=str(lists / "members.csv"), programmes=programmes, **more)
