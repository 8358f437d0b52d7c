"""Which conditions tell a person why: the fewest that carry a decision in full."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ancu.decision.fields import Context
from ancu.inference.direct import Facts, closure_of
from ancu.inference.program import compositions, order_of
from ancu.rulebook.expressions import And, Constant, Expr, Name
from ancu.rulebook.rulebook import Rulebook


def told_of(context: Context, as_of: date) -> list[str]:
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
