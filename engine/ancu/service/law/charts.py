"""Figures over time as step charts, and when programmes could be granted as bars: SVG that needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from ancu.handbook.wording import figure_text
from ancu.messages import Language, message
from ancu.rulebook.calendar import FOREVER, Period
from ancu.rulebook.rulebook import Figure, Rulebook
from ancu.rulebook.values import day_text

_WIDE, _HIGH = 720, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 14, 706, 34, 190
_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class _Axis:
    """From days to places."""

    first: date
    last: date

    def at(self, day: date) -> float:
        day = min(max(day, self.first), self.last)
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / max(1, (self.last - self.first).days)

    def marks(self) -> str:
        """The line of time, with some of its years."""
        years = range(self.first.year + 1, self.last.year + 1)
        step = max(1, -(-len(years) // 10))
        parts = [f'<line class="axis" x1="{_LEFT}" y1="{_BOTTOM}" x2="{_RIGHT}" y2="{_BOTTOM}"/>']
        for year in years[::step]:
            x = self.at(date(year, 1, 1))
            parts.append(f'<line class="axis" x1="{x:.1f}" y1="{_BOTTOM}" x2="{x:.1f}" y2="{_BOTTOM + 5}"/>')
            parts.append(f'<text class="soft" x="{x:.1f}" y="{_BOTTOM + 19}" text-anchor="middle">{year}</text>')
        return "".join(parts)

    def today(self, day: date) -> str:
        if not self.first < day < self.last:
            return ""
        return f'<line class="today" x1="{self.at(day):.1f}" y1="{_TOP - 12}" x2="{self.at(day):.1f}" y2="{_BOTTOM}"/>'


def _axis(periods: Sequence[Period], today: date) -> _Axis:
    starts = [period.start for period in periods if period.start.year > 1]
    ends = [period.end for period in periods if period.end != FOREVER]
    first = min(starts, default=today) - _YEAR / 4
    return _Axis(first, max([*starts, *ends, today]) + _YEAR)


def figure_charts(book: Rulebook, name: str, lang: Language, today: date) -> list[tuple[str, Markup]]:
    """A chart of a figure over time, and one for each province that has its own; none of what is no number."""
    if book.types[name].kind != "number":
        return []
    regions = [(region, own) for (slot, region), own in book.fills.items() if slot == name]
    series: list[tuple[str, Sequence[Figure]]] = [("", book.figures[name])]
    series += [(book.regions[region].title[lang], own) for region, own in regions]
    return [(title, _steps(book, name, own, lang, today)) for title, own in series if _is_worth(own)]


def _is_worth(figures: Sequence[Figure]) -> bool:
    return any(figure.value is not None for figure in figures)


def _steps(book: Rulebook, name: str, figures: Sequence[Figure], lang: Language, today: date) -> Markup:
    ordered = sorted(figures, key=lambda figure: figure.period)
    axis = _axis([figure.period for figure in ordered], today)
    highest = max(float(figure.value) for figure in ordered if figure.value is not None) or 1.0
    said, parts = [], [axis.marks(), axis.today(today)]
    labels = []  # above all lines
    before: float | None = None
    for place, figure in enumerate(ordered):
        start, end = axis.at(figure.period.start), axis.at(figure.period.end)
        value = figure_text(book, name, figure, lang)
        since = day_text(figure.period.start, lang) if figure.period.start.year > 1 else message("law_ever", lang)
        said.append(f"{since}: {value}")
        if figure.value is None:
            before = None
            continue
        y = _BOTTOM - (_BOTTOM - _TOP) * max(0.0, float(figure.value)) / highest
        if before is not None:
            parts.append(f'<path class="line" d="M{start:.1f} {before:.1f}V{y:.1f}"/>')
        parts.append(f'<path class="line" d="M{start:.1f} {y:.1f}H{end:.1f}"/>')
        parts.append(f'<circle class="dot" cx="{start:.1f}" cy="{y:.1f}" r="3.5"/>')
        anchor = "end" if place and start > _RIGHT - 120 else "start"
        labels.append(f'<text x="{start:.1f}" y="{y - 8:.1f}" text-anchor="{anchor}">{escape(value)}</text>')
        before = y
    return _svg([*parts, *labels], "; ".join(said), _HIGH)


def periods_chart(periods: Sequence[Period], lang: Language, today: date) -> Markup:
    """When a programme could be granted."""
    axis = _axis(periods, today)
    parts = [axis.marks(), axis.today(today)]
    said = []
    for period in periods:
        start, end = axis.at(period.start), axis.at(period.end)
        parts.append(
            f'<rect class="bar-on" x="{start:.1f}" y="{_BOTTOM - 34}" width="{max(2.0, end - start):.1f}" height="22"/>'
        )
        until = message("law_still", lang) if period.end == FOREVER else day_text(period.end, lang)
        said.append(f"{day_text(period.start, lang)} – {until}")
    return _svg(parts, "; ".join(said), 90, _BOTTOM - 60)


def _svg(parts: Sequence[str], said: str, high: int, top: int = 0) -> Markup:
    box = f'viewBox="0 {top} {_WIDE} {high}"'
    # What stands between the marks is made here, or escaped.
    return Markup(f'<svg class="steps" role="img" aria-label="{escape(said)}" {box}>{"".join(parts)}</svg>')  # noqa: S704
