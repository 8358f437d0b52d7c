"""Scenarios as workbooks: edited by an officer, read back as they were, wrong cells told where they stand."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ancu
from ancu.messages import Language
from ancu.specs.language.chosen import judged_by
from ancu.specs.language.feature_file import read_spec, read_text
from ancu.specs.sheets.from_scenarios import sheets_of
from ancu.specs.sheets.read_book import read_scenario_book
from ancu.specs.sheets.scenario_sheet import ScenarioSheet, SheetCase, SheetFile
from ancu.specs.sheets.to_feature import feature_text
from ancu.specs.sheets.written_book import scenario_workbook
from tests.conftest import ROOT, Command

FEATURE = """# language: vi
# Nguồn: ví dụ giả định
@thu-nhap
Tính năng: Mức trần thu nhập

  Bối cảnh: công nhân độc thân
    Biết hồ sơ:
      | Nhóm đối tượng      | công nhân    |
      | Tình trạng hôn nhân | Chưa kết hôn |
    Và ngày xét là 01/06/2026

  # Nghị định 136/2026/NĐ-CP
  @muc-tran
  Tình huống: Ở mức trần
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả từng dòng là:
      | Thu nhập   | kết quả            | không đạt               |
      | 25 triệu   | chưa đủ thông tin  |                         |
      | 25.000.001 | không đủ điều kiện | wage_earner_income      |

  Khung tình huống: Giấy tờ theo thu nhập
    Biết "Thu nhập" là <thu nhập>
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và không cần giấy tờ "<giấy tờ>"

    Dữ liệu:
      | thu nhập | giấy tờ                       |
      | 10 triệu | Hợp đồng thuê, thuê mua nhà ở |
      | (trống)  | Hợp đồng thuê, thuê mua nhà ở |

  Tình huống: Thu nhập khác thường mà đúng
    Biết "Thu nhập" đúng là 60 đồng
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
    Và còn thiếu "Đăng ký tại dự án khác"
    Và kết luận không phải tạm xác định

  Tình huống: Hộ có thành viên
    Biết hộ gồm:
      | Quan hệ với người đứng đơn | Giới tính |
      | Vợ hoặc chồng              | Nữ        |
    Khi xét "Mua, thuê mua nhà ở xã hội"
    Thì kết quả là "chưa đủ thông tin"
"""


def cases(file: SheetFile) -> list[tuple[Any, ...]]:
    """Everything that a file's sheets hold, to be compared."""
    return [(sheet.name, sheet.tags, sheet.notes, [said(case) for case in sheet.cases]) for sheet in file.sheets]


def said(case: SheetCase) -> tuple[Any, ...]:
    """A case as it is compared: in which order things are expected is nobody's concern."""
    return case.programme, case.day, case.facts, case.confirmed, sorted(case.expected)


def judged(file: SheetFile) -> Counter[str]:
    def plain(value: object) -> object:
        return sorted(value) if isinstance(value, frozenset) else value

    return Counter(
        str(
            (case.programme, case.day, [(name, plain(case.facts[name])) for name in sorted(case.facts)], said(case)[-1])
        )
        for sheet in file.sheets
        for case in sheet.cases
    )


def through(file: SheetFile) -> SheetFile:
    """``file`` as a workbook, read back."""
    read = read_scenario_book("x.xlsx", scenario_workbook(file, "x.xlsx"))
    assert not read.flaws, read.flaws
    return read.file


def again(file: SheetFile) -> SheetFile:
    """``file`` as a feature file, read back."""
    spec = read_text(Path("x.feature"), feature_text(file)[0])
    assert not [*spec.flaws, *(flaw for scenario in spec.scenarios for flaw in scenario.flaws)], spec.text
    return sheets_of([spec])


def test_a_workbook_and_a_feature_file_hold_the_same(book: ancu.Rulebook) -> None:
    with judged_by(book, "vi"):
        file = sheets_of([read_text(Path("a.feature"), FEATURE)])
        assert [sheet.name for sheet in file.sheets] == [
            "Ở mức trần", "Giấy tờ theo thu nhập", "Thu nhập khác thường mà đúng",
        ]  # fmt: skip
        assert [(one.place, one.name) for one in file.left_out] == [("a.feature:40", "Hộ có thành viên")]
        assert file.notes == ["Nguồn: ví dụ giả định", "Bối cảnh: công nhân độc thân"]
        assert file.sheets[0].notes == ["Nghị định 136/2026/NĐ-CP"]
        assert file.sheets[1].cases[1].facts.keys().isdisjoint({"net_income"})
        assert file.sheets[2].cases[0].confirmed == {"net_income"}
        assert cases(through(file)) == cases(file)
        assert cases(again(file)) == cases(file)
        assert (again(file).title, again(file).tags) == (file.title, ["thu-nhap"])


@pytest.mark.parametrize(
    "feature",
    [
        "social_housing_purchase/nha_o",
        "house_gift/tang_nha",
        "merit_house_grant/con_de_ngo",
        "employer_housing_rental/con_de_ngo",
    ],
)
def test_our_own_scenarios_come_back_as_they_are(feature: str, book: ancu.Rulebook) -> None:
    with judged_by(book, "vi"):
        file = sheets_of([read_spec(ROOT / "features" / f"{feature}.feature")])
        assert file.sheets
        read = through(file)
        assert cases(read) == cases(file)
        assert judged(again(read)) == judged(file)


def drawn(book: ancu.Rulebook) -> st.SearchStrategy[ScenarioSheet]:
    groups = next(name for name, fact in book.facts.items() if fact.type == "list")
    values: dict[str, st.SearchStrategy[object]] = {
        "net_income": st.integers(3_000_000, 60_000_000),
        "marital_status": st.sampled_from(list(book.facts["marital_status"].values)),
        "raising_minor_child": st.booleans(),
        "owned_floor_area": st.integers(300, 20_000),
        groups: st.frozensets(st.sampled_from(list(book.facts[groups].values)), min_size=1, max_size=3),
    }
    known = {name: of for name, of in values.items() if name in book.facts}
    facts = st.fixed_dictionaries({}, optional=known)
    status = st.tuples(st.just("status"), st.sampled_from(["đủ điều kiện", "chưa đủ thông tin"]))
    more = st.sampled_from(
        [
            ("not_met", "Đáp ứng điều kiện về thu nhập"),
            ("met", "Đáp ứng điều kiện về thu nhập"),
            ("step_paper", "Hợp đồng thuê, thuê mua nhà ở"),
            ("provisional", "có"),
            ("sentence", "hồ sơ không mâu thuẫn"),
        ]
    )
    expected = st.tuples(status, st.lists(more, max_size=2, unique=True)).map(lambda pair: [pair[0], *pair[1]])
    day = st.sampled_from([date(2026, 5, 1), date(2025, 11, 2)])
    programmes = st.sampled_from(["social_housing_purchase", "social_housing_rent"])

    def case(*parts: Any) -> SheetCase:
        programme, on, record, wanted = parts
        # Only one of the two has the condition that the others name.
        wanted = wanted if programme == "social_housing_purchase" else wanted[:1]
        order = ["status", "met", "not_met", "provisional", "step_paper", "sentence"]
        return SheetCase(programme, on, record, frozenset(), sorted(wanted, key=lambda one: order.index(one[0])))

    column = st.tuples(programmes, day, facts, expected).map(lambda parts: case(*parts))
    return st.lists(column, min_size=1, max_size=4).map(lambda columns: ScenarioSheet("Thử", [], [], columns))


def test_whatever_stands_in_a_sheet_comes_back(book: ancu.Rulebook) -> None:
    @settings(max_examples=12, deadline=None)
    @given(drawn(book))
    def holds(sheet: ScenarioSheet) -> None:
        file = SheetFile("Thử", "vi", sheets=[sheet])
        assert cases(through(file)) == cases(file)
        assert judged(again(file)) == judged(file)

    with judged_by(book, "vi"):
        holds()


def exported(book: ancu.Rulebook, lang: Language = "vi") -> openpyxl.Workbook:
    with judged_by(book, lang):
        file = sheets_of([read_text(Path("a.feature"), FEATURE)])
        return openpyxl.load_workbook(io.BytesIO(scenario_workbook(file, "a.xlsx")))


def row_of(sheet: Any, label: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == label)


def test_a_sheet_has_lists_to_choose_from_and_prints_a_page_wide(book: ancu.Rulebook) -> None:
    made = exported(book)
    assert made.sheetnames[:3] == ["Tệp", "Danh mục", "1 Ở mức trần"]
    sheet = made["1 Ở mức trần"]
    income = row_of(sheet, "Thu nhập bình quân hàng tháng thực nhận")
    assert [sheet.cell(income, column).value for column in (2, 3, 4)] == [25_000_000, 25_000_001, None]
    of = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    marital = row_of(sheet, "Tình trạng hôn nhân")
    assert of[f"B{marital}:G{marital}"].startswith("'Danh mục'!")
    assert (sheet.freeze_panes, sheet.page_setup.fitToHeight, sheet.page_setup.paperSize) == ("B5", 0, 9)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$4", "$A:$A")


def test_an_officer_adds_a_case_and_a_fact_and_runs_the_workbook(
    book: ancu.Rulebook, tmp_path: Path, ancu_here: Command
) -> None:
    made = exported(book)
    sheet = made["1 Ở mức trần"]
    for label, value in {
        "Xét chương trình": "Mua, thuê mua nhà ở xã hội",
        "Ngày xét": date(2026, 6, 1),
        "Nhóm đối tượng (Điều 76 Luật Nhà ở)": "8",
        "Tình trạng hôn nhân": "Chưa kết hôn",
        "Thu nhập bình quân hàng tháng thực nhận": "60 triệu",
        "kết quả": "đủ điều kiện",
    }.items():
        sheet.cell(row_of(sheet, label), 4).value = value
    empty = next(row for row in range(1, 40) if sheet.cell(row, 1).value in (None, "") and row > 8)
    sheet.cell(empty, 1).value, sheet.cell(empty, 4).value = "Giới tính", "Nữ"
    made.save(tmp_path / "a.xlsx")
    code, out, _ = ancu_here("spec", "run", str(tmp_path / "a.xlsx"))
    assert code == 1
    assert "trang “1 Ở mức trần”, ô D" in out, out
    assert "Mong đợi: đủ điều kiện" in out
    ancu_here("spec", "import", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "b.feature"))
    assert "| 60.000.000 đồng" in (tmp_path / "b.feature").read_text(encoding="utf-8")


def test_wrong_cells_are_told_by_sheet_row_column_and_value(
    book: ancu.Rulebook, tmp_path: Path, ancu_here: Command
) -> None:
    made = exported(book)
    sheet = made["1 Ở mức trần"]
    income = row_of(sheet, "Thu nhập bình quân hàng tháng thực nhận")
    sheet.cell(income, 3).value = "25 tạ"
    status = row_of(sheet, "kết quả")
    sheet.cell(status, 2).value = "được mua"
    sheet.cell(status, 4).value = "đủ điều kiện"
    sheet.cell(row_of(sheet, "Tình trạng hôn nhân"), 1).value = "Tình trạng hôn nhan"
    made.save(tmp_path / "a.xlsx")
    code, _, told = ancu_here("spec", "import", str(tmp_path / "a.xlsx"), "-o", str(tmp_path / "b.feature"))
    assert code == 4
    assert not (tmp_path / "b.feature").exists()
    assert (
        f"Trang “1 Ở mức trần”, ô C{income} (hàng “Thu nhập bình quân hàng tháng thực nhận”, cột “Trường hợp 2”), "
        "giá trị “25 tạ”: " in told
    ), told
    assert f"ô B{status} (hàng “kết quả”, cột “Trường hợp 1”), giá trị “được mua”: " in told
    assert "cột “D” (ô D5): chưa chọn chương trình để xét." in told
    assert (
        "không có thông tin hay kết quả nào tên “Tình trạng hôn nhan”. Có phải ý bạn là “Tình trạng hôn nhân”?" in told
    )


def test_what_is_no_workbook_of_scenarios_is_told_so(tmp_path: Path, ancu_here: Command) -> None:
    other = openpyxl.Workbook()
    other.active.append(["Mã hồ sơ", "Thu nhập"])
    other.save(tmp_path / "l.xlsx")
    code, _, told = ancu_here("spec", "run", str(tmp_path / "l.xlsx"))
    assert code == 4
    assert "Không thấy trang tình huống nào" in told
