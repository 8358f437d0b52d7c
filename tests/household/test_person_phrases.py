"""Phrases of a person: where they come from, and what loading refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

import ancu
from ancu.rulebook.building import build
from ancu.rulebook.person_phrases import OfMember, counterparts, member_names, spoken_of_members
from tests.support.rulebooks import edited

FILE = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")
WAGE = "  wage: {like: income, label: {vi: Tiền công, en: Wage}}\n"


def problems(phrases: str, **more: str) -> list[str]:
    text = FILE.replace(WAGE, f"{WAGE[:-2]}, phrases: [{phrases}]}}\n")
    assert text != FILE
    for old, new in more.items():
        text = text.replace(f"{old}:", new, 1)
    _, found = build(edited(("household.yaml", "", text)))
    return [problem.text("vi") for problem in found]


@pytest.mark.parametrize(
    ("phrases", "message"),
    [
        ('{vi: "lĩnh lương"}', "phải có đúng một chỗ trống"),
        ('{vi: "lĩnh {số}, và thưởng"}', "Câu “lĩnh {số}, và thưởng”"),
        ('{vi: "lĩnh {số}", whose: cousin}', "Không có tên “cousin”."),
        ('{vi: lĩnh nhiều, value: nhiều}', "nêu giá trị “nhiều” không hợp với “wage”"),
        ('{vi: "lĩnh {số}"}, {vi: "lĩnh {số}", also: {rank: gold}}, {vi: lĩnh 5 triệu, value: 1}',
         "Câu “lĩnh {số}” có thể hiểu nhầm thành câu “lĩnh 5 triệu”"),
    ],
)  # fmt: skip
def test_a_phrase_that_cannot_be_read_is_refused_where_it_stands(phrases: str, message: str) -> None:
    found = problems(phrases)
    assert found
    assert all(text.startswith("household.yaml:") for text in found)
    assert any(message in text for text in found), found


def test_sound_phrases_pass() -> None:
    assert problems('{vi: "lĩnh {số}", en: "is paid {amount}"}, {vi: lĩnh nhiều, value: 5}') == []


def test_a_relation_that_is_none_is_refused() -> None:
    assert problems('{vi: "lĩnh {số}"}', roles="only_one: [aplicant]\nroles:") == [
        "household.yaml:55:12: Không có tên “aplicant”. Có phải ý bạn là “applicant”? Hãy sửa tên hoặc khai báo nó."
    ]


def test_which_facts_of_a_record_are_one_members(book: ancu.Rulebook) -> None:
    found = counterparts(book)
    assert found["spouse_net_income"] == OfMember("spouse", "net_income")
    assert found["spouse_bought_social_housing"] == OfMember("spouse", "bought_social_housing")
    assert found["spouse_in_armed_forces"] == OfMember("spouse", "in_armed_forces")
    assert "net_income" not in found
    assert "merit_category" not in found


def test_a_person_has_the_phrases_of_the_facts_his_are_like(book: ancu.Rulebook) -> None:
    texts = {(said.name, said.text) for said in spoken_of_members(book)}
    assert {("net_income", "thu nhập {số tiền} một tháng"), ("owned_home_area", "có nhà ở rộng {diện tích}")} <= texts
    assert {("born_on", "sinh ngày {ngày}"), ("disability_rate", "is a war invalid of {percent}")} <= texts


def test_names_of_members_tell_relation_and_gender(book: ancu.Rulebook) -> None:
    assert book.people is not None
    names = {name.text: (name.relation, name.gender) for name in member_names(book.people)}
    assert names["Vợ"] == ("spouse", "female")
    assert names["Husband"] == ("spouse", "male")
    assert names["Bố vợ"] == ("father_in_law", "male")
    assert "Người đứng đơn" not in names, "it may stand before any phrase"
    assert names["Bản thân"] == ("applicant", None)
