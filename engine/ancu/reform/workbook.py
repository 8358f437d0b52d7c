"""A comparison as a workbook: the tables, and a sheet for each side with the rows that change."""

from __future__ import annotations

from pathlib import Path

from ancu.errors import OutputError, Problem
from ancu.messages import message
from ancu.plan.workbook import TablesWorkbook
from ancu.reform.figures import ReformReport
from ancu.reform.tables import ReformTables
from ancu.reform.text import heading_text
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.workbook import MAX_ROWS

#: The columns of the tables that go on paper.
_PRINTED = 9
_WIDE = frozenset(("programme", "benefit_before", "benefit_after", "condition", "detail"))


def side_sheets(report: ReformReport) -> dict[str, str]:
    """The sheet of each side's rows, by its letter."""
    return {letter: message("reform_sheet_side", report.lang, side=letter) for letter in report.listings()}


def check_fits_reform(report: ReformReport, path: str) -> None:
    """Raise :class:`OutputError` before any work where a sheet could not hold its rows."""
    most = max((listing.count for listing in report.listings().values()), default=0)
    if most >= MAX_ROWS:
        raise OutputError(Problem("workbook_too_long", {"path": path, "rows": most, "limit": MAX_ROWS - 1}))


class ReformWorkbook(TablesWorkbook):
    """The workbook of a comparison."""

    def __init__(self, file: BinaryFile, scratch: Path, report: ReformReport) -> None:
        title = message("reform_title", report.lang)
        super().__init__(file, scratch, report.lang, title, report.listings(), side_sheets(report))
        self.report = report

    def write(self) -> None:
        """Write everything. Raises OSError where it cannot be written."""
        made = message("reform_made_by", self.lang, digest=self.report.base.book.digest[:12])
        sheet = self.summary([heading_text(self.report), made], ReformTables(self.report).every())
        # Notes run over the tables: on paper they would make these small.
        sheet.print_area(0, 0, sheet.dim_rowmax or 0, _PRINTED - 1)
        for listing in self.report.listings().values():
            headings = [self._heading(key) for key in listing.columns]
            self.rows(listing, headings, wide=_WIDE, marks=dict.fromkeys(_WIDE, self.cell))
        self.finish()

    def _heading(self, key: str) -> str:
        by, _, header = key.partition(" ")
        return header if by == "by" and header else message(f"reform_column_{key}", self.lang)
