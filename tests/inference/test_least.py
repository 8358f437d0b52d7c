"""Numbers of which only the least is known: what it settles holds of every number that it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.inference.direct import closure_of
from ancu.inference.least import Least, least_of
from ancu.inference.program import Program, program_for
from ancu.rulebook.building import build
from ancu.rulebook.expressions import Arithmetic, Compare, Constant, Expr, Extreme, Fact
from tests.support.rulebooks import edited

BOOK, _ = build(edited())
assert BOOK is not None
NUMBERS = ("income", "people")
LEAST = Least(BOOK, NUMBERS, lambda name: None)
PROGRAM, _ = program_for(BOOK, [], date(2025, 1, 1))

terms = st.recursive(
    st.one_of(st.sampled_from([Fact("people"), Fact("floor_area")]), st.integers(0, 20).map(Constant)),
    lambda below: st.one_of(
        st.tuples(st.sampled_from("+-*"), below, below).map(lambda t: Arithmetic(*t)),
        st.tuples(st.booleans(), below, below).map(lambda t: Extreme(t[0], t[1:])),
    ),
    max_leaves=5,
)
comparisons = st.tuples(st.sampled_from(["=", "<>", "<", "<=", ">", ">="]), terms, terms).map(lambda t: Compare(*t))


def value(program: Program, expr: Expr, facts: dict[str, Any]) -> Any:
    return closure_of(program, expr)(facts, {})


@settings(max_examples=400, deadline=None)
@given(comparisons, st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)))
def test_what_the_least_settles_holds_of_every_number(compare: Compare, least: int, area: int | None) -> None:
    known = LEAST.known(compare)
    found = value(PROGRAM, known, {"floor_area": area, least_of("people"): least})
    if found is not None:
        for people in range(least, least + 25):
            assert value(PROGRAM, compare, {"floor_area": area, "people": people}) in (found, None)


@settings(max_examples=200, deadline=None)
@given(comparisons, st.integers(0, 12), st.one_of(st.none(), st.integers(0, 12)))
def test_a_number_that_is_known_is_compared_as_ever(compare: Compare, people: int, area: int | None) -> None:
    facts = {"floor_area": area, "people": people}
    assert value(PROGRAM, LEAST.known(compare), facts) == value(PROGRAM, compare, facts)


def test_enough_is_enough() -> None:
    enough = LEAST.known(Compare(">=", Fact("people"), Constant(2)))
    assert value(PROGRAM, enough, {least_of("people"): 2}) is True
    assert value(PROGRAM, enough, {least_of("people"): 1}) is None
    too_many = LEAST.known(Compare("=", Fact("people"), Constant(1)))
    assert value(PROGRAM, too_many, {least_of("people"): 2}) is False
