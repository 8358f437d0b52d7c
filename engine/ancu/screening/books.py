"""Workbooks (.xlsx, .xls, .ods) as lines of cells, and what the reader of their cells leaves out.

That is: errors and formulas never calculated (it reads them as empty), merged headers, hidden sheets, days as numbers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from html import unescape
from typing import TYPE_CHECKING, Any

from ancu.errors import InputError, Problem, suggestion
from ancu.screening.tables import MAX_HEADER_LINES, MAX_TITLE_LINES, Head, Known, Line, best_score, full, head_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

BOOK_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
#: What files begin with that are saved under a workbook's name, or given for a list.
_STRANGERS = {b"%pdf": "PDF", b"<htm": "HTML", b"<!do": "HTML", b"<tab": "HTML", b"<?xm": "XML", b"{\\rt": "RTF"}
_DAY_ZERO, _DAY_ZERO_1904 = date(1899, 12, 30), date(1904, 1, 1)

#: Where a cell stands (row and column from 0), and the error or formula that stands in it.
Errors = Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Sheet:
    """A sheet as read: its head and every line with content.

    ``day_zero`` is the day from which the workbook counts days. ``others`` are further sheets that look like lists.
    """

    name: str
    head: Head
    lines: list[Line]
    day_zero: date
    others: tuple[str, ...] = ()


def is_book(suffix: str, content: bytes) -> bool:
    """Whether a file is a workbook, by its name or its first bytes."""
    return suffix in BOOK_SUFFIXES or content[:4] in (_ZIP, _OLE)


def stranger(content: bytes) -> str | None:
    """What a file is that is no list: PDF, HTML and the like."""
    return _STRANGERS.get(content.lstrip(b"\xef\xbb\xbf \r\n\t")[:4].lower())


def read_sheet(path: str, content: bytes, known: Known | None, sheet: str | None) -> Sheet:
    """The sheet called ``sheet``, else the visible one with most known headers.

    Raises :class:`InputError` for a workbook that is encrypted, broken, of another kind, or has no such sheet.
    """
    book = _open(path, content)
    from python_calamine import SheetVisibleEnum

    names = [meta.name for meta in book.sheets_metadata]
    if sheet is not None and sheet not in names:
        values = {"sheet": sheet, "known": ", ".join(names), "hint": suggestion(sheet, names)}
        raise InputError(Problem("list_no_sheet", values, path))
    shown = SheetVisibleEnum.Visible
    visible = [meta.name for meta in book.sheets_metadata if meta.visible == shown] or names
    grids: dict[str, tuple[CalamineSheet, list[Line]]] = {}
    for name in [sheet] if sheet is not None else visible:
        try:
            read = book.get_sheet_by_name(name)
            lines = list(_lines(read.to_python(skip_empty_area=False)))
        except Exception as error:  # a chart sheet, or one the reader stumbles over
            if sheet is not None or len(visible) == 1:
                raise InputError(Problem("list_bad_workbook", {"detail": str(error)}, path)) from error
            continue
        if lines:
            grids[name] = (read, lines)
    if not grids:
        raise InputError(Problem("list_empty", {}, path))
    scores = {name: best_score(lines, known) if known is not None else 0 for name, (_, lines) in grids.items()}
    best = max(grids, key=lambda name: scores[name])
    read, lines = grids[best]
    errors, day_zero = _left_out(path, content, best, names.index(best))
    lines = _with_errors(lines, errors)
    top, exact = _spread(lines, getattr(read, "merged_cell_ranges", None) or ())
    head = head_of(path, top, known, exact)
    assert head is not None
    others = tuple(name for name in grids if name != best and 2 * scores[name] > scores[best] > 1)
    return Sheet(best, head, lines, day_zero, others)


def _open(path: str, content: bytes) -> CalamineWorkbook:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ImportError as error:
        raise InputError(Problem("list_needs_excel", {}, path)) from error
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise InputError(Problem("list_encrypted", {}, path)) from error
    except (CalamineError, OSError, ValueError) as error:
        if content[:4] == _OLE and "EncryptedPackage".encode("utf-16-le") in content:
            raise InputError(Problem("list_encrypted", {}, path)) from error
        kind = stranger(content)
        if kind is not None:
            raise InputError(Problem("list_not_a_list", {"kind": kind}, path)) from error
        if content[:4] in (_ZIP, _OLE):
            raise InputError(Problem("list_bad_workbook", {"detail": str(error)}, path)) from error
        raise InputError(Problem("list_not_a_workbook", {}, path)) from error


def _lines(rows: Iterable[Iterable[Any]]) -> Iterator[Line]:
    for number, row in enumerate(rows, 1):
        cells = [plain(cell) for cell in row]
        if full(cells):
            yield number, cells


class Fraction(Decimal):
    """A number between 0 and 1 in a workbook, which keeps a percentage as such."""


def plain(cell: Any) -> Any:
    """A cell as a clerk sees it: whole numbers without a fraction, days without an hour, no noise of binary floats."""
    if isinstance(cell, bool):
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


def _spread(
    lines: list[Line], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> tuple[list[Line], frozenset[int]]:
    """The first lines with merged cells filled in across, and the numbers of the lines that have any."""
    top = {number: list(cells) for number, cells in lines[: MAX_TITLE_LINES + MAX_HEADER_LINES]}
    exact = set()
    for (row, first), (_, last) in merged:
        cells = top.get(row + 1)
        if cells is not None and last > first and first < len(cells):
            cells[first : last + 1] = [cells[first]] * (min(last, len(cells) - 1) - first + 1)
            exact.add(row + 1)
    return list(top.items()), frozenset(exact)


# -- what the reader of cells leaves out --------------------------------------------------------------------------


def _with_errors(lines: list[Line], errors: Errors) -> list[Line]:
    if not errors:
        return lines
    found = dict(lines)
    for (row, column), said in errors.items():
        cells = found.setdefault(row + 1, [])
        cells += [""] * (column + 1 - len(cells))
        cells[column] = said
    return sorted(found.items())


def _left_out(path: str, content: bytes, sheet: str, index: int) -> tuple[Errors, date]:
    """The error cells of a sheet, which would otherwise read as empty; and the day from which days are counted."""
    if content[:4] == _OLE:
        return _xls_errors(path, content, index)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if "content.xml" in parts.namelist():
            return dict(_ods_errors(parts.read("content.xml"), sheet)), _DAY_ZERO
        return _xlsx_errors(parts, sheet)


_SHEET_TAG = re.compile(r'<(?:\w+:)?sheet\s[^>]*?name="([^"]*)"[^>]*?\s\w+:id="([^"]*)"')
_PART_TAG = re.compile(r"<Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_ERROR_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*?\st="e"[^>]*>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL)
#: A formula without a result; one whose result is an empty text says so by its type.
_BARE_FORMULA = re.compile(
    rb'<c r="([A-Z]+)(\d+)"(?![^>]*\st="str")[^>]*><f(?:\s[^>]*)?>([^<]*)</f>(?:<v\s*/>|<v></v>)?</c>'
)


def _xlsx_errors(parts: zipfile.ZipFile, sheet: str) -> tuple[Errors, date]:
    workbook = parts.read("xl/workbook.xml").decode("utf-8", "replace")
    day_zero = _DAY_ZERO_1904 if re.search(r'date1904="(1|true)"', workbook) else _DAY_ZERO
    ids = {unescape(name): id_ for name, id_ in _SHEET_TAG.findall(workbook)}
    links = parts.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {a["Id"]: a["Target"] for tag in _PART_TAG.findall(links) if "Id" in (a := dict(_ATTRIBUTE.findall(tag)))}
    target = targets.get(ids.get(sheet, ""), "").removeprefix("/")
    name = target if target.startswith("xl/") else f"xl/{target}"
    if name not in parts.namelist():
        return {}, day_zero
    xml = parts.read(name)
    errors: dict[tuple[int, int], str] = {}
    if b' t="e"' in xml:
        errors |= {_place(c, r): said.decode() for c, r, said in _ERROR_CELL.findall(xml)}
    if b"<f" in xml:
        errors |= {_place(c, r): f"={unescape(f.decode('utf-8', 'replace'))}" for c, r, f in _BARE_FORMULA.findall(xml)}
    return errors, day_zero


def _place(letters: bytes, row: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters:
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1


_ODS_TABLE = r'<table:table\s[^>]*?table:name="{}".*?</table:table>'
_ODS_PART = re.compile(
    r"<(table:table-row|table:table-cell|table:covered-table-cell)\b([^>]*?)(/?)>|</(table:table-row)>"
)
_ODS_ERROR = re.compile(r"<text:p[^>]*>(#[A-Z/0!?]+|Err:\d+)</text:p>")
_REPEATED = re.compile(r'table:number-(?:rows|columns)-repeated="(\d+)"')


def _ods_errors(content: bytes, sheet: str) -> Iterator[tuple[tuple[int, int], str]]:
    xml = content.decode("utf-8", "replace")
    if not _ODS_ERROR.search(xml):
        return
    from html import escape

    named = "(?:" + "|".join({re.escape(sheet), re.escape(escape(sheet)), re.escape(escape(sheet, quote=False))}) + ")"
    table = re.search(_ODS_TABLE.format(named), xml, re.DOTALL)
    row = column = 0
    rows = 1
    for tag in _ODS_PART.finditer(table[0]) if table else ():
        times = int(found[1]) if (found := _REPEATED.search(tag[2] or "")) else 1
        if tag[1] == "table:table-row":
            rows, column = times, 0
        if tag[4] or (tag[1] == "table:table-row" and tag[3]):
            row += rows
        elif tag[1] != "table:table-row":
            said = None if tag[3] else _ODS_ERROR.match(table[0] if table else "", tag.end())
            if said is not None:
                yield (row, column), said[1]
            column += times


def _xls_errors(path: str, content: bytes, index: int) -> tuple[Errors, date]:
    try:
        import xlrd
    except ImportError as error:
        raise InputError(Problem("list_needs_excel", {}, path)) from error
    try:
        book = xlrd.open_workbook(file_contents=content, on_demand=True, logfile=io.StringIO())
        sheet = book.sheet_by_index(index)
        errors = {
            (row, column): xlrd.error_text_from_code.get(sheet.cell_value(row, column), "#N/A")
            for row in range(sheet.nrows)
            for column, kind in enumerate(sheet.row_types(row))
            if kind == xlrd.XL_CELL_ERROR
        }
        return errors, _DAY_ZERO_1904 if book.datemode else _DAY_ZERO
    except (xlrd.XLRDError, ValueError, IndexError, AssertionError) as error:
        raise InputError(Problem("list_bad_workbook", {"detail": str(error)}, path)) from error
