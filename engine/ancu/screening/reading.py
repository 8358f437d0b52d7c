"""Reading lists as offices keep them: CSV, workbooks and JSON Lines; titles above, numbers under the header, totals."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, os_reason, suggestion
from ancu.screening.legacy import legacy_encoding

JSON_SUFFIXES = (".jsonl", ".ndjson")
BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
#: How far down a list its header may stand, under title lines.
MAX_TITLE_LINES = 30
_COLUMN_NUMBER = re.compile(r"\(?\s*(\d{1,3})\s*\)?")
_TOTAL = re.compile(r"(tổng|cộng|total)( (cộng|số|hồ sơ|hộ|người|danh sách))*[\s:.\d]*", re.IGNORECASE)
#: Whether a header is the name of something a record may hold.
Known = Callable[[str], bool]
Line = tuple[int, list[Any]]


@dataclass(frozen=True)
class Row:
    """One case of a list: the line it starts on, its cells by header, and cells beyond the headers."""

    line: int
    cells: dict[str, Any]
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A list as read: its headers in order, and its rows; rows without any content are left out.

    ``skipped`` are the lines that are no case: titles above the header, the numbers under it, totals at the foot.
    """

    headers: list[str]
    rows: list[Row]
    skipped: tuple[int, ...] = ()


def read_listing(path: str, known: Known | None = None, sheet: str | None = None) -> Listing:
    """The list at ``path`` (``-``: CSV on standard input). Raises :class:`InputError` naming file and place.

    ``known`` finds the header of an office list under its title lines, over one row or two; without it the first line
    is the header. ``sheet`` names the sheet of a workbook; else the one with most known headers is read.
    """
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    suffix = Path(path).suffix.lower()
    if suffix in BOOK_SUFFIXES or content[:4] in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        listing = _workbook(path, content, known, sheet)
    elif suffix in JSON_SUFFIXES:
        listing = _json_lines(path, decode(path, content))
    else:
        listing = _listing(path, _csv(path, _decode_list(path, content, known)), known)
    if not listing.rows:
        raise InputError(Problem("list_empty", {}, path))
    return listing


def decode(path: str, content: bytes) -> str:
    """``content`` as text, from UTF-8, or UTF-16 with its mark; :class:`InputError` if it is neither."""
    try:
        if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(Problem("list_not_utf8", {}, path, line)) from error


def _decode_list(path: str, content: bytes, known: Known | None) -> str:
    """As :func:`decode`; Windows-1258 too, where its headers are known."""
    try:
        return decode(path, content)
    except InputError:
        if known is None:
            raise
        text = unicodedata.normalize("NFC", content.decode("cp1258", errors="replace"))
        if _best(_csv(path, text), known) > 0:
            return text
        cells = (str(cell) for _, line in _csv(path, content.decode("latin-1")) for cell in line)
        encoding = legacy_encoding(cells, known)
        if encoding is not None:
            raise InputError(Problem("list_legacy_encoding", {"encoding": encoding}, path)) from None
        raise


def _csv(path: str, text: str) -> list[Line]:
    lines: list[Line] = []
    # The delimiter is that of the widest of the first lines: title lines have none.
    first = text.split("\n", MAX_TITLE_LINES)[:MAX_TITLE_LINES]
    delimiter = max(",;\t", key=lambda mark: max(line.count(mark) for line in first))
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    try:
        for cells in reader:
            lines.append((before + 1, list(cells)))
            before = reader.line_num
    except csv.Error as error:
        raise InputError(Problem("list_bad_csv", {"detail": str(error)}, path, reader.line_num)) from error
    return lines


def _workbook(path: str, content: bytes, known: Known | None, sheet: str | None) -> Listing:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise InputError(Problem("list_needs_excel", {}, path)) from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        if sheet is not None and sheet not in names:
            values = {"sheet": sheet, "known": ", ".join(names), "hint": suggestion(sheet, names)}
            raise InputError(Problem("list_no_sheet", values, path))
        chosen = [sheet] if sheet is not None else names
        grids = {name: _sheet_lines(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in chosen}
    except (CalamineError, OSError, ValueError) as error:
        raise InputError(Problem("list_bad_workbook", {"detail": str(error)}, path)) from error
    filled = {name: lines for name, lines in grids.items() if any(_full(cells) for _, cells in lines)}
    if not filled:
        raise InputError(Problem("list_empty", {}, path))
    best = max(filled, key=lambda name: _best(filled[name], known)) if known is not None else next(iter(filled))
    return _listing(path, filled[best], known)


def _sheet_lines(rows: Iterable[Iterable[Any]]) -> list[Line]:
    return [(number, [_plain(cell) for cell in row]) for number, row in enumerate(rows, 1)]


def _plain(cell: Any) -> Any:
    """A workbook's cell as a clerk sees it: whole numbers without a fraction, days without an hour."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else Decimal(f"{cell:.12g}")
    if isinstance(cell, datetime):
        return cell.date()
    return str(cell) if isinstance(cell, (time, timedelta)) else cell


# -- from lines to a list -----------------------------------------------------------------------------------------


def _full(cells: Iterable[Any]) -> list[str]:
    """The cells that say something, as text."""
    return [text for cell in cells if cell is not None and (text := str(cell).strip())]


def _score(headers: Iterable[str], known: Known) -> int:
    return sum(known(header) for header in headers if header)


def _best(lines: list[Line], known: Known) -> int:
    """How many known headers the best line of a list has."""
    top = [cells for _, cells in lines[:MAX_TITLE_LINES]]
    return max((_score(_texts(cells), known) for cells in top), default=0)


def _texts(cells: Iterable[Any]) -> list[str]:
    return ["" if cell is None else " ".join(str(cell).split()) for cell in cells]


def _listing(path: str, lines: list[Line], known: Known | None) -> Listing:
    filled = [(number, cells) for number, cells in lines if _full(cells)]
    if not filled:
        return Listing([], [])
    at, height, headers = _find_header(filled, known)
    if known is not None and not _score(headers, known):
        encoding = legacy_encoding((text for _, cells in filled[:MAX_TITLE_LINES] for text in _texts(cells)), known)
        if encoding is not None:
            raise InputError(Problem("list_legacy_encoding", {"encoding": encoding}, path))
    body = filled[at + height :]
    skipped = [number for number, _ in filled[:at]]
    if body and _is_numbering(body[0][1]):
        skipped.append(body.pop(0)[0])
    if known is not None:
        foot = next((i for i, (_, cells) in enumerate(body) if _TOTAL.fullmatch(_full(cells)[0])), len(body))
        # A line that begins with "total" ends the list only if nothing but a few remarks follows it.
        if all(len(_full(cells)) <= 3 for _, cells in body[foot + 1 :]):
            skipped += [number for number, _ in body[foot:]]
            body = body[:foot]
    names = _headers(path, headers, [cells for _, cells in body], filled[at][0])
    width = len(headers)
    rows = []
    for number, cells in body:
        padded = [*cells, *[""] * (width - len(cells))]
        named = {name: cell for name, cell in zip(names, padded, strict=False) if name}
        rows.append(Row(number, named, tuple(_full(cells[width:]))))
    return Listing([name for name in names if name], rows, tuple(skipped))


def _find_header(lines: list[Line], known: Known | None) -> tuple[int, int, list[str]]:
    """Where the header stands, on how many lines, and its texts: the line, or two, with most known names."""
    best = (0, 1, _texts(lines[0][1]))
    if known is None:
        return best
    score = _score(best[2], known)
    for i, (_, cells) in enumerate(lines[:MAX_TITLE_LINES]):
        single = _texts(cells)
        candidates = [(1, single)]
        if i + 1 < len(lines):
            candidates.append((2, _two_lines(single, _texts(lines[i + 1][1]), known)))
        for height, texts in candidates:
            found = _score(texts, known)
            if found > score:
                score, best = found, (i, height, texts)
    return best


def _two_lines(upper: list[str], lower: list[str], known: Known) -> list[str]:
    """The headers of a table whose upper line spans groups of columns."""
    width = max(len(upper), len(lower))
    upper, lower = (line + [""] * (width - len(line)) for line in (upper, lower))
    group, said = "", []
    for top, bottom in zip(upper, lower, strict=True):
        group = top or (group if bottom else "")
        whole = " ".join(filter(None, (group, bottom)))
        said.append(bottom if bottom and known(bottom) and not known(whole) else whole)
    return said


def _is_numbering(cells: list[Any]) -> bool:
    """Whether a line only numbers the columns: (1) (2) (3). Without brackets, two or three numbers may be a case."""
    texts = _full(cells)
    marks = [_COLUMN_NUMBER.fullmatch(text) for text in texts]
    numbers = [int(mark[1]) for mark in marks if mark]
    least = 2 if all(text.startswith("(") for text in texts) else 4
    return len(texts) >= least and numbers == list(range(1, len(texts) + 1))


def _headers(path: str, texts: list[str], body: list[list[Any]], line: int) -> list[str]:
    """The headers, "" for a column without header or content; an unnamed column with content is refused."""
    for i, header in enumerate(texts):
        if not header and any(_full(cells[i : i + 1]) for cells in body):
            raise InputError(Problem("list_header_empty", {"position": i + 1}, path, line))
        if header and header in texts[:i]:
            raise InputError(Problem("list_header_twice", {"header": header}, path, line))
    return texts


def _json_lines(path: str, text: str) -> Listing:
    headers: dict[str, None] = {}
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
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
    if not isinstance(record, dict):
        raise InputError(Problem("json_not_an_object", {}, path, line))
    return record
