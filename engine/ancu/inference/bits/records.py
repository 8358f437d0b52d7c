"""The facts of a table of records, read from Arrow's own buffers as vectors."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.vectors import UNIX, Column, Numbers, Rows, Values, Verdicts, Words
from ancu.inference.least import kind_in
from ancu.rulebook.rulebook import Rulebook


class Records:
    """A source table whose as-of dates are ``days``, as ordinals. Choices are numbered as they are met."""

    def __init__(self, book: Rulebook, table: pa.Table, days: Numbers) -> None:
        self.book, self.table, self.days = book, table, days
        self.rows = Rows(len(table))
        self._facts: dict[str, Column] = {}
        self._texts: dict[str, int] = {}
        self._encodings: dict[str, pa.DictionaryArray[Any]] = {}
        self._stated: dict[tuple[str, frozenset[str]], Verdicts] = {}

    def fact(self, name: str) -> Column:
        """The column of a fact."""
        if name not in self._facts:
            self._facts[name] = self._fact(name)
        return self._facts[name]

    def put(self, name: str, column: Column) -> None:
        """Let ``column`` be that of the fact ``name``, whatever the table holds."""
        self._facts[name] = column

    def alike(self, table: pa.Table, days: Numbers, book: Rulebook | None = None) -> Records:
        """Records of another table, whose choices have the numbers that they have here."""
        other = Records(book or self.book, table, days)
        other._texts = self._texts
        return other

    @property
    def texts(self) -> list[str]:
        """The choices that were met: the first has the number 1."""
        return list(self._texts)

    def _fact(self, name: str) -> Column:
        if name not in self.table.column_names:
            kind = kind_in(self.book, name)
            return self.rows.no_verdict if kind == "yes_no" else self.rows.no_value
        column = one_piece(self.table.column(name))
        known = self._known(column)
        if pa.types.is_boolean(column.type):
            met = self._bits(column, 1) & known
            return Verdicts(met, known & ~met)
        if pa.types.is_date(column.type):
            return Values(_integers(column, np.int32) + UNIX, known)
        if pa.types.is_integer(column.type):
            return Values(_integers(column, np.int64), known)
        encoded = self._encoded(name)
        codes = np.array([*(self.text(text) for text in encoded.dictionary.to_pylist()), 0], np.int64)
        return Values(_at(codes, encoded), known)

    def _known(self, column: pa.Array[Any]) -> Words:
        return self._bits(column, 0) if column.null_count else self.rows.everywhere

    def _bits(self, column: pa.Array[Any], buffer: int) -> Words:
        """The bits of a column as Arrow holds them: where it has values (buffer 0), or its booleans (1)."""
        if column.offset % 8:
            column = pa.concat_arrays([column, column.slice(0, 0)])
        start, length = column.offset // 8, (self.rows.count + 7) // 8
        held = np.zeros(self.rows.words * 8, np.uint8)
        held[:length] = np.frombuffer(column.buffers()[buffer], np.uint8)[start : start + length]
        return held.view(np.uint64) & self.rows.everywhere

    def _encoded(self, name: str) -> pa.DictionaryArray[Any]:
        """A column of texts as places in a list of the distinct ones."""
        if name not in self._encodings:
            column = one_piece(self.table.column(name))
            self._encodings[name] = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
        return self._encodings[name]

    def text(self, text: str) -> int:
        """A choice as a number."""
        return self._texts.setdefault(text, len(self._texts) + 1)

    def states(self, fact: str, accepted: frozenset[str]) -> Verdicts:
        """Whether a list or choice states one of ``accepted``."""
        if fact not in self.table.column_names:
            return self.rows.no_verdict
        key = (fact, accepted)
        if key not in self._stated:
            encoded = self._encoded(fact)
            accepts = [not accepted.isdisjoint(text.strip(";").split(";")) for text in encoded.dictionary.to_pylist()]
            stated = _at(np.array([*accepts, False], np.bool_), encoded)
            self._stated[key] = self.rows.verdicts(stated, self._known(one_piece(self.table.column(fact))))
        return self._stated[key]


def days_of(table: pa.Table) -> Numbers:
    """The as-of dates of a source table, as ordinals."""
    return _integers(one_piece(table.column("as_of")), np.int32) + UNIX


def _integers(column: pa.Array[Any], type_: Any) -> Numbers:
    """The numbers of a column as Arrow holds them; any where they are not known."""
    return np.asarray(_held(column, type_), np.int64)


def _held(column: pa.Array[Any], type_: Any) -> Any:
    """The numbers of a column where Arrow holds them."""
    return np.frombuffer(column.buffers()[1], type_)[column.offset : column.offset + len(column)]


def _at(values: Any, encoded: pa.DictionaryArray[Any]) -> Any:
    """For each row the value at the place of its text in the dictionary; any of them where it has no text."""
    places = encoded.indices
    return values.take(_held(places, places.type.to_pandas_dtype()), mode="clip")
