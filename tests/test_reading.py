"""Lists as offices keep them: encodings, workbooks, titles above the header, numbers under it, totals at the foot."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ancu
from ancu.errors import InputError, OutputError
from ancu.rulebook.naming import naming_of
from ancu.screening.reading import Known, read_listing
from ancu.screening.workbook import check_fits
from tests.conftest import Run

PLAIN = "Mã hồ sơ;Nhóm đối tượng;Thu nhập\n1;công nhân;9 triệu\n"


@pytest.fixture
def known(book: ancu.Rulebook) -> Known:
    return lambda header: naming_of(book).find(header) is not None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, known: Known, encoding: str, delimiter: str) -> None:
    import unicodedata

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
    import unicodedata

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
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.xlsx", "out.xlsx"]
    first = (tmp_path / "out.xlsx").read_bytes()
    made = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert made.sheetnames == ["Kết quả", "Bị trả lại", "Tổng hợp", "Lý do"]
    decisions = made["Kết quả"]
    assert decisions.freeze_panes == "A2"
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
