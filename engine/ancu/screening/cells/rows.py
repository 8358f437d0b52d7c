"""A row of a list as the record that is judged, and what is wrong with its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ancu.decision.deciding import Record
from ancu.messages import message
from ancu.rulebook.naming import AS_OF, CASE
from ancu.rulebook.values import ValueProblem
from ancu.screening.cells.columns import Columns
from ancu.screening.cells.reader import check_id
from ancu.screening.lists.chunks import Flaw
from ancu.screening.lists.listing import Row


def read_row(columns: Columns, row: Row, given: Mapping[str, Any]) -> tuple[Record, list[Flaw]]:
    """The facts of a row, ``given`` ones where it says nothing, and the cells that could not be read."""
    facts: dict[str, Any] = dict(given)
    flaws: list[Flaw] = []
    case: str | None = None
    as_of: date | None = None
    for header, name in columns.known.items():
        if name in columns.shared:
            continue
        value = row.cells.get(header)
        try:
            read = columns.cells.read(header, value)
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(value), problem.text, problem.confirmable))
            continue
        if name == CASE:
            case = read
        elif name == AS_OF:
            as_of = read
        elif read is not None:
            facts[name] = read
    for name, headers in columns.shared.items():
        _of_several(columns, row, name, headers, facts, flaws)
    for header in columns.cells.ids:
        try:
            check_id(row.cells.get(header))
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(row.cells[header]), problem.text))
    flaws += surplus_flaws(row.surplus)
    return Record(facts, case, as_of), flaws


def _of_several(
    columns: Columns, row: Row, name: str, headers: Iterable[str], facts: dict[str, Any], flaws: list[Flaw]
) -> None:
    """A fact that several columns tell, such as choices with marks under them."""
    said = []
    for header in headers:
        value = row.cells.get(header)
        try:
            read = columns.cells.read(header, value)
        except ValueProblem as problem:
            flaws.append(Flaw(header, str(value), problem.text, problem.confirmable))
        else:
            said += [(header, value, read)] if read is not None else []
    for header, value, read in said:
        if isinstance(read, frozenset):
            facts[name] = read | (facts[name] if header != said[0][0] else frozenset())
        elif header == said[0][0]:
            facts[name] = read
        elif read != said[0][2]:
            flaws.append(two_marks(said[0][0], header, value))


def two_marks(first: str, second: str, value: Any) -> Flaw:
    """Marks in two columns that tell one fact."""
    return Flaw(second, str(value), lambda lang: message("cell_two_marks", lang, first=first, second=second))


def surplus_flaws(surplus: Iterable[str]) -> list[Flaw]:
    """Cells for which the list has no header."""
    return [Flaw("", value, lambda lang: message("cell_surplus", lang)) for value in surplus]
