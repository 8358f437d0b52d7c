"""How far a plan's targets are reached, and where this year's pace leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ancu.rulebook.plans import PlanTarget

#: ``reached``: it holds today. ``on_pace``, ``behind``: it does at its day, or does not, at this year's pace.
#: ``missed``: its day has passed. ``open``: nobody knows the figure, or nothing was found in need.
Standing = Literal["reached", "on_pace", "behind", "missed", "open"]


@dataclass(frozen=True)
class Pace:
    """Homes handed over in the ``year`` so far: ``handed`` in ``days`` days, the last of them ``day``."""

    handed: int
    days: int
    day: date

    def by(self, end: date) -> int:
        """How many more are handed over until ``end`` at this pace, whole ones only."""
        return self.handed * max((end - self.day).days, 0) // self.days

    def done(self, left: int) -> date | None:
        """The day on which ``left`` more are handed over; None without any pace, or beyond the calendar."""
        if left == 0:
            return self.day
        if self.handed == 0:
            return None
        days = -(-left * self.days // self.handed)
        return self.day + timedelta(days=days) if days <= (date.max - self.day).days else None


def pace_of(handed: int, year: int, day: date) -> Pace:
    """The pace of ``year`` as of ``day``, a day of it or later."""
    end = min(day, date(year, 12, 31))
    return Pace(handed, (end - date(year, 1, 1)).days + 1, end)


@dataclass(frozen=True)
class Forecast:
    """Where a target stands and where the pace leads: handed over by its day, and the day on which nothing is left."""

    standing: Standing
    by: date | None
    expected: int | None
    finished: date | None


def forecast(target: PlanTarget, need: int, handed: int, pace: Pace, year: int) -> Forecast:
    """What becomes of ``target`` when ``need`` cases were found and ``handed`` of them have their home.

    New cases are not foreseen. A target of each year ends with the ``year``; one without a day holds now or not.
    """
    by = date(year, 12, 31) if target.each_year else target.by
    finished = pace.done(need - handed)
    expected = min(need, handed + pace.by(by)) if by is not None else None
    if target.aim == "homes" and target.homes is None:
        return Forecast("open", by, expected, finished)
    if target.aim != "homes" and need == 0:
        return Forecast("open" if target.aim == "share" else "reached", by, expected, finished)
    if _holds(target, need, handed):
        return Forecast("reached", by, expected, finished)
    if by is None or by < pace.day:
        return Forecast("missed" if by is not None else "behind", by, expected, finished)
    assert expected is not None
    return Forecast("on_pace" if _holds(target, need, expected) else "behind", by, expected, finished)


def _holds(target: PlanTarget, need: int, handed: int) -> bool:
    if target.share is not None:
        return handed * 100 >= target.share * need
    if target.left is not None:
        return need - handed <= target.left
    return target.homes is not None and handed >= target.homes
