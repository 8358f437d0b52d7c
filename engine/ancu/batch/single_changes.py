"""Of refused cases of a list, those of which one change alone would make them eligible: how many, and by how much."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median_low


@dataclass
class SingleChanges:
    """What one change alone would do for the refused cases of a programme.

    ``refused`` counts them, ``cases`` those that some one change would make eligible. ``counts`` are the cases by the
    fact that would be changed; a case that several changes would help, one or another, counts for each. ``gaps`` are,
    of numbers, by how much each case is off, in the fact's own unit.
    """

    refused: int = 0
    cases: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    gaps: dict[str, array[int]] = field(default_factory=dict)

    def add(self, fact: str, count: int, gaps: Iterable[int] = ()) -> None:
        """Count ``count`` cases more that a change of ``fact`` would help."""
        if count:
            self.counts[fact] += count
        found = array("q", gaps)
        if found:
            self.gaps.setdefault(fact, array("q")).extend(found)

    def update(self, other: SingleChanges) -> None:
        """Count those of ``other`` too."""
        self.refused += other.refused
        self.cases += other.cases
        self.counts += other.counts
        for fact, gaps in other.gaps.items():
            self.gaps.setdefault(fact, array("q")).extend(gaps)

    def median(self, fact: str) -> int | None:
        """The gap that half of the cases do not exceed; None of what is no number."""
        return median_low(self.gaps[fact]) if fact in self.gaps else None
