"""Vietnamese names as they are compared: one spelling of each, and what two of them may differ in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ancu.doubles.names import NOBODY, NameLikeness, likeness, name_key

SYLLABLES = ["Nguyễn", "Trần", "Thị", "Văn", "Hoà", "Hòa", "Mỹ", "Mĩ", "Đức", "Thuý", "Lan", "Quý", "Ý", "Lý"]
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", NameLikeness.SAME),
        ("Trần Thị Mỹ", "Trần  thị Mĩ ", NameLikeness.SAME),
        ("Lê Thuý Nga", unicodedata.normalize("NFD", "Lê Thúy Nga"), NameLikeness.SAME),
        ("Ông Nguyễn Văn Đức (đã mất)", "Nguyễn Văn Đức", NameLikeness.SAME),
        ("Nguyễn Văn Đức", "nguyen van duc", NameLikeness.PLAIN),
        ("Nguyễn Văn H0a", "nguyen van hoa", NameLikeness.PLAIN),
        ("Nguyễn Văn Đức", "Đức Nguyễn Văn", NameLikeness.ORDER),
        ("Nguyễn Văn Đức", "Nguyễn Đức", NameLikeness.MIDDLE),
        ("Trần Văn An", "Trần Nguyễn Văn An", NameLikeness.MIDDLE),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Hòa", NameLikeness.MARKS),
        ("Nguyễn Thị Hoa", "Nguyễn Thị Lan", NameLikeness.DIFFERENT),
        ("Nguyễn", "Nguyễn Thị", NameLikeness.DIFFERENT),
        ("", "", NameLikeness.DIFFERENT),
    ],
)
def test_how_two_names_agree(one: str, other: str, expected: NameLikeness) -> None:
    assert likeness(name_key(one), name_key(other)) == likeness(name_key(other), name_key(one)) == expected


def test_a_slip_of_the_hand_is_told_by_what_was_measured() -> None:
    one, other = name_key("Nguyễn Văn Đức"), name_key("Nguyễn Văn Đứcc")
    assert likeness(one, other) == NameLikeness.DIFFERENT
    assert likeness(one, other, 96.0) == NameLikeness.TYPED


def test_a_family_name_that_is_also_a_word_of_address_stays() -> None:
    assert name_key("Ông Ích Khiêm").plain == "ong ich khiem"


@pytest.mark.parametrize("nothing", ["", "  ", "123", "-", "(chưa rõ)"])
def test_what_has_no_letters_is_nobody(nothing: str) -> None:
    assert name_key(nothing) == NOBODY


@given(NAMES | st.text(max_size=30))
def test_a_name_in_its_one_spelling_stays_as_it_is(name: str) -> None:
    key = name_key(name)
    if not key.spelled.startswith(("ông", "bà")):
        assert name_key(key.spelled).spelled == key.spelled
        assert name_key(key.plain).plain == key.plain


@given(NAMES, st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_how_it_is_typed_changes_nothing(name: str, form: str, capitals: bool) -> None:
    typed = unicodedata.normalize(form, name.upper() if capitals else name)  # type: ignore[arg-type]
    assert name_key(f" {typed}. ") == name_key(name)
