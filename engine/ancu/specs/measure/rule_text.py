"""Expressions in the rule language, as they stand in the name of a mutant."""

from __future__ import annotations

from typing import Any

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
    Extreme,
    Fact,
    Name,
    Not,
    Or,
    Within,
    YearsBetween,
)


def rule_text(expr: Any) -> str:
    """An expression in the rule language, as short as it can be and still be told apart."""
    match expr:
        case Constant(bool() as value):
            return "true" if value else "false"
        case Constant(str() as value):
            return f"'{value}'"
        case Constant(value):
            return str(value)
        case Name(name) | Fact(name):
            return name
        case AsOf():
            return "as_of"
        case Not(item):
            return f"not {rule_text(item)}"
        case And(items):
            return "(" + " and ".join(map(rule_text, items)) + ")"
        case Or(items):
            return "(" + " or ".join(map(rule_text, items)) + ")"
        case AtLeast(count, items):
            return f"at_least({count}, {', '.join(map(rule_text, items))})"
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"{rule_text(left)} {operator} {rule_text(right)}"
        case Within(item, values):
            return f"{rule_text(item)} in ({', '.join(map(rule_text, values))})"
        case Case(condition, then, otherwise):
            return f"case when {rule_text(condition)} then {rule_text(then)} else {rule_text(otherwise)} end"
        case Extreme(greater, items):
            return f"{'greater_of' if greater else 'smaller_of'}({', '.join(map(rule_text, items))})"
        case YearsBetween(start, end):
            return f"years_between({rule_text(start)}, {rule_text(end)})"
        case DaysBetween(start, end):
            return f"days_between({rule_text(start)}, {rule_text(end)})"
        case AddMonths(start, months):
            return f"add_months({rule_text(start)}, {rule_text(months)})"
        case _:
            return str(expr)
