"""Workbooks of scenarios read back, a sheet or a row each; what is wrong is told by sheet, row, column and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.values import normalise
from ancu.screening.lists.ooxml import column_letters
from ancu.screening.lists.table_shape import Line
from ancu.screening.lists.workbooks import whole_sheets
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.mistakes import SpecError
from ancu.specs.sheets.read_case import PROGRAMME, CaseReader, CaseSheet, SheetField, is_blank, written
from ancu.specs.sheets.read_table import CaseTable
from ancu.specs.sheets.scenario_sheet import (
    ScenarioSheet,
    SheetCase,
    SheetFile,
    SheetPlace,
    kind_label,
    kind_labelled,
)


@dataclass(frozen=True)
class CellFlaw:
    """A mistake in a workbook: the sheet, and a sentence that names the place and what to write."""

    sheet: str
    text: str


@dataclass
class ReadBook:
    """A workbook as read: its scenarios, where each case stands, what is wrong, and the sheets that are no scenario."""

    file: SheetFile
    #: The sheet of each scenario, and the column of each of its cases.
    names: list[str] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    flaws: list[CellFlaw] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def place(self, sheet: int, case: int | None) -> SheetPlace:
        """Where a case of a scenario stands, or the scenario itself."""
        column = self.columns[sheet][case] if case is not None else ""
        return SheetPlace(self.names[sheet], column)


def read_scenario_book(path: str, content: bytes, programme: str | None = None) -> ReadBook:
    """Read a workbook of scenarios, a sheet each or a row each; :class:`InputError` for none, or one that is damaged.

    ``programme`` judges the rows of tables that name none.
    """
    read = ReadBook(SheetFile(path.rpartition("/")[2].rpartition(".")[0], language()))
    for name, lines in whole_sheets(path, content):
        sheet = _SheetReader(name, lines)
        if sheet.is_scenario():
            if not read.names:
                read.file.lang = sheet.lang
            _take(read, name, sheet)
        elif sheet.is_file():
            read.file.title = sheet.said("sheet_feature") or read.file.title
            read.file.tags, read.file.notes = sheet.tags(), sheet.notes()
        elif (table := CaseTable(name, lines)).is_table():
            if not read.names:
                read.file.lang = table.lang
            _take_rows(read, table, programme)
        elif name not in {message("template_sheet_notes", lang) for lang in LANGUAGES}:  # of our own tables
            read.skipped.append(name)
    if not read.names and not read.flaws:
        words = {"facts": message("sheet_facts", language()), "expected": message("sheet_expected", language())}
        raise InputError(Problem("sheet_none", words, path))
    return read


def _take(read: ReadBook, name: str, sheet: _SheetReader) -> None:
    cases = list(sheet.cases())
    flaws = list(sheet.flaws)
    title = sheet.said("sheet_scenario") or name
    if not cases and not flaws:
        flaws.append(message("sheet_without_cases", language(), sheet=name))
    for first, other in zip(read.names, read.file.sheets, strict=True):
        if other.name == title:
            cell = sheet.cell_of("sheet_scenario")
            flaws.append(message("sheet_twice", language(), sheet=name, cell=cell, name=title, first=first))
    if flaws:
        read.flaws += [CellFlaw(name, text) for text in flaws]
        return
    read.names.append(name)
    read.columns.append([column for column, _ in cases])
    read.file.sheets.append(ScenarioSheet(title, sheet.tags(), sheet.notes(), [case for _, case in cases]))


def _take_rows(read: ReadBook, table: CaseTable, programme: str | None) -> None:
    """Each row of a table is a scenario."""
    rows = list(table.cases(programme))
    flaws = list(table.flaws)
    if not rows and not flaws:
        flaws.append(message("case_table_without", language(), sheet=table.name))
    first = {sheet.name: read.place(at, 0).text() for at, sheet in enumerate(read.file.sheets)}
    for row in rows:
        if row.name in first:
            told = {"sheet": table.name, "row": row.number, "name": row.name, "first": first[row.name]}
            flaws.append(message("case_table_name_twice", language(), **told))
            continue
        first[row.name] = SheetPlace(table.name, f"A{row.number}").text()
        read.names.append(table.name)
        read.columns.append([f"A{row.number}"])
        read.file.sheets.append(ScenarioSheet(row.name, row.tags, row.notes, [row.case]))
    read.flaws += [CellFlaw(table.name, text) for text in flaws]


def _same(text: object, key: str) -> bool:
    return isinstance(text, str) and normalise(text) in {normalise(message(key, lang)) for lang in LANGUAGES}


class _SheetReader(CaseSheet):
    """One sheet: its rows by what stands in their first cell."""

    def __init__(self, name: str, lines: Sequence[Line]) -> None:
        self.name, self.lines = name, lines
        self.flaws: list[str] = []
        heads = {key: self._row(key) for key in ("sheet_facts", "sheet_expected")}
        self.head, self.below = heads["sheet_facts"], heads["sheet_expected"]
        said = lines[self.head][1][0] if self.head is not None else None
        self.lang: Language = "en" if said is not None and _same(said, "sheet_facts") and said == _english() else "vi"

    def is_scenario(self) -> bool:
        return self.head is not None and self.below is not None and self.head < self.below

    def is_file(self) -> bool:
        return self._row("sheet_feature") is not None

    def _row(self, key: str) -> int | None:
        return next((i for i, (_, cells) in enumerate(self.lines) if cells and _same(cells[0], key)), None)

    def said(self, key: str) -> str:
        """What stands beside the words of ``key``."""
        row = self._row(key)
        cells = self.lines[row][1] if row is not None else ()
        return written(cells[1]).strip() if len(cells) > 1 else ""

    def cell_of(self, key: str) -> str:
        row = self._row(key)
        return f"B{self.lines[row][0]}" if row is not None else "A1"

    def tags(self) -> list[str]:
        return [tag.removeprefix("@") for tag in self.said("sheet_tags").split()]

    def notes(self) -> list[str]:
        return [line.strip() for line in self.said("sheet_notes").splitlines() if line.strip()]

    def cases(self) -> Iterator[tuple[str, SheetCase]]:
        """The case of each column that is filled in, with its column; what is wrong is kept in ``flaws``."""
        assert self.head is not None
        assert self.below is not None
        rows = list(self._rows(self.head + 1, self.below, expected=False))
        expected = list(self._rows(self.below + 1, len(self.lines), expected=True))
        width = max((len(cells) for _, cells in self.lines[self.head :]), default=0)
        for column in range(1, width):
            filled = [row for row in (*rows, *expected) if not is_blank(row.cells, column)]
            if filled:
                case = CaseReader(self, column).read(rows, expected)
                if case is not None:
                    yield column_letters(column + 1), case

    def _rows(self, start: int, stop: int, *, expected: bool) -> Iterator[SheetField]:
        """The rows of a block that say something, each with what its label means."""
        seen: dict[str, str] = {}
        for number, cells in self.lines[start:stop]:
            if all(is_blank(cells, column) for column in range(1, len(cells))):
                continue
            label = written(cells[0]).strip()
            cell = f"A{number}"
            name: str | None
            if expected:
                name = kind_labelled(label)
            elif _same(label, "sheet_programme"):
                name = PROGRAMME
            else:
                name = naming_of(book()).find(label)
                name = name if name == AS_OF or name in book().facts else None
            if name is None:
                self._unknown(label, cell, expected)
                continue
            if not expected and name in seen:
                told = {"sheet": self.name, "cell": cell, "label": label, "first": seen[name]}
                self.flaws.append(message("sheet_row_twice", language(), **told))
                continue
            seen.setdefault(name, cell)
            yield SheetField(number, label, name, cells)

    def _unknown(self, label: str, cell: str, expected: bool) -> None:
        near = None if expected else naming_of(book()).near(label)
        hint = f" {message('did_you_mean', language(), near=near)}" if near else ""
        if expected:
            known = "; ".join(kind_label(kind, self.lang) for kind in CELLS)
            hint = f" {message('value_expected', language(), expected=known)}"
        self.flaws.append(message("sheet_row_unknown", language(), sheet=self.name, cell=cell, label=label, hint=hint))

    def heading(self, column: int) -> str:
        """What a column is called."""
        assert self.head is not None
        cells = self.lines[self.head][1]
        said = written(cells[column]).strip() if column < len(cells) else ""
        return said or column_letters(column + 1)

    def cell_wrong(self, of: SheetField, place: int, value: str, problem: SpecError) -> str:
        cell = f"{column_letters(place + 1)}{of.number}"
        return self._told("sheet_cell_wrong", place, cell=cell, row=of.label, value=value, problem=problem)

    def unjudged(self, place: int) -> str:
        return self._told("sheet_case_unjudged", place, cell=self._below(self.head, place))

    def empty(self, place: int) -> str:
        row = kind_label("status", self.lang)
        return self._told("sheet_case_empty", place, cell=self._below(self.below, place), row=row)

    def _below(self, head: int | None, place: int) -> str:
        return f"{column_letters(place + 1)}{self.lines[head or 0][0] + 1}"

    def _told(self, key: str, place: int, **values: object) -> str:
        return message(key, language(), sheet=self.name, column=self.heading(place), **values)


def _english() -> str:
    return message("sheet_facts", "en")
