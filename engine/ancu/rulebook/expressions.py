"""The tree of a rule: what the rule language is parsed into and what every engine reads.

Numbers are integers scaled by their type (đồng; m² in hundredths), dates are proleptic ordinals, choices are the
ids of their values, yes/no is ``bool``. A missing value is ``None`` and reads *unknown*.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ancu.frozen import frozen

Value = int | str | bool


@frozen(slots=True)
class Expr:
    """A node of the tree."""

    def children(self) -> Iterator[Expr]:
        for name in self.__dataclass_fields__:
            value = getattr(self, name)
            if isinstance(value, Expr):
                yield value
            elif isinstance(value, tuple):
                yield from (item for item in value if isinstance(item, Expr))

    def __reduce__(self) -> tuple[Any, ...]:
        # Made anew of its parts: a kept rulebook has thousands, and a dataclass sets the state of each slowly.
        return type(self), tuple(getattr(self, name) for name in self.__dataclass_fields__)

    def walk(self) -> Iterator[Expr]:
        """This node and all below it, parents first."""
        yield self
        for child in self.children():
            if type(child) in LEAVES:  # half of a tree, and a generator for each would take half of the time
                yield child
            else:
                yield from child.walk()


@frozen(slots=True)
class Constant(Expr):
    """A value written in the rule, or a figure of the law."""

    value: Value


@frozen(slots=True)
class Unset(Expr):
    """What the law has not said (a figure or text that is ``null``): unknown, and no applicant can bring it."""

    name: str


@frozen(slots=True)
class Fact(Expr):
    """A fact as the record states it."""

    id: str


@frozen(slots=True)
class Name(Expr):
    """Another node by its name: a condition, quantity, figure, or fact with a default."""

    id: str


@frozen(slots=True)
class AsOf(Expr):
    """The as-of date."""


#: What has no parts.
LEAVES = frozenset((Constant, Unset, Fact, Name, AsOf))


@frozen(slots=True)
class Not(Expr):
    item: Expr


@frozen(slots=True)
class And(Expr):
    items: tuple[Expr, ...]

    def children(self) -> Iterator[Expr]:
        return iter(self.items)


@frozen(slots=True)
class Or(Expr):
    items: tuple[Expr, ...]

    def children(self) -> Iterator[Expr]:
        return iter(self.items)


@frozen(slots=True)
class AtLeast(Expr):
    """Met when at least ``count`` of the items are met."""

    count: int
    items: tuple[Expr, ...]

    def children(self) -> Iterator[Expr]:
        return iter(self.items)


@frozen(slots=True)
class Compare(Expr):
    """``operator`` is one of ``= <> < <= > >=``."""

    operator: str
    left: Expr
    right: Expr


@frozen(slots=True)
class Within(Expr):
    """``item in (values)``."""

    item: Expr
    values: tuple[Constant, ...]


@frozen(slots=True)
class Case(Expr):
    """``then`` if the condition is met, ``otherwise`` if not; if unknown, their common value, else unknown."""

    condition: Expr
    then: Expr
    otherwise: Expr


@frozen(slots=True)
class Stated(Expr):
    """The value a record states outright; where it states none, what is derived instead (None: unknown)."""

    fact: str
    derived: Expr | None


@frozen(slots=True)
class Implied(Stated):
    """A yes/no fact as the record states it; where it states none, what follows from its other facts, if anything."""


@frozen(slots=True)
class Arithmetic(Expr):
    """``operator`` is one of ``+ - *``."""

    operator: str
    left: Expr
    right: Expr


@frozen(slots=True)
class Extreme(Expr):
    """The smaller or greater of the items; unknown if any is."""

    greater: bool
    items: tuple[Expr, ...]


@frozen(slots=True)
class YearsBetween(Expr):
    """Full anniversaries of ``start`` up to ``end``; 29 February falls on the 28th in common years."""

    start: Expr
    end: Expr


@frozen(slots=True)
class DaysBetween(Expr):
    start: Expr
    end: Expr


@frozen(slots=True)
class AddMonths(Expr):
    """The same day of the month ``months`` later, clamped to the month's end."""

    start: Expr
    months: Expr


@frozen(slots=True)
class Includes(Expr):
    """Whether a fact that is a list holds one of its values; a list that is stated is closed."""

    fact: str
    value: str


@frozen(slots=True)
class Gathered(Expr):
    """What a household's members give together; ``who`` and ``item`` are read of each member.

    ``function``: ``of`` the value of the one for whom ``who`` is met; ``any`` and ``count``: whether there is one, and
    how many; ``sum`` and ``highest`` of the values of all for whom ``who`` is met.
    """

    function: str
    who: Expr
    item: Expr | None = None


CONNECTIVES = (And, Or, AtLeast)
