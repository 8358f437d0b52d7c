"""The columns of an empty sheet to fill in: a header, drop-down lists, checks and hints, all from the vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import DATE, UNIT_SIGNS, scaled
from ancu.rulebook.values import format_value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The last row of a sheet, counted from 0.
LAST_ROW = 1_048_575
#: What Excel takes for the title and the text of a hint.
_TITLE, _TEXT = 32, 255
_FIRST_DAY = date(1900, 1, 1)
_HEADER_COLOURS = ("#DCE6F1", "#E2EFDA")
#: Widths of columns in characters, by the type of what they hold; any other.
WIDTHS = {"money": 18, "choice": 26, "list": 30}
WIDTH = 15


class TemplateBook(Protocol):
    """The workbook that sheets are of."""

    made: Workbook
    lang: Language

    def header(self, colour: str) -> Format:
        """The format of a header of this colour."""
        ...

    def choices(self, fact: FactDef) -> str:
        """The range that holds the choices of a fact."""
        ...


def heading(fact: FactDef, lang: Language) -> str:
    """What the column of a fact is called: its label, with the unit of a number."""
    unit = unit_of(fact, lang)
    return f"{fact.label[lang]} ({unit})" if unit else fact.label[lang]


def unit_of(fact: FactDef, lang: Language) -> str | None:
    """The unit that the numbers of a fact are in; None for a bare number and for what is no number."""
    type_ = fact.value_type
    if type_.kind != "number":
        return None
    if fact.unit is not None:
        return fact.unit[lang]
    if type_.dimension in ("years", "months", "days"):
        return message(f"unit_{type_.dimension}", lang)
    return UNIT_SIGNS.get(type_.dimension or "")


def how_to_fill(fact: FactDef, lang: Language) -> str:
    """How a cell of the fact is filled in."""
    unit = unit_of(fact, lang) or message("type_number", lang)
    kind_help = message(f"template_how_{fact.value_type.kind}", lang, unit=unit)
    return f"{fact.help[lang]} {kind_help}" if fact.help is not None else kind_help


def bounds_of(fact: FactDef, lang: Language) -> str:
    """From which value to which a number of the fact may go."""
    type_, bounds = fact.value_type, fact.bounds
    assert bounds is not None
    ends = [scaled(Decimal(str(end)), type_.scale) for end in (bounds.min, bounds.max)]
    first, last = (format_value(end, type_, unit_of(fact, lang), lang) for end in ends)
    return message("template_bounds", lang, first=first, last=last)


class SheetColumns:
    """The columns of a sheet to fill in, for facts of ``book``."""

    def __init__(self, template: TemplateBook, sheet: Worksheet, book: Rulebook) -> None:
        self.template, self.sheet, self.book, self.lang = template, sheet, book, template.lang
        self.made: Workbook = template.made

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)

    def facts(self, first: int, names: Sequence[str]) -> None:
        """A column for each fact, from the column ``first`` on, and what holds for the whole sheet."""
        sheet = self.sheet
        headers = [self.template.header(colour) for colour in _HEADER_COLOURS]
        sections = list(dict.fromkeys(self.book.facts[name].section for name in names))
        for column, name in enumerate(names, first):
            fact = self.book.facts[name]
            sheet.write_string(0, column, heading(fact, self.lang), headers[sections.index(fact.section) % 2])
            self._fact_column(column, fact)
        sheet.set_row(0, 80)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, 0, len(names) + first - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3

    def yes_no(self) -> dict[str, Any]:
        """The check on a cell that says yes or no."""
        return {"validate": "list", "source": [self._m("word_yes"), self._m("word_no")]}

    def _fact_column(self, column: int, fact: FactDef) -> None:
        type_ = fact.value_type
        title = fact.label[self.lang]
        if type_.kind == "date":
            bounds = fact.bounds
            first, last = (bounds.min, bounds.max) if bounds is not None else (_FIRST_DAY, None)
            assert isinstance(first, date)
            self.day(column, title, how_to_fill(fact, self.lang), first, last if isinstance(last, date) else None)
            return
        rule: dict[str, Any]
        error = self._m("template_error_choice")
        number = None
        if type_.kind == "yes_no":
            rule = self.yes_no()
        elif type_.kind in ("choice", "list"):
            rule = {"validate": "list", "source": self.template.choices(fact)}
            if type_.kind == "list":
                # Several values may be typed, separated by semicolons, which no list of Excel's can check.
                rule["show_error"] = False
        else:
            rule = self._number_rule(column, fact)
            error = self._m("template_error_number", bounds=bounds_of(fact, self.lang))
            number = "#,##0" + (".##" if type_.scale and fact.type != "money" else "")
        number_format = self.made.add_format({"num_format": number}) if number is not None else None
        self.sheet.set_column(column, column, WIDTHS.get(fact.type, WIDTH), number_format)
        self.hint(column, title, how_to_fill(fact, self.lang), {"error_message": error, **rule})

    def _number_rule(self, column: int, fact: FactDef) -> dict[str, Any]:
        bounds = fact.bounds
        assert bounds is not None
        if fact.type == "percent":
            # Excel turns "81%" into 0.81, which must not pass for less than one percent.
            from xlsxwriter.utility import xl_rowcol_to_cell

            cell = xl_rowcol_to_cell(1, column)
            least, most = f"{cell}>={bounds.min}", f"{cell}<={bounds.max}"
            formula = f"=AND(ISNUMBER({cell}),{least},{most},OR({cell}=0,{cell}>1))"
            return {"validate": "custom", "value": formula}
        kind = "decimal" if fact.value_type.scale else "integer"
        return {"validate": kind, "criteria": "between", "minimum": bounds.min, "maximum": bounds.max}

    def day(self, column: int, title: str, how: str, first: date, last: date | None) -> None:
        self.sheet.set_column(column, column, WIDTH, self.made.add_format({"num_format": "dd/mm/yyyy"}))
        limits: dict[str, Any] = {"criteria": ">=", "value": first}
        if last is not None:
            limits = {"criteria": "between", "minimum": first, "maximum": last}
        first_day = format_value(first.toordinal(), DATE, None, self.lang)
        error = self._m("template_error_date", first=first_day)
        self.hint(column, title, how, {"validate": "date", **limits, "error_message": error})

    def hint(self, column: int, title: str, how: str, rule: dict[str, Any]) -> None:
        options = {
            "input_title": _short(title, _TITLE),
            "input_message": _short(how, _TEXT),
            "error_title": self._m("template_error_title"),
            **rule,
        }
        options["error_message"] = _short(options.get("error_message", ""), _TEXT)
        done = self.sheet.data_validation(1, column, LAST_ROW, column, options)
        assert done == 0, options


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
