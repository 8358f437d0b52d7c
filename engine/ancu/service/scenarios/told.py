"""How scenarios came out, as plain values that another process can read: what was understood, expected and decided."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from ancu.decision.rendering import status_text
from ancu.household.members import people_of
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import DATE
from ancu.rulebook.values import ValueProblem, format_value, parse
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.homonyms import programmes_judged
from ancu.specs.language.mistakes import SpecError
from ancu.specs.language.table import StepTable
from ancu.specs.language.told import MemberStatement
from ancu.specs.language.world import World
from ancu.specs.run.report import MARKS, reasoning, verdict
from ancu.specs.run.report_html import told_scenario
from ancu.specs.run.results import Result, SpecRun, ToldStep, Trouble

#: How many scenarios are told in full, those that do not pass first in line; of the others only how they came out.
MOST_TOLD = 120
_KINDS = {"met": "ok", "not_met": "no", "unknown": "q"}


def told_run(book: Rulebook, run: SpecRun, lines: list[str], lang: Language) -> dict[str, Any]:
    """A run of one text, whose ``lines`` are quoted where something is wrong with them."""
    troubled = [result for result in run.results if result.outcome != "passed"]
    others = [result for result in run.results if result.outcome == "passed"]
    full = {id(result) for result in (*troubled, *others)[:MOST_TOLD]}
    return {
        "counts": {outcome: run.count(outcome) for outcome in ("passed", "failed", "flawed")},
        "lines": {str(result.line): result.outcome for result in sorted(run.results, key=_worst_last)},
        "results": [
            _result(book, number, result, lines, lang) if id(result) in full else _briefly(number, result)
            for number, result in enumerate(run.results, 1)
        ],
    }


def _worst_last(result: Result) -> int:
    return ("passed", "failed", "flawed").index(result.outcome)


def _briefly(number: int, result: Result) -> dict[str, Any]:
    return {"number": number, "name": result.name, "line": result.line, "outcome": result.outcome, "brief": True}


def _result(book: Rulebook, number: int, result: Result, lines: list[str], lang: Language) -> dict[str, Any]:
    told = told_scenario(number, result, lang)
    understood = _understood(book, result.steps, lang)
    wrong = {trouble.line: trouble for trouble in reversed(result.troubles)}
    last = result.decisions[-1] if result.decisions else None
    return {
        **_briefly(number, result),
        "brief": False,
        "given": [
            {"text": step.text, "rows": step.rows, "when": step.under == "when", "understood": understood[id(step)]}
            for step in (*told.background, *told.given)
        ],
        "expected": [
            {"text": step.text, "holds": step.line not in wrong, "got": _got(wrong.get(step.line))}
            for step in told.expected
        ],
        "tables": [
            {"text": table.text, "heads": table.heads, "rows": [_row(asdict(row)) for row in table.rows]}
            for table in told.tables
        ],
        "decisions": [asdict(decision) for decision in told.decisions],
        "status": status_text(last, lang) if last is not None else "",
        "troubles": [_trouble(trouble, lines, lang) for trouble in result.troubles],
        "remarks": [remark.text for remark in result.remarks],
    }


def _row(row: dict[str, Any]) -> dict[str, Any]:
    decision = row["decision"]
    told = [decision["benefit"], *decision["reasons"]] if decision is not None else []
    return {
        "number": row["number"], "cells": row["cells"], "holds": row["holds"], "same": row["same"],
        "status": decision["status"] if decision is not None else "",
        "kind": decision["kind"] if decision is not None else "", "why": [line for line in told if line],
    }  # fmt: skip


def _got(trouble: Trouble | None) -> str:
    return "" if trouble is None else trouble.got or trouble.text


def _trouble(trouble: Trouble, lines: list[str], lang: Language) -> dict[str, Any]:
    """What is wrong, the line that says it, and for a mismatch the way to what was decided."""
    decision = trouble.decision
    return {
        "line": trouble.line,
        "quoted": lines[trouble.line - 1].strip() if 0 < trouble.line <= len(lines) else "",
        "text": trouble.text, "expected": trouble.expected, "got": trouble.got,
        "verdict": verdict(decision, lang) if decision is not None else "",
        "reasoning": [
            {
                "depth": line.depth, "text": line.text,
                "mark": MARKS[line.outcome] if line.outcome else "",
                "kind": _KINDS[line.outcome] if line.outcome else "",
                "outcome": message(f"table_{line.outcome}", lang) if line.outcome else "",
            }
            for line in (reasoning(decision, lang, trouble.condition) if decision is not None else ())
        ],
    }  # fmt: skip


def _understood(book: Rulebook, steps: list[ToldStep], lang: Language) -> dict[int, list[list[str]]]:
    """What each step that states something was understood as: pairs of what it speaks of, and the value."""
    world = World(reading_only=True, judging=programmes_judged(step.text for step in steps))
    writer = ScenarioWriter(book, lang)
    found: dict[int, list[list[str]]] = {}
    for step in steps:
        before, day = len(world.statements), world.day
        world.programme = None
        if step.under != "then":
            with suppress(SpecError):  # told as a trouble
                world.perform(step.text, step.under, StepTable(step.rows, step.lines) if step.rows else None)
        pairs = [pair for stated in world.statements[before:] for pair in _pairs(book, stated, lang)]
        if world.day is not None and world.day != day:
            pairs.append([message("heading_as_of", lang), writer.day(world.day)])
        if world.programme is not None:
            pairs.append([message("sheet_programme", lang), book.programmes[world.programme].title[lang]])
        found[id(step)] = pairs
    return found


def _pairs(book: Rulebook, stated: MemberStatement, lang: Language) -> Iterator[list[str]]:
    person = stated.person or stated.whom is not None
    known = people_of(book).person.facts if person and book.people is not None else book.facts
    whose = f" ({stated.whom.said})" if stated.whom is not None else ""
    for name, value in stated.facts.items():
        fact = known.get(name) or book.facts.get(name)
        if fact is not None:
            yield [f"{fact.label[lang]}{whose}", _value_text(fact, value, lang)]
    for number, row in enumerate(stated.rows, 1):
        facts = people_of(book).person.facts
        told = [
            f"{facts[name].label[lang]}: {_value_text(facts[name], value, lang)}"
            for name, value in row.items()
            if name in facts
        ]
        yield [message("room_member", lang, number=number), "; ".join(told)]
    if stated.complete:
        yield [message("page_household", lang), message("room_complete", lang)]


def _value_text(fact: FactDef, written: object, lang: Language) -> str:
    if written is None:
        return message("page_not_known", lang)
    try:
        value = parse(fact, written, confirmed=True)
    except ValueProblem:
        return str(written)
    if value is None:
        return message("page_not_known", lang)
    unit = fact.unit[lang] if fact.unit is not None else None
    kind = DATE if fact.value_type.kind == "date" else fact.value_type
    return format_value(value, kind, unit, lang, fact.values)
