"""A decision that is final stays as it is: no fact that is missing without being listed could change it."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

import ancu
from ancu.decision.deciding import Record
from ancu.inference.schedule import has_own_date
from tests.support.records import facts_of, random_value
from tests.support.thorough import enough

RECORDS = enough(2_000, 700)
#: How often a final decision is judged again with more facts.
AGAIN = 3


@pytest.mark.sweep
def test_no_decision_is_final_while_an_unlisted_fact_could_change_it(book: ancu.Rulebook) -> None:
    rng = random.Random(139)
    programmes = [name for name in book.programmes if not has_own_date(book, name)]
    used = {name: facts_of(book, name) for name in programmes}
    compared = {"eligible": 0, "ineligible": 0}
    for i in range(RECORDS):
        name = programmes[i % len(programmes)]
        day = _day(rng, book, name)
        known = rng.choice((0.3, 0.6, 0.9))
        facts = {n: random_value(rng, book, book.facts[n]) for n in used[name] if rng.random() < known}
        before = ancu.decide(book, Record(facts), name, day, "direct")
        if before.status not in compared or not before.final:
            continue
        for _ in range(AGAIN):
            more = {n: random_value(rng, book, book.facts[n]) for n in used[name]}
            after = ancu.decide(book, Record({**more, **facts}), name, day, "direct")
            if after.conflicts:  # what was filled in contradicts the record: that is said, and provisional
                continue
            added = {n: value for n, value in more.items() if n not in facts}
            assert _granted(after) == _granted(before), (name, day, facts, added)
            compared[before.status] += 1
    assert compared["eligible"] > RECORDS / 40
    assert compared["ineligible"] > RECORDS / 4


def _day(rng: random.Random, book: ancu.Rulebook, programme: str) -> date:
    """A day at or beside a change of the law, on which the programme is open."""
    definition = book.programmes[programme]
    days = [date.fromordinal(day.toordinal() - back) for day in book.epochs.starts[1:] for back in (0, 1)]
    return rng.choice([day for day in days if day >= definition.covered_from and definition.in_force_on(day)])


def _granted(decision: ancu.Decision) -> Any:
    """What an eligible case is granted, with its amounts, and its highest rank.

    None where it is refused; whether that is for the conditions or for the territory, which may be settled later.
    """
    if decision.status == "undetermined":
        return decision.missing
    if decision.status != "eligible":
        return None
    return [option for option in decision.options if option.option in decision.chosen], decision.priority[:1]
