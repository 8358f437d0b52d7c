"""The rows under the header of a table, whether its lines come from CSV or from a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from ancu.errors import InputError, Problem
from ancu.messages import LANGUAGES, message
from ancu.screening.headers.group_titles import GroupTitles
from ancu.screening.lists.listing import Row
from ancu.screening.lists.table_shape import (
    Head,
    IsCase,
    Line,
    full,
    is_filled,
    never,
    rows_below,
    says_nothing_new,
    summed_heading,
    texts_of,
)

#: A cell too many that holds nothing.
_EMPTY = ""
#: Filled cells of a line that may be the title of a group: its mark and its name.
_SHORT = 2
#: Headers of a second table that are named.
_SHOWN = 5


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
    *,
    even: bool = False,
    titles: GroupTitles | None = None,
) -> Iterator[Row]:
    """The rows of a table with this ``head``, from all its ``lines``, one by one.

    ``skip`` is told the lines below the header that are no case; without it all are cases. ``is_case`` knows a case
    where a line has few cells. ``titles`` are told the lines that head groups of rows, whose values the rows get.
    ``even``: no row should have more cells than the header, even empty ones. Raises :class:`InputError` at a column
    that has content and no header.
    """
    filled: Iterator[Line] = (line for line in lines if is_filled(line[1]))
    for _ in range(head.below):
        next(filled)
    width, added = len(head.headers), added_headings()
    named = [(i, header) for i, header in enumerate(head.headers) if header and header not in added]
    nameless = [i for i, header in enumerate(head.headers) if not header]
    of_case = partial(is_case, head.headers) if is_case is not None else never
    short: dict[int, list[str]] = {}
    if skip is not None and titles is not None:
        filled = _watched(filled, short, head.numbers, titles)
        skip = _telling(titles, short, skip)
    is_title = titles.names if titles is not None else never
    is_header = partial(_names_columns, path, head, titles)
    if skip is not None:
        filled = rows_below(filled, width, skip, of_case, is_title, is_header, head.numbers)
    for number, cells in filled:
        cells = [*cells, *[""] * (width - len(cells))] if len(cells) < width else cells
        for i in nameless:
            if full([cells[i]]):
                values = {"position": i + 1, "value": str(cells[i]), "row": number}
                raise InputError(Problem("list_header_empty", values, path, head.line))
        surplus = tuple(full(cells[width:])) or ((_EMPTY,) if even and len(cells) > width else ())
        row = {header: cells[i] for i, header in named}
        if titles is not None:
            if len(texts := short.pop(number, [])) == 1 and not of_case(cells):
                titles.meet(number, texts)
            row |= titles.values
        yield Row(number, row, surplus)


def repeats(head: Head, texts: list[str]) -> bool:
    """Whether the filled cells of a line are those of one line of the header."""
    if len(texts) <= _SHORT:
        return False
    (first,) = texts_of(texts[:1])  # looked at alone, as nearly every line is none
    return any(first in line for line in head.written) and frozenset(texts_of(texts)) in head.written


def _names_columns(path: str, head: Head, titles: GroupTitles | None, number: int, texts: list[str]) -> bool:
    """Whether a line with these ``texts`` is the header once more.

    Raises :class:`InputError` for another header: what stands under it has other columns.
    """
    if repeats(head, texts):
        return True
    if titles is not None and titles.is_header(texts):
        raise InputError(Problem("list_second_table", {"headers": ", ".join(texts[:_SHOWN])}, path, number))
    return False


def _watched(
    lines: Iterable[Line], short: dict[int, list[str]], numbers: int | None, titles: GroupTitles
) -> Iterator[Line]:
    """The same lines, of which the texts of ``short`` ones are kept until it is known what they are."""
    for number, cells in lines:
        texts = full(cells)
        if len(texts) > _SHORT:
            texts = summed_heading(cells, numbers, titles.names) or texts
        if len(texts) <= _SHORT:
            short[number] = texts
        yield number, cells


def _telling(titles: GroupTitles, short: dict[int, list[str]], skip: Callable[[int], None]) -> Callable[[int], None]:
    """``skip``, which tells ``titles`` of the lines that may be one."""

    def told(number: int) -> None:
        texts = short.pop(number, None)
        if texts and not says_nothing_new(texts):
            titles.meet(number, texts)
        skip(number)

    return told
