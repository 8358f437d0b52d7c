"""A large CSV list a piece at a time, by blocks of text.

A file that is plain UTF-8 is read by Arrow; any other by the reader of short lists, in pieces.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from ancu.errors import InputError, Problem
from ancu.inference.arrow_columns import one_piece
from ancu.screening.headers.group_titles import TitlesOf
from ancu.screening.lists.chunks import ANYTHING, Chunk, NotPlainError, Wanted
from ancu.screening.lists.delimited import MAX_CELL, CsvLayout, csv_lines, inspect_csv
from ancu.screening.lists.table_rows import added_headings, repeats, table_rows
from ancu.screening.lists.table_shape import (
    FEW,
    TOTAL_LIKE,
    IsCase,
    Known,
    full,
    is_total,
    left_out,
    may_be_sums,
    never,
    summed_heading,
)
from ancu.text_files import UTF8

#: Bytes of a block of CSV, and rows of a piece that Python reads.
_BLOCK = 1 << 24
_PIECE = 10_000
_PEEK = 1 << 22
_TOTAL_LIKE = f"(?i){TOTAL_LIKE}"


class CsvSource:
    """A CSV file. ``skipped`` are the lines with content that are no case, known once all rows have been read."""

    file_column: str | None = None
    size: int | None = None

    def __init__(
        self,
        path: str,
        known: Known,
        is_case: IsCase | None = None,
        titles_of: TitlesOf | None = None,
        *,
        plainly: bool,
    ) -> None:
        self.path, self._is_case = path, is_case
        with open(path, "rb") as file:
            self.layout: CsvLayout = inspect_csv(path, file, known)
            self._plain = plainly and self.layout.encoding == UTF8
            self._quoted_lines = self._plain and _quotes_lines(file, self.layout.delimiter)
        added = added_headings()
        self._titles = titles_of(self.layout.head.headers) if titles_of is not None else None
        self.headers = [header for header in self.layout.head.headers if header and header not in added]
        self.skipped = list(self.layout.head.skipped)

    def chunks(self, size: int, wanted: Wanted = ANYTHING) -> Iterator[Chunk]:  # noqa: ARG002
        self.skipped = list(self.layout.head.skipped)
        yield from self._in_pieces(size)

    def _in_pieces(self, size: int, only: list[str] | None = None) -> Iterator[Chunk]:
        if not self._plain:
            yield from self._by_python(size)
            return
        try:
            yield from self._by_arrow(size, only)
        except pa.ArrowInvalid as error:
            raise NotPlainError from error  # such as a row with another number of cells

    def distinct(self, header: str) -> Iterable[Any]:
        cells: set[Any] = set()
        for chunk in self._in_pieces(250_000, [header]):
            cells.update(chunk.columns[header].unique().to_pylist())
        return cells

    # -- by Arrow -----------------------------------------------------------------------------------------------------

    def _by_arrow(self, size: int, only: list[str] | None = None) -> Iterator[Chunk]:
        head, names = self.layout.head, [f"c{i}" for i in range(len(self.layout.head.headers))]
        first = _first_row(self.path, self.layout)
        named = [(name, header) for name, header in zip(names, head.headers, strict=True) if header]
        wanted = [name for name, header in named if header in (self.headers if only is None else only)]
        if only is None and len(named) < len(names):
            raise NotPlainError  # a column without header may have content
        reader = pcsv.open_csv(
            self.path,
            pcsv.ReadOptions(block_size=_BLOCK, skip_rows=first - 1, column_names=names),
            pcsv.ParseOptions(delimiter=self.layout.delimiter, newlines_in_values=self._quoted_lines),
            pcsv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=False,
                include_columns=wanted if only is not None else [name for name, _ in named],
            ),
        )
        columns = self._titles.column_names if self._titles is not None else ()
        headers = pa.array(sorted({*head.headers, *columns, *chain.from_iterable(head.written)}), pa.string())
        line = first
        held: list[pa.RecordBatch] = []
        for batch in reader:
            if any((pc.max(pc.binary_length(cells)).as_py() or 0) > MAX_CELL for cells in batch.columns):
                raise NotPlainError  # a quote that was never closed, perhaps: Python tells where
            if only is None and self._names_columns(batch, headers):
                raise NotPlainError  # Python tells where
            held.append(batch.select(wanted))
            if sum(map(len, held)) < size:
                continue
            table = pa.Table.from_batches(held).combine_chunks()
            while len(table) >= size:
                here = table.slice(0, size)
                suspects = self._suspects(here) if only is None else ()
                # What may be the foot of the list waits for what comes after it.
                sure = _sure_rows(size, suspects)
                if sure == 0:
                    break
                here = here.slice(0, sure)
                yield self._chunk(here, line, suspects[: len(suspects) + sure - size], last=False)
                line += sure + (_newlines(here) if self._quoted_lines else 0)
                table = table.slice(sure)
            held = table.to_batches()
        if held:
            table = pa.Table.from_batches(held).combine_chunks()
            yield self._chunk(table, line, self._suspects(table) if only is None else (), last=True)

    def _names_columns(self, batch: pa.RecordBatch, headers: pa.Array[Any]) -> bool:
        """Whether a line of the batch is the header once more, or that of another table."""
        for at in np.flatnonzero(pc.is_in(batch.column(0), headers).to_numpy(zero_copy_only=False)).tolist():
            texts = full(column[at].as_py() for column in batch.columns)
            if repeats(self.layout.head, texts) or (self._titles is not None and self._titles.is_header(texts)):
                return True
        return False

    def _chunk(self, table: pa.Table, line: int, suspects: Sequence[int], *, last: bool) -> Chunk:
        rows = len(table)
        lines: Any = range(line, line + rows)
        if self._quoted_lines:
            lines = (line + np.arange(rows) + np.concatenate(([0], np.cumsum(_newlines_by_row(table))[:-1]))).tolist()
        by_name = {f"c{i}": header for i, header in enumerate(self.layout.head.headers)}
        if out := self._left_out(table, suspects, rows if last else rows + 1):
            self.skipped += [lines[at] for at in out if any(full(column[at].as_py() for column in table.columns))]
            kept = np.setdiff1d(np.arange(rows), out)
            table, lines = table.take(pa.array(kept)), [lines[at] for at in kept.tolist()]
        columns = {by_name[name]: one_piece(table.column(name)) for name in table.column_names}
        return Chunk(lines, columns)

    def _left_out(self, table: pa.Table, suspects: Sequence[int], rows: int) -> list[int]:
        """The rows that are no case: totals, headings of groups, what stands under the list, empty ones."""
        if not suspects:
            return []
        cells = [(at, [column[at].as_py() for column in table.columns]) for at in suspects]
        empty = [at for at, row in cells if not full(row)]
        headers = [self.layout.head.headers[int(name[1:])] for name in table.column_names]
        is_case = partial(self._is_case, headers) if self._is_case is not None else never
        numbers, is_title = self._numbers(table), self._titles.names if self._titles is not None else never
        for _, row in cells:
            summed = summed_heading(row, numbers, is_title)
            gives = self._titles is not None and self._titles.gives(summed or full(row))
            if gives and (summed or not is_case(row)):
                raise NotPlainError
        return sorted({*empty, *left_out(cells, rows, len(table.columns), is_case, is_title, numbers)})

    def _numbers(self, table: pa.Table) -> int | None:
        """Which column of the table numbers its rows."""
        name = f"c{self.layout.head.numbers}"
        return table.column_names.index(name) if name in table.column_names else None

    def _suspects(self, table: pa.Table) -> list[int]:
        """The rows that may be no cases: with few cells, totals, headings of groups with their sums."""
        suspects, numbers = _few_or_totals(table), self._numbers(table)
        if numbers is None:
            return suspects
        is_title = self._titles.names if self._titles is not None else never
        numbered = pc.match_substring_regex(table.column(numbers), r"^\s*\d")
        others = np.flatnonzero(~numbered.to_numpy(zero_copy_only=False)).tolist()
        cells = ((at, [column[at].as_py() for column in table.columns]) for at in others)
        sums = (at for at, row in cells if summed_heading(row, numbers, is_title) or may_be_sums(row, numbers))
        return sorted({*suspects, *sums})

    # -- by Python ----------------------------------------------------------------------------------------------------

    def _by_python(self, size: int) -> Iterator[Chunk]:
        with open(self.path, "rb") as file:
            lines = csv_lines(self.path, file, self.layout)
            rows = table_rows(
                self.path,
                self.layout.head,
                lines,
                self.skipped.append,
                self._is_case,
                even=self.layout.even,
                titles=self._titles,
            )
            numbers: list[int] = []
            surplus: dict[int, tuple[str, ...]] = {}
            pieces: dict[str, list[pa.Array[Any]]] = {header: [] for header in self.headers}
            while piece := list(islice(rows, _PIECE)):
                if self._titles is not None and self._titles.found:
                    title = self._titles.found[0]
                    values = {"title": title.title, "header": title.header}
                    raise InputError(Problem("list_title_in_large", values, self.path, title.line))
                surplus |= {len(numbers) + i: row.surplus for i, row in enumerate(piece) if row.surplus}
                numbers += [row.line for row in piece]
                for header, arrays in pieces.items():
                    arrays.append(pa.array([row.cells.get(header) for row in piece], pa.string()))
                if len(numbers) >= size:
                    yield Chunk(numbers, {h: pa.concat_arrays(arrays) for h, arrays in pieces.items()}, surplus)
                    numbers, surplus, pieces = [], {}, {header: [] for header in self.headers}
            if numbers:
                yield Chunk(numbers, {h: pa.concat_arrays(arrays) for h, arrays in pieces.items()}, surplus)


def _quotes_lines(file: BinaryIO, delimiter: str) -> bool:
    """Whether quoted cells hold line ends; :class:`NotPlainError` for what Arrow would read otherwise than Python.

    Arrow takes a quote within a cell for text, wherever it stands; Python refuses some of these, by line. So each quote
    must open a cell, close one, or be half of a pair inside one. Python takes a lone carriage return for a line end.
    """
    if not delimiter.isascii():
        raise NotPlainError
    file.seek(0)
    beside_cells = np.frombuffer(f'\n\r"{delimiter}'.encode(), np.uint8)
    quotes, quotes_lines, before = 0, False, b"\n"
    block = file.read(_PEEK).removeprefix(codecs.BOM_UTF8)
    while block:
        after = file.read(_PEEK)
        # Each block with what stands before and after it.
        seam = before + block + after[:2]
        lone = block.count(b"\r") > seam[: len(block) + 2].count(b"\r\n", 1)
        if lone or b"\0" in block or b"\n\n" in seam[: len(block) + 2] or b"\n\r\n" in seam:
            raise NotPlainError
        octets = np.frombuffer(before + block + (after[:1] or b"\n"), np.uint8)
        places = np.flatnonzero(octets[1:-1] == ord('"')) + 1
        opens = (np.arange(len(places)) + quotes) % 2 == 0
        if not np.isin(octets[places[opens] - 1], beside_cells).all():
            raise NotPlainError
        if not np.isin(octets[places[~opens] + 1], beside_cells).all():
            raise NotPlainError
        if not quotes_lines and (len(places) or quotes % 2):
            ends = np.flatnonzero(octets[1:-1] == ord("\n")) + 1
            quotes_lines = bool(((np.searchsorted(places, ends) + quotes) % 2 == 1).any())
        quotes += len(places)
        before, block = block[-1:], after
    if quotes % 2:
        raise NotPlainError
    return quotes_lines


def _first_row(path: str, layout: CsvLayout) -> int:
    """The line on which the first row starts."""
    below, line = layout.head.below, 1
    with open(path, "rb") as file:
        for number, cells in csv_lines(path, file, layout):
            if full(cells):
                if below == 0:
                    return number
                below -= 1
            line = number
    return line + 1


def _newlines_by_row(table: pa.Table) -> Any:
    total = np.zeros(len(table), np.int64)
    for column in table.columns:
        if pc.any(pc.match_substring(column, "\n")).as_py():
            total += pc.count_substring(column, "\n").to_numpy()
    return total


def _newlines(table: pa.Table) -> int:
    return int(_newlines_by_row(table).sum())


def _sure_rows(rows: int, suspects: Sequence[int]) -> int:
    """How many of ``rows`` there are up to the last that is surely a case."""
    for suspect in reversed(suspects):
        if suspect != rows - 1:
            break
        rows -= 1
    return rows


def _few_or_totals(table: pa.Table) -> list[int]:
    """The rows with few filled cells, or whose first filled cell begins like a total."""
    few = unseen = np.arange(len(table))
    filled = np.zeros(len(table), np.int64)
    totals = np.zeros(0, np.int64)
    for column in table.columns:
        if not len(few):
            break
        # Once many cells of a row are filled, it is looked at no more.
        cells = one_piece(column).take(pa.array(few))
        there = pc.greater(pc.utf8_length(pc.utf8_trim_whitespace(cells)), 0).to_numpy(zero_copy_only=False)
        if len(unseen):
            first = there & np.isin(few, unseen, assume_unique=True)
            if first.any():
                like = pc.match_substring_regex(pc.utf8_trim_whitespace(cells.filter(pa.array(first))), _TOTAL_LIKE)
                totals = np.union1d(totals, few[first][like.to_numpy(zero_copy_only=False)])
            unseen = np.setdiff1d(unseen, few[first], assume_unique=True)
        filled[few] += there
        few = few[filled[few] <= FEW]
    certain = [at for at in totals.tolist() if is_total(_first_filled(table, at))]
    return np.union1d(few, np.array(certain, np.int64)).tolist()  # type: ignore[no-any-return]


def _first_filled(table: pa.Table, at: int) -> str:
    return next(iter(full(column[at].as_py() for column in table.columns)), "")
