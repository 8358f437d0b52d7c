"""Judging a large list: its cells read by column, judged by one of the engines for tables, what they say looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pyarrow as pa

from ancu.batch.change_cells import WHAT_IF, change_cells
from ancu.batch.judge import TableJudges
from ancu.batch.judged_table import JudgedPart, JudgedTable
from ancu.batch.single_columns import single_changes
from ancu.decision.case_on_day import CaseOnDay
from ancu.decision.model import Decision
from ancu.household.tables import value_in
from ancu.inference.arrow_columns import one_piece
from ancu.screening.cells.arrow import Parsed, Parser
from ancu.screening.cells.rows import surplus_flaws
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.judged_chunk import JudgedChunk, OutcomeCount, Rejected
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of
from ancu.screening.run.row_judge import epoch_start


class ColumnJudge:
    """Judges chunks by columns: in bit vectors, or by SQL in DuckDB. The result is the same, whatever the threads."""

    def __init__(self, plan: Plan, *, by_sql: bool, threads: int) -> None:
        self.plan, self.book = plan, plan.book
        self._parser = Parser(plan.book, plan.columns, plan.day, plan.given)
        self._judges = TableJudges(plan.book, plan.lang, by_sql=by_sql, threads=threads)
        self._preferred = preferred_programmes(plan)
        self._quoted = quoted_names(plan)

    def judge(self, chunk: Chunk) -> JudgedChunk:
        """Read, judge and put into words the rows of ``chunk``."""
        return self.judge_read(chunk, self.read(chunk))

    def judge_read(self, chunk: Chunk, parsed: Parsed) -> JudgedChunk:
        """Judge and put into words the rows of ``chunk``, as :meth:`read` has them."""
        rejected = [
            Rejected(chunk.row(at), parsed.cases[at].as_py() if parsed.cases is not None else None, flaws)
            for at, flaws in sorted(parsed.flaws.items())
        ]
        kept: Sequence[int] = range(len(chunk))
        if rejected:
            kept = [row for row in kept if row not in parsed.flaws]
        if not kept:
            return JudgedChunk([], rejected, {}, {}, {})
        table = table_of_rows(parsed, kept if rejected else None)
        found = self._judges.judge(self.plan.programmes, table, detail=self._detail)
        judged = self._say(found, kept, rejected, table.column("as_of"))
        self._tell_single(judged, found, table)
        return judged

    def _tell_single(
        self,
        judged: JudgedChunk,
        found: JudgedTable,
        source: pa.Table,
        case: Callable[[int], CaseOnDay] | None = None,
    ) -> None:
        """Tell and count what one change alone would do for the rows of ``source`` that are refused, where asked.

        The direct engine decides again what the columns found; ``case`` gives the case of a row that has people.
        """
        for name in self.plan.programmes if self.plan.what_if else ():
            part = found.parts[name]
            judged.single[name], helping = single_changes(
                self.book, part.part.programs, source, part.verdict, part.epoch
            )
            case_of = case or self._cases(part, source, list(helping))
            decide = partial(_decide, case_of, name)
            cells = change_cells(len(source), helping, decide, self.plan.reasons, self.plan.lang)
            judged.cells[name][WHAT_IF] = cells

    def _cases(self, part: JudgedPart, source: pa.Table, rows: list[int]) -> Callable[[int], CaseOnDay]:
        """The cases of some ``rows`` of ``source``, with what a programme reads of them."""
        programs = [program.evidence or program for program in part.part.programs.values()]
        read = {fact for program in programs for fact in program.facts}
        facts = [name for name in source.column_names if name in read]
        stated = source.select(["as_of", *facts]).take(pa.array(rows, pa.int64())).to_pylist()
        cases = dict(zip(rows, stated, strict=True))

        def case(row: int) -> CaseOnDay:
            of = cases[row]
            record = {name: value_in(self.book, name, of[name]) for name in facts if of[name] is not None}
            return CaseOnDay(self.book, record, None, of["as_of"], "direct")

        return case

    @property
    def _detail(self) -> bool:
        return self.plan.reasons != "brief"

    def read(self, chunk: Chunk) -> Parsed:
        """The cells of ``chunk`` as the engines have them; whoever judges the same list may share them."""
        parsed = self._parser.parse(chunk.columns, len(chunk))
        for at, surplus in chunk.surplus.items():
            parsed.flaws[at] += surplus_flaws(surplus)
        return parsed

    def _say(
        self, found: JudgedTable, kept: Sequence[int], rejected: list[Rejected], days: pa.ChunkedArray
    ) -> JudgedChunk:
        plan = self.plan
        judged = JudgedChunk(kept, rejected, {}, {}, {})
        for name in plan.programmes:
            part = found.parts[name]
            judged.groups += [OutcomeCount(outcome, count, kept[row]) for outcome, count, row in part.groups()]
            judged.verdicts[name] = part.verdict
            judged.cells[name] = found.cells(name, plan.reasons)
            judged.alone[name] = part.alone()
            judged.opened[name] = part.opened() if plan.reasons != "brief" else Counter()
            part.forget()
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


def _decide(case: Callable[[int], CaseOnDay], programme: str, row: int) -> Decision:
    return case(row).decide(programme)


def table_of_rows(parsed: Parsed, rows: Sequence[int] | None) -> pa.Table:
    """The source table of some rows that were read; None: of all."""
    table = pa.table(parsed.table)
    return table if rows is None else table.take(pa.array(rows, pa.int64()))
