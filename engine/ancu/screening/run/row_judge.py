"""Judging the rows of a short list one by one, by the direct engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from ancu.batch.cells import CELLS, choice_cell
from ancu.batch.change_cells import WHAT_IF, change_cell
from ancu.batch.outcomes import CaseOutcome, case_outcome, values_of, what_is_open
from ancu.batch.single_changes import SingleChanges
from ancu.decision.deciding import Record, decide, decide_all
from ancu.decision.model import Decision
from ancu.decision.rendering import value_text
from ancu.decision.what_if.singles import single_sets_of
from ancu.inference.verdicts import OUTCOMES_OF
from ancu.rulebook.rulebook import Rulebook
from ancu.screening.lists.chunks import Chunk
from ancu.screening.run.cases import cases_of
from ancu.screening.run.judged_chunk import JudgedChunk, OutcomeCount, Rejected
from ancu.screening.run.people_cells import CaseTold, ToldOfPeople, carrying_facts, put_told, told_of_people
from ancu.screening.run.plan import Plan, preferred_programmes, quoted_names, regions_of


class RowJudge:
    """Judges one row after the other, directly; for lists that are over before a statement would be planned."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.book = plan, plan.book
        self._said: dict[Any, Any] = {}

    def judge(self, chunk: Chunk) -> JudgedChunk:
        """Judge each row."""
        plan = self.plan
        kept: list[int] = []
        judged = JudgedChunk(kept, [], {name: [] for name in plan.programmes}, {}, {})
        rows: list[list[CaseOutcome]] = []
        values: list[dict[str, Any]] = []
        places: list[tuple[date, list[Any]]] = []
        groups: dict[CaseOutcome, list[int]] = {}
        told: dict[int, ToldOfPeople] = {}
        singles: dict[str, list[str]] = {name: [] for name in plan.programmes}
        for at, record in cases_of(plan, chunk):
            if isinstance(record, Rejected):
                judged.rejected.append(record)
                continue
            day = record.as_of or plan.day
            decisions = _decide_each(self.book, record, plan.programmes, day)
            outcomes = [
                case_outcome(self.book, record, name, day, decision)
                for name, decision in zip(plan.programmes, decisions, strict=True)
            ]
            for outcome in outcomes:
                groups.setdefault(outcome, []).append(at)
            if plan.what_if:
                self._tell_single(singles, judged, decisions)
            kept.append(at)
            rows.append(outcomes)
            if record.household is not None:
                # Of the decisions, which are large, only what is said is kept.
                cases = list(map(_told, outcomes, decisions))
                told[len(kept) - 1] = told_of_people(plan.reasons, cases, plan.lang)
            values.append(values_of(self.book, decisions))
            places.append((day, [record.facts.get(name) for name in regions_of(plan)]))
        judged.groups = [
            OutcomeCount(outcome, len(rows_alike), rows_alike[0]) for outcome, rows_alike in groups.items()
        ]
        for outcome, rows_alike in groups.items() if plan.reasons != "brief" else ():
            if len(outcome.missing) == 1 and not outcome.unset:
                judged.alone.setdefault(outcome.programme, Counter())[outcome.missing[0]] += len(rows_alike)
            for what in what_is_open(self.book, outcome):
                judged.opened.setdefault(outcome.programme, Counter())[what] += len(rows_alike)
        self._say(judged, rows, values, places)
        for name in plan.programmes if plan.what_if else ():
            judged.cells[name][WHAT_IF] = singles[name]
        if plan.households is not None:
            put_told(plan, judged, told)
        return judged

    def _tell_single(
        self, told: Mapping[str, list[str]], judged: JudgedChunk, decisions: Sequence[Decision | None]
    ) -> None:
        """Tell and count what one change alone would do for a row, under each programme that refuses it."""
        for name, decision in zip(self.plan.programmes, decisions, strict=True):
            if decision is None or decision.status != "ineligible":
                told[name].append("")
                continue
            sets = single_sets_of(decision)
            told[name].append(change_cell(decision, sets, self.plan.reasons, self.plan.lang))
            single = judged.single.setdefault(name, SingleChanges())
            single.refused += 1
            single.cases += bool(sets)
            for one in sets:
                (change,) = one.changes
                single.add(change.fact, 1, () if change.gap is None else (change.gap,))

    def _say(
        self,
        judged: JudgedChunk,
        rows: list[list[CaseOutcome]],
        values: list[dict[str, Any]],
        places: list[tuple[date, list[Any]]],
    ) -> None:
        plan, lang = self.plan, self.plan.lang
        for i, name in enumerate(plan.programmes):
            outcomes = [row[i] for row in rows]
            judged.verdicts[name] = [outcome.verdict for outcome in outcomes]
            said = [self._once(outcome, partial(self._cells, outcome)) for outcome in outcomes]
            judged.cells[name] = {key: [cells[i] for cells in said] for i, key in enumerate(CELLS[plan.reasons])}
        if plan.coded:
            judged.shared["epoch"] = [epoch_start(self.book, day) for day, _ in places]
            for i, name in enumerate(regions_of(plan)):
                judged.shared[name] = [regions[i] for _, regions in places]
        else:
            preferred = preferred_programmes(plan)
            if preferred:
                judged.shared["choice"] = [
                    self._once(("choice", *chosen), partial(choice_cell, self.book, chosen, lang))
                    for chosen in (tuple(outcome for outcome in row if outcome.programme in preferred) for row in rows)
                ]
        for name in quoted_names(plan):
            column = [value.get(name) for value in values]
            if plan.reasons == "text":
                column = [None if value is None else value_text(self.book, name, value, lang) for value in column]
            judged.shared[f"value.{name}"] = column

    def _cells(self, outcome: CaseOutcome) -> list[Any]:
        """What is said of an outcome under its programme, in the order of its columns."""
        return [say(self.book, outcome, self.plan.lang) for say in CELLS[self.plan.reasons].values()]

    def _once(self, key: Any, say: Callable[[], Any]) -> Any:
        if key not in self._said:
            self._said[key] = say()
        return self._said[key]


def decide_directly(book: Rulebook, record: Record, programme: str, day: date) -> Decision | None:
    """The direct engine's decision on ``day``, the record's own if it states one; None where it is not covered."""
    if day < book.programmes[programme].covered_from:
        return None
    return decide(book, record, programme, day, engine="direct")


def _decide_each(book: Rulebook, record: Record, programmes: Sequence[str], day: date) -> list[Decision | None]:
    """The same for each of ``programmes``; what follows from the people of a household is worked out once."""
    record = replace(record, as_of=day)
    if record.household is None:
        return [decide_directly(book, record, name, day) for name in programmes]
    covered = [name for name in programmes if day >= book.programmes[name].covered_from]
    made = decide_all(book, record, covered, engine="direct") if covered else []
    found = dict(zip(covered, made, strict=True))
    return [found.get(name) for name in programmes]


def _told(outcome: CaseOutcome, decision: Decision | None) -> CaseTold:
    if decision is None:
        return CaseTold(outcome, None, ())
    carrying = carrying_facts(decision) if outcome.verdict in OUTCOMES_OF else ()
    return CaseTold(outcome, decision.context, carrying)


def epoch_start(book: Rulebook, day: date) -> date:
    """The first day of the epoch in which ``day`` lies."""
    return book.epochs.starts[book.epochs.index(day)]
