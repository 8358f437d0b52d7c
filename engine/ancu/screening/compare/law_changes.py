"""Why a status changed though no cell did: the day, the rulebook, and which rules of it, for a case's own reasons."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ancu.decision.deciding import Record
from ancu.errors import AncuError
from ancu.handbook.statements import Change, RulebookEntry, changes, statements
from ancu.inference.program import program_on
from ancu.inference.verdicts import ELIGIBLE, OUTCOMES_OF, carried_by
from ancu.messages import Language, message
from ancu.rulebook.naming import AS_OF
from ancu.rulebook.references import reads
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, day_text
from ancu.screening.compare.side import ResultCase, Side
from ancu.screening.jobs.run_job import given_facts
from ancu.screening.run.row_judge import decide_directly, epoch_start

#: How many rules are named before "…".
MOST = 5
_RULES = ("programme", "condition", "quantity", "figure")


class RuleChanges:
    """Which rules differ between a day under one rulebook and a day under another; each question is answered once."""

    def __init__(self, old: Rulebook, new: Rulebook, lang: Language) -> None:
        self.old, self.new, self.lang = old, new, lang
        self._accounts: dict[tuple[bool, date], Mapping[Any, RulebookEntry]] = {}
        self._between: dict[tuple[date, date], list[Change]] = {}
        self._below: dict[tuple[bool, str], frozenset[str]] = {}

    def concerning(self, before: date, after: date, concerned: Collection[str]) -> list[Change]:
        """What changed of the rules in ``concerned``, figures first: they say more than what reads them."""
        starts = epoch_start(self.old, before), epoch_start(self.new, after)
        if starts not in self._between:
            accounts = self._account(new=False, start=starts[0]), self._account(new=True, start=starts[1])
            found = [change for change in changes(*accounts) if change.statement.kind in _RULES]
            self._between[starts] = sorted(found, key=lambda change: change.statement.kind != "figure")
        return [change for change in self._between[starts] if change.statement.name in concerned]

    def below(self, name: str, *, new: bool) -> frozenset[str]:
        """Everything that ``name`` reads in one of the rulebooks, itself included."""
        if (new, name) not in self._below:
            self._below[new, name] = _below(self.new if new else self.old, name)
        return self._below[new, name]

    def _account(self, *, new: bool, start: date) -> Mapping[Any, RulebookEntry]:
        if (new, start) not in self._accounts:
            self._accounts[new, start] = statements(self.new if new else self.old, self.lang, start)
        return self._accounts[new, start]


def named_rules(found: Sequence[Change]) -> Iterator[str]:
    """The first of the rules that changed, then "…" for the others."""
    yield from map(named_rule, found[:MOST])
    if len(found) > MOST:
        yield "…"


class Law:
    """Says what of the law changed between two runs. Cases with the same reasons and days are told the same."""

    def __init__(self, old: Side, new: Side, lang: Language) -> None:
        self.old, self.new, self.lang = old, new, lang
        self._said: dict[Any, str] = {}
        self._rule_changes = RuleChanges(old.book, new.book, lang)

    def explain(self, programme: str, was: ResultCase, now: ResultCase) -> str:
        """What changed for the reasons of a case under ``programme``, in words."""
        days = self._day(self.old, was), self._day(self.new, now)
        states = was.states[programme], now.states[programme]
        key = (programme, days, states, was.reasons[programme], now.reasons[programme])
        if key not in self._said:
            self._said[key] = "; ".join(self._causes(programme, was, now, *days)) or message("diff_no_cause", self.lang)
        return self._said[key]

    def _causes(
        self, programme: str, was: ResultCase, now: ResultCase, before: date | None, after: date | None
    ) -> Iterator[str]:
        old, new = self.old.receipt, self.new.receipt
        if before != after and before is not None and after is not None:
            yield message("diff_day", self.lang, before=day_text(before, self.lang), after=day_text(after, self.lang))
        if old is None or new is None:
            if before is None or after is None:
                yield message("diff_unknown_law", self.lang)
            return
        other = old.rulebook != new.rulebook
        if other:
            yield message("diff_rulebook", self.lang, before=old.rulebook[:12], after=new.rulebook[:12])
        given = dict(old.job.given), dict(new.job.given)
        for label in {**given[0], **given[1]}:
            if given[0].get(label) != given[1].get(label):
                then, now_given = (side.get(label, "–") for side in given)
                yield message("diff_given", self.lang, label=label, before=then, after=now_given)
        # The rules can be named where both rulebooks are at hand.
        at_hand = (old.rulebook, new.rulebook) == (self.old.book.digest, self.new.book.digest)
        if at_hand and before is not None and after is not None and (other or before != after):
            yield from self._rules(programme, was, now, before, after)
        elif old.engine != new.engine and not other and before == after:
            yield message("diff_engine", self.lang, before=old.engine, after=new.engine)

    def _day(self, side: Side, case: ResultCase) -> date | None:
        for i, (_, header, meaning) in enumerate(side.shape.own):
            if meaning.name == AS_OF:
                try:
                    return side.cells.read(header, case.own[i]) or side.day
                except ValueProblem:
                    break
        return side.day

    # -- which rules ----------------------------------------------------------------------------------------------

    def _rules(self, programme: str, was: ResultCase, now: ResultCase, before: date, after: date) -> Iterator[str]:
        sides = ((self.old, was, before), (self.new, now, after))
        # What stood in the way tells why; all conditions carry a case that is eligible.
        barred = [side for side in sides if side[1].states[programme].verdict != ELIGIBLE] or sides
        concerned = frozenset().union(*(self._below(side, programme, case, day) for side, case, day in barred))
        yield from named_rules(self._rule_changes.concerning(before, after, concerned))

    def _below(self, side: Side, programme: str, case: ResultCase, day: date) -> frozenset[str]:
        """Everything that the conditions rest on which carry the status of a case; of all, where they are not known."""
        told = self._told(side, programme, case, day)
        below = self._rule_changes.below
        return frozenset({programme}).union(*(below(name, new=side is self.new) for name in (told or [programme])))

    def _told(self, side: Side, programme: str, case: ResultCase, day: date) -> list[str]:
        state = case.states[programme]
        if side.shape.reasons != "text":
            if state.verdict not in OUTCOMES_OF or not case.reasons[programme]:
                return []
            day = max(day, side.book.programmes[programme].covered_from)
            return list(carried_by(program_on(side.book, programme, day), int(float(case.reasons[programme])))[1])
        try:
            facts = dict(given_facts(side.book, side.receipt.job.given)) if side.receipt is not None else {}
            for (_, header, meaning), cell in zip(side.shape.own, case.own, strict=True):
                if meaning.name != AS_OF and (value := side.cells.read(header, cell)) is not None:
                    facts[meaning.name] = value
            decision = decide_directly(side.book, Record(facts, case.case), programme, day)
        except (AncuError, ValueProblem):
            return []
        return list(decision.told) if decision is not None else []


def _below(book: Rulebook, name: str) -> frozenset[str]:
    """Everything that ``name`` reads, itself included."""
    below: dict[str, None] = {}
    todo = [name]
    while todo:
        one = todo.pop()
        if one not in below:
            below[one] = None
            todo.extend(reads(book, one))
    return frozenset(below)


def named_rule(change: Change) -> str:
    """A changed rule: a figure with what it was and is, any other by its title."""
    statement = change.statement
    if statement.kind == "figure" and change.gone and change.come:
        return f"{statement.title}: {change.gone[0].rstrip('.')} → {change.come[0].rstrip('.')}"
    return statement.title
