"""Dates in the law: periods inclusive at both ends, the epochs between changes, and the date arithmetic of rules."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

BEGINNING = date.min
FOREVER = date.max


@dataclass(frozen=True, order=True)
class Period:
    """From ``start`` to ``end``, both included."""

    start: date = BEGINNING
    end: date = FOREVER

    def __str__(self) -> str:
        start = "…" if self.start == BEGINNING else self.start.isoformat()
        end = "…" if self.end == FOREVER else self.end.isoformat()
        return f"{start} – {end}"

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.start <= day <= self.end

    def covers(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        return self.start <= other.end and other.start <= self.end

    def common(self, other: Period) -> Period | None:
        """The days that both have; None if there are none."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Period(start, end) if start <= end else None

    def day_after(self) -> date | None:
        """The first day after the period; None if it has no end."""
        return None if self.end == FOREVER else self.end + timedelta(days=1)


class Epochs:
    """The calendar cut where anything changes: within one epoch, every rule and figure is constant."""

    def __init__(self, periods: Iterable[Period]) -> None:
        starts = {BEGINNING}
        for period in periods:
            starts.add(period.start)
            after = period.day_after()
            if after:
                starts.add(after)
        self.starts: tuple[date, ...] = tuple(sorted(starts))

    def index(self, day: date) -> int:
        """Which epoch ``day`` lies in."""
        return bisect_right(self.starts, day) - 1

    def __len__(self) -> int:
        return len(self.starts)


def years_between(start: int, end: int) -> int:
    """Full anniversaries of ordinal ``start`` up to ordinal ``end``; negative when ``end`` comes first."""
    if end < start:
        return -years_between(end, start)
    a, b = date.fromordinal(start), date.fromordinal(end)
    day = min(a.day, monthrange(b.year, a.month)[1])
    return b.year - a.year - ((b.month, b.day) < (a.month, day))


def add_months(start: int, months: int) -> int | None:
    """Ordinal of the same day ``months`` later, clamped to the month's end; None beyond the calendar."""
    a = date.fromordinal(start)
    year, month = divmod(a.year * 12 + a.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(a.day, monthrange(year, month + 1)[1])).toordinal()
