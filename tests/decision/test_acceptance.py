"""The cases that the first issue names, on the real rulebook, each with its reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import ancu
from ancu.decision.contract import Reason
from ancu.decision.notes import note_texts
from ancu.errors import NotCoveredError
from tests.conftest import WORKER, Decide

MERIT = {
    "province": "bac_ninh",
    "merit_category": "Thương binh",
    "merit_person_alive": "có",
    "martyr_relation": "Không",
    "merit_recognised": "có",
    "merit_suspended": "không",
    "lives_in_house": "có",
    "registered_in_house": "có",
    "house_condition": "Nhà tạm",
    "must_demolish": "có",
    "needs_frame_and_roof_repair": "không",
    "supported_by_decision_22": "không",
}


def test_single_worker_on_22_million_before_and_after_the_cap_rose(decide: Decide) -> None:
    before = decide(date(2026, 1, 15), net_income="22.000.000")
    assert (before.status, before.provisional) == ("ineligible", False)
    assert "income_within_cap" in before.failed
    (reason,) = before.texts("vi").reasons
    assert reason.startswith("Thu nhập bình quân 22.000.000 đồng/tháng, vượt mức trần 20.000.000 đồng/tháng")
    assert "Điều 30 Nghị định 100/2024/NĐ-CP" in reason
    assert "income_coefficient" in before.notes
    assert "Chưa thấy quy định của Bắc Ninh về “Hệ số" in note_texts(before.context, "income_coefficient", "vi")[0]
    after = decide(date(2026, 4, 7), net_income="22.000.000")
    assert (after.status, after.provisional) == ("eligible", False)


@pytest.mark.parametrize(("day", "status"), [(date(2026, 5, 1), "eligible"), (date(2026, 4, 6), "ineligible")])
def test_couple_on_30_and_19_million(decide: Decide, day: date, status: str) -> None:
    couple = {"marital_status": "married", "net_income": "30 triệu", "spouse_net_income": "19 triệu"}
    spouse = {"spouse_named_on_certificate": "không", "spouse_bought_social_housing": "không"}
    assert decide(day, **couple, **spouse).status == status


@pytest.mark.parametrize(("area", "outcome"), [("60", "not_met"), ("59,9", "met")])
def test_own_home_for_four(decide: Decide, area: str, outcome: str) -> None:
    home = {"owns_home": "có", "named_on_certificate": "có", "home_on_certificate": "có"}
    decision = decide(
        date(2026, 5, 1), **home, owned_home_area=area, owned_home_residents=4, net_income="9 triệu",
        home_to_work_distance="3", work_to_project_distance="3",
    )  # fmt: skip
    reasons = {part.condition: part for reason in decision.reasons for part in _all(reason)}
    assert reasons["floor_per_person_small"].outcome == outcome
    assert reasons["floor_per_person_small"].figures == {"min_floor_area_per_person": 1500}


def _all(reason: Reason) -> list[Reason]:
    return [reason, *(below for part in reason.parts for below in _all(part))]


@pytest.mark.parametrize(("day", "status"), [(date(2026, 2, 8), "ineligible"), (date(2026, 2, 9), "eligible")])
def test_bare_land_without_a_recorded_house(decide: Decide, day: date, status: str) -> None:
    assert decide(day, named_on_certificate="có", home_on_certificate="không", net_income="9 triệu").status == status


@pytest.mark.parametrize(
    ("income", "spouse", "outcome"),
    [("10 triệu", "3 triệu", True), ("60 triệu", None, False), ("25 triệu", None, None)],
)
def test_unknown_marital_status(decide: Decide, income: str, spouse: str | None, outcome: bool | None) -> None:
    decision = decide(date(2026, 1, 15), marital_status=None, net_income=income, spouse_net_income=spouse)
    assert decision.context.judgment is not None
    assert decision.context.judgment.values["income_condition"] is outcome
    if outcome is None:
        assert "marital_status" in decision.missing


@pytest.mark.parametrize(
    ("day", "amount", "told"),
    [(date(2025, 6, 1), 60_000_000, "60.000.000 đồng"), (date(2026, 6, 1), None, "chưa có cấp nào quy định mức")],
)
def test_merit_house_to_be_demolished(decide: Decide, day: date, amount: int | None, told: str) -> None:
    decision = decide(day, "merit_house_grant", MERIT)
    assert decision.status == "eligible"
    assert [(o.option, o.amount) for o in decision.options if o.outcome == "met"] == [("new_build", amount)]
    assert told in decision.texts("vi").benefit
    assert ("merit_new_build_grant" in decision.notes) is (amount is None)


def test_no_income_is_asked_for_unless_the_case_fails_anyway(decide: Decide) -> None:
    unknown = decide(date(2026, 5, 1))
    assert (unknown.status, unknown.missing) == ("undetermined", ["net_income"])
    failed = decide(date(2026, 5, 1), bought_social_housing="có")
    assert (failed.status, failed.missing) == ("ineligible", [])
    assert "applicant_never_bought" in failed.failed


def test_renting_looks_at_no_income(decide: Decide) -> None:
    decision = decide(date(2026, 5, 1), "social_housing_rent", net_income=80_000_000, renting_social_housing="không")
    assert decision.status == "eligible"


def test_every_programme_before_coverage(book: ancu.Rulebook) -> None:
    for programme in book.programmes:
        day = book.programmes[programme].covered_from - timedelta(days=1)
        with pytest.raises(NotCoveredError, match=f"{day:%d/%m/%Y}"):
            ancu.decide(book, ancu.read_record(book, WORKER), programme, day)


def test_closed_campaign(decide: Decide) -> None:
    decision = decide(date(2026, 1, 1), "temporary_house_elimination")
    assert (decision.status, decision.why) == ("not_in_force", "closed")
    assert "31/12/2025" in decision.explain("vi")


def test_explanations_quote_no_unfilled_value(book: ancu.Rulebook, decide: Decide) -> None:
    for programme in book.programmes:
        for lang in ("vi", "en"):
            for form in ("text", "markdown"):
                day = max(date(2025, 3, 1), book.programmes[programme].covered_from)
                decision = decide(day, programme, net_income="9 triệu")
                text = decision.explain(lang, form)
                assert "{" not in text
                for question in decision.texts(lang).next:  # which name the choices, and one of these is "None"
                    text = text.replace(question, "")
                assert "None" not in text


def test_decision_is_reproducible_and_serialisable(decide: Decide) -> None:
    one, two = (decide(date(2026, 1, 15), net_income="22 triệu") for _ in range(2))
    assert one.model_dump_json() == two.model_dump_json()
    assert type(one).model_validate_json(one.model_dump_json()).model_dump() == one.model_dump()
