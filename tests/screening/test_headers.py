"""Mapping files: what headers and words of an existing list mean, and the draft that an officer confirms."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import InputError
from ancu.rulebook.values import FIRST_DAY, LAST_DAY, ValueProblem, parse
from ancu.screening.cells.reader import CellReader, with_unit
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings
from ancu.screening.headers.units import long_unit, split_unit
from tests.conftest import ROOT, Run

LIST = """DANH SÁCH MINH HỌA (không có thật);;;;;
Số HS;Đối tượng ƯT;TN (tr.đ);Thuê NƠXH;Ghi chú;TT
A1;CN;9,5;1;;1
A2;Viên chức;12;9;x;2
A3;CBCC; 1.250 ;2;;3
"""
MAP = """
cột:
  Số HS: Mã hồ sơ
  "Đối tượng ƯT":
    là: Nhóm đối tượng
    giá trị: {CN: Công nhân, cbcc: công chức}
  "TN (tr.đ)": {là: net_income, đơn vị: tr.đ}
  Thuê NƠXH: {là: Đang thuê nhà ở xã hội, giá trị: {"1": có, 2: không, "9": }}
bỏ qua: [Ghi chú, TT, Cột của danh sách khác]
hằng số: {Nguồn vốn dự án: Chủ đầu tư, Ngày xét: 01/05/2026}
"""


def load(book: ancu.Rulebook, tmp_path: Path, text: str) -> ColumnMap:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    return read_map(str(tmp_path / "map.yaml"), book)


@pytest.mark.parametrize("english", [False, True])
def test_a_list_is_screened_by_a_mapping(ancu_command: Run, tmp_path: Path, english: bool) -> None:
    text = MAP
    if english:
        for vi, en in {
            "cột:": "columns:", "là:": "is:", "giá trị:": "values:", "đơn vị:": "unit:", "bỏ qua:": "ignore:",
            "hằng số:": "constants:", "Mã hồ sơ": "case", "Nguồn vốn dự án": "project_funding", "Ngày xét": "as_of",
        }.items():  # fmt: skip
            text = text.replace(vi, en)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    arguments = ("--programme", "social_housing_rent", "--map", "map.yaml")
    done = ancu_command("screen", "list.csv", "--layout", "long", *arguments)
    assert done.returncode == 3, done.stderr
    judged = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["Số HS"], row["kết quả"]) for row in judged] == [
        ("A1", "không đủ điều kiện"),
        ("A2", "chưa đủ thông tin"),
    ]
    # "1.250" million may be 1,25 million or 1.250 million; the rejected cells are the list's own.
    (rejected,) = csv.DictReader(io.StringIO((tmp_path / "list.rejects.csv").read_text(encoding="utf-8-sig")))
    assert (rejected["Cột có lỗi"], rejected["TN (tr.đ)"], rejected["Đối tượng ƯT"]) == ("TN (tr.đ)", " 1.250 ", "CBCC")
    assert "không dùng để xét" not in done.stderr
    # The mended rejects run under the same mapping.
    mended = (tmp_path / "list.rejects.csv").read_text(encoding="utf-8-sig").replace(" 1.250 ", "12")
    (tmp_path / "again.csv").write_text(mended, encoding="utf-8")
    again = ancu_command("screen", "again.csv", "--layout", "long", *arguments)
    assert again.returncode == 0, again.stderr
    assert "chưa đủ thông tin" not in again.stdout
    assert "Lỗi và cách sửa" not in again.stdout + again.stderr
    told = ancu_command("explain", "--case", "A1", "--in", "list.csv", *arguments)
    assert "tại ngày 01/05/2026: KHÔNG ĐỦ ĐIỀU KIỆN" in told.stdout


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("cốt: {}", 1, "Có phải ý bạn là “cột”"), ("cột:\n  A: Thu nhập bình quâng", 2, "“Thu nhập bình quân”"),
        ("cột:\n  A: {là: Thu nhập, đơn vi: đồng}", 2, "“đơn vị”"),
        ("cột:\n  A:\n    là: Thu nhập\n    đơn vị: km", 4, "“km” không dùng được"),
        ("cột:\n  A:\n    là: Giới tính\n    đơn vị: km", 4, "“km” không dùng được"),
        ("cột:\n  A:\n    là: Giới tính\n    giá trị:\n      M: Naam", 5, "có phải ý bạn là “Nam”"),
        ("cột:\n  A:\n    là: Giới tính\n    giá trị: Nam", 4, "tên: giá trị"), ("cột: [A]", 1, "tên: giá trị"),
        ("cột:\n  A: [Thu nhập]", 2, "“A” phải ghi"), ("cột:\n  A: {đơn vị: đồng}", 2, "“A” chưa nói"),
        ("cột:\n  A: Thu nhập\n  a: Tỉnh", 3, "đã có ở dòng 2"), ("cột:\n  A: Tỉnh\nbỏ qua: [a]", 3, "dòng 2"),
        ("cột:\n  A: Tỉnh\n  A: Tỉnh", 3, "A"), ("hằng số:\n  Tỉnh: Mặt Trăng", 2, "Mặt Trăng"),
        ("hằng số:\n  Mã hồ sơ: A", 2, "không thể giống"), ("hằng số:\n  Ngày xét: 31/02/2026", 2, "không có thật"),
        ("cột:\n  A: Thu nhập ?", 2, "“Thu nhập” mới là phỏng đoán"), ("cột:\n  A: '?'", 2, "còn để ngỏ"),
        ("cột:\n  A:\n    là: Giới tính\n    giá trị: {M: Nam ?}", 4, "phỏng đoán"), ("- a", 1, "map.yaml:1"),
        ("cột: {", 2, "YAML"), ("cột:\n  A: {là: Thu nhập, giá trị: {x: mười}}", 2, "Không đọc được thành số"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_line(book: ancu.Rulebook, tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        load(book, tmp_path, text)
    assert f"map.yaml:{line}" in caught.value.text("vi")
    assert said in caught.value.text("vi")


def test_every_mistake_is_told_at_once(book: ancu.Rulebook, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load(book, tmp_path, "cột:\n  A: Thu nhạp\n  B: Giới tín\nhằng: {}\n")
    assert len(caught.value.problems) == 3


def test_a_mapped_column_must_be_there(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST.replace("Thuê NƠXH", "Đang thuê"), encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAP.replace("Số HS", "Sô HS"), encoding="utf-8")
    done = ancu_command("screen", "list.csv", "--map", "map.yaml")
    assert done.returncode == 4
    assert "map.yaml:3:3: Danh sách không có cột “Sô HS”. Có phải ý bạn là “Số HS”?" in done.stderr
    assert "map.yaml:8:3: Danh sách không có cột “Thuê NƠXH”" in done.stderr
    assert ancu_command("screen", "list.csv", "--map", "nowhere.yaml").returncode == 4


def test_a_mapping_over_several_files_need_fit_but_one(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "b.csv").write_text("Mã hồ sơ;Nhóm đối tượng\nB1;6\n", encoding="utf-8")
    (tmp_path / "map.yaml").write_text(MAP, encoding="utf-8")
    done = ancu_command("screen", "a.csv", "b.csv", "--map", "map.yaml", "--programme", "social_housing_rent")
    assert done.returncode == 3, done.stderr
    assert "Đã đọc 4 dòng: xét 3, trả lại 1" in done.stderr


def test_the_documented_mapping_is_one(book: ancu.Rulebook, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "lap-danh-sach.md").read_text(encoding="utf-8")
    mapping = load(book, tmp_path, page.partition("```yaml\n")[2].partition("```")[0])
    assert [meaning.name for meaning in mapping.columns.values()] == ["case", "housing_law_groups", "net_income"]
    assert f"trước năm {FIRST_DAY.year} hoặc sau năm {LAST_DAY.year}" in page


# -- units --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "label", "unit"),
    [
        ("Thu nhập (đồng)", "Thu nhập", "đồng"), ("Thu nhập (tr.đ)", "Thu nhập", "triệu đồng"),
        ("Thu nhập (ĐVT: 1.000 đồng)", "Thu nhập", "nghìn đồng"), ("Thu nhập, đvt: trđ", "Thu nhập", "triệu đồng"),
        ("Thu nhập [triệu đồng/tháng]", "Thu nhập", "triệu đồng/tháng"), ("Thu nhập", "Thu nhập", None),
        ("Thu nhập của vợ (chồng) (đồng)", "Thu nhập của vợ (chồng)", "đồng"), ("Diện tích (m²)", "Diện tích", "m²"),
    ],
)  # fmt: skip
def test_units_in_headers(header: str, label: str, unit: str | None) -> None:
    assert split_unit(header) == (label, unit)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Thu nhập (triệu đồng/tháng)", Meaning("net_income", "triệu đồng/tháng")),
        ("Thu nhập (triệu đồng/năm)", None), ("Thu nhập (m2)", None), ("Tỉnh (đồng)", None),
        ("Thu nhập của vợ (chồng)", Meaning("spouse_net_income")),
        ("Số nhân khẩu (người)", Meaning("household_size", "người")),
        ("Khoảng cách từ nhà ở đến nơi làm việc (m)", Meaning("home_to_work_distance", "m")), ("Cột lạ (đồng)", None),
    ],
)  # fmt: skip
def test_a_unit_in_a_header_must_fit(book: ancu.Rulebook, header: str, found: Meaning | None) -> None:
    assert Meanings(book).find(header) == found


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        (9, "triệu đồng", 9_000_000), (Decimal("9.5"), "triệu đồng", 9_500_000), (9.5, "tr.đ", 9_500_000),
        ("9,5", "triệu đồng", 9_500_000), ("9.5", "triệu", 9_500_000), ("9 triệu", "nghìn đồng", 9_000_000),
        ("9000", "1.000 đồng", 9_000_000), ("9.000.000", "đồng", 9_000_000), ("", "triệu đồng", None),
        ("12", "triệu đồng/tháng", 12_000_000), (9_000_000, "đồng", 9_000_000), ("không rõ", "triệu đồng", None),
    ],
)  # fmt: skip
def test_bare_numbers_are_read_in_the_unit(book: ancu.Rulebook, written: Any, unit: str, value: int | None) -> None:
    reader = CellReader(book, {"x": Meaning("net_income", long_unit(unit))})
    assert reader.read("x", written) == value


def test_what_is_ambiguous_in_a_unit_is_refused(book: ancu.Rulebook) -> None:
    reader = CellReader(book, {"x": Meaning("net_income", "nghìn đồng")})
    with pytest.raises(ValueProblem):
        reader.read("x", "9.000")


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("house_area", "0,01 ha", 10_000), ("home_to_work_distance", "850 m", 85),
        ("temporary_residence_months", "2 năm", 24), ("home_to_work_distance", "1.500 m", 150),
    ],
)  # fmt: skip
def test_units_of_another_size(book: ancu.Rulebook, name: str, written: str, value: int) -> None:
    assert parse(book.facts[name], written) == value


def test_a_yes_is_not_given_a_unit() -> None:
    assert with_unit(True, "triệu đồng") is True


def test_a_line_of_units_above_the_header_holds_for_amounts(ancu_command: Run, tmp_path: Path) -> None:
    text = "Đơn vị tính: triệu đồng;;\nMã hồ sơ;Nhóm đối tượng;Thu nhập\na;6;9,5\nb;8;chín\n"
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    arguments = ("--programme", "social_housing_purchase", "-o", "out.csv")
    done = ancu_command("screen", "list.csv", *arguments)
    assert "“Đơn vị tính: triệu đồng”" in done.stderr
    # The unit goes with the rejects, which have no such line.
    rejected = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig")
    assert "Thu nhập (triệu đồng)" in rejected
    (tmp_path / "again.csv").write_text(rejected.replace("b,8,chín", "b,8,9"), encoding="utf-8")
    assert ancu_command("screen", "again.csv", "--programme", "social_housing_purchase").returncode == 0
    (tmp_path / "list.csv").write_text(text.replace("triệu đồng", "triệu đồng/năm"), encoding="utf-8")
    assert "không khớp với cột nào" in ancu_command("screen", "list.csv", *arguments).stderr


# -- the draft ----------------------------------------------------------------------------------------------------


def test_a_draft_is_confirmed_by_hand(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        LIST.replace("TN (tr.đ)", "Thu nhập BQ/tháng (tr.đ)").replace(";Thuê", ";Đang thuê"), encoding="utf-8"
    )
    done = ancu_command("map", "list.csv", "-o", "map.yaml")
    assert done.returncode == 0, done.stderr
    draft = (tmp_path / "map.yaml").read_text(encoding="utf-8")
    assert '"Số HS":\n    là: "Mã hồ sơ ?"' in draft
    assert '"Đối tượng ƯT":\n    là: "Nhóm đối tượng (Điều 76 Luật Nhà ở) ?"\n    giá trị:\n      "CN": "?"' in draft
    assert 'là: "Thu nhập bình quân hàng tháng thực nhận ?"\n    đơn vị: "triệu đồng"' in draft
    assert 'bỏ qua:\n  - "Ghi chú"\n  - "TT"' in draft
    unconfirmed = ancu_command("screen", "list.csv", "--map", "map.yaml")
    assert unconfirmed.returncode == 4
    assert len(unconfirmed.stderr.splitlines()) == draft.count('?"')
    confirmed = re.sub(r'"CN": "\?"', '"CN": "Công nhân"', draft)
    confirmed = re.sub(r'"CBCC": ".*"', '"CBCC": "Công chức"', confirmed).replace(' ?"', '"')
    # "9" of a yes/no column stands for "nobody asked".
    confirmed = re.sub(r'"(2|9)": "\?"', r'"\1":', confirmed)
    (tmp_path / "map.yaml").write_text(confirmed, encoding="utf-8")
    done = ancu_command("screen", "list.csv", "--map", "map.yaml", "--programme", "social_housing_rent")
    assert "Đã đọc 3 dòng: xét 2, trả lại 1" in done.stderr, done.stderr
    assert ancu_command("map", "list.csv", "-o", "map.yaml").returncode == 4


def test_a_draft_says_what_is_known_already(ancu_command: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Mã hồ sơ;Hộ nghèo;Tỉnh\na;Ngèo;Bắc Ninh\n", encoding="utf-8")
    draft = ancu_command("map", "list.csv", "--lang", "en").stdout
    assert "Known, nothing to say: Mã hồ sơ; Tỉnh" in draft
    assert '"Hộ nghèo":\n    is: "Poor or near-poor household"\n    values:\n      "Ngèo": "Poor ?"' in draft
    assert "ignore:" not in draft.replace("“ignore”", "")


def test_a_mapping_gives_the_day(book: ancu.Rulebook, tmp_path: Path) -> None:
    mapping = load(book, tmp_path, MAP)
    assert mapping.as_of == date(2026, 5, 1)
    assert mapping.constants == {"project_funding": "developer"}
