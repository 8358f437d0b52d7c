"""Incomes written month by month, or for a year, as the average and the highest month that the rules read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ancu.errors import Problem, RecordError
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.values import ValueProblem, parse

#: What a member's row may hold in place of an average: the income of each month, or of twelve months together.
MONTHLY, YEARLY = "monthly_incomes", "yearly_income"
AVERAGE, HIGHEST = "net_income", "highest_monthly_income"
MONTHS = 12


def incomes(person: Rulebook, written: Mapping[str, object], stated: Mapping[str, Any]) -> dict[str, int]:
    """The average and, of months, the highest that ``written`` gives where ``stated`` has none.

    An average is rounded up to a whole đồng: it is within a cap exactly when the sum is within so many caps. Raises
    :class:`RecordError` for amounts that cannot be read, more than twelve months, or an average that differs from the
    one stated.
    """
    found: dict[str, int] = {}
    months = _months(person, written.get(MONTHLY))
    if months:
        found = {AVERAGE: -(-sum(months) // len(months)), HIGHEST: max(months)}
    elif (year := written.get(YEARLY)) not in (None, ""):
        found = {AVERAGE: -(-_amount(person, YEARLY, year) // MONTHS)}
    for fact in found:
        if fact in stated and (problem := differing(person, fact, stated[fact], found[fact])) is not None:
            raise RecordError(problem)
    return {fact: value for fact, value in found.items() if fact not in stated and fact in person.facts}


def differing(person: Rulebook, fact: str, stated: int, found: int) -> Problem | None:
    """What is wrong where an income is ``stated`` and the parts of it give what is ``found``; None where both agree."""
    if abs(stated - found) <= 1:
        return None
    values = {"fact": fact, "label": lambda lang: person.facts[fact].label[lang or "vi"]}
    return Problem("income_differs", {**values, "stated": stated, "found": found})


def _months(person: Rulebook, written: object) -> list[int]:
    if written in (None, ""):
        return []
    parts: Sequence[object] = written if isinstance(written, (list, tuple)) else re.split(r"\s*;\s*", str(written))
    amounts = [_amount(person, MONTHLY, part) for part in parts if part not in (None, "")]
    if len(amounts) > MONTHS:
        raise RecordError(Problem("income_months", {"count": len(amounts), "months": MONTHS}))
    return amounts


def _amount(person: Rulebook, key: str, written: object) -> int:
    # A year's income is beyond what a month's plausibly is.
    try:
        amount = parse(person.facts[AVERAGE], written, confirmed=key == YEARLY)
    except ValueProblem as problem:
        kind = "fact_implausible" if problem.confirmable else "fact_unfit"
        values = {"name": key, "value": written, "problem": problem.text, "fact": AVERAGE}
        raise RecordError(Problem(kind, values)) from problem
    assert isinstance(amount, int)
    return amount
