"""Chance from a seed: the same numbers for everybody who has the seed, and no number likelier than another.

The n-th number of a stream, from 0, is the first 48 bits of SHA-256(``seed``, tab, ``label``, tab, ``n``), all in UTF-8
and the seed in hexadecimal. 48 bits, because every language has them exactly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

_RANGE = 1 << 48

T = TypeVar("T")


class Stream:
    """The numbers of one purpose: streams of different labels have nothing to do with each other."""

    def __init__(self, seed: str, label: str) -> None:
        self._start = hashlib.sha256(f"{seed}\t{label}\t".encode())
        self._drawn = 0

    def below(self, bound: int) -> int:
        """A number from 0 to ``bound`` - 1, each equally likely: what would favour small ones is passed over."""
        limit = _RANGE - _RANGE % bound
        while True:
            hashed = self._start.copy()
            hashed.update(str(self._drawn).encode())
            self._drawn += 1
            number = int.from_bytes(hashed.digest()[:6], "big")
            if number < limit:
                return number % bound


def shuffled(items: Sequence[T], seed: str, label: str) -> list[T]:
    """``items`` in an order drawn by lot (Fisher and Yates, from the end)."""
    found, stream = list(items), Stream(seed, label)
    for last in range(len(found) - 1, 0, -1):
        other = stream.below(last + 1)
        found[last], found[other] = found[other], found[last]
    return found
