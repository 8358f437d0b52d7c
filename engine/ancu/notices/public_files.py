"""A public list as a workbook, a PDF and a page."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ancu.errors import OutputError, Problem
from ancu.messages import message
from ancu.notices.pages import rendered
from ancu.notices.pdf import compiled
from ancu.notices.public_lists import PublishedList

#: What a public list is written as.
PUBLIC_FORMS = (".xlsx", ".pdf", ".html")
#: How wide a field is beside others; 0: as wide as what it holds.
_WIDTHS = {"case": 2, "full_name": 3, "personal_number": 2, "address": 4, "members": 4, "project": 2, "result": 4}
#: With more fields a sheet lies on its side.
_UPRIGHT = 3
#: What a sheet holds below its heading; characters of a column, for each part of its width.
_MOST_ROWS, _CHARACTERS = 1_048_000, 9
_A4 = 9
#: How wide a sheet of one or two fields is at least; points of a line; and how much of a wrapped line words fill.
_LEAST, _LINE, _FILLED = 60, 18, 0.8


def public_file(made: PublishedList, path: str, day: date) -> bytes:
    """The content of the file at ``path``, whose name says what it is; made on ``day``."""
    form = Path(path).suffix.lower()
    if form == ".xlsx":
        return _workbook(made, path, day)
    wide = len(made.fields) > _UPRIGHT
    widths = [0, *(_WIDTHS[name] for name in made.fields)]
    if form == ".pdf":
        data = {
            **made.heading(), "wide": wide, "widths": widths, "headings": made.headings, "rows": made.rows,
        }  # fmt: skip
        return compiled("list.typ", data, day)
    page = rendered("list.html", h=made.heading(), headings=made.headings, rows=made.rows, wide=wide, lang=made.lang)
    return page.encode()


def _workbook(made: PublishedList, path: str, day: date) -> bytes:
    """Every cell is a text, whatever it begins with: a name is never taken for a formula or an address."""
    import xlsxwriter

    if len(made.rows) > _MOST_ROWS:
        values = {"path": path, "rows": len(made.rows), "limit": _MOST_ROWS}
        raise OutputError(Problem("workbook_too_long", values))
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    book.set_properties({"created": day, "title": made.title})
    type_ = {"font_name": "Times New Roman", "font_size": 13}
    title = book.add_format({**type_, "bold": True, "align": "center", "text_wrap": True})
    line = book.add_format({**type_, "italic": True, "align": "center", "text_wrap": True, "valign": "top"})
    head = book.add_format(
        {**type_, "bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "border": 1}
    )
    cell = book.add_format({**type_, "text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    number = book.add_format({**type_, "align": "center", "valign": "top", "border": 1})
    sheet = book.add_worksheet(message("public_sheet", made.lang))
    sheet.set_paper(_A4)
    if len(made.fields) > _UPRIGHT:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    last = max(len(made.headings) - 1, 1)
    widths = [6, *(_CHARACTERS * _WIDTHS[name] for name in made.fields)]
    if len(widths) <= _UPRIGHT:  # as wide as the page
        widths = [6, *(max(width, _LEAST // (len(widths) - 1)) for width in widths[1:])]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    told = made.heading()
    row = 0
    for name in ("co_quan_chu_quan", "co_quan", "title", "project", "basis", "places", "day"):
        if told[name]:
            text = told[name].upper() if name == "title" else told[name]
            sheet.merge_range(row, 0, row, last, "", title)
            sheet.write_string(row, 0, text, title if name in ("co_quan", "title", "project") else line)
            sheet.set_row(row, _height([text], [sum(widths)]))
            row += 1
    sheet.set_row(row, _height(made.headings, widths))
    for at, heading in enumerate(made.headings):
        sheet.write_string(row, at, heading, head)
    sheet.repeat_rows(row)
    sheet.freeze_panes(row + 1, 0)
    for cells in made.rows:
        row += 1
        sheet.set_row(row, _height(cells, widths))
        for at, text in enumerate(cells):
            if at == 0:
                sheet.write_number(row, at, int(text), number)
            else:
                sheet.write_string(row, at, text, cell)
    sheet.write_string(row + 1, 0, told["count"], book.add_format(type_))
    book.close()
    return content.getvalue()


def _height(cells: Sequence[str], widths: Sequence[int]) -> int:
    """The height of a row of wrapped cells."""
    return _LINE * max(math.ceil(len(cell) / (_FILLED * width)) or 1 for cell, width in zip(cells, widths, strict=True))
