"""Suggestions: right or absent, never across a negation, a number, another person, another measure or another deed."""

from __future__ import annotations

import pytest

import ancu
from ancu.errors import nearest
from ancu.rulebook.naming import naming_of
from ancu.rulebook.values import ValueProblem, normalise, parse
from ancu.screening.cells.columns import match_columns

MARITAL = ["Chưa kết hôn", "Đã kết hôn", "Độc thân"]
GROUPS = ["Công nhân (khoản 6)", "Lực lượng vũ trang (khoản 7)", "Học sinh, sinh viên (khoản 11)"]


@pytest.mark.parametrize(
    ("written", "known", "near"),
    [
        ("độc thânn", MARITAL, "Độc thân"),
        ("da ket hon", MARITAL, "Đã kết hôn"),
        ("chưa ket hon", MARITAL, "Chưa kết hôn"),
        ("kết hôn rồi", MARITAL, None),
        ("không kết hôn", MARITAL, None),
        ("Công an", GROUPS, None),
        ("Công nhan", GROUPS, "Công nhân (khoản 6)"),
        ("khoản 6 Điều 76", GROUPS, None),
        ("khoản 8", GROUPS, None),
        ("Giáo viên", GROUPS, None),
        ("Hà Nội", ["Hà Tĩnh", "Hà Nam"], None),
        ("Quảng Bình", ["Quảng Ninh", "Quảng Nam"], None),
        ("Tiền Giang", ["Kiên Giang", "Hà Giang"], None),
        ("Bắc Nin", ["Bắc Ninh", "Bắc Giang"], "Bắc Ninh"),
        ("Mua nhà ở xã hội", ["Thuê nhà ở xã hội"], None),
        ("Thu nhập của mẹ", ["Thu nhập", "Thu nhập của vợ"], None),
        ("Thu nhập (triệu đồng/năm)", ["Thu nhập", "Thu nhập vợ chồng"], None),
        ("Tổng thu nhập", ["Thu nhập"], None),
        ("Mức thu nhập", ["Thu nhập", "Thu nhập vợ chồng"], "Thu nhập"),
        ("Diện tích đất", ["Diện tích sàn", "Diện tích"], None),
        ("merit_band_8", ["merit_band_80"], None),
        ("bornon", ["born_on"], "born_on"),
        ("income_within_cpa", ["income_within_cap"], "income_within_cap"),
        ("x" * 1_000_000, ["x"], None),
        ("", ["a"], None),
    ],
)
def test_what_is_suggested(written: str, known: list[str], near: str | None) -> None:
    assert nearest(written, known) == near
    # Headers are compared folded.
    assert nearest(normalise(written), map(normalise, known)) == (normalise(near) if near else None)


@pytest.mark.parametrize(
    ("written", "group"),
    [("Công an", "armed_forces"), ("Quân nhân", "armed_forces"), ("khoản 6 Điều 76", "worker")],
)  # fmt: skip
def test_groups_by_the_words_of_lists(book: ancu.Rulebook, written: str, group: str) -> None:
    assert parse(book.facts["housing_law_groups"], written) == frozenset({group})


def test_a_teacher_is_no_student(book: ancu.Rulebook) -> None:
    with pytest.raises(ValueProblem) as told:
        parse(book.facts["housing_law_groups"], "Giáo viên")
    assert told.value.kind == "value_not_a_choice"


def test_no_header_means_another_person_or_measure(book: ancu.Rulebook) -> None:
    near = naming_of(book).near
    for header in (
        "Thu nhập (triệu đồng/năm)",
        "Thu nhập bố mẹ",
        "Thu nhập gia đình",
        "Chưa có nhà ở",
        "Tổng thu nhập",
    ):
        assert near(header) is None, header
    assert near("Mức thu nhập") == "Thu nhập"


def test_of_very_many_choices_the_likeliest_are_told_and_where_the_others_are(book: ancu.Rulebook) -> None:
    province = book.facts["province"]

    def told(written: str) -> str:
        with pytest.raises(ValueProblem) as raised:
            parse(province, written)
        return raised.value.text("vi")

    count = len(province.values)
    where = '(xem đủ bằng lệnh: ancu facts "Tỉnh").'
    assert told("Bac Nihn") == (
        "Không có trong danh mục giá trị; có phải ý bạn là “Bắc Ninh”? "
        f"Cần: một trong {count} giá trị, như: Bắc Ninh; … {where}"
    )
    assert told("Bắc") == (
        f"Không có trong danh mục giá trị. Cần: một trong {count} giá trị, như: Bắc Kạn; Bắc Ninh; Bắc Giang; … {where}"
    )
    assert told("Paris").startswith(f"Không có trong danh mục giá trị. Cần: một trong {count} giá trị, như: ")
    assert len(told("Paris")) < 160


def test_a_header_is_suggested_only_where_the_column_can_be_that(book: ancu.Rulebook) -> None:
    """ "Nhà ở" over "Nhà tạm" is no answer to whether there is a home."""
    for cells, near in ((["Nhà tạm", "dột nát"], None), (["có", ""], "Có nhà ở"), (["", None], "Có nhà ở")):
        held = {"Nha o": cells, "Tỉnh": ["Bắc Ninh"]}
        columns = match_columns(book, list(held), "a.csv", distinct=held.__getitem__)
        assert columns.unknown == {"Nha o": near}
