"""Lists with the people of households: wherever they stand, they are joined and judged, and nobody is lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import ancu
from ancu.rulebook.references import facts_read
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.households.grouping import group_by_household
from ancu.screening.lists import opening
from ancu.screening.lists.listing import Listing, Row
from ancu.screening.template import split_by_people, template_workbook
from tests.conftest import ROOT, Command, Run

EXAMPLE = ROOT / "examples" / "danh-sach-ho-mau.xlsx"
GRANT = ("--programme", "merit_house_grant", "--as-of", "2026-05-01")
HOUSE = ["Mã hộ", "Tỉnh", "Đang ở tại nhà", "Thường trú tại nhà", "Hiện trạng nhà", "Nhà phải phá dỡ để xây mới"]
HOUSE += ["Phải sửa chữa khung, tường và thay mới mái"]
STATE = ["Bắc Ninh", "có", "có", "Nhà tạm", "có", "không"]
PERSON = ["Mã hộ", "Quan hệ với chủ hộ", "Chính sách nhà ở đã được hưởng", "Diện NCC", "Tỷ lệ tổn thương cơ thể"]
PERSON += ["Đã được công nhận người có công hoặc thân nhân liệt sĩ"]
PERSON += ["Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi"]
HEAD = ["Chủ hộ", "không", "", "", "", ""]
FATHER = ["Bố đẻ", "không", "Thương binh", "45", "có", "không"]
#: One household of three, another of one.
PEOPLE = [PERSON, ["H1", *HEAD], ["H1", "Vợ", "không"], ["H1", *FATHER], ["H2", *HEAD]]
HOUSES = [HOUSE, ["H1", *STATE], ["H2", *STATE]]
Rows = Sequence[Sequence[Any]]


def write_csv(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def write_book(path: Path, **sheets: Rows) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append([cell if cell != "" else None for cell in row])
    book.save(path)


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def result(rows: list[dict[str, str]], code: str, column: str, key: str = "Mã hộ") -> str:
    (row,) = (row for row in rows if row[key] == code)
    return next(cell for header, cell in row.items() if header.endswith(column))


# -- where people stand ----------------------------------------------------------------------------------------------


def with_a_sheet(folder: Path) -> list[str]:
    write_book(folder / "ho.xlsx", Danh_sách=HOUSES, Thanh_vien=PEOPLE)
    return ["ho.xlsx"]


def with_a_file(folder: Path) -> list[str]:
    write_csv(folder / "ho.csv", HOUSES)
    write_csv(folder / "nguoi.csv", PEOPLE)
    return ["ho.csv", "--members", "nguoi.csv"]


def with_a_file_of_merged_cells(folder: Path) -> list[str]:
    write_csv(folder / "ho.csv", HOUSES)
    last = ""
    for row in (merged := [list(row) for row in PEOPLE]):
        row[0], last = ("" if row[0] == last else row[0]), row[0]
    write_book(folder / "nguoi.xlsx", Kê_khai=merged)
    return ["ho.csv", "--members", "nguoi.xlsx"]


def by_code(folder: Path) -> list[str]:
    rows = [[*HOUSE, *PERSON[1:]]]
    rows += [[row[0], *STATE, *row[1:]] for row in PEOPLE[1:]]
    write_csv(folder / "ho.csv", rows)
    return ["ho.csv"]


def by_the_code_of_the_head(folder: Path) -> list[str]:
    rows = [[*HOUSE, *PERSON[1:]]]
    rows += [[row[0], *STATE, *row[1:]] if row[1] == "Chủ hộ" else [*[""] * 7, *row[1:]] for row in PEOPLE[1:]]
    write_csv(folder / "ho.csv", rows)
    return ["ho.csv"]


def by_number(folder: Path) -> list[str]:
    """As in a form of the commune: a title, column numbers, the head without a relation, his household below."""
    header = ["STT", "Họ và tên", *HOUSE[1:], *PERSON[1:]]
    rows = [["DANH SÁCH HỘ VÀ THÀNH VIÊN"], header, [f"({i})" for i, _ in enumerate(header, 1)]]
    for row in PEOPLE[1:]:
        head = row[1] == "Chủ hộ"
        number = row[0].removeprefix("H") if head else ""
        own = STATE if head else [""] * len(STATE)
        rows.append([number, f"Người {len(rows)}", *own, "" if head else row[1], *row[2:]])
    write_csv(folder / "ho.csv", rows)
    return ["ho.csv"]


FORMS = [with_a_sheet, with_a_file, with_a_file_of_merged_cells, by_code, by_the_code_of_the_head, by_number]


@pytest.mark.parametrize("form", FORMS)
def test_a_household_is_judged_by_its_people(
    form: Callable[[Path], list[str]], ancu_here: Command, tmp_path: Path
) -> None:
    code, out, err = ancu_here("screen", *form(tmp_path), *GRANT, "--members-complete", "-o", "kq.csv")
    assert code == 0, err
    rows = table(tmp_path / "kq.csv")
    key = "STT" if form is by_number else "Mã hộ"
    first, second = ("1", "2") if form is by_number else ("H1", "H2")
    assert len(rows) == 2
    assert result(rows, first, ": kết quả", key).startswith("đủ điều kiện")
    assert "xét theo cha (dòng " in result(rows, first, ": lý do", key)
    assert "cha (dòng " in result(rows, first, "Xét theo", key)
    assert result(rows, second, ": kết quả", key) == "chưa đủ thông tin"
    assert "Người đứng đơn (dòng " in result(rows, second, ": thông tin còn thiếu", key)
    assert "Đã đọc 4 thành viên của 2 hộ" in err
    assert "2 hồ sơ" not in out


@pytest.mark.parametrize("form", [with_a_sheet, by_code, by_number])
def test_people_are_joined_alike_where_lists_are_judged_in_columns(
    form: Callable[[Path], list[str]], ancu_here: Command, tmp_path: Path
) -> None:
    asked = ["screen", *form(tmp_path), *GRANT, "--members-complete"]
    for engine in ("rows", "columns"):
        code, _, err = ancu_here(*asked, "--engine", engine, "-o", f"{engine}.xlsx", "--members-sheet")
        assert code == 0, err
    alone, together = (openpyxl.load_workbook(tmp_path / f"{engine}.xlsx") for engine in ("rows", "columns"))
    assert alone.sheetnames == together.sheetnames
    for sheet in alone:
        rows, others = ([[cell.value for cell in row] for row in book[sheet.title]] for book in (alone, together))
        assert rows == others, sheet.title


@pytest.mark.parametrize("form", [with_a_file, by_code, by_number])
def test_a_row_of_such_a_list_is_explained(
    form: Callable[[Path], list[str]], ancu_here: Command, tmp_path: Path
) -> None:
    list_, *more = form(tmp_path)
    case = "1" if form is by_number else "H1"
    code, out, err = ancu_here("explain", "--case", case, "--in", list_, *more, "--members-complete", *GRANT)
    assert code == 0, err
    assert "xét theo cha (dòng " in out


@pytest.mark.slow
def test_the_example_by_the_real_command(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command("screen", str(EXAMPLE), *GRANT[:2], "-o", "kq.xlsx", "--members-sheet", ANCU_LANG="vi")
    assert done.returncode == 0, done.stderr
    book = openpyxl.load_workbook(tmp_path / "kq.xlsx")
    decisions, people = book["Kết quả"], book["Thành viên"]
    assert decisions.max_row == 6
    assert [cell.value for cell in people[1]][:4] == ["Mã hồ sơ", "Dòng", "Tình trạng", "Quan hệ với người đứng đơn"]
    assert people.max_row == 12
    receipt = json.loads((tmp_path / "kq.run.json").read_text(encoding="utf-8"))
    assert receipt["counts"]["members"] == 11
    assert receipt["job"]["members_sheet"] is True
    again = ancu_command("replay", "kq.run.json", ANCU_LANG="vi")
    assert again.returncode == 0, again.stdout
    explained = ancu_command("explain", "--case", "HỘ-03", "--in", str(EXAMPLE), *GRANT[:2], ANCU_LANG="vi")
    assert "xét theo mẹ của vợ hoặc chồng (dòng 9)" in explained.stdout
    # What is written is read again: the people on its sheet belong to the households of the other.
    once_more = ancu_command("screen", "kq.xlsx", *GRANT[:2], "-o", "kq2.csv", ANCU_LANG="vi")
    assert "Đã đọc 11 thành viên của 5 hộ" in once_more.stderr
    assert result(table(tmp_path / "kq2.csv"), "HỘ-01", "Xét theo").endswith("cha (dòng 5)")


@pytest.mark.slow
def test_the_receipt_holds_the_file_of_people(ancu_command: Run, tmp_path: Path) -> None:
    done = ancu_command("screen", *with_a_file(tmp_path), *GRANT, "-o", "kq.csv", ANCU_LANG="vi")
    assert done.returncode == 0, done.stderr
    receipt = json.loads((tmp_path / "kq.run.json").read_text(encoding="utf-8"))
    assert [(file["role"], file["name"]) for file in receipt["inputs"]] == [
        ("list", "ho.csv"),
        ("members", "nguoi.csv"),
    ]
    write_csv(tmp_path / "nguoi.csv", PEOPLE[:-1])
    changed = ancu_command("replay", "kq.run.json", ANCU_LANG="vi")
    assert changed.returncode == 4
    assert "nguoi.csv" in changed.stderr


@pytest.mark.slow
def test_people_come_by_standard_input(ancu_command: Run, tmp_path: Path) -> None:
    by_code(tmp_path)
    text = (tmp_path / "ho.csv").read_text(encoding="utf-8")
    done = ancu_command("screen", "-", *GRANT, "-o", "kq.csv", stdin=text, ANCU_LANG="vi")
    assert done.returncode == 0, done.stderr
    assert [row["Mã hộ"] for row in table(tmp_path / "kq.csv")] == ["H1", "H2"]


def test_records_list_their_people_themselves(ancu_here: Command, tmp_path: Path) -> None:
    """As a single record does; what is returned of them is mended and read again."""
    house = dict(zip(HOUSE[1:], STATE, strict=True))
    people = [dict(zip(PERSON[1:], row, strict=True)) for row in (HEAD, FATHER)]
    spoilt = [people[0], {**people[1], "Tỷ lệ tổn thương cơ thể": 445}]
    records = [
        {"Mã hộ": "H1", **house, "members": people, "members_complete": True},
        {"Mã hộ": "H2", **house, "members": spoilt, "members_complete": True},
        {"Mã hộ": "H3", **house, "members": None},
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    (tmp_path / "ho.jsonl").write_text(lines, encoding="utf-8")
    back, err = rejected(tmp_path, ancu_here, "ho.jsonl")
    assert "Đã đọc 4 thành viên của 2 hộ (mục “members” của từng hồ sơ)" in err
    assert "H3" in err
    assert "Thành viên Bố đẻ (thành viên 2 ở dòng 2)" in back[0]["Lỗi và cách sửa"]
    rows = table(tmp_path / "kq.csv")
    assert result(rows, "H1", ": kết quả").startswith("đủ điều kiện")
    assert result(rows, "H1", "Xét theo").endswith(": cha")
    mended = (tmp_path / "kq.rejects.csv").read_text(encoding="utf-8").replace(": 445", ": 45")
    (tmp_path / "sua.csv").write_text(mended, encoding="utf-8")
    assert ancu_here("screen", "sua.csv", *GRANT, "-o", "kq2.csv")[0] == 0
    assert result(table(tmp_path / "kq2.csv"), "H2", "Xét theo").endswith(": cha")


# -- what cannot be joined or read -----------------------------------------------------------------------------------


def rejected(folder: Path, ancu_here: Command, *arguments: str) -> tuple[list[dict[str, str]], str]:
    code, _, err = ancu_here("screen", *arguments, *GRANT, "-o", "kq.csv")
    assert code == 3, err
    return table(folder / "kq.rejects.csv"), err


def test_a_cell_of_a_member_returns_the_household(ancu_here: Command, tmp_path: Path) -> None:
    write_csv(tmp_path / "ho.csv", HOUSES)
    write_csv(tmp_path / "nguoi.csv", [*PEOPLE, ["H1", "Con", "không", "", "145"]])
    (row,), err = rejected(tmp_path, ancu_here, "ho.csv", "--members", "nguoi.csv")
    assert "Lỗi ở thành viên thì sửa tại nguoi.csv; khi chạy lại, thêm: --members nguoi.csv" in err
    assert (row["Dòng số"], row["Mã hộ"]) == ("2", "H1")
    assert (row["Cột có lỗi"], row["Giá trị có lỗi"]) == ("Tỷ lệ tổn thương cơ thể", "145")
    assert "Thành viên Con (nguoi.csv, dòng 6)" in row["Lỗi và cách sửa"]
    code, _, err = ancu_here("explain", "--case", "H1", "--in", "ho.csv", "--members", "nguoi.csv", *GRANT)
    assert code == 4
    assert err.startswith("nguoi.csv:6: ")


def test_rows_of_several_workbooks_are_mended_where_their_people_stand(ancu_here: Command, tmp_path: Path) -> None:
    """What comes back has no people; what is the same of every workbook is told once."""
    spoilt = [[*HOUSE, "Diện tích nhà"], ["H1", *STATE, "rộng"], ["H2", *STATE, "20"]]
    for name in ("a.xlsx", "b.xlsx"):
        write_book(tmp_path / name, Danh_sách=spoilt, Thành_viên=PEOPLE)
    _, err = rejected(tmp_path, ancu_here, "a.xlsx", "b.xlsx")
    assert "Hãy sửa ngay trong danh sách (a.xlsx, b.xlsx) rồi chạy lại các danh sách ấy" in err
    assert err.count("Cột “Tỷ lệ tổn thương cơ thể” được hiểu là") == 1


def test_returned_households_are_mended_and_run_again(ancu_here: Command, tmp_path: Path) -> None:
    """All rows of a household come back together, each with what is wrong in it."""
    rows = [[*HOUSE, *PERSON[1:]], ["H1", *STATE, *HEAD], ["H1", *STATE, *FATHER], ["H2", *STATE, *HEAD]]
    rows[2][len(HOUSE) + 3] = "445"
    write_csv(tmp_path / "ho.csv", rows)
    back, _ = rejected(tmp_path, ancu_here, "ho.csv")
    assert [(row["Dòng số"], row["Cột có lỗi"]) for row in back] == [("2", ""), ("3", "Tỷ lệ tổn thương cơ thể")]
    mended = (tmp_path / "kq.rejects.csv").read_text(encoding="utf-8").replace(",445,", ",45,")
    (tmp_path / "sua.csv").write_text(mended, encoding="utf-8")
    code, _, err = ancu_here("screen", "sua.csv", *GRANT, "--members-complete", "-o", "kq2.csv")
    assert code == 0, err
    assert "cha (dòng 3)" in result(table(tmp_path / "kq2.csv"), "H1", "Xét theo")


def test_personal_numbers_are_held_against_the_row_and_hidden(ancu_here: Command, tmp_path: Path) -> None:
    """A number of another sex or year returns the household; zeros that a spreadsheet took are told of the list."""
    write_csv(tmp_path / "ho.csv", HOUSES)
    header = [*PERSON[:2], "Số căn cước", "Ngày sinh"]
    people = [["H1", "Chủ hộ", "027080001234", "1980"], ["H1", "vợ", "027080001235", "1980"]]
    write_csv(tmp_path / "nguoi.csv", [header, *people, ["H2", "Chủ hộ", "27080001234", "1980"]])
    (row,), err = rejected(tmp_path, ancu_here, "ho.csv", "--members", "nguoi.csv")
    assert (row["Mã hộ"], row["Cột có lỗi"]) == ("H1", "Số căn cước")
    assert row["Giá trị có lỗi"].endswith("•235")
    assert "027080001235" not in (tmp_path / "kq.rejects.csv").read_text(encoding="utf-8")
    assert "Số căn cước" in err
    assert "dòng 4" in err


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ([["H1", *FATHER], ["H2", *HEAD]], "chưa có người đứng đơn (nguoi.csv, dòng 2)"),
        ([["H1", *HEAD], ["H1", *HEAD], ["H2", *HEAD]], "nhiều người đứng đơn (nguoi.csv, dòng 2; nguoi.csv, dòng 3)"),
    ],
)
def test_a_household_has_one_applicant(people: list[list[str]], said: str, ancu_here: Command, tmp_path: Path) -> None:
    write_csv(tmp_path / "ho.csv", HOUSES)
    write_csv(tmp_path / "nguoi.csv", [PERSON, *people])
    (row,), _ = rejected(tmp_path, ancu_here, "ho.csv", "--members", "nguoi.csv")
    assert row["Mã hộ"] == "H1"
    assert said in row["Lỗi và cách sửa"]


def test_nobody_is_lost_in_silence(ancu_here: Command, tmp_path: Path) -> None:
    """A code that two households have, people of no household, a household without people."""
    write_csv(tmp_path / "ho.csv", [*HOUSES, ["H1", *STATE], ["H3", *STATE]])
    write_csv(tmp_path / "nguoi.csv", [*PEOPLE, ["H9", *HEAD]])
    back, err = rejected(tmp_path, ancu_here, "ho.csv", "--members", "nguoi.csv")
    assert [(row["Dòng số"], row["Cột có lỗi"]) for row in back] == [("2", "Mã hộ"), ("4", "Mã hộ")]
    assert "(dòng 2, 4)" in back[0]["Lỗi và cách sửa"]
    assert "1 thành viên có mã hộ không có trong danh sách hộ nên không được xét: H9 (nguoi.csv, dòng 6)" in err
    assert "1 hộ không có thành viên nào trong danh sách thành viên và được xét theo dòng của hộ: H3." in err
    assert result(table(tmp_path / "kq.csv"), "H3", "Xét theo") == "không có thành viên trong danh sách"
    receipt = json.loads((tmp_path / "kq.run.json").read_text(encoding="utf-8"))
    assert (receipt["counts"]["members"], receipt["counts"]["strays"]) == (5, 1)


def test_what_is_said_of_a_household_is_said_once(ancu_here: Command, tmp_path: Path) -> None:
    rows = [[*HOUSE, *PERSON[1:]], ["H1", *STATE, *HEAD], ["H1", "Bắc Giang", *STATE[1:], *FATHER]]
    write_csv(tmp_path / "ho.csv", rows)
    back, _ = rejected(tmp_path, ancu_here, "ho.csv")
    assert [row["Cột có lỗi"] for row in back] == ["", "Tỉnh"]
    assert "“Bắc Ninh” (dòng 2) và “Bắc Giang” (dòng 3)" in back[1]["Lỗi và cách sửa"]


@pytest.mark.parametrize(
    ("houses", "people", "said"),
    [
        (HOUSES, [["Mã hộ", "Diện NCC"], ["H1", "Thương binh"]], "không có cột “Quan hệ"),
        (HOUSES, [["Quan hệ", "Diện NCC"], ["Chủ hộ", ""]], "không có cột “Mã hồ sơ” hay “Mã hộ”"),
        ([HOUSE[1:], STATE], PEOPLE, "Danh sách hộ không có cột “Mã hồ sơ” hay “Mã hộ”"),
    ],
)
def test_lists_that_cannot_be_joined(houses: Rows, people: Rows, said: str, ancu_here: Command, tmp_path: Path) -> None:
    write_csv(tmp_path / "ho.csv", houses)
    write_csv(tmp_path / "nguoi.csv", people)
    code, _, err = ancu_here("screen", "ho.csv", "--members", "nguoi.csv", *GRANT, "-o", "kq.csv")
    assert code == 4
    assert said in err
    assert not (tmp_path / "kq.csv").exists()


def test_what_lists_with_people_cannot_be_asked(ancu_here: Command, tmp_path: Path) -> None:
    asked = with_a_file(tmp_path)
    code, _, err = ancu_here("screen", *asked, *GRANT, "-o", "kq.csv", "--members-sheet")
    assert (code, ".xlsx" in err) == (2, True)
    code, _, err = ancu_here("screen", "ho.csv", *GRANT, "-o", "kq.csv", "--members-complete")
    assert (code, "--members-complete không có tác dụng" in err) == (0, True)


@pytest.mark.parametrize("people", [True, False])
def test_a_large_list_is_read_as_a_whole_only_for_its_people(
    people: bool, ancu_here: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 0)
    by_code(tmp_path)
    if not people:
        rows = [[*HOUSE, PERSON[1]], ["H1", *STATE, "con"], ["H2", *STATE, "chủ hộ"]]
        write_csv(tmp_path / "ho.csv", rows)
    code, _, err = ancu_here("screen", "ho.csv", *GRANT, "-o", "kq.csv")
    assert code == 0, err
    assert [row["Mã hộ"] for row in table(tmp_path / "kq.csv")] == ["H1", "H2"]
    assert ("Đã đọc 4 thành viên của 2 hộ" in err) is people


# -- whether anybody is missing --------------------------------------------------------------------------------------


def test_a_household_says_itself_whether_all_are_listed(ancu_here: Command, tmp_path: Path) -> None:
    houses = [[*HOUSE, "Đã kê đủ thành viên"], ["H1", *STATE, "có"], ["H2", *STATE, "không"], ["H3", *STATE, ""]]
    people = [PERSON, *([code, *row] for code in ("H1", "H2", "H3") for row in (HEAD, FATHER))]
    write_book(tmp_path / "ho.xlsx", Hộ=houses, Thành_viên=people)
    found = []
    for option in ([], ["--members-complete"]):
        assert ancu_here("screen", "ho.xlsx", *GRANT, *option, "-o", "kq.csv")[0] == 0
        rows = table(tmp_path / "kq.csv")
        found.append([result(rows, code, ": kết quả").startswith("đủ") for code in ("H1", "H2", "H3")])
    assert found == [[True, False, False], [True, False, True]]


def test_what_nobody_knows_is_told_in_words(ancu_here: Command, tmp_path: Path) -> None:
    """Beside the father's, an empty cell of the applicant's says that he has no merit; "không rõ" does not."""
    write_csv(tmp_path / "ho.csv", HOUSES)
    head = ["H2", *HEAD[:2], "không rõ"]
    write_csv(tmp_path / "nguoi.csv", [PERSON, ["H1", *HEAD], ["H1", *FATHER], head, ["H2", *FATHER]])
    asked = ("ho.csv", "--members", "nguoi.csv", "--programme", "house_gift", "--as-of", "2026-05-01")
    code, _, err = ancu_here("screen", *asked, "--members-complete", "-o", "kq.csv")
    assert code == 0, err
    rows = table(tmp_path / "kq.csv")
    missing = [result(rows, code, ": thông tin còn thiếu") for code in ("H1", "H2")]
    assert ["diện người có công" in text for text in missing] == [False, True], missing


# -- lists as before -------------------------------------------------------------------------------------------------


def test_a_list_with_a_row_a_case_is_as_before(ancu_here: Command, tmp_path: Path) -> None:
    """A column of relations alone makes no households: nothing else of the result changes."""
    for name, header in (("a", "Quan hệ với chủ hộ"), ("b", "Một cột khác")):
        write_csv(tmp_path / f"{name}.csv", [[*HOUSE, header], ["H1", *STATE, "con"], ["H2", *STATE, "chủ hộ"]])
        assert ancu_here("screen", f"{name}.csv", *GRANT, "-o", f"kq-{name}.csv")[0] == 0
    one, other = ((tmp_path / f"kq-{name}.csv").read_text(encoding="utf-8") for name in "ab")
    assert one == other.replace("Một cột khác", "Quan hệ với chủ hộ")
    assert "Xét theo" not in one
    receipt = json.loads((tmp_path / "kq-a.run.json").read_text(encoding="utf-8"))
    assert not {"members", "members_complete", "members_sheet"} & receipt["job"].keys()
    assert not {"members", "strays"} & receipt["counts"].keys()


def test_a_workbook_of_one_sheet_is_its_list(ancu_here: Command, tmp_path: Path) -> None:
    """Whatever the sheet is called: with no other to belong to, its rows are the cases."""
    write_book(tmp_path / "ho.xlsx", Thành_viên=HOUSES)
    assert ancu_here("screen", "ho.xlsx", *GRANT, "-o", "kq.csv")[0] == 0
    assert [row["Mã hộ"] for row in table(tmp_path / "kq.csv")] == ["H1", "H2"]


# -- telling households apart ----------------------------------------------------------------------------------------


def grouped(book: ancu.Rulebook, headers: list[str], rows: Rows) -> list[list[int]] | None:
    """The lines of each household that rows come to."""
    listing = Listing(headers, [Row(i, dict(zip(headers, row, strict=True))) for i, row in enumerate(rows, 1)])
    relations = {"chủ hộ": "applicant", "con": "child", "vợ": "spouse"}
    found = group_by_household(listing, PeopleMeanings(book), lambda cell: relations.get(str(cell)))
    return None if found is None else [[row.line for row in group.rows] for group in found.groups]


@pytest.mark.parametrize(
    ("headers", "rows", "lines"),
    [
        (["Mã hộ", "Quan hệ"], [["1", "chủ hộ"], ["2", "chủ hộ"], ["1", "con"]], [[1, 3], [2]]),
        (["Mã hộ", "Quan hệ"], [["1", "chủ hộ"], ["", "con"], ["2", "chủ hộ"]], [[1, 2], [3]]),
        (["Mã hộ", "Quan hệ"], [["1", "chủ hộ"], ["2", "chủ hộ"]], None),
        (["STT", "Quan hệ"], [["1", "chủ hộ"], ["", "con"], ["1", "chủ hộ"], ["2", "chủ hộ"]], [[1, 2], [3], [4]]),
        (["STT", "Quan hệ"], [["1", "chủ hộ"], ["2", "con"]], None),
        (["STT", "Quan hệ"], [["1", "chủ hộ"], ["1", "con"]], None),
        (["STT hộ", "Quan hệ"], [["1", "chủ hộ"], ["1", "con"], ["2", "chủ hộ"]], [[1, 2], [3]]),
        (["STT", "STT hộ", "Quan hệ"], [["1", "1", "chủ hộ"], ["2", "", "con"]], [[1, 2]]),
        (["STT", "Ghi chú"], [["1", ""], ["", "x"]], None),
        # Without any code or number, households are told by what stands on the rows of their heads alone.
        (["STT", "Quan hệ", "Tỉnh"], [["1", "chủ hộ", "x"], ["2", "con", ""], ["3", "chủ hộ", "x"]], [[1, 2], [3]]),
        (["Quan hệ", "Tỉnh"], [["chủ hộ", "x"], ["vợ", ""], ["con", ""], ["chủ hộ", "x"]], [[1, 2, 3], [4]]),
        (["Quan hệ", "Tỉnh"], [["chủ hộ", "x"], ["con", "x"], ["chủ hộ", "x"]], None),
        (["Quan hệ", "Tỉnh"], [["con", ""], ["chủ hộ", "x"], ["con", ""]], None),
        (["Quan hệ", "Tỉnh"], [["chủ hộ", "x"], ["vợ", ""], ["vợ", ""]], None),
        (["Quan hệ", "Tỉnh"], [["chủ hộ", "x"], ["", ""]], None),
    ],
)
def test_households_are_told_apart(
    headers: list[str], rows: Rows, lines: list[list[int]] | None, book: ancu.Rulebook
) -> None:
    assert grouped(book, headers, rows) == lines


PEOPLE_NUMBERED = [
    ["STT", "Họ và tên", "Quan hệ với chủ hộ", "Tỉnh", "Hiện trạng nhà"],
    ["1", "Người giả định 01", "Chủ hộ", "Bắc Ninh", "Nhà tạm"], ["2", "Người giả định 02", "Vợ", "", ""],
    ["3", "Người giả định 03", "Con", "", ""], ["4", "Người giả định 04", "Chủ hộ", "Bắc Ninh", "Dột nát"],
]  # fmt: skip


@pytest.mark.parametrize("large", [False, True])
def test_people_under_their_heads_are_households(
    large: bool, ancu_here: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGE", 1 if large else opening.LARGE)
    write_csv(tmp_path / "ho.csv", PEOPLE_NUMBERED)
    code, out, err = ancu_here("screen", "ho.csv", *GRANT, "-o", "kq.csv")
    assert (code, "xét 2" in out) == (0, True), err
    assert "Đã đọc 4 thành viên của 2 hộ (mỗi người một dòng; hộ bắt đầu ở dòng chủ hộ, theo cột “Quan hệ" in err


def test_relations_that_tell_no_households_are_said_to_be_unused(ancu_here: Command, tmp_path: Path) -> None:
    """Each row says all of its own: it may be an applicant who is a child in a household that is not listed."""
    rows = [PEOPLE_NUMBERED[0], *([*row[:3], "Bắc Ninh", "Nhà tạm"] for row in PEOPLE_NUMBERED[1:])]
    write_csv(tmp_path / "ho.csv", rows)
    code, out, err = ancu_here("screen", "ho.csv", *GRANT, "-o", "kq.csv")
    assert (code, "xét 4" in out) == (0, True), err
    assert (
        "Cột “Quan hệ với chủ hộ” không dùng: mỗi dòng được xét như một hồ sơ riêng. "
        "Nếu nhiều dòng là người của một hộ, hãy thêm cột “Mã hộ” (hoặc “Số hộ”), mọi dòng của hộ ghi cùng mã." in err
    )


def test_a_code_as_above_is_that_of_the_household_above(ancu_here: Command, tmp_path: Path) -> None:
    first, *others = PEOPLE
    rows = [first, *([["H1", "-nt-", "nt", "H2"][at], *row[1:]] for at, row in enumerate(others))]
    write_csv(tmp_path / "nguoi.csv", rows)
    write_csv(tmp_path / "ho.csv", HOUSES)
    code, _, err = ancu_here("screen", "ho.csv", "--members", "nguoi.csv", *GRANT, "--members-complete", "-o", "kq.csv")
    assert code == 0, err
    assert (
        "nguoi.csv: Cột “Mã hộ”: 2 ô ghi “nt”, “như trên” hoặc dấu lặp lại được đọc theo giá trị của dòng trên." in err
    )
    assert result(table(tmp_path / "kq.csv"), "H1", ": kết quả").startswith("đủ điều kiện")


# -- a mapping -------------------------------------------------------------------------------------------------------


def test_a_mapping_names_what_is_told_of_people(ancu_here: Command, tmp_path: Path) -> None:
    people = [["Mã hộ", "QH", "CS nhà ở", "Đối tượng", "% TT", *PERSON[5:]], *PEOPLE[1:]]
    write_csv(tmp_path / "ho.csv", [["Ma", *HOUSE[1:]], *HOUSES[1:]])
    write_csv(tmp_path / "nguoi.csv", people)
    columns = {"Ma": "Mã hồ sơ", "QH": "Quan hệ với chủ hộ", "CS nhà ở": PERSON[2], "% TT": "disability_rate"}
    lines = [*(f'  "{header}": {name}' for header, name in columns.items())]
    lines.append('  "Đối tượng": {là: Diện người có công, giá trị: {"Thương binh": Bệnh binh}}')
    (tmp_path / "cot.yaml").write_text("cột:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    asked = ("ho.csv", "--members", "nguoi.csv", "--map", "cot.yaml", *GRANT, "--members-complete", "-o", "kq.csv")
    code, _, err = ancu_here("screen", *asked)
    assert code == 0, err
    assert "diện: Bệnh binh; xét theo cha (dòng 4)" in result(table(tmp_path / "kq.csv"), "H1", ": lý do", "Ma")


@pytest.mark.parametrize("apart", [True, False])
def test_a_drafted_mapping_knows_the_columns_of_people(apart: bool, ancu_here: Command, tmp_path: Path) -> None:
    people = [["Mã hộ", "Quan hệ với chủ hộ", "Diện người có công", "Ghi chú khác"], ["H1", "Chủ hộ", "Loại 2", "x"]]
    if apart:
        write_book(tmp_path / "ho.xlsx", Danh_sách=[HOUSE, ["H1", *STATE]], Thành_viên=people)
    else:
        rows = [[*HOUSE, *people[0][1:]], ["H1", *STATE, *people[1][1:]], ["", *[""] * 6, "Vợ", "", ""]]
        write_book(tmp_path / "ho.xlsx", Danh_sách=rows)
    code, out, err = ancu_here("map", "ho.xlsx")
    assert code == 0, err
    known = next(line for line in out.splitlines() if "Đã nhận ra" in line)
    assert all(header in known for header in ("Mã hộ", "Tỉnh", "Quan hệ với chủ hộ"))
    assert known.count("Mã hộ") == 1
    assert '  "Diện người có công":\n    là: "Diện người có công"\n    giá trị:\n      "Loại 2": "?"\n' in out
    assert '  - "Ghi chú khác"\n' in out


def test_what_is_a_persons_alone_maps_nothing_of_a_record(ancu_here: Command, tmp_path: Path) -> None:
    write_csv(tmp_path / "ho.csv", [[*HOUSE, "QH"], ["H1", *STATE, "con"], ["H2", *STATE, "chủ hộ"]])
    (tmp_path / "cot.yaml").write_text('cột: {"QH": Quan hệ với chủ hộ}\n', encoding="utf-8")
    code, _, err = ancu_here("screen", "ho.csv", "--map", "cot.yaml", *GRANT, "-o", "kq.csv")
    assert code == 0, err
    assert "Cột “QH” không dùng để xét" in err
    (tmp_path / "cot.yaml").write_text("hằng số: {Quan hệ với chủ hộ: con}\n", encoding="utf-8")
    assert ancu_here("screen", "ho.csv", "--map", "cot.yaml", *GRANT, "-o", "kq.csv")[0] == 4


# -- the empty list --------------------------------------------------------------------------------------------------


def test_the_empty_list_has_a_sheet_of_people(book: ancu.Rulebook, ancu_here: Command, tmp_path: Path) -> None:
    assert ancu_here("template", "--xlsx", "mau.xlsx", "--members", "--programme", "merit_house_grant")[0] == 0
    made = openpyxl.load_workbook(tmp_path / "mau.xlsx")
    assert made.sheetnames == ["Danh sách", "Thành viên", "Hướng dẫn", "Danh mục"]
    list_, people = made["Danh sách"], made["Thành viên"]
    headers = [[cell.value for cell in sheet[1]] for sheet in (list_, people)]
    assert "Đã kê đủ thành viên" in headers[0]
    assert "Diện người có công" not in headers[0]
    assert len(people.data_validations.dataValidation) == len(headers[1])
    filled = {
        "Danh sách": [{"Mã hồ sơ": "H1", "Đã kê đủ thành viên": "có", "Tỉnh": "Bắc Ninh"}],
        "Thành viên": [
            {"Mã hồ sơ": "H1", "Quan hệ với người đứng đơn": "Người đứng đơn"},
            {"Mã hồ sơ": "H1", "Quan hệ với người đứng đơn": "Mẹ", "Diện người có công": "Bệnh binh"},
        ],
    }
    for (name, rows), own in zip(filled.items(), headers, strict=True):
        for number, row in enumerate(rows, 2):
            for header, cell in row.items():
                made[name].cell(number, own.index(header) + 1, cell)
    made.save(tmp_path / "ho.xlsx")
    code, _, err = ancu_here("screen", "ho.xlsx", *GRANT, "-o", "kq.csv")
    assert code == 0, err
    assert "mẹ (dòng 3)" in result(table(tmp_path / "kq.csv"), "H1", "Xét theo", "Mã hồ sơ")
    assert ancu_here("template", "--members")[0] == 2


def test_every_fact_of_people_is_on_one_sheet_or_the_other(book: ancu.Rulebook) -> None:
    own, people = split_by_people(book, facts_read(book))
    assert book.people is not None
    assert set(people) <= book.people.person.facts.keys()
    assert not {name for name in own if name in book.people.projections} - {
        name for name, versions in book.people.projections.items() if versions[-1].version.open
    }
    assert set(facts_read(book)) - set(own) <= book.people.projections.keys()


def test_the_workbook_is_the_same_for_the_same_rulebook(book: ancu.Rulebook) -> None:
    from datetime import date

    own, people = split_by_people(book, facts_read(book, ["merit_house_grant"]))
    one, other = (template_workbook(book, own, (), "vi", date(2026, 5, 1), people) for _ in range(2))
    assert one == other


# -- personal numbers ------------------------------------------------------------------------------------------------


def test_with_a_key_no_number_stands_in_what_is_written(ancu_here: Command, tmp_path: Path) -> None:
    """Of the head in the result, and of everybody in the rows that are returned; these are read again as they are."""
    (tmp_path / "khoa.txt").write_text("0123456789abcdef0123456789abcdef\n")
    numbers = ["024080000123", "024055000456", "024090000789"]
    header = [*HOUSE, *PERSON[1:], "Số CCCD"]
    rows = [
        ["H1", *STATE, *HEAD, numbers[0]],
        ["H1", *STATE, *FATHER, numbers[1]],
        ["H2", *STATE, *[*HEAD[:3], "445", *HEAD[4:]], numbers[2]],
    ]
    write_csv(tmp_path / "ho.csv", [header, *rows])
    asked = [*GRANT, "--members-complete", "--hash-ids", "khoa.txt"]
    for engine in ("rows", "columns"):
        code, _, err = ancu_here("screen", "ho.csv", *asked, "--engine", engine, "-o", f"{engine}.csv")
        assert code == 3, err
        (row,) = table(tmp_path / f"{engine}.csv")
        (back,) = table(tmp_path / f"{engine}.rejects.csv")
        assert row["Số CCCD"].startswith("hmac-sha256:")
        assert back["Số CCCD"].startswith("hmac-sha256:")
        assert back["Số CCCD"] != row["Số CCCD"]
        written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob(f"{engine}.*"))
        assert not [number for number in numbers if number in written + err]
    mended = (tmp_path / "rows.rejects.csv").read_text(encoding="utf-8").replace(",445,", ",45,")
    (tmp_path / "sua.csv").write_text(mended, encoding="utf-8")
    code, _, err = ancu_here("screen", "sua.csv", *asked, "-o", "kq.csv")
    assert code == 0, err
    assert table(tmp_path / "kq.csv")[0]["Số CCCD"] == back["Số CCCD"]


# -- two runs compared -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [with_a_file, by_code])
def test_a_cell_of_a_person_that_changed_is_the_cause(
    form: Callable[[Path], list[str]], ancu_here: Command, tmp_path: Path
) -> None:
    asked = form(tmp_path)
    assert ancu_here("screen", *asked, *GRANT, "--members-complete", "-o", "truoc.csv")[0] == 0
    source = tmp_path / asked[-1]
    before = source.read_text(encoding="utf-8")
    (tmp_path / "sau").mkdir()
    after = [*asked[:-1], f"sau/{asked[-1]}"]
    (tmp_path / after[-1]).write_text(before.replace("45,có,không", "45,,không"), encoding="utf-8")
    assert ancu_here("screen", *after, *GRANT, "--members-complete", "-o", "sau.csv")[0] == 0
    code, out, err = ancu_here("diff", "truoc.csv", "sau.csv")
    assert code == 1, err
    assert "Bố đẻ (" in out
    assert "dòng 4), Đã được công nhận người có công hoặc thân nhân liệt sĩ: có → –)" in out
    source.write_text(before.replace("45", "46"), encoding="utf-8")
    code, out, err = ancu_here("diff", "truoc.csv", "sau.csv")
    assert f"“{asked[-1]}” không còn như khi xét" in err
