"""durable-rules as its documentation shows it: ``durable.lang``, the stock host, a household's facts asserted and
retracted in one or two parts. Two rules a condition that reads facts, since "not met" and "unknown" are not the same;
what lies above these leaves is put together in Python, as such nesting exceeds what a rule takes. Differences are
worked out before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from durable.lang import assert_fact, m, retract_fact, ruleset, when_all

from others.plain_python import GROUPS, caps_of, conclude, conditions, states

RULESET = "social_housing_purchase"
_YES_NO = {
    "merit_recognised": "merit_recognised",
    "merit_suspended": "merit_suspended",
    "relative_suspended": "relative_suspended",
    "applicant_has_merit": "applicant_has_merit",
    "alive": "merit_person_alive",
    "had_forces_housing": "benefited_armed_forces_housing",
    "bought_forces": "bought_armed_forces_housing",
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
    "lease_purchases": "lease_purchases_this_unit",
    "supported": "received_housing_support",
    "gift": "received_gift_house",
    "decision_22": "supported_by_decision_22",
    "any_programme": "supported_by_any_programme",
    "other_programme": "supported_by_other_programme",
    "minority_programme": "supported_by_minority_programme",
    "poverty_programme": "supported_by_poverty_programme",
    "merit_policy": "supported_by_merit_policy",
    "parent": "raising_minor_child",
    "spouse_forces": "spouse_in_armed_forces",
    "elsewhere": "registered_at_another_project",
    "renting": "renting_social_housing",
    "lives_in_unit": "buys_unit_lived_in",
    "citizen": "vietnamese_citizen",
    **{f"states_{group}": f"states_{group}" for group in GROUPS},
}
_CHOICES = {
    "no_category": ("merit_category", ("none",)),
    "no_relation": ("martyr_relation", ("none",)),
    "martyr_relative": ("martyr_relation", ("parent", "spouse", "child", "fosterer")),
    "poor_or_near_poor": ("poverty_certificate", ("poor", "near_poor")),
    "urban": ("area_type", ("urban",)),
    "rural": ("area_type", ("rural",)),
    "odd_jobs": ("employment", ("household_business", "retired", "other")),
    "worker": ("employment", ("worker",)),
    "forces": ("employment", ("armed_forces",)),
    "official": ("employment", ("official",)),
    "married": ("marital_status", ("married",)),
    "unmarried": ("marital_status", ("single", "certified_single")),
    "local": ("province", ("bac_giang", "bac_ninh")),
    "project_sells": ("project_funding", ("developer", "public")),
}
#: Met when the difference is not negative.
_MARGINS = (
    "small", "far", "near_project", "own_within_couple", "couple_within", "parent_within", "single_within",
    "spouse_within_couple", "forces_couple", "forces_mixed", "forces_single", "month_couple", "month_mixed",
    "month_single", "two_children", "same_forces_caps",
)  # fmt: skip

#: What one fact holds: durable-rules refuses one of more than some sixty properties.
_MOST = 40

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
        items = list(message.items())
        for part, start in enumerate(range(0, len(items), _MOST)):
            fact = {**dict(items[start : start + _MOST]), "id": f"{self.number}-{part}", "sid": "1", "case": True}
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
        message |= {f"states_{group}": states(group, set(named)) for group in GROUPS}
    net, spouse, colonel = row.get("net_income"), row.get("spouse_net_income"), row.get("colonel_total_income")
    area, people = row.get("owned_home_area"), row.get("owned_home_residents")
    if area is not None and people is not None:
        message["small"] = 1500 * people - _hundredths(area) - 1
    if (children := row.get("natural_children")) is not None:
        message["two_children"] = int(children) - 2
    if row.get("province") in ("bac_giang", "bac_ninh"):
        if (far := row.get("home_to_work_distance")) is not None:
            message["far"] = _hundredths(far) - 2000
        if (near := row.get("work_to_project_distance")) is not None:
            message["near_project"] = 1000 - _hundredths(near)
    single_cap, parent_cap, couple_cap = caps_of(row.get("province"))
    if couple_cap is not None and spouse is not None:
        message["spouse_within_couple"] = couple_cap - spouse
        if net is not None:
            message["couple_within"] = couple_cap - net - spouse
    if colonel is not None:
        message["same_forces_caps"] = -abs(colonel - 25_000_000)
        if (highest := row.get("highest_monthly_income")) is not None:
            message["month_couple"] = 2 * colonel - highest
            message["month_mixed"] = colonel + 25_000_000 - highest
            message["month_single"] = colonel - highest
    if net is not None:
        if single_cap is not None and parent_cap is not None and couple_cap is not None:
            message["own_within_couple"] = couple_cap - net
            message["parent_within"] = parent_cap - net
            message["single_within"] = single_cap - net
        if colonel is not None:
            message["forces_single"] = colonel - net
            if spouse is not None:
                message["forces_couple"] = 2 * colonel - net - spouse
                message["forces_mixed"] = colonel + 25_000_000 - net - spouse
    return message


def _hundredths(value: Decimal | int) -> int:
    return int(value * 100)
