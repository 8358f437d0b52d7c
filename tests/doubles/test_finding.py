"""Lists held against registers: who is found, who is asked about, and what the rulebook says of it."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.doubles.results import DoubleFound, DoublesReport
from ancu.errors import RecordError, UnknownNameError
from tests.doubles.rosters import BOUGHT, LAN, held

DAY_BEFORE = date(2026, 1, 1)


def only(report: DoublesReport) -> DoubleFound:
    (found,) = report.findings
    return found


def test_the_same_number_is_a_hit_and_bars_by_the_clauses_of_the_programme() -> None:
    report = held([LAN], [BOUGHT])
    found = only(report)
    assert (found.sort, found.level, found.effect.effect) == ("earlier_support", "hit", "bars")
    assert [(clause.condition, clause.basis) for clause in found.effect.clauses] == [
        ("applicant_never_bought", ["luat-27-2023-qh15:78.1.a", "luat-27-2023-qh15:88.6"])
    ]
    assert (found.other.line, found.supports[0].kind) == (2, "social_housing_bought")
    assert [(one.standing, one.effect) for one in report.people] == [("hit", "bars")]
    assert [(one.case, one.standing, one.effect) for one in report.households] == [("HS-1", "hit", "bars")]
    assert report.barred == 1


def test_numbers_are_masked_unless_asked_for() -> None:
    assert only(held([LAN], [BOUGHT])).person.number == "•••••••••567"
    assert only(held([LAN], [BOUGHT], show_ids=True)).person.number == "024187004567"


SLIPS: list[tuple[dict[str, str], str, str, str]] = [
    ({"Họ và tên": "tran thi lan"}, "plain", "same", "unknown"),
    ({"Họ và tên": "Lan Trần Thị"}, "order", "same", "unknown"),
    ({"Họ và tên": "Trần Lan"}, "middle", "same", "unknown"),
    ({"Họ và tên": "Trần Nguyễn Thị Lan"}, "middle", "same", "unknown"),
    ({"Họ và tên": "Trần Thị Lann"}, "typed", "same", "unknown"),
    ({"Họ và tên": "Trần Thị Làn"}, "marks", "same", "unknown"),
    ({"Ngày sinh": "1987"}, "same", "year", "unknown"),
    ({"Ngày sinh": "07/05/1987"}, "same", "swapped", "unknown"),
    ({"Ngày sinh": "05/07/1986"}, "same", "typed", "unknown"),
    ({"Ngày sinh": ""}, "same", "unknown", "unknown"),
    ({"Số CCCD": "O24187004567"}, "same", "same", "mended"),
    ({"Số CCCD": "24187004567"}, "same", "same", "mended"),
    ({"Số CCCD": "024187004576"}, "same", "same", "typed"),
    ({"Số CCCD": "121234567"}, "same", "same", "unknown"),
    ({"Xã/phường": "Phường Đa Mai"}, "same", "same", "unknown"),
]


@pytest.mark.parametrize(("slip", "name", "birth", "number"), SLIPS, ids=[str(one[0]) for one in SLIPS])
def test_a_slip_is_asked_about_and_bars_nobody(slip: dict[str, str], name: str, birth: str, number: str) -> None:
    had = {**BOUGHT, "Số CCCD": "", **slip}
    found = only(held([LAN], [had]))
    assert found.agreement is not None
    assert (found.agreement.name, found.agreement.birth, found.agreement.number) == (name, birth, number)
    assert (found.level, found.effect.effect) == ("likely", "asks")
    assert "likeness" in found.effect.asked
    assert [clause.condition for clause in found.effect.clauses] == ["applicant_never_bought"]


@pytest.mark.parametrize(
    "other",
    [
        {"Họ và tên": "Trần Thị Hoa"},
        {"Ngày sinh": "05/07/1975", "Xã/phường": "Xã Tam Tiến"},
        {"Số CCCD": "024187999999", "Xã/phường": "Phường Đa Mai"},
        {"Ngày sinh": "1987", "Xã/phường": "Phường Đa Mai"},
    ],
    ids=str,
)
def test_somebody_else_is_not_found(other: dict[str, str]) -> None:
    report = held([LAN], [{**BOUGHT, "Số CCCD": "", **other}])
    assert report.findings == []
    assert report.count("clear") == 1


def test_a_number_that_seems_to_be_of_another_asks_first() -> None:
    found = only(held([LAN], [{**BOUGHT, "Họ và tên": "Vũ Minh Tuấn", "Ngày sinh": "03/04/1950"}]))
    assert (found.level, found.effect.effect, found.effect.asked) == ("hit", "asks", ["number_of_another"])


def test_a_key_of_the_register_is_as_sure_as_a_number() -> None:
    listed, had = {**LAN, "Số CCCD": "", "Mã sổ": "S-7"}, {**BOUGHT, "Số CCCD": "", "Mã sổ": "S-7"}
    assert only(held([listed], [had])).effect.effect == "bars"


def test_nine_digits_of_before_are_told_beside_the_twelve() -> None:
    listed = {**LAN, "Số CMND": "121234567"}
    assert only(held([listed], [{**BOUGHT, "Số CCCD": "121 234 567"}])).level == "hit"


# -- what the rulebook says ------------------------------------------------------------------------------------------


def effect_of(had: dict[str, str], **asked: Any) -> tuple[str, list[str], list[str]]:
    effect = only(held([LAN], [{**BOUGHT, **had}], **asked)).effect
    return effect.effect, [clause.condition for clause in effect.clauses], list(effect.asked)


def test_support_in_the_province_bars_but_for_who_works_far_away() -> None:
    had = {"Chính sách đã hưởng": "QĐ 22", "Tỉnh": "Bắc Ninh"}
    assert effect_of(had) == ("bars_in_part", ["no_support_received"], [])


def test_support_elsewhere_is_no_bar_and_nobody_knows_where_is_asked() -> None:
    assert effect_of({"Chính sách đã hưởng": "QĐ 22", "Tỉnh": "Hà Nội"})[0] == "no_bar"
    assert effect_of({"Chính sách đã hưởng": "QĐ 22"}) == ("asks", ["no_support_received"], ["province"])
    assert effect_of({"Chính sách đã hưởng": "QĐ 22", "Tỉnh": "Bắc Giang"})[2] == ["province"]
    elsewhere = {"Tỉnh": "Hà Nội"}
    report = held([{**LAN, **elsewhere}], [{**BOUGHT, **elsewhere, "Chính sách đã hưởng": "QĐ 22"}], province=None)
    assert only(report).effect.effect == "bars_in_part"


def test_decision_22_bars_decree_131_and_other_support_does_not() -> None:
    merit = {"programme": "merit_house_grant"}
    assert effect_of({"Chính sách đã hưởng": "QĐ 22"}, **merit) == ("bars", ["not_supported_by_decision_22"], [])
    other = effect_of({"Chính sách đã hưởng": "Giảm nghèo bền vững"}, **merit)
    assert other == ("no_bar", ["not_supported_by_decision_22"], [])


def test_a_kind_that_nobody_understands_is_asked_about_and_named() -> None:
    report = held([LAN], [{**BOUGHT, "Chính sách đã hưởng": "NOXH"}])
    assert only(report).effect.asked == ["kind"]
    assert [(cell.line, cell.column, cell.value) for cell in report.unread] == [(2, "Chính sách đã hưởng", "NOXH")]


def test_a_spouse_counts_and_a_child_does_not() -> None:
    head = {**LAN, "Họ và tên": "Vũ Minh Tuấn", "Số CCCD": "024085001234", "Giới tính": "Nam", "Ngày sinh": "1985"}
    for relation, effect in (("Vợ", "bars_in_part"), ("Em gái", "no_bar")):
        people = [{**head, "Quan hệ": "Chủ hộ"}, {**LAN, "Quan hệ": relation}]
        report = held(people, [BOUGHT])
        assert only(report).effect.effect == effect
        assert report.households[0].people == 2


def test_two_case_ids_are_asked_about_and_two_projects_bar() -> None:
    twice = only(held([LAN, {**LAN, "Mã hồ sơ": "HS-2"}], []))
    assert (twice.sort, twice.level, twice.effect.effect, twice.effect.asked) == (
        "listed_twice",
        "hit",
        "asks",
        ["case"],
    )
    projects = [{**LAN, "Dự án": "A"}, {**LAN, "Mã hồ sơ": "HS-2", "Dự án": "B"}]
    report = held(projects, [])
    assert [clause.condition for clause in only(report).effect.clauses] == ["one_application"]
    assert [one.effect for one in report.people] == ["bars", "bars"]


def test_two_grants_for_one_house_are_asked_about() -> None:
    house = {"Thửa đất": "Thửa 12, tờ 7", "Chính sách đã hưởng": "QĐ 22"}
    other = {"Họ và tên": "Vũ Văn Bình", "Số CCCD": "", "Ngày sinh": "1950", "Xã/phường": "Tam Tiến"}
    report = held([{**LAN, "Thửa đất": "thửa 12 - tờ 7"}], [{**other, **house}])
    found = only(report)
    assert (found.sort, found.level, found.effect.effect) == ("same_house", "likely", "asks")
    assert "house" in found.effect.asked


def test_two_grants_in_the_registers_are_told_with_the_rule_of_one() -> None:
    kinds = ({"Chính sách đã hưởng": "QĐ 22"}, {"Chính sách đã hưởng": "Giảm nghèo bền vững"})
    report = held([{**LAN, "Số CCCD": "024187000001", "Ngày sinh": "1960"}], [{**BOUGHT, **kind} for kind in kinds])
    found = only(report)
    assert (found.sort, found.level, found.effect.effect) == ("supported_twice", "hit", "asks")
    assert [clause.condition for clause in found.effect.clauses] == ["one_house_grant"]
    assert report.count("clear") == 1


def test_the_time_to_answer_is_the_law_s_of_the_day() -> None:
    assert str(held([LAN], []).reply_by) == "2026-11-12"
    before = held([LAN], [], as_of=DAY_BEFORE, received_on=DAY_BEFORE)
    assert (str(before.reply_by), before.reply_basis) == ("2026-01-21", ["nd-100-2024:38.1.đ"])
    late = held([LAN], [], intake_on=DAY_BEFORE)
    assert str(late.reply_by) == "2026-11-22"
    assert held([LAN], [], programme="merit_house_grant").reply_by is None


def test_what_does_not_exist_is_refused() -> None:
    with pytest.raises(UnknownNameError):
        held([LAN], [], programme="social_housing_purchas")
    with pytest.raises(RecordError, match="có phải ý bạn là “Bắc Ninh”"):
        held([LAN], [], province="Bắc Nin")
    with pytest.raises(RecordError, match="không áp dụng vào ngày"):
        held([LAN], [], programme="worker_rent_support_2022")


# -- properties ------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(
    ["Trần Thị Lan", "Tran Thi Lan", "Trần Lan", "Trần Thị Làn", "Lan Trần Thị", "Vũ Minh Tuấn", ""]
)
CCCD = st.sampled_from(["024187004567", "024187004576", "O24187004567", "121234567", "", "12345"])
DAYS = st.sampled_from(["05/07/1987", "07/05/1987", "1987", "05/07/1986", ""])
PLACES = st.sampled_from(["Xã Tam Tiến", "Tam Tiến", "Phường Đa Mai", ""])
KINDS = st.sampled_from(["Mua nhà ở xã hội", "QĐ 22", "NOXH", ""])


def rows(kind: bool) -> st.SearchStrategy[list[dict[str, str]]]:
    cells = {"Họ và tên": NAMES, "Số CCCD": CCCD, "Ngày sinh": DAYS, "Xã/phường": PLACES}
    if kind:
        cells["Chính sách đã hưởng"] = KINDS
    row = st.fixed_dictionaries(cells).filter(lambda row: bool(row["Họ và tên"] or row["Số CCCD"] == "024187004567"))
    return st.lists(row, min_size=1, max_size=4)


def told(report: DoublesReport) -> list[tuple[str, str, str]]:
    return sorted((one.question, one.level, one.effect.effect) for one in report.findings)


@pytest.mark.slow
@settings(max_examples=10, deadline=None)
@given(rows(False), rows(True), st.randoms(use_true_random=False))
def test_what_is_likely_never_bars_a_number_is_always_found_and_order_changes_nothing(
    listed: list[dict[str, str]], had: list[dict[str, str]], shuffler: random.Random
) -> None:
    listed = [{"Mã hồ sơ": f"HS-{at}", **row} for at, row in enumerate(listed)]
    report = held(listed, had)
    for one in report.findings:
        if one.level == "likely":
            assert one.effect.effect == "asks"
    pairs = {
        (one.person.line, one.other.line)
        for one in report.findings
        if one.sort == "earlier_support" and one.level == "hit"
    }
    whole = ("024187004567", "024187004576", "121234567")
    assert pairs == {
        (i, j)
        for i, row in enumerate(listed, 2)
        for j, entry in enumerate(had, 2)
        if row["Số CCCD"] in whole and row["Số CCCD"] == entry["Số CCCD"]
    }
    assert all(one.standing != "likely" or one.effect == "asks" for one in report.people)
    shuffled, turned = shuffler.sample(listed, len(listed)), shuffler.sample(had, len(had))
    assert told(held(shuffled, turned)) == told(report)
