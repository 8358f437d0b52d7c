"""How far a doubt reaches: the nodes whose value another reading of some condition could change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from ancu.inference.program import Program, nodes_in


def doubtful_in(program: Program) -> frozenset[str]:
    """The conditions of ``program`` that the law lets be read in another way."""
    return frozenset(name for name, node in program.nodes.items() if node.readings)


def touched_in(program: Program) -> frozenset[str]:
    """The nodes of ``program`` that a doubt can touch: those with other readings, and all above them."""
    return frozenset(above(reads_of(program), doubtful_in(program)))


def reads_of(program: Program) -> dict[str, tuple[str, ...]]:
    """Of each node of ``program``, the nodes that it reads."""
    return {name: nodes_in(node.expr) for name, node in program.nodes.items()}


def above(reads: Mapping[str, Collection[str]], names: Iterable[str]) -> set[str]:
    """``names`` and everything that reads one of them, at however many removes; ``reads`` says what reads what."""
    readers: dict[str, list[str]] = {}
    for name, below in reads.items():
        for read in below:
            readers.setdefault(read, []).append(name)
    reached = set(names)
    waiting = list(reached)
    while waiting:
        for reader in readers.get(waiting.pop(), ()):
            if reader not in reached:
                reached.add(reader)
                waiting.append(reader)
    return reached
