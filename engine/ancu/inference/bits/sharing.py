"""The sets of a program made of parts that stand once, so that over a table each is evaluated once.

Sets are told as trees, in which a condition stands wherever it is read, many of them ten times over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ancu.inference.marks import Gather, Marks
from ancu.inference.program import Program
from ancu.inference.tree_edits import map_children
from ancu.rulebook.expressions import LEAVES, Constant, Expr


@dataclass(frozen=True)
class SharedSets:
    """The sets of a program: the unions that make up each, whatever holds one before it.

    ``repeated`` are the identities of expressions that these, or the program's nodes, read more than once.
    """

    unions: Mapping[str, tuple[Gather, ...]]
    repeated: frozenset[int]


def shared_sets(program: Program, marks: Marks, keys: Iterable[str]) -> SharedSets:
    """The sets of ``marks`` that are called ``keys``."""
    parts = _Parts()
    # Conditions first: what a set reads of one is then the very part that the condition has.
    nodes = [parts.once(node.expr) for node in program.nodes.values()]
    unions = {key: tuple(_parents_first(_union(parts.once(getattr(marks, key))))) for key in keys}
    roots = [*nodes, *(union.when for each in unions.values() for union in {id(u): u for u in each}.values())]
    return SharedSets(unions, frozenset(_repeated(roots)))


class _Parts:
    """Trees, of which equal parts become one; all that went in stays, so that identities do."""

    def __init__(self) -> None:
        self._first: dict[Any, Expr] = {}
        self._met: dict[int, tuple[Expr, Expr]] = {}

    def once(self, expr: Expr) -> Expr:
        """``expr`` made of the parts that were met first."""
        if id(expr) not in self._met:
            made = map_children(expr, self.once)
            self._met[id(expr)] = expr, self._first.setdefault(_made_of(made), made)
        return self._met[id(expr)][1]


def _made_of(expr: Expr) -> Any:
    """What tells ``expr`` from others, if equal parts are one."""
    return type(expr), *(_identity(getattr(expr, name)) for name in expr.__dataclass_fields__)


def _identity(part: Any) -> Any:
    if isinstance(part, tuple):
        return tuple(map(_identity, part))
    # Yes is no 1, though Python takes them for equal.
    return id(part) if isinstance(part, Expr) else (type(part), part)


def _union(whole: Expr) -> Gather:
    return whole if isinstance(whole, Gather) else Gather(Constant(True), (whole,))


def _parents_first(whole: Gather) -> Iterator[Gather]:
    """The unions in ``whole``, each once and after all that hold it."""
    done: dict[int, Gather] = {}

    def visit(union: Gather) -> None:
        if id(union) not in done:
            for set_ in union.sets:
                if isinstance(set_, Gather):
                    visit(set_)
            done[id(union)] = union

    visit(whole)
    return reversed(done.values())


def _repeated(roots: Iterable[Expr]) -> Iterator[int]:
    """The identities of what is read more than once, the parts of equal expressions counted once."""
    read: Counter[int] = Counter()
    ways = list(roots)
    while ways:
        expr = ways.pop()
        if type(expr) in LEAVES:
            continue
        read[id(expr)] += 1
        if read[id(expr)] == 1:
            ways += expr.children()
    return (place for place, times in read.items() if times > 1)
