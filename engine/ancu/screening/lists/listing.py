"""A list as read: its rows, and the files that they come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.frozen import frozen
from ancu.screening.headers.group_titles import GroupTitle


@frozen
class Row:
    """One case of a list: the line it starts on, its cells by header, and cells beyond the headers."""

    line: int
    cells: dict[str, Any]
    surplus: tuple[str, ...] = ()


@dataclass
class DayNumbers:
    """One number that stands for a day, and how many cells of its column hold such numbers."""

    number: int
    day: date
    count: int = 0


@frozen
class ListFile:
    """A file that a list was read from, its digest and its ``size`` in bytes.

    ``skipped`` are the lines with content that are no case: titles above the header, the numbers under it, headings,
    totals. ``unread`` are other sheets that look like lists, ``unlike`` those that do not, ``members_sheet`` one of
    people of these households.
    ``unit`` and ``unit_used`` are those of its head. ``titles`` head groups of rows and gave them a value. ``merged``
    are headers of columns in which a value merged down was taken for each row. ``day_zero`` is the day from which a
    workbook counts days; ``day_numbers`` are the cells, by header, that were such numbers and were read as days.
    ``days_swapped`` are the lines, by header, of days whose day and month may have been swapped. ``hidden`` are the
    lines of cases that are hidden in a workbook, such as by a filter, ``hidden_columns`` the headers, of those that are
    known, that are. ``dittos`` counts, by header, the cells that were as the one above. ``headers`` are its own, as the
    list names them, where the list is of several files or sheets. ``unnumbered`` are the lines of cases without a
    number in a list that numbers its rows.
    """

    path: str
    sha256: str = ""
    size: int = 0
    rows: int = 0
    skipped: tuple[int, ...] = ()
    sheet: str | None = None
    unread: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    members_sheet: str | None = None
    unit: str | None = None
    unit_used: bool = False
    day_zero: date | None = None
    day_numbers: Mapping[str, DayNumbers] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    titles: tuple[GroupTitle, ...] = ()
    days_swapped: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    dittos: Mapping[str, int] = field(default_factory=dict)
    unnumbered: tuple[int, ...] = ()


@frozen
class Listing:
    """A list as read: its headers in order, and its rows; rows without any content are left out.

    ``file_column`` is the header under which rows name their file, where there are several; it is among ``headers``.
    """

    headers: list[str]
    rows: list[Row]
    skipped: tuple[int, ...] = ()
    files: tuple[ListFile, ...] = ()
    file_column: str | None = None

    def place(self, row: Row) -> str:
        """Where a row stands, to be told: its line, with its file where there are several."""
        return f"{row.cells[self.file_column]}:{row.line}" if self.file_column else str(row.line)
