"""Sheets of scenarios as the bytes of a workbook, with drop-down lists from the vocabulary and the rulebook."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ancu.errors import OutputError, Problem
from ancu.specs.language.chosen import book
from ancu.specs.language.expectations import CELLS
from ancu.specs.sheets.book_forms import BookForms, height, page
from ancu.specs.sheets.scenario_sheet import (
    EXPECTED_KINDS,
    ScenarioSheet,
    SheetFile,
    fact_label,
    in_order,
    kind_label,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Empty columns and rows left to be filled in, with their lists.
_SPARE_CASES, _SPARE_FACTS = 4, 4
_LABELS, _CASES = 44, 24
#: The rows that every sheet has, filled in or not.
_ALWAYS = ("status", "met", "not_met", "unknown", "amount", "missing")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31
#: Letters of a line that fit into a cell by far.
_SHOWN = 1_000


def scenario_workbook(file: SheetFile, path: str) -> bytes:
    """The workbook of ``file``, which will stand at ``path``. Raises :class:`OutputError` without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("book_needs_excel", {})) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": file.title})
        _Book(made, file).write(path)
    return buffer.getvalue()


class _Book(BookForms):
    """The workbook being written, and the names that its sheets have by now."""

    def __init__(self, made: Workbook, file: SheetFile) -> None:
        super().__init__(made, file.lang)
        self.file = file
        self.names: set[str] = set()

    def write(self, path: str) -> None:
        first = self.made.add_worksheet(self.m("sheet_file"))
        self.names.add(self.m("sheet_file").casefold())
        self.add_lists()
        self.names.add(self.m("sheet_values").casefold())
        self._about(first, path)
        for number, sheet in enumerate(self.file.sheets, 1):
            _SheetWriter(self, self.made.add_worksheet(self._sheet_name(number, sheet.name)), sheet).write()

    def _about(self, sheet: Worksheet, path: str) -> None:
        """The file's own sheet: its title, tags and notes, how to fill in, and what the sheets do not hold."""
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 110)
        rows = {
            "sheet_feature": self.file.title,
            "sheet_tags": " ".join(self.file.tags),
            "sheet_notes": "\n".join(self.file.notes),
        }
        for row, (key, text) in enumerate(rows.items()):
            sheet.write_string(row, 0, self.m(key), self.label)
            sheet.write_string(row, 1, text, self.cell)
            sheet.set_row(row, height(text, 110))
        row = len(rows) + 1
        for line in self.m("sheet_how", path=path).splitlines():
            sheet.write_string(row, 1, line, self.plain)
            row += 1
        if self.file.left_out:
            sheet.write_string(row + 1, 1, self.m("sheet_not_held"), self.title)
            for below, one in enumerate(self.file.left_out, row + 2):
                sheet.write_string(below, 1, self.m("sheet_not_held_one", **vars(one))[:_SHOWN], self.plain)
        page(sheet, self.m("print_page", page="&P", pages="&N"))

    def _sheet_name(self, number: int, name: str) -> str:
        """A name that a sheet may have, begun with its number so that no two are alike."""
        written = f"{number} {_FORBIDDEN.sub(' ', name)}"[:_NAME_LENGTH].strip()
        while written.casefold() in self.names:
            written = f"{number} {written[: _NAME_LENGTH - 4]}"
        self.names.add(written.casefold())
        return written


class _SheetWriter:
    """One scenario: who, the facts above, what is expected below."""

    def __init__(self, of: _Book, sheet: Worksheet, scenario: ScenarioSheet) -> None:
        self.of, self.sheet, self.scenario, self.lang = of, sheet, scenario, of.lang
        self.cases = scenario.cases
        self.last = len(scenario.cases) + _SPARE_CASES
        self.row = 0

    def write(self) -> None:
        sheet, m = self.sheet, self.of.m
        sheet.set_column(0, 0, _LABELS)
        sheet.set_column(1, self.last, _CASES)
        head = {
            "sheet_scenario": self.scenario.name,
            "sheet_tags": " ".join(self.scenario.tags),
            "sheet_notes": "\n".join(self.scenario.notes),
        }
        for key, text in head.items():
            sheet.write_string(self.row, 0, m(key), self.of.label)
            sheet.merge_range(self.row, 1, self.row, self.last, text, self.of.cell)
            sheet.set_row(self.row, height(text, _CASES * self.last))
            self.row += 1
        self._band("sheet_facts", self.of.band, [m("sheet_case", number=i + 1) for i in range(len(self.cases))])
        top = self.row
        sheet.freeze_panes(self.row, 1)
        sheet.repeat_rows(self.row - 1)
        sheet.repeat_columns(0)
        titles = [programme.title[self.lang] for programme in book().programmes.values()]
        judged = [book().programmes[case.programme].title[self.lang] for case in self.cases]
        self._line(m("sheet_programme"), judged, {"validate": "list", "source": self.of.range_of(titles)})
        self._days()
        for name in in_order({name for case in self.cases for name in case.facts}):
            self._fact(name)
        labels = [fact_label(name, self.lang) for name in book().facts]
        for _ in range(_SPARE_FACTS):
            rule = {"validate": "list", "source": self.of.range_of(labels), "error_type": "warning"}
            sheet.data_validation(self.row, 0, self.row, 0, rule)
            self._line("", [], None)
        self._differences(top, self.row - 1)
        self._band("sheet_expected", self.of.expected, [])
        top = self.row
        for kind in EXPECTED_KINDS:
            self._expected(kind)
        self._differences(top, self.row - 1)
        page(sheet, m("print_page", page="&P", pages="&N"))

    def _band(self, key: str, form: Format, cells: Sequence[str]) -> None:
        self.sheet.write_string(self.row, 0, self.of.m(key), form)
        for column in range(1, self.last + 1):
            text = cells[column - 1] if column <= len(cells) else ""
            self.sheet.write_string(self.row, column, text, form)
        self.row += 1

    def _line(
        self, label: str, cells: Sequence[object], rule: dict[str, Any] | None, form: Format | None = None
    ) -> None:
        """A row: its label, the cells of the cases, and what may stand in them and in those still empty."""
        form = form or self.of.cell
        self.sheet.write_string(self.row, 0, label, self.of.label)
        high = height(label, _LABELS)
        for column in range(1, self.last + 1):
            value = cells[column - 1] if column <= len(cells) else None
            if value is None or value == "":
                self.sheet.write_blank(self.row, column, None, form)
            elif isinstance(value, date):
                self.sheet.write_datetime(self.row, column, datetime(value.year, value.month, value.day), form)
            elif isinstance(value, int):
                self.sheet.write_number(self.row, column, value, form)
            else:
                self.sheet.write_string(self.row, column, str(value), form)
                high = max(high, height(str(value), _CASES - 2))
        self.sheet.set_row(self.row, high)
        if rule is not None:
            self.sheet.data_validation(self.row, 1, self.row, self.last, {"error_type": "warning", **rule})
        self.row += 1

    def _days(self) -> None:
        self._line(self.of.m("heading_as_of"), [case.day for case in self.cases], None, self.of.day)

    def _fact(self, name: str) -> None:
        values = [self.of.value_of(case, name) for case in self.cases]
        rule, form = self.of.fact_rule(name)
        self._line(fact_label(name, self.lang), values, rule, form)

    def _expected(self, kind: str) -> None:
        """The rows of a kind of expectation, as many as one case has of it."""
        of = [[written for one, written in case.expected if one == kind] for case in self.cases]
        rows = max(map(len, of))
        rule = self.of.expected_rule(kind, [case.programme for case in self.cases])
        for row in range(rows or (kind in _ALWAYS)):
            cells = [written[row] if row < len(written) else None for written in of]
            self._line(kind_label(kind, self.lang), cells, rule)

    def _differences(self, top: int, bottom: int) -> None:
        """Cells that differ from those of the first case stand out, and do as somebody changes them."""
        if self.last < 2 or bottom < top:
            return
        from xlsxwriter.utility import xl_rowcol_to_cell

        here = xl_rowcol_to_cell(top, 2)
        first = xl_rowcol_to_cell(top, 1, col_abs=True)
        rule = {"type": "formula", "criteria": f'=AND({here}<>{first},{here}&""<>"")', "format": self.of.other}
        self.sheet.conditional_format(top, 2, bottom, self.last, rule)


assert set(_ALWAYS) <= set(CELLS)
