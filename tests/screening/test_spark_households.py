"""Spark judges households as the columns do: what follows from people, whose it is, and what is returned."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

import ancu
from ancu.household.reading import person_facts_read
from ancu.inference.sql.statement import compile_programmes
from ancu.messages import Language
from ancu.screening.job import Job
from ancu.screening.jobs.run_job import run_job
from ancu.screening.spark.run import run_on_spark
from tests.conftest import Run
from tests.support.households import draw_household, written

pytestmark = pytest.mark.filterwarnings("ignore")
PROGRAMMES = ("merit_house_grant",)
DAY = date(2026, 11, 1)
REJECTED = ("Dòng số", "Cột có lỗi", "Giá trị có lỗi", "Lỗi và cách sửa")
#: Cells that are written otherwise, by row.
IN_LIST: dict[int, dict[str, Any]] = {
    7: {"members_complete": "có lẽ"},
    9: {"province": "Atlantis"},
    12: {"case": "h13"},
    14: {"members_complete": None, "recorded_on": "hôm kia"},
    58: {"members_complete": "có lẽ"},  # nobody of it is listed
}
IN_PEOPLE: dict[str, list[dict[str, Any]]] = {
    "h3": [{"born_on": "hôm qua"}],
    "h4": [{"relation": "con mèo"}],
    "h5": [{}, {"relation": "Chủ hộ"}],
    "h6": [{"Thu nhập từng tháng": "20 triệu; 30 triệu", "net_income": None}],
    "h8": [{"Số căn cước": "024080000123", "gender": "male", "born_on": "1980"}],
    "h10": [{"Số căn cước": "024080000123", "gender": "female"}],
    "h11": [{"Số căn cước": "24080000123"}],
    "h15": [{}, {"case": None}],
    "h17": [{"case": "không có hộ này"}],
    "h18": [{"relation": "vợ", "gender": None}],
}


def spoil(table: pa.Table, by_row: dict[int, dict[str, Any]]) -> pa.Table:
    """``table`` with some cells written otherwise, their columns as texts."""
    rows = table.to_pylist()
    headers = dict.fromkeys((*table.column_names, *(header for cells in by_row.values() for header in cells)))
    columns: dict[str, Any] = {}
    for header in headers:
        cells = [row.get(header) for row in rows]
        if not any(header in spoilt for spoilt in by_row.values()):
            columns[header] = table.column(header)
            continue
        texts = [{True: "có", False: "không", None: None}.get(cell, str(cell)) for cell in cells]
        columns[header] = pa.array([by_row.get(at, {}).get(header, text) for at, text in enumerate(texts)], pa.string())
    return pa.table(columns)


@pytest.fixture(scope="module")
def lists(book: ancu.Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Households and their people; some of each cannot be read or joined."""
    folder = tmp_path_factory.mktemp("lists")
    rng = random.Random(5)
    households, members = written(book, [draw_household(rng, book, 0.1, [DAY]) for _ in range(60)])
    read = compile_programmes(book, PROGRAMMES, (DAY, DAY), detail=True, people=True).facts
    besides = {"case", "as_of", "members_complete", "recorded_on", "net_income", "gender"}
    of_people = besides.union(person_facts_read(book, read))
    households = households.select([name for name in households.column_names if name in besides.union(read)])
    members = members.select([name for name in members.column_names if name in of_people])
    codes = members["case"].to_pylist()
    in_people = {
        codes.index(case) + i: cells for case, people in IN_PEOPLE.items() for i, cells in enumerate(people) if cells
    }
    pq.write_table(spoil(households, IN_LIST), folder / "households.parquet")
    pq.write_table(spoil(members, in_people).slice(0, codes.index("h57")), folder / "members.parquet")
    return folder


def table(path: Path) -> list[dict[str, Any]]:
    """A result, its rows in the order of their cells."""
    return sorted(pq.read_table(path).to_pylist(), key=lambda row: [str(cell) for cell in row.values()])


def notices(run: Any, lang: Language = "vi") -> list[str]:
    return list(run.plan.households.notices(lang))


def test_the_same_as_by_columns(spark: Any, book: ancu.Rulebook, lists: Path, tmp_path: Path) -> None:
    job = Job(
        (str(lists / "households.parquet"),), members=str(lists / "members.parquet"), programmes=PROGRAMMES,
        as_of=DAY, reasons="ids", form="parquet", members_complete=True,
    )  # fmt: skip
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    here = run_job(book, job, one, tmp_path / "one.rejects.csv", route="columns")
    there = run_on_spark(book, job, str(two), session=spark)
    assert table(two) == table(one)
    assert any(row["whose"] for row in table(one))
    for name in ("read", "judged", "rejected", "counts", "alone", "opened", "reasons", "outcomes", "refereed"):
        assert getattr(there.run, name) == getattr(here.run, name), name
    assert notices(there.run) == notices(here.run)
    rejects = [
        tuple(str(row[name]) for name in REJECTED)
        for row in sorted(table(tmp_path / "two.rejects.parquet"), key=lambda row: row["Dòng số"])
    ]
    assert rejects == rejected(tmp_path / "one.rejects.csv")
    assert here.receipt is not None
    assert there.receipt.counts == here.receipt.counts
    assert [file.role for file in there.receipt.inputs] == ["list", "members"]


def rejected(path: Path) -> list[tuple[str, ...]]:
    import csv

    with path.open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row[name] for name in REJECTED) for row in csv.DictReader(file)]


def test_words_of_people_are_not_written_on_spark(ancu_command: Run) -> None:
    done = ancu_command("screen", "ho.parquet", "--members", "nguoi.parquet", "-o", "out.parquet", "--engine", "spark")
    assert (done.returncode, "--reasons ids" in done.stderr) == (2, True), done.stderr
