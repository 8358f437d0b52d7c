"""Households judged by every engine: one by one, by two keys, and in columns; and what no order or gap may change."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

import ancu
from ancu.batch.cells import CELLS
from ancu.batch.judge import TableJudges, fit_for_columns
from ancu.batch.outcomes import case_outcome
from ancu.decision.model import Decision
from ancu.household.by_sql import project_table_by_sql
from ancu.household.columns import project_table
from ancu.household.members import Household, Member, people_of
from ancu.household.projecting import project
from ancu.inference import rete
from ancu.rulebook.member_names import RELATION
from tests.support.households import Drawn, draw_household, tables_of
from tests.support.records import random_value
from tests.support.thorough import THOROUGH, enough

#: How many households are drawn for every way of judging, in tests of so many at most, each with a seed of its own.
HOUSEHOLDS = int(os.environ.get("ANCU_HOUSEHOLDS", enough(60, 30)))
#: By SQL, whose statements take long to plan, a commit has these judged, and a sweep all.
BY_SQL = None if THOROUGH else ["merit_house_grant", "social_housing_purchase", "poverty_status"]
AT_ONCE, SEED = 1250, int(os.environ.get("ANCU_HOUSEHOLDS_SEED", "9"))


def decisions(book: ancu.Rulebook, drawn: Drawn, engine: Any = "direct") -> dict[str, Decision]:
    return {one.programme: one for one in ancu.decide_all(book, drawn.record, engine=engine)}


def told(decision: Decision) -> tuple[Any, ...]:
    """What a decision says, whoever it says it of."""
    options = [(option.option, option.outcome) for option in decision.options]
    listed = (decision.grounds, decision.missing, decision.conflicts, decision.caveats, decision.missing_for_benefit)
    return decision.status, decision.why, decision.provisional, options, *map(tuple, listed)


def test_columns_judge_households_as_one_by_one(book: ancu.Rulebook) -> None:
    rng = random.Random(5)
    days = book.epochs.starts[-4:-2]
    demand_alike(book, [draw_household(rng, book, rng.choice((0.02, 0.3)), days) for _ in range(40)], by_sql=False)


@pytest.mark.slow
@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(SEED, SEED - (-HOUSEHOLDS // AT_ONCE)))
def test_every_way_judges_households_of_every_time_alike(book: ancu.Rulebook, seed: int) -> None:
    """Columns as one by one, every fifth by two keys, and SQL on the households of one time."""
    rng = random.Random(seed)
    today = book.epochs.starts[-3:-2]
    drawn = [
        draw_household(rng, book, rng.choice((0.02, 0.3)), today if i % 2 else None)
        for i in range(min(AT_ONCE, HOUSEHOLDS))
    ]
    demand_alike(book, drawn, by_sql=False)
    demand_alike(book, [one for one in drawn if one.day in today], by_sql=True)
    if rete.AVAILABLE:
        for one in drawn[::5]:
            demand_two_keys(book, one)


def demand_alike(book: ancu.Rulebook, drawn: Sequence[Drawn], by_sql: bool) -> None:
    """Raise where a household comes out otherwise in columns than alone."""
    named = BY_SQL if by_sql and BY_SQL else book.programmes
    names = [name for name in named if fit_for_columns(book, [name])]
    tables = tables_of(book, drawn)
    table = (project_table_by_sql if by_sql else project_table)(book, *tables, key="case")
    judged = TableJudges(book, by_sql=by_sql, people=True).judge(names, table)
    conflicts = 0
    for row, one in enumerate(drawn):
        alone = decisions(book, one)
        for name in names:
            outcome = judged.parts[name].outcome(row)
            assert outcome == case_outcome(book, one.record, name, one.day, alone.get(name)), (row, name)
            if name in alone:
                decision = alone[name]
                conflicts += bool(set(decision.conflicts) & book.facts.keys())
                notes = CELLS["text"]["notes"](book, outcome, "vi")
                for fact in set(outcome.conflicts) & book.facts.keys():
                    assert f"{book.facts[fact].label.vi}: hồ sơ ghi khác với thông tin của các thành viên" in notes
    assert conflicts


@pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules is not installed")
def test_two_keys_turn_alike_for_households(book: ancu.Rulebook) -> None:
    rng = random.Random(6)
    for _ in range(12):
        demand_two_keys(book, draw_household(rng, book))


def demand_two_keys(book: ancu.Rulebook, drawn: Drawn) -> None:
    """Raise where a household comes out otherwise by two keys than by one."""
    by_two, alone = decisions(book, drawn, "two_key"), decisions(book, drawn)
    assert {name: told(one) for name, one in by_two.items()} == {name: told(one) for name, one in alone.items()}


def shuffled(rng: random.Random, household: Household) -> Household:
    """The same members in another order, at other places."""
    members = list(household.members)
    rng.shuffle(members)
    return replace(household, members=tuple(replace(m, place=i) for i, m in enumerate(members, 1)))


def test_the_order_of_members_changes_nothing(book: ancu.Rulebook) -> None:
    rng = random.Random(7)
    for _ in range(60):
        drawn = draw_household(rng, book)
        other = replace(drawn, household=shuffled(rng, drawn.household))
        one, same = (project(book, d.household, d.day) for d in (drawn, other))
        assert (one.facts, one.floors, one.stated) == (same.facts, same.floors, same.stated)
        assert whose(one, drawn) == whose(same, other)


def whose(projected: Any, drawn: Drawn) -> dict[str, Any]:
    """Whose each fact is, by what is known of them."""
    members = {member.place: (dict(member.facts), member.born) for member in drawn.household.members}
    return {
        fact: sorted((str(members[place]) for place in projected.source(fact).members), key=str)
        for fact in projected.facts
    }


def filled_in(rng: random.Random, book: ancu.Rulebook, drawn: Drawn) -> Drawn:
    """The household with one more thing known, of which nothing was assumed: a fact, or that these are all."""
    household = drawn.household
    if not household.complete and rng.random() < 0.3:
        return replace(drawn, household=replace(household, complete=True))
    people = people_of(book)
    given, person = people.given, people.person
    bases = {fact.begins for fact in given.values()}
    assumed = {n for n, f in given.items() if f.closed is not None or f.closed_by or f.begins or f.ends or n in bases}
    assumed |= {n for n, fact in person.facts.items() if fact.assumed is not None}
    assumed |= {by for fact in given.values() for by in fact.closed_by}
    unknown = [
        (i, name)
        for i, member in enumerate(household.members)
        for name in person.facts
        if name not in member.facts and name not in assumed
    ]
    if not unknown:
        return drawn
    i, name = rng.choice(unknown)
    member = household.members[i]
    value = "child" if name == RELATION else random_value(rng, person, person.facts[name])
    members: Sequence[Member] = (replace(member, facts={**member.facts, name: value}),)
    return replace(
        drawn, household=replace(household, members=(*household.members[:i], *members, *household.members[i + 1 :]))
    )


@pytest.mark.sweep
@pytest.mark.parametrize("seed", range(8, enough(20, 10)))
def test_what_is_filled_in_overturns_nothing_that_was_settled(book: ancu.Rulebook, seed: int) -> None:
    rng = random.Random(seed)
    settled = 0
    for _ in range(60):
        drawn = draw_household(rng, book)
        before, more = decisions(book, drawn), drawn
        for _ in range(rng.choice((1, 3, 10))):
            more = filled_in(rng, book, more)
        for name, after in decisions(book, more).items():
            was = before[name]
            if was.status in ("eligible", "ineligible") and not (was.provisional or was.conflicts or after.conflicts):
                settled += 1
                assert after.status == was.status, (name, drawn, more)
    assert settled > 100
