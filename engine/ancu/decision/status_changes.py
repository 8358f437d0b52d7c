"""Changes of a status from one day to another: the days on which anything may change, and what comes true on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from pydantic import Field

from ancu.decision.contract import Contract, Status, Why
from ancu.household.members import BORN_ON, Household, Member, people_of
from ancu.rulebook.calendar import add_months, years_between
from ancu.rulebook.rulebook import Rulebook

#: A status, and of a programme that is not in force why not.
Standing = tuple[Status, Why | None]


class ChangeEvent(Contract):
    """A dated fact that comes true on the day of a change."""

    member: int | None = Field(description="the place of the member whose it is; null: the record's")
    fact: str
    age: int | None = Field(default=None, description="of a date of birth: how old the member turns")


class StatusChange(Contract):
    """A change of the status between two moments."""

    on: date = Field(description="the first day of the new status")
    status: Status
    why: Why | None
    before: Status
    before_why: Why | None
    events: list[ChangeEvent] = Field(description="the dated facts of that day")
    law_changes: bool = Field(description="whether the law changes on that day")


class DatedCase:
    """A case as the days go by: its dated facts, those of its members, and the law."""

    def __init__(self, book: Rulebook, facts: Mapping[str, Any], household: Household | None) -> None:
        self.book, self.facts, self.household = book, facts, household

    def changes(
        self, first: date, standing: Standing, last: date, standing_on: Callable[[date], Standing]
    ) -> Iterator[StatusChange]:
        """The changes after ``first``, on which the case stands as ``standing``, up to ``last``.

        They are found among the days on which anything may change.
        """
        known, status = first, standing
        for day in (*self.days(first, last), last):
            if day <= known:
                continue
            found = standing_on(day)
            while found != status:
                low, high = known, day
                while high - low > timedelta(days=1):
                    middle = low + (high - low) // 2
                    low, high = (middle, high) if standing_on(middle) == status else (low, middle)
                after = standing_on(high)
                yield StatusChange(
                    on=high,
                    status=after[0],
                    why=after[1],
                    before=status[0],
                    before_why=status[1],
                    events=list(self.events(high)),
                    law_changes=high in self.book.epochs.starts,
                )
                known, status = high, after
            known = day

    def days(self, first: date, last: date) -> list[date]:
        """The days after ``first`` up to ``last`` on which the law, a dated fact or a number of months may change."""
        book = self.book
        starts = {*book.epochs.starts, *(people_of(book).epochs.starts if self.household is not None else ())}
        days = {day for day in starts if first < day <= last}
        months = range((last.year - first.year) * 12 + last.month - first.month + 2)
        for dated in self._dates():
            since = (first.year - dated.year) * 12 + first.month - dated.month
            anniversaries = (add_months(dated.toordinal(), since + month) for month in (-1, *months))
            for day in (dated, *(date.fromordinal(one) for one in anniversaries if one is not None)):
                days |= {one for one in (day, day + timedelta(days=1)) if first < one <= last}
        return sorted(days)

    def _dates(self) -> Iterator[date]:
        yield from (date.fromordinal(self.facts[name]) for name in _dated(self.book, self.facts))
        for member in self.household.members if self.household is not None else ():
            person = people_of(self.book).person
            ends = {facts[name] for facts in member.variants() for name in _dated(person, facts)}
            yield from map(date.fromordinal, ends)

    def events(self, day: date) -> Iterator[ChangeEvent]:
        """The dated facts of ``day`` and of the day before, whose end it is, and the birthdays."""
        ordinal = day.toordinal()
        yield from (
            ChangeEvent(member=None, fact=name) for name in _dated(self.book, self.facts) if self.facts[name] == ordinal
        )
        members: Sequence[Member] = self.household.members if self.household is not None else ()
        for member in members:
            for name in _dated(people_of(self.book).person, member.facts):
                if member.facts[name] == ordinal:
                    yield ChangeEvent(member=member.place, fact=name)
            born = member.facts.get(BORN_ON)
            if born is not None and born < ordinal:
                age = years_between(born, ordinal)
                if age > years_between(born, ordinal - 1):
                    yield ChangeEvent(member=member.place, fact=BORN_ON, age=age)


def _dated(book: Rulebook, facts: Iterable[str]) -> Iterator[str]:
    return (name for name in facts if book.facts[name].type == "date")
