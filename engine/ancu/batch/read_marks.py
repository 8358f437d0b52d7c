"""What the sets of a judged row hold: the numbers of its columns as the names that a list tells, in their order.

A long list has tens of thousands of outcomes and far fewer sets: what each set holds is read once, by bits that are
laid out once for each program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from ancu.inference.marks import benefit_mark, open_option_mark, open_rank_mark, option_mark, priority_mark, rank_mark
from ancu.inference.program import Program, order_of
from ancu.inference.table_schema import Part, is_unset_benefit
from ancu.inference.verdicts import carried_by
from ancu.rulebook.rulebook import Rulebook

Names = tuple[str, ...]
#: Names in the order in which they are told, each with its bit.
Bits = tuple[tuple[str, int], ...]
#: How many sets of a kind are kept for a program.
_MOST_SETS = 20_000


class OfLaw(NamedTuple):
    """What ``ID.law`` holds; ``options`` are those of an eligible case."""

    caveats: Names
    options: Names
    ranks: Names
    open_options: Names
    open_ranks: Names


class OfOpen(NamedTuple):
    """What ``ID.open`` holds: what nobody has set, and the facts that the benefit and the priority hang on."""

    unset: Names
    for_benefit: Names
    for_priority: Names


class ProgramMarks:
    """The sets of rows judged by one program of a programme."""

    def __init__(self, book: Rulebook, part: Part, program: Program) -> None:
        order, law, open_ = order_of(program), part.law, part.open
        facts = frozenset(program.facts)
        self._missing = _bits(program.facts, part.causes)
        self._unset = _bits(sorted(part.causes.keys() - facts), part.causes)
        self._caveats = _bits(sorted(law.keys() & order.keys(), key=order.__getitem__), law)
        #: Options that ask for nothing are met whatever the set holds.
        self._options = tuple(
            (key, -1 if when is None else 1 << law[option_mark(key)])
            for key, when in program.options.items()
            if when is None or option_mark(key) in law
        )
        self._ranks = _bits(program.ranks, law, rank_mark)
        self._open_options = _bits(program.options, law, open_option_mark)
        self._open_ranks = _bits(program.ranks, law, open_rank_mark)
        unset = sorted(name.removeprefix(benefit_mark("")) for name in open_ if is_unset_benefit(name, book))
        self._unset_benefits = _bits(unset, open_, benefit_mark)
        self._for_benefit = _bits(program.facts, open_, benefit_mark)
        self._for_priority = _bits(program.facts, open_, priority_mark)
        self._conflicts = tuple((name, _bit(name, law), _bit(name, part.household)) for name in program.conflicts)
        self.carried = lru_cache(_MOST_SETS)(lambda reason: carried_by(program, reason)[1])
        self.causes = lru_cache(_MOST_SETS)(self._causes)
        self.law = lru_cache(_MOST_SETS)(self._law)
        self.open = lru_cache(_MOST_SETS)(self._open)

    def conflicts(self, law: int, household: int) -> Names:
        """The implications that a record breaks."""
        return tuple(name for name, bit, of_household in self._conflicts if law & bit or household & of_household)

    def _causes(self, mask: int) -> tuple[Names, Names]:
        """What ``ID.causes`` holds: facts that are missing, and what nobody has set."""
        return _held(self._missing, mask), _held(self._unset, mask)

    def _law(self, mask: int) -> OfLaw:
        options = tuple(key for key, bit in self._options if bit < 0 or mask & bit)
        others = (self._ranks, self._open_options, self._open_ranks)
        return OfLaw(_held(self._caveats, mask), options, *(_held(bits, mask) for bits in others))

    def _open(self, mask: int) -> OfOpen:
        return OfOpen(*(_held(bits, mask) for bits in (self._unset_benefits, self._for_benefit, self._for_priority)))


def _bits(names: Iterable[str], column: Mapping[str, int], mark: Callable[[str], str] = str) -> Bits:
    """The ``names`` that can be in a ``column``, where each goes by its ``mark``."""
    return tuple((name, 1 << column[mark(name)]) for name in names if mark(name) in column)


def _bit(name: str, column: Mapping[str, int]) -> int:
    return 1 << column[name] if name in column else 0


def _held(bits: Bits, mask: int) -> Names:
    return tuple(name for name, bit in bits if mask & bit)
