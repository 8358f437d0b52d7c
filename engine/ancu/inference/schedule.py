"""What a programme comes to by the day alone, before anything of a record is read, and whose law decides the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import TypeVar

from ancu.frozen import frozen
from ancu.inference import direct
from ancu.inference.direct import Facts
from ancu.inference.program import Program, program_on
from ancu.inference.verdicts import CLOSED, NOT_COVERED, NOT_YET
from ancu.rulebook.model import Programme
from ancu.rulebook.rulebook import Rulebook

T = TypeVar("T")
#: The verdicts that the day alone gives.
BY_THE_DAY = (NOT_COVERED, NOT_YET, CLOSED)


def verdict_by_day(definition: Programme, day: date) -> int | None:
    """The verdict of every record under a programme on ``day``; None on a day on which the record decides."""
    if day < definition.covered_from:
        return NOT_COVERED
    if definition.in_force_on(day):
        return None
    return NOT_YET if day < min(opening.period.start for opening in definition.periods) else CLOSED


@frozen
class Schedule:
    """A programme in several epochs: each, by its index, has either a verdict for all records or a program."""

    verdicts: dict[int, int] = field(default_factory=dict)
    programs: dict[int, Program] = field(default_factory=dict)


def schedule_of(book: Rulebook, programme: str, epochs: Iterable[int], people: bool = False) -> Schedule:
    """What ``programme`` comes to in each of ``epochs``: its periods begin and end with epochs.

    ``people``: for records whose facts follow from the members of a household.
    """
    schedule = Schedule()
    for epoch in epochs:
        day = book.epochs.starts[epoch]
        verdict = verdict_by_day(book.programmes[programme], day)
        if verdict is None:
            schedule.programs[epoch] = program_on(book, programme, day, people)
        else:
            schedule.verdicts[epoch] = verdict
    return schedule


def by_epoch(programs: Mapping[int, Program], of: Callable[[Program], T]) -> Iterator[tuple[int, T]]:
    """What ``of`` gives in each epoch; worked out once for each program, since most epochs have that of the last."""
    found: dict[int, T] = {}
    for epoch, program in programs.items():
        if id(program) not in found:
            found[id(program)] = of(program)
        yield epoch, found[id(program)]


# -- a date of its own ------------------------------------------------------------------------------------------------


def has_own_date(book: Rulebook, programme: str) -> bool:
    """Whether the law of another date than the as-of date decides (``governed_by``), so that each record may have its.

    Such a programme is judged record by record, and with no other.
    """
    return book.programmes[programme].governed_by is not None


def law_date_of(book: Rulebook, programme: str, record: Mapping[str, object], day: date) -> date | None:
    """The date whose law decides ``record`` on the as-of date ``day``; None where the record does not tell."""
    definition = book.programmes[programme]
    if definition.governed_by is None:
        return day
    program = program_on(book, programme, day)
    facts: Facts = program.prepare(record, day)
    ordinal = {**facts, **direct.run(program, facts)}.get(definition.governed_by)
    return None if ordinal is None else max(date.fromordinal(ordinal), definition.covered_from)


def possible_law_dates(book: Rulebook, programme: str, day: date) -> list[date]:
    """A date in each version of the law that a date not known could choose, up to the as-of date ``day``."""
    start = book.programmes[programme].covered_from
    return [start, *(epoch for epoch in book.epochs.starts if start < epoch <= day)]
