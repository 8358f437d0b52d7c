"""A table of the members of households beside a table of cases: each distinct cell is read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

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
from ancu.household.personal_numbers import PersonalNumber, contradictions, masked_in, read_number
from ancu.rulebook.naming import CASE, naming_of
from ancu.rulebook.people import APPLICANT, FULL_NAME, NUMBER, RELATION
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import normalise, parse, says_unknown


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
        for header, name in self._matched(table.column_names, key):
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
        self.rows: dict[int, list[int]] = {}
        for row, case in enumerate(self.of):
            self.rows.setdefault(case, []).append(row)
        self.flawed: dict[int, list[Problem]] = {}
        for case, problem in self._problems(wrong):
            self.flawed.setdefault(case, []).append(Problem(problem.kind, problem.values, f"[{case}]"))

    def _matched(self, headers: list[str], key: str | None) -> Iterator[tuple[str, str]]:
        """What each header names; :class:`RecordError` where one names nothing, or two the same."""
        naming, of_record = naming_of(self.person), naming_of(self.book)
        matched: dict[str, str] = {}
        problems = []
        for header in headers:
            if header.startswith("__index_level_"):
                continue
            is_key = header == key if key is not None else of_record.find(header) == CASE
            name = CASE if is_key else besides_of(header) or naming.find(header)
            if name is None or not (is_key or besides_of(header) or name in self.person.facts):
                near = naming.near(header)
                problems.append(
                    Problem("fact_unknown_near" if near else "fact_unknown", {"name": header, "near": near})
                )
            elif name in matched.values():
                label = self.person.facts[name].label.said if name in self.person.facts else name
                problems.append(Problem("fact_twice", {"name": header, "fact": name, "label": label}))
            else:
                matched[header] = name
        if problems:
            raise RecordError(problems)
        yield from matched.items()

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
        numbers = self.columns.get(NUMBER)
        if numbers is None:
            return
        for row, code in enumerate(numbers.codes.to_pylist()):
            if code is not None and numbers.values[code] is not None:
                member = self._member(row, 0)
                born = years_of_birth(member.facts, member.born)
                problems = list(contradictions(numbers.values[code], born, member.facts.get(GENDER)))
                if problems:
                    wrong.setdefault(row, []).extend(problems)

    def _earn(self, wrong: dict[int, list[Problem]]) -> None:
        """Put what incomes by month or year come to in the place of what is not stated itself."""
        import pyarrow as pa

        earned = [self.columns.pop(name) for name in (MONTHLY, YEARLY) if name in self.columns]
        if not earned:
            return
        stated = {fact: self.columns.get(fact) for fact in (AVERAGE, HIGHEST) if fact in self.person.facts}
        values: dict[str, list[Any]] = {fact: [] for fact in stated}
        for row in range(len(self.of)):
            found: dict[str, int] = next((one for column in earned if (one := column.at(row)) is not None), {})
            for fact, column in stated.items():
                own = None if column is None else column.at(row)
                if own is not None and fact in found and (problem := differing(self.person, fact, own, found[fact])):
                    wrong.setdefault(row, []).append(problem)
                values[fact].append(found.get(fact) if own is None else own)
        for fact, cells in values.items():
            self.columns[fact] = WrittenColumn(cells, pa.array(range(len(cells)), pa.int64()))

    @staticmethod
    def _cases_of(of: WrittenColumn, cases: Mapping[str, int]) -> list[int]:
        """The row of each member's case; :class:`RecordError` for members of no case."""
        lost = [str(name) for name in of.values if name not in cases]
        codes = of.codes.to_pylist()
        if None in codes:
            lost.append("")
        if lost:
            raise RecordError(Problem("members_of_nobody", {"household": name}) for name in lost)
        rows = [cases[name] for name in of.values]
        return [rows[code] for code in codes]

    def _problems(self, wrong: Mapping[int, list[Problem]]) -> Iterator[tuple[int, Problem]]:
        """What is wrong with the members of each case, one by one or together."""
        told: set[int] = set()
        for row, problems in sorted(wrong.items()):
            case = self.of[row]
            told.add(case)
            place = self.rows[case].index(row) + 1
            for problem in problems:
                shown = {name: masked_in(v) if isinstance(v, str) else v for name, v in problem.values.items()}
                yield case, problem_of_member(Problem(problem.kind, shown), place, None)
        applicants: Counter[int] = Counter()
        if RELATION in self.columns:
            values = self.columns[RELATION].values
            codes = self.columns[RELATION].codes.to_pylist()
            files = zip(self.of, codes, strict=True)
            applicants.update(case for case, code in files if code is not None and values[code] == APPLICANT)
        for case, rows in self.rows.items():
            if case not in told and applicants[case] != 1:
                try:
                    household_with(self._member(row, place) for place, row in enumerate(rows, 1))
                except RecordError as error:
                    yield from ((case, problem) for problem in error.problems)

    def _member(self, row: int, place: int) -> Member:
        facts = {name: value for name in self.columns if (value := self.columns[name].at(row)) is not None}
        besides = {name: facts.pop(name, None) for name in (LABEL, FULL_NAME, NUMBER)}
        facts = {name: None if value is UNKNOWN else value for name, value in facts.items()}
        born = facts.pop(BORN_ON) if isinstance(facts.get(BORN_ON), tuple) else None
        number = PersonalNumber(besides[NUMBER]) if besides[NUMBER] is not None else None
        return Member(facts, place, besides[LABEL], born, besides[FULL_NAME], number)

    def household(self, case: int, complete: bool, recorded_on: date | None) -> Household | None:
        """The household of a case; None where no member is listed."""
        if case not in self.rows:
            return None
        members = tuple(self._member(row, place) for place, row in enumerate(self.rows[case], 1))
        return Household(members, complete, recorded_on)

    def table(self, key: str, cases: Collection[int]) -> Any:
        """The members of ``cases`` as a source table, whose column ``key`` is the row of the case."""
        import pyarrow as pa

        from ancu.batch.source import member_columns

        kept = pa.array([row for row, case in enumerate(self.of) if case in cases], pa.int64())
        told = {name: column for name, column in self.columns.items() if name in self.person.facts}
        read = {name: (column.values, column.codes.take(kept)) for name, column in told.items()}
        columns = {key: pa.array(self.of, pa.int64()).take(kept), **member_columns(self.book, read)}
        return pa.table(columns)


def _blanks(column: WrittenColumn) -> Any:
    """The codes of a column that stand for nothing, and of none at all."""
    import pyarrow as pa

    return pa.array([None, *(code for code, value in enumerate(column.values) if value is None)], column.codes.type)
