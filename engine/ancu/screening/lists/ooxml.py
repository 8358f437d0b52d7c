"""What an .xlsx holds that calamine does not tell: how far sheets reach, errors, formulas without a result."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from functools import cache
from urllib.parse import unquote

from ancu.screening.lists.office_xml import (
    Archive,
    BookScan,
    LeftOut,
    Name,
    SheetScan,
    Start,
    is_misread,
    names,
    new_parser,
)

#: Transitional and Strict.
_SHEETS = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = ("http://schemas.openxmlformats.org/package/2006/relationships",)

_OF_BOOK = names(_SHEETS, "sheet", "workbookPr", "calcPr")
_RELATION = names(_PACKAGE, "Relationship")
_RELATION_IDS = tuple(names(_RELATIONS, "id"))
_BOOK_TYPES = tuple(f"{namespace}/officeDocument" for namespace in _RELATIONS)
#: How the parts of the binary kind (.xlsb) end.
BINARY = ".bin"
_TRUE = ("1", "true")
_DIGITS, _LETTERS, _MOST_COLUMNS = "0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 16_384

#: A sheet, its rows and cells as most programs write them, and as they may be written otherwise.
_PLAIN_ROOT = re.compile(rb'\s*(?:<\?xml[^>]*>)?\s*<worksheet\s[^>]*xmlns="')
_PLAIN_CELL, _CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"'), re.compile(rb"<c[\s/>]")
_PLAIN_ROW, _ROW = re.compile(rb'<row r="([0-9]{1,7})"'), re.compile(rb"<row[\s/>]")
#: The type of an error, the beginning of a formula; what hides a row or columns.
_LOOKED_INTO = (b'"e"', b"'e'", b"<f")
_HIDDEN = re.compile(rb"""hidden\s*=\s*["'](?:1|true)""")


def scan_ooxml(archive: Archive) -> BookScan | None:
    """The sheets of a workbook; None if ``archive`` holds none that is written in XML."""
    book = book_part(archive)
    if book is None or book.endswith(BINARY):
        return None
    ids: dict[str, str] = {}
    settings: dict[str, str] = {}

    def start(name: Name, attributes: Mapping[str, str]) -> None:
        match _OF_BOOK.get(name):
            case "sheet":
                ids[attributes["name"]] = next((attributes[i] for i in _RELATION_IDS if i in attributes), "")
            case "workbookPr" | "calcPr":
                settings.update(attributes)

    archive.parse(book, start)
    related = _related(archive, book)
    # What writes a 0 for every result asks for them to be calculated when the workbook is opened.
    unsure = settings.get("fullCalcOnLoad") in _TRUE
    sheets = {sheet: _scan_sheet(archive, related[id_][1], unsure) for sheet, id_ in ids.items() if id_ in related}
    return BookScan(sheets, settings.get("date1904") in _TRUE)


def book_part(archive: Archive) -> str | None:
    """The part that is the workbook; None if ``archive`` holds none."""
    return next((part for type_, part in _related(archive, "").values() if type_ in _BOOK_TYPES), None)


def related_parts(archive: Archive, part: str) -> dict[str, str]:
    """The parts that ``part`` refers to, by id."""
    return {id_: target for id_, (_, target) in _related(archive, part).items()}


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The relationships of ``part`` ("": of the package) to others of the archive: type and part by id."""
    folder, name = posixpath.split(part)
    related: dict[str, tuple[str, str]] = {}

    def start(name: Name, attributes: Mapping[str, str]) -> None:
        if name in _RELATION and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, unquote(attributes["Target"])))
            stored = archive.named(target.lstrip("/"))
            if stored is not None:
                related[attributes["Id"]] = (attributes.get("Type", ""), stored)

    listed = archive.named(posixpath.join(folder, "_rels", f"{name}.rels"))
    if listed is not None:
        archive.parse(listed, start)
    return related


def _scan_sheet(archive: Archive, part: str, unsure: bool) -> SheetScan:
    xml = archive.content(part)
    if (places := _plain_places(xml)) is not None:
        archive.parse(part)
        letters, rows = places
        return SheetScan(max(map(int, rows), default=0), max(map(column_number, letters), default=0))
    scanner = _SheetScanner(unsure)
    archive.parse(part, parser=scanner.parser)
    scanner.sheet.columns = max(map(column_number, scanner.columns), default=0)
    return scanner.sheet


def _plain_places(xml: bytes) -> tuple[set[str], set[bytes]] | None:
    """The letters of the columns and the numbers of the rows of a sheet without error, formula or anything hidden.

    None where one is held, or not every row and cell tells its place as most programs write it. Looked for among the
    bytes: a long list has millions of elements, and a call for each takes longer than all else.
    """
    once = sum(xml.count(namespace.encode()) for namespace in _SHEETS) == xml.count(b"xmlns=") == 1
    if not once or not _PLAIN_ROOT.match(xml) or xml.count(b"<?") > 1 or any(mark in xml for mark in _LOOKED_INTO):
        return None
    if is_misread(xml) or _HIDDEN.search(xml):
        return None
    cells, rows = _PLAIN_CELL.findall(xml), _PLAIN_ROW.findall(xml)
    if len(cells) != len(_CELL.findall(xml)) or len(rows) != len(_ROW.findall(xml)):
        return None
    return {letters.decode() for letters, _ in cells}, {row for _, row in cells}.union(rows)


class _SheetScanner:
    """One pass over a sheet, which looks inside the cells that hold an error or a formula, and no others.

    ``unsure``: a 0 in place of a formula's result may say that it was never calculated.
    """

    def __init__(self, unsure: bool) -> None:
        self._unsure = unsure
        self.parser = new_parser()
        self.parser.StartElementHandler = self._begin
        self.sheet = SheetScan()
        #: The letters of all columns that have cells.
        self.columns: set[str] = set()
        self._namespace = ""
        #: The cell looked into: its row, column and type, the pieces of text of its formula and its value.
        self._cell: tuple[int, str, str | None] = (0, "", None)
        self._texts: dict[str, list[str]] = {}
        self._shared: str | None = None
        self._shared_formulas: dict[str, str] = {}

    def _begin(self, name: Name, _: Mapping[str, str]) -> None:
        """The root tells the namespace."""
        self._namespace = name.rpartition(" ")[0]
        if self._namespace in _SHEETS:
            self.parser.StartElementHandler = self._start()

    def _start(self) -> Start:
        # Called for every element of a long list: without a look-up or a call that can be spared.
        cell, value, formula, row, col = (f"{self._namespace} {local}" for local in ("c", "v", "f", "row", "col"))
        columns, sheet = self.columns, self.sheet
        number, digits, letters = 0, "", ""
        type_: str | None = None

        def start(name: Name, attributes: Mapping[str, str]) -> None:
            nonlocal number, digits, letters, type_
            if name == cell:
                type_ = attributes.get("t")
                place = attributes.get("r")
                if place is None:
                    letters = column_letters(column_number(letters) + 1)
                else:
                    letters = place.rstrip(_DIGITS)
                    if place[len(letters) :] != digits:
                        digits = place[len(letters) :]
                        number = int(digits)
                        sheet.rows = max(sheet.rows, number)
                columns.add(letters)
            elif name == value:
                if type_ == "e" or self._texts:
                    self._look_into("v", (number, letters, type_))
            elif name == row:
                number = int(attributes.get("r", number + 1))
                digits, letters = str(number), ""
                sheet.rows = max(sheet.rows, number)
                if attributes.get("hidden") in _TRUE:
                    sheet.hidden.append(range(number, number + 1))
            elif name == formula:
                self._shared = attributes.get("si") if attributes.get("t") == "shared" else None
                self._look_into("f", (number, letters, type_))
            elif name == col and attributes.get("hidden") in _TRUE:
                sheet.hidden_columns.append(range(int(attributes["min"]) - 1, int(attributes["max"])))

        return start

    def _look_into(self, kind: str, cell: tuple[int, str, str | None]) -> None:
        self._cell = cell
        self.parser.CharacterDataHandler = self._texts.setdefault(kind, []).append
        self.parser.EndElementHandler = self._end

    def _end(self, name: Name) -> None:
        self.parser.CharacterDataHandler = None
        if name == f"{self._namespace} c":
            self.parser.EndElementHandler = None
            self._leave_cell()
            self._texts.clear()

    def _leave_cell(self) -> None:
        row, letters, type_ = self._cell
        value = "".join(self._texts.get("v", ()))
        formula = self._formula() if "f" in self._texts else None
        if type_ == "e" and value:
            text = value
        elif formula is not None and self._never_calculated(value, type_):
            text = f"={formula}"
        else:
            return
        column = column_number(letters)
        self.sheet.left_out.append(LeftOut(text, range(row - 1, row), range(column - 1, column)))

    def _never_calculated(self, value: str, type_: str | None) -> bool:
        if type_ == "str":  # an empty text may be its result
            return False
        return not value or (self._unsure and type_ in (None, "n") and value.strip() == "0")

    def _formula(self) -> str:
        """The formula of a cell; where several share one, it stands in the first of them only."""
        text = "".join(self._texts["f"])
        if self._shared is None:
            return text
        return self._shared_formulas.setdefault(self._shared, text)


@cache
def column_number(letters: str) -> int:
    """The number of a column, from 1; 0 for no letters. Raises ValueError if the letters name none."""
    column = 0
    for letter in letters.upper():
        column = column * 26 + _LETTERS.index(letter) + 1
    if column > _MOST_COLUMNS:
        raise ValueError(letters)
    return column


def column_letters(column: int) -> str:
    """What a column is called, from its number."""
    letters = ""
    while column:
        column, at = divmod(column - 1, 26)
        letters = _LETTERS[at] + letters
    return letters
