"""Cells that say "as above": -nt-, như trên, two strokes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ancu.rulebook.spelling import seen
from ancu.rulebook.values import is_blank
from ancu.screening.lists.listing import Row

#: In a syntax that Arrow reads too.
DITTO = r"""(?i)^(?:[-–.\s"'“”]*(?:nt|n\.t|như trên|nhu tren)[-–.\s"'“”]*|[-–\s]*(?:"|''|“|”|″|〃|//)[-–\s]*)$"""
_DITTO = re.compile(DITTO)
_LONGEST = 20
#: What such a cell may begin with, a blank or a letter that nobody sees left aside.
_BEGINS = frozenset("nN-–.\"'“”″〃/")


def is_ditto(cell: Any) -> bool:
    """Whether a cell says nothing but that it is as the one above."""
    if not isinstance(cell, str) or len(cell) > _LONGEST or not cell:
        return False
    # Most cells of a long list begin otherwise.
    return (cell[0] in _BEGINS or not cell[0].isalnum()) and bool(_DITTO.match(seen(cell)))


def resolve(rows: Sequence[Row], headers: Iterable[str]) -> dict[str, int]:
    """Write what stands above into cells of these columns that say "as above"; how many there were, by header.

    Under an empty cell, or none, such a cell stays: nobody knows what it means.
    """
    found: Counter[str] = Counter()
    for header in headers:
        # Columns without any are most of all.
        if not any(map(is_ditto, {row.cells.get(header) for row in rows})):
            continue
        above: Any = None
        for row in rows:
            cell = row.cells.get(header)
            if is_ditto(cell) and not is_blank(above) and not is_ditto(above):
                row.cells[header] = above
                found[header] += 1
            else:
                above = cell
    return dict(found)
