"""Every number of a plan's report is its rows: whatever the lists and the work are, all of it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ancu
from ancu.plan.cases import cases_of
from ancu.plan.communes import Communes
from ancu.plan.figures import PlanReport, figures_of, report_of
from ancu.plan.judging import NEED, NO_PROGRAMME, NOTHING, OPEN, SCHEMA, JudgedList
from ancu.plan.text import report_text
from ancu.plan.work import WorkDone, WorkPayment

DAY = date(2025, 8, 31)
GRANTS = (
    "new_build;60000000;60000000",
    "repair;30000000;30000000",
    "open;30000000;60000000",
    "new_build;?;?",
    "house;;",
)
LACKING = (
    "",
    "?",
    "registered_in_house",
    "house_condition",
    "house_area;house_condition",
    "house_age;on_residential_land",
)
PROGRAMMES = 4
#: The subject of each programme of Plan 137.
SUBJECT = (0, 1, 1, 2)


@cache
def loaded() -> ancu.Rulebook:
    """The rulebook, for a property, which must not print it."""
    return ancu.load_rulebook()


def judged(rows: list[dict[str, Any]]) -> JudgedList:
    """A judged list of rows as drawn."""
    columns: dict[str, list[Any]] = {name: [] for name in SCHEMA.names}
    for number, row in enumerate(rows, 2):
        part = row["part"]
        programme = row["programme"] if part in (NEED, OPEN) else NOTHING
        values = {
            "place": str(number),
            "case": row["case"],
            "commune": row["commune"],
            "known_commune": row["commune"] == "07210",
            "year": row["year"],
            "part": part,
            "subject": SUBJECT[programme] if programme >= 0 else NOTHING,
            "programme": programme,
            "also": 0,
            "grant": row["grant"] if part == NEED else "",
            "missing": row["missing"] if part == OPEN else "",
            "problem": None,
        }
        for name, value in values.items():
            columns[name].append(value)
    arrays = [
        pa.array(columns[name], field.type.value_type).dictionary_encode()
        if pa.types.is_dictionary(field.type)
        else pa.array(columns[name], field.type)
        for name, field in zip(SCHEMA.names, SCHEMA, strict=True)
    ]
    return JudgedList(pa.table(arrays, SCHEMA), ("ho.csv",), DAY, "Xã/phường")


def counted(
    book: ancu.Rulebook,
    rows: list[dict[str, Any]],
    work: Sequence[WorkDone] = (),
    last: list[dict[str, Any]] | None = None,
) -> PlanReport:
    plan = book.plans["plan_137"]
    communes = Communes(book.units["bac_ninh"])
    now = judged(rows)
    before = judged(last) if last is not None else None
    cases = cases_of(book, plan, now, work, communes, 2025, before)
    return report_of(book, plan, now, cases, communes, 2025, "vi")


CASES = st.sampled_from([None, "A", "B", "C", "D", "E", "F"])
DAYS = st.none() | st.dates(date(2023, 1, 1), date(2026, 3, 1))
ROWS = st.fixed_dictionaries({
    "case": CASES,
    "commune": st.sampled_from([None, "07210", "07228", "Nơi lạ"]),
    "year": st.sampled_from([2024, 2025]),
    "part": st.sampled_from([0, 0, 0, 1, 2, 3, 5]),
    "programme": st.integers(0, PROGRAMMES - 1),
    "grant": st.sampled_from(GRANTS),
    "missing": st.sampled_from(LACKING),
})  # fmt: skip
PAYMENTS = st.builds(WorkPayment, st.integers(1, 10**8), st.sampled_from([None, "Quỹ", "Tỉnh"]), DAYS)
WORK = st.builds(
    WorkDone,
    case=CASES.filter(lambda case: case is not None) | st.just("Z"),
    place=st.just("viec.csv:2"),
    started=st.booleans(),
    handed_over=st.booleans(),
    started_on=DAYS,
    handed_over_on=DAYS,
    payments=st.lists(PAYMENTS, max_size=2).map(tuple),
    programme=st.sampled_from([None, None, "merit_house_grant", "social_housing_rent"]),
    commune=st.sampled_from([None, "Bắc Giang", "Nơi lạ"]),
)


@given(rows=st.lists(ROWS, max_size=24), work=st.lists(WORK, max_size=8), last=st.none() | st.lists(ROWS, max_size=8))
@settings(max_examples=30)
def test_all_adds_up(rows: list[dict[str, Any]], work: list[WorkDone], last: list[dict[str, Any]] | None) -> None:
    report = counted(loaded(), rows, work, last)
    assert report.read.count == len(rows) == sum(part.count for part in report.parts.values())
    assert report.parts["need"].count == report.total.need.count
    assert report.parts["open"].count == report.open_total.count == sum(p.count for p in report.papers.values())
    for parts in (report.subjects.values(), [one.progress for one in report.communes], report.years.values()):
        each = [progress.numbers() for progress in parts]
        assert not each or [sum(r.count for r in column) for column in zip(*each, strict=True)] == [
            r.count for r in report.total.numbers()
        ]
    for progress in (report.total, *report.subjects.values()):
        assert progress.left.count == progress.waiting.count + progress.started.count
        assert progress.need.count == progress.left.count + progress.handed_over.count
        assert progress.in_year.count <= progress.handed_over.count
    for money in (report.money_total, *report.money_of.values(), *(line.money for line in report.money)):
        assert 0 <= money.low <= money.high
    assert sum(m.low for m in report.money_of.values()) == report.money_total.low
    assert sum(m.high for m in report.money_of.values()) == report.money_total.high
    unset = [m.unset.count for m in (*report.money_of.values(), report.money_total) if m.unset is not None]
    assert sum(unset[:-1]) == unset[-1]
    assert sum(line.paid.low for line in report.paid) == report.paid_total.paid.low
    assert sum(line.in_year.low for line in report.paid) == report.paid_total.in_year.low
    if report.since is not None and report.since_total is not None:
        assert sum(rows.count for rows in report.since.values()) == report.since_total.count
    for rows_behind in figures_of(report):
        if rows_behind.count:  # no number without rows
            listing = report.listings[rows_behind.listing]
            assert 0 <= rows_behind.first <= rows_behind.first + rows_behind.count <= listing.count
    assert report_text(report)


def row(case: str | None, programme: int = 3, part: int = NEED, **more: Any) -> dict[str, Any]:
    plain = {"commune": "07210", "year": 2025, "grant": GRANTS[0], "missing": ""}
    return {"case": case, "part": part, "programme": programme, **plain, **more}


def test_a_household_counts_once_and_work_finds_it(book: ancu.Rulebook) -> None:
    rows = [
        row("A"),
        row("A"),
        row("A", commune="07228"),
        row("B", 0),
        row(None),
        row(None),
        row("C", part=3),
        row("D", part=OPEN),
    ]
    done = WorkDone("B", "v.csv:2", True, True, None, date(2025, 5, 2), (WorkPayment(60_000_000, "Quỹ", None),))
    work = [
        done,
        WorkDone("A", "v.csv:3", True),  # of which of the two communes?
        WorkDone("A", "v.csv:4", True, commune="phường Đa Mai"),
        WorkDone("C", "v.csv:5", True, True),
        WorkDone("Z", "v.csv:6", True),
        WorkDone("D", "v.csv:8", True),
        replace(done, programme="temporary_house_elimination", place="v.csv:7"),
    ]
    report = counted(book, rows, work)
    assert report.parts["repeated"].count == 1
    assert [report.total.need.count, report.total.started.count, report.total.handed_over.count] == [5, 1, 1]
    unmatched = {why: found.rows.count for why, found in report.unmatched.items() if found.rows.count}
    assert unmatched == {"not_listed": 1, "several": 1, "not_in_need": 1, "undecided": 1, "other_programme": 1}
    assert report.paid_total.paid.low == 60_000_000
    assert [line.source for line in report.paid] == ["Quỹ"]
    assert report.paid[0].in_year.low == 0  # paid on a day that nobody tells


def test_what_happens_after_the_day_is_not_done_yet(book: ancu.Rulebook) -> None:
    later = date(2025, 9, 1)
    work = [WorkDone("A", "v:2", True, True, date(2025, 6, 1), later, (WorkPayment(1, None, later),))]
    report = counted(book, [row("A")], work)
    assert (report.total.started.count, report.total.handed_over.count, report.paid_total.paid.low) == (1, 0, 0)


def test_a_range_where_the_level_is_open_and_no_sum_where_nobody_set_it(book: ancu.Rulebook) -> None:
    report = counted(book, [row("A", grant=GRANTS[2]), row("B", grant=GRANTS[3]), row("C", grant=GRANTS[1])])
    money = report.money_total
    assert money.unset is not None
    assert (money.low, money.high, money.unset.count) == (60_000_000, 90_000_000, 1)


def test_who_was_found_last_year_and_is_still_waiting(book: ancu.Rulebook) -> None:
    last = [row("A"), row("B"), row("C"), row("D"), row("E", part=3)]
    work = [WorkDone("B", "v:2", True, True, None, date(2025, 3, 1)), WorkDone("D", "v:3", True, True)]
    report = counted(book, [row("A"), row("B"), row("D", part=3), row("F")], work, last)
    assert report.since is not None
    assert {name: rows.count for name, rows in report.since.items()} == {
        "waiting": 1,
        "started": 0,
        "handed_over": 2,
        "undecided": 0,
        "not_open": 0,
        "gone": 1,
    }


def test_who_is_in_no_need_now_is_told_from_who_cannot_be_judged_any_more(book: ancu.Rulebook) -> None:
    """A programme that has ended, or a fact that is not known now, is no sign that a household needs nothing."""
    last = [row(name) for name in "ABCDE"]
    work = [WorkDone("D", "v:2", True, False, date(2025, 3, 1))]
    now = [row("A", part=NO_PROGRAMME), row("B", part=OPEN, missing="?"), row("C", part=3), row("D", part=NO_PROGRAMME)]
    report = counted(book, now, work, last)
    assert report.since is not None
    assert {name: rows.count for name, rows in report.since.items()} == {
        "waiting": 0,
        "started": 1,
        "handed_over": 0,
        "undecided": 1,
        "not_open": 1,
        "gone": 2,
    }


@pytest.mark.parametrize(
    ("missing", "paper"),
    [
        ("registered_in_house", "residence_data"),
        ("house_area;house_condition", "house_inspection"),
        ("house_age;on_residential_land", ""),  # two papers
        ("?", "?"),  # hangs on what nobody has set
    ],
)
def test_cases_that_one_paper_would_settle(book: ancu.Rulebook, missing: str, paper: str) -> None:
    report = counted(book, [row("A", part=OPEN, missing=missing)])
    assert {name: rows.count for name, rows in report.papers.items()} == {paper: 1}
