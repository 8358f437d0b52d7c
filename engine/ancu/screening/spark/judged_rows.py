"""Rows that Spark has judged by one statement: kept as numbers beside the result, counted, and put into cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from pyspark.sql import functions as F

from ancu.batch.cells import CELLS
from ancu.batch.judged_table import Lookup
from ancu.batch.outcomes import CaseOutcome
from ancu.batch.referee import Referee
from ancu.decision.rendering import value_text
from ancu.inference.sql.statement import Statement, compile_programmes
from ancu.inference.table_schema import column_type
from ancu.inference.verdicts import VERDICTS
from ancu.screening.lists.chunks import plain
from ancu.screening.results.layout import headings, own_headers
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of
from ancu.screening.run.screen import Screening
from ancu.screening.spark.cells import SPARK_TYPES
from ancu.screening.spark.session import judging_by
from ancu.screening.spark.spark_list import FILE, ROW, Column, Frame, Session, SparkList, quoted
from ancu.screening.spark.texts import JoinedTexts, JudgedProgramme, alike_in, one_text


@dataclass(frozen=True)
class Judging:
    """What is judged, and where: the ``plan`` on the list ``source``; ``beside`` names folders beside the result."""

    plan: Plan
    source: SparkList
    session: Session
    beside: Callable[[str], str]

    @property
    def own(self) -> list[str]:
        """The list's own columns that the result repeats."""
        return own_headers(self.plan, self.source.headers)

    @property
    def kept(self) -> list[str]:
        """The columns that are passed on beside what is judged."""
        return [FILE, ROW, "as_of", *map(self.source.column, self.own)]


class JudgedRows:
    """Rows judged by ``statement``: :attr:`frame` has their verdicts as numbers, kept in the folder ``name``."""

    def __init__(self, judging: Judging, statement: Statement, cases: Frame, name: str) -> None:
        self.judging, self.statement, self.name = judging, statement, name
        self.plan, self.book = judging.plan, judging.plan.book
        unknown = {
            fact: F.lit(None).cast(SPARK_TYPES[column_type(self.book, fact)])
            for fact in statement.facts
            if fact not in cases.columns
        }
        judged = cases.withColumns(unknown)
        # Over the statement as one text, with all programmes, Spark's parser needs more memory than a driver has.
        for columns in statement.steps:
            judged = judged.selectExpr(*columns)
        with judging_by(judging.session, statement):
            judged.write.parquet(judging.beside(name))
        self.frame = judging.session.read.parquet(judging.beside(name))
        self.parts = [
            JudgedProgramme(part, Lookup(self.book, (part,), statement.values, self.plan.lang), self.frame)
            for part in statement.parts
        ]

    def count(self, run: Screening, referee: Referee) -> list[tuple[str, int, CaseOutcome]]:
        """Add what the rows come to to ``run``; gives those that ``referee`` wants, by file and number."""
        wanted: list[tuple[str, int, CaseOutcome]] = []
        for part in self.parts:
            counts, alone = (by_name.setdefault(part.name, Counter()) for by_name in (run.counts, run.alone))
            for outcome, rows, file, row in part.outcomes:
                counts[outcome.status] += rows
                run.reasons[outcome.reduced()] += rows
                if referee.wants(outcome):
                    wanted.append((file, row, outcome))
            alone.update(part.alone(self.book))
            if self.plan.reasons != "brief":
                run.opened.setdefault(part.name, Counter()).update(part.opened())
        return wanted

    def result(self) -> Frame:
        """The rows as they are written."""
        plan, judged = self.plan, self.frame
        if plan.only:
            wanted = [i for i, (status, _) in enumerate(VERDICTS) if status in plan.only]
            judged = judged.where(reduce(or_, (part.verdict.isin(wanted) for part in self.parts)))
        joined = JoinedTexts(self.judging.session, judged, lambda name: self.judging.beside(f"{self.name}.{name}"))
        own = [F.col(quoted(self.judging.source.column(header))) for header in self.judging.own]
        cells: list[Any] = []
        for part in self.parts:
            keys = CELLS[plan.reasons]
            texts = part.in_words(joined) if plan.reasons == "text" else part.as_ids(joined, keys)
            cells += [texts[key] for key in keys]
        values = [self._value(joined, name) for name in quoted_names(plan)]
        if plan.reasons != "text":
            starts = F.array(*(F.lit(day.isoformat()).cast("date") for day in self.book.epochs.starts))
            # Of the row's own day, whether or not a programme covers it.
            epoch = F.array_max(F.filter(starts, lambda start: start <= F.col("as_of")))
            values += [self._whose(joined)] if plan.households is not None else []
            columns = [*own, epoch, *(self._region(fact) for fact in regions_of(plan)), *values, *cells]
        else:
            preferred = preferred_programmes(plan)
            choice = [self._choice(joined, preferred)] if preferred else []
            columns = [*own, *cells, *choice, *values]
        names = headings(plan, self.judging.source.headers)
        return joined.frame.select(*(column.alias(name) for name, column in zip(names, columns, strict=True)))

    def _whose(self, joined: JoinedTexts) -> Column:  # noqa: ARG002
        """Whose facts carry the results: nobody's, of rows without people."""
        return F.lit("")

    def _region(self, fact: str) -> Column:
        column = f"region.{fact}"
        return F.col(quoted(column)) if column in self.frame.columns else F.lit(None).cast("string")

    def _value(self, joined: JoinedTexts, name: str) -> Column:
        """A quantity that texts quote, in words or as the engine has it."""
        words = self.plan.reasons == "text"
        if name not in self.statement.values:
            return F.lit(None).cast("string" if words else "bigint")
        value = F.col(quoted(self.statement.values[name]))
        if not words:
            return value
        distinct = [row[0] for row in self.frame.select(value).where(value.isNotNull()).distinct().collect()]
        texts = {plain(here): (value_text(self.book, name, here, self.plan.lang),) for here in distinct}
        return joined.look_up(value.cast("string"), texts, 1)[0]

    def _choice(self, joined: JoinedTexts, among: frozenset[str]) -> Column:
        """What a case takes of the programmes ``among`` which are open to it."""
        parts = [part for part in self.parts if part.name in among]
        alike = alike_in(
            self.frame, one_text(*(part.granted for part in parts)), [c for part in parts for c in part.columns]
        )
        lookup = Lookup(self.book, [part.part for part in parts], self.statement.values, self.plan.lang)
        table = lookup.table(alike.table)
        texts = table.choices(among).to_pylist()
        return joined.look_up(alike.key, {key: (text,) for key, text in zip(alike.keys, texts, strict=True)}, 1)[0]


def judge_rows(judging: Judging, cases: Frame, days: tuple[date, date], name: str) -> JudgedRows:
    """Judge ``cases``, whose as-of dates lie within ``days``."""
    plan = judging.plan
    statement = compile_programmes(plan.book, plan.programmes, days, detail=True, dialect="spark", keep=judging.kept)
    return JudgedRows(judging, statement, cases, name)
