"""Several programmes evaluated as one: what they share is computed once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ancu.inference.program import Node, Program
from ancu.rulebook.expressions import Expr


@dataclass(frozen=True)
class Joint:
    """Programs that give every name they share the same meaning.

    ``program`` has the nodes of all; only its nodes and statements are meant to be used.
    """

    programs: tuple[Program, ...]
    program: Program

    @property
    def roots(self) -> dict[str, Expr]:
        """The root of each programme, by the name it has beside the conditions."""
        return {root_of(program): program.root for program in self.programs}


def root_of(program: Program) -> str:
    """What the root of ``program`` is called among the conditions of a joint: none of those begins so."""
    return f"={program.programme}"


def join(programs: Iterable[Program]) -> list[Joint]:
    """``programs`` in as few joints as greed finds; two that differ on a name, as by their regions, stand apart."""
    groups: list[tuple[list[Program], dict[str, Node]]] = []
    for program in programs:
        for members, nodes in groups:
            if all(nodes.get(name, node) == node for name, node in program.nodes.items()):
                members.append(program)
                nodes.update(program.nodes)
                break
        else:
            groups.append(([program], dict(program.nodes)))
    return [Joint(tuple(members), _united(members, nodes)) for members, nodes in groups]


def _united(programs: list[Program], nodes: dict[str, Node]) -> Program:
    """One program with all ``nodes``: in the order they came, each still reads only earlier ones."""
    statements = {name: said for program in programs for name, said in program.statements.items()}
    return replace(programs[0], nodes=nodes, options={}, statements=statements, papers={}, evidence=None, cache={})
