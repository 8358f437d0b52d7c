"""A comparison for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ancu.messages import message
from ancu.reform.figures import ReformReport
from ancu.reform.tables import ReformTables
from ancu.screening.results.summary import aligned

#: How many rows of a table a terminal shows.
MOST_ROWS = 12
#: How many letters of a cell a terminal shows; the whole stands in the workbook and on the page.
MOST_LETTERS = 96


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1].rstrip() + "…"


def reform_text(report: ReformReport) -> str:
    """The comparison as lines of text."""
    return "\n".join(_lines(report))


def heading_text(report: ReformReport) -> str:
    """What is compared, in one line."""
    lists = ", ".join(Path(path).name for path in report.compared.paths)
    sides = "; ".join(side.label(report.lang) for side in report.compared.sides)
    return message("reform_compared", report.lang, lists=lists, sides=sides)


def _lines(report: ReformReport) -> Iterator[str]:
    yield heading_text(report)
    for table in ReformTables(report).every():
        yield ""
        yield table.title
        shown = [row for i, row in enumerate(table.rows) if i < MOST_ROWS or i in table.totals]
        rows = [table.headings, *([_short(cell.text) for cell in row] for row in shown)]
        yield from (f"  {line}" for line in aligned(rows, texts=table.texts))
        if len(shown) < len(table.rows):
            yield "  " + message("reform_more_rows", report.lang, count=len(table.rows) - len(shown))
        yield from (f"  {note}" for note in table.notes)
