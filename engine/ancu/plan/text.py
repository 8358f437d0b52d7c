"""A plan's report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ancu.messages import message
from ancu.plan.figures import PlanReport
from ancu.plan.tables import ReportTable, Tables, day_text
from ancu.screening.results.summary import aligned

#: How many communes a terminal shows: those with most left.
MOST_COMMUNES = 10


def report_text(report: PlanReport) -> str:
    """The report as lines of text."""
    return "\n".join(_lines(report))


def _lines(report: PlanReport) -> Iterator[str]:
    lang = report.lang
    yield report.plan.title[lang]
    lists = ", ".join(report.paths)
    year = message("plan_title", lang, year=report.year)
    yield f"{year}. {message('plan_as_of', lang, day=day_text(report.day, lang), lists=lists)}"
    for table in Tables(report).every():
        yield ""
        yield table.title
        shown, more = _shortened(table)
        yield from (f"  {line}" for line in _aligned(shown))
        if more:
            yield "  " + message("plan_more_communes", lang, count=more)
        yield from (f"  {note}" for note in table.notes)
    if report.elsewhere:
        yield ""
        yield message("plan_elsewhere", lang, count=report.elsewhere)


def _aligned(table: ReportTable) -> list[str]:
    # What only a page has room for: where a target stands in law.
    left_out = 6 if table.kind == "targets" else -1
    rows = [table.headings, *([cell.text for cell in row] for row in table.rows)]
    kept = [[text for place, text in enumerate(row) if place != left_out] for row in rows]
    return aligned(kept, texts=table.texts - (left_out >= 0))


def _shortened(table: ReportTable) -> tuple[ReportTable, int]:
    """A table as a terminal shows it, and how many communes it leaves out; those without need are not worth a line."""
    if table.kind != "communes":
        return table, 0
    *rows, total = table.rows
    needed = sorted((row for row in rows if row[1].number), key=lambda row: -(row[6].number or 0))
    return replace(table, rows=[*needed[:MOST_COMMUNES], total]), max(len(needed) - MOST_COMMUNES, 0)
