"""Where comparisons turn as one number grows, exactly: every side of one is a straight line of the number, or several.

A ``case`` or the lesser of two gives the lines of each of its branches, whichever is taken: so more numbers may come
out than turn anything, but none that does is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.program import Program
from ancu.rulebook.expressions import Arithmetic, Case, Compare, Expr, Extreme, Fact, Name

#: Slope and height of a line.
Line = tuple[int, int]


class Lines:
    """The sides of comparisons as lines of the number ``fact``, all else as in ``facts`` and ``values``."""

    def __init__(self, program: Program, fact: str, facts: Facts, values: Values) -> None:
        self.program, self.fact, self.facts, self.values = program, fact, facts, values
        self._known: dict[str, frozenset[Line] | None] = {}
        self._reads: dict[str, bool] = {}

    def turns(self, compare: Expr) -> Iterator[int]:
        """The numbers next to which ``compare`` may turn."""
        if not isinstance(compare, Compare):
            return
        left, right = self.of(compare.left), self.of(compare.right)
        for slope, height in left or ():
            for other, level in right or ():
                if slope != other:
                    at = (level - height) // (slope - other)
                    yield from (at - 1, at, at + 1)

    def of(self, expr: Expr) -> frozenset[Line] | None:
        """The lines that ``expr`` can be; None where it is no number, not known, or no line."""
        if not self._depends(expr):
            value = closure_of(self.program, expr)(self.facts, self.values)
            return frozenset({(0, value)}) if isinstance(value, int) and not isinstance(value, bool) else None
        match expr:
            case Fact(_):
                return frozenset({(1, 0)})
            case Name(name):
                if name not in self._known:
                    self._known[name] = self.of(self.program.nodes[name].expr)
                return self._known[name]
            case Arithmetic(symbol, left, right):
                return _combined(symbol, self.of(left), self.of(right))
            case Case(condition, then, otherwise):
                if not self._depends(condition):
                    decided = closure_of(self.program, condition)(self.facts, self.values)
                    if decided is not None:
                        return self.of(then if decided else otherwise)
                return _either(self.of(then), self.of(otherwise))
            case Extreme(_, items):
                return _either(*map(self.of, items))
        return None

    def _depends(self, expr: Expr) -> bool:
        return any(
            part.id == self.fact if isinstance(part, Fact) else isinstance(part, Name) and self._name_depends(part.id)
            for part in expr.walk()
        )

    def _name_depends(self, name: str) -> bool:
        if name not in self._reads:
            self._reads[name] = self._depends(self.program.nodes[name].expr)
        return self._reads[name]


def _either(*lines: frozenset[Line] | None) -> frozenset[Line] | None:
    known = [one for one in lines if one is not None]
    return frozenset().union(*known) if known else None


def _combined(symbol: str, left: Any, right: Any) -> frozenset[Line] | None:
    if left is None or right is None:
        return None
    found: set[Line] = set()
    for a, b in left:
        for c, d in right:
            if symbol == "+":
                found.add((a + c, b + d))
            elif symbol == "-":
                found.add((a - c, b - d))
            elif a == 0:
                found.add((b * c, b * d))
            elif c == 0:
                found.add((a * d, b * d))
            else:
                return None
    return frozenset(found)
