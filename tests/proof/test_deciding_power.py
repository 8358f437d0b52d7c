"""What can never decide is found, with the reason; what can is not."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from ancu.proof.deciding_power import DecidingPower, Examples
from ancu.proof.findings import versions_of
from ancu.proof.proving import prove
from ancu.proof.solving import AskedOfSolver
from tests.proof.small import label, option, small_book
from tests.support.rulebooks import draw_record, draw_rulebook

WORKERS = {"is_worker": "worker", "within": "income <= cap"}


def found(*args: Any, **more: Any) -> dict[str, tuple[str, tuple[str, ...]]]:
    """What is found in the programme, by name: why, and because of what."""
    proof = prove(small_book(*args, **more), ["p"])
    return {finding.idle.name: (finding.idle.reason, finding.idle.because) for finding in proof.findings}


def test_a_sound_programme_has_no_findings() -> None:
    assert found("is_worker and within", WORKERS) == {}


def test_an_alternative_within_another_is_dead() -> None:
    conditions = {"is_poor": "poor or worker", "is_worker": "worker", "taken": "is_poor or is_worker"}
    assert found("taken", conditions) == {"is_worker": ("never_counts", ("is_poor",))}


def test_a_requirement_that_another_implies_is_dead() -> None:
    conditions = {"strict": "income <= low", "loose": "income <= cap", "is_worker": "worker"}
    assert found("strict and loose and is_worker", conditions) == {"loose": ("never_counts", ("strict",))}


def test_what_the_bounds_of_the_vocabulary_settle_is_told() -> None:
    conditions = {"is_worker": "worker", "crowded": "people >= 1", "huge": "area > 1000", "either": "huge or is_worker"}
    assert found("crowded and either", conditions) == {
        "crowded": ("never_fails", ()),
        "huge": ("never_met", ()),
    }


def test_an_implication_between_facts_is_the_reason() -> None:
    follows = {"workers_are_poor": {"if": "worker", "then": {"poor": True}, "text": label("x")}}
    conditions = {"is_worker": "worker", "is_poor": "poor"}
    why = {"is_poor": ("never_counts", ("workers_are_poor",))}
    assert found("is_worker and is_poor", conditions, implications=follows) == why
    assert found("is_worker and is_poor", conditions) == {}


def test_nobody_qualifies_where_requirements_exclude_each_other() -> None:
    conditions = {"is_a": "kind = 'a'", "is_b": "kind = 'b'"}
    assert found("is_a and is_b", conditions) == {"p": ("never_met", ())}


def test_only_the_first_cause_is_told() -> None:
    conditions = {"never": "income > 1000", "sub": "never and is_worker", "is_worker": "worker", "is_poor": "poor"}
    assert set(found("sub or is_poor", conditions)) == {"never"}


def test_what_the_text_settles_is_no_finding() -> None:
    conditions = {"not_yet": "false", "sub": "not_yet and is_worker", "is_worker": "worker", "is_poor": "poor"}
    assert found("sub or is_poor", conditions) == {}


def test_options_that_are_never_granted_are_found() -> None:
    options = {"small": option("is_worker", "low"), "great": option("is_worker", "high"), "none": option("is_rich")}
    conditions = {**WORKERS, "is_rich": "income > 900"}
    assert set(found("within", conditions, options)) == {"small", "none"}


def test_a_rank_behind_one_that_it_implies_is_dead() -> None:
    conditions = {**WORKERS, "needy": "poor or home", "poorest": "poor"}
    assert found("is_worker and within", conditions, priority=["needy", "poorest"]) == {"poorest": ("never_counts", ())}


def test_the_day_itself_is_asked_about() -> None:
    """A condition on ages holds on some days of a version only; one that no day allows never holds."""
    conditions = {
        "young": "years_between(born, as_of) < 18 and born < date '2020-01-01'",
        "old": "born > as_of and born < date '2023-01-01'",
    }
    assert found("young or old", conditions) == {"old": ("never_met", ())}


def test_what_is_said_never_to_happen_does_not_on_random_records() -> None:
    rng = Random(4)
    drawn = draw_rulebook(rng)
    records = [draw_record(rng, drawn) for _ in range(1500)]
    program, periods = versions_of(drawn.book, "p")[-1]
    power = DecidingPower(drawn.book, program, periods[0], AskedOfSolver(), Examples())
    idle = {(one.kind, one.name): None for one in power.idle()}
    assert idle
    for record, day in records:
        if day in periods[0]:
            claims = dict(idle)
            power.strike(record, day, claims)
            one_way = {key for key in idle if key not in claims}
            assert not one_way or all(
                not power.possible(name, True) or not power.possible(name, False) for _, name in one_way
            )


@pytest.mark.parametrize("programme", ["worker_lodging", "minority_house_loan"])
def test_a_real_programme(programme: str, book: Any) -> None:
    proof = prove(book, [programme], [])
    named = {finding.idle.name for finding in proof.findings}
    assert named == ({"minority_house_loan"} if programme == "minority_house_loan" else set())
    assert all(finding.accepted is not None for finding in proof.findings)
    assert proof.asked.given_up == 0
