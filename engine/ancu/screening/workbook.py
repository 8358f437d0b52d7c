"""The result of a run as an Excel workbook: decisions, rejected rows, totals and reasons, a sheet each."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ancu.decision.model import STATUSES
from ancu.decision.rendering import reason_texts, status_text, title_of
from ancu.errors import OutputError, Problem
from ancu.messages import Language, message
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.running import NOT_COVERED, Screening

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a sheet can hold, its header included.
MAX_ROWS = 1_048_576
_COLOURS = {
    "eligible": "#D8F0D8", "ineligible": "#F8D9D5", "undetermined": "#FFF2CC", "not_in_force": "#E4E4E4",
    NOT_COVERED: "#E4E4E4",
}  # fmt: skip
#: Column widths in characters, row heights in points; how many columns fit on a printed page.
_WIDE, _NARROW = 48, 14
_LINE, _HIGHEST = 15, 400
#: A row of decisions stays low, so that the list can be scanned; the whole text is in the cell.
_HIGHEST_DECISION = 60
_FITTING = 12


def check_fits(path: str, rows: int, programmes: int, layout: str) -> None:
    """Raise :class:`OutputError` before any work where a sheet could not hold the result."""
    needed = rows * (programmes if layout == "long" else 1)
    if needed >= MAX_ROWS:
        raise OutputError(Problem("workbook_too_long", {"path": path, "rows": needed, "limit": MAX_ROWS - 1}))


def workbook_of(book: Rulebook, screening: Screening, rows: Iterable[Mapping[str, Any]], lang: Language) -> bytes:
    """The workbook, as the bytes of an .xlsx file; the same for the same run. ``rows`` are those of the decisions."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("output_needs_excel", {})) from error
    buffer = io.BytesIO()
    # Text stays text: nothing that a list holds can become a formula or a link.
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(buffer, plain) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": message("sheet_decisions", lang)})
        writer = _Writer(made, book, screening, lang)
        writer.decisions(list(rows))
        writer.rejects()
        writer.totals()
        writer.reasons()
    return buffer.getvalue()


class _Writer:
    def __init__(self, made: Workbook, book: Rulebook, screening: Screening, lang: Language) -> None:
        self.made, self.book, self.screening, self.lang = made, book, screening, lang
        self.widths: dict[tuple[str, int], int] = {}
        self.heights: dict[tuple[str, int], int] = {}
        top = {"valign": "top", "text_wrap": True}
        self.head: Format = made.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, **top})
        self.cell: Format = made.add_format(top)
        self.day: Format = made.add_format({"num_format": "dd/mm/yyyy", **top})
        self.wrong: Format = made.add_format({"bg_color": "#F4B6AE", "bold": True, **top})
        self.status: dict[str, Format] = {
            status: made.add_format({"bg_color": colour, **top}) for status, colour in _COLOURS.items()
        }

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def _sheet(self, title: str, headings: list[str], wide: Iterable[str] = ()) -> Worksheet:
        sheet = self.made.add_worksheet(title)
        widened = set(wide)
        for column, heading in enumerate(headings):
            width = _WIDE if heading in widened else max(_NARROW, min(len(heading) + 2, 24))
            self.widths[title, column] = width
            self._write(sheet, 0, column, heading, self.head)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        if len(headings) <= _FITTING:
            sheet.fit_to_pages(1, 0)
        return sheet

    def _write(self, sheet: Worksheet, row: int, column: int, value: Any, form: Format | None = None) -> None:
        form = form or self.cell
        self._make_room(sheet, row, column, value)
        if value is None or value == "":
            sheet.write_blank(row, column, None, form)
        elif isinstance(value, bool):
            sheet.write_string(row, column, self._m("word_yes" if value else "word_no"), form)
        elif isinstance(value, (int, float, Decimal)) and -(10**15) < value < 10**15:
            sheet.write_number(row, column, float(value), form)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), self.day)
        else:
            sheet.write_string(row, column, str(value), form)

    def _make_room(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        """Make a row high enough for wrapped text: not every program does so on opening."""
        width = self.widths[sheet.name, column]
        lines = sum(1 + len(line) // width for line in str(value).split("\n"))
        if lines > self.heights.get((sheet.name, row), 1):
            self.heights[sheet.name, row] = lines
            highest = _HIGHEST_DECISION if sheet.name == self._m("sheet_decisions") else _HIGHEST
            sheet.set_row(row, min(lines * _LINE, highest))

    def decisions(self, rows: list[Mapping[str, Any]]) -> None:
        """One row a case, or a case and programme; the verdicts coloured by status."""
        headings = list(dict.fromkeys(key for row in rows for key in row))
        texts = {self._m(f"column_{key}") for key in ("reasons", "notes", "choice")}
        wide = [heading for heading in headings if any(heading.endswith(text) for text in texts)]
        sheet = self._sheet(self._m("sheet_decisions"), headings, wide)
        marks = self._marks()
        results = [i for i, heading in enumerate(headings) if heading.endswith(self._m("column_status"))]
        for number, row in enumerate(rows, 1):
            for column, heading in enumerate(headings):
                value = row.get(heading)
                mark = (
                    marks.get(str(value).removesuffix(" " + self._m("provisional_mark"))) if column in results else None
                )
                self._write(sheet, number, column, value, mark)
        if headings:
            sheet.autofilter(0, 0, max(len(rows), 1), len(headings) - 1)

    def _marks(self) -> dict[str, Format]:
        """The colour of each status as it is written."""
        said = {self._m(f"status_{status}"): self.status[status] for status in (*STATUSES, NOT_COVERED)}
        return said | {
            self._m(f"status_{why}"): self.status["not_in_force"] for why in ("not_yet", "closed", "other_region")
        }

    def rejects(self) -> None:
        """The rejected rows as they came, the offending cells marked, with what to mend."""
        if not self.screening.rejected:
            return
        headers = self.screening.listing.headers
        problem = self._m("reject_problem")
        sheet = self._sheet(self._m("sheet_rejects"), [self._m("reject_line"), problem, *headers], [problem])
        for number, rejected in enumerate(self.screening.rejected, 1):
            flawed = {flaw.column for flaw in rejected.flaws}
            self._write(sheet, number, 0, rejected.row.line)
            said = (f"{flaw.column}: {flaw.problem(self.lang)}" for flaw in rejected.flaws)
            self._write(sheet, number, 1, "\n".join(said))
            for column, header in enumerate(headers, 2):
                value = rejected.row.cells.get(header)
                self._write(sheet, number, column, value, self.wrong if header in flawed else None)

    def totals(self) -> None:
        """How many cases have each status, by programme."""
        shown: tuple[str, ...] = (*STATUSES, NOT_COVERED)
        headings = [self._m("column_programme"), *(self._m(f"status_{status}") for status in shown)]
        sheet = self._sheet(self._m("sheet_totals"), headings, headings[:1])
        for number, name in enumerate(self.screening.programmes, 1):
            self._write(sheet, number, 0, title_of(self.book, name, self.lang))
            counts = self.screening.counts(name)
            for column, status in enumerate(shown, 1):
                self._write(sheet, number, column, counts[status], self.status[status])

    def reasons(self) -> None:
        """Why cases fail or stay open: each reason with how many cases it concerns."""
        found: Counter[tuple[str, str, str]] = Counter()
        for judged in self.screening.judged:
            for name, decision in judged.decisions.items():
                if decision is not None and decision.status in ("ineligible", "undetermined"):
                    for text in reason_texts(decision, self.lang):
                        found[name, status_text(decision, self.lang), text] += 1
        headings = [self._m("column_programme"), self._m("column_status"), self._m("column_reason")]
        headings.append(self._m("column_cases"))
        sheet = self._sheet(self._m("sheet_reasons"), headings, [headings[0], headings[2]])
        order = {name: i for i, name in enumerate(self.screening.programmes)}
        marks = self._marks()
        ranked = sorted(found.items(), key=lambda item: (order[item[0][0]], -item[1], item[0]))
        for number, ((name, status, text), count) in enumerate(ranked[: MAX_ROWS - 1], 1):
            self._write(sheet, number, 0, title_of(self.book, name, self.lang))
            self._write(sheet, number, 1, status, marks.get(status))
            self._write(sheet, number, 2, text)
            self._write(sheet, number, 3, count)
        sheet.autofilter(0, 0, max(len(ranked), 1), len(headings) - 1)
