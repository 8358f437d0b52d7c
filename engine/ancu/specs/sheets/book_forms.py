"""What the workbooks of scenarios share: how cells look, what they hold of a value, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu.messages import Language, message
from ancu.specs.draft.writer import ScenarioWriter
from ancu.specs.language.chosen import book
from ancu.specs.language.names import conditions_of
from ancu.specs.sheets.scenario_sheet import CONDITION_KINDS, SheetCase

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LINE = 15
_STATUSES = ("eligible", "ineligible", "undetermined", "not_in_force", "not_covered")


class BookForms:
    """The forms of one workbook, in one language."""

    def __init__(self, made: Workbook, lang: Language) -> None:
        self.made, self.lang = made, lang
        self.writer = ScenarioWriter(book(), lang)
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

    def m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def add_lists(self) -> None:
        """Add the hidden sheet from which cells take their lists."""
        self.lists = self.made.add_worksheet(self.m("sheet_values"))
        self.lists.hide()

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

    def value_of(self, case: SheetCase, name: str) -> object:
        """What the cell of a fact holds; None where the case says nothing of it."""
        value = case.facts.get(name)
        if value is None:
            return None
        if name in case.confirmed:
            return f"{self.m('sheet_confirmed')} {self.writer.value(name, value)}"
        fact = book().facts[name]
        if fact.type == "money" and isinstance(value, int) and not fact.value_type.scale and value < 10**15:
            return value
        if fact.value_type.kind == "date" and isinstance(value, int) and date.fromordinal(value).year >= 1900:
            return date.fromordinal(value)
        return self.writer.value(name, value)

    def fact_rule(self, name: str) -> tuple[dict[str, Any] | None, Format]:
        """What may stand in the cells of a fact, and how they look."""
        fact = book().facts[name]
        kind = fact.value_type.kind
        if kind == "yes_no":
            return {"validate": "list", "source": [self.m("word_yes"), self.m("word_no")]}, self.cell
        if kind in ("choice", "list"):
            source = self.range_of([value[self.lang] for value in fact.values.values()])
            rule: dict[str, Any] = {"validate": "list", "source": source}
            return rule | ({"show_error": False} if kind == "list" else {}), self.cell
        if fact.type == "money":
            return None, self.money
        if fact.type == "percent":
            return None, self.text  # as text, "81%" stays what it is
        return None, self.day if kind == "date" else self.cell

    def expected_rule(self, kind: str, programmes: Sequence[str]) -> dict[str, Any] | None:
        """What may stand in the cells of a kind of expectation, where ``programmes`` are judged."""
        if kind == "status":
            values = [self.m(f"status_{status}") for status in _STATUSES]
            return {"validate": "list", "source": self.range_of(values)}
        if kind == "provisional":
            return {"validate": "list", "source": [self.m("word_yes"), self.m("word_no")]}
        if kind in CONDITION_KINDS:
            return {"validate": "list", "source": self.range_of(self._conditions(programmes))}
        return None

    def _conditions(self, programmes: Sequence[str]) -> list[str]:
        """The conditions of ``programmes``, as scenarios name them."""
        nodes = dict.fromkeys(node for name in dict.fromkeys(programmes) for node in conditions_of(book(), name))
        return [self.writer.condition(None, node) for node in nodes]


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
