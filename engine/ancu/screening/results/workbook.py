"""The result of a run as an Excel workbook: decisions, rejected rows, totals and reasons, a sheet each.

Rows are written as they come and leave memory at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ancu.batch.cells import sentences
from ancu.decision.rendering import title_of
from ancu.errors import OutputError, Problem
from ancu.inference.verdicts import VERDICTS
from ancu.messages import Language, message
from ancu.screening.lists.chunks import Column, cells_of
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.layout import Block
from ancu.screening.results.people_sheet import people_headings
from ancu.screening.results.summary import OPENED
from ancu.screening.run.judged_chunk import Rejected
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import Screening

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: What a sheet can hold, its header included.
MAX_ROWS = 1_048_576
#: How many characters a cell can hold.
MAX_CELL = 32_767
_COLOURS = {
    "eligible": "#D8F0D8", "ineligible": "#F8D9D5", "undetermined": "#FFF2CC", "not_in_force": "#E4E4E4",
    "not_covered": "#E4E4E4",
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


class _WrittenBook:
    """A workbook being written, its parts in ``scratch`` until it is whole.

    Text stays text: nothing that a list holds can become a formula or a link.
    """

    def __init__(self, file: BinaryFile, scratch: Path, lang: Language, title: str) -> None:
        try:
            import xlsxwriter
        except ImportError as error:
            raise OutputError(Problem("output_needs_excel", {})) from error
        self.file, self.lang = file, lang
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        options = {"constant_memory": True, "tmpdir": str(scratch), **plain}
        self.made: Workbook = xlsxwriter.Workbook(file, options)
        # The same run gives the same bytes.
        self.made.set_properties({"created": datetime(2000, 1, 1), "title": title})
        top = {"valign": "top", "text_wrap": True}
        self.head: Format = self.made.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, **top})
        self.cell: Format = self.made.add_format(top)
        self.day: Format = self.made.add_format({"num_format": "dd/mm/yyyy", **top})


class WorkbookSink(_WrittenBook):
    """The result of a run as a workbook."""

    def __init__(
        self, file: BinaryFile, scratch: Path, plan: Plan, headers: Sequence[str], headings: Sequence[str]
    ) -> None:
        super().__init__(file, scratch, plan.lang, message("sheet_decisions", plan.lang))
        self.plan, self.headers, self.headings = plan, headers, headings
        top = {"valign": "top", "text_wrap": True}
        self.wrong: Format = self.made.add_format({"bg_color": "#F4B6AE", "bold": True, **top})
        self.status: dict[str, Format] = {
            status: self.made.add_format({"bg_color": colour, **top}) for status, colour in _COLOURS.items()
        }
        texts = {self._m(f"column_{key}") for key in ("reasons", "open", "priority", "notes", "choice")}
        wide = [heading for heading in headings if any(heading.endswith(text) for text in texts)]
        self.decisions = _Sheet(self, self._m("sheet_decisions"), headings, wide, _HIGHEST_DECISION)
        self.rejects: _Sheet | None = None
        self.people: _Sheet | None = None

    def write(self, block: Block) -> None:
        """Add a block; the verdicts coloured by status."""
        columns = [cells_of(column) for column in block.columns]
        coloured = {place: cells_of(column) for place, column in block.verdicts.items()}
        colours = [self.status[status] for status, _ in VERDICTS]
        for i, row in enumerate(zip(*columns, strict=True)):
            marks = {place: colours[verdicts[i]] for place, verdicts in coloured.items()}
            self.decisions.add(row, marks)

    def reject(self, rejected: Rejected) -> None:
        """Add a rejected row as it came, the offending cells marked, with what to mend."""
        if self.rejects is None:
            problem = self._m("reject_problem")
            headings = [self._m("reject_line"), problem, *self.headers]
            self.rejects = _Sheet(self, self._m("sheet_rejects"), headings, [problem], _HIGHEST)
        for row, flaws in rejected.rows():
            problems = [f"{flaw.column}: {flaw.problem(self.plan.lang)}" for flaw in flaws]
            cells = [row.cells.get(header) for header in self.headers]
            flawed = {flaw.column for flaw in flaws if flaw.path is None}
            marks = {i: self.wrong for i, header in enumerate(self.headers, 2) if header in flawed}
            self.rejects.add([row.line, "\n".join(problems), *cells], marks)

    def add_person(self, cells: Sequence[Any]) -> None:
        """Add somebody of a household: whose row it is, what was read of it."""
        if self.people is None:
            assert self.plan.households is not None
            headings = people_headings(self.plan, self.plan.households)
            self.people = _Sheet(self, self._m("template_sheet_members"), headings, (), _HIGHEST)
        self.people.add(cells, {})

    def close(self, run: Screening) -> None:
        """Add what the run came to, and finish the file."""
        self._totals(run)
        self._reasons(run)
        for sheet in (self.decisions, self.rejects, self.people):
            if sheet is not None:
                sheet.close()
        self.made.close()

    def _totals(self, run: Screening) -> None:
        """How many cases have each status, by programme."""
        shown = list(_COLOURS)
        opened = [self._m(f"column_{what}") for what in OPENED]
        headings = [self._m("column_programme"), *(self._m(f"status_{status}") for status in shown), *opened]
        sheet = _Sheet(self, self._m("sheet_totals"), headings, headings[:1], _HIGHEST)
        marks = {i: self.status[status] for i, status in enumerate(shown, 1)}
        for name, counts in run.counts.items():
            title = title_of(self.plan.book, name, self.plan.lang)
            still = run.opened.get(name, Counter())
            sheet.add([title, *(counts[status] for status in shown), *(still[what] for what in OPENED)], marks)

    def _reasons(self, run: Screening) -> None:
        """Why cases fail or stay open: each reason with how many cases it concerns."""
        rows_by_reason: Counter[tuple[str, str, str]] = Counter()
        for outcome, rows in run.reasons.items():
            if outcome.status in ("ineligible", "undetermined"):
                sentence_of = sentences(self.plan.book, outcome, self.plan.lang)
                for text in filter(None, (sentence_of[name] for name in outcome.carried)):
                    rows_by_reason[outcome.programme, outcome.status, text] += rows
        columns = ("programme", "status", "reason", "cases")
        headings = [self._m(f"column_{key}") for key in columns]
        sheet = _Sheet(self, self._m("sheet_reasons"), headings, [headings[0], headings[2]], _HIGHEST)
        order = {name: i for i, name in enumerate(self.plan.programmes)}
        for (name, status, text), count in sorted(
            rows_by_reason.items(), key=lambda item: (order[item[0][0]], -item[1], item[0])
        ):
            title = title_of(self.plan.book, name, self.plan.lang)
            sheet.add([title, self._m(f"status_{status}"), text, count], {1: self.status[status]})

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)


class _Sheet:
    """A sheet whose rows are written one after the other."""

    def __init__(
        self, sink: _WrittenBook, title: str, headings: Sequence[str], wide: Iterable[str], highest: int
    ) -> None:
        self.sink, self.headings, self.highest = sink, headings, highest
        self.sheet: Worksheet = sink.made.add_worksheet(title)
        widened = set(wide)
        self.widths = [_WIDE if h in widened else max(_NARROW, min(len(h) + 2, 24)) for h in headings]
        self.rows = 0
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        self.sheet.freeze_panes(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        if len(headings) <= _FITTING:
            self.sheet.fit_to_pages(1, 0)
        self.add(headings, dict.fromkeys(range(len(headings)), sink.head))

    def add(self, cells: Sequence[Any], marks: Mapping[int, Format]) -> None:
        """Write a row, high enough for its wrapped text: not every program makes room on opening."""
        if self.rows >= MAX_ROWS:
            path = str(getattr(self.sink.file, "name", ""))
            raise OutputError(Problem("workbook_too_long", {"path": path, "rows": self.rows, "limit": MAX_ROWS - 1}))
        lines = 1
        for cell, width in zip(cells, self.widths, strict=True):
            if isinstance(cell, str) and (len(cell) > width or "\n" in cell):
                lines = max(lines, sum(1 + len(line) // width for line in cell.split("\n")))
        if lines > 1:
            self.sheet.set_row(self.rows, min(lines * _LINE, self.highest))
        for column, cell in enumerate(cells):
            self._write(column, cell, marks.get(column, self.sink.cell))
        self.rows += 1

    def _write(self, column: int, value: Any, form: Format) -> None:
        if value is None or value == "":
            if form is not self.sink.cell:
                self.sheet.write_blank(self.rows, column, None, form)
        elif isinstance(value, str):
            self.sheet.write_string(self.rows, column, value[:MAX_CELL], form)
        elif isinstance(value, bool):
            word = message("word_yes" if value else "word_no", self.sink.lang)
            self.sheet.write_string(self.rows, column, word, form)
        elif isinstance(value, (int, float, Decimal)) and -(10**15) < value < 10**15:
            self.sheet.write_number(self.rows, column, float(value), form)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.rows, column, datetime(value.year, value.month, value.day), self.sink.day)
        else:
            self.sheet.write_string(self.rows, column, str(value)[:MAX_CELL], form)

    def close(self) -> None:
        """Filters over all rows."""
        if self.headings:
            self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(self.headings) - 1)


class TableSink(_WrittenBook):
    """One table as a workbook of one sheet."""

    def __init__(
        self,
        file: BinaryFile,
        scratch: Path,
        lang: Language,
        title: str,
        headings: Sequence[str],
        wide: Iterable[str],
    ) -> None:
        super().__init__(file, scratch, lang, title)
        self.sheet = _Sheet(self, title, headings, wide, _HIGHEST)

    def write(self, columns: Sequence[Column]) -> None:
        """Add rows."""
        for row in zip(*(cells_of(column) for column in columns), strict=True):
            self.sheet.add(row, {})

    def close(self) -> None:
        """Finish the file."""
        self.sheet.close()
        self.made.close()
