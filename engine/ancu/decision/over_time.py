"""One household at several moments of its application: what holds at each, what changes, and from which day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ancu.decision.arguments import check_language, one_of, shown
from ancu.decision.changes import ChangeEvent, MomentDecision, StatusChange
from ancu.decision.contract import Contract, Status, Why
from ancu.decision.deciding import Case, Record, decide, record_of
from ancu.decision.model import Decision
from ancu.decision.moments import read_moments
from ancu.decision.over_time_texts import moments_texts
from ancu.decision.two_key import Engine
from ancu.errors import Problem, RecordError
from ancu.household.members import BORN_ON, Member, people_of
from ancu.messages import Language
from ancu.rulebook.calendar import add_months, years_between
from ancu.rulebook.foreign import native
from ancu.rulebook.rulebook import Rulebook


class MomentsDecision(Contract):
    """What holds of one case and programme at several moments, and every change from one to the next."""

    case: str | None
    programme: str
    moments: list[MomentDecision]
    changes: list[StatusChange]

    def texts(self, lang: Language = "vi") -> list[str]:
        """What holds at the moments and what changes, a sentence each."""
        check_language(lang)
        return moments_texts(self.moments, self.changes, lang)


def decide_moments(
    book: Rulebook,
    case: Case,
    programme: str,
    moments: Mapping[str, object] | None = None,
    engine: Engine = "two_key",
) -> MomentsDecision:
    """Decide ``case`` under ``programme`` on the day of each of ``moments``: filing, confirmation, lot, signing.

    Days left out are those that the record states. What the record says of members without a date held on the day it
    was made, which is the last moment unless it says another. Raises :class:`RecordError` for fewer than two moments or
    one that cannot be read, and otherwise as :func:`ancu.decide`.
    """
    record = record_of(book, case)
    one_of("engine", engine, Engine)
    if moments is not None and not isinstance(moments, Mapping):
        raise RecordError(Problem("moments_no_mapping", {"value": shown(moments)}))
    stated = {str(moment): native(day) for moment, day in (moments or {}).items()}
    given = {**record.moments, **read_moments(stated)}
    days = read_moments({str(moment): day for moment, day in given.items()})
    if len(days) < 2:
        raise RecordError(Problem("moments_too_few", {"count": len(days)}))
    name = book.programme(programme).programme
    last = max(days.values())
    if record.household is not None and record.household.recorded_on is None:
        record = replace(record, household=replace(record.household, recorded_on=last))
    at = [
        MomentDecision(moment=moment, on=day, decision=_on(book, record, name, day, engine))
        for moment, day in days.items()
    ]
    changes = [change for earlier, later in pairwise(at) for change in _changes(book, record, name, earlier, later)]
    return MomentsDecision(case=record.case, programme=name, moments=at, changes=changes)


def _on(book: Rulebook, record: Record, programme: str, day: date, engine: Engine) -> Decision:
    return decide(book, replace(record, as_of=day), programme, engine=engine)


def _changes(
    book: Rulebook, record: Record, programme: str, earlier: MomentDecision, later: MomentDecision
) -> Iterator[StatusChange]:
    """The changes after one moment up to the next, found among the days on which anything may change."""

    def status_on(day: date) -> tuple[Status, Why | None]:
        decision = _on(book, record, programme, day, "direct")
        return decision.status, decision.why

    known, status = earlier.on, (earlier.decision.status, earlier.decision.why)
    for day in (*_days(book, record, earlier.on, later.on), later.on):
        if day <= known:
            continue
        found = status_on(day)
        while found != status:
            low, high = known, day
            while high - low > timedelta(days=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if status_on(middle) == status else (low, middle)
            after = status_on(high)
            yield StatusChange(
                on=high,
                status=after[0],
                why=after[1],
                before=status[0],
                before_why=status[1],
                events=list(_events(book, record, high)),
                law_changes=high in book.epochs.starts,
            )
            known, status = high, after
        known = day


def _days(book: Rulebook, record: Record, first: date, last: date) -> list[date]:
    """The days after ``first`` up to ``last`` on which the law, a dated fact or a number of full months may change."""
    starts = {*book.epochs.starts, *(people_of(book).epochs.starts if record.household is not None else ())}
    days = {day for day in starts if first < day <= last}
    months = range((last.year - first.year) * 12 + last.month - first.month + 2)
    for dated in _dates(book, record):
        since = (first.year - dated.year) * 12 + first.month - dated.month
        anniversaries = (add_months(dated.toordinal(), since + month) for month in (-1, *months))
        for day in (dated, *(date.fromordinal(one) for one in anniversaries if one is not None)):
            days |= {one for one in (day, day + timedelta(days=1)) if first < one <= last}
    return sorted(days)


def _dates(book: Rulebook, record: Record) -> Iterator[date]:
    yield from (date.fromordinal(record.facts[name]) for name in _dated(book, record.facts))
    for member in record.household.members if record.household is not None else ():
        person = people_of(book).person
        ends = {facts[name] for facts in member.variants() for name in _dated(person, facts)}
        yield from map(date.fromordinal, ends)


def _dated(book: Rulebook, facts: Iterable[str]) -> Iterator[str]:
    return (name for name in facts if book.facts[name].type == "date")


def _events(book: Rulebook, record: Record, day: date) -> Iterator[ChangeEvent]:
    """The dated facts of ``day`` and of the day before, whose end it is, and the birthdays."""
    ordinal = day.toordinal()
    yield from (
        ChangeEvent(member=None, fact=name) for name in _dated(book, record.facts) if record.facts[name] == ordinal
    )
    members: Sequence[Member] = record.household.members if record.household is not None else ()
    for member in members:
        for name in _dated(people_of(book).person, member.facts):
            if member.facts[name] == ordinal:
                yield ChangeEvent(member=member.place, fact=name)
        born = member.facts.get(BORN_ON)
        if born is not None and born < ordinal:
            age = years_between(born, ordinal)
            if age > years_between(born, ordinal - 1):
                yield ChangeEvent(member=member.place, fact=BORN_ON, age=age)
