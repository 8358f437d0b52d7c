"""Lists as communes keep them: merged cells, groups, marks, sheets, notes; every value plainly made up."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl
import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P

import ancu
from ancu.errors import InputError
from ancu.household.members import year_of_birth
from ancu.rulebook.spelling import alike, one_spelling, seen
from ancu.rulebook.values import ValueProblem, names_unit, parse, parse_date
from ancu.screening.cells.columns import match_columns
from ancu.screening.cells.marks import with_marks
from ancu.screening.cells.notices import cell_notices, file_notices
from ancu.screening.cells.rows import read_row
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists import workbooks
from ancu.screening.lists.chunks import ListSource, NotPlainError
from ancu.screening.lists.csv_source import CsvSource
from ancu.screening.lists.dittos import is_ditto
from ancu.screening.lists.groups import names_other
from ancu.screening.lists.listing import Listing
from ancu.screening.lists.read_list import Sheets, read_lists
from ancu.screening.lists.table_shape import is_total
from tests.conftest import Run

HEADER = ["Mã hồ sơ", "Họ và tên", "Nhóm đối tượng", "Thu nhập", "Tỉnh"]
ROWS = [[f"HS-0{i}", f"Người giả định 0{i}", "Công nhân", "15.000.000", "Bắc Ninh"] for i in range(1, 4)]


@pytest.fixture
def meanings(book: ancu.Rulebook) -> Meanings:
    return Meanings(book)


def text_list(path: Path, *lines: list[str]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return str(path)


def book_of(path: Path, lines: list[list[Any]], *merged: str) -> str:
    made = openpyxl.Workbook()
    for line in lines:
        made.active.append(line)
    for cells in merged:
        made.active.merge_cells(cells)
    made.save(path)
    return str(path)


def read(path: str, meanings: Meanings, sheet: Sheets = None) -> Listing:
    return read_lists([path], meanings, sheet, "vi")


def column(listing: Listing, header: str) -> list[Any]:
    return [row.cells.get(header) for row in listing.rows]


# -- values -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("5,5tr/tháng", 5_500_000), ("15 triệu/tháng", 15_000_000), ("₫15.000.000", 15_000_000),
        ("đ 15.000.000", 15_000_000), ("15 tr/th", 15_000_000), ("15.000.000/tháng", 15_000_000),
        ("15 triệu đồng một tháng", 15_000_000), ("15 tr.đ", 15_000_000), ("15 tr.đ/tháng", 15_000_000),
        ("VNĐ 15.000.000", 15_000_000), ("15\u200b.000.000", 15_000_000),
        ("15tr5", 15_500_000), ("15tr5/tháng", 15_500_000), ("3tr500", 3_500_000), ("9 triệu 5", 9_500_000),
        ("3 triệu rưỡi", 3_500_000), ("15 triệu 500 nghìn", 15_500_000), ("15tr 500k/tháng", 15_500_000),
        ("15 triệu 50 nghìn đồng", 15_050_000), ("1 trieu 2", 1_200_000),
    ],
)  # fmt: skip
def test_amounts_as_people_write_them(book: ancu.Rulebook, written: str, amount: int) -> None:
    assert parse(book.facts["net_income"], written) == amount


@pytest.mark.parametrize(
    "written", ["180 triệu/năm", "15 triệu/người/tháng", "١٥٠٠٠٠٠٠", "3tr50", "3 triệu 500 đồng", "3tr5-4tr", "3tr5,5"]
)
def test_amounts_that_say_something_else_are_refused(book: ancu.Rulebook, written: str) -> None:
    with pytest.raises(ValueProblem):
        parse(book.facts["net_income"], written)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Không có", False), ("chưa có", False), ("√", True), ("☑", True), ("✔\ufe0f", True), ("☐", None),
        ("'Không", False), ("Kh\u00adông", False), ("Không\u200b", False),
    ],
)  # fmt: skip
def test_ticks_and_denials(book: ancu.Rulebook, written: str, value: bool | None) -> None:
    assert parse(book.facts["owns_home"], written) is value


@pytest.mark.parametrize(
    ("fact", "written", "value"),
    [
        ("province", "Thanh Hoá", "thanh_hoa"), ("province", "Khánh Hoà", "khanh_hoa"),
        ("province", "bac ninh", "bac_ninh"),
        ("poverty_certificate", "ho ngheo", "poor"), ("area_kind", "Đô\u00adthị", "urban"),
        ("housing_law_groups", "Thân nhân liệt sỹ", frozenset({"merit"})),
    ],
)  # fmt: skip
def test_words_in_another_spelling(book: ancu.Rulebook, fact: str, written: str, value: object) -> None:
    name = fact if fact in book.facts else next(n for n, f in book.facts.items() if "urban" in f.values)
    assert parse(book.facts[name], written) == value


def test_what_might_be_two_words_is_not_guessed() -> None:
    known = {"má": "a", "mà": "b", "lê": "c"}
    assert [alike(text, known) for text in ("ma", "le", "lé", "lè")] == [None, "c", None, None]
    assert one_spelling("hoá sỹ quý thuỷ") == one_spelling("hóa sĩ quý thủy")
    assert one_spelling("quý") != one_spelling("qua")
    assert seen("a\u200bb\u2060c\ufeff") == "abc"


@pytest.mark.parametrize(
    "written",
    [
        "15/01/2026 00:00:00",
        "15/01/2026 08:30",
        "2026-01-15 08:30:00",
        "2026-01-15T08:30:00",
        "15-01-2026",
        "15 / 01 / 2026",
        "15/01/2026.",
        "2026/01/15",
    ],
)
def test_days_with_an_hour(written: str) -> None:
    assert parse_date(written) == date(2026, 1, 15)


@pytest.mark.parametrize("written", ["2026-01-15T20:00:00Z", "2026-01-15T20:00:00+07:00", "١٥/٠١/٢٠٢٦"])
def test_days_that_may_be_others_are_refused(written: str) -> None:
    with pytest.raises(ValueProblem):
        parse_date(written)


def test_a_number_of_a_day_with_an_hour(tmp_path: Path, meanings: Meanings) -> None:
    lines = [["Mã hồ sơ", "Ngày xét", "Tỉnh"], ["HS-01", 46037.354, "Bắc Ninh"]]
    assert column(read(book_of(tmp_path / "a.xlsx", lines), meanings), "Ngày xét") == [date(2026, 1, 15)]


# -- units and formulas -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("above", "unit"),
    [
        (["ĐƠN VỊ: UBND XÃ GIẢ ĐỊNH", "Đơn vị tính: triệu đồng"], "triệu đồng"),
        (["ĐƠN VỊ: UBND XÃ GIẢ ĐỊNH"], None),
        (["Đơn vị: nghìn đồng"], "nghìn đồng"),
        (["ĐVT: thúng"], "thúng"),
    ],
)
def test_the_line_that_names_a_unit_gives_it(
    tmp_path: Path, meanings: Meanings, above: list[str], unit: str | None
) -> None:
    path = text_list(tmp_path / "a.csv", *([line] for line in above), HEADER, ROWS[0])
    assert read(path, meanings).files[0].unit == unit
    assert names_unit("triệu đồng/tháng")
    assert not names_unit("UBND xã")


def test_a_formula_that_was_never_calculated_has_no_value(tmp_path: Path, meanings: Meanings) -> None:
    made = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = made.add_worksheet()
    for row, line in enumerate([[*HEADER, "Lương"], [*ROWS[0], 1], [*ROWS[1], 2], [*ROWS[2], 3]]):
        sheet.write_row(row, 0, line)
    sheet.write_formula("D2", "=F2*1000000")
    sheet.write_formula("D3", "=F3*1000000", None, 9_000_000)
    sheet.write_number("D4", 0)
    made.close()
    assert column(read(str(tmp_path / "a.xlsx"), meanings), "Thu nhập") == ["=F2*1000000", 9_000_000, 0]


def test_a_line_end_as_a_workbook_writes_it(tmp_path: Path, meanings: Meanings) -> None:
    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(path)
    sheet = made.add_worksheet()
    bold = made.add_format({"bold": True})
    sheet.write_row(0, 0, HEADER)
    sheet.write_rich_string(0, 3, "Thu nhập\r\n", bold, "(triệu đồng)")
    sheet.write_row(1, 0, ROWS[0])
    made.close()
    assert read(str(path), meanings).headers[3] == "Thu nhập (triệu đồng)"


def test_a_reader_that_gives_up_is_told_in_a_sentence(tmp_path: Path, meanings: Meanings) -> None:
    path = book_of(tmp_path / "a.xlsx", [HEADER, *ROWS])

    class PanicException(BaseException):  # as pyo3 names it
        pass

    for raised, told in ((PanicException("index out of range"), InputError), (KeyboardInterrupt(), KeyboardInterrupt)):
        with patch("python_calamine.CalamineWorkbook.from_filelike", side_effect=raised), pytest.raises(told):
            read(path, meanings)


def test_other_archives_are_told(tmp_path: Path, meanings: Meanings) -> None:
    path = tmp_path / "a.xlsb"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"x")
    with pytest.raises(InputError, match="không phải sổ tính"):
        read(str(path), meanings)


# -- days ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        (["13/01/2026", datetime(2026, 5, 1), "15/01/2026", datetime(2026, 6, 1)], (3, 5)),
        (["05/01/2026", datetime(2026, 5, 1), "15/01/2026"], ()),
        (["13/01/2026", datetime(2026, 1, 15)], ()),
        ([datetime(2026, 5, 1), datetime(2026, 6, 1)], ()),
    ],
)
def test_swapped_days_are_named(tmp_path: Path, meanings: Meanings, days: list[object], lines: tuple[int, ...]) -> None:
    path = book_of(tmp_path / "a.xlsx", [["Mã hồ sơ", "Ngày xét"], *([f"HS-{i}", day] for i, day in enumerate(days))])
    (file,) = read(path, meanings).files
    assert file.days_swapped == ({"Ngày xét": lines} if lines else {})
    assert any("bị đảo" in text for text in file_notices(file, "vi")) == bool(lines)


# -- groups of columns --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Bố, mẹ", True), ("Vợ (chồng)", True), ("Thông tin vợ/chồng", True), ("Thành viên khác", True),
        ("Người đứng đơn", False), ("Ông (bà)", False), ("Thu nhập", False), ("Đồng chí", False),
    ],
)  # fmt: skip
def test_titles_that_name_somebody_else(title: str, other: bool) -> None:
    assert names_other(title) == other


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_income_of_the_parents_is_not_the_applicants(tmp_path: Path, meanings: Meanings, kind: str) -> None:
    lines = [
        ["Hồ sơ", "", "", "Người đứng đơn", "", "Bố, mẹ", ""],
        ["Mã hồ sơ", "Tỉnh", "Nhóm đối tượng", "Họ và tên", "Năm sinh", "Họ và tên", "Thu nhập"],
        ["HS-01", "Bắc Ninh", "Công nhân", "Người giả định", "1995", "Người giả định khác", "30 triệu"],
    ]
    if kind == "xlsx":
        path = book_of(tmp_path / "a.xlsx", lines, "A1:C1", "D1:E1", "F1:G1")
    else:
        path = text_list(tmp_path / "a.csv", *lines)
    listing = read(path, meanings)
    assert listing.headers[:3] == ["Mã hồ sơ", "Tỉnh", "Nhóm đối tượng"]
    assert listing.headers[6] == "Bố, mẹ Thu nhập"
    assert not meanings.known("Bố, mẹ Thu nhập")
    assert len(listing.rows) == 1


def test_the_income_of_the_spouse_is_the_spouses(tmp_path: Path, meanings: Meanings) -> None:
    lines = [
        ["Mã hồ sơ", "Nhóm đối tượng", "Người đứng đơn", "", "Vợ (chồng)", ""],
        ["", "", "Họ và tên", "Thu nhập", "Họ và tên", "Thu nhập"],
        ["HS-01", "Công nhân", "Người giả định", "9 triệu", "Người giả định khác", "8 triệu"],
    ]
    listing = read(book_of(tmp_path / "a.xlsx", lines, "A1:A2", "B1:B2", "C1:D1", "E1:F1"), meanings)
    names = [m.name if (m := meanings.find(header)) is not None else None for header in listing.headers]
    assert names[3] == "net_income"
    assert names[5] == "spouse_net_income"


def test_a_title_of_a_list_is_no_group(tmp_path: Path, meanings: Meanings) -> None:
    title = ["DANH SÁCH VỢ CHỒNG TRẺ", "", "", "", ""]
    listing = read(book_of(tmp_path / "a.xlsx", [title, HEADER, *ROWS], "A1:E1"), meanings)
    assert (listing.headers, listing.skipped) == (HEADER, (1,))


# -- marks --------------------------------------------------------------------------------------------------------

MARKED = [
    ["Mã hồ sơ", "Tỉnh", "Đối tượng", "", "Hiện trạng nhà ở", "", ""],
    ["", "", "Hộ nghèo", "Hộ cận nghèo", "Nền cứng", "Khung - tường cứng", "Mái cứng"],
    ["HS-01", "Bắc Ninh", "x", "", "", "X", ""],
    ["HS-02", "Bắc Ninh", None, "✓", "☑", None, None],
    ["HS-03", "Bắc Ninh", "x", "√", None, None, None],
    ["HS-04", "Bắc Ninh", None, None, None, None, None],
]
MERGED = ("A1:A2", "B1:B2", "C1:D1", "E1:G1")
TEMPORARY = ("--programme", "temporary_house_elimination", "--as-of", "01/07/2025")


def test_marks_under_choices(tmp_path: Path, meanings: Meanings) -> None:
    listing = read(book_of(tmp_path / "a.xlsx", MARKED, *MERGED), meanings)
    assert [row.line for row in listing.rows] == [3, 4, 5, 6]
    marked = with_marks(meanings, listing.headers, lambda header: column(listing, header))
    names = [found.name if (found := marked.find(header)) is not None else None for header in listing.headers]
    assert names[2:] == [
        "poverty_certificate",
        "poverty_certificate",
        "solid_foundation",
        "solid_frame_and_walls",
        "solid_roof",
    ]


@pytest.mark.parametrize("engine", ["rows", "columns"])
@pytest.mark.parametrize("mapped", [False, True])
def test_two_marks_in_a_row_are_returned(ancu_command: Run, tmp_path: Path, engine: str, mapped: bool) -> None:
    book_of(tmp_path / "a.xlsx", MARKED, *MERGED)
    (tmp_path / "map.yaml").write_text(
        'cột:\n  "Hộ nghèo": {là: Hộ nghèo/cận nghèo, giá trị: {"x": Hộ nghèo}}\n'
        '  "Đối tượng Hộ cận nghèo": {là: Hộ nghèo/cận nghèo, giá trị: {"✓": Hộ cận nghèo, "√": Hộ cận nghèo}}\n',
        encoding="utf-8",
    )
    mapping = ("--map", "map.yaml") if mapped else ()
    done = ancu_command("screen", "a.xlsx", *TEMPORARY, *mapping, "--engine", engine, "-o", "k.csv")
    assert done.returncode == 3, done.stderr
    judged = list(csv.DictReader(io.StringIO((tmp_path / "k.csv").read_text(encoding="utf-8-sig"))))
    assert [row["Mã hồ sơ"] for row in judged] == ["HS-01", "HS-02", "HS-04"]
    (rejected,) = csv.DictReader(io.StringIO((tmp_path / "k.rejects.csv").read_text(encoding="utf-8-sig")))
    assert rejected["Mã hồ sơ"] == "HS-03"
    assert "“Hộ nghèo”" in rejected["Lỗi và cách sửa"]
    reasons = [" ".join(row.values()) for row in judged]
    assert ["hộ nghèo hoặc" in text for text in reasons] == [False, False, True]


@pytest.mark.parametrize(
    ("header", "cells"), [("Hộ nghèo", ["x", "12"]), ("Không thuộc hộ nghèo", ["x"]), ("Công nhân", ["x"])]
)
def test_other_columns_are_no_marks(meanings: Meanings, header: str, cells: list[str]) -> None:
    found = with_marks(meanings, ["Mã hồ sơ", header], lambda _: cells).find(header)
    assert found is None or not found.values


# -- cases and the foot -------------------------------------------------------------------------------------------

NARROW = [
    ["Mã hồ sơ", "Hộ nghèo/cận nghèo", "Khu vực", "Tỉnh"],
    ["HS-01", "Hộ nghèo", "Nông thôn", "Bắc Ninh"],
    ["Cộng thôn Đông: 01 hộ", "", "", ""],
    ["HS-02", "Hộ nghèo", "Nông thôn", ""],
    ["HS-03", "Hộ cận nghèo", "", "Bắc Ninh"],
]


@pytest.mark.parametrize(
    ("lines", "cases", "skipped"),
    [
        (NARROW, ["HS-01", "HS-02", "HS-03"], (3,)),
        ([NARROW[0], NARROW[2], *NARROW[3:]], ["HS-02", "HS-03"], (2,)),
        (
            [HEADER, *ROWS, ["Tổng cộng: 03 hồ sơ"], ["HS-09", "Người giả định"]],
            ["HS-01", "HS-02", "HS-03", "HS-09"],
            (5,),
        ),
        (
            [HEADER, *ROWS, ["Ấn định danh sách này có 03 hồ sơ./."], ["Ghi chú: số liệu minh họa"], ["", "Người lập"]],
            ["HS-01", "HS-02", "HS-03"],
            (5, 6, 7),
        ),
        ([HEADER, *ROWS, ["Tổng cộng"], ["Trong đó:", "", "Công nhân"]], ["HS-01", "HS-02", "HS-03"], (5, 6)),
        (
            [HEADER, ROWS[0], ["Danh sách này do cán bộ xã lập theo hồ sơ gốc."], ROWS[1]],
            ["HS-01", "HS-02"],
            (3,),
        ),
    ],
)
@pytest.mark.parametrize("kind", ["csv", "xlsx", "pieces"])
def test_what_is_a_case(
    tmp_path: Path,
    meanings: Meanings,
    lines: list[list[str]],
    cases: list[str],
    skipped: tuple[int, ...],
    kind: str,
) -> None:
    lines = [[*line, *[""] * (len(lines[0]) - len(line))] for line in lines]
    if kind == "pieces":
        path = text_list(tmp_path / "a.csv", *lines)
        source = CsvSource(path, meanings.known, meanings.is_case, meanings.titles_of, plainly=True)
        found = [cell for chunk in source.chunks(2) for cell in chunk.columns["Mã hồ sơ"].to_pylist()]
        assert (found, tuple(sorted(source.skipped))) == (cases, skipped)
        return
    path = book_of(tmp_path / "a.xlsx", lines) if kind == "xlsx" else text_list(tmp_path / "a.csv", *lines)
    listing = read(path, meanings)
    assert (column(listing, "Mã hồ sơ"), listing.skipped) == (cases, skipped)


TITLED = [
    ["STT", "Mã hồ sơ", "Họ và tên", "Khu vực", "Tỉnh"],
    ["I", "HỘ NGHÈO", "", "", ""],
    ["1", "HS-01", "Người giả định 01", "Nông thôn", "Bắc Ninh"],
    ["Thôn Đông", "", "", "", ""],
    ["2", "HS-02", "Người giả định 02", "Nông thôn", "Bắc Ninh"],
    ["Cộng: 02 hộ", "", "", "", ""],
    ["II. Hộ cận nghèo (01 hộ)", "", "", "", ""],
    ["3", "HS-03", "Người giả định 03", "Nông thôn", "Bắc Ninh"],
    ["III. Hộ khác", "", "", "", ""],
    ["4", "HS-04", "Người giả định 04", "Nông thôn", "Bắc Ninh"],
]


def test_a_title_over_rows_gives_them_its_value(tmp_path: Path, meanings: Meanings) -> None:
    listing = read(text_list(tmp_path / "a.csv", *TITLED), meanings)
    header = listing.headers[-1]
    found = meanings.find(header)
    assert found is not None
    assert found.name == "poverty_certificate"
    assert column(listing, header) == ["Hộ nghèo", "Hộ nghèo", "Hộ cận nghèo", None]
    assert listing.skipped == (2, 4, 6, 7, 9)
    told = list(file_notices(listing.files[0], "vi"))
    assert any("HỘ NGHÈO" in text and header in text for text in told)


@pytest.mark.parametrize(
    "title", [["HỘ NGHÈO", "", "", "", ""], ["", "", "HỘ NGHÈO", "", ""], ["I", "", "HỘ NGHÈO", "", ""]]
)
@pytest.mark.parametrize("merged", [False, True])
def test_a_title_right_under_the_header_is_none_of_it(
    tmp_path: Path, meanings: Meanings, title: list[str], merged: bool
) -> None:
    lines = [TITLED[0], title, *TITLED[2:3]]
    listing = read(book_of(tmp_path / "a.xlsx", lines, *(["A2:E2"] if merged and not any(title[1:]) else [])), meanings)
    assert listing.headers == [*TITLED[0], "Hộ nghèo/cận nghèo"]
    assert column(listing, "Hộ nghèo/cận nghèo") == ["Hộ nghèo"]


def test_a_title_says_nothing_where_rows_say_it_themselves(tmp_path: Path, meanings: Meanings) -> None:
    lines = [[*line, ""] for line in TITLED]
    lines[0][-1], lines[2][-1] = "Hộ nghèo/cận nghèo", "Hộ cận nghèo"
    listing = read(text_list(tmp_path / "a.csv", *lines), meanings)
    assert column(listing, "Hộ nghèo/cận nghèo") == ["Hộ cận nghèo", "", "", ""]
    assert not listing.files[0].titles


def test_a_large_file_with_such_titles_is_refused(tmp_path: Path, meanings: Meanings) -> None:
    path = text_list(tmp_path / "a.csv", *TITLED)
    with pytest.raises(InputError, match="tiêu đề nhóm"):
        list(CsvSource(path, meanings.known, meanings.is_case, meanings.titles_of, plainly=False).chunks(100))


# -- cells, rows, sheets ------------------------------------------------------------------------------------------


def test_a_value_merged_down_is_that_of_each_row(tmp_path: Path, meanings: Meanings) -> None:
    lines = [HEADER, *([*row[:2], row[2] if row is ROWS[0] else None, *row[3:]] for row in ROWS)]
    listing = read(book_of(tmp_path / "a.xlsx", lines, "C2:C4"), meanings)
    assert column(listing, "Nhóm đối tượng") == ["Công nhân"] * 3
    assert any("gộp dọc" in text for text in file_notices(listing.files[0], "vi"))


def test_a_row_with_a_cell_too_many_is_returned(ancu_command: Run, tmp_path: Path) -> None:
    header = "Mã hồ sơ,Thu nhập,Diện tích nhà ở thuộc sở hữu,Số người thường trú tại nhà,Ghi chú"
    rows = ["HS-01,15.000.000,60,3,", "HS-02,15.000.000,38,2,3,"]
    (tmp_path / "a.csv").write_text("\n".join([header, *rows, ""]), encoding="utf-8")
    done = ancu_command("screen", "a.csv", "--programme", "social_housing_purchase")
    assert done.returncode == 3
    (rejected,) = csv.DictReader(io.StringIO((tmp_path / "a.rejects.csv").read_text(encoding="utf-8-sig")))
    assert (rejected["Mã hồ sơ"], rejected["Dòng số"]) == ("HS-02", "3")
    # A delimiter at the end of every row is nothing.
    (tmp_path / "b.csv").write_text("\n".join([header, *(row + "," for row in rows[:1]), ""]), encoding="utf-8")
    assert ancu_command("screen", "b.csv", "--programme", "social_housing_purchase").returncode == 0


@pytest.fixture
def communes(tmp_path: Path) -> str:
    made = openpyxl.Workbook()
    made.active.title = "Ghi chú"
    made.active.append(["Trang này không có danh sách"])
    for number in (1, 3):
        sheet = made.create_sheet(f"Xã {number}")
        sheet.append(HEADER)
        sheet.append([f"HS-{number}", *ROWS[0][1:]])
    made.save(tmp_path / "a.xlsx")
    return str(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    ("sheet", "sheets"),
    [(("Xã 1", "Xã 3"), ["Xã 1", "Xã 3"]), (workbooks.ALL_SHEETS, ["Xã 1", "Xã 3"]), (("Xã 3", "Xã 3"), None)],
)
def test_several_sheets_are_one_list(
    communes: str, meanings: Meanings, sheet: Sheets, sheets: list[str] | None
) -> None:
    listing = read(communes, meanings, sheet)
    assert listing.headers == (["Trang", *HEADER] if sheets else HEADER)
    assert column(listing, "Trang") == (sheets or [None])
    if sheets:
        assert [listing.place(row) for row in listing.rows] == ["Xã 1:2", "Xã 3:2"]


def test_of_all_sheets_those_unlike_lists_are_named_once(tmp_path: Path, meanings: Meanings) -> None:
    made = openpyxl.Workbook()
    made.active.title = "Xã 1"
    sheets = {"Xã 1": [HEADER, *ROWS], "Xã 2": [HEADER, *ROWS], "Tổng hợp": [["Xã", "Tỉnh", "Số hộ"], ["Xã 1", "", 3]]}
    for name, lines in sheets.items():
        sheet = made[name] if name in made.sheetnames else made.create_sheet(name)
        for line in lines:
            sheet.append(line)
    made.save(tmp_path / "a.xlsx")
    files = read(str(tmp_path / "a.xlsx"), meanings, workbooks.ALL_SHEETS).files
    assert [(file.unread, file.unlike) for file in files] == [((), ("Tổng hợp",)), ((), ())]
    assert list(file_notices(files[0], "vi")) == [
        "Trang không giống danh sách nên không được đọc: Tổng hợp. Nếu là danh sách, hãy ghi tên bằng --sheet."
    ]


def test_all_sheets_by_the_command(ancu_command: Run, tmp_path: Path, communes: str) -> None:
    for options in (("--all-sheets",), ("--sheet", "Xã 1", "--sheet", "Xã 3")):
        done = ancu_command("screen", "a.xlsx", *options, "--programme", "social_housing_rent", "-o", "k.csv")
        assert "Đã đọc 2 dòng" in done.stdout, done.stderr
        judged = list(csv.DictReader(io.StringIO((tmp_path / "k.csv").read_text(encoding="utf-8-sig"))))
        assert [row["Trang"] for row in judged] == ["Xã 1", "Xã 3"]
        replayed = ancu_command("replay", "k.run.json")
        assert replayed.returncode == 0, replayed.stderr
    bad = ancu_command("screen", "a.xlsx", "--sheet", "Xã 1", "--sheet", "Xã 9")
    assert bad.returncode == 4
    assert "Xã 9" in bad.stderr


# -- columns named once more ----------------------------------------------------------------------------------------

TWO_PAGES = [HEADER, ROWS[0], ["Danh sách bổ sung"], HEADER, ["(1)", "(2)", "(3)", "(4)", "(5)"], *ROWS[1:]]
OTHER_TABLE = [
    HEADER,
    ROWS[0],
    ["Mã hồ sơ", "Thu nhập", "Họ và tên", "Tỉnh"],
    ["HS-02", "9 triệu", "Ai đó", "Bắc Ninh"],
]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_header_told_again_on_the_next_page_is_no_case(tmp_path: Path, meanings: Meanings, kind: str) -> None:
    lines = [[*line, *[""] * (len(HEADER) - len(line))] for line in TWO_PAGES]
    path = book_of(tmp_path / "a.xlsx", lines) if kind == "xlsx" else text_list(tmp_path / "a.csv", *lines)
    listing = read(path, meanings)
    assert (column(listing, "Mã hồ sơ"), listing.skipped) == (["HS-01", "HS-02", "HS-03"], (3, 4, 5))


def test_a_second_table_with_other_columns_is_refused(tmp_path: Path, meanings: Meanings) -> None:
    with pytest.raises(InputError, match="tiêu đề của một bảng khác") as raised:
        read(text_list(tmp_path / "a.csv", *OTHER_TABLE), meanings)
    assert raised.value.problems[0].line == 3


@pytest.mark.parametrize("lines", [TWO_PAGES, OTHER_TABLE])
def test_a_large_file_leaves_such_lines_to_the_reader_of_short_ones(
    tmp_path: Path, meanings: Meanings, lines: list[list[str]]
) -> None:
    lines = [[*line, *[""] * (len(HEADER) - len(line))] for line in lines]
    source = CsvSource(
        text_list(tmp_path / "a.csv", *lines), meanings.known, meanings.is_case, meanings.titles_of, plainly=True
    )
    with pytest.raises(NotPlainError):
        list(source.chunks(100))


# -- sums -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Tổng", "CỘNG", "Tổng cộng: 03 hộ", "Cộng A", "Cộng A: 2 hộ", "Tổng A+B", "Cộng (I + II)", "Tổng cộng (A+B)",
        "Cộng nhóm I", "Cộng thôn Hạ", "Cộng mang sang", "Mang sang trang 2", "Lũy kế", "Tong cong", "Tong so ho: 12",
        "Tổng nhân khẩu", "Total: 3",
    ],
)  # fmt: skip
def test_sums_are_known_by_their_first_text(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["Tổng công ty Giả Định", "Tổng cục Thử", "Cộng tác viên", "Tong Van Mau", "Cộng đồng"]
)
def test_names_that_begin_like_a_sum_are_none(text: str) -> None:
    assert not is_total(text)


SUMMED = [
    ["STT", "Họ và tên", "Hộ nghèo", "Hộ cận nghèo", "Số khẩu", "Thu nhập bình quân đầu người"],
    ["I", "Thôn Giả Thượng", "1", "1", "7", ""],
    ["1", "Người giả định 01", "x", "", "4", "900.000"],
    ["2", "Người giả định 02", "", "x", "3", "1.200.000"],
    ["", "Cộng thôn Giả Thượng", "1", "1", "7", "1.050.000"],
    ["II", "Giả Hạ", "1", "0", "2", "-"],
    ["1", "Người giả định 03", "x", "", "2", "800.000"],
    ["", "Khu phố Giả Định", "0", "1", "5", ""],
    ["1", "Người giả định 04", "", "x", "5", "1.100.000"],
    ["", "Tổng (I + II)", "2", "2", "14", "1.000.000"],
]


def test_headings_and_sums_with_numbers_are_no_cases(tmp_path: Path, meanings: Meanings) -> None:
    listing = read(book_of(tmp_path / "a.xlsx", SUMMED), meanings)
    assert [row.line for row in listing.rows] == [3, 4, 7, 9]
    assert listing.files[0].skipped == (2, 5, 6, 8, 10)
    path = text_list(tmp_path / "a.csv", *SUMMED)
    assert [row.line for row in read(path, meanings).rows] == [3, 4, 7, 9]
    large = CsvSource(path, meanings.known, meanings.is_case, meanings.titles_of, plainly=True)
    for size in (2, 100):
        assert [line for chunk in large.chunks(size) for line in chunk.lines] == [3, 4, 7, 9]
        assert sorted(large.skipped) == [2, 5, 6, 8, 10]


def test_sums_and_averages_without_number_id_or_name_are_no_cases(tmp_path: Path, meanings: Meanings) -> None:
    header = ["STT", "Mã hồ sơ", "Họ và tên", "Số khẩu", "Thu nhập"]
    lines = [
        header,
        ["1", "7", "Người giả định 01", "4", "9.000.000"],
        ["2", "8", "Người giả định 02", "3", "8.000.000"],
    ]
    # A row with an id is a case, whatever else it lacks.
    lines += [["", "9", "", "2", "7.000.000"], ["", "", "", "9", "24.000.000"], ["", "", "Bình quân", "3", "8.000.000"]]
    path = text_list(tmp_path / "a.csv", *lines)
    assert [row.line for row in read(path, meanings).rows] == [2, 3, 4]
    large = CsvSource(path, meanings.known, meanings.is_case, meanings.titles_of, plainly=True)
    assert [line for chunk in large.chunks(2) for line in chunk.lines] == [2, 3, 4]
    no_ids = [[line[0], *line[2:]] for line in lines]
    assert [row.line for row in read(text_list(tmp_path / "b.csv", *no_ids), meanings).rows] == [2, 3]


@pytest.mark.parametrize("line", ["THON GIA DINH:", "Xom 3", "TO DAN PHO SO 2", "To so 5", "Khu pho Gia Dinh"])
def test_headings_without_diacritics(tmp_path: Path, meanings: Meanings, line: str) -> None:
    lines = [["STT", "Ho va ten", "So khau", "Thu nhap"], [line], ["1", "Nguoi gia dinh 01", "4", "9.000.000"]]
    assert [row.line for row in read(text_list(tmp_path / "a.csv", *lines), meanings).rows] == [3]


@pytest.mark.parametrize("name", ["To Thi Mau", "Ban Van Thu", "Lang Van Gia", "Khu Van Thu"])
def test_names_of_people_are_no_headings(tmp_path: Path, meanings: Meanings, name: str) -> None:
    lines = [
        ["Ho va ten", "So khau", "Thu nhap"],
        ["Nguoi gia dinh 01", "4", "9.000.000"],
        [name],
        ["Le Thu", "3", "1"],
    ]
    assert [row.line for row in read(text_list(tmp_path / "a.csv", *lines), meanings).rows] == [2, 3, 4]


@pytest.mark.parametrize("engine", ["rows", "columns"])
def test_a_share_in_a_text_file_is_no_percentage(engine: str, ancu_command: Run, tmp_path: Path) -> None:
    """As a workbook exports 41 %."""
    header = ["Mã hồ sơ", "Diện NCC", "Tỷ lệ thương tật"]
    text_list(tmp_path / "a.csv", header, ["A1", "Thương binh", "0,41"], ["A2", "Thương binh", "41"])
    asked = ("screen", "a.csv", "--programme", "merit_house_grant", "--as-of", "2026-05-01", "--engine", engine)
    done = ancu_command(*asked, "-o", "kq.csv")
    assert (done.returncode, "xét 1, trả lại 1" in done.stdout) == (3, True)


def test_no_under_one_choice_leaves_the_others_open(tmp_path: Path, meanings: Meanings) -> None:
    lines = [["Mã hồ sơ", "Hộ nghèo", "Hộ cận nghèo"], ["A1", "có", "không"], ["A2", "không", "x"], ["A3", "không", ""]]
    listing = read(text_list(tmp_path / "a.csv", *lines), meanings)
    columns = match_columns(meanings.book, listing.headers, "a.csv", distinct=ListSource(listing, "a.csv").distinct)
    records = [read_row(columns, row, {}) for row in listing.rows]
    assert [(record.facts.get("poverty_certificate"), flaws) for record, flaws in records] == [
        ("poor", []), ("near_poor", []), (None, []),
    ]  # fmt: skip
    # Where the column tells which, "không" is one of its values.
    lines = [["Mã hồ sơ", "Hộ nghèo"], ["A1", "Cận nghèo"], ["A2", "không"]]
    listing = read(text_list(tmp_path / "b.csv", *lines), meanings)
    columns = match_columns(meanings.book, listing.headers, "b.csv", distinct=ListSource(listing, "b.csv").distinct)
    records = [read_row(columns, row, {}) for row in listing.rows]
    assert [record.facts["poverty_certificate"] for record, _ in records] == ["near_poor", "none"]


@pytest.mark.parametrize("line", ["1;Thôn Giả Thượng", "2.1;Xóm 3", "3;Tổ dân phố số 5"])
def test_numbered_villages_head_their_rows(tmp_path: Path, meanings: Meanings, line: str) -> None:
    header = ["STT", "Họ và tên", "Nhóm đối tượng", "Thu nhập"]
    path = text_list(tmp_path / "a.csv", header, [*line.split(";"), "", ""], ["1", *ROWS[0][1:4]])
    assert [row.line for row in read(path, meanings).rows] == [3]
    large = CsvSource(path, meanings.known, meanings.is_case, meanings.titles_of, plainly=True)
    assert [at for chunk in large.chunks(100) for at in chunk.lines] == [3]


def test_the_mark_of_a_note_is_no_part_of_a_header(meanings: Meanings) -> None:
    found = meanings.find("Tình trạng nhà ở (*)")
    assert found is not None
    assert found.name == "house_condition"


@pytest.mark.parametrize("line", ["Trang 1", "Trang số 2/5", "Page 3", "(Tiếp theo)"])
def test_marks_of_pages_are_no_cases(tmp_path: Path, meanings: Meanings, line: str) -> None:
    path = text_list(tmp_path / "a.csv", HEADER, ROWS[0], [line], ROWS[1])
    assert [row.line for row in read(path, meanings).rows] == [2, 4]


def test_rows_without_a_number_among_numbered_ones_are_told(ancu_command: Run, tmp_path: Path) -> None:
    lines = [["STT", *HEADER[1:]], ["1", *ROWS[0][1:]], ["", "Vợ: người giả định", "", "10.000.000", ""]]
    text_list(tmp_path / "a.csv", *lines, ["2", *ROWS[1][1:]])
    asked = ("screen", "a.csv", "--programme", "social_housing_purchase", "--as-of", "2026-05-01", "-o", "kq.csv")
    assert (
        "1 dòng không có số thứ tự trong danh sách có đánh số cũng được xét như hồ sơ riêng: dòng 3. "
        "Nếu là người hoặc phần tiếp của hồ sơ đứng trên thì hãy sửa danh sách." in ancu_command(*asked).stderr
    )
    text_list(tmp_path / "a.csv", *lines[:2])
    assert "không có số thứ tự" not in ancu_command(*asked).stderr


def test_a_heading_with_sums_may_say_something_of_its_rows(tmp_path: Path, meanings: Meanings) -> None:
    header, _, first, *_ = SUMMED
    lines = [header[:2] + header[4:], ["A", "HỘ NGHÈO", "4", ""], [*first[:2], "4", ""], ["B", "HỘ CẬN NGHÈO", "3", ""]]
    lines += [["2", "Người giả định 02", "3", ""]]
    assert column(read(text_list(tmp_path / "a.csv", *lines), meanings), "Hộ nghèo/cận nghèo") == [
        "Hộ nghèo", "Hộ cận nghèo",
    ]  # fmt: skip
    source = CsvSource(str(tmp_path / "a.csv"), meanings.known, meanings.is_case, meanings.titles_of, plainly=True)
    with pytest.raises(NotPlainError):
        list(source.chunks(100))


def test_letters_and_places_before_numbers_stay_cases_where_nothing_else_numbers_the_rows(
    tmp_path: Path, meanings: Meanings
) -> None:
    """An anonymous list has letters for its households, another begins with the place of each."""
    lines = [["STT", "Họ và tên", "Số khẩu", "Thu nhập"], ["A", "Người giả định 01", "4", "9.000.000"]]
    lines += [["B", "Người giả định 02", "3", "8.000.000"]]
    assert len(read(text_list(tmp_path / "a.csv", *lines), meanings).rows) == 2
    lines = [["Thôn", "Số khẩu", "Thu nhập"], ["Thôn Giả", "4", "9.000.000"], ["Thôn Thử", "3", "8.000.000"]]
    assert len(read(text_list(tmp_path / "b.csv", *lines), meanings).rows) == 2


# -- ones that are marks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "cells", "read"),
    [
        (["Hộ nghèo", "Hộ cận nghèo"], [[1, ""], ["", 1]], {"Hộ nghèo": "poverty_certificate"}),
        (["Hộ nghèo", "Hộ cận nghèo"], [["1", "0"], ["0", "1"]], {"Hộ cận nghèo": "poverty_certificate"}),
        (["Loại hộ Hộ nghèo", "Loại hộ Cận nghèo"], [[1, ""], ["", 1]], {"Loại hộ Cận nghèo": "poverty_certificate"}),
        # "Không" says that one choice does not apply, and nothing of the others.
        (["Hộ nghèo", "Hộ cận nghèo"], [["có", "không"], ["không", "x"]], {"Hộ nghèo": "poverty_certificate"}),
        (["Hộ nghèo"], [["không"], ["chưa"]], {"Hộ nghèo": "poverty_certificate"}),
        # They may be counts: of children, of men and women.
        (["Vợ", "Con"], [[1, ""], ["", 1]], {"Con": None}), (["Nam", "Nữ"], [[1, 0], [0, 1]], {"Nam": None}),
        (["Hộ nghèo", "Hộ cận nghèo"], [[2, ""], ["", 1]], {"Hộ cận nghèo": None}),
        (["Vợ", "Con"], [["x", ""], ["", "x"]], {"Con": "martyr_relation"}),
    ],
)  # fmt: skip
def test_ones_are_marks_where_the_headers_name_the_fact(
    meanings: Meanings, headers: list[str], cells: list[list[Any]], read: dict[str, str | None]
) -> None:
    found = with_marks(meanings, headers, lambda header: [row[headers.index(header)] for row in cells])
    for header, name in read.items():
        meaning = found.find(header)
        assert (meaning.name if meaning is not None else None) == name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Ngày tháng năm sinh", "born_on"), ("Ngay/thang/nam sinh", "born_on"), ("Thu nhập/tháng", "net_income"),
        ("Thu nhập (tháng)", "net_income"), ("Thu nhập BQ/người/tháng", "income_per_person"),
        ("DTTS", "ethnic_minority_household"), ("Thu nhập/năm", None), ("Số con/tháng", None),
        ("Hộ nghèo; cận nghèo", "poverty_certificate"),
    ],
)  # fmt: skip
def test_headers_with_other_punctuation_or_of_a_month(meanings: Meanings, header: str, name: str | None) -> None:
    found = meanings.find(header)
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize("written", ["1962", "năm 1962", "12/1962", "--/--/1962", "00/00/1962", "?/1962", 1962])
def test_who_knows_a_year_alone(written: object) -> None:
    assert year_of_birth(written) == (date(1962, 1, 1).toordinal(), date(1962, 12, 31).toordinal())


@pytest.mark.parametrize("written", ["1/12/1962", "13/1962", "62", "1962-63", "12/62"])
def test_what_is_no_year_of_birth(written: object) -> None:
    assert year_of_birth(written) is None


@pytest.mark.parametrize("written", ["1962", 1962])
def test_a_year_is_no_day(book: ancu.Rulebook, written: object) -> None:
    with pytest.raises(ValueProblem) as raised:
        parse(book.facts["born_on"], written)
    assert raised.value.text("vi") == (
        "Chỉ có năm; ngày nào chưa rõ thì để trống, không ghi 01/01. Cần: ngày/tháng/năm, ví dụ 01/11/2025."
    )


@pytest.mark.parametrize(
    ("fact", "written", "value"),
    [
        ("poverty_certificate", "HN", "poor"), ("poverty_certificate", "hcn", "near_poor"),
        ("merit_category", "TB 3/4", "war_invalid"), ("merit_category", "Mẹ VNAH", "heroic_mother"),
        ("housing_law_groups", "HSSV; LLVT", frozenset({"student", "armed_forces"})),
        ("marital_status", "góa chồng", "certified_single"),
    ],
)  # fmt: skip
def test_what_offices_shorten(book: ancu.Rulebook, fact: str, written: str, value: object) -> None:
    assert parse(book.facts[fact], written) == value


def test_bare_numbers_that_stand_for_a_choice_are_told(tmp_path: Path, meanings: Meanings) -> None:
    """The law numbers its groups, and so may an office, otherwise."""
    lines = [
        [*HEADER[:3], "Tỉnh"],
        ["HS-01", "", "6", "Bắc Ninh"],
        ["HS-02", "", "1; 11", ""],
        ["HS-03", "", "khoản 7", ""],
    ]
    listing = read(text_list(tmp_path / "a.csv", *lines), meanings)
    columns = match_columns(meanings.book, listing.headers, "a.csv")
    assert list(cell_notices(columns.cells, listing, "vi")) == [
        "Cột “Nhóm đối tượng”: số được hiểu là khoản của luật (1: Người có công, thân nhân liệt sĩ (khoản 1); 6: Công "
        "nhân, người lao động tại doanh nghiệp, hợp tác xã (khoản 6); 11: Học sinh, sinh viên (khoản 11)). Nếu nơi lập "
        "danh sách đánh số khác, hãy ghi bằng chữ, hoặc lập bản đối chiếu: ancu map"
    ]
    listing.rows[0].cells["Nhóm đối tượng"] = listing.rows[1].cells["Nhóm đối tượng"] = "Công nhân (khoản 6)"
    assert not list(cell_notices(columns.cells, listing, "vi"))


# -- as above ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell", ["nt", "-nt-", "NT", "“nt”", "n.t", "Như trên", "như trên.", '"', "''", "″", '-"-', "//"]
)
def test_as_above(cell: str) -> None:
    assert is_ditto(cell)


@pytest.mark.parametrize("cell", ["", "-", "nth", "Như trên giấy", "NT 12", "/", None, 5])
def test_not_as_above(cell: object) -> None:
    assert not is_ditto(cell)


def test_cells_as_above_are_read_as_what_stands_there(tmp_path: Path, meanings: Meanings) -> None:
    lines = [HEADER, ROWS[0], [*ROWS[1][:2], "nt", '"', "-nt-"], [*ROWS[2][:2], "như trên", "14.000.000", ""]]
    lines += [["HS-04", "nt", "", "", "nt"], ["nt", "", "", "", "Hà Nội"]]
    for path in (text_list(tmp_path / "a.csv", *lines), book_of(tmp_path / "a.xlsx", lines)):
        listing = read(path, meanings)
        assert column(listing, "Nhóm đối tượng") == ["Công nhân"] * 3 + [""] * 2
        assert column(listing, "Thu nhập") == ["15.000.000", "15.000.000", "14.000.000", "", ""]
        # Nobody knows what an empty cell says, nor what is said of a name; an id is taken over as any other value.
        assert column(listing, "Tỉnh") == ["Bắc Ninh", "Bắc Ninh", "", "nt", "Hà Nội"]
        assert column(listing, "Họ và tên")[3] == "nt"
        assert column(listing, "Mã hồ sơ")[4] == "HS-04"
        assert listing.files[0].dittos == {"Mã hồ sơ": 1, "Nhóm đối tượng": 2, "Thu nhập": 1, "Tỉnh": 1}


@pytest.mark.parametrize("engine", ["rows", "columns"])
def test_an_id_that_repeats_nothing_is_returned(engine: str, ancu_command: Run, tmp_path: Path) -> None:
    text_list(tmp_path / "a.csv", HEADER, ["nt", *ROWS[0][1:]], ROWS[1])
    asked = ("screen", "a.csv", "--programme", "social_housing_purchase", "--as-of", "2026-05-01", "--engine", engine)
    done = ancu_command(*asked, "-o", "kq.csv")
    assert done.returncode == 3
    assert "Không rõ ô này lặp lại mã nào ở trên. Hãy ghi lại mã." in (tmp_path / "kq.rejects.csv").read_text("utf-8")


# -- what nobody sees -----------------------------------------------------------------------------------------------


def hide_in_new(path: Path, writer: str) -> None:
    """A list with its second row and its amounts hidden, and another on a hidden sheet."""
    if writer == "openpyxl":
        made = openpyxl.Workbook()
        hidden = made.create_sheet("Xã 2")
        for line in [HEADER, *ROWS]:
            made.active.append(line)
            hidden.append(line)
        made.active.row_dimensions[3].hidden = made.active.column_dimensions["D"].hidden = True
        hidden.sheet_state = "hidden"
        made.save(path)
        return
    with xlsxwriter.Workbook(path) as book:
        shown, unseen = book.add_worksheet("Xã 1"), book.add_worksheet("Xã 2")
        for number, line in enumerate([HEADER, *ROWS]):
            shown.write_row(number, 0, line)
            unseen.write_row(number, 0, line)
        shown.set_row(2, None, None, {"hidden": True})
        shown.set_column(3, 3, None, None, {"hidden": True})
        unseen.hide()


def hide_in_old(path: Path, _: str) -> None:
    book = xlwt.Workbook()
    shown, unseen = book.add_sheet("Xã 1"), book.add_sheet("Xã 2")
    for number, line in enumerate([HEADER, *ROWS]):
        for place, cell in enumerate(line):
            shown.write(number, place, cell)
            unseen.write(number, place, cell)
    shown.row(2).hidden, shown.col(3).hidden, unseen.visibility = True, True, 1
    book.save(str(path))


def hide_in_open(path: Path, _: str) -> None:
    book = OpenDocumentSpreadsheet()
    style = Style(name="ta1", family="table")
    style.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(style)
    for name in ("Xã 1", "Xã 2"):
        table = Table(name=name, stylename="ta1" if name == "Xã 2" else None)
        book.spreadsheet.addElement(table)
        for columns in ({"numbercolumnsrepeated": 3}, {"visibility": "collapse"}, {}):
            table.addElement(TableColumn(**columns))
        for number, line in enumerate([HEADER, *ROWS]):
            row = TableRow(visibility="filter" if number == 2 else "visible")
            table.addElement(row)
            for cell in line:
                written = TableCell(valuetype="string")
                written.addElement(P(text=cell))
                row.addElement(written)
    book.save(path)


@pytest.mark.parametrize(
    ("make", "writer", "suffix"),
    [
        (hide_in_new, "openpyxl", "xlsx"), (hide_in_new, "xlsxwriter", "xlsx"), (hide_in_old, "xlwt", "xls"),
        (hide_in_open, "odfpy", "ods"),
    ],
)  # fmt: skip
def test_hidden_rows_columns_and_sheets_are_named(
    tmp_path: Path, meanings: Meanings, make: Callable[[Path, str], None], writer: str, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    make(path, writer)
    listing = read(str(path), meanings)
    (file,) = listing.files
    assert (column(listing, "Mã hồ sơ"), file.hidden, file.unread) == (["HS-01", "HS-02", "HS-03"], (3,), ("Xã 2",))
    assert file.hidden_columns == ("Thu nhập",)
    assert [text for text in file_notices(file, "vi") if "đang ẩn" in text] == [
        "Cột đang ẩn trong sổ tính cũng được dùng để xét: “Thu nhập”. Không cần dùng thì hãy xóa cột đó.",
        "1 dòng đang ẩn trong sổ tính (chẳng hạn do bộ lọc) cũng được xét: dòng 3. "
        "Không cần xét thì hãy xóa các dòng đó.",
    ]


def test_formulas_of_old_workbooks_that_were_never_calculated_are_returned(tmp_path: Path, meanings: Meanings) -> None:
    """As programs write them that ask for them to be calculated on opening, with 0 in place of a result."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Xã 1")
    for number, line in enumerate([HEADER, *ROWS]):
        for place, cell in enumerate(line):
            sheet.write(number, place, xlwt.Formula("7*2") if (number, place) == (2, 3) else cell)
    book.save(str(tmp_path / "a.xls"))
    content = (tmp_path / "a.xls").read_bytes()
    empty, zero_to_calculate = struct.pack("<QH", 0xFFFF_0000_0000_0003, 0), struct.pack("<QH", 0, 3)
    assert content.count(empty) == 1
    (tmp_path / "a.xls").write_bytes(content.replace(empty, zero_to_calculate))
    assert column(read(str(tmp_path / "a.xls"), meanings), "Thu nhập") == ["15.000.000", "=…", "15.000.000"]


# -- headers and units in other ways --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "name", "unit"),
    [
        ("Thu nhap (trieu dong)", "net_income", "trieu dong"), ("Thu nhập [trđ]", "net_income", "triệu đồng"),
        ("Thu nhập - ĐVT: triệu đồng", "net_income", "triệu đồng"), ("MA HO SO", "case", None),
        ("Thu nhập, triệu đồng", "net_income", "triệu đồng"), ("Nhom doi tuong", "housing_law_groups", None),
        ("Thu nhập: nghìn đồng", "net_income", "nghìn đồng"), ("Tinh trang", None, None),
        ("Thu nhập tính bằng triệu đồng", "net_income", "triệu đồng"), ("Thu nhập (đơn vị công tác)", None, None),
    ],
)  # fmt: skip
def test_headers_without_marks_and_with_units(
    meanings: Meanings, header: str, name: str | None, unit: str | None
) -> None:
    found = meanings.find(header)
    assert (found.name if found else None, found.unit if found else None) == (name, unit)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_title_of_a_group_gives_its_unit(tmp_path: Path, meanings: Meanings, kind: str) -> None:
    lines = [
        ["Hồ sơ", "", "", "Thu nhập (triệu đồng)", ""],
        ["Mã hồ sơ", "Tỉnh", "Nhóm đối tượng", "Thu nhập", "Vợ (chồng)"],
        ["HS-01", "Bắc Ninh", "Công nhân", "15", "9"],
    ]
    path = text_list(tmp_path / "a.csv", *lines)
    if kind == "xlsx":
        path = book_of(tmp_path / "a.xlsx", lines, "A1:C1", "D1:E1")
    listing = read(path, meanings)
    found = [meanings.find(header) for header in listing.headers[3:]]
    assert [(each.name, each.unit) for each in found if each] == [
        ("net_income", "triệu đồng"),
        ("spouse_net_income", "triệu đồng"),
    ]


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (["Ma~ ho^` so+", "Thu nha^.p", "Ti?nh"], "VIQR"),
        (["MÃ£ há»“ sÆ¡", "Thu nháº\xadp", "Tá»‰nh"], "UTF-8 → Windows-1252"),
    ],
)
def test_old_and_mistaken_encodings_are_named(
    tmp_path: Path, meanings: Meanings, written: list[str], encoding: str
) -> None:
    with pytest.raises(InputError) as raised:
        read(text_list(tmp_path / "a.csv", written, ["HS-01", "15.000.000", "x"]), meanings)
    assert raised.value.problems[0].values["encoding"] == encoding


def test_a_list_parted_by_bars(tmp_path: Path, meanings: Meanings) -> None:
    (tmp_path / "a.csv").write_text("\n".join("|".join(line) for line in [HEADER, *ROWS]), encoding="utf-8")
    assert read(str(tmp_path / "a.csv"), meanings).headers == HEADER


@pytest.mark.parametrize("engine", ["rows", "columns"])
def test_a_day_of_another_century_is_returned(ancu_command: Run, tmp_path: Path, engine: str) -> None:
    rows = [[*row, day] for row, day in zip(ROWS, ["15/01/1026", "15/01/2062", "15/01/2026."], strict=True)]
    text_list(tmp_path / "a.csv", [*HEADER, "Ngày xét"], *rows)
    done = ancu_command("screen", "a.csv", "--programme", "social_housing_rent", "--engine", engine, "-o", "k.csv")
    assert done.returncode == 3, done.stderr
    rejected = list(csv.DictReader(io.StringIO((tmp_path / "k.rejects.csv").read_text(encoding="utf-8-sig"))))
    assert [row["Mã hồ sơ"] for row in rejected] == ["HS-01", "HS-02"]
    assert "không phải ngày thường gặp" in rejected[0]["Lỗi và cách sửa"]


@pytest.mark.parametrize(("name", "kind"), [("word/document.xml", "Word"), ("a.csv", "ZIP")])
def test_an_archive_that_is_no_workbook_is_named(tmp_path: Path, meanings: Meanings, name: str, kind: str) -> None:
    with zipfile.ZipFile(tmp_path / "a.bin", "w") as made:
        made.writestr(name, "<a/>")
    with pytest.raises(InputError) as raised:
        read(str(tmp_path / "a.bin"), meanings)
    assert raised.value.problems[0].values["kind"] == kind
