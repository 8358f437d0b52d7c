"""The order of an interview: what tells most first, nothing idle, the same decisions whatever the order."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.decision.deciding import Record
from ancu.errors import NotCoveredError
from ancu.interview.interview import Interview, InterviewStep
from ancu.interview.ordering import cost_of, shares_on
from ancu.interview.scope import programmes_for
from ancu.rulebook.references import facts_read
from ancu.rulebook.values import format_value
from tests.conftest import WORKER

DAY = date(2026, 11, 1)
PURCHASE = "social_housing_purchase"


def written(book: ancu.Rulebook, fact: str, value: Any) -> str:
    """An engine value as somebody answers it."""
    definition = book.facts[fact]
    if isinstance(value, frozenset):
        return "; ".join(definition.values[one].vi for one in definition.values if one in value) or "không có"
    return format_value(value, definition.value_type, None, "vi", definition.values or None)


def interviewed(book: ancu.Rulebook, names: list[str], truth: dict[str, Any], rng: random.Random) -> Interview:
    """An interview to its end; what is not in ``truth`` yet is drawn, and one answer in twelve is not known."""
    interview = Interview(book, names, DAY)
    while interview.open:
        question = interview.open[0]
        waiting = {one.programme for one in interview.decisions if question.fact in lacks(one)}
        assert waiting, question.fact
        assert question.fact not in {step.fact for step in interview.steps}
        if question.fact not in truth:
            shares = shares_on(book, question.fact) if rng.random() > 1 / 12 else ()
            values, weights = [value for value, _ in shares], [share for _, share in shares]
            truth[question.fact] = rng.choices(values, weights)[0] if shares else None
        value = truth[question.fact]
        answer = None if value is None else written(book, question.fact, value)
        assert interview.take(InterviewStep(question.fact, answer, confirmed=True)) == value
    return interview


def lacks(decision: ancu.Decision) -> set[str]:
    return {*decision.missing, *decision.missing_for_benefit, *decision.missing_for_priority}


@pytest.mark.parametrize(("who", "seed"), [("worker", 1), ("poor", 2), ("merit", 3), ("worker", 4)])
def test_an_interview_asks_little_and_ends_where_nothing_is_open(book: ancu.Rulebook, who: str, seed: int) -> None:
    names, truth = programmes_for(book, [who], DAY), dict[str, Any]()
    interview = interviewed(book, names, truth, random.Random(seed))
    assert len(interview.steps) <= len(facts_read(book, names)) / 2  # these draw each fact by itself, and ask longer
    known = {fact: value for fact, value in truth.items() if value is not None}
    unknown = truth.keys() - known.keys()
    for decision in ancu.decide_all(book, Record(known), names, DAY):
        assert lacks(decision) <= unknown, decision.programme


def test_the_prior_orders_questions_and_decides_nothing(book: ancu.Rulebook) -> None:
    names = programmes_for(book, ["worker"], DAY)
    truth: dict[str, Any] = {}
    first = interviewed(book, names, truth, random.Random(5))
    other = interviewed(replace(book, answer_shares={}), names, truth, random.Random(6))
    assert [step.fact for step in first.steps] != [step.fact for step in other.steps]
    statuses = [[one.status for one in interview.decisions] for interview in (first, other)]
    assert statuses[0] == statuses[1]


def test_what_tells_most_comes_first_and_what_others_decide_last(book: ancu.Rulebook) -> None:
    questions = Interview(book, ["social_housing_loan", PURCHASE], DAY).open
    assert questions[0].fact == "housing_contract_signed"  # which many have not done, so that the loan is settled
    late = [book.facts[question.fact].decided_by is not None for question in questions]
    assert any(late)
    assert late == sorted(late)
    assert cost_of(book.facts["owns_home"]) < cost_of(book.facts["net_income"])


def test_a_number_waits_for_what_chooses_its_figure(book: ancu.Rulebook) -> None:
    facts = {key: value for key, value in WORKER.items() if key != "raising_minor_child"}
    steps = [InterviewStep(key, str(value)) for key, value in facts.items()]
    interview = Interview(book, [PURCHASE], DAY, steps)
    asked = [question.fact for question in interview.open]
    assert asked.index("raising_minor_child") < asked.index("net_income")


def test_people_are_counted_before_what_is_measured_by_them(book: ancu.Rulebook) -> None:
    home = {"owns_home": "có", "named_on_certificate": "có", "home_on_certificate": "có", "province": "bac_ninh"}
    steps = [InterviewStep(key, str(value)) for key, value in {**WORKER, **home}.items()]
    asked = [question.fact for question in Interview(book, [PURCHASE], DAY, steps).open]
    assert asked.index("owned_home_residents") < asked.index("owned_home_area")


@pytest.mark.parametrize(("province", "matters"), [("bac_ninh", True), ("hung_yen", False)])
def test_what_is_held_against_a_figure_that_nobody_knows_is_not_asked(
    book: ancu.Rulebook, province: str, matters: bool
) -> None:
    said = {"province": province, "housing_law_groups": "worker", "marital_status": "single"}
    home = {"owns_home": "có", "named_on_certificate": "có", "home_on_certificate": "có"}
    large = {"owned_home_residents": "2", "owned_home_area": "100"}
    interview = Interview(book, [PURCHASE], DAY, [InterviewStep(*one) for one in {**said, **home, **large}.items()])
    assert "home_to_work_distance" in interview.decisions[0].missing
    assert ("home_to_work_distance" in {question.fact for question in interview.open}) is matters
    assert ("far_home_min_distance" in interview.decisions[0].unset) is not matters


def test_going_back_puts_the_same_question_again(book: ancu.Rulebook) -> None:
    interview = Interview(book, [PURCHASE], DAY)
    assert interview.back() is None
    for _ in range(3):
        before, decisions = interview.open, interview.decisions
        step = InterviewStep(before[0].fact, None if before[0].fact == "owns_home" else "không")
        if book.facts[step.fact].type != "yes_no":
            step = InterviewStep(step.fact, next(iter(book.facts[step.fact].values)))
        interview.take(step)
        assert interview.open != before
        assert interview.back() == step
        assert interview.open == before
        assert interview.decisions == decisions
        interview.take(step)


def test_a_day_before_the_rulebook_is_refused(book: ancu.Rulebook) -> None:
    with pytest.raises(NotCoveredError):
        Interview(book, [PURCHASE], date(1990, 1, 1))
