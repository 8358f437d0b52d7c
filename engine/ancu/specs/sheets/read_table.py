"""A table of cases, as testers keep them: a heading row, below it a row a case, with what is expected of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.naming import AS_OF, naming_of
from ancu.rulebook.values import normalise
from ancu.screening.lists.ooxml import column_letters
from ancu.screening.lists.table_shape import MAX_TITLE_LINES, Line
from ancu.specs.language.chosen import book, language
from ancu.specs.language.mistakes import SpecError
from ancu.specs.sheets.read_case import PROGRAMME, CaseReader, CaseSheet, SheetField, is_blank, written
from ancu.specs.sheets.scenario_sheet import SheetCase, kind_label, kind_labelled

#: What a column may hold besides facts and what is expected, by the message that lists its names.
_OWN = {
    "case_table_names": "name", "case_table_programmes": PROGRAMME, "case_table_tags": "tags",
    "case_table_notes": "notes", "case_table_ignored": "",
}  # fmt: skip


@dataclass(frozen=True)
class TableRow:
    """A row of a table that holds a case: its number, the case's name, tags and notes, and the case."""

    number: int
    name: str
    tags: list[str]
    notes: list[str]
    case: SheetCase


def own_column(heading: str) -> str | None:
    """What a column of a table called so holds: a name of :data:`_OWN` (empty: nothing that is read); else None."""
    text = normalise(heading)
    return next((name for key, name in _OWN.items() if text in _names(key)), None)


def _names(key: str) -> set[str]:
    return {normalise(one) for lang in LANGUAGES for one in message(key, lang).split("; ")}


def expected_column(heading: str) -> str | None:
    """The kind of expectation that a column called so holds."""
    return "status" if normalise(heading) in _names("case_table_expected") else kind_labelled(heading)


class CaseTable(CaseSheet):
    """A sheet that is a table of cases."""

    def __init__(self, name: str, lines: Sequence[Line]) -> None:
        self.name, self.flaws = name, []
        self.head = next((at for at, line in enumerate(lines[:MAX_TITLE_LINES]) if _is_heading(line[1])), None)
        self.headings = [written(cell).strip() for cell in lines[self.head][1]] if self.head is not None else []
        self.rows = lines[self.head + 1 :] if self.head is not None else []
        english = {normalise(one) for one in message("case_table_expected", "en").split("; ")}
        self.lang: Language = "en" if any(normalise(one) in english for one in self.headings) else "vi"
        self._own: dict[str, int] = {}

    def is_table(self) -> bool:
        return self.head is not None

    def cases(self, programme: str | None) -> Iterator[TableRow]:
        """The case of each row, judged by ``programme`` where the row names none; what is wrong is kept in flaws."""
        fields, expected = self._fields()
        if self.flaws:
            return
        for place, (number, cells) in enumerate(self.rows):
            if all(is_blank(one.cells, place) for one in (*fields, *expected)):
                continue
            case = CaseReader(self, place).read(fields, expected, programme)
            if case is None:
                continue
            own = {
                name: written(cells[at]).strip() if at < len(cells) else "" for name, at in self._own.items() if name
            }
            name = " ".join(own.get("name", "").split())
            notes = [line.strip() for line in own.get("notes", "").splitlines() if line.strip()]
            tags = [tag.removeprefix("@") for tag in own.get("tags", "").split()]
            name = name or message("case_table_row", self.lang, sheet=self.name, row=number)
            yield TableRow(number, name, tags, notes, case)

    def _fields(self) -> tuple[list[SheetField], list[SheetField]]:
        """The columns that say something: what is given, and what is expected."""
        fields: list[SheetField] = []
        expected: list[SheetField] = []
        seen: dict[str, str] = {}
        for at, heading in enumerate(self.headings):
            cells = [line[at] if at < len(line) else None for _, line in self.rows]
            letters = column_letters(at + 1)
            own, kind = own_column(heading), expected_column(heading)
            if own is not None and own != PROGRAMME:
                self._own.setdefault(own, at)
            elif kind is not None:
                expected.append(SheetField(at, heading, kind, cells))
            elif all(is_blank(cells, place) for place in range(len(cells))):
                continue
            elif (name := own or _fact(heading)) is None:
                near = naming_of(book()).near(heading)
                hint = f" {message('did_you_mean', language(), near=near)}" if near else ""
                self._tell("case_table_unknown", column=letters, label=heading, hint=hint)
            elif name in seen:
                self._tell("case_table_twice", column=letters, label=heading, first=seen[name])
            else:
                seen[name] = letters
                fields.append(SheetField(at, heading, name, cells))
        return fields, expected

    def _tell(self, key: str, **values: object) -> None:
        self.flaws.append(message(key, language(), sheet=self.name, **values))

    def cell_wrong(self, of: SheetField, place: int, value: str, problem: SpecError) -> str:
        row = self.rows[place][0]
        told = {"cell": f"{column_letters(of.number + 1)}{row}", "row": row, "column": of.label, "value": value}
        return message("case_table_cell_wrong", language(), sheet=self.name, problem=problem, **told)

    def unjudged(self, place: int) -> str:
        column = message("sheet_programme", self.lang)
        return message("case_table_unjudged", language(), sheet=self.name, row=self.rows[place][0], column=column)

    def empty(self, place: int) -> str:
        column = next(one for one in self.headings if expected_column(one) == "status")
        return message("case_table_empty", language(), sheet=self.name, row=self.rows[place][0], column=column)


def _is_heading(cells: Sequence[object]) -> bool:
    """Whether a line is the heading of a table: one column holds results, another cases or a fact."""
    texts = [written(cell).strip() for cell in cells]
    if not any(expected_column(text) == "status" for text in texts):
        return False
    return any(own_column(text) in ("name", PROGRAMME) or _fact(text) is not None for text in texts if text)


def _fact(heading: str) -> str | None:
    name = naming_of(book()).find(heading) if heading else None
    return name if name == AS_OF or name in book().facts else None


def expected_heading(kind: str, lang: Language) -> str:
    """What the column of a kind of expectation is called."""
    text = message("sheet_expected", lang) if kind == "status" else kind_label(kind, lang)
    return text[:1].upper() + text[1:]
