"""Whether a condition can change a status, and whether two compositions are one function of the conditions below them.

Compositions hold no negation, so an unknown changes nothing that a settled value would not: Boolean functions decide.
"""

from __future__ import annotations

from ancu.inference.program import Program, is_composition
from ancu.rulebook.expressions import CONNECTIVES, And, Constant, Expr, Name, Or
from ancu.specs.measure.diagram import ALWAYS, NEVER, Diagram, Node
from ancu.specs.measure.influence import influence_of
from ancu.specs.measure.ranges import ranges


class Sway:
    """The Boolean functions of ``program``.

    Conditions that are no composition vary freely, apart from those that can have one outcome only; with
    ``doubts_vary``, doubtful ones always do.
    """

    def __init__(self, program: Program, territory: str | None, *, doubts_vary: bool = False) -> None:
        self.program, self.territory, self.ranges = program, territory, ranges(program)
        self.doubts_vary = doubts_vary
        self.diagram = Diagram()

    def can(self, name: str) -> bool:
        """Whether the status can change with the outcome of ``name``; False is a proof, True is none."""
        nodes, above = self.program.nodes, influence_of(self.program, self.territory).above(frozenset({name}))
        if name == self.territory or any(not is_composition(nodes[reader].expr, nodes) for reader in above):
            return True  # it travels through something finer than connectives: nothing is claimed
        met, not_met = (self._function(self.program, self.program.root, {name: to}) for to in (ALWAYS, NEVER))
        return met != not_met

    def is_needed(self, name: str) -> bool:
        """Whether nobody is eligible unless ``name`` is met; True is a proof, False is none."""
        return self._function(self.program, self.program.root, {name: NEVER}) == NEVER

    def same(self, ours: Expr, theirs: Expr, before: Program, after: Program) -> bool:
        """Whether two compositions, of ``before`` and of ``after``, are one function of the conditions below them."""
        return self._function(before, ours, {}) == self._function(after, theirs, {})

    def _function(self, program: Program, expr: Expr, known: dict[str, Node]) -> Node:
        """The function of ``expr``; ``known`` holds those of the names met so far, or forced."""
        if isinstance(expr, Constant):
            return ALWAYS if expr.value else NEVER
        if isinstance(expr, Name):
            if expr.id not in known:
                known[expr.id] = self._named(program, expr.id, known)
            return known[expr.id]
        if isinstance(expr, CONNECTIVES):
            items = [self._function(program, child, known) for child in expr.children()]
            count = len(items) if isinstance(expr, And) else 1 if isinstance(expr, Or) else expr.count
            return self.diagram.at_least(count, items)
        return self.diagram.variable(repr(expr))

    def _named(self, program: Program, name: str, known: dict[str, Node]) -> Node:
        expr = program.nodes[name].expr
        if is_composition(expr, program.nodes):
            return self._function(program, expr, known)
        outcomes = self.ranges[name].truth if name in self.ranges else frozenset()
        doubtful = self.doubts_vary and bool(program.nodes[name].readings)
        if outcomes in ({True}, {False}) and not doubtful:
            return ALWAYS if True in outcomes else NEVER
        return self.diagram.variable(name)
