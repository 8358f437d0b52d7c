"""What several commands share."""

from __future__ import annotations

from datetime import date

from ancu.errors import AncuError, Problem
from ancu.rulebook.values import ValueProblem, parse_date


class UsageProblem(AncuError):
    """The command was called with a value it cannot use."""


def day_of(written: str | None) -> date | None:
    """The date given as ``--as-of``; :class:`UsageProblem` if it is none."""
    if written is None:
        return None
    try:
        return parse_date(written)
    except ValueProblem as problem:
        raise UsageProblem(Problem("usage_bad_date", {"value": written, "problem": problem.text})) from problem
