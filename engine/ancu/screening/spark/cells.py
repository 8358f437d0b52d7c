"""The cells of a list that Spark reads, as engine values.

Numbers that stand plainly are cast where they are. Of every other column the distinct cells come to the driver, go once
through the one parser, and return as a small table that is joined on.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.inference.table_schema import COLUMN_TYPES, column_type, column_value
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.reader import check_id
from ancu.screening.lists.dittos import DITTO
from ancu.screening.run.plan import Plan
from ancu.screening.spark.distinct import LEFT_OUT, DistinctCells
from ancu.screening.spark.spark_list import Column, Frame, Session, SparkList, quoted

PROBLEMS = "#problems"
SPARK_TYPES = {"BIGINT": T.LongType(), "BOOLEAN": T.BooleanType(), "DATE": T.DateType(), "VARCHAR": T.StringType()}
_WHOLE = (T.ByteType, T.ShortType, T.IntegerType, T.LongType)
_PLAIN = r"^[0-9]{1,15}\z"
_GROUPED = r"^[0-9]{1,3}(\.[0-9]{3}){1,4}\z"
#: Ids that :func:`~ancu.screening.cells.reader.check_id` may refuse.
_SUSPECT_ID = r"^\s*[#=E]|^\s*[0-9]([.,][0-9]+)?[Ee]\+?[0-9]+\s*\z|" + DITTO.replace("(?i)", "(?iu)")
#: Whole floating numbers below this are exact.
_EXACT = 2**53
#: Digits of a decimal that can be scaled without losing any.
_DIGITS = 28


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
        self._cells = DistinctCells(session, source, self._others, self._value)
        self._read = self._cells.read

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
        for header in self.headers:
            name = plan.columns.known.get(header, CASE)
            value, read = self._values[header], self._read[header]
            if read:
                frame, found = self._cells.joined(frame, header, self._fields(header), self._told)
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
        own = [F.col(quoted(column)) for column in self.source.frame.columns]
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
        return plain_cells(self.book.facts[name], cell, type_)

    def _value(self, header: str, written: Any) -> Any:
        if header not in self.plan.columns.known:
            check_id(written)
            return LEFT_OUT
        if isinstance(written, float) and written != written:
            return None
        read = self.plan.columns.cells.read(header, written)
        name = self.plan.columns.known[header]
        return column_value(self.book, name, read) if name in self.book.facts else read

    def _fields(self, header: str) -> dict[str, Any]:
        """The types of what is told of a cell: its value, or else how it is written and what is wrong."""
        name = self.plan.columns.known.get(header, CASE)
        types = T.StringType() if name == CASE else self._type(name), T.StringType(), T.StringType()
        return dict(zip(_ENTRY, types, strict=True))

    def _told(self, cell: Any, read: Any) -> tuple[Any, Any, Any]:
        return (None, str(cell), read.text(self.plan.lang)) if isinstance(read, ValueProblem) else (read, None, None)


def plain_cells(fact: FactDef, cell: Column, type_: Any) -> tuple[Column | None, Column | None]:
    """The engine values of the cells of a fact that need no parser, NULL for the others; and the others, if any."""
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
