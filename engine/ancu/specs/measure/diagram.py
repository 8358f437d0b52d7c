"""Boolean functions as reduced ordered decision diagrams: two functions are one exactly when their nodes are one."""

from __future__ import annotations

#: A node is a number: 0 is the function that is never true, 1 the one that always is.
Node = int
NEVER: Node = 0
ALWAYS: Node = 1


class Diagram:
    """Functions of variables, which are ordered as they are first named."""

    def __init__(self) -> None:
        #: Of each node: the variable it asks for, where to go if that is false, and if it is true.
        self._table: list[tuple[int, Node, Node]] = [(1 << 30, NEVER, NEVER), (1 << 30, ALWAYS, ALWAYS)]
        self._nodes: dict[tuple[int, Node, Node], Node] = {}
        self._variables: dict[str, int] = {}
        self._chosen: dict[tuple[Node, Node, Node], Node] = {}

    def variable(self, name: str) -> Node:
        """The function that is true where the variable ``name`` is."""
        return self._node(self._variables.setdefault(name, len(self._variables)), NEVER, ALWAYS)

    def at_least(self, count: int, items: list[Node]) -> Node:
        """The function that is true where ``count`` or more of ``items`` are."""
        return self._at_least(count, items, {})

    def _at_least(self, count: int, items: list[Node], known: dict[tuple[int, int], Node]) -> Node:
        if count <= 0:
            return ALWAYS
        if count > len(items):
            return NEVER
        key = (count, len(items))
        if key not in known:
            first, rest = items[0], items[1:]
            enough, still = (self._at_least(wanted, rest, known) for wanted in (count - 1, count))
            known[key] = self._choose(first, enough, still)
        return known[key]

    def _node(self, variable: int, low: Node, high: Node) -> Node:
        if low == high:
            return low
        key = (variable, low, high)
        if key not in self._nodes:
            self._nodes[key] = len(self._table)
            self._table.append(key)
        return self._nodes[key]

    def _choose(self, test: Node, then: Node, otherwise: Node) -> Node:
        """``then`` where ``test`` holds, else ``otherwise``."""
        if test in (NEVER, ALWAYS):
            return then if test == ALWAYS else otherwise
        if then == otherwise:
            return then
        key = (test, then, otherwise)
        if key not in self._chosen:
            top = min(self._table[part][0] for part in key)
            low, high = ([self._branch(part, top, side) for part in key] for side in (1, 2))
            self._chosen[key] = self._node(top, self._choose(*low), self._choose(*high))
        return self._chosen[key]

    def _branch(self, node: Node, variable: int, side: int) -> Node:
        return self._table[node][side] if self._table[node][0] == variable else node
