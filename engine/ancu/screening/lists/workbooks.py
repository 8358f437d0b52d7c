"""Workbooks (.xlsx, .xlsb, .xls, .ods) as lines of cells, and what their readers leave out.

calamine reads errors and formulas never calculated as empty, and takes memory for every cell up to the farthest one.
Old workbooks (.xls) are read by xlrd: a damaged one can end the process in calamine.
"""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import chain
from typing import Any, Protocol

from ancu.errors import InputError, Problem, suggestion
from ancu.frozen import frozen
from ancu.messages import LANGUAGES, message
from ancu.rulebook.spelling import bare as without_diacritics
from ancu.rulebook.values import normalise
from ancu.screening.lists.biff import scan_sheets
from ancu.screening.lists.biff12 import scan_binary
from ancu.screening.lists.ods import scan_ods
from ancu.screening.lists.office_xml import Archive, BookScan, LeftOut, SheetScan
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

BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
#: What files begin with that are saved under a workbook's name, or given for a list.
_STRANGERS = {b"%pdf": "PDF", b"<htm": "HTML", b"<!do": "HTML", b"<tab": "HTML", b"<?xm": "XML", b"{\\rt": "RTF"}
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)

#: A sheet of more cells than this, empty ones counted, takes too much memory.
_MOST_CELLS = 20_000_000


@frozen
class Sheet:
    """A sheet as read: its head and every line with content, what is merged down standing in each of its lines.

    ``day_zero`` is the day from which the workbook counts days. ``others`` are further sheets that look like lists,
    ``unlike`` those that were not read for a list when all were asked for; ``members`` is one of people who belong to
    the households of this sheet. ``merged`` are the headers of columns in which cells are merged down, ``hidden`` the
    lines that nobody sees who opens it, such as by a filter, ``hidden_columns`` the headers of columns unseen.
    """

    name: str
    head: Head
    lines: list[Line]
    day_zero: date
    others: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    members: str | None = None
    merged: tuple[str, ...] = ()
    hidden: tuple[range, ...] = ()
    hidden_columns: tuple[str, ...] = ()


#: Cells that are merged: the first row and column, then the last ones, from 0.
Merged = tuple[int, int, int, int]
#: Asks for every sheet that looks like a list; no sheet can be called so.
ALL_SHEETS = "*"


#: What a reader written in Rust raises where it gives up: no Exception.
_PANIC = "PanicException"


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

    def merged(self, sheet: str) -> Iterable[Merged]:
        """The cells of a sheet read before that are merged."""
        ...

    def scan(self, sheet: str) -> SheetScan:
        """What else the file tells of a sheet read before: its hidden rows and columns."""
        ...


def read_sheets(
    path: str, content: bytes, known: Known | None, sheets: Sequence[str] = (), relation: Known | None = None
) -> list[Sheet]:
    """The ``sheets`` of a workbook; of none, the visible one with most known headers; :data:`ALL_SHEETS`: all like it.

    A further one that is named for members and has a header of ``relation`` is that of the people.

    Raises :class:`InputError` for a workbook that is encrypted, broken, of another kind, or has no such sheet.
    """
    book = _open(path, content)
    every = ALL_SHEETS in sheets
    named = [] if every else list(dict.fromkeys(sheets))
    for sheet in named:
        if sheet not in book.names:
            values = {"sheet": sheet, "known": ", ".join(book.names), "hint": suggestion(sheet, book.names)}
            raise InputError(Problem("list_no_sheet", values, path))
    filled = {name: lines for name in (named or book.visible) if (lines := book.lines(name))}
    if not filled:
        raise InputError(Problem("list_empty", {}, path))
    scores = {name: best_score(lines, known) if known is not None else 0 for name, lines in filled.items()}
    members = _members_sheet(book, scores, named, relation) if relation is not None else None
    lists = [name for name in filled if name != members]
    best = max(lists, key=lambda name: scores[name])
    alike = [name for name in lists if name == best or 2 * scores[name] > scores[best] > 1]
    read = lists if named else alike if every else [best]
    unseen = () if named or known is None else _hidden_lists(book, scores[best], known)
    others = (*(name for name in alike if name not in read), *unseen)
    unlike = tuple(name for name in lists if name not in read) if every else ()
    first, *more = [replace(_read_sheet(path, book, name, filled[name], known), members=members) for name in read]
    # What is said of the workbook is said once.
    return [replace(first, others=others, unlike=unlike), *more]


def _hidden_lists(book: _OpenBook, best: int, known: Known) -> list[str]:
    """The hidden sheets that look like lists, beside one that shows so many known headers."""
    hidden = (name for name in book.names if name not in book.visible)
    return [name for name in hidden if 2 * best_score(book.lines(name), known) > best > 1]


def _read_sheet(path: str, book: _OpenBook, name: str, lines: list[Line], known: Known | None) -> Sheet:
    merged = list(book.merged(name))
    top, exact = _spread(lines, merged)
    tall: dict[int, int] = {}
    for row, _, last_row, _ in merged:
        tall[row + 1] = max(last_row + 1, tall.get(row + 1, 0))
    head = head_of(path, top, known, exact, tall)
    assert head is not None
    filled_down = _fill_down(lines, merged, head) if known is not None else ()
    scan = book.scan(name)
    unseen = frozenset(chain.from_iterable(scan.hidden_columns))
    columns = tuple(header for i, header in enumerate(head.headers) if header and i in unseen)
    return Sheet(
        name, head, lines, book.day_zero, merged=filled_down, hidden=tuple(scan.hidden), hidden_columns=columns
    )


def _members_sheet(book: _OpenBook, scores: Mapping[str, int], named: Sequence[str], relation: Known) -> str | None:
    """The sheet of people beside that of their households, which is among those ``named`` or scored."""
    for name in book.visible:
        beside = bool(named) or any(score for other, score in scores.items() if other != name)
        if name not in named and beside and is_members_name(name) and best_score(book.lines(name), relation):
            return name
    return None


def is_members_name(sheet: str) -> bool:
    """Whether a sheet is named for the members of households, with diacritics or without."""
    names = {name for lang in LANGUAGES for name in message("names_of_members", lang).split("; ")}
    return bare(sheet) in map(bare, names)


def bare(text: str) -> str:
    """``text`` without diacritics, as it is compared where they may be left out."""
    return without_diacritics(normalise(text))


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
    named = path.lower().endswith(BOOK_SUFFIXES)
    raise InputError(Problem("list_not_a_workbook" if named else "list_want_workbook", {}, path))


def whole_sheets(path: str, content: bytes) -> Iterator[tuple[str, list[Line]]]:
    """Every visible sheet of a workbook by name, with its lines that hold anything, as they stand.

    Raises :class:`InputError` for what is no workbook, is encrypted or damaged.
    """
    book = _open(path, content)
    return ((name, book.lines(name)) for name in book.visible)


def _damaged(path: str, error: BaseException) -> InputError:
    """What to say of a reader that failed; an interruption is none of its doing."""
    if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
        raise error
    return InputError(Problem("list_bad_workbook", {"detail": str(error) or type(error).__name__}, path))


@contextlib.contextmanager
def damage_told(path: str) -> Iterator[None]:
    """Whatever a damaged file makes of its readers becomes an :class:`InputError`, a panic of calamine among it."""
    try:
        yield
    except InputError:
        raise
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise InputError(Problem("list_bad_workbook", {"detail": "calamine"}, path)) from error
        raise _damaged(path, error) from error


def calamine_of(path: str, content: bytes) -> tuple[Any, BookScan]:
    """calamine's workbook of an .xlsx, .xlsb or .ods, opened only once nothing in it can make calamine end the process.

    Raises :class:`InputError` for what is no workbook, is encrypted or damaged, or takes too much memory.
    """
    try:
        from python_calamine import CalamineWorkbook, PasswordError
    except ImportError as error:
        raise InputError(Problem("list_needs_excel", {}, path)) from error
    with damage_told(path):
        archive = Archive(path, content)
        scan = scan_ods(archive) or scan_ooxml(archive) or scan_binary(archive)
        if scan is None and path.lower().endswith(BOOK_SUFFIXES):
            raise InputError(Problem("list_not_a_workbook", {}, path))
        if scan is None:
            kind = "Word" if archive.named("word/document.xml") else "ZIP"
            raise InputError(Problem("list_not_a_list", {"kind": kind}, path))
        # calamine may read on for ever in a part that is no well-formed XML.
        archive.parse_others()
        _check_extent(path, scan.sheets)
        try:
            return CalamineWorkbook.from_filelike(io.BytesIO(archive.as_calamine_reads())), scan
        except PasswordError as error:
            raise InputError(Problem("list_encrypted", {}, path)) from error


class _NewBook:
    """.xlsx, .xlsb and .ods."""

    def __init__(self, path: str, content: bytes) -> None:
        self._book, scan = calamine_of(path, content)
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        self.path = path
        sheets = [meta for meta in self._book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        self.names = [meta.name for meta in sheets]
        self.visible = [meta.name for meta in sheets if meta.visible == SheetVisibleEnum.Visible] or self.names
        self._merged: dict[str, list[Merged]] = {}
        self._scans = scan.sheets
        self.day_zero = _DAY_ZERO_1904 if scan.counts_from_1904 else _DAY_ZERO

    def lines(self, sheet: str) -> list[Line]:
        with damage_told(self.path):
            read = self._book.get_sheet_by_name(sheet)
            self._merged[sheet] = [(*first, *last) for first, last in read.merged_cell_ranges or ()]
            self._merged[sheet] += self.scan(sheet).merged
            lines = list(_lines(read.to_python(skip_empty_area=False)))
            return _with_left_out(lines, self.scan(sheet).left_out)

    def merged(self, sheet: str) -> Iterable[Merged]:
        return self._merged[sheet]

    def scan(self, sheet: str) -> SheetScan:
        return self._scans.get(sheet, SheetScan())


class _OldBook:
    """.xls"""

    def __init__(self, path: str, content: bytes) -> None:
        try:
            import xlrd
        except ImportError as error:
            raise InputError(Problem("list_needs_excel", {}, path)) from error
        self.path = path
        try:
            self._book = xlrd.open_workbook(
                file_contents=content, ragged_rows=True, on_demand=True, logfile=io.StringIO()
            )
            scans = scan_sheets(self._book.mem or b"", self._book.base)
            sheets = self._book.sheets()
            self._book.release_resources()
        except Exception as error:
            if "encrypted" in str(error):
                raise InputError(Problem("list_encrypted", {}, path)) from error
            raise _damaged(path, error) from error
        self.names = [sheet.name for sheet in sheets]
        self._scans: dict[str, SheetScan] = dict(zip(self.names, scans, strict=False))
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
            return _with_left_out(list(_lines(rows)), self.scan(sheet).left_out)
        except Exception as error:
            raise _damaged(self.path, error) from error

    def merged(self, sheet: str) -> Iterable[Merged]:
        for row, below, first, beyond in self._book.sheet_by_name(sheet).merged_cells:
            yield row, first, below - 1, beyond - 1

    def scan(self, sheet: str) -> SheetScan:
        return self._scans.get(sheet, SheetScan())


def _lines(rows: Iterable[Iterable[Any]]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        cells = [_unescaped(cell) if type(cell) is str else plain(cell) for cell in row]
        if is_filled(cells):
            yield number, cells


#: How a workbook writes a letter of control that stands in a text, and the first letter of what is written like one.
_ESCAPED = re.compile(r"_x(000[9ADad]|005[Ff])_")


def _unescaped(text: str) -> str:
    """A text with its line ends and tabs, which a reader may leave as a workbook writes them."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x00" in text else text


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


def _spread(lines: list[Line], merged: Iterable[Merged]) -> tuple[list[Line], frozenset[int]]:
    """The first lines with merged cells filled in across, and the numbers of the lines that have any."""
    top = {number: list(cells) for number, cells in lines[: MAX_TITLE_LINES + MAX_HEADER_LINES]}
    exact = set()
    for row, first, _, last in merged:
        cells = top.get(row + 1)
        if cells is not None and last > first and first < len(cells):
            cells[first : last + 1] = [cells[first]] * (min(last, len(cells) - 1) - first + 1)
            exact.add(row + 1)
    return list(top.items()), frozenset(exact)


def _fill_down(lines: list[Line], merged: Iterable[Merged], head: Head) -> tuple[str, ...]:
    """Write what is merged down over rows into each of them; the headers of the columns where that was done."""
    by_number = dict(lines)
    first_row = next((number for number, _ in lines[head.below :]), 0)
    found = {}
    for row, column, last_row, _ in merged:
        above = by_number.get(row + 1)
        if last_row == row or row + 1 < first_row or above is None or column >= len(above) or above[column] == "":
            continue
        for below in range(row + 1, last_row + 1):
            cells = by_number.get(below + 1)
            if cells is not None:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = above[column]
                found[column] = head.headers[column] if column < len(head.headers) else ""
    return tuple(header for _, header in sorted(found.items()) if header)


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
