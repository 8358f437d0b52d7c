"""From the values of conditions to a judgment: status, grounds, what is missing, what hangs on a doubt.

Nothing here depends on which engine computed the values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ancu.inference.direct import Facts, Values, closure_of
from ancu.inference.program import Program, is_composition, order_of
from ancu.rulebook.expressions import Case, Expr, Fact, Name, Stated, Unset

#: Computes the values of all nodes, the named ones replaced.
Run = Callable[[Mapping[str, Any]], Mapping[str, Any]]


@dataclass(frozen=True)
class Judgment:
    """What a program concludes of a record.

    ``outcome``: met, not met or unknown (None). ``grounds``: the conditions that carry it, from the top down.
    What is listed stands in the program's own order, whatever the record.
    ``missing``: the facts that the unknown grounds still read. ``unset``: the figures and texts of law that are not
    known. ``doubted``: the conditions whose readings differ here. ``caveats``: the unknown grounds once those are set
    aside; empty unless the judgment is provisional.
    """

    outcome: bool | None
    values: Values
    grounds: tuple[str, ...]
    missing: tuple[str, ...]
    unset: tuple[str, ...]
    options: Mapping[str, bool | None]
    doubted: tuple[str, ...]
    provisional: bool
    caveats: tuple[str, ...]
    conflicts: tuple[str, ...]


def judge(program: Program, facts: Facts, run: Run) -> Judgment:
    """Judge prepared ``facts``; ``run`` computes the values, given values to hold fixed."""
    values = run({})

    def value(expr: Expr) -> Any:
        return closure_of(program, expr)(facts, values)

    outcome = value(program.root)
    grounds = grounds_of(program, program.root, facts, values)
    missing: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    if outcome is None:
        missing, unset = causes_of(program, grounds, facts, values)
    doubted = tuple(_doubted(program, facts, values))
    provisional = False
    caveats: tuple[str, ...] = ()
    if outcome is not None and doubted:
        second = run(dict.fromkeys(doubted))
        if closure_of(program, program.root)(facts, second) is None:
            provisional, order = True, order_of(program)
            caveats = tuple(sorted(grounds_of(program, program.root, facts, second), key=order.__getitem__))
    return Judgment(
        outcome=outcome,
        values=values,
        grounds=grounds,
        missing=missing,
        unset=unset,
        options={key: True if when is None else value(when) for key, when in program.options.items()},
        doubted=doubted,
        provisional=provisional,
        caveats=caveats,
        conflicts=tuple(_conflicts(program, facts, values)),
    )


def grounds_of(
    program: Program, root: Expr, facts: Facts, values: Values, *, top_only: bool = False
) -> tuple[str, ...]:
    """The conditions that, with every node from them up to the root, have the root's value; parents first.

    ``top_only``: only those directly in the root, whatever stands below them.
    """
    outcome = closure_of(program, root)(facts, values)
    found: dict[str, None] = {}

    def visit(expr: Expr) -> None:
        if closure_of(program, expr)(facts, values) is not outcome:
            return
        if isinstance(expr, Name):
            if expr.id in found:
                return
            found[expr.id] = None
            parts = program.nodes[expr.id].expr
            if not top_only and is_composition(parts, program.nodes):
                visit(parts)
            return
        for child in expr.children():
            visit(child)

    visit(root)
    return tuple(found)


def causes_of(
    program: Program, grounds: tuple[str, ...], facts: Facts, values: Values
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the unknown ``grounds`` still read: the missing facts, and what the law has not set."""
    missing: dict[str, None] = {}
    unset: dict[str, None] = {}

    def unknown(expr: Expr) -> bool:
        return closure_of(program, expr)(facts, values) is None

    def visit(expr: Expr) -> None:
        if not unknown(expr):
            return
        match expr:
            case Fact(name):
                missing.setdefault(name)
            case Unset(name):
                unset.setdefault(name)
            case Name(name):
                visit(program.nodes[name].expr)
            case Stated(fact, derived):
                missing.setdefault(program.statements.get(fact, (fact, None))[0])
                if derived is not None:
                    visit(derived)
            case Case(condition, then, otherwise):
                decided = closure_of(program, condition)(facts, values)
                visit(condition)
                if decided is not False:
                    visit(then)
                if decided is not True:
                    visit(otherwise)
            case _:
                for child in expr.children():
                    visit(child)

    for name in grounds:
        node = program.nodes[name]
        # A compound ground's own unknown parts are grounds themselves; only leaves read facts.
        if not is_composition(node.expr, program.nodes):
            visit(node.expr)
    return tuple(fact for fact in program.facts if fact in missing), tuple(sorted(unset))


def _doubted(program: Program, facts: Facts, values: Values) -> Iterator[str]:
    """The conditions whose value here is settled and would be another on some other reading."""
    for node in program.conditions():
        value = values[node.name]
        if value is not None and any(
            closure_of(program, reading)(facts, values) is not value for reading in node.readings
        ):
            yield node.name


def _conflicts(program: Program, facts: Facts, values: Values) -> Iterator[str]:
    """The conditions where what the record states and what its other facts give are opposed."""
    for node in program.conditions():
        expr = node.expr
        if isinstance(expr, Stated) and expr.derived is not None:
            stated = facts.get(expr.fact)
            derived = closure_of(program, expr.derived)(facts, values)
            if stated is not None and derived is not None and stated is not derived:
                yield node.name
