"""Lists and registers as rosters: a row a person, read as lists are read anywhere, whatever their layout.

A roster is a table of columns, since registers have a million rows. What could not be read of a row is named by its
place; the row itself stays, since somebody may be found by the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from ancu.doubles.columns import (
    AMOUNT,
    BIRTH_YEAR,
    COMMUNE,
    FORMER_NUMBER,
    HOUSE,
    KEY,
    KIND,
    ON,
    PROJECT,
    PROVINCE,
    TEXTS,
    RosterMeanings,
    label_of,
)
from ancu.doubles.names import NameKey, name_key
from ancu.errors import InputError, Problem, RecordError
from ancu.household.members import BORN_ON, GENDER, MEMBERS, household_key, year_of_birth
from ancu.household.personal_numbers import contradictions, mask, read_number
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.member_names import APPLICANT, FULL_NAME, NUMBER, RELATION
from ancu.rulebook.naming import CASE
from ancu.rulebook.values import ValueProblem, is_blank, normalise
from ancu.screening.cells.reader import CellReader
from ancu.screening.headers.meanings import Meaning
from ancu.screening.lists.chunks import Chunk, Flaw, NotPlainError, cells_of
from ancu.screening.lists.opening import open_lists
from ancu.screening.lists.paths import list_paths
from ancu.screening.lists.read_list import read_lists

if TYPE_CHECKING:
    import pyarrow as pa

#: Rows that are read at once.
CHUNK = 100_000
#: How many flaws are told of one roster: more is a column that means something else.
MOST_FLAWS = 1_000
#: The columns of a roster's table, each with its Arrow type.
COLUMNS: Mapping[str, str] = {
    "file": "string", "line": "int32", "household": "int32", "case": "string", "relation": "string",
    "name": "string", "spelled": "string", "plain": "string", "ordered": "string", "first": "string", "last": "string",
    "number": "string", "former": "string", "repaired": "string", "key": "string",
    "born_from": "int32", "born_to": "int32", "gender": "string",
    "commune": "string", "commune_key": "string", "house": "string", "house_key": "string",
    "project": "string", "province": "string", "kind": "string", "on": "int32", "amount": "int64",
}  # fmt: skip
_SPACES = re.compile(r"[\s.\-–'`_]+")
_LIKE_DIGITS = str.maketrans({"O": "0", "o": "0", "Q": "0", "l": "1", "I": "1", "i": "1", "|": "1"})
_NUMBER = re.compile(r"[0-9]{12}|[0-9]{9}")
_PLACE_WORD = re.compile(r"^(?:xã|phường|thị trấn|tt|đặc khu|p|x)\.?\s+")
_PUNCTUATION = re.compile(r"[^\w]+")
_YEAR_IN = re.compile(r"(?:.*\D)?((?:19|20)\d\d)")
#: Digits of the two kinds of personal numbers that have lost their zero at the front.
_LOST = {11: 12, 8: 9}


@dataclass
class Roster:
    """People of lists or of registers: a row each in ``table``, with the columns of :data:`COLUMNS`.

    ``files`` are what was read, in order, ``headers`` all of theirs; ``flaws`` what could not be read, each with the
    file and line of its row; ``unread`` the headers that nobody knows, by file.
    """

    table: pa.Table
    files: tuple[str, ...]
    headers: tuple[str, ...] = ()
    flaws: list[Flaw] = field(default_factory=list)
    unread: dict[str, list[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return int(self.table.num_rows)


@dataclass(frozen=True)
class RosterAsked:
    """What is asked of a roster: sheets of workbooks, a file of the members of its households, the kind of its rows."""

    sheet: str | tuple[str, ...] | None = None
    members: str | None = None
    kind: str | None = None
    lang: Language = "vi"


def read_roster(meanings: RosterMeanings, paths: Sequence[str], asked: RosterAsked) -> Roster:
    """The people in the files at ``paths``; :class:`InputError` for a file that has neither names nor numbers."""
    reader = _RosterReader(meanings, asked)
    for path in list_paths(paths):
        reader.read_file(path)
    if asked.members is not None:
        reader.read_members(asked.members, None)
    return reader.roster()


def folded(text: str) -> str:
    """Text of a place or a house as it is compared: one spelling, no words for what kind of commune, no punctuation."""
    spelled = normalise(text)
    spelled = _PLACE_WORD.sub("", spelled)
    return " ".join(name_key(part).plain or part for part in _PUNCTUATION.sub(" ", spelled).split())


@dataclass(frozen=True)
class ReadNumber:
    """A personal number as read: ``digits`` as they stand, or as they were ``repaired``, which only asks."""

    digits: str | None = None
    repaired: str | None = None
    problem: Problem | None = None


def number_in(written: object) -> ReadNumber:
    """The personal number in a cell: exact where it is one as it stands; of a spoilt one what it probably was."""
    text = _SPACES.sub("", str(written))
    if not text:
        return ReadNumber()
    if _NUMBER.fullmatch(text):
        try:
            return ReadNumber(digits=read_number(text))
        except RecordError as error:
            return ReadNumber(repaired=text, problem=error.problems[0])
    digits = text.translate(_LIKE_DIGITS)
    if digits.isdecimal() and digits.isascii():
        digits = digits.zfill(_LOST.get(len(digits), 0))
        if _NUMBER.fullmatch(digits):
            return ReadNumber(repaired=digits, problem=Problem("doubles_number_repaired", {"value": mask(text)}))
    return ReadNumber(problem=Problem("number_malformed", {"value": mask(text)}))


class _RosterReader:
    """Gathers the rows of files into columns."""

    def __init__(self, meanings: RosterMeanings, asked: RosterAsked) -> None:
        self.meanings, self.asked = meanings, asked
        self.rows: list[tuple[Any, ...]] = []
        self.batches: list[Any] = []
        self.files: list[str] = []
        self.headers: dict[str, None] = {}
        self.flaws: list[Flaw] = []
        self.unread: dict[str, list[str]] = {}
        self.households = 0
        #: The rows of households whose people are listed apart.
        self.apart: dict[tuple[str | None, str], _HouseholdApart] = {}
        self.numbered: dict[tuple[str, str], int] = {}
        self._names: dict[str, NameKey] = {}
        self._folded: dict[str, str] = {}

    # -- files --------------------------------------------------------------------------------------------------------

    def read_file(self, path: str) -> None:
        """Read a list or register; a list with a sheet of members is read with them."""
        if self.rows:
            self._pack()
        done, flaws, households = len(self.batches), len(self.flaws), self.households
        try:
            self._read_file(path, plainly=True)
        except NotPlainError:
            # Nothing of it stays: it is read again by Python.
            del self.batches[done:], self.flaws[flaws:]
            self.rows = []
            self.households = households
            self.apart = {key: row for key, row in self.apart.items() if row.path != path}
            self.numbered = {key: number for key, number in self.numbered.items() if number < households}
            self._read_file(path, plainly=False)

    def _read_file(self, path: str, *, plainly: bool) -> None:
        if path not in self.files:
            self.files.append(path)
        with open_lists([path], self.meanings, self.asked.sheet, self.asked.lang, plainly=plainly) as opened:
            files = opened.listing.files if opened.listing is not None else ()
            members = next((file.members_sheet for file in files if file.members_sheet), None)
            apart = members is not None or self.asked.members is not None
            reader = self._columns_of(opened.source.headers, path)
            for chunk in opened.source.chunks(CHUNK):
                self._take(reader, chunk, path, apart)
            opened.check_unchanged()
        if members is not None:
            self.read_members(path, members)

    def read_members(self, path: str, sheet: str | None) -> None:
        """Read the people of the households read so far, from a file or sheet of their own."""
        listing = read_lists([path], self.meanings, sheet, self.asked.lang)
        reader = self._columns_of(listing.headers, path)
        if reader.header(CASE) is None:
            raise InputError(Problem("members_no_code_column", {"headers": ", ".join(listing.headers[:8])}, path))
        columns = {header: [row.cells.get(header) for row in listing.rows] for header in listing.headers}
        of = path if sheet is not None else None
        self._take(reader, Chunk([row.line for row in listing.rows], columns), path, apart=False, joined=(of,))
        for (_, case), row in self.apart.items():
            # Who stands in the row of the household alone is of it too.
            if any(row.tells.get(name) for name in (FULL_NAME, NUMBER, FORMER_NUMBER, KEY)) and not row.listed:
                household, _ = self._household(row.place, case)
                tells = {**_NOTHING, **row.tells}
                self._person(tells, row.headers, row.line, row.place, case, household, head=True)
        self.apart.clear()
        if path not in self.files:
            self.files.append(path)

    def _columns_of(self, headers: Sequence[str], path: str) -> _RosterColumns:
        known: dict[str, Meaning] = {}
        unread = []
        within = next((header for header in headers if household_key(header) == MEMBERS), None)
        for header in headers:
            meaning = self.meanings.find(header)
            if meaning is None:
                if header != within and not self.meanings.ignored(header) and normalise(header) not in _ordinals():
                    unread.append(header)
            elif first := next((h for h, m in known.items() if m.name == meaning.name), None):
                values = {"first": first, "second": header, "fact": self.meanings.label(meaning.name)}
                raise InputError(Problem("list_columns_same", values, path))
            else:
                known[header] = meaning
        self.headers |= dict.fromkeys(headers)
        names = {meaning.name for meaning in known.values()}
        if not names & {FULL_NAME, NUMBER, FORMER_NUMBER, KEY} and not (within or self._people_apart(names)):
            raise InputError(Problem("doubles_no_person_column", {"headers": ", ".join(list(headers)[:8])}, path))
        self.unread.setdefault(path, []).extend(unread)
        facts = {h: m for h, m in known.items() if m.name not in TEXTS}
        cells = CellReader(self.meanings.book, facts)
        # Registers go far back: who was born in 1903 is as likely there as anybody.
        cells.confirmed = frozenset(meaning.name for meaning in facts.values())
        return _RosterColumns(known, cells, within)

    def _people_apart(self, names: set[str]) -> bool:
        """Whether this is a list of households, whose people may be listed apart."""
        return CASE in names and (self.asked.members is not None or RELATION not in names)

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _take(
        self,
        reader: _RosterColumns,
        chunk: Chunk,
        path: str,
        apart: bool,
        joined: tuple[str | None] | None = None,
    ) -> None:
        """Take the rows of a chunk. ``apart``: each is a household, whose people are listed apart."""
        cells = {name: cells_of(chunk.columns[header]) for header, name in reader.by_header.items()}
        read = {
            name: self._facts(reader, name, cells[name], chunk, path)
            for name in cells
            if name not in TEXTS and name not in (CASE, BORN_ON)
        }
        read[BORN_ON] = self._born(reader, cells, chunk, path)
        constants = self.meanings.mapping.constants if self.meanings.mapping is not None else {}
        within = cells_of(chunk.columns[reader.within]) if reader.within is not None else None
        sheets = cells_of(chunk.columns[chunk.file_column]) if chunk.file_column is not None else None
        cases = list(map(_text, cells[CASE])) if CASE in cells else None
        texts = {name: list(map(_text, cells[name])) for name in TEXTS if name in cells}
        names, columns = zip(*{**texts, **read}.items(), strict=True)
        relations = read.get(RELATION)
        last: tuple[str | None, str | None] = (None, None)
        of_file = path if self.asked.members is None else None
        for at, values in enumerate(zip(*columns, strict=True)):
            sheet = None if sheets is None else str(sheets[at])
            place = path if sheet is None else f"{path} ({sheet})"
            here: dict[str, Any] = {**_NOTHING, **dict(zip(names, values, strict=True))}
            if constants:
                here = {name: value if value is not None else constants.get(name) for name, value in here.items()}
            # Somebody's wife or child, in a row without a code, belongs to who stands above.
            follows = relations is not None and relations[at] not in (None, APPLICANT) and last[0] == place
            case = cases[at] if cases is not None else None
            case = last[1] if case is None and follows else case
            last = (place, case)
            known = self.apart.get((joined[0], case)) if joined is not None and case is not None else None
            if known is not None:
                here = known.joined_to(here)
            line = chunk.lines[at]
            if within is not None and (people := _people_in(within[at])):
                household, _ = self._household(place, case)
                for number, one in enumerate(people):
                    person, headers = self._of_record(one, here, line, path)
                    self._person(person, headers, line, place, case, household, head=number == 0)
            elif apart and case is not None and (of_file, case) not in self.apart:
                tells = {name: value for name, value in here.items() if value is not None}
                self.apart[of_file, case] = _HouseholdApart(tells, reader.headers, line, path, place)
            else:
                of = known.place if known is not None else place
                household, new = self._household(of, case, follows=follows and cases is None)
                silent = relations is None or is_blank(cells[RELATION][at])
                self._person(here, reader.headers, line, place, case, household, head=silent and new)
        if len(self.rows) >= CHUNK:
            self._pack()

    def _person(
        self,
        here: Mapping[str, Any],
        headers: Mapping[str, str],
        line: int,
        place: str,
        case: str | None,
        household: int,
        *,
        head: bool,
    ) -> None:
        """Add somebody. ``headers``: under which each thing stands. ``head``: who says no relation is the applicant."""
        number, former = (number_in(here[name]) if here[name] else _NO_NUMBER for name in (NUMBER, FORMER_NUMBER))
        name = self._name(here[FULL_NAME])
        repaired = number.repaired or former.repaired
        for read, column in ((number, NUMBER), (former, FORMER_NUMBER)):
            if read.problem is not None:
                self._flaw(column, mask(str(here[column])), read.problem, line, place, headers.get(column))
        if not (name.plain or repaired or here[KEY] or number.digits or former.digits):
            self._flaw(FULL_NAME, "", Problem("doubles_nobody", {}), line, place, headers.get(FULL_NAME))
            return
        born, gender = here[BORN_ON], here[GENDER]
        if number.digits is not None and (born is not None or gender is not None):
            years = (_year(born[0]), _year(born[1])) if born is not None else None
            for problem in contradictions(number.digits, years, gender):
                self._flaw(NUMBER, mask(number.digits), problem, line, place, headers.get(NUMBER))
        # In the order of COLUMNS.
        self.rows.append(
            (
                *(place, line, household, case, here[RELATION] or (APPLICANT if head else None)),
                *(here[FULL_NAME], name.spelled, name.plain, name.ordered, name.first, name.last),
                *(number.digits, former.digits, repaired, here[KEY]),
                *(born or (None, None)),
                *(gender, here[COMMUNE], self._fold(here[COMMUNE]), here[HOUSE], self._fold(here[HOUSE])),
                *(here[PROJECT], here[PROVINCE], here[KIND] or self.asked.kind, here[ON], here[AMOUNT]),
            )
        )

    def _household(self, place: str, case: str | None, *, follows: bool = False) -> tuple[int, bool]:
        """The number of a household, and whether it is a new one; who has no code is alone, or ``follows`` another."""
        if follows and self.households:
            return self.households - 1, False
        if case is not None:
            number = self.numbered.setdefault((place, case), self.households)
            if number != self.households:
                return number, False
        self.households += 1
        return self.households - 1, True

    # -- cells --------------------------------------------------------------------------------------------------------

    def _facts(self, reader: _RosterColumns, name: str, cells: Sequence[Any], chunk: Chunk, path: str) -> list[Any]:
        header = reader.header(name) or ""
        found: list[Any] = []
        for at, cell in enumerate(cells):
            try:
                found.append(None if cell is None or cell == "" else reader.cells.read(header, cell))
            except ValueProblem as problem:
                found.append(None)
                self._flaw(name, str(cell), problem, chunk.lines[at], path, header)
        return found

    def _born(
        self, reader: _RosterColumns, cells: Mapping[str, Sequence[Any]], chunk: Chunk, path: str
    ) -> list[tuple[int, int] | None]:
        """The first and last day on which each was born."""
        days = cells.get(BORN_ON) or [None] * len(chunk)
        years = cells.get(BIRTH_YEAR) or [None] * len(chunk)
        header = reader.header(BORN_ON) or reader.header(BIRTH_YEAR) or ""
        seen: dict[tuple[Any, Any], Any] = {}
        found: list[tuple[int, int] | None] = []
        for at, both in enumerate(zip(days, years, strict=True)):
            if both not in seen:
                seen[both] = self._days_of(reader, header, *both)
            born = seen[both]
            if isinstance(born, ValueProblem):
                self._flaw(BORN_ON, str(both[0]), born, chunk.lines[at], path, header)
                born = None
            found.append(born)
        return found

    def _days_of(self, reader: _RosterColumns, header: str, day: Any, year: Any) -> Any:
        written = day if not is_blank(day) else year
        if is_blank(written):
            return None
        if (whole := year_of_birth(written)) is not None:
            return whole
        if header not in reader.cells.meanings or is_blank(day):
            found = _YEAR_IN.fullmatch(str(written).strip())
            return year_of_birth(found[1]) if found is not None else None
        try:
            read = reader.cells.read(header, day)
        except ValueProblem as problem:
            return problem
        return (read, read)

    def _of_record(
        self, one: Mapping[str, Any], record: Mapping[str, Any], line: int, path: str
    ) -> tuple[dict[str, Any], Mapping[str, str]]:
        """A person whom a record lists, with what the record says of all; and the headers of what is the person's."""
        reader = self._columns_of(list(one), path)
        chunk = Chunk([line], {key: [value] for key, value in one.items()})
        cells = {name: [one[header]] for header, name in reader.by_header.items()}
        read = {
            name: self._facts(reader, name, cells[name], chunk, path)[0]
            for name in cells
            if name not in TEXTS and name not in (CASE, BORN_ON)
        }
        here = {**{name: _text(cells[name][0]) for name in TEXTS if name in cells}, **read}
        here[BORN_ON] = self._born(reader, cells, chunk, path)[0]
        of_all = {name: record[name] for name in (COMMUNE, HOUSE, PROJECT, PROVINCE, KIND, ON, AMOUNT)}
        person = {name: here.get(name) if here.get(name) is not None else of_all.get(name) for name in _ALL}
        return person, reader.headers

    def _name(self, written: Any) -> NameKey:
        text = str(written) if written is not None else ""
        found = self._names.get(text)
        if found is None:
            if len(self._names) > 1_000_000:
                self._names.clear()
            found = self._names[text] = name_key(text)
        return found

    def _fold(self, written: Any) -> str | None:
        if written is None or is_blank(written):
            return None
        text = str(written)
        found = self._folded.get(text)
        if found is None:
            found = self._folded[text] = folded(text)
        return found or None

    def _flaw(
        self,
        name: str,
        value: str,
        problem: Problem | ValueProblem,
        line: int,
        path: str,
        header: str | None = None,
    ) -> None:
        if len(self.flaws) <= MOST_FLAWS:
            column = header or label_of(self.meanings.whole, name, self.asked.lang)
            self.flaws.append(Flaw(column, value, problem.text, path=path, line=line))

    # -- columns ------------------------------------------------------------------------------------------------------

    def _pack(self) -> None:
        """Put the rows gathered so far into Arrow's columns, a tenth of the memory."""
        import pyarrow as pa

        columns = zip(*self.rows, strict=True) if self.rows else ((),) * len(COLUMNS)
        arrays = [pa.array(column, getattr(pa, kind)()) for column, kind in zip(columns, COLUMNS.values(), strict=True)]
        self.batches.append(pa.RecordBatch.from_arrays(arrays, names=list(COLUMNS)))
        self.rows = []

    def roster(self) -> Roster:
        import pyarrow as pa

        if self.rows or not self.batches:
            self._pack()
        table = pa.Table.from_batches(self.batches).combine_chunks()
        unread = {path: found for path, found in self.unread.items() if found}
        return Roster(table, tuple(self.files), tuple(self.headers), self.flaws, unread)


@dataclass(frozen=True)
class _RosterColumns:
    """The columns of one file: their meanings, who reads the cells of facts, and where records list their people."""

    known: Mapping[str, Meaning]
    cells: CellReader
    within: str | None

    @cached_property
    def by_header(self) -> Mapping[str, str]:
        """What each header holds."""
        return {header: meaning.name for header, meaning in self.known.items()}

    @cached_property
    def headers(self) -> Mapping[str, str]:
        """Under which header each thing stands."""
        return {name: header for header, name in self.by_header.items()}

    def header(self, name: str) -> str | None:
        return self.headers.get(name)


@dataclass
class _HouseholdApart:
    """The row of a household whose people are listed apart: what it tells, of all of them or of its head.

    ``listed``: the head stands among those people too.
    """

    tells: Mapping[str, Any]
    headers: Mapping[str, str]
    line: int
    path: str
    place: str
    listed: bool = False

    def joined_to(self, person: Mapping[str, Any]) -> dict[str, Any]:
        """What is told of a person of the household, with what its row adds."""
        adds = {name: value for name, value in self.tells.items() if name not in _OF_ONE}
        if person[RELATION] == APPLICANT and self._is_head(person):
            self.listed = True
            adds = dict(self.tells)
        return {name: value if value is not None else adds.get(name) for name, value in person.items()}

    def _is_head(self, person: Mapping[str, Any]) -> bool:
        """Whether the row tells of nobody else than the ``person`` who is the applicant: by number, else by name."""
        numbers = (self.tells.get(NUMBER), person[NUMBER])
        if all(numbers):
            return len({number_in(number) for number in numbers}) == 1
        names = (self.tells.get(FULL_NAME), person[FULL_NAME])
        return not all(names) or len({name_key(str(name)).plain for name in names}) == 1


#: What a row tells of one person, not of a household.
_OF_ONE = frozenset({FULL_NAME, NUMBER, FORMER_NUMBER, KEY, RELATION, BORN_ON, BIRTH_YEAR, GENDER})
_ALL = (*TEXTS, RELATION, BORN_ON, GENDER, PROVINCE, KIND, ON, AMOUNT)


@cache
def _ordinals() -> frozenset[str]:
    """Headers of columns that number rows, which tell nothing of anybody."""
    return frozenset(
        normalise(name) for lang in LANGUAGES for name in message("household_number_headers", lang).split("; ")
    )


_NOTHING: Mapping[str, Any] = dict.fromkeys(_ALL)
_NO_NUMBER = ReadNumber()


@lru_cache(100_000)
def _year(day: int) -> int:
    return date.fromordinal(day).year


def _text(cell: Any) -> str | None:
    """A cell as text; None for a blank."""
    if cell is None:
        return None
    text = cell.strip() if isinstance(cell, str) else str(cell)
    return text or None


def _people_in(cell: Any) -> list[dict[str, Any]]:
    """The people that a cell of a record lists."""
    if isinstance(cell, str) and cell.startswith("["):
        try:
            cell = json.loads(cell)
        except ValueError:
            return []
    people = cell if isinstance(cell, list) else []
    return [one for one in people if isinstance(one, dict)]
