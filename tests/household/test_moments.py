"""The same household at the moments of its application: what changes, why, and from which day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ancu
from ancu.errors import RecordError
from ancu.rulebook.rulebook import Rulebook
from tests.household.families import NO_SUPPORT, NOTHING_OWNED, PURCHASE, household

WIFE = {**NOTHING_OWNED, **NO_SUPPORT, "relation": "vợ", "label": "dòng 2", "net_income": "35 triệu"}
MOMENTS = {"filing": "2026-03-01", "signing": "2026-06-20"}


def over_time(book: Rulebook, record: dict[str, Any], **moments: Any) -> ancu.MomentsDecision:
    return ancu.decide_moments(book, record, PURCHASE, moments or MOMENTS)


def statuses(found: ancu.MomentsDecision) -> list[str]:
    return [one.decision.status for one in found.moments]


def married(day: str, **applicant: Any) -> dict[str, Any]:
    return household({**WIFE, "married_on": day}, applicant={"net_income": "20 triệu", **applicant})


def test_a_marriage_between_filing_and_signing(book: Rulebook) -> None:
    found = over_time(book, married("15/05/2026"))
    assert statuses(found) == ["eligible", "ineligible"]
    (change,) = found.changes
    assert change.on == date(2026, 5, 15)
    assert [(event.member, event.fact) for event in change.events] == [(2, "married_on")]
    (text,) = found.texts("vi")
    assert text.startswith(
        "Đủ điều kiện khi nộp hồ sơ (01/03/2026), không còn đủ điều kiện khi ký hợp đồng (20/06/2026) vì thu nhập bình "
        "quân 55.000.000 đồng/tháng, vượt mức trần 50.000.000 đồng/tháng"
    )
    assert text.endswith("thay đổi từ ngày 15/05/2026 (vợ (dòng 2): ngày kết hôn).")
    assert found.texts("en")[0].startswith(
        "Eligible at filing (2026-03-01), no longer at signing (2026-06-20), because "
    )


def test_what_the_row_says_of_today_gives_way_to_the_day_of_the_marriage(book: Rulebook) -> None:
    found = over_time(book, married("15/05/2026", marital_status="đã kết hôn"))
    assert statuses(found) == ["eligible", "ineligible"]
    assert not found.moments[1].decision.conflicts


def test_a_marriage_of_before_and_one_of_a_day_nobody_wrote_down(book: Rulebook) -> None:
    before = over_time(book, married("15/05/2020"))
    assert statuses(before) == ["ineligible", "ineligible"]
    assert before.texts("vi") == [
        "Không đủ điều kiện ở mọi thời điểm: nộp hồ sơ (01/03/2026), ký hợp đồng (20/06/2026)."
    ]
    unknown = over_time(book, married(""))
    assert statuses(unknown) == ["undetermined", "ineligible"], "when it was recorded she was his wife; before, perhaps"


def test_several_moments_in_one_sentence(book: Rulebook) -> None:
    moments = {
        "nộp hồ sơ": "01/03/2026",
        "xác nhận": "20/03/2026",
        "bốc thăm": "01/05/2026",
        "Ký hợp đồng": "20/06/2026",
    }
    found = over_time(book, married("15/05/2026"), **moments)
    assert [one.moment for one in found.moments] == ["filing", "confirmation", "lot", "signing"]
    (text,) = found.texts("vi")
    assert text.startswith(
        "Đủ điều kiện khi nộp hồ sơ (01/03/2026), xác nhận (20/03/2026), bốc thăm (01/05/2026), không còn đủ điều kiện "
        "khi ký hợp đồng (20/06/2026)"
    )


def test_a_child_comes_of_age(book: Rulebook) -> None:
    """A single parent on 27 million is within 30 million a month while the child is a minor, and above 25 after."""
    child = {**NOTHING_OWNED, "relation": "con", "label": "dòng 2", "born_on": "10/06/2008"}
    record = household(child, applicant={"net_income": "27 triệu", "marital_status": "ly hôn"})
    found = over_time(book, record, filing="2026-05-01", signing="2026-06-20")
    assert statuses(found) == ["eligible", "ineligible"]
    (change,) = found.changes
    assert change.on == date(2026, 6, 10)
    assert [(event.member, event.age) for event in change.events] == [(2, 18)]
    assert "thay đổi từ ngày 10/06/2026 (con đẻ (dòng 2): đủ 18 tuổi)" in found.texts("vi")[0]


def test_a_change_of_the_law_helps(book: Rulebook) -> None:
    """20 million were the cap for a single until 2026-04-06, and 25 million are since (Decree 136/2026)."""
    record = household(applicant={"net_income": "23 triệu", "marital_status": "độc thân"})
    found = over_time(book, record)
    assert statuses(found) == ["ineligible", "eligible"]
    (change,) = found.changes
    assert change.on == date(2026, 4, 7)
    assert change.law_changes
    (text,) = found.texts("vi")
    assert text.startswith("Chưa đủ điều kiện khi nộp hồ sơ (01/03/2026) vì thu nhập bình quân 23.000.000 đồng/tháng")
    assert text.endswith("thay đổi từ ngày 07/04/2026 (quy định thay đổi).")


def test_what_comes_and_goes_between_two_moments_is_told_too(book: Rulebook) -> None:
    wife = {**WIFE, "married_on": "15/04/2026", "marriage_ended_on": "01/06/2026"}
    found = over_time(book, household(wife, applicant={"net_income": "20 triệu"}))
    assert statuses(found) == ["eligible", "eligible"]
    assert [(change.on, change.status) for change in found.changes] == [
        (date(2026, 4, 15), "ineligible"),
        (date(2026, 6, 1), "eligible"),
    ]
    assert found.texts("vi")[1] == (
        "Giữa nộp hồ sơ (01/03/2026) và ký hợp đồng (20/06/2026): không đủ điều kiện từ ngày 15/04/2026 (vợ (dòng 2): "
        "ngày kết hôn); đủ điều kiện từ ngày 01/06/2026 (vợ (dòng 2): ngày hôn nhân chấm dứt)."
    )


@pytest.mark.parametrize("day", ["02/03/2026", "17/04/2026", "19/06/2026", "20/06/2026"])
def test_the_day_is_exact(book: Rulebook, day: str) -> None:
    (change,) = over_time(book, married(day)).changes
    assert change.on.strftime("%d/%m/%Y") == day
    record = ancu.read_record(book, married(day))
    assert ancu.decide(book, record, PURCHASE, change.on, "direct").status == change.status
    eve = date.fromordinal(change.on.toordinal() - 1)
    assert ancu.decide(book, record, PURCHASE, eve, "direct").status == change.before


# -- reading -----------------------------------------------------------------------------------------------------------


def test_a_record_may_state_its_moments(book: Rulebook) -> None:
    record = ancu.read_record(
        book, {**married("15/05/2026"), "Ngày nộp hồ sơ": "01/03/2026", "signed_on": "20/06/2026"}
    )
    assert record.moments == {"filing": date(2026, 3, 1), "signing": date(2026, 6, 20)}
    assert statuses(ancu.decide_moments(book, record, PURCHASE)) == ["eligible", "ineligible"]
    sooner = ancu.decide_moments(book, record, PURCHASE, {"ký hợp đồng": "01/05/2026"})
    assert statuses(sooner) == ["eligible", "eligible"], "what is asked for goes before what the record states"


@pytest.mark.parametrize(
    ("moments", "message"),
    [
        (
            {"filling": "2026-03-01", "signing": "2026-06-20"},
            "Có phải ý bạn là “filing”?",
        ),
        ({"filing": "2026-03-01"}, "Cần ít nhất hai thời điểm để so sánh"),
        ({"filing": "2026-13-01", "signing": "2026-06-20"}, "Trường “filing”, giá trị “2026-13-01”"),
        ({"filing": "2026-06-20", "signing": "2026-03-01"}, "Ngày ký hợp đồng lại trước ngày nộp hồ sơ."),
        ({"filing": "2026-03-01", "nộp hồ sơ": "2026-03-02"}, "trùng với một trường khác"),
    ],
)
def test_moments_that_cannot_be_read(book: Rulebook, moments: dict[str, Any], message: str) -> None:
    with pytest.raises(RecordError) as caught:
        over_time(book, household(), **moments)
    assert message in caught.value.text("vi")


def test_a_record_without_members_has_moments_too(book: Rulebook) -> None:
    record = {"province": "Bắc Ninh", "employment": "công nhân", "filed_on": "2026-03-01", "signed_on": "2026-06-20"}
    assert len(ancu.decide_moments(book, record, "social_housing_rent").moments) == 2
