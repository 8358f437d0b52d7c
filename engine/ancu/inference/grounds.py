"""The grounds of an outcome: the conditions that, with every node from them up to the root, have the root's value.

The same walk over tables is :func:`~ancu.inference.carriers.carriers`. Here the ways down a program are laid out once,
and a case walks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from ancu.inference.direct import Closure, Facts, Values, closure_of
from ancu.inference.program import Program, compositions
from ancu.kept import kept
from ancu.rulebook.expressions import Expr, Name


class _Way(NamedTuple):
    """What stands between a condition and those below it: it has a value, and leads on where that is the outcome."""

    value: Closure
    parts: Sequence[_Step]


#: A condition by its name, or a connective on the way to some.
_Step: TypeAlias = "str | _Way"


def grounds_of(
    program: Program, root: Expr, facts: Facts, values: Values, *, top_only: bool = False
) -> tuple[str, ...]:
    """The conditions that, with every node from them up to the root, have the root's value; parents first.

    ``top_only``: only those directly in the root, whatever stands below them.
    """
    way, below = _way_of(program, root), {} if top_only else _below(program)
    outcome = way.value(facts, values)
    grounds: dict[str, None] = {}

    def walk(parts: Sequence[_Step]) -> None:
        for part in parts:
            if isinstance(part, str):
                if values[part] is outcome and part not in grounds:
                    grounds[part] = None
                    # A value that is held fixed need not be that of what it is made of.
                    if (made_of := below.get(part)) is not None and made_of.value(facts, values) is outcome:
                        walk(made_of.parts)
            elif part.value(facts, values) is outcome:
                walk(part.parts)

    walk(way.parts)
    return tuple(grounds)


@kept
def _below(program: Program) -> dict[str, _Way]:
    """The ways from each condition to those that it is made of."""
    return {name: _laid(program, parts) for name, parts in compositions(program).items() if parts is not None}


@kept
def _ways(_program: Program) -> dict[int, tuple[Expr, _Way]]:
    """The ways from roots that were asked for so far; each root is held, so that its identity stays its own."""
    return {}


def _way_of(program: Program, root: Expr) -> _Way:
    ways = _ways(program)
    known = ways.get(id(root))
    if known is None:
        known = ways[id(root)] = (root, _laid(program, root))
    return known[1]


def _laid(program: Program, expr: Expr) -> _Way:
    return _Way(closure_of(program, expr), [expr.id] if isinstance(expr, Name) else _steps(program, expr))


def _steps(program: Program, expr: Expr) -> list[_Step]:
    """The steps from a connective; what leads to no condition is none."""
    steps: list[_Step] = []
    for child in expr.children():
        if isinstance(child, Name):
            steps.append(child.id)
        elif below := _steps(program, child):
            steps.append(_Way(closure_of(program, child), below))
    return steps
