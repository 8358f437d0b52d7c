"""Workbooks (.xlsx, .xls, .ods) as lines of cells, and what their readers leave out.

calamine reads errors and formulas never calculated as empty, and takes memory for every cell up to the farthest one.
Old workbooks (.xls) are read by xlrd: a damaged one can end the process in calamine.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol

from ancu.errors import InputError, Problem, suggestion
from ancu.messages import LANGUAGES, message
from ancu.rulebook.values import normalise
from ancu.screening.lists.ods import scan_ods
from ancu.screening.lists.office_xml import Archive, LeftOut, SheetScan
from ancu.screening.lists.ooxml import column_letters, scan_ooxml
from ancu.screening.lists.table_shape import (
    MAX_HEADER_LINES,
    MAX_TITLE_LINES,
    Head,
    Known,
    Line,
    best_score,
    head_of,
    is_filled,
)

BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
#: What files begin with that are saved under a workbook's name, or given for a list.
_STRANGERS = {b"%pdf": "PDF", b"<htm": "HTML", b"<!do": "HTML", b"<tab": "HTML", b"<?xm": "XML", b"{\\rt": "RTF"}
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)

#: A sheet of more cells than this, empty ones counted, takes too much memory.
_MOST_CELLS = 20_000_000


@dataclass(frozen=True)
class Sheet:
    """A sheet as read: its head and every line with content.

    ``day_zero`` is the day from which the workbook counts days. ``others`` are further sheets that look like lists;
    ``members`` is one of people who belong to the households of this sheet.
    """

    name: str
    head: Head
    lines: list[Line]
    day_zero: date
    others: tuple[str, ...] = ()
    members: str | None = None


def is_book(suffix: str, content: bytes) -> bool:
    """Whether a file is a workbook, by its name or its first bytes."""
    return suffix in BOOK_SUFFIXES or content[:4] in (_ZIP, _OLE)


def stranger(content: bytes) -> str | None:
    """What a file is that is no list: PDF, HTML and the like."""
    return _STRANGERS.get(content.lstrip(b"\xef\xbb\xbf \r\n\t")[:4].lower())


class _OpenBook(Protocol):
    """An open workbook; ``day_zero`` is the day from which it counts days."""

    names: list[str]
    visible: list[str]
    day_zero: date

    def lines(self, sheet: str) -> list[Line]:
        """The lines of a sheet that have content, errors among their cells."""
        ...

    def merged(self, sheet: str) -> Iterable[tuple[int, int, int]]:
        """The cells of a sheet read before that are merged across: row, first and last column, from 0."""
        ...


def read_sheet(
    path: str, content: bytes, known: Known | None, sheet: str | None, relation: Known | None = None
) -> Sheet:
    """The sheet called ``sheet``, else the visible one with most known headers.

    A further one that is named for members and has a header of ``relation`` is that of the people.

    Raises :class:`InputError` for a workbook that is encrypted, broken, of another kind, or has no such sheet.
    """
    book = _open(path, content)
    if sheet is not None and sheet not in book.names:
        values = {"sheet": sheet, "known": ", ".join(book.names), "hint": suggestion(sheet, book.names)}
        raise InputError(Problem("list_no_sheet", values, path))
    filled = {name: lines for name in ([sheet] if sheet else book.visible) if (lines := book.lines(name))}
    if not filled:
        raise InputError(Problem("list_empty", {}, path))
    scores = {name: best_score(lines, known) if known is not None else 0 for name, lines in filled.items()}
    members = _members_sheet(book, scores, sheet, relation) if relation is not None else None
    best = max((name for name in filled if name != members), key=lambda name: scores[name])
    top, exact = _spread(filled[best], book.merged(best))
    head = head_of(path, top, known, exact)
    assert head is not None
    others = tuple(n for n in filled if n not in (best, members) and 2 * scores[n] > scores[best] > 1)
    return Sheet(best, head, filled[best], book.day_zero, others, members)


def _members_sheet(book: _OpenBook, scores: Mapping[str, int], sheet: str | None, relation: Known) -> str | None:
    """The sheet of people beside that of their households, which is ``sheet`` or one of those scored."""
    for name in book.visible:
        beside = sheet is not None or any(score for other, score in scores.items() if other != name)
        if name != sheet and beside and is_members_name(name) and best_score(book.lines(name), relation):
            return name
    return None


def is_members_name(sheet: str) -> bool:
    """Whether a sheet is named for the members of households, with diacritics or without."""
    names = {name for lang in LANGUAGES for name in message("names_of_members", lang).split("; ")}
    return bare(sheet) in map(bare, names)


def bare(text: str) -> str:
    """``text`` without diacritics, as it is compared where they may be left out."""
    apart = unicodedata.normalize("NFD", normalise(text).replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _open(path: str, content: bytes) -> _OpenBook:
    if content[:4] == _OLE:
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise InputError(Problem("list_encrypted", {}, path))
        return _OldBook(path, content)
    if content[:4] == _ZIP:
        return _NewBook(path, content)
    kind = stranger(content)
    if kind is not None:
        raise InputError(Problem("list_not_a_list", {"kind": kind}, path))
    raise InputError(Problem("list_not_a_workbook", {}, path))


def _damaged(path: str, error: Exception) -> InputError:
    return InputError(Problem("list_bad_workbook", {"detail": str(error) or type(error).__name__}, path))


class _NewBook:
    """.xlsx and .ods."""

    def __init__(self, path: str, content: bytes) -> None:
        try:
            from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum
        except ImportError as error:
            raise InputError(Problem("list_needs_excel", {}, path)) from error
        self.path = path
        try:
            archive = Archive(path, content)
            scan = scan_ods(archive) or scan_ooxml(archive)
            if scan is None:
                raise InputError(Problem("list_not_a_workbook", {}, path))
            # calamine may read on for ever in a part that is no well-formed XML.
            archive.parse_others()
            _check_extent(path, scan.sheets)
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(archive.as_calamine_reads()))
        except PasswordError as error:
            raise InputError(Problem("list_encrypted", {}, path)) from error
        except InputError:
            raise
        except Exception as error:  # whatever a damaged file makes of its readers
            raise _damaged(path, error) from error
        sheets = [meta for meta in self._book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        self.names = [meta.name for meta in sheets]
        self.visible = [meta.name for meta in sheets if meta.visible == SheetVisibleEnum.Visible] or self.names
        self._merged: dict[str, list[tuple[int, int, int]]] = {}
        self._scans = scan.sheets
        self.day_zero = _DAY_ZERO_1904 if scan.counts_from_1904 else _DAY_ZERO

    def lines(self, sheet: str) -> list[Line]:
        try:
            read = self._book.get_sheet_by_name(sheet)
            self._merged[sheet] = [(row, first, last) for (row, first), (_, last) in read.merged_cell_ranges or ()]
            lines = list(_lines(read.to_python(skip_empty_area=False)))
            return _with_left_out(lines, self._scans[sheet].left_out) if sheet in self._scans else lines
        except Exception as error:
            raise _damaged(self.path, error) from error

    def merged(self, sheet: str) -> Iterable[tuple[int, int, int]]:
        return self._merged[sheet]


class _OldBook:
    """.xls"""

    def __init__(self, path: str, content: bytes) -> None:
        try:
            import xlrd
        except ImportError as error:
            raise InputError(Problem("list_needs_excel", {}, path)) from error
        self.path = path
        try:
            self._book = xlrd.open_workbook(file_contents=content, ragged_rows=True, logfile=io.StringIO())
            sheets = self._book.sheets()
        except Exception as error:
            if "encrypted" in str(error):
                raise InputError(Problem("list_encrypted", {}, path)) from error
            raise _damaged(path, error) from error
        self.names = [sheet.name for sheet in sheets]
        self.visible = [sheet.name for sheet in sheets if not sheet.visibility] or self.names
        self.day_zero = _DAY_ZERO_1904 if self._book.datemode else _DAY_ZERO

    def lines(self, sheet: str) -> list[Line]:
        import xlrd

        def cell(kind: int, value: Any) -> Any:
            if kind == xlrd.XL_CELL_DATE:
                return xlrd.xldate_as_datetime(value, self._book.datemode)
            if kind == xlrd.XL_CELL_BOOLEAN:
                return bool(value)
            return xlrd.error_text_from_code.get(value, "#N/A") if kind == xlrd.XL_CELL_ERROR else value

        read = self._book.sheet_by_name(sheet)
        try:
            rows = (map(cell, read.row_types(row), read.row_values(row)) for row in range(read.nrows))
            return list(_lines(rows))
        except Exception as error:
            raise _damaged(self.path, error) from error

    def merged(self, sheet: str) -> Iterable[tuple[int, int, int]]:
        for row, _, first, beyond in self._book.sheet_by_name(sheet).merged_cells:
            yield row, first, beyond - 1


def _lines(rows: Iterable[Iterable[Any]]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        cells = [cell if type(cell) is str else plain(cell) for cell in row]
        if is_filled(cells):
            yield number, cells


class Fraction(Decimal):
    """A number between 0 and 1 in a workbook, which keeps a percentage as such."""


def plain(cell: Any) -> Any:
    """A cell as a clerk sees it: whole numbers without a fraction, days without an hour, no noise of binary floats."""
    if isinstance(cell, (str, bool)):
        return cell
    if isinstance(cell, float):
        if cell != cell or cell in (float("inf"), float("-inf")):
            return None
        if 0 < cell < 1:
            return Fraction(f"{cell:.12g}")
        return int(cell) if cell.is_integer() else Decimal(f"{cell:.12g}")
    if isinstance(cell, datetime):
        return cell.date()
    return str(cell) if isinstance(cell, (time, timedelta)) else cell


def _spread(lines: list[Line], merged: Iterable[tuple[int, int, int]]) -> tuple[list[Line], frozenset[int]]:
    """The first lines with merged cells filled in across, and the numbers of the lines that have any."""
    top = {number: list(cells) for number, cells in lines[: MAX_TITLE_LINES + MAX_HEADER_LINES]}
    exact = set()
    for row, first, last in merged:
        cells = top.get(row + 1)
        if cells is not None and last > first and first < len(cells):
            cells[first : last + 1] = [cells[first]] * (min(last, len(cells) - 1) - first + 1)
            exact.add(row + 1)
    return list(top.items()), frozenset(exact)


def _with_left_out(lines: list[Line], left_out: Iterable[LeftOut]) -> list[Line]:
    by_row = dict(lines)
    for each in left_out:
        for row in each.rows:
            cells = by_row.setdefault(row + 1, [])
            cells += [""] * (each.columns.stop - len(cells))
            for column in each.columns:
                cells[column] = each.text
    return sorted(by_row.items())


def _check_extent(path: str, sheets: Mapping[str, SheetScan]) -> None:
    """Raise :class:`InputError` for a sheet with a cell so far off that everything up to it takes too much memory."""
    for name, scan in sheets.items():
        if scan.rows * scan.columns > _MOST_CELLS:
            cell = f"{column_letters(scan.columns)}{scan.rows}"
            raise InputError(Problem("list_too_far", {"sheet": name, "cell": cell}, path))
