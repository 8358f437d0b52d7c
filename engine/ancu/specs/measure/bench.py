"""Judging examples again under a mutant, and only what the mutant can touch of them.

An example notices a mutant when its scenario would fail under the changed rulebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.decision.deciding import Record, decide
from ancu.decision.model import Decision
from ancu.household.program import lend_household_program
from ancu.inference.grounds import grounds_of
from ancu.inference.program import Program
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.language.expectations import ExpectedPaper, ExpectedStatus
from ancu.specs.measure.altered_law import AlteredLaw
from ancu.specs.measure.collect import Collection, Example, ScenarioPlace
from ancu.specs.measure.influence import Influence, Standing, influence_of, standing
from ancu.specs.measure.mutant import Mutant
from ancu.specs.measure.program_change import ProgramChange


@dataclass(frozen=True)
class PreparedExample:
    """An example with its facts prepared, the values of the nodes on them, and what its status follows from."""

    example: Example
    facts: Mapping[str, Any]
    values: Mapping[str, Any]
    standing: Standing


@dataclass
class ProgrammeDay:
    """The examples of one programme in one epoch, all judged by one program."""

    programme: str
    day: date
    program: Program
    influence: Influence
    cases: list[PreparedExample] = field(default_factory=list)


class Bench:
    """The examples of a collection, ready to be judged again under any mutant of ``programmes`` (by default all)."""

    def __init__(self, collection: Collection, programmes: list[str] | None = None) -> None:
        self.law = law = AlteredLaw(
            collection.book, list(collection.book.programmes) if programmes is None else programmes
        )
        self.examples: list[Example] = []
        days: dict[tuple[str, int, bool], ProgrammeDay] = {}
        for example in collection.sound():
            decision = example.decision
            if decision is None or example.programme not in law.programmes or not example.expectations:
                continue
            context = decision.context
            self.examples.append(example)
            if context.program is None or context.judgment is None or law.governed(example.programme):
                continue
            key = (example.programme, law.book.epochs.index(context.law_date), context.program.people)
            if key not in days:
                influence = influence_of(context.program, law.territory(example.programme))
                days[key] = ProgrammeDay(example.programme, context.law_date, context.program, influence)
            facts = context.program.prepare(example.judged, decision.as_of)
            values = context.judgment.values
            days[key].cases.append(PreparedExample(example, facts, values, days[key].influence.standing(facts, values)))
        self.groups = sorted(days.values(), key=lambda group: (group.programme, group.day, group.program.people))

    def judge(self, mutant: Mutant) -> tuple[bool, ScenarioPlace | None]:
        """Whether any case is judged by what ``mutant`` changes, and the first that notices.

        Most changes are noticed by a status or by the outcome of a condition; only where none is are decisions made
        anew in full.
        """
        if mutant.part == "opening":
            return self._reopened(mutant)
        reached = False
        book = self.law.changed(mutant)
        finer: list[tuple[Example, Program]] = []
        for group in self._concerned(mutant):
            cases = [case for case in group.cases if mutant.day in (None, case.example.law_date)]
            if not cases:
                continue
            program = self.law.under(mutant, book, group.program, mutant.day or group.day)
            change = ProgramChange(group.program, program)
            amounts = self.law.pays(mutant, group.programme)
            if not change and not amounts:
                continue
            reached = True
            for case in cases:
                noticed = self._notices(mutant, case, group, program, change, amounts)
                if noticed:
                    return True, case.example.place
                if noticed is None:
                    finer.append((case.example, program))
        for example, program in finer:
            self.law.keep(book, program, example.decided.context.law_date)
            if not example.holds(self._decide(book, example)):
                return True, example.place
        for example in self.examples:
            if self.law.governed(example.programme):
                reached = True
                if not example.holds(self._decide(mutant.apply(self.law.book), example)):
                    return True, example.place
        return reached, None

    def _concerned(self, mutant: Mutant) -> Iterator[ProgrammeDay]:
        """The groups whose program reads what ``mutant`` changes."""
        for group in self.groups:
            if mutant.day is None and group.day not in mutant.period:
                continue
            if mutant.name == group.programme or mutant.name in self.law.reads(group.program, group.day):
                yield group

    def _notices(
        self,
        mutant: Mutant,
        case: PreparedExample,
        group: ProgrammeDay,
        program: Program,
        change: ProgramChange,
        amounts: bool,
    ) -> bool | None:
        """Whether ``case`` notices by its status or the outcome of a condition; None where finer things may differ."""
        facts = case.facts
        if mutant.part == "stated" or change.wider:  # the lists are read for other values
            facts = program.prepare(case.example.judged, case.example.decided.as_of)
        values = change.values(facts, case.values, group.influence, program)
        kinds = case.example.expected_kinds
        if values is not None or change.roots:
            now = values or case.values
            by_status = ExpectedStatus in kinds
            if by_status and standing(program, group.influence.territory, facts, now) != case.standing:
                return True
            if any(now.get(name) is not outcome for name, outcome in case.example.outcomes):
                return True
        felt = values is not None or change.structure or change.readings or amounts
        if not (felt or (change.evidence and ExpectedPaper in kinds)):
            return False
        # A condition that is not met, or unknown, is also expected to carry the result.
        carrying = [name for name, outcome in case.example.outcomes if outcome is not True]
        if carrying and not set(grounds_of(program, program.root, facts, values or case.values)).issuperset(carrying):
            return True
        return None if case.example.needs_decision else False

    def _reopened(self, mutant: Mutant) -> tuple[bool, ScenarioPlace | None]:
        book = self.law.changed(mutant)
        cases = [
            example
            for example in self.examples
            if example.programme == mutant.name
            and example.decision is not None
            and example.decision.as_of == mutant.day
        ]
        for example in cases:
            if not example.holds(self._decide(book, example)):
                return True, example.place
        return bool(cases), None

    def _decide(self, book: Rulebook, example: Example) -> Decision:
        before = example.decided
        people = before.context.people
        if people is None:
            return decide(book, Record(before.context.record), example.programme, before.as_of, "direct")
        # A mutant is of the rules: what follows from members is told by the law as it is.
        lend_household_program(self.law.book, book, before.as_of)
        record = Record(before.context.record, household=people.household)
        return decide(book, record, example.programme, before.as_of, "direct")
