"""Rows of a workbook written whole: the bytes that XlsxWriter makes cell by cell, in a fraction of the time.

XlsxWriter, keeping one row in memory, makes each cell anew: checked, escaped, joined and written by itself. Most cells
of a result say what another one says. So a cell's XML is made once for each text and a row is written at once; what
is not plain text (letters to be escaped, spaces at an end, texts near the limit) is left to XlsxWriter, row by row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xlsxwriter.worksheet import Worksheet

from ancu.screening.lists.ooxml import column_letters

if TYPE_CHECKING:
    from xlsxwriter.format import Format

#: A cell as XML without its place and format, and its format; None: nothing is written.
Piece = tuple[str, "Format"] | None
#: What XlsxWriter has within, on which this rests. Without all of it rows are written cell by cell.
_WITHIN = ("_write_single_row", "_check_dimensions", "_convert_date_time")
#: What XlsxWriter escapes, or marks to be preserved.
_NOT_PLAIN = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x|\A\s|\s\Z")
#: Texts up to this length fit into a cell, whatever letters they have.
_SURELY_FIT = 16_383
BLANK = "/>"


def works() -> bool:
    """Whether the XlsxWriter installed here is built as this expects."""
    return all(hasattr(Worksheet, name) for name in _WITHIN)


def of_text(text: str) -> str | None:
    """The XML of a text, None where XlsxWriter has to write it."""
    if len(text) > _SURELY_FIT or _NOT_PLAIN.search(text):
        return None
    return f' t="inlineStr"><is><t>{text}</t></is></c>'


def of_number(number: float) -> str:
    """The XML of a finite number."""
    return f"><v>{number:.16G}</v></c>"


class QuickSheet(Worksheet):  # type: ignore[misc]
    """A sheet that takes whole rows besides single cells.

    As XlsxWriter does, it writes a row when the next one comes: formats get their numbers in that order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: tuple[int, Sequence[Piece], float | None] | None = None
        self._letters: list[str] = []

    def put(self, row: int, pieces: Sequence[Piece], height: float | None) -> None:
        """Write a ``row`` (from 0) below all others; ``height`` in points, None: as high as any."""
        filled = [column for column, piece in enumerate(pieces) if piece is not None]
        if not filled:
            return
        for column in (filled[0], filled[-1]):
            self._check_dimensions(row, column)
        if row > self.previous_row:
            self._write_single_row(row)
        self._waiting = row, pieces, height

    def _write_single_row(self, current_row_num: int = 0) -> None:
        """Called by XlsxWriter too, when a cell of the next row comes and at the end."""
        if self._waiting is None:
            super()._write_single_row(current_row_num)
            return
        (row, pieces, height), self._waiting = self._waiting, None
        self.previous_row = current_row_num
        while len(self._letters) < len(pieces):
            self._letters.append(f'<c r="{column_letters(len(self._letters) + 1)}')
        number = row + 1
        made = [
            f'{start}{number}" s="{piece[1]._get_xf_index()}"{piece[0]}'
            for start, piece in zip(self._letters, pieces, strict=False)
            if piece is not None
        ]
        self.fh.write(f'<row r="{number}"{_high(height)}>{"".join(made)}</row>')


def _high(height: float | None) -> str:
    """The height of a row as XlsxWriter writes it: in points again, of whole pixels."""
    if height is None:
        return ""
    pixels = int(height * 4.0 / 3.0 + 0.5)
    return f' ht="{pixels * 0.75:.16g}" customHeight="1"'
