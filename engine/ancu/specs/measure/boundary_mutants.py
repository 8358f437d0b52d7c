"""Mutants of dates: each boundary of a version, a province's figure or an opening, a day too early and too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.rulebook import Figure, Rulebook
from ancu.specs.measure.canonical import canonical
from ancu.specs.measure.mutant import Apply, Made, Mutant, Part, put, setting
from ancu.specs.measure.variants import Operator

T = TypeVar("T")


def moved_boundaries(
    part: Part,
    name: str,
    key: str | None,
    versions: tuple[T, ...],
    placing: Callable[[tuple[T, ...]], Apply],
) -> Iterator[Made]:
    """The boundaries between two versions, a day later and a day earlier."""
    for i in range(len(versions) - 1):
        earlier: Any = versions[i]
        later: Any = versions[i + 1]
        start = later.period.start
        if earlier.period.end + timedelta(days=1) != start:
            continue
        forms = [_form(version) for version in (earlier, later)]
        moves: tuple[tuple[Operator, int, date, Any, Any], ...] = (
            ("day_later", 1, start, forms[0], forms[1]),
            ("day_earlier", -1, start - timedelta(days=1), forms[1], forms[0]),
        )
        for operator, days, shows, form, original in moves:
            moved = start + timedelta(days=days)
            first = replace(earlier, period=Period(earlier.period.start, moved - timedelta(days=1)))
            second = replace(later, period=Period(moved, later.period.end))
            if first.period.start > first.period.end or second.period.start > second.period.end:
                continue
            apply = placing(put(put(versions, i, first), i + 1, second))
            where = name if key is None else f"{name}[{key}]"
            own_id = f"{where}{'.eligible_when' if part == 'eligible' else ''}: {operator}: {start} → {moved}"
            yield (
                Mutant(own_id, operator, part, name, later.period, start, moved, apply, shows, key, form),
                original,
            )


def _form(version: Any) -> Any:
    if isinstance(version, Figure):
        return version.value, version.other
    doubt = version.version.doubt if version.version is not None else None
    return (
        canonical(version.expr) if version.expr is not None else None,
        canonical(version.other) if version.other is not None else None,
        doubt is None,
    )


def moved_fills(
    book: Rulebook,
    name: str,
    region: str,
    figures: tuple[Figure, ...],
    placing: Callable[[tuple[Figure, ...]], Apply],
) -> Iterator[Made]:
    """The first and last day of what a province has set, a day later and a day earlier."""
    for i, figure in enumerate(figures):
        for operator, shows, before, after, period in _edges(figure.period):
            apply = placing(put(figures, i, replace(figure, period=period)))
            national = book.figure_on(name, shows)
            inside = shows in figure.period
            values = figure.value, national.value if national is not None else None
            own_id = f"{name}[{region}]: {operator}: {before} → {after}"
            mutant = Mutant(
                own_id, operator, "fill", name, figure.period, before, after, apply, shows, region,
                (after, values[1] if inside else values[0]),
            )  # fmt: skip
            yield mutant, (after, values[0] if inside else values[1])


def moved_openings(book: Rulebook, name: str) -> Iterator[Made]:
    """The first and last day of each period in which the programme is open."""
    programme = book.programmes[name]
    for i, opening in enumerate(programme.periods):
        for operator, shows, before, after, period in _edges(opening.period):
            changed = [
                opening.model_copy(
                    update={
                        "from_": None if period.start == BEGINNING else period.start,
                        "to": None if period.end == FOREVER else period.end,
                    }
                )
                if k == i
                else other
                for k, other in enumerate(programme.periods)
            ]
            apply = setting("programmes", name, programme.model_copy(update={"periods": changed}))
            now, then = (any(shows in o.period for o in periods) for periods in (programme.periods, changed))
            covered = shows >= programme.covered_from
            own_id = f"{name}.periods: {operator}: {before} → {after}"
            mutant = Mutant(
                own_id, operator, "opening", name, opening.period, before, after, apply, shows, str(i),
                (after, then and covered),
            )  # fmt: skip
            yield mutant, (after, now and covered)


def _edges(period: Period) -> Iterator[tuple[Operator, date, date, date, Period]]:
    """Each end of ``period`` moved by a day: how, the day on which it shows, the edge before and after."""
    one = timedelta(days=1)
    if period.start != BEGINNING:
        for operator, moved, shows in (
            ("day_later", period.start + one, period.start),
            ("day_earlier", period.start - one, period.start - one),
        ):
            yield operator, shows, period.start, moved, Period(moved, period.end)  # type: ignore[misc]
    if period.end != FOREVER:
        for operator, moved, shows in (
            ("day_later", period.end + one, period.end + one),
            ("day_earlier", period.end - one, period.end),
        ):
            yield operator, shows, period.end, moved, Period(period.start, moved)  # type: ignore[misc]
