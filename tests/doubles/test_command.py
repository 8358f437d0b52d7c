"""``ancu doubles`` from files to files: the summary, the workbook with its questions, the letter, and the answers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import openpyxl
import pytest

from ancu.doubles.results import DoublesReport
from tests.conftest import Command
from tests.doubles.rosters import BOUGHT, LAN, write

ASKED = ("--programme", "social_housing_purchase", "--as-of", "02/11/2026", "--province", "Bắc Ninh")
BINH = {**LAN, "Mã hồ sơ": "HS-2", "Họ và tên": "Lê Văn Bình", "Số CCCD": "024050000001", "Ngày sinh": "1950"}
BINH = {**BINH, "Giới tính": "Nam"}
TUAN = {**BINH, "Mã hồ sơ": "HS-3", "Họ và tên": "Vũ Minh Tuấn", "Số CCCD": "", "Ngày sinh": "03/04/1988"}


@pytest.fixture
def files(ancu_here: Command, tmp_path: Path) -> tuple[str, ...]:
    """A list of three, of whom one stands in the register by number and one seems to."""
    write(tmp_path / "ds.csv", [LAN, BINH, TUAN])
    write(tmp_path / "so.csv", [BOUGHT, {**BOUGHT, **TUAN, "Mã hồ sơ": "", "Họ và tên": "Vũ Tuấn"}])
    return ("doubles", "ds.csv", "--register", "so.csv", *ASKED)


def test_summary_workbook_json_and_letter(ancu_here: Command, files: tuple[str, ...], tmp_path: Path) -> None:
    outputs = ("-o", "kq.xlsx", "-o", "kq.json", "--letter", "tl.md", "--project", "Khu_A")
    code, said, errors = ancu_here(*files, *outputs)
    assert code == 1
    assert said.splitlines()[0] == (
        "Đã đối chiếu 3 người của 3 hồ sơ với 2 dòng sổ: 1 trùng (1 vướng), 1 cần hỏi, 1 không thấy."
    )
    assert "hết thứ Năm, ngày 12/11/2026 (điểm đ khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP" in said
    assert errors.splitlines() == ["Kết quả: kq.xlsx", "Kết quả: kq.json", "Kết quả: tl.md"]
    report = json.loads((tmp_path / "kq.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, DoublesReport.model_json_schema(mode="serialization"))
    assert [(one["level"], one["person"]["number"]) for one in report["findings"]] == [
        ("hit", "•••••••••567"),
        ("likely", None),
    ]
    letter = (tmp_path / "tl.md").read_text(encoding="utf-8")
    assert "Kính gửi: Chủ đầu tư dự án Khu\\_A" in letter
    assert "024187004567" not in letter
    assert "Hồ sơ: HS-2." in letter
    book = openpyxl.load_workbook(tmp_path / "kq.xlsx")
    assert book.sheetnames == ["Trùng", "Cần hỏi", "Từng người", "Từng hộ", "Bản in", "Dự thảo trả lời"]
    assert [cell.value for cell in book["Trùng"][2]][:5] == [
        "Trùng",
        "Có tên trong sổ hỗ trợ",
        "HS-1",
        LAN["Họ và tên"],
        "Người đứng đơn",
    ]
    assert [row[0].value for row in book["Từng người"]] == ["Kết quả đối chiếu", "Trùng", "Không thấy", "Cần hỏi"]
    # On paper: every finding once, a page wide with letters that can be read, its heading on each page.
    paper = book["Bản in"]
    assert [str(row[0].value).split("\n")[0] for row in paper] == ["Kết quả đối chiếu", "Trùng", "Cần hỏi"]
    assert str(paper["B2"].value).startswith(f"HS-1\n{LAN['Họ và tên']}\nNgười đứng đơn\n•••••••••567")
    assert sum(dimension.width for dimension in paper.column_dimensions.values()) < 165
    for sheet in book.worksheets[:-1]:
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.print_title_rows == "$1:$1"
    assert [sheet.page_setup.fitToWidth for sheet in book.worksheets] == [2, 3, None, None, None, None]


def answer(path: Path, same: str, by: str = "Nguyễn An", on: object = None, why: str = "Đã xem căn cước") -> None:
    """Fill in the one question of a workbook, as an officer would."""
    book = openpyxl.load_workbook(path)
    sheet = book["Cần hỏi"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    cells = (same, by, on if on is not None else date(2026, 11, 3), why)
    headings = ("Có phải một người không", "Người trả lời", "Ngày trả lời", "Vì sao")
    for heading, value in zip(headings, cells, strict=True):
        sheet.cell(2, columns[heading], value)
    book.save(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("same", "summary", "effect"),
    [
        ("có", "2 trùng (2 vướng), 0 cần hỏi, 1 không thấy", "bars"),
        ("không", "1 trùng (1 vướng), 0 cần hỏi, 2 không thấy", "no_bar"),
    ],
)
def test_what_an_officer_answered_is_kept_and_used_again(
    same: str, summary: str, effect: str, ancu_here: Command, files: tuple[str, ...], tmp_path: Path
) -> None:
    ancu_here(*files, "-o", "kq.xlsx")
    answer(tmp_path / "kq.xlsx", same)
    _, said, _ = ancu_here(*files, "--answers", "kq.xlsx", "-o", "moi.xlsx", "-o", "moi.json")
    assert summary in said
    report = json.loads((tmp_path / "moi.json").read_text(encoding="utf-8"))
    answered = report["findings"][-1]
    assert answered["effect"]["effect"] == effect
    assert answered["answer"] == {
        "question": answered["question"],
        "same": same == "có",
        "by": "Nguyễn An",
        "on": "2026-11-03",
        "why": "Đã xem căn cước",
    }
    # The new workbook keeps the answer for the run after it.
    _, again, _ = ancu_here(*files, "--answers", "moi.xlsx")
    assert summary in again


def test_an_answer_that_is_none_is_refused_by_row_and_column(
    ancu_here: Command, files: tuple[str, ...], tmp_path: Path
) -> None:
    ancu_here(*files, "-o", "kq.xlsx")
    answer(tmp_path / "kq.xlsx", "có lẽ", by="", on="hôm qua")
    code, _, errors = ancu_here(*files, "--answers", "kq.xlsx", "-o", "moi.xlsx")
    assert code == 4
    assert errors.splitlines()[0].startswith(
        "kq.xlsx:2: Cột “Người trả lời”: giá trị “” không dùng được. Mỗi câu trả lời"
    )
    assert "kq.xlsx:2: Cột “Có phải một người không”: giá trị “có lẽ” không dùng được." in errors
    assert "kq.xlsx:2: Cột “Ngày trả lời”: giá trị “hôm qua” không dùng được." in errors
    assert not (tmp_path / "moi.xlsx").exists()


@pytest.mark.slow
def test_answers_of_one_day_that_differ_are_refused(ancu_here: Command, files: tuple[str, ...], tmp_path: Path) -> None:
    for name, same in (("a.xlsx", "có"), ("b.xlsx", "không")):
        ancu_here(*files, "-o", name)
        answer(tmp_path / name, same)
    code, _, errors = ancu_here(*files, "--answers", "a.xlsx", "--answers", "b.xlsx")
    assert (code, "đã được trả lời khác trong cùng ngày (a.xlsx:2)" in errors) == (4, True)


@pytest.mark.slow
def test_a_question_is_asked_anew_where_a_row_says_otherwise(
    ancu_here: Command, files: tuple[str, ...], tmp_path: Path
) -> None:
    ancu_here(*files, "-o", "kq.xlsx")
    answer(tmp_path / "kq.xlsx", "không")
    write(tmp_path / "ds.csv", [{**TUAN, "Ngày sinh": "1988"}, LAN, BINH])
    _, said, _ = ancu_here(*files, "--answers", "kq.xlsx")
    assert "1 cần hỏi" in said


def test_a_register_of_one_kind_says_so_before_its_name(ancu_here: Command, tmp_path: Path) -> None:
    write(tmp_path / "ds.csv", [LAN])
    write(tmp_path / "so.csv", [LAN])
    asked = ("doubles", "ds.csv", "--programme", "merit_house_grant", "--as-of", "2026-11-02")
    _, said, _ = ancu_here(*asked, "--register", "Quyết định 22=so.csv")
    assert "1 trùng (1 vướng)" in said
    code, _, errors = ancu_here(*asked, "--register", "Quyết định 23=so.csv")
    assert (code, errors.splitlines()[0]) == (
        2,
        "Không hiểu “Quyết định 23”. Sổ hỗ trợ ghi là TỆP, hoặc CHÍNH_SÁCH=TỆP khi cả sổ thuộc một chính sách: "
        "social_housing_bought, armed_forces_housing_bought, social_housing_rented, other_project, decision_22, "
        "merit_policy, poverty_programme, minority_programme, gift_house, other_programme.",
    )


def test_nothing_found_is_0_and_lists_alone_need_no_register(ancu_here: Command, tmp_path: Path) -> None:
    write(tmp_path / "ds.csv", [LAN, BINH])
    code, said, _ = ancu_here("doubles", "ds.csv", *ASKED)
    assert (code, "0 trùng (0 vướng), 0 cần hỏi, 2 không thấy" in said) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (("ds.csv",), 2, "Hãy ghi ít nhất một danh sách cần đối chiếu"),
        (("ds.csv", *ASKED, "-o", "kq.csv"), 2, "cần có đuôi .xlsx hoặc .json"),
        (("ds.csv", *ASKED, "--letter", "tl.docx"), 2, "cần có đuôi .md hoặc .txt"),
        (("ds.csv", *ASKED, "-o", "a.json", "-o", "a.json"), 2, "được ghi cho hai tệp kết quả"),
        (("ds.csv", *ASKED, "--register", "khong-co.csv"), 4, "khong-co.csv"),
        (("ds.csv", *ASKED, "--as-of", "mai"), 2, "mai"),
    ],
)
def test_a_slip_of_the_call_is_told(
    arguments: tuple[str, ...], code: int, problem: str, ancu_here: Command, tmp_path: Path
) -> None:
    write(tmp_path / "ds.csv", [LAN])
    ended, said, errors = ancu_here("doubles", *arguments)
    assert (ended, said, problem in errors) == (code, "", True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ds.csv"]


def test_the_schema_is_printed(ancu_here: Command) -> None:
    code, said, _ = ancu_here("doubles", "--schema")
    assert (code, json.loads(said)["title"]) == (0, "DoublesReport")


def test_what_is_missing_is_named(ancu_here: Command, files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ancu.extras.doubles", lambda: False)
    code, _, errors = ancu_here(*files)
    assert (code, 'pip install "ancu[doubles]"' in errors) == (4, True)


def test_english(ancu_here: Command, files: tuple[str, ...]) -> None:
    _, said, _ = ancu_here(*files, "--lang", "en")
    assert said.startswith("Held 3 people of 3 cases against 2 rows of registers: 1 found (1 barred), 1 to be asked")
