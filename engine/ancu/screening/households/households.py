"""The households of a list: which people belong to which row, wherever they are listed.

People stand in a file of their own, on a second sheet of the workbook, or among the rows of the list itself. Whatever
cannot be joined is named: people of a household that is not in the list, households without people, codes met twice.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from ancu.decision.deciding import Record
from ancu.frozen import frozen
from ancu.household.following import followed_from
from ancu.household.members import COMPLETE, MEMBERS, RECORDED_ON, Household, household_key, people_of
from ancu.messages import Language, message
from ancu.rulebook.member_names import NUMBER
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, parse, parse_date
from ancu.screening.cells.columns import Columns, columns_of
from ancu.screening.cells.marks import with_marks
from ancu.screening.cells.notices import file_notices
from ancu.screening.cells.reader import lost_zeros
from ancu.screening.cells.rows import read_row
from ancu.screening.headers.meanings import ColumnMap, Meaning, Meanings
from ancu.screening.households.grouping import code_of
from ancu.screening.households.member_reader import MemberListReader, MemberRow
from ancu.screening.lists.chunks import Chunk, Flaw, Source, Wanted, cells_of
from ancu.screening.lists.listing import ListFile, Row

#: How many households or rows are named before "…".
MOST = 20
YES_NO = FactDef.model_construct(type="yes_no", values={})


@frozen
class PeopleAsked:
    """What is asked of the people of a list: the file they stand in, and whether lists leave nobody out."""

    members: str | None = None
    complete: bool = False
    lang: Language = "vi"


@frozen
class Counted:
    """How many people are listed, and households that have some; people of no household, and households of nobody."""

    people: int
    households: int
    strays: int = 0
    alone: int = 0


class LostZeros(NamedTuple):
    """A column of personal numbers from which a spreadsheet took zeros: some of the places, and how many there are."""

    header: str
    places: list[str]
    rows: int


@dataclass
class PeopleFound:
    """The people of one household."""

    rows: list[MemberRow] = field(default_factory=list)
    reader: MemberListReader | None = None
    flaws: list[Flaw] = field(default_factory=list)
    #: The rows of the list that are this household, to be returned together.
    whole: tuple[Row, ...] = ()


@frozen
class HouseholdRow:
    """A row of a list with its people, still to be read: whose rows they are, and what the row says of them.

    ``heads``: the first of them is the head. ``flaws_before`` and ``flaws_after`` are what is wrong with the row
    besides its people, told before and after what is wrong with these.
    """

    members: Sequence[MemberRow]
    reader: MemberListReader
    heads: bool
    complete: bool | None
    recorded_on: date | None
    flaws_before: list[Flaw]
    flaws_after: list[Flaw]

    @property
    def flawed(self) -> bool:
        return bool(self.flaws_before or self.flaws_after)


class Households:
    """The people of a list's rows.

    ``source`` is the list with a row a household; ``code`` the header of what tells households apart there, ``own`` the
    headers under which something is said of a household, None: all. ``origin`` is the message that tells where people
    stand. ``files`` are the files of people alone, ``read`` what is to be told of how the lists of people were read.
    """

    def __init__(
        self,
        book: Rulebook,
        source: Source,
        code: str,
        found: Mapping[Hashable, PeopleFound],
        readers: Sequence[MemberListReader],
        asked: PeopleAsked,
        key: Callable[[Row], Hashable],
        origin: tuple[str, Mapping[str, object]],
        own: tuple[str, ...] | None = None,
        files: Sequence[ListFile] = (),
        read: Sequence[ListFile] = (),
    ) -> None:
        self.book, self.source, self.code, self.readers, self.asked = book, source, code, readers, asked
        self.own, self.files, self._read_files = own, tuple(files), tuple(read)
        self._found, self._key, self._origin = found, key, origin
        keys = {household_key(header): header for header in source.headers if own is None or header in own}
        self._complete, self._recorded_on = keys.get(COMPLETE), keys.get(RECORDED_ON)
        self._within = keys.get(MEMBERS)
        #: Where the people stand of whom the list has no household; its households without people; codes met twice.
        self.strays: list[tuple[str | None, MemberRow]] = []
        self.alone: list[str] = []
        self._twice: Mapping[Hashable, list[str]] = {}
        self.counted = Counted(sum(len(one.rows) for one in found.values()), len(found))

    @property
    def followed(self) -> frozenset[str]:
        """The facts of the record that follow from what the columns tell of people."""
        return followed_from(self.book, frozenset[str]().union(*(reader.facts for reader in self.readers)))

    @property
    def headers(self) -> list[str]:
        """The headers of the lists of people."""
        return [header for reader in self.readers for header in reader.headers]

    @property
    def apart(self) -> list[str]:
        """The files whose people stand apart from the rows of their households: these are returned without them."""
        apart = self._origin[0] in ("members_in_sheet", "members_in_file")
        return [reader.path for reader in self.readers] if apart else []

    def columns(self, mapping: ColumnMap | None) -> Columns:
        """The columns of the list of households, without what is read with the people."""
        headers = [header for header in self.source.headers if header != self.source.file_column]
        besides = {*filter(None, (self._complete, self._recorded_on, self._within))}
        if self.own is not None:
            besides |= {*self.readers[0].cells.meanings, *self.readers[0].besides.values()}
        meanings = Meanings(self.book, mapping)
        read = [header for header in headers if header not in besides]
        if self.own is not None and CASE not in {m.name for h in read if (m := meanings.find(h)) is not None}:
            meanings = meanings.naming(self.code, Meaning(CASE)) if self._numbers_differ() else meanings
        meanings = with_marks(meanings, read, self.source.distinct)
        return columns_of(self.book, read, self.source.path, meanings, self.source.distinct, bare=self.own is not None)

    def _numbers_differ(self) -> bool:
        codes = [code_of(cell) for cell in self._cells_of_code()]
        return None not in codes and len(set(codes)) == len(codes)

    def _cells_of_code(self) -> Iterator[Any]:
        for chunk in self.source.chunks(1 << 16, Wanted({self.code})):
            yield from (chunk.row(at).cells.get(self.code) for at in range(len(chunk)))

    def check(self) -> None:
        """Find what cannot be joined: people without a household, households without people, codes met twice."""
        places: dict[Hashable, list[str]] = {}
        wanted = {self.code, *filter(None, [self.source.file_column])}
        for chunk in self.source.chunks(1 << 16, Wanted(wanted)):
            for at in range(len(chunk)):
                row = chunk.row(at)
                key = self._key(row)
                places.setdefault(key, []).append(chunk.place(at))
                if key not in self._found:
                    code = code_of(row.cells.get(self.code))
                    self.alone.append(code if code is not None else message("line", self.asked.lang, line=row.line))
        self.strays = [
            (None if not isinstance(key, tuple) else key[1], row)
            for key, found in self._found.items()
            if key not in places
            for row in found.rows
        ]
        joined = sum(key in places for key in self._found)
        self.counted = Counted(self.counted.people, joined, len(self.strays), len(self.alone))
        self._twice = {key: lines for key, lines in places.items() if len(lines) > 1 and key in self._found}

    def household_of(self, row: Row) -> tuple[Household | None, list[Flaw]]:
        """The household of a row, None where no people of it are listed; and what is wrong with it."""
        found = self._people_of(row)
        if not isinstance(found, HouseholdRow):
            return None, found
        household, flaws = found.reader.read(found.members, self.asked.lang, heads=found.heads)
        flaws = found.flaws_before + flaws + found.flaws_after
        if household is None or flaws:
            return None, flaws
        complete = self.asked.complete if found.complete is None else found.complete
        return replace(household, complete=complete, recorded_on=found.recorded_on), []

    def _people_of(self, row: Row) -> HouseholdRow | list[Flaw]:
        """The people of a row, still to be read; where there are none, what is wrong with that, if anything is."""
        key = self._key(row)
        found = self._found.get(key)
        if found is None or found.reader is None:
            return []
        if key in self._twice:
            return [Flaw(self.code, str(row.cells.get(self.code)), self._says_twice(self._twice[key]))]
        after: list[Flaw] = []
        complete = self._read(self._complete, row, lambda cell: parse(YES_NO, cell), after)
        recorded_on: date | None = self._read(self._recorded_on, row, parse_date, after)
        return HouseholdRow(found.rows, found.reader, bool(found.whole), complete, recorded_on, found.flaws, after)

    @property
    def beside(self) -> list[str]:
        """The headers of a list by which its people are joined to a row, and of what is read with them."""
        headers = (self.code, self.source.file_column, self._complete, self._recorded_on)
        return [header for header in dict.fromkeys(headers) if header in self.source.headers]

    def in_chunk(self, chunk: Chunk) -> Iterator[HouseholdRow | list[Flaw]]:
        """The people of each row of ``chunk``, still to be read; or what is wrong with the row, which has none."""
        columns = {header: cells_of(chunk.columns[header]) for header in self.beside}
        for at, line in enumerate(chunk.lines):
            yield self._people_of(Row(line, {header: cells[at] for header, cells in columns.items()}))

    @staticmethod
    def _read(header: str | None, row: Row, read: Callable[[Any], Any], flaws: list[Flaw]) -> Any:
        written = row.cells.get(header) if header is not None else None
        if header is None or is_blank(written):
            return None
        try:
            return read(written)
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(written), problem.text))
            return None

    @staticmethod
    def _says_twice(lines: Sequence[str]) -> Callable[[Language | None], str]:
        return lambda lang: message("household_code_twice", lang, lines=", ".join(lines))

    def whole(self, row: Row) -> tuple[Row, ...]:
        """All rows of the list that are the household of ``row``, as they stand there."""
        found = self._found.get(self._key(row))
        return found.whole if found is not None and found.whole else (row,)

    def rows_of(self, row: Row) -> list[MemberRow]:
        """The rows of the people of ``row``."""
        found = self._found.get(self._key(row))
        return found.rows if found is not None else []

    @property
    def person(self) -> Rulebook:
        """The rulebook of a person."""
        return people_of(self.book).person

    def reader_of(self, member: MemberRow) -> MemberListReader:
        """Who reads the row of ``member``."""
        return next((one for one in self.readers if one.path == member.path), self.readers[0])

    def keep_numbers(self, key: bytes | None) -> None:
        """Keep of personal numbers only what ``key`` makes of them, where there is one."""
        for reader in self.readers:
            reader.number_key = key

    def lost_zeros(self, lang: Language) -> Iterator[LostZeros]:
        """The columns of personal numbers from which a spreadsheet took zeros at the front."""
        for reader in self.readers:
            header = reader.besides.get(NUMBER)
            if header is None:
                continue
            rows = [row for found in self._found.values() if found.reader is reader for row in found.rows]
            pairs = ((row.place(lang), row.row.cells.get(header)) for row in rows)
            if places := lost_zeros(pairs, citizen=True):
                yield LostZeros(header, places, len(places))

    def confirm(self, facts: frozenset[str]) -> None:
        """Take what people's cells tell of ``facts`` as it stands, however unusual it is."""
        for reader in self.readers:
            reader.cells.confirmed = facts

    def notices(self, lang: Language) -> Iterator[str]:
        """What an office should know of its people that no row of the result tells."""
        kind, values = self._origin
        origin = message(kind, lang, **values)
        yield message(
            "note_members", lang, people=self.counted.people, households=self.counted.households, origin=origin
        )
        for file in self._read_files:
            name = f"{file.path}: " if self.own is None else ""
            yield from (name + text for text in file_notices(file, lang))
        for header, places, count in self.lost_zeros(lang):
            yield message("warn_lost_zeros", lang, header=header, count=count, places=_some(places, count))
        for reader in self.readers:
            for header in reader.unknown if self.own is None else ():
                yield message("warn_members_column", lang, path=reader.path, header=header)
            if reader.misplaced and self.own is None:
                yield message("warn_members_misplaced", lang, path=reader.path, headers=", ".join(reader.misplaced))
        if self.strays:
            named = (f"{code or '–'} ({row.place(lang)})" for code, row in self.strays)
            count = self.counted.strays
            yield message("warn_members_stray", lang, count=count, people=_some(named, count))
        if self.alone:
            count = self.counted.alone
            yield message("warn_households_alone", lang, count=count, codes=_some(self.alone, count))


def _some(named: Iterable[str], count: int) -> str:
    shown = [text for text, _ in zip(named, range(MOST), strict=False)]
    return "; ".join(shown) + ("; …" if count > MOST else "")


def read_case(
    columns: Columns, row: Row, given: Mapping[str, Any], households: Households | None
) -> tuple[Record, list[Flaw]]:
    """The record of a row, with the people of its household, and what of it could not be read."""
    record, flaws = read_row(columns, row, given)
    if households is None:
        return record, flaws
    household, of_people = households.household_of(row)
    return replace(record, household=household), flaws + of_people
