"""The direct engine: the tree compiled to Python closures. It defines what a rule means.

Strong Kleene throughout: ``None`` is unknown; a conjunction with a false part is false whatever else is unknown; a
``case`` whose condition is unknown has the value on which both branches agree, if they do.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from ancu.inference.program import Program
from ancu.kept import kept
from ancu.rulebook import expressions as ex
from ancu.rulebook.calendar import add_months, years_between

Facts = Mapping[str, Any]
Values = Mapping[str, Any]
Closure = Callable[[Facts, Values], Any]

_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ARITHMETIC: dict[str, Callable[[Any, Any], int]] = {"+": operator.add, "-": operator.sub, "*": operator.mul}


def run(program: Program, facts: Facts, overrides: Values | None = None) -> dict[str, Any]:
    """The value of every node on prepared ``facts``; ``overrides`` replaces the values of the nodes it names."""
    constants, closures = _closures(program)
    values = constants.copy()
    if not overrides:
        for name, closure in closures:
            values[name] = closure(facts, values)
        return values
    values.update((name, overrides[name]) for name in constants.keys() & overrides.keys())
    for name, closure in closures:
        values[name] = overrides[name] if name in overrides else closure(facts, values)
    return values


def with_evidence(program: Program, facts: Facts, values: Values) -> dict[str, Any]:
    """``values``, of the nodes of ``program``, and those of the nodes that the papers for its facts read besides."""
    whole = dict(values)
    for name, closure in _besides(program):
        whole[name] = closure(facts, whole)
    return whole


@kept
def _besides(program: Program) -> list[tuple[str, Closure]]:
    evidence = program.evidence or program
    besides = (node for name, node in evidence.nodes.items() if name not in program.nodes)
    return [(node.name, closure_of(evidence, node.expr)) for node in besides]


@kept
def _closures(program: Program) -> tuple[dict[str, Any], list[tuple[str, Closure]]]:
    """The nodes whose value is the same for every record, with it, and the others."""
    nodes = program.nodes.items()
    constants = {name: node.expr.value for name, node in nodes if isinstance(node.expr, ex.Constant)}
    return constants, [(name, closure_of(program, node.expr)) for name, node in nodes if name not in constants]


def closure_of(program: Program, expr: ex.Expr) -> Closure:
    """``expr``, a part of ``program``, compiled; kept, so that asking again for it costs nothing."""
    # Asked for hundreds of times a decision: a field of the program is found faster than what is kept for it.
    found = program.compiled.get(id(expr))
    if found is None:
        found = program.compiled[id(expr)] = (expr, _compile(expr))
    return found[1]


def _compile(expr: ex.Expr) -> Closure:
    match expr:
        case ex.Constant(value):
            return lambda f, v: value
        case ex.Unset():
            return lambda f, v: None
        case ex.Fact(name):
            return lambda f, v: f.get(name)
        case ex.Name(name):
            return lambda f, v: v[name]
        case ex.AsOf():
            return lambda f, v: f["as_of"]
        case ex.Not(item):
            return _negation(item)
        case ex.And(items):
            return _connective(items, settles=False)
        case ex.Or(items):
            return _connective(items, settles=True)
        case ex.AtLeast(count, items):
            return _threshold(count, [_compile(i) for i in items])
        case ex.Compare(symbol, left, right):
            return _comparison(_COMPARISONS[symbol], left, right)
        case ex.Within(item, values):
            allowed = frozenset(value.value for value in values)
            part = _compile(item)
            return lambda f, v: None if (x := part(f, v)) is None else x in allowed
        case ex.Case(condition, then, otherwise):
            return _case(_compile(condition), _compile(then), _compile(otherwise))
        case ex.Stated(fact, derived):
            stand_in = _compile(derived) if derived is not None else (lambda f, v: None)
            return lambda f, v: stand_in(f, v) if (x := f.get(fact)) is None else x
        case ex.Arithmetic(symbol, left, right):
            return _binary(_ARITHMETIC[symbol], _compile(left), _compile(right))
        case ex.Extreme(greater, items):
            return _extreme(max if greater else min, [_compile(i) for i in items])
        case ex.YearsBetween(start, end):
            return _binary(years_between, _compile(start), _compile(end))
        case ex.DaysBetween(start, end):
            return _binary(lambda a, b: b - a, _compile(start), _compile(end))
        case ex.AddMonths(start, months):
            return _binary(add_months, _compile(start), _compile(months))
    raise TypeError(f"no meaning for {type(expr).__name__}")


# What is evaluated most reads names and facts itself, instead of calling another closure for each.


def _negation(item: ex.Expr) -> Closure:
    match item:
        case ex.Fact(name):
            return lambda f, v: None if (x := f.get(name)) is None else not x
        case ex.Name(name):
            return lambda f, v: None if (x := v[name]) is None else not x
    part = _compile(item)
    return lambda f, v: None if (x := part(f, v)) is None else not x


def _comparison(compare: Callable[[Any, Any], bool], left: ex.Expr, right: ex.Expr) -> Closure:
    match left, right:
        case ex.Fact(a), ex.Constant(constant):
            return lambda f, v: None if (x := f.get(a)) is None else compare(x, constant)
        case ex.Name(a), ex.Constant(constant):
            return lambda f, v: None if (x := v[a]) is None else compare(x, constant)
        case ex.Name(a), ex.Name(b):
            return lambda f, v: None if (x := v[a]) is None or (y := v[b]) is None else compare(x, y)
    return _binary(compare, _compile(left), _compile(right))


def _connective(items: Sequence[ex.Expr], settles: bool) -> Closure:
    """A connective that comes to ``settles`` as soon as one item does; to the opposite when all do; else unknown."""
    named, others = _named(items)
    if named is None:
        return _one_by_one([_compile(item) for item in others], settles)
    all_known, opposite = named, not settles
    if not others:
        return lambda _, v: settles if settles in (known := all_known(v)) else None if None in known else opposite
    rest = _connective(others, settles)

    def close(f: Facts, v: Values) -> bool | None:
        known = all_known(v)
        if settles in known:
            return settles
        met: bool | None = rest(f, v)
        return None if met is opposite and None in known else met

    return close


def _named(items: Sequence[ex.Expr]) -> tuple[Callable[[Values], tuple[Any, ...]] | None, list[ex.Expr]]:
    """What gives the values of those of ``items`` that are names, where there are several, and the others."""
    names = [item.id for item in items if isinstance(item, ex.Name)]
    if len(names) < 2:
        return None, list(items)
    return itemgetter(*names), [item for item in items if not isinstance(item, ex.Name)]


def _one_by_one(items: list[Closure], settles: bool) -> Closure:
    opposite = not settles

    def close(f: Facts, v: Values) -> Any:
        met: bool | None = opposite
        for item in items:
            value = item(f, v)
            if value is settles:
                return settles
            if value is not opposite:
                met = None
        return met

    return close


def _threshold(count: int, items: list[Closure]) -> Closure:
    """Met when ``count`` of the items are; not met when that can no longer be reached; else unknown."""
    slack = len(items) - count

    def close(f: Facts, v: Values) -> bool | None:
        met = failed = 0
        for item in items:
            value = item(f, v)
            if value is True:
                met += 1
                if met == count:
                    return True
            elif value is False:
                failed += 1
                if failed > slack:
                    return False
        return None

    return close


def _binary(function: Callable[[Any, Any], Any], left: Closure, right: Closure) -> Closure:
    def close(f: Facts, v: Values) -> Any:
        a = left(f, v)
        if a is None:
            return None
        b = right(f, v)
        return None if b is None else function(a, b)

    return close


def _case(condition: Closure, then: Closure, otherwise: Closure) -> Closure:
    def close(f: Facts, v: Values) -> Any:
        met = condition(f, v)
        if met is True:
            return then(f, v)
        if met is False:
            return otherwise(f, v)
        a = then(f, v)
        return a if a is not None and a == otherwise(f, v) else None

    return close


def _extreme(pick: Callable[[list[Any]], Any], items: list[Closure]) -> Closure:
    def close(f: Facts, v: Values) -> Any:
        values = [item(f, v) for item in items]
        return None if None in values else pick(values)

    return close
