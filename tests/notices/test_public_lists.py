"""Public lists: the fields that the text names and no more, whatever a list holds besides."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import ancu
from ancu.errors import UnknownNameError
from ancu.notices.case_of_notice import Buyer
from ancu.notices.office import Office
from ancu.notices.public_files import public_file
from ancu.notices.public_lists import PublishedList, published
from ancu.notices.sources import CasesAsked, buyers_from
from tests.notices.cases import OFFICE, worker

BUYERS = """Mã hồ sơ,Họ và tên,Số CCCD,Địa chỉ thường trú,Quan hệ với chủ hộ,Thu nhập,Ghi chú
HS-01,"=HYPERLINK(""http://x"")",024085000001,"Tổ 3, phường Mẫu",Chủ hộ,12 triệu,bí mật
HS-01,Trần Thị Giả Định,024187000002,"Tổ 3, phường Mẫu",Vợ,11 triệu,bí mật
HS-02,@Lê Đức Mẫu,024090000003,,Chủ hộ,10 triệu,bí mật
"""


@pytest.fixture
def buyers(book: ancu.Rulebook, tmp_path: Path) -> PublishedList:
    (tmp_path / "mua.csv").write_text(BUYERS, encoding="utf-8")
    asked = CasesAsked(project="NOXH Ví Dụ")
    found = buyers_from(book, str(tmp_path / "mua.csv"), asked, "social_housing_purchase")
    return published(book, "buyers", found, OFFICE, "NOXH Ví Dụ", "vi")


def test_the_fields_of_each_list_are_those_the_text_names(book: ancu.Rulebook) -> None:
    lists = book.notices.lists.items()
    assert {name: [(one.field, one.basis) for one in listing.fields] for name, listing in lists} == {
        "eligible": [("case", ["nd-100-2024:38.1.đ", "nd-54-2026:34"])],
        "ineligible": [("case", ["nd-100-2024:38.1.đ", "nd-54-2026:34"])],
        "buyers": [
            ("full_name", ["nd-100-2024:44.2.a"]),
            ("personal_number", ["nd-100-2024:44.2.b"]),
            ("address", ["nd-100-2024:44.2.c"]),
            ("members", ["nd-100-2024:44.2.d"]),
            ("project", ["nd-100-2024:44.2.đ"]),
        ],
        "poverty": [("full_name", ["qd-24-2021-ttg"]), ("result", ["qd-24-2021-ttg"])],
    }  # fmt: skip


def test_buyers_as_article_44_has_them(buyers: PublishedList) -> None:
    assert buyers.headings == (
        "STT", "Họ và tên", "Số căn cước công dân/số định danh cá nhân",
        "Địa chỉ nơi đăng ký thường trú/đăng ký tạm trú", "Người có tên trong hộ gia đình", "Tên dự án",
    )  # fmt: skip
    assert buyers.rows == [
        ("1", '=HYPERLINK("http://x")', "024085000001", "Tổ 3, phường Mẫu", "Trần Thị Giả Định", "NOXH Ví Dụ"),
        ("2", "@Lê Đức Mẫu", "024090000003", "", "", "NOXH Ví Dụ"),
    ]
    # The household of one may have others that nobody has listed: that is not "nobody".
    assert dict(buyers.lacking) == {buyers.headings[3]: 1, buyers.headings[4]: 1}


def test_no_cell_of_a_workbook_is_a_formula_or_holds_more(buyers: PublishedList) -> None:
    book = openpyxl.load_workbook(io.BytesIO(public_file(buyers, "ds.xlsx", date(2026, 4, 20))))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    values = [str(cell.value) for cell in cells]
    assert '=HYPERLINK("http://x")' in values
    assert "024085000001" in values
    assert not any("bí mật" in value or "12 triệu" in value or "HS-01" in value for value in values)


def test_page_and_pdf_hold_the_list_and_no_more(buyers: PublishedList) -> None:
    page = public_file(buyers, "ds.html", date(2026, 4, 20)).decode()
    assert "<td>=HYPERLINK(&#34;http://x&#34;)</td>" in page
    assert "bí mật" not in page
    assert "HS-01" not in page
    assert "Công khai theo khoản 2 Điều 44 Nghị định 100/2024/NĐ-CP" in page
    pdf = public_file(buyers, "ds.pdf", date(2026, 4, 20))
    assert pdf.startswith(b"%PDF")
    assert pdf == public_file(buyers, "ds.pdf", date(2026, 4, 20))


def test_eligible_and_ineligible_dossiers_by_their_ids_alone(book: ancu.Rulebook) -> None:
    cases = [
        worker(book, income, cells={"Họ và tên": "Người Mẫu"}, case=case)
        for case, income in (("A", "12 triệu"), ("B", "28 triệu"), ("C", None), ("D", "13 triệu"))
    ]
    eligible = published(book, "eligible", cases, Office(), "", "vi")
    assert eligible.rows == [("1", "A"), ("2", "D")]
    assert dict(eligible.left_out) == {"ineligible": 1, "undetermined": 1}
    assert published(book, "ineligible", cases, Office(), "", "vi").rows == [("1", "B")]
    assert "Người Mẫu" not in public_file(eligible, "ds.html", date(2026, 4, 20)).decode()


def test_a_complete_household_of_one_has_nobody_besides(book: ancu.Rulebook) -> None:
    made = published(book, "buyers", [Buyer("X", "Tên", members=())], Office(), "", "vi")
    assert made.rows[0][4] == "–"


def test_a_list_that_is_none_is_told(book: ancu.Rulebook) -> None:
    with pytest.raises(UnknownNameError) as error:
        published(book, "buyer", [], Office(), "", "vi")
    assert str(error.value.problems[0].text("vi")) == (
        "Không có danh sách công khai “buyer”. Có phải ý bạn là “buyers”? "
        "Các danh sách: eligible, ineligible, buyers, poverty."
    )
