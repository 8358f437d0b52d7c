"""Records as callers send them: JSON read strictly, names and values as people write them, within limits."""

from __future__ import annotations

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from ancu.decision.deciding import Record, read_record
from ancu.errors import InputError, Problem, RecordError, json_reason
from ancu.household.members import household_key
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse, parse_date
from ancu.service.bounds import EXPLAINED, LONGEST_NAME, LONGEST_TEXT, cut, shortened, size_of
from ancu.service.members import read_household

#: How many names, and how many values, a reader of many records remembers.
REMEMBERED = 100_000


def read_object(content: bytes | str) -> dict[str, Any]:
    """One JSON object; decimals exact, composed Unicode. Raises :class:`InputError` for anything else."""
    if isinstance(content, bytes) and (content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in content[:4]):
        raise InputError(Problem("json_utf16"))
    try:
        text = content if isinstance(content, str) else content.removeprefix(BOM_UTF8).decode()
        found = _DECODER.decode(normalize("NFC", text))
        if "\\u" in text:
            _encode(found)
    except UnicodeError as error:
        raise InputError(Problem("json_bad", {"detail": "UTF-8"})) from error
    except (ValueError, RecursionError) as error:  # among others a number of thousands of digits, brackets without end
        raise InputError(Problem("json_bad", {"detail": json_reason(error, place=True)})) from error
    if not isinstance(found, dict):
        raise InputError(Problem("json_not_an_object", {}))
    return found


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InputError(Problem("json_key_twice", {"key": cut(twice)}))
    return found


# NaN and the like, which are no JSON, are read as these words, which are no values.
# Not a faster parser such as orjson: those round decimals and pass over repeated keys, and JSON is a fifth of the work.
_DECODER = json.JSONDecoder(parse_float=Decimal, parse_constant=str, object_pairs_hook=_unique)


def _encode(value: object) -> None:
    """Raises :class:`UnicodeError` if a text in ``value`` is half of a surrogate pair, which no UTF-8 can say."""
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _encode(key)
            _encode(item)
    elif isinstance(value, list):
        for item in value:
            _encode(item)


def read(book: Rulebook, written: Mapping[str, object], confirmed: Sequence[str] = (), at: str = "") -> Record:
    """As :func:`~ancu.decision.deciding.read_record`, in bounded time and with an answer of bounded length.

    ``at``: the JSON pointer of the record in what was sent.
    """
    naming = naming_of(book)
    known: dict[str, object] = {}
    unknown: dict[str, object] = {}
    of_household: dict[str, object] = {}
    long: list[Problem] = []
    for key, value in written.items():
        if len(key) > LONGEST_NAME:
            unknown[key[:LONGEST_NAME]] = value
        elif household_key(key) is not None:
            of_household[key] = value
        elif naming.find(key) is None:
            unknown[key] = value
        elif isinstance(value, Mapping):
            long.append(Problem("record_nested", {"name": cut(key)}))
        elif size_of(value) > LONGEST_TEXT:
            long.append(Problem("record_too_long", {"name": key, "most": LONGEST_TEXT}))
        else:
            known[key] = value
    explained = dict(list(unknown.items())[:EXPLAINED])
    problems = long
    record = household = None
    sure = [name[:LONGEST_NAME] for name in confirmed[: len(book.facts)]]
    try:
        record = read_record(book, {**known, **explained}, confirmed=sure)
    except RecordError as error:
        problems = [shortened(problem) for problem in error.problems] + long
    if len(unknown) > EXPLAINED:
        problems.append(Problem("record_more_unknown", {"count": len(unknown) - EXPLAINED}))
    try:
        household = read_household(book, of_household, sure, at) if of_household else None
    except RecordError as error:
        problems += error.problems
    if problems or record is None:
        raise RecordError(problems)
    if record.case is not None:
        record = replace(record, case=normalize("NFC", record.case))
    return replace(record, household=household) if household is not None else record


class Reader:
    """Reads many records, remembering what it has read: lists repeat the same names and values."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._names: dict[str, str] = {}
        self._cells: dict[tuple[str, type, object], tuple[str, Any]] = {}

    def read(self, written: Mapping[str, object]) -> Record:
        """As :func:`read`."""
        found: dict[str, Any] = {}
        cells = self._cells
        try:
            for key, value in written.items():
                try:
                    hit = cells.get((key, value.__class__, value))
                except TypeError:  # a list; an object is told below
                    value = tuple(value) if isinstance(value, list) else value
                    hit = cells.get((key, tuple, value))
                name, parsed = hit or self._cell(key, value)
                if name in found:
                    return read(self.book, written)
                found[name] = parsed
        except (ValueProblem, LookupError, TypeError):
            return read(self.book, written)  # which says all that is wrong
        case, as_of = found.pop(CASE, None), found.pop(AS_OF, None)
        return Record({name: value for name, value in found.items() if value is not None}, case, as_of)

    def _cell(self, key: str, value: object) -> tuple[str, Any]:
        """The fact that ``key`` names and the value of it, remembered unless it is a case's own id."""
        name = self._names.get(key)
        if name is None:
            name = naming_of(self.book).find(key) if len(key) <= LONGEST_NAME else None
            if name is None:
                raise LookupError(key)
            if len(self._names) >= REMEMBERED:
                self._names.clear()
            self._names[key] = name
        if size_of(value) > LONGEST_TEXT:
            raise LookupError(key)
        if name == CASE:
            return name, None if value is None else normalize("NFC", str(value))
        if name == AS_OF:
            parsed: Any = parse_date(value) if value not in (None, "") else None
        else:
            parsed = parse(self.book.facts[name], list(value) if isinstance(value, tuple) else value)
        if len(self._cells) >= REMEMBERED:
            self._cells.clear()
        self._cells[key, value.__class__, value] = name, parsed
        return name, parsed
