"""The referee: a case of each outcome is judged again, within a budget, and a difference stops everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import ancu
from ancu.batch.outcomes import CaseOutcome, case_outcome
from ancu.batch.referee import Referee
from ancu.decision.deciding import Record
from ancu.errors import IntegrityError
from ancu.inference.verdicts import ELIGIBLE, NOT_COVERED
from tests.conftest import WORKER

DAY = date(2026, 5, 1)
PURCHASE, LODGING = "social_housing_purchase", "worker_lodging"


def decided(book: ancu.Rulebook, programme: str = PURCHASE, **facts: object) -> tuple[CaseOutcome, Record]:
    record = ancu.read_record(book, {**WORKER, **facts})
    return case_outcome(book, record, programme, DAY, ancu.decide(book, record, programme, DAY, "direct")), record


def test_it_wants_each_outcome_once_and_no_more_than_a_share_for_each_programme(book: ancu.Rulebook) -> None:
    referee = Referee(book, [PURCHASE, LODGING], 4)
    poor, rich = decided(book, net_income=1_000_000)[0], decided(book, net_income=900_000_000)[0]
    assert [referee.wants(outcome) for outcome in (poor, poor, rich)] == [True, False, True]
    assert not referee.wants(decided(book)[0])
    assert referee.wants(decided(book, LODGING)[0])


def test_what_it_confirmed_is_wanted_no_more_by_whoever_shares_it(book: ancu.Rulebook) -> None:
    confirmed: set[CaseOutcome] = set()
    first, second = (Referee(book, [PURCHASE], 9, confirmed) for _ in range(2))
    outcome, record = decided(book, net_income=1_000_000)
    assert first.wants(outcome)
    first.review(outcome, record, DAY)
    assert (first.judged, confirmed) == (1, {outcome.reduced()})
    assert not second.wants(outcome)


def test_a_difference_is_an_error_that_names_the_case(book: ancu.Rulebook) -> None:
    outcome, record = decided(book, net_income=900_000_000)
    referee = Referee(book, [PURCHASE], 9)
    for wrong in (replace(outcome, verdict=ELIGIBLE), replace(outcome, missing=("net_income",))):
        with pytest.raises(IntegrityError, match="dòng 3"):
            referee.review(wrong, record, DAY, "dòng 3")
    with pytest.raises(IntegrityError, match="HS-1"):
        referee.review(replace(outcome, verdict=ELIGIBLE), replace(record, case="HS-1"), DAY)
    assert referee.judged == 0


def test_a_day_before_the_rulebook_is_reviewed_too(book: ancu.Rulebook) -> None:
    referee = Referee(book, [PURCHASE], 9)
    before = date(1990, 1, 1)
    referee.review(CaseOutcome(PURCHASE, 0, None, NOT_COVERED), Record({}), before)
    with pytest.raises(IntegrityError):
        referee.review(CaseOutcome(PURCHASE, 0, None, ELIGIBLE), Record({}), before)
