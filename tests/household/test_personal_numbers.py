"""Personal numbers: what they contradict is named, and they show themselves nowhere."""

from __future__ import annotations

import hashlib
import hmac
import pickle
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import RecordError
from ancu.household.members import Member, read_household
from ancu.household.personal_numbers import PROVINCE_CODES
from ancu.rulebook.building import build
from ancu.rulebook.rulebook import Rulebook
from tests.support.rulebooks import edited

#: Made up: a man born in 1990 and a woman born in 2001, of Bắc Ninh.
MAN, WOMAN = "027090000123", "027301000456"
KEY = b"0123456789abcdef0123456789abcdef"


def read(book: Rulebook, key: bytes | None = None, **second: Any) -> Member:
    rows = [{"relation": "chủ hộ"}, {"relation": "con", "label": "dòng 2", **second}]
    return read_household(book, rows, number_key=key).members[1]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            {"CCCD": MAN, "gender": "nữ"},
            "“•••••••••123” là số của nam, còn giới tính hoặc quan hệ ghi là nữ.",
        ),
        (
            {"CCCD": WOMAN, "gender": "nam"},
            "“•••••••••456” là số của nữ, còn giới tính hoặc quan hệ ghi là nam.",
        ),
        ({"CCCD": MAN, "born_on": "1991"}, "là số của người sinh năm 1990, còn ngày sinh ghi năm 1991."),
        ({"CCCD": WOMAN, "born_on": "03/02/1911"}, "là số của người sinh năm 2001, còn ngày sinh ghi năm 1911."),
        ({"CCCD": "003090000123"}, "ba chữ số đầu không phải mã của tỉnh, thành phố nào."),
        ({"CCCD": "0270900001"}, "Số “•••••••001” không phải số căn cước (12 chữ số)"),
    ],
)
def test_what_a_number_contradicts_is_named_with_the_member(book: Rulebook, row: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError) as caught:
        read(book, **row)
    text = caught.value.text("vi")
    assert text.startswith("Thành viên 2 (con): ")
    assert message in text
    assert row["CCCD"] not in repr(caught.value.problems) + caught.value.text("en") + text


@pytest.mark.parametrize(
    "row",
    [
        {"CCCD": MAN, "gender": "nam", "born_on": "01/12/1990"},
        {"CCCD": "027 301 000 456", "gender": "nữ", "born_on": "2001"},
        {"CMND": "123456789", "gender": "nữ", "born_on": "1990"},
        {"CCCD": "142090000123"},
        {"CCCD": MAN},
    ],
    ids=["agrees", "with-spaces", "an-old-card", "born-abroad", "nothing-to-compare"],
)
def test_numbers_that_contradict_nothing(book: Rulebook, row: dict[str, Any]) -> None:
    assert read(book, **row).number is not None


def test_a_wife_with_a_number_of_a_man(book: Rulebook) -> None:
    rows = [{"relation": "chủ hộ"}, {"relation": "vợ", "CCCD": MAN}]
    with pytest.raises(RecordError, match="là số của nam, còn giới tính hoặc quan hệ ghi là nữ"):
        read_household(book, rows)


def test_the_codes_are_those_of_the_63_provinces() -> None:
    assert len(PROVINCE_CODES) == 63
    assert {1, 27, 79, 96} <= PROVINCE_CODES


def test_a_number_shows_itself_nowhere(book: Rulebook) -> None:
    members = [{"relation": "chủ hộ", "CCCD": MAN, "gender": "nam", "label": f"ông {MAN}"}]
    record = ancu.read_record(book, {"province": "Bắc Ninh", "members": members})
    decision = ancu.decide(book, record, "social_housing_rent")
    everything = [
        repr(record), str(record.household), f"{record.household}", repr(decision), decision.model_dump_json(),
        decision.explain("vi"), decision.explain("en", "markdown", "tree", "tree"),
        ancu.decide_each(book, record, ["social_housing_rent"]).explain("vi"),
    ]  # fmt: skip
    assert all(MAN not in text for text in everything)
    assert record.household is not None
    assert str(record.household.applicant.number) == "•••••••••123"


@pytest.mark.parametrize("members", [f"tôi, {MAN}", [f"{MAN}"], [{"relation": "chủ hộ", "born_on": MAN}]])
def test_a_number_in_the_wrong_place_is_not_repeated(book: Rulebook, members: object) -> None:
    with pytest.raises(RecordError) as caught:
        ancu.read_record(book, {"members": members})
    assert MAN not in caught.value.text("vi")
    assert "•••••••••123" in caught.value.text("vi")


def test_with_a_key_only_what_it_makes_of_the_number_is_kept(book: Rulebook) -> None:
    number = read(book, KEY, CCCD=WOMAN).number
    assert number is not None
    assert number.kept == hmac.new(KEY, WOMAN.encode(), hashlib.sha256).hexdigest()
    assert WOMAN.encode() not in pickle.dumps(number)
    assert number == read(book, KEY, CCCD="027 301 000 456").number, "two rows of one person stay the same person"
    assert number != read(book, b"another key of enough bytes", CCCD=WOMAN).number
    with pytest.raises(RecordError, match="số của nữ"):
        read(book, KEY, CCCD=WOMAN, gender="nam")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  wage: {like", "  personal_number: {like"),
        ("label: {vi: Tiền công, en: Wage}", "label: {vi: Số CCCD, en: Wage}"),
        ("label: {vi: Tiền công, en: Wage}", "label: {vi: Tiền công, en: Wage}, synonyms: [Họ và tên]"),
    ],
)
def test_no_rule_can_read_who_somebody_is(old: str, new: str) -> None:
    file = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")
    assert old in file
    book, problems = build(edited(("household.yaml", "", file.replace(old, new, 1))))
    assert book is None
    assert "là họ tên hoặc số định danh: không quy tắc nào được đọc những thứ này" in problems[0].text("vi")
    assert problems[0].file == "household.yaml"
    assert problems[0].line == 36
