"""A small rulebook with one programme, whose conditions, options and properties a test writes."""

from __future__ import annotations

import json
import re
from typing import Any

from ancu.rulebook.building import build
from ancu.rulebook.rulebook import Rulebook

BASIS = ["nd-1:1"]


def label(text: str) -> dict[str, str]:
    return {"vi": text, "en": text}


def rule(when: str, **more: Any) -> dict[str, Any]:
    return {"title": label(when), "when": when, "basis": BASIS, **more}


def option(when: str | None, amount: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"title": label(amount or when or "right"), "kind": "right", "basis": BASIS}
    if when is not None:
        found["when"] = when
    return found if amount is None else {**found, "kind": "once", "amount": amount}


def files(
    eligible: str,
    conditions: dict[str, str],
    options: dict[str, dict[str, Any]] | None = None,
    properties: dict[str, Any] | None = None,
    accepted: list[dict[str, Any]] | None = None,
    implications: dict[str, Any] | None = None,
    priority: list[str] | None = None,
    second: str | None = None,
) -> dict[str, bytes]:
    """The files of a rulebook whose programme ``p`` has ``conditions``; ``second`` is whom a programme ``q`` takes."""
    number = {"type": "money", "section": "s", "bounds": {"min": 0, "max": 1000}}
    facts: dict[str, Any] = {name: {**number, "label": label(f"Số {name}")} for name in ("income", "area")}
    facts["people"] = {"type": "count", "section": "s", "label": label("Số người"), "bounds": {"min": 1, "max": 20}}
    for name in ("worker", "poor", "home", "reads"):
        facts[name] = {"type": "yes_no", "section": "s", "label": label(f"Là {name}")}
    facts["kind"] = {
        "type": "choice",
        "section": "s",
        "label": label("Loại"),
        "values": {"a": label("A"), "b": label("B")},
    }
    facts["born"] = {"type": "date", "section": "s", "label": label("Ngày sinh")}
    figures = {"cap": [{"to": "2024-12-31", "value": 100}, {"from": "2025-01-01", "value": 80}], "low": [{"value": 10}]}
    parameters = {
        name: {"type": "money", "label": label(name), "values": [{**value, "basis": BASIS} for value in values]}
        for name, values in {**figures, "high": [{"value": 30}]}.items()
    }
    everything = (
        "income > cap or income > low or income > high or area > 0 or people > 2 or worker or poor or home or reads"
    )
    rest = f"{everything} or kind = 'a' or years_between(born, as_of) > 60"
    named = {name: label("x") for name in ("kind", "issuer", "title")}
    instrument = {"number": "1", "issued": "2020-01-01", "in_force": {}, **named}
    written: dict[str, Any] = {
        "vocabulary.yaml": {"sections": {"s": label("S")}, "facts": facts},
        "instruments.yaml": {"instruments": {"nd-1": instrument}},
        "parameters.yaml": {"parameters": parameters},
        "implications.yaml": {"implications": implications or {}},
        "programmes/p.yaml": programme("p", eligible, conditions, options, priority),
        "programmes/rest.yaml": programme("rest", "the_rest", {"the_rest": rest}, None, None),
        "properties/all.yaml": {"properties": properties or {}, "accepted": accepted or []},
    }
    if second is not None:
        written["programmes/q.yaml"] = programme("q", "of_q", {"of_q": second}, None, None)
    return {name: _yaml(data) for name, data in written.items()}


def small_book(*args: Any, **more: Any) -> Rulebook:
    book, problems = build(files(*args, **more))
    assert book is not None, [problem.text("en") for problem in problems]
    return book


def programme(
    name: str,
    eligible: str,
    conditions: dict[str, str],
    options: dict[str, dict[str, Any]] | None,
    priority: list[str] | None,
) -> dict[str, Any]:
    return {
        "programme": name,
        "title": label(f"Chương trình {name}"),
        "audience": ["poor"],
        "basis": BASIS,
        "covered_from": "2024-01-01",
        "periods": [{"from": "2024-01-01", "basis": BASIS}],
        "eligible_when": eligible,
        "conditions": {key: rule(when) for key, when in conditions.items()},
        "benefit": {"options": options or {"right": option(None)}},
        "priority": priority or [],
    }


def _yaml(data: Any) -> bytes:
    """JSON is YAML; dates must stand unquoted to be dates."""
    return re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(data, ensure_ascii=False, indent=1)).encode()
