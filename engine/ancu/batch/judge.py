"""Judging tables of cases: an engine for each set of programmes and span of law, prepared once, and its reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.judged_table import JudgedTable, Lookup
from ancu.batch.source import with_all
from ancu.inference.arrow_columns import one_piece
from ancu.inference.bits.judge import BitJudge
from ancu.inference.schedule import has_own_date
from ancu.inference.sql.database import database
from ancu.inference.sql.statement import compile_programmes
from ancu.inference.table_schema import Part
from ancu.kept import kept
from ancu.messages import Language
from ancu.rulebook.rulebook import Rulebook

#: How many engines a holder keeps prepared; the oldest makes room.
MOST_ENGINES = 100


class Engine(Protocol):
    """Makes a judged table of a source table; ``parts`` and ``values`` say what stands in it."""

    facts: tuple[str, ...]
    parts: tuple[Part, ...]
    values: Mapping[str, str]

    def judge(self, table: pa.Table) -> pa.Table:
        """The judged table, a row for each row of ``table``, in their order."""
        ...


class SqlJudge:
    """The programmes' statement, run by DuckDB."""

    def __init__(
        self,
        book: Rulebook,
        programmes: Iterable[str],
        epochs: Sequence[int],
        *,
        detail: bool,
        threads: int,
        people: bool = False,
    ) -> None:
        starts = book.epochs.starts
        days = (starts[epochs[0]], starts[epochs[-1]])
        statement = compile_programmes(book, programmes, days, detail=detail, people=people)
        self.book, self.sql, self.threads = book, statement.sql, threads
        self.facts, self.parts, self.values = statement.facts, statement.parts, statement.values

    def judge(self, table: pa.Table) -> pa.Table:
        """What the statement makes of ``table``."""
        with database(self.threads) as connection:
            connection.register("cases", with_all(self.book, self.facts, table))
            return connection.sql(self.sql).to_arrow_table()


@dataclass(frozen=True)
class TableJudge:
    """An engine, and what reads its tables."""

    engine: Engine
    lookup: Lookup

    def judge(self, table: pa.Table) -> JudgedTable:
        """What each row of ``table`` comes to."""
        return self.lookup.table(self.engine.judge(table))


class TableJudges:
    """The judges that one holder needs, each prepared when it is first asked for; threads may ask together.

    They judge in bit vectors, or ``by_sql`` in DuckDB on ``threads`` threads, and say cells in ``lang``. ``people``:
    the facts of the cases follow from the members of households.
    """

    def __init__(
        self,
        book: Rulebook,
        lang: Language = "vi",
        *,
        by_sql: bool = False,
        threads: int = 1,
        people: bool = False,
    ) -> None:
        self.book, self.lang, self.by_sql, self.threads, self.people = book, lang, by_sql, threads, people
        self._kept: dict[tuple[Any, ...], TableJudge] = {}
        self._preparing = Lock()

    def between(self, programmes: Sequence[str], first: date, last: date, *, detail: bool = True) -> TableJudge:
        """The judge of ``programmes`` for cases from the day ``first`` to the day ``last``."""
        epochs = range(self.book.epochs.index(first), self.book.epochs.index(last) + 1)
        key = (tuple(programmes), epochs, detail)
        with self._preparing:
            if key not in self._kept:
                if len(self._kept) >= MOST_ENGINES:
                    self._kept.pop(next(iter(self._kept)))
                engine = self._prepare(programmes, epochs, detail)
                self._kept[key] = TableJudge(engine, Lookup(self.book, engine.parts, engine.values, self.lang))
            return self._kept[key]

    def judge(self, programmes: Sequence[str], table: pa.Table, *, detail: bool = True) -> JudgedTable:
        """What each row of ``table`` comes to under ``programmes``."""
        days = pc.min_max(one_piece(table.column("as_of")))
        return self.between(programmes, days["min"].as_py(), days["max"].as_py(), detail=detail).judge(table)

    def _prepare(self, programmes: Sequence[str], epochs: range, detail: bool) -> Engine:
        if self.by_sql:
            return SqlJudge(self.book, programmes, epochs, detail=detail, threads=self.threads, people=self.people)
        return BitJudge(self.book, programmes, epochs, detail=detail, people=self.people)


@kept
def judges_of(book: Rulebook) -> TableJudges:
    """The judges that live as long as ``book``, for callers who come again and again."""
    return TableJudges(book)


@kept
def judges_of_people(book: Rulebook) -> TableJudges:
    """The same for cases whose facts follow from the members of households."""
    return TableJudges(book, people=True)


def fit_for_columns(book: Rulebook, programmes: Iterable[str]) -> bool:
    """Whether tables can be judged under all of ``programmes``: none is governed by a date that may be unknown."""
    return not any(has_own_date(book, name) for name in programmes)
