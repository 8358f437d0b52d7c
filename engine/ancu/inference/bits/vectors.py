"""Vectors over the rows of a table: three-valued logic in bits, 64 rows in one machine word; integers; the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Words = np.ndarray[Any, np.dtype[np.uint64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]
#: The ordinal of the day from which NumPy counts.
UNIX = 719_163


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Where something is met, and where it is not; where neither, it is unknown."""

    met: Words
    failed: Words

    @property
    def known(self) -> Words:
        return self.met | self.failed


@dataclass(frozen=True, slots=True)
class Values:
    """Integers, and where they are known; any number elsewhere."""

    numbers: Numbers
    known: Words


Column = Verdicts | Values


class Rows:
    """So many rows, ``count``: the bit vectors that long, and what turns arrays into them and back.

    Bits past the last row are never set.
    """

    def __init__(self, count: int) -> None:
        self.count = count
        self.words = (count + 63) // 64
        self.nowhere: Words = np.zeros(self.words, np.uint64)
        self.everywhere: Words = ~self.nowhere
        if count % 64:
            self.everywhere[-1] = np.uint64((1 << count % 64) - 1)

    @property
    def no_verdict(self) -> Verdicts:
        """Unknown in every row."""
        return Verdicts(self.nowhere, self.nowhere)

    @property
    def no_value(self) -> Values:
        """A number unknown in every row."""
        return Values(self.throughout(0), self.nowhere)

    def throughout(self, number: int) -> Numbers:
        """One number for every row, which stands once."""
        return np.broadcast_to(np.int64(number), self.count)

    def where(self, vector: Words) -> Any:
        """A bit vector as an array of booleans."""
        return np.unpackbits(vector.view(np.uint8), count=self.count, bitorder="little").view(np.bool_)

    def pack(self, booleans: Any) -> Words:
        """An array of booleans as a bit vector."""
        packed = np.packbits(booleans, bitorder="little")
        held = np.zeros(self.words * 8, np.uint8)
        held[: len(packed)] = packed
        return held.view(np.uint64)

    def same(self, one: Column, other: Column) -> Words:
        """Where both have one value, or are both unknown."""
        assert isinstance(one, Verdicts)
        assert isinstance(other, Verdicts)
        return ~((one.met ^ other.met) | (one.failed ^ other.failed)) & self.everywhere

    def verdicts(self, booleans: Any, known: Words) -> Verdicts:
        """The verdicts that booleans are, where they are known."""
        packed = self.pack(booleans)
        return Verdicts(packed & known, ~packed & known)

    def number(self, vectors: Mapping[int, Words]) -> Numbers:
        """A number a row, of which each vector is the bit by which it is called."""
        total = np.zeros(self.count, "<i8")
        octets = total.view(np.uint8).reshape(self.count, 8)
        for i in range(8):
            octet: Any = None
            for bit, vector in vectors.items():
                if bit // 8 == i and vector.any():
                    here = self.where(vector).view(np.uint8) << np.uint8(bit % 8)
                    octet = here if octet is None else octet | here
            if octet is not None:
                octets[:, i] = octet
        return total


def every(vectors: Sequence[Words]) -> Words:
    """Where all of ``vectors`` are set."""
    return _joined(np.bitwise_and, vectors)


def some(vectors: Sequence[Words]) -> Words:
    """Where any of ``vectors`` is set."""
    return _joined(np.bitwise_or, vectors)


def _joined(join: np.ufunc, vectors: Sequence[Words]) -> Words:
    if len(vectors) < 2:
        return vectors[0]
    whole: Words = join(vectors[0], vectors[1])
    for more in vectors[2:]:
        join(whole, more, out=whole)
    return whole


# -- the calendar --------------------------------------------------------------------------------------------------


def _parts(ordinals: Numbers) -> tuple[Any, Any, Any]:
    """Year, month and day of ordinals."""
    days = (ordinals - UNIX).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    total = months.astype(np.int64)
    return total // 12 + 1970, total % 12 + 1, (days - months).astype(np.int64) + 1


def years_between(start: Numbers, end: Numbers) -> Numbers:
    """As :func:`ancu.rulebook.calendar.years_between`."""
    early, late = np.minimum(start, end), np.maximum(start, end)
    (y, m, d), (year, month, day) = _parts(early), _parts(late)
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    d = np.where((m == 2) & (d == 29) & ~leap, 28, d)
    years = year - y - ((month < m) | ((month == m) & (day < d)))
    return np.asarray(np.where(end < start, -years, years), np.int64)


def add_months(start: Numbers, months: Numbers) -> tuple[Numbers, Any]:
    """As :func:`ancu.rulebook.calendar.add_months`: ordinals, and where they lie in the calendar."""
    year, month, day = _parts(start)
    total = year * 12 + month - 1 + months
    inside = (total >= 12) & (total <= 12 * 9999 + 11)
    first = (np.where(inside, total, 12) - 1970 * 12).astype("datetime64[M]")
    length = ((first + 1).astype("datetime64[D]") - first.astype("datetime64[D]")).astype(np.int64)
    return first.astype("datetime64[D]").astype(np.int64) + np.minimum(day, length) - 1 + UNIX, inside
