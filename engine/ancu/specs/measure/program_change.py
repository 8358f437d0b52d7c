"""How a changed program differs from the one before, and what its nodes come out to on an example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Node, Program, is_composition
from ancu.specs.measure.influence import Influence


class ProgramChange:
    """What a changed program has otherwise than the law: nodes, their other readings, the root, what papers ask."""

    def __init__(self, before: Program, after: Program) -> None:
        nodes = {name: node for name, node in after.nodes.items() if before.nodes.get(name) != node}
        self.nodes: Mapping[str, Node] = {name: nodes[name] for name in before.nodes if name in nodes}
        self.names = frozenset(self.nodes)
        self.wider = not after.nodes.keys() <= before.nodes.keys()
        self.readings = any(before.nodes[name].readings != node.readings for name, node in self.nodes.items())
        self.roots = before.root != after.root or before.options != after.options
        # Other parts of a composition carry it, and other doubts reach it, though it comes out the same.
        known = {**after.nodes, **before.nodes}
        pairs = [(before.nodes[name], node) for name, node in self.nodes.items()]
        self.structure = self.roots or any(is_composition(node.expr, known) for pair in pairs for node in pair)
        ours, theirs = before.evidence, after.evidence
        self.evidence = (
            ours is not None
            and theirs is not None
            and any(ours.nodes.get(n) != node for n, node in theirs.nodes.items() if n not in before.nodes)
        )

    def __bool__(self) -> bool:
        return bool(self.nodes) or self.roots or self.evidence or self.wider

    def values(
        self, facts: Mapping[str, Any], values: Mapping[str, Any], influence: Influence, program: Program
    ) -> Mapping[str, Any] | None:
        """The values of the changed program; None where surely none comes out otherwise."""
        if self.wider:  # another version may read what this one does not
            return direct.run(program, facts)
        after = dict(values)
        differs = False
        for name, node in self.nodes.items():
            after[name] = direct.closure_of(program, node.expr)(facts, after)
            differs = differs or (after[name] is not values[name] and after[name] != values[name])
        if not differs:
            return None
        for name in influence.above(self.names):
            after[name] = direct.closure_of(program, program.nodes[name].expr)(facts, after)
        return after
