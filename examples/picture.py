"""Draw what a command prints, as it looks in a terminal: text on standard input, SVG on standard output."""

from __future__ import annotations

import sys
import textwrap
from html import escape

COLUMNS = 104
WIDTH, LEADING, MARGIN = 8.43, 21, 20
_COLOURS = {"$": "#7ee787", "-": "#e6edf3", " ": "#e6edf3"}


def svg(command: str, text: str) -> str:
    """The picture of ``command`` and of the ``text`` that it prints; its last paragraph, the receipt, is left out."""
    body = text.rstrip().rpartition("\n\n")[0]
    lines = [f"$ {command}"]
    for line in body.splitlines():
        hanging = "  " if line.startswith("- ") else ""
        lines += textwrap.wrap(line, COLUMNS, subsequent_indent=hanging, break_on_hyphens=False) or [""]
    width, height = round(COLUMNS * WIDTH + 2 * MARGIN), len(lines) * LEADING + 2 * MARGIN
    drawn = "\n".join(
        f'<text x="{MARGIN + WIDTH * (len(line) - len(line.lstrip())):.0f}" y="{MARGIN + LEADING * (i + 0.7):.0f}" '
        f'fill="{_COLOURS.get(line[:1], "#c9d1d9")}">{escape(line.strip())}</text>'
        for i, line in enumerate(lines)
        if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="ui-monospace, Consolas, Menlo, \'DejaVu Sans Mono\', monospace" font-size="14">\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="#0d1117"/>\n{drawn}\n</svg>\n'
    )


if __name__ == "__main__":
    sys.stdout.write(svg(sys.argv[1], sys.stdin.read()))
