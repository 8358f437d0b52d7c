"""What a clerk should know of the ids and dates of a list besides its rejects, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ancu.messages import Language, message
from ancu.rulebook.naming import CASE
from ancu.rulebook.types import DATE
from ancu.rulebook.values import format_value
from ancu.screening.cells import CellReader, lost_zeros
from ancu.screening.reading import Row

#: How many cases, and places of each, are named before "…".
MOST = 20


def reading_notices(
    cells: CellReader, rows: Sequence[Row], repeated: Mapping[str, Sequence[str]], lang: Language
) -> Iterator[str]:
    """Ids that lost zeros, day numbers read as days, and the ``repeated`` case ids with their places."""
    ids = [header for header, meaning in cells.meanings.items() if meaning.name == CASE]
    for header in (*ids, *cells.ids):
        pairs = ((row.place, row.cells.get(header)) for row in rows)
        places = lost_zeros(pairs, citizen=header in cells.ids)
        if places:
            yield message("warn_lost_zeros", lang, header=header, count=len(places), places=_some(places))
    for header, found in cells.day_numbers.items():
        day = format_value(found.day.toordinal(), DATE, None, lang)
        yield message("warn_day_numbers", lang, header=header, count=found.count, number=found.number, day=day)
    if repeated:
        said = [message("repeated_case", lang, case=case, places=_some(places)) for case, places in repeated.items()]
        yield message("warn_repeated", lang, cases=_some(said, "; "))


def _some(said: Sequence[str], between: str = ", ") -> str:
    return between.join(said[:MOST]) + (f"{between}…" if len(said) > MOST else "")
