"""The people of many households of a list at once: each distinct cell read once, by the reader of single rows.

A household with anything that is not plain (a cell that cannot be read, incomes by month, a number that contradicts its
row) is read again by that reader, which says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pyarrow as pa

from ancu.batch.source import member_columns, members_table
from ancu.batch.written import UNKNOWN
from ancu.household.incomes import MONTHLY, YEARLY
from ancu.household.members import BORN_ON, GENDER, LABEL, Household, Member, people_of, year_of_birth
from ancu.household.personal_numbers import masked_in
from ancu.household.tables import PLACE
from ancu.messages import message
from ancu.rulebook.member_names import APPLICANT, NUMBER, RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank, normalise, says_unknown
from ancu.screening.households.households import HouseholdRow
from ancu.screening.households.member_reader import MemberListReader, MemberRow
from ancu.screening.lists.chunks import Flaw


@dataclass
class _Column:
    """A fact of the members: distinct values, and which one each member has; of a year of birth its span of days."""

    values: list[Any]
    codes: list[int]

    def at(self, row: int) -> Any:
        return self.values[self.codes[row]]


class MembersOfRows:
    """The people of some rows of a list, none of which has another flaw: read, or told what is wrong with them.

    ``flaws``: what is wrong, by row. ``table``: the members of the other rows, as facts follow from them.
    """

    def __init__(self, book: Rulebook, rows: Sequence[HouseholdRow], complete: bool, lang: Any) -> None:
        self.book, self._rows, self._lang = book, rows, lang
        self.flaws: dict[int, list[Flaw]] = {}
        self._default = complete
        self._whole: dict[int, Household] = {}
        self._plain: dict[int, tuple[_Plain, int]] = {}
        self._parts: list[tuple[_Plain, list[int]]] = []
        readers: dict[int, list[int]] = {}
        for at, row in enumerate(rows):
            readers.setdefault(id(row.reader), []).append(at)
        for places in readers.values():
            plain = _Plain(
                book, rows[places[0]].reader, [rows[at].members for at in places], [rows[at].heads for at in places]
            )
            self._parts.append((plain, places))
            for i, at in enumerate(places):
                if i in plain.odd:
                    self._read_alone(at)
                else:
                    self._plain[at] = (plain, i)

    def _read_alone(self, at: int) -> None:
        row = self._rows[at]
        household, flaws = row.reader.read(row.members, self._lang, heads=row.heads)
        if household is None or flaws:
            self.flaws[at] = flaws
        else:
            self._whole[at] = household

    def complete(self, at: int) -> bool:
        """Whether nobody is left out of the people of a row."""
        stated = self._rows[at].complete
        return self._default if stated is None else stated

    def recorded_on(self, at: int) -> date | None:
        return self._rows[at].recorded_on

    def household(self, at: int) -> Household:
        """The household of a row, its members with what names them."""
        if at in self._whole:
            household = self._whole[at]
        else:
            plain, i = self._plain[at]
            household = Household(tuple(plain.members(i, self._lang)))
        return replace(household, complete=self.complete(at), recorded_on=self.recorded_on(at))

    def table(self, rows: Sequence[int], key: str) -> pa.Table:
        """The members of ``rows``, numbered by their place there, as a source table."""
        number = {at: i for i, at in enumerate(rows)}
        tables = [plain.table(key, [number.get(at) for at in places]) for plain, places in self._parts]
        alone = [at for at in rows if at in self._whole]
        if alone:
            table = members_table(self.book, [self._whole[at] for at in alone], key)
            numbers = pa.array([number[at] for at in alone], pa.int64()).take(table.column(key).combine_chunks())
            tables.append(_encoded(table.set_column(0, key, numbers)))
        return pa.concat_tables(tables, promote_options="default").unify_dictionaries()


def _encoded(table: pa.Table) -> pa.Table:
    """``table`` with each text standing once, as in those of the plain."""
    texts = [name for name in table.column_names if pa.types.is_string(table.schema.field(name).type)]
    encoded = {name: table.column(name).dictionary_encode() for name in texts}
    return pa.table({name: encoded.get(name, table.column(name)) for name in table.column_names})


class _Plain:
    """The people of households of one list, as far as they are plain; ``odd`` are the places of the others."""

    def __init__(
        self, book: Rulebook, reader: MemberListReader, groups: Sequence[Sequence[MemberRow]], heads: Sequence[bool]
    ) -> None:
        self.book, self.people, self.reader = book, people_of(book), reader
        self.odd: set[int] = set()
        self.rows = [row for group in groups for row in group]
        self.of = [i for i, group in enumerate(groups) for _ in group]
        self.starts = [0]
        for group in groups:
            self.starts.append(self.starts[-1] + len(group))
        self.columns = {
            meaning.name: self._column(header, meaning.name) for header, meaning in reader.cells.meanings.items()
        }
        self._tell_by_relation()
        self._find_heads(heads)
        self._look_beside()

    def _column(self, header: str, name: str) -> _Column:
        values: list[Any] = []
        known: dict[Any, int] = {}
        wrong: set[int] = set()
        codes = []
        for row in self.rows:
            cell = row.row.cells.get(header)
            key: Any = cell if cell.__class__ is str or cell is None else (cell.__class__, cell)
            try:
                code = known.get(key)
            except TypeError:  # no cell of a table, but what a record lists
                code = None
                key = object()
            if code is None:
                code = known[key] = len(values)
                try:
                    values.append(self._value(header, name, cell))
                except ValueProblem:
                    values.append(None)
                    wrong.add(code)
            codes.append(code)
        if wrong:
            self.odd.update(of for of, code in zip(self.of, codes, strict=True) if code in wrong)
        return _Column(values, codes)

    def _value(self, header: str, name: str, cell: Any) -> Any:
        if name == BORN_ON and (born := year_of_birth(cell)) is not None:
            return born
        value = self.reader.cells.read(header, cell)
        if value is None and self.people.given[name].closed is not None and says_unknown(cell):
            return UNKNOWN
        return value

    def _tell_by_relation(self) -> None:
        """Put what words for relations tell besides in the place of what is left out."""
        told: dict[Any, Any] = {}
        found: dict[str, dict[int, Any]] = {}
        for i, row in enumerate(self.rows):
            cell = str(row.row.cells.get(self.reader.relation) or "")
            if cell not in told:
                told[cell] = self.people.told_by_relation.get(normalise(cell), {})
            for fact, value in told[cell].items():
                found.setdefault(fact, {})[i] = value
        for fact, by_row in found.items():
            column = self.columns.setdefault(fact, _Column([None], [0] * len(self.rows)))
            numbers = {value: len(column.values) + n for n, value in enumerate(dict.fromkeys(by_row.values()))}
            column.values += numbers
            for i, value in by_row.items():
                if column.at(i) is None:
                    column.codes[i] = numbers[value]

    def _find_heads(self, heads: Sequence[bool]) -> None:
        """One of each household is its head; where heads come first, one who leaves his relation blank."""
        relation = self.columns[RELATION]
        relation.values.append(APPLICANT)
        count = [0] * len(heads)
        for of, code in zip(self.of, relation.codes, strict=True):
            count[of] += relation.values[code] == APPLICANT
        for i, files in enumerate(count):
            first = self.starts[i]
            if not files and heads[i] and is_blank(self.rows[first].row.cells.get(self.reader.relation)):
                relation.codes[first] = len(relation.values) - 1
            elif files != 1:
                self.odd.add(i)

    def _look_beside(self) -> None:
        """What stands beside facts makes a household odd, where it needs more than to be kept."""
        besides = self.reader.besides
        earned = [besides[name] for name in (MONTHLY, YEARLY) if name in besides]
        for i, row in enumerate(self.rows):
            number = row.row.cells.get(besides[NUMBER]) if NUMBER in besides else None
            if (
                row.row.surplus
                or any(not is_blank(row.row.cells.get(header)) for header in earned)
                or (not is_blank(number) and self._contradicts(i, number))
            ):
                self.odd.add(self.of[i])

    def _contradicts(self, i: int, written: Any) -> bool:
        """Whether the personal number of a row cannot be one, or says otherwise than the row."""
        facts = {
            n: value for n in (BORN_ON, GENDER) if n in self.columns and (value := self.columns[n].at(i)) is not None
        }
        facts = {name: None if value is UNKNOWN else value for name, value in facts.items()}
        born = facts.pop(BORN_ON) if isinstance(facts.get(BORN_ON), tuple) else None
        flaws: list[Flaw] = []
        self.reader.number_of(self.rows[i].row, {NUMBER: str(written).strip()}, facts, born, flaws)
        return bool(flaws)

    def members(self, of: int, lang: Any) -> list[Member]:
        """The members of a household with what names them."""
        found = []
        for place, i in enumerate(range(self.starts[of], self.starts[of + 1]), 1):
            row = self.rows[i]
            named = {name: self.columns[name].at(i) for name in (RELATION, GENDER) if name in self.columns}
            facts = {name: value for name, value in named.items() if value not in (None, UNKNOWN)}
            header = self.reader.besides.get(LABEL)
            label = None
            if header is not None and not is_blank(written := row.row.cells.get(header)):
                label = masked_in(str(written).strip())
            elif row.number is None:
                label = message("line", lang, line=row.row.line)
            found.append(Member(facts, place, label))
        return found

    def table(self, key: str, numbers: Sequence[int | None]) -> pa.Table:
        """The members of the households that have one of ``numbers`` and are plain, as a source table."""
        own = [None if i in self.odd else number for i, number in enumerate(numbers)]
        rows = [i for i, of in enumerate(self.of) if own[of] is not None]
        columns: dict[str, pa.Array[Any]] = {
            key: pa.array([own[self.of[i]] for i in rows], pa.int64()),
            PLACE: pa.array([i - self.starts[self.of[i]] + 1 for i in rows], pa.int64()),
        }
        whole = len(rows) == len(self.rows)
        read = {
            name: (column.values, pa.array(column.codes if whole else [column.codes[i] for i in rows], pa.int32()))
            for name, column in self.columns.items()
        }
        return pa.table(columns | member_columns(self.book, read))
