"""Finding doubles: lists held against registers and against themselves, each pair with the clause that it touches.

What is exact may bar; what is only likely asks, unless an officer has answered.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu.decision.arguments import check_book, day_of
from ancu.doubles.answers import read_answers
from ancu.doubles.bars import EarlierSupportLaw, Effect, SupportEffect, one_of_several
from ancu.doubles.columns import KIND, PROVINCE, RosterMeanings, roster_book, support_of, text_names
from ancu.doubles.matching import BIRTHS, NUMBERS, PLACES, Matcher, Pairs, check_installed, matcher
from ancu.doubles.names import NameLikeness
from ancu.doubles.results import (
    Agreement,
    DoubleFound,
    DoublesAnswer,
    DoublesReport,
    HouseholdStanding,
    Level,
    ListedPerson,
    PersonStanding,
    Sort,
    Standing,
    SupportEntry,
    UnreadCell,
)
from ancu.doubles.roster import Roster, RosterAsked, read_roster
from ancu.errors import Problem, RecordError
from ancu.household.personal_numbers import mask, masked_in
from ancu.messages import Language, default_language
from ancu.rulebook.procedures import ProcedureStep
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse
from ancu.screening.headers.map_file import read_map
from ancu.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

#: A finding, and the rows of the lists that it is of.
_Placed = tuple[DoubleFound, tuple[int, ...]]
#: Rows at once as Python holds them; rows that are worth more than one thread.
_PIECE, _MANY = 20_000, 100_000
#: How standings rank, the surest last.
_RANKS: tuple[Standing, ...] = ("clear", "likely", "confirmed", "hit")
#: How effects rank, the gravest last.
_GRAVITY: tuple[Effect, ...] = ("no_bar", "asks", "bars_in_part", "bars")
#: What is said of the names that agree so.
_NAMES = {likeness: likeness.name.lower() for likeness in NameLikeness}


@dataclass(frozen=True)
class DoublesAsked:
    """What is asked: the files, what they apply for, where and when, and how they are read.

    ``registers`` are paths, each with the kind of support that all its rows are of, or None. ``province`` is an id of
    the vocabulary's.
    """

    lists: tuple[str, ...]
    registers: tuple[tuple[str | None, str], ...]
    programme: str
    as_of: date
    received_on: date
    intake_on: date | None = None
    project: str | None = None
    province: str | None = None
    mapping: str | None = None
    members: str | None = None
    sheet: str | tuple[str, ...] | None = None
    answers: tuple[str, ...] = ()
    show_ids: bool = False
    lang: Language = "vi"
    threads: int = field(default_factory=lambda: os.cpu_count() or 1)


def find_doubles(
    book: Rulebook,
    lists: Sequence[str],
    registers: Sequence[str] | Mapping[str, str] = (),
    *,
    programme: str,
    as_of: date | None = None,
    received_on: date | None = None,
    intake_on: date | None = None,
    project: str | None = None,
    province: str | None = None,
    mapping: str | None = None,
    members: str | None = None,
    answers: Sequence[str] = (),
    show_ids: bool = False,
    lang: Language | None = None,
) -> DoublesReport:
    """Who in ``lists`` has had housing support by ``registers``, or is listed twice, and which clause that touches.

    ``lists`` and ``registers`` are paths of files in any layout that lists are read in; a mapping of registers gives
    paths the kind of support that all their rows are of (id or title). ``programme`` is what the lists apply for, on
    ``as_of`` (today by default), at ``project`` in ``province`` (id or name; else as each row says). The time to answer
    runs from ``received_on`` (``as_of`` by default), by the procedure of the day on which intake opened, ``intake_on``
    (by default the same). ``mapping`` is a mapping file of columns, ``members`` a file of the people of the lists'
    households, ``answers`` files of officers' answers. Numbers are masked unless ``show_ids``.

    Raises :class:`InputError` for files that cannot be read, :class:`UnknownNameError` or :class:`RecordError` for
    names and days that do not exist, and :class:`ExtraMissingError` without ``ancu[doubles]``.
    """
    check_book(book)
    day = day_of(as_of) or date.today()
    kinds = registers.items() if isinstance(registers, Mapping) else ((path, None) for path in registers)
    asked = DoublesAsked(
        lists=tuple(lists),
        registers=tuple((named(book, KIND, kind), path) for path, kind in kinds),
        programme=book.programme(programme).programme,
        as_of=day,
        received_on=day_of(received_on) or day,
        intake_on=day_of(intake_on),
        project=project,
        province=named(book, PROVINCE, province),
        mapping=mapping,
        members=members,
        answers=tuple(answers),
        show_ids=show_ids,
        lang=lang or default_language(),
    )
    return find(book, asked)


def named(book: Rulebook, fact: str, written: str | None) -> str | None:
    """The id of a kind of support or a province by what it is called; :class:`RecordError` where there is none."""
    if written is None:
        return None
    facts = roster_book(book).facts
    try:
        found: Any = parse(facts[fact], written)
    except ValueProblem as problem:
        label = facts[fact].label
        values = {"name": lambda lang: label[lang or "vi"], "value": written, "problem": problem.text, "fact": fact}
        raise RecordError(Problem("fact_unfit", values)) from problem
    return str(found) if found is not None else None


def find(book: Rulebook, asked: DoublesAsked) -> DoublesReport:
    """What is ``asked``, as a report; raises as :func:`find_doubles`."""
    check_installed()
    support = support_of(book)
    law = EarlierSupportLaw(book, asked.programme, asked.as_of)
    answers = read_answers(asked.answers)
    column_map = None
    if asked.mapping is not None:
        column_map = read_map(asked.mapping, roster_book(book), text_names(support))
    meanings = RosterMeanings(book, column_map)
    lists = read_roster(meanings, asked.lists, RosterAsked(asked.sheet, asked.members, None, asked.lang))
    registers = [
        read_roster(meanings, [path], RosterAsked(None, None, kind, asked.lang)) for kind, path in asked.registers
    ]
    if column_map is not None:
        column_map.check_used(header for roster in (lists, *registers) for header in roster.headers)
    entries = joined(registers)
    placed = _Finder(book, law, asked, answers, lists, entries).findings()
    reply = _reply_step(book, asked)
    standings = _standings(lists.table, placed, asked)
    return DoublesReport(
        rulebook=book.digest,
        engine=__version__,
        programme=asked.programme,
        as_of=asked.as_of,
        project=asked.project,
        province=asked.province,
        received_on=asked.received_on,
        reply_by=reply.clock.day(asked.received_on) if reply is not None and reply.clock is not None else None,
        reply_basis=list(reply.basis) if reply is not None else [],
        lists=list(lists.files),
        registers=list(entries.files) if entries is not None else [],
        entries=len(entries) if entries is not None else 0,
        findings=[one for one, _ in placed],
        people=standings,
        households=_households(lists.table, standings),
        unread=[
            UnreadCell(
                file=flaw.path or "",
                line=flaw.line or 0,
                column=flaw.column,
                value=masked_in(flaw.value),
                problem=masked_in(flaw.problem(asked.lang)),
            )
            for roster in (lists, *registers)
            for flaw in roster.flaws
        ],
        unread_columns={file: headers for roster in (lists, *registers) for file, headers in roster.unread.items()},
    )


def _reply_step(book: Rulebook, asked: DoublesAsked) -> ProcedureStep | None:
    """The step by which it is answered who has had support, in the procedure of projects whose intake opened then."""
    step = support_of(book).reply_step
    opened = asked.intake_on or asked.received_on
    for procedure in book.procedures.values():
        if asked.programme in procedure.programmes and opened in procedure.period and step in procedure.steps:
            return procedure.steps[step]
    return None


def joined(rosters: Sequence[Roster]) -> Roster | None:
    """Several rosters as one, the households of each apart; None for none."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not rosters:
        return None
    tables, before = [], 0
    for roster in rosters:
        households = pc.add(roster.table["household"], pa.scalar(before, pa.int32()))
        at = roster.table.schema.get_field_index("household")
        tables.append(roster.table.set_column(at, "household", households))
        before += (pc.max(roster.table["household"]).as_py() or 0) + 1
    files = tuple(dict.fromkeys(file for roster in rosters for file in roster.files))
    return Roster(pa.concat_tables(tables).combine_chunks(), files)


class _Rows:
    """The rows of a roster that were asked for, as Python holds them."""

    def __init__(self, table: pa.Table, rows: Iterable[int]) -> None:
        wanted = sorted(set(rows))
        self._rows: dict[int, dict[str, Any]] = {}
        if wanted:
            self._rows = dict(zip(wanted, table.take(wanted).to_pylist(), strict=True))

    def __getitem__(self, at: int) -> dict[str, Any]:
        return self._rows[at]


class _Finder:
    def __init__(
        self,
        book: Rulebook,
        law: EarlierSupportLaw,
        asked: DoublesAsked,
        answers: Mapping[str, DoublesAnswer],
        lists: Roster,
        registers: Roster | None,
    ) -> None:
        self.book, self.law, self.asked, self.answers = book, law, asked, answers
        self.lists, self.registers = lists, registers

    def findings(self) -> list[_Placed]:
        """Every finding with the rows of the lists that it is of, in their order; those of registers alone last."""
        register = self.registers.table if self.registers is not None else None
        rows = len(self.lists) + (len(self.registers) if self.registers is not None else 0)
        with matcher(self.lists.table, register, self.asked.threads if rows > _MANY else 1) as match:
            of_lists = [*(self._earlier(match, register) if register is not None else ()), *self._listed_twice(match)]
            of_lists.sort(key=lambda placed: (placed[1], placed[0].sort, placed[0].other.file, placed[0].other.line))
            alone = self._supported_twice(match, register) if register is not None else ()
            return [*of_lists, *((found, ()) for found in alone)]

    def _earlier(self, match: Matcher, register: pa.Table) -> Iterator[_Placed]:
        pairs = match.earlier()
        rows, entries = _Rows(self.lists.table, pairs.one.tolist()), _Rows(register, pairs.other.tolist())
        seen = set()
        for at in range(len(pairs)):
            one, other = int(pairs.one[at]), int(pairs.other[at])
            seen.add((one, other))
            effect = self._effect(rows[one], entries[other])
            supports = [_entry(entries[other])]
            yield self._found("earlier_support", rows[one], entries[other], pairs, at, supports, effect), (one,)
        houses = [pair for pair in match.same_house() if pair not in seen]
        rows = _Rows(self.lists.table, (one for one, _ in houses))
        entries = _Rows(register, (other for _, other in houses))
        for one, other in houses:
            effect = self._effect(rows[one], entries[other]).asking("house")
            supports = [_entry(entries[other])]
            yield self._found("same_house", rows[one], entries[other], None, 0, supports, effect), (one,)

    def _effect(self, row: Mapping[str, Any], entry: Mapping[str, Any]) -> SupportEffect:
        """What the support of an entry does to the case of a row, if both are one person's."""
        project = self.asked.province or row["province"]
        return self.law.effect(entry["kind"], row["relation"], _day(entry["on"]), entry["province"], project)

    def _listed_twice(self, match: Matcher) -> Iterator[_Placed]:
        pairs = match.listed_twice()
        rows = _Rows(self.lists.table, [*pairs.one.tolist(), *pairs.other.tolist()])
        for at in range(len(pairs)):
            one, other = int(pairs.one[at]), int(pairs.other[at])
            effect = self._in_two_lists(rows[one], rows[other])
            yield self._found("listed_twice", rows[one], rows[other], pairs, at, [], effect), (one, other)

    def _in_two_lists(self, row: Mapping[str, Any], other: Mapping[str, Any]) -> SupportEffect:
        projects = {one["project"] or self.asked.project for one in (row, other)}
        kind = self.law.support.in_two_projects
        if len(projects) == 2 and None not in projects and kind is not None:
            return self.law.effect(kind, row["relation"], None, None, None)
        return SupportEffect(effect="asks", asked=["case"])

    def _supported_twice(self, match: Matcher, register: pa.Table) -> Iterator[DoubleFound]:
        numbers = match.supported_twice()
        houses = [pair for pair in match.same_house(of_registers=True) if pair not in set(numbers)]
        rows = _Rows(register, (at for pair in (*numbers, *houses) for at in pair))
        of_two: tuple[tuple[Sort, list[tuple[int, int]]], ...] = (("supported_twice", numbers), ("same_house", houses))
        for sort, found in of_two:
            for one, other in found:
                row, entry = rows[one], rows[other]
                effect = one_of_several(self.book, (row["kind"], entry["kind"]), self.asked.as_of)
                effect = effect if sort == "supported_twice" else effect.asking("house")
                yield self._found(sort, row, entry, None, 0, [_entry(row), _entry(entry)], effect)

    def _found(
        self,
        sort: Sort,
        row: Mapping[str, Any],
        other: Mapping[str, Any],
        pairs: Pairs | None,
        at: int,
        supports: list[SupportEntry],
        effect: SupportEffect,
    ) -> DoubleFound:
        agreement = _agreement(pairs, at) if pairs is not None else None
        question = question_of(sort, row, other)
        answer = self.answers.get(question)
        sure = sort == "supported_twice" or (agreement is not None and (agreement.number == "same" or agreement.key))
        level: Level = "hit" if sure else "likely"
        if answer is not None:
            level = "confirmed" if answer.same else "dismissed"
        elif not sure and sort != "same_house":
            effect = effect.asking("likeness")
        elif sure and agreement is not None and _of_another(agreement):
            effect = effect.asking("number_of_another")
        if level == "dismissed":
            effect = SupportEffect(effect="no_bar")
        return DoubleFound(
            question=question,
            sort=sort,
            level=level,
            person=listed(row, self.asked.show_ids),
            other=listed(other, self.asked.show_ids),
            agreement=agreement,
            supports=supports,
            effect=effect,
            answer=answer,
        )


def _agreement(pairs: Pairs, at: int) -> Agreement:
    return Agreement(
        number="same" if pairs.exact[at] else NUMBERS[int(pairs.number[at])],  # type: ignore[arg-type]
        key=bool(pairs.keyed[at]),
        name=_NAMES[NameLikeness(int(pairs.name[at]))],  # type: ignore[arg-type]
        birth=BIRTHS[int(pairs.birth[at])],  # type: ignore[arg-type]
        commune=PLACES[int(pairs.place[at])],  # type: ignore[arg-type]
        weight=int(pairs.weight[at]),
    )


def _of_another(agreement: Agreement) -> bool:
    """Whether an exact number is written for two people, as far as their names tell: it may be a slip of the pen."""
    return agreement.name == "different" and agreement.birth not in ("same", "swapped")


def question_of(sort: Sort, row: Mapping[str, Any], other: Mapping[str, Any]) -> str:
    """What names a pair in answers: the same whatever the order of rows, another when a row says otherwise."""
    sides = sorted(_identity(one) for one in (row, other))
    return hashlib.sha256("\n".join((sort, *sides)).encode()).hexdigest()[:16]


def _identity(row: Mapping[str, Any]) -> str:
    names = ("spelled", "number", "former", "repaired", "born_from", "born_to", "commune_key", "case", "key")
    return "|".join(str(row[name] or "") for name in (*names, "kind", "on", "house_key"))


def listed(row: Mapping[str, Any], show_ids: bool) -> ListedPerson:
    """A row as a report tells it."""
    number = row["number"] or row["former"] or row["repaired"]
    first, last = row["born_from"], row["born_to"]
    born = None
    if first is not None:
        day = date.fromordinal(first)
        born = day.strftime("%d/%m/%Y") if first == last else str(day.year)
    return ListedPerson(
        file=row["file"],
        line=row["line"],
        case=row["case"] if show_ids or row["case"] is None else masked_in(row["case"]),
        relation=row["relation"],
        name=row["name"] if row["name"] is None else masked_in(row["name"]),
        number=number if show_ids or number is None else mask(number),
        born=born,
        commune=row["commune"],
        project=row["project"],
    )


def _entry(row: Mapping[str, Any]) -> SupportEntry:
    return SupportEntry(
        kind=row["kind"], on=_day(row["on"]), amount=row["amount"], province=row["province"], house=row["house"]
    )


def _day(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None


def _standing(found: Sequence[DoubleFound]) -> tuple[Standing, Effect | None]:
    """How somebody stands of whom this was found, and the gravest effect of it."""
    levels = [one.level for one in found if one.level in _RANKS]
    standing = max(levels, key=_RANKS.index, default="clear")
    effects = [one.effect.effect for one in found if one.level != "dismissed"]
    return standing, max(effects, key=_GRAVITY.index, default=None)  # type: ignore[return-value]


def _standings(table: pa.Table, placed: Iterable[_Placed], asked: DoublesAsked) -> list[PersonStanding]:
    of: dict[int, list[DoubleFound]] = {}
    for found, rows in placed:
        for at in rows:
            of.setdefault(at, []).append(found)
    standings: list[PersonStanding] = []
    # A piece at a time: rows as Python holds them are large.
    for batch in table.to_batches(max_chunksize=_PIECE):
        for row in batch.to_pylist():
            here = of.get(len(standings), [])
            standing, effect = _standing(here)
            questions = tuple(one.question for one in here)
            person = listed(row, asked.show_ids)
            standings.append(PersonStanding(person=person, standing=standing, effect=effect, questions=questions))
    return standings


def _households(table: pa.Table, standings: Sequence[PersonStanding]) -> list[HouseholdStanding]:
    """The households, in the order of their first rows."""
    groups: dict[int, list[PersonStanding]] = {}
    for household, standing in zip(table["household"].to_pylist(), standings, strict=True):
        groups.setdefault(household, []).append(standing)
    return [
        HouseholdStanding(
            file=people[0].person.file,
            case=people[0].person.case,
            people=len(people),
            standing=max((one.standing for one in people), key=_RANKS.index),
            effect=max((one.effect for one in people if one.effect is not None), key=_GRAVITY.index, default=None),
        )
        for people in groups.values()
    ]
