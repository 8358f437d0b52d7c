"""Date arithmetic and epochs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ancu.rulebook.calendar import FOREVER, Epochs, Period, add_months, years_between

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (date(2005, 12, 31), date(2024, 1, 1), 18),
        (date(2004, 2, 29), date(2023, 2, 28), 19),
        (date(2004, 2, 29), date(2023, 2, 27), 18),
        (date(2004, 2, 29), date(2024, 2, 28), 19),
        (date(2024, 5, 1), date(2024, 4, 30), 0),
        (date(2024, 5, 1), date(2022, 5, 1), -2),
    ],
)
def test_full_anniversaries(start: date, end: date, years: int) -> None:
    assert years_between(start.toordinal(), end.toordinal()) == years


@given(days, days)
def test_anniversaries_count_the_birthdays_that_have_come(start: date, end: date) -> None:
    if end < start:
        start, end = end, start
    came = 0
    for year in range(start.year + 1, end.year + 1):
        try:
            birthday = start.replace(year=year)
        except ValueError:
            birthday = date(year, 2, 28)
        came += birthday <= end
    assert years_between(start.toordinal(), end.toordinal()) == came


@given(days, st.integers(-600, 600))
def test_adding_months_keeps_or_clamps_the_day(start: date, months: int) -> None:
    moved = date.fromordinal(add_months(start.toordinal(), months) or 0)
    assert (moved.year * 12 + moved.month) - (start.year * 12 + start.month) == months
    assert moved.day == start.day or (moved + timedelta(days=1)).day == 1


def test_epochs_change_on_the_day_and_not_before() -> None:
    epochs = Epochs([Period(date(2024, 8, 1), date(2025, 10, 9)), Period(date(2025, 10, 10), FOREVER)])
    assert [
        epochs.index(day) for day in (date(2024, 7, 31), date(2024, 8, 1), date(2025, 10, 9), date(2025, 10, 10))
    ] == [0, 1, 1, 2]
