"""The reasoning behind a decision: the tree of conditions, how each came out and what it read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ancu.decision.contract import Depth, Reason, outcome_of
from ancu.decision.fields import Context
from ancu.decision.law import Outline, outlines_of, values_read


def build(context: Context, grounds: Iterable[str], settled: Depth = "tree", unsettled: Depth = "tree") -> list[Reason]:
    """One reason for each condition directly in the root; empty where nothing was judged.

    ``settled`` and ``unsettled`` say how deep to go below conditions that are met or not met, and unknown ones.
    """
    if context.program is None:
        return []
    depths: dict[bool, Depth] = {True: settled, False: unsettled}
    carrying, outline_of = frozenset(grounds), outlines_of(context)
    return [_reason(context, name, carrying, depths, outline_of) for name in context.program.top]


def _reason(
    context: Context,
    name: str,
    grounds: frozenset[str],
    depths: Mapping[bool, Depth],
    outline_of: Callable[[str], Outline],
) -> Reason:
    value, outline = context.values[name], outline_of(name)
    depth = depths[value is not None]
    parts: list[Reason] = []
    facts: dict[str, Any] = {}
    figures: dict[str, Any] = {}
    if depth == "facts" or (depth == "tree" and outline.parts is None):
        facts, figures = values_read(context, outline)
    elif depth == "tree" and outline.parts is not None:
        parts = [_reason(context, part, grounds, depths, outline_of) for part in outline.parts]
    return Reason.made(
        condition=name,
        outcome=outcome_of(value),
        ground=name in grounds,
        facts=facts,
        figures=figures,
        basis=list(outline.basis),
        figures_basis={figure: list(basis) for figure, basis in outline.figures_basis.items()} if figures else {},
        parts=parts,
    )
