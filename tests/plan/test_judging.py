"""Lists judged for a plan: by rows and by columns alike, and each row in one part."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ancu
from ancu.errors import InputError
from ancu.plan.communes import Communes
from ancu.plan.judging import NEED, NO_PROGRAMME, RETURNED, SCHEMA, JudgedList, judge_lists
from ancu.screening.job import Job
from ancu.screening.run import screen
from tests.conftest import ROOT

SAMPLE = ROOT / "examples" / "danh-sach-mau.csv"


def judge(book: ancu.Rulebook, path: Path, plan: str = "plan_137", day: date = date(2025, 8, 31)) -> JudgedList:
    communes = Communes(book.units["bac_ninh"])
    return judge_lists(book, book.plans[plan], Job((str(path),), as_of=day), communes, threads=1)


@pytest.mark.slow
def test_rows_and_columns_count_alike(book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    by_rows = judge(book, SAMPLE)
    monkeypatch.setattr(screen, "SHORT", 0)
    by_columns = judge(book, SAMPLE)
    assert by_rows.rows.schema == by_columns.rows.schema == SCHEMA
    rows, columns = (sorted(each.rows.to_pylist(), key=lambda row: int(row["place"])) for each in (by_rows, by_columns))
    assert rows == columns
    assert len(rows) == 300
    assert {row["commune"] for row in rows if row["known_commune"]} >= {"07210", "07264"}
    assert sum(row["part"] == RETURNED for row in rows) == 11
    assert {row["year"] for row in rows if row["part"] == NEED} == {2024, 2025, 2026}


def test_a_programme_that_is_over_says_nothing_of_need(book: ancu.Rulebook, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("Mã hồ sơ,Tỉnh,Hộ nghèo/cận nghèo\nA,Bắc Ninh,Hộ nghèo\n", encoding="utf-8")
    plan = book.plans["plan_137"]
    campaign = plan.model_copy(update={"subjects": {"campaign": plan.subjects["campaign"]}})
    job = Job((str(tmp_path / "d.csv"),), as_of=date(2026, 11, 1))
    found = judge_lists(book, campaign, job, Communes(None), threads=1)
    assert found.rows.column("part").to_pylist() == [NO_PROGRAMME]
    assert found.commune_header is None


def test_a_column_that_is_not_there(book: ancu.Rulebook) -> None:
    with pytest.raises(InputError, match="không có cột “Huyện”"):
        judge_lists(book, book.plans["plan_137"], Job((str(SAMPLE),)), Communes(None), by="Huyện")
