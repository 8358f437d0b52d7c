"""What a rulebook says on one day, asked in one place, so that it is known of a program what it hangs on.

Most days on which some law changes change nothing for a programme: where another day gives the same answers to all that
was asked, it gives the same program, which need not be compiled again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ancu.rulebook import provinces
from ancu.rulebook.expressions import Expr
from ancu.rulebook.rulebook import Figure, Following, Rulebook, Tree

#: A province's figure, with the values of the region fact that name the province.
Set = tuple[tuple[str, ...], Figure]
_Ask = Callable[..., Any]


class LawOn:
    """The answers of ``book`` on ``day``, each worked out once."""

    def __init__(self, book: Rulebook, day: date) -> None:
        self.book, self.day = book, day
        self._answers: dict[tuple[_Ask, tuple[str, ...]], Any] = {}

    def same_on(self, day: date) -> bool:
        """Whether all that was asked has the same answers on ``day``."""
        return all(ask(self.book, day, *names) == answer for (ask, names), answer in self._answers.items())

    def root(self, programme: str) -> Expr:
        """``eligible_when`` and the territory condition."""
        return self._asked(_root, programme)  # type: ignore[no-any-return]

    def is_in_force(self, programme: str) -> bool:
        return self._asked(_is_in_force, programme)  # type: ignore[no-any-return]

    def tree(self, rule: str) -> Tree | None:
        """The version of a rule."""
        return self._asked(_tree, rule)  # type: ignore[no-any-return]

    def figure(self, parameter: str) -> Figure | None:
        """The national version of a figure."""
        return self._asked(_figure, parameter)  # type: ignore[no-any-return]

    def unsearched(self, parameter: str) -> Figure | None:
        """What holds of a slot where nobody has looked up the province's rule."""
        return self._asked(_unsearched, parameter)  # type: ignore[no-any-return]

    def set_in(self, parameter: str, region: str) -> list[Set]:
        """What provinces, as the fact ``region`` names them, have set of a slot or are known not to have set."""
        return self._asked(_set_in, parameter, region)  # type: ignore[no-any-return]

    def implications(self) -> list[Following]:
        """What follows between facts."""
        return self._asked(_implications)  # type: ignore[no-any-return]

    def _asked(self, ask: _Ask, *names: str) -> Any:
        key = ask, names
        if key not in self._answers:
            self._answers[key] = ask(self.book, self.day, *names)
        return self._answers[key]


def _root(book: Rulebook, day: date, programme: str) -> Expr:
    return book.root_on(programme, day)


def _is_in_force(book: Rulebook, day: date, programme: str) -> bool:
    return book.programmes[programme].in_force_on(day)


def _tree(book: Rulebook, day: date, rule: str) -> Tree | None:
    return book.tree_on(rule, day)


def _figure(book: Rulebook, day: date, parameter: str) -> Figure | None:
    return book.figure_on(parameter, day)


def _unsearched(book: Rulebook, day: date, parameter: str) -> Figure | None:
    return book.unsearched_on(parameter, day)


def _implications(book: Rulebook, day: date) -> list[Following]:
    return book.implications_on(day)


def _set_in(book: Rulebook, day: date, parameter: str, region: str) -> list[Set]:
    fact = book.facts[region]
    found: list[Set] = []
    for province in sorted(book.regions, reverse=True):
        if provinces.present(fact, province, day) != province:
            continue
        own = (*book.fills.get((parameter, province), ()), *book.searched.get((parameter, province), ()))
        figure = next((figure for figure in own if day in figure.period), None)
        if figure is not None:
            found.append((provinces.named_on(fact, province, day), figure))
    return found
