"""Asking the solver, within a bound of work that is the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import z3

from ancu.proof.terms import FALSE, Formula

#: Steps of the solver on one question before it may say that it does not know; some seconds of a core.
STEPS = 40_000_000


@dataclass
class AskedOfSolver:
    """How many questions were asked, and how many the solver gave up."""

    questions: int = 0
    given_up: int = 0
    #: The questions in SMT-LIB, with what came out, where they are kept for a second solver.
    kept: list[tuple[str, str]] | None = None


class GivenUp(Exception):
    """The solver reached no answer."""


@dataclass
class SolverQuestion:
    """What holds of every record asked about, and what is asked of one.

    ``always`` are constraints; ``named`` are constraints that an impossibility may be traced to.
    """

    asked: AskedOfSolver
    always: list[Formula] = field(default_factory=list)
    named: dict[str, Formula] = field(default_factory=dict)
    _solver: Any = None
    _told: int = 0

    def model(self, *goals: Formula) -> Any | None:
        """A model in which all ``goals`` hold; None where there is none. Raises :class:`GivenUp`."""
        found, model = self._check(goals)
        return model if found else None

    def blame(self, *goals: Formula) -> list[str]:
        """As few of the named constraints as make ``goals``, which are impossible, so; none where they are anyway."""
        if any(goal is FALSE for goal in goals):
            return []
        solver = self._ready()
        solver.push()
        try:
            solver.add(*goals)
            if solver.check(*map(_named, self.named)) != z3.unsat:
                return []
            core = {str(one) for one in solver.unsat_core()}
            blamed = [name for name in self.named if str(_named(name)) in core]
            for name in list(blamed):
                others = [other for other in blamed if other != name]
                if solver.check(*map(_named, others)) == z3.unsat:
                    blamed = others
            return blamed
        finally:
            solver.pop()

    def _check(self, goals: Sequence[Formula]) -> tuple[bool, Any]:
        self.asked.questions += 1
        if any(goal is FALSE for goal in goals):
            return False, None
        solver = self._ready()
        solver.push()
        try:
            solver.add(*goals)
            result = solver.check(*map(_named, self.named))
            if self.asked.kept is not None:
                self.asked.kept.append((self._script(solver), str(result)))
            if result == z3.unknown:
                self.asked.given_up += 1
                raise GivenUp
            return result == z3.sat, solver.model() if result == z3.sat else None
        finally:
            solver.pop()

    def _script(self, solver: Any) -> str:
        whole = z3.Solver()
        whole.add(*solver.assertions(), *map(_named, self.named))
        return str(whole.to_smt2())

    def _ready(self) -> Any:
        if self._solver is None:
            self._solver = z3.SimpleSolver()
            self._solver.set("rlimit", STEPS)
            self._solver.set("random_seed", 1)
            for name, formula in self.named.items():
                self._solver.add(z3.Implies(_named(name), formula))
        for formula in self.always[self._told :]:
            self._solver.add(formula)
        self._told = len(self.always)
        return self._solver


def _named(name: str) -> Formula:
    """What stands for a named constraint."""
    return z3.Bool(f"named {name}")


def count_at_most(parts: Iterable[Formula], most: int) -> Formula:
    """That no more than ``most`` of ``parts`` hold."""
    left = [part for part in parts if part is not FALSE]
    return z3.PbLe([(part, 1) for part in left], most) if left else z3.BoolVal(True)
