"""A JSON decision model for the ZEN engine. It has no unknown, so truth is 0 (no), 1 (unknown) or 2 (yes) here:
"and" is the least, "or" the greatest, "not" is two less."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import zen

KEY = "social_housing_purchase"


def _fact(name: str) -> str:
    return f"{name} == null ? 1 : ({name} ? 2 : 0)"


def _in(name: str, *choices: str) -> str:
    listed = ", ".join(f"'{choice}'" for choice in choices)
    return f"{name} == null ? 1 : ({name} in [{listed}] ? 2 : 0)"


def _compare(left: str, sign: str, right: str, *reads: str) -> str:
    missing = " or ".join(f"{name} == null" for name in reads)
    return f"({missing}) ? 1 : ({left} {sign} {right} ? 2 : 0)"


def _and(*names: str) -> str:
    return "min([" + ", ".join(names) + "])"


def _or(*names: str) -> str:
    return "max([" + ", ".join(names) + "])"


def _not(name: str) -> str:
    return f"2 - {name}"


def _either(condition: str, then: str, otherwise: str) -> str:
    same = f"({then} == {otherwise} ? {then} : 1)"
    return f"{condition} == 2 ? {then} : ({condition} == 0 ? {otherwise} : {same})"


def _group(name: str, derived: str, other: str = "") -> str:
    named = f"'{name}' in groups" + (f" or '{other}' in groups" if other else "")
    return f"groups == null ? {derived} : (({named}) ? 2 : 0)"


def _known(name: str, implied: str) -> str:
    """The fact; where it is not known, what others imply."""
    return f"{name} == null ? ({implied}) : ({name} ? 2 : 0)"


def _capped(income: str, cap: int, *reads: str) -> str:
    return _compare(f"100 * ({income})", "<=", f"{cap} * coefficient", "coefficient", *reads)


_LOCAL = "province in ['bac_giang', 'bac_ninh']"

_FIGURES = {
    "coefficient": "province == null ? null : (province in ['hai_phong', 'hai_duong'] ? 116 : 100)",
    "either_forces_cap": "colonel_total_income == 25000000 ? 50000000 : null",
    "far_distance": f"{_LOCAL} ? 20 : null",
    "near_distance": f"{_LOCAL} ? 10 : null",
}

_READ = {
    "married": _in("marital_status", "married"),
    "recognised": _known("merit_recognised", "merit_category == 'none' and martyr_relation == 'none' ? 0 : 1"),
    "own_merit": _known("applicant_has_merit", "merit_category == 'none' and martyr_relation == 'none' ? 0 : 1"),
    "suspended": _fact("merit_suspended"),
    "relation_suspended": _fact("relative_suspended"),
    "has_category": "merit_category == null ? 1 : (merit_category != 'none' ? 2 : 0)",
    "alive": _fact("merit_person_alive"),
    "martyr_relative": _in("martyr_relation", "parent", "spouse", "child", "fosterer"),
    "poor_or_near_poor": _in("poverty_certificate", "poor", "near_poor"),
    "urban": _in("area_type", "urban"),
    "rural": _in("area_type", "rural"),
    "children": _compare("natural_children", ">=", "2", "natural_children"),
    "rural_may_buy": f"{_LOCAL} ? 0 : 1",
    "odd_jobs": _in("employment", "household_business", "retired", "other"),
    "works": _in("employment", "worker"),
    "serves": _in("employment", "armed_forces"),
    "employed_by_state": _in("employment", "official"),
    "had_forces_housing": _known("benefited_armed_forces_housing", "bought_armed_forces_housing == true ? 2 : 1"),
    "returned_home": _fact("returned_official_home"),
    "violation": _fact("official_home_recovered_for_violation"),
    "homeless_after": _fact("no_home_after_return"),
    "land_taken": _fact("land_recovered_home_demolished"),
    "in_kind": _fact("compensated_in_kind"),
    "in_official_home": _fact("lives_in_official_housing"),
    "named": _known("named_on_certificate", "home_on_certificate == true ? 2 : 1"),
    "home_named": _fact("home_on_certificate"),
    "spouse_named": _known("spouse_named_on_certificate", "spouse_home_on_certificate == true ? 2 : 1"),
    "spouse_home_named": _fact("spouse_home_on_certificate"),
    "owns": _known("owns_home", "home_on_certificate == true or spouse_home_on_certificate == true ? 2 : 1"),
    "small": _compare("owned_home_area", "<", "15 * owned_home_residents", "owned_home_area", "owned_home_residents"),
    "bought": _known("bought_social_housing", "lease_purchases_this_unit == true ? 2 : 1"),
    "bought_forces": _known(
        "bought_armed_forces_housing",
        "bought_social_housing == false and (marital_status in ['single', 'certified_single']"
        " or spouse_bought_social_housing == false) ? 0 : 1",
    ),
    "spouse_bought": _fact("spouse_bought_social_housing"),
    "supported": _known(
        "received_housing_support",
        "received_gift_house == true or supported_by_decision_22 == true or supported_by_any_programme == true"
        " or supported_by_other_programme == true or supported_by_minority_programme == true"
        " or supported_by_poverty_programme == true or supported_by_merit_policy == true"
        " or bought_armed_forces_housing == true ? 2 : 1",
    ),
    "gift": _fact("received_gift_house"),
    "far_rule": f"{_LOCAL} ? 2 : 1",
    "far": _compare("home_to_work_distance", ">=", "far_distance", "home_to_work_distance", "far_distance"),
    "near": _compare("work_to_project_distance", "<=", "near_distance", "work_to_project_distance", "near_distance"),
    "own_within_couple": _capped("net_income", 50_000_000, "net_income"),
    "spouse_within_couple": _capped("spouse_net_income", 50_000_000, "spouse_net_income"),
    "couple_within": _capped("net_income + spouse_net_income", 50_000_000, "net_income", "spouse_net_income"),
    "parent_within": _capped("net_income", 35_000_000, "net_income"),
    "single_within": _capped("net_income", 25_000_000, "net_income"),
    "parent": _fact("raising_minor_child"),
    "spouse_forces": _fact("spouse_in_armed_forces"),
    "forces_couple": _compare(
        "net_income + spouse_net_income", "<=", "2 * colonel_total_income",
        "net_income", "spouse_net_income", "colonel_total_income",
    ),
    "forces_mixed": _compare(
        "net_income + spouse_net_income", "<=", "colonel_total_income + 25000000",
        "net_income", "spouse_net_income", "colonel_total_income",
    ),
    "forces_single": _compare("net_income", "<=", "colonel_total_income", "net_income", "colonel_total_income"),
    "month_couple": _compare(
        "highest_monthly_income", "<=", "2 * colonel_total_income", "highest_monthly_income", "colonel_total_income"
    ),
    "month_mixed": _compare(
        "highest_monthly_income", "<=", "colonel_total_income + 25000000",
        "highest_monthly_income", "colonel_total_income",
    ),
    "month_single": _compare(
        "highest_monthly_income", "<=", "colonel_total_income", "highest_monthly_income", "colonel_total_income"
    ),
    "month_unsure": _compare(
        "highest_monthly_income", "<=", "either_forces_cap", "highest_monthly_income", "either_forces_cap"
    ),
    "elsewhere": _fact("registered_at_another_project"),
    "renting": _fact("renting_social_housing"),
    "lives_in_unit": _fact("buys_unit_lived_in"),
    "citizen": _known("vietnamese_citizen", "2"),
    "project": _in("project_funding", "developer", "public"),
}  # fmt: skip

_GROUPS = {
    "merit": _group(
        "merit",
        _and(
            "recognised",
            _or(
                _and("has_category", "alive", _not("suspended")),
                _and(
                    "martyr_relative",
                    _or(
                        _not("suspended"),
                        _and("has_category", _not(_and("has_category", "martyr_relative", "relation_suspended"))),
                    ),
                ),
            ),
            "own_merit",
        ),
    ),
    "rural_poor": "min([("
    + _group("rural_poor", _and("poor_or_near_poor", "rural"), "rural_poor_disaster")
    + "), rural_may_buy])",
    "two_children": _group("two_children", "children"),
    "urban_poor": _group("urban_poor", _and("poor_or_near_poor", "urban")),
    "low_income": _group("urban_low_income", _and("odd_jobs", "urban")),
    "worker": _group("worker", "works"),
    "forces": f"min([({_group('armed_forces', 'serves')}), 2 - had_forces_housing])",
    "official": _group("official", "employed_by_state"),
    "returned": _group(
        "returned_official_housing",
        _and("returned_home", _not(_and("returned_home", "violation")), _and("returned_home", "homeless_after")),
    ),
    "cleared": _group("land_recovered", _and("land_taken", _not(_and("land_taken", "in_kind")))),
}

_PARTS = {
    "homeless": _and(_not(_and("named", "home_named")), _not(_and("married", "spouse_named", "spouse_home_named"))),
    "small_home": _and("owns", "small"),
    "had_none": _and(_not("bought"), _not("bought_forces")),
    "spouse_never_bought": _not(_and("married", "spouse_bought")),
    "far_home": _and("far_rule", "owns", "far", "near"),
    "couple_cap": _and("own_within_couple", "spouse_within_couple", "couple_within"),
    "single_cap": _either("parent", "parent_within", "single_within"),
    "forces_spouse": _and("married", "spouse_forces"),
}

_CAPS = {
    "ordinary_case": _and(_or("homeless", "small_home"), "had_none", "spouse_never_bought", _not("supported")),
    "far_case": _and(_or("far_home", _and("homeless", "far")), "had_none"),
    "month_within": (
        "married == 1 ? 1 : (married == 0 ? month_single : "
        "(forces_spouse == 2 ? month_couple : (forces_spouse == 0 ? month_mixed : month_unsure)))"
    ),
    "within_cap": _either("married", "couple_cap", "single_cap"),
    "forces_couple_cap": _either("forces_spouse", "forces_couple", "forces_mixed"),
}

_TOP = {
    "forces_within": _either("married", "forces_couple_cap", "forces_single"),
    "buying_subject": _or(
        "merit", "urban_poor", "low_income", "worker", "forces", "official", "returned", "cleared", "two_children",
        "rural_poor",
    ),
    "housing_condition": _and(_not("in_official_home"), _or("ordinary_case", "far_case")),
    "income_condition": _or(
        "merit", "returned", "cleared", "two_children", _and("urban_poor", "poor_or_near_poor"),
        _and(_or("low_income", "worker", "official"), "within_cap"), _and("forces", "$.forces_within", "month_within"),
        _and("rural_poor", "poor_or_near_poor", _not("gift")),
    ),
    "one_application": _not("elsewhere"),
    "not_tenant_elsewhere": _or(_not("renting"), "lives_in_unit"),
    "vietnamese_applicant": "citizen",
}  # fmt: skip

TOP = (
    "buying_subject", "housing_condition", "income_condition", "one_application", "not_tenant_elsewhere",
    "vietnamese_applicant", "project",
)  # fmt: skip


def model() -> dict[str, Any]:
    """The decision: facts read, groups, parts, conditions, and a table that gives the status."""
    layers = [
        ("Figures", _FIGURES), ("Read", _READ), ("Groups", _GROUPS), ("Parts", _PARTS), ("Caps", _CAPS),
        ("Conditions", _TOP),
    ]  # fmt: skip
    layers.append(("Outcome", {"outcome": _and(*TOP)}))
    nodes: list[dict[str, Any]] = [{"id": "in", "type": "inputNode", "name": "Household", "content": {}}]
    for name, expressions in layers:
        listed = [{"id": f"{name}-{key}", "key": key, "value": value} for key, value in expressions.items()]
        content = {"expressions": listed, "passThrough": True, "inputField": None, "outputPath": None}
        nodes.append({"id": name, "type": "expressionNode", "name": name, "content": content})
    table = {
        "hitPolicy": "first",
        "passThrough": False,
        "inputs": [{"id": "i", "name": "Outcome", "field": "outcome"}],
        "outputs": [{"id": "o", "name": "Status", "field": "status"}],
        "rules": [
            {"_id": "yes", "i": "2", "o": "'eligible'"},
            {"_id": "no", "i": "0", "o": "'ineligible'"},
            {"_id": "unknown", "i": "1", "o": "'undetermined'"},
        ],
    }
    nodes.append({"id": "table", "type": "decisionTableNode", "name": "Status", "content": table})
    nodes.append({"id": "out", "type": "outputNode", "name": "Decision", "content": {}})
    steps = [node["id"] for node in nodes]
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in pairwise(steps)]
    for node in nodes:
        node["position"] = {"x": 0, "y": 0}
    return {"nodes": nodes, "edges": edges}


class Zen:
    """The engine with the decision in a static loader."""

    def __init__(self) -> None:
        self.engine = zen.ZenEngine({"loader": {"type": "static", "content": {KEY: model()}}})

    def prepare(self, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Rows as JSON could carry them."""
        return [_plain(row) for row in rows]

    def statuses(self, rows: Sequence[dict[str, Any]]) -> list[str]:
        """The statuses, nothing traced."""
        evaluate = self.engine.evaluate
        return [evaluate(KEY, row)["result"]["status"] for row in rows]

    def statuses_batch(self, rows: Sequence[dict[str, Any]]) -> list[str]:
        """The statuses by the engine's own batch call."""
        found = self.engine.evaluate_batch([{"key": KEY, "context": row} for row in rows])
        return [one["data"]["result"]["status"] for one in found]

    def traced(self, rows: Sequence[dict[str, Any]]) -> list[tuple[str, list[str]]]:
        """The statuses with the conditions that carry them, read off the trace."""
        return [self._explained(row) for row in rows]

    def _explained(self, row: dict[str, Any]) -> tuple[str, list[str]]:
        answer = self.engine.evaluate(KEY, row, {"trace": True})
        found = answer["trace"]["Outcome"]["output"]
        return answer["result"]["status"], [name for name in TOP if found[name] == found["outcome"]]


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    plain = {
        name: float(value) if isinstance(value, Decimal) else value
        for name, value in row.items()
        if not isinstance(value, date)  # which JSON has not, and the decision does not read
    }
    if (groups := plain.get("housing_law_groups")) is not None:
        plain["groups"] = groups.split(";")
    return plain
