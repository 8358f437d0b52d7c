"""Rows that could not be read, as they are returned: where and what is wrong, then their own cells to be mended."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ancu.messages import Language, message
from ancu.screening.run.judged_chunk import Rejected


def rejects_headings(headers: Sequence[str], lang: Language) -> list[str]:
    """The headings of a file of returned rows of a list with ``headers``."""
    return [*(message(f"reject_{key}", lang) for key in ("line", "column", "value", "problem")), *headers]


def rejects_rows(rejected: Rejected, headers: Sequence[str], lang: Language) -> Iterator[list[Any]]:
    """The rows of one case that is returned, a cell for each heading."""
    for row, flaws in rejected.rows():
        yield [
            row.line,
            " | ".join(flaw.column for flaw in flaws),
            " | ".join(flaw.value for flaw in flaws),
            " | ".join(flaw.problem(lang) for flaw in flaws),
            *(_returned(row.cells.get(header)) for header in headers),
        ]


def _returned(cell: Any) -> Any:
    """A cell of a returned row; what a record lists stands there so that it can be read again."""
    lists_people = isinstance(cell, list) and any(isinstance(one, dict) for one in cell)
    return json.dumps(cell, ensure_ascii=False, default=str) if lists_people else cell
