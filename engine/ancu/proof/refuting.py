"""Refuting a claim: a record that breaks it, the smallest there is; or the proof that none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ancu.errors import IntegrityError, Problem
from ancu.inference import direct
from ancu.inference.program import Program
from ancu.proof.allowed import allowed, is_allowed
from ancu.proof.claims import Claim, Refutation, WantedOutcome
from ancu.proof.days import day_limits, day_within
from ancu.proof.solving import AskedOfSolver, GivenUp, SolverQuestion, count_at_most
from ancu.proof.terms import Formula, Measured, both
from ancu.proof.translation import Translation
from ancu.proof.variables import RecordVariables, bounds_of, code_of
from ancu.rulebook.calendar import Period
from ancu.rulebook.properties import RecordChange
from ancu.rulebook.property_texts import read_changes
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.draft.domains import domains

#: A record; of two, the changed facts of the second stand under their name with this behind it.
Trial = dict[str, Any]
_SECOND = "′"
#: How often a smaller record is asked for.
_SMALLER = 12


@dataclass(frozen=True)
class Counterexample:
    """A record that refutes a claim on ``day``, re-decided by the direct engine; ``second`` is the changed one."""

    claim: Claim
    refutation: Refutation
    record: Mapping[str, Any]
    day: date
    second: Mapping[str, Any] | None = None
    later: date | None = None


class Refuter:
    """Looks for records that refute ``claim``, in its first period: in the others it reads the same."""

    def __init__(self, book: Rulebook, claim: Claim, asked: AskedOfSolver) -> None:
        self.book, self.claim = book, claim
        later = claim.stated.later
        periods = claim.periods if later is not None else (claim.periods[0],) * len(claim.programs)
        self.sides = self._sides(periods)
        self.change = claim.change
        self.added, self.put = read_changes(book, claim.change) if claim.change is not None else ({}, {})
        self.question = SolverQuestion(asked, self._limits(), self._named())
        self._told: dict[int, int] = {}

    def _sides(self, periods: Iterable[Period]) -> list[_ComparedSide]:
        first = RecordVariables(self.book)
        sides: list[_ComparedSide] = []
        for i, (program, period) in enumerate(zip(self.claim.programs, periods, strict=True)):
            variables = first
            if i and self.claim.change is not None:
                variables = RecordVariables(self.book, _SECOND, first, self.claim.change.facts)
            day = sides[0].day if i and self.claim.change is not None else day_within(program, period, self.claim.exprs)
            sides.append(_ComparedSide(program, period, day, variables, Translation(program, variables, day)))
        return sides

    def _limits(self) -> list[Formula]:
        limits = [limit for side in self.sides for limit in day_limits(side.day)]
        return [*limits, *(self._changed(self.change) if self.change is not None else ())]

    def _named(self) -> dict[str, Formula]:
        return {
            f"{name}{side.variables.mark or side.period.start}": rule
            for side in self.sides
            for name, rule in allowed(side.translation, side.period.start)
        }

    def _changed(self, change: RecordChange) -> Iterator[Formula]:
        first, second = self.sides[0].variables, self.sides[1].variables
        for fact in change.facts:
            if self.book.types[fact].kind == "yes_no":
                to = second.truth(fact)
                yield to.met if self.put[fact].value else to.failed
                continue
            before, after = first.amount(fact), second.amount(fact)
            yield after.known
            if fact not in self.put:
                yield before.known
            if fact in change.lower:
                yield after.value <= before.value
            elif fact in change.higher:
                yield after.value >= before.value
            elif fact in self.added:
                yield after.value == before.value + self.added[fact]
            else:
                to_value = self.put[fact].value
                yield after.value == (code_of(self.book, to_value) if isinstance(to_value, str) else to_value)

    # -- asking ----------------------------------------------------------------------------------------------------

    def means_something(self) -> bool:
        """Whether any record has what the claim speaks of; raises :class:`GivenUp`."""
        return self._model(self._goal(self.claim.premise)) is not None

    def counterexample(self, refutation: Refutation) -> Counterexample | None:
        """The smallest record by which ``refutation`` comes about; None where there is none. Raises
        :class:`GivenUp`."""
        goal = self._goal(refutation.wanted)
        model = self._model(goal)
        if model is None:
            return None
        likely = [limit for side in self.sides for limit in side.variables.usual]
        try:
            usual = self._model(goal, *likely)
        except GivenUp:
            usual = None
        trial, days = self._trial(usual or model)
        if not self._refutes(refutation, trial, days):
            name = self.claim.name
            raise IntegrityError(Problem("proof_engines_differ", {"name": name, "record": str(trial)}))
        trial, days = self._smaller(refutation, trial, days, [goal, *(likely if usual is not None else ())])
        trial = self._plainer(refutation, trial, days)
        first, second = self._records(trial)
        two_days = self.claim.stated.later is not None
        return Counterexample(
            self.claim, refutation, first, days[0], second if self.change is not None else None,
            days[1] if two_days else None,
        )  # fmt: skip

    def _goal(self, wanted: Iterable[WantedOutcome]) -> Formula:
        parts: list[Formula] = []
        for one in wanted:
            truth = self.sides[one.side].translation.truth(one.expr)
            parts.append(truth.met if one.outcome else truth.failed)
        return both(*parts)

    def _model(self, *goals: Formula) -> Any | None:
        for side in self.sides:
            for found in (side.variables.limits, side.translation.notes):
                told = self._told.get(id(found), 0)
                self.question.always += found[told:]
                self._told[id(found)] = len(found)
        return self.question.model(*goals)

    def _trial(self, model: Any) -> tuple[Trial, tuple[date, ...]]:
        trial = self.sides[0].variables.record(model)
        if self.change is not None:
            second = self.sides[1].variables.record(model)
            trial |= {f"{fact}{_SECOND}": second[fact] for fact in self.change.facts if fact in second}
        days = (model.eval(side.day.value, model_completion=True).as_long() for side in self.sides)
        return trial, tuple(date.fromordinal(day) for day in days)

    # -- the direct engine -----------------------------------------------------------------------------------------

    def _records(self, trial: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        first = {fact: value for fact, value in trial.items() if not fact.endswith(_SECOND)}
        second = dict(first)
        for fact in self.change.facts if self.change is not None else ():
            second.pop(fact, None)
            if f"{fact}{_SECOND}" in trial:
                second[fact] = trial[f"{fact}{_SECOND}"]
        return first, second

    def _refutes(self, refutation: Refutation, trial: Mapping[str, Any], days: tuple[date, ...]) -> bool:
        """Whether the direct engine finds that ``trial`` is allowed and comes to all that is wanted."""
        if self.change is not None and not self._is_change(self.change, trial):
            return False
        records = self._records(trial)
        outcomes = []
        for i, side in enumerate(self.sides):
            facts = side.program.prepare(records[i if self.change is not None else 0], days[i])
            if not is_allowed(self.book, side.program, facts, days[i]):
                return False
            outcomes.append((side.program, facts, direct.run(side.program, facts)))
        for one in refutation.wanted:
            program, facts, values = outcomes[one.side]
            if direct.closure_of(program, one.expr)(facts, values) is not one.outcome:
                return False
        return True

    def _is_change(self, change: RecordChange, trial: Mapping[str, Any]) -> bool:
        for fact in change.facts:
            before, after = trial.get(fact), trial.get(f"{fact}{_SECOND}")
            if fact in self.put:
                if after != self.put[fact].value:
                    return False
                continue
            if before is None or after is None:
                return False
            low, high = bounds_of(self.book.facts[fact])
            steps = {"lower": after <= before, "higher": after >= before}
            kind = "lower" if fact in change.lower else "higher"
            fits = after == before + self.added[fact] if fact in self.added else steps[kind]
            if not fits or not low <= after <= high:
                return False
        return True

    # -- small and plain -------------------------------------------------------------------------------------------

    def _smaller(
        self, refutation: Refutation, trial: Trial, days: tuple[date, ...], goals: list[Formula]
    ) -> tuple[Trial, tuple[date, ...]]:
        """As few facts as there can be: what can be left out is, then the solver is asked for fewer."""
        trial = self._stripped(refutation, trial, days)
        known = self.sides[0].variables.known()
        for _ in range(_SMALLER):
            size = sum(not fact.endswith(_SECOND) for fact in trial)
            try:
                model = self._model(*goals, count_at_most(known, size - 1))
            except GivenUp:
                break
            if model is None:
                break
            found, on = self._trial(model)
            if not self._refutes(refutation, found, on):
                break
            trial, days = self._stripped(refutation, found, on), on
        return trial, days

    def _stripped(self, refutation: Refutation, trial: Trial, days: tuple[date, ...]) -> Trial:
        for fact in list(trial):
            less = {name: value for name, value in trial.items() if name != fact}
            if self._refutes(refutation, less, days):
                trial = less
        return trial

    def _plainer(self, refutation: Refutation, trial: Trial, days: tuple[date, ...]) -> Trial:
        """Numbers and days as the law or people write them, where one does as well."""
        tried = domains(self.book, [side.program for side in self.sides], days[0])
        for fact in list(trial):
            plain = fact.removesuffix(_SECOND)
            candidates = list(tried.get(plain, ()))
            if self.book.types[plain].kind == "choice":
                candidates = [value for value in candidates if value != "none"] + ["none"] * ("none" in candidates)
            for value in candidates:
                other = {**trial, fact: value}
                if plain in self.added:
                    other = {**trial, plain: value, f"{plain}{_SECOND}": value + self.added[plain]}
                if self._refutes(refutation, other, days):
                    trial = other
                    break
        return trial


@dataclass(frozen=True)
class _ComparedSide:
    """One of the records or days that a claim compares."""

    program: Program
    period: Period
    day: Measured
    variables: RecordVariables
    translation: Translation
