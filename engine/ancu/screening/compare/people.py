"""What changed of the people of a case between two runs: their rows, read again from the lists of each run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ancu.errors import AncuError
from ancu.household.incomes import AVERAGE, HIGHEST, MONTHLY, YEARLY
from ancu.household.reading import person_facts_read
from ancu.messages import Language, message
from ancu.rulebook.member_names import RELATION
from ancu.rulebook.naming import CASE
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, is_blank
from ancu.screening.compare.side import Side
from ancu.screening.headers.map_file import read_map
from ancu.screening.headers.meanings import Meanings
from ancu.screening.households.grouping import code_of
from ancu.screening.households.member_reader import MemberListReader, MemberRow
from ancu.screening.jobs.receipt import digest_of
from ancu.screening.jobs.run_job import people_of_job
from ancu.screening.lists.opening import open_lists
from ancu.screening.results.read_back import text_of

#: What stands beside facts in a row of a person and comes to some of them.
_EARNED = {MONTHLY: (AVERAGE, HIGHEST), YEARLY: (AVERAGE,)}


@dataclass(frozen=True)
class _Person:
    """A row of somebody, and who reads it."""

    row: MemberRow
    reader: MemberListReader

    def cell(self, name: str) -> tuple[str, Any]:
        """The header and the cell of a fact, or of what stands beside facts."""
        headers = {meaning.name: header for header, meaning in self.reader.cells.meanings.items()}
        header = headers.get(name, self.reader.besides.get(name, ""))
        return header, self.row.row.cells.get(header)

    def value(self, name: str) -> Any:
        """What the row tells of a fact; its text where it cannot be read, or is no fact's."""
        header, cell = self.cell(name)
        if header in self.reader.cells.meanings:
            try:
                return self.reader.cells.read(header, cell)
            except ValueProblem:
                pass
        return text_of(cell).strip()

    def told(self, lang: Language) -> str:
        """What somebody is to the applicant, as written, and where the row stands."""
        relation = text_of(self.cell(RELATION)[1]).strip()
        place = self.row.place(lang)
        return f"{relation} ({place})" if relation else place


class PeopleChanges:
    """The people of the ``cases`` of two runs, as far as the lists of both stand as they were read."""

    def __init__(self, old: Side, new: Side, cases: Collection[str], lang: Language) -> None:
        self.book, self.lang = new.book, lang
        #: A list with people that is not there any more, or has changed since.
        self.lost: list[str] = []
        self._sides = [self._people(side, cases) for side in (old, new)]
        self._read: dict[str, list[str]] = {}

    def _people(self, side: Side, cases: Collection[str]) -> Mapping[str, list[_Person]]:
        receipt = side.receipt
        if receipt is None or receipt.counts.members is None or not cases:
            return {}
        for file in receipt.inputs:
            if not Path(file.name).is_file() or digest_of(file.name) != (file.sha256, file.bytes):
                self.lost.append(file.name)
                return {}
        try:
            return dict(_people_in(side.book, side, cases))
        except AncuError:
            self.lost.append(receipt.job.members or receipt.job.lists[0])
            return {}

    def differing(self, programme: str, case: str) -> list[str]:
        """What of the people of ``case`` is otherwise, as far as ``programme`` reads it, and in whose row."""
        old, new = (side.get(case) for side in self._sides)
        if old is None or new is None:
            return []
        if programme not in self._read:
            facts = person_facts_read(self.book, use_of(self.book, programme))
            self._read[programme] = [*facts, *(name for name, gives in _EARNED.items() if {*gives} & {*facts})]
        found = []
        for before, after in _pairs(old, new):
            person = after or before
            assert person is not None
            if before is None or after is None:
                kind = "diff_member_added" if before is None else "diff_member_gone"
                found.append(message(kind, self.lang, person=person.told(self.lang)))
                continue
            for name in self._read[programme]:
                if before.value(name) != after.value(name):
                    was, now = (text_of(one.cell(name)[1]).strip() or "–" for one in (before, after))
                    header = after.cell(name)[0] or before.cell(name)[0]
                    values = {"person": person.told(self.lang), "header": header, "before": was, "after": now}
                    found.append(message("diff_member", self.lang, **values))
        return found


def _people_in(book: Rulebook, side: Side, cases: Collection[str]) -> Iterator[tuple[str, list[_Person]]]:
    """The people of ``cases`` in the lists of a run."""
    assert side.receipt is not None
    job = side.receipt.job
    meanings = Meanings(book, read_map(job.mapping, book) if job.mapping is not None else None)
    with open_lists(job.lists, meanings, job.sheet, job.lang, plainly=False) as opened:
        households = people_of_job(book, job, opened, meanings)
        if households is None:
            return
        header = households.columns(meanings.mapping).header(CASE)
        for chunk in households.source.chunks(1 << 14):
            for at in range(len(chunk)):
                row = chunk.row(at)
                case = code_of(row.cells.get(header)) if header is not None else None
                if case is not None and case in cases:
                    members = households.rows_of(row)
                    yield case, [_Person(member, households.reader_of(member)) for member in members]


def _pairs(old: list[_Person], new: list[_Person]) -> Iterator[tuple[_Person | None, _Person | None]]:
    """Who is who: alike in all, else of one relation, in the order of the rows."""
    left = list(old)
    pairs: dict[int, _Person | None] = {}
    for alike in (lambda a, b: _cells(a) == _cells(b), lambda a, b: a.value(RELATION) == b.value(RELATION)):
        for i, person in enumerate(new):
            if i not in pairs:
                same = next((other for other in left if alike(other, person)), None)
                if same is not None:
                    left.remove(same)
                    pairs[i] = same
    for i, person in enumerate(new):
        yield pairs.get(i), person
    for person in left:
        yield person, None


def _cells(person: _Person) -> dict[str, str]:
    cells = person.row.row.cells.items()
    return {header: text_of(cell).strip() for header, cell in cells if not is_blank(cell)}
