"""The referee: of many cases that came out alike, one is judged again from its facts, by two engines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ancu.batch.outcomes import CaseOutcome, case_outcome
from ancu.decision.deciding import Record, decide
from ancu.errors import IntegrityError, Problem
from ancu.inference import rete
from ancu.rulebook.rulebook import Rulebook

#: How many outcomes are remembered as confirmed.
MOST_CONFIRMED = 100_000


class Referee:
    """Wants a case of each outcome that one run meets, up to a share of ``budget`` for each programme.

    Outcomes alike in what carries the verdict (programme, law and region applied, conditions) are one. Those in
    ``confirmed`` are wanted no more; a set that several runs share is remembered between them.
    """

    #: What confirms a judgment.
    by = "rete" if rete.AVAILABLE else "direct"

    def __init__(
        self, book: Rulebook, programmes: Sequence[str], budget: int, confirmed: set[CaseOutcome] | None = None
    ) -> None:
        self.book = book
        self.confirmed: set[CaseOutcome] = confirmed if confirmed is not None else set()
        self.judged = 0
        self._met: set[CaseOutcome] = set()
        self._share = -(-budget // len(programmes))
        self._taken: Counter[str] = Counter()

    def wants(self, outcome: CaseOutcome) -> bool:
        """Whether a case of this outcome is to be reviewed: the first that the run meets, while the budget lasts."""
        alike = outcome.reduced()
        if alike in self._met or alike in self.confirmed:
            return False
        self._met.add(alike)
        self._taken[outcome.programme] += 1
        return self._taken[outcome.programme] <= self._share

    def review(self, outcome: CaseOutcome, record: Record, day: date, place: str = "?") -> None:
        """Judge ``record`` again on ``day``; :class:`IntegrityError` where that is not its ``outcome``.

        ``outcome`` may be reduced to what carries the verdict. ``place`` names a record without a case id.
        """
        covered = day >= self.book.programmes[outcome.programme].covered_from
        decision = decide(self.book, replace(record, as_of=None), outcome.programme, day) if covered else None
        again = case_outcome(self.book, record, outcome.programme, day, decision)
        if outcome not in (again, again.reduced()):
            raise IntegrityError(
                Problem("referee_differs", {"case": record.case or place, "programme": outcome.programme})
            )
        self.judged += 1
        if len(self.confirmed) >= MOST_CONFIRMED:
            self.confirmed.clear()
        self.confirmed.add(outcome.reduced())
