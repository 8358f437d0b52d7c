"""The result as a workbook: who and what beside each other, numbers as numbers, and sheets to print and to check by."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl

from ancu.screening.results.csv_sink import CsvSink
from tests.conftest import Run

HEADER = ["Ghi chú", "Mã hồ sơ", "Họ và tên", "Ngày xét", "Nhóm đối tượng", "Khu vực", "Hôn nhân", "Nuôi con nhỏ"]
HEADER += ["Thu nhập", "Có tên trong Giấy chứng nhận", "Có nhà ở", "Đã mua nhà ở xã hội", "Mức sống"]
ROW = ["x", "HS-1", "Người giả định 01", date(2026, 1, 15), "Công nhân", "Đô thị", "Độc thân", "Không"]
ROW += ["15.000.000", "Không", True, "Không", "y"]
BAD = ["x", "HS-2", "Người giả định 02", date(2026, 1, 15), "Công nhân", "Đô thị", "Độc thân", "Không"]
BAD += ["mười triệu", "Không", False, "Không", "y"]


def screened(tmp_path: Path, ancu_command: Run, output: str, *more: str) -> tuple[int, str]:
    made = openpyxl.Workbook()
    made.active.title = "Xã A"
    for row in (HEADER, ROW, BAD):
        made.active.append(row)
    made.save(tmp_path / "list.xlsx")
    done = ancu_command("screen", "list.xlsx", "-o", output, "--programme", "social_housing_purchase", *more)
    return done.returncode, done.stderr


def test_who_and_what_stand_beside_each_other(tmp_path: Path, ancu_command: Run) -> None:
    code, said = screened(tmp_path, ancu_command, "k.xlsx")
    assert code == 3, said
    book = openpyxl.load_workbook(tmp_path / "k.xlsx")
    sheet = book["Kết quả"]
    first = [cell.value for cell in sheet[1]][:5]
    assert first[:2] == ["Mã hồ sơ", "Họ và tên"]
    assert [text.partition(": ")[2] for text in first[2:]] == ["kết quả", "mức hỗ trợ", "thông tin còn thiếu"]
    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.print_title_cols) == ("C2", "$1:$1", "$A:$B")
    assert sheet.print_area == "'Kết quả'!$A$1:$F$2"
    income = next(cell for cell in sheet[1] if cell.value == "Thu nhập").column
    assert (sheet.cell(2, income).value, sheet.cell(2, income).number_format) == (15_000_000, "#,##0")
    for each in book:
        assert (each.sheet_properties.pageSetUpPr.fitToPage, each.page_setup.fitToHeight) == (True, 0), each.title


def test_one_sheet_is_for_paper(tmp_path: Path, ancu_command: Run) -> None:
    screened(tmp_path, ancu_command, "k.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "k.xlsx")["Bản in"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Mã hồ sơ", "Họ và tên", "Kết quả", "Lý do", "Thông tin, giấy tờ còn thiếu", "Ngày xét"]
    assert rows[1][:2] == ["HS-1", "Người giả định 01"]
    assert rows[-2][0].startswith("……")
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.oddHeader.center.text == "Kết quả sàng lọc: Mua, thuê mua nhà ở xã hội"
    assert sheet.oddFooter.center.text.startswith("Ngày xét: theo cột “Ngày xét”")
    assert (sheet.oddFooter.left.text, sheet.oddFooter.right.text) == ("&A", "Trang &P/&N")
    widths = sum(sheet.column_dimensions[letter].width for letter in "ABCDEF")
    assert widths < 200


def test_totals_tell_rejects_and_the_day(tmp_path: Path, ancu_command: Run) -> None:
    screened(tmp_path, ancu_command, "k.xlsx", "--as-of", "01/02/2026")
    sheet = openpyxl.load_workbook(tmp_path / "k.xlsx")["Tổng hợp"]
    cells = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert cells["Số dòng bị trả lại"] == 1
    assert any(str(text).startswith("Ngày xét: theo cột “Ngày xét”") and "01/02/2026" in text for text in cells if text)


def test_what_each_column_was_taken_for(tmp_path: Path, ancu_command: Run) -> None:
    _, said = screened(tmp_path, ancu_command, "k.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "k.xlsx")["Đã hiểu"]
    rows = {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}
    assert rows["Thu nhập"] == ("Thu nhập bình quân hàng tháng thực nhận", "đồng", "người đứng đơn", "Xã A")
    assert rows["Mức sống"][0] == "không dùng để xét"
    assert "Cột “Thu nhập” được hiểu là “Thu nhập bình quân hàng tháng thực nhận”" in said
    assert "Đã đọc trang: Xã A." in said


def test_the_mended_sheet_of_rejected_rows_is_read_again(tmp_path: Path, ancu_command: Run) -> None:
    _, said = screened(tmp_path, ancu_command, "k.xlsx")
    assert 'ancu screen k.xlsx --sheet "Bị trả lại"' in said
    book = openpyxl.load_workbook(tmp_path / "k.xlsx")
    for cell in book["Bị trả lại"][2]:
        if cell.value == "mười triệu":
            cell.value = "10 triệu"
    book.save(tmp_path / "k.xlsx")
    arguments = ("--sheet", "Bị trả lại", "--programme", "social_housing_purchase", "-o", "k2.csv")
    done = ancu_command("screen", "k.xlsx", *arguments)
    assert (done.returncode, "xét 1, trả lại 0" in done.stdout) == (0, True), done.stderr


def test_a_csv_result_has_days_and_words(tmp_path: Path, ancu_command: Run) -> None:
    screened(tmp_path, ancu_command, "k.csv")
    result = (tmp_path / "k.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert result.startswith("x,HS-1,Người giả định 01,15/01/2026,")
    assert ",có," in result
    assert "15/01/2026" in (tmp_path / "k.rejects.csv").read_text(encoding="utf-8-sig")


def test_programmes_are_named_by_title_and_only_where_nobody_chose(tmp_path: Path, ancu_command: Run) -> None:
    _, chosen = screened(tmp_path, ancu_command, "k.csv")
    assert "chương trình khác" not in chosen
    (tmp_path / "few.csv").write_text("Mã hồ sơ,Nhóm đối tượng\nA,Công nhân\n", encoding="utf-8")
    done = ancu_command("screen", "few.csv")
    assert done.returncode == 4
    assert "ancu map few.csv" in done.stderr
    assert "social_housing" not in done.stderr
    assert ": thiếu “" in done.stderr


def test_two_columns_of_one_fact_and_files_are_named(tmp_path: Path, ancu_command: Run) -> None:
    (tmp_path / "a.csv").write_text("Mã hồ sơ,Thu nhập\nA,15000000\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("Mã hồ sơ,Thu nhập (triệu đồng/năm)\nB,180\n", encoding="utf-8")
    done = ancu_command("screen", "a.csv", "b.csv", "--programme", "social_housing_purchase", "-o", "k.csv")
    assert "b.csv: Cột “Thu nhập (triệu đồng/năm)” ghi số theo năm" in done.stderr
    assert "Thu nhập vợ chồng" not in done.stderr
    (tmp_path / "c.csv").write_text("Mã hồ sơ,Thu nhập,Thu nhập bình quân\nA,15000000,1\n", encoding="utf-8")
    done = ancu_command("screen", "c.csv")
    assert "cùng là một thông tin (Thu nhập bình quân hàng tháng thực nhận)" in done.stderr


def test_the_second_engine_is_told_on_request(tmp_path: Path, ancu_command: Run) -> None:
    assert "bộ máy" not in screened(tmp_path, ancu_command, "k.csv")[1]
    assert "bộ máy suy luận" in screened(tmp_path, ancu_command, "k.csv", "--verbose")[1]


def test_both_ways_of_writing_csv_write_days_alike() -> None:
    import pyarrow as pa

    cells = [[date(2026, 1, 5), None], [True, None], [False, True]]
    written = []
    for columns in (cells, [pa.array(column) for column in cells]):
        file = io.BytesIO()
        CsvSink(file, ["a", "b", "c"], mark=False, spoken="vi").write(columns)
        written.append(file.getvalue().decode())
    assert written[0] == written[1] == "a,b,c\n05/01/2026,có,không\n,,có\n"
