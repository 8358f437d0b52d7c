"""The cells of a list that Spark reads, as engine values.

Numbers that stand plainly are cast where they are. Of every other column the distinct cells come to the driver, go once
through the one parser, and return as a small table that is joined on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cached_property, reduce
from typing import Any

from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.inference.table_schema import COLUMN_TYPES, column_type, column_value
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.reader import check_id
from ancu.screening.jobs.receipt import InputFile
from ancu.screening.run.plan import Plan

#: A data frame, a column or a session of Spark's: the mypy of a machine without PySpark knows as much.
Frame = Any
Column = Any
Session = Any

#: Where a row stands: its file, and its number there, from 1.
FILE, ROW = "#file", "#row"
PROBLEMS = "#problems"
SPARK_TYPES = {"BIGINT": T.LongType(), "BOOLEAN": T.BooleanType(), "DATE": T.DateType(), "VARCHAR": T.StringType()}
_WHOLE = (T.ByteType, T.ShortType, T.IntegerType, T.LongType)
_PLAIN = r"^[0-9]{1,15}\z"
_GROUPED = r"^[0-9]{1,3}(\.[0-9]{3}){1,4}\z"
#: Ids that :func:`~ancu.screening.cells.reader.check_id` may refuse.
_SUSPECT_ID = r"^\s*[#=E]|^\s*[0-9]([.,][0-9]+)?[Ee]\+?[0-9]+\s*\z"
#: Whole floating numbers below this are exact.
_EXACT = 2**53
#: As many distinct cells of a column are written into the statement.
_FEW = 40
#: Digits of a decimal that can be scaled without losing any.
_DIGITS = 28


class SparkList:
    """Parquet files, folders or globs, wherever Spark reaches, as one list.

    ``frame`` has the cells under :meth:`column` names, and each row's place.
    """

    file_column: str | None = None

    def __init__(self, session: Session, paths: Iterable[str]) -> None:
        read = session.read.parquet(*paths)
        self.path, self.headers = ", ".join(paths), list(read.columns)
        named = [F.col(_quoted(header)).alias(self.column(header)) for header in self.headers]
        place = [F.col("_metadata.file_path").alias(FILE), (F.col("_metadata.row_index") + 1).alias(ROW)]
        self.frame = read.select(*named, *place)
        self._session, self._files = session, read.inputFiles()
        self.several = len(self._files) > 1

    def files(self) -> list[InputFile]:
        """Its files, as their file system tells of them now: to read them through would take as long as judging."""
        jvm, conf = self._session._jvm, self._session._jsc.hadoopConfiguration()
        files = []
        for name in sorted(self._files):
            path = jvm.org.apache.hadoop.fs.Path(jvm.java.net.URI(name))
            status = path.getFileSystem(conf).getFileStatus(path)
            modified = datetime.fromtimestamp(status.getModificationTime() / 1000, UTC)
            files.append(
                InputFile(role="list", name=path.toString(), sha256=None, bytes=status.getLen(), modified=modified)
            )
        return files

    def column(self, header: str) -> str:
        """The column under a header."""
        return f"#{self.headers.index(header)}"

    def cell(self, header: str) -> Column:
        """The cells under a header, as they go to the parser; of a time only its day counts."""
        column = F.col(_quoted(self.column(header)))
        type_ = self.frame.schema[self.column(header)].dataType
        if isinstance(type_, (T.TimestampType, T.TimestampNTZType)):
            return column.cast("date")
        return column.cast("string") if isinstance(type_, (T.MapType, T.StructType)) else column

    def type(self, header: str) -> Any:
        """Spark's type of :meth:`cell`."""
        type_ = self.frame.schema[self.column(header)].dataType
        if isinstance(type_, (T.TimestampType, T.TimestampNTZType)):
            return T.DateType()
        return T.StringType() if isinstance(type_, (T.MapType, T.StructType)) else type_

    def distinct(self, header: str) -> Iterable[Any]:
        """The distinct cells of a column."""
        return [row[0] for row in self.frame.select(self.cell(header)).distinct().collect()]

    def place(self, file: str, row: int) -> str:
        """Where a row stands, to be told: its number, with its file where there are several."""
        return f"{file}:{row}" if self.several else str(row)


#: What was read of the cells of a column: a value, or what is wrong.
_Read = dict[Any, Any]
#: A cell, and what was read of it: the value, or else how it is written and what is wrong.
_Entry = tuple[Any, tuple[Any, Any, Any]]
_ENTRY = ("parsed", "value", "problem")


class SparkReader:
    """Reads a list's cells: :attr:`parsed` has its rows with the values of all facts, and what is wrong in them."""

    def __init__(self, session: Session, plan: Plan, source: SparkList) -> None:
        self.session, self.plan, self.book, self.source = session, plan, plan.book, source
        self.headers = [*plan.columns.known, *plan.columns.cells.ids]
        plain = {header: self._plain(header) for header in self.headers}
        self._values = {header: value for header, (value, _) in plain.items()}
        self._others = {header: rest for header, (_, rest) in plain.items()}
        self.rows = int(source.frame.count())
        # The types of all at once: Spark takes its time over each question.
        rest = {header: cell for header, cell in self._others.items() if cell is not None}
        schema = source.frame.select(*rest.values()).schema
        self._types = {header: field.dataType for header, field in zip(rest, schema, strict=True)}
        self._read = {header: self._parse(header, cells) for header, cells in self._distinct().items()}

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last as-of date that a row can have."""
        header = self.plan.columns.header(AS_OF)
        read = self._read[header].values() if header is not None else ()
        days = [self.plan.day, *(day for day in read if isinstance(day, date))]
        return min(days), max(days)

    @cached_property
    def parsed(self) -> Frame:
        """The list's own columns, each row's place, ``as_of``, a column for each fact, and an array of problems.

        A problem is a structure of ``column``, ``value`` and ``problem``.
        """
        plan, frame = self.plan, self.source.frame
        values: dict[str, Column] = {}
        problems: list[Column] = []
        for i, header in enumerate(self.headers):
            name = plan.columns.known.get(header, CASE)
            value, read = self._values[header], self._read[header]
            if read:
                cell, entries = self._others[header], list(self._entries(read))
                if len(read) > _FEW:
                    frame = frame.join(self._table(i, header, entries), cell == F.col(f"w{i}"), "left")
                    found = {key: F.col(f"{key}{i}") for key in _ENTRY}
                else:
                    found = {key: _mapped(cell, entries, at, self._entry(header)[at]) for at, key in enumerate(_ENTRY)}
                if name != CASE:
                    value = found["parsed"] if value is None else F.coalesce(value, found["parsed"])
                if any(isinstance(one, ValueProblem) for one in read.values()):
                    said = [found[key].alias(key) for key in ("value", "problem")]
                    flaw = F.struct(F.lit(header).alias("column"), *said)
                    problems.append(F.when(found["problem"].isNotNull(), flaw))
            if name != CASE and value is not None:
                values[name] = value
        for name, given in plan.given.items():
            filler = F.lit(column_value(self.book, name, given)).cast(self._type(name))
            values[name] = F.coalesce(values[name], filler) if name in values else filler
        today = F.lit(plan.day)
        values["as_of"] = F.coalesce(values.pop(AS_OF), today) if AS_OF in values else today
        nothing = F.array().cast("array<struct<column: string, value: string, problem: string>>")
        flaws = F.array_compact(F.array(*problems)) if problems else nothing
        own = [F.col(_quoted(column)) for column in self.source.frame.columns]
        return frame.select(*own, *(value.alias(name) for name, value in values.items()), flaws.alias(PROBLEMS))

    @property
    def flawless(self) -> bool:
        """Whether no cell of the whole list is wrong."""
        return not any(isinstance(one, ValueProblem) for read in self._read.values() for one in read.values())

    def _type(self, name: str) -> Any:
        return SPARK_TYPES[COLUMN_TYPES["date"] if name == AS_OF else column_type(self.book, name)]

    def _plain(self, header: str) -> tuple[Column | None, Column | None]:
        """The engine value of the cells that need no parser, NULL for the others; and the others, if any."""
        cell, type_ = self.source.cell(header), self.source.type(header)
        name = self.plan.columns.known.get(header, CASE)
        meaning = self.plan.columns.cells.meanings.get(header)
        if name == CASE and not (meaning is not None and meaning.values):
            # Nothing is computed with an id: only one that a spreadsheet may have spoilt is looked at.
            if isinstance(type_, T.StringType):
                return None, F.when(cell.rlike(_SUSPECT_ID), cell)
            if isinstance(type_, (*_WHOLE, T.DecimalType)):
                return None, F.when(F.abs(cell) >= 10**11, cell)
            return None, None
        if name in (CASE, AS_OF) or meaning is None or meaning.unit is not None or meaning.values:
            return None, cell
        fact = self.book.facts[name]
        if fact.type == "yes_no" and isinstance(type_, T.BooleanType):
            return cell, None
        if fact.value_type.kind == "date" and isinstance(type_, T.DateType):
            bounds = fact.undoubted
            if bounds is None:
                return cell, None
            inside = cell.between(bounds.min, bounds.max)
            return F.when(inside, cell), F.when(~inside, cell)
        if fact.value_type.kind != "number" or fact.type == "percent":
            return None, cell
        plain = _plain_number(fact, cell, type_)
        return (None, cell) if plain is None else (plain, F.when(plain.isNull(), cell))

    def _distinct(self) -> dict[str, list[Any]]:
        """The distinct cells of each column that need the parser: one pass for all columns of a type."""
        by_header: dict[str, list[Any]] = {header: [] for header in self.headers}
        for type_ in sorted(set(map(str, self._types.values()))):
            here = [(i, h) for i, h in enumerate(self.headers) if h in self._types and str(self._types[h]) == type_]
            cells = F.array(*(F.struct(F.lit(i).alias("i"), self._others[h].alias("cell")) for i, h in here))  # type: ignore[union-attr]
            rows = self.source.frame.select(F.explode(cells).alias("one")).select("one.*").where("cell is not null")
            for i, cell in rows.distinct().collect():
                by_header[self.headers[i]].append(cell)
        return by_header

    def _parse(self, header: str, cells: Iterable[Any]) -> _Read:
        columns, read = self.plan.columns, _Read()
        for written in cells:
            # Lists are no keys; 0.0 and -0.0 are one, as they are to Spark.
            key = tuple(written) if isinstance(written, list) else written
            try:
                if header not in columns.known:
                    check_id(written)
                else:
                    read[key] = self._value(header, written)
            except ValueProblem as problem:
                read[key] = problem
        return read

    def _value(self, header: str, written: Any) -> Any:
        if isinstance(written, float) and written != written:
            return None
        read = self.plan.columns.cells.read(header, written)
        name = self.plan.columns.known[header]
        return column_value(self.book, name, read) if name in self.book.facts else read

    def _entry(self, header: str) -> list[Any]:
        """The types of :data:`_ENTRY`."""
        name = self.plan.columns.known.get(header, CASE)
        return [T.StringType() if name == CASE else self._type(name), T.StringType(), T.StringType()]

    def _entries(self, read: _Read) -> Iterator[_Entry]:
        for key, one in read.items():
            cell = list(key) if isinstance(key, tuple) else key
            if isinstance(one, ValueProblem):
                yield cell, (None, str(cell), one.text(self.plan.lang))
            else:
                yield cell, (one, None, None)

    def _table(self, i: int, header: str, entries: Iterable[_Entry]) -> Frame:
        """What was read, to be joined on the cells."""
        types = zip(_ENTRY, self._entry(header), strict=True)
        fields = [T.StructField(f"w{i}", self._types[header]), *(T.StructField(f"{key}{i}", one) for key, one in types)]
        return F.broadcast(self.session.createDataFrame([(c, *entry) for c, entry in entries], T.StructType(fields)))


def _mapped(cell: Column, entries: Iterable[_Entry], at: int, type_: Any) -> Column:
    """A part of what was read of a cell, written into the statement where that is little: joins take long to plan."""
    said = [(cell == F.lit(written), F.lit(entry[at])) for written, entry in entries if entry[at] is not None]
    chosen = reduce(lambda chain, branch: chain.when(*branch), said[1:], F.when(*said[0])) if said else F.lit(None)
    return chosen.cast(type_)


def _plain_number(fact: FactDef, cell: Column, type_: Any) -> Column | None:
    """The numbers that stand plainly and need no second look, scaled; None if the column can hold none."""
    bounds = fact.undoubted
    assert bounds is not None
    low, high = Decimal(bounds.min), Decimal(bounds.max)  # type: ignore[arg-type]
    scale = 10**fact.value_type.scale
    if isinstance(type_, T.DecimalType):
        if type_.precision > _DIGITS:
            return None
        inside = (cell >= F.lit(low)) & (cell <= F.lit(high))
        times = cell * F.lit(Decimal(scale))
        return F.when(inside & (times == F.floor(times)), times.cast("bigint"))
    if isinstance(type_, _WHOLE):
        whole = cell.cast("bigint")
    elif isinstance(type_, (T.FloatType, T.DoubleType)):
        whole = F.when((F.abs(cell) < _EXACT) & (cell == F.floor(cell)), cell.cast("bigint"))
    elif isinstance(type_, T.StringType):
        grouped = F.when(cell.rlike(_GROUPED), F.replace(cell, F.lit("."), F.lit("")).cast("bigint"))
        whole = F.when(cell.rlike(_PLAIN), cell.cast("bigint")).otherwise(grouped)
    else:
        return None
    # Checked before scaling, which could overflow.
    return F.when(whole.between(int(-(-low // 1)), int(high // 1)), whole * scale)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
