"""Rows in the order in which figures count them: a figure is a stretch of them, so it cannot differ from its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

Integers = np.ndarray[Any, Any]


@dataclass(frozen=True)
class RowsBehind:
    """The rows behind a figure: ``count`` rows of a listing from the row ``first`` on, counted from 0."""

    listing: str
    first: int
    count: int


@dataclass(frozen=True)
class MoneyBehind:
    """Money in đồng and the rows behind it, from ``low`` to ``high``; ``unset``: those without a level."""

    rows: RowsBehind
    low: int
    high: int
    unset: RowsBehind | None = None


class CountedListing:
    """Rows sorted by ``keys``, the first counting most; ``columns`` are what is printed of them, by name.

    ``sums`` are columns of integers that figures add up.
    """

    def __init__(
        self,
        name: str,
        columns: Mapping[str, Any],
        keys: Sequence[Integers],
        sums: Mapping[str, Integers] | None = None,
    ) -> None:
        self.name = name
        order = np.lexsort(tuple(reversed(keys)))
        self.columns = {heading: _taken(column, order) for heading, column in columns.items()}
        self._keys = [key[order] for key in keys]
        self._sums = {
            key: np.concatenate(([0], np.cumsum(values[order], dtype=np.int64))) for key, values in (sums or {}).items()
        }
        self.count = len(order)

    def rows(self, *values: int) -> RowsBehind:
        """The rows whose first keys have these values; all of them without any."""
        return self.between(values, None)

    def between(self, values: Sequence[int], span: tuple[int, int] | None) -> RowsBehind:
        """The same, the next key within ``span``, both ends included."""
        first, end = 0, self.count
        spans = [(value, value) for value in values] + ([span] if span is not None else [])
        for key, (low, high) in zip(self._keys, spans, strict=False):
            here = key[first:end]
            first, end = (
                first + int(np.searchsorted(here, low, "left")),
                first + int(np.searchsorted(here, high, "right")),
            )
        return RowsBehind(self.name, first, end - first)

    def total(self, column: str, rows: RowsBehind) -> int:
        """The sum of a column over the rows of a figure."""
        sums = self._sums[column]
        return int(sums[rows.first + rows.count] - sums[rows.first])


def _taken(column: Any, order: Integers) -> Any:
    if isinstance(column, pa.ChunkedArray | pa.Array):
        return column.take(pa.array(order))
    if isinstance(column, np.ndarray):
        return column[order]
    return [column[row] for row in order.tolist()]
