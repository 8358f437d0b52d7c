"""Many cases are judged without DuckDB, which is needed where SQL is asked for alone."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

import ancu
from ancu import extras
from ancu.batch import frames
from ancu.batch.judge import MOST_ENGINES, TableJudges
from ancu.errors import ExtraMissingError
from ancu.screening.job import Job, Route
from ancu.screening.jobs.run_job import run_job

DAY = date(2026, 5, 1)
PROGRAMMES = ("self_build_loan", "worker_lodging")


@pytest.fixture
def without_duckdb(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the extra is not installed."""
    monkeypatch.setattr(extras, "duckdb", lambda: False)
    monkeypatch.setitem(sys.modules, "duckdb", None)


@pytest.fixture
def rows(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_text("Mã hồ sơ,net_income,marital_status\na,22 triệu,độc thân\nb,90 triệu,\n", encoding="utf-8")
    return str(path)


def screened(book: ancu.Rulebook, rows: str, output: Path, route: Route) -> str:
    run_job(book, Job(lists=(rows,), programmes=PROGRAMMES, as_of=DAY), output, route=route)
    return output.read_text(encoding="utf-8-sig")


def test_a_list(book: ancu.Rulebook, rows: str, tmp_path: Path, without_duckdb: None) -> None:
    by_columns = screened(book, rows, tmp_path / "columns.csv", "columns")
    assert by_columns == screened(book, rows, tmp_path / "rows.csv", "rows")


def test_a_table(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch, without_duckdb: None) -> None:
    monkeypatch.setattr(frames, "COLUMNS_FROM", 1)
    table = pa.table({"net_income": [22_000_000, None, 90_000_000] * 5})
    judged = ancu.decide_many(book, table, PROGRAMMES, DAY, threads=3)
    assert judged.schema.metadata[b"ancu.judged_by"] == b"columns"
    one_by_one = ancu.decide_many(book, table, PROGRAMMES, DAY, engine="two_key")
    assert judged.to_pylist() == one_by_one.to_pylist()


def test_sql_without_duckdb_is_refused_in_a_sentence(
    book: ancu.Rulebook, rows: str, tmp_path: Path, without_duckdb: None
) -> None:
    with pytest.raises(ExtraMissingError) as caught:
        screened(book, rows, tmp_path / "out.csv", "duckdb")
    assert 'pip install "ancu[duckdb]"' in caught.value.text("vi")


def test_a_judge_is_prepared_once_and_the_oldest_makes_room(book: ancu.Rulebook) -> None:
    judges = TableJudges(book)

    def judge(programmes: Sequence[str]) -> object:
        return judges.between(programmes, DAY, DAY)

    first = judge(PROGRAMMES)
    assert judge(PROGRAMMES) is first
    assert judges.between(PROGRAMMES, DAY, DAY, detail=False) is not first
    names = list(book.programmes)
    for i in range(MOST_ENGINES):
        judges.between([names[i % len(names)]], *[book.epochs.starts[1 + i // len(names)]] * 2)
    assert judge(PROGRAMMES) is not first
