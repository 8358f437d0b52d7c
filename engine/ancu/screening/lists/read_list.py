"""Reading lists as offices keep them: CSV, workbooks, JSON Lines and Parquet, one file or several."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from ancu.errors import InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.values import normalise
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists.delimited import csv_lines, inspect_csv
from ancu.screening.lists.json_records import json_lines
from ancu.screening.lists.listing import DayNumbers, ListFile, Listing, Row
from ancu.screening.lists.paths import content_of
from ancu.screening.lists.table_rows import added_headings, table_rows
from ancu.screening.lists.table_shape import Head, Known, Line, full
from ancu.screening.lists.workbooks import is_book, plain, read_sheet, stranger
from ancu.text_files import decode

JSON_SUFFIXES = (".jsonl", ".ndjson")
PARQUET_SUFFIX = ".parquet"


def read_listing(
    path: str, known: Known | None = None, sheet: str | None = None, relation: Known | None = None
) -> Listing:
    """The list at ``path`` (``-``: CSV on standard input). Raises :class:`InputError` naming file and place.

    ``known`` finds the header of an office list under its title lines, over one row or more; without it the first line
    is the header. ``sheet`` names the sheet of a workbook; else the visible one with most known headers is read; a
    further one of people, told by a header of ``relation``, is named.
    """
    content = content_of(path)
    suffix = Path(path).suffix.lower()
    if suffix == PARQUET_SUFFIX or content[:4] == b"PAR1":
        listing = _parquet(path, content)
    elif is_book(suffix, content):
        listing = _workbook(path, content, known, sheet, relation)
    elif suffix in JSON_SUFFIXES:
        listing = json_lines(path, decode(path, content))
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
    listings = [_with_days(read_listing(path, meanings.known, sheet, meanings.is_relation), meanings) for path in paths]
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
    day_numbers: dict[str, DayNumbers] = {}
    for header in filter(meanings.is_day, listing.headers):
        for row in listing.rows:
            number = row.cells.get(header)
            if isinstance(number, int) and not isinstance(number, bool) and number in _DAYS:
                day = row.cells[header] = file.day_zero + timedelta(days=number)
                day_numbers.setdefault(header, DayNumbers(number, day)).count += 1
    return replace(listing, files=(replace(file, day_numbers=day_numbers),))


def _same_twice(path: str, names: list[tuple[str, str]]) -> InputError:
    seen: dict[str, str] = {}
    for header, name in names:
        if name in seen:
            values = {"first": seen[name], "second": header, "fact": name}
            return InputError(Problem("list_columns_same", values, path))
        seen[name] = header
    raise AssertionError


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


def _workbook(path: str, content: bytes, known: Known | None, sheet: str | None, relation: Known | None) -> Listing:
    read = read_sheet(path, content, known, sheet, relation)
    file = ListFile(path, sheet=read.name, unread=read.others, members_sheet=read.members, day_zero=read.day_zero)
    return _listing(path, read.head, read.lines, known, file)


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
