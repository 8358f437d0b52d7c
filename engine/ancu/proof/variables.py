"""A record as the solver sees it: of each fact whether it is stated, and what it is, within the vocabulary's bounds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

import z3

from ancu.kept import kept
from ancu.proof.terms import DAYS, Formula, Measured, Truth, both, either, opposite, settled
from ancu.rulebook.model import Bounds, FactDef, Plausible
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import scaled


@kept
def codes_of(_book: Rulebook) -> dict[str, int]:
    """The numbers that stand for the values of choices, each as it is first met."""
    return {}


def code_of(book: Rulebook, value: str) -> int:
    """The number that stands for a value of a choice."""
    codes = codes_of(book)
    return codes.setdefault(value, len(codes))


class RecordVariables:
    """The facts of any record of ``book``, each made when it is first read.

    ``mark`` tells it from another record; ``shared`` is one with which it has all facts in common but those ``apart``.
    ``limits`` says which values facts have, ``usual`` which of them nobody would ask to have confirmed.
    """

    def __init__(
        self, book: Rulebook, mark: str = "", shared: RecordVariables | None = None, apart: Collection[str] = ()
    ) -> None:
        self.book, self.mark, self._shared, self._apart = book, mark, shared, frozenset(apart)
        self.limits: list[Formula] = []
        self.usual: list[Formula] = []
        self._truths: dict[str, Truth] = {}
        self._amounts: dict[str, Measured] = {}
        self._lists: dict[str, tuple[Formula, dict[str, Formula]]] = {}

    def read(self, fact: str) -> Truth | Measured:
        """A fact, by its id."""
        return self.truth(fact) if self.book.types[fact].kind == "yes_no" else self.amount(fact)

    def truth(self, fact: str) -> Truth:
        """A yes/no fact."""
        if self._is_shared(fact):
            return self._other.truth(fact)
        if fact not in self._truths:
            met, failed = z3.Bool(f"{fact}{self.mark}"), z3.Bool(f"not {fact}{self.mark}")
            self.limits.append(z3.Not(z3.And(met, failed)))
            self._truths[fact] = Truth(met, failed)
        return self._truths[fact]

    def amount(self, fact: str) -> Measured:
        """A number, date or choice."""
        if self._is_shared(fact):
            return self._other.amount(fact)
        if fact not in self._amounts:
            known, value = z3.Bool(f"known {fact}{self.mark}"), z3.Int(f"{fact}{self.mark}")
            definition = self.book.facts[fact]
            if definition.type == "choice":
                codes = sorted(code_of(self.book, choice) for choice in definition.values)
                low, high = codes[0], codes[-1]
                self.limits.append(z3.Or([value == code for code in codes]))
            else:
                low, high = bounds_of(definition)
                self.limits.append(z3.And(value >= low, value <= high))
                self.usual.append(z3.Implies(known, usual(definition, value)))
            self._amounts[fact] = Measured(known, value, low, high)
        return self._amounts[fact]

    def states(self, fact: str, accepted: Collection[str]) -> Truth:
        """Whether a list, or a choice, has one of the values ``accepted``."""
        if self.book.facts[fact].type == "choice":
            choice = self.amount(fact)
            return settled(choice.known, either(*(choice.value == code_of(self.book, value) for value in accepted)))
        known, members = self._listed(fact)
        return settled(known, either(*(members[value] for value in accepted)))

    def _listed(self, fact: str) -> tuple[Formula, dict[str, Formula]]:
        if self._is_shared(fact):
            return self._other._listed(fact)
        if fact not in self._lists:
            values = {value: z3.Bool(f"{fact}={value}{self.mark}") for value in self.book.facts[fact].values}
            self._lists[fact] = (z3.Bool(f"known {fact}{self.mark}"), values)
        return self._lists[fact]

    def _is_shared(self, fact: str) -> bool:
        return self._shared is not None and fact not in self._apart

    @property
    def _other(self) -> RecordVariables:
        assert self._shared is not None
        return self._shared

    def known(self) -> list[Formula]:
        """Of each fact read so far, that it is stated."""
        own = [either(truth.met, truth.failed) for truth in self._truths.values()]
        own += [amount.known for amount in self._amounts.values()]
        return own + [known for known, _ in self._lists.values()]

    def record(self, model: Any) -> dict[str, Any]:
        """The record that ``model`` is: what it states, as engines read it."""

        def holds(formula: Formula) -> bool:
            return bool(z3.is_true(model.eval(formula)))

        found: dict[str, Any] = dict(self._other.record(model)) if self._shared is not None else {}
        for fact, truth in self._truths.items():
            if holds(truth.met) or holds(truth.failed):
                found[fact] = holds(truth.met)
        names = {code: value for value, code in codes_of(self.book).items()}
        for fact, amount in self._amounts.items():
            if holds(amount.known):
                number = model.eval(amount.value, model_completion=True).as_long()
                found[fact] = names[number] if self.book.facts[fact].type == "choice" else number
        for fact, (known, members) in self._lists.items():
            if holds(known):
                found[fact] = frozenset(value for value, member in members.items() if holds(member))
        return {fact: found[fact] for fact in self.book.facts if fact in found}

    def equals(self, record: Mapping[str, Any]) -> list[Formula]:
        """That the facts read so far are as ``record`` states them, and no others."""
        wanted: list[Formula] = []
        for fact, truth in self._truths.items():
            value = record.get(fact)
            wanted += [truth.met if value is True else opposite(truth.met)]
            wanted += [truth.failed if value is False else opposite(truth.failed)]
        for fact, amount in self._amounts.items():
            value = record.get(fact)
            if value is None:
                wanted.append(opposite(amount.known))
            else:
                number = code_of(self.book, value) if isinstance(value, str) else value
                wanted.append(both(amount.known, amount.value == number))
        for fact, (known, members) in self._lists.items():
            value = record.get(fact)
            wanted.append(opposite(known) if value is None else known)
            wanted += [
                member if value is not None and name in value else opposite(member) for name, member in members.items()
            ]
        return wanted


def bounds_of(definition: FactDef, bounds: Bounds | None = None) -> tuple[int, int]:
    """The least and greatest value of a number or date, as engines read it."""
    bounds = bounds or definition.bounds
    if bounds is None:
        return DAYS
    low, high = bounds.min, bounds.max
    if isinstance(low, date) and isinstance(high, date):
        return low.toordinal(), high.toordinal()
    ends = [scaled(end, definition.value_type.scale) for end in (low, high)]  # type: ignore[arg-type]
    return ends[0] or 0, ends[1] or 0


def usual(definition: FactDef, value: Formula) -> Formula:
    """That ``value`` is one that nobody would ask to have confirmed."""
    low, high = bounds_of(definition, definition.undoubted)
    inside = z3.And(value >= low, value <= high)
    nothing = isinstance(definition.plausible, Plausible) and definition.plausible.or_zero
    return z3.Or(inside, value == 0) if nothing else inside
