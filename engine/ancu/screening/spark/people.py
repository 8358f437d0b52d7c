"""The people of a list that Spark reads: which of them belong to which row, and what is wrong with them.

A household with anything about its people that is not plain (a cell that cannot be read, not one applicant, incomes by
month, a number that may contradict its row) is read by the driver, as single rows are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any, cast

from pyspark.sql import Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

from ancu.batch.source import members_table
from ancu.household.members import COMPLETE, RECORDED_ON, Household
from ancu.inference.arrow_columns import in_full, one_piece
from ancu.messages import Language, message
from ancu.rulebook.member_names import APPLICANT, NUMBER, RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, parse, parse_date
from ancu.screening.headers.meanings import Meanings
from ancu.screening.households.households import (
    MOST,
    YES_NO,
    Counted,
    Households,
    LostZeros,
    PeopleAsked,
    PeopleFound,
)
from ancu.screening.households.joining import case_header, reader_of_people
from ancu.screening.households.member_reader import MemberRow
from ancu.screening.lists.chunks import Source
from ancu.screening.lists.listing import Row
from ancu.screening.lists.workbooks import plain
from ancu.screening.spark.cells import PROBLEMS
from ancu.screening.spark.distinct import DistinctCells
from ancu.screening.spark.member_cells import BLANKS, CODE, ODD, MemberCells, filled
from ancu.screening.spark.spark_list import FILE, ROW, Column, Frame, Session, SparkList, quoted

#: Whether people of a row are listed, and what is told of a code that stands twice.
LISTED, _TWICE = "#listed", "#twice"
_PROBLEMS = "array<struct<column: string, value: string, problem: string>>"
_EXACT = 2**53


class SparkPeople(Households):
    """The people of a list ``source``, who stand in a file that Spark reads.

    It holds the people of those few households alone that are read by the driver (:meth:`hold`).
    """

    def __init__(
        self, book: Rulebook, session: Session, source: SparkList, meanings: Meanings, asked: PeopleAsked
    ) -> None:
        assert asked.members is not None
        # Over many columns made one from another, Spark takes minutes to find out which of them cannot be null.
        session.conf.set("spark.sql.constraintPropagation.enabled", "false")
        self.session, self.listed, self.members = session, source, SparkList(session, [asked.members])
        self.reader = reader_of_people(book, meanings.mapping, self.members.headers, asked.members)
        assert self.reader.case is not None
        self._held: dict[Hashable, PeopleFound] = {}
        code, origin = case_header(source, meanings), ("members_in_file", {"path": asked.members})
        # Of its source it asks the headers and the distinct cells alone.
        of_list = cast("Source", source)
        super().__init__(book, of_list, code, self._held, [self.reader], asked, lambda row: row.cells.get(CODE), origin)
        self._rows = self._of_households(self.reader.case)
        self._lost: list[LostZeros] = []

    def _of_households(self, header: str) -> Frame:
        """The rows of people, each with its code: under a merged cell that stands on the first row alone."""
        anything = reduce(or_, (filled(self.members, one) for one in self.members.headers))
        coded = self.members.frame.where(anything).withColumn(CODE, code_of(self.members, header))
        if not coded.where(F.col(quoted(CODE)).isNull()).take(1):
            return coded
        above = Window.partitionBy(quoted(FILE)).orderBy(quoted(ROW))
        return coded.withColumn(CODE, F.last(quoted(CODE), ignorenulls=True).over(above))

    # -- joining ------------------------------------------------------------------------------------------------------

    def joined(self, cases: Frame, beside: Callable[[str], str]) -> tuple[Frame, Frame]:
        """``cases`` that were read, and the people of those among them that can be judged.

        To the cases are added :data:`CODE`, :data:`LISTED`, what is told of the list of people, and what is wrong with
        these. Both are kept ``beside`` the result.
        """
        cells = MemberCells(self.book, self.session, self.members, self.reader)
        cells.read(self._rows.where(F.col(quoted(CODE)).isNotNull())).write.parquet(beside("people"))
        people = self.session.read.parquet(beside("people"))
        applicants = F.count(F.when(F.col(RELATION) == APPLICANT, 1))
        found = people.groupBy(quoted(CODE)).agg((F.max(quoted(ODD)) | (applicants != 1)).alias(ODD))
        found = found.withColumn(LISTED, F.lit(True))
        self._count(found)
        codes = self.listed.frame.select(code_of(self.listed, self.code).alias(CODE))
        odd = [row[0] for row in codes.join(found.where(quoted(ODD)), CODE, "left_semi").distinct().collect()]
        flaws, sound = self._read_alone(odd)
        cases = cases.withColumn(CODE, code_of(self.listed, self.code)).join(found.drop(ODD), CODE, "left")
        cases = cases.join(self._twice_in(cases), CODE, "left").join(F.broadcast(flaws), CODE, "left")
        cases = self._told_of_list(cases)
        cases.write.parquet(beside("cases"))
        if odd:
            alone = F.broadcast(self.session.createDataFrame([(code,) for code in odd], f"`{CODE}` string"))
            people = people.join(alone, CODE, "left_anti")
        if sound:
            people = people.unionByName(self._as_members(sound), allowMissingColumns=True)
        return self.session.read.parquet(beside("cases")), people

    def _twice_in(self, cases: Frame) -> Frame:
        """The codes that stand twice among ``cases`` whose people are listed, with what is told of that."""
        told = message("household_code_twice", self.asked.lang, lines="\0").split("\0")
        places = F.array_sort(F.collect_list(F.struct(quoted(FILE), quoted(ROW))))
        twice = cases.where(quoted(LISTED)).groupBy(quoted(CODE)).agg(places.alias("places")).where("size(places) > 1")

        def written(place: Column) -> Column:
            row = place[ROW].cast("string")
            return F.concat_ws(":", place[FILE], row) if self.listed.several else row

        lines = F.array_join(F.transform("places", written), ", ")
        return twice.select(quoted(CODE), F.concat(F.lit(told[0]), lines, F.lit(told[1])).alias(_TWICE))

    def _told_of_list(self, cases: Frame) -> Frame:
        """``cases`` with whether their lists of people are complete, as of when, and all that is wrong with them."""
        asked = {COMPLETE: (self._complete, T.BooleanType()), RECORDED_ON: (self._recorded_on, T.DateType())}
        cells = DistinctCells(
            self.session,
            self.listed,
            {header: self.listed.cell(header) for header, _ in asked.values() if header is not None},
            self._cell,
        )
        values: dict[str, Column] = {}
        after: list[Column] = []
        for name, (header, type_) in asked.items():
            values[name] = F.lit(None).cast(type_)
            if header is None or not cells.read[header]:
                continue
            fields = {"value": type_, "written": T.StringType(), "problem": T.StringType()}
            cases, found = cells.joined(cases, header, fields, self._told)
            values[name] = found["value"]
            after.append(F.when(found["problem"].isNotNull(), _flaw(header, found["written"], found["problem"])))
        values[COMPLETE] = F.coalesce(values[COMPLETE], F.lit(self.asked.complete))
        nothing = F.array().cast(_PROBLEMS)
        of_people = F.coalesce(F.col("flaws"), nothing)
        others = F.concat(of_people, F.array_compact(F.array(*after)).cast(_PROBLEMS)) if after else of_people
        twice = F.col(quoted(_TWICE))
        returned = F.array(_flaw(self.code, self.listed.cell(self.code).cast("string"), twice)).cast(_PROBLEMS)
        problems = F.when(F.col(quoted(LISTED)), F.when(twice.isNotNull(), returned).otherwise(others))
        problems = F.coalesce(problems, nothing)
        kept = [F.col(quoted(name)) for name in cases.columns if name not in (PROBLEMS, _TWICE, "flaws", "row")]
        named = [column.alias(name) for name, column in values.items()]
        return cases.select(*kept, *named, F.concat(quoted(PROBLEMS), problems).alias(PROBLEMS))

    def _cell(self, header: str, written: Any) -> Any:
        """A cell that tells something of the list of people."""
        if is_blank(written):
            return None
        return parse(YES_NO, written) if header == self._complete else parse_date(written)

    def _told(self, cell: Any, read: Any) -> tuple[Any, str | None, str | None]:
        return (None, str(cell), read.text(self.asked.lang)) if isinstance(read, ValueProblem) else (read, None, None)

    # -- those whom the driver reads ----------------------------------------------------------------------------------

    def hold(self, codes: Collection[str]) -> None:
        """Hold the people of these households, and no others."""
        self._held.clear()
        self._held.update({code: PeopleFound(rows, self.reader) for code, rows in self._fetched(codes).items()})

    def held_with(self, frame: Frame) -> dict[tuple[str, int], Row]:
        """Rows of the list as they stand there, by file and number, their people held."""
        rows = list(self.listed.rows(frame.withColumn(CODE, code_of(self.listed, self.code)), CODE))
        self.hold({code for _, _, code, _ in rows if code is not None})
        return {(file, row): Row(row, {**cells, CODE: code}) for file, row, code, cells in rows}

    def _fetched(self, codes: Collection[str]) -> dict[str, list[MemberRow]]:
        """The rows of the people of some households, in their order."""
        found: dict[str, list[MemberRow]] = {}
        if codes:
            table = F.broadcast(self.session.createDataFrame([(code,) for code in codes], f"`{CODE}` string"))
            for code, row in self._rows_in(self._rows.join(table, CODE, "left_semi")):
                found.setdefault(code, []).append(row)
        return found

    def _rows_in(self, frame: Frame) -> Iterator[tuple[str, MemberRow]]:
        for file, number, code, cells in sorted(self.members.rows(frame, CODE), key=lambda row: row[:2]):
            row = Row(number, {header: plain(cell) for header, cell in cells.items()})
            yield code, MemberRow(row, file if self.members.several else self.reader.path)

    def _read_alone(self, codes: Sequence[str]) -> tuple[Frame, dict[str, Household]]:
        """What is wrong with the people of some households, as a table; and those of whom nothing is."""
        flawed: list[tuple[str, list[tuple[str, str, str]]]] = []
        sound: dict[str, Household] = {}
        lang = self.asked.lang
        for code, rows in self._fetched(codes).items():
            household, flaws = self.reader.read(rows, lang, heads=False)
            if household is None:
                flawed.append((code, [(flaw.column, flaw.value, flaw.problem(lang)) for flaw in flaws]))
            else:
                sound[code] = household
        return self.session.createDataFrame(flawed, f"`{CODE}` string, flaws {_PROBLEMS}"), sound

    def _as_members(self, households: dict[str, Household]) -> Frame:
        """People that the driver has read, as those that it has not."""
        table = members_table(self.book, list(households.values()), CODE)
        codes = list(households)
        columns = {name: one_piece(in_full(one_piece(table.column(name)))).to_pylist() for name in table.column_names}
        columns[CODE] = [codes[number] for number in columns[CODE]]
        kinds = {"bool": T.BooleanType(), "int64": T.LongType(), "date32[day]": T.DateType()}
        types = {field.name: kinds.get(str(field.type), T.StringType()) for field in table.schema} | {
            CODE: T.StringType()
        }
        schema = T.StructType([T.StructField(name, types[name]) for name in columns])
        return self.session.createDataFrame(list(zip(*columns.values(), strict=True)), schema)

    # -- what is told of the whole ------------------------------------------------------------------------------------

    def _count(self, found: Frame) -> None:
        """Count and name what cannot be joined."""
        cases = self.listed.frame.withColumn(CODE, code_of(self.listed, self.code))
        codes = cases.select(quoted(CODE)).where(F.col(quoted(CODE)).isNotNull()).distinct()
        strays, alone = self._rows.join(codes, CODE, "left_anti"), cases.join(found, CODE, "left_anti")
        self.counted = Counted(
            people=self._rows.count(),
            households=found.join(codes, CODE, "left_semi").count(),
            strays=strays.count(),
            alone=alone.count(),
        )
        self._lost = list(self._lost_zeros())
        self.strays = list(self._rows_in(strays.orderBy(quoted(FILE), quoted(ROW)).limit(MOST)))
        named = alone.orderBy(quoted(FILE), quoted(ROW)).select(quoted(CODE), quoted(FILE), quoted(ROW)).limit(MOST)
        self.alone = [
            code if code is not None else message("line", self.asked.lang, line=row) for code, _, row in named.collect()
        ]

    def lost_zeros(self, lang: Language) -> Iterator[LostZeros]:  # noqa: ARG002
        """As they were told when people were counted: it may be asked when Spark has ended."""
        yield from self._lost

    def _lost_zeros(self) -> Iterator[LostZeros]:
        header = self.reader.besides.get(NUMBER)
        if header is None:
            return
        number = F.regexp_replace(self.members.cell(header).cast("string"), BLANKS, "")
        rows = self._rows.where(number.rlike(r"^([0-9]{8}|[0-9]{10,11})\z"))
        if count := rows.count():
            some = self._rows_in(rows.orderBy(quoted(FILE), quoted(ROW)).limit(MOST))
            yield LostZeros(header, [row.place(self.asked.lang) for _, row in some], count)


def _flaw(header: str, written: Column, problem: Column) -> Column:
    """Something that is wrong with a cell."""
    return F.struct(F.lit(header).alias("column"), written.alias("value"), problem.alias("problem"))


def code_of(source: SparkList, header: str) -> Column:
    """The codes under a header, as texts; NULL for a blank."""
    cell, type_ = source.cell(header), source.type(header)
    text = cell.cast("string")
    if isinstance(type_, (T.FloatType, T.DoubleType)):
        whole = (cell == F.floor(cell)) & (F.abs(cell) < _EXACT)
        text = F.when(whole, cell.cast("bigint").cast("string")).otherwise(text)
    text = F.regexp_replace(text, BLANKS, "")
    return F.when(text != "", text)
