"""What several commands share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from ancu.decision.deciding import read_record
from ancu.errors import AncuError, Problem, RecordError
from ancu.rulebook.rulebook import Rulebook
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


def given_facts(book: Rulebook, written: tuple[str, ...]) -> Mapping[str, Any]:
    """The facts given as ``--set LABEL=VALUE``; :class:`UsageProblem` where one cannot be read."""
    facts: dict[str, str] = {}
    for text in written:
        label, equals, value = text.partition("=")
        if not equals:
            raise UsageProblem(Problem("usage_bad_set", {"value": text}))
        facts[label.strip()] = value.strip()
    try:
        return read_record(book, facts).facts
    except RecordError as error:
        raise UsageProblem(error.problems) from error
