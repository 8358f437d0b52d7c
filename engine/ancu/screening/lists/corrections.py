"""Corrections to a list: cells of returned rows as an officer has mended them, kept beside the list they mend.

The list itself stays as it came. A file of corrections is CSV, a line a cell: where its row stands, as returned rows
are told (``12``; of several files or sheets ``xa-a.xlsx:12``), its column, and what it should hold.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ancu.errors import InputError, Problem, suggestion
from ancu.messages import LANGUAGES, Language, message
from ancu.rulebook.values import normalise
from ancu.screening.lists.chunks import ListSource
from ancu.screening.lists.listing import Row
from ancu.screening.lists.opening import Opened
from ancu.screening.lists.paths import content_of
from ancu.text_files import decode

#: What a line tells: the place of a row, a header, the cell.
Corrections = Mapping[tuple[str, str], str]
_KEYS = ("reject_line", "reject_column", "correction_value")
#: The apostrophe that keeps a spreadsheet from taking a cell for a formula; it is no part of the cell.
_MARK = re.compile(r"^'(?=\s*[=+\-@＝＋－＠])")


def read_corrections(path: str) -> Corrections:
    """The corrections in the file at ``path``; of a cell that stands twice, the last. Raises :class:`InputError`."""
    lines = csv.reader(io.StringIO(decode(path, content_of(path)), newline=""))
    head = [normalise(cell) for cell in next(lines, [])]
    if not any(head == [normalise(text) for text in headings(lang)] for lang in LANGUAGES):
        raise InputError(Problem("corrections_head", {"head": ", ".join(headings("vi"))}, path, 1))
    found: dict[tuple[str, str], str] = {}
    for cells in lines:
        if not cells:
            continue
        if len(cells) != len(_KEYS):
            raise InputError(Problem("corrections_line", {"count": len(cells)}, path, lines.line_num))
        place, header, value = (_MARK.sub("", cell) for cell in cells)
        found[place.strip(), header] = value
    return found


def headings(lang: Language) -> list[str]:
    """What stands above the columns of a file of corrections."""
    return [message(key, lang) for key in _KEYS]


def corrected(opened: Opened, corrections: Corrections, path: str) -> Opened:
    """``opened`` with the cells of ``corrections``, which stand at ``path``, in the place of its own.

    Raises :class:`InputError` for a row or a column that the list does not have, and for a list too large to be held.
    """
    listing = opened.listing
    if listing is None:
        raise InputError(Problem("corrections_large", {"list": opened.source.path}, path))
    by_place: dict[str, dict[str, str]] = {}
    for (place, header), value in corrections.items():
        if header not in listing.headers:
            values = {"header": header, "hint": suggestion(header, listing.headers)}
            raise InputError(Problem("corrections_no_column", values, path))
        by_place.setdefault(place, {})[header] = value
    rows = [_mended(row, by_place.pop(listing.place(row), None)) for row in listing.rows]
    if by_place:
        raise InputError(Problem("corrections_no_row", {"places": _some(by_place)}, path))
    mended = replace(listing, rows=rows)
    return replace(opened, listing=mended, source=ListSource(mended, opened.source.path))


def _mended(row: Row, cells: Mapping[str, str] | None) -> Row:
    return replace(row, cells={**row.cells, **cells}) if cells else row


def _some(places: Iterable[str]) -> str:
    named = list(places)
    return ", ".join(named[:20]) + (", …" if len(named) > 20 else "")
