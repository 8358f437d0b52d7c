"""Kinds of faults that a reading of the rulebook against the law once found, each held by a small record."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import ancu
from ancu.errors import RecordError
from tests.conftest import WORKER, Command, Decide

PURCHASE = "social_housing_purchase"
JUNE_2025, JUNE_2026 = date(2025, 6, 1), date(2026, 6, 1)
MERIT = {
    "merit_category": "Thương binh",
    "merit_recognised": "có",
    "merit_suspended": "không",
    "merit_person_alive": "có",
}
TENANT = {"rents_public_housing": "có", "named_in_rental_contract": "có", "had_rent_relief": "không"}
#: A worker by his employment, whose income is still to be stated.
EMPLOYED = {k: v for k, v in WORKER.items() if k != "housing_law_groups"} | {
    "employment": "worker",
    "area_type": "Đô thị",
    "has_labour_contract": "có",
    "supported_by_any_programme": "không",
}


# -- the lower of two sums is no answer while the higher is open -------------------------------------------------------


@pytest.mark.parametrize(
    ("programme", "day", "record", "open_option", "missing", "sums"),
    [
        (
            "merit_house_grant",
            JUNE_2025,
            {
                **MERIT,
                "province": "Bắc Ninh",
                "lives_in_house": "có",
                "registered_in_house": "có",
                "house_condition": "Hư hỏng nặng",
                "supported_by_decision_22": "không",
                "needs_frame_and_roof_repair": "có",
            },
            "new_build",
            "must_demolish",
            ("30.000.000 đồng", "60.000.000 đồng"),
        ),
        (
            "merit_rent_relief",
            JUNE_2025,
            {**MERIT, **TENANT, "province": "Bắc Ninh", "disability_rate": 30},
            "exempt",
            "lives_alone_without_support",
            ("70 %", "100 %"),
        ),
        (
            "social_housing_rent_relief",
            JUNE_2026,
            {**TENANT, "province": "Bắc Ninh", "poverty_certificate": "Hộ cận nghèo"},
            "exempt",
            "other_entitled_tenant",
            ("60 %", "100 %"),
        ),
        (
            "disaster_house_support",
            JUNE_2025,
            {
                "province": "other",
                "poverty_certificate": "Hộ nghèo",
                "disaster_damage": "severe",
                "uninhabitable": "có",
            },
            "relocate",
            "relocation_ordered",
            ("20.000.000 đồng", "30.000.000 đồng"),
        ),
        (
            "temporary_house_elimination",
            JUNE_2025,
            {
                "province": "bac_giang",
                "poverty_certificate": "Hộ nghèo",
                "supported_by_other_programme": "không",
                "on_residential_land": "có",
                "land_in_dispute": "không",
                "to_be_cleared": "không",
                "household_kind": "family",
                "house_area": "20",
                "household_size": 5,
                "needs_frame_and_roof_repair": "có",
            },
            "new_build",
            "must_demolish",
            ("30.000.000 đồng", "60.000.000 đồng"),
        ),
    ],
)
def test_a_better_option_that_is_open_is_told_with_what_settles_it(
    decide: Decide, programme: str, day: date, record: dict[str, Any], open_option: str, missing: str, sums: Any
) -> None:
    decision = decide(day, programme, record)
    assert (decision.status, decision.missing) == ("eligible", [])
    assert open_option in decision.open_options
    assert missing in decision.missing_for_benefit
    assert not decision.final
    told = decision.texts("vi").benefit
    assert all(amount in told for amount in sums)
    assert "chưa xác định được" in told


def test_once_the_better_option_is_settled_nothing_is_open(decide: Decide) -> None:
    record = {**TENANT, "province": "Bắc Ninh", "poverty_certificate": "Hộ cận nghèo", "other_entitled_tenant": "không"}
    decision = decide(JUNE_2026, "social_housing_rent_relief", record)
    assert (decision.open_options, decision.missing_for_benefit, decision.final) == ([], [], True)
    assert "100 %" not in decision.texts("vi").benefit


# -- money without a unit is asked about -------------------------------------------------------------------------------


@pytest.mark.parametrize(("written", "meant"), [("25", "25 triệu"), (60, "60 triệu"), (30_000, "30.000 nghìn")])
def test_an_income_without_its_unit_is_asked_about(book: ancu.Rulebook, written: object, meant: str) -> None:
    with pytest.raises(RecordError, match=meant):
        ancu.read_record(book, {**EMPLOYED, "net_income": written})
    confirmed = ancu.read_record(book, {**EMPLOYED, "net_income": written}, confirmed=["net_income"])
    assert confirmed.facts["net_income"] == int(str(written))


def test_in_a_list_such_an_income_is_returned(ancu_here: Command, tmp_path: Path) -> None:
    incomes = ("14,5", "25", "60", "60 triệu", "30000", "14,5 triệu")
    rows = (f'{i},độc thân,"{income}"' for i, income in enumerate(incomes))
    (tmp_path / "list.csv").write_text("\n".join(["Mã hồ sơ,Tình trạng hôn nhân,net_income", *rows]), encoding="utf-8")
    ancu_here("screen", "list.csv", "--programme", PURCHASE, "--as-of", "01/06/2026", "--output", "out.csv")
    judged, returned = (
        list(csv.DictReader((tmp_path / name).read_text(encoding="utf-8-sig").splitlines(keepends=True)))
        for name in ("out.csv", "out.rejects.csv")
    )
    assert [row["Mã hồ sơ"] for row in judged] == ["3", "5"]
    assert [row["Mã hồ sơ"] for row in returned] == ["0", "1", "2", "4"]
    assert "60 triệu đồng" in str(returned[2])


# -- whose merit it is -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("whose", "status", "failed"),
    [("có", "eligible", ""), ("không", "ineligible", "wage_earner_income"), (None, "undetermined", "")],
)
def test_a_fathers_merit_frees_no_son_of_the_income_test(
    decide: Decide, whose: str | None, status: str, failed: str
) -> None:
    others = {
        "poverty_certificate": "none",
        "returned_official_home": "không",
        "land_recovered_home_demolished": "không",
    }
    record = {**EMPLOYED, **MERIT, **others, "applicant_has_merit": whose, "net_income": "60 triệu"}
    decision = decide(JUNE_2026, PURCHASE, record)
    assert decision.status == status
    assert not failed or failed in decision.failed
    if whose is None:
        assert "applicant_has_merit" in decision.missing
    if status == "eligible":
        assert "priority_merit" in decision.priority


# -- a household that is poor without a certificate yet ----------------------------------------------------------------


@pytest.mark.parametrize("certificate", ["none", None])
def test_a_household_is_found_poor_by_its_facts_without_a_certificate(decide: Decide, certificate: str | None) -> None:
    record = {
        "province": "Bắc Ninh",
        "poverty_certificate": certificate,
        "area_type": "Nông thôn",
        "income_per_person": "1 triệu",
        "household_size": 4,
        "dependants": 3,
        "jobless_or_without_contract": "có",
        "malnourished_child": "có",
    }
    decision = decide(JUNE_2026, "poverty_status", record)
    assert (decision.status, decision.provisional) == ("eligible", True)
    assert "Hộ nghèo" in decision.texts("vi").benefit
    told = "\n".join(decision.texts("vi").reasons)
    assert "Không đạt" not in told
    if certificate == "none":
        assert "Thu nhập bình quân 1.000.000 đồng" in told


# -- priority that is not known is open, not lost ----------------------------------------------------------------------


def test_a_womans_priority_is_open_until_it_is_known(decide: Decide) -> None:
    decision = decide(JUNE_2026, PURCHASE, EMPLOYED, net_income="14 triệu", gender="Nữ")
    assert decision.status == "eligible"
    assert "priority_woman" in decision.open_ranks
    assert {"intake_opened_on", "single_woman_or_household_head"} <= set(decision.missing_for_priority)
    assert not decision.final
    man = decide(JUNE_2026, PURCHASE, EMPLOYED, net_income="14 triệu", gender="Nam")
    assert "priority_woman" not in man.open_ranks


def test_a_stated_group_of_merit_leaves_its_rank_open(decide: Decide) -> None:
    decision = decide(JUNE_2026, PURCHASE, housing_law_groups="merit")
    assert decision.status == "eligible"
    assert "priority_merit" in decision.open_ranks
    assert "merit_recognised" in decision.missing_for_priority


# -- what people ask about and is no condition -------------------------------------------------------------------------


def test_residence_and_tax_are_said_to_be_no_conditions(decide: Decide) -> None:
    asked = {"residence_in_province": "none", "not_regularly_taxed": "không"}
    decision = decide(
        date(2025, 7, 1), PURCHASE, EMPLOYED, net_income="12 triệu", highest_monthly_income="14 triệu", **asked
    )
    assert decision.status == "eligible"
    assert any("không phải là điều kiện mua" in note for note in decision.texts("vi").notes)


# -- the words of real lists -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "group"),
    [("thương binh", "merit"), ("bệnh binh", "merit"), ("mẹ liệt sĩ", "merit"), ("bộ đội", "armed_forces")],
)
def test_words_of_lists_name_a_group(book: ancu.Rulebook, word: str, group: str) -> None:
    assert ancu.read_record(book, {"housing_law_groups": [word]}).facts["housing_law_groups"] == {group}


# -- a known failing fact is told --------------------------------------------------------------------------------------


def test_what_fails_already_is_told_before_what_is_missing(decide: Decide) -> None:
    record = {"province": "other", "employment": "worker", "marital_status": "Độc thân", "raising_minor_child": "không"}
    decision = decide(date(2025, 2, 1), PURCHASE, record, net_income="17 triệu")
    assert decision.status == "undetermined"
    texts = decision.texts("vi")
    (over,) = (text for text in texts.settled if "17.000.000" in text)
    assert "15.000.000" in over
    told = decision.explain("vi")
    assert told.index(over) < told.index(texts.next[0])
    assert len(texts.next) <= 2


# -- papers are those of the person's own grounds ----------------------------------------------------------------------

MERIT_PAPER = "Bản sao có chứng thực giấy tờ chứng minh người có công"
OFFICIAL_HOME_PAPER = "nhà ở công vụ"


def test_a_group_of_merit_brings_the_paper_of_merit_and_no_other_group_s(decide: Decide) -> None:
    decision = decide(JUNE_2026, PURCHASE, housing_law_groups="merit")
    papers = decision.texts("vi").papers
    assert any(paper.startswith(MERIT_PAPER) for paper in papers)
    assert not any("Mẫu số 01a" in paper or OFFICIAL_HOME_PAPER in paper for paper in papers)


def test_a_worker_who_has_merit_brings_its_paper_once_it_is_his_ground(decide: Decide) -> None:
    decision = decide(JUNE_2026, PURCHASE, {**EMPLOYED, **MERIT}, applicant_has_merit="có", net_income=None)
    texts = decision.texts("vi")
    assert decision.status == "eligible"
    assert any(paper.startswith(MERIT_PAPER) for paper in texts.papers)
    assert not any(OFFICIAL_HOME_PAPER in paper for paper in texts.papers)
    assert not any("Mẫu số 01a" in paper for paper in texts.papers), "only as an alternative ground"


def test_who_has_no_contract_is_confirmed_by_the_commune(decide: Decide) -> None:
    seller = {
        "province": "Bắc Ninh",
        "employment": "Lao động tự do",
        "area_type": "Đô thị",
        "has_labour_contract": "không",
    }
    decision = decide(date(2025, 4, 15), PURCHASE, {**seller, "raising_minor_child": "có", "gender": "Nữ"})
    texts = decision.texts("vi")
    assert any("Giấy kê khai về điều kiện thu nhập" in paper and "cấp xã" in paper for paper in texts.papers)
    assert not any("nơi làm việc xác nhận" in paper or "bảng tiền công" in paper.lower() for paper in texts.papers)
