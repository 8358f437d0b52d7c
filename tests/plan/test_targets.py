"""Targets: reached, on pace, behind, missed, and what nobody can tell."""

from __future__ import annotations

from datetime import date

import pytest

from ancu.plan.targets import forecast, pace_of
from ancu.rulebook.model import Note, Text
from ancu.rulebook.plans import PlanTarget

TITLE = Text(vi="Chỉ tiêu")


def target(**given: object) -> PlanTarget:
    return PlanTarget(title=TITLE, subjects=["merit"], basis=["kh-137-2024-tu"], **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "need", "handed", "standing"),
    [
        ({"share": 100, "by": date(2025, 12, 31)}, 100, 100, "reached"),
        ({"share": 100, "by": date(2025, 12, 31)}, 100, 50, "on_pace"),
        ({"share": 100, "by": date(2025, 12, 31)}, 101, 50, "behind"),
        ({"share": 100, "by": date(2024, 12, 31)}, 100, 99, "missed"),
        ({"share": 80, "by": date(2024, 12, 31)}, 100, 80, "reached"),
        ({"left": 0, "by": date(2030, 12, 31)}, 0, 0, "reached"),
        ({"left": 0, "by": date(2030, 12, 31)}, 100, 50, "on_pace"),
        ({"share": 100}, 100, 99, "behind"),
        ({"share": 100, "each_year": True}, 100, 50, "on_pace"),
        ({"share": 100}, 0, 0, "open"),
        ({"homes": None, "note": [Note(vi="Chưa rõ.")]}, 100, 100, "open"),
        ({"homes": 40}, 100, 50, "reached"),
    ],
)
def test_standing(given: dict[str, object], need: int, handed: int, standing: str) -> None:
    # Half of a year of 365 days, less half a day: 50 in 182 days, 50 in the 183 that are left.
    pace = pace_of(50, 2025, date(2025, 7, 1))
    assert forecast(target(**given), need, handed, pace, 2025).standing == standing


def test_the_day_on_which_nothing_is_left() -> None:
    pace = pace_of(10, 2025, date(2025, 1, 20))
    assert (pace.days, pace.done(10), pace.done(0)) == (20, date(2025, 2, 9), date(2025, 1, 20))
    assert pace_of(0, 2025, date(2025, 1, 20)).done(1) is None
    assert pace_of(1, 2025, date(2025, 12, 31)).done(10**9) is None  # beyond the calendar
    assert pace_of(5, 2024, date(2026, 1, 1)).days == 366  # a year that is over counts whole
