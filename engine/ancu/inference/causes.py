"""What an unknown rests on: the missing facts that it still reads, and what the law has not set.

Which part reads what never changes, so that is worked out once for each part of a program; a case only asks which of
them are unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.program import Program, compositions
from ancu.kept import kept
from ancu.rulebook.expressions import CONNECTIVES, AsOf, Case, Constant, Expr, Fact, Implied, Name, Stated, Unset


class _FoundCauses:
    """What was found of one case: missing facts, what is unset, and the nodes that were looked into."""

    def __init__(self) -> None:
        self.missing: set[str] = set()
        self.unset: set[str] = set()
        self.seen: set[str] = set()


_Look = Callable[[Facts, Values, _FoundCauses], None]


def causes_of(
    program: Program, grounds: Collection[str], facts: Facts, values: Values, amounts: Collection[Expr] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the unknown ``grounds`` and ``amounts`` still read: the missing facts, and what the law has not set."""
    if not grounds and not amounts:
        return (), ()
    found = _FoundCauses()
    known = _grounds_known(program)
    for name in grounds:
        look = known.get(name)
        if look is None:
            look = known[name] = _ground(program, name)
        look(facts, values, found)
    for amount in amounts:
        _look_into(program, amount)(facts, values, found)
    missing = found.missing
    return tuple(fact for fact in program.facts if fact in missing) if missing else (), tuple(sorted(found.unset))


@kept
def _grounds_known(_program: Program) -> dict[str, _Look]:
    """How to look into the conditions that were unknown grounds so far."""
    return {}


def _ground(program: Program, name: str) -> _Look:
    """What a condition that is known to be unknown rests on."""
    # A compound ground's own unknown parts are grounds themselves; only leaves read facts.
    return _unknown(program, program.nodes[name].expr) if compositions(program)[name] is None else _nothing


def _unknown(program: Program, expr: Expr) -> _Look:
    """How to look into a part that is known to be unknown, as to which its value need not be asked."""
    if not isinstance(expr, CONNECTIVES):
        return _look_into(program, expr)
    return _all_of([look for child in expr.children() if (look := _compile(program, child)) is not _nothing])


@kept
def _looks(_program: Program) -> dict[int, tuple[Expr, _Look]]:
    """The parts of a program that were looked into so far; each is held, so that its identity stays its own."""
    return {}


def _look_into(program: Program, expr: Expr) -> _Look:
    looks = _looks(program)
    known = looks.get(id(expr))
    if known is None:
        known = looks[id(expr)] = (expr, _compile(program, expr))
    return known[1]


def _compile(program: Program, expr: Expr) -> _Look:
    value = closure_of(program, expr)
    match expr:
        case Fact(name):

            def fact(facts: Facts, values: Values, found: _FoundCauses) -> None:
                if facts.get(name) is None:
                    found.missing.add(name)

            return fact
        case Unset(name):
            return lambda facts, values, found: found.unset.add(name)
        case Name(name):
            return _node(program, name)
        case Implied(fact=name):

            def implied(facts: Facts, values: Values, found: _FoundCauses) -> None:
                if value(facts, values) is None:
                    found.missing.add(name)

            return implied
        case Stated(fact=name, derived=derived):
            missing = program.statements.get(name, (name, None))[0]
            parts = [_compile(program, derived)] if derived is not None else []

            def stated(facts: Facts, values: Values, found: _FoundCauses) -> None:
                if value(facts, values) is None:
                    found.missing.add(missing)
                    for part in parts:
                        part(facts, values, found)

            return stated
        case Case():
            return _case(program, expr)
        case Constant() | AsOf():
            return _nothing
    parts = [look for child in expr.children() if (look := _compile(program, child)) is not _nothing]
    if not isinstance(expr, CONNECTIVES):
        # It is unknown if any part is, and where none is there is nothing to find: its own value need not be known.
        return parts[0] if len(parts) == 1 else _all_of(parts) if parts else _nothing

    def each(facts: Facts, values: Values, found: _FoundCauses) -> None:
        if value(facts, values) is None:
            for part in parts:
                part(facts, values, found)

    return each


def _nothing(facts: Facts, values: Values, found: _FoundCauses) -> None:
    """What is the same in every case is never missing."""


def _all_of(parts: list[_Look]) -> _Look:
    def all_of(facts: Facts, values: Values, found: _FoundCauses) -> None:
        for part in parts:
            part(facts, values, found)

    return all_of


def _node(program: Program, name: str) -> _Look:
    """Another node: what it reads is found once, however many read it."""
    expr = program.nodes[name].expr
    below: list[_Look] = []  # when first needed

    def node(facts: Facts, values: Values, found: _FoundCauses) -> None:
        if values[name] is None and name not in found.seen:
            found.seen.add(name)
            if not below:
                below.append(_unknown(program, expr))
            below[0](facts, values, found)

    return node


def _case(program: Program, expr: Case) -> _Look:
    value, condition = closure_of(program, expr), closure_of(program, expr.condition)
    asked, then, otherwise = (_compile(program, part) for part in (expr.condition, expr.then, expr.otherwise))

    def case(facts: Facts, values: Values, found: _FoundCauses) -> None:
        if value(facts, values) is not None:
            return
        decided = condition(facts, values)
        asked(facts, values, found)
        if decided is not False:
            then(facts, values, found)
        if decided is not True:
            otherwise(facts, values, found)

    return case
