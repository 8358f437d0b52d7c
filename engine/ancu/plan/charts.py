"""Charts of a plan's report as SVG: bars of few kinds, drawn here, so that a page needs nothing from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

#: Colours that stay apart in print and for who sees no red: handed over, under way, not started, what is open.
DONE, BEGUN, LEFT, UNSURE = "#1b6e4b", "#e0a526", "#b9c3cf", "#d7e3f4"
_INK, _DIM, _LINE = "#1b2430", "#5d6875", "#d9dde3"
#: Sizes in units of the drawing, of which a page is 720 wide.
_WIDE, _NAME, _NUMBER, _BAR, _STEP, _TALL = 720, 236, 132, 18, 30, 46
#: How many letters of a name stand beside its bar, and above it.
_LETTERS, _LETTERS_ABOVE = 32, 104
_FULL = 100


@dataclass(frozen=True)
class Bar:
    """A bar: its name, its stretches as sizes with colours, and what is written after it."""

    name: str
    parts: Sequence[tuple[int, str]]
    said: str


def bars(title: str, rows: Sequence[Bar], legend: Sequence[tuple[str, str]] = (), *, above: bool = False) -> str:
    """Bars of stretches, all to one scale, with what the colours mean above them.

    Names stand beside their bars; ``above`` them where asked, or where one is longer than there is room beside.
    """
    above = above or any(len(row.name) > _LETTERS for row in rows)
    left, step = (0, _TALL) if above else (_NAME, _STEP)
    room = _WIDE - left - _NUMBER
    most = max((sum(size for size, _ in row.parts) for row in rows), default=0) or 1
    top = 26 if legend else 4
    drawn = [_legend(legend, left)]
    for i, row in enumerate(rows):
        y = top + i * step + (step - _STEP)
        drawn.append(_name(row.name, y, above=above))
        x = float(left)
        for size, colour in row.parts:
            width = room * size / most
            if width > 0:
                drawn.append(_box(x, y, width, colour))
                x += width
        drawn.append(_text(x + 6, y + 13, row.said, dim=True))
    return _svg(title, top + len(rows) * step, drawn)


@dataclass(frozen=True)
class ShareGauge:
    """How far something is: reached and ``expected`` by its day, and the ``aim``, all in percent; None: not known."""

    name: str
    reached: int
    expected: int | None
    aim: int | None
    said: str


def gauges(title: str, rows: Sequence[ShareGauge], legend: Sequence[tuple[str, str]], aim: str) -> str:
    """Shares of 100, with what is expected behind and the aim as a stroke."""
    room = _WIDE - _NUMBER
    drawn = [_legend(legend, 0, aim)]
    for i, row in enumerate(rows):
        y = 26 + i * _TALL + (_TALL - _STEP)
        drawn.append(_name(row.name, y, above=True))
        drawn.append(_box(0, y, room, "#f1f4f8"))
        if row.expected is not None:
            drawn.append(_box(0, y, room * min(row.expected, _FULL) / _FULL, UNSURE))
        drawn.append(_box(0, y, room * min(row.reached, _FULL) / _FULL, DONE))
        if row.aim is not None:
            x = room * row.aim / _FULL
            drawn.append(f'<path d="M{x:.1f} {y - 3}v{_BAR + 6}" stroke="{_INK}" stroke-width="2.5"/>')
        drawn.append(_text(room + 8, y + 13, row.said, dim=True))
    return _svg(title, 26 + len(rows) * _TALL, drawn)


def _name(name: str, y: int, *, above: bool) -> str:
    """The name of a bar, beside it or above."""
    if above:
        return _text(0, y - 5, _short(name, _LETTERS_ABOVE))
    return _text(_NAME - 10, y + 13, _short(name, _LETTERS), anchor="end")


def _legend(legend: Sequence[tuple[str, str]], left: int, stroke: str | None = None) -> str:
    x, drawn = float(left), []
    for name, colour in legend:
        drawn += [_box(x, 2, 12, colour, 12), _text(x + 17, 12, name, dim=True)]
        x += 30 + 6.6 * len(name)
    if stroke is not None:
        drawn += [
            f'<path d="M{x + 3:.1f} 0v16" stroke="{_INK}" stroke-width="2.5"/>',
            _text(x + 12, 12, stroke, dim=True),
        ]
    return "".join(drawn)


def _svg(title: str, height: int, drawn: Sequence[str]) -> str:
    named = escape(title)
    return (
        f'<svg viewBox="0 0 {_WIDE} {height + 6}" role="img" aria-label="{named}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{named}</title>{''.join(drawn)}</svg>"
    )


def _box(x: float, y: float, width: float, colour: str, height: int = _BAR) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height}" fill="{colour}"/>'


def _text(x: float, y: float, text: str, *, anchor: str = "start", dim: bool = False) -> str:
    colour = _DIM if dim else _INK
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="12" text-anchor="{anchor}" fill="{colour}">{escape(text)}</text>'


def _short(name: str, letters: int) -> str:
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"
