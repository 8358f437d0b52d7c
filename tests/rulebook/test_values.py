"""Values as people write them."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ancu.rulebook.model import Bounds, ChoiceValue, FactDef, Text
from ancu.rulebook.types import Type
from ancu.rulebook.values import ValueProblem, format_value, normalise, parse, parse_date

LABEL = Text(vi="x", en="x")
GROUPS = {
    "worker": ChoiceValue(vi="Công nhân, người lao động", en="Worker", synonyms=["6", "Nhóm 6"]),
    "official": ChoiceValue(vi="Cán bộ", en="Official", synonyms=["8"]),
}


def fact(kind: Any, **more: Any) -> FactDef:
    bounds = Bounds(min=0, max=10_000_000_000)
    numeric = kind not in ("yes_no", "choice", "list", "date")
    return FactDef(type=kind, label=LABEL, section="s", **({"bounds": bounds} if numeric else {}), **more)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("14.500.000", 14_500_000), ("14500000", 14_500_000), ("14,500,000", 14_500_000), ("14,5 triệu", 14_500_000),
        ("15 triệu đồng", 15_000_000), ("15tr", 15_000_000), ("1,2 tỷ", 1_200_000_000), ("850 nghìn", 850_000),
        ("850k", 850_000), ("15.000.000đ", 15_000_000), ("15 000 000 VND", 15_000_000), ("15.000.000 ₫", 15_000_000),
        ("'15000000", 15_000_000), ("15\u00a0triệu", 15_000_000), (15_000_000, 15_000_000),
        (Decimal("1.5E7"), 15_000_000),
        ("0", 0), ("", None), ("không rõ", None), (None, None), ("-", None), ("１５ triệu", 15_000_000),
        ("15.000.000 (mười lăm triệu)", 15_000_000), ("15.000.000 đồng (mười lăm triệu đồng chẵn)", 15_000_000),
        ("15 (mười lăm) triệu đồng", 15_000_000), ("15 triệu (Bằng chữ: Mười lăm triệu đồng./.)", 15_000_000),
    ],
)  # fmt: skip
def test_money(written: object, value: int | None) -> None:
    assert parse(fact("money"), written) == value


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("mười lăm triệu", "value_not_a_number"), ("14,500", "value_ambiguous"), ("14.500 triệu", "value_ambiguous"),
        ("15 USD", "value_wrong_unit"), ("59 km", "value_wrong_unit"), ("-1", "value_out_of_bounds"),
        ("14,55 đồng", "value_too_fine"), (True, "value_wrong_kind"), ({}, "value_wrong_kind"),
        (float("nan"), "value_not_a_number"), (1e99, "value_out_of_bounds"), ("1.2.3", "value_not_a_number"),
        ("15.000.000 (mười sáu triệu)", "value_words_differ"), ("15.000.000 (gồm phụ cấp)", "value_wrong_unit"),
    ],
)  # fmt: skip
def test_money_refused(written: object, kind: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse(fact("money"), written)
    assert caught.value.kind == kind
    assert "đồng" in caught.value.text("vi")


@pytest.mark.parametrize(
    ("written", "value"),
    [("59,9 m2", 5990), ("59.9", 5990), ("59,90 m²", 5990), ("60 mét vuông", 6000), (59.9, 5990), ("1.234,5", 123450)],
)
def test_area(written: object, value: int) -> None:
    assert parse(fact("area"), written) == value


def test_other_measures() -> None:
    assert parse(fact("count"), "4 người") == 4
    assert parse(fact("count"), "04 (bốn) người") == 4
    assert parse(fact("years"), "20 năm") == 20
    assert parse(fact("distance"), "12,5 km") == 1250
    assert parse(fact("percent"), "81 %") == 8100


@pytest.mark.parametrize("written", ["có", "Có", "x", "✓", "yes", "TRUE", "1", True, 1, "co\u0301", "đúng"])
def test_yes(written: object) -> None:
    assert parse(fact("yes_no"), written) is True


@pytest.mark.parametrize("written", ["không", "Không", "no", "0", False, "chưa", "sai"])
def test_no(written: object) -> None:
    assert parse(fact("yes_no"), written) is False


@pytest.mark.parametrize("written", ["có lẽ", "2", 2, "yesno"])
def test_neither(written: object) -> None:
    with pytest.raises(ValueProblem):
        parse(fact("yes_no"), written)


@pytest.mark.parametrize(
    "written",
    ["01/11/2025", "1-11-2025", "01.11.2025", "2025-11-01", "2025-11-01 00:00:00", "ngày 1 tháng 11 năm 2025",
     date(2025, 11, 1), datetime(2025, 11, 1)],
)  # fmt: skip
def test_dates(written: object) -> None:
    assert parse_date(written) == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("31/02/2025", "value_impossible_date"),
        ("1/11/25", "value_not_a_date"),
        ("11/2025", "value_not_a_date"),
        (5, "value_wrong_kind"),
    ],
)
def test_dates_refused(written: object, kind: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        parse_date(written)
    assert caught.value.kind == kind


def test_choices_and_lists() -> None:
    choice, group = fact("choice", values=GROUPS), fact("list", values=GROUPS)
    assert parse(choice, "  CÔNG NHÂN,  người lao động. ") == "worker"
    assert parse(choice, unicodedata.normalize("NFD", "Cán bộ")) == "official"
    assert parse(group, "Công nhân, người lao động") == {"worker"}
    assert parse(group, "6; 8") == parse(group, "6, 8") == {"worker", "official"}
    assert parse(group, "Công nhân, người lao động; Cán bộ") == {"worker", "official"}
    assert parse(group, [6, "Cán bộ"]) == {"worker", "official"}
    assert parse(group, "không") == frozenset()
    assert parse(choice, "Can bo") == "official"
    with pytest.raises(ValueProblem) as caught:
        parse(choice, "Can b")
    assert caught.value.kind in ("value_not_a_choice", "value_not_a_choice_near")
    with pytest.raises(ValueProblem, match="value_not_a_choice_near"):
        parse(choice, "Cán bô")


@given(st.integers(0, 10_000_000_000))
def test_money_round_trip(amount: int) -> None:
    for lang in ("vi", "en"):
        text = format_value(amount, Type("number", "money"), None, lang)
        if amount < 1000 or amount >= 1_000_000 or lang == "vi":  # "14,500" may mean two things
            assert parse(fact("money"), text) == amount


@given(st.integers(0, 1_000_000))
def test_area_round_trip(hundredths: int) -> None:
    text = format_value(hundredths, Type("number", "area", 2), None, "vi")
    assert parse(fact("area"), text) == hundredths


@given(st.dates())
def test_date_round_trip(day: date) -> None:
    if day.year >= 1000:
        assert parse_date(format_value(day.toordinal(), Type("date"), None, "vi")) == day


@given(st.text(), st.sampled_from(["money", "area", "count", "percent", "yes_no", "date", "choice", "list"]))
def test_nothing_but_a_value_problem(text: str, kind: str) -> None:
    asked = fact(kind, **({"values": GROUPS} if kind in ("choice", "list") else {}))
    try:
        parse(asked, text)
    except ValueProblem as problem:
        told = problem.text("vi"), problem.text("en")
    else:
        return
    assert all(told)


@given(st.text())
def test_normalising_is_idempotent_and_blind_to_form(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))
