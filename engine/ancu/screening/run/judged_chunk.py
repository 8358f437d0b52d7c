"""What became of the rows of a chunk, whichever way they were judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ancu.batch.outcomes import CaseOutcome
from ancu.batch.single_changes import SingleChanges
from ancu.frozen import frozen
from ancu.screening.lists.chunks import Column, Flaw, cells_of
from ancu.screening.lists.listing import Row


@frozen
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
    ``opened`` the eligible rows that are open in their benefit or stand in principle only; ``single`` what one
    change alone would do for those refused, by programme, where that is asked.
    """

    kept: Sequence[int]
    rejected: list[Rejected]
    verdicts: dict[str, Column]
    cells: dict[str, dict[str, Column]]
    shared: dict[str, Column]
    groups: list[OutcomeCount] = field(default_factory=list)
    alone: dict[str, Counter[str]] = field(default_factory=dict)
    opened: dict[str, Counter[str]] = field(default_factory=dict)
    single: dict[str, SingleChanges] = field(default_factory=dict)


def merged(parts: Sequence[JudgedChunk], rejected: list[Rejected]) -> JudgedChunk:
    """Chunks of which each judged some rows of one, as that one; ``rejected`` are its other rows."""
    parts = [part for part in parts if part.kept]
    if len(parts) == 1:
        return replace(parts[0], rejected=rejected)
    places = [row for part in parts for row in part.kept]
    order = sorted(range(len(places)), key=places.__getitem__)

    def column(columns: Sequence[Column]) -> Column:
        cells = [cell for one in columns for cell in cells_of(one)]
        return [cells[i] for i in order]

    whole = JudgedChunk([places[i] for i in order], rejected, {}, {}, {})
    for part in parts:
        whole.groups += part.groups
        for name, facts in part.alone.items():
            whole.alone.setdefault(name, Counter()).update(facts)
        for name, counts in part.opened.items():
            whole.opened.setdefault(name, Counter()).update(counts)
        for name, single in part.single.items():
            whole.single.setdefault(name, SingleChanges()).update(single)
    for first in parts[:1]:
        whole.verdicts = {name: column([part.verdicts[name] for part in parts]) for name in first.verdicts}
        whole.shared = {key: column([part.shared[key] for part in parts]) for key in first.shared}
        whole.cells = {
            name: {key: column([part.cells[name][key] for part in parts]) for key in cells}
            for name, cells in first.cells.items()
        }
    return whole
