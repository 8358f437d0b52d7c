"""Lists and registers of any layout are read as people, and what cannot be read is named by its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ancu.doubles.columns import RosterMeanings, roster_book, text_names
from ancu.doubles.roster import Roster, RosterAsked, folded, number_in, read_roster
from ancu.errors import InputError
from ancu.screening.headers.map_file import read_map
from tests.doubles.rosters import LAN, book, write

HOUSE = ["Mã hộ", "Xã/phường", "Dự án"]
PEOPLE = [
    ["Mã hộ", "Quan hệ với chủ hộ", "Họ và tên", "Số CCCD", "Ngày sinh"],
    ["H1", "Chủ hộ", "Vũ Minh Tuấn", "024085001234", "12/03/1985"],
    ["H1", "Vợ", "Trần Thị Lan", "024187004567", "05/07/1987"],
    ["H2", "Chủ hộ", "Lê Văn Bình", "", "1950"],
]


def read(*paths: Path | str, mapping: Path | None = None, **asked: Any) -> Roster:
    column_map = None
    if mapping is not None:
        column_map = read_map(str(mapping), roster_book(book()), text_names(book().earlier_support))  # type: ignore[arg-type]
    return read_roster(RosterMeanings(book(), column_map), [str(path) for path in paths], RosterAsked(**asked))


def told(roster: Roster, *columns: str) -> list[tuple[Any, ...]]:
    return list(zip(*(roster.table[name].to_pylist() for name in columns), strict=True))


def save(path: Path, **sheets: list[list[str]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append([cell or None for cell in row])
    made.save(path)
    return path


FAMILY = [("Vũ Minh Tuấn", "applicant", 0), ("Trần Thị Lan", "spouse", 0), ("Lê Văn Bình", "applicant", 1)]


def test_a_row_a_person_with_the_code_on_each_row_or_the_first(tmp_path: Path) -> None:
    for name, code in (("each.xlsx", "H1"), ("first.xlsx", "")):
        rows = [list(row) for row in PEOPLE]
        rows[2][0] = code
        roster = read(save(tmp_path / name, Ho=rows))
        assert told(roster, "name", "relation", "household") == FAMILY


def test_people_on_a_second_sheet_or_in_a_file_have_what_their_household_says(tmp_path: Path) -> None:
    houses = [HOUSE, ["H1", "Xã Tam Tiến", "Khu A"], ["H2", "Phường Đa Mai", "Khu A"]]
    both = read(save(tmp_path / "ho.xlsx", Danh_sách=houses, Thành_viên=PEOPLE))
    apart = read(save(tmp_path / "a.xlsx", Danh_sách=houses), members=str(save(tmp_path / "b.xlsx", Thành_viên=PEOPLE)))
    for roster in (both, apart):
        assert told(roster, "name", "relation", "household") == FAMILY
        assert told(roster, "commune_key", "project") == [("tam tien", "Khu A")] * 2 + [("da mai", "Khu A")]


def test_the_head_in_the_row_of_a_household_is_the_one_among_its_people(tmp_path: Path) -> None:
    """Nobody is counted twice, and nobody is lost: another head than is listed, or one listed in that row alone."""
    named = [*HOUSE, "Họ tên chủ hộ", "Giới tính"]
    houses = [
        [*named],
        ["H1", "Xã Tam Tiến", "Khu A", "vũ minh tuấn", "Nam"],
        ["H2", "Phường Đa Mai", "Khu A", "Đỗ Văn Khác", "Nam"],
        ["H3", "Phường Đa Mai", "Khu A", "Phạm Thị Thử", "Nữ"],
    ]
    both = read(save(tmp_path / "ho.xlsx", Danh_sách=houses, Thành_viên=PEOPLE))
    apart = read(save(tmp_path / "a.xlsx", Danh_sách=houses), members=str(save(tmp_path / "b.xlsx", Thành_viên=PEOPLE)))
    for roster in (both, apart):
        assert told(roster, "name", "relation", "household", "gender", "commune_key") == [
            ("Vũ Minh Tuấn", "applicant", 0, "male", "tam tien"),
            ("Trần Thị Lan", "spouse", 0, None, "tam tien"),
            ("Lê Văn Bình", "applicant", 1, None, "da mai"),
            ("Đỗ Văn Khác", "applicant", 1, "male", "da mai"),
            ("Phạm Thị Thử", "applicant", 2, "female", "da mai"),
        ]


def test_people_within_records(tmp_path: Path) -> None:
    members = [dict(zip(PEOPLE[0][1:], row[1:], strict=True)) for row in PEOPLE[1:3]]
    record = {"Mã hồ sơ": "H1", "Xã/phường": "Tam Tiến", "members": members}
    path = tmp_path / "ds.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    roster = read(path)
    assert told(roster, "name", "relation", "commune_key") == [
        ("Vũ Minh Tuấn", "applicant", "tam tien"),
        ("Trần Thị Lan", "spouse", "tam tien"),
    ]


def test_an_office_s_register_with_titles_groups_and_totals(tmp_path: Path) -> None:
    rows = [
        ["SỔ THEO DÕI HỖ TRỢ NHÀ Ở", "", "", "", ""],
        ["TT", "Họ tên chủ hộ", "Năm sinh", "Xã", "Mức hỗ trợ (triệu đồng)"],
        ["I", "Quyết định 22/2013/QĐ-TTg", "", "", ""],
        ["1", "Nguyễn Văn Hoà", "1950", "Tam Tiến", "40"],
        ["2", "Ông Lê Văn Bình (đã mất)", "1948", "Tam Tiến", "20"],
        ["", "Cộng", "", "", "60"],
        ["", "NGƯỜI LẬP BIỂU", "", "", ""],
    ]
    roster = read(save(tmp_path / "so.xlsx", So=rows))
    assert told(roster, "plain", "kind", "amount", "line") == [
        ("nguyen van hoa", "decision_22", 40_000_000, 4),
        ("le van binh", "decision_22", 20_000_000, 5),
    ]


def test_a_mapping_names_columns_and_what_holds_for_all_rows(tmp_path: Path) -> None:
    register = write(tmp_path / "so.csv", [{"Đối tượng": "Trần Thị Lan", "Giấy tờ": "024187004567", "Ghi chú": "x"}])
    mapping = tmp_path / "map.yaml"
    mapping.write_text(
        'cột: {"Đối tượng": Họ và tên, "Giấy tờ": Số CCCD}\nbỏ qua: [Ghi chú]\n'
        "hằng số: {Chính sách đã hưởng: QĐ 22, Tỉnh: Bắc Ninh, Xã/phường: Tam Tiến}\n",
        encoding="utf-8",
    )
    roster = read(register, mapping=mapping)
    assert told(roster, "name", "number", "kind", "province", "commune_key") == [
        ("Trần Thị Lan", "024187004567", "decision_22", "bac_ninh", "tam tien")
    ]
    assert roster.unread == {}


@pytest.mark.parametrize(
    ("written", "digits", "repaired"),
    [
        ("024187004567", "024187004567", None),
        ("024 187 004 567", "024187004567", None),
        (121234567, "121234567", None),
        (24187004567, None, "024187004567"),
        ("24187004567", None, "024187004567"),
        ("O24l87004567", None, "024187004567"),
        ("03012345", None, "003012345"),
        ("12345", None, None),
        ("999187004567", "999187004567", None),
        ("003187004567", None, "003187004567"),
    ],
)
def test_numbers_are_exact_or_only_mended(written: object, digits: str | None, repaired: str | None) -> None:
    found = number_in(written)
    assert (found.digits, found.repaired) == (digits, repaired)
    assert (found.problem is None) == (digits is not None)


def test_communes_are_compared_without_their_kind() -> None:
    assert folded("Xã  Hiệp Hoà") == folded("hiệp hòa") == "hiep hoa"
    assert folded("P. Đa Mai") == "da mai"


def test_what_cannot_be_read_is_named_and_the_row_stays(tmp_path: Path) -> None:
    rows = [{**LAN, "Số CCCD": "12345", "Ngày sinh": "31/02/1987"}, {**LAN, "Họ và tên": "", "Số CCCD": ""}]
    roster = read(write(tmp_path / "ds.csv", rows))
    assert [(flaw.line, flaw.column, flaw.value) for flaw in roster.flaws] == [
        (2, "Ngày sinh", "31/02/1987"),
        (2, "Số CCCD", "••345"),
        (3, "Họ và tên", ""),
    ]
    assert told(roster, "name", "number", "born_from") == [("Trần Thị Lan", None, None)]


def test_a_number_that_contradicts_its_row_is_told(tmp_path: Path) -> None:
    roster = read(write(tmp_path / "ds.csv", [{**LAN, "Giới tính": "Nam"}]))
    assert len(roster) == 1
    assert ["nữ" in flaw.problem("vi") for flaw in roster.flaws] == [True]


def test_a_table_without_people_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Không có cột nào là họ tên"):
        read(write(tmp_path / "ds.csv", [{"Xã/phường": "Tam Tiến", "Số tiền hỗ trợ": "40 triệu"}]))


def test_old_days_of_birth_are_taken_as_they_stand(tmp_path: Path) -> None:
    roster = read(write(tmp_path / "so.csv", [{**LAN, "Số CCCD": "", "Ngày sinh": "11/05/1903"}]))
    assert roster.flaws == []
    assert roster.table["born_from"].null_count == 0


def test_households_told_by_their_heads_alone(tmp_path: Path) -> None:
    rows = [["STT hộ", *PEOPLE[0][1:]], ["1", *PEOPLE[1][1:]], ["", *PEOPLE[2][1:]], ["2", "", *PEOPLE[3][2:]]]
    assert told(read(save(tmp_path / "ho.xlsx", Ho=rows)), "name", "relation", "household") == FAMILY


def test_several_sheets_are_told_apart(tmp_path: Path) -> None:
    one, other = [PEOPLE[0], PEOPLE[1]], [PEOPLE[0], PEOPLE[3]]
    path = save(tmp_path / "ho.xlsx", Thôn_Đông=one, Thôn_Tây=other)
    roster = read(path, sheet=("Thôn Đông", "Thôn Tây"))
    assert told(roster, "file", "line") == [(f"{path} (Thôn Đông)", 2), (f"{path} (Thôn Tây)", 2)]
