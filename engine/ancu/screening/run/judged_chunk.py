"""What became of the rows of a chunk, whichever way they were judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ancu.batch.outcomes import CaseOutcome
from ancu.screening.lists.chunks import Column, Flaw
from ancu.screening.lists.listing import Row


@dataclass(frozen=True)
class Rejected:
    """A row with flaws; it was not judged. ``whole``: the rows of the list that are this case, where it has several."""

    row: Row
    case: str | None
    flaws: list[Flaw]
    whole: tuple[Row, ...] = ()

    def rows(self) -> Iterator[tuple[Row, list[Flaw]]]:
        """The rows of the list that are returned, each with the flaws that stand in it."""
        rows = self.whole or (self.row,)
        lines = {row.line for row in rows}
        head = self.row.line if self.row.line in lines else rows[0].line
        for row in rows:
            here = [f for f in self.flaws if (f.line if f.path is None and f.line in lines else head) == row.line]
            yield row, here


class OutcomeCount(NamedTuple):
    """Rows of one outcome: how many, and one of them."""

    outcome: CaseOutcome
    rows: int
    at: int


@dataclass
class JudgedChunk:
    """What became of a chunk.

    ``kept`` are its rows that were judged, ``rejected`` those that could not be read. ``verdicts`` (a place in
    :data:`~ancu.inference.verdicts.VERDICTS`) and ``cells`` are columns of the kept rows, by programme; ``shared`` are
    columns that stand once. ``groups`` count the outcomes; ``alone`` the undetermined rows that one fact would settle;
    ``opened`` the eligible rows that are open in their benefit or stand in principle only.
    """

    kept: Sequence[int]
    rejected: list[Rejected]
    verdicts: dict[str, Column]
    cells: dict[str, dict[str, Column]]
    shared: dict[str, Column]
    groups: list[OutcomeCount] = field(default_factory=list)
    alone: dict[str, Counter[str]] = field(default_factory=dict)
    opened: dict[str, Counter[str]] = field(default_factory=dict)
