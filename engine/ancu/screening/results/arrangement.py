"""How the columns of a result stand in a workbook: who a row is of, what came out, the details, then the list's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from ancu.frozen import frozen
from ancu.messages import LANGUAGES, message
from ancu.rulebook.naming import CASE
from ancu.rulebook.values import normalise
from ancu.screening.results.layout import own_headers, result_columns
from ancu.screening.run.plan import Plan

#: Amounts as a list or a result writes them; a dot groups thousands and a comma starts decimals.
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+,\d+")
_AMOUNT = re.compile(r"(?P<vi>\d{1,3}(?:\.\d{3})*) đồng|VND (?P<en>\d{1,3}(?:,\d{3})*)")


@frozen
class Arrangement:
    """The order of a result's columns in a workbook.

    ``order`` are places in the result; the first ``fixed`` of them say whom a row is of and stay in view; the first
    ``printed`` go on paper. ``numbers`` are the places of the list's own columns of numbers, ``amounts`` those of
    columns in which a cell may be nothing but an amount.
    """

    order: tuple[int, ...]
    fixed: int
    printed: int
    numbers: frozenset[int]
    amounts: frozenset[int]


def arrangement_of(plan: Plan, headers: Sequence[str]) -> Arrangement:
    """The arrangement of a result of ``plan`` on a list with ``headers``; one of codes stands as everywhere."""
    own = own_headers(plan, headers)
    added = result_columns(plan)
    everything = range(len(own) + len(added))
    if plan.coded:
        return Arrangement(tuple(everything), 0, len(everything), frozenset(), frozenset())
    who = people_places(plan, own)
    results = [len(own) + i for i, column in enumerate(added)]
    several = plan.layout == "case" and len(plan.programmes) > 1
    keys = ("status",) if several else ("programme", "status", "benefit", "missing", "reasons")
    first = [len(own) + i for key in keys for i, column in enumerate(added) if column.key == key]
    front = [*who, *first]
    order = [*front, *(place for place in [*results, *range(len(own))] if place not in set(front))]
    facts = plan.book.facts
    known = [facts.get(plan.columns.known.get(header, "")) for header in own]
    numbers = {i for i, fact in enumerate(known) if fact is not None and fact.value_type.kind == "number"}
    return Arrangement(tuple(order), len(who), len(front), frozenset(numbers), frozenset(results))


def people_places(plan: Plan, own: Sequence[str]) -> list[int]:
    """The places of the columns that say whom a row is of: the case id, then the name."""
    case = plan.columns.header(CASE)
    names = {normalise(word) for lang in LANGUAGES for word in message("names_of_full_name", lang).split("; ")}
    ids = [i for i, header in enumerate(own) if header == case]
    return [*ids, *[i for i, header in enumerate(own) if normalise(header) in names and i not in ids][:1]]


def number_in(cell: Any) -> int | Decimal | None:
    """A cell of a column of numbers as a number, where it is written as nothing but one."""
    if not isinstance(cell, str):
        return None
    if _GROUPED.fullmatch(cell.strip()):
        digits = cell.strip().replace(".", "")
        return int(digits) if len(digits) <= 15 else None
    return Decimal(cell.strip().replace(",", ".")) if _DECIMAL.fullmatch(cell.strip()) else None


def amount_in(cell: Any) -> int | None:
    """A text that is nothing but an amount of đồng as a number."""
    found = _AMOUNT.fullmatch(cell) if isinstance(cell, str) else None
    return int(re.sub(r"\D", "", found["vi"] or found["en"])) if found is not None else None
