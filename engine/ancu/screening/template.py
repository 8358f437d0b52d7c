"""An empty list to fill in: its header as CSV, or a workbook with drop-down lists, checks and notes.

Everything in it comes from the vocabulary and the rulebook; what is filled in reads back without a mapping.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from ancu.decision.rendering import paper_text, title_of
from ancu.errors import OutputError, Problem
from ancu.handbook.wording import Wording
from ancu.household.members import COMPLETE, people_of
from ancu.household.reading import person_facts_read
from ancu.messages import Language, message
from ancu.rulebook.member_names import FULL_NAME, RELATION
from ancu.rulebook.model import FactDef
from ancu.rulebook.references import use_of
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.template_columns import LAST_ROW, WIDTH, WIDTHS, SheetColumns, bounds_of, heading, how_to_fill

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: The columns of the notes, with their widths in characters.
_NOTES = {"column": 34, "section": 18, "how": 44, "values": 40, "asked": 30, "papers": 60, "programmes": 44}


def header_csv(book: Rulebook, names: Sequence[str], lang: Language) -> str:
    """The header of a new list as a line of CSV."""
    buffer = io.StringIO(newline="")
    headings = [message("heading_case", lang), message("heading_as_of", lang)]
    csv.writer(buffer).writerow([*headings, *(heading(book.facts[name], lang) for name in names)])
    return buffer.getvalue()


def template_workbook(
    book: Rulebook,
    names: Sequence[str],
    programmes: Sequence[str],
    lang: Language,
    day: date,
    members: Sequence[str] | None = None,
) -> bytes:
    """An empty list of the facts ``names`` as the bytes of an .xlsx file, with the papers asked for on ``day``.

    ``programmes`` are those that the notes name as readers of each fact; all, if empty. ``members`` are the facts of a
    person on a sheet of their own, where there is to be one. Raises :class:`OutputError` where XlsxWriter is not
    installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise OutputError(Problem("book_needs_excel", {})) from error
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as made:
        made.set_properties({"created": datetime(2000, 1, 1), "title": message("template_sheet_list", lang)})
        writer = _Template(made, book, lang, day, members=members is not None)
        writer.list_(names)
        if members is not None:
            writer.members_(members)
        readers = [book.programme(name).programme for name in programmes] or list(book.programmes)
        writer.notes(names, readers, members or ())
    return buffer.getvalue()


def split_by_people(book: Rulebook, names: Sequence[str]) -> tuple[list[str], list[str]]:
    """The facts ``names`` that are told of the household itself, and those of a person from which the others follow.

    What people of the household give only the least of is told of the household too.
    """
    people = people_of(book)
    follow = [fact for fact in names if fact in people.projections]
    own = [fact for fact in names if fact not in people.projections or people.projections[fact][-1].version.open]
    return own, person_facts_read(book, follow)


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
        sheet, columns = self.list, SheetColumns(self, self.list, self.book)
        own = self.header("#F2F2F2")
        sheet.write_string(0, 0, self.m("heading_case"), own)
        sheet.set_column(0, 0, WIDTH, self.made.add_format({"num_format": "@"}))
        columns.hint(
            0,
            self.m("heading_case"),
            self.m("template_case"),
            {
                "validate": "custom",
                "value": f"=COUNTIF($A$2:$A${LAST_ROW + 1},A2)=1",
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
            sheet.set_column(first, first, WIDTH)
            how = self.m("template_members_complete", sheet=self.m("template_sheet_members"))
            columns.hint(first, complete, how, columns.yes_no())
            first += 1
        columns.facts(first, names)

    def members_(self, names: Sequence[str]) -> None:
        """The people of the households: a row each, joined by the case id, with a person's facts ``names``."""
        assert self.members is not None
        sheet, columns = self.members, SheetColumns(self, self.members, people_of(self.book).person)
        own, of_list = self.header("#F2F2F2"), self.m("template_sheet_list")
        sheet.write_string(0, 0, self.m("heading_case"), own)
        sheet.set_column(0, 0, WIDTH, self.made.add_format({"num_format": "@"}))
        columns.hint(
            0,
            self.m("heading_case"),
            self.m("template_members_case", sheet=of_list),
            {
                "validate": "custom",
                "value": f"=COUNTIF('{of_list}'!$A$2:$A${LAST_ROW + 1},A2)>=1",
                "error_type": "warning",
                "error_message": self.m("template_members_unknown_case", sheet=of_list),
            },
        )
        full_name = self.m(f"names_of_{FULL_NAME}").split("; ")[0]
        sheet.write_string(0, 1, full_name, own)
        sheet.set_column(1, 1, WIDTHS["choice"])
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

    def notes(self, names: Sequence[str], programmes: Sequence[str], members: Sequence[str]) -> None:
        """What every column means, how it is filled in, which papers prove it, which programmes read it."""
        sheet = self.explained
        sheet.write_string(0, 0, self.m("template_notes_title"), self.title)
        said = self.m("template_notes_lines").splitlines()
        if self.members is not None:
            said[1:1] = self.m("template_members_lines").splitlines()
        for row, line in enumerate(said, 1):
            sheet.write_string(row, 0, line)
        top = row + 2
        for column, (key, width) in enumerate(_NOTES.items()):
            sheet.write_string(top, column, self.m(f"template_note_{key}"), self.header("#DCE6F1"))
            sheet.set_column(column, column, width)
        uses = {programme: use_of(self.book, programme) for programme in programmes}
        of_list = [
            (self.book, name, {programme for programme in programmes if name in uses[programme]}) for name in names
        ]
        for row, (book, name, readers) in enumerate([*of_list, *self._read_of_people(members, uses)], top + 1):
            fact = book.facts[name]
            cells = [
                heading(fact, self.lang),
                book.sections[self._section(book, fact)][self.lang],
                how_to_fill(fact, self.lang),
                self._allowed(fact),
                self._asked(book, name),
                "\n".join(paper_text(self.book, paper, self.day, self.lang) for paper in self._papers(name, fact)),
                "\n".join(
                    title_of(self.book, programme, self.lang) for programme in programmes if programme in readers
                ),
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

    def _read_of_people(
        self, members: Sequence[str], uses: Mapping[str, Collection[str]]
    ) -> Iterator[tuple[Rulebook, str, set[str]]]:
        """The facts of a person, each with the programmes that read what follows from it."""
        if not members:
            return
        people = people_of(self.book)
        read = {fact: person_facts_read(self.book, [fact]) for fact in people.projections}
        for name in members:
            follow = {fact for fact, of_people in read.items() if name in of_people}
            yield people.person, name, {programme for programme, used in uses.items() if not follow.isdisjoint(used)}

    def _papers(self, name: str, fact: FactDef) -> Sequence[str]:
        """The documents that prove a fact; of a person's, those of the fact of the record that it is."""
        return fact.evidence or (self.book.facts[name].evidence if name in self.book.facts else ())

    def _section(self, book: Rulebook, fact: FactDef) -> str:
        """The section of a fact; those of a person are together."""
        return fact.section if book is self.book else people_of(self.book).person.facts[RELATION].section

    def _asked(self, book: Rulebook, name: str) -> str:
        default = book.defaults.get(name)
        return Wording(book, self.lang).say(default[0]) if default is not None else ""
