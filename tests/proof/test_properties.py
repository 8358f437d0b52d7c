"""Each form of property, held and broken; what breaks it is the smallest record, and the engine agrees."""

from __future__ import annotations

from typing import Any

import pytest

import ancu
from ancu.proof import solving
from ancu.proof.proving import ProvenProperty, prove, prove_property
from ancu.proof.solving import AskedOfSolver
from ancu.rulebook.building import build
from tests.proof.small import files, label, option, small_book

CONDITIONS = {"is_worker": "worker", "within": "income <= cap"}


def proven(stated: dict[str, Any], conditions: dict[str, str] | None = None, **more: Any) -> ProvenProperty:
    conditions = conditions or CONDITIONS
    eligible = more.pop("eligible", " and ".join(conditions))
    book = small_book(eligible, conditions, properties={"it": {"title": label("Nó"), **stated}}, **more)
    return prove_property(book, "it", AskedOfSolver())


def records(found: ProvenProperty) -> list[dict[str, Any]]:
    assert found.outcome == "refuted"
    return [dict(example.record) for example in found.counterexamples]


# -- implication between programmes -----------------------------------------------------------------------------------


def test_who_has_the_one_has_the_other() -> None:
    assert proven({"if": "p", "then": "q"}, second="worker or poor").outcome == "proven"
    # The strict edge alone: 80 since 2025, where the second programme stops below it.
    (record,) = records(proven({"if": "p", "then": "q", "from": "2025-01-01"}, second="worker and income < 80"))
    assert record == {"income": 80, "worker": True}


def test_given_says_of_whom() -> None:
    stated = {"if": "p", "then": "q", "given": "income < 80"}
    assert proven(stated, second="worker and income < 80").outcome == "proven"


def test_a_property_of_nobody_says_nothing() -> None:
    assert proven({"if": "p", "then": "q", "given": "income > 500"}, second="worker").outcome == "says_nothing"


# -- monotone in facts ------------------------------------------------------------------------------------------------


def test_a_lower_income_keeps_the_right() -> None:
    assert proven({"keeps": "p", "change": {"lower": ["income"]}}).outcome == "proven"


def test_a_floor_breaks_it_at_its_edge() -> None:
    conditions = {"within": "income <= cap", "above": "income >= low"}
    found = proven({"keeps": "p", "change": {"lower": ["income"]}}, conditions)
    (example,) = found.counterexamples
    assert example.second is not None
    assert example.record["income"] >= 10 > example.second["income"]
    assert set(example.record) == {"income"}


def test_a_number_more_and_a_fact_put() -> None:
    conditions = {"crowded": "area < low * people", "of_kind": "kind = 'a'"}
    assert proven({"keeps": "p", "change": {"add": {"people": 1}}}, conditions).outcome == "proven"
    few = {"few": "people <= 3"}
    (record,) = records(proven({"keeps": "p", "change": {"add": {"people": 1}}}, few))
    assert record == {"people": 3}
    (record,) = records(proven({"keeps": "p", "change": {"set": {"kind": "b"}}}, conditions))
    assert record["kind"] == "a"


def test_products_of_facts_are_decided() -> None:
    """Both numbers vary; one is written in binary, so that the solver has sums."""
    conditions = {"small": "area * people < income"}
    assert proven({"keeps": "p", "change": {"lower": ["area"]}}, conditions).outcome == "proven"
    (record,) = records(proven({"keeps": "p", "change": {"higher": ["people"]}}, conditions))
    assert set(record) == {"area", "people", "income"}


# -- between two days -------------------------------------------------------------------------------------------------


def test_what_was_granted_one_day_is_granted_on_a_later_one() -> None:
    days = {"on": "2024-06-01", "later": "2025-06-01"}
    (record,) = records(proven({"keeps": "p", **days}))
    assert 80 < record["income"] <= 100
    assert proven({"keeps": "p", **days, "given": "income <= 80"}).outcome == "proven"


# -- exclusion, bands -------------------------------------------------------------------------------------------------


def test_two_programmes_exclude_each_other() -> None:
    assert proven({"exclusive": ["p", "q"]}, second="not worker").outcome == "proven"
    (record,) = records(proven({"exclusive": ["p", "q"]}, second="poor"))
    assert record == {"income": record["income"], "worker": True, "poor": True}


BANDS = {"low_band": "income < 10", "middle": "income between 10 and 30", "top": "income > 30"}


@pytest.mark.parametrize(
    ("middle", "edge"),
    [
        ("income >= 10 and income <= 30", None),
        ("income >= 9 and income <= 30", 9),
        ("income > 10 and income <= 30", 10),
    ],
)
def test_bands_neither_overlap_nor_leave_a_gap(middle: str, edge: int | None) -> None:
    bands = {**BANDS, "middle": middle, "is_worker": "worker"}
    options = {name: option(name) for name in BANDS}
    found = proven({"bands": {"programme": "p"}}, bands, eligible="is_worker", options=options)
    if edge is None:
        assert found.outcome == "proven"
    else:
        assert records(found) == [{"income": edge, "worker": True}]
        overlap = found.counterexamples[0].refutation.about
        assert overlap == (("low_band", "middle") if edge == 9 else ())
    allowed = proven({"bands": {"programme": "p", "gaps": True}}, bands, eligible="is_worker", options=options)
    assert (allowed.outcome == "refuted") == (edge == 9)


# -- what is not concluded --------------------------------------------------------------------------------------------


def test_what_the_solver_gives_up_is_never_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "STEPS", 1)
    found = proven({"keeps": "p", "change": {"lower": ["income"]}})
    assert found.outcome == "given_up"
    assert found.is_open


def test_accepted_is_told_and_is_no_failure() -> None:
    stated = {"title": label("Nó"), "exclusive": ["p", "q"], "accepted": label("Vì vậy")}
    book = small_book("is_worker", {"is_worker": "worker"}, properties={"it": stated}, second="poor")
    proof = prove(book)
    assert proof.refuted == ()
    assert proof.properties[0].outcome == "refuted"
    assert not proof.has_more


def test_accepted_in_vain_is_found() -> None:
    known = [{"programmes": ["p"], "names": ["is_worker"], "reason": label("x")}]
    book = small_book("is_worker", {"is_worker": "worker"}, accepted=known)
    assert prove(book).accepted_in_vain == ("is_worker",)


@pytest.mark.parametrize(
    ("stated", "sentence"),
    [
        ({"if": "p"}, "có đúng một dạng"),
        ({"keeps": "p"}, "có đúng một dạng"),
        ({"if": "p", "then": "pp"}, "pp"),
        ({"keeps": "p", "change": {"lower": ["worker"]}}, "không phải số hoặc ngày"),
        ({"keeps": "p", "change": {"lower": ["incom"]}}, "income"),
        ({"keeps": "p", "change": {"add": {"income": "x"}}}, "“x” không hợp lệ"),
        ({"keeps": "p", "change": {}}, "nêu ít nhất một thông tin"),
        ({"bands": {"programme": "p", "options": ["rigt"]}}, "right"),
        ({"if": "income", "then": "p"}, "cần có/không, gặp số tiền"),
    ],
)
def test_what_is_wrong_with_a_property_is_said_at_its_place(stated: dict[str, Any], sentence: str) -> None:
    properties = {"it": {"title": label("Nó"), **stated}}
    book, problems = build(files("is_worker", {"is_worker": "worker"}, properties=properties))
    assert book is None
    (text, *_) = [problem.text("vi") for problem in problems]
    assert text.startswith("properties/all.yaml:")
    assert sentence in text


# -- the real rulebook ------------------------------------------------------------------------------------------------


def test_real_properties(book: ancu.Rulebook) -> None:
    asked = AskedOfSolver()
    outcomes = {
        name: prove_property(book, name, asked).outcome
        for name in ("caps_of_2026_admit_2025", "one_house_grant_since_2024", "forces_level_of_2026_admits_2025")
    }
    assert list(outcomes.values()) == ["proven", "proven", "refuted"]
