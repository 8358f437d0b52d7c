"""Workbooks of scenarios read back; what is wrong in them is told by sheet, row, column and value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.values import normalise
from ancu.rulebook.values import parse as parse_value
from ancu.screening.lists.ooxml import column_letters
from ancu.screening.lists.table_shape import Line
from ancu.screening.lists.workbooks import Fraction, whole_sheets
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.mistakes import SpecError
from ancu.specs.language.world import World
from ancu.specs.sheets.scenario_sheet import (
    ScenarioSheet,
    SheetCase,
    SheetFile,
    SheetPlace,
    kind_label,
    kind_labelled,
    step_of,
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


def read_scenario_book(path: str, content: bytes) -> ReadBook:
    """Read a workbook of scenarios; :class:`InputError` where it is none, or cannot be opened."""
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
        else:
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


def _same(text: object, key: str) -> bool:
    return isinstance(text, str) and normalise(text) in {normalise(message(key, lang)) for lang in LANGUAGES}


class _SheetReader:
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
            filled = [row for row in (*rows, *expected) if not _is_blank(row.cells, column)]
            if filled:
                case = _ColumnReader(self, column).read(rows, expected)
                if case is not None:
                    yield column_letters(column + 1), case

    def _rows(self, start: int, stop: int, *, expected: bool) -> Iterator[_SheetRow]:
        """The rows of a block that say something, each with what its label means."""
        seen: dict[str, str] = {}
        for number, cells in self.lines[start:stop]:
            if all(_is_blank(cells, column) for column in range(1, len(cells))):
                continue
            label = written(cells[0]).strip()
            cell = f"A{number}"
            name: str | None
            if expected:
                name = kind_labelled(label)
            elif _same(label, "sheet_programme"):
                name = _PROGRAMME
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
            yield _SheetRow(number, label, name, cells)

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


_PROGRAMME = "?programme"


def _english() -> str:
    return message("sheet_facts", "en")


@dataclass(frozen=True)
class _SheetRow:
    number: int
    label: str
    #: A fact, the day, the programme, or a kind of expectation.
    name: str
    cells: Sequence[object]


class _ColumnReader:
    """A case: each cell is looked at as the sentence that it stands for."""

    def __init__(self, sheet: _SheetReader, column: int) -> None:
        self.sheet, self.column, self.letters = sheet, column, column_letters(column + 1)
        self.world = World(reading_only=True, spoken=sheet.lang)
        self.sound = True

    def read(self, rows: Sequence[_SheetRow], expected: Sequence[_SheetRow]) -> SheetCase | None:
        """The case; None where a cell is wrong, which the sheet then tells."""
        for row in rows:
            if row.name != _PROGRAMME and not _is_blank(row.cells, self.column):
                self._try(row, lambda row=row: self._state(row))
        judged = next((r for r in rows if r.name == _PROGRAMME and not _is_blank(r.cells, self.column)), None)
        if judged is None:
            head = self.sheet.lines[self.sheet.head or 0][0]
            self._flaw("sheet_case_unjudged", cell=f"{self.letters}{head + 1}")
            return None
        self._try(judged, lambda: self.world.judge(written(judged.cells[self.column]).strip()))
        told: list[tuple[str, str]] = []
        for row in expected:
            for text in filter(None, map(str.strip, self._cell(row).split("\n"))):
                told.append((row.name, text))
                self._try(row, lambda row=row, text=text: self._expect(row.name, text))
        if not told:
            below = self.sheet.lines[self.sheet.below or 0][0]
            status = kind_label("status", self.sheet.lang)
            self._flaw("sheet_case_empty", cell=f"{self.letters}{below + 1}", row=status)
        if not self.sound:
            return None
        facts: dict[str, object] = {}
        for name, value in self.world.record.items():
            known = parse_value(book().facts[name], value, confirmed=True)
            if known is not None:
                facts[name] = known
        confirmed = frozenset(self.world.confirmed & facts.keys())
        return SheetCase(str(self.world.programme), self.world.day, facts, confirmed, told)

    def _cell(self, row: _SheetRow) -> str:
        return written(row.cells[self.column]) if self.column < len(row.cells) else ""

    def _flaw(self, key: str, **values: object) -> None:
        self.sound = False
        values |= {"sheet": self.sheet.name, "column": self.sheet.heading(self.column)}
        self.sheet.flaws.append(message(key, language(), **values))

    def _try(self, row: _SheetRow, take: object) -> None:
        """Do what a cell says; what is wrong with it is told with its place."""
        assert callable(take)
        try:
            take()
        except SpecError as error:
            cell = f"{self.letters}{row.number}"
            self._flaw("sheet_cell_wrong", cell=cell, row=row.label, value=self._cell(row), problem=error)

    def _state(self, row: _SheetRow) -> None:
        value = row.cells[self.column]
        if row.name == AS_OF:
            self.world.set_day(written(value))
            return
        fact = book().facts[row.name]
        if fact.type == "percent" and (isinstance(value, Fraction) or (value == 1 and value is not True)):
            # A workbook keeps 81 % as 0,81, and 100 % as 1.
            assert isinstance(value, (int, Decimal))
            number, percent = (
                f"{one.normalize():f}".replace(".", ",") for one in (Decimal(value), Decimal(value) * 100)
            )
            raise SpecError(message("cell_percent", language(), number=number, percent=percent))
        if isinstance(value, str):
            said = " ".join(value.split())
            lead = next((w for w in _confirming() if said.casefold().startswith(f"{w} ")), None)
            self.world.state(row.name, said[len(lead) :].strip() if lead else value, confirmed=lead is not None)
        else:
            self.world.state(row.name, value)

    def _expect(self, kind: str, text: str) -> None:
        if kind in CELLS:
            self.world.expect(CELLS[kind](self.world.scene, text))
        else:
            self.world.perform(step_of(kind, text, self.sheet.lang), "then")


def _confirming() -> list[str]:
    return [message("sheet_confirmed", lang) for lang in LANGUAGES]


def _is_blank(cells: Sequence[object], column: int) -> bool:
    return column >= len(cells) or cells[column] is None or written(cells[column]).strip() == ""


def written(cell: object) -> str:
    """A cell as somebody would type it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return message("word_yes" if cell else "word_no", language())
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",")
    return str(cell)
