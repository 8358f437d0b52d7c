"""Reading lists as offices keep them: CSV, workbooks, JSON Lines and Parquet, one file or several."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain
from pathlib import Path

from ancu.errors import InputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.spelling import seen
from ancu.rulebook.values import is_blank, normalise
from ancu.screening.headers.group_titles import TitlesOf
from ancu.screening.headers.meanings import Meanings
from ancu.screening.lists import dittos as dittos_of
from ancu.screening.lists.delimited import csv_lines, inspect_csv
from ancu.screening.lists.json_records import json_lines
from ancu.screening.lists.listing import DayNumbers, ListFile, Listing, Row
from ancu.screening.lists.paths import content_of
from ancu.screening.lists.table_rows import added_headings, table_rows
from ancu.screening.lists.table_shape import Head, IsCase, Known, Line, full, number_headers
from ancu.screening.lists.workbooks import Sheet, is_book, plain, read_sheets, stranger
from ancu.text_files import decode

#: Which sheets of a workbook are read: one, several, :data:`ALL_SHEETS`; None: the one most like a list.
Sheets = str | tuple[str, ...] | None
JSON_SUFFIXES = (".jsonl", ".ndjson")
PARQUET_SUFFIX = ".parquet"


def read_listing(
    path: str,
    known: Known | None = None,
    sheet: str | None = None,
    relation: Known | None = None,
    is_case: IsCase | None = None,
    titles_of: TitlesOf | None = None,
) -> Listing:
    """The list at ``path`` (``-``: CSV on standard input). Raises :class:`InputError` naming file and place.

    ``known`` finds the header of an office list under its title lines, over one row or more; without it the first
    line is the header. ``sheet`` names the sheet of a workbook; else the visible one with most known headers is read;
    a further one of people, told by a header of ``relation``, is named. ``is_case`` knows the cells of a case,
    ``titles_of`` what heads a group of rows.
    """
    (listing,) = _listings(path, known, (sheet,) if sheet is not None else (), relation, is_case, titles_of)
    return listing


def _listings(
    path: str,
    known: Known | None,
    sheets: Sequence[str],
    relation: Known | None,
    is_case: IsCase | None,
    titles_of: TitlesOf | None,
) -> list[Listing]:
    """The list at ``path``, or those on several sheets of a workbook."""
    content = content_of(path)
    suffix = Path(path).suffix.lower()
    if suffix == PARQUET_SUFFIX or content[:4] == b"PAR1":
        listings = [_parquet(path, content)]
    elif is_book(suffix, content):
        read = read_sheets(path, content, known, sheets, relation)
        listings = [_of_sheet(path, sheet, known, is_case, titles_of) for sheet in read]
        # One sheet of several may be empty so far.
        listings = [listing for listing in listings if listing.rows] or listings[:1]
    elif suffix in JSON_SUFFIXES:
        listings = [json_lines(path, decode(path, content))]
    elif suffix == ".json":
        raise InputError(Problem("list_json_record", {"path": path}, path))
    elif (kind := stranger(content)) is not None:
        raise InputError(Problem("list_not_a_list", {"kind": kind}, path))
    else:
        listings = [_csv(path, content, known, is_case, titles_of)]
    if not listings[0].rows:
        raise InputError(Problem("list_empty", {}, path))
    return [_with_digest(listing, path, content) for listing in listings]


def _with_digest(listing: Listing, path: str, content: bytes) -> Listing:
    (file,) = listing.files or (ListFile(path),)
    digest = hashlib.sha256(content).hexdigest()
    file = replace(file, sha256=digest, size=len(content), rows=len(listing.rows), skipped=listing.skipped)
    return replace(listing, files=(file,))


def read_lists(paths: Sequence[str], meanings: Meanings, sheet: Sheets = None, lang: Language | None = None) -> Listing:
    """The lists at ``paths`` as one. Headers that mean the same become one column, named as in the first of them.

    Where there is more than one file, each row names its own in a first column; and so it does its sheet, where several
    sheets of a workbook are read: those named by ``sheet``, or all that look like lists (:data:`ALL_SHEETS`). Raises
    :class:`InputError`.
    """
    sheets = (sheet,) if isinstance(sheet, str) else sheet or ()
    listings = [
        _with_days(listing, meanings)
        for path in paths
        for listing in _listings(
            path, meanings.known, sheets, meanings.is_relation, meanings.is_case, meanings.titles_of
        )
    ]
    if len(listings) == 1:
        return listings[0]
    columns: dict[object, str] = {}
    for listing in listings:
        for header in listing.headers:
            columns.setdefault(meanings.find(header) or normalise(header), header)
    of_sheet: dict[str, str] = {}
    added = []
    if len(paths) > 1:
        added.append(_free(message("column_file", lang), columns.values()))
    if len(listings) > len(paths):
        added.append(_free(message("column_sheet", lang), columns.values()))
    rows = []
    files: list[ListFile] = []
    for listing in listings:
        (file,) = listing.files
        path = file.path
        places = ([path] if len(paths) > 1 else []) + ([file.sheet or ""] if len(listings) > len(paths) else [])
        of_sheet = dict(zip(added, places, strict=True))
        names = [(header, columns[meanings.find(header) or normalise(header)]) for header in listing.headers]
        if len({name for _, name in names}) < len(names):
            raise _same_twice(path, names, meanings)
        for row in listing.rows:
            cells = of_sheet | {name: row.cells[header] for header, name in names if header in row.cells}
            rows.append(replace(row, cells=cells))
        files.append(replace(file, headers=tuple(name for _, name in names)))
    return Listing([*added, *columns.values()], rows, (), tuple(files), added[0])


def _free(header: str, taken: Collection[str]) -> str:
    """``header``, or one like it that no column has yet."""
    while header in taken:
        header += "*"
    return header


#: Day numbers of Excel from 1950 to 2099: five digits, so that a year is never taken for one.
_DAYS = range(18_264, 73_051)
_MONTHS = 12
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/.-][0-9]{1,2}[/.-][0-9]{4}\b")


def _with_days(listing: Listing, meanings: Meanings) -> Listing:
    """``listing`` with days where its workbook's columns of dates hold their numbers."""
    (file,) = listing.files
    if file.day_zero is None:
        return listing
    day_numbers: dict[str, DayNumbers] = {}
    swapped: dict[str, tuple[int, ...]] = {}
    for header in filter(meanings.is_day, listing.headers):
        for row in listing.rows:
            number = row.cells.get(header)
            # An hour is a fraction of a day.
            if isinstance(number, (int, Decimal)) and not isinstance(number, bool) and int(number) in _DAYS:
                day = row.cells[header] = file.day_zero + timedelta(days=int(number))
                day_numbers.setdefault(header, DayNumbers(int(number), day)).count += 1
        if lines := _swapped(listing, header):
            swapped[header] = lines
    return replace(listing, files=(replace(file, day_numbers=day_numbers, days_swapped=swapped),))


def _swapped(listing: Listing, header: str) -> tuple[int, ...]:
    """The lines of days that a program may have read month first.

    It leaves as texts those days that are none so, with a day above 12; every day that it made has one up to 12.
    """
    made, texts = [], []
    for row in listing.rows:
        cell = row.cells.get(header)
        if isinstance(cell, date):
            made.append((row.line, cell.day))
        elif isinstance(cell, str) and (day := _DAY_FIRST.match(seen(cell).strip().removeprefix("'"))):
            texts.append(int(day[1]))
    if texts and min(texts) > _MONTHS and made and max(day for _, day in made) <= _MONTHS:
        return tuple(line for line, _ in made)
    return ()


def _same_twice(path: str, names: list[tuple[str, str]], meanings: Meanings) -> InputError:
    seen: dict[str, str] = {}
    for header, name in names:
        if name in seen:
            meaning = meanings.find(header)
            fact = meanings.label(meaning.name) if meaning is not None else name
            values = {"first": seen[name], "second": header, "fact": fact}
            return InputError(Problem("list_columns_same", values, path))
        seen[name] = header
    raise AssertionError


def _listing(
    path: str,
    head: Head,
    lines: Iterable[Line],
    known: Known | None,
    file: ListFile,
    is_case: IsCase | None,
    titles_of: TitlesOf | None,
    *,
    even: bool = False,
) -> Listing:
    skipped = list(head.skipped)
    skip = skipped.append if known is not None else None
    titles = titles_of(head.headers) if titles_of is not None else None
    rows = list(table_rows(path, head, lines, skip, is_case, even=even, titles=titles))
    headers = [header for header in head.headers if header and header not in added_headings()]
    found = tuple(titles.found) if titles is not None else ()
    read = [] if known is None else [h for h in headers if known(h) or normalise(h) in number_headers()]
    dittos = dittos_of.resolve(rows, read)
    headers += dict.fromkeys(title.header for title in found)
    number = head.headers[head.numbers] if head.numbers is not None and known is not None else None
    unnumbered = () if number is None else tuple(row.line for row in rows if is_blank(row.cells.get(number)))
    file = replace(file, unit=head.unit, unit_used=head.unit_used, titles=found, dittos=dittos, unnumbered=unnumbered)
    return Listing(headers, rows, tuple(sorted(skipped)), (file,))


def _csv(path: str, content: bytes, known: Known | None, is_case: IsCase | None, titles_of: TitlesOf | None) -> Listing:
    file = io.BytesIO(content)
    layout = inspect_csv(path, file, known)
    return _listing(
        path, layout.head, csv_lines(path, file, layout), known, ListFile(path), is_case, titles_of, even=layout.even
    )


def _of_sheet(
    path: str, read: Sheet, known: Known | None, is_case: IsCase | None, titles_of: TitlesOf | None
) -> Listing:
    file = ListFile(
        path,
        sheet=read.name,
        unread=read.others,
        unlike=read.unlike,
        members_sheet=read.members,
        day_zero=read.day_zero,
        merged=read.merged,
    )
    listing = _listing(path, read.head, read.lines, known, file, is_case, titles_of)
    if known is None:
        return listing
    unseen = set(chain.from_iterable(read.hidden))
    hidden = tuple(row.line for row in listing.rows if row.line in unseen)
    columns = tuple(filter(known, read.hidden_columns))
    return replace(listing, files=(replace(listing.files[0], hidden=hidden, hidden_columns=columns),))


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
