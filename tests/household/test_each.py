"""Each adult of a household as the applicant, and what is best for them together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ancu
from ancu.decision.household_choice import best_of
from ancu.errors import AncuError, RecordError
from ancu.household.members import read_household
from ancu.household.seen_from import adult_on, seen_from, whose
from ancu.rulebook.rulebook import Rulebook
from tests.household.families import INVALID, NO, NO_SUPPORT, NOTHING_OWNED, PURCHASE, RENTED, WORKER, YES, household

DAY = date(2026, 3, 1)
WIFE = {**WORKER, "relation": "vợ", "label": "dòng 2", "born_on": "1990", "net_income": "9 triệu"}
HUSBAND = {"born_on": "1988", "gender": "nam", "net_income": "12 triệu"}


def each(book: Rulebook, record: dict[str, Any], *programmes: str, day: date = DAY) -> ancu.EachDecisions:
    return ancu.decide_each(book, record, programmes, day)


def status(found: ancu.EachDecisions, programme: str) -> dict[int, str]:
    return {
        person.member.place: decision.status
        for person in found.persons
        for decision in person.decisions
        if decision.programme == programme
    }


def test_every_adult_and_who_may_be_one_but_no_child(book: Rulebook) -> None:
    others = [
        WIFE,
        {"relation": "con", "born_on": "02/03/2008"},
        {"relation": "con", "born_on": "2008"},
        {"relation": "em trai"},
        {"relation": "cha", "born_on": "1950", "merit_person_alive": NO},
        {"relation": "mẹ", "born_on": "1955", "lives_in_household": NO},
    ]
    found = each(book, household(*others, applicant=HUSBAND), PURCHASE)
    assert [(person.member.place, person.adult) for person in found.persons] == [
        (1, True), (2, True), (4, None), (5, None),
    ]  # fmt: skip
    assert "Chưa rõ ngày sinh: kết quả chỉ dùng được nếu người này đã đủ 18 tuổi." in found.explain("vi")
    later = each(book, household(*others, applicant=HUSBAND), PURCHASE, day=date(2026, 3, 2))
    assert 3 in {person.member.place for person in later.persons}, "18 on that day"


def test_the_first_is_the_applicant_as_decided_alone(book: Rulebook) -> None:
    record = household(WIFE, applicant=HUSBAND)
    found = each(book, record, PURCHASE, "social_housing_rent")
    assert found.persons[0].decisions == ancu.decide_all(book, record, [PURCHASE, "social_housing_rent"], DAY)


def test_a_fact_of_the_old_applicant_is_not_the_new_one_s(book: Rulebook) -> None:
    """The record states the husband's income, not whose: as the wife applies it is her spouse's."""
    record = household({**WIFE, "net_income": ""}, applicant={**HUSBAND, "net_income": ""}, net_income="12 triệu")
    husband, wife = each(book, record, PURCHASE).persons
    assert wife.left_out == ["net_income"]
    assert husband.left_out == []
    facts = wife.decisions[0].context.record
    assert "net_income" not in facts
    assert facts["spouse_net_income"] == 12_000_000
    assert wife.decisions[0].missing == ["net_income"]


def test_what_is_stated_of_the_household_or_the_couple_stays(book: Rulebook) -> None:
    brother = {"relation": "em trai", "label": "dòng 3", "born_on": "1995"}
    stated = {"household_size": 5, "received_housing_support": NO, "had_rent_relief": NO}
    found = each(book, household(WIFE, brother, applicant=HUSBAND, **stated), PURCHASE)
    assert [person.left_out for person in found.persons] == [
        [], ["had_rent_relief"], ["received_housing_support", "had_rent_relief"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "of"),
    [
        ("net_income", "applicant"), ("merit_category", "applicant"), ("owned_home_residents", "applicant"),
        ("received_housing_support", "couple"), ("owns_home", "couple"), ("household_size", "household"),
        ("supported_by_any_programme", "household"), ("province", "household"), ("had_rent_relief", "applicant"),
    ],
)  # fmt: skip
def test_whose_a_stated_fact_is(book: Rulebook, fact: str, of: str) -> None:
    assert whose(book, fact) == of


def relations(book: Rulebook, viewer: str, *others: str) -> list[str | None]:
    rows = [{"relation": "chủ hộ"}, {"relation": viewer}, *({"relation": other} for other in others)]
    members = read_household(book, rows)
    return [member.relation for member in seen_from(book, members, members.members[1]).members]


def test_relations_are_seen_from_who_applies(book: Rulebook) -> None:
    assert relations(book, "vợ", "cha", "mẹ vợ", "con", "con riêng của vợ", "em trai") == [
        "spouse", "applicant", "father_in_law", "mother", "child", "child", "other",
    ]  # fmt: skip
    assert relations(book, "con", "vợ", "mẹ", "con") == [
        "parent", "applicant", "parents_spouse", "grandparent", "sibling",
    ]  # fmt: skip
    assert relations(book, "con riêng của vợ", "vợ") == ["parents_spouse", "applicant", "parent"]
    assert relations(book, "cháu nội", "con") == ["grandparent", "applicant", None], (
        "what cannot be told is not made up"
    )


def test_the_day_of_the_marriage_goes_with_the_couple(book: Rulebook) -> None:
    rows = [{"relation": "chủ hộ"}, {"relation": "vợ", "married_on": "15/05/2026"}]
    found = each(book, household({**WIFE, **rows[1]}, applicant=HUSBAND), PURCHASE)
    assert [one.decisions[0].context.record["marital_status"] for one in found.persons] == ["single", "single"]


def test_a_member_with_the_year_alone_may_be_an_adult(book: Rulebook) -> None:
    (member,) = read_household(book, [{"relation": "chủ hộ", "born_on": "2008"}]).members
    assert [adult_on(member, day) for day in (date(2025, 12, 31), DAY, date(2026, 12, 31))] == [False, None, True]


# -- what the household should choose ----------------------------------------------------------------------------------


def test_two_who_are_eligible_make_one_application(book: Rulebook) -> None:
    found = each(book, household(WIFE, applicant=HUSBAND), PURCHASE)
    assert status(found, PURCHASE) == {1: "eligible", 2: "eligible"}
    (choice,) = found.choices
    assert choice.preference == "one_housing_policy"
    assert len(choice.applications) == 2
    text = found.choice_texts("vi")[0]
    assert (
        "Người đứng đơn (dòng 1), vợ (dòng 2) cùng đủ điều kiện nhưng cả hộ chỉ được hưởng một chính sách, "
        "nên chỉ một người đứng đơn, không nộp hai đơn" in text
    )
    assert "khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15" in text


def test_who_stands_first_in_priority_should_apply(book: Rulebook) -> None:
    wife = {**WIFE, **INVALID}
    found = each(book, household(wife, applicant=HUSBAND), PURCHASE)
    (choice,) = found.choices
    assert choice.settled == "tie", "a disabled husband would have priority too, and nobody says that he is none"
    for husband in ({"disabled_person": YES}, {"disabled_person": NO, "resettled": NO}):
        stated = {"resettled_by_purchase": NO} if husband.pop("resettled", None) else {}
        (choice,) = each(book, household(wife, applicant={**HUSBAND, **husband}, **stated), PURCHASE).choices
        assert choice.settled == "ranked", husband
        assert [(one.member, one.rank) for one in choice.best] == [(2, 1)]


def test_different_programmes_are_the_household_s_to_choose(book: Rulebook) -> None:
    found = each(book, household(WIFE, applicant=HUSBAND), PURCHASE, "social_housing_rent")
    (choice,) = found.choices
    assert choice.settled == "open"
    assert len(choice.best) == 4
    assert "hộ chọn một" in found.choice_texts("vi")[0]


RENT = ("merit_rent_relief", "social_housing_rent_relief")


def test_a_tenant_takes_one_relief_and_the_choice_is_his(book: Rulebook) -> None:
    applicant = {**HUSBAND, **INVALID, "receives_survivor_allowance": NO}
    record = household(
        applicant=applicant, **{**RENTED, "rents_public_housing": YES, "poverty_certificate": "hộ nghèo"}
    )
    found = each(book, record, *RENT)
    (choice,) = found.choices
    assert choice.member == 1
    assert choice.settled == "best"
    assert [one.programme for one in choice.best] == ["merit_rent_relief"]
    assert "lợi nhất là người đứng đơn: “Miễn, giảm tiền thuê" in found.choice_texts("vi")[0].replace(" (dòng 1)", "")


@pytest.mark.parametrize(
    ("amounts", "best", "settled"),
    [
        ([(60, 60), (30, 30)], [0], "best"),
        ([(60, 60), (60, 60), (30, 30)], [0, 1], "tie"),
        ([(60, 100), (30, 30)], [0], "best"),
        ([(60, 60), (30, 60)], [0], "best"),
        ([(60, 60), (30, 100)], [0, 1], "open"),
        ([(60, 60), (30, None)], [0, 1], "open"),
        ([(60, 60), (None, None)], [0, 1], "open"),
        ([(None, None)], [0], "only"),
    ],
)
def test_amounts_that_are_open_are_not_ranked(
    book: Rulebook, amounts: list[tuple[int | None, int | None]], best: list[int], settled: str
) -> None:
    applications = [
        ancu.Application(member=place, programme="p", amount=amount, at_most=most, rank=None, rank_open=False)
        for place, (amount, most) in enumerate(amounts)
    ]
    found, how = best_of(book.preferences["one_house_grant"], applications)
    assert ([one.member for one in found], how) == (best, settled)


def test_what_is_not_determined_is_named_beside_the_choice(book: Rulebook) -> None:
    applicant = {**HUSBAND, **INVALID, "disability_rate": ""}
    record = household({**WIFE, "employment": ""}, applicant=applicant)
    (choice,) = each(book, record, PURCHASE).choices
    assert choice.settled == "only"
    assert [one.member for one in choice.undetermined] == [2]
    assert "chỉ có người đứng đơn (dòng 1)" in choice_text(each(book, record, PURCHASE))
    assert "Chưa xác định: vợ (dòng 2): “Mua, thuê mua nhà ở xã hội”" in choice_text(each(book, record, PURCHASE))


def choice_text(found: ancu.EachDecisions) -> str:
    (text,) = found.choice_texts("vi")
    return text


def test_texts_in_english_and_as_markdown(book: Rulebook) -> None:
    found = each(book, household(WIFE, applicant=HUSBAND), PURCHASE)
    text = found.explain("en", "markdown")
    assert text.startswith("## Each adult of the household as the applicant, on 2026-03-01\n")
    assert "### Wife (dòng 2)" in text
    assert "### What the household should choose" in text


def test_only_a_record_with_members_can_be_looked_at_so(book: Rulebook) -> None:
    with pytest.raises(RecordError, match="Hãy ghi mục “members”"):
        ancu.decide_each(book, {"province": "Bắc Ninh"})


def test_written_and_read_back_it_can_no_longer_explain(book: Rulebook) -> None:
    found = each(book, household({"relation": "con", **NOTHING_OWNED, **NO_SUPPORT}, applicant=HUSBAND), PURCHASE)
    again = ancu.EachDecisions.model_validate_json(found.model_dump_json())
    assert again.choices == found.choices
    with pytest.raises(AncuError, match="hãy xét lại hồ sơ"):
        again.explain("vi")
