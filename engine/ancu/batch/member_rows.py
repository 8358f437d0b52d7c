"""A table of the members of households beside a table of cases: each distinct cell is read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from ancu.batch.matching import matched
from ancu.batch.written import UNKNOWN, WrittenColumn, read_column
from ancu.errors import InputError, Problem, RecordError
from ancu.household.incomes import AVERAGE, HIGHEST, MONTHLY, YEARLY, differing, incomes
from ancu.household.members import (
    BORN_ON,
    GENDER,
    LABEL,
    Household,
    Member,
    besides_of,
    household_with,
    people_of,
    problem_of_member,
    year_of_birth,
    years_of_birth,
)
from ancu.household.personal_numbers import PersonalNumber, contradictions, masked_in, read_number, told_by
from ancu.rulebook.member_names import APPLICANT, FULL_NAME, NUMBER, RELATION
from ancu.rulebook.naming import CASE, naming_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise, parse, says_unknown

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int64]]


class MemberRows:
    """The rows of a table of members, read: facts of a person by column, and to which of ``cases`` each belongs.

    ``cases``: the row of each case by what it is called; ``key``: the header under which members name it, else what
    names a case. ``flawed``: the problems of the cases whose members have any.
    """

    def __init__(self, book: Rulebook, table: Any, cases: Mapping[str, int], key: str | None) -> None:
        self.book, self.people = book, people_of(book)
        self.person = self.people.person
        self.columns: dict[str, WrittenColumn] = {}
        wrong: dict[int, list[Problem]] = {}
        of: WrittenColumn | None = None
        name_of = partial(self._name_of, key)
        for header, name in matched(table.column_names, self.person.facts, naming_of(self.person), name_of).items():
            column = read_column(header, table.column(header), partial(self._value, name), wrong)
            if name == CASE:
                of = column
            else:
                self.columns[name] = column
        if of is None:
            raise InputError(Problem("members_without_key", {"key": key or CASE}))
        self.of = self._cases_of(of, cases)
        self._tell_by_relation()
        self._earn(wrong)
        self._check_numbers(wrong)
        import numpy as np

        # The rows of each case stand together here, in their order.
        self._order = np.argsort(self.of, kind="stable")
        self._sorted = self.of[self._order]
        self.flawed: dict[int, list[Problem]] = {}
        for case, problem in self._problems(wrong):
            self.flawed.setdefault(case, []).append(Problem(problem.kind, problem.values, f"[{case}]"))

    @property
    def listed(self) -> Numbers:
        """The cases that have members."""
        import numpy as np

        return np.unique(self._sorted)

    def _rows_of(self, case: int) -> list[int]:
        """The rows of the members of a case, in their order."""
        import numpy as np

        first, end = np.searchsorted(self._sorted, [case, case + 1])
        rows: list[int] = self._order[first:end].tolist()
        return rows

    def _name_of(self, key: str | None, header: str) -> str | None:
        """What a header names: by ``key`` the case, or else what a record calls it."""
        if header == key if key is not None else naming_of(self.book).find(header) == CASE:
            return CASE
        name = besides_of(header) or naming_of(self.person).find(header)
        return name if besides_of(header) or name in self.person.facts else None

    def _value(self, name: str, written: Any) -> Any:
        if name == CASE:
            return None if written in (None, "") else str(written)
        if name in (LABEL, FULL_NAME):
            return None if written in (None, "") else masked_in(str(written))
        if name == NUMBER:
            return None if written in (None, "") else read_number(str(written))
        if name in (MONTHLY, YEARLY):
            return incomes(self.person, {name: written}, {}) or None
        if name == BORN_ON and (born := year_of_birth(written)) is not None:
            return born
        value = parse(self.person.facts[name], written)
        if value is None and self.people.given[name].closed is not None and says_unknown(written):
            return UNKNOWN
        if name == RELATION:
            return value, self.people.told_by_relation.get(normalise(str(written)), {})
        return value

    def _tell_by_relation(self) -> None:
        """Put what words for relations tell besides in the place of what is left out."""
        import pyarrow.compute as pc

        relations = self.columns.get(RELATION)
        if relations is None:
            return
        besides: list[Mapping[str, str]] = [{} if read is None else read[1] for read in relations.values]
        relations.values = [None if read is None else read[0] for read in relations.values]
        for fact in dict.fromkeys(fact for told in besides for fact in told):
            told = [one.get(fact) for one in besides]
            own = self.columns.get(fact)
            if own is None:
                self.columns[fact] = WrittenColumn(told, relations.codes)
                continue
            blank = pc.is_in(own.codes, value_set=_blanks(own))
            codes = pc.if_else(blank, pc.add(relations.codes.cast("int64"), len(own.values)), own.codes.cast("int64"))
            self.columns[fact] = WrittenColumn([*own.values, *told], codes)

    def _check_numbers(self, wrong: dict[int, list[Problem]]) -> None:
        """Hold personal numbers against what else their rows tell."""
        import numpy as np

        numbers = self.columns.get(NUMBER)
        if numbers is None:
            return
        suspect = np.zeros(len(self.of), np.bool_)
        told = {digits: told_by(digits) or ("", 0) for digits in numbers.values if digits is not None}
        if GENDER in self.columns:
            sexes = {name: i for i, name in enumerate(self.person.facts[GENDER].values, 1)}
            gender = self.columns[GENDER].numbers(lambda value: sexes.get(value, 0))
            sex = numbers.numbers(lambda digits: sexes.get(told[digits][0], 0))
            suspect |= (gender > 0) & (sex > 0) & (gender != sex)
        if BORN_ON in self.columns:
            first, last = (self.columns[BORN_ON].numbers(partial(_year, end=end)) for end in (0, 1))
            year = numbers.numbers(lambda digits: told[digits][1])
            suspect |= (first > 0) & (year > 0) & ((year < first) | (year > last))
        for row in np.flatnonzero(suspect).tolist():
            member = self._member(row, 0)
            born = years_of_birth(member.facts, member.born)
            problems = list(contradictions(numbers.at(row), born, member.facts.get(GENDER)))
            wrong.setdefault(row, []).extend(problems)

    def _earn(self, wrong: dict[int, list[Problem]]) -> None:
        """Put what incomes by month or year come to in the place of what is not stated itself."""
        import numpy as np
        import pyarrow as pa

        earned = [self.columns.pop(name) for name in (MONTHLY, YEARLY) if name in self.columns]
        if not earned:
            return
        # Which of the distinct rows of amounts each row has, and what comes of each of these.
        places = np.stack([one.places() for one in earned], axis=1)
        distinct, which = np.unique(places, axis=0, return_inverse=True)
        found: list[Mapping[str, int]] = []
        for row in distinct.tolist():
            told = (one.values[i] for one, i in zip(earned, row, strict=True) if i < len(one.values))
            found.append(next((amounts for amounts in told if amounts is not None), {}))
        which = which.reshape(-1)
        for fact in (name for name in (AVERAGE, HIGHEST) if name in self.person.facts):
            own, amounts = self.columns.get(fact), [one.get(fact) for one in found]
            if own is None:
                self.columns[fact] = WrittenColumn(amounts, pa.array(which))
                continue
            comes_to = np.array([-1 if amount is None else amount for amount in amounts], np.int64)[which]
            stated = own.numbers(lambda amount: amount, -1)
            for row in np.flatnonzero((stated >= 0) & (comes_to >= 0) & (abs(stated - comes_to) > 1)).tolist():
                problem = differing(self.person, fact, int(stated[row]), int(comes_to[row]))
                assert problem is not None
                wrong.setdefault(row, []).append(problem)
            codes = np.where(stated >= 0, own.places(), len(own.values) + which)
            self.columns[fact] = WrittenColumn([*own.values, *amounts], pa.array(codes))

    @staticmethod
    def _cases_of(of: WrittenColumn, cases: Mapping[str, int]) -> Numbers:
        """The row of each member's case; :class:`RecordError` for members of no case."""
        lost = [str(name) for name in of.values if name not in cases]
        if of.codes.null_count:
            lost.append("")
        if lost:
            raise RecordError(Problem("members_of_nobody", {"household": name}) for name in lost)
        return of.numbers(cases.__getitem__)

    def _problems(self, wrong: Mapping[int, list[Problem]]) -> Iterator[tuple[int, Problem]]:
        """What is wrong with the members of each case, one by one or together."""
        told: set[int] = set()
        for row, problems in sorted(wrong.items()):
            case = int(self.of[row])
            told.add(case)
            place = self._rows_of(case).index(row) + 1
            for problem in problems:
                shown = {name: masked_in(v) if isinstance(v, str) else v for name, v in problem.values.items()}
                yield case, problem_of_member(Problem(problem.kind, shown), place, None)
        for case in self._without_applicant():
            if case not in told:
                try:
                    household_with(self._member(row, place) for place, row in enumerate(self._rows_of(case), 1))
                except RecordError as error:
                    yield from ((case, problem) for problem in error.problems)

    def _without_applicant(self) -> list[int]:
        """The cases of whose members not one alone files the application, in the order of their first members."""
        import numpy as np

        cases, first, counts = np.unique(self.of, return_index=True, return_counts=True)
        applicants = np.zeros_like(counts)
        if RELATION in self.columns:
            files = self.columns[RELATION].numbers(lambda relation: relation == APPLICANT) == 1
            applicants = np.bincount(np.searchsorted(cases, self.of[files]), minlength=len(cases))
        wrong = applicants != 1
        in_order: list[int] = cases[wrong][np.argsort(first[wrong])].tolist()
        return in_order

    def _member(self, row: int, place: int) -> Member:
        facts = {name: value for name in self.columns if (value := self.columns[name].at(row)) is not None}
        besides = {name: facts.pop(name, None) for name in (LABEL, FULL_NAME, NUMBER)}
        facts = {name: None if value is UNKNOWN else value for name, value in facts.items()}
        born = facts.pop(BORN_ON) if isinstance(facts.get(BORN_ON), tuple) else None
        number = PersonalNumber(besides[NUMBER]) if besides[NUMBER] is not None else None
        return Member(facts, place, besides[LABEL], born, besides[FULL_NAME], number)

    def household(self, case: int, complete: bool, recorded_on: date | None) -> Household | None:
        """The household of a case; None where no member is listed."""
        rows = self._rows_of(case)
        if not rows:
            return None
        members = tuple(self._member(row, place) for place, row in enumerate(rows, 1))
        return Household(members, complete, recorded_on)

    def table(self, key: str, cases: Any) -> Any:
        """The members of ``cases``, an array, as a source table, whose column ``key`` is the row of the case."""
        import numpy as np
        import pyarrow as pa

        from ancu.batch.source import member_columns

        kept = pa.array(np.flatnonzero(np.isin(self.of, np.asarray(cases))))
        told = {name: column for name, column in self.columns.items() if name in self.person.facts}
        read = {name: (column.values, column.codes.take(kept)) for name, column in told.items()}
        columns = {key: pa.array(self.of).take(kept), **member_columns(self.book, read)}
        return pa.table(columns)


def _year(born: Any, end: int) -> int:
    """The year in which somebody was born who was born on a day, or between two, whose first or last is asked."""
    if born is UNKNOWN:
        return 0
    return date.fromordinal(born[end] if isinstance(born, tuple) else born).year


def _blanks(column: WrittenColumn) -> Any:
    """The codes of a column that stand for nothing, and of none at all."""
    import pyarrow as pa

    return pa.array([None, *(code for code, value in enumerate(column.values) if value is None)], column.codes.type)
