"""Changing a tree of the rule language."""

from __future__ import annotations

from collections.abc import Callable
from operator import is_
from typing import Any

from ancu.rulebook.expressions import LEAVES, Expr


def map_tree(expr: Expr, change: Callable[[Expr], Expr | None]) -> Expr:
    """``expr`` with every node for which ``change`` gives another replaced by it, top down."""
    replaced = change(expr)
    if replaced is not None:
        return replaced
    return map_children(expr, lambda child: map_tree(child, change))


def map_children(expr: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """``expr`` with each of its parts replaced by what ``change`` gives; itself where that is what they are."""
    if type(expr) in LEAVES:
        return expr
    parts: dict[str, Any] = {}
    same = True
    for name in expr.__dataclass_fields__:
        value = parts[name] = getattr(expr, name)
        if isinstance(value, Expr):
            parts[name] = changed = change(value)
            same &= changed is value
        elif isinstance(value, tuple) and value and isinstance(value[0], Expr):
            parts[name] = items = tuple([change(item) for item in value])
            same &= all(map(is_, items, value))
    return expr if same else type(expr)(**parts)
