"""Rules in words: an expression, a period, a figure, as an officer would read them aloud."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ancu.messages import Language, message
from ancu.rulebook import language
from ancu.rulebook.calendar import BEGINNING, FOREVER, Period
from ancu.rulebook.expressions import (
    AddMonths,
    And,
    Arithmetic,
    AsOf,
    AtLeast,
    Case,
    Compare,
    Constant,
    DaysBetween,
    Expr,
    Extreme,
    Fact,
    Gathered,
    Includes,
    Name,
    Not,
    Or,
    Within,
    YearsBetween,
)
from ancu.rulebook.model import ChoiceValue, FactDef, Plausible, Text
from ancu.rulebook.references import PLACEHOLDER
from ancu.rulebook.rulebook import Figure, Rulebook
from ancu.rulebook.types import UNIT_SIGNS, scaled
from ancu.rulebook.values import day_text, format_value

_OPERATORS = {"=": "equal", "<>": "unequal", "<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
_ARITHMETIC = {"+": "plus", "-": "minus", "*": "times"}


def period_text(period: Period, lang: Language) -> str:
    """ "từ 10/10/2025 đến 06/04/2026"."""
    if period.start == BEGINNING and period.end == FOREVER:
        return message("period_always", lang)
    if period.end == FOREVER:
        return message("period_from", lang, start=day_text(period.start, lang))
    if period.start == BEGINNING:
        return message("period_until", lang, end=day_text(period.end, lang))
    return message("period_between", lang, start=day_text(period.start, lang), end=day_text(period.end, lang))


def figure_text(book: Rulebook, name: str, figure: Figure, lang: Language) -> str:
    """The value of a figure with its unit; "chưa rõ" where nobody knows it."""
    if figure.value is None:
        return message("rules_null", lang)
    parameter = book.parameters[name]
    unit = parameter.unit[lang] if parameter.unit is not None else UNIT_SIGNS.get(parameter.type)
    return format_value(figure.value, book.types[name], unit, lang)


def end_text(fact: FactDef, value: bool | int | Decimal | str | date | None, lang: Language) -> str:
    """A value of ``fact`` as the vocabulary writes it, such as an end of its range, as people read it."""
    if value is None:
        return message("rules_null", lang)
    unit = fact.unit[lang] if fact.unit is not None else None
    of = fact.value_type
    if isinstance(value, date):
        held: Any = value.toordinal()
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        held = scaled(value, of.scale)
    else:
        held = value
    return format_value(held, of, unit, lang, fact.values)


def plausible_text(fact: FactDef, plausible: Plausible, lang: Language) -> str:
    """The values of ``fact`` that are not asked about again, and why."""
    low, high = (end_text(fact, end, lang) for end in (plausible.min, plausible.max))
    key = "handbook_plausible_or_zero" if plausible.or_zero else "handbook_plausible"
    return message(key, lang, min=low, max=high, reason=plausible.reason[lang])


@lru_cache(maxsize=1024)
def _parse(text: str) -> Expr:
    # As written, not as typed: the typed tree carries the factors that bring numbers to one scale.
    return language.parse(text)


class Wording:
    """Says rules of ``book`` in ``lang``; titles that quote figures, on a ``day``, with the values they have then."""

    def __init__(self, book: Rulebook, lang: Language, day: date | None = None) -> None:
        self.book, self.lang, self.day = book, lang, day

    def text(self, text: Text) -> str:
        """A text of the rulebook with what it quotes named."""
        return PLACEHOLDER.sub(lambda quoted: self._quoted(quoted[1]), text[self.lang])

    def _quoted(self, name: str) -> str:
        if name in self.book.parameters and self.day is not None:
            figure = self.book.figure_on(name, self.day)
            if figure is not None and figure.value is not None:
                return figure_text(self.book, name, figure, self.lang)
        return f"“{self._lower(self.book.title(name)[self.lang])}”"

    def name(self, name: str) -> str:
        """What a fact, figure, quantity or condition is called."""
        return f"“{self.text(self.book.title(name))}”"

    def rule(self, text: str, of: str | None = None) -> str:
        """A rule as written, in words; ``of``: the fact whose value it gives."""
        return self.say(_parse(text), of=of)

    def say(self, expr: Expr, nested: bool = False, of: str | None = None) -> str:
        """An expression in words; ``nested`` puts a connective in brackets, ``of`` is the fact whose value it gives."""
        match expr:
            case Constant(value):
                return self._constant(value, of)
            case Name(name) | Fact(name):
                return self.name(name)
            case AsOf():
                return self._m("as_of")
            case Not(item):
                return self._m("not", item=self.say(item, nested=True))
            case And(items):
                return self._joined("and", items, nested)
            case Or(items):
                return self._joined("or", items, nested)
            case AtLeast(count, items):
                return self._m("count", count=count, items="; ".join(self.say(item, nested=True) for item in items))
            case Compare(operator, left, right):
                sides = {"left": self._side(left, right), "right": self._side(right, left)}
                return self._m(_OPERATORS[operator], **sides)
            case Within(item, values):
                choices = ", ".join(self._side(value, item) for value in values)
                return self._m("within", item=self.say(item), values=choices)
            case Case(condition, then, otherwise):
                parts = {"then": self.say(then, True, of), "otherwise": self.say(otherwise, True, of)}
                return self._m("case", condition=self.say(condition, nested=True), **parts)
            case Arithmetic(operator, left, right):
                return self._m(_ARITHMETIC[operator], left=self.say(left, True), right=self.say(right, True))
            case Extreme(greater, items):
                key = "greater" if greater else "smaller"
                return self._m(key, items="; ".join(self.say(item, nested=True) for item in items))
            case YearsBetween(start, end):
                return self._m("years_between", start=self.say(start), end=self.say(end))
            case DaysBetween(start, end):
                return self._m("days_between", start=self.say(start), end=self.say(end))
            case AddMonths(start, months):
                return self._m("add_months", start=self.say(start), months=self.say(months))
            case Includes(fact, value):
                return self._m("listed", fact=self.name(fact), value=self._constant(value, fact))
            case Gathered():
                return self._gathered(expr)
        raise AssertionError(expr)

    def _gathered(self, expr: Gathered) -> str:
        """What the members of a household give, said of those who have a role or for whom something is met."""
        people = self.book.people
        assert people is not None
        of_each = Wording(people.person, self.lang, self.day)
        role = people.titles.get(expr.who.id) if isinstance(expr.who, Name) else None
        who = role[self.lang] if role is not None else self._m("members_who", condition=of_each.say(expr.who))
        item = of_each.say(expr.item, nested=True) if expr.item is not None else ""
        return self._m(f"members_{expr.function}", who=who, item=item)

    def _m(self, key: str, **values: object) -> str:
        return message(f"say_{key}", self.lang, **values)

    def _joined(self, key: str, items: tuple[Expr, ...], nested: bool) -> str:
        joined = f" {self._m(key)} ".join(self.say(item, nested=True) for item in items)
        return f"({joined})" if nested else joined

    def _side(self, expr: Expr, other: Expr) -> str:
        """One side of a comparison; a constant takes its unit, or the label of a choice, from the other side."""
        if isinstance(expr, Constant) and isinstance(other, (Name, Fact)):
            return self._constant(expr.value, other.id)
        return self.say(expr, nested=True)

    def _constant(self, value: object, of: str | None) -> str:
        if isinstance(value, bool):
            return self._m("true" if value else "false")
        if of is None:
            return str(value)
        choices: dict[str, ChoiceValue] = self.book.facts[of].values if of in self.book.facts else {}
        return f"“{choices[value][self.lang]}”" if isinstance(value, str) and value in choices else str(value)

    @staticmethod
    def _lower(text: str) -> str:
        return text if text[1:2].isupper() else text[:1].lower() + text[1:]
