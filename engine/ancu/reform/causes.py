"""Why cases change from one side to another: the conditions that carry it, and the rules of law that differ below them.

Cases alike in what carries their states, and judged on the same days, are told the same. The rules are those that
``ancu diff`` names for two runs, without those of which only articles or words changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ancu.handbook.statements import Change
from ancu.handbook.wording import Wording
from ancu.inference.program import program_on
from ancu.inference.schedule import has_own_date
from ancu.inference.verdicts import ELIGIBLE, OUTCOMES_OF, carried_by
from ancu.messages import Language, message
from ancu.reform.collecting import AMOUNT, GAINS, LOSES
from ancu.reform.sides import LawSide
from ancu.rulebook.citations import render_all
from ancu.rulebook.references import names_in
from ancu.rulebook.values import day_text
from ancu.screening.compare.law_changes import RuleChanges, named_rule, named_rules


class CaseOnSide(NamedTuple):
    """What a side found of a case: its state, the number of what carries it, and the day."""

    state: int
    reason: int
    day: date

    @property
    def verdict(self) -> int:
        return self.state // 2


@dataclass(frozen=True)
class ChangeCause:
    """Why cases change: in one sentence; and the rules that differ and the conditions that carry it, each in words.

    Each stands with its citations; a figure is said with what it was and is, citations and all.
    """

    detail: str
    rules: tuple[tuple[str, str], ...]
    conditions: tuple[tuple[str, str], ...]


class ReformCauses:
    """Says why cases change from ``old`` to ``new``."""

    def __init__(self, old: LawSide, new: LawSide, lang: Language) -> None:
        self.old, self.new, self.lang = old, new, lang
        self._changes = RuleChanges(old.book, new.book, lang)
        self._said: dict[tuple[str, int, CaseOnSide, CaseOnSide], ChangeCause] = {}

    def cause(self, programme: str, kind: int, was: CaseOnSide, now: CaseOnSide) -> ChangeCause:
        """Why cases that were ``was`` under ``programme`` are ``now``."""
        key = (programme, kind, was, now)
        if key not in self._said:
            self._said[key] = self._cause(programme, kind, was, now)
        return self._said[key]

    def _cause(self, programme: str, kind: int, was: CaseOnSide, now: CaseOnSide) -> ChangeCause:
        sides = ((self.old, was), (self.new, now))
        told = [self._carried(side, programme, one) for side, one in sides]
        if kind == AMOUNT:
            names = frozenset().union(*(self._below_benefit(side, programme) for side, _ in sides))
        else:
            # What stood in the way tells why; all conditions carry a case that is eligible.
            barred = [i for i, (_, one) in enumerate(sides) if one.verdict != ELIGIBLE] or [0, 1]
            names = frozenset().union(*(self._below(i, programme, told[i]) for i in barred))
        found = [one for one in self._changes.concerning(was.day, now.day, names) if self._differs(one, was, now)]
        parts = [*self._general(was, now), *named_rules(found)]
        detail = "; ".join(parts) or message("diff_no_cause", self.lang)
        telling = 0 if kind == GAINS else 1
        # Of alternatives that all failed, the one tells that is met on the other side; and so the other way round.
        both = tuple(name for name in told[telling] if name in told[1 - telling]) if kind in (GAINS, LOSES) else ()
        names_told = () if kind == AMOUNT else both or told[telling]
        conditions = tuple(self._conditions(*sides[telling], names_told))
        return ChangeCause(detail, tuple((named_rule(one), self._basis(one, was, now)) for one in found), conditions)

    def _basis(self, change: Change, was: CaseOnSide, now: CaseOnSide) -> str:
        """Where a condition or quantity that changed stands, now or before; a figure is named with its articles."""
        for side, one in ((self.new, now), (self.old, was)):
            if basis := self._stands(side, change.statement.name, one.day):
                return basis
        return ""

    def _stands(self, side: LawSide, name: str, day: date) -> str:
        """The articles in which a condition or quantity stands on a day; nothing of any other, or where it has none."""
        tree = side.book.tree_on(name, day) if name in side.book.trees else None
        version = tree.version if tree is not None else None
        return render_all(version.basis, side.book.instruments, self.lang) if version is not None else ""

    def _differs(self, change: Change, was: CaseOnSide, now: CaseOnSide) -> bool:
        """Whether a rule decides otherwise: not where only its articles, notes or words are others."""
        found: list[object] = []
        for side, day in ((self.old, was.day), (self.new, now.day)):
            book, name = side.book, change.statement.name
            if change.statement.kind == "figure" and name in book.figures:
                figures = [book.figure_on(name, day, region) for region in (None, *book.regions)]
                found.append([(one.value, one.other) if one is not None else None for one in figures])
            elif name in book.trees:
                tree = book.tree_on(name, day)
                found.append([(tree.expr, tree.other) if tree is not None else None])
            else:
                return True
        return found[0] != found[1]

    def _general(self, was: CaseOnSide, now: CaseOnSide) -> Iterator[str]:
        """That the day is another, or the rulebook."""
        if was.day != now.day:
            days = {"before": day_text(was.day, self.lang), "after": day_text(now.day, self.lang)}
            yield message("diff_day", self.lang, **days)
        if self.old.book.digest != self.new.book.digest:
            digests = {"before": self.old.book.digest[:12], "after": self.new.book.digest[:12]}
            yield message("diff_rulebook", self.lang, **digests)

    def _carried(self, side: LawSide, programme: str, one: CaseOnSide) -> tuple[str, ...]:
        """The conditions that carry a state; none where they are not known, as under the law of another date."""
        if one.verdict not in OUTCOMES_OF or one.reason < 0 or has_own_date(side.book, programme):
            return ()
        day = max(one.day, side.book.programmes[programme].covered_from)
        return carried_by(program_on(side.book, programme, day), one.reason)[1]

    def _below(self, side: int, programme: str, told: tuple[str, ...]) -> frozenset[str]:
        below = self._changes.below
        return frozenset({programme}).union(*(below(name, new=side == 1) for name in (told or (programme,))))

    def _below_benefit(self, side: LawSide, programme: str) -> frozenset[str]:
        """Everything that the amounts of a programme rest on, and when each of its options is granted."""
        names = {programme}
        for key, option in side.book.programmes[programme].benefit.options.items():
            read = [name for name in (option.amount, option.months) if name is not None]
            when = side.book.options.get((programme, key))
            for name in (*read, *names_in(when)):
                names |= self._changes.below(name, new=side is self.new)
        return frozenset(names)

    def _conditions(self, side: LawSide, one: CaseOnSide, told: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The conditions ``told`` in words, each with the articles that it stands in."""
        wording = Wording(side.book, self.lang, one.day)
        for name in told:
            yield wording.text(side.book.title(name)), self._stands(side, name, one.day)
