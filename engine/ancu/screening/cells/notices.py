"""What a clerk should know of a list that no single row tells, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ancu.messages import Language, message
from ancu.rulebook.naming import CASE
from ancu.rulebook.types import DATE
from ancu.rulebook.values import format_value, spoken_choices
from ancu.screening.cells.reader import CellReader, lost_zeros
from ancu.screening.lists.listing import ListFile, Listing

#: What parts several values in a cell.
_BETWEEN = re.compile(r"[;,/|+\n]")
#: How many places are named before "…".
MOST = 20


def file_notices(file: ListFile, lang: Language) -> Iterator[str]:
    """How a file was read: sheets left aside, the unit of its amounts, merged cells, days that may be none."""
    if file.unread:
        yield message("warn_sheets_unread", lang, sheet=file.sheet, sheets=", ".join(file.unread))
    if file.unlike:
        yield message("warn_sheets_unlike", lang, sheets=", ".join(file.unlike))
    if file.unit is not None:
        yield message("warn_unit" if file.unit_used else "warn_unit_unused", lang, unit=file.unit)
    for title in file.titles[:MOST]:
        yield message(
            "warn_title_value", lang, title=title.title, line=title.line, header=title.header, value=title.value
        )
    if file.merged:
        yield message("warn_merged_down", lang, headers=", ".join(f"“{header}”" for header in file.merged))
    for header, count in file.dittos.items():
        yield message("warn_dittos", lang, header=header, count=count)
    if file.hidden_columns:
        yield message("warn_hidden_columns", lang, headers=", ".join(f"“{header}”" for header in file.hidden_columns))
    if file.hidden:
        yield message("warn_hidden_rows", lang, count=len(file.hidden), places=some(file.hidden))
    for header, lines in file.days_swapped.items():
        places = some(lines)
        yield message("warn_days_swapped", lang, header=header, count=len(lines), places=places)
    for header, days in file.day_numbers.items():
        day = format_value(days.day.toordinal(), DATE, None, lang)
        yield message("warn_day_numbers", lang, header=header, count=days.count, number=days.number, day=day)


def cell_notices(cells: CellReader, listing: Listing, lang: Language) -> Iterator[str]:
    """What is odd about the cells of columns: ids that lost zeros, bare numbers that stand for a choice."""
    yield from _lost_zeros(cells, listing, lang)
    for header, meaning in cells.meanings.items():
        fact = cells.book.facts.get(meaning.name)
        if fact is None or fact.value_type.kind not in ("choice", "list") or meaning.values:
            continue
        spoken = spoken_choices(fact)
        if not any(map(str.isdecimal, spoken)):
            continue
        # An office may number its own groups otherwise.
        written = {part.strip() for row in listing.rows for part in _BETWEEN.split(str(row.cells.get(header) or ""))}
        numbers = sorted(filter(str.isdecimal, written & spoken.keys()), key=int)
        told = [f"{number}: {fact.values[spoken[number]][lang]}" for number in numbers]
        if told:
            yield message("warn_numbers_of_choices", lang, header=header, read="; ".join(told[:MOST]))


def _lost_zeros(cells: CellReader, listing: Listing, lang: Language) -> Iterator[str]:
    """The columns of case ids and of citizens' ids in which ids have probably lost zeros at the front."""
    ids = [header for header, meaning in cells.meanings.items() if meaning.name == CASE]
    for header in (*ids, *cells.ids):
        pairs = ((listing.place(row), row.cells.get(header)) for row in listing.rows)
        places = lost_zeros(pairs, citizen=header in cells.ids)
        if places:
            yield message("warn_lost_zeros", lang, header=header, count=len(places), places=some(places))


def some(places: Sequence[object]) -> str:
    """The first of some places, to be named."""
    return ", ".join(map(str, places[:MOST])) + (", …" if len(places) > MOST else "")
