"""What a rule reads, and the values of facts that are worth trying on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ancu.inference.program import Program
from ancu.rulebook.expressions import Compare, Constant, Expr, Fact, Name, Stated, Within
from ancu.rulebook.model import FactDef, Plausible
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled


def domains(book: Rulebook, programs: list[Program], day: date) -> dict[str, list[Any]]:
    """For each fact, the values worth trying: all of a choice, numbers around those it is compared with."""
    numbers: dict[str, set[int]] = {}
    for program in programs:
        for node in program.nodes.values():
            for compared in node.expr.walk():
                if isinstance(compared, (Compare, Within)):
                    constants = _constants(program, compared)
                    for fact in facts_of(program, compared):
                        numbers.setdefault(fact, set()).update(constants)
    names = dict.fromkeys(fact for program in programs for fact in _deciding(program))
    return {name: _domain(book.facts[name], numbers.get(name, set()), day) for name in names}


def figures_beside(book: Rulebook, program: Program, expr: Expr, fact: str, day: date) -> set[int]:
    """The figures that ``fact`` is compared with in ``expr``, within its bounds."""
    low, high = span(book.facts[fact], day)
    compared = (n for n in inside(program, expr) if isinstance(n, Compare))
    return {
        constant
        for node in compared
        if fact in facts_of(program, node)
        for constant in _constants(program, node)
        if low < constant < high
    }


def facts_of(program: Program, expr: Expr) -> list[str]:
    facts: dict[str, None] = {}
    for node in inside(program, expr):
        if isinstance(node, Fact):
            facts.setdefault(node.id)
    return list(facts)


def inside(program: Program, expr: Expr) -> Iterator[Expr]:
    """Every node of ``expr``, quantities, figures and defaulted facts seen through."""
    todo, seen = [expr], set[str]()
    while todo:
        for node in todo.pop().walk():
            yield node
            if isinstance(node, Name) and node.id not in seen and node.id in program.nodes:
                seen.add(node.id)
                if program.nodes[node.id].kind not in ("condition", "programme"):
                    todo.append(program.nodes[node.id].expr)


def whole_text(program: Program, condition: str) -> tuple[Expr, ...]:
    """What a condition says, with all that it reads put in."""
    return tuple(inside(program, program.nodes[condition].expr))


def below(program: Program, root: Expr) -> list[str]:
    """The nodes that ``root`` reaches, parents first."""
    reached: dict[str, None] = {}

    def visit(expr: Expr) -> None:
        for node in expr.walk():
            if isinstance(node, Name) and node.id not in reached and node.id in program.nodes:
                reached[node.id] = None
                visit(program.nodes[node.id].expr)

    visit(root)
    return list(reached)


def span(definition: FactDef, day: date) -> tuple[int, int]:
    """The values of a number or date that people state: within the bounds, and plausible."""
    if definition.undoubted is None:
        return day.toordinal() - 36500, day.toordinal() + 3650
    low, high = definition.undoubted.min, definition.undoubted.max
    if isinstance(low, date) and isinstance(high, date):
        return low.toordinal(), high.toordinal()
    ends = [scaled(value, definition.value_type.scale) for value in (low, high)]  # type: ignore[arg-type]
    return ends[0] or 0, ends[1] or 0


def _deciding(program: Program) -> list[str]:
    """The facts that the program's result may depend on."""
    facts: dict[str, None] = {}
    for name in below(program, program.root):
        node = program.nodes[name].expr
        facts.update(dict.fromkeys(facts_of(program, node)))
        facts.update((n.fact.partition("=")[0], None) for n in node.walk() if isinstance(n, Stated))
    return list(facts)


def _domain(definition: FactDef, near: set[int], day: date) -> list[Any]:
    if definition.type == "yes_no":
        return [False, True]
    if definition.type == "choice":
        return sorted(definition.values, key=lambda value: value != "none")
    if definition.type == "list":
        return [frozenset({value}) for value in definition.values] + [frozenset()]
    low, high = span(definition, day)
    if definition.type == "date":
        near = {*near, *(day.toordinal() - days for days in (0, 1, 30, 400, 4000, 9000)), day.toordinal() + 1}
    elif definition.type == "count":
        near = {*near, 1, 2, 4}
    near = {value + step for value in near for step in (-1, 0, 1)} | {value * k for value in near for k in (2, 4)}
    none = [0] if low == 0 or (isinstance(definition.plausible, Plausible) and definition.plausible.or_zero) else []
    # The ends of what is allowed are seldom what people have: only where nothing else is known.
    return sorted({*none, *(value for value in near if low <= value <= high)} or {low, high})


def _constants(program: Program, expr: Expr) -> set[int]:
    constants: set[int] = set()
    for node in inside(program, expr):
        if isinstance(node, Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
            constants.add(node.value)
    return constants
