"""The rows of a table of cases whose members stand in a table beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu.batch.case_rows import CaseRows
from ancu.batch.member_rows import MemberRows
from ancu.decision.deciding import Record
from ancu.errors import InputError, Problem
from ancu.household.members import COMPLETE, RECORDED_ON, household_key
from ancu.inference.arrow_columns import one_piece
from ancu.rulebook.foreign import native
from ancu.rulebook.model import FactDef
from ancu.rulebook.naming import CASE
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import parse, parse_date

if TYPE_CHECKING:
    from ancu.batch.judge import TableJudges

_YES_OR_NO = FactDef.model_construct(type="yes_no", values={})
#: What projected rows are told by.
_ROW = "row"


class HouseholdRows(CaseRows):
    """The rows of a table of cases, and of a table of their members.

    ``key``: the header under which both name the case, else what names one in each.
    """

    def __init__(self, book: Rulebook, table: Any, day: date, members: Any, key: str | None) -> None:
        self._key = key
        super().__init__(book, table, day)
        if CASE not in self.columns:
            raise InputError(Problem("members_without_key", {"key": key or CASE}))
        self.members = MemberRows(book, members, self._rows_by_case(), key)
        for row, problems in self.members.flawed.items():
            self.flawed.setdefault(row, []).extend(problems)

    def _rows_by_case(self) -> dict[str, int]:
        """The row of each case; :class:`InputError` for one that has two."""
        import numpy as np

        column = self.columns[CASE]
        named = np.flatnonzero(column.codes.is_valid().to_numpy(zero_copy_only=False))
        codes = column.places()[named]
        _, first = np.unique(codes, return_index=True)
        if len(first) < len(codes):
            again = codes[np.setdiff1d(np.arange(len(codes)), first)[0]]
            raise InputError(Problem("members_of_two", {"household": column.values[again]}))
        return {column.values[code]: row for code, row in zip(codes.tolist(), named.tolist(), strict=True)}

    def _name_of(self, header: str) -> str | None:
        if self._key is not None and header == self._key:
            return CASE
        return household_key(header) or super()._name_of(header)

    def _value(self, name: str, written: Any) -> Any:
        written = native(written)
        if name == COMPLETE:
            return parse(_YES_OR_NO, written)
        if name == RECORDED_ON:
            return parse_date(written) if written not in (None, "") else None
        return super()._value(name, written)

    def record(self, row: int) -> Record:
        complete, recorded_on = (
            self.columns[name].at(row) if name in self.columns else None for name in (COMPLETE, RECORDED_ON)
        )
        return replace(super().record(row), household=self.members.household(row, complete is True, recorded_on))

    # -- in columns ---------------------------------------------------------------------------------------------------

    def groups(self, rows: Any) -> Iterator[tuple[Any, TableJudges, Callable[[str, Any], Any]]]:
        import pyarrow as pa
        import pyarrow.compute as pc

        from ancu.batch.judge import judges_of_people

        # The law says more of facts that one record states than of those that may be of several people.
        listed = pc.is_in(rows, value_set=pa.array(self.members.listed))
        if len(alone := rows.filter(pc.invert(listed))):
            yield from super().groups(alone)
        if len(together := rows.filter(listed)):
            places = pc.index_in(together, value_set=self._sound)
            yield together, judges_of_people(self.book), lambda fact, _: self._projected_fact(fact, places)

    def prepare(self, programmes: list[str], threads: int) -> None:
        import pyarrow as pa
        import pyarrow.compute as pc

        from ancu.batch.judge import judges_of_people
        from ancu.household.columns import project_table

        sound = pa.array(self.judged(), pa.int64())
        columns: dict[str, Any] = {_ROW: sound, "as_of": self.days(sound)}
        for name, type_ in ((COMPLETE, pa.bool_()), (RECORDED_ON, pa.date32())):
            columns[name] = self.texts_or_days(name, type_).take(sound)
        for name in self.book.facts:
            column = self.facts(name, sound)
            if column is not None:
                columns[name] = column
        span = pc.min_max(columns["as_of"])
        wanted = judges_of_people(self.book).between(programmes, span["min"].as_py(), span["max"].as_py()).engine.facts
        members = self.members.table(_ROW, sound)
        self._projected = project_table(self.book, pa.table(columns), members, key=_ROW, facts=wanted, threads=threads)
        self._sound = sound

    def _projected_fact(self, fact: str, places: Any) -> Any:
        """A fact of the projected rows at ``places``; None where nobody states it and it does not follow."""
        if fact not in self._projected.column_names:
            return None
        return one_piece(self._projected.column(fact)).take(places)
