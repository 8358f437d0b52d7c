"""One case of a workbook read, whichever way its cells stand: each cell is the sentence that it stands for."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.values import parse as parse_value
from ancu.screening.lists.workbooks import Fraction
from ancu.specs.language.chosen import book, language
from ancu.specs.language.expectations import CELLS
from ancu.specs.language.mistakes import SpecError
from ancu.specs.language.world import World
from ancu.specs.sheets.scenario_sheet import SheetCase, step_of

#: The name of the field that holds the programme.
PROGRAMME = "?programme"


@dataclass(frozen=True)
class SheetField:
    """What is said of each case under one label: a row of a sheet, or a column of a table; ``number`` is its place."""

    number: int
    label: str
    #: A fact, the day, the programme, or a kind of expectation.
    name: str
    cells: Sequence[object]


class CaseSheet(ABC):
    """Where cases stand: how what is wrong with one of them is told."""

    name: str
    lang: Language
    flaws: list[str]

    @abstractmethod
    def cell_wrong(self, of: SheetField, place: int, value: str, problem: SpecError) -> str:
        """A cell of the case at ``place`` cannot be what it says."""

    @abstractmethod
    def unjudged(self, place: int) -> str:
        """A case names no programme."""

    @abstractmethod
    def empty(self, place: int) -> str:
        """A case expects nothing."""


class CaseReader:
    """A case: each cell is looked at as the sentence that it stands for."""

    def __init__(self, sheet: CaseSheet, place: int) -> None:
        self.sheet, self.place = sheet, place
        self.world = World(reading_only=True, spoken=sheet.lang)
        self.sound = True

    def read(
        self, rows: Sequence[SheetField], expected: Sequence[SheetField], programme: str | None = None
    ) -> SheetCase | None:
        """The case, judged by ``programme`` where it names none; None where a cell is wrong, which the sheet tells."""
        for row in rows:
            if row.name != PROGRAMME and not is_blank(row.cells, self.place):
                self._try(row, lambda row=row: self._state(row))
        judged = next((r for r in rows if r.name == PROGRAMME and not is_blank(r.cells, self.place)), None)
        if judged is not None:
            self._try(judged, lambda: self.world.judge(self._cell(judged).strip()))
        elif programme is not None:
            self.world.judge(programme)
        else:
            self._flaw(self.sheet.unjudged(self.place))
            return None
        told: list[tuple[str, str]] = []
        for row in expected:
            for text in filter(None, map(str.strip, self._cell(row).split("\n"))):
                told.append((row.name, text))
                self._try(row, lambda row=row, text=text: self._expect(row.name, text))
        if not told:
            self._flaw(self.sheet.empty(self.place))
        if not self.sound:
            return None
        facts: dict[str, object] = {}
        for name, value in self.world.record.items():
            known = parse_value(book().facts[name], value, confirmed=True)
            if known is not None:
                facts[name] = known
        confirmed = frozenset(self.world.confirmed & facts.keys())
        return SheetCase(str(self.world.programme), self.world.day, facts, confirmed, told)

    def _cell(self, row: SheetField) -> str:
        return written(row.cells[self.place]) if self.place < len(row.cells) else ""

    def _flaw(self, text: str) -> None:
        self.sound = False
        self.sheet.flaws.append(text)

    def _try(self, row: SheetField, take: object) -> None:
        """Do what a cell says; what is wrong with it is told with its place."""
        assert callable(take)
        try:
            take()
        except SpecError as error:
            self._flaw(self.sheet.cell_wrong(row, self.place, self._cell(row), error))

    def _state(self, row: SheetField) -> None:
        value = row.cells[self.place]
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


def is_blank(cells: Sequence[object], column: int) -> bool:
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
