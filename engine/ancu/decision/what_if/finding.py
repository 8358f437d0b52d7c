"""Finding what would make a decision another: searched on the rules, then decided again by both engines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from ancu.decision.fields import Context, DecisionFields
from ancu.decision.persons import reference_to
from ancu.decision.status_changes import DatedCase, Standing, StatusChange
from ancu.decision.what_if.changes import ChangeSet, FactChange, OptionChanges
from ancu.decision.what_if.levers import Lever, levers_of
from ancu.decision.what_if.model import Changes
from ancu.decision.what_if.search import ChangeSearch, Found, Goal, in_order
from ancu.household.projecting import companions
from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.grounds import grounds_of
from ancu.inference.least import disputed, least_of
from ancu.inference.program import Program, compositions
from ancu.rulebook.expressions import And, Expr


def changes_of(decision: DecisionFields) -> Changes:
    """What would make ``decision`` another: the least sets of changes, higher options, a later law.

    Of an undetermined decision nothing: there facts are missing, and what they are is not changed but found out. Of one
    that is not in force only the day from which it is.
    """
    if decision.status == "undetermined":
        return Changes().bind(decision)
    later = _later(decision) if decision.status != "eligible" else None
    context = decision.context
    if context.judgment is None or context.program is None or decision.status == "not_in_force":
        return Changes(later=later).bind(decision)
    return ChangeFinder(decision).changes(later).bind(decision)


class ChangeFinder:
    """Finds what would make ``decision`` another; ``engine`` is what decides again what is told."""

    def __init__(self, decision: DecisionFields, engine: Literal["two_key", "direct"] = "two_key") -> None:
        self.decision, self.context, self._engine = decision, decision.context, engine
        assert self.context.program is not None
        self.program: Program = self.context.program
        self.levers = levers_of(self.context, decision.as_of)
        self.facts = self._prepared()
        self.search = ChangeSearch(self.program, self.facts, self.levers)
        self.before = frozenset(decision.conflicts)

    def _prepared(self) -> dict[str, object]:
        context = self.context
        record = dict(context.record)
        if context.people is not None:
            # What its members dispute or give at least says nothing of a fact that has been changed.
            own = {name(lever.fact) for lever in self.levers for name in (least_of, disputed)}
            beside = companions(context.people, context.record)
            record |= {name: value for name, value in beside.items() if name not in own}
        return self.program.prepare(record, self.decision.as_of)

    def changes(self, later: StatusChange | None) -> Changes:
        if self.decision.status == "eligible":
            return Changes(options=list(self._options()), cut=self.search.cut)
        root = self.program.root
        open_ = self._told(root, self._least(root, (True, None)))
        sets = open_
        if any(one.status == "undetermined" for one in open_):
            sets = self._told(root, self._least(root, (True,)))
        sets = [one for one in sets if one.status == "eligible"]
        settled = {_facts(one) for one in sets}
        opens = [one for one in open_ if one.status == "undetermined" and _facts(one) not in settled]
        return Changes(sets=sets, opens=opens, later=later, cut=self.search.cut)

    def single(self) -> list[Found]:
        """Each single change that alone would make a refused case eligible, easiest first."""
        return [found for found, _ in self._least(self.program.root, (True,), most=1)]

    def told(self, found: Sequence[Found]) -> list[ChangeSet]:
        """What is told of changes that make a refused case eligible."""
        root = self.program.root
        wanted = self._goal(root, (True,))
        return self._told(root, [(one, wanted) for one in found])

    def _options(self) -> Iterator[OptionChanges]:
        """What would open each option that is not granted and is worth more than what is, or one to choose from."""
        benefit = self.context.book.programmes[self.decision.programme].benefit
        for option in self.decision.options:
            when = self.program.options[option.option]
            if option.outcome != "not_met" or when is None:
                continue
            goal = And((self.program.eligible, when))
            found = self._told(goal, self._least(goal, (True,)))
            sets = [
                one
                for one in found
                if any(granted.option == option.option for granted in one.chosen)
                and (benefit.choose == "applicant" or _worth(one) > _worth(self.decision))
            ]
            if sets:
                yield OptionChanges(option=option.option, sets=sets)

    # -- searching and deciding again ----------------------------------------------------------------------------------

    def _goal(self, expr: Expr, accepted: tuple[bool | None, ...]) -> Goal:
        value = closure_of(self.program, expr)
        contradictions = [
            closure_of(self.program, broken)
            for name, broken in self.program.conflicts.items()
            if name not in self.before
        ]

        def reached(facts: Facts, values: Values) -> bool:
            if value(facts, values) not in accepted:
                return False
            return not any(broken(facts, values) is True for broken in contradictions)

        return reached

    def _least(
        self, expr: Expr, accepted: tuple[bool | None, ...], most: int | None = None
    ) -> list[tuple[Found, Goal]]:
        value = closure_of(self.program, expr)
        wanted = self._goal(expr, accepted)
        found = self.search.least(lambda facts, values: value(facts, values) is not False, wanted, most)
        return [(one, wanted) for one in in_order(found)]

    def _told(self, expr: Expr, found: Sequence[tuple[Found, Goal]]) -> list[ChangeSet]:
        told = (self._set(expr, one, wanted) for one, wanted in found)
        return [one for one in told if one is not None]

    def _set(self, expr: Expr, found: Found, wanted: Goal) -> ChangeSet | None:
        """What is told of a set, once both engines have decided the case so; None where they decide otherwise."""
        after = self._again(found)
        if after.status not in ("eligible", "undetermined") or not self.before.issuperset(after.conflicts):
            return None
        undetermined = after.status == "undetermined"
        if not undetermined:
            wanted = self._goal(expr, (True,))  # as far as it is eligible, not only no longer refused
        return ChangeSet(
            changes=[self._change(found, lever, wanted, after) for lever in found.levers],
            status="undetermined" if undetermined else "eligible",
            mends=self._mended(expr, after),
            chosen=[] if undetermined else [one for one in after.options if one.option in after.chosen],
            missing=after.missing if undetermined else [],
            provisional=after.provisional,
            together=self.search.together(found, wanted),
        )

    def _again(self, found: Found) -> DecisionFields:
        assert self.context.again is not None
        facts: dict[str, Any] = {}
        members: dict[int, dict[str, Any]] = {}
        for lever, value in zip(found.levers, found.values, strict=True):
            if lever.member is not None and lever.asks is not None:
                members.setdefault(lever.member, {})[lever.asks] = value
            else:
                facts[lever.fact] = value
        return self.context.again(facts, members, engine=self._engine)

    def _mended(self, expr: Expr, after: DecisionFields) -> list[str]:
        """The single conditions that carry the refusal and would no longer fail."""
        below = compositions(self.program)
        failing = grounds_of(self.program, expr, self.facts, self.context.values)
        values = after.context.values
        return [name for name in failing if below[name] is None and values.get(name, False) is not False]

    def _change(self, found: Found, lever: Lever, wanted: Goal, after: DecisionFields) -> FactChange:
        value = found.facts[lever.fact]
        values, least, most, gap = [value], None, None, None
        if lever.is_number:
            values, gap = [], abs(lever.now - value)
            end = self.search.end(found, lever, wanted)
            least, most = (end, value) if lever.definition.to == "lower" else (value, end)
        elif len(lever.values) > 1:
            values = self.search.also(found, lever, wanted)
        return FactChange(
            fact=lever.fact,
            member=self._member(lever),
            before=lever.now,
            values=values,
            least=least,
            most=most,
            gap=gap,
            by=lever.definition.by,
            effort=lever.definition.effort,
            papers=_papers(self.context, lever.fact, after),
        )

    def _member(self, lever: Lever) -> Any:
        people = self.context.people
        if lever.member is None or people is None:
            return None
        return reference_to(next(one for one in people.household.members if one.place == lever.member))


def _facts(one: ChangeSet) -> frozenset[str]:
    return frozenset(change.fact for change in one.changes)


def _worth(of: ChangeSet | DecisionFields) -> int:
    """The greatest amount granted; nothing for a right."""
    granted = of.chosen if isinstance(of, ChangeSet) else [one for one in of.options if one.option in of.chosen]
    return max(((one.amount or 0) * (one.months or 1) for one in granted), default=0)


def _papers(context: Context, fact: str, after: DecisionFields) -> list[str]:
    """The documents that prove a fact in the case as it would be: those it would bring, or else those in use."""
    book, evidence = context.book, context.book.facts[fact].evidence
    brought = [paper for paper in (*after.papers, *after.possible_papers) if paper in evidence]
    in_use = [
        paper
        for paper in evidence
        if book.documents[paper].on(after.as_of) is not None
        and (not book.documents[paper].programmes or after.programme in book.documents[paper].programmes)
    ]
    # A change is never told without the paper that must prove it.
    return brought or in_use or list(evidence[:1])


def _later(decision: DecisionFields) -> StatusChange | None:
    """The first later day on which the rules as they are known no longer refuse this same case."""
    context = decision.context
    if context.again is None:
        return None
    stated: Mapping[str, Any] = context.stated if context.people is not None else context.record
    household = context.people.household if context.people is not None else None
    case = DatedCase(context.book, stated, household)
    again = context.again

    def standing_on(day: date) -> Standing:
        later = again({}, {}, day)
        return later.status, later.why

    known, standing = decision.as_of, (decision.status, decision.why)
    for start in context.book.epochs.starts:
        if start <= known:
            continue
        # Few laws begin after a day: only where one decides otherwise is it worth looking at every day before it.
        found = standing_on(start)
        if found[0] in ("eligible", "undetermined"):
            changes = case.changes(known, standing, start, standing_on)
            return next((one for one in changes if one.status in ("eligible", "undetermined")), None)
        known, standing = start, found
    return None
