"""Reading lists: CSV (comma, semicolon or tab) and JSON Lines, in UTF-8 with or without a byte-order mark."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ancu.errors import InputError, Problem, os_reason

JSON_SUFFIXES = (".jsonl", ".ndjson")


@dataclass(frozen=True)
class Row:
    """One case of a list: the line it starts on, its cells by header, and cells beyond the headers."""

    line: int
    cells: dict[str, Any]
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True)
class Listing:
    """A list as read: its headers in order, and its rows; rows without any content are left out."""

    headers: list[str]
    rows: list[Row]


def read_listing(path: str) -> Listing:
    """The list at ``path`` (``-``: CSV on standard input). Raises :class:`InputError` naming file and place."""
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise InputError(Problem("file_unreadable", {"path": path, "reason": os_reason(error)})) from error
    text = decode(path, content)
    listing = _json_lines(path, text) if Path(path).suffix.lower() in JSON_SUFFIXES else _csv(path, text)
    if not listing.rows:
        raise InputError(Problem("list_empty", {}, path))
    return listing


def decode(path: str, content: bytes) -> str:
    """``content`` as text; :class:`InputError` if it is not UTF-8."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        kind = "list_is_workbook" if content[:2] == b"PK" or content[:4] == b"\xd0\xcf\x11\xe0" else "list_not_utf8"
        raise InputError(Problem(kind, {}, path, line)) from error


def _csv(path: str, text: str) -> Listing:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    headers: list[str] = []
    rows: list[Row] = []
    before = 0
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not headers:
                headers = _headers(path, cells, line)
                continue
            named = dict(zip(headers, [*cells, *[""] * (len(headers) - len(cells))], strict=False))
            rows.append(Row(line, named, tuple(cell for cell in cells[len(headers) :] if cell.strip())))
    except csv.Error as error:
        raise InputError(Problem("list_bad_csv", {"detail": str(error)}, path, reader.line_num)) from error
    return Listing(headers, rows)


def _headers(path: str, cells: list[str], line: int) -> list[str]:
    headers = [cell.strip() for cell in cells]
    while headers and not headers[-1]:
        headers.pop()
    for i, header in enumerate(headers):
        if not header:
            raise InputError(Problem("list_header_empty", {"position": i + 1}, path, line))
        if header in headers[:i]:
            raise InputError(Problem("list_header_twice", {"header": header}, path, line))
    return headers


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
