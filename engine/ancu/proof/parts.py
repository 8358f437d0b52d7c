"""What a decision is made of, as formulas and as the engine has it: who qualifies, options, amounts, ranks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import z3

from ancu.inference import direct
from ancu.inference.program import Program
from ancu.proof import terms
from ancu.proof.terms import FALSE, MET, Formula, Measured, both, either, opposite
from ancu.proof.translation import Translation
from ancu.rulebook.expressions import Arithmetic, Constant, Expr, Name, Unset
from ancu.rulebook.rulebook import Rulebook
from ancu.rulebook.types import rescale

#: What each option is worth, where the law takes the highest; None where the applicant chooses.
Worths = Mapping[str, Expr] | None


def worths_of(book: Rulebook, program: Program, day: date) -> Worths:
    """Measured times months, in one scale; nothing for a right without a sum."""
    benefit = book.programmes[program.programme].benefit
    if benefit.choose != "highest" or len(benefit.options) < 2:
        return None
    scales = {key: book.types[option.amount].scale for key, option in benefit.options.items() if option.amount}
    worths: dict[str, Expr] = {}
    for key, option in benefit.options.items():
        worth: Expr = program.amounts.get(key, Constant(0))
        if option.months is not None:
            worth = Arithmetic("*", worth, _months(book, program, option.months, day))
        worths[key] = rescale(worth, scales.get(key, 0), max(scales.values(), default=0))
    return worths


def _months(book: Rulebook, program: Program, name: str, day: date) -> Expr:
    if name in program.nodes:
        return Name(name)
    figure = book.figure_on(name, day) if name in book.parameters else None
    return Unset(name) if figure is None or figure.value is None else Constant(figure.value)


class DecisionParts:
    """What a decision is made of, as formulas."""

    def __init__(self, program: Program, translation: Translation, worths: Worths) -> None:
        self.root = translation.truth(program.root)
        whens = program.options.items()
        self.options = {key: translation.truth(when) if when is not None else MET for key, when in whens}
        self.amounts = {key: translation.amount(amount) for key, amount in program.amounts.items()}
        self.ranks = {name: translation.truth(rank) for name, rank in program.ranks.items()}
        self.worths = None if worths is None else {key: translation.amount(worth) for key, worth in worths.items()}

    def differs(self, other: DecisionParts) -> Formula:
        """That a decision comes out otherwise than ``other``."""
        return either(self._beats(other), other._beats(self), both(self.root.met, other.root.met, self._pays(other)))

    def _beats(self, other: DecisionParts) -> Formula:
        granted = [both(when.met, other.options[key].failed) for key, when in self.options.items()]
        ranked = [both(rank.met, other.ranks[name].failed) for name, rank in self.ranks.items()]
        alike = both(self.root.met, other.root.met, either(*granted, *ranked))
        return either(both(self.root.met, other.root.failed), alike)

    def _pays(self, other: DecisionParts) -> Formula:
        pairs = ((self.options[key], amount, other.amounts[key]) for key, amount in self.amounts.items())
        return either(*(both(when.met, _unlike(amount, theirs)) for when, amount, theirs in pairs))

    def taken(self, option: str) -> Formula:
        """That ``option`` is granted: met, and with a choice of the highest the first of those that pay most."""
        if self.worths is None:
            return self.options[option].met
        own, before, beaten = _or_nothing(self.worths[option]), True, []
        for key, worth in self.worths.items():
            if key == option:
                before = False
                continue
            other = _or_nothing(worth)
            beaten.append(both(self.options[key].met, other >= own if before else other > own))
        return both(self.options[option].met, opposite(either(*beaten)))

    def ranked(self, rank: str) -> Formula:
        """That ``rank`` is the first that is met."""
        earlier = list(self.ranks)[: list(self.ranks).index(rank)]
        return both(self.ranks[rank].met, *(opposite(self.ranks[name].met) for name in earlier))


def _or_nothing(amount: Measured) -> Formula:
    return terms.chosen(amount.known, amount.value, z3.IntVal(0))


def _unlike(one: Measured, other: Measured) -> Formula:
    return FALSE if one is other else both(one.known, other.known, one.value != other.value)


class DecisionOutcome:
    """What a decision is made of, as the direct engine has it; mirrors :class:`DecisionParts`."""

    def __init__(self, program: Program, facts: Mapping[str, Any], values: Mapping[str, Any], worths: Worths) -> None:
        def of(expr: Expr | None) -> Any:
            return True if expr is None else direct.closure_of(program, expr)(facts, values)

        self.root = of(program.root)
        self.options = {key: of(when) for key, when in program.options.items()}
        self.amounts = {key: of(amount) for key, amount in program.amounts.items()}
        self.ranks = {name: of(rank) for name, rank in program.ranks.items()}
        self.worths = None if worths is None else {key: of(worth) for key, worth in worths.items()}

    def differs(self, other: DecisionOutcome) -> bool:
        if self.root is None or other.root is None:
            return False
        if self.root is not other.root:
            return True
        if not self.root:
            return False
        turned = [(when, other.options[key]) for key, when in self.options.items()]
        turned += [(rank, other.ranks[name]) for name, rank in self.ranks.items()]
        if any(None not in pair and pair[0] is not pair[1] for pair in turned):
            return True
        paid = ((key, amount, other.amounts[key]) for key, amount in self.amounts.items())
        return any(self.options[key] is True and None not in (a, b) and a != b for key, a, b in paid)

    def takes(self, option: str) -> bool:
        granted = [key for key, outcome in self.options.items() if outcome is True]
        if self.worths is None or option not in granted:
            return option in granted
        worths = self.worths
        return max(granted, key=lambda key: worths[key] or 0) == option

    def ranks_first(self, rank: str) -> bool:
        for name, outcome in self.ranks.items():
            if name == rank:
                return outcome is True
            if outcome is True:
                return False
        return False
