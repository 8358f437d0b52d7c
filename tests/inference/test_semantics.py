"""Properties of the meaning of rules, over random rulebooks and records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ancu.inference import direct, rete
from ancu.inference.judgment import Judgment, judge
from ancu.inference.program import Program, is_composition, program_on
from ancu.rulebook.expressions import And, AtLeast, Expr, Name, Or
from tests.support.rulebooks import Drawn, Edit, base_book, draw_record, rulebook_of
from tests.support.thorough import enough

pytestmark = pytest.mark.slow

RULEBOOKS = 110
RECORDS = 20
#: Which of the rulebooks, that all properties share, and what chance draws for it.
books = st.integers(min_value=0, max_value=RULEBOOKS - 1)
seeds = st.integers(min_value=0, max_value=2**32)


@pytest.fixture(scope="module", autouse=True)
def _drawn_once() -> Iterator[None]:
    """The rulebooks are kept for this module, whose tests therefore stay on one worker."""
    yield
    rulebook_of.cache_clear()


def judged(drawn: Drawn, record: dict[str, Any], day: Any) -> tuple[Program, dict[str, Any], Judgment]:
    program = program_on(drawn.book, "p", day)
    facts = program.prepare(record, day)
    return program, facts, judge(program, facts, lambda overrides: direct.run(program, facts, overrides))


@pytest.mark.sweep
@pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules does not build here")
def test_rete_agrees_with_direct_on_random_rulebooks() -> None:
    for seed in range(enough(RULEBOOKS, 60)):
        rng = Random(seed)
        drawn = rulebook_of(seed)
        for _ in range(enough(RECORDS, 10)):
            record, day = draw_record(rng, drawn)
            program, facts, judgment = judged(drawn, record, day)
            network = rete.engine_of(program)
            for overrides in ({}, dict.fromkeys(judgment.doubted)):
                values = direct.run(program, facts, overrides)
                concluded = network.run(facts, values, overrides)
                expected = {node.name: values[node.name] for node in program.conditions()}
                expected[""] = direct.closure_of(program, program.root)(facts, values)
                assert {name: concluded[name] for name in expected} == expected, (seed, record, day)

            def by_rete(overrides: Any, program: Program = program, facts: Any = facts) -> dict[str, Any]:
                values = direct.run(program, facts, overrides)
                return {**values, **rete.engine_of(program).run(facts, values, overrides)}

            concluded_alone = judge(program, facts, by_rete)
            assert replace(concluded_alone, values=judgment.values) == judgment, (seed, record, day)


@settings(max_examples=150)
@given(books, seeds)
def test_filling_in_a_fact_never_overturns_a_settled_judgment(book: int, seed: int) -> None:
    rng, drawn = Random(seed), rulebook_of(book)
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
@given(books, seeds)
def test_missing_facts_are_those_that_can_still_matter(book: int, seed: int) -> None:
    rng, drawn = Random(seed), rulebook_of(book)
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
        follows = any(after.values.get(name) is not None for name in before.missing)
        if not after.conflicts and not follows:
            assert after.outcome is None


@settings(max_examples=150)
@given(books, seeds)
def test_what_is_settled_of_benefit_and_priority_never_opens_again(book: int, seed: int) -> None:
    rng, drawn = Random(seed), rulebook_of(book)
    for _ in range(8):
        record, day = draw_record(rng, drawn)
        program, _, before = judged(drawn, record, day)
        fuller, _ = draw_record(rng, drawn)
        _, facts, after = judged(drawn, {**fuller, **record}, day)
        if not before.outcome or not after.outcome or after.conflicts:
            continue
        settled = {key: outcome for key, outcome in before.options.items() if outcome is not None}
        assert settled.items() <= after.options.items()
        for amount in program.amounts.values():
            worth = direct.closure_of(program, amount)(facts, before.values)
            assert worth is None or direct.closure_of(program, amount)(facts, after.values) == worth
        for name in ("open_options", "benefit_missing", "benefit_unset", "open_ranks", "rank_missing"):
            assert set(getattr(after, name)) <= set(getattr(before, name)), name
        assert before.in_principle or not after.in_principle


@settings(max_examples=150)
@given(books, seeds)
def test_a_decision_with_nothing_open_stays_as_it_is(book: int, seed: int) -> None:
    """Whatever is filled in: status, options, amounts and the highest rank."""
    rng, drawn = Random(seed), rulebook_of(book)
    for _ in range(8):
        record, day = draw_record(rng, drawn)
        program, facts, before = judged(drawn, record, day)
        if not is_final(before):
            continue
        fuller, _ = draw_record(rng, drawn)
        _, full_facts, after = judged(drawn, {**fuller, **record}, day)
        if not after.conflicts:
            assert granted(program, full_facts, after) == granted(program, facts, before)


def is_final(judgment: Judgment) -> bool:
    """Whether no fact that is missing can change what was judged, unless it contradicts the record."""
    lacking = (judgment.open_options, judgment.benefit_missing, judgment.open_ranks, judgment.rank_missing)
    return judgment.outcome is not None and not judgment.provisional and not any(lacking)


def granted(program: Program, facts: dict[str, Any], judgment: Judgment) -> tuple[Any, ...]:
    """The status, and of an eligible case the options that count with their amounts and the highest rank."""
    if not judgment.outcome:
        return (judgment.outcome,)
    met = {key for key, outcome in judgment.options.items() if outcome}
    counting = {key for key in met if not met.intersection(program.outranked.get(key, ()))}
    amounts = {
        key: direct.closure_of(program, program.amounts[key])(facts, judgment.values)
        if key in program.amounts
        else None
        for key in counting
    }
    return judgment.outcome, amounts, next((name for name in program.ranks if judgment.values[name]), None)


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
@given(books, seeds)
def test_grounds_are_the_exact_relevant_set(book: int, seed: int) -> None:
    rng, drawn = Random(seed), rulebook_of(book)
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


FACTS_AND_WHAT_FOLLOWS: list[Edit] = [
    (
        "vocabulary.yaml",
        "facts:\n",
        "facts:\n  owner:\n    type: yes_no\n    label: {vi: Có nhà, en: Owner}\n    section: a\n",
    ),
    (
        "implications.yaml",
        "",
        "implications:\n"
        "  area_of_a_home:\n    if: floor_area > 0\n    then: {owner: true}\n    text: {vi: x, en: x}\n"
        "  nobody_there:\n    if: income = 0\n    then: {owner: false}\n    text: {vi: x, en: x}\n",
    ),
    ("programmes/p.yaml", "    when: is_worker or crowded\n", "    when: owner_of_home or crowded\n"),
    (
        "programmes/p.yaml",
        "conditions:\n",
        "conditions:\n  owner_of_home:\n    title: {vi: x, en: x}\n    when: owner\n    basis: ['nd-1:1']\n"
        "  reads_the_rest:\n    title: {vi: x, en: x}\n    when: is_worker or crowded\n    basis: ['nd-1:1']\n",
    ),
]


@pytest.mark.parametrize(
    ("facts", "owner", "conflicts"),
    [
        ({}, None, ()),
        ({"floor_area": 2_000}, True, ()),
        ({"floor_area": 2_000, "owner": True}, True, ()),
        ({"floor_area": 2_000, "owner": False}, False, ("area_of_a_home",)),
        ({"floor_area": 0, "owner": False}, False, ()),
        ({"floor_area": 0, "income": 0}, False, ()),
        # What might follow as well is not ruled out.
        ({"income": 0}, None, ()),
        # Both follow, and the record states neither.
        ({"floor_area": 2_000, "income": 0}, True, ("area_of_a_home", "nobody_there")),
    ],
)
def test_what_is_stated_wins_over_what_follows(facts: dict[str, Any], owner: bool | None, conflicts: Any) -> None:
    book = base_book(*FACTS_AND_WHAT_FOLLOWS)
    day = book.programmes["buy"].covered_from
    program = program_on(book, "buy", day)
    prepared = program.prepare({"income": 1, "people": 1, "province": "bn", **facts}, day)
    judgment = judge(program, prepared, lambda overrides: direct.run(program, prepared, overrides))
    assert judgment.values["owner_of_home"] is owner
    assert judgment.conflicts == conflicts
    if conflicts and judgment.outcome is not None:
        assert judgment.provisional
    if owner is not None:
        assert "owner" not in judgment.missing


@pytest.mark.parametrize(
    ("facts", "owner"),
    [({}, True), ({"owner": True}, True), ({"owner": False}, False), ({"income": 0}, False)],
)
def test_what_is_assumed_is_not_asked_and_gives_way_to_what_is_stated_or_follows(
    facts: dict[str, Any], owner: bool
) -> None:
    assumed = (
        "vocabulary.yaml",
        "    label: {vi: Có nhà, en: Owner}\n",
        "    label: {vi: x, en: x}\n    assumed: true\n",
    )
    book = base_book(*FACTS_AND_WHAT_FOLLOWS, assumed)
    day = book.programmes["buy"].covered_from
    program = program_on(book, "buy", day)
    prepared = program.prepare({"income": 1, "people": 1, "floor_area": 0, "province": "bn", **facts}, day)
    judgment = judge(program, prepared, lambda overrides: direct.run(program, prepared, overrides))
    assert judgment.values["owner_of_home"] is owner
    assert "owner" not in judgment.missing
    assert not judgment.conflicts


@settings(max_examples=100)
@given(books, seeds)
def test_a_province_that_nobody_looked_up_is_never_a_firm_no(book: int, seed: int) -> None:
    """There a slot can have any value: what would turn if it had another is undetermined or provisional."""
    rng, drawn = Random(seed), rulebook_of(book)
    for _ in range(5):
        record, day = draw_record(rng, drawn)
        program, _, firm = judged(drawn, {**record, "place": "beyond"}, day)
        if firm.outcome is None or firm.provisional:
            continue
        for value in (0, 7, 20, 39, 10_000):
            slots = {name for name in ("slot", "slot2") if name in program.nodes}
            facts = program.prepare({**record, "place": "beyond"}, day)
            values = direct.run(program, facts, dict.fromkeys(slots, value))
            assert direct.closure_of(program, program.root)(facts, values) is firm.outcome


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
