"""Lists in pieces: some rows at a time, by column. Large lists never stand in memory as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol

from ancu.frozen import frozen
from ancu.messages import Language
from ancu.screening.lists.listing import Listing, Row

if TYPE_CHECKING:
    import pyarrow as pa

#: A column of cells: as Python holds them, or as Arrow does.
Column = Any


@frozen
class Chunk:
    """Rows of a list: the line on which each starts, and its columns by header; ``surplus`` are cells beyond them."""

    lines: Sequence[int]
    columns: Mapping[str, Column]
    surplus: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    file_column: str | None = None

    def __len__(self) -> int:
        return len(self.lines)

    def place(self, at: int) -> str:
        """Where a row stands, to be told: its line, with its file where there are several."""
        line = str(self.lines[at])
        return f"{cell_at(self.columns[self.file_column], at)}:{line}" if self.file_column is not None else line

    def row(self, at: int) -> Row:
        """One row with its cells, as the reader of single rows takes it."""
        cells = {header: cell_at(column, at) for header, column in self.columns.items()}
        return Row(self.lines[at], cells, self.surplus.get(at, ()))


@frozen
class Flaw:
    """A cell that could not be read; ``confirmable``: one that holds what is hardly meant.

    ``line`` is its own, where the case has several; ``path`` its file, where that is another than the case's.
    """

    column: str
    value: str
    problem: Callable[[Language | None], str]
    confirmable: bool = False
    path: str | None = None
    line: int | None = None


class NotPlainError(Exception):
    """A CSV file that Arrow does not read as Python does: it is read again, more slowly."""


@frozen
class Wanted:
    """What is asked of a list: its columns ``only`` (None: all); in ``recurring`` ones each text may stand once."""

    only: Collection[str] | None = None
    recurring: Collection[str] = ()


ANYTHING = Wanted()


class Listed(Protocol):
    """A list of which the headers are known, and the cells of a column can be asked for."""

    headers: list[str]
    #: The column that names each row's file, where there are several.
    file_column: str | None
    path: str

    def distinct(self, header: str) -> Iterable[Any]:
        """The distinct cells of a column."""
        ...


class Source(Listed, Protocol):
    """A list that can be read in pieces; ``size`` is the number of its rows, where that is known beforehand."""

    size: int | None

    @property
    def skipped(self) -> Sequence[int]:
        """The lines with content that are no case, once they are known."""
        ...

    def chunks(self, size: int, wanted: Wanted = ANYTHING) -> Iterator[Chunk]:
        """All rows in order, at most ``size`` at a time; what is not ``wanted`` may come all the same."""
        ...


class ListSource:
    """A list that stands in memory."""

    def __init__(self, listing: Listing, path: str) -> None:
        self.listing, self.headers, self.path = listing, listing.headers, path
        self.file_column = listing.file_column
        self.size: int | None = len(listing.rows)
        self.skipped: Sequence[int] = listing.skipped

    def chunks(self, size: int, wanted: Wanted = ANYTHING) -> Iterator[Chunk]:  # noqa: ARG002
        rows = self.listing.rows
        for start in range(0, len(rows), size):
            here = rows[start : start + size]
            columns = {header: [row.cells.get(header) for row in here] for header in self.headers}
            surplus = {i: row.surplus for i, row in enumerate(here) if row.surplus}
            yield Chunk([row.line for row in here], columns, surplus, self.listing.file_column)

    def distinct(self, header: str) -> Iterable[Any]:
        return {row.cells.get(header) for row in self.listing.rows}


def cell_at(column: Column, at: int) -> Any:
    """A cell as Python holds it."""
    return column[at] if isinstance(column, list) else column[at].as_py()


def cells_of(column: Column) -> list[Any]:
    """A column as Python holds it."""
    if isinstance(column, list):
        return column
    if hasattr(column, "dictionary"):  # each text is made once, and rows that say the same share it
        texts = column.dictionary.to_pylist()
        return [None if at is None else texts[at] for at in column.indices.to_pylist()]
    # Arrow's columns, or those of NumPy.
    cells: list[Any] = column.to_pylist() if hasattr(column, "to_pylist") else column.tolist()
    return cells


def held_like(column: Column, texts: list[Any]) -> Column:
    """``texts`` as ``column`` holds its own: in a list, or each text once as Arrow does."""
    if isinstance(column, list):
        return texts
    import pyarrow as pa

    return pa.array(texts, pa.string()).dictionary_encode()


def arrow_of(column: Column) -> pa.Array:
    """A column as Arrow holds it; one of mixed cells as their texts, since no type holds them."""
    import pyarrow as pa

    if not isinstance(column, list):
        return column
    kinds = {type(cell) for cell in column if cell is not None}
    if kinds <= {str} or not kinds:
        return pa.array(column, pa.string())
    return pa.array([None if cell is None else plain(cell) for cell in column], pa.string())


def text_bounds(texts: pa.Array) -> Any:
    """Where each text of Arrow's begins among their bytes, and at the end where the last one ends."""
    import numpy as np

    return np.frombuffer(texts.buffers()[1], np.int32)[texts.offset : texts.offset + len(texts) + 1]


def plain(cell: Any) -> str:
    """A cell as text: what stands in an output where cells are texts."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell.isoformat() if isinstance(cell, (date, datetime)) else str(cell)
