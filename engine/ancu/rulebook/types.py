"""The types of values: measures with their units and scales, dates, choices and yes/no; and the pass that checks them.

Every number is an integer, scaled by its measure: đồng are whole, square metres and kilometres are kept in
hundredths. Comparing or adding two scales brings both to the finer one by multiplying, so nothing is ever rounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal
from typing import Literal

from ancu.frozen import frozen
from ancu.messages import Language, message
from ancu.rulebook.expressions import (
    AddMonths,
    And,
    Arithmetic,
    AsOf,
    AtLeast,
    Case,
    Compare,
    Constant,
    DaysBetween,
    Expr,
    Extreme,
    Fact,
    Gathered,
    Includes,
    Name,
    Not,
    Or,
    Stated,
    Unset,
    Within,
    YearsBetween,
)

Kind = Literal["number", "date", "choice", "yes_no", "list"]


@frozen
class Type:
    """What a value is: its kind; for numbers the dimension and decimal places; for choices the allowed ids."""

    kind: Kind
    dimension: str | None = None
    scale: int = 0
    choices: frozenset[str] | None = None

    def name(self) -> Callable[[Language | None], str]:
        """What the type is called in a message: the dimension of a number, else the kind, in the reader's language."""
        key = f"type_{(self.dimension or 'number') if self.kind == 'number' else self.kind}"
        return lambda lang: message(key, lang)


#: Measure in the YAML → type. Dimension "" is a bare number: it may multiply any other.
MEASURES: dict[str, Type] = {
    "money": Type("number", "money"),
    "area": Type("number", "area", 2),
    "distance": Type("number", "distance", 2),
    "years": Type("number", "years"),
    "months": Type("number", "months"),
    "days": Type("number", "days"),
    "percent": Type("number", "percent", 2),
    "count": Type("number", ""),
    "ratio": Type("number", "", 2),
    "date": Type("date"),
    "yes_no": Type("yes_no"),
    "choice": Type("choice"),
    "list": Type("list"),
}
UNIT_SIGNS = {"money": "đồng", "area": "m²", "distance": "km", "percent": "%"}

YES_NO = MEASURES["yes_no"]
DATE = MEASURES["date"]
#: A number or text written in a rule, which takes the dimension of what it meets.
LITERAL_NUMBER = Type("number", None)
LITERAL_TEXT = Type("choice", None)

DATE_SPAN = (date.min.toordinal(), date.max.toordinal())
LIMIT = 2**63 - 1


class TypeProblem(Exception):
    """A rule that does not fit together: the message key, the values its text quotes, and the name it stands at."""

    def __init__(self, kind: str, at: str | None = None, **values: object) -> None:
        self.kind, self.at, self.values = kind, at, values
        super().__init__(kind)


#: Reckons with as many digits as there are; Python's own context would round away what lies beyond 28.
_EXACTLY = Context(prec=1_000_000)


def scaled(number: Decimal | int, scale: int) -> int | None:
    """``number`` as an integer of 10^-``scale``, or None where it has more decimal places than that."""
    exact = Decimal(number).scaleb(scale, _EXACTLY)
    return int(exact) if exact == exact.to_integral_value() else None


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _describe(expr: Expr) -> str | None:
    """The first name in ``expr``, to point at."""
    for node in expr.walk():
        if isinstance(node, (Name, Fact)):
            return node.id
    return None


class TypeChecker:
    """Gives every node its type and every literal its scale; refuses what does not fit.

    ``signature`` gives the type of a name, raising :class:`TypeProblem` for one that does not exist. ``members`` types
    what is read of each member of a household; None where nothing may be. ``person``: what is typed is read of one.
    """

    def __init__(
        self, signature: Callable[[str], Type], members: TypeChecker | None = None, *, person: bool = False
    ) -> None:
        self.signature, self.members, self.person = signature, members, person

    def check(self, expr: Expr, expected: Type) -> Expr:
        """``expr`` with scaled literals, proven to be of ``expected`` kind and dimension (and brought to its scale)."""
        typed, found = self.infer(expr)
        if found.kind != expected.kind or (found.kind == "number" and not _fits(found, expected)):
            raise TypeProblem("type_mismatch", _describe(expr), expected=expected.name(), found=found.name())
        if expected.kind == "choice" and expected.choices is not None and found.choices is None:
            self._check_choice(typed, expected)
        return typed

    def infer(self, expr: Expr) -> tuple[Expr, Type]:
        match expr:
            case Constant(value):
                return self._literal(value)
            case Unset():
                return expr, Type("yes_no")
            case Name(name) | Fact(name):
                return expr, self.signature(name)
            case AsOf():
                return expr, DATE
            case Not(item):
                return Not(self.check(item, YES_NO)), YES_NO
            case And(items):
                return And(tuple(self.check(i, YES_NO) for i in items)), YES_NO
            case Or(items):
                return Or(tuple(self.check(i, YES_NO) for i in items)), YES_NO
            case AtLeast(count, items):
                return AtLeast(count, tuple(self.check(i, YES_NO) for i in items)), YES_NO
            case Compare():
                return self._compare(expr), YES_NO
            case Within():
                return self._within(expr), YES_NO
            case Case(condition, then, otherwise):
                a, b, kind = self._match(then, otherwise)
                return Case(self.check(condition, YES_NO), a, b), kind
            case Stated(fact, derived):
                kind = self.signature(fact)
                return (Stated(fact, self.check(derived, kind)) if derived else expr), kind
            case Arithmetic():
                return self._arithmetic(expr)
            case Extreme(greater, items):
                return self._extreme(greater, items)
            case YearsBetween(start, end):
                return YearsBetween(self.check(start, DATE), self.check(end, DATE)), MEASURES["years"]
            case DaysBetween(start, end):
                return DaysBetween(self.check(start, DATE), self.check(end, DATE)), MEASURES["days"]
            case AddMonths(start, months):
                return AddMonths(self.check(start, DATE), self.check(months, MEASURES["months"])), DATE
            case Includes(fact, value):
                if not self.person:
                    raise TypeProblem("members_outside", "includes", function="includes")
                kind = self.signature(fact)
                if kind.kind != "list":
                    raise TypeProblem("type_mismatch", fact, expected=MEASURES["list"].name(), found=kind.name())
                self._check_choice(Constant(value), kind)
                return expr, YES_NO
            case Gathered():
                return self._gathered(expr)
        raise TypeError(f"no typing rule for {type(expr).__name__}")

    def _gathered(self, expr: Gathered) -> tuple[Expr, Type]:
        if self.members is None:
            raise TypeProblem("members_outside", expr.function, function=expr.function)
        who = self.members.check(expr.who, YES_NO)
        if expr.item is None:
            return Gathered(expr.function, who), YES_NO if expr.function == "any" else MEASURES["count"]
        item, kind = self.members.infer(expr.item)
        if expr.function in ("sum", "highest") and kind.kind != "number":
            raise TypeProblem("not_a_number", _describe(expr.item), found=kind.name())
        return Gathered(expr.function, who, item), kind

    def _literal(self, value: object) -> tuple[Expr, Type]:
        if isinstance(value, bool):
            return Constant(value), YES_NO
        if isinstance(value, date):
            return Constant(value.toordinal()), DATE
        if isinstance(value, str):
            return Constant(value), LITERAL_TEXT
        number = Decimal(value)  # type: ignore[arg-type]
        scale = _decimals(number)
        exact = scaled(number, scale)
        assert exact is not None
        return Constant(exact), replace(LITERAL_NUMBER, scale=scale)

    def _match(self, left: Expr, right: Expr) -> tuple[Expr, Expr, Type]:
        """Both sides with one type and one scale."""
        return self._joined(left, right, self.infer(left), self.infer(right))

    def _joined(
        self, left: Expr, right: Expr, one: tuple[Expr, Type], other: tuple[Expr, Type]
    ) -> tuple[Expr, Expr, Type]:
        """As :meth:`_match`, for sides whose types are known."""
        (a, ta), (b, tb) = one, other
        if ta.kind != tb.kind or (ta.kind == "number" and not _fits(ta, tb)):
            raise TypeProblem("type_mismatch", _describe(right) or _describe(left), expected=ta.name(), found=tb.name())
        if ta.kind == "number":
            scale = max(ta.scale, tb.scale)
            dimension = tb.dimension if ta.dimension is None else ta.dimension
            return rescale(a, ta.scale, scale), rescale(b, tb.scale, scale), Type("number", dimension, scale)
        if ta.kind == "choice":
            known = ta if ta.choices is not None else tb
            if ta.choices is None:
                self._check_choice(a, known)
            if tb.choices is None:
                self._check_choice(b, known)
            if ta.choices is not None and tb.choices is not None and ta.choices != tb.choices:
                raise TypeProblem("choices_differ", _describe(right) or _describe(left))
            return a, b, known
        return a, b, ta

    def _check_choice(self, expr: Expr, known: Type) -> None:
        if known.choices is None:
            return
        for node in _results(expr):
            if isinstance(node, Constant) and isinstance(node.value, str) and node.value not in known.choices:
                raise TypeProblem(
                    "unknown_choice", node.value, value=node.value, known=", ".join(sorted(known.choices))
                )

    def _compare(self, expr: Compare) -> Expr:
        left, right, kind = self._match(expr.left, expr.right)
        if kind.kind in ("yes_no", "list"):
            raise TypeProblem("compares_yes_no", _describe(expr))
        if kind.kind == "choice" and expr.operator not in ("=", "<>"):
            raise TypeProblem("orders_text", _describe(expr), operator=expr.operator)
        return Compare(expr.operator, left, right)

    def _within(self, expr: Within) -> Expr:
        values: list[Constant] = []
        item, kind = self.infer(expr.item)
        scale = kind.scale
        typed = [self.infer(v) for v in expr.values]
        for _, t in typed:
            if t.kind != kind.kind:
                raise TypeProblem("type_mismatch", _describe(expr), expected=kind.name(), found=t.name())
            scale = max(scale, t.scale)
        for value, t in typed:
            if kind.kind == "choice":
                self._check_choice(value, kind)
            assert isinstance(value, Constant)
            moved = value.value * 10 ** (scale - t.scale) if t.kind == "number" else value.value
            values.append(Constant(moved))
        if kind.kind in ("yes_no", "list"):
            raise TypeProblem("compares_yes_no", _describe(expr))
        return Within(rescale(item, kind.scale, scale), tuple(values))

    def _arithmetic(self, expr: Arithmetic) -> tuple[Expr, Type]:
        if expr.operator in "+-":
            a, b, kind = self._match(expr.left, expr.right)
            if kind.kind != "number":
                raise TypeProblem("not_a_number", _describe(expr), found=kind.name())
            return Arithmetic(expr.operator, a, b), kind
        (a, ta), (b, tb) = self.infer(expr.left), self.infer(expr.right)
        for side, t in ((a, ta), (b, tb)):
            if t.kind != "number":
                raise TypeProblem("not_a_number", _describe(side), found=t.name())
        if ta.dimension and tb.dimension:
            raise TypeProblem("multiplies_units", _describe(expr), left=ta.name(), right=tb.name())
        bare = None if ta.dimension is None and tb.dimension is None else ""
        return Arithmetic("*", a, b), Type("number", ta.dimension or tb.dimension or bare, ta.scale + tb.scale)

    def _extreme(self, greater: bool, items: tuple[Expr, ...]) -> tuple[Expr, Type]:
        # Each part once: parts may hold parts of their own.
        found = [self.infer(item) for item in items]
        kind = found[0][1]
        for item, pair in zip(items[1:], found[1:], strict=True):
            _, _, merged = self._joined(items[0], item, found[0], pair)
            kind = replace(merged, scale=max(kind.scale, merged.scale))
        if kind.kind not in ("number", "date"):
            raise TypeProblem("not_a_number", _describe(items[0]), found=kind.name())
        typed = [rescale(e, t.scale, kind.scale) for e, t in found]
        return Extreme(greater, tuple(typed)), kind


def _results(expr: Expr) -> Iterator[Expr]:
    """What ``expr`` may come to: itself, or what the branches of a case may."""
    if isinstance(expr, Case):
        yield from _results(expr.then)
        yield from _results(expr.otherwise)
    else:
        yield expr


def _fits(a: Type, b: Type) -> bool:
    return a.dimension is None or b.dimension is None or a.dimension == b.dimension


def rescale(expr: Expr, scale: int, to: int) -> Expr:
    """``expr`` brought from one number of decimal places to a higher one."""
    if scale == to:
        return expr
    factor = 10 ** (to - scale)
    if isinstance(expr, Constant) and isinstance(expr.value, int):
        return Constant(expr.value * factor)
    return Arithmetic("*", expr, Constant(factor))


Span = tuple[int, int]


def span_of(expr: Expr, spans: Callable[[str], Span]) -> Span:
    """The least and greatest value ``expr`` can take; raises :class:`TypeProblem` past 63 bits.

    Yes/no, choices and dates have harmless spans; ``spans`` gives that of a name.
    """

    def visit(node: Expr) -> Span:
        match node:
            case Constant(value):
                return (value, value) if isinstance(value, int) else (0, 0)
            case Name(name) | Fact(name):
                return spans(name)
            case AsOf() | AddMonths():
                for child in node.children():
                    visit(child)
                return DATE_SPAN
            case Arithmetic(operator, left, right):
                a, b = visit(left), visit(right)
                if operator == "+":
                    result = (a[0] + b[0], a[1] + b[1])
                elif operator == "-":
                    result = (a[0] - b[1], a[1] - b[0])
                else:
                    products = [x * y for x in a for y in b]
                    result = (min(products), max(products))
            case Case(condition, then, otherwise):
                visit(condition)
                a, b = visit(then), visit(otherwise)
                result = (min(a[0], b[0]), max(a[1], b[1]))
            case Extreme(greater, items):
                pick = max if greater else min
                parts = [visit(i) for i in items]
                result = (pick(p[0] for p in parts), pick(p[1] for p in parts))
            case YearsBetween() | DaysBetween():
                for child in node.children():
                    visit(child)
                return (-DATE_SPAN[1], DATE_SPAN[1])
            case _:
                for child in node.children():
                    visit(child)
                return (0, 1)
        if max(abs(result[0]), abs(result[1])) > LIMIT:
            raise TypeProblem("overflow", _describe(node))
        return result

    return visit(expr)
