"""Screening on a cluster: the statement of the columns in Spark's dialect, from Parquet to Parquet.

The workers run nothing but Spark's own SQL, so they need neither Python nor this library. The driver parses each
distinct cell, says each distinct text, and judges some rows again; what it makes goes out as small tables to be joined.
Everything is written beside the result first and renamed at the end: the result stands there whole or not at all.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import reduce
from typing import TYPE_CHECKING, Any, get_args

from ancu.batch.referee import Referee
from ancu.errors import InputError, Problem
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.households.households import PeopleAsked
from ancu.screening.job import Job
from ancu.screening.jobs.receipt import (
    InputFile,
    OutputRole,
    RunReceipt,
    Spark,
    Timings,
    mapping_of,
    receipt_from,
)
from ancu.screening.jobs.run_job import plan_of
from ancu.screening.lists.listing import Row
from ancu.screening.results.reasons_table import reasons_table
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import REFEREE_BUDGET, Screening, review
from ancu.screening.spark.folders import Folders
from ancu.screening.spark.session import told_plainly

if TYPE_CHECKING:
    from ancu.screening.spark.judged_rows import JudgedRows, Judging
    from ancu.screening.spark.people import SparkPeople

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
        from ancu.screening.spark.spark_list import SparkList

        self.began, self.clock = datetime.now(UTC), [time.monotonic()]
        self.book, self.job, self.folders, self.session = book, job, folders, session
        # Times are told as they were written, wherever the driver stands.
        session.conf.set("spark.sql.session.timeZone", "UTC")
        # Days long past are days of today's calendar, as everywhere.
        session.conf.set("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
        column_map = read_map(job.mapping, book) if job.mapping is not None else None
        self.source = SparkList(session, job.lists)
        self.people: SparkPeople | None = None
        if job.members is not None:
            from ancu.screening.spark.people import SparkPeople

            asked = PeopleAsked(job.members, job.members_complete, job.lang)
            self.people = SparkPeople(book, session, self.source, Meanings(book, column_map), asked)
        self.inputs = self._files()
        self.plan: Plan = plan_of(book, job, self.source, column_map, self.people)
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

        from ancu.screening.spark.cells import PROBLEMS, SparkReader
        from ancu.screening.spark.judged_rows import Judging, judge_rows

        reader = SparkReader(self.session, self.plan, self.source)
        judging = Judging(self.plan, self.source, self.session, self.folders.beside)
        self.cases, self.flawless = reader.parsed, reader.flawless and self.people is None
        self.screening.read = reader.rows
        if self.people is not None:
            self.judged = list(self._judge_households(judging, self.people, reader.days))
            return
        sound = self.cases if self.flawless else self.cases.where(F.size(PROBLEMS) == 0)
        self.judged = [judge_rows(judging, sound, reader.days, "judged")]

    def _judge_households(self, judging: Judging, people: SparkPeople, days: tuple[date, date]) -> Iterator[JudgedRows]:
        """The rows of which nobody is listed, and those with people."""
        from pyspark.sql import functions as F

        from ancu.screening.spark.cells import PROBLEMS
        from ancu.screening.spark.judged_households import judge_households
        from ancu.screening.spark.judged_rows import judge_rows
        from ancu.screening.spark.member_cells import CODE
        from ancu.screening.spark.people import LISTED

        self.cases, members = people.joined(self.cases, self.folders.beside)
        sound, listed = self.cases.where(F.size(PROBLEMS) == 0), F.col(LISTED).isNotNull()
        found = {row[0] for row in sound.select(listed).distinct().collect()}
        # The law says more of facts that one record states than of those that may be of several people.
        if found != {True}:
            yield judge_rows(judging, sound.where(~listed), days, "judged")
        if True in found:
            yield judge_households(judging, sound.where(listed), members, CODE, days, "households", self._rows_at)

    def _count(self) -> None:
        from pyspark.sql import functions as F

        from ancu.screening.spark.cells import PROBLEMS
        from ancu.screening.spark.spark_list import FILE, ROW

        run, bad = self.screening, 0
        if not self.flawless:
            bad = self.cases.where(F.size(PROBLEMS) > 0).count()
        run.rejected, run.judged = bad, sum(rows.frame.count() for rows in self.judged)
        if run.judged + run.rejected != run.read:
            raise InputError(Problem("list_changed", {}, self.source.path))
        self.wanted = [one for rows in self.judged for one in rows.count(run, self.referee)]
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
        rows = self._rows_at((file, row) for file, row, _ in self.wanted)
        for file, row, outcome in self.wanted:
            review(self.referee, self.plan, outcome, rows[file, row], self.source.place(file, row))
        self.screening.refereed, self.screening.refereed_by = self.referee.judged, self.referee.by

    def _rows_at(self, places: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Row]:
        """Rows as they stand in the list; their people are held."""
        from pyspark.sql import functions as F

        from ancu.screening.spark.spark_list import FILE, ROW

        wanted = sorted(set(places))
        if not wanted:
            return {}
        table = F.broadcast(self.session.createDataFrame(wanted, f"`{FILE}` string, `{ROW}` bigint"))
        frame = self.source.frame.join(table, [FILE, ROW], "left_semi")
        if self.people is not None:
            return self.people.held_with(frame)
        return {(file, row): Row(row, cells) for file, row, cells in self.source.rows(frame)}

    # -- what is written ------------------------------------------------------------------------------------------

    def _files(self) -> list[InputFile]:
        """The files of the list, of its people, and of the mapping, as they are now."""
        of_people = self.people.members.files("members") if self.people is not None else ()
        return [*self.source.files(), *of_people, *mapping_of(self.job)]

    def _receipt(self, written: Mapping[str, str]) -> RunReceipt:
        """The receipt; :class:`InputError` where the list is no longer the one that was opened."""
        if self.inputs != self._files():
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

        from ancu.screening.spark.cells import PROBLEMS
        from ancu.screening.spark.spark_list import FILE, ROW

        columns = {
            key: message(f"reject_{key}", self.plan.lang) for key in ("file", "line", "column", "value", "problem")
        }
        flaws = [
            F.concat_ws(" | ", F.col(f"`{PROBLEMS}`.{key}")).alias(columns[key])
            for key in ("column", "value", "problem")
        ]
        own = [F.col(f"`{self.source.column(header)}`").alias(header) for header in self.source.headers]
        bad = self.cases.where(F.size(PROBLEMS) > 0)
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
        return reduce(lambda one, other: one.unionByName(other), (rows.result() for rows in self.judged))
