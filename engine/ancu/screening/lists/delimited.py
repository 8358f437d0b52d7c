"""CSV as offices save it: its encoding, its delimiter, its head; then its lines one by one, in bounded memory."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import unicodedata
from collections.abc import Generator, Iterator
from itertools import islice
from typing import BinaryIO

from ancu.errors import InputError, Problem
from ancu.frozen import frozen
from ancu.screening.lists.legacy_fonts import legacy_encoding
from ancu.screening.lists.table_shape import (
    MAX_TITLE_LINES,
    Head,
    Known,
    Line,
    best_score,
    head_of,
    is_filled,
    most_texts,
)
from ancu.text_files import START, UTF8, first_error, wide_encoding

DELIMITERS = ",;\t|"
#: A cell longer than this is a quote that was never closed, not a cell.
MAX_CELL = 1_000_000
_PEEK_LINES = 3 * MAX_TITLE_LINES
_PEEK_BYTES = 1 << 18
#: Excel's own first line, which names the delimiter.
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?")


@frozen
class CsvLayout:
    """How a CSV file is written: encoding (as Python names it), delimiter, and its head.

    ``preamble`` is how many lines stand before the first that is part of the table ("sep=;"). Text in ``cp1258`` writes
    tones as letters of their own: compose it (NFC) after decoding. ``even``: its first rows have as many cells as the
    header, so that one with more, even empty ones, has a delimiter too many.
    """

    encoding: str
    delimiter: str
    head: Head
    preamble: int = 0
    even: bool = False


def inspect_csv(path: str, file: BinaryIO, known: Known | None = None) -> CsvLayout:
    """The layout of the CSV ``file`` (read whole once, to prove its encoding; the table itself is not kept).

    Raises :class:`InputError` naming ``path`` and line: not a text, broken UTF-8, TCVN3 or VNI, nothing in it.
    """
    encoding = encoding_of(path, file, known)
    peek = _peek(file, encoding)
    separator = _SEPARATOR_LINE.fullmatch(peek[0]) if peek else None
    preamble = 1 if separator else 0
    delimiter = separator[1] if separator else _delimiter(peek, known)
    lines = _cells(peek[preamble:], delimiter, preamble)
    head = head_of(path, lines, known)
    if head is None:
        raise InputError(Problem("list_empty", {}, path))
    return CsvLayout(encoding, delimiter, head, preamble, known is not None and _is_even(lines, head))


def _is_even(lines: list[Line], head: Head) -> bool:
    widths = [len(cells) for _, cells in lines if is_filled(cells)][head.below :]
    as_wide = widths.count(len(head.headers))
    return as_wide > 0 and as_wide >= sum(width > len(head.headers) for width in widths)


def csv_lines(path: str, file: BinaryIO, layout: CsvLayout) -> Iterator[Line]:
    """Every line of the table, with the number of the line of text it starts on, header and titles among them.

    Raises :class:`InputError` for a quote that is never closed, named by the line where it opens, and for NUL bytes.
    """
    text = _text(file, layout.encoding)
    for _ in range(layout.preamble):
        next(text)
    kept = _Kept(path, text, layout.preamble)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(kept, delimiter=layout.delimiter, strict=True)
    start = layout.preamble
    try:
        for cells in reader:
            yield start + 1, cells
            start = layout.preamble + reader.line_num
            kept.lines.clear()
    except csv.Error as error:
        raise _bad_csv(path, kept.lines, start, str(error), layout.delimiter) from error


class _Kept:
    """Lines of text, remembered while they may belong to one row; NUL bytes refused."""

    def __init__(self, path: str, text: Iterator[str], number: int) -> None:
        self.path, self.text, self.number = path, text, number
        self.lines: list[str] = []

    def __iter__(self) -> _Kept:
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.number += 1
        if "\0" in line:
            raise InputError(Problem("list_nul", {}, self.path, self.number))
        self.lines.append(line)
        return line


def _bad_csv(path: str, lines: list[str], before: int, detail: str, delimiter: str) -> InputError:
    """Malformed CSV: where the quote opens that was not closed, or that closes before its cell ends."""
    opened, open_, column = before + 1, False, 1
    for number, line in enumerate(lines, before + 1):
        for at, letter in enumerate(line):
            if letter == '"':
                open_ = not open_
                if open_ and line[at - 1 : at] != '"':
                    opened, column = number, line.count(delimiter, 0, at) + 1
    if "delimiter" in detail or "expected after" in detail:
        return InputError(Problem("list_quote_inside", {"column": column}, path, opened))
    if not open_ and "field limit" in detail:
        return InputError(Problem("list_cell_too_long", {"limit": MAX_CELL}, path, opened))
    if open_ or "end of data" in detail:
        return InputError(Problem("list_quote_open", {"column": column}, path, opened))
    return InputError(Problem("list_bad_csv", {"detail": detail}, path, opened))


# -- encodings ----------------------------------------------------------------------------------------------------


def encoding_of(path: str, file: BinaryIO, known: Known | None = None) -> str:
    """The encoding of a text ``file``: UTF-8, UTF-16 with or without its mark; Windows-1258 where ``known`` tells.

    Raises :class:`InputError` for anything else, by name and line where it can.
    """
    file.seek(0)
    start = file.read(START)
    encoding = wide_encoding(start) or UTF8
    broken = first_error(file, encoding)
    if broken is None:
        return encoding
    number, share = broken
    problem = InputError(Problem("list_not_utf8", {}, path, number))
    if encoding != UTF8 or share > 0.5 or known is None:
        raise problem
    try:
        peek = _peek(file, "cp1258")
        if best_score(_cells(peek, _delimiter(peek, known)), known) > 0 and first_error(file, "cp1258") is None:
            return "cp1258"
    except UnicodeDecodeError:
        pass
    peek = _peek(file, "latin-1")
    cells = (str(cell) for _, line in _cells(peek, _delimiter(peek, None)) for cell in line)
    legacy = legacy_encoding(cells, known)
    if legacy is not None:
        raise InputError(Problem("list_legacy_encoding", {"encoding": legacy}, path)) from None
    raise problem


def _text(file: BinaryIO, encoding: str) -> Generator[str]:
    """The lines of ``file``, as any system ends them; what Windows-1258 spreads over two letters is put together."""
    file.seek(0)
    wrapped = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        # Not "yield from": it would close the file along with this generator.
        for line in wrapped:
            yield unicodedata.normalize("NFC", line) if encoding == "cp1258" else line
    finally:
        with contextlib.suppress(ValueError):  # the file was closed before its last line was asked for
            wrapped.detach()


def _peek(file: BinaryIO, encoding: str) -> list[str]:
    text = _text(file, encoding)
    try:
        return [line[:_PEEK_BYTES] for line in islice(text, _PEEK_LINES)]
    finally:
        text.close()


def _cells(lines: list[str], delimiter: str, before: int = 0) -> list[Line]:
    """The first lines as cells, however they are quoted; what is wrong with them is told when they are read."""
    rows: list[Line] = []
    reader = csv.reader(iter(lines), delimiter=delimiter)
    start = before
    csv.field_size_limit(MAX_CELL)
    try:
        for cells in reader:
            rows.append((start + 1, cells))
            start = before + reader.line_num
    except csv.Error:
        pass
    return rows


def _delimiter(lines: list[str], known: Known | None) -> str:
    """The delimiter that shows most known headers, else the one that the widest line has most of."""

    cells = {mark: _cells(lines, mark) for mark in DELIMITERS}
    shown: dict[str, int] = {}
    if known is not None:
        widest = {mark: most_texts(of) for mark, of in cells.items()}
        for mark in sorted(DELIMITERS, key=widest.__getitem__, reverse=True):
            # No line shows more names than it has texts.
            if widest[mark] >= max(shown.values(), default=0):
                shown[mark] = best_score(cells[mark], known)
    return max(DELIMITERS, key=lambda mark: (shown.get(mark, 0), max((line.count(mark) for line in lines), default=0)))
