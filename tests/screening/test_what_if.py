"""``ancu screen --what-if``: the same by rows and by columns, on the terminal, in the workbook, in the receipt."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from tests.conftest import ROOT, Run

LIST = str(ROOT / "examples" / "danh-sach-mau.csv")
ASKED = ("--programme", "social_housing_purchase", "--as-of", "2026-05-01", "--lang", "en")


def test_rows_columns_and_the_workbook_say_the_same(ancu_command: Run, tmp_path: Path) -> None:
    said = {}
    for engine, output in (("rows", "rows.csv"), ("columns", "book.xlsx")):
        done = ancu_command("screen", LIST, "-o", output, "--engine", engine, "--what-if", *ASKED)
        said[output] = done.stdout.splitlines()[-1]
    assert len(set(said.values())) == 1
    text = said["rows.csv"]
    assert text.startswith(
        "Buy or lease-purchase social housing: 159 cases are not eligible; 23 of them lack but one thing that can be "
        "changed: average net monthly income (15 cases, above by VND 5,000,000 at the median); "
    )
    totals = openpyxl.load_workbook(tmp_path / "book.xlsx")["Totals"]
    assert text in [row[0].value for row in totals.iter_rows()]
    receipt = json.loads((tmp_path / "rows.run.json").read_text(encoding="utf-8"))
    assert receipt["job"]["what_if"] is True


def test_without_it_nothing_is_said_and_the_receipt_has_no_word_of_it(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command("screen", LIST, "-o", "plain.csv", *ASKED)
    assert "lack but one thing" not in done.stdout
    assert "what_if" not in json.loads((tmp_path / "plain.run.json").read_text(encoding="utf-8"))["job"]


def test_on_a_cluster_it_is_refused(ancu_command: Run) -> None:
    done = ancu_command("screen", LIST, "-o", "x.parquet", "--engine", "spark", "--what-if")
    assert (done.returncode, done.stderr) == (2, "--what-if chưa dùng được với --engine spark. Hãy bỏ một trong hai.\n")
