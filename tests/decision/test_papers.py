"""Papers follow the ground in use and the person's own situation; each is told as its text has it on the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

import ancu
from ancu.decision.model import Decision
from tests.conftest import WORKER, Decide

NOW = date(2026, 6, 1)
MERIT = {
    "merit_category": "war_invalid",
    "merit_recognised": True,
    "merit_suspended": False,
    "merit_person_alive": True,
}
FREELANCE = {**WORKER, "housing_law_groups": None, "employment": "other", "area_type": "urban"}
Bring = Callable[..., tuple[list[str], list[str]]]


@pytest.fixture
def bring(book: ancu.Rulebook) -> Bring:
    """What a case brings, and what it may come to bring, as told in Vietnamese; None takes a fact away."""

    def run(
        record: Mapping[str, object], day: date = NOW, programme: str = "social_housing_purchase", **facts: object
    ) -> tuple[list[str], list[str]]:
        texts = _decide(book, record, day, programme, facts).texts("vi")
        return texts.papers, texts.possible_papers

    return run


def _decide(
    book: ancu.Rulebook, record: Mapping[str, object], day: date, programme: str, facts: Mapping[str, object]
) -> Decision:
    return ancu.decide(book, ancu.read_record(book, {**record, **facts}), programme, day)  # type: ignore[dict-item]


def starting(papers: list[str], title: str) -> list[str]:
    return [paper for paper in papers if paper.startswith(title)]


# -- the ground in use -----------------------------------------------------------------------------------------------


def test_a_merit_applicant_brings_the_merit_paper_and_the_employers_form_only_instead(bring: Bring) -> None:
    worker = {**WORKER, "housing_law_groups": None, "employment": "worker", "area_type": "urban"}
    papers, possible = bring(worker, has_labour_contract=True, applicant_has_merit=True, **MERIT)
    merit = "Bản sao có chứng thực giấy tờ chứng minh người có công với cách mạng"
    assert len(starting(papers, merit)) == 1
    assert not starting(papers, "Giấy xác nhận về đối tượng")
    assert starting(possible, "Giấy xác nhận về đối tượng, thu nhập (Mẫu số 01a")
    assert not starting(possible, "Giấy xác nhận về đối tượng (")
    # Where the record does not say whose merit it is, the merit paper is the one besides.
    papers, possible = bring(worker, has_labour_contract=True, **MERIT)
    assert starting(papers, "Giấy xác nhận về đối tượng, thu nhập (Mẫu số 01a")
    assert starting(possible, merit)
    assert not starting([*papers, *possible], "Giấy xác nhận về đối tượng (")


def test_a_group_that_the_record_states_is_proven_by_the_paper_of_that_group(bring: Bring) -> None:
    papers, possible = bring(WORKER, housing_law_groups="merit")
    assert starting(papers, "Bản sao có chứng thực giấy tờ chứng minh người có công")
    assert not starting([*papers, *possible], "Giấy xác nhận về đối tượng")


def test_a_street_seller_without_a_contract_is_not_sent_to_an_employer(bring: Bring) -> None:
    seller = {
        "province": "Bắc Ninh", "employment": "Lao động tự do", "area_type": "Đô thị",
        "has_labour_contract": False, "raising_minor_child": True, "gender": "Nữ",
    }  # fmt: skip
    papers, possible = bring(seller, date(2025, 4, 15))
    assert starting(papers, "Giấy xác nhận về đối tượng (Mẫu số 01 Phụ lục I") == [
        "Giấy xác nhận về đối tượng (Mẫu số 01 Phụ lục I kèm theo Thông tư 05/2024/TT-BXD;"
        " Ủy ban nhân dân cấp xã xác nhận)"
    ]
    assert starting(papers, "Giấy kê khai về điều kiện thu nhập (Mẫu số 05 Phụ lục I")
    told = " ".join([*papers, *possible])
    for foreign in ("nơi làm việc", "Bảng tiền công", "người có công", "hộ nghèo", "nhà ở công vụ"):
        assert foreign not in told
    # Whether there is a home, and a spouse, is not known yet: neither form is asked for outright.
    assert len(starting(possible, "Giấy xác nhận về điều kiện nhà ở (")) == 2
    assert starting(possible, "Giấy xác nhận thu nhập của vợ (chồng)")


def test_who_is_in_no_group_yet_is_shown_the_paper_of_each_as_an_alternative(decide: Decide) -> None:
    decision = decide(NOW, housing_law_groups=None)
    assert decision.status == "undetermined"
    groups = {"group_merit_paper", "group_poverty_certificate", "work_confirmation", "subject_confirmation"}
    assert groups <= set(decision.possible_papers)
    assert groups.isdisjoint(decision.papers)
    assert "social_housing_application" in decision.papers


def test_who_is_refused_brings_nothing(decide: Decide) -> None:
    decision = decide(NOW, bought_social_housing="có")
    assert decision.status == "ineligible"
    assert (decision.documents, decision.papers, decision.possible_papers) == ([], [], [])


def test_a_worker_brings_no_form_of_official_housing(bring: Bring) -> None:
    papers, possible = bring(WORKER, net_income=15_000_000)
    assert starting(papers, "Giấy xác nhận về đối tượng, thu nhập (Mẫu số 01a")
    assert not starting([*papers, *possible], "Giấy xác nhận về đối tượng (")
    papers, _ = bring(WORKER, housing_law_groups="returned_official_housing")
    (confirmed,) = starting(papers, "Giấy xác nhận về đối tượng (")
    assert "cơ quan quản lý nhà ở công vụ (khoản 9 Điều 76)" in confirmed


@pytest.mark.parametrize(("child", "needed", "possible"), [(True, 1, 0), (False, 0, 0), (None, 0, 1)])
def test_only_parents_bring_a_birth_certificate(bring: Bring, child: bool | None, needed: int, possible: int) -> None:
    papers, others = bring(WORKER, net_income=15_000_000, raising_minor_child=child)
    birth = "Giấy khai sinh của con"
    assert (len(starting(papers, birth)), len(starting(others, birth))) == (needed, possible)


def test_papers_of_a_spouse_are_asked_of_those_who_have_one(bring: Bring) -> None:
    income, home = "Giấy xác nhận thu nhập của vợ (chồng)", "Giấy xác nhận về điều kiện nhà ở của vợ (chồng)"
    papers, possible = bring(WORKER, net_income=15_000_000)
    assert not [paper for title in (income, home) for paper in starting([*papers, *possible], title)]
    married = {"marital_status": "married", "spouse_net_income": 10_000_000, "spouse_named_on_certificate": False}
    papers, _ = bring(WORKER, net_income=15_000_000, spouse_bought_social_housing=False, **married)
    assert starting(papers, home)
    (spouses,) = starting(papers, income)
    assert "Thông tư 08/2026/TT-BXD" in spouses


def test_the_form_on_the_home_is_that_of_having_none_or_of_too_small_a_one(bring: Bring) -> None:
    papers, _ = bring(WORKER, net_income=15_000_000)
    assert len(starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 02")) == 1
    assert not starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 03")
    small = {"named_on_certificate": True, "home_on_certificate": True, "owns_home": True}
    papers, _ = bring(WORKER, net_income=15_000_000, owned_home_area=40, owned_home_residents=4, **small)
    assert not starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 02")
    assert len(starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 03")) == 1


def test_a_living_invalid_brings_no_paper_of_a_martyrs_relative(bring: Bring) -> None:
    house = {
        "province": "bac_ninh", **MERIT, "lives_in_house": True, "registered_in_house": True,
        "house_condition": "temporary", "must_demolish": True, "supported_by_decision_22": False,
    }  # fmt: skip
    papers, possible = bring(house, date(2025, 6, 1), "merit_house_grant")
    assert (
        "Đơn đề nghị hỗ trợ nhà ở của người có công (Mẫu số 01 Phụ lục IX kèm theo Nghị định 131/2021/NĐ-CP)" in papers
    )
    assert starting(papers, "Giấy chứng nhận người có công")
    assert starting(papers, "Kết quả kiểm tra hiện trạng nhà ở")
    assert not starting([*papers, *possible], "Giấy chứng nhận thân nhân liệt sĩ")
    relative = {**house, "merit_category": "none", "merit_person_alive": None, "martyr_relation": "child"}
    papers, possible = bring(relative, date(2025, 6, 1), "merit_house_grant")
    assert starting(papers, "Giấy chứng nhận thân nhân liệt sĩ")
    assert not starting([*papers, *possible], "Giấy chứng nhận người có công")


def test_a_ground_of_priority_is_proven_too(bring: Bring) -> None:
    papers, _ = bring(WORKER, net_income=15_000_000, disabled_person=True)
    assert starting(papers, "Giấy xác nhận khuyết tật")
    papers, _ = bring(WORKER, net_income=15_000_000, disabled_person=False)
    assert not starting(papers, "Giấy xác nhận khuyết tật")


def test_who_builds_brings_the_communes_form_and_the_land_certificate_not_an_inspection(bring: Bring) -> None:
    builder = {
        "province": "bac_ninh", "housing_law_groups": "worker", "has_residential_land": True, "has_house": False,
        "registered_in_land_commune": True, "can_repay": True, "loan_request": True, "loan_secured": True,
        "land_certificate": True, "cost_plan_and_permit": True, "building_estimate": 800_000_000,
        "collateral_value": 1_000_000_000,
    }  # fmt: skip
    papers, possible = bring(builder, programme="self_build_loan")
    (commune,) = starting(papers, "Giấy tờ chứng minh điều kiện vay vốn ưu đãi của Nhà nước để tự xây dựng")
    assert "Mẫu số 06" in commune
    assert "Ủy ban nhân dân cấp xã nơi đăng ký thường trú xác nhận" in commune
    assert starting(papers, "Giấy chứng nhận quyền sử dụng đất")
    assert not starting([*papers, *possible], "Kết quả kiểm tra hiện trạng")


def test_a_state_agency_brings_no_lease_of_premises(bring: Bring) -> None:
    agency = {"organisation_kind": "state_agency", "houses_own_staff": True, "rents_from_developer": True}
    papers, possible = bring(agency, programme="employer_housing_rental")
    assert starting(papers, "Giấy tờ pháp lý của tổ chức")
    assert not starting([*papers, *possible], "Hợp đồng thuê mặt bằng")
    producer = {**agency, "organisation_kind": "enterprise", "rents_from_developer": False}
    zone = {"produces_in_zone": True, "has_zone_lease": True, "employs_occupants": True}
    papers, _ = bring(producer, programme="employer_housing_rental", **zone)
    assert starting(papers, "Hợp đồng thuê mặt bằng")
    assert starting(papers, "Hợp đồng lao động với người được bố trí ở")


def test_relief_is_asked_for_on_its_form(bring: Bring) -> None:
    tenant = {
        **MERIT, "rents_public_housing": True, "named_in_rental_contract": True, "had_rent_relief": False,
        "disability_rate": 85,
    }  # fmt: skip
    papers, _ = bring(tenant, programme="merit_rent_relief")
    (application,) = starting(papers, "Đơn đăng ký mua, thuê mua, thuê nhà ở xã hội")
    assert "Mẫu số 01 Phụ lục II kèm theo Nghị định 100/2024/NĐ-CP" in application
    land = {**MERIT, "land_fee_event": "allocation", "household_had_land_fee_relief": False, "disability_rate": 85}
    papers, _ = bring(land, programme="merit_land_use_fee_relief")
    assert "Văn bản đề nghị miễn, giảm tiền sử dụng đất (Mẫu số 01/MGTH kèm theo Thông tư 80/2021/TT-BTC)" in papers


# -- title, form, issuer and validity on the day ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "subject", "income"),
    [
        (date(2024, 9, 1), ("Giấy xác nhận về đối tượng (Mẫu số 01", "Ủy ban nhân dân cấp xã"),
         ("Giấy kê khai về điều kiện thu nhập (Mẫu số 05", "Ủy ban nhân dân cấp xã")),
        (date(2025, 10, 10), ("Giấy xác nhận về đối tượng (Mẫu số 01", "Ủy ban nhân dân cấp xã"),
         ("Giấy kê khai về điều kiện thu nhập (Mẫu số 05", "Công an cấp xã xác nhận)")),
        (date(2025, 11, 10), ("Giấy xác nhận về đối tượng (Mẫu số 01", "có giá trị 6 tháng"),
         ("Giấy xác nhận điều kiện về thu nhập (Mẫu số 05 kèm theo Thông tư 32/2025", "có giá trị 6 tháng")),
        (date(2026, 2, 9), ("Giấy xác nhận về đối tượng (Mẫu số 01", "có giá trị 12 tháng"),
         ("Giấy xác nhận điều kiện về thu nhập (Mẫu số 05 kèm theo Thông tư 32/2025", "có giá trị 12 tháng")),
        (date(2026, 2, 15), None,
         ("Đơn đề nghị xác nhận điều kiện về thu nhập (Mẫu số 05 kèm theo Thông tư 08/2026", "có giá trị 12 tháng")),
    ],
)  # fmt: skip
def test_who_has_no_contract_is_confirmed_by_commune_and_police(
    bring: Bring, day: date, subject: tuple[str, str] | None, income: tuple[str, str]
) -> None:
    papers, possible = bring(
        FREELANCE, day, has_labour_contract=False, net_income=9_000_000, highest_monthly_income=9_000_000
    )
    confirmed = starting(papers, "Giấy xác nhận về đối tượng")
    assert [subject is not None and paper.startswith(subject[0]) and subject[1] in paper for paper in confirmed] == (
        [True] if subject else []
    )
    (declared,) = starting(papers, income[0])
    assert income[1] in declared
    assert not [paper for paper in (*papers, *possible) if "nơi làm việc" in paper or "Bảng tiền công" in paper]


def test_a_retired_person_brings_the_decision_until_the_new_form_then_that(bring: Bring) -> None:
    retired = {**FREELANCE, "employment": "retired", "receives_pension": True, "net_income": 9_000_000}
    papers, possible = bring(retired, date(2025, 11, 9), highest_monthly_income=9_000_000)
    assert starting(papers, "Quyết định nghỉ việc hưởng chế độ hưu trí")
    (group,) = starting(papers, "Giấy xác nhận về đối tượng (Mẫu số 01")
    assert "nơi ra quyết định nghỉ hưu xác nhận" in group
    assert not starting([*papers, *possible], "Giấy xác nhận về điều kiện thu nhập")
    papers, possible = bring(retired, date(2025, 11, 10))
    assert not starting([*papers, *possible], "Quyết định nghỉ việc")
    (both,) = starting(papers, "Giấy xác nhận về đối tượng, thu nhập (Mẫu số 01a")
    assert "cơ quan Bảo hiểm xã hội đang chi trả lương hưu hoặc Ủy ban nhân dân cấp xã xác nhận" in both


@pytest.mark.parametrize(
    ("day", "issuer", "months"),
    [
        (date(2025, 11, 9), "đăng ký đất đai", None),
        (date(2025, 11, 10), "đăng ký đất đai", 6),
        (date(2026, 2, 8), "đăng ký đất đai", 6),
        (date(2026, 2, 9), "cơ quan có thẩm quyền cấp Giấy chứng nhận", 12),
        (date(2026, 2, 15), "cơ quan có thẩm quyền cấp Giấy chứng nhận", 12),
    ],
)
def test_who_confirms_that_there_is_no_home_and_for_how_long(
    bring: Bring, day: date, issuer: str, months: int | None
) -> None:
    papers, _ = bring(WORKER, day, net_income=9_000_000, highest_monthly_income=9_000_000)
    (home,) = starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 02")
    (group,) = starting(papers, "Giấy xác nhận về đối tượng")
    assert issuer in home
    for paper in (home, group):
        assert (f"có giá trị {months} tháng" in paper) if months else ("có giá trị" not in paper)


def test_the_old_form_is_not_said_to_be_that_of_the_later_circular(bring: Bring) -> None:
    papers, _ = bring(WORKER, date(2025, 8, 1), net_income=9_000_000, highest_monthly_income=9_000_000)
    (home,) = starting(papers, "Giấy xác nhận về điều kiện nhà ở (Mẫu số 02")
    assert "kèm theo Thông tư 05/2024/TT-BXD" in home
