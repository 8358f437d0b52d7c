"""Whether everything in a programme can decide: that somebody qualifies, and each condition, option and rank counts.

A condition counts when the law without it would decide some allowed record otherwise. Without an alternative, nobody
is taken by it: some record has to meet it, and come out otherwise did it fail. Without a requirement, nobody fails by
it: some record has to fail it, and come out otherwise were it met.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from ancu.errors import IntegrityError, Problem
from ancu.inference import direct
from ancu.inference.program import Program, nodes_in
from ancu.proof.allowed import allowed, is_allowed
from ancu.proof.days import day_limits, day_within
from ancu.proof.parts import DecisionOutcome, DecisionParts, worths_of
from ancu.proof.solving import AskedOfSolver, GivenUp, SolverQuestion
from ancu.proof.terms import MET, NOT_MET, Formula, both, either, opposite
from ancu.proof.translation import Translation
from ancu.proof.variables import RecordVariables
from ancu.rulebook.calendar import Period
from ancu.rulebook.expressions import And, Constant, Expr, Name, Or, Unset
from ancu.rulebook.rulebook import Rulebook

Kind = Literal["nobody", "condition", "option", "rank"]
#: Why something cannot decide.
Reason = Literal["never_met", "never_fails", "never_known", "never_counts", "given_up"]


@dataclass(frozen=True)
class Idle:
    """Something of a programme that cannot decide, and why.

    ``because`` are the names that explain it: implications, figures that nobody has set, or the conditions beside it
    that always settle the same.
    """

    kind: Kind
    programme: str
    name: str
    reason: Reason
    because: tuple[str, ...] = ()


@dataclass
class Examples:
    """Records found so far for a programme: a record that shows one thing often shows others."""

    records: list[tuple[dict[str, Any], date]] = field(default_factory=list)

    def add(self, record: dict[str, Any], day: date) -> None:
        if (record, day) not in self.records:
            self.records.append((record, day))


#: What there is to be shown: its kind and its name.
Claim = tuple[Kind, str]


class DecidingPower:
    """What can decide under one program, in the days of ``period``."""

    def __init__(
        self, book: Rulebook, program: Program, period: Period, asked: AskedOfSolver, examples: Examples
    ) -> None:
        self.book, self.program, self.period, self.examples = book, program, period, examples
        self.day = day_within(program, period)
        self.variables = RecordVariables(book)
        self.translation = Translation(program, self.variables, self.day)
        self.root = self.translation.truth(program.root)
        self.worths = worths_of(book, program, period.start)
        self.parts = DecisionParts(program, self.translation, self.worths)
        named = dict(allowed(self.translation, period.start))
        self.question = SolverQuestion(asked, list(day_limits(self.day)), named)
        self._told = [0, 0]
        self._needed: dict[str, tuple[bool, ...]] = {}
        self._seen: dict[tuple[str, bool], bool] = {}
        self._forced: dict[str, tuple[DecisionParts, ...]] = {}

    def idle(self) -> Iterator[Idle]:
        """Everything that cannot decide, or comes out one way only."""
        open_claims: dict[Claim, None] = dict.fromkeys(self._claims())
        for record, day in list(self.examples.records):
            self.strike(record, day, open_claims)
        found: set[str] = set()
        while open_claims:
            claim = next(iter(open_claims))
            try:
                model = self._model(self._goal(claim))
            except GivenUp:
                del open_claims[claim]
                yield Idle(claim[0], self.program.programme, claim[1], "given_up")
                continue
            if model is None:
                del open_claims[claim]
                found.add(claim[1])
                yield self._explained(claim)
                if claim[0] == "nobody":
                    return
                continue
            record, day = self.variables.record(model), self._day_in(model)
            self.strike(record, day, open_claims)
            if claim in open_claims:
                raise IntegrityError(Problem("proof_engines_differ", {"name": claim[1], "record": str(record)}))
            self.examples.add(record, day)
        for kind, name in self._claims():
            if kind == "condition" and name not in found and not self._comes_out_both_ways(name):
                yield self._explained((kind, name))

    def _comes_out_both_ways(self, name: str) -> bool:
        return self.possible(name, True) and self.possible(name, False)

    def possible(self, name: str, outcome: bool) -> bool:
        """Whether some record has ``name`` come out so; a question that is given up counts as yes."""
        key = (name, outcome)
        if key not in self._seen:
            truth = self.translation.truth(Name(name))
            try:
                model = self._model(truth.met if outcome else truth.failed)
            except GivenUp:
                return True
            if model is not None:
                self.strike(self.variables.record(model), self._day_in(model), {})
            self._seen.setdefault(key, model is not None)
        return self._seen[key]

    # -- what is to be shown ----------------------------------------------------------------------------------------

    def _claims(self) -> Iterator[Claim]:
        yield "nobody", self.program.programme
        read = read_in(self.program)
        for node in self.program.conditions():
            if node.name in read and not isinstance(node.expr, Constant):
                yield "condition", node.name
        yield from (("option", key) for key in self.program.options)
        yield from (("rank", name) for name in self.program.ranks)

    def _goal(self, claim: Claim) -> Formula:
        kind, name = claim
        if kind == "nobody":
            return self.root.met
        if kind == "option":
            return both(self.root.met, self.parts.taken(name))
        if kind == "rank":
            return both(self.root.met, self.parts.ranked(name))
        own = self.translation.truth(Name(name))
        if name not in self._forced:
            sides = (self.translation.forced(name, to) for to in (MET, NOT_MET))
            self._forced[name] = tuple(DecisionParts(self.program, side, self.worths) for side in sides)
        met, failed = self._forced[name]
        sided = either(*(own.met if side else own.failed for side in self._sides(name)))
        return both(sided, met.differs(failed))

    def _sides(self, name: str) -> tuple[bool, ...]:
        """The outcomes by which ``name`` counts: met for an alternative, failed for a requirement."""
        if name not in self._needed:
            sides = {side for text in self._texts() for side in _uses(text, name)}
            self._needed[name] = tuple(sorted(sides)) or (True, False)
        return self._needed[name]

    def _model(self, goal: Formula) -> Any | None:
        self._flush()
        return self.question.model(goal)

    def _flush(self) -> None:
        """Hand on the limits of facts, and what else has to hold, that have come up since the last question."""
        for i, found in enumerate((self.variables.limits, self.translation.notes)):
            self.question.always += found[self._told[i] :]
            self._told[i] = len(found)

    def _day_in(self, model: Any) -> date:
        value = model.eval(self.day.value, model_completion=True)
        return date.fromordinal(value.as_long())

    # -- what a record shows ----------------------------------------------------------------------------------------

    def strike(self, record: Mapping[str, Any], day: date, claims: dict[Claim, None]) -> None:
        """Strike out of ``claims`` what the direct engine finds on ``record``."""
        if day not in self.period:
            day = self.period.start
        program = self.program
        facts = program.prepare(record, day)
        if not is_allowed(self.book, program, facts, day):
            return
        values = direct.run(program, facts)
        self._seen |= {
            (node.name, values[node.name]): True for node in program.conditions() if values[node.name] is not None
        }
        own = DecisionOutcome(program, facts, values, self.worths)
        for claim in list(claims):
            kind, name = claim
            if kind == "condition":
                if values[name] is None or values[name] not in self._sides(name):
                    continue
                forced = direct.run(program, facts, {name: not values[name]})
                other = DecisionOutcome(program, facts, forced, self.worths)
                shown = own.differs(other)
            elif own.root is not True:
                continue
            elif kind == "option":
                shown = own.takes(name)
            else:
                shown = kind == "nobody" or own.ranks_first(name)
            if shown:
                del claims[claim]

    # -- why not ----------------------------------------------------------------------------------------------------

    def _explained(self, claim: Claim) -> Idle:
        kind, name = claim
        if kind == "nobody":
            truth = self.root
        elif kind == "option":
            when = self.program.options[name]
            truth = self.translation.truth(when) if when is not None else MET
        else:
            truth = self.translation.truth(Name(name))
        programme = self.program.programme
        try:
            met, failed = (self._model(side) is not None for side in (truth.met, truth.failed))
        except GivenUp:
            return Idle(kind, programme, name, "given_up")
        unset = tuple(self._unset(claim))
        if not met and not failed:
            return Idle(kind, programme, name, "never_known", unset)
        if not met:
            return Idle(kind, programme, name, "never_met", (*unset, *self.question.blame(truth.met)))
        if not failed and kind == "condition":
            return Idle(kind, programme, name, "never_fails", (*unset, *self.question.blame(truth.failed)))
        absorbing = tuple(self._absorbing(name)) if kind == "condition" else ()
        return Idle(kind, programme, name, "never_counts", (*absorbing, *self.question.blame(self._goal(claim))))

    def _unset(self, claim: Claim) -> Iterator[str]:
        """What nobody has set, and the figures that stand alone, of all that ``claim`` is about reads."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        start = self.program.options.get(claim[1]) if claim[0] == "option" else self.program.root
        queue: list[Expr] = [Name(claim[1]) if claim[1] in self.program.nodes else start or self.program.root]
        while queue:
            for part in queue.pop().walk():
                if isinstance(part, Unset):
                    found.setdefault(part.name)
                elif isinstance(part, Name) and part.id not in seen:
                    seen.add(part.id)
                    if self.program.nodes[part.id].kind == "figure" and self.book.types[part.id].kind == "yes_no":
                        found.setdefault(part.id)
                    queue.append(self.program.nodes[part.id].expr)
        yield from found

    def _absorbing(self, name: str) -> Iterator[str]:
        """The conditions beside ``name`` that always settle the same, so that it never counts."""
        own = self.translation.truth(Name(name))
        found: dict[str, None] = {}
        for text in self._texts():
            for part in text.walk():
                if not isinstance(part, (And, Or)) or Name(name) not in part.items:
                    continue
                for item in part.items:
                    if isinstance(item, Name) and item.id != name and item.id not in found:
                        other = self.translation.truth(item)
                        pair = (own.met, other.met) if isinstance(part, Or) else (own.failed, other.failed)
                        if self._never(both(pair[0], opposite(pair[1]))):
                            found.setdefault(item.id)
        yield from found

    def _never(self, goal: Formula) -> bool:
        """Whether it is certain that no record comes to ``goal``."""
        try:
            return self._model(goal) is None
        except GivenUp:
            return False

    def _texts(self) -> Iterator[Expr]:
        """Everything that conditions are read in."""
        yield from (node.expr for node in self.program.nodes.values())
        yield self.program.root
        yield from (when for when in self.program.options.values() if when is not None)


def read_in(program: Program) -> set[str]:
    """The nodes by which a record is decided; not those that only another reading of a doubtful provision reads."""
    queue = [program.root, *program.amounts.values(), *program.ranks.values()]
    queue += [when for when in program.options.values() if when is not None]
    seen: set[str] = set()
    while queue:
        for name in set(nodes_in(queue.pop())) - seen:
            seen.add(name)
            queue.append(program.nodes[name].expr)
    return seen


def _uses(text: Expr, name: str, side: bool = False) -> Iterator[bool]:
    """On which outcome of ``name`` something hangs in ``text``: as an alternative, as a requirement, or on both."""
    if isinstance(text, Name):
        if text.id == name:
            yield side
    elif isinstance(text, (And, Or)):
        for item in text.items:
            yield from _uses(item, name, isinstance(text, Or))
    elif any(isinstance(part, Name) and part.id == name for part in text.walk()):
        yield from (True, False)
