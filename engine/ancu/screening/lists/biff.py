"""What an .xls holds that xlrd does not tell without reading every format: hidden rows and columns, and formulas that
were never calculated."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from ancu.screening.lists.office_xml import NEVER_CALCULATED, LeftOut, SheetScan

_BOF, _EOF, _SHEET, _WORKSHEET = 0x0809, 0x000A, 0x0085, 0
_ROW, _COLUMNS, _FORMULA = 0x0208, 0x007D, 0x0006
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x01
#: Said of a formula whose result is to be calculated when the workbook is opened, by what wrote a 0 for it.
_ON_LOAD, _ZERO = 0x02, bytes(8)


def scan_sheets(stream: bytes, base: int) -> list[SheetScan]:
    """The worksheets of a workbook, in its order, from its stream of records, which begins at ``base``.

    Records cut off are those of a damaged file, and end what is told: its cells are read elsewhere.
    """
    starts = []
    for kind, at, length in _records(stream, base):
        if kind == _SHEET and length >= 6:
            offset, _, type_ = struct.unpack_from("<iBB", stream, at)
            if type_ == _WORKSHEET:
                starts.append(base + offset)
    return [_scan_sheet(stream, start) for start in starts]


def _scan_sheet(stream: bytes, start: int) -> SheetScan:
    scan = SheetScan()
    for kind, at, length in _records(stream, start):
        if kind == _ROW and length >= 16:
            if stream[at + 12] & _ROW_HIDDEN:
                number = struct.unpack_from("<H", stream, at)[0] + 1
                scan.hidden.append(range(number, number + 1))
        elif kind == _COLUMNS and length >= 9:
            if stream[at + 8] & _COLUMN_HIDDEN:
                first, last = struct.unpack_from("<HH", stream, at)
                scan.hidden_columns.append(range(first, last + 1))
        elif kind == _FORMULA and length >= 16:
            on_load = stream[at + 14] & _ON_LOAD
            if on_load and stream[at + 6 : at + 14] == _ZERO:
                row, column = struct.unpack_from("<HH", stream, at)
                scan.left_out.append(LeftOut(NEVER_CALCULATED, range(row, row + 1), range(column, column + 1)))
    return scan


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """The kind of each record of a part, where its content begins, and how long that is; those of charts left out."""
    head, end, depth = struct.Struct("<HH"), len(stream), 0
    while 0 <= at <= end - head.size:
        kind, length = head.unpack_from(stream, at)
        at += head.size
        if at + length > end:
            return
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                return
        elif depth == 1:
            yield kind, at, length
        at += length
