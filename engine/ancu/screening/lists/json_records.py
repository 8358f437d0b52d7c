"""Records in JSON: one, or a list of them with one a line."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from ancu.errors import InputError, Problem, json_reason
from ancu.screening.lists.listing import Listing, Row

#: Digits up to which a number is read as such; beyond, it is out of all bounds.
_MOST_DIGITS = 1_000
_HALF = re.compile("[\ud800-\udfff]")


def json_lines(path: str, text: str) -> Listing:
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
        record: dict[str, Any] = {}
        for key, value in pairs:
            if key in record:
                raise InputError(Problem("json_key_twice", {"key": key}, path, line))
            record[key] = value
        return record

    try:
        # NaN and the like, which are no JSON, are read as these words, which are no values.
        record = json.loads(text, parse_float=_exact, parse_int=_whole, parse_constant=str, object_pairs_hook=unique)
    except json.JSONDecodeError as error:
        at = line + error.lineno - 1
        raise InputError(Problem("json_bad", {"detail": json_reason(error)}, path, at, error.colno)) from error
    except (RecursionError, ValueError) as error:
        raise InputError(Problem("json_bad", {"detail": json_reason(error)}, path, line)) from error
    if not isinstance(record, dict):
        raise InputError(Problem("json_not_an_object", {}, path, line))
    return _as_text(record) if "\\u" in text else record


def _whole(digits: str) -> int | str:
    """A whole number; one beyond all bounds as it is written, to be refused as the cell that it is."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _exact(written: str) -> Decimal | str:
    """A decimal number, or as :func:`_whole`."""
    try:
        number = Decimal(written)
    except InvalidOperation:
        return written
    return number if len(written) <= _MOST_DIGITS and abs(number.adjusted()) <= _MOST_DIGITS else written


def _as_text(value: Any) -> Any:
    """``value`` with the sign of a lost letter for each half of one ("\\ud83d"), which no file can hold."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    return {_as_text(key): _as_text(item) for key, item in value.items()} if isinstance(value, dict) else value
