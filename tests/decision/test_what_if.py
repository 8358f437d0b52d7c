"""What would make a decision another: cases of the real rulebook worked by hand, and random ones held to an oracle."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.decision.what_if.thresholds import Lines
from ancu.household.members import Household
from ancu.inference import direct
from ancu.inference.program import program_on
from ancu.rulebook.expressions import Arithmetic, Case, Compare, Constant, Extreme, Fact
from tests.conftest import WORKER, Decide
from tests.decision.test_deciding import REST
from tests.household.families import PURCHASE, household
from tests.household.families import WORKER as PERSON
from tests.support.rulebooks import base_book
from tests.support.what_if import faults, refused_cases

DAY = date(2026, 5, 1)
#: A war invalid whose house is to be repaired.
INVALID: dict[str, Any] = {
    "province": "bac_ninh",
    "merit_category": "war_invalid",
    "martyr_relation": "none",
    "merit_recognised": True,
    "merit_suspended": False,
    "merit_person_alive": True,
    "lives_in_house": True,
    "registered_in_house": True,
    "registered_since": "01/01/2000",
    "house_condition": "severely_damaged",
    "must_demolish": False,
    "needs_frame_and_roof_repair": True,
    "supported_by_decision_22": False,
}
CAUTION = (
    "Mỗi thay đổi chỉ được tính khi có thật và có giấy tờ nêu bên cạnh chứng minh; "
    "đây không phải gợi ý khai khác sự thật."
)


def told(decision: ancu.Decision) -> list[str]:
    return decision.changes.texts("vi").lines()


# -- worked by hand ---------------------------------------------------------------------------------------------------


def test_an_income_just_above_the_cap_is_told_to_the_dong(decide: Decide) -> None:
    decision = decide(DAY, net_income="26.200.000")  # the cap of the unmarried: 25,000,000 since April
    (only,) = decision.changes.sets
    (change,) = only.changes
    assert (change.fact, change.most, change.least, change.gap) == ("net_income", 25_000_000, None, 1_200_000)
    assert (change.by, change.effort, change.papers) == ("applicant", "circumstance", ["work_confirmation"])
    assert (only.status, only.mends) == ("eligible", ["income_within_cap"])
    assert told(decision) == [
        "Thu nhập bình quân hàng tháng thực nhận: từ 25.000.000 đồng trở xuống; hiện cao hơn 1.200.000 đồng "
        "[người đứng đơn; phải chứng minh bằng giấy xác nhận về đối tượng, thu nhập].",
        CAUTION,
    ]
    assert decision.changes is decision.changes, "searched once"


def test_a_later_version_decides_otherwise_from_its_first_day_on(decide: Decide) -> None:
    decision = decide(
        date(2026, 1, 15), net_income="24 triệu"
    )  # the cap of 20,000,000 is 25,000,000 from 2026-04-07 on
    later = decision.changes.later
    assert later is not None
    assert (later.on, later.status, later.law_changes) == (date(2026, 4, 7), "eligible", True)
    assert told(decision)[1] == "Từ ngày 07/04/2026, với hồ sơ như hiện nay: đủ điều kiện (quy định thay đổi)."
    assert decide(date(2026, 4, 6), net_income="24 triệu").status == "ineligible"
    assert decide(date(2026, 4, 7), net_income="24 triệu").status == "eligible"


def test_a_missing_registration_and_a_second_application(decide: Decide) -> None:
    house = decide(DAY, "merit_house_grant", INVALID, registered_in_house=False)
    assert [[c.fact for c in one.changes] for one in house.changes.sets] == [["registered_in_house"]]
    assert house.changes.sets[0].provisional, "nobody has set the level yet"
    both = decide(DAY, net_income="26 triệu", registered_at_another_project=True)
    (only,) = both.changes.sets
    assert {change.fact for change in only.changes} == {"net_income", "registered_at_another_project"}
    assert told(both)[0].startswith("Cùng lúc 2 việc: (1) thu nhập")
    assert "rút đăng ký mua tại dự án khác [người đứng đơn" in told(both)[0]


def test_the_easiest_comes_first_and_all_least_sets_are_there(decide: Decide) -> None:
    spouse = {
        "spouse_named_on_certificate": False,
        "spouse_bought_social_housing": False,
        "home_on_certificate": False,
        "spouse_home_on_certificate": False,
    }
    facts = {"marital_status": "married", "net_income": "26.200.000", "spouse_net_income": "30 triệu", **spouse}
    decision = decide(DAY, **facts)  # 50,000,000 for both
    found = [[(c.fact, c.most, c.gap) for c in one.changes] for one in decision.changes.sets]
    assert found == [
        [("spouse_net_income", 23_800_000, 6_200_000)],
        [("net_income", 20_000_000, 6_200_000)],
    ]


def test_an_amount_of_another_option(decide: Decide) -> None:
    decision = decide(date(2018, 5, 1), "merit_house_grant", INVALID)
    assert decision.status == "eligible"
    (option,) = decision.changes.options
    assert option.option == "new_build"
    assert told(decision)[0] == (
        "Được xây mới nhà ở 40.000.000 đồng thay vì cải tạo, sửa chữa nhà ở 20.000.000 đồng, nếu: Ủy ban nhân dân "
        "cấp xã kiểm tra và xác định nhà phải phá dỡ để xây mới [cơ quan có thẩm quyền; phải chứng minh bằng "
        "kết quả kiểm tra hiện trạng nhà ở của Ủy ban nhân dân cấp xã]."
    )


def test_another_project_may_be_of_two_kinds(decide: Decide) -> None:
    decision = decide(DAY, net_income="20 triệu", project_funding="trade_union")
    (only,) = decision.changes.sets
    assert [(c.fact, c.values) for c in only.changes] == [("project_funding", ["developer", "public"])]


def test_whose_income_it_is_and_two_that_make_up_for_one_another(book: ancu.Rulebook) -> None:
    wife = {**PERSON, "relation": "vợ", "label": "dòng 2", "married_on": "01/01/2020"}

    def of(own: str, hers: str) -> ancu.Decision:
        record = household({**wife, "net_income": hers}, applicant={"net_income": own, "gender": "nam"})
        return ancu.decide(book, record, PURCHASE, DAY)

    sets = of("30 triệu", "25 triệu").changes.sets
    assert [(c.member.place if c.member else 0, c.most) for one in sets for c in one.changes] == [
        (1, 25_000_000),
        (2, 20_000_000),
    ]
    decision = of("60 triệu", "55 triệu")
    (both,) = decision.changes.sets
    assert both.together == 65_000_000
    assert "xét theo vợ (dòng 2)" in told(decision)[0]
    assert told(decision)[0].endswith(
        "cộng lại phải thấp hơn hiện nay từ 65.000.000 đồng trở lên, chia thế nào cũng được."
    )


def test_what_is_not_known_is_missing_and_not_changed(decide: Decide) -> None:
    """Unknown facts stay unknown: where they still matter after a change, that is said, and they are no change."""
    unknown = decide(DAY, net_income=None)
    assert unknown.status == "undetermined"
    assert told(unknown) == []
    refused = decide(DAY, net_income=None, registered_at_another_project=True)
    assert refused.status == "ineligible"
    assert refused.changes.sets == []
    (only,) = refused.changes.opens
    assert ([c.fact for c in only.changes], only.missing) == (["registered_at_another_project"], ["net_income"])
    assert "khi đó chưa bị loại, còn phải biết: thu nhập bình quân" in told(refused)[0]


def test_where_nothing_can_be_changed_that_is_said(decide: Decide) -> None:
    decision = decide(DAY, net_income="12 triệu", bought_social_housing=True)
    assert told(decision) == ["Không có thay đổi nào mà người dân hoặc cơ quan có thể làm lại dẫn tới đủ điều kiện."]
    assert (
        decision.changes.texts("en").none == "No change that a person or an office can make would lead to eligibility."
    )
    closed = decide(date(2023, 1, 1), "worker_rent_support_2022", {})
    assert (closed.status, told(closed)) == ("not_in_force", [])


def test_a_search_that_was_cut_says_so(decide: Decide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ancu.decision.what_if.search.BUDGET", 3)
    decision = decide(DAY, net_income="26 triệu", registered_at_another_project=True)
    assert decision.changes.cut
    assert told(decision) == ["Có quá nhiều khả năng nên chưa thử hết; có thể còn cách khác."]


def test_changes_read_back_cannot_be_told(decide: Decide) -> None:
    changes = decide(DAY, net_income="26.200.000").changes
    back = type(changes).model_validate_json(changes.model_dump_json())
    assert back.model_dump() == changes.model_dump()
    with pytest.raises(ancu.AncuError, match="Hãy xét lại hồ sơ"):
        back.texts()


# -- thresholds -------------------------------------------------------------------------------------------------------


def test_every_turn_of_a_comparison_is_found() -> None:
    """A case on the number itself, the lesser of two, and steps of several đồng."""
    program = program_on(base_book(REST), "buy", date(2025, 3, 1))
    income, number = Fact("income"), Constant
    sides = [
        Arithmetic("*", number(3), income),
        Extreme(False, (income, Arithmetic("+", number(40), Arithmetic("*", number(2), income)))),
        Case(Compare(">", income, number(50)), Arithmetic("-", income, number(30)), income),
    ]
    for side in sides:
        for operator in ("<", "<=", "=", "<>", ">", ">="):
            compare = Compare(operator, side, number(100))
            lines = Lines(program, "income", {"income": 0}, {})
            marks = {*lines.turns(compare), 50, 51}
            outcomes = [direct.closure_of(program, compare)({"income": one}, {}) for one in range(-200, 200)]
            turning = [at - 200 for at in range(1, 400) if outcomes[at] is not outcomes[at - 1]]
            assert all({at - 1, at} <= marks for at in turning), (side, operator)


# -- against an oracle ------------------------------------------------------------------------------------------------


def test_random_refusals_have_the_least_sets_that_an_oracle_finds(book: ancu.Rulebook) -> None:
    """Every set makes the case eligible by both engines; none is too large, left out, or of what cannot change."""
    sizes: Counter[int] = Counter()
    for programme, day, record in refused_cases(book, 18, seed=3):
        changes = ancu.decide(book, record, programme, day).changes
        assert list(faults(book, programme, day, record, changes)) == []
        sizes.update(len(one.changes) for one in changes.sets)
    assert {1, 2} <= sizes.keys()


def test_of_households_too_both_engines_decide_what_is_told(book: ancu.Rulebook) -> None:
    rng, seen = random.Random(11), 0
    for _ in range(12):
        spoilt = ("registered_at_another_project", "renting_social_housing", "lives_in_official_housing")
        applicant = {fact: rng.choice(("có", "không", "không")) for fact in spoilt}
        incomes = [f"{rng.randrange(10, 80)} triệu" for _ in range(2)]
        wife = {**PERSON, "relation": "vợ", "married_on": "01/01/2020", "net_income": incomes[1]}
        written = household(wife, applicant={**applicant, "net_income": incomes[0], "gender": "nam"})
        record = ancu.read_record(book, written)
        assert record.household is not None
        for one in ancu.decide(book, record, PURCHASE, DAY).changes.sets:
            people = record.household
            for change in one.changes:
                assert change.member is not None
                value = change.values[0] if change.gap is None else change.most
                people = _with(people, change.member.place, change.fact.removeprefix("spouse_"), value)
            for engine in ("two_key", "direct"):
                after = ancu.decide(book, replace(record, household=people), PURCHASE, DAY, engine=engine)  # type: ignore[arg-type]
                assert after.status == "eligible"
            seen += 1
    assert seen >= 8


def _with(people: Household, place: int, fact: str, value: Any) -> Household:
    members = (replace(one, facts={**one.facts, fact: value}) if one.place == place else one for one in people.members)
    return replace(people, members=tuple(members))


def test_nothing_that_may_not_be_told_is_changeable(book: ancu.Rulebook) -> None:
    """Kinship, age, merit, what was, what is owned, and who lives where: for good."""
    never = {
        "born_on", "gender", "marital_status", "raising_minor_child", "natural_children", "household_size",
        "dependants", "poverty_certificate", "income_per_person",
        "merit_category", "martyr_relation", "merit_recognised", "disability_rate", "disabled_person", "employment",
        "housing_law_groups", "owns_home", "owned_home_area", "owned_home_residents", "named_on_certificate",
        "bought_social_housing", "received_housing_support", "received_gift_house", "land_recovered_home_demolished",
    }  # fmt: skip
    assert never <= book.facts.keys()
    assert not never & book.changeable.keys()
    assert WORKER.keys() & book.changeable.keys() >= {"registered_at_another_project"}
