"""Records in JSON: one, or a list of them with one a line."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from ancu.errors import InputError, Problem
from ancu.screening.lists.listing import Listing, Row


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
        record = json.loads(text, parse_float=Decimal, parse_constant=str, object_pairs_hook=unique)
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
