"""Case ids that stand more than once in a list, and where.

Of long lists a number is kept for each id, made of its bytes: only ids whose numbers are met twice are looked at again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ancu.screening.lists.chunks import Chunk, cells_of, text_bounds

if TYPE_CHECKING:
    import pyarrow as pa

#: Odd, with its bits evenly spread: multiplying by it carries every bit of a word into the higher ones.
_SPREAD = 0x9E3779B97F4A7C15
_WORD = 8


class Repeats:
    """Takes chunks in their order; ``header`` is the column of the case ids, None where the list has none."""

    def __init__(self, header: str | None) -> None:
        self._header = header
        self._chunks: list[Chunk] = []
        self._numbers: list[Any] = []

    def add(self, chunk: Chunk) -> None:
        if self._header is None:
            return
        # The case ids alone, in little room: they are seldom looked at again. The rest of the chunk can go.
        kept = [name for name in (self._header, chunk.file_column) if name is not None]
        columns = {name: _packed(chunk.columns[name]) for name in kept}
        self._chunks.append(replace(chunk, columns=columns, surplus={}))
        column = chunk.columns[self._header]
        if not isinstance(column, list):
            self._numbers.append(numbers_of(column))

    def places(self) -> dict[str, list[str]]:
        """The case ids that stand more than once, with their places."""
        places_of: defaultdict[str, list[str]] = defaultdict(list)
        for chunk, rows in self._suspects():
            cells = cells_of(_only(chunk.columns[self._header or ""], rows))
            for at, written in zip(rows, cells, strict=True):
                if case := str(written).strip() if written is not None else "":
                    places_of[case].append(chunk.place(at))
        return {case: places for case, places in places_of.items() if len(places) > 1}

    def _suspects(self) -> Iterator[tuple[Chunk, Any]]:
        """The chunks, each with its rows that may repeat an id."""
        if len(self._numbers) < len(self._chunks):
            # Some stand in memory: few enough to look at all.
            yield from ((_opened(chunk), range(len(chunk))) for chunk in self._chunks)
        elif self._chunks:
            import numpy as np

            ordered = np.concatenate(self._numbers)
            self._numbers.clear()
            ordered.sort()
            twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
            del ordered
            for chunk in self._chunks if len(twice) else ():
                unpacked = _opened(chunk)
                numbers = numbers_of(unpacked.columns[self._header or ""])
                yield unpacked, np.flatnonzero(np.isin(numbers, twice)).tolist()


def _packed(column: Any) -> Any:
    """A column of Arrow in few bytes; any other as it is."""
    if isinstance(column, list):
        return column
    import pyarrow as pa

    held = pa.BufferOutputStream()
    cells = pa.record_batch([column], names=[""])
    with pa.ipc.new_stream(held, cells.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as stream:
        stream.write_batch(cells)
    return held.getvalue()


def _opened(chunk: Chunk) -> Chunk:
    """A chunk whose columns were packed."""
    return replace(chunk, columns={name: _unpacked(column) for name, column in chunk.columns.items()})


def _unpacked(column: Any) -> Any:
    """The column that was packed."""
    if isinstance(column, list):
        return column
    import pyarrow as pa

    return pa.ipc.open_stream(column).read_next_batch().column(0)


def _only(column: Any, rows: Any) -> Any:
    if len(rows) == len(column):
        return column
    import pyarrow as pa

    return column.take(pa.array(rows, pa.int64()))


def numbers_of(column: pa.Array[Any]) -> Any:
    """A number for each cell, the same for the same text between blanks; others seldom share one."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    texts = pc.fill_null(pc.utf8_trim_whitespace(column.cast(pa.string())), "")
    bounds, data = text_bounds(texts).astype(np.int64), texts.buffers()[2]
    starts, lengths = bounds[:-1], np.diff(bounds)
    # Words that begin at any byte: of each cell its own bytes count, eight at a time.
    padded = np.zeros(int(bounds[-1]) + _WORD, np.uint8)
    padded[: bounds[-1]] = np.frombuffer(data, np.uint8)[: bounds[-1]] if data is not None else 0
    words = np.ndarray(len(padded) - _WORD + 1, "<u8", padded, strides=(1,))
    masks = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], np.uint64)
    numbers = lengths.astype(np.uint64)
    rows = np.arange(len(texts))
    for place in range(0, int(lengths.max(initial=0)), _WORD):
        rows = rows[lengths[rows] > place]
        word = words[starts[rows] + place] & masks[np.minimum(lengths[rows] - place, _WORD)]
        mixed = (numbers[rows] ^ word) * np.uint64(_SPREAD)
        numbers[rows] = mixed ^ (mixed >> np.uint64(32))
    return numbers
