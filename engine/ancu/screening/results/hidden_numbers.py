"""Personal numbers in what a run writes: only what a key makes of them, so that nobody reads them there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ancu.errors import RecordError
from ancu.household.members import besides_of
from ancu.household.personal_numbers import keep, mask, read_number
from ancu.rulebook.member_names import NUMBER
from ancu.rulebook.values import is_blank
from ancu.screening.cells.reader import is_citizen_id
from ancu.screening.lists.chunks import Chunk, cells_of
from ancu.screening.lists.listing import Row
from ancu.screening.run.judged_chunk import Rejected


class HiddenNumbers:
    """Hides the numbers under those of ``headers`` that hold some: the same by one ``key``, on any list."""

    def __init__(self, headers: Iterable[str], key: bytes) -> None:
        self._headers, self._key = [header for header in headers if _holds_numbers(header)], key

    def chunk(self, chunk: Chunk) -> Chunk:
        """A chunk as it is written; of what is no number of either kind, the last digits stay."""
        hidden = {
            header: [self._hidden(cell) for cell in cells_of(chunk.columns[header])]
            for header in self._headers
            if header in chunk.columns
        }
        return replace(chunk, columns={**chunk.columns, **hidden})

    def rejected(self, rejected: Rejected) -> Rejected:
        """Rows as they are returned; what is no number stays as it stands, to be mended."""
        return replace(rejected, row=self._row(rejected.row), whole=tuple(map(self._row, rejected.whole)))

    def _row(self, row: Row) -> Row:
        cells = {header: _nested(cell, self._key) for header, cell in row.cells.items()}
        for header in self._headers:
            if header in cells:
                cells[header] = _hashed(cells[header], self._key)
        return replace(row, cells=cells)

    def _hidden(self, cell: Any) -> Any:
        hidden = _hashed(cell, self._key)
        return mask(str(cell).strip()) if hidden is cell and not is_blank(cell) else hidden


def _holds_numbers(header: str) -> bool:
    return besides_of(header) == NUMBER or is_citizen_id(header)


def _hashed(cell: Any, key: bytes) -> Any:
    """What ``key`` makes of a personal number; anything else as it is."""
    if is_blank(cell):
        return cell
    try:
        return str(keep(read_number(str(cell).strip()), key))
    except RecordError:
        return cell


def _nested(cell: Any, key: bytes) -> Any:
    """The people that a record lists, their numbers hidden."""
    if not isinstance(cell, list) or not all(isinstance(one, dict) for one in cell):
        return cell
    return [{name: _hashed(v, key) if _holds_numbers(name) else v for name, v in one.items()} for one in cell]
