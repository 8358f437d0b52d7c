"""A mutant: the rulebook with one thing changed, as someone might have written it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeVar

from ancu.rulebook.calendar import BEGINNING, Period
from ancu.rulebook.rulebook import Rulebook
from ancu.specs.measure.variants import Operator

Part = Literal[
    "rule", "doubt", "stated", "eligible", "option", "applies_when", "otherwise", "figure", "fill", "opening"
]
#: Makes the changed rulebook.
Apply = Callable[[Rulebook], Rulebook]
T = TypeVar("T")


@dataclass(frozen=True)
class Mutant:
    """One change. ``id`` names it in the rule language, stably, so that a reviewed list can quote it.

    ``name`` is the rule, figure, programme or fact changed, ``part`` what of it, ``period`` the version's. ``before``
    and ``after`` are what was changed and to what: expressions as written, or values. ``day``: the one date on which
    a moved boundary shows. ``apply`` makes the changed rulebook; ``form`` is the canonical form of the changed whole.
    """

    id: str
    operator: Operator
    part: Part
    name: str
    period: Period
    before: Any
    after: Any
    apply: Apply = field(compare=False, repr=False)
    day: date | None = None
    key: str | None = None
    form: Any = field(default=None, compare=False, repr=False)


#: A mutant, and the canonical form of what it changes: where the mutant's own is the same, nothing is changed.
Made = tuple[Mutant, Any]


def setting(table: str, key: Any, value: Any) -> Apply:
    """The change of a rulebook that puts ``value`` at ``key`` of one of its tables."""

    def apply(book: Rulebook) -> Rulebook:
        held: Mapping[Any, Any] = getattr(book, table)
        changed: dict[str, Any] = {table: {**held, key: value}}
        return replace(book, **changed)

    return apply


def put(items: tuple[T, ...], i: int, item: T) -> tuple[T, ...]:
    """``items`` with ``item`` at ``i``."""
    return (*items[:i], item, *items[i + 1 :])


def place_of(name: str, period: Period) -> str:
    """A name with the day its version begins, as it stands in the name of a mutant."""
    return name if period.start == BEGINNING else f"{name}@{period.start}"
