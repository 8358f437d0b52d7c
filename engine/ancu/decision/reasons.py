"""The reasoning behind a decision: the tree of conditions, what each read, and which of them are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ancu.decision.contract import Depth, Reason, outcome_of
from ancu.decision.fields import Context
from ancu.inference.direct import Facts, closure_of
from ancu.inference.program import compositions, order_of
from ancu.rulebook.expressions import And, Constant, Expr, Name
from ancu.rulebook.model import FigureVersion, Version
from ancu.rulebook.references import names_in
from ancu.rulebook.rulebook import Rulebook


def build(context: Context, grounds: Iterable[str], settled: Depth = "tree", unsettled: Depth = "tree") -> list[Reason]:
    """One reason for each condition directly in the root; empty where nothing was judged.

    ``settled`` and ``unsettled`` say how deep to go below conditions that are met or not met, and unknown ones.
    """
    if context.program is None:
        return []
    depths: dict[bool, Depth] = {True: settled, False: unsettled}
    carrying = frozenset(grounds)
    return [_reason(context, name, carrying, depths) for name in context.program.top]


def _reason(context: Context, name: str, grounds: frozenset[str], depths: Mapping[bool, Depth]) -> Reason:
    assert context.program is not None
    value = context.values[name]
    depth = depths[value is not None]
    parts: list[Reason] = []
    facts: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    below = compositions(context.program)[name]
    if depth == "facts" or (depth == "tree" and below is None):
        facts, figures = values_read(context, name)
    elif depth == "tree" and below is not None:
        parts = [_reason(context, part, grounds, depths) for part in dict.fromkeys(names_in(below))]
    return Reason(
        condition=name,
        outcome=outcome_of(value),
        ground=name in grounds,
        facts=facts,
        figures=figures,
        basis=basis_of(context.book, name, context.law_date),
        parts=parts,
    )


def basis_of(book: Rulebook, name: str, day: date) -> list[str]:
    """Where a condition stands in law on ``day``."""
    if name in book.programmes:
        return list(book.programmes[name].basis)
    version = version_on(book, name, day)
    return list(version.basis) if version is not None else []


def version_on(book: Rulebook, name: str, day: date) -> Version | None:
    """The version of a rule in force on ``day``."""
    tree = book.tree_on(name, day)
    return tree.version if tree is not None else None


def figure_version_on(book: Rulebook, name: str, day: date, region: str | None) -> FigureVersion | None:
    """The version of a figure in force on ``day`` in ``region``."""
    figure = book.figure_on(name, day, region)
    return figure.version if figure is not None else None


def leaves(context: Context, name: str) -> tuple[list[str], list[str]]:
    """The facts and the figures that a condition reads, quantities seen through, in the order they are read."""
    book = context.book
    known: dict[tuple[str, int], tuple[list[str], list[str]]] = book.__dict__.setdefault("_leaves", {})
    key = (name, book.epochs.index(context.law_date))
    if key not in known:
        known[key] = _leaves(book, name, context.law_date)
    return known[key]


def _leaves(book: Rulebook, name: str, day: date) -> tuple[list[str], list[str]]:
    facts: dict[str, None] = {}
    figures: dict[str, None] = {}
    seen: set[str] = set()

    def visit(read: str) -> None:
        if read in seen:
            return
        seen.add(read)
        if read in book.facts:
            facts.setdefault(read)
            if read in book.defaults:
                for below in names_in(book.defaults[read][0]):
                    visit(below)
        elif read in book.parameters:
            figures.setdefault(read)
        elif read in book.conditions or read in book.quantities:
            stated = book.conditions[read].stated_by if read in book.conditions else None
            if stated is not None:
                visit(stated.fact)
            tree = book.tree_on(read, day)
            for below in names_in(tree.expr if tree is not None else None):
                visit(below)

    visit(name)
    return list(facts), list(figures)


def values_read(context: Context, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The facts and figures a condition read, with their values."""
    facts, figures = leaves(context, name)
    return (
        {fact: _plain(context.record.get(fact)) for fact in facts},
        {figure: value_of(context, figure) for figure in figures},
    )


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def region_of(context: Context) -> str | None:
    """The region that the record picks."""
    fact = context.book.programmes[context.programme].region
    return context.record.get(fact) if fact is not None else None


def value_of(context: Context, name: str) -> Any:
    """The engine value of any name in this context: a fact, a figure, a quantity."""
    book = context.book
    if name in context.values:
        return context.values[name]
    if name in book.facts:
        return context.record.get(name)
    if name in book.parameters:
        figure = book.figure_on(name, context.law_date, region_of(context))
        return figure.value if figure is not None else None
    return None


def told(context: Context, as_of: date) -> list[str]:
    """The conditions to tell a person, fewest that carry the decision in full, in the program's own order.

    A condition marked ``explain: whole`` stands for its parts. Of the failed alternatives of an *or*, those closed by
    a gate (made for somebody else) are left out while another is open; when all are closed, the condition that holds
    them is told instead.
    """
    if context.program is None or context.judgment is None:
        return []
    facts = context.program.prepare(context.record, as_of)
    names = frozenset(_tell(context, facts, context.program.root, context.judgment.outcome, None))
    return sorted(names, key=order_of(context.program).__getitem__)


def _tell(context: Context, facts: Facts, expr: Expr, outcome: bool | None, holder: str | None) -> Iterator[str]:
    program, book = context.program, context.book
    assert program is not None
    if closure_of(program, expr)(facts, context.values) is not outcome:
        return
    if isinstance(expr, Name):
        parts = program.nodes[expr.id].expr
        condition = book.conditions.get(expr.id)
        if isinstance(parts, Constant):
            return  # the law asks nothing here on this day
        if condition is None or condition.explain == "whole" or compositions(program)[expr.id] is None:
            yield expr.id
        else:
            yield from _tell(context, facts, parts, outcome, expr.id)
        return
    alternatives = [list(_tell(context, facts, part, outcome, holder)) for part in expr.children()]
    alternatives = [names for names in alternatives if names]
    if outcome is not True and not isinstance(expr, And) and len(alternatives) > 1:
        opened = [names for names in alternatives if not any(_is_gate(book, name) for name in names)]
        if not opened and holder is not None:
            yield holder
            return
        alternatives = opened or alternatives
    for names in alternatives:
        yield from names


def _is_gate(book: Rulebook, name: str) -> bool:
    return name in book.conditions and book.conditions[name].gate
