"""Numbers of which only the least is known, as of the people in a list that may leave somebody out.

Such a fact is unknown, and another beside it says what it is at least. A comparison that the least settles, since it
can only become more so as the number grows, is settled.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from ancu.inference.tree_edits import map_tree
from ancu.rulebook.expressions import And, Arithmetic, Case, Compare, Constant, Expr, Extreme, Fact, Name, Or, Stated
from ancu.rulebook.rulebook import Rulebook

#: An equality, and what it comes to where the side that grows is already past the other.
_PAST = {"=": ("<=", ">="), "<>": (">", "<")}


def least_of(fact: str) -> str:
    """The name under which a record holds the least that ``fact`` is."""
    return f"{fact}__least"


def disputed(fact: str) -> str:
    """The name under which a record holds whether what it states of ``fact`` differs from what its members give."""
    return f"{fact}__disputed"


def is_companion(name: str) -> bool:
    """Whether a record holds under ``name`` something beside its facts: the least of one, or a dispute."""
    return name.endswith((least_of(""), disputed("")))


def kind_in(book: Rulebook, name: str) -> str:
    """The kind of value that a name of the rulebook, or what a record holds beside its facts, has."""
    if name in book.types:
        return book.types[name].kind
    return "number" if name.endswith(least_of("")) else "yes_no"


class Least:
    """Puts what the least settles into comparisons of the numbers among ``facts``.

    ``text_of``: what a quantity or fact with a default stands for; None for any other name.
    """

    def __init__(self, book: Rulebook, facts: Collection[str], text_of: Callable[[str], Expr | None]) -> None:
        self._numbers = {name for name in facts if book.types[name].kind == "number"}
        self._book, self._text_of = book, text_of

    def known(self, expr: Expr) -> Expr:
        """``expr`` with each comparison settled where the least of what it reads settles it."""
        return map_tree(expr, lambda node: self._compared(node) if isinstance(node, Compare) else None)

    def _compared(self, compare: Compare) -> Expr:
        left, right = self._whole(compare.left), self._whole(compare.right)
        growth = self._growth(Arithmetic("-", left, right))
        if not growth:
            return compare
        operator = compare.operator
        if operator in _PAST:
            settled = Compare(_PAST[operator][growth < 0], self._at_least(left), self._at_least(right))
            return And((compare, settled)) if operator == "=" else Or((compare, settled))
        settled = Compare(operator, self._at_least(left), self._at_least(right))
        # As the left side grows, *less* can only become false, and *greater* only true.
        grows_true = (growth > 0) == operator.startswith(">")
        return Or((compare, settled)) if grows_true else And((compare, settled))

    def _whole(self, expr: Expr) -> Expr:
        """``expr`` with the quantities and defaults that it names written out, so that all it reads is seen."""

        def change(node: Expr) -> Expr | None:
            text = self._text_of(node.id) if isinstance(node, Name) else None
            return self._whole(text) if text is not None else None

        return map_tree(expr, change)

    def _at_least(self, expr: Expr) -> Expr:
        def change(node: Expr) -> Expr | None:
            if isinstance(node, Fact) and node.id in self._numbers:
                return Stated(node.id, Fact(least_of(node.id)))
            return None

        return map_tree(expr, change)

    def _growth(self, expr: Expr) -> int | None:
        """Whether ``expr`` grows (1), falls (-1) or stays (0) as what it reads grows; None where it may do either."""
        match expr:
            case Fact(name):
                return 1 if name in self._numbers else 0
            case Arithmetic("+", left, right):
                return self._same(self._growth(left), self._growth(right))
            case Arithmetic("-", left, right):
                falls = self._growth(right)
                return self._same(self._growth(left), None if falls is None else -falls)
            case Arithmetic(_, left, right):
                if not (self._never_negative(left) and self._never_negative(right)):
                    return None if any(self._growth(side) != 0 for side in (left, right)) else 0
                return self._same(self._growth(left), self._growth(right))
            case Extreme(_, items):
                growths = [self._growth(item) for item in items]
                return self._same(*growths)
            case Case(condition, then, otherwise):
                return self._same(self._growth(then), self._growth(otherwise)) if self._growth(condition) == 0 else None
            case _:
                return 0 if all(self._growth(child) == 0 for child in expr.children()) else None

    @staticmethod
    def _same(*growths: int | None) -> int | None:
        """What parts do together: the one direction that all have that change at all."""
        directions = {growth for growth in growths if growth != 0}
        return 0 if not directions else directions.pop() if len(directions) == 1 else None

    def _never_negative(self, expr: Expr) -> bool:
        match expr:
            case Constant(int(value)):
                return value >= 0
            case Fact(name):
                bounds = self._book.facts[name].bounds
                return bounds is not None and not isinstance(bounds.min, str) and bounds.min >= 0  # type: ignore[operator]
            case Name(name):
                return self._book.types[name].kind == "number" and name in self._book.parameters
            case Arithmetic("+" | "*", left, right):
                return self._never_negative(left) and self._never_negative(right)
        return False
