"""The reasoning behind a decision: the tree of conditions, how each came out and what it read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ancu.decision.contract import Depth, Reason, outcome_of
from ancu.decision.fields import Context
from ancu.decision.law import basis_of, figures_basis, values_read
from ancu.inference.program import compositions
from ancu.rulebook.references import names_in


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
    return Reason.made(
        condition=name,
        outcome=outcome_of(value),
        ground=name in grounds,
        facts=facts,
        figures=figures,
        basis=basis_of(context.book, name, context.law_date, context.programme),
        figures_basis={figure: basis for figure, basis in figures_basis(context, name).items() if figure in figures},
        parts=parts,
    )
