"""Columns of a list as engine values: each distinct value is read once, by the one parser.

Plain digits are cast where they stand; only what is left goes to :func:`ancu.rulebook.values.parse`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.source import arrow_type
from ancu.inference.arrow_columns import in_full
from ancu.inference.table_schema import column_value
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import FIRST_DAY, LAST_DAY, ValueProblem
from ancu.screening.cells.columns import Columns
from ancu.screening.cells.reader import check_id
from ancu.screening.cells.rows import two_marks
from ancu.screening.lists.chunks import Column, Flaw, cells_of, plain
from ancu.screening.lists.dittos import DITTO

_PLAIN = r"^[0-9]{1,15}$"
#: Ids that :func:`~ancu.screening.cells.reader.check_id` may refuse.
_SUSPECT_ID = r"^[#=E]|^[\pN]([.,][\pN]+)?[Ee]\+?[\pN]+$|" + DITTO
_GROUPED = r"^[0-9]{1,3}(\.[0-9]{3}){1,4}$"


@dataclass
class Parsed:
    """Rows as the engines read them: ``table`` has ``as_of`` and a column for each fact that the list states.

    Choices may stand as places in a list of texts, in which one may stand twice.
    ``cases`` are the case ids; ``flaws`` the cells that could not be read, by row.
    """

    table: dict[str, pa.Array[Any]]
    cases: pa.Array[Any] | None
    flaws: dict[int, list[Flaw]] = field(default_factory=lambda: defaultdict(list))


class Parser:
    """Reads the columns of one list; what was read once is kept."""

    def __init__(self, book: Rulebook, columns: Columns, day: date, given: Mapping[str, Any]) -> None:
        self.book, self.known, self.day, self.given = book, columns.known, day, given
        self.cells = columns.cells
        self._shared = columns.shared
        self._memo: dict[str, dict[Any, Any]] = defaultdict(dict)

    def parse(self, columns: Mapping[str, Column], rows: int) -> Parsed:
        """The engine values of ``columns``, which stand under the headers of the list."""
        parsed = Parsed({}, None)
        days: pa.Array[Any] | None = None
        for header, name in self.known.items():
            column = columns[header]
            if name == CASE:
                parsed.cases = self._cases(parsed, header, column)
            elif name == AS_OF:
                dated = not isinstance(column, list) and pa.types.is_date32(column.type) and _of_cases(column)
                days = column if dated else self._distinct(parsed, header, column, pa.date32())
            elif name not in self._shared:
                parsed.table[name] = self._fact(parsed, header, column, name)
        for name, headers in self._shared.items():
            parsed.table[name] = self._of_several(parsed, name, {header: columns[header] for header in headers})
        for header in self.cells.ids:
            self._check_ids(parsed, header, columns[header])
        for name, value in self.given.items():
            filler = pa.scalar(column_value(self.book, name, value), arrow_type(self.book, name))
            own = parsed.table.get(name)
            parsed.table[name] = pa.repeat(filler, rows) if own is None else pc.fill_null(in_full(own), filler)
        today = pa.scalar(self.day, pa.date32())
        parsed.table["as_of"] = pa.repeat(today, rows) if days is None else pc.fill_null(days, today)
        return parsed

    def _fact(self, parsed: Parsed, header: str, column: Column, name: str) -> pa.Array[Any]:
        fact = self.book.facts[name]
        meaning = self.cells.meanings[header]
        if isinstance(column, list) or meaning.unit is not None or meaning.values:
            return self._distinct(parsed, header, column, arrow_type(self.book, name))
        if fact.type == "yes_no" and pa.types.is_boolean(column.type):
            return column
        if fact.type == "date" and pa.types.is_date32(column.type) and _within(column, fact):
            return column
        plain: pa.Array[Any] | None = None
        if fact.value_type.kind == "number" and fact.type != "percent":
            plain = _plain_numbers(fact, column)
            if plain is not None:
                if plain.null_count == column.null_count:
                    return plain
                # What was not plain, or lies outside the bounds, is the parser's to judge.
                column = pc.if_else(plain.is_valid(), pa.scalar(None, column.type), column)
                if column.null_count == len(column):
                    return plain
        read = self._distinct(parsed, header, column, arrow_type(self.book, name))
        return read if plain is None else pc.coalesce(plain, read)

    def _of_several(self, parsed: Parsed, name: str, columns: Mapping[str, Column]) -> pa.Array[Any]:
        """A fact that several columns tell, such as choices with marks under them."""
        type_ = arrow_type(self.book, name)
        cells = {header: cells_of(column) for header, column in columns.items()}
        read = {h: in_full(self._distinct(parsed, h, column, type_)).to_pylist() for h, column in columns.items()}
        values: list[Any] = []
        for row, told in enumerate(zip(*read.values(), strict=True)):
            said = [(header, value) for header, value in zip(read, told, strict=True) if value is not None]
            value = said[0][1] if said else None
            for header, other in said[1:]:
                if self.book.facts[name].value_type.kind == "list":
                    value = column_value(self.book, name, {*_items(value), *_items(other)})
                elif other != value:
                    parsed.flaws[row].append(two_marks(said[0][0], header, cells[header][row]))
            values.append(value)
        return pa.array(values, type_)

    def _cases(self, parsed: Parsed, header: str, column: Column) -> pa.Array[Any]:
        """Case ids as text; None where there is none."""
        if isinstance(column, list) or not pa.types.is_string(column.type):
            return self._each(parsed, header, cells_of(column), lambda value: self.cells.read(header, value))
        self._check_ids(parsed, header, column)
        text = pc.utf8_trim_whitespace(column)
        return pc.if_else(pc.equal(text, ""), None, text)

    def _check_ids(self, parsed: Parsed, header: str, column: Column) -> None:
        """Ids that a spreadsheet has spoilt are flaws of their rows."""
        if isinstance(column, list) or not pa.types.is_string(column.type):
            self._each(parsed, header, cells_of(column), check_id)
            return
        # Blanks and digits as Python knows them, not those of ASCII alone.
        suspect = pc.fill_null(pc.match_substring_regex(pc.utf8_trim_whitespace(column), _SUSPECT_ID), False)
        for row in np.flatnonzero(suspect.to_numpy(zero_copy_only=False)).tolist():
            self._each(parsed, header, [column[row].as_py()], check_id, row)

    @staticmethod
    def _each(
        parsed: Parsed, header: str, cells: list[Any], read: Callable[[Any], Any], first: int = 0
    ) -> pa.Array[Any]:
        """``cells`` read one by one; those that cannot be are flaws of their rows."""
        values = []
        for row, written in enumerate(cells, first):
            try:
                values.append(read(written))
            except ValueProblem as problem:
                parsed.flaws[row].append(Flaw(header, str(written), problem.text))
                values.append(None)
        return pa.array(values, pa.string())

    def _value(self, header: str, value: Any) -> Any:
        if isinstance(value, float) and value != value:
            return None
        read = self.cells.read(header, value)
        name = self.known[header]
        return column_value(self.book, name, read) if name in self.book.facts else read

    def _distinct(self, parsed: Parsed, header: str, column: Column, type_: pa.DataType) -> pa.Array[Any]:
        """Each distinct value of ``column`` read once; those that cannot be are flaws of their rows."""
        codes, dictionary = _encoded(column)
        memo = self._memo[header]
        values: list[Any] = []
        bad: dict[int, tuple[Any, ValueProblem]] = {}
        for code, written in enumerate(dictionary):
            key = (type(written), written if isinstance(written, Hashable) else plain(written))
            if key not in memo:
                try:
                    memo[key] = self._value(header, written)
                except ValueProblem as problem:
                    memo[key] = problem
            read = memo[key]
            if isinstance(read, ValueProblem):
                bad[code] = (written, read)
                read = None
            values.append(read)
        if bad:
            at = codes.fill_null(-1).to_numpy(zero_copy_only=False)
            for row in np.flatnonzero(np.isin(at, list(bad))).tolist():
                written, wrong = bad[int(at[row])]
                parsed.flaws[row].append(Flaw(header, str(written), wrong.text))
        if type_ != pa.string():
            return pa.array(values, type_).take(codes)
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            # A text that says nothing is none.
            places = np.cumsum([value is not None for value in values]) - 1
            codes = pa.array(places, mask=np.array([value is None for value in values])).take(codes)
        return pa.DictionaryArray.from_arrays(codes, pa.array(known, pa.string()))


def _items(listed: Any) -> list[str]:
    """The choices of a list as a table holds it."""
    return [item for item in listed.split(";") if item]


def _encoded(column: Column) -> tuple[pa.Array[Any], list[Any]]:
    """A column as places in a list of its distinct values."""
    if not isinstance(column, list):
        encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        return encoded.indices, encoded.dictionary.to_pylist()
    places: dict[Any, int] = {}
    dictionary: list[Any] = []
    codes: list[int | None] = []
    for value in column:
        if value is None:
            codes.append(None)
            continue
        key = (type(value), value if isinstance(value, Hashable) else plain(value))
        if key not in places:
            places[key] = len(dictionary)
            dictionary.append(value)
        codes.append(places[key])
    return pa.array(codes, pa.int32()), dictionary


def _of_cases(days: pa.Array[Any]) -> bool:
    """Whether a list may judge its cases by all these days."""
    span = pc.min_max(days)
    first, last = span["min"].as_py(), span["max"].as_py()
    return first is None or bool(FIRST_DAY <= first <= last <= LAST_DAY)


def _within(days: pa.Array[Any], fact: FactDef) -> bool:
    """Whether all days of a fact need no second look."""
    span = pc.min_max(days)
    first, last = span["min"].as_py(), span["max"].as_py()
    bounds = fact.undoubted
    return first is None or bounds is None or bounds.min <= first <= last <= bounds.max


def _plain_numbers(fact: FactDef, column: pa.Array[Any]) -> pa.Array[Any] | None:
    """The numbers that stand plainly in a column and need no second look, scaled; None if it holds none."""
    if pa.types.is_integer(column.type):
        whole = column.cast(pa.int64(), safe=False) if column.type != pa.int64() else column
    elif pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        plain = pc.match_substring_regex(column, _PLAIN)
        text = pc.if_else(plain, column, None)
        dotted = pc.match_substring_regex(column, _GROUPED)
        if pc.any(dotted).as_py():
            text = pc.coalesce(text, pc.replace_substring(pc.if_else(dotted, column, None), ".", ""))
        whole = text.cast(pa.int64())
    elif pa.types.is_decimal(column.type):
        return _plain_decimals(fact, column)
    else:
        return None
    bounds = fact.undoubted
    assert bounds is not None
    low, high = -(-Decimal(bounds.min) // 1), Decimal(bounds.max) // 1  # type: ignore[arg-type]
    span = pc.min_max(whole)
    least, most = span["min"].as_py(), span["max"].as_py()
    # Checked before scaling, which could overflow.
    if least is not None and (least < low or most > high):
        inside = pc.and_(
            pc.greater_equal(whole, pa.scalar(low, pa.int64())), pc.less_equal(whole, pa.scalar(high, pa.int64()))
        )
        whole = pc.if_else(inside, whole, None)
    scale = 10**fact.value_type.scale
    return whole if scale == 1 else pc.multiply(whole, pa.scalar(scale, pa.int64()))


def _plain_decimals(fact: FactDef, column: pa.Array[Any]) -> pa.Array[Any] | None:
    """Exact decimals that need no second look, as scaled integers; None if one is too fine, for the parser to name."""
    bounds = fact.undoubted
    assert bounds is not None
    low, high = Decimal(bounds.min), Decimal(bounds.max)  # type: ignore[arg-type]
    span = pc.min_max(column)
    least, most = span["min"].as_py(), span["max"].as_py()
    if least is not None and not low <= least <= most <= high:
        inside = pc.and_(pc.greater_equal(column, pa.scalar(low)), pc.less_equal(column, pa.scalar(high)))
        column = pc.if_else(inside, column, pa.scalar(None, column.type))
    try:
        return pc.multiply(column, pa.scalar(10**fact.value_type.scale, pa.int64())).cast(pa.int64())
    except pa.ArrowInvalid:
        return None
