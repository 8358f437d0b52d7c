"""Tables of cases, a row each: read as scenarios, wrong cells told by place, written back with how they came out."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import ancu
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import find_files, read_spec
from ancu.specs.sheets.from_scenarios import sheets_of
from ancu.specs.sheets.read_book import ReadBook, read_scenario_book
from ancu.specs.sheets.scenario_sheet import SheetCase
from ancu.specs.sheets.to_feature import feature_text
from ancu.specs.sheets.written_table import RowOutcome, case_workbook, one_each
from tests.conftest import ROOT, Run
from tests.support.case_tables import HEADINGS, IN_ZONE, LODGING, OUTSIDE, workbook


@pytest.fixture(autouse=True)
def _judged(book: ancu.Rulebook) -> Iterator[None]:
    with judged_by(book, "vi"):
        yield


def read(*rows: list[object], above: tuple[list[object], ...] = (), programme: str | None = None) -> ReadBook:
    return read_scenario_book("ca.xlsx", workbook(*rows, above=above), programme)


def test_a_row_is_a_scenario() -> None:
    found = read(HEADINGS, IN_ZONE, OUTSIDE, above=(["Bảng kiểm thử của phòng"], []))
    assert found.flaws == []
    assert [sheet.name for sheet in found.file.sheets] == ["Trong khu", "Ngoài khu"]
    (case,) = found.file.sheets[1].cases
    assert (case.programme, case.day) == ("worker_lodging", date(2026, 5, 1))
    assert case.expected == [("status", "không đủ điều kiện"), ("not_met", "producer_worker")]
    assert found.place(1, 0).text() == "trang “Ca kiểm thử”, ô A5"
    text, _ = feature_text(found.file)
    assert text.count("Tình huống:") == 2


def test_rows_without_a_programme_or_a_name_take_those_that_are_known() -> None:
    (sheet,) = read(HEADINGS[4:], IN_ZONE[4:], programme="worker_lodging").file.sheets
    assert (sheet.name, sheet.cases[0].programme) == ("Ca kiểm thử, dòng 2", "worker_lodging")
    assert [flaw.text for flaw in read(HEADINGS[4:], IN_ZONE[4:]).flaws] == [
        "Trang “Ca kiểm thử”, dòng 2: chưa có chương trình để xét. Hãy điền cột “Xét chương trình”."
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            [1, "Sai ô", LODGING, date(2026, 5, 1), "đôi khi", "đủ điều kiện", None],
            "Trang “Ca kiểm thử”, ô E2 (dòng 2, cột “Làm việc trong khu công nghiệp”), giá trị “đôi khi”:",
        ),
        (
            [1, "Sai kết quả", LODGING, date(2026, 5, 1), "có", "đủ điều kiên ạ", None],
            "Trang “Ca kiểm thử”, ô F2 (dòng 2, cột “Kết quả”), giá trị “đủ điều kiên ạ”:",
        ),
        (
            [1, "Thiếu kết quả", LODGING, date(2026, 5, 1), "có", None, None],
            "Trang “Ca kiểm thử”, dòng 2: chưa có kết quả mong đợi nào. Hãy điền ít nhất cột “Kết quả”.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(row: list[object], said: str) -> None:
    found = read(HEADINGS, row)
    assert found.file.sheets == []
    assert [flaw.text.startswith(said) for flaw in found.flaws] == [True]


def test_headings_that_are_nearly_right_get_a_suggestion() -> None:
    found = read([*HEADINGS[:4], "Làm việc trong khu công nghip", *HEADINGS[5:]], IN_ZONE)
    assert [flaw.text for flaw in found.flaws] == [
        "Trang “Ca kiểm thử”, cột E: không có thông tin hay kết quả nào tên “Làm việc trong khu công nghip”."
        " Có phải ý bạn là “Làm việc trong khu công nghiệp”?"
    ]


def test_a_sheet_of_remarks_is_no_table() -> None:
    made = openpyxl.load_workbook(io.BytesIO(workbook(HEADINGS, IN_ZONE)))
    sheet = made.create_sheet("Theo dõi")
    for row in (["STT", "Ghi chú", "Kết quả"], [1, "đã xem", "xong"]):
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    found = read_scenario_book("ca.xlsx", out.getvalue())
    assert (found.skipped, found.flaws, len(found.file.sheets)) == (["Theo dõi"], [], 1)


def test_one_name_twice_is_told() -> None:
    found = read(HEADINGS, IN_ZONE, IN_ZONE)
    assert [flaw.text for flaw in found.flaws] == [
        "Trang “Ca kiểm thử”, dòng 3: tình huống “Trong khu” đã có ở trang “Ca kiểm thử”, ô A2."
        " Hãy đổi tên một trong hai."
    ]


def said(case: SheetCase) -> tuple[object, ...]:
    return case.programme, case.day, case.facts, case.confirmed, sorted(case.expected)


@pytest.mark.parametrize("folder", ["worker_lodging", "poverty_status"])
def test_a_table_holds_what_scenarios_say(folder: str) -> None:
    file = one_each(sheets_of(read_spec(path) for path in find_files([str(ROOT / "features" / folder)])))
    cases = [sheet.cases[0] for sheet in file.sheets]
    outcomes = [RowOutcome("đủ điều kiện", True, "") for _ in cases]
    again = read_scenario_book("bang.xlsx", case_workbook(file, outcomes))
    assert (again.flaws, again.skipped) == ([], [])
    assert [said(sheet.cases[0]) for sheet in again.file.sheets] == [said(case) for case in cases]


def test_an_empty_table_names_the_facts_of_a_programme() -> None:
    from ancu.specs.sheets.scenario_sheet import SheetFile

    content = case_workbook(SheetFile("Bảng", "vi"), facts=["works_in_that_zone"], programme="worker_lodging")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    assert heads[:4] == [
        "Tình huống",
        "Xét chương trình",
        "Ngày xét",
        "Đang làm việc tại khu công nghiệp có nhà lưu trú",
    ]
    assert heads[-2:] == ["Kết quả mong đợi", "Không đạt"]
    assert sheet["B2"].value == LODGING


def test_the_command_line_runs_and_imports_a_table(tmp_path: Path, ancu_command: Run) -> None:
    (tmp_path / "ca.xlsx").write_bytes(workbook(HEADINGS, IN_ZONE, OUTSIDE))
    ran = ancu_command("spec", "run", str(tmp_path / "ca.xlsx"))
    assert "2 tình huống: 2 đạt" in ran.stdout
    imported = ancu_command("spec", "import", str(tmp_path / "ca.xlsx"))
    assert imported.stdout.count("Tình huống:") == 2
    (tmp_path / "ca.feature").write_text(imported.stdout, encoding="utf-8")
    assert ancu_command("spec", "export", "ca.feature", "-o", "lai.xlsx", "--rows").returncode == 0
    assert ancu_command("spec", "import", "lai.xlsx").stdout.count("Tình huống:") == 2
    for wrong in (("export", "ca.feature", "-o", "lai.csv"), ("import", "lai.xlsx", "-o", "lai.docx")):
        refused = ancu_command("spec", *wrong)
        assert (refused.returncode, "Hãy sửa đuôi tệp." in refused.stderr) == (2, True)
        assert not (tmp_path / wrong[-1]).exists()


def test_without_the_extra_for_workbooks_no_other_ending_is_offered(
    tmp_path: Path, ancu_command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ca.xlsx").write_bytes(workbook(HEADINGS, IN_ZONE, OUTSIDE))
    assert ancu_command("spec", "import", "ca.xlsx", "-o", "ca.feature").returncode == 0
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for command in (("spec", "export", "ca.feature", "-o", "lai.xlsx"), ("template", "--xlsx", "mau.xlsx")):
        refused = ancu_command(*command)
        assert (refused.returncode, 'pip install "ancu[excel]"' in refused.stderr) == (4, True)
        assert ".csv" not in refused.stderr
