"""The walk from a root down to the conditions that carry its outcome, the same for one record and for a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ancu.rulebook.expressions import Expr, Name

State = TypeVar("State")


def carriers(
    root: Expr,
    start: State,
    step: Callable[[Expr, State], State | None],
    parts: Callable[[str], Expr | None] | None = None,
) -> Iterator[tuple[str, State]]:
    """The conditions on the ways down from ``root``, left to right, each with the state in which it was reached.

    ``step`` makes the state of a part from that of what holds it, beginning with ``start`` at the root; None ends the
    way. A condition ends it too, but where ``parts`` gives what it is made of: that comes after it.
    """
    ways = [(root, start)]
    while ways:
        expr, state = ways.pop()
        here = state if expr is root else step(expr, state)
        if here is None:
            continue
        below: Expr | None = expr
        if isinstance(expr, Name):
            yield expr.id, here
            below = parts(expr.id) if parts else None
            if below is not None:
                ways.append((below, here))
        else:
            ways += ((child, here) for child in reversed(list(expr.children())))
