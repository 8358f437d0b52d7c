"""A plan's report as a workbook: the tables, each number a link to its rows, and a sheet for each order of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ancu.errors import OutputError, Problem
from ancu.messages import Language, message
from ancu.plan.figures import PlanReport
from ancu.plan.listings import CountedListing, RowsBehind
from ancu.plan.tables import ReportTable, Tables, day_text
from ancu.screening.lists.ooxml import column_letters
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.workbook import MAX_ROWS, SheetOfRows, WrittenBook

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_MONEY = frozenset(("low", "high", "paid"))
_WIDE_KEYS = frozenset((
    "subject", "also", "programme", "kind", "part", "paper", "lacking", "why", "since", "problem",
))  # fmt: skip
#: Rows that are turned into Python's own values at once.
_PIECE = 50_000
#: Column widths of the summary, in characters.
_FIRST, _NEXT, _TEXTS_WIDE, _HIGHEST = 62, 17, 42, 200
#: The height of a line of text, in points.
_LINE = 15


def sheet_names(report: PlanReport) -> dict[str, str]:
    """The sheet of each listing."""
    names, shared = {}, 0
    for key in report.listings:
        if key.startswith("target_"):
            shared += 1
            names[key] = message("plan_sheet_target", report.lang, number=shared)
        else:
            names[key] = message(f"plan_sheet_{key}", report.lang)
    return names


def place_of(listings: Mapping[str, CountedListing], rows: RowsBehind, names: dict[str, str]) -> str | None:
    """The range of a workbook that holds ``rows``, as a link names it; None where there are none."""
    if rows.count == 0 or rows.listing not in names:
        return None
    last = column_letters(len(listings[rows.listing].columns))
    return f"'{names[rows.listing]}'!A{rows.first + 2}:{last}{rows.first + rows.count + 1}"


def behind_text(rows: RowsBehind, names: dict[str, str], lang: Language) -> str:
    """The same in words: the sheet and its rows."""
    values = {"sheet": names[rows.listing], "first": rows.first + 2, "last": rows.first + rows.count + 1}
    return message("plan_rows_behind", lang, **values)


def check_fits_plan(report: PlanReport, path: str) -> None:
    """Raise :class:`OutputError` before any work where a sheet could not hold its rows."""
    most = max((listing.count for listing in report.listings.values()), default=0)
    if most >= MAX_ROWS:
        raise OutputError(Problem("workbook_too_long", {"path": path, "rows": most, "limit": MAX_ROWS - 1}))


class TablesWorkbook(WrittenBook):
    """A workbook of a report: a sheet of its tables, each number a link to its rows, and sheets of rows.

    ``names`` are the sheets of the ``listings``.
    """

    def __init__(
        self,
        file: BinaryFile,
        scratch: Path,
        lang: Language,
        title: str,
        listings: Mapping[str, CountedListing],
        names: dict[str, str],
    ) -> None:
        super().__init__(file, scratch, lang, title)
        self.listings, self.names, self.called = listings, names, title
        top = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#C8CDD4"}
        bold = {**top, "bold": True, "bg_color": "#F1F4F8"}
        linked = {"font_color": "#0B4F8A", "underline": 1, "num_format": "#,##0"}
        self.big: Format = self.made.add_format({"bold": True, "font_size": 15})
        self.title: Format = self.made.add_format({"bold": True, "font_size": 12, "font_color": "#14365C"})
        self.words, self.words_of_total = self.made.add_format(top), self.made.add_format(bold)
        self.right = {
            (total, link): self.made.add_format(
                {**(bold if total else top), "align": "right", "num_format": "#,##0", **(linked if link else {})}
            )
            for total in (False, True)
            for link in (False, True)
        }
        self.note: Format = self.made.add_format({"italic": True, "font_color": "#5D6875"})

    def summary(self, below: Sequence[str], tables: Iterable[ReportTable]) -> Worksheet:
        """The sheet of tables: its title, lines ``below`` it, the last of which is a note, then each table."""
        sheet: Worksheet = self.made.add_worksheet(message("plan_sheet_summary", self.lang))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&A&R&P/&N")
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, _FIRST)
        sheet.set_column(1, 10, _NEXT)
        sheet.write_string(0, 0, self.called, self.big)
        for i, line in enumerate(below, 1):
            sheet.write_string(i, 0, line, self.note if i == len(below) else self.bare)
        at = len(below) + 2
        for table in tables:
            at = self._table(sheet, table, at) + 1
        return sheet

    def _table(self, sheet: Worksheet, table: ReportTable, at: int) -> int:
        sheet.write_string(at, 0, table.title, self.title)
        at += 1
        sheet.set_row(at, 2 * _LINE)
        for column, heading in enumerate(table.headings):
            sheet.write_string(at, column, heading, self.head)
        for i, row in enumerate(table.rows):
            at += 1
            total = i in table.totals
            widths = (_FIRST, *(_NEXT for _ in row[1:]))
            lines = max(-(-len(cell.text) * 10 // (width * 9)) for cell, width in zip(row, widths, strict=True))
            if lines > 1:  # not every program makes room on opening
                sheet.set_row(at, lines * _LINE)
            for column, cell in enumerate(row):
                if column < table.texts:
                    sheet.write_string(at, column, cell.text, self.words_of_total if total else self.words)
                    continue
                place = place_of(self.listings, cell.rows, self.names) if cell.rows is not None else None
                form = self.right[total, place is not None]
                if place is not None:
                    sheet.write_url(at, column, f"internal:{place}", form, "")
                if cell.number is not None:
                    sheet.write_number(at, column, cell.number, form)
                else:
                    sheet.write_string(at, column, cell.text, form)
        for note in table.notes:
            at += 1
            sheet.write_string(at, 0, note, self.note)
        return at + 1

    def rows(
        self,
        listing: CountedListing,
        headings: Sequence[str],
        *,
        wide: Collection[str] = (),
        marks: Mapping[str, Format] | None = None,
    ) -> None:
        """A sheet of rows, in the order in which figures count them, some of its columns ``wide``, with ``marks``."""
        sheet = SheetOfRows(self, self.names[listing.name], headings, (), _HIGHEST)
        for column, key in enumerate(listing.columns):
            if key in wide:
                sheet.sheet.set_column(column, column, _TEXTS_WIDE)
                sheet.widths[column] = _TEXTS_WIDE
        given = marks or {}
        forms = {c: given.get(key, self.bare) for c, key in enumerate(listing.columns)}
        for cells in _pieces(list(listing.columns.values())):
            for row in zip(*cells, strict=True):
                sheet.add(row, forms)
        sheet.close()


class PlanWorkbook(TablesWorkbook):
    """The workbook of a plan's report."""

    def __init__(self, file: BinaryFile, scratch: Path, report: PlanReport) -> None:
        title = report.plan.title[report.lang]
        super().__init__(file, scratch, report.lang, title, report.listings, sheet_names(report))
        self.report = report

    def write(self) -> None:
        """Write everything. Raises OSError where it cannot be written."""
        report, lang = self.report, self.lang
        year = message("plan_title", lang, year=report.year)
        lists = ", ".join(Path(path).name for path in report.paths)
        as_of = message("plan_as_of", lang, day=day_text(report.day, lang), lists=lists)
        made = message("plan_made_by", lang, digest=report.book.digest[:12])
        self.summary([f"{year}. {as_of}", made], Tables(report).every())
        marks = {**dict.fromkeys(_MONEY, self.number), "problem": self.cell}
        for listing in report.listings.values():
            headings = [message(f"plan_column_{key}", lang) for key in listing.columns]
            self.rows(listing, headings, wide=_WIDE_KEYS, marks=marks)
        self.finish()


def _pieces(columns: Sequence[Any]) -> Iterator[list[list[Any]]]:
    """Columns as Python's own values, some rows at a time."""
    count = len(columns[0])
    for start in range(0, count, _PIECE):
        yield [_values(column, start) for column in columns]


def _values(column: Any, start: int) -> list[Any]:
    if isinstance(column, pa.ChunkedArray | pa.Array):
        return list(column.slice(start, _PIECE).to_pylist())
    piece = column[start : start + _PIECE]
    return [value if value is None or isinstance(value, str | date) else int(value) for value in piece]
