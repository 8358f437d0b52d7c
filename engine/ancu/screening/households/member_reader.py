"""The rows of people as members of a household: the same readers and bounds as for any cell of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ancu.errors import InputError, Problem, RecordError
from ancu.frozen import frozen
from ancu.household.incomes import MONTHLY, YEARLY, incomes
from ancu.household.members import (
    BORN_ON,
    GENDER,
    LABEL,
    Household,
    Member,
    besides_of,
    people_of,
    year_of_birth,
    years_of_birth,
)
from ancu.household.personal_numbers import PersonalNumber, contradictions, keep, mask, masked_in, read_number
from ancu.messages import Language, message
from ancu.rulebook.member_names import APPLICANT, FULL_NAME, NUMBER, RELATION
from ancu.rulebook.naming import CASE
from ancu.rulebook.values import ValueProblem, is_blank, normalise, says_unknown
from ancu.screening.cells.reader import CellReader, check_id, lost_zeros
from ancu.screening.cells.rows import surplus_flaws
from ancu.screening.headers.meanings import Meaning
from ancu.screening.headers.people import PeopleMeanings
from ancu.screening.lists.chunks import Flaw
from ancu.screening.lists.listing import Row


@frozen
class MemberRow:
    """The row of one person, and the file and sheet that it stands in; no file: the list of households itself.

    ``number`` is the person's among those that one record lists.
    """

    row: Row
    path: str | None = None
    sheet: str | None = None
    number: int | None = None

    def place(self, lang: Language | None) -> str:
        """Where the row stands, to be told."""
        line = message("line", lang, line=self.row.line)
        if self.number is not None:
            return message("in_record", lang, number=self.number, place=line)
        sheet = message("in_sheet", lang, sheet=self.sheet, place=line) if self.sheet is not None else line
        return f"{self.path}, {sheet}" if self.path is not None else sheet


class MemberListReader:
    """Reads the people of one list with these ``headers``."""

    def __init__(self, meanings: PeopleMeanings, headers: Sequence[str], path: str, others: Sequence[str] = ()) -> None:
        known: dict[str, Meaning] = {}
        self.path, self.headers = path, list(headers)
        self.case: str | None = None
        #: Headers that nobody knows, and those of what only a list of households can say.
        self.unknown: list[str] = []
        self.misplaced: list[str] = []
        self.besides: dict[str, str] = {}
        for header in headers:
            meaning = meanings.find(header)
            if (besides := besides_of(header)) is not None:
                self.besides.setdefault(besides, header)
            elif meaning is None:
                if not meanings.ignored(header):
                    self.unknown.append(header)
            elif meaning.name == CASE:
                self.case = self.case or header
            elif meaning.name not in meanings.person.facts:
                self.misplaced.append(header)
            elif first := next((h for h, m in known.items() if m.name == meaning.name), None):
                values = {"first": first, "second": header, "fact": meanings.label(meaning.name)}
                raise InputError(Problem("list_columns_same", values, path))
            else:
                known[header] = meaning
        relation = next((h for h, meaning in known.items() if meaning.name == RELATION), None)
        if relation is None:
            values = {"headers": ", ".join(list(headers)[:8])}
            raise InputError(Problem("members_no_relation_column", values, path))
        self.relation: str = relation
        #: The key by which personal numbers are kept; None: as they stand.
        self.number_key: bytes | None = None
        self.person, self._people = meanings.person, people_of(meanings.book)
        self.facts = frozenset(meaning.name for meaning in known.values())
        self.cells = CellReader(meanings.person, known, others)

    def _closed(self, name: str) -> bool:
        """Whether a blank tells something of a fact, so that what nobody knows has to be told in words."""
        return self._people.given[name].closed is not None

    def relation_of(self, written: Any) -> str | None:
        """The relation that a cell tells; None for a blank and for what cannot be read."""
        try:
            relation: str | None = self.cells.read(self.relation, written)
        except ValueProblem:
            return None
        return relation

    def read(self, rows: Sequence[MemberRow], lang: Language, *, heads: bool) -> tuple[Household | None, list[Flaw]]:
        """The household of ``rows``, and what is wrong with them.

        ``heads``: the first row is the head's, unless another is, even if it leaves its relation blank.
        """
        flaws: list[Flaw] = []
        members = [self._member(row, place, lang, flaws) for place, row in enumerate(rows, 1)]
        applicants = [i for i, member in enumerate(members) if member.relation == APPLICANT]
        if heads and not applicants and is_blank(rows[0].row.cells.get(self.relation)):
            members[0] = replace(members[0], facts={**members[0].facts, RELATION: APPLICANT})
            applicants = [0]
        unread = any(flaw.column == self.relation for flaw in flaws)
        if len(applicants) != 1 and not (unread and not applicants):
            flaws.append(self._applicants(rows, applicants))
        return (None if flaws else Household(tuple(members))), flaws

    def _applicants(self, rows: Sequence[MemberRow], applicants: Sequence[int]) -> Flaw:
        at = [rows[i] for i in applicants] or rows
        kind = "household_two_applicants" if applicants else "household_no_applicant"
        written = "; ".join(str(row.row.cells.get(self.relation) or "") for row in at)

        def say(lang: Language | None) -> str:
            return message(kind, lang, places="; ".join(row.place(lang) for row in at))

        return Flaw(self.relation, written, say, path=at[-1].path, line=at[-1].row.line)

    def _member(self, row: MemberRow, place: int, lang: Language, flaws: list[Flaw]) -> Member:
        facts: dict[str, Any] = {}
        born: tuple[int, int] | None = None
        here: list[Flaw] = []
        for header, meaning in self.cells.meanings.items():
            written = row.row.cells.get(header)
            if meaning.name == BORN_ON and (born := year_of_birth(written)) is not None:
                continue
            try:
                read = self.cells.read(header, written)
            except ValueProblem as problem:
                here.append(Flaw(header, str(written), problem.text, problem.confirmable))
            else:
                if read is not None or (self._closed(meaning.name) and says_unknown(written)):
                    facts[meaning.name] = read
        besides = {
            name: str(written).strip() if name == NUMBER else masked_in(str(written).strip())
            for name, header in self.besides.items()
            if not is_blank(written := row.row.cells.get(header))
        }
        told = self._people.told_by_relation.get(normalise(str(row.row.cells.get(self.relation) or "")), {})
        facts = {**told, **facts}
        number = self.number_of(row.row, besides, facts, born, here)
        try:
            earned = {name: row.row.cells.get(self.besides[name]) for name in (MONTHLY, YEARLY) if name in besides}
            facts |= incomes(self.person, earned, facts)
        except RecordError as error:
            name = next(name for name in (MONTHLY, YEARLY) if name in besides)
            here += (Flaw(self.besides[name], besides[name], problem.text) for problem in error.problems)
        here += surplus_flaws(row.row.surplus)
        flaws += (self._of_member(flaw, row) for flaw in here)
        label = besides.get(LABEL)
        if label is None and row.number is None:
            label = message("line", lang, line=row.row.line)
        return Member(facts, place, label, born, besides.get(FULL_NAME), number)

    def number_of(
        self,
        row: Row,
        besides: Mapping[str, str],
        facts: Mapping[str, Any],
        born: tuple[int, int] | None,
        flaws: list[Flaw],
    ) -> PersonalNumber | None:
        """The personal number of a row, held against what else it tells; None where it has none, or one cut short."""
        written, header = besides.get(NUMBER), self.besides.get(NUMBER)
        # One that a spreadsheet took its zeros from is told of the whole list.
        if written is None or header is None or lost_zeros([("", row.cells.get(header))], citizen=True):
            return None
        shown = mask(written)
        try:
            check_id(row.cells.get(header))
            digits = read_number(written)
        except ValueProblem as problem:
            flaws.append(Flaw(header, shown, problem.text))
            return None
        except RecordError as error:
            flaws += (Flaw(header, shown, problem.text) for problem in error.problems)
            return None
        wrong = contradictions(digits, years_of_birth(facts, born), facts.get(GENDER))
        flaws += (Flaw(header, shown, problem.text) for problem in wrong)
        return keep(digits, self.number_key)

    def _of_member(self, flaw: Flaw, row: MemberRow) -> Flaw:
        """A flaw with whose it is, and where that row stands."""
        relation = str(row.row.cells.get(self.relation) or "").strip()

        def say(lang: Language | None) -> str:
            who = f"{relation} ({row.place(lang)})" if relation else row.place(lang)
            return message("in_member", lang, member=who, problem=flaw.problem(lang))

        return Flaw(flaw.column, flaw.value, say, flaw.confirmable, row.path, row.row.line)
