"""The formulas say of each record what the direct engine computes of it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import z3

import ancu
from ancu.inference import direct
from ancu.inference.program import Program, program_on
from ancu.proof.terms import Truth, whole
from ancu.proof.translation import Translation
from ancu.proof.variables import RecordVariables, bounds_of, code_of
from ancu.rulebook.expressions import Constant, Name
from tests.support.rulebooks import draw_record, draw_rulebook


def check(book: ancu.Rulebook, program: Program, records: list[Mapping[str, Any]], day: date) -> int:
    """Hold every node of ``program`` on each record against the direct engine; how many were compared."""
    variables = RecordVariables(book)
    translation = Translation(program, variables, whole(day.toordinal()))
    values = {name: translation.value(Name(name)) for name in program.nodes}
    solver = z3.SimpleSolver()
    solver.add(*translation.notes, *variables.limits)
    compared = 0
    for record in records:
        solver.push()
        solver.add(*variables.equals(record))
        assert solver.check() == z3.sat, record
        model = solver.model()
        expected = direct.run(program, program.prepare(record, day))
        for name, value in expected.items():
            assert _in(model, values[name]) == (code_of(book, value) if isinstance(value, str) else value), (
                name,
                record,
            )
            compared += 1
        found = variables.record(model)
        assert found == {fact: value for fact, value in record.items() if fact in found}
        solver.pop()
    return compared


def _in(model: Any, value: Any) -> Any:
    def holds(formula: Any) -> bool:
        return bool(z3.is_true(model.eval(formula, model_completion=True)))

    if isinstance(value, Truth):
        return True if holds(value.met) else False if holds(value.failed) else None
    if value is None or not holds(value.known):
        return None
    return model.eval(value.value, model_completion=True).as_long()


@pytest.mark.parametrize("seed", range(6))
def test_every_construct(seed: int) -> None:
    rng = random.Random(seed)
    drawn = draw_rulebook(rng)
    for _ in range(4):
        record, day = draw_record(rng, drawn)
        program = program_on(drawn.book, "p", day)
        check(drawn.book, program, [{f: v for f, v in record.items() if f in program.facts}], day)


def test_every_programme(book: ancu.Rulebook) -> None:
    """On any two of its days; ``benchmarks/proving.py --check N`` does N records of all versions."""
    rng = random.Random(1)
    compared = 0
    for programme, definition in book.programmes.items():
        open_on = [day for day in book.epochs.starts if day >= definition.covered_from and definition.in_force_on(day)]
        for day in rng.sample(open_on, min(2, len(open_on))):
            program = program_on(book, programme, day)
            compared += check(book, program, [random_record(rng, book, program)], day)
    assert compared > 1500


def random_record(rng: random.Random, book: ancu.Rulebook, program: Program) -> dict[str, Any]:
    """About two facts in three, numbers near those that the programme is made of."""
    near = [part.value for node in program.nodes.values() for part in node.expr.walk() if isinstance(part, Constant)]
    numbers = [value for value in near if isinstance(value, int) and not isinstance(value, bool)] or [0]

    def value(fact: str) -> Any:
        definition = book.facts[fact]
        if definition.type == "yes_no":
            return rng.random() < 0.5
        if definition.type == "choice":
            return rng.choice(list(definition.values))
        if definition.type == "list":
            return frozenset(rng.sample(list(definition.values), rng.randrange(0, 3)))
        low, high = bounds_of(definition)
        around = [number + step for number in numbers for step in (-1, 0, 1) if low <= number + step <= high]
        return rng.choice(around or [low, high])

    return {fact: value(fact) for fact in program.facts if rng.random() < 0.66}
