"""From members to the facts of a record: Kleene over people, whose list is complete or not."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import RecordError
from ancu.household.members import Household, read_household
from ancu.household.projecting import project
from ancu.rulebook.building import build
from ancu.rulebook.rulebook import Rulebook
from tests.support.rulebooks import edited

FILE = (Path(__file__).parent / "people.yaml").read_text(encoding="utf-8")
DAY = date(2025, 6, 1)
APPLICANT = {"relation": "chủ hộ", "wage": "10 triệu"}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    book, problems = build(edited(("household.yaml", "", FILE)))
    assert book is not None, problems
    return book


def facts(
    book: Rulebook, *members: dict[str, Any], complete: bool = True, day: date = DAY, **more: Any
) -> dict[str, Any]:
    projected = project(book, Household(read_household(book, members).members, complete, **more), day)
    return dict(projected.facts)


def test_of_any_count_and_sum(book: Rulebook) -> None:
    found = facts(
        book,
        APPLICANT,
        {"relation": "vợ", "wage": "4 triệu", "rank": "gold", "home": 30},
        {"relation": "con", "skills": "thợ hàn; thợ may"},
    )
    assert found["people"] == 3
    assert found["income"] == 14_000_000
    assert found["floor_area"] == 3000
    assert found["kind"] == "worker"


def test_nobody_of_a_complete_list_is_no_and_of_another_unknown(book: Rulebook) -> None:
    assert facts(book, APPLICANT, {"relation": "con", "skills": "không"})["kind"] == "other"
    assert "kind" not in facts(book, APPLICANT, complete=False)
    assert "kind" not in facts(book, APPLICANT, {"relation": "con"})


def test_a_count_of_an_incomplete_list_is_at_least_what_is_listed(book: Rulebook) -> None:
    listed = read_household(book, [APPLICANT, {"relation": "con"}, {"relation": "con"}])
    projected = project(book, listed, DAY)
    assert "people" not in projected.facts
    assert projected.floors == {"people": 3}
    assert projected.source("people").unlisted


def test_a_sum_with_an_unknown_part_is_at_least_the_rest(book: Rulebook) -> None:
    projected = project(book, read_household(book, [{"relation": "chủ hộ"}], True), DAY)
    assert "income" not in projected.facts
    assert projected.source("income").missing == ((1, "wage"),)


def test_an_amount_left_out_is_asked_of_whom_it_is(book: Rulebook) -> None:
    projected = project(book, read_household(book, [APPLICANT, {"relation": "vợ"}], True), DAY)
    assert projected.floors["income"] == 10_000_000 if "income" in projected.floors else True
    assert projected.source("income").missing == ((2, "wage"),)


def test_the_first_line_that_somebody_meets_gives_the_role(book: Rulebook) -> None:
    iron = {"relation": "con", "rank": "iron", "home": 10}
    gold = {"relation": "khác", "rank": "gold", "home": 20}
    assert facts(book, APPLICANT, iron, gold)["floor_area"] == 2000
    assert facts(book, APPLICANT, iron)["floor_area"] == 1000


def test_who_may_come_first_keeps_the_role_open(book: Rulebook) -> None:
    projected = project(book, read_household(book, [APPLICANT, {"relation": "vợ", "home": 10}], True), DAY)
    assert "floor_area" not in projected.facts
    assert (2, "rank") in projected.source("floor_area").missing


def test_a_column_filled_for_one_is_closed_for_all(book: Rulebook) -> None:
    projected = project(
        book, read_household(book, [APPLICANT, {"relation": "con", "rank": "iron", "home": 10}], True), DAY
    )
    assert projected.facts["floor_area"] == 1000
    assert projected.source("floor_area").members == (2,)


def test_a_role_of_several_is_what_they_have_in_common(book: Rulebook) -> None:
    same = [{"relation": "con", "rank": "gold", "home": 10}, {"relation": "khác", "rank": "gold", "home": 10}]
    assert facts(book, APPLICANT, *same)["floor_area"] == 1000


def test_a_year_of_birth_settles_what_no_day_in_it_changes(book: Rulebook) -> None:
    assert facts(book, APPLICANT, {"relation": "con", "born_on": "2010"})["people"] == 2
    before = facts(book, APPLICANT, {"relation": "con", "born_on": 2025})
    assert "people" not in before, "the child may have joined after 1 June"


def test_days_on_which_something_began_or_ended(book: Rulebook) -> None:
    married = {"relation": "vợ", "wage": "4 triệu", "married_on": "1/7/2025"}
    assert facts(book, APPLICANT, married)["income"] == 10_000_000
    assert facts(book, APPLICANT, married, day=date(2025, 7, 1))["income"] == 14_000_000
    divorced = {"relation": "vợ", "wage": "4 triệu", "divorced_on": "1/5/2025"}
    assert facts(book, APPLICANT, divorced)["income"] == 10_000_000


def test_before_the_record_was_made_a_beginning_left_out_is_not_known(book: Rulebook) -> None:
    wife = {"relation": "vợ", "wage": "4 triệu"}
    assert facts(book, APPLICANT, wife, recorded_on=DAY)["income"] == 14_000_000
    assert "income" not in facts(book, APPLICANT, wife, recorded_on=DAY, day=date(2025, 5, 1))


def test_the_order_of_members_changes_nothing(book: Rulebook) -> None:
    rng = random.Random(5)
    people = [
        APPLICANT,
        {"relation": "vợ", "wage": "4 triệu", "rank": "gold", "home": 30},
        {"relation": "con", "rank": "gold", "home": 40},
        {"relation": "khác", "skills": "thợ may", "born_on": 1990},
    ]
    expected = facts(book, *people)
    for _ in range(10):
        rng.shuffle(people)
        assert facts(book, *people) == expected


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ([{"relation": "con"}], "Danh sách thành viên chưa có người đứng đơn"),
        ([APPLICANT, APPLICANT], "nhiều người đứng đơn (thành viên 1, 2)"),
        ([APPLICANT, {"relation": "con", "wag": 1}], "Thành viên 2 (con): Trường “wag” không có"),
        ([APPLICANT, {"relation": "con", "wage": "nhiều"}], "Thành viên 2 (con): Trường “wage”, giá trị “nhiều”"),
        ([APPLICANT, {"relation": "con", "personal_number": "12345"}], "Thành viên 2 (con): Số “••345”"),
    ],
)
def test_a_household_that_cannot_be_read(book: Rulebook, members: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(RecordError) as caught:
        read_household(book, members)
    assert message in caught.value.text("vi")


def test_numbers_and_names_are_no_facts_and_are_not_shown(book: Rulebook) -> None:
    member = {**APPLICANT, "Họ và tên": "Người Thử Nghiệm", "Số CCCD": "001 090 000 123"}
    household = read_household(book, [member])
    assert household.members[0].number is not None
    assert household.members[0].number.kept == "001090000123"
    assert "001090000123" not in repr(household)
    assert "Thử Nghiệm" not in repr(household)


def test_incomes_of_months_or_a_year_give_the_average() -> None:
    real = ancu.load_rulebook()

    def applicant(**earned: object) -> Any:
        return read_household(real, [{"relation": "chủ hộ", **earned}]).applicant.facts

    months = applicant(monthly_incomes="14 triệu; 15 triệu; 16.000.001")
    assert months["net_income"] == 15_000_001, "rounded up, so that a cap holds exactly"
    assert months["highest_monthly_income"] == 16_000_001
    assert applicant(**{"Thu nhập cả năm": "180 triệu"})["net_income"] == 15_000_000
    with pytest.raises(RecordError, match="tính từ thu nhập từng tháng"):
        applicant(net_income="10 triệu", monthly_incomes=["14 triệu"])
    with pytest.raises(RecordError, match="13 số"):
        applicant(monthly_incomes=["14 triệu"] * 13)
    with pytest.raises(RecordError, match="Thành viên 1"):
        applicant(monthly_incomes="nhiều")


def test_support_of_somebody_else_in_the_household_is_no_contradiction() -> None:
    record = {
        "province": "Bắc Ninh",
        "members": [
            {"relation": "chủ hộ", "housing_supports": "không", "bought_armed_forces_housing": "không"},
            {"relation": "mẹ vợ", "housing_supports": "Quyết định 22/2013/QĐ-TTg"},
        ],
        "members_complete": "có",
    }
    for programme in ("merit_house_grant", "social_housing_purchase", "armed_forces_housing_purchase"):
        decision = ancu.decide(ancu.load_rulebook(), record, programme, date(2026, 5, 1))
        assert decision.conflicts == [], programme


def test_all_that_is_wrong_with_a_household_is_told_at_once() -> None:
    record = {"members": [{"relation": "chủ hộ", "born_on": "32/13/2000"}], "members_complete": "có lẽ"}
    with pytest.raises(RecordError) as caught:
        ancu.read_record(ancu.load_rulebook(), record)
    assert len(caught.value.problems) == 2
