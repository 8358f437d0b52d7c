"""What one change alone would do for refused cases of a list: in columns as case by case."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.batch.change_cells import change_cells
from ancu.batch.judge import TableJudges
from ancu.batch.single_columns import single_changes
from ancu.batch.source import table_of
from ancu.decision.deciding import Record
from ancu.decision.what_if.singles import single_changes_of
from ancu.household.columns import ProjectedHouseholds
from ancu.inference.program import program_on
from ancu.messages import Language
from tests.household.families import WORKER as PERSON
from tests.household.families import household
from tests.support.households import Drawn, draw_household, tables_of
from tests.support.records import facts_of, random_value
from tests.support.what_if import start_of

PROGRAMMES = (
    "social_housing_purchase", "social_housing_rent", "worker_lodging", "social_housing_purchase_2014",
    "temporary_house_elimination", "merit_house_grant", "self_build_loan", "employer_housing_rental",
)  # fmt: skip


@pytest.mark.parametrize("programme", PROGRAMMES)
def test_columns_find_what_single_decisions_find(book: ancu.Rulebook, programme: str) -> None:
    rng = random.Random(programme)
    records, days = [], []
    for day in _days(book, programme):
        for facts in _spoilt(rng, book, programme, day, 40):
            records.append(Record(facts))
            days.append(day)
    facts = facts_of(book, programme)
    table = table_of(book, facts, records, days)
    part = TableJudges(book).judge([programme], table, detail=False).parts[programme]
    found, helping = single_changes(book, part.part.programs, table, part.verdict, part.epoch)
    counts: Counter[str] = Counter()
    gaps: dict[str, list[int]] = {}
    cases = refused = 0
    decisions = [ancu.decide(book, record, programme, day) for record, day in zip(records, days, strict=True)]
    cells = change_cells(len(records), helping, decisions.__getitem__, "text", "vi").to_pylist()
    assert cells == ["\n".join(_single_texts(decision)) for decision in decisions]
    coded = change_cells(len(records), helping, decisions.__getitem__, "ids", "vi").to_pylist()
    assert [_codes(cell) for cell in coded] == [_single_facts(decision) for decision in decisions]
    for decision in decisions:
        refused += decision.status == "ineligible"
        one = single_changes_of(decision)
        cases += bool(one)
        counts.update(one.keys())
        for fact, gap in one.items():
            if gap is not None:
                gaps.setdefault(fact, []).append(gap)
    assert (found.refused, found.cases, found.counts) == (refused, cases, counts)
    assert {fact: sorted(each) for fact, each in found.gaps.items()} == {f: sorted(each) for f, each in gaps.items()}
    assert cases


def _days(book: ancu.Rulebook, programme: str) -> Sequence[date]:
    periods = [opening.period for opening in book.programmes[programme].periods]
    starts = [day for day in book.epochs.starts if any(day in period for period in periods)]
    return [starts[0], starts[-1]]


def _spoilt(rng: random.Random, book: ancu.Rulebook, programme: str, day: date, count: int) -> Iterator[dict[str, Any]]:
    start = start_of(book, programme, day)
    if start is None:  # nobody is eligible where a level is still to be set
        return
    levers = [fact for fact in program_on(book, programme, day).facts if fact in book.changeable]
    for _ in range(count):
        facts = dict(start)
        for fact in rng.sample(levers, min(len(levers), rng.randrange(1, 3))):
            facts[fact] = random_value(rng, book, book.facts[fact])
        yield facts


def test_of_households_too(book: ancu.Rulebook) -> None:
    rng, programme = random.Random(5), "social_housing_purchase"
    day = date(2026, 5, 1)
    drawn = [draw_household(rng, book, stated=0.7, days=[day]) for _ in range(60)]
    for _ in range(40):  # couples of whom one thing or another stands in the way
        spoilt = {fact: rng.choice(("có", "không", "không", "không")) for fact in ("lives_in_official_housing",)}
        wife = {**PERSON, "relation": "vợ", "married_on": "01/01/2020", "net_income": f"{rng.randrange(10, 60)} triệu"}
        own = {**spoilt, "net_income": f"{rng.randrange(10, 60)} triệu", "gender": "nam"}
        record = ancu.read_record(book, household(wife, applicant=own))
        assert record.household is not None
        drawn.append(Drawn(record.household, dict(record.facts), day))
    given, members = tables_of(book, drawn)
    judge = TableJudges(book, people=True).between([programme], drawn[0].day, drawn[0].day, detail=False)
    source = ProjectedHouseholds(book, given, members, key="case", facts=judge.engine.facts).table
    part = judge.judge(source).parts[programme]
    found, helping = single_changes(book, part.part.programs, source, part.verdict, part.epoch)
    counts: Counter[str] = Counter()
    decisions = []
    for one in drawn:
        decision = ancu.decide(book, Record(one.facts, household=one.household), programme, one.day, engine="direct")
        decisions.append(decision)
        counts.update(single_changes_of(decision).keys())
    assert found.counts == counts
    assert counts
    cells = change_cells(len(drawn), helping, decisions.__getitem__, "text", "en").to_pylist()
    assert cells == ["\n".join(_single_texts(decision, "en")) for decision in decisions]


def _single_texts(decision: ancu.Decision, lang: Language = "vi") -> list[str]:
    """What ``explain --what-if`` says of single changes of a case."""
    if decision.status != "ineligible":
        return []
    pairs = zip(decision.changes.sets, decision.changes.texts(lang).sets, strict=True)
    return [text for one, text in pairs if len(one.changes) == 1]


def _single_facts(decision: ancu.Decision) -> list[dict[str, Any]]:
    """The same as data."""
    if decision.status != "ineligible":
        return []
    keys = ("fact", "values", "least", "most", "gap", "by", "papers")
    told = []
    for one in (one for one in decision.changes.sets if len(one.changes) == 1):
        of = {key: value for key in keys if (value := getattr(one.changes[0], key)) not in (None, [])}
        told.append(of | ({"provisional": True} if one.provisional else {}))
    return told


def _codes(cell: str) -> list[dict[str, Any]]:
    return json.loads(cell) if cell else []


def test_they_add_up() -> None:
    from ancu.batch.single_changes import SingleChanges

    one, other = SingleChanges(refused=3, cases=1), SingleChanges(refused=2, cases=2)
    one.add("income", 1, [7])
    other.add("income", 2, [3, 5])
    other.add("permit", 1)
    one.update(other)
    assert (one.refused, one.cases, one.counts) == (5, 3, Counter(income=3, permit=1))
    assert (one.median("income"), one.median("permit")) == (5, None)
