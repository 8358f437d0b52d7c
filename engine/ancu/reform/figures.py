"""The numbers of a comparison, each of a programme with the rows behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from ancu.batch.cells import status_words
from ancu.decision.rendering import title_of
from ancu.inference.verdicts import ELIGIBLE
from ancu.messages import Language, message
from ancu.plan.listings import CountedListing, Integers, RowsBehind
from ancu.reform.causes import CaseOnSide, ChangeCause, ReformCauses
from ancu.reform.collecting import AMOUNT, CHANGE_KINDS, GAINS, LOSES, ChangedRows, ComparedList, SideTotals
from ancu.reform.sides import LawSide

#: A programme, how cases change under it, and what is said of that.
Told = tuple[str, int, tuple[str, ...]]


@dataclass(frozen=True)
class MoneyRange:
    """A sum in đồng, from ``low`` to ``high``; ``unset`` cases have no level that anybody has set."""

    low: int = 0
    high: int = 0
    unset: int = 0

    @property
    def known(self) -> bool:
        """Whether there is anything to say of it."""
        return bool(self.low or self.high or self.unset)


@dataclass(frozen=True)
class ProgrammeChange:
    """A programme under two laws: the eligible, their money, the rows behind each kind of change, what these cost more.

    ``more`` is the money of the cases that change, after less before: negative where it is less.
    """

    eligible: tuple[int, int]
    money: tuple[MoneyRange, MoneyRange]
    kinds: tuple[RowsBehind, ...]
    more: MoneyRange


@dataclass
class SideFigures:
    """What another law changes: cases in all and by kind, by programme, by cause, by the columns counted by.

    ``rules`` count the cases by the rules that differ for them, ``conditions`` by the conditions that carry the change;
    a case with several counts for each. ``benefits`` count what is granted before and after, in words. ``by`` are the
    values of each column with the changes of each kind.
    """

    side: LawSide
    changed: int
    cases: Counter[int]
    programmes: dict[str, ProgrammeChange]
    listing: CountedListing
    rules: Counter[Told] = field(default_factory=Counter)
    conditions: Counter[Told] = field(default_factory=Counter)
    benefits: Counter[Told] = field(default_factory=Counter)
    by: list[tuple[str, dict[str, list[int]]]] = field(default_factory=list)


@dataclass(frozen=True)
class ReformReport:
    """A comparison, ready to be told: ``sides`` are those after the first."""

    compared: ComparedList
    sides: list[SideFigures]
    lang: Language

    @property
    def base(self) -> LawSide:
        """The side that the others are held against."""
        return self.compared.sides[0]

    @property
    def judged(self) -> int:
        """The rows that could be read on every side."""
        return self.compared.read - self.compared.rejected

    def title(self, programme: str) -> str:
        """What a programme is called by the first side that has it."""
        book = next(side.book for side in self.compared.sides if programme in side.book.programmes)
        return title_of(book, programme, self.lang)

    def listings(self) -> dict[str, CountedListing]:
        """The rows behind the numbers, by the letter of the side."""
        return {one.side.letter: one.listing for one in self.sides}


def report_of(compared: ComparedList, lang: Language) -> ReformReport:
    """The numbers of a comparison."""
    report = ReformReport(compared, [], lang)
    sums = _sums(compared)
    for i, side in enumerate(compared.sides[1:], 1):
        changes = compared.changes[i]
        assert changes is not None
        report.sides.append(_Side(report, side, changes, compared.totals[0], compared.totals[i], sums).figures())
    return report


def _sums(compared: ComparedList) -> Integers:
    """Of everything that is granted: the least, the most, whether it is a sum, and whether its level is open."""
    rows = []
    for code, _, _ in compared.grants:
        _, low, high = (*code.split(";"), "", "")[:3]
        known = bool(low) and low != "?"
        rows.append((int(low) if known else 0, int(high) if known else 0, int(bool(low)), int(low == "?")))
    return np.array(rows, np.int64)


class _Side:
    """Counts one side."""

    def __init__(
        self,
        report: ReformReport,
        side: LawSide,
        rows: ChangedRows,
        before: dict[str, SideTotals],
        after: dict[str, SideTotals],
        sums: Integers,
    ) -> None:
        self.report, self.side, self.rows, self.sums = report, side, rows, sums
        self.totals, self.lang = (before, after), report.lang
        self.compared = report.compared
        self._place = {grant[0]: i for i, grant in reversed(list(enumerate(self.compared.grants)))}

    def figures(self) -> SideFigures:
        rows, cause_of, causes = self.rows, *self._causes()
        listing = self._listing(cause_of, causes)
        figures = SideFigures(self.side, rows.changed, rows.cases, {}, listing)
        for place, name in enumerate(self.compared.programmes):
            if all(name in totals for totals in self.totals):
                figures.programmes[name] = self._programme(place, name, listing)
        counts = np.bincount(cause_of, minlength=len(causes)).tolist()
        for (place, kind, cause), count in zip(causes, counts, strict=True):
            name = self.compared.programmes[place]
            for rule in cause.rules or ((cause.detail, ""),):
                figures.rules[name, kind, rule] += count
            for condition in cause.conditions:
                figures.conditions[name, kind, condition] += count
        self._count_benefits(figures)
        for (header, values), codes in zip(self.compared.by, rows.by, strict=True):
            table = np.zeros((len(values), len(CHANGE_KINDS)), np.int64)
            np.add.at(table, (codes, rows.kind), 1)
            found = {value: counts for value, counts in zip(values, table.tolist(), strict=True) if any(counts)}
            figures.by.append((header, found))
        return figures

    def _count_benefits(self, figures: SideFigures) -> None:
        """What those are granted, before and after, who gain, lose or have another benefit."""
        rows = self.rows
        here = np.isin(rows.kind, (GAINS, LOSES, AMOUNT))
        columns = [column[here].astype(np.int64) for column in (rows.programme, rows.kind, *rows.grants)]
        keys, counts = np.unique(np.stack(columns, axis=1), axis=0, return_counts=True)
        words = [grant[2] or "–" for grant in self.compared.grants]
        for (place, kind, before, after), count in zip(keys.tolist(), counts.tolist(), strict=True):
            figures.benefits[self.compared.programmes[place], kind, (words[before], words[after])] += count

    def _causes(self) -> tuple[Integers, list[tuple[int, int, ChangeCause]]]:
        """The cause of each row, as a place among all that there are."""
        rows = self.rows
        columns = (rows.programme, rows.kind, rows.before, rows.after, *rows.reasons, *rows.days)
        keys, cause_of = np.unique(np.stack([c.astype(np.int64) for c in columns], axis=1), axis=0, return_inverse=True)
        law = ReformCauses(self.report.base, self.side, self.lang)
        causes = []
        for place, kind, before, after, why, why_now, day, day_now in keys.tolist():
            was, now = (
                CaseOnSide(state, reason, date.fromordinal(on))
                for state, reason, on in ((before, why, day), (after, why_now, day_now))
            )
            causes.append((place, kind, law.cause(self.compared.programmes[place], kind, was, now)))
        return cause_of.reshape(-1), causes

    def _programme(self, place: int, name: str, listing: CountedListing) -> ProgrammeChange:
        eligible = [
            sum(n for state, n in totals[name].states.items() if state // 2 == ELIGIBLE) for totals in self.totals
        ]
        money = [self._money(totals[name]) for totals in self.totals]
        kinds = tuple(listing.rows(place, kind) for kind in range(len(CHANGE_KINDS)))
        here = self.rows.programme == place
        was, now = (self.sums[grants[here]] for grants in self.rows.grants)
        # What is open may be anything within it on either side; of a level that nobody has set nothing is known.
        known = (was[:, 3] | now[:, 3]) == 0
        low = int((now[known, 0] - was[known, 1]).sum())
        high = int((now[known, 1] - was[known, 0]).sum())
        unset = int(np.count_nonzero(~known))
        return ProgrammeChange((eligible[0], eligible[1]), (money[0], money[1]), kinds, MoneyRange(low, high, unset))

    def _money(self, totals: SideTotals) -> MoneyRange:
        low = high = unset = 0
        for text, count in totals.grants.items():
            least, most, _, is_open = self.sums[self._place[text.split("\x1f")[0]]].tolist()
            low, high, unset = low + least * count, high + most * count, unset + is_open * count
        return MoneyRange(low, high, unset)

    # -- the rows ------------------------------------------------------------------------------------------------------

    def _listing(self, cause_of: Integers, causes: Sequence[tuple[int, int, ChangeCause]]) -> CountedListing:
        rows, lang = self.rows, self.lang
        titles = [self.report.title(name) for name in self.compared.programmes]
        kinds = [message(f"reform_kind_{kind}", lang) for kind in CHANGE_KINDS]
        said = ["; ".join(title for title, _ in cause.conditions) for _, _, cause in causes]
        details = [cause.detail for _, _, cause in causes]
        words = [grant[2] for grant in self.compared.grants]
        columns: dict[str, Any] = {"place": rows.place, "case": rows.case}
        for i, (header, values) in enumerate(self.compared.by):
            columns[f"by {header}"] = _taken(values, rows.by[i])
        columns |= {
            "programme": _taken(titles, rows.programme),
            "kind": _taken(kinds, rows.kind),
            "before": [_state_text(state, lang) for state in rows.before.tolist()],
            "after": [_state_text(state, lang) for state in rows.after.tolist()],
            "benefit_before": _taken(words, rows.grants[0]),
            "benefit_after": _taken(words, rows.grants[1]),
            "condition": _taken(said, cause_of),
            "detail": _taken(details, cause_of),
        }
        return CountedListing(self.side.letter, columns, (rows.programme, rows.kind, rows.row))


def _state_text(state: int, lang: Language) -> str:
    return status_words(state // 2, bool(state % 2), lang)


def _taken(texts: Sequence[str], places: Integers) -> list[str]:
    return [texts[place] for place in places.tolist()]
