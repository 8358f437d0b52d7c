"""One form for expressions that mean the same, so that a change that changes nothing is known for one."""

from __future__ import annotations

from collections.abc import Iterable

from ancu.inference.tree_edits import map_children
from ancu.rulebook.expressions import (
    And,
    AtLeast,
    Case,
    Compare,
    Constant,
    Expr,
    Not,
    Or,
    Within,
)

_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_MIRROR = {">": "<", ">=": "<="}


def canonical(expr: Expr) -> Expr:
    """``expr`` with negations at the leaves, one direction of comparing, and what is joined flat, sorted and once.

    Every step holds in strong Kleene logic: two expressions of one form agree on unknowns too.
    """
    match expr:
        case Not(item):
            return _negated(item)
        case And(items):
            return _joined(And, True, items)
        case Or(items):
            return _joined(Or, False, items)
        case AtLeast(count, items):
            return _at_least(count, [canonical(item) for item in items])
        case Compare(operator, left, right):
            return _compared(operator, canonical(left), canonical(right))
        case Within(item, values):
            return _within(canonical(item), values)
        case Case(condition, then, otherwise):
            return _case(canonical(condition), canonical(then), canonical(otherwise))
        case _:
            return map_children(expr, canonical)


def _key(expr: Expr) -> str:
    return repr(expr)


def _negated(item: Expr) -> Expr:
    match item:
        case Constant(bool() as value):
            return Constant(not value)
        case Not(inner):
            return canonical(inner)
        case And(items):
            return canonical(Or(tuple(Not(part) for part in items)))
        case Or(items):
            return canonical(And(tuple(Not(part) for part in items)))
        case AtLeast(count, items):
            return canonical(AtLeast(len(items) - count + 1, tuple(Not(part) for part in items)))
        case Compare(operator, left, right):
            return canonical(Compare(_OPPOSITE[operator], left, right))
        case Case(condition, then, otherwise):
            return canonical(Case(condition, Not(then), Not(otherwise)))
        case Within(inner, (value,)):
            return canonical(Compare("<>", inner, value))
        case _:
            return Not(canonical(item))


def _joined(kind: type[And] | type[Or], neutral: bool, items: Iterable[Expr]) -> Expr:
    parts: dict[str, Expr] = {}
    for item in items:
        form = canonical(item)
        for part in form.items if isinstance(form, kind) else (form,):
            if part == Constant(not neutral):
                return part
            if part != Constant(neutral):
                parts[_key(part)] = part
    ordered = [parts[key] for key in sorted(parts)]
    if not ordered:
        return Constant(neutral)
    return ordered[0] if len(ordered) == 1 else kind(tuple(ordered))


def _at_least(count: int, items: list[Expr]) -> Expr:
    met = [item for item in items if item == Constant(True)]
    items = [item for item in items if not isinstance(item, Constant)]
    count -= len(met)
    if count <= 0:
        return Constant(True)
    if count > len(items):
        return Constant(False)
    if count in (1, len(items)):
        return canonical(Or(tuple(items)) if count == 1 else And(tuple(items)))
    return AtLeast(count, tuple(sorted(items, key=_key)))


def _compared(operator: str, left: Expr, right: Expr) -> Expr:
    if operator in _MIRROR:
        operator, left, right = _MIRROR[operator], right, left
    if operator in ("=", "<>") and _key(right) < _key(left):
        left, right = right, left
    return Compare(operator, left, right)


def _within(item: Expr, values: tuple[Constant, ...]) -> Expr:
    different = sorted(set(values), key=_key)
    if len(different) == 1:
        return _compared("=", item, different[0])
    return Within(item, tuple(different))


def _case(condition: Expr, then: Expr, otherwise: Expr) -> Expr:
    if then == otherwise:
        return then
    if isinstance(condition, Constant):
        return then if condition.value else otherwise
    if isinstance(condition, Not):
        return Case(condition.item, otherwise, then)
    if isinstance(condition, Compare) and condition.operator == "<>":
        return Case(_compared("=", condition.left, condition.right), otherwise, then)
    return Case(condition, then, otherwise)
