"""Procedures: read and checked with the rulebook, and no part of what decisions are known by."""

from __future__ import annotations

from datetime import date

import pytest

from ancu.rulebook.building import build
from tests.support.rulebooks import BASE

SALE = """
procedure: sale
title: {vi: Bán, en: Sale}
programmes: [buy]
decided_by: opened
from: 2024-01-01
basis: ["nd-1:4"]
instruments:
  nd-2:
    number: 2/2024
    kind: {vi: Nghị định, en: Decree}
    issuer: {vi: CP, en: Gov}
    title: {vi: t, en: t}
    issued: 2024-01-01
    in_force: {from: 2024-01-01}
steps:
  opened:
    title: {vi: Mở, en: Opened}
    who: {vi: Chủ đầu tư, en: Developer}
    basis: ["nd-1:4.1"]
  closed:
    title: {vi: Đóng, en: Closed}
    who: {vi: Chủ đầu tư, en: Developer}
    clock: {after: opened, days: 30, limit: earliest, words: "tối thiểu 30 ngày"}
    basis: [nd-2]
"""


def with_sale(text: str = SALE) -> dict[str, bytes]:
    return {**BASE, "procedures/sale.yaml": text.encode()}


def test_no_decision_is_another_for_a_procedure() -> None:
    without, _ = build(BASE)
    book, problems = build(with_sale())
    assert problems == []
    assert book is not None
    assert without is not None
    assert book.digest == without.digest
    assert list(book.procedures["sale"].steps) == ["opened", "closed"]


def test_days_are_counted_without_the_day_of_the_event() -> None:
    book, _ = build(with_sale())
    assert book is not None
    clock = book.procedures["sale"].steps["closed"].clock
    assert clock is not None
    assert clock.day(date(2026, 3, 12)) == date(2026, 4, 11)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "after: opened",
            "after: open",
            "procedures/sale.yaml:24:13: The procedure has no step “open”. Did you mean “opened”? Add it to “steps”, "
            "or correct the name.",
        ),
        (
            "[buy]",
            "[by]",
            "procedures/sale.yaml:4:14: There is no programme “by”. List them with: ancu rules list",
        ),
        (
            "basis: [nd-2]",
            "basis: [nd-3]",
            "procedures/sale.yaml:25:13: There is no instrument “nd-3” in instruments.yaml. Add it to “instruments”.",
        ),
        (
            "limit: earliest",
            "limit: soon",
            "procedures/sale.yaml:24:38: ",
        ),
    ],
)
def test_what_names_nothing_is_told_at_its_place(old: str, new: str, said: str) -> None:
    book, problems = build(with_sale(SALE.replace(old, new)))
    assert book is None
    assert [problem.text("en")[: len(said)] for problem in problems] == [said]
