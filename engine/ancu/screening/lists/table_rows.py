"""The rows under the header of a table, whether its lines come from CSV or from a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, message
from ancu.screening.lists.listing import Row
from ancu.screening.lists.table_shape import Head, IsCase, Line, full, is_filled, never, rows_below


@cache
def added_headings() -> frozenset[str]:
    """The columns that a file of rejects has besides those of its list; they are left out when it is read again."""
    keys = ("reject_line", "reject_column", "reject_value", "reject_problem")
    return frozenset(message(key, lang) for key in keys for lang in LANGUAGES)


def table_rows(
    path: str,
    head: Head,
    lines: Iterable[Line],
    skip: Callable[[int], None] | None = None,
    is_case: IsCase | None = None,
) -> Iterator[Row]:
    """The rows of a table with this ``head``, from all its ``lines``, one by one.

    ``skip`` is told the lines below the header that are no case; without it all are cases. ``is_case`` knows a case
    where a line has few cells. Raises :class:`InputError` at a column that has content and no header.
    """
    filled = (line for line in lines if is_filled(line[1]))
    for _ in range(head.below):
        next(filled)
    width, added = len(head.headers), added_headings()
    named = [(i, header) for i, header in enumerate(head.headers) if header and header not in added]
    nameless = [i for i, header in enumerate(head.headers) if not header]
    of_case = partial(is_case, head.headers) if is_case is not None else never
    for number, cells in rows_below(filled, width, skip, of_case) if skip is not None else filled:
        cells = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        for i in nameless:
            if full([cells[i]]):
                values = {"position": i + 1, "value": str(cells[i]), "row": number}
                raise InputError(Problem("list_header_empty", values, path, head.line))
        yield Row(number, {header: cells[i] for i, header in named}, tuple(full(cells[width:])))
