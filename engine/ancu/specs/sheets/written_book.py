"""Sheets of scenarios as the bytes of a workbook, with drop-down lists from the vocabulary and the rulebook."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from ancu.errors import OutputError, Problem
from ancu.messages import message
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.chosen import book
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.names import conditions_of
from ancu.specs.sheets.scenario_sheet import (
    CONDITION_KINDS,
    EXPECTED_KINDS,
    ScenarioSheet,
    SheetCase,
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
_LINE = 15
#: The rows that every sheet has, filled in or not.
_ALWAYS = ("status", "met", "not_met", "unknown", "amount", "missing")
_STATUSES = ("eligible", "ineligible", "undetermined", "not_in_force", "not_covered")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_NAME_LENGTH = 31
#: Letters of a line that fit into a cell by far.
_SHOWN = 1_000


def scenario_workbook(file: SheetFile, path: str) -> bytes:
    """The workbook of ``file``, which will stand at ``path``. Raises :class:`OutputError` without XlsxWriter."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("output_needs_excel", {})) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": file.title})
        _Book(made, file).write(path)
    return buffer.getvalue()


class _Book:
    def __init__(self, made: Workbook, file: SheetFile) -> None:
        self.made, self.file, self.lang = made, file, file.lang
        self.writer = ScenarioWriter(book(), file.lang)
        boxed: dict[str, Any] = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
        self.cell: Format = made.add_format(boxed)
        self.text: Format = made.add_format({**boxed, "num_format": "@"})
        self.money: Format = made.add_format({**boxed, "num_format": '#,##0 "đồng"', "align": "left"})
        self.day: Format = made.add_format({**boxed, "num_format": "dd/mm/yyyy", "align": "left"})
        self.label: Format = made.add_format({**boxed, "bold": True, "bg_color": "#F2F2F2"})
        self.band: Format = made.add_format({**boxed, "bold": True, "bg_color": "#DCE6F1"})
        self.expected: Format = made.add_format({**boxed, "bold": True, "bg_color": "#E2EFDA"})
        self.other: Format = made.add_format({"bg_color": "#FFF2CC"})
        self.plain: Format = made.add_format({"valign": "top", "text_wrap": True})
        self.title: Format = made.add_format({"bold": True, "font_size": 14, "valign": "top", "text_wrap": True})
        self.lists: Worksheet
        self.columns = 0
        self._ranges: dict[tuple[str, ...], str] = {}
        self.names: set[str] = set()

    def m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def write(self, path: str) -> None:
        first = self.made.add_worksheet(self.m("sheet_file"))
        self.names.add(self.m("sheet_file").casefold())
        self.lists = self.made.add_worksheet(self.m("sheet_values"))
        self.names.add(self.m("sheet_values").casefold())
        self.lists.hide()
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

    def range_of(self, values: Sequence[str]) -> str:
        """The range of the hidden sheet that holds ``values``."""
        from xlsxwriter.utility import xl_range_abs

        key = tuple(values)
        if key not in self._ranges:
            for row, value in enumerate(values):
                self.lists.write_string(row, self.columns, value)
            cells = xl_range_abs(0, self.columns, max(len(values) - 1, 0), self.columns)
            self._ranges[key] = f"='{self.m('sheet_values')}'!{cells}"
            self.columns += 1
        return self._ranges[key]


def height(text: str, width: int) -> int:
    """How high a row is that shows ``text`` in a column of ``width`` characters."""
    return min(_LINE * sum(1 + len(line) // width for line in (text.split("\n") or [""])), 400)


def page(sheet: Worksheet, foot: str) -> None:
    """A sheet on paper: A4, a page wide, numbered."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L&A&R{foot}")


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
        fact = book().facts[name]
        kind = fact.value_type.kind
        values = [self._value(case, name) for case in self.cases]
        rule: dict[str, Any] | None = None
        form = self.of.cell
        if kind == "yes_no":
            rule = {"validate": "list", "source": [self.of.m("word_yes"), self.of.m("word_no")]}
        elif kind in ("choice", "list"):
            rule = {"validate": "list", "source": self.of.range_of([v[self.lang] for v in fact.values.values()])}
            if kind == "list":
                rule["show_error"] = False
        elif fact.type == "money":
            form = self.of.money
        elif fact.type == "percent":
            # As text, "81%" stays what it is.
            form = self.of.text
        elif kind == "date":
            form = self.of.day
        self._line(fact_label(name, self.lang), values, rule, form)

    def _value(self, case: SheetCase, name: str) -> object:
        value = case.facts.get(name)
        if value is None:
            return None
        if name in case.confirmed:
            return f"{self.of.m('sheet_confirmed')} {self.of.writer.value(name, value)}"
        fact = book().facts[name]
        if fact.type == "money" and isinstance(value, int) and not fact.value_type.scale and value < 10**15:
            return value
        if fact.value_type.kind == "date" and isinstance(value, int) and date.fromordinal(value).year >= 1900:
            return date.fromordinal(value)
        return self.of.writer.value(name, value)

    def _expected(self, kind: str) -> None:
        """The rows of a kind of expectation, as many as one case has of it."""
        of = [[written for one, written in case.expected if one == kind] for case in self.cases]
        rows = max(map(len, of))
        rule: dict[str, Any] | None = None
        if kind == "status":
            values = [self.of.m(f"status_{status}") for status in _STATUSES]
            rule = {"validate": "list", "source": self.of.range_of(values)}
        elif kind == "provisional":
            rule = {"validate": "list", "source": [self.of.m("word_yes"), self.of.m("word_no")]}
        elif kind in CONDITION_KINDS:
            rule = {"validate": "list", "source": self.of.range_of(self._conditions())}
        for row in range(rows or (kind in _ALWAYS)):
            cells = [written[row] if row < len(written) else None for written in of]
            self._line(kind_label(kind, self.lang), cells, rule)

    def _conditions(self) -> list[str]:
        """The conditions of the programmes judged, as scenarios name them."""
        programmes = dict.fromkeys(case.programme for case in self.cases)
        nodes = dict.fromkeys(node for programme in programmes for node in conditions_of(book(), programme))
        return [self.of.writer.condition(None, node) for node in nodes]

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
