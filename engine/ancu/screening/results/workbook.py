"""The result of a run as an Excel workbook: decisions, rejected rows, totals and reasons, a sheet each.

Rows are written as they come and leave memory at once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from ancu.screening.lists.listing import ListFile
from ancu.screening.lists.ooxml import column_letters
from ancu.screening.results.arrangement import Arrangement, amount_in, arrangement_of, number_in
from ancu.screening.results.files import BinaryFile
from ancu.screening.results.layout import Block
from ancu.screening.results.people_sheet import people_headings
from ancu.screening.results.print_sheet import MOST_PRINTED, PrintedRows
from ancu.screening.results.summary import OPENED, single_texts
from ancu.screening.results.understood import UNDERSTOOD, day_text, sheets_text, understood_columns
from ancu.screening.run.judged_chunk import Rejected
from ancu.screening.run.plan import Plan
from ancu.screening.run.screen import Screening

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from ancu.screening.results.quick_rows import Piece

#: What a sheet can hold, its header included.
MAX_ROWS = 1_048_576
#: How many characters a cell can hold.
MAX_CELL = 32_767
_COLOURS = {
    "eligible": "#D8F0D8", "ineligible": "#F8D9D5", "undetermined": "#FFF2CC", "not_in_force": "#E4E4E4",
    "not_covered": "#E4E4E4",
}  # fmt: skip
#: Column widths in characters, row heights in points.
_WIDE, _NARROW = 72, 14
_LINE, _HIGHEST = 15, 400
#: How many texts of a column, and letters of a sheet, are kept as they are written: most columns say the same few
#: things over and over.
_MOST_KNOWN, _MOST_LETTERS = 5_000, 5_000_000
#: How much of a wrapped line words fill.
_FILLED = 0.9


def check_fits(path: str, rows: int, programmes: int, layout: str) -> None:
    """Raise :class:`OutputError` before any work where a sheet could not hold the result."""
    needed = rows * (programmes if layout == "long" else 1)
    if needed >= MAX_ROWS:
        raise OutputError(Problem("workbook_too_long", {"path": path, "rows": needed, "limit": MAX_ROWS - 1}))


class WrittenBook:
    """A workbook being written, its parts in ``scratch`` until it is whole.

    Text stays text: nothing that a list holds can become a formula or a link.
    """

    def __init__(self, file: BinaryFile, scratch: Path, lang: Language, title: str) -> None:
        try:
            import xlsxwriter

            from ancu.screening.results import quick_rows
        except ImportError as error:
            raise OutputError(Problem("output_needs_excel", {})) from error
        #: What writes rows whole; None where XlsxWriter is another than it was made for.
        self.quick = quick_rows if quick_rows.works() else None
        self.file, self.lang = file, lang
        #: What stands in the middle below every printed page.
        self.foot = ""
        #: The cells, by sheet and place, whose text is longer than a cell holds: its end is missing.
        self.cut: list[str] = []
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        options = {"constant_memory": True, "tmpdir": str(scratch), **plain}
        self.made: Workbook = xlsxwriter.Workbook(file, options)
        # The same run gives the same bytes.
        self.made.set_properties({"created": datetime(2000, 1, 1), "title": title})
        top = {"valign": "top", "text_wrap": True}
        self.head: Format = self.made.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, **top})
        self.cell: Format = self.made.add_format(top)
        self.bare: Format = self.made.add_format()
        self.number: Format = self.made.add_format({"num_format": "#,##0", **top})
        self.amount: Format = self.made.add_format({"num_format": '#,##0 "đồng"', **top})
        self.day: Format = self.made.add_format({"num_format": "dd/mm/yyyy", **top})

    def finish(self) -> None:
        """Put the workbook together. Raises OSError where it cannot be written."""
        from xlsxwriter.exceptions import XlsxWriterException

        try:
            self.made.close()
        except XlsxWriterException as error:  # around what the system said
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error


class WorkbookSink(WrittenBook):
    """The result of a run as a workbook."""

    def __init__(
        self,
        file: BinaryFile,
        scratch: Path,
        plan: Plan,
        headers: Sequence[str],
        headings: Sequence[str],
        files: Sequence[ListFile] = (),
    ) -> None:
        super().__init__(file, scratch, plan.lang, message("sheet_decisions", plan.lang))
        self.foot = day_text(plan)
        self.plan, self.headers, self.headings, self.files = plan, headers, headings, files
        top = {"valign": "top", "text_wrap": True}
        self.wrong: Format = self.made.add_format({"bg_color": "#F4B6AE", "bold": True, **top})
        self.status: dict[str, Format] = {
            status: self.made.add_format({"bg_color": colour, **top}) for status, colour in _COLOURS.items()
        }
        lines = {"border": 1, "border_color": "#BFBFBF", **top}
        self.ruled: Format = self.made.add_format(lines)
        self.ruled_status: dict[str, Format] = {
            status: self.made.add_format({"bg_color": colour, **lines}) for status, colour in _COLOURS.items()
        }
        texts = {self._m(f"column_{key}") for key in ("reasons", "open", "priority", "notes", "choice", "what_if")}
        wide = [heading for heading in headings if any(heading.endswith(text) for text in texts)]
        self.arranged = arrangement_of(plan, headers)
        in_order = [headings[place] for place in self.arranged.order]
        self.decisions = SheetOfRows(self, self._m("sheet_decisions"), in_order, wide, _HIGHEST, self.arranged)
        self.printed = PrintedRows(plan, headers) if not plan.coded else None
        self.paper: SheetOfRows | None = None
        self.rejects: SheetOfRows | None = None
        self.people: SheetOfRows | None = None

    def write(self, block: Block) -> None:
        """Add a block; the verdicts coloured by status."""
        columns = [cells_of(column) for column in block.columns]
        verdicts = {place: cells_of(column) for place, column in block.verdicts.items()}
        shown, marks = self._shown(columns, verdicts)
        printed = self._printed(columns, verdicts)
        for i, cells in enumerate(zip(*(shown[place] for place in self.arranged.order), strict=True)):
            self.decisions.add(cells, {at: form for at, forms in marks if (form := forms[i]) is not None})
            next(printed, None)

    def _shown(
        self, columns: list[list[Any]], verdicts: Mapping[int, list[int]]
    ) -> tuple[list[list[Any]], list[tuple[int, list[Format | None]]]]:
        """The columns as they are shown, numbers and amounts as such, and the formats by the place they stand in."""
        places = {place: at for at, place in enumerate(self.arranged.order)}
        colours = [self.status[status] for status, _ in VERDICTS]
        marks: list[tuple[int, list[Format | None]]] = [
            (places[place], [colours[verdict] for verdict in column]) for place, column in verdicts.items()
        ]
        shown = list(columns)
        for place in self.arranged.numbers:
            shown[place], numbers = _read_as(number_in, columns[place])
            form = [None if n is None else self.number if isinstance(n, int) else self.cell for n in numbers]
            marks.append((places[place], form))
        for place in self.arranged.amounts:
            shown[place], amounts = _read_as(amount_in, columns[place])
            if any(amount is not None for amount in amounts):
                marks.append((places[place], [None if amount is None else self.amount for amount in amounts]))
        return shown, marks

    def _printed(self, columns: list[list[Any]], verdicts: Mapping[int, list[int]]) -> Iterator[None]:
        """Each row of a block added to the sheet for paper, one at a time as it is asked for."""
        for i, row in enumerate(zip(*columns, strict=True)):
            if self.printed is None or (self.paper is not None and self.paper.rows > MOST_PRINTED):
                return
            self._print(row, {place: column[i] for place, column in verdicts.items()})
            yield

    def _print(self, row: Sequence[Any], verdicts: dict[int, int]) -> None:
        """Add a row of the result to the sheet for paper, up to as many as somebody may print."""
        assert self.printed is not None
        if self.paper is None:
            headings = self.printed.headings()
            wide = [self._m("column_reasons"), self._m("print_missing")]
            wide = [text[:1].upper() + text[1:] for text in wide]
            who = Arrangement((), len(self.printed.own), len(headings), frozenset(), frozenset())
            self.paper = SheetOfRows(self, self._m("sheet_print"), headings, wide, _HIGHEST, who, self.ruled)
            self.paper.headline(self._print_title())
        for cells, status in self.printed.rows(row, verdicts):
            self.paper.add(cells, {self.printed.status_place(): self.ruled_status[status]})

    def _print_title(self) -> str:
        """What is printed: where one programme is judged, no column names it."""
        programmes = self.plan.programmes
        if len(programmes) != 1:
            return self._m("print_title")
        return self._m("print_title_of", programme=title_of(self.plan.book, programmes[0], self.lang))

    def reject(self, rejected: Rejected) -> None:
        """Add a rejected row as it came, the offending cells marked, with what to mend."""
        if self.rejects is None:
            problem = self._m("reject_problem")
            headings = [self._m("reject_line"), problem, *self.headers]
            self.rejects = SheetOfRows(self, self._m("sheet_rejects"), headings, [problem], _HIGHEST)
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
            self.people = SheetOfRows(self, self._m("template_sheet_members"), headings, (), _HIGHEST)
        self.people.add(cells, {})

    def close(self, run: Screening) -> None:
        """Add what the run came to, and finish the file."""
        if self.paper is not None:
            more = self._m("print_more", count=MOST_PRINTED, sheet=self._m("sheet_decisions"))
            if self.paper.rows > MOST_PRINTED:
                self.paper.line(more)
            self.paper.line("")
            self.paper.line(self._m("print_place"))
            self.paper.line(self._m("print_signed"))
        self._totals(run)
        self._reasons(run)
        self._understood()
        for sheet in (self.decisions, self.rejects, self.people):
            if sheet is not None:
                sheet.close()
        self.finish()

    def _totals(self, run: Screening) -> None:
        """How many cases have each status, by programme."""
        shown = list(_COLOURS)
        opened = [self._m(f"column_{what}") for what in OPENED]
        headings = [self._m("column_programme"), *(self._m(f"status_{status}") for status in shown), *opened]
        sheet = SheetOfRows(self, self._m("sheet_totals"), headings, headings[:1], _HIGHEST)
        marks = {i: self.status[status] for i, status in enumerate(shown, 1)}
        for name, counts in run.counts.items():
            title = title_of(self.plan.book, name, self.plan.lang)
            still = run.opened.get(name, Counter())
            sheet.add([title, *(counts[status] for status in shown), *(still[what] for what in OPENED)], marks)
        sheet.line("")
        counted = {"totals_read": run.read, "totals_judged": run.judged, "totals_rejected": run.rejected}
        for key, rows in counted.items():
            sheet.line(self._m(key), rows)
        for text in single_texts(self.plan.book, run, self.plan.lang):
            sheet.line(text)
        sheet.line(day_text(self.plan))

    def _understood(self) -> None:
        """What each column was taken for, in which unit and of whom, and the day of the law."""
        headings = [self._m(key) for key in UNDERSTOOD]
        sheet = SheetOfRows(self, self._m("sheet_understood"), headings, headings[:2], _HIGHEST)
        sheets = sheets_text(self.files)
        for column in understood_columns(self.plan):
            where = sheets if column.header in self.plan.columns.known else None
            sheet.add([column.header, column.fact, column.unit, column.whose, where], {})
        for header in self.plan.columns.unknown:
            sheet.add([header, self._m("understood_unused"), None, None, None], {})
        sheet.line("")
        sheet.line(day_text(self.plan))

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
        sheet = SheetOfRows(self, self._m("sheet_reasons"), headings, [headings[0], headings[2]], _HIGHEST)
        order = {name: i for i, name in enumerate(self.plan.programmes)}
        for (name, status, text), count in sorted(
            rows_by_reason.items(), key=lambda item: (order[item[0][0]], -item[1], item[0])
        ):
            title = title_of(self.plan.book, name, self.plan.lang)
            sheet.add([title, self._m(f"status_{status}"), text, count], {1: self.status[status]})

    def _m(self, key: str, **values: object) -> str:
        return message(key, self.lang, **values)


class SheetOfRows:
    """A sheet whose rows are written one after the other."""

    def __init__(
        self,
        sink: WrittenBook,
        title: str,
        headings: Sequence[str],
        wide: Iterable[str],
        highest: int,
        arranged: Arrangement | None = None,
        cell: Format | None = None,
    ) -> None:
        self.sink, self.headings, self.highest = sink, headings, highest
        self.cell = cell or sink.cell
        self.quick = sink.quick
        self.sheet: Worksheet = sink.made.add_worksheet(title, self.quick.QuickSheet if self.quick else None)
        #: The texts of each column as they were written: how, and on how many lines.
        self.known: list[dict[str, tuple[str | None, int]]] = [{} for _ in headings]
        self.room = _MOST_LETTERS
        widened = set(wide)
        self.widths = [_WIDE if h in widened else max(_NARROW, min(len(h) + 2, 24)) for h in headings]
        self.rows = 0
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        fixed = arranged.fixed if arranged is not None else 0
        self.printed = arranged.printed if arranged is not None else len(headings)
        self.sheet.freeze_panes(1, fixed)
        self.sheet.repeat_rows(0)
        if fixed:
            self.sheet.repeat_columns(0, fixed - 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)  # A4
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        # An & introduces a field: the sheet, the page, the pages.
        page = message("print_page", sink.lang, page="&P", pages="&N")
        self.sheet.set_footer(f"&L&A&C{_plain(sink.foot)}&R{page}")
        self.sheet.fit_to_pages(1, 0)
        self.add(headings, dict.fromkeys(range(len(headings)), sink.head))

    def headline(self, title: str) -> None:
        """What stands at the head of every printed page."""
        self.sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        self.sheet.set_header(f'&C&"-,Bold"&14{_plain(title)}')

    def add(self, cells: Sequence[Any], marks: Mapping[int, Format]) -> None:
        """Write a row, high enough for its wrapped text: not every program makes room on opening."""
        if self.rows >= MAX_ROWS:
            path = str(getattr(self.sink.file, "name", ""))
            raise OutputError(Problem("workbook_too_long", {"path": path, "rows": self.rows, "limit": MAX_ROWS - 1}))
        pieces: list[Piece] = []
        lines, plainly = 1, self.quick is not None
        for column, cell in enumerate(cells):
            form = marks.get(column, self.cell)
            how: str | None
            if isinstance(cell, str) and cell:
                how, high = self.known[column].get(cell) or self._text(column, cell)
                if high > lines:
                    lines = high
            elif cell is None and form is self.sink.cell:  # most cells of a wide list
                pieces.append(None)
                continue
            else:
                how, form = self._other(cell, form)
            if how is None:
                plainly = False
            pieces.append((how, form) if how else None)
        height = min(lines * _LINE, self.highest) if lines > 1 else None
        if plainly:
            self.sheet.put(self.rows, pieces, height)
        else:
            if height is not None:
                self.sheet.set_row(self.rows, height)
            for column, cell in enumerate(cells):
                self._write(column, cell, marks.get(column, self.cell))
        self.rows += 1

    def _text(self, column: int, text: str) -> tuple[str | None, int]:
        """How a text is written, None where XlsxWriter has to, and on how many lines it stands."""
        width, lines = self.widths[column], 1
        if len(text) > width or "\n" in text:
            lines = sum(_lines(line, width) for line in text.split("\n"))
        made = self.quick.of_text(text) if self.quick is not None else None, lines
        if len(self.known[column]) < _MOST_KNOWN and len(text) <= self.room:
            self.known[column][text] = made
            self.room -= len(text)
        return made

    def _other(self, value: Any, form: Format) -> tuple[str | None, Format]:
        """How what is no text is written: "" not at all, None by XlsxWriter alone; and in which format."""
        if self.quick is None:
            return None, form
        if value is None or value == "":
            return (self.quick.BLANK if form is not self.sink.cell else ""), form
        if isinstance(value, bool):
            return self.quick.of_text(message("word_yes" if value else "word_no", self.sink.lang)), form
        if isinstance(value, (int, float, Decimal)) and -(10**15) < value < 10**15:
            return self.quick.of_number(float(value)), form
        if isinstance(value, date):
            day = self.sheet._convert_date_time(datetime(value.year, value.month, value.day))
            return self.quick.of_number(day), self.sink.day
        return None, form

    def line(self, text: str, number: int | None = None) -> None:
        """A line below the table: a text that runs over the columns, or a text and a number."""
        self.sheet.write_string(self.rows, 0, text, self.sink.bare)
        if number is not None:
            self.sheet.write_number(self.rows, 1, number)
        self.rows += 1

    def _write(self, column: int, value: Any, form: Format) -> None:
        if value is None or value == "":
            if form is not self.sink.cell:
                self.sheet.write_blank(self.rows, column, None, form)
        elif isinstance(value, str):
            self.sheet.write_string(self.rows, column, self._fitting(column, value), form)
        elif isinstance(value, bool):
            word = message("word_yes" if value else "word_no", self.sink.lang)
            self.sheet.write_string(self.rows, column, word, form)
        elif isinstance(value, (int, float, Decimal)) and -(10**15) < value < 10**15:
            self.sheet.write_number(self.rows, column, float(value), form)
        elif isinstance(value, date):
            self.sheet.write_datetime(self.rows, column, datetime(value.year, value.month, value.day), self.sink.day)
        else:
            self.sheet.write_string(self.rows, column, self._fitting(column, str(value)), form)

    def _fitting(self, column: int, text: str) -> str:
        """``text`` as far as a cell holds it; where that is not all, it says so and the cell is noted."""
        if len(text) <= MAX_CELL:
            return text
        self.sink.cut.append(f"{self.sheet.get_name()}!{column_letters(column + 1)}{self.rows + 1}")
        return text[: MAX_CELL - 1] + "…"

    def close(self) -> None:
        """Filters over all rows, and what goes on paper."""
        if self.printed < len(self.headings):
            self.sheet.print_area(0, 0, max(self.rows - 1, 0), self.printed - 1)
        if self.headings:
            self.sheet.autofilter(0, 0, max(self.rows - 1, 1), len(self.headings) - 1)


def _read_as(read: Callable[[Any], Any], cells: list[Any]) -> tuple[list[Any], list[Any]]:
    """Cells with those replaced that ``read`` makes a number of, and the numbers alone, None where there is none."""
    # A cell that is no text is none of them: a number as the list has it keeps its own format.
    found = {cell: read(cell) for cell in set(filter(_is_text, cells))}
    numbers = [found.get(cell) if isinstance(cell, str) else None for cell in cells]
    return [cell if number is None else number for cell, number in zip(cells, numbers, strict=True)], numbers


def _is_text(cell: Any) -> bool:
    return isinstance(cell, str)


def _plain(text: str) -> str:
    """``text`` as it is written into the head or foot of printed pages, which hold 255 letters in all."""
    return text.replace("&", "&&")[:160]


def _lines(line: str, width: int) -> int:
    """How many lines a text takes in a column; words do not fill them."""
    return 1 if len(line) <= width else math.ceil(len(line) / (width * _FILLED))


class TableSink(WrittenBook):
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
        self.sheet = SheetOfRows(self, title, headings, wide, _HIGHEST)

    def write(self, columns: Sequence[Column]) -> None:
        """Add rows."""
        for row in zip(*(cells_of(column) for column in columns), strict=True):
            self.sheet.add(row, {})

    def close(self) -> None:
        """Finish the file."""
        self.sheet.close()
        self.finish()
