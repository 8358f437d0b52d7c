"""Facts that :mod:`households` does not draw yet, drawn by themselves: a new law never stops a benchmark.

Each such fact has a random stream of its own, so that adding one changes no other column of the population.
"""

from __future__ import annotations

import zlib
from decimal import Decimal

import numpy as np
from households import BLOCK, Array, Column, combinations

from ancu.rulebook.rulebook import Rulebook

#: The share of rows in which such a fact is filled in.
FILLED = 0.7
#: The provinces whose rules the benchmarks know; the others they draw from have none of their own.
PROVINCES = ("bac_giang", "bac_ninh")


def provinces(book: Rulebook) -> list[str]:
    """The provinces to draw from: those just named, and those without a rule of their own.

    The SQL written by hand, and the programmes beside it, know no other province's rules.
    """
    return [name for name in book.facts["province"].values if name in PROVINCES or name not in book.regions]


def numbers_near(book: Rulebook, name: str) -> Array:
    """Engine values of a number within its bounds: about every figure of its measure, and small multiples of them."""
    fact = book.facts[name]
    own = fact.value_type
    figures = {
        int(figure.value)
        for parameter, versions in book.figures.items()
        if book.types[parameter].dimension == own.dimension and book.types[parameter].scale == own.scale
        for figure in versions
        if isinstance(figure.value, int)
    }
    assert fact.bounds is not None
    low, high = (int(Decimal(str(edge)).scaleb(own.scale)) for edge in (fact.bounds.min, fact.bounds.max))
    pool = {value * times + shift for value in figures or {0} for times in (1, 2, 3, 4) for shift in (-1, 0, 1)}
    pool |= {low, low + 1, *(10**own.scale * small for small in range(1, 7))}
    return np.array(sorted(value for value in pool if low <= value <= high))


def column(book: Rulebook, name: str, seed: int, block: int, days: Array) -> Column:
    """A fact of the block's rows, judged on ``days`` (since 1970), drawn evenly from what it can hold."""
    stream = np.random.SFC64(np.random.SeedSequence((seed, block, zlib.crc32(name.encode()))))
    rng = np.random.Generator(stream)
    fact = book.facts[name]
    kind = fact.value_type.kind
    if kind == "yes_no":
        values: Array = rng.random(BLOCK) < 0.5
    elif kind == "date":
        values = (days - rng.integers(0, 9000, BLOCK)).astype(np.int32)
    elif kind == "number":
        pool = numbers_near(book, name)
        values = pool[rng.integers(0, len(pool), BLOCK)]
    else:
        count = len(combinations(list(fact.values)) if kind == "list" else fact.values)
        values = rng.integers(0, count, BLOCK).astype(np.int16)
    return Column(values, rng.random(BLOCK) < FILLED)
