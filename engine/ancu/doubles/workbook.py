"""A report as a workbook: what was found, what is asked (to be filled in and kept), everybody, all findings once more
narrow enough for paper, and the draft letter."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ancu.doubles.answers import BY, ON, QUESTION, SAME, WHY, heading
from ancu.doubles.columns import COMMUNE, PROJECT
from ancu.doubles.letter import letter_lines
from ancu.doubles.results import DoubleFound, DoublesReport, Level, ListedPerson, Standing
from ancu.doubles.telling import DoublesTelling
from ancu.errors import ExtraMissingError, OutputError, Problem
from ancu.household.members import BORN_ON
from ancu.messages import Language, message
from ancu.rulebook.member_names import FULL_NAME, NUMBER, RELATION
from ancu.rulebook.rulebook import Rulebook

if TYPE_CHECKING:
    from xlsxwriter import Workbook

#: What a sheet can hold, its header included; and how many characters a cell.
MAX_ROWS = 1_048_576
MAX_CELL = 32_767
#: Column widths in characters: of the letter, sentences, names, and the rest.
_PAGE, _WIDE, _NAME, _NARROW = 74, 38, 22, 13
#: Of a row, in points: a line, and the highest; how many lines the headings may take.
_LINE, _HIGHEST = 15, 400
_HEAD = 3
#: How much of a wrapped line words fill.
_FILLED = 0.9
_COLOURS: dict[str, str] = {
    "hit": "#F8D9D5", "confirmed": "#F8D9D5", "likely": "#FFF2CC", "dismissed": "#E4E4E4", "clear": "#D8F0D8",
}  # fmt: skip
_SENTENCES = {"support", "agreement", "effect", "clauses", "evidence", "to_mend", WHY}
_NAMES = {FULL_NAME, QUESTION, "where", "file"}
#: Of paper, as workbooks number its sizes; the width in characters up to which a sheet is legible a page wide, and how
#: many columns each further page of a wider one repeats: up to the name.
_A4, _LEGIBLE, _REPEATED = 9, 165, 4
#: The rows of a sheet: the colour of each, and its cells.
Rows = Iterator[tuple[Level | Standing | None, Sequence[Any]]]


def doubles_workbook(book: Rulebook, report: DoublesReport, lang: Language) -> bytes:
    """The workbook of ``report``; :class:`OutputError` where a sheet cannot hold it."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise ExtraMissingError(Problem("extra_missing", {"what": "xlsxwriter", "extra": "excel"})) from error
    if len(report.people) >= MAX_ROWS or len(report.findings) >= MAX_ROWS:
        rows = max(len(report.people), len(report.findings))
        raise OutputError(Problem("workbook_too_long", {"path": ".xlsx", "rows": rows, "limit": MAX_ROWS - 1}))
    content = io.BytesIO()
    made = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    # The same report gives the same bytes.
    made.set_properties({"created": report.as_of})
    _Sheets(made, DoublesTelling(book, report, lang)).write()
    made.close()
    return content.getvalue()


class _Sheets:
    def __init__(self, made: Workbook, telling: DoublesTelling) -> None:
        self.made, self.telling, self.report = made, telling, telling.report
        self.lang = telling.lang
        self.formats = {
            level: made.add_format({"bg_color": colour, "text_wrap": True, "valign": "top"})
            for level, colour in _COLOURS.items()
        }
        self.plain = made.add_format({"text_wrap": True, "valign": "top"})
        self.head = made.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        ruled = {"text_wrap": True, "valign": "top", "border": 1}
        self.ruled = {level: made.add_format({**ruled, "bg_color": colour}) for level, colour in _COLOURS.items()}
        self.ruled_plain, self.ruled_head = made.add_format(ruled), made.add_format({**ruled, "bold": True})
        self.open = made.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
        self.open_day = made.add_format({"valign": "top", "border": 1, "num_format": "dd/mm/yyyy"})

    def write(self) -> None:
        found = [one for one in self.report.findings if not self._asked(one)]
        asked = [one for one in self.report.findings if self._asked(one)]
        self._table("sheet_doubles_found", _FOUND, ((one.level, self._found(one)) for one in found))
        self._questions(asked)
        self._table("sheet_doubles_people", _PEOPLE, self._people())
        self._table("sheet_doubles_households", _HOUSEHOLDS, self._households())
        self._printed()
        self._letter()
        if self.report.unread:
            self._table("sheet_doubles_unread", _UNREAD, self._unread())

    @staticmethod
    def _asked(found: DoubleFound) -> bool:
        """Whether somebody is to be asked, or was: the sheet of questions keeps its answers."""
        return found.answer is not None or found.level == "likely" or "number_of_another" in found.effect.asked

    # -- sheets -------------------------------------------------------------------------------------------------------

    def _heading(self, name: str) -> str:
        if name == "case":
            return message("heading_case", self.lang)
        if name in (FULL_NAME, NUMBER, BORN_ON, RELATION, COMMUNE, PROJECT):
            return self.telling.label(name)
        return message(f"column_{name}", self.lang)

    def _table(self, title: str, columns: Sequence[str], rows: Rows) -> Any:
        sheet = self.made.add_worksheet(message(title, self.lang))
        for at, name in enumerate(columns):
            sheet.set_column(at, at, _width(name))
            sheet.write_string(0, at, self._heading(name), self.head)
        sheet.set_row(0, _HEAD * _LINE)
        self._on_paper(sheet, sum(map(_width, columns)))
        count = 0
        for count, (level, cells) in enumerate(rows, 1):
            sheet.set_row(count, _height(zip(cells, map(_width, columns), strict=True)))
            for at, cell in enumerate(cells):
                look = self.formats[level] if level is not None and at == 0 else self.plain
                self._cell(sheet, count, at, cell, look)
        sheet.freeze_panes(1, 0)
        if count:
            sheet.autofilter(0, 0, count, len(columns) - 1)
        return sheet

    @staticmethod
    def _on_paper(sheet: Any, width: int) -> None:
        """Lay a sheet out for paper: a page wide, or as many as the letters need to be read."""
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&P/&N")
        sheet.repeat_rows(0)
        pages = math.ceil(width / _LEGIBLE)
        if pages > 1:
            sheet.repeat_columns(0, _REPEATED - 1)
        sheet.fit_to_pages(pages, 0)

    @staticmethod
    def _cell(sheet: Any, row: int, column: int, cell: Any, look: Any) -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, look)
        elif cell:
            sheet.write_string(row, column, str(cell)[:MAX_CELL], look)
        else:
            sheet.write_blank(row, column, None, look)

    def _questions(self, asked: Sequence[DoubleFound]) -> None:
        """The sheet of questions: its last columns are for the officer, and hold what was answered before."""
        answers = (SAME, BY, ON, WHY)
        columns = (*_FOUND, *answers, QUESTION)
        rows: Rows = ((one.level, self._found(one)) for one in asked)
        sheet = self._table("sheet_doubles_questions", _FOUND, rows)
        for at in range(len(_FOUND), len(columns)):
            sheet.set_column(at, at, _width(columns[at]))
            sheet.write_string(0, at, heading(columns[at], self.lang), self.head)
        self._on_paper(sheet, sum(map(_width, columns)))
        first = len(_FOUND)
        for number, one in enumerate(asked, 1):
            answer = one.answer
            yes = message("word_yes" if answer is not None and answer.same else "word_no", self.lang)
            cells = (yes, answer.by, answer.on, answer.why) if answer is not None else (None,) * len(answers)
            for at, cell in enumerate(cells, first):
                if isinstance(cell, date):
                    sheet.write_datetime(number, at, cell, self.open_day)
                elif columns[at] == ON:
                    sheet.write_blank(number, at, None, self.open_day)
                else:
                    self._cell(sheet, number, at, cell, self.open)
            self._cell(sheet, number, len(columns) - 1, one.question, self.plain)
        if asked:
            words = [message("word_yes", self.lang), message("word_no", self.lang)]
            sheet.data_validation(1, first, len(asked), first, {"validate": "list", "source": words})
            sheet.autofilter(0, 0, len(asked), len(columns) - 1)

    def _printed(self) -> None:
        """The sheet for paper: every finding in few columns, a person in one cell, ruled, with room to answer."""
        widths = tuple(_PRINTED.values())
        sheet = self.made.add_worksheet(message("sheet_print", self.lang))
        self._on_paper(sheet, sum(widths))
        for at, (name, width) in enumerate(_PRINTED.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, message(f"column_{name}", self.lang), self.ruled_head)
        sheet.set_row(0, _HEAD * _LINE)
        for row, one in enumerate(self.report.findings, 1):
            cells = self._printed_cells(one)
            sheet.set_row(row, _height(zip(cells, widths, strict=True)))
            for at, cell in enumerate(cells):
                self._cell(sheet, row, at, cell, self.ruled[one.level] if at == 0 else self.ruled_plain)
        sheet.freeze_panes(1, 0)

    def _printed_cells(self, found: DoubleFound) -> Sequence[str]:
        standing, sort, *person, support, effect, clauses, evidence, agreement = self._found(found)
        answer = found.answer
        answered = ""
        if answer is not None:
            same = message("word_yes" if answer.same else "word_no", self.lang)
            answered = _lines(same, answer.by, self.telling.day(answer.on), answer.why)
        return (
            _lines(standing, sort),
            _lines(*person),
            support,
            _lines(effect, _sentence(clauses)),
            _lines(evidence, _sentence(agreement)),
            answered,
        )

    def _letter(self) -> None:
        sheet = self.made.add_worksheet(message("sheet_doubles_letter", self.lang))
        sheet.set_column(0, 0, _PAGE)
        sheet.set_paper(_A4)
        sheet.set_portrait()
        sheet.fit_to_pages(1, 0)
        for number, line in enumerate(letter_lines(self.telling)):
            sheet.set_row(number, _height([(line, _PAGE)]))
            self._cell(sheet, number, 0, line, self.plain)

    # -- rows ---------------------------------------------------------------------------------------------------------

    def _found(self, found: DoubleFound) -> Sequence[Any]:
        telling, other = self.telling, found.other
        evidence = (telling.where(other), other.name, other.number, other.born, other.commune)
        return (
            message(f"doubles_standing_{found.level}", self.lang),
            message(f"doubles_sort_{found.sort}", self.lang),
            *self._person(found.person),
            telling.supports(found),
            telling.effect(found.effect),
            telling.clauses(found.effect),
            "; ".join(filter(None, evidence)),
            telling.agreement(found.agreement),
        )

    def _person(self, person: ListedPerson) -> Sequence[Any]:
        telling = self.telling
        return (
            person.case,
            person.name,
            telling.relation(person),
            person.number,
            person.born,
            person.commune,
            telling.where(person),
        )

    def _people(self) -> Rows:
        for one in self.report.people:
            effect = message(f"doubles_effect_{one.effect}", self.lang) if one.effect is not None else ""
            standing = message(f"doubles_standing_{one.standing}", self.lang)
            yield one.standing, (standing, *self._person(one.person), effect)

    def _households(self) -> Rows:
        for one in self.report.households:
            effect = message(f"doubles_effect_{one.effect}", self.lang) if one.effect is not None else ""
            standing = message(f"doubles_standing_{one.standing}", self.lang)
            yield one.standing, (standing, one.case, one.people, effect, self.telling.file(one.file))

    def _unread(self) -> Rows:
        for cell in self.report.unread:
            where = message("doubles_where", self.lang, file=self.telling.file(cell.file), line=cell.line)
            yield None, (where, cell.column, cell.value, cell.problem)


_PERSON = ("case", FULL_NAME, RELATION, NUMBER, BORN_ON, COMMUNE, "where")
_FOUND = ("standing", "sort", *_PERSON, "support", "effect", "clauses", "evidence", "agreement")
_PEOPLE = ("standing", *_PERSON, "effect")
_HOUSEHOLDS = ("standing", "case", "people_count", "effect", "file")
_UNREAD = ("where", "cell_header", "value_read", "to_mend")
#: The columns of the sheet for paper, with their widths.
_PRINTED = {
    "standing": 14, "printed_person": 27, "support": 24, "printed_effect": 36, "printed_evidence": 32, "answer": 18,
}  # fmt: skip


def _width(column: str) -> int:
    """The width of a column, in characters."""
    return _WIDE if column in _SENTENCES else _NAME if column in _NAMES else _NARROW


def _height(cells: Iterable[tuple[Any, int]]) -> int:
    """The height of a row of wrapped ``cells``, each with the width of its column."""
    lines = (
        sum(math.ceil(len(line) / (_FILLED * width)) for line in str(cell).split("\n")) for cell, width in cells if cell
    )
    return min(_HIGHEST, _LINE * max(lines, default=1))


def _lines(*parts: object) -> str:
    """What is told of ``parts``, a line each."""
    return "\n".join(str(part) for part in parts if part)


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]
