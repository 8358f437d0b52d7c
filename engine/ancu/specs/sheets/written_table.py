"""Cases as the bytes of a workbook that is a table: a row a case, what is expected beside it, and how it came out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ancu.errors import OutputError, Problem
from ancu.messages import message
from ancu.specs.language.chosen import book
from ancu.specs.sheets.book_forms import BookForms, height, page
from ancu.specs.sheets.read_table import expected_heading
from ancu.specs.sheets.scenario_sheet import (
    EXPECTED_KINDS,
    NotHeld,
    ScenarioSheet,
    SheetCase,
    SheetFile,
    fact_label,
    in_order,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The columns of expectations that a table has, filled in or not.
_ALWAYS = ("status", "not_met")
_SPARE_ROWS = 20
_NAME_WIDTH, _WIDTH, _HOW_WIDTH = 34, 22, 110


@dataclass(frozen=True)
class RowOutcome:
    """How a case came out when it was run: what was decided, whether that holds, and where it differs."""

    got: str
    holds: bool
    gap: str


def one_each(file: SheetFile) -> SheetFile:
    """``file`` with a sheet for each case: those of a sheet with several get a number."""
    sheets: list[ScenarioSheet] = []
    for sheet in file.sheets:
        for number, case in enumerate(sheet.cases, 1):
            name = f"{sheet.name} ({number})" if len(sheet.cases) > 1 else sheet.name
            sheets.append(replace(sheet, name=name, cases=[case]))
    return replace(file, sheets=sheets)


def case_workbook(
    file: SheetFile, outcomes: Sequence[RowOutcome] = (), facts: Iterable[str] = (), programme: str | None = None
) -> bytes:
    """The cases of ``file`` as a table, with ``outcomes`` where there are any, one a case.

    ``facts`` have a column even where no case states them; empty rows are for ``programme``. Raises
    :class:`OutputError` without XlsxWriter.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("book_needs_excel", {})) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": file.title})
        forms = BookForms(made, file.lang)
        table = made.add_worksheet(message("case_table_sheet", file.lang))
        about = made.add_worksheet(message("template_sheet_notes", file.lang))
        forms.add_lists()
        rows = [(sheet, case) for sheet in file.sheets for case in sheet.cases]
        _TableWriter(forms, table, rows, list(outcomes)).write({*facts}, programme)
        _about(forms, about, file.left_out)
    return buffer.getvalue()


def _about(forms: BookForms, sheet: Worksheet, left_out: Sequence[NotHeld]) -> None:
    """How the table is filled in, and what it does not hold."""
    sheet.set_column(0, 0, _HOW_WIDTH)
    lines = forms.m("case_table_how").splitlines()
    if left_out:
        lines += ["", forms.m("sheet_not_held")]
        lines += [forms.m("sheet_not_held_one", place=one.place, name=one.name, why=one.why) for one in left_out]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, forms.plain)
        sheet.set_row(row, height(line, _HOW_WIDTH))


class _TableWriter:
    """The sheet of the table: a column for each thing that any case says."""

    def __init__(
        self,
        forms: BookForms,
        sheet: Worksheet,
        rows: Sequence[tuple[ScenarioSheet, SheetCase]],
        outcomes: Sequence[RowOutcome],
    ) -> None:
        self.forms, self.sheet, self.rows, self.outcomes = forms, sheet, rows, outcomes
        self.cases = [case for _, case in rows]
        self.last = len(rows) + _SPARE_ROWS
        self.column = 0

    def write(self, facts: set[str], programme: str | None) -> None:
        forms, lang = self.forms, self.forms.lang
        programmes = book().programmes
        names = [sheet.name for sheet, _ in self.rows]
        self._column(forms.m("sheet_scenario"), names, forms.band, None, forms.cell, _NAME_WIDTH)
        titles = [programmes[case.programme].title[lang] for case in self.cases]
        rule = {"validate": "list", "source": forms.range_of([one.title[lang] for one in programmes.values()])}
        if not titles and programme is not None:
            titles = [programmes[programme].title[lang]]
        self._column(forms.m("sheet_programme"), titles, forms.band, rule, forms.cell, _NAME_WIDTH)
        self._column(forms.m("heading_as_of"), [case.day for case in self.cases], forms.band, None, forms.day)
        for name in in_order({*facts, *(name for case in self.cases for name in case.facts)}):
            fact_rule, form = forms.fact_rule(name)
            values = [forms.value_of(case, name) for case in self.cases]
            self._column(fact_label(name, lang), values, forms.band, fact_rule, form)
        judged = [case.programme for case in self.cases] or ([programme] if programme else [])
        for kind in EXPECTED_KINDS:
            self._expected(kind, judged)
        if self.outcomes:
            self._outcomes()
        self.sheet.freeze_panes(1, 1)
        self.sheet.repeat_rows(0)
        self.sheet.autofilter(0, 0, max(len(self.rows), 1), self.column - 1)
        page(self.sheet, forms.m("print_page", page="&P", pages="&N"))

    def _expected(self, kind: str, programmes: Sequence[str]) -> None:
        """The columns of a kind of expectation, as many as one case has of it."""
        of = [[written for one, written in case.expected if one == kind] for case in self.cases]
        columns = max(map(len, of), default=0) or (kind in _ALWAYS)
        rule = self.forms.expected_rule(kind, programmes) if columns else None
        for at in range(columns):
            cells = [written[at] if at < len(written) else None for written in of]
            heading = expected_heading(kind, self.forms.lang)
            self._column(heading, cells, self.forms.expected, rule, self.forms.cell)

    def _outcomes(self) -> None:
        forms = self.forms
        words = {True: forms.m("word_yes"), False: forms.m("word_no")}
        columns: dict[str, list[str]] = {
            "case_table_got": [one.got for one in self.outcomes],
            "case_table_holds": [words[one.holds] for one in self.outcomes],
            "case_table_gap": [one.gap for one in self.outcomes],
        }
        for key, cells in columns.items():
            self._column(forms.m(key), cells, forms.label, None, forms.cell, _NAME_WIDTH)

    def _column(
        self,
        heading: str,
        cells: Sequence[object],
        head: Format,
        rule: dict[str, Any] | None,
        form: Format,
        width: int = _WIDTH,
    ) -> None:
        at, sheet = self.column, self.sheet
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, heading, head)
        for row, value in enumerate(cells, 1):
            if value is None or value == "":
                sheet.write_blank(row, at, None, form)
            elif isinstance(value, date):
                sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), form)
            elif isinstance(value, int):
                sheet.write_number(row, at, value, form)
            else:
                sheet.write_string(row, at, str(value), form)
        if rule is not None:
            sheet.data_validation(1, at, self.last, at, {"error_type": "warning", **rule})
        self.column += 1
