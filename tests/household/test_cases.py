"""Whose fact it is decides: what the rules make of households of several people, each named where it matters."""

from __future__ import annotations

from datetime import date
from typing import Any

import ancu
from ancu.rulebook.rulebook import Rulebook
from tests.household.families import (
    INVALID,
    NO,
    NO_SUPPORT,
    NOTHING_OWNED,
    PURCHASE,
    RENT_RELIEF,
    RENTED,
    YES,
    household,
)  # fmt: skip

DAY = date(2026, 3, 1)


def decide(book: Rulebook, record: dict[str, Any], programme: str, day: date = DAY) -> ancu.Decision:
    return ancu.decide(book, record, programme, day)


def reasons(decision: ancu.Decision) -> str:
    return "\n".join(decision.texts("vi").reasons)


WIFE = {**NOTHING_OWNED, **NO_SUPPORT, "relation": "vợ", "label": "dòng 2", "net_income": "9 triệu"}


# -- merit belongs to a person (Housing Law, Articles 76.1 and 78.1.b) -------------------------------------------------


def test_a_father_s_merit_does_not_free_the_son(book: Rulebook) -> None:
    father = {**NOTHING_OWNED, **NO_SUPPORT, **INVALID, "relation": "cha", "label": "dòng 2"}
    son = {"net_income": "60 triệu", "marital_status": "độc thân"}
    decision = decide(book, household(father, applicant=son), PURCHASE)
    assert decision.status == "ineligible"
    assert not decision.provisional
    assert "Thu nhập bình quân 60.000.000 đồng/tháng, vượt mức trần" in reasons(decision)
    within = decide(book, household(father, applicant={**son, "net_income": "15 triệu"}), PURCHASE)
    assert within.status == "eligible"
    assert within.priority == [], "nor does it put him first in the order of priority"


def test_the_father_himself_is_free_of_the_income_test(book: Rulebook) -> None:
    applicant = {**INVALID, "net_income": "60 triệu", "marital_status": "độc thân"}
    decision = decide(book, household(applicant=applicant), PURCHASE)
    assert decision.status == "eligible"
    assert decision.priority == ["priority_merit"]


def test_the_father_s_merit_counts_where_the_household_rents(book: Rulebook) -> None:
    father = {**INVALID, "relation": "cha", "label": "dòng 2"}
    decision = decide(book, household(father, **RENTED), RENT_RELIEF)
    assert decision.status == "eligible"
    assert decision.chosen == ["less_80"]
    assert "diện: Thương binh, người hưởng chính sách như thương binh; xét theo cha (dòng 2)" in reasons(decision)


SUSPENDED = {**INVALID, "merit_suspended": YES}
MARTYRS_CHILD = {
    "martyr_relation": "con",
    "merit_recognised": YES,
    "relative_suspended": NO,
    "receives_survivor_allowance": NO,
    "lives_alone_without_support": NO,
}


def test_a_suspended_husband_does_not_cost_his_wife_her_own_right(book: Rulebook) -> None:
    wife = {**MARTYRS_CHILD, "relation": "vợ", "label": "dòng 2"}
    decision = decide(book, household(wife, applicant=SUSPENDED, **RENTED), RENT_RELIEF)
    assert decision.status == "eligible"
    assert decision.chosen == ["less_70"]
    assert "Là thân nhân liệt sĩ: Con đẻ, con nuôi; xét theo vợ (dòng 2)" in reasons(decision)
    assert "đang bị tạm đình chỉ" not in reasons(decision).lower()


def test_nor_does_it_where_she_applies(book: Rulebook) -> None:
    husband = {**SUSPENDED, "relation": "chồng", "label": "dòng 2"}
    applicant = {**MARTYRS_CHILD, "gender": "nữ", "net_income": "60 triệu"}
    record = household({**NOTHING_OWNED, **NO_SUPPORT, **husband, "net_income": "0"}, applicant=applicant, **RENTED)
    assert decide(book, record, RENT_RELIEF).chosen == ["less_70"]
    purchase = decide(book, record, PURCHASE)
    assert purchase.status == "eligible"
    assert purchase.priority[0] == "priority_martyr_relative"


def test_the_suspended_man_alone_has_no_relief(book: Rulebook) -> None:
    decision = decide(book, household(applicant=SUSPENDED, **RENTED), RENT_RELIEF)
    assert decision.status == "ineligible"
    assert "tạm đình chỉ" in reasons(decision)


def test_an_invalid_who_was_also_active_before_august_1945_has_90_percent(book: Rulebook) -> None:
    also = "Người hoạt động cách mạng từ 01/01/1945 đến khởi nghĩa tháng Tám 1945"
    father = {**INVALID, "relation": "cha", "label": "dòng 2", "disability_rate": "25"}
    alone = decide(book, household(father, **RENTED), RENT_RELIEF)
    assert alone.chosen == ["less_70"]
    both = decide(book, household({**father, "also_recognised_as": also}, **RENTED), RENT_RELIEF)
    assert both.chosen == ["less_90"]
    assert "khởi nghĩa tháng Tám; xét theo cha (dòng 2)" in reasons(both)


def test_who_no_longer_lives_gives_no_merit(book: Rulebook) -> None:
    father = {**INVALID, "relation": "cha", "label": "dòng 2", "merit_person_alive": NO}
    assert decide(book, household(father, **RENTED), RENT_RELIEF).status == "ineligible"


# -- the home: whose, for how many, until when (Decree 100/2024, Article 29) -------------------------------------------

HOME = {"owns_home": YES, "home_on_certificate": YES, "named_on_certificate": YES, "registered_at_home": YES}
AT_HOME = {"registered_at_home": YES}
PARENTS_IN_LAW = ({"relation": "bố vợ", "label": "dòng 3"}, {"relation": "mẹ vợ", "label": "dòng 4"})


def of_four(parents: dict[str, Any]) -> dict[str, Any]:
    owner = {**HOME, "owned_home_area": "56 m2", "net_income": "10 triệu"}
    others = ({**parent, **NOTHING_OWNED, **NO_SUPPORT, **parents} for parent in PARENTS_IN_LAW)
    return household({**WIFE, **AT_HOME}, *others, applicant=owner)


def test_parents_in_law_registered_at_the_home_are_counted(book: Rulebook) -> None:
    decision = decide(book, of_four(AT_HOME), PURCHASE)
    assert decision.status == "eligible"
    assert "Nhà ở thuộc sở hữu 56 m² cho 4 người đăng ký thường trú, thấp hơn 15 m² sàn/người" in reasons(decision)
    elsewhere = decide(book, of_four({"registered_at_home": NO}), PURCHASE)
    assert elsewhere.status == "ineligible"
    assert "cho 2 người đăng ký thường trú, không thấp hơn" in reasons(elsewhere)


def test_who_is_asked_where_nobody_says_who_is_registered(book: Rulebook) -> None:
    decision = decide(book, of_four({}), PURCHASE)
    assert decision.status == "undetermined"
    missing = decision.texts("vi").missing
    assert "Cha của vợ hoặc chồng (dòng 3): đăng ký thường trú tại nhà ở thuộc sở hữu" in missing


def test_what_no_list_of_members_settles_is_asked_for_by_its_name(book: Rulebook) -> None:
    """Children by birth who live elsewhere count too: that the list is complete would not help."""
    couple = household({**WIFE, "net_income": "40 triệu"}, applicant={"net_income": "30 triệu"})
    decision = decide(book, couple, PURCHASE, date(2026, 9, 1))
    assert decision.status == "undetermined"
    assert "Số con đẻ" in decision.texts("vi").missing
    assert not any("đã kê đủ hay chưa" in text for text in decision.texts("vi").missing)


def test_a_home_sold_is_no_home(book: Rulebook) -> None:
    sold = {"owns_home": YES, "owned_home_until": "31/12/2025", "home_on_certificate": NO, "net_income": "10 triệu"}
    decision = decide(book, household(WIFE, applicant=sold), PURCHASE)
    assert decision.status == "eligible"
    before = decide(book, household(WIFE, applicant={**sold, "owned_home_until": "02/03/2026"}), PURCHASE)
    assert before.provisional or before.status != "eligible"


# -- one policy for a household (Housing Law, Article 79.1.e) ----------------------------------------------------------

FAR = {**HOME, "owned_home_area": "100 m2", "net_income": "10 triệu", "home_to_work_distance": "40 km"}
NEAR_PROJECT = {"work_to_project_distance": "5 km"}


def test_what_the_wife_bought_bars_the_ordinary_case(book: Rulebook) -> None:
    wife = {**WIFE, "bought_social_housing": YES}
    decision = decide(book, household(wife, applicant={"net_income": "10 triệu"}), PURCHASE)
    assert decision.status == "ineligible"
    assert "Vợ (chồng) đã mua hoặc thuê mua nhà ở xã hội" in reasons(decision)
    assert "vợ (dòng 2)" in reasons(decision)


def test_what_the_wife_bought_keeps_the_far_case_from_being_firm(book: Rulebook) -> None:
    """Resolution 201/2025, Article 9.2 does not name the spouse: an authority has to decide, and the text says so."""
    firm = decide(book, household({**WIFE, **AT_HOME}, applicant={**FAR, **NEAR_PROJECT}), PURCHASE)
    assert firm.status == "eligible"
    assert not firm.provisional
    wife = {**WIFE, **AT_HOME, "bought_social_housing": YES}
    decision = decide(book, household(wife, applicant={**FAR, **NEAR_PROJECT}), PURCHASE)
    assert decision.provisional
    assert "spouse_purchase_no_bar_for_far_case" in decision.caveats
    (caveat,) = decision.texts("vi").caveats
    assert "vợ (chồng) đã mua nhà ở xã hội thì cần cơ quan có thẩm quyền quyết định" in caveat


def test_armed_forces_housing_of_the_wife_is_social_housing(book: Rulebook) -> None:
    wife = {**WIFE, "bought_armed_forces_housing": YES}
    decision = decide(book, household(wife, applicant={"net_income": "10 triệu"}), PURCHASE)
    assert decision.status == "ineligible"
    assert "xét theo vợ (dòng 2)" in reasons(decision)


def test_support_that_the_father_had_is_not_the_couple_s(book: Rulebook) -> None:
    father = {**NOTHING_OWNED, "relation": "cha", "label": "dòng 3", "housing_supports": "Quyết định 22/2013/QĐ-TTg"}
    decision = decide(book, household(WIFE, father, applicant={"net_income": "10 triệu"}), PURCHASE)
    assert decision.status == "eligible"
    wife = {**WIFE, "housing_supports": "Được tặng nhà ở"}
    decision = decide(book, household(wife, father, applicant={"net_income": "10 triệu"}), PURCHASE)
    assert decision.status == "ineligible"
    assert "Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án; xét theo vợ (dòng 2)" in reasons(decision)


# -- who is married, and since when ------------------------------------------------------------------------------------


def test_a_spouse_of_later_is_none_yet_and_one_of_before_none_any_more(book: Rulebook) -> None:
    wife = {**WIFE, "net_income": "35 triệu", "married_on": "15/05/2026"}
    record = household(wife, applicant={"net_income": "20 triệu"})
    assert decide(book, record, PURCHASE, date(2026, 5, 14)).context.record["marital_status"] == "single"
    assert decide(book, record, PURCHASE, date(2026, 5, 15)).context.record["marital_status"] == "married"
    divorced = {**WIFE, "marriage_ended_on": "10/01/2026"}
    record = household(divorced, applicant={"net_income": "20 triệu"})
    assert decide(book, record, PURCHASE).context.record["marital_status"] == "certified_single"


def test_who_is_not_yet_married_is_no_member_of_the_household(book: Rulebook) -> None:
    wife = {**WIFE, "married_on": "15/05/2026", "bought_armed_forces_housing": YES, "born_on": "1995"}
    wife["bought_social_housing_on"] = "01/01/2025"
    applicant = {"net_income": "10 triệu", "marital_status": "đã kết hôn", "born_on": "1990"}
    record = household(wife, applicant=applicant)
    found = ancu.decide_moments(book, record, PURCHASE, {"filing": "2026-03-01", "signing": "2026-06-20"})
    facts = [one.decision.context.record for one in found.moments]
    assert [one["household_size"] for one in facts] == [1, 2]
    assert [one["bought_armed_forces_housing"] for one in facts] == [False, True]
    assert [one.decision.status for one in found.moments] == ["eligible", "ineligible"]
