"""The schema of the tables that the engines for lists take and make, whether they judge in bit vectors or by SQL.

A source table has ``as_of DATE`` and a column for each fact, as engine values: numbers as BIGINT in the unit's
scale (m² in hundredths), yes/no as BOOLEAN, dates as DATE, choices as their ids, a list as its ids between
semicolons (``;worker;official;``). NULL is unknown. Of records whose facts follow from the members of a household it
also holds what :mod:`ancu.inference.least` names: the least of numbers, and which facts are disputed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ancu.errors import AncuError, Problem
from ancu.inference.least import kind_in
from ancu.inference.marks import MOST, benefit_mark, marked_in
from ancu.inference.program import Program
from ancu.rulebook.expressions import Expr
from ancu.rulebook.rulebook import Rulebook

#: The sets of names that a judged table holds of each programme, as numbers of bits.
SETS = ("causes", "law", "open")
#: The same of records whose facts follow from the members of a household.
SETS_OF_PEOPLE = (*SETS, "household")
#: The column type of each kind of value in a source table.
COLUMN_TYPES = {"number": "BIGINT", "yes_no": "BOOLEAN", "date": "DATE", "choice": "VARCHAR", "list": "VARCHAR"}


class NotInColumnsError(AncuError):
    """A programme that columns cannot judge: one governed by a date that may be unknown."""


@dataclass(frozen=True)
class Part:
    """What stands in a judged table of one programme.

    ``programs`` are the programme's programs by epoch. ``causes``, ``law``, ``open`` and ``household`` give the bit of
    each name in the numbers ``ID.causes``, ``ID.law``, ``ID.open`` and, of records with members, ``ID.household``: the
    sets of :class:`~ancu.inference.marks.Marks`.
    ``amounts`` are the columns of the figures of the benefit that differ from record to record, by name; ``kinds``
    those whose numbers are the same for records of one kind, on which every condition came out alike.
    """

    programme: str
    programs: Mapping[int, Program] = field(default_factory=dict)
    causes: Mapping[str, int] = field(default_factory=dict)
    law: Mapping[str, int] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)
    household: Mapping[str, int] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    kinds: tuple[str, ...] = ()


def bits_of(programme: str, sets: Iterable[Expr]) -> dict[str, int]:
    """A bit for each name that can be in one of ``sets``."""
    names = marked_in(sets)
    if len(names) > MOST:
        values = {"programme": programme, "names": len(names), "most": MOST}
        raise NotInColumnsError(Problem("columns_too_many", values))
    return {name: bit for bit, name in enumerate(names)}


def is_unset_benefit(name: str, book: Rulebook) -> bool:
    """Whether ``name``, one of the set of what is open, is something that nobody has set and the benefit hangs on."""
    mark = benefit_mark("")
    return name.startswith(mark) and name.removeprefix(mark) not in book.facts


def column_type(book: Rulebook, fact: str) -> str:
    """The SQL type of a fact's column, or of what stands beside facts."""
    return COLUMN_TYPES[kind_in(book, fact)]


def column_value(book: Rulebook, fact: str, value: Any) -> Any:
    """An engine value as the source table holds it; None stays unknown."""
    if value is None:
        return None
    kind = kind_in(book, fact)
    if kind == "date":
        return date.fromordinal(value)
    return f";{';'.join(sorted(value))};" if kind == "list" else value
