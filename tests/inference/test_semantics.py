"""Properties of the meaning of rules, over random rulebooks and records."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.inference import direct, rete
from ancu.inference.judgment import Judgment, judge
from ancu.inference.program import Program, is_composition, program_on
from ancu.rulebook.expressions import And, AtLeast, Expr, Name, Or
from tests.support.rulebooks import Drawn, base_book, draw_record, draw_rulebook

RULEBOOKS = 110
RECORDS = 20
seeds = st.integers(min_value=0, max_value=2**32)


def judged(drawn: Drawn, record: dict[str, Any], day: Any) -> tuple[Program, dict[str, Any], Judgment]:
    program = program_on(drawn.book, "p", day)
    facts = program.prepare(record, day)
    return program, facts, judge(program, facts, lambda overrides: direct.run(program, facts, overrides))


@pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules does not build here")
def test_rete_agrees_with_direct_on_random_rulebooks() -> None:
    pairs = 0
    for seed in range(RULEBOOKS):
        rng = Random(seed)
        drawn = draw_rulebook(rng)
        for _ in range(RECORDS):
            record, day = draw_record(rng, drawn)
            program, facts, judgment = judged(drawn, record, day)
            for overrides in ({}, dict.fromkeys(judgment.doubted)):
                values = direct.run(program, facts, overrides)
                concluded = rete.engine_of(program).run(facts, values, overrides)
                expected = {node.name: values[node.name] for node in program.conditions()}
                expected[""] = direct.closure_of(program, program.root)(facts, values)
                assert {name: concluded[name] for name in expected} == expected, (seed, record, day)
            pairs += 1
        for day_program in drawn.book.__dict__["_programs"].values():
            rete.engine_of(day_program).close()
    assert pairs >= 2_000


@settings(max_examples=150)
@given(seeds)
def test_filling_in_a_fact_never_overturns_a_settled_judgment(seed: int) -> None:
    rng = Random(seed)
    drawn = draw_rulebook(rng)
    for _ in range(5):
        record, day = draw_record(rng, drawn)
        _, _, before = judged(drawn, record, day)
        fuller, _ = draw_record(rng, drawn)
        _, _, after = judged(drawn, {**fuller, **record}, day)
        # What a record states may contradict what stood in for it: that is what a provisional judgment says, and
        # what a conflict reports.
        if before.outcome is not None and not before.provisional and not after.conflicts:
            assert after.outcome is before.outcome


@settings(max_examples=150)
@given(seeds)
def test_missing_facts_are_those_that_can_still_matter(seed: int) -> None:
    rng = Random(seed)
    drawn = draw_rulebook(rng)
    for _ in range(5):
        record, day = draw_record(rng, drawn)
        _, _, before = judged(drawn, record, day)
        if before.outcome is not None:
            assert before.missing == before.unset == ()
            continue
        assert before.missing or before.unset
        # Completing every fact that is not called missing settles nothing.
        fuller, _ = draw_record(rng, drawn)
        others = {name: value for name, value in fuller.items() if name not in before.missing}
        _, _, after = judged(drawn, {**others, **record}, day)
        if not after.conflicts:
            assert after.outcome is None


def naive_grounds(program: Program, judgment: Judgment) -> set[str]:
    """By definition: a condition with a path to the root on which every node has the root's value."""

    def value(expr: Expr) -> Any:
        if isinstance(expr, Name):
            return judgment.values[expr.id]
        parts = [value(child) for child in expr.children()]
        if isinstance(expr, And):
            return False if False in parts else None if None in parts else True
        if isinstance(expr, Or):
            return True if True in parts else None if None in parts else False
        assert isinstance(expr, AtLeast)
        return (
            True
            if parts.count(True) >= expr.count
            else None
            if len(parts) - parts.count(False) >= expr.count
            else False
        )

    root = value(program.root)
    found: set[str] = set()
    paths: list[list[Expr]] = [[program.root]]
    while paths:
        path = paths.pop()
        last = path[-1]
        if isinstance(last, Name):
            if all(value(node) is root for node in path):
                found.add(last.id)
            below = program.nodes[last.id].expr
            if is_composition(below, program.nodes):
                paths.append([*path, below])
        else:
            paths += [[*path, child] for child in last.children()]
    return found


@settings(max_examples=150)
@given(seeds)
def test_grounds_are_the_exact_relevant_set(seed: int) -> None:
    rng = Random(seed)
    drawn = draw_rulebook(rng)
    for _ in range(5):
        record, day = draw_record(rng, drawn)
        program, _, judgment = judged(drawn, record, day)
        assert set(judgment.grounds) == naive_grounds(program, judgment)


@pytest.mark.parametrize("condition", [True, False, None])
@pytest.mark.parametrize("then", [True, False, None])
@pytest.mark.parametrize("otherwise", [True, False, None])
def test_case_is_strong_kleene(condition: Any, then: Any, otherwise: Any) -> None:
    case = direct._case(*(lambda f, v, x=x: x for x in (condition, then, otherwise)))
    worlds = {then if c else otherwise for c in ([True, False] if condition is None else [condition])}
    assert case({}, {}) == (worlds.pop() if len(worlds) == 1 else None)


def test_provisional_needs_the_doubts_jointly() -> None:
    """Two doubts, either of which alone leaves an *or* met, make it undetermined together."""
    book = base_book(
        ("programmes/p.yaml", "eligible_when: subject and within_cap", "eligible_when: doubt_one or doubt_two"),
        ("programmes/p.yaml", "conditions:\n", "conditions:\n" + DOUBTS),
    )
    program = program_on(book, "buy", book.programmes["buy"].covered_from)
    facts = program.prepare({"income": 1}, book.programmes["buy"].covered_from)
    judgment = judge(program, facts, lambda overrides: direct.run(program, facts, overrides))
    assert (judgment.outcome, judgment.provisional) == (True, True)
    assert set(judgment.caveats) >= {"doubt_one", "doubt_two"}
    alone = direct.run(program, facts, {"doubt_one": None})
    assert direct.closure_of(program, program.root)(facts, alone) is True


DOUBTS = """\
  doubt_one:
    title: {vi: Một, en: One}
    when: income > 0
    basis: ["nd-1:1"]
    doubt: {reading: unknown, text: {vi: x, en: x}}
  doubt_two:
    title: {vi: Hai, en: Two}
    when: income < 10
    basis: ["nd-1:1"]
    doubt: {reading: income > 5, text: {vi: x, en: x}}
  reads_the_rest:
    title: {vi: x, en: x}
    when: subject or within_cap
    basis: ["nd-1:1"]
"""
