"""The cells of people that Spark reads, as members stand in source tables.

What stands plainly is read on the workers; every other distinct cell by the driver, once, as in single rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.batch.written import UNKNOWN
from ancu.household.incomes import MONTHLY, YEARLY
from ancu.household.members import BORN_ON, GENDER, people_of, year_of_birth
from ancu.household.personal_numbers import KEPT, PROVINCE_CODES
from ancu.household.projection_columns import unknown_of
from ancu.household.tables import BORN_FIRST, BORN_LAST, PLACE
from ancu.inference.table_schema import column_type, column_value
from ancu.rulebook.member_names import NUMBER, RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, normalise, says_unknown
from ancu.screening.households.member_reader import MemberListReader
from ancu.screening.lists.workbooks import plain
from ancu.screening.spark.cells import SPARK_TYPES, plain_cells
from ancu.screening.spark.distinct import DistinctCells
from ancu.screening.spark.spark_list import FILE, ROW, Column, Frame, Session, SparkList, quoted

#: What households are told by, and whether the driver has to read the people of one.
CODE, ODD = "#code", "#odd"
#: What Python takes off the ends of a text.
BLANKS = r"^[\s\x1c-\x1f\x85\xa0]+|[\s\x1c-\x1f\x85\xa0]+\z"


class _Cell(NamedTuple):
    """What was read of a distinct cell of a person: a value, or that nobody knows, or the ends of a year of birth.

    ``told`` are the facts that a word for a relation tells besides.
    """

    value: Any = None
    wrong: bool = False
    born: tuple[date | None, date | None] = (None, None)
    told: tuple[Any, ...] = ()


class MemberCells:
    """Reads the cells of people, the list ``source``, as ``reader`` does of single rows."""

    def __init__(self, book: Rulebook, session: Session, source: SparkList, reader: MemberListReader) -> None:
        self.session, self.source, self.reader = session, source, reader
        self._people = people_of(book)
        self._person = self._people.person
        besides = self._people.told_by_relation.values()
        #: The facts that words for relations tell besides.
        self._told = list(dict.fromkeys(fact for told in besides for fact in told))

    def read(self, rows: Frame) -> Frame:
        """``rows`` of people who have a :data:`CODE` as source tables hold members, and which are :data:`ODD`."""
        meanings = self.reader.cells.meanings
        plainly = {header: self._plain(header) for header in meanings}
        cells = DistinctCells(self.session, self.source, {h: rest for h, (_, rest) in plainly.items()}, self._cell)
        frame = rows
        values: dict[str, Column] = {}
        unknown: dict[str, Column] = {}
        found: dict[str, Column] = {}
        odd: list[Column] = []
        for header, meaning in meanings.items():
            name, value = meaning.name, plainly[header][0]
            if cells.read[header]:
                frame, here = cells.joined(frame, header, self._fields(name), self._teller(name))
                value = here.pop("value") if value is None else F.coalesce(value, here.pop("value"))
                odd.append(here.pop("wrong"))
                unknown[name] = F.coalesce(here.pop("unknown"), F.lit(False))
                found |= here
            if value is not None:
                values[name] = value
        for fact in self._told:
            told = found.pop(f"told.{fact}", None)
            if told is not None and fact in values:
                told = F.coalesce(values[fact], F.when(~unknown[fact], told) if fact in unknown else told)
            if told is not None:
                values[fact] = told
        values |= {unknown_of(name): column for name, column in unknown.items() if self._closed(name)} | found
        odd += self._odd_besides(values)
        place = F.row_number().over(Window.partitionBy(quoted(CODE)).orderBy(quoted(FILE), quoted(ROW)))
        columns = [place.cast("bigint").alias(PLACE), *(column.alias(name) for name, column in values.items())]
        any_odd = reduce(or_, (F.coalesce(one, F.lit(False)) for one in odd), F.lit(False))
        return frame.select(quoted(FILE), quoted(ROW), quoted(CODE), *columns, any_odd.alias(ODD))

    def _plain(self, header: str) -> tuple[Column | None, Column | None]:
        """The values of the cells that need no parser, NULL for the others; and the others, if any."""
        cell, meaning = self.source.cell(header), self.reader.cells.meanings[header]
        if meaning.unit is not None or meaning.values:
            return None, cell
        return plain_cells(self._person.facts[meaning.name], cell, self.source.type(header))

    def _closed(self, name: str) -> bool:
        return self._people.given[name].closed is not None

    def _cell(self, header: str, written: Any) -> _Cell:
        """What the reader of single rows makes of a cell."""
        name, written = self.reader.cells.meanings[header].name, plain(written)
        told: tuple[Any, ...] = ()
        if name == RELATION:
            besides: Mapping[str, Any] = self._people.told_by_relation.get(normalise(str(written or "")), {})
            told = tuple(column_value(self._person, fact, besides.get(fact)) for fact in self._told)
        if name == BORN_ON and (born := year_of_birth(written)) is not None:
            return _Cell(born=(date.fromordinal(born[0]), date.fromordinal(born[1])))
        try:
            value = self.reader.cells.read(header, written)
        except ValueProblem:
            return _Cell(wrong=True, told=told)
        if value is None and self._closed(name) and says_unknown(written):
            return _Cell(UNKNOWN, told=told)
        return _Cell(column_value(self._person, name, value), told=told)

    def _fields(self, name: str) -> dict[str, Any]:
        """What is told of a cell of a fact, with the types of it."""
        types = {"value": self._type(name), "unknown": T.BooleanType(), "wrong": T.BooleanType()}
        if name == BORN_ON:
            types |= {BORN_FIRST: T.DateType(), BORN_LAST: T.DateType()}
        if name == RELATION:
            types |= {f"told.{fact}": self._type(fact) for fact in self._told}
        return types

    def _teller(self, name: str) -> Callable[[Any, _Cell], tuple[Any, ...]]:
        """What fills :meth:`_fields`."""

        def told(_: Any, read: _Cell) -> tuple[Any, ...]:
            unknown = read.value is UNKNOWN
            value = None if unknown else read.value
            # What is not said of a cell needs no branch of its own.
            return (value, unknown or None, read.wrong or None, *(read.born if name == BORN_ON else ()), *read.told)

        return told

    def _type(self, name: str) -> Any:
        return SPARK_TYPES[column_type(self._person, name)]

    def _odd_besides(self, values: Mapping[str, Column]) -> Iterator[Column]:
        """What stands beside facts makes a person odd, where it needs more than to be kept."""
        besides = self.reader.besides
        yield from (filled(self.source, besides[name]) for name in (MONTHLY, YEARLY) if name in besides)
        if NUMBER in besides:
            yield filled(self.source, besides[NUMBER]) & ~self._agrees(besides[NUMBER], values)

    def _agrees(self, header: str, values: Mapping[str, Column]) -> Column:
        """Whether a personal number is plainly one, and says nothing otherwise than its row."""
        if not isinstance(self.source.type(header), T.StringType):
            return F.lit(False)
        text = F.regexp_replace(self.source.cell(header), BLANKS, "")
        province, century, year = (F.substring(text, first, size) for first, size in ((1, 3), (4, 1), (5, 2)))
        agrees = province.isin(*(f"{code:03}" for code in PROVINCE_CODES)) | (province > "100")
        if GENDER in values:
            sex = F.when(century.isin(*"02468"), "male").otherwise("female")
            agrees &= F.coalesce(values[GENDER] == sex, F.lit(True))
        days = [values[name] for name in (BORN_ON, BORN_FIRST) if name in values]
        if days:
            born = F.year(F.coalesce(*days))
            even = 2 * F.floor((born - 1900) / 100)
            same = (year == F.lpad((born % 100).cast("string"), 2, "0")) & (
                (century == even.cast("string")) | (century == (even + 1).cast("string"))
            )
            agrees &= F.coalesce(same, F.lit(True))
        # Those from which a spreadsheet took zeros are told of the whole list.
        agrees = text.rlike(rf"^([0-9]{{8,11}}|{KEPT.pattern})\z") | (text.rlike(r"^[0-9]{12}\z") & agrees)
        return F.coalesce(agrees, F.lit(False))


def filled(source: SparkList, header: str) -> Column:
    """Whether cells under ``header`` hold anything."""
    cell = source.cell(header)
    if isinstance(source.type(header), T.StringType):
        return F.coalesce(F.regexp_replace(cell, BLANKS, "") != "", F.lit(False))
    return cell.isNotNull()
