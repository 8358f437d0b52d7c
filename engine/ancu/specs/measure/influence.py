"""What follows from other values of some nodes, all else as evaluated: the status of a case under forced outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ancu.inference import direct
from ancu.inference.direct import Facts, Values
from ancu.inference.doubts import above, reads_of
from ancu.inference.program import Program
from ancu.kept import kept

#: The outcome of the root, and whether the case lies in the programme's territory.
Standing = tuple[bool | None, bool]


def standing(program: Program, territory: str | None, facts: Facts, values: Values) -> Standing:
    """What the status follows from under ``program``."""
    outside = territory is not None and values[territory] is False
    return direct.closure_of(program, program.root)(facts, values), not outside


class Influence:
    """The ways on which a value of ``program`` travels to its root."""

    def __init__(self, program: Program, territory: str | None) -> None:
        self.program, self.territory = program, territory
        self.read = reads_of(program)
        self._above: dict[frozenset[str], tuple[str, ...]] = {}

    def above(self, names: frozenset[str]) -> tuple[str, ...]:
        """The nodes that read any of ``names``, at however many removes, in the order of evaluation."""
        if names not in self._above:
            touched = above(self.read, names)
            self._above[names] = tuple(name for name in self.read if name in touched and name not in names)
        return self._above[names]

    def carry(self, facts: Facts, values: Values, changed: Mapping[str, Any]) -> dict[str, Any]:
        """``values`` with ``changed`` put in, and what follows from that."""
        carried = {**values, **changed}
        for name in self.above(frozenset(changed)):
            carried[name] = direct.closure_of(self.program, self.program.nodes[name].expr)(facts, carried)
        return carried

    def standing(self, facts: Facts, values: Values) -> Standing:
        """What the status follows from."""
        return standing(self.program, self.territory, facts, values)

    def is_decisive(self, facts: Facts, values: Values, name: str) -> bool:
        """Whether the other outcome of ``name`` (either one, where it is unknown) gives another status."""
        value = values[name]
        standing = self.standing(facts, values)
        others = (True, False) if value is None else (not value,)
        return any(self.standing(facts, self.carry(facts, values, {name: other})) != standing for other in others)


@kept
def influence_of(program: Program, territory: str | None) -> Influence:
    """The influence within ``program``, worked out once."""
    return Influence(program, territory)
