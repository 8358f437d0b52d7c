"""Judging a large list: its cells read by column, judged by one of the engines for tables, what they say looked up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from ancu.batch.judged_table import JudgedTable, Lookup
from ancu.inference.bits.judge import BitJudge
from ancu.inference.tables import column_type, in_full, one_piece
from ancu.screening.cells.arrow import ARROW_TYPES, Parsed, Parser
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.database import database
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of
from ancu.screening.run.row_judge import Group, Judged, Rejected, epoch_start, surplus_flaws

if TYPE_CHECKING:
    from ancu.inference.sql.statement import Statement


class ColumnJudge:
    """Judges chunks by columns: in bit vectors, or by SQL in DuckDB. The result is the same, whatever the threads."""

    def __init__(self, plan: Plan, *, by_sql: bool, threads: int) -> None:
        self.plan, self.book = plan, plan.book
        self._parser = Parser(plan.book, plan.columns, plan.day, plan.given)
        self._engines: dict[tuple[int, int], tuple[BitEngine | SqlEngine, Lookup]] = {}
        self._engine = partial(SqlEngine, threads=threads) if by_sql else BitEngine
        self._preparing = Lock()
        self._preferred = preferred_programmes(plan)
        self._quoted = quoted_names(plan)

    def judge(self, chunk: Chunk) -> Judged:
        """Read, judge and put into words the rows of ``chunk``."""
        parsed = self._parser.parse(chunk.columns, len(chunk))
        for at, surplus in chunk.surplus.items():
            parsed.flaws[at] += surplus_flaws(surplus)
        rejected = [
            Rejected(chunk.row(at), parsed.cases[at].as_py() if parsed.cases is not None else None, flaws)
            for at, flaws in sorted(parsed.flaws.items())
        ]
        kept: Sequence[int] = range(len(chunk))
        if rejected:
            kept = [row for row in kept if row not in parsed.flaws]
        if not kept:
            return Judged([], rejected, {}, {}, {})
        table = self._table(parsed, kept if rejected else None)
        found = self._judge(table)
        return self._say(found, kept, rejected, table.column("as_of"))

    def _say(self, found: JudgedTable, kept: Sequence[int], rejected: list[Rejected], days: pa.ChunkedArray) -> Judged:
        plan = self.plan
        judged = Judged(kept, rejected, {}, {}, {})
        for part in found.parts.values():
            judged.groups += [Group(kind, count, kept[row]) for kind, count, row in part.groups()]
        for name in plan.programmes:
            judged.verdicts[name] = found.parts[name].verdict
            judged.cells[name] = found.cells(name, plan.reasons)
            judged.alone[name] = found.parts[name].alone()
        if plan.coded:
            judged.shared["epoch"] = self._epochs(days)
            judged.shared |= {name: found.region(name) for name in regions_of(plan)}
        elif self._preferred:
            judged.shared["choice"] = found.choices(self._preferred)
        judged.shared |= {f"value.{name}": found.value(name, plan.reasons) for name in self._quoted}
        return judged

    def _epochs(self, days: pa.ChunkedArray) -> pa.Array[Any]:
        """The first day of the epoch of each row's day, whether or not a programme covers it."""
        encoded = one_piece(days).dictionary_encode()
        starts = [epoch_start(self.book, day) for day in encoded.dictionary.to_pylist()]
        return pa.array(starts, pa.date32()).take(encoded.indices)

    def _table(self, parsed: Parsed, kept: Sequence[int] | None) -> pa.Table:
        table = pa.table(parsed.table)
        return table if kept is None else table.take(pa.array(kept, pa.int64()))

    def _judge(self, table: pa.Table) -> JudgedTable:
        days = pc.min_max(table.column("as_of"))
        first, last = (self.book.epochs.index(days[key].as_py()) for key in ("min", "max"))
        with self._preparing:
            if (first, last) not in self._engines:
                engine = self._engine(self.plan, first, last)
                self._engines[first, last] = (engine, Lookup(self.book, engine.parts, engine.values, self.plan.lang))
        engine, lookup = self._engines[first, last]
        return lookup.table(engine.judge(table))


class BitEngine(BitJudge):
    """Bit vectors, in this process."""

    def __init__(self, plan: Plan, first: int, last: int) -> None:
        super().__init__(plan.book, plan.programmes, range(first, last + 1), detail=plan.reasons != "brief")


class SqlEngine:
    """The programmes' statement, in DuckDB."""

    def __init__(self, plan: Plan, first: int, last: int, threads: int) -> None:
        from ancu.inference.sql.statement import compile_programmes

        starts = plan.book.epochs.starts
        self.plan = plan
        detail = plan.reasons != "brief"
        self.statement = compile_programmes(plan.book, plan.programmes, (starts[first], starts[last]), detail=detail)
        self.parts, self.values = self.statement.parts, self.statement.values
        self._threads = threads

    def judge(self, table: pa.Table) -> pa.Table:
        """What the statement makes of ``table``."""
        with database(self._threads) as connection:
            connection.register("cases", _with_all_facts(self.plan, self.statement, table))
            return connection.sql(self.statement.sql).to_arrow_table()


def _with_all_facts(plan: Plan, statement: Statement, table: pa.Table) -> pa.Table:
    """``table`` in full, with a column for each fact that the statement reads; what the list has not is unknown."""
    table = pa.table({name: in_full(one_piece(table.column(name))) for name in table.column_names})
    for fact in statement.facts:
        if fact not in table.column_names:
            nothing = pa.nulls(len(table), ARROW_TYPES[column_type(plan.book, fact)])
            table = table.append_column(fact, nothing)
    return table
