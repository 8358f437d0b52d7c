"""Reading lists as offices keep them: CSV, workbooks, JSON Lines and Parquet, one file or several."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, os_reason
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.values import normalise
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.delimited import csv_lines, inspect_csv
from ancu.screening.lists.table_shape import Head, Known, Line, full, is_filled, rows_below
from ancu.screening.lists.workbooks import is_book, plain, read_sheet, stranger
from ancu.text_files import decode

JSON_SUFFIXES = (".jsonl", ".ndjson")
PARQUET_SUFFIX = ".parquet"


@dataclass(frozen=True)
class Row:
    """One case of a list: the line it starts on, its cells by header, and cells beyond the headers."""

    line: int
    cells: dict[str, Any]
    surplus: tuple[str, ...] = ()


@dataclass
class DayNumbers:
    """One number that stands for a day, and how many cells of its column hold such numbers."""

    number: int
    day: date
    count: int = 0


@dataclass(frozen=True)
class ListFile:
    """A file that a list was read from, its digest and its ``size`` in bytes.

    ``skipped`` are the lines with content that are no case: titles above the header, the numbers under it, headings,
    totals. ``unread`` are other sheets that look like lists. ``unit`` and ``unit_used`` are those of its head.
    ``day_zero`` is the day from which a workbook counts days; ``day_numbers`` are the cells, by header, that were such
    numbers and were read as days.
    """

    path: str
    sha256: str = ""
    size: int = 0
    rows: int = 0
    skipped: tuple[int, ...] = ()
    sheet: str | None = None
    unread: tuple[str, ...] = ()
    unit: str | None = None
    unit_used: bool = False
    day_zero: date | None = None
    day_numbers: Mapping[str, DayNumbers] = field(default_factory=dict)


@dataclass(frozen=True)
class Listing:
    """A list as read: its headers in order, and its rows; rows without any content are left out.

    ``file_column`` is the header under which rows name their file, where there are several; it is among ``headers``.
    """

    headers: list[str]
    rows: list[Row]
    skipped: tuple[int, ...] = ()
    files: tuple[ListFile, ...] = ()
    file_column: str | None = None

    def place(self, row: Row) -> str:
        """Where a row stands, to be told: its line, with its file where there are several."""
        return f"{row.cells[self.file_column]}:{row.line}" if self.file_column else str(row.line)


def read_listing(path: str, known: Known | None = None, sheet: str | None = None) -> Listing:
    """The list at ``path`` (``-``: CSV on standard input). Raises :class:`InputError` naming file and place.

    ``known`` finds the header of an office list under its title lines, over one row or more; without it the first line
    is the header. ``sheet`` names the sheet of a workbook; else the visible one with most known headers is read.
    """
    content = _content(path)
    suffix = Path(path).suffix.lower()
    if suffix == PARQUET_SUFFIX or content[:4] == b"PAR1":
        listing = _parquet(path, content)
    elif is_book(suffix, content):
        listing = _workbook(path, content, known, sheet)
    elif suffix in JSON_SUFFIXES:
        listing = _json_lines(path, decode(path, content))
    elif (kind := stranger(content)) is not None:
        raise InputError(Problem("list_not_a_list", {"kind": kind}, path))
    else:
        listing = _csv(path, content, known)
    if not listing.rows:
        raise InputError(Problem("list_empty", {}, path))
    (file,) = listing.files or (ListFile(path),)
    digest = hashlib.sha256(content).hexdigest()
    file = replace(file, sha256=digest, size=len(content), rows=len(listing.rows), skipped=listing.skipped)
    return replace(listing, files=(file,))


def read_lists(
    paths: Sequence[str], meanings: Meanings, sheet: str | None = None, lang: Language | None = None
) -> Listing:
    """The lists at ``paths`` as one. Headers that mean the same become one column, named as in the first file.

    Where there is more than one file, each row names its own in a first column. Raises :class:`InputError`.
    """
    listings = [_with_days(read_listing(path, meanings.known, sheet), meanings) for path in paths]
    if len(listings) == 1:
        return listings[0]
    columns: dict[object, str] = {}
    for listing in listings:
        for header in listing.headers:
            columns.setdefault(meanings.find(header) or normalise(header), header)
    file_column = message("column_file", lang)
    while file_column in columns.values():
        file_column += "*"
    rows = []
    for listing, path in zip(listings, paths, strict=True):
        names = [(header, columns[meanings.find(header) or normalise(header)]) for header in listing.headers]
        if len({name for _, name in names}) < len(names):
            raise _same_twice(path, names)
        for row in listing.rows:
            cells = {file_column: path} | {name: row.cells[header] for header, name in names if header in row.cells}
            rows.append(replace(row, cells=cells))
    files = tuple(file for listing in listings for file in listing.files)
    return Listing([file_column, *columns.values()], rows, (), files, file_column)


#: Day numbers of Excel from 1950 to 2099: five digits, so that a year is never taken for one.
_DAYS = range(18_264, 73_051)


def _with_days(listing: Listing, meanings: Meanings) -> Listing:
    """``listing`` with days where its workbook's columns of dates hold their numbers."""
    (file,) = listing.files
    if file.day_zero is None:
        return listing
    found: dict[str, DayNumbers] = {}
    for header in filter(meanings.is_day, listing.headers):
        for row in listing.rows:
            number = row.cells.get(header)
            if isinstance(number, int) and not isinstance(number, bool) and number in _DAYS:
                day = row.cells[header] = file.day_zero + timedelta(days=number)
                found.setdefault(header, DayNumbers(number, day)).count += 1
    return replace(listing, files=(replace(file, day_numbers=found),))


def _same_twice(path: str, names: list[tuple[str, str]]) -> InputError:
    seen: dict[str, str] = {}
    for header, name in names:
        if name in seen:
            values = {"first": seen[name], "second": header, "fact": name}
            return InputError(Problem("list_columns_same", values, path))
        seen[name] = header
    raise AssertionError


def list_paths(given: Iterable[str]) -> list[str]:
    """The files that ``given`` paths and patterns (``xa-*.xlsx``) name, patterns in order of name.

    Raises :class:`InputError` for a folder, a pattern that fits nothing, and a file named twice.
    """
    found: dict[str, str] = {}
    for path in given:
        named = [path]
        if path != "-" and glob.has_magic(path) and not os.path.lexists(path):
            # What Excel keeps beside an open workbook is no list.
            named = sorted(name for name in glob.glob(path) if not os.path.basename(name).startswith("~$"))
            if not named:
                raise InputError(Problem("list_no_match", {"pattern": path}))
        for name in named:
            if os.path.isdir(name):
                raise InputError(Problem("list_is_folder", {"path": name, "pattern": os.path.join(name, "*.xlsx")}))
            real = name if name == "-" else os.path.realpath(name)
            if real in found:
                raise InputError(Problem("list_given_twice", {"path": name, "first": found[real]}))
            found[real] = name
    return list(found.values())


@contextlib.contextmanager
def steady(path: str) -> Iterator[None]:
    """Raise :class:`InputError` if the file at ``path`` changes while the block reads it."""
    before = _state(path)
    yield
    if _state(path) != before:
        raise InputError(Problem("list_changed", {}, path))


def _state(path: str) -> tuple[int, ...] | None:
    if path == "-":
        return None
    try:
        found = os.stat(path)
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    # A pipe has no state that lasts.
    return (found.st_ino, found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def _content(path: str) -> bytes:
    with steady(path):
        try:
            return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        except OSError as error:
            raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error


# -- tables -------------------------------------------------------------------------------------------------------


@cache
def added_headings() -> frozenset[str]:
    """The columns that a file of rejects has besides those of its list; they are left out when it is read again."""
    keys = ("reject_line", "reject_column", "reject_value", "reject_problem")
    return frozenset(message(key, lang) for key in keys for lang in LANGUAGES)


def table_rows(
    path: str,
    head: Head,
    lines: Iterable[Line],
    skip: Callable[[int], None] | None = None,
) -> Iterator[Row]:
    """The rows of a table with this ``head``, from all its ``lines``, one by one.

    ``skip`` is told the lines below the header that are no case; without it all are cases. Raises :class:`InputError`
    at a column that has content and no header.
    """
    filled = (line for line in lines if is_filled(line[1]))
    for _ in range(head.below):
        next(filled)
    width, added = len(head.headers), added_headings()
    named = [(i, header) for i, header in enumerate(head.headers) if header and header not in added]
    nameless = [i for i, header in enumerate(head.headers) if not header]
    for number, cells in rows_below(filled, width, skip) if skip is not None else filled:
        cells = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        for i in nameless:
            if full([cells[i]]):
                values = {"position": i + 1, "value": str(cells[i]), "row": number}
                raise InputError(Problem("list_header_empty", values, path, head.line))
        yield Row(number, {header: cells[i] for i, header in named}, tuple(full(cells[width:])))


def _listing(path: str, head: Head, lines: Iterable[Line], known: Known | None, file: ListFile) -> Listing:
    skipped = list(head.skipped)
    skip = skipped.append if known is not None else None
    rows = list(table_rows(path, head, lines, skip))
    headers = [header for header in head.headers if header and header not in added_headings()]
    file = replace(file, unit=head.unit, unit_used=head.unit_used)
    return Listing(headers, rows, tuple(sorted(skipped)), (file,))


def _csv(path: str, content: bytes, known: Known | None) -> Listing:
    file = io.BytesIO(content)
    layout = inspect_csv(path, file, known)
    return _listing(path, layout.head, csv_lines(path, file, layout), known, ListFile(path))


def _workbook(path: str, content: bytes, known: Known | None, sheet: str | None) -> Listing:
    read = read_sheet(path, content, known, sheet)
    file = ListFile(path, sheet=read.name, unread=read.others, day_zero=read.day_zero)
    return _listing(path, read.head, read.lines, known, file)


# -- records ------------------------------------------------------------------------------------------------------


def _parquet(path: str, content: bytes) -> Listing:
    try:
        from pyarrow import ArrowException, BufferReader, parquet
    except ImportError as error:
        raise InputError(Problem("list_needs_parquet", {}, path)) from error
    try:
        table = parquet.read_table(BufferReader(content))
    except (ArrowException, OSError, ValueError) as error:
        raise InputError(Problem("list_bad_parquet", {"detail": str(error)}, path)) from error
    columns = {name: column.to_pylist() for name, column in zip(table.column_names, table.columns, strict=True)}
    if len(columns) < len(table.column_names):
        twice = next(name for name in table.column_names if table.column_names.count(name) > 1)
        raise InputError(Problem("list_header_twice", {"header": twice}, path))
    rows = [
        Row(number, dict(zip(columns, map(plain, cells), strict=True)))
        for number, cells in enumerate(zip(*columns.values(), strict=True), 1)
        if full(cells)
    ]
    return Listing(list(columns), rows)


def _json_lines(path: str, text: str) -> Listing:
    headers: dict[str, None] = {}
    rows: list[Row] = []
    # Only line feeds end a line of JSON: others may stand inside its texts.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        record = parse_object(path, line, number)
        headers.update(dict.fromkeys(record))
        rows.append(Row(number, record))
    return Listing(list(headers), rows)


def parse_object(path: str, text: str, line: int = 1) -> dict[str, Any]:
    """One JSON object, decimals exact, repeated keys refused; :class:`InputError` otherwise."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise InputError(Problem("json_key_twice", {"key": key}, path, line))
            found[key] = value
        return found

    try:
        record = json.loads(text, parse_float=Decimal, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        at = line + error.lineno - 1
        raise InputError(Problem("json_bad", {"detail": error.msg}, path, at, error.colno)) from error
    except RecursionError as error:
        raise InputError(Problem("json_bad", {"detail": "nesting"}, path, line)) from error
    except ValueError as error:  # a number too long to be read
        raise InputError(Problem("json_bad", {"detail": str(error)}, path, line)) from error
    if not isinstance(record, dict):
        raise InputError(Problem("json_not_an_object", {}, path, line))
    return record
