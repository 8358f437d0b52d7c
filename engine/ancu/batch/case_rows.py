"""The rows of a table of cases, read: each distinct cell once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from ancu.batch.matching import matched
from ancu.batch.written import WrittenColumn, read_column
from ancu.decision.deciding import Record
from ancu.errors import Problem
from ancu.rulebook.foreign import native
from ancu.rulebook.naming import AS_OF, CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import parse, parse_date

if TYPE_CHECKING:
    from ancu.batch.judge import TableJudges


class CaseRows:
    """The rows of a table, read: facts as engine values by column, and the problems of the rows that have any."""

    def __init__(self, book: Rulebook, table: Any, day: date) -> None:
        self.book, self.day, self.count = book, day, table.num_rows
        self.columns: dict[str, WrittenColumn] = {}
        self.flawed: dict[int, list[Problem]] = {}
        for header, name in matched(table.column_names, book.facts, naming_of(book), self._name_of).items():
            read = partial(self._value, name)
            self.columns[name] = read_column(header, table.column(header), read, self.flawed)

    def groups(self, rows: Any) -> Iterator[tuple[Any, TableJudges, Callable[[str, Any], Any]]]:
        """``rows``, given as an Arrow array, by what judges them in columns, each with what gives their facts."""
        from ancu.batch.judge import judges_of

        yield rows, judges_of(self.book), self.facts

    def prepare(self, programmes: list[str], threads: int) -> None:
        """Make ready what is judged in columns under ``programmes``."""

    def _name_of(self, header: str) -> str | None:
        """What a header names."""
        return naming_of(self.book).find(header)

    def _value(self, name: str, written: Any) -> Any:
        written = native(written)
        if written is None:
            return None
        if name == CASE:
            return str(written)
        if name == AS_OF:
            return parse_date(written) if written != "" else None
        return parse(self.book.facts[name], written)

    def case(self, row: int) -> str | None:
        return self.columns[CASE].at(row) if CASE in self.columns else None

    def as_of(self, row: int) -> date:
        return (self.columns[AS_OF].at(row) if AS_OF in self.columns else None) or self.day

    def cases(self, rows: Any) -> Any:
        """The case ids of ``rows``, given as an Arrow array, as a column."""
        import pyarrow

        return self.texts_or_days(CASE, pyarrow.string()).take(rows)

    def days(self, rows: Any) -> Any:
        """The as-of dates of ``rows`` as a column."""
        import pyarrow

        return self.texts_or_days(AS_OF, pyarrow.date32()).take(rows).fill_null(self.day)

    def facts(self, fact: str, rows: Any) -> Any:
        """A fact of ``rows`` as the engines for tables read it; None where no column states it."""
        from ancu.batch.source import column_of

        column = self.columns.get(fact)
        return None if column is None else column_of(self.book, fact, column.values).take(column.codes.take(rows))

    def texts_or_days(self, name: str, type_: Any) -> Any:
        """What a column that is no fact's holds, of type ``type_``."""
        import pyarrow

        column = self.columns.get(name)
        return (
            pyarrow.nulls(self.count, type_)
            if column is None
            else pyarrow.array(column.values, type_).take(column.codes)
        )

    def record(self, row: int) -> Record:
        facts = {name: column.at(row) for name, column in self.columns.items() if name in self.book.facts}
        known = {name: value for name, value in facts.items() if value is not None}
        return Record(known, self.case(row), self.as_of(row))

    def judged(self) -> Iterator[int]:
        """The rows without a problem."""
        return (row for row in range(self.count) if row not in self.flawed)
