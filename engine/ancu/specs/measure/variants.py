"""The ways in which a slip of the pen could change one thing of an expression, or a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

from ancu.inference.tree_edits import map_children
from ancu.rulebook import language
from ancu.rulebook.expressions import (
    And,
    Arithmetic,
    AtLeast,
    Case,
    Compare,
    Constant,
    Expr,
    Extreme,
    Name,
    Not,
    Or,
    Within,
)
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import Type, TypeChecker
from ancu.specs.measure.rule_text import rule_text

Operator = Literal[
    "bound", "negated", "requirement_dropped", "alternative_dropped", "connective", "count", "figure", "constant",
    "exception_dropped", "term_dropped", "arithmetic", "extreme", "day_later", "day_earlier", "doubt_dropped",
    "stated_dropped",
]  # fmt: skip
#: How an expression was changed, the part of it that was, what that became, and the whole with it.
Variant = tuple[Operator, Any, Any, Expr]
_STRICT = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_OPPOSITE = {"=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


class Variants:
    """The variants of expressions of a rulebook, typed as the rules are."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._checker = TypeChecker(book.types.__getitem__)

    def of_text(self, text: str, expected: Type) -> Iterator[Variant]:
        """Each variant of a rule as written. It is typed anew, so that units keep their scales."""
        for operator, old, new, whole in self.of(language.parse(text)):
            yield operator, old, new, self._typed(whole, expected)

    def of(self, expr: Expr) -> Iterator[Variant]:
        """Every way to change one thing of ``expr``: operator, the part changed, what it becomes, and the whole."""
        yield from ((operator, old, new, new) for operator, old, new in self._own(expr))
        children = list(expr.children())
        for i, child in enumerate(children):
            for operator, old, new, whole in self.of(child):
                yield operator, old, new, _with_child(expr, i, whole)

    def _own(self, expr: Expr) -> Iterator[tuple[Operator, Expr, Expr]]:
        match expr:
            case Compare(operator, left, right):
                if operator in _STRICT:
                    yield "bound", expr, Compare(_STRICT[operator], left, right)
                yield "negated", expr, Compare(_OPPOSITE[operator], left, right)
            case Within(item, values):
                for i, value in enumerate(values):
                    if len(values) > 1:
                        left_out = Within(item, values[:i] + values[i + 1 :])
                        yield "alternative_dropped", Compare("=", item, value), left_out
                yield "negated", expr, Not(expr)
            case And(items) | Or(items):
                kind = type(expr)
                dropped: Operator = "requirement_dropped" if kind is And else "alternative_dropped"
                for i, item in enumerate(items):
                    yield dropped, item, _join(kind, items[:i] + items[i + 1 :])
                yield "connective", expr, (Or if kind is And else And)(items)
            case AtLeast(count, items):
                for other in (count - 1, count + 1):
                    if 1 <= other <= len(items):
                        yield "count", expr, AtLeast(other, items)
                for i, item in enumerate(items):
                    if count < len(items):
                        yield "alternative_dropped", item, AtLeast(count, items[:i] + items[i + 1 :])
            case Not(item):
                yield "negated", expr, item
            case Name(name):
                if self._is_leaf(name):
                    yield "negated", expr, Not(expr)
            case Constant(bool() as value):
                yield "constant", expr, Constant(not value)
            case Constant(value):
                yield from (("figure", expr, Constant(other)) for other in beside(value))
            case Case(_, then, otherwise):
                yield "exception_dropped", expr, otherwise
                yield "exception_dropped", expr, then
            case Arithmetic(operator, left, right) if operator in "+-":
                yield "arithmetic", expr, Arithmetic("-" if operator == "+" else "+", left, right)
                yield "term_dropped", right, left
                if operator == "+":
                    yield "term_dropped", left, right
            case Extreme(greater, items):
                yield "extreme", expr, Extreme(not greater, items)
                for i, item in enumerate(items):
                    rest = items[:i] + items[i + 1 :]
                    yield "term_dropped", item, rest[0] if len(rest) == 1 else Extreme(greater, rest)

    def _is_leaf(self, name: str) -> bool:
        """Whether ``name`` may be negated where it stands: a yes/no that is no condition."""
        composed = name in self.book.conditions or name in self.book.programmes
        return not composed and self.book.types[name].kind == "yes_no"

    def _typed(self, expr: Expr, expected: Type) -> Expr:
        if expected.kind == "number":
            return self._checker.infer(expr)[0]
        return self._checker.check(expr, expected)


def change_text(operator: Operator, old: Any, new: Any) -> str:
    """A change in few words: what is left out, or what becomes what."""
    if operator in ("requirement_dropped", "alternative_dropped", "term_dropped"):
        return f"{operator}: {rule_text(old)}"
    if operator == "exception_dropped":
        return f"{operator}: {rule_text(new)}"
    if operator == "count":
        return f"{operator}: {old.count} → {new.count}"
    return f"{operator}: {rule_text(old)} → {rule_text(new)}"


def beside(value: Any) -> tuple[Any, ...]:
    """The values beside ``value``: one unit less and more, a day before and after, the opposite."""
    if isinstance(value, bool):
        return (not value,)
    if isinstance(value, date):
        return (value - timedelta(days=1), value + timedelta(days=1))
    if isinstance(value, int):
        return (value - 1, value + 1)
    if isinstance(value, Decimal):
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        return (value - step, value + step)
    return ()


def _join(kind: type[And] | type[Or], items: tuple[Expr, ...]) -> Expr:
    return items[0] if len(items) == 1 else kind(items)


def _with_child(expr: Expr, index: int, child: Expr) -> Expr:
    place = iter(range(1 << 30))
    return map_children(expr, lambda old: child if next(place) == index else old)
