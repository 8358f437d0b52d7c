"""Days and the moments of an application as scenarios write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ancu.decision.moments import Moment, moment_of, moment_text, read_moments
from ancu.errors import RecordError
from ancu.messages import message
from ancu.rulebook.types import Type
from ancu.rulebook.values import ValueProblem, format_value, parse_date
from ancu.specs.language.chosen import language
from ancu.specs.language.mistakes import Mistake
from ancu.specs.language.table import StepTable


def read_day(written: str) -> date:
    """The day that ``written`` means."""
    try:
        return parse_date(written)
    except ValueProblem as problem:
        why = problem.text(language())
        raise Mistake(message("spec_date_unfit", language(), value=written, problem=why)) from problem


def day_text(day: date) -> str:
    """A day as scenarios write it."""
    return format_value(day.toordinal(), Type("date"), None, language())


def moments_of(table: StepTable) -> Mapping[Moment, date]:
    """The days of the moments in the rows of ``table``, at least two."""
    days: dict[str, object] = {}

    def take(row: list[str]) -> None:
        if len(row) != 2:
            raise Mistake(message("spec_moments_need", language()))
        name, day = row
        _read({name: day})
        days[name] = read_day(day)

    table.each(take)
    if len(table.rows) < 2:
        raise Mistake(message("moments_too_few", language(), count=len(table.rows)))
    return _read(days)


def moment_judged(written: str, judged: Mapping[Moment, date]) -> Moment:
    """The moment that ``written`` names, which must be among those ``judged``."""
    moment = moment_of(written)
    if moment is None or moment not in judged:
        known = ", ".join(f"“{moment_text(one, language())}”" for one in judged)
        raise Mistake(message("spec_moment_not_judged", language(), name=written, known=known))
    return moment


def _read(days: Mapping[str, object]) -> Mapping[Moment, date]:
    try:
        return read_moments(days)
    except RecordError as error:
        raise Mistake(error.text(language())) from error
