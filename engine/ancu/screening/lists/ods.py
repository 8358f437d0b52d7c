"""What an .ods holds that calamine does not tell: how far tables reach, errors, formulas without a result."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ancu.screening.lists.office_xml import Archive, BookScan, LeftOut, Name, SheetScan, names, new_parser

_CONTENT = "content.xml"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_TABLES = ("table", "table-column", "table-row", "table-cell", "covered-table-cell")
_KINDS = names((_TABLE,), *_TABLES) | names((_TEXT,), "p")
_NAME, _FORMULA = f"{_TABLE} name", f"{_TABLE} formula"
_ROWS_REPEATED, _COLUMNS_REPEATED = f"{_TABLE} number-rows-repeated", f"{_TABLE} number-columns-repeated"
_VISIBILITY, _VISIBLE = f"{_TABLE} visibility", "visible"
_VALUE_TYPE = f"{_OFFICE} value-type"
#: How errors are shown, in the text of a cell.
_ERROR = re.compile(r"#[A-Z/0!?]+|Err:\d+")


def scan_ods(archive: Archive) -> BookScan | None:
    """The tables of a spreadsheet; None if ``archive`` holds none."""
    content = archive.named(_CONTENT)
    if content is None:
        return None
    scanner = _ContentScanner()
    archive.parse(content, parser=scanner.parser)
    return BookScan(scanner.tables)


class _ContentScanner:
    """One pass over all tables. Rows and cells that recur stand once, with how often."""

    def __init__(self) -> None:
        self.parser = new_parser()
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.tables: dict[str, SheetScan] = {}
        self._table = SheetScan()
        #: How many elements are open, and how many are with the cell at hand (0: none is at hand).
        self._depth = self._cell_depth = 0
        self._row, self._rows, self._column = 0, 1, 0
        #: How many columns were declared so far.
        self._columns = 0
        #: How many columns of the row at hand have content, or stand before one that has.
        self._width = 0
        self._hidden = False
        self._left_out: list[tuple[str, range]] = []
        self._cell: Mapping[str, str] = {}
        self._text: list[str] = []

    def _start(self, name: Name, attributes: Mapping[str, str]) -> None:
        self._depth += 1
        kind = _KINDS.get(name)
        if kind is None:
            return
        if self._cell_depth:
            # A note or a drawing in a cell has paragraphs too, deeper within.
            if kind == "p" and self._depth == self._cell_depth + 1:
                self.parser.CharacterDataHandler = self._text.append
        elif kind == "table":
            self._table = self.tables.setdefault(attributes.get(_NAME, ""), SheetScan())
            self._row = self._columns = 0
        elif kind == "table-column":
            beyond = self._columns + int(attributes.get(_COLUMNS_REPEATED, 1))
            if attributes.get(_VISIBILITY, _VISIBLE) != _VISIBLE:
                self._table.hidden_columns.append(range(self._columns, beyond))
            self._columns = beyond
        elif kind == "table-row":
            self._rows = int(attributes.get(_ROWS_REPEATED, 1))
            self._column = self._width = 0
            self._hidden = attributes.get(_VISIBILITY, _VISIBLE) != _VISIBLE
            self._left_out.clear()
        elif kind != "p":
            self._cell, self._cell_depth = attributes, self._depth
            self._text.clear()

    def _end(self, name: Name) -> None:
        if self._cell_depth:
            if self._depth == self._cell_depth:
                self._leave_cell()
                self._cell_depth = 0
            elif self._depth == self._cell_depth + 1:
                self.parser.CharacterDataHandler = None
        elif _KINDS.get(name) == "table-row":
            self._leave_row()
        self._depth -= 1

    def _leave_cell(self) -> None:
        beyond = self._column + int(self._cell.get(_COLUMNS_REPEATED, 1))
        text = "".join(self._text).strip()
        formula, has_value = self._cell.get(_FORMULA), _VALUE_TYPE in self._cell
        if text or formula or has_value:
            self._width = beyond
        if _ERROR.fullmatch(text):
            self._left_out.append((text, range(self._column, beyond)))
        elif formula and not text and not has_value:
            self._left_out.append((_as_written(formula), range(self._column, beyond)))
        self._column = beyond

    def _leave_row(self) -> None:
        beyond = self._row + self._rows
        if self._width:
            self._table.rows, self._table.columns = beyond, max(self._table.columns, self._width)
            if self._hidden:
                self._table.hidden.append(range(self._row + 1, beyond + 1))
        self._table.left_out += [LeftOut(text, range(self._row, beyond), columns) for text, columns in self._left_out]
        self._row = beyond


def _as_written(formula: str) -> str:
    """A formula as people write it: "of:=[.A1]*2" is "=A1*2"."""
    _, _, text = formula.partition("=")
    return "=" + text.replace("[.", "").replace(":.", ":").replace("]", "")
