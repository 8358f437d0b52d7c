"""Proofs that a changed program decides as the program does, whatever a record states.

A changed composition is compared as a Boolean function of its conditions; any other changed node over every value, or
every side of a threshold, of the facts it reads. Where neither is feasible nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import Any

from ancu.inference import direct
from ancu.inference.program import Program, is_composition
from ancu.rulebook.expressions import AsOf, Case, Compare, Constant, Expr, Fact, Name, Stated
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.ranges import ranges
from ancu.specs.measure.sway import Sway

LIMIT = 60_000


def decides_alike(
    book: Rulebook, before: Program, after: Program, names: frozenset[str], territory: str | None
) -> bool:
    """Whether it is proven that ``after``, whose nodes ``names`` or roots differ from ``before``, decides alike."""
    functions = Sway(before, territory, doubts_vary=True)
    if before.options.keys() != after.options.keys():
        return False
    pairs = [(before.root, after.root), *((when, after.options[key]) for key, when in before.options.items())]
    for one, other in pairs:
        if one != other and (one is None or other is None or not functions.same(one, other, before, after)):
            return False
    spans, known = (ranges(before), ranges(after)), {**after.nodes, **before.nodes}
    settled: set[str] = set()
    queue = [name for name in before.nodes if name in names]
    while queue:
        name = queue.pop(0)
        if name in settled:
            continue
        settled.add(name)
        ours, theirs = before.nodes[name], after.nodes.get(name)
        if theirs is None:
            return False
        composed = all(is_composition(node.expr, known) for node in (ours, theirs))
        if composed and ours.readings == theirs.readings and functions.same(ours.expr, theirs.expr, before, after):
            continue
        plain = not ours.readings and not theirs.readings
        if plain and len(spans[0][name].truth) == 1 and spans[0][name] == spans[1][name]:
            continue
        if _same_values(book, before, after, name):
            continue
        if ours.kind == "condition":
            return False
        # A fact's default or a quantity may differ where nobody who reads it can tell.
        queue.extend(reader for reader, node in before.nodes.items() if _reads(node.expr, name))
        if not any(_reads(node.expr, name) for node in before.nodes.values()):
            return False
    return True


def _reads(expr: Expr, name: str) -> bool:
    return any(isinstance(part, Name) and part.id == name for part in expr.walk())


def _same_values(book: Rulebook, before: Program, after: Program, name: str) -> bool:
    """Whether ``name`` and its other readings come out the same on every record."""
    # A doubtful condition may be set aside as unknown while the rest stands: what reads it must agree whatever it is.
    doubtful = frozenset(node for node, held in before.nodes.items() if held.readings and node != name)
    needed = [list(_below(program, name, doubtful)) for program in (before, after)]
    exprs = [
        expr
        for program, below in zip((before, after), needed, strict=True)
        for node in below
        for expr in (program.nodes[node].expr, *program.nodes[name].readings)
    ]
    domains = _domains(book, exprs)
    if domains is None:
        return False
    read = frozenset(part.id for expr in exprs for part in expr.walk() if isinstance(part, Name))
    free = [node for node in doubtful if node in read]
    domains = {**domains, **dict.fromkeys(free, (True, False, None))}
    if prod(map(len, domains.values())) > LIMIT:
        return False
    sides = []
    for program, below in zip((before, after), needed, strict=True):
        steps = [(node, direct.closure_of(program, program.nodes[node].expr)) for node in below]
        readings = [direct.closure_of(program, reading) for reading in program.nodes[name].readings]
        sides.append((steps, readings))
    for chosen in product(*domains.values()):
        facts = dict(zip(domains, chosen, strict=True))
        outcomes = []
        for steps, readings in sides:
            values: dict[str, Any] = {node: facts[node] for node in free}
            for node, closure in steps:
                values[node] = closure(facts, values)
            outcomes.append((values[name], [reading(facts, values) for reading in readings]))
        if outcomes[0] != outcomes[1]:
            return False
    return True


def _below(program: Program, name: str, apart: frozenset[str]) -> Iterator[str]:
    """``name`` and the nodes it reads, but for those ``apart``, in the order of evaluation."""
    wanted = {name}
    for node in reversed(list(program.nodes)):
        if node in wanted and node not in apart:
            for expr in (program.nodes[node].expr, *program.nodes[node].readings):
                wanted.update(part.id for part in expr.walk() if isinstance(part, Name))
    return (node for node in program.nodes if node in wanted and node not in apart)


def _domains(book: Rulebook, exprs: list[Expr]) -> Mapping[str, tuple[Any, ...]] | None:
    """For each fact read, values of which one stands for every other; None where there are no such few."""
    domains: dict[str, tuple[Any, ...]] = {}
    turns: dict[str, set[int]] = {}
    for expr in exprs:
        for part in expr.walk():
            if isinstance(part, AsOf):
                return None
            if isinstance(part, Stated):
                domains[part.fact] = (True, False, None)
            elif isinstance(part, Fact):
                fact = book.facts.get(part.id)
                kind = fact.value_type.kind if fact is not None else "yes_no"
                if kind == "yes_no":
                    domains[part.id] = (True, False, None)
                elif kind == "choice" and fact is not None:
                    domains[part.id] = (*fact.values, None)
                else:
                    turns.setdefault(part.id, set())
    for name, values in turns.items():
        for expr in exprs:
            constants = _turns(expr, name)
            if constants is None:
                return None
            values |= constants
        domains[name] = (*sorted({value + step for value in values or {0} for step in (-1, 0, 1)}), None)
    return domains


def _turns(expr: Expr, name: str) -> set[int] | None:
    """The constants that a numeric fact is compared with; None where it is used in any other way."""
    constants: set[int] = set()
    compared = 0
    for part in expr.walk():
        if isinstance(part, Compare):
            sides = (part.left, part.right)
            if any(isinstance(side, (Fact, Name)) and side.id == name for side in sides):
                other = next(side for side in sides if not (isinstance(side, (Fact, Name)) and side.id == name))
                if not isinstance(other, Constant) or not isinstance(other.value, int):
                    return None
                constants.add(other.value)
                compared += 1
    used = sum(isinstance(part, Fact) and part.id == name for part in expr.walk())
    names = sum(isinstance(part, Name) and part.id == name for part in expr.walk())
    # The node that holds the default of a fact reads the fact as it is.
    default = isinstance(expr, Case) and expr.then == Fact(name)
    return constants if used + names - default <= compared else None
