"""The durable-rules engine: each construct, its limits, and what happens when it misbehaves."""

from __future__ import annotations

import gc
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import pytest

import ancu
from ancu.errors import IntegrityError
from ancu.inference import direct, rete
from ancu.inference.program import Node, Program, program_on
from ancu.rulebook.expressions import And, AtLeast, Compare, Constant, Expr, Fact, Name, Or, Within
from tests.conftest import WORKER

pytestmark = pytest.mark.skipif(not rete.AVAILABLE, reason="durable-rules does not build here")


def program_of(conditions: dict[str, Expr], root: Expr) -> Program:
    nodes = {name: Node(name, "condition", expr) for name, expr in conditions.items()}
    return Program("p", nodes, root, {}, root, tuple(nodes), {}, ())


@pytest.fixture
def unused(monkeypatch: pytest.MonkeyPatch) -> None:
    """No ruleset has been used before."""
    monkeypatch.setattr(rete, "_rulesets", WeakValueDictionary())


def agree(program: Program, facts: dict[str, Any]) -> dict[str, bool | None]:
    facts = {"as_of": 1, **facts}
    values = direct.run(program, facts)
    concluded = rete.ReteEngine(program).run(facts, values)
    expected = {**values, "": direct.closure_of(program, program.root)(facts, values)}
    assert concluded == expected
    return concluded


@pytest.mark.parametrize("build", [And, Or, lambda items: AtLeast(30, items)])
@pytest.mark.parametrize("facts", [{}, dict.fromkeys((f"b{i}" for i in range(60)), True), {"b3": False, "b7": True}])
def test_sixty_parts(build: Any, facts: dict[str, Any]) -> None:
    items = tuple(Fact(f"b{i}") for i in range(60))
    agree(program_of({"c": build(items)}, Name("c")), facts)


@pytest.mark.parametrize("value", [None, 0, 61, 62])
def test_long_list_of_values(value: int | None) -> None:
    expr = Within(Fact("n"), tuple(Constant(i) for i in range(62)))
    agree(program_of({"c": expr}, Name("c")), {} if value is None else {"n": value})


def test_three_hundred_conditions() -> None:
    conditions: dict[str, Expr] = {f"c{i}": Compare("<=", Fact("n"), Constant(i)) for i in range(300)}
    program = program_of(conditions, AtLeast(150, tuple(Name(name) for name in conditions)))
    assert agree(program, {"n": 150})[""] is True
    assert agree(program, {"n": 151})[""] is False
    assert agree(program, {})[""] is None


def test_exact_beyond_floats_and_with_vietnamese_text() -> None:
    big = 2**53
    conditions: dict[str, Expr] = {
        "big": Compare(">", Fact("n"), Constant(big)),
        "two": Compare("=", Fact("n"), Fact("m")),
        "text": Compare("=", Fact("t"), Constant("hộ nghèo")),
    }
    got = agree(program_of(conditions, Name("big")), {"n": big + 1, "m": big, "t": "hộ nghèo"})
    assert (got["big"], got["two"], got["text"]) == (True, False, True)


@pytest.mark.usefixtures("unused")
def test_a_lost_verdict_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    program = program_of({"c": Fact("b")}, Name("c"))
    engine = rete.ReteEngine(program)
    facts = {"as_of": 1, "b": True}
    values = direct.run(program, facts)
    monkeypatch.setattr(rete._Ruleset, "_fire", lambda self, message: [])
    with pytest.raises(IntegrityError, match="Rete"):
        engine.run(facts, values)


@pytest.mark.usefixtures("unused")
def test_what_a_ruleset_knows_it_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rete, "MOST_REMEMBERED", 3)
    fired: list[str] = []
    fire = rete._Ruleset._fire
    monkeypatch.setattr(rete._Ruleset, "_fire", lambda self, message: fired.append(message) or fire(self, message))
    program = program_of({"c": Compare("=", Fact("t"), Constant("a"))}, Name("c"))
    engine = rete.ReteEngine(program)
    asked = [("a", True, 2), ("a", True, 0), ("b", False, 2), ("c", False, 1), (None, None, 2), ("a", True, 1)]
    for text, verdict, times in asked:
        fired.clear()
        facts = {"as_of": 1, "t": text}
        concluded = engine.run(facts, direct.run(program, facts))
        # The comparison, and the root that reads it; the oldest of four texts is forgotten.
        assert (concluded[""], len(fired)) == (verdict, times)


@pytest.mark.usefixtures("unused")
def test_no_number_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    fired: list[str] = []
    fire = rete._Ruleset._fire
    monkeypatch.setattr(rete._Ruleset, "_fire", lambda self, message: fired.append(message) or fire(self, message))
    program = program_of({"c": Compare("<", Fact("n"), Constant(10))}, Name("c"))
    engine = rete.ReteEngine(program)
    for number, times in ((9, 2), (9, 1), (None, 2), (None, 0)):
        fired.clear()
        facts = {"as_of": 1, "n": number}
        engine.run(facts, direct.run(program, facts))
        assert len(fired) == times


@pytest.mark.usefixtures("unused")
def test_what_is_recalled_is_now_and_then_concluded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rete, "ONE_AGAIN", 10)
    program = program_of({"c": Fact("b")}, Name("c"))
    engine = rete.ReteEngine(program)
    facts = {"as_of": 1, "b": True}
    values = direct.run(program, facts)
    engine.run(facts, values)  # one node concludes; the root, which has the same rules, recalls
    monkeypatch.setattr(rete._Ruleset, "_fire", lambda self, message: ["F"])
    for _ in range(3):
        assert engine.run(facts, values)["c"] is True
    with pytest.raises(IntegrityError, match="hai lần"):
        engine.run(facts, values)


@pytest.mark.usefixtures("unused")
def test_nodes_with_the_same_rules_are_one_ruleset() -> None:
    def of(first: str, second: str, limit: int) -> rete.ReteEngine:
        conditions: dict[str, Expr] = {
            "both": And((Fact(first), Fact(second))),
            "less": Compare("<", Fact("n"), Constant(limit)),
        }
        return rete.ReteEngine(program_of(conditions, And((Name("both"), Name("less")))))

    one, same, other = of("a", "b", 7), of("c", "d", 7), of("a", "b", 8)
    assert len(rete._rulesets) == 3  # conjunctions of two, and a comparison with each number
    facts = {"as_of": 1, "a": True, "b": True, "c": False, "n": 7}
    found = [engine.run(facts, {})[""] for engine in (one, same, other)]
    assert found == [False, False, True]
    del other
    gc.collect()
    assert len(rete._rulesets) == 2


def test_no_two_properties_are_one_to_durable_rules() -> None:
    """It knows a property by a 32-bit FNV-1a hash alone."""
    names = ("sid", "id", "x", "y", "u", "b", "m", "p", *(f"v{i}" for i in range(rete.WIDE)))
    codes = set()
    for name in names:
        code = 0x811C9DC5
        for byte in name.encode():
            code = ((code ^ byte) * 0x01000193) & 0xFFFFFFFF
        codes.add(code)
    assert len(codes) == len(names)


@pytest.mark.usefixtures("unused")
def test_the_handle_is_made_anew_after_an_exception(monkeypatch: pytest.MonkeyPatch) -> None:
    program = program_of({"c": Fact("b")}, Name("c"))
    engine = rete.ReteEngine(program)
    facts = {"as_of": 1, "b": True}
    values = direct.run(program, facts)
    fire = rete._Ruleset._fire

    def interrupted(self: Any, message: str) -> list[str]:
        fire(self, message)
        raise KeyboardInterrupt

    monkeypatch.setattr(rete._Ruleset, "_fire", interrupted)
    with pytest.raises(KeyboardInterrupt):
        engine.run(facts, values)
    monkeypatch.setattr(rete._Ruleset, "_fire", fire)
    assert engine.run(facts, values)["c"] is True


def test_a_difference_between_the_engines_stops_the_decision(
    book: ancu.Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = rete.ReteEngine.run

    def lies(self: Any, *arguments: Any) -> dict[str, bool | None]:
        return {**honest(self, *arguments), "one_application": False}

    monkeypatch.setattr(rete.ReteEngine, "run", lies)
    record = ancu.read_record(book, {**WORKER, "net_income": "9 triệu"})
    with pytest.raises(IntegrityError, match="one_application"):
        ancu.decide(book, record, "social_housing_purchase", date(2026, 5, 1))


def test_threads_share_an_engine(book: ancu.Rulebook) -> None:
    def status(income: int) -> str:
        record = ancu.read_record(book, {**WORKER, "net_income": income})
        return ancu.decide(book, record, "social_housing_purchase", date(2026, 5, 1)).status

    incomes = [24_999_999 + i % 4 for i in range(200)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(status, incomes))
    assert found == ["eligible" if income <= 25_000_000 else "ineligible" for income in incomes]


def test_memory_does_not_grow(book: ancu.Rulebook) -> None:
    program = program_on(book, "social_housing_purchase", date(2026, 5, 1))
    record = ancu.read_record(book, {**WORKER, "net_income": "9 triệu"})
    facts = program.prepare(record.facts, date(2026, 5, 1))
    values = direct.run(program, facts)
    engine = rete.engine_of(program)

    def resident() -> int:
        """What this process holds now, in KiB: not the most it ever held, which other tests have raised."""
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") // 1024

    for _ in range(200):
        engine.run(facts, values)
    before = resident()
    for _ in range(2_000):
        engine.run(facts, values)
    assert resident() - before < 20_000
