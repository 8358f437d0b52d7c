"""Lists as offices keep them: encodings, workbooks, titles above the header, numbers under it, totals at the foot."""

from __future__ import annotations

import contextlib
import csv
import io
import os
import random
import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import openpyxl
import pyarrow
import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from pyarrow import parquet

import ancu
from ancu.errors import InputError, OutputError
from ancu.rulebook.values import ValueProblem, parse
from ancu.screening.cells.reader import CellProblem, CellReader, check_id, lost_zeros
from ancu.screening.headers.meanings import Meaning, Meanings
from ancu.screening.lists.delimited import csv_lines, inspect_csv
from ancu.screening.lists.listing import Listing
from ancu.screening.lists.paths import list_paths, steady
from ancu.screening.lists.read_list import read_listing, read_lists
from ancu.screening.lists.table_rows import table_rows
from ancu.screening.lists.table_shape import FEW, Known, full, is_total, left_out, rows_below
from ancu.screening.results.workbook import check_fits
from tests.conftest import Run

PLAIN = "Mã hồ sơ;Nhóm đối tượng;Thu nhập\n1;công nhân;9 triệu\n"


@pytest.fixture
def known(book: ancu.Rulebook) -> Known:
    return Meanings(book).known


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, known: Known, encoding: str, delimiter: str) -> None:
    text = PLAIN.replace(";", delimiter)
    if encoding == "cp1258":
        # Windows-1258 writes tones as letters of their own.
        text = "".join(_spread(letter) for letter in unicodedata.normalize("NFC", text))
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))
    listing = read_listing(str(tmp_path / "list.csv"), known)
    assert listing.headers == ["Mã hồ sơ", "Nhóm đối tượng", "Thu nhập"]
    assert [row.cells["Nhóm đối tượng"] for row in listing.rows] == ["công nhân"]


def _spread(letter: str) -> str:
    """A letter as Windows-1258 can write it: its tone taken off."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        base = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in base[1:] if mark in "\u0300\u0301\u0309\u0303\u0323")
        return unicodedata.normalize("NFC", base.replace(tone, "")) + tone
    return letter


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("M· hå s¬;Thu nhËp\n1;2\n".encode("latin-1"), "TCVN3"),
        ("Maõ hoà sô;Thu nhaäp\n1;2\n".encode("latin-1"), "VNI"),
        ("M· hå s¬;Thu nhËp\n1;2\n".encode(), "TCVN3"),
    ],
)
def test_legacy_text_is_refused_by_name(tmp_path: Path, known: Known, content: bytes, encoding: str) -> None:
    (tmp_path / "list.csv").write_bytes(content)
    with pytest.raises(InputError, match=encoding):
        read_listing(str(tmp_path / "list.csv"), known)


def workbook(path: Path, sheets: dict[str, list[list[Any]]]) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return str(path)


OFFICE = [
    ["ỦY BAN NHÂN DÂN XÃ GIẢ ĐỊNH"],
    ["DANH SÁCH ĐĂNG KÝ (mọi thông tin đều được tạo ra để minh họa)"],
    [],
    ["STT", "Mã hồ sơ", "Nhóm đối tượng", "Thu nhập", None, "Ngày xét", "Số định danh"],
    [None, None, None, "của người đứng đơn", "của vợ (chồng)", None, None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
    [1, "HS-1", 6, 9000000.0, 0, datetime(2026, 5, 1), 27123456789.0],
    [2, "HS-2", "Viên chức", "12,5 triệu", None, "01/05/2026", "027123456789"],
    [],
    ["Tổng cộng", None, None, 21500000],
    [None, None, None, None, "Người lập biểu"],
]


def test_an_office_workbook(tmp_path: Path, known: Known) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Ghi chú": [["Trang này không có danh sách"]], "Danh sách": OFFICE})
    listing = read_listing(path, known)
    assert listing.headers == [
        "STT", "Mã hồ sơ", "Nhóm đối tượng", "Thu nhập của người đứng đơn", "Thu nhập của vợ (chồng)", "Ngày xét",
        "Số định danh",
    ]  # fmt: skip
    assert [row.line for row in listing.rows] == [7, 8]
    assert listing.rows[0].cells["Thu nhập của người đứng đơn"] == 9_000_000
    assert listing.rows[0].cells["Ngày xét"] == date(2026, 5, 1)
    assert str(listing.rows[0].cells["Số định danh"]) == "27123456789"
    assert listing.skipped == (1, 2, 6, 10, 11)


def test_the_sheet_asked_for_is_read(tmp_path: Path, known: Known) -> None:
    path = workbook(tmp_path / "list.xlsx", {"A": [["Thu nhập"], [1]], "B": [["Thu nhập"], [59.900000000000006]]})
    assert read_listing(path, known, "B").rows[0].cells["Thu nhập"] == Decimal("59.9")
    with pytest.raises(InputError, match="không có trang “C”"):
        read_listing(path, known, "C")


def test_a_case_is_not_taken_for_a_total_or_a_numbering(tmp_path: Path, known: Known) -> None:
    text = "Họ và tên;Nhóm đối tượng;Thu nhập\nTổng Văn Giả Định;6;9 triệu\nNgười số hai;6;8 triệu\nSố ba;8;7 triệu\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert len(read_listing(str(tmp_path / "a.csv"), known).rows) == 3
    (tmp_path / "b.csv").write_text("Nhóm đối tượng;Số nhân khẩu\n1;2\n", encoding="utf-8")
    assert len(read_listing(str(tmp_path / "b.csv"), known).rows) == 1


def test_a_workbook_is_screened(ancu_command: Run, tmp_path: Path) -> None:
    workbook(tmp_path / "list.xlsx", {"Danh sách": OFFICE})
    given = ("--set", "Đang thuê nhà ở xã hội=không", "--set", "Nguồn vốn dự án=Chủ đầu tư")
    done = ancu_command("screen", "list.xlsx", "--programme", "social_housing_rent", *given)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("đủ điều kiện") == 2
    assert "dòng 1-2, 6, 10-11" in done.stderr


def test_the_explained_workbook(ancu_command: Run, tmp_path: Path) -> None:
    spoilt = [*OFFICE[:8], [3, "@SUM(1)", "phi công", "mười triệu", None, "32/05/2026", "1"]]
    workbook(tmp_path / "list.xlsx", {"Danh sách": spoilt})
    arguments = ("screen", "list.xlsx", "--programme", "social_housing_rent", "-o", "out.xlsx")
    done = ancu_command(*arguments, "--set", "Đang thuê nhà ở xã hội=có")
    assert done.returncode == 3, done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.xlsx", "out.run.json", "out.xlsx"]
    first = (tmp_path / "out.xlsx").read_bytes()
    made = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert made.sheetnames == ["Kết quả", "Bị trả lại", "Bản in", "Tổng hợp", "Lý do", "Đã hiểu"]
    decisions = made["Kết quả"]
    assert decisions.freeze_panes == "B2"
    assert decisions.auto_filter.ref is not None
    status = next(cell for cell in decisions[1] if cell.value == "Thuê nhà ở xã hội: kết quả").column
    assert decisions.cell(2, status).value == "không đủ điều kiện"
    assert decisions.cell(2, status).fill.start_color.rgb == "FFF8D9D5"
    rejected = made["Bị trả lại"]
    marked = {cell.value: cell.fill.start_color.rgb for cell in rejected[2]}
    assert marked["phi công"] == marked["mười triệu"] == "FFF4B6AE"
    # A cell that looks like a formula is text.
    assert [cell.data_type for cell in rejected[2] if cell.value == "@SUM(1)"] == ["s"]
    reasons = [[cell.value for cell in row] for row in made["Lý do"].iter_rows(min_row=2)]
    assert [row[3] for row in reasons] == [2]
    assert "mỗi thời điểm chỉ được thuê một căn" in reasons[0][2]
    ancu_command(*arguments, "--set", "Đang thuê nhà ở xã hội=có")
    assert (tmp_path / "out.xlsx").read_bytes() == first


def test_a_result_too_long_for_excel_is_refused_before_work() -> None:
    check_fits("out.xlsx", 1_048_575, 1, "case")
    with pytest.raises(OutputError, match=r"1048576.*1048575"):
        check_fits("out.xlsx", 524_288, 2, "long")


# -- CSV as it comes ----------------------------------------------------------------------------------------------

HEADER = "Mã hồ sơ;Nhóm đối tượng;Thu nhập;Ghi chú\n"


def read(tmp_path: Path, known: Known, content: str | bytes, name: str = "list.csv", **more: Any) -> Listing:
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_listing(str(tmp_path / name), known, **more)


def cells(listing: Listing) -> list[list[Any]]:
    return [list(row.cells.values()) for row in listing.rows]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(tmp_path: Path, known: Known, encoding: str) -> None:
    assert cells(read(tmp_path, known, (HEADER + "1;6;9;đủ\n").encode(encoding))) == [["1", "6", "9", "đủ"]]


def test_windows_1258_is_composed(tmp_path: Path, known: Known) -> None:
    content = (HEADER + "1;6;9;Xã Đông Giả\n").translate({ord("ã"): "a\u0303", ord("ả"): "a\u0309"})
    content = "".join(_spread(letter) for letter in content)
    assert cells(read(tmp_path, known, content.encode("cp1258"))) == [["1", "6", "9", "Xã Đông Giả"]]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(tmp_path: Path, known: Known, line_end: str) -> None:
    listing = read(tmp_path, known, (HEADER + '1;6;9;"a\nb"\n\n2;6;8;c\n').replace("\n", line_end))
    assert [row.line for row in listing.rows] == [2, 5]
    assert listing.rows[0].cells["Ghi chú"] == f"a{line_end}b"


def test_a_title_full_of_commas_does_not_pick_the_delimiter(tmp_path: Path, known: Known) -> None:
    title = "XÃ GIẢ ĐỊNH, HUYỆN GIẢ ĐỊNH, TỈNH GIẢ ĐỊNH, DANH SÁCH MINH HỌA, ĐỢT 1, NĂM 2026\n"
    listing = read(tmp_path, known, title + HEADER + "1;6;9,5 triệu;x\n")
    assert cells(listing) == [["1", "6", "9,5 triệu", "x"]]
    assert listing.skipped == (1,)


def test_the_delimiter_that_excel_names(tmp_path: Path, known: Known) -> None:
    listing = read(tmp_path, known, "sep=|\r\n" + (HEADER + "1;6;9;x\n").replace(";", "|"))
    assert [row.line for row in listing.rows] == [3]


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (HEADER + '1;6;9;"mở\n2;6;9;x\n3;6;8;y\n', 2, "ô thứ 4 của dòng này không được đóng"),
        (HEADER + '1;"6\n";9;"mở\n2;6;9;x\n', 3, "không được đóng"),
        (HEADER + '1;6;9;"Nhà "số 5" phố"\n2;6;9;x\n', 2, "dấu nháy bên trong"),
        (HEADER + '1;6;9;"mở\n2;6;9;"x"\n', 3, "dấu nháy bên trong"),
        (HEADER + "1;6;9;a\0b\n", 2, "NUL"),
        (HEADER + "1;6;9;" + "x" * 1_100_000, 2, "1000000 ký tự"),
        ((HEADER + "1;6;9;được\n").encode() + b"2;6;9;\xc3(\n", 3, "không phải UTF-8"),
        # Broken UTF-8 is not taken for Windows-1258, though the headers would be known there.
        ("case;net_income;x\n1;2;được hưởng\n".encode() + b"2;6;\xe1(\n", 3, "không phải UTF-8"),
        (bytes(range(1, 256)) * 9, 2, "không phải UTF-8"),
        (";".join(f"cột {i}" for i in range(1_001)) + "\n1\n", 1, "1001 cột"),
        ("Mã hồ sơ;Thu nhập;Thu nhập\n1;2;3\n", 1, "“Thu nhập” có hai lần"),
        ("Mã hồ sơ;Thu nhập;;x\na;2;3;4\n", 1, "dòng 2 có giá trị “3”"),
    ],
)  # fmt: skip
def test_malformed_text_is_named_by_line(
    tmp_path: Path, known: Known, content: str | bytes, line: int, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, known, content)
    assert said in caught.value.text("vi")
    assert f"list.csv:{line}:" in caught.value.text("vi")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xls", b"<html><table>", "HTML"), ("a.csv", b"\n<!DOCTYPE html>", "HTML"), ("a.csv", b"%PDF-1.7", "PDF"),
        ("a.xlsx", HEADER.encode(), "không phải sổ tính"), ("a.xlsx", b"PK\x03\x04\xff", "hỏng"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "hỏng"), ("a.csv", b"", "không có dòng nào"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "không có dòng nào"), ("a.parquet", b"PAR1xxxx", "Parquet"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_named(tmp_path: Path, known: Known, name: str, content: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(tmp_path, known, content, name)


def test_a_second_remark_column_is_kept(tmp_path: Path, known: Known) -> None:
    assert read(tmp_path, known, "Mã hồ sơ;Thu nhập;Ghi chú;Ghi chú\na;2;3;4\n").headers[2:] == [
        "Ghi chú",
        "Ghi chú (2)",
    ]


GROUPED = """DANH SÁCH MINH HỌA;;;;
TT;Mã hồ sơ;Họ tên;Nhóm đối tượng;Thu nhập
A;B;(1);(2);(3 = 1 + 2)
I;Thôn Đông;;;
1;a;Người thứ nhất;6;9 triệu
Cộng thôn Đông;;;;9 triệu
Thôn Tây;;;;
2;b;Cộng Thị Giả Định;6;9 triệu
3;c;;;
Tổng cộng: 3 hộ;;;;18 triệu
;;;Giả Định, ngày 01 tháng 5 năm 2026;
;Người lập biểu;;Chủ tịch;
;(Ký, ghi rõ họ tên);;;
"""


def test_headings_subtotals_and_signatures_are_no_cases(tmp_path: Path, known: Known) -> None:
    listing = read(tmp_path, known, GROUPED)
    assert [row.cells["Mã hồ sơ"] for row in listing.rows] == ["a", "b", "c"]
    assert listing.skipped == (1, 3, 4, 6, 7, 10, 11, 12, 13)


def test_signatures_without_a_total(tmp_path: Path, known: Known) -> None:
    text = GROUPED.replace("Tổng cộng: 3 hộ;;;;18 triệu\n", "")
    assert len(read(tmp_path, known, text).rows) == 3


def test_rows_of_a_narrow_list_are_no_foot(tmp_path: Path, known: Known) -> None:
    text = "Mã hồ sơ;Nhóm đối tượng;Ngày xét\n1;6;Xã A, ngày 1 tháng 5 năm 2026\nTổng;;\n2;6;01/05/2026\nx;6;\n"
    assert [row.line for row in read(tmp_path, known, text).rows] == [2, 4, 5]


def test_a_header_of_three_lines(tmp_path: Path, known: Known) -> None:
    text = (
        "TT;Hồ sơ;;Thu nhập;;\n;Thông tin;;của hộ;;\n;Mã hồ sơ;Nhóm đối tượng;Thu nhập của người đứng đơn;"
        "Thu nhập của vợ (chồng);khác\n1;x;6;9;8;7\n"
    )
    listing = read(tmp_path, known, text)
    assert listing.headers[1:5] == [
        "Mã hồ sơ",
        "Nhóm đối tượng",
        "Thu nhập của người đứng đơn",
        "Thu nhập của vợ (chồng)",
    ]
    assert [row.line for row in listing.rows] == [4]


def test_reading_in_bounded_memory_gives_the_same(tmp_path: Path, known: Known) -> None:
    (tmp_path / "list.csv").write_text(GROUPED, encoding="utf-8")
    skipped: list[int] = []
    with (tmp_path / "list.csv").open("rb") as file:
        layout = inspect_csv("list.csv", file, known)
        assert (layout.encoding, layout.delimiter, layout.head.below) == ("utf-8-sig", ";", 3)
        rows = list(table_rows("list.csv", layout.head, csv_lines("list.csv", file, layout), skipped.append))
        assert not file.closed
    listing = read_listing(str(tmp_path / "list.csv"), known)
    assert rows == listing.rows
    assert tuple(sorted((*layout.head.skipped, *skipped))) == listing.skipped


CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
ROWS = st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1)


@given(
    ROWS.filter(lambda rows: any(cell.strip() for cell in rows[0])),
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_a_spreadsheet_quotes_is_read_as_written(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["Mã hồ sơ", "Tỉnh", "x"], *rows])
    path = tmp_path_factory.mktemp("quoted") / "list.csv"
    path.write_bytes(buffer.getvalue().encode(encoding))
    # Without names to look for, nothing but an empty line is left out.
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert cells(read_listing(str(path))) == filled


WORD = st.sampled_from(["", "", "1", "x", "Tổng cộng", "Cộng thôn A", "Thôn B", "II", "Chủ tịch", "Người lập biểu"])


@given(st.lists(st.lists(WORD, min_size=5, max_size=5)), st.integers(2, 6))
def test_a_list_read_in_pieces_leaves_out_the_same(rows: list[list[str]], columns: int) -> None:
    said: list[int] = []
    kept = [number for number, _ in rows_below(enumerate(rows), columns, said.append)]
    suspects = [(i, row) for i, row in enumerate(rows) if len(full(row)) <= FEW or is_total(full(row)[0])]
    assert left_out(suspects, len(rows), columns) == said
    assert sorted((*kept, *said)) == [i for i, row in enumerate(rows) if full(row)]


# -- workbooks ----------------------------------------------------------------------------------------------------


def test_merged_headers(tmp_path: Path, known: Known) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["DANH SÁCH MINH HỌA"], ["Mã hồ sơ", "Họ và tên", None, "Thu nhập", None, "Nhóm đối tượng"],
        [None, None, None, "của người đứng đơn", "của vợ (chồng)", None], ["x", "Họ", "Tên", 9, 8, 6],
    ):  # fmt: skip
        sheet.append(row)
    for merged in ("A1:F1", "A2:A3", "B2:C3", "D2:E2", "F2:F3"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "list.xlsx")
    listing = read_listing(str(tmp_path / "list.xlsx"), known)
    assert listing.headers == [
        "Mã hồ sơ", "Họ và tên", "Họ và tên (2)", "Thu nhập của người đứng đơn", "Thu nhập của vợ (chồng)",
        "Nhóm đối tượng",
    ]  # fmt: skip
    assert cells(listing) == [["x", "Họ", "Tên", 9, 8, 6]]


def xlsx(path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in SPOILT:
        sheet.append(row)
    sheet["C2"].value, sheet["C2"].data_type = "#REF!", "e"
    sheet["B4"].value = "=A1"  # saved by a program that calculates nothing
    book.save(path)


def xls(path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Danh sách")
    for r, row in enumerate(SPOILT):
        for c, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write(r, c, cell, xlwt.easyxf(num_format_str="DD/MM/YYYY"))
            elif cell is not None:
                sheet.write(r, c, cell)
    sheet.row(1).set_cell_error(2, "#REF!")
    sheet.write(3, 1, "=A1")
    book.save(str(path))


def ods(path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    other, table = Table(name="Trang khác"), Table(name="Danh sách & khác")
    book.spreadsheet.addElement(other)
    book.spreadsheet.addElement(table)
    for r, row in enumerate(SPOILT):
        line = TableRow()
        table.addElement(line)
        for c, cell in enumerate(row):
            kind: dict[str, Any] = {"valuetype": "string"}
            text = str(cell or "")
            if (r, c) == (1, 2):
                kind, text = {"valuetype": "string", "stringvalue": "", "formula": "of:=[.A9]"}, "#REF!"
            elif (r, c) == (3, 1):
                text = "=A1"
            elif isinstance(cell, bool):
                kind = {"valuetype": "boolean", "booleanvalue": str(cell).lower()}
            elif isinstance(cell, int):
                kind = {"valuetype": "float", "value": str(cell)}
            elif isinstance(cell, date):
                kind = {"valuetype": "date", "datevalue": cell.isoformat()}
            written = TableCell(**kind) if text else TableCell()
            if text:
                written.addElement(P(text=text))
            line.addElement(written)
    book.save(str(path))


SPOILT: list[list[Any]] = [
    ["Mã hồ sơ", "Nhóm đối tượng", "Thu nhập", "Đang thuê nhà ở xã hội", "Ngày xét", "Số CCCD"],
    ["001", 6, None, False, date(2026, 5, 1), "027123456789"],
    ["002", 8, 9000000, True, 46143, 27123456789],
    ["3", None, 9000000, True, "01/05/2026", 123457000000],
    ["004", "Viªn chøc", 9000000, "không", "01/05/2026", None],
]


@pytest.mark.parametrize("save", [xlsx, xls, ods])
def test_what_a_workbook_hides_is_told_by_cell(ancu_command: Run, tmp_path: Path, save: Callable[[Path], None]) -> None:
    name = f"list.{save.__name__}"
    save(tmp_path / name)
    done = ancu_command("screen", name, "-o", "out.csv", "--programme", "social_housing_rent")
    assert done.returncode == 3, done.stderr
    assert "xét 1, trả lại 3" in done.stdout
    with (tmp_path / "out.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        rejected = {row["Mã hồ sơ"]: row for row in csv.DictReader(file)}
    told = {case: (row["Dòng số"], row["Cột có lỗi"], row["Giá trị có lỗi"]) for case, row in rejected.items()}
    assert told == {
        "001": ("2", "Thu nhập", "#REF!"),
        "3": ("4", "Nhóm đối tượng | Số CCCD", "'=A1 | 123457000000"),
        "004": ("5", "Nhóm đối tượng", "Viªn chøc"),
    }
    problems = " ".join(row["Lỗi và cách sửa"] for row in rejected.values())
    assert all(said in problems for said in ("lỗi của bảng tính", "chưa được tính", "mất chữ số", "TCVN3"))
    assert "Cột “Mã hồ sơ”: 1 mã có thể đã mất số 0 ở đầu (dòng 4)" in done.stderr
    assert "Cột “Số CCCD”: 1 mã có thể đã mất số 0 ở đầu (dòng 3)" in done.stderr
    assert "46143 là 01/05/2026" in done.stderr


def test_a_percentage_kept_as_a_fraction_is_not_guessed(book: ancu.Rulebook, tmp_path: Path, known: Known) -> None:
    path = workbook(tmp_path / "list.xlsx", {"A": [["Tỷ lệ thương tật"], [0.81], [1], [81], ["81 %"], [0], ["1"]]})
    listing = read_listing(path, known)
    reader = CellReader(book, {"Tỷ lệ thương tật": Meaning("disability_rate")})
    first, second, *rest = [row.cells["Tỷ lệ thương tật"] for row in listing.rows]
    with pytest.raises(CellProblem) as caught:
        reader.read("Tỷ lệ thương tật", first)
    assert caught.value.text("vi").startswith("Không rõ là 0,81 % hay 81 %")
    with pytest.raises(CellProblem, match="cell_percent"):
        reader.read("Tỷ lệ thương tật", second)
    assert [reader.read("Tỷ lệ thương tật", cell) for cell in rest] == [8100, 8100, 0, 100]


def test_a_workbook_that_counts_days_from_1904(book: ancu.Rulebook, tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "list.xlsx"), {"date_1904": True})
    sheet = made.add_worksheet()
    sheet.write_row(0, 0, ["Ngày xét", "Thu nhập"])
    sheet.write_datetime(1, 0, datetime(2026, 5, 1), made.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_number(2, 0, 44681)
    sheet.write_number(3, 0, 2026)
    made.close()
    listing = read_lists([str(tmp_path / "list.xlsx")], Meanings(book))
    formatted, number, year = (row.cells["Ngày xét"] for row in listing.rows)
    assert formatted == number == date(2026, 5, 1)
    assert year == 2026
    # In a column of something else a number is no day, nor is it one in a text file.
    (tmp_path / "list.csv").write_text("Ngày xét;Thu nhập\n46143;46143\n", encoding="utf-8")
    (row,) = read_lists([str(tmp_path / "list.csv")], Meanings(book)).rows
    assert list(row.cells.values()) == ["46143", "46143"]


def test_a_workbook_with_a_password(tmp_path: Path, known: Known) -> None:
    workbook(tmp_path / "plain.xlsx", {"A": [["Thu nhập"], [1]]})
    with (tmp_path / "plain.xlsx").open("rb") as plain, (tmp_path / "list.xlsx").open("wb") as locked:
        OOXMLFile(plain).encrypt("mật khẩu", locked)
    with pytest.raises(InputError, match="mật khẩu"):
        read_listing(str(tmp_path / "list.xlsx"), known)


def test_a_damaged_workbook(tmp_path: Path, known: Known) -> None:
    path = workbook(tmp_path / "whole.xlsx", {"A": [["Thu nhập"], *([i] for i in range(500))]})
    content = Path(path).read_bytes()
    for end in range(100, len(content) - 1, 700):
        with pytest.raises(InputError):
            read(tmp_path, known, content[:end], "list.xlsx")


def test_a_workbook_that_would_never_end(tmp_path: Path, known: Known) -> None:
    ods(tmp_path / "whole.ods")
    with ZipFile(tmp_path / "whole.ods") as whole, ZipFile(tmp_path / "list.ods", "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, whole.read(name).replace(b"</table:table>", b"</table:tabl>"))
    with pytest.raises(InputError, match="hỏng"):
        read_listing(str(tmp_path / "list.ods"), known)


def test_a_damaged_old_workbook_is_refused_or_read(tmp_path: Path, known: Known) -> None:
    xls(tmp_path / "whole.xls")
    content = (tmp_path / "whole.xls").read_bytes()
    draw = random.Random(1)
    for _ in range(60):
        at = draw.randrange(512, len(content))
        spoilt = content[:at] + draw.randbytes(3) + content[at + draw.randrange(5) :]
        with contextlib.suppress(InputError):
            read(tmp_path, known, spoilt, "list.xls")


def test_a_cell_far_from_the_list_is_named(tmp_path: Path, known: Known) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Thu nhập", "x"
    book.save(tmp_path / "list.xlsx")
    with pytest.raises(InputError, match="XFD1048576"):
        read_listing(str(tmp_path / "list.xlsx"), known)


def test_hidden_sheets_are_passed_over_and_others_named(ancu_command: Run, tmp_path: Path) -> None:
    rows = [["Mã hồ sơ", "Nhóm đối tượng", "Thu nhập"], [1, 6, 9_000_000]]
    workbook(tmp_path / "list.xlsx", {"Ẩn": [[*rows[0], "Tỉnh"], rows[1]], "Xóm 1": rows, "Xóm 2": rows})
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    book["Ẩn"].sheet_state = "hidden"
    book.save(tmp_path / "list.xlsx")
    done = ancu_command("screen", "list.xlsx", "--programme", "social_housing_rent")
    assert "Chỉ đọc trang “Xóm 1”" in done.stderr
    assert "Xóm 2, Ẩn (dùng --sheet, hoặc --all-sheets" in done.stderr


def test_legacy_text_in_a_workbook(tmp_path: Path, known: Known) -> None:
    # One column retyped, the others left in the old font.
    path = workbook(tmp_path / "list.xlsx", {"A": [["Thu nhập", "Nhãm ®èi t\xadîng"], [1, "C«ng nh©n"]]})
    with pytest.raises(InputError, match="TCVN3"):
        read_listing(path, known)


# -- ids ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["1.23457E+11", "1,23457E+11", "2E11", 123457000000, 1234567890123456789, "#N/A"])
def test_a_spoilt_id_is_refused(written: object) -> None:
    with pytest.raises(CellProblem):
        check_id(written)


@pytest.mark.parametrize("written", ["027123456789", 27123456789, 127123456789, "HS-1", "1E", None, "", 5, Decimal(7)])
def test_an_id_is_kept(written: object) -> None:
    check_id(written)


def test_lost_zeros() -> None:
    def lost(*ids: object, citizen: bool = False) -> list[str]:
        return lost_zeros([(str(i), id_) for i, id_ in enumerate(ids)], citizen)

    assert lost("027123456789", 27123456789, "123456789", 1099123456, citizen=True) == ["1", "3"]
    assert lost("001", "002", 3, "10", "100", "x") == ["2", "3"]
    assert lost(1, 2, 10) == lost("01", "001", 5) == []


def test_repeated_cases_are_named_with_their_rows(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(HEADER + "a;6;9;\nb;6;9;\na;6;9;\n", encoding="utf-8")
    done = ancu_command("screen", "list.csv", "--programme", "social_housing_rent")
    assert "Mã hồ sơ bị trùng: a (dòng 2, 4)." in done.stderr


# -- several files, other kinds -----------------------------------------------------------------------------------


def test_several_files_become_one_list(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "xa-b.csv").write_text("Nhóm đối tượng;Mã;Số hồ sơ\nphi công;x;1\n6;y;2\n", encoding="utf-8")
    workbook(tmp_path / "xa-a.xlsx", {"A": [["DANH SÁCH"], ["Mã hồ sơ", "Đối tượng", "Ghi chú"], [1, 6, "="]]})
    (tmp_path / "~$xa-a.xlsx").write_bytes(b"x")
    done = ancu_command("screen", "*xa-*", "-o", "out.csv", "--programme", "social_housing_rent")
    assert done.returncode == 3, done.stderr
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        judged = list(csv.DictReader(file))
    assert [list(row.items())[:5] for row in judged] == [
        [("Tệp", "xa-a.xlsx"), ("Mã hồ sơ", "1"), ("Đối tượng", "6"), ("Ghi chú", "'="), ("Mã", "")],
        [("Tệp", "xa-b.csv"), ("Mã hồ sơ", "2"), ("Đối tượng", "6"), ("Ghi chú", ""), ("Mã", "y")],
    ]
    with (tmp_path / "out.rejects.csv").open(encoding="utf-8-sig", newline="") as file:
        (rejected,) = csv.DictReader(file)
    assert (rejected["Tệp"], rejected["Dòng số"]) == ("xa-b.csv", "2")
    assert "Mã hồ sơ bị trùng: 1 (dòng xa-a.xlsx:3, xa-b.csv:2)" in done.stderr
    assert "xa-a.xlsx: Không coi là hồ sơ" in done.stderr
    assert "“Tệp”" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["folder"], "là thư mục"), (["list.csv", "./list.csv"], "hai lần"), (["list.csv", "l*.csv"], "hai lần"),
        (["xa-*.csv"], "xa-*.csv"), (["nowhere.csv"], "nowhere.csv"), (["link.csv", "list.csv"], "hai lần"),
        (["/dev/zero"], "không có tệp" if os.name == "nt" else "là một thiết bị"),
        # One writes whole đồng, the other millions: no column can hold both.
        (["list.csv", "million.csv"], "cùng là một thông tin"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_screened(ancu_command: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "list.csv").write_text(HEADER + "a;6;9;\n", encoding="utf-8")
    (tmp_path / "million.csv").write_text("ĐVT: triệu đồng;;;\n" + HEADER + "a;6;9;\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("list.csv")
    done = ancu_command("screen", *arguments, "--programme", "social_housing_rent")
    assert done.returncode == 4
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_with_a_pattern_for_a_name_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "xã [1].csv").touch()
    assert list_paths([str(tmp_path / "xã [1].csv")]) == [str(tmp_path / "xã [1].csv")]


def test_an_input_that_changes_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(HEADER, encoding="utf-8")
    with pytest.raises(InputError, match="bị sửa trong khi đang đọc"), steady(str(path)):
        path.write_text(HEADER + "1;6;9;\n", encoding="utf-8")
    with pytest.raises(InputError), steady(str(path)):
        path.unlink()


def test_parquet(ancu_command: Run, tmp_path: Path) -> None:
    table = pyarrow.table(
        {
            "Mã hồ sơ": pyarrow.array([1.0, 2.0, None]),
            "Nhóm đối tượng": pyarrow.array([["6"], ["worker", "official"], None]),
            "Đang thuê nhà ở xã hội": [False, True, None],
            "Ngày xét": pyarrow.array([date(2026, 5, 1)] * 2 + [None]),
            "Thu nhập": pyarrow.array([Decimal("9000000.00"), None, None]),
            "Diện tích nhà": pyarrow.array([59.9, float("nan"), None]),
            "Nguồn vốn dự án": pyarrow.array(["Chủ đầu tư", "Chủ đầu tư", None]).dictionary_encode(),
        }
    )
    parquet.write_table(table, tmp_path / "list.parquet")
    done = ancu_command("screen", "list.parquet", "--layout", "long", "--programme", "social_housing_rent")
    assert done.returncode == 0, done.stderr
    judged = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["Mã hồ sơ"], row["kết quả"]) for row in judged] == [("1", "đủ điều kiện"), ("2", "không đủ điều kiện")]


def test_json_lines_may_hold_any_letter(tmp_path: Path, known: Known) -> None:
    listing = read(tmp_path, known, '{"Thu nhập": 1, "x": "a\u2028b"}\r\n\n{"Thu nhập": 2}', "list.jsonl")
    assert [row.line for row in listing.rows] == [1, 3]


def test_many_bad_rows_do_not_slow_the_good_ones(book: ancu.Rulebook) -> None:
    # Looking for the nearest known word is slow, so each distinct text is looked at once.
    reader = CellReader(book, {"x": Meaning("housing_law_groups")})
    with patch("ancu.screening.cells.reader.parse", wraps=parse) as parsing:
        for _ in range(1_000):
            with pytest.raises(ValueProblem):
                reader.read("x", "phi công")
    assert parsing.call_count < 5
