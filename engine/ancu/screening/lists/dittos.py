"""Cells that say "as above": -nt-, như trên, two strokes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ancu.rulebook.spelling import seen
from ancu.rulebook.values import is_blank
from ancu.screening.lists.listing import Row

#: In a syntax that Arrow reads too.
DITTO = r"""(?i)^(?:[-–.\s"'“”]*(?:nt|n\.t|như trên|nhu tren)[-–.\s"'“”]*|[-–\s]*(?:"|''|“|”|″|〃|//)[-–\s]*)$"""
_DITTO = re.compile(DITTO)
_LONGEST = 20


def is_ditto(cell: Any) -> bool:
    """Whether a cell says nothing but that it is as the one above."""
    return isinstance(cell, str) and len(cell) <= _LONGEST and bool(_DITTO.match(seen(cell)))


def resolve(rows: Iterable[Row], headers: Iterable[str]) -> dict[str, int]:
    """Write what stands above into cells of these columns that say "as above"; how many there were, by header.

    Under an empty cell, or none, such a cell stays: nobody knows what it means.
    """
    found: Counter[str] = Counter()
    above = dict.fromkeys(headers)
    for row in rows:
        for header in above:
            cell = row.cells.get(header)
            if is_ditto(cell) and not is_blank(above[header]) and not is_ditto(above[header]):
                row.cells[header] = above[header]
                found[header] += 1
            else:
                above[header] = cell
    return dict(found)
