"""Rulebooks for tests: a small one of files, with edits, and random ones with records for the properties."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from ancu.rulebook.building import build
from ancu.rulebook.rulebook import Rulebook

START = date(2024, 1, 1)
CHANGE = date(2025, 1, 1)
NUMBERS = ("n0", "n1", "n2")
BOOLEANS = ("b0", "b1", "b2")
LABEL = {"vi": "x", "en": "x"}
BASIS = ["nd-1:1.1.a"]
#: A plausible range within the bounds of numbers.
USUAL = {"min": 1, "max": 500, "or_zero": True, "reason": LABEL}
BROKEN = Path(__file__).resolve().parents[1] / "rulebook" / "broken_rulebooks"
#: The files of a small rulebook that loads.
BASE = {file.relative_to(BROKEN / "base").as_posix(): file.read_bytes() for file in (BROKEN / "base").rglob("*.yaml")}
#: File, old text, new text.
Edit = tuple[str, str, str]


def edited(*edits: Edit) -> dict[str, bytes]:
    """The base files with each (file, old, new) edit made; an empty old appends."""
    files = dict(BASE)
    for file, old, new in edits:
        text = files.get(file, b"").decode()
        assert old in text, (file, old)
        files[file] = (text.replace(old, new, 1) if old else text + new).encode()
    return files


def base_book(*edits: Edit) -> Rulebook:
    """The base rulebook, edited. Names that an edit leaves unread are read by a second programme."""
    rest = (
        "programmes/rest.yaml",
        "",
        'programme: rest\ntitle: {vi: x, en: x}\naudience: [poor]\nbasis: ["nd-1:1"]\ncovered_from: 2024-01-01\n'
        'periods:\n  - {from: 2024-01-01, basis: ["nd-1:1"]}\nregion: province\neligible_when: reads_the_rest\n'
        'benefit:\n  options:\n    right: {title: {vi: x, en: x}, kind: right, basis: ["nd-1:1"]}\n',
    )
    book, problems = build(edited(*edits, rest))
    assert book is not None, [problem.text("en") for problem in problems]
    return book


@dataclass
class Drawn:
    """A rulebook and the thresholds its rules compare with."""

    book: Rulebook
    thresholds: list[int]


def draw_rulebook(rng: Random) -> Drawn:
    """A small rulebook that uses every construct of the language."""
    thresholds = [rng.randrange(0, 40) for _ in range(3)]
    facts: dict[str, Any] = {
        # Region files add their own: "old", which merges into "here", and "beyond", whose rules nobody looked up.
        "place": _fact("choice", values={"here": LABEL, "there": LABEL}),
        "kind": _fact("choice", values={"red": LABEL, "green": LABEL, "blue": LABEL}),
        "born": _fact("date"),
        "said": _fact("list", values={"one": LABEL, "two": LABEL}),
        "stated": _fact("yes_no"),
        **{name: _fact("money", bounds={"min": 0, "max": 1000}) for name in NUMBERS},
        **{name: _fact("yes_no") for name in BOOLEANS},
    }
    facts["n2"] |= {"applies_when": "b0", "otherwise": 0}
    facts["b2"] |= {"applies_when": "b0", "otherwise": False}
    facts["n0"]["plausible"] = "usual"
    parameters = {
        "p0": _parameter([thresholds[0], rng.choice([thresholds[1], None])]),
        "p1": _parameter([thresholds[1], thresholds[2]], doubt=rng.random() < 0.3),
        "slot": {**_parameter([thresholds[2], thresholds[2]]), "set_by": "province"},
        "slot2": {**_parameter([thresholds[0], thresholds[1]]), "set_by": "province", "not_looked_up": "doubt"},
        "months": {"type": "months", "label": LABEL, "values": [{"value": 3, "basis": BASIS}]},
        "sum_once": _parameter([rng.choice([thresholds[2], None]), 20]),
    }
    quantities = {
        "q0": _rule("money", "n0 + n1"),
        "q1": _rule("money", f"case when {_leaf(rng)} then n0 else smaller_of(n1, n2 * 2) end"),
        "q2": _rule("years", "years_between(born, as_of)"),
        "q3": _rule("yes_no", _leaf(rng)),
    }
    conditions: dict[str, Any] = {}
    for i in range(6):
        condition = _versions(rng) if rng.random() < 0.3 else {"when": _leaf(rng, quantities=True), "basis": BASIS}
        if "when" in condition and rng.random() < 0.25:
            reading = rng.choice(["unknown", _leaf(rng)])
            condition["doubt"] = {"reading": reading, "text": LABEL}
        conditions[f"c{i}"] = {"title": LABEL, **condition}
    conditions["c6"] = {"title": LABEL, "stated_by": {"fact": "stated"}, "when": _leaf(rng), "basis": BASIS}
    conditions["c7"] = {
        "title": LABEL,
        "stated_by": {"fact": "said", "value": "one", "derived": "equal"},
        "basis": BASIS,
        **({"when": _leaf(rng)} if rng.random() < 0.5 else {}),
    }
    names = list(conditions)
    for i in range(4):
        conditions[f"d{i}"] = {"title": LABEL, "when": _compose(rng, names), "basis": BASIS}
        names.append(f"d{i}")
    everything = "(" + " or ".join(["b0", "b1", "b2", "n0 > 0", "n1 > 0", "n2 > 0", "q0 > 0", "q1 > 0", "q2 > 0",
        "q3", "p0 > n0", "p1 > n0", "slot > n0", "slot2 > n0", "kind = 'red'", "born > as_of"]) + ")"  # fmt: skip
    conditions["uses_all"] = {"title": LABEL, "when": everything, "basis": BASIS}
    top = " and ".join(["(uses_all or d0)", *(f"({_compose(rng, names)})" for _ in range(1))])
    # Every name must be read by some programme: a second one reads whatever the first leaves out.
    rest = " or ".join(names)
    files = {
        "vocabulary.yaml": {"sections": {"s": LABEL}, "plausible": {"usual": USUAL}, "facts": facts},
        "implications.yaml": {"implications": {f"i{i}": _implication(rng) for i in range(rng.randrange(0, 3))}},
        "instruments.yaml": {"instruments": {"nd-1": _instrument()}},
        "parameters.yaml": {"parameters": parameters},
        "shared/all.yaml": {
            "conditions": {**conditions, "rest": {"title": LABEL, "when": rest, "basis": BASIS}},
            "quantities": quantities,
        },
        "programmes/p.yaml": _programme("p", top, _benefit(rng, names), rng.sample(names, 3)),
        "programmes/r.yaml": _programme("r", "rest", {"options": {"right": _option("right")}}, ["d3", "c0"]),
        **_regions(rng, thresholds[0]),
    }
    book, problems = build({name: _yaml(data) for name, data in files.items()})
    assert book is not None, [problem.text("en") for problem in problems]
    return Drawn(book, thresholds)


@cache
def rulebook_of(seed: int) -> Drawn:
    """The rulebook that ``seed`` draws, drawn once: to draw one and to compile it is most of what a property costs."""
    return draw_rulebook(Random(seed))


def draw_record(rng: Random, drawn: Drawn) -> tuple[dict[str, Any], date]:
    """A record with about two facts in five missing, numbers around the thresholds; and a day near a change."""
    near = [t + d for t in drawn.thresholds for d in (-1, 0, 1)]
    full: dict[str, Any] = {
        "place": rng.choice(["here", "there", "old", "beyond"]),
        "kind": rng.choice(["red", "green", "blue"]),
        "born": date(rng.randrange(1990, 2024), rng.randrange(1, 13), rng.randrange(1, 29)).toordinal(),
        "said": frozenset(name for name in ("one", "two") if rng.random() < 0.5),
        "stated": rng.random() < 0.5,
        **{name: max(0, rng.choice(near)) for name in NUMBERS},
        **{name: rng.random() < 0.5 for name in BOOLEANS},
    }
    day = rng.choice([START, date(2024, 5, 31), date(2024, 6, 1), CHANGE - timedelta(days=1), CHANGE, date(2026, 1, 1)])
    return {name: value for name, value in full.items() if rng.random() < 0.6}, day


def _leaf(rng: Random, quantities: bool = False, depth: int = 0) -> str:
    numbers = [*NUMBERS, "p0", "p1", "slot", "slot2", *(["q0", "q1"] if quantities else [])]
    if depth < 2 and rng.random() < 0.5:
        a, b, c = (_leaf(rng, quantities, depth + 1) for _ in range(3))
        return rng.choice(
            [f"({a} and {b})", f"({a} or {b})", f"not ({a})", f"at_least(2, {a}, {b}, {c})",
             f"case when {a} then {b} else {c} end"]
        )  # fmt: skip
    x, y = rng.choice(numbers), rng.choice(numbers)
    operator = rng.choice(["=", "<>", "<", "<=", ">", ">="])
    return rng.choice(
        [
            f"{x} {operator} {y}",
            f"{x} {operator} {rng.randrange(0, 40)}",
            f"{x} + {y} {operator} {rng.randrange(0, 60)}",
            f"n0 between {rng.randrange(0, 10)} and {rng.randrange(10, 40)}",
            f"kind {rng.choice(['=', '<>'])} 'red'",
            "kind in ('green', 'blue')",
            "n1 in (3, 5, 7)",
            rng.choice(BOOLEANS),
            "years_between(born, as_of) >= 18",
            "days_between(born, as_of) > 9000",
            f"add_months(born, {rng.randrange(1, 300)}) <= date '2020-02-29'",
            "true",
            *(["q2 >= 20", "q3"] if quantities else []),
        ]
    )


def _compose(rng: Random, names: list[str]) -> str:
    chosen = rng.sample(names, 3)
    return rng.choice(
        [
            " and ".join(chosen),
            " or ".join(chosen),
            f"{chosen[0]} and ({chosen[1]} or {chosen[2]})",
            f"{chosen[0]} or ({chosen[1]} and {chosen[2]})",
            f"at_least(2, {', '.join(chosen)})",
        ]
    )


def _versions(rng: Random) -> dict[str, Any]:
    early: dict[str, Any] = {"to": "2024-12-31", "when": _leaf(rng, True), "basis": BASIS}
    if rng.random() < 0.3:
        early |= {"when": None, "note": LABEL}
    return {"versions": [early, {"from": CHANGE.isoformat(), "when": _leaf(rng, True), "basis": BASIS}]}


def _fact(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "label": LABEL, "section": "s", **more}


def _rule(kind: str, when: str) -> dict[str, Any]:
    return {"title": LABEL, "type": kind, "when": when, "basis": BASIS}


def _parameter(values: list[int | None], doubt: bool = False) -> dict[str, Any]:
    versions = []
    for value, period in zip(values, ({"to": "2024-12-31"}, {"from": "2025-01-01"}), strict=True):
        version: dict[str, Any] = {**period, "value": value, "basis": BASIS}
        if value is None:
            version["note"] = LABEL
        elif doubt:
            version["doubt"] = {"reading": value + 1, "text": LABEL}
        versions.append(version)
    return {"type": "money", "label": LABEL, "values": versions}


def _instrument() -> dict[str, Any]:
    return {"number": "1", "kind": LABEL, "issuer": LABEL, "title": LABEL, "issued": "2023-01-01", "in_force": {}}


def _implication(rng: Random) -> dict[str, Any]:
    """Over facts alone; what follows is yes or no, or what only a conflict can tell."""
    number = f"{rng.choice(NUMBERS)} {rng.choice(['<', '>='])} {rng.randrange(0, 40)}"
    parts = [*BOOLEANS, "stated", "not stated", "kind = 'red'", number]
    when = rng.choice(["{} and {}", "{} or {}", "not ({} and {})"]).format(*rng.sample(parts, 2))
    then: dict[str, Any] = {rng.choice(BOOLEANS): rng.random() < 0.5}
    if rng.random() < 0.3:
        then |= rng.choice([{"kind": "green"}, {"n1": 5}, {"stated": True}])
    return {"if": when, "then": then, "text": LABEL}


def _regions(rng: Random, figure: int) -> dict[str, Any]:
    """Provinces of which one sets its slots, one merges into it, one has set none, and one nobody looked up."""
    filled = [{"from": "2024-06-01", "value": figure, "basis": BASIS}]
    looked_up = [{"on": "2025-06-30", "where": LABEL, "slots": rng.choice([["slot"], ["slot2"], ["slot", "slot2"]])}]
    return {
        "regions/here.yaml": {"region": "here", "title": LABEL, "fills": {"slot": filled}, "looked_up": looked_up},
        "regions/there.yaml": {"region": "there", "title": LABEL, "looked_up": looked_up},
        "regions/old.yaml": {
            "region": "old", "title": LABEL, "until": "2024-12-31", "now": "here",
            "fills": {rng.choice(["slot", "slot2"]): filled},
        },
        "regions/beyond.yaml": {"region": "beyond", "title": LABEL},
    }  # fmt: skip


def _benefit(rng: Random, conditions: list[str]) -> dict[str, Any]:
    """Options of every kind, with amounts that may be unset, a province's or the record's own."""
    options = {
        "once": _option("once", rng, conditions, amount="sum_once"),
        "monthly": _option("monthly", rng, conditions, amount="p1", months="months"),
        "loan": _option("loan", rng, conditions, amount=rng.choice(["slot", "slot2", "q0", "p0"])),
        "right": _option("right", rng, conditions),
    }
    chosen = rng.sample(list(options), rng.randrange(1, 4))
    read = [*chosen, *(name for name in ("once", "monthly") if name not in chosen)]  # all figures are read
    return {"choose": rng.choice(["highest", "applicant"]), "options": {name: options[name] for name in read}}


def _option(kind: str, rng: Random | None = None, conditions: Sequence[str] = (), **more: str) -> dict[str, Any]:
    when = {"when": rng.choice(conditions)} if rng is not None and rng.random() < 0.8 else {}
    return {"title": LABEL, "kind": kind, "basis": BASIS, **when, **more}


def _programme(name: str, when: str, benefit: dict[str, Any], priority: list[str]) -> dict[str, Any]:
    return {
        "programme": name, "title": LABEL, "audience": ["poor"], "basis": BASIS, "covered_from": START.isoformat(),
        "periods": [{"from": START.isoformat(), "basis": BASIS}], "region": "place", "eligible_when": when,
        "benefit": benefit, "priority": priority,
    }  # fmt: skip


def _yaml(data: Any) -> bytes:
    """JSON is YAML; dates must stand unquoted to be dates."""
    import re

    text = json.dumps(data, ensure_ascii=False, indent=1)
    return re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", text).encode()
