"""Formulas of bits: said shortly, and as true as before."""

from __future__ import annotations

import random
import re
from itertools import product

import pytest

from ancu.inference.sql.packed import NO, YES, Bit, Formula, Together, all_of, any_of, opposite, unknown, written
from ancu.inference.sql.text import in_dialect

#: Two numbers of two bits each.
BITS = [Bit(number, place) for number in ("a", "b") for place in (0, 1)]


def holds(formula: Formula, numbers: dict[str, int]) -> bool:
    if isinstance(formula, Bit):
        return bool(numbers[formula.number] >> formula.place & 1) == formula.is_set
    assert isinstance(formula, Together)
    return (all if formula.every else any)(holds(part, numbers) for part in formula.parts)


def said(formula: Formula) -> str:
    return re.sub(r"(\d)L", r"\1", in_dialect(written(formula), "spark").replace("`", ""))


def evaluated(formula: Formula, numbers: dict[str, int]) -> bool:
    """What the SQL of a formula says, read as Python: the two write it nearly alike."""
    text = said(formula).replace(" = ", " == ").replace("AND", "and").replace("OR", "or")
    return bool(eval(text.replace("TRUE", "True").replace("FALSE", "False"), {}, dict(numbers)))


def drawn(rng: random.Random, depth: int) -> Formula:
    if depth == 0 or rng.random() < 0.2:
        return rng.choice([*BITS, *map(opposite, BITS)])
    parts = [drawn(rng, depth - 1) for _ in range(rng.randint(0, 3))]
    return Together(rng.random() < 0.5, tuple(parts))


def shortened(formula: Formula) -> Formula:
    if not isinstance(formula, Together):
        return formula
    return (all_of if formula.every else any_of)(*map(shortened, formula.parts))


def test_what_is_said_shortly_is_as_true() -> None:
    rng = random.Random(3)
    for _ in range(150):
        formula = drawn(rng, 3)
        short = shortened(formula)
        for a, b in product(range(4), repeat=2):
            numbers = {"a": a, "b": b}
            here = holds(formula, numbers)
            found = holds(short, numbers), evaluated(short, numbers), evaluated(formula, numbers)
            assert found == (here, here, here), (formula, numbers)
            assert holds(opposite(short), numbers) != here


@pytest.mark.parametrize(
    ("formula", "sql"),
    [
        (all_of(BITS[0], BITS[1]), "((a & 3) = 3)"),
        (all_of(BITS[0], opposite(BITS[1])), "((a & 3) = 1)"),
        (any_of(BITS[0], BITS[1]), "((a & 3) > 0)"),
        (any_of(BITS[0], opposite(BITS[1]), BITS[2]), "(((a & 1) > 0) OR ((a & 2) < 2) OR ((b & 1) > 0))"),
        (unknown((BITS[2], BITS[3])), "((b & 3) = 0)"),
        (all_of(BITS[0], any_of(BITS[0], BITS[2])), "((a & 1) = 1)"),
        (any_of(BITS[0], YES), "TRUE"),
        (all_of(NO, BITS[0]), "FALSE"),
    ],
)
def test_bits_of_one_number_are_compared_at_once(formula: Formula, sql: str) -> None:
    assert said(formula) == sql
