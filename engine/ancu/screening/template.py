"""An empty list to fill in: its header as CSV, or a workbook with drop-down lists, checks and notes.

Everything in it comes from the vocabulary and the rulebook; what is filled in reads back without a mapping.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ancu.decision.rendering import paper_text, title_of
from ancu.errors import OutputError, Problem
from ancu.handbook.wording import Wording
from ancu.messages import Language, message
from ancu.rulebook.model import FactDef
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import DATE, UNIT_SIGNS, scaled
from ancu.rulebook.values import format_value

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LAST_ROW = 1_048_575
#: What Excel takes for the title and the text of a hint.
_TITLE, _TEXT = 32, 255
_FIRST_DAY = date(1900, 1, 1)
_HEADER_COLOURS = ("#DCE6F1", "#E2EFDA")
_WIDTHS = {"money": 18, "choice": 26, "list": 30}
_WIDTH = 15
#: The columns of the notes, with their widths in characters.
_NOTES = {"column": 34, "section": 18, "how": 44, "values": 40, "asked": 30, "papers": 60, "programmes": 44}


def header_csv(book: Rulebook, names: Sequence[str], lang: Language) -> str:
    """The header of a new list as a line of CSV."""
    buffer = io.StringIO(newline="")
    headings = [message("heading_case", lang), message("heading_as_of", lang)]
    csv.writer(buffer).writerow([*headings, *(heading(book.facts[name], lang) for name in names)])
    return buffer.getvalue()


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


def template_workbook(
    book: Rulebook, names: Sequence[str], programmes: Sequence[str], lang: Language, day: date
) -> bytes:
    """An empty list of the facts ``names`` as the bytes of an .xlsx file, with the papers asked for on ``day``.

    ``programmes`` are those that the notes name as readers of each fact; all, if empty. Raises :class:`OutputError`
    where XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("output_needs_excel", {})) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": message("template_sheet_list", lang)})
        writer = _Template(made, book, lang, day)
        writer.list_(names)
        writer.notes(names, [book.programme(name).programme for name in programmes] or list(book.programmes))
    return buffer.getvalue()


class _Template:
    def __init__(self, made: Workbook, book: Rulebook, lang: Language, day: date, *, members: bool) -> None:
        self.made, self.book, self.lang, self.day = made, book, lang, day
        self.list: Worksheet = made.add_worksheet(self.m("template_sheet_list"))
        self.members: Worksheet | None = made.add_worksheet(self.m("template_sheet_members")) if members else None
        self.explained: Worksheet = made.add_worksheet(self.m("template_sheet_notes"))
        self.values: Worksheet = made.add_worksheet(self.m("template_sheet_values"))
        self.values.hide()
        self.value_columns = 0
        boxed = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF"}
        self.wrapped: Format = made.add_format(boxed)
        self.bold: Format = made.add_format({**boxed, "bold": True})
        self.title: Format = made.add_format({"bold": True, "font_size": 14})

    def m(self, key: str, **values: object) -> str:
        """A message in the template's language."""
        return message(key, self.lang, **values)

    def header(self, colour: str) -> Format:
        """The format of a header of this colour."""
        return self.made.add_format(
            {"bold": True, "bg_color": colour, "border": 1, "text_wrap": True, "valign": "vcenter", "align": "center"}
        )

    # -- the list -------------------------------------------------------------------------------------------------

    def list_(self, names: Sequence[str]) -> None:
        """The list itself: a header and empty rows that know what belongs in them."""
        sheet, columns = self.list, Columns(self, self.list, self.book)
        own = self.header("#F2F2F2")
        sheet.write_string(0, 0, self.m("heading_case"), own)
        sheet.set_column(0, 0, _WIDTH, self.made.add_format({"num_format": "@"}))
        columns.hint(
            0,
            self.m("heading_case"),
            self.m("template_case"),
            {
                "validate": "custom",
                "value": f"=COUNTIF($A$2:$A${_LAST_ROW + 1},A2)=1",
                "error_type": "warning",
                "error_message": self.m("template_case_twice"),
            },
        )
        sheet.write_string(0, 1, self.m("heading_as_of"), own)
        columns.day(1, self.m("heading_as_of"), self.m("template_as_of"), self._first_covered(), None)
        first = 2
        if self.members is not None:
            complete = self.m(f"names_of_{COMPLETE}").split("; ")[0]
            sheet.write_string(0, first, complete, own)
            sheet.set_column(first, first, _WIDTH)
            how = self.m("template_members_complete", sheet=self.m("template_sheet_members"))
            columns.hint(first, complete, how, columns.yes_no())
            first += 1
        columns.facts(first, names)

    def members_(self, names: Sequence[str]) -> None:
        """The people of the households: a row each, joined by the case id, with a person's facts ``names``."""
        assert self.members is not None
        sheet, columns = self.members, Columns(self, self.members, people_of(self.book).person)
        own, of_list = self.header("#F2F2F2"), self.m("template_sheet_list")
        sheet.write_string(0, 0, self.m("heading_case"), own)
        sheet.set_column(0, 0, _WIDTH, self.made.add_format({"num_format": "@"}))
        columns.hint(
            0,
            self.m("heading_case"),
            self.m("template_members_case", sheet=of_list),
            {
                "validate": "custom",
                "value": f"=COUNTIF('{of_list}'!$A$2:$A${_LAST_ROW + 1},A2)>=1",
                "error_type": "warning",
                "error_message": self.m("template_members_unknown_case", sheet=of_list),
            },
        )
        full_name = self.m(f"names_of_{FULL_NAME}").split("; ")[0]
        sheet.write_string(0, 1, full_name, own)
        sheet.set_column(1, 1, _WIDTHS["choice"])
        columns.hint(1, full_name, self.m("template_members_name"), {"validate": "any"})
        columns.facts(2, names)

    def _first_covered(self) -> date:
        return min(programme.covered_from for programme in self.book.programmes.values())

    def choices(self, fact: FactDef) -> str:
        """The range of the sheet of values that holds the choices of a fact."""
        from xlsxwriter.utility import xl_range_abs

        column = self.value_columns
        self.value_columns += 1
        for row, value in enumerate(fact.values.values()):
            self.values.write_string(row, column, value[self.lang])
        sheet = self.m("template_sheet_values")
        return f"='{sheet}'!{xl_range_abs(0, column, len(fact.values) - 1, column)}"

    # -- the notes ------------------------------------------------------------------------------------------------

    def notes(self, names: Sequence[str], programmes: Sequence[str]) -> None:
        """What every column means, how it is filled in, which papers prove it, which programmes read it."""
        sheet = self.explained
        sheet.write_string(0, 0, self.m("template_notes_title"), self.title)
        for row, line in enumerate(self.m("template_notes_lines").splitlines(), 1):
            sheet.write_string(row, 0, line)
        top = row + 2
        for column, (key, width) in enumerate(_NOTES.items()):
            sheet.write_string(top, column, self.m(f"template_note_{key}"), self.header("#DCE6F1"))
            sheet.set_column(column, column, width)
        uses = {programme: use_of(self.book, programme) for programme in programmes}
        for row, name in enumerate(names, top + 1):
            fact = self.book.facts[name]
            readers = [title_of(self.book, programme, self.lang) for programme in programmes if name in uses[programme]]
            cells = [
                heading(fact, self.lang),
                self.book.sections[fact.section][self.lang],
                how_to_fill(fact, self.lang),
                self._allowed(fact),
                self._asked(name),
                "\n".join(paper_text(self.book, paper, self.day, self.lang) for paper in fact.evidence),
                "\n".join(readers),
            ]
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell, self.wrapped if column else self.bold)
            # Not every program makes room for wrapped text by itself.
            lines = max(
                sum(1 + len(line) // width for line in cell.split("\n"))
                for cell, width in zip(cells, _NOTES.values(), strict=True)
            )
            sheet.set_row(row, min(15 * lines, 400))
        sheet.freeze_panes(top + 1, 1)
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)

    def _allowed(self, fact: FactDef) -> str:
        if fact.values:
            return "\n".join(value[self.lang] for value in fact.values.values())
        if fact.value_type.kind == "yes_no":
            return f"{self.m('word_yes')}\n{self.m('word_no')}"
        return bounds_of(fact, self.lang) if fact.value_type.kind == "number" else ""

    def _asked(self, name: str) -> str:
        default = self.book.defaults.get(name)
        return Wording(self.book, self.lang).say(default[0]) if default is not None else ""


class Columns:
    """The columns of a sheet to fill in, for facts of ``book``."""

    def __init__(self, template: _Template, sheet: Worksheet, book: Rulebook) -> None:
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
        self.sheet.set_column(column, column, _WIDTHS.get(fact.type, _WIDTH), number_format)
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
        self.sheet.set_column(column, column, _WIDTH, self.made.add_format({"num_format": "dd/mm/yyyy"}))
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
        done = self.sheet.data_validation(1, column, _LAST_ROW, column, options)
        assert done == 0, options


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


def _short(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
