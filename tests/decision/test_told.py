"""What is told of a refusal: what the nearest alternative lacks, and nothing that the record contradicts."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import ancu
from ancu.decision.contract import outcome_of
from ancu.decision.fields import Context
from ancu.decision.law import value_of
from ancu.decision.rendering import condition_text, fill, value_text
from ancu.decision.told import settled_in
from ancu.inference import direct
from ancu.rulebook.model import Text
from ancu.rulebook.references import PLACEHOLDER
from tests.support.records import facts_of, random_case, random_value
from tests.support.thorough import enough

pytestmark = [pytest.mark.slow, pytest.mark.sweep]

CASES = enough(2_000, 400)
DAY = date(2026, 8, 1)
#: Meets all conditions of buying but that of being in a group; owns nothing, never had support.
APPLICANT: dict[str, Any] = {
    "province": "bac_ninh",
    "employment": "other",
    "area_type": "rural",
    "poverty_certificate": "none",
    "marital_status": "single",
    "raising_minor_child": False,
    "net_income": 3_000_000,
    "lives_in_official_housing": False,
    "named_on_certificate": False,
    "home_on_certificate": False,
    "owns_home": False,
    "bought_social_housing": False,
    "bought_armed_forces_housing": False,
    "received_housing_support": False,
    "received_gift_house": False,
    "registered_at_another_project": False,
    "renting_social_housing": False,
    "project_funding": "developer",
    "merit_recognised": False,
    "merit_category": "none",
    "martyr_relation": "none",
    "returned_official_home": False,
    "land_recovered_home_demolished": False,
    "natural_children": 0,
}
#: How a sentence of the rulebook says that one value stands so to another.
RELATIONS = {
    "không vượt mức": "<=",
    "vượt mức": ">",
    "không quá": "<=",
    "xa hơn": ">",
    "cao hơn": ">",
    "không thấp hơn": ">=",
    "thấp hơn": "<",
    "ít hơn": "<",
    "chưa đủ": "<",
    "không dưới": ">=",
    "dưới": "<",
    "từ": ">=",
}
_RELATION = re.compile("|".join(sorted(RELATIONS, key=len, reverse=True)))
_PAIR = re.compile(r"\{(\w+)\}(?=([^{}]*)\{(\w+)\})")


def told_of(book: ancu.Rulebook, **facts: Any) -> list[str]:
    decision = ancu.decide(book, {**APPLICANT, **facts}, "social_housing_purchase", DAY)
    assert decision.status == "ineligible", decision.missing
    return decision.told


def test_the_rural_poor_are_told_of_the_province_and_not_of_their_income(book: ancu.Rulebook) -> None:
    assert told_of(book, poverty_certificate="poor") == ["province_lets_rural_poor_buy"]


def test_who_is_in_no_group_is_told_so_and_not_of_income(book: ancu.Rulebook) -> None:
    assert told_of(book, employment="student") == ["buying_subject"]


def test_a_home_not_far_enough_from_work_is_told_with_its_distance(book: ancu.Rulebook) -> None:
    home = {"owns_home": True, "home_on_certificate": True, "named_on_certificate": True}
    size = {"owned_home_area": 60, "owned_home_residents": 2}
    ways = {"home_to_work_distance": 16, "work_to_project_distance": 5}
    told = told_of(book, employment="worker", **home, **size, **ways)
    assert told == ["applicant_home_not_recorded", "floor_per_person_small", "home_far_enough"]


def test_an_alternative_that_lacks_less_is_told_before_one_that_lacks_more(book: ancu.Rulebook) -> None:
    home = {"owns_home": True, "home_on_certificate": True, "named_on_certificate": True}
    size = {"owned_home_area": 60, "owned_home_residents": 2}
    ways = {"home_to_work_distance": 16, "work_to_project_distance": 5}
    told = told_of(book, employment="worker", **home, **size, **ways, received_housing_support=True)
    assert told == ["home_far_enough"]


def test_a_worker_above_the_cap_is_told_of_the_cap_alone(book: ancu.Rulebook) -> None:
    assert told_of(book, employment="worker", net_income=60_000_000) == ["income_within_cap"]


@pytest.fixture(scope="module")
def decisions(book: ancu.Rulebook) -> list[ancu.Decision]:
    drawn = (random_case(book, seed) for seed in range(CASES))
    return [ancu.decide(book, record, programme, day, "direct") for programme, day, record in drawn]


def test_what_is_told_came_out_as_the_decision_did(decisions: list[ancu.Decision]) -> None:
    outcomes = {"eligible": True, "ineligible": False, "undetermined": None}
    for decision in decisions:
        if decision.status == "not_in_force":
            continue
        assert decision.told, (decision.programme, decision.as_of)
        assert set(decision.told) <= set(decision.grounds)
        for name in decision.told:
            assert decision.context.values[name] is outcomes[decision.status]


def test_an_undetermined_text_leads_with_the_figure_that_is_settled_and_what_is_left(book: ancu.Rulebook) -> None:
    worker = {
        "employment": "worker",
        "marital_status": "single",
        "net_income": 17_000_000,
        "raising_minor_child": False,
    }
    decision = ancu.decide(book, {"province": "other", **worker}, "social_housing_purchase", date(2025, 2, 1))
    assert decision.status == "undetermined"
    cap, left = decision.texts("vi").settled
    assert "17.000.000 đồng/tháng, vượt mức trần 15.000.000 đồng/tháng" in cap
    assert "không phải xét điều kiện thu nhập" in left
    assert "mức trần" not in left
    lines = decision.explain("vi").splitlines()
    assert lines.index(f"- {cap}") < min(i for i, line in enumerate(lines) if "Chưa xác định được" in line)
    assert len(decision.texts("vi").next) == 2


def test_what_is_settled_is_so_and_what_is_left_is_needed(decisions: list[ancu.Decision]) -> None:
    left = 0
    for decision in decisions:
        context = decision.context
        if context.program is None:
            continue
        settled = settled_in(context, decision.as_of)
        assert decision.status == "undetermined" or settled == ([], [])
        assert all(context.values[name] is not None for name in settled.conditions)
        facts = context.program.prepare(context.record, decision.as_of)
        for names in settled.left:
            left += 1
            without = direct.run(context.program, facts, dict.fromkeys(names, False))
            assert direct.closure_of(context.program, context.program.root)(facts, without) is False
    assert left


def near_case(book: ancu.Rulebook, seed: int) -> tuple[str, date, ancu.Record]:
    """A random case with incomes that people have, whose other facts mostly fit: what fails is often a figure."""
    rng = random.Random(seed)
    programme, day, _ = random_case(book, seed)
    if rng.random() < 0.6:
        programme, day = "social_housing_purchase", rng.choice(book.epochs.starts[-12:])
    facts: dict[str, Any] = {}
    for name in facts_of(book, programme):
        likely = book.facts[name].type != "money" and name in APPLICANT and rng.random() < 0.85
        if book.facts[name].type == "money":
            facts[name] = rng.randrange(1, 70) * 1_000_000
        elif name != "housing_law_groups":
            facts[name] = APPLICANT[name] if likely else random_value(rng, book, book.facts[name])
    if rng.random() < 0.7:
        facts["employment"] = rng.choice(("worker", "official", "armed_forces"))
    return programme, day, ancu.Record(facts)


def test_no_sentence_with_figures_contradicts_the_record(book: ancu.Rulebook, decisions: list[ancu.Decision]) -> None:
    """Each value that a told sentence quotes is that of the record, and stands to the next as the sentence says."""
    drawn = (near_case(book, seed) for seed in range(CASES))
    stated = [ancu.decide(book, record, programme, day, "direct") for programme, day, record in drawn]
    compared = 0
    for decision in (*decisions, *stated):
        for name in decision.told:
            text = _text_told(decision.context, name)
            if text is None:
                continue
            sentence = condition_text(decision.context, name, "vi")
            quoted = {place: value_of(decision.context, place) for place in PLACEHOLDER.findall(text.vi)}
            for place, value in quoted.items():
                assert value_text(decision.context.book, place, value, "vi") in sentence
                assert place not in decision.context.book.facts or value == decision.context.record.get(place)
            for relation, left, right in _claims(decision.context.book, text, quoted):
                compared += 1
                assert _HOLDS[relation](left, right), (name, sentence)
    assert compared > 100


def _text_told(context: Context, name: str) -> Text | None:
    """The sentence of its own in which a condition is told; None where it is told by its title."""
    condition = context.book.conditions.get(name)
    if condition is None:
        return None
    text = {"met": condition.met, "not_met": condition.not_met, "unknown": None}[outcome_of(context.values[name])]
    return text if text is not None and fill(context, text, "vi") in condition_text(context, name, "vi") else None


_HOLDS = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


def _claims(book: ancu.Rulebook, text: Text, quoted: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """How the text says that a quoted value stands to the next one; an area for so many people, by head."""
    for left, between, right in _PAIR.findall(text.vi):
        relations = _RELATION.findall(between)
        heads = re.search(rf"\{{(\w+)\}} cho \{{{left}\}}", text.vi)
        if relations and heads:
            yield RELATIONS[relations[-1]], quoted[heads[1]], quoted[right] * quoted[left]
        elif relations and (book.types[left].kind, book.types[left].dimension) == (
            book.types[right].kind,
            book.types[right].dimension,
        ):
            yield RELATIONS[relations[-1]], _exactly(book, left, quoted), _exactly(book, right, quoted)


def _exactly(book: ancu.Rulebook, name: str, quoted: Mapping[str, Any]) -> Fraction:
    return Fraction(quoted[name], 10 ** book.types[name].scale)
