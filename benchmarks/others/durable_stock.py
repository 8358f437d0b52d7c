"""durable-rules as its documentation shows it: ``durable.lang``, the stock host, a fact asserted and retracted a
household. Two rules a condition that reads facts, since "not met" and "unknown" are not the same; what lies above
these leaves is put together in Python, as such nesting exceeds what a rule takes. Differences are worked out before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from durable.lang import assert_fact, m, retract_fact, ruleset, when_all

from others.plain_python import GROUPS, conclude, conditions

RULESET = "social_housing_purchase"
_YES_NO = {
    "merit_recognised": "merit_recognised",
    "merit_suspended": "merit_suspended",
    "alive": "merit_person_alive",
    "had_forces_housing": "benefited_armed_forces_housing",
    "returned": "returned_official_home",
    "returned_for_violation": "official_home_recovered_for_violation",
    "no_home_after_return": "no_home_after_return",
    "cleared": "land_recovered_home_demolished",
    "compensated": "compensated_in_kind",
    "in_official_home": "lives_in_official_housing",
    "named": "named_on_certificate",
    "home_named": "home_on_certificate",
    "spouse_named": "spouse_named_on_certificate",
    "spouse_home_named": "spouse_home_on_certificate",
    "owns": "owns_home",
    "bought": "bought_social_housing",
    "spouse_bought": "spouse_bought_social_housing",
    "supported": "received_housing_support",
    "parent": "raising_minor_child",
    "spouse_forces": "spouse_in_armed_forces",
    "elsewhere": "registered_at_another_project",
    "renting": "renting_social_housing",
    **{f"states_{group}": f"states_{group}" for group in GROUPS},
}
_CHOICES = {
    "no_category": ("merit_category", ("none",)),
    "martyr_relative": ("martyr_relation", ("parent", "spouse", "child", "fosterer")),
    "poor_or_near_poor": ("poverty_certificate", ("poor", "near_poor")),
    "urban": ("area_type", ("urban",)),
    "odd_jobs": ("employment", ("household_business", "retired", "other")),
    "worker": ("employment", ("worker",)),
    "forces": ("employment", ("armed_forces",)),
    "official": ("employment", ("official",)),
    "married": ("marital_status", ("married",)),
    "far_rule": ("province", ("bac_ninh",)),
    "project_sells": ("project_funding", ("developer", "public")),
}
#: Met when the difference is not negative.
_MARGINS = (
    "small", "far", "near_project", "own_within_couple", "couple_within", "parent_within", "single_within",
    "forces_couple", "forces_mixed", "forces_single",
)  # fmt: skip

_found: dict[str, bool | None] = {}


def _record(name: str, value: bool) -> Callable[[Any], None]:
    def action(c: Any) -> None:
        _found[name] = value

    return action


def _any_of(field: str, choices: Sequence[str]) -> Any:
    expression = getattr(m, field) == choices[0]
    for choice in choices[1:]:
        expression = expression | (getattr(m, field) == choice)
    return expression


def _none_of(field: str, choices: Sequence[str]) -> Any:
    expression = getattr(m, field) != choices[0]
    for choice in choices[1:]:
        expression = expression & (getattr(m, field) != choice)
    return expression


def _define() -> None:
    with ruleset(RULESET):
        when_all(m.case == True)(_record("case", True))  # noqa: E712
        for name, field in _YES_NO.items():
            when_all(getattr(m, field) == True)(_record(name, True))  # noqa: E712
            when_all(getattr(m, field) == False)(_record(name, False))  # noqa: E712
        for name, (field, choices) in _CHOICES.items():
            when_all(_any_of(field, choices))(_record(name, True))
            when_all(_none_of(field, choices))(_record(name, False))
        for name in _MARGINS:
            when_all(getattr(m, name) >= 0)(_record(name, True))
            when_all(getattr(m, name) < 0)(_record(name, False))


class DurableStock:
    """The ruleset; the process has one, for ``durable.lang`` keeps its rulesets for good."""

    defined = False

    def __init__(self) -> None:
        if not DurableStock.defined:
            _define()
            DurableStock.defined = True
        self.number = 0

    def prepare(self, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Rows as messages: typed, with the differences that its rules compare with nothing."""
        return [_message(row) for row in rows]

    def statuses(self, messages: Sequence[dict[str, Any]]) -> list[str]:
        """The statuses, one household at a time."""
        return [self._judge(message) for message in messages]

    def _judge(self, message: dict[str, Any]) -> str:
        _found.clear()
        _found.update(dict.fromkeys((*_YES_NO, *_CHOICES, *_MARGINS)))
        self.number += 1
        fact = {**message, "id": self.number, "sid": "1", "case": True}
        assert_fact(RULESET, fact)
        retract_fact(RULESET, fact)
        no_category = _found["no_category"]
        _found["has_category"] = None if no_category is None else not no_category
        return conclude(conditions(_found))[0]


def _message(row: Mapping[str, Any]) -> dict[str, Any]:
    read = {*_YES_NO.values(), *(field for field, _ in _CHOICES.values())}
    message: dict[str, Any] = {name: value for name, value in row.items() if name in read}
    if (stated := row.get("housing_law_groups")) is not None:
        named = stated.split(";")
        message |= {f"states_{group}": group in named for group in GROUPS}
    net, spouse, colonel = row.get("net_income"), row.get("spouse_net_income"), row.get("colonel_total_income")
    area, people = row.get("owned_home_area"), row.get("owned_home_residents")
    if area is not None and people is not None:
        message["small"] = 1500 * people - _hundredths(area) - 1
    if row.get("province") == "bac_ninh":
        if (far := row.get("home_to_work_distance")) is not None:
            message["far"] = _hundredths(far) - 2000
        if (near := row.get("work_to_project_distance")) is not None:
            message["near_project"] = 1000 - _hundredths(near)
    if net is not None:
        message |= {
            "own_within_couple": 50_000_000 - net,
            "parent_within": 35_000_000 - net,
            "single_within": 25_000_000 - net,
        }
        if spouse is not None:
            message["couple_within"] = 50_000_000 - net - spouse
        if colonel is not None:
            message["forces_single"] = colonel - net
            if spouse is not None:
                message["forces_couple"] = 2 * colonel - net - spouse
                message["forces_mixed"] = colonel + 25_000_000 - net - spouse
    return message


def _hundredths(value: Decimal | int) -> int:
    return int(value * 100)
