"""Several programmes evaluated as one: what they share is computed once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ancu.frozen import frozen
from ancu.inference.program import Node, Program
from ancu.rulebook.expressions import Expr


@frozen
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
    return replace(programs[0], nodes=nodes, options={}, statements=statements, papers={}, evidence=None)


class Shelf:
    """The joints in use. Each holds a large network, so only those of a few days' law are kept."""

    PLACES = 2

    def __init__(self) -> None:
        self._kept: dict[tuple[int, ...], tuple[tuple[Program, ...], list[Joint]]] = {}
        self._turned_away: tuple[int, ...] | None = None

    def find(self, programs: tuple[Program, ...]) -> list[Joint]:
        """The joints of ``programs``; nothing while others hold the places.

        Whoever is asked for twice in a row takes the place of the oldest, so that records of many days do not build
        a network each.
        """
        key = tuple(map(id, programs))
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= self.PLACES and self._turned_away != key:
                self._turned_away = key
                return []
            # Kept with the programs, whose identities it is known by.
            found = self._kept[key] = (programs, join(programs))
            for oldest in list(self._kept)[: -self.PLACES]:
                self._kept.pop(oldest, None)
        return found[1]
