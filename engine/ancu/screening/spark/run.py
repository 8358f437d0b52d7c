"""Screening on a cluster: the statement of the columns in Spark's dialect, from Parquet to Parquet.

The workers run nothing but Spark's own SQL, so they need neither Python nor this library. The driver parses each
distinct cell, says each distinct text, and judges some rows again; what it makes goes out as small tables to be joined.
Everything is written beside the result first and renamed at the end: the result stands there whole or not at all.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, reduce
from operator import or_
from typing import Any, get_args

from ancu import extras
from ancu.batch.cells import CELLS
from ancu.batch.outcomes import Kind
from ancu.batch.referee import Referee
from ancu.decision.rendering import value_text
from ancu.errors import AncuError, InputError, OutputError, Problem
from ancu.inference.sql.statement import compile_programmes
from ancu.inference.tables import Part, column_type
from ancu.inference.verdicts import ELIGIBLE, UNDETERMINED, VERDICTS
from ancu.messages import message
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.headers.map_file import read_map
from ancu.screening.job import Job
from ancu.screening.jobs.receipt import (
    SUFFIX,
    OutputFile,
    OutputRole,
    Receipt,
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

#: Case ids that stand twice, as far as they are named.
_REPEATED = 20
_PARQUET = ".parquet"
#: As many small tables are joined at once: each takes a page of memory, however small it is, on every machine.
_JOINED = 16


class SparkProblem(AncuError):
    """Spark is not installed, or cannot do what was asked."""


@dataclass(frozen=True)
class Cluster:
    """Where Spark runs: a master's URL (None: as Spark is configured, else this machine), and its configuration."""

    master: str | None = None
    conf: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class SparkDone:
    """What a job came to: the run, and the folders that stand now, with the receipt beside the result."""

    run: Screening
    outputs: tuple[str, ...]
    rejects: str | None
    receipt: Receipt
    receipt_path: str


def check_installed() -> None:
    """:class:`SparkProblem` where PySpark, what reads its results, or Java is missing."""
    if not extras.spark():
        raise SparkProblem(Problem("spark_not_installed"))
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and (home is None or not os.access(os.path.join(home, "bin", "java"), os.X_OK)):
        raise SparkProblem(Problem("spark_no_java"))


@contextlib.contextmanager
def spark_session(cluster: Cluster) -> Iterator[Any]:
    """A session on ``cluster``, which ends with the block."""
    check_installed()
    from pyspark.sql import SparkSession

    with _told_plainly():
        builder = SparkSession.builder.appName("ancu screen")
        # Spark's own bar of progress, where somebody can see it.
        builder = builder.config("spark.ui.showConsoleProgress", str(sys.stderr.isatty()).lower())
        for key, value in cluster.conf:
            builder = builder.config(key, value)
        # Without a master, Spark's own configuration counts: as spark-submit was told, or this machine.
        session = (builder.master(cluster.master) if cluster.master is not None else builder).getOrCreate()
        session.sparkContext.setLogLevel("FATAL")  # what fails is told in a line
    try:
        yield session
    finally:
        session.stop()


def run_on_spark(
    book: Rulebook, job: Job, output: str, rejects: str | None = None, *, session: Any, budget: int = REFEREE_BUDGET
) -> SparkDone:
    """Run ``job`` in ``session`` and put its result at ``output``, a folder of Parquet files on any file system.

    Rejected rows go to ``rejects``, or beside the result. Raises :class:`IntegrityError` when the engines disagree;
    then, as after any other failure, nothing stands at ``output``.
    """
    with _told_plainly():
        return _Run(book, job, _Folders(session, output, rejects), session, budget).run()


@contextlib.contextmanager
def _told_plainly() -> Iterator[None]:
    """What Spark refuses is told in a line, not in a page of Java."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield
    except (PySparkException, Py4JError) as error:
        java = getattr(error, "java_exception", None)
        said = str(java.getMessage() if java is not None else error).strip().splitlines()
        detail = next((line for line in said if line.strip()), type(error).__name__)
        raise SparkProblem(Problem("spark_failed", {"detail": detail})) from error


class _Folders:
    """The folders of a run, written beside the result and renamed at the end, by Hadoop's file systems."""

    def __init__(self, session: Any, output: str, rejects: str | None) -> None:
        stem = output.rstrip("/").removesuffix(_PARQUET)
        self.output, self.reasons = output, f"{stem}.reasons{_PARQUET}"
        self.rejects = rejects or f"{stem}.rejects{_PARQUET}"
        self.receipt = stem + SUFFIX
        self._hadoop = session._jvm.org.apache.hadoop.fs
        self._conf = session._jsc.hadoopConfiguration()
        path, self._files = self._at(output)
        for place in (self.output, self.reasons, self.rejects, self.receipt):
            found, files = self._at(place)
            if files.exists(found):
                raise OutputError(Problem("spark_output_exists", {"path": place}))
        self._work = self._hadoop.Path(path.getParent(), f".{path.getName()}.{uuid.uuid4().hex[:8]}")

    def _at(self, place: str) -> tuple[Any, Any]:
        path = self._hadoop.Path(place)
        files = path.getFileSystem(self._conf)
        return files.makeQualified(path), files

    def beside(self, name: str) -> str:
        """A folder beside the result, gone when the run ends."""
        return str(self._hadoop.Path(self._work, name).toString())

    def write(self, name: str, content: bytes) -> None:
        """A file beside the result."""
        self._files.setWriteChecksum(False)  # a local one would leave a file of its own beside it
        try:
            stream = self._files.create(self._hadoop.Path(self._work, name))
        finally:
            self._files.setWriteChecksum(True)
        try:
            stream.write(bytearray(content))
        finally:
            stream.close()

    def written(self, role: OutputRole, place: str, name: str) -> OutputFile:
        """A folder that was written beside the result and is to stand at ``place``."""
        found = self._files.listStatus(self._hadoop.Path(self._work, name))
        sizes = [status.getLen() for status in found if status.getPath().getName()[0] not in "._"]
        return OutputFile(role=role, name=self.named(place), sha256=None, bytes=sum(sizes), files=len(sizes))

    def named(self, place: str) -> str:
        """A place as it is named from the folder of the receipt; in full, where it does not lie there."""
        path, folder = self._at(place)[0], self._at(self.output)[0].getParent()
        return str(path.getName() if path.getParent().equals(folder) else path.toString())

    def commit(self, written: Mapping[str, str]) -> None:
        """Put what was written (by where it is to stand) in place, the result last: all of it or nothing."""
        placed: list[Any] = []
        try:
            for place, name in written.items():
                path, _ = self._at(place)
                if not self._files.rename(self._hadoop.Path(self._work, name), path):
                    raise OutputError(Problem("spark_not_renamed", {"path": place}))
                placed.append(path)
        except BaseException:
            for done in placed:
                self._files.delete(done, True)
            raise

    def clear(self) -> None:
        """Take away what lies beside the result."""
        self._files.delete(self._work, True)


class _Run:
    """One run, step by step."""

    def __init__(self, book: Rulebook, job: Job, folders: _Folders, session: Any, budget: int) -> None:
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
            keep=[FILE, ROW, *map(self.source.column, self.own)],
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
            _Part(part, Lookup(self.book, (part,), self.statement.values, plan.lang), self.judged)
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
        self.wanted: list[tuple[str, int, Kind]] = []
        for part in self.parts:
            counts, alone = (found.setdefault(part.name, Counter()) for found in (run.counts, run.alone))
            for kind, rows, file, row in part.kinds:
                counts[kind.status] += rows
                run.reasons[kind.reduced()] += rows
                if self.referee.wants(kind):
                    self.wanted.append((file, row, kind))
            alone.update(part.alone(self.book))
        run.outcomes = len(run.reasons)
        header = self.plan.columns.header(CASE)
        if header is not None:
            case = F.trim(self.source.cell(header).cast("string"))
            place = F.struct(FILE, ROW)
            found = self.source.frame.where(case != "").groupBy(case.alias("case"))
            twice = found.agg(F.count(F.lit(1)).alias("n"), F.min(place).alias("first"), F.max(place).alias("last"))
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
            for file, row, kind in self.wanted:
                review(self.referee, self.plan, kind, Row(row, rows[file, row]), self.source.place(file, row))
        self.screening.refereed, self.screening.refereed_by = self.referee.judged, self.referee.by

    # -- what is written ------------------------------------------------------------------------------------------

    def _receipt(self, written: Mapping[str, str]) -> Receipt:
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

        said = {key: message(f"reject_{key}", self.plan.lang) for key in ("file", "line", "column", "value", "problem")}
        flaws = [
            F.concat_ws(" | ", F.col(f"`{PROBLEMS}`.{key}")).alias(said[key]) for key in ("column", "value", "problem")
        ]
        own = [F.col(f"`{self.source.column(header)}`").alias(header) for header in self.source.headers]
        bad = self.reader.parsed.where(F.size(PROBLEMS) > 0)
        return bad.select(F.col(f"`{FILE}`").alias(said["file"]), F.col(f"`{ROW}`").alias(said["line"]), *flaws, *own)

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
        said = _Said(self.session, judged, self.folders.beside)
        own = [F.col(f"`{self.source.column(header)}`") for header in self.own]
        cells: list[Any] = []
        for part in self.parts:
            keys = CELLS[plan.reasons]
            found = part.said_in_words(said) if plan.reasons == "text" else part.said_as_ids(said, keys)
            cells += [found[key] for key in keys]
        values = [self._value(said, name) for name in quoted_names(plan)]
        if plan.reasons != "text":
            starts = F.array(*(F.lit(day.isoformat()).cast("date") for day in self.book.epochs.starts))
            epoch = F.element_at(starts, (F.coalesce(F.col("epoch"), F.lit(0)) + 1).cast("int"))
            columns = [*own, epoch, *(self._region(fact) for fact in regions_of(plan)), *values, *cells]
        else:
            preferred = preferred_programmes(plan)
            choice = [self._choice(said, preferred)] if preferred else []
            columns = [*own, *cells, *choice, *values]
        names = headings(plan, self.source.headers)
        return said.frame.select(*(column.alias(name) for name, column in zip(names, columns, strict=True)))

    def _region(self, fact: str) -> Any:
        from pyspark.sql import functions as F

        column = f"region.{fact}"
        return F.col(f"`{column}`") if column in self.judged.columns else F.lit(None).cast("string")

    def _value(self, said: _Said, name: str) -> Any:
        """A quantity that texts quote, in words or as the engine has it."""
        from pyspark.sql import functions as F

        words = self.plan.reasons == "text"
        if name not in self.statement.values:
            return F.lit(None).cast("string" if words else "bigint")
        value = F.col(f"`{self.statement.values[name]}`")
        if not words:
            return value
        distinct = [row[0] for row in self.judged.select(value).where(value.isNotNull()).distinct().collect()]
        texts = {plain(found): (value_text(self.book, name, found, self.plan.lang),) for found in distinct}
        return said.look_up(value.cast("string"), texts, 1)[0]

    def _choice(self, said: _Said, among: frozenset[str]) -> Any:
        """What a case takes of the programmes ``among`` which are open to it."""
        from ancu.batch.judged_table import Lookup

        parts = [part for part in self.parts if part.name in among]
        alike = _alike(
            self.judged, _key(*(part.granted for part in parts)), [c for part in parts for c in part.columns]
        )
        lookup = Lookup(self.book, [part.part for part in parts], self.statement.values, self.plan.lang)
        table = lookup.table(alike.table)
        texts = table.choices(among).to_pylist()
        return said.look_up(alike.key, {key: (text,) for key, text in zip(alike.keys, texts, strict=True)}, 1)[0]


class _Said:
    """Rows to which texts are joined, each text once for all rows that it is said of."""

    def __init__(self, session: Any, frame: Any, beside: Callable[[str], str]) -> None:
        self.session, self.frame, self._tables, self._beside = session, frame, 0, beside

    def look_up(self, key: Any, texts: Mapping[str, Sequence[str | None]], width: int) -> list[Any]:
        """``width`` columns with the texts that belong to ``key``."""
        from pyspark.sql import functions as F

        n = self._tables
        self._tables += 1
        if n and n % _JOINED == 0:
            self.frame.write.parquet(self._beside(f"said{n}"))
            self.frame = self.session.read.parquet(self._beside(f"said{n}"))
        names = [f"t{n}.{i}" for i in range(width)]
        schema = ", ".join([f"k{n} string", *(f"`{name}` string" for name in names)])
        table = self.session.createDataFrame([(found, *said) for found, said in texts.items()], schema)
        self.frame = self.frame.join(F.broadcast(table), key == F.col(f"k{n}"), "left")
        return [F.col(f"`{name}`") for name in names]


class _Part:
    """What was found of one programme: its columns in the judged rows, and their texts."""

    def __init__(self, part: Part, lookup: Any, judged: Any) -> None:
        from pyspark.sql import functions as F

        self.part, self.lookup, self.judged, self.name = part, lookup, judged, part.programme
        region = f"region.{lookup.book.programmes[self.name].region}"
        kept = [f"{self.name}.{key}" for key in ("verdict", "provisional", "reason", "causes", "law")]
        self.columns = ["epoch", *kept, *part.amounts.values(), *([region] if region in judged.columns else [])]
        self.verdict, self.provisional, self.reason, causes, law = (F.col(f"`{column}`") for column in kept)
        self.causes = F.when(self.verdict == UNDETERMINED, causes).otherwise(F.lit(0))
        place = _key(F.col("epoch"), F.col(f"`{region}`") if region in judged.columns else F.lit(0))
        amounts = [F.col(f"`{column}`") for column in part.amounts.values()]
        self.granted = F.when(self.verdict == ELIGIBLE, _key(place, law, *amounts)).otherwise(F.lit(""))
        self.why = _key(self.verdict, self.provisional, self.reason, place)
        unset = sum(1 << bit for name, bit in part.causes.items() if name not in lookup.book.facts)
        self.noted = _key(self.why, self.causes.bitwiseAND(F.lit(unset).cast("bigint")), law, self.granted)
        self.lacking = _key(self.causes, F.when(self.causes != 0, F.col("epoch")))

    @cached_property
    def _whys(self) -> _Alike:
        return _alike(self.judged, self.why, self.columns)

    def _found(self, alike: _Alike) -> Any:
        return self.lookup.table(alike.table).parts[self.name]

    @property
    def kinds(self) -> Iterator[tuple[Kind, int, str, int]]:
        """The kinds of rows, reduced to what carries the verdict: each with how many there are, and a row of it."""
        found = self._found(self._whys)
        for i, (rows, (file, row)) in enumerate(zip(self._whys.rows, self._whys.places, strict=True)):
            yield found.kind(i), rows, file, row

    def alone(self, book: Rulebook) -> dict[str, int]:
        """The facts that would each settle a case alone, with how many cases."""
        names = {1 << bit: name for name, bit in self.part.causes.items() if name in book.facts}
        if not names:
            return {}
        rows = self.judged.select(self.causes.alias("causes")).where(f"causes in ({', '.join(map(str, names))})")
        found = {names[row["causes"]]: row["count"] for row in rows.groupBy("causes").count().collect()}
        return {name: found[name] for name in names.values() if name in found}

    def said_as_ids(self, said: _Said, cells: Collection[str]) -> dict[str, Any]:
        """``cells`` as codes."""
        from pyspark.sql import functions as F

        def named(names: Sequence[str | None]) -> Any:
            known = F.array(*(F.lit(name).cast("string") for name in names))
            return F.element_at(known, (self.verdict + 1).cast("int"))

        found = {
            "status": named([status for status, _ in VERDICTS]),
            "why": named([why for _, why in VERDICTS]),
            "provisional": self.provisional,
            "reason": F.when(self.verdict <= UNDETERMINED, self.reason.cast("bigint")),
        }
        if "missing" in cells:
            found |= self._look_up(said, _alike(self.judged, self.lacking, self.columns), ["missing"], "ids")
        return found

    def said_in_words(self, said: _Said) -> dict[str, Any]:
        """All cells in words."""
        found = self._look_up(said, self._whys, ["status", "reasons"])
        for key, column in (("benefit", self.granted), ("missing", self.lacking), ("notes", self.noted)):
            found |= self._look_up(said, _alike(self.judged, column, self.columns), [key])
        return found

    def _look_up(self, said: _Said, alike: _Alike, keys: Sequence[str], reasons: Any = "text") -> dict[str, Any]:
        part = self._found(alike)
        texts = zip(*(part.texts(key, reasons).to_pylist() for key in keys), strict=True)
        columns = said.look_up(alike.key, dict(zip(alike.keys, texts, strict=True)), len(keys))
        return dict(zip(keys, columns, strict=True))


@dataclass(frozen=True)
class _Alike:
    """Rows alike in ``key``: the keys that occur, how many rows each, the first of them, and its columns."""

    key: Any
    keys: list[str]
    rows: list[int]
    places: list[tuple[str, int]]
    table: Any


def _alike(judged: Any, key: Any, columns: Sequence[str]) -> _Alike:
    import pyarrow as pa
    from pyspark.sql import functions as F

    from ancu.screening.spark.cells import FILE, ROW

    first = F.min(F.struct(FILE, ROW, *(F.col(f"`{column}`").alias(f"c{i}") for i, column in enumerate(columns))))
    grouped = judged.groupBy(key.alias("key")).agg(F.count(F.lit(1)).alias("rows"), first.alias("first"))
    found = sorted(grouped.collect(), key=lambda row: row["first"][:2])
    # A column may stand twice where several programmes share it.
    cells = {column: [row["first"][2 + i] for row in found] for i, column in enumerate(columns)}
    types = {column: pa.string() if column.startswith("region.") else pa.int64() for column in columns}
    table = pa.table({column: pa.array(map(_number, values), types[column]) for column, values in cells.items()})
    places = [(row["first"][0], row["first"][1]) for row in found]
    return _Alike(key, [row["key"] for row in found], [row["rows"] for row in found], places, table)


def _number(value: Any) -> Any:
    return int(value) if isinstance(value, bool) else value


def _key(*columns: Any) -> Any:
    """Several columns as one text; what is unknown leaves its place empty."""
    from pyspark.sql import functions as F

    return F.concat_ws("|", *(F.coalesce(column.cast("string"), F.lit("")) for column in columns))
