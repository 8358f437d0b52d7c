"""Screening on a cluster: the statement of the columns in Spark's dialect, from Parquet to Parquet.

The workers run nothing but Spark's own SQL, so they need neither Python nor this library. The driver parses each
distinct cell, says each distinct text, and judges some rows again; what it makes goes out as small tables to be joined.
Everything is written beside the result first and renamed at the end: the result stands there whole or not at all.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce
from operator import or_
from typing import Any, get_args

from ancu.batch.cells import CELLS
from ancu.batch.outcomes import CaseOutcome
from ancu.batch.referee import Referee
from ancu.decision.rendering import value_text
from ancu.errors import InputError, Problem
from ancu.inference.sql.statement import compile_programmes
from ancu.inference.table_schema import column_type
from ancu.inference.verdicts import VERDICTS
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.map_file import read_map
from ancu.screening.job import Job
from ancu.screening.jobs.receipt import (
    OutputRole,
    RunReceipt,
    Spark,
    Timings,
    mapping_of,
    receipt_from,
)
from ancu.screening.jobs.run_job import plan_of
from ancu.screening.lists.chunks import plain
from ancu.screening.lists.listing import Row
from ancu.screening.results.layout import headings, own_headers
from ancu.screening.results.reasons_table import reasons_table
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of
from ancu.screening.run.screen import REFEREE_BUDGET, Screening, review
from ancu.screening.spark.folders import Folders
from ancu.screening.spark.session import told_plainly
from ancu.screening.spark.texts import JoinedTexts, JudgedProgramme, alike_in, one_text

#: Case ids that stand twice, as far as they are named.
_REPEATED = 20


@dataclass(frozen=True)
class SparkDone:
    """What a job came to: the run, and the folders that stand now, with the receipt beside the result."""

    run: Screening
    outputs: tuple[str, ...]
    rejects: str | None
    receipt: RunReceipt
    receipt_path: str


def run_on_spark(
    book: Rulebook, job: Job, output: str, rejects: str | None = None, *, session: Any, budget: int = REFEREE_BUDGET
) -> SparkDone:
    """Run ``job`` in ``session`` and put its result at ``output``, a folder of Parquet files on any file system.

    Rejected rows go to ``rejects``, or beside the result. Raises :class:`IntegrityError` when the engines disagree;
    then, as after any other failure, nothing stands at ``output``.
    """
    with told_plainly():
        return _Run(book, job, Folders(session, output, rejects), session, budget).run()


class _Run:
    """One run, step by step."""

    def __init__(self, book: Rulebook, job: Job, folders: Folders, session: Any, budget: int) -> None:
        from ancu.screening.spark.cells import SparkList

        self.began, self.clock = datetime.now(UTC), [time.monotonic()]
        self.book, self.job, self.folders, self.session = book, job, folders, session
        # Times are told as they were written, wherever the driver stands.
        session.conf.set("spark.sql.session.timeZone", "UTC")
        # Days long past are days of today's calendar, as everywhere.
        session.conf.set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
        column_map = read_map(job.mapping, book) if job.mapping is not None else None
        self.source = SparkList(session, job.lists)
        self.inputs = [*self.source.files(), *mapping_of(job)]
        self.plan: Plan = plan_of(book, job, self.source, column_map)
        for headers in self.plan.columns.shared.values():
            raise InputError(Problem("spark_marks", {"headers": ", ".join(headers)}, self.source.path))
        self.referee = Referee(book, self.plan.programmes, budget)
        self.screening = Screening(self.plan, "spark")

    def run(self) -> SparkDone:
        written: dict[str, str] = {}
        self.clock.append(time.monotonic())
        try:
            self._judge()
            self._count()
            self._referee()
            if self.screening.rejected:
                written[self.folders.rejects] = "rejects"
                self._rejects().write.parquet(self.folders.beside("rejects"))
            if self.plan.reasons != "text":
                written[self.folders.reasons] = "reasons"
                self._reasons().coalesce(1).write.parquet(self.folders.beside("reasons"))
            written[self.folders.output] = "result"
            self._result().write.parquet(self.folders.beside("result"))
            self.clock.append(time.monotonic())
            receipt = self._receipt(written)
            self.folders.write("receipt", receipt.as_file())
            self.folders.commit({self.folders.receipt: "receipt", **written})
        finally:
            self.folders.clear()
        rejects = self.folders.rejects if self.screening.rejected else None
        outputs = tuple(path for path in written if path != rejects)
        return SparkDone(self.screening, outputs, rejects, receipt, self.folders.receipt)

    # -- judging --------------------------------------------------------------------------------------------------

    def _judge(self) -> None:
        """Read the cells, judge the rows, and keep their verdicts as numbers beside the result."""
        from pyspark.sql import functions as F

        from ancu.batch.judged_table import Lookup
        from ancu.screening.spark.cells import FILE, PROBLEMS, ROW, SPARK_TYPES, SparkReader

        plan = self.plan
        self.reader = SparkReader(self.session, plan, self.source)
        cases = self.reader.parsed
        if not self.reader.flawless:
            cases = cases.where(F.size(PROBLEMS) == 0)
        self.own = own_headers(plan, self.source.headers)
        self.statement = compile_programmes(
            self.book,
            plan.programmes,
            self.reader.days,
            detail=True,
            dialect="spark",
            keep=[FILE, ROW, "as_of", *map(self.source.column, self.own)],
        )
        unknown = {
            fact: F.lit(None).cast(SPARK_TYPES[column_type(self.book, fact)])
            for fact in self.statement.facts
            if fact not in cases.columns
        }
        judged = cases.withColumns(unknown)
        # Over the statement as one text, with all programmes, Spark's parser needs more memory than a driver has.
        for columns in self.statement.steps:
            judged = judged.selectExpr(*columns)
        judged.write.parquet(self.folders.beside("judged"))
        self.judged = self.session.read.parquet(self.folders.beside("judged"))
        self.parts = [
            JudgedProgramme(part, Lookup(self.book, (part,), self.statement.values, plan.lang), self.judged)
            for part in self.statement.parts
        ]

    def _count(self) -> None:
        from pyspark.sql import functions as F

        from ancu.screening.spark.cells import FILE, PROBLEMS, ROW

        run, bad = self.screening, 0
        run.read = self.reader.rows
        if not self.reader.flawless:
            bad = self.reader.parsed.where(F.size(PROBLEMS) > 0).count()
        run.rejected, run.judged = bad, self.judged.count()
        if run.judged + run.rejected != run.read:
            raise InputError(Problem("list_changed", {}, self.source.path))
        self.wanted: list[tuple[str, int, CaseOutcome]] = []
        for part in self.parts:
            counts, alone = (by_name.setdefault(part.name, Counter()) for by_name in (run.counts, run.alone))
            for outcome, rows, file, row in part.outcomes:
                counts[outcome.status] += rows
                run.reasons[outcome.reduced()] += rows
                if self.referee.wants(outcome):
                    self.wanted.append((file, row, outcome))
            alone.update(part.alone(self.book))
            if self.plan.reasons != "brief":
                run.opened.setdefault(part.name, Counter()).update(part.opened())
        run.outcomes = len(run.reasons)
        header = self.plan.columns.header(CASE)
        if header is not None:
            case = F.trim(self.source.cell(header).cast("string"))
            place = F.struct(FILE, ROW)
            cases = self.source.frame.where(case != "").groupBy(case.alias("case"))
            twice = cases.agg(F.count(F.lit(1)).alias("n"), F.min(place).alias("first"), F.max(place).alias("last"))
            for one in twice.where("n > 1").orderBy("first").limit(_REPEATED).collect():
                run.repeated[one["case"]] = [self.source.place(*one["first"]), self.source.place(*one["last"])]

    def _referee(self) -> None:
        """Judge one row of each outcome again, as it stands in the list."""
        from pyspark.sql import functions as F

        from ancu.screening.spark.cells import FILE, ROW

        places = list({(file, row) for file, row, _ in self.wanted})
        if places:
            table = F.broadcast(self.session.createDataFrame(places, f"`{FILE}` string, `{ROW}` bigint"))
            cells = [self.source.cell(header).alias(self.source.column(header)) for header in self.source.headers]
            frame = self.source.frame.join(table, [FILE, ROW], "left_semi").select(FILE, ROW, *cells)
            rows = {(row[0], row[1]): dict(zip(self.source.headers, row[2:], strict=True)) for row in frame.collect()}
            for file, row, outcome in self.wanted:
                review(self.referee, self.plan, outcome, Row(row, rows[file, row]), self.source.place(file, row))
        self.screening.refereed, self.screening.refereed_by = self.referee.judged, self.referee.by

    # -- what is written ------------------------------------------------------------------------------------------

    def _receipt(self, written: Mapping[str, str]) -> RunReceipt:
        """The receipt; :class:`InputError` where the list is no longer the one that was opened."""
        if self.inputs != [*self.source.files(), *mapping_of(self.job)]:
            raise InputError(Problem("list_changed", {}, self.source.path))
        # Named as in every receipt: the result first.
        names = {name: place for place, name in written.items()}
        roles = [role for role in get_args(OutputRole) if role in names]
        outputs = [self.folders.written(role, names[role], role) for role in roles]
        self.clock.append(time.monotonic())
        return receipt_from(
            self.job,
            self.screening,
            self.inputs,
            outputs,
            self.folders.named(self.folders.rejects),
            self.session.sparkContext.defaultParallelism,
            self.began,
            Timings.between(self.clock),
            Spark(version=self.session.version, master=self.session.sparkContext.master),
        )

    def _rejects(self) -> Any:
        """Where and what is wrong with a row, then its own cells, to be mended and run again."""
        from pyspark.sql import functions as F

        from ancu.screening.spark.cells import FILE, PROBLEMS, ROW

        columns = {
            key: message(f"reject_{key}", self.plan.lang) for key in ("file", "line", "column", "value", "problem")
        }
        flaws = [
            F.concat_ws(" | ", F.col(f"`{PROBLEMS}`.{key}")).alias(columns[key])
            for key in ("column", "value", "problem")
        ]
        own = [F.col(f"`{self.source.column(header)}`").alias(header) for header in self.source.headers]
        bad = self.reader.parsed.where(F.size(PROBLEMS) > 0)
        return bad.select(
            F.col(f"`{FILE}`").alias(columns["file"]), F.col(f"`{ROW}`").alias(columns["line"]), *flaws, *own
        )

    def _reasons(self) -> Any:
        from pyspark.sql import types as T

        names, columns = reasons_table(self.plan, self.screening)
        kinds = {"reason": T.LongType(), "epoch": T.DateType()}
        schema = T.StructType([T.StructField(name, kinds.get(name, T.StringType())) for name in names])
        return self.session.createDataFrame(list(zip(*columns, strict=True)), schema)

    def _result(self) -> Any:
        """The rows as they are written: the same columns as on one machine."""
        from pyspark.sql import functions as F

        plan, judged = self.plan, self.judged
        if plan.only:
            wanted = [i for i, (status, _) in enumerate(VERDICTS) if status in plan.only]
            judged = judged.where(reduce(or_, (part.verdict.isin(wanted) for part in self.parts)))
        joined = JoinedTexts(self.session, judged, self.folders.beside)
        own = [F.col(f"`{self.source.column(header)}`") for header in self.own]
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
            columns = [*own, epoch, *(self._region(fact) for fact in regions_of(plan)), *values, *cells]
        else:
            preferred = preferred_programmes(plan)
            choice = [self._choice(joined, preferred)] if preferred else []
            columns = [*own, *cells, *choice, *values]
        names = headings(plan, self.source.headers)
        return joined.frame.select(*(column.alias(name) for name, column in zip(names, columns, strict=True)))

    def _region(self, fact: str) -> Any:
        from pyspark.sql import functions as F

        column = f"region.{fact}"
        return F.col(f"`{column}`") if column in self.judged.columns else F.lit(None).cast("string")

    def _value(self, joined: JoinedTexts, name: str) -> Any:
        """A quantity that texts quote, in words or as the engine has it."""
        from pyspark.sql import functions as F

        words = self.plan.reasons == "text"
        if name not in self.statement.values:
            return F.lit(None).cast("string" if words else "bigint")
        value = F.col(f"`{self.statement.values[name]}`")
        if not words:
            return value
        distinct = [row[0] for row in self.judged.select(value).where(value.isNotNull()).distinct().collect()]
        texts = {plain(here): (value_text(self.book, name, here, self.plan.lang),) for here in distinct}
        return joined.look_up(value.cast("string"), texts, 1)[0]

    def _choice(self, joined: JoinedTexts, among: frozenset[str]) -> Any:
        """What a case takes of the programmes ``among`` which are open to it."""
        from ancu.batch.judged_table import Lookup

        parts = [part for part in self.parts if part.name in among]
        alike = alike_in(
            self.judged, one_text(*(part.granted for part in parts)), [c for part in parts for c in part.columns]
        )
        lookup = Lookup(self.book, [part.part for part in parts], self.statement.values, self.plan.lang)
        table = lookup.table(alike.table)
        texts = table.choices(among).to_pylist()
        return joined.look_up(alike.key, {key: (text,) for key, text in zip(alike.keys, texts, strict=True)}, 1)[0]
