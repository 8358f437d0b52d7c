"""What an .xlsb, Excel's binary kind, holds that calamine does not tell, and whether calamine can read it safely."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ancu.errors import InputError, Problem
from ancu.screening.lists.office_xml import NEVER_CALCULATED, Archive, BookScan, LeftOut, SheetScan
from ancu.screening.lists.ooxml import BINARY, book_part, related_parts

_SHEET, _BOOK, _CALCULATION = 156, 153, 157
_ROW, _ERROR, _FORMULA_NUMBER, _FORMULA_ERROR, _COLUMNS, _MERGED = 0, 3, 9, 11, 60, 176
#: Kinds of cells, blank ones first.
_CELLS = range(1, 12)
#: What announces how many of something follow, and where it says so: strings, formats, cell styles, merged cells.
_ANNOUNCING = {159: 4, 615: 0, 617: 0, 177: 0}
#: Other parts that calamine reads; it knows them by these names.
_OTHER_PARTS = ("xl/sharedStrings.bin", "xl/styles.bin")
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_UNKNOWN_ERROR = "#N/A"
_ROW_HIDDEN, _COLUMN_HIDDEN, _FROM_1904, _CALCULATE_ON_LOAD = 0x10, 0x01, 0x01, 0x01
_MOST_COLUMNS, _MOST_ROWS = 16_384, 1_048_576


def scan_binary(archive: Archive) -> BookScan | None:
    """The sheets of a binary workbook; None if ``archive`` holds none.

    Raises :class:`InputError` where a part announces more than it can hold: calamine makes room for as many, and the
    process ends where there is no such room. Raises ValueError for records that are cut off.
    """
    book = book_part(archive)
    if book is None or not book.endswith(BINARY):
        return None
    ids: dict[str, str] = {}
    from_1904 = unsure = False
    for kind, content in _records(archive.content(book)):
        if kind == _SHEET:
            _, at = _text(content, 8)
            name, _ = _text(content, at)
            ids[name] = _text(content, 8)[0]
        elif kind == _BOOK and content:
            from_1904 = bool(content[0] & _FROM_1904)
        elif kind == _CALCULATION and len(content) >= 26:
            unsure = bool(content[24] & _CALCULATE_ON_LOAD)
    for part in _OTHER_PARTS:
        if (stored := archive.named(part)) is not None:
            for _ in _checked(archive, stored):
                pass
    related = related_parts(archive, book)
    sheets = {name: _scan_sheet(archive, related[id_], unsure) for name, id_ in ids.items() if id_ in related}
    return BookScan(sheets, from_1904)


def _scan_sheet(archive: Archive, part: str, unsure: bool) -> SheetScan:
    scan, row = SheetScan(), 0
    for kind, content in _checked(archive, part):
        if kind == _ROW:
            (row,) = struct.unpack_from("<I", content)
            if row >= _MOST_ROWS:
                raise ValueError(row)
            scan.rows = max(scan.rows, row + 1)
            if content[11] & _ROW_HIDDEN:
                scan.hidden.append(range(row + 1, row + 2))
        elif kind in _CELLS:
            (column,) = struct.unpack_from("<I", content)
            if column >= _MOST_COLUMNS:
                raise ValueError(column)
            scan.columns = max(scan.columns, column + 1)
            text = None
            if kind in (_ERROR, _FORMULA_ERROR):
                text = _ERRORS.get(content[8], _UNKNOWN_ERROR)
            elif kind == _FORMULA_NUMBER and unsure and content[8:16] == bytes(8):
                text = NEVER_CALCULATED
            if text is not None:
                scan.left_out.append(LeftOut(text, range(row, row + 1), range(column, column + 1)))
        elif kind == _MERGED:
            row_first, row_last, first, last = struct.unpack_from("<4I", content)
            scan.merged.append((row_first, first, row_last, last))
        elif kind == _COLUMNS:
            first, last = struct.unpack_from("<II", content)
            if content[16] & _COLUMN_HIDDEN:
                scan.hidden_columns.append(range(first, min(last, _MOST_COLUMNS - 1) + 1))
    return scan


def _checked(archive: Archive, part: str) -> Iterator[tuple[int, bytes]]:
    """The records of a part, which announce no more than it can hold."""
    stream = archive.content(part)
    for kind, content in _records(stream):
        if kind in _ANNOUNCING:
            (count,) = struct.unpack_from("<I", content, _ANNOUNCING[kind])
            if count > len(stream):
                raise InputError(Problem("list_announces_more", {"count": str(count)}, archive.path))
        yield kind, content


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The kind and the content of each record. Raises ValueError where one is cut off."""
    at, end = 0, len(stream)
    while at < end:
        kind, at = _number(stream, at, 2)
        length, at = _number(stream, at, 4)
        if at + length > end:
            raise ValueError(at)
        yield kind, stream[at : at + length]
        at += length


def _number(stream: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of up to ``most`` bytes, of which each but the last says that another follows; and what follows it."""
    number = 0
    for place in range(most):
        if at >= len(stream):
            raise ValueError(at)
        byte = stream[at]
        at += 1
        number |= (byte & 0x7F) << 7 * place
        if not byte & 0x80:
            break
    return number, at


def _text(content: bytes, at: int) -> tuple[str, int]:
    """The text at a place, which is told with its length, and where it ends."""
    (length,) = struct.unpack_from("<I", content, at)
    at += 4
    if length == 0xFFFF_FFFF:
        return "", at
    if at + 2 * length > len(content):
        raise ValueError(at)
    return content[at : at + 2 * length].decode("utf-16-le"), at + 2 * length
