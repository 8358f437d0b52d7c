"""A function in plain Python: True, False, or None for unknown. It names the conditions that carry the outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Truth = bool | None
Facts = Mapping[str, Any]
GROUPS = (
    "merit", "urban_poor", "urban_low_income", "worker", "armed_forces", "official", "returned_official_housing",
    "land_recovered",
)  # fmt: skip


def all_of(*items: Truth) -> Truth:
    if False in items:
        return False
    return None if None in items else True


def any_of(*items: Truth) -> Truth:
    if True in items:
        return True
    return None if None in items else False


def negated(item: Truth) -> Truth:
    return None if item is None else not item


def compare(left: Any, right: Any, holds: Any) -> Truth:
    return None if left is None or right is None else holds(left, right)


def either(condition: Truth, then: Truth, otherwise: Truth) -> Truth:
    if condition is None:
        return then if then == otherwise else None
    return then if condition else otherwise


def one_of(value: Any, *choices: str) -> Truth:
    return None if value is None else value in choices


def leaves(f: Facts) -> dict[str, Truth]:
    """The conditions that read facts, by name."""
    get = f.get
    stated = get("housing_law_groups")
    named = None if stated is None else set(stated.split(";"))
    work, poverty, area = get("employment"), get("poverty_certificate"), get("area_type")
    married = one_of(get("marital_status"), "married")
    net, spouse, colonel = get("net_income"), get("spouse_net_income"), get("colonel_total_income")
    together = None if net is None or spouse is None else net + spouse
    residents, owned = get("owned_home_residents"), get("owned_home_area")
    local = one_of(get("province"), "bac_ninh")
    least, most = (20, 10) if local else (None, None)
    found: dict[str, Truth] = {f"states_{group}": None if named is None else group in named for group in GROUPS}
    found |= {
        "merit_recognised": get("merit_recognised"),
        "merit_suspended": get("merit_suspended"),
        "has_category": negated(one_of(get("merit_category"), "none")),
        "alive": get("merit_person_alive"),
        "martyr_relative": one_of(get("martyr_relation"), "parent", "spouse", "child", "fosterer"),
        "poor_or_near_poor": one_of(poverty, "poor", "near_poor"),
        "urban": one_of(area, "urban"),
        "odd_jobs": one_of(work, "household_business", "retired", "other"),
        "worker": one_of(work, "worker"),
        "forces": one_of(work, "armed_forces"),
        "official": one_of(work, "official"),
        "had_forces_housing": get("benefited_armed_forces_housing"),
        "returned": get("returned_official_home"),
        "returned_for_violation": get("official_home_recovered_for_violation"),
        "no_home_after_return": get("no_home_after_return"),
        "cleared": get("land_recovered_home_demolished"),
        "compensated": get("compensated_in_kind"),
        "in_official_home": get("lives_in_official_housing"),
        "married": married,
        "named": get("named_on_certificate"),
        "home_named": get("home_on_certificate"),
        "spouse_named": get("spouse_named_on_certificate"),
        "spouse_home_named": get("spouse_home_on_certificate"),
        "owns": get("owns_home"),
        "small": compare(owned, None if residents is None else 15 * residents, lambda a, b: a < b),
        "bought": get("bought_social_housing"),
        "spouse_bought": get("spouse_bought_social_housing"),
        "supported": get("received_housing_support"),
        "far_rule": local,
        "far": compare(get("home_to_work_distance"), least, lambda a, b: a >= b),
        "near_project": compare(get("work_to_project_distance"), most, lambda a, b: a <= b),
        "own_within_couple": compare(net, 50_000_000, lambda a, b: a <= b),
        "couple_within": compare(together, 50_000_000, lambda a, b: a <= b),
        "parent_within": compare(net, 35_000_000, lambda a, b: a <= b),
        "single_within": compare(net, 25_000_000, lambda a, b: a <= b),
        "parent": get("raising_minor_child"),
        "spouse_forces": get("spouse_in_armed_forces"),
        "forces_couple": compare(together, None if colonel is None else 2 * colonel, lambda a, b: a <= b),
        "forces_mixed": compare(together, None if colonel is None else colonel + 25_000_000, lambda a, b: a <= b),
        "forces_single": compare(net, colonel, lambda a, b: a <= b),
        "elsewhere": get("registered_at_another_project"),
        "renting": get("renting_social_housing"),
        "project_sells": one_of(get("project_funding"), "developer", "public"),
    }
    return found


def conditions(leaf: Mapping[str, Truth]) -> dict[str, Truth]:
    """The conditions at the top, from the leaves."""

    def group(name: str, derived: Truth) -> Truth:
        stated = leaf[f"states_{name}"]
        return derived if stated is None else stated

    married = leaf["married"]
    alive = all_of(leaf["has_category"], leaf["has_category"], leaf["alive"])
    person = any_of(alive, leaf["martyr_relative"])
    merit = group("merit", all_of(leaf["merit_recognised"], negated(leaf["merit_suspended"]), person))
    urban_poor = group("urban_poor", all_of(leaf["poor_or_near_poor"], leaf["urban"]))
    low_income = group("urban_low_income", all_of(leaf["odd_jobs"], leaf["urban"]))
    worker = group("worker", leaf["worker"])
    forces = all_of(group("armed_forces", leaf["forces"]), negated(leaf["had_forces_housing"]))
    official = group("official", leaf["official"])
    violation = all_of(leaf["returned"], leaf["returned_for_violation"])
    returned_homeless = all_of(leaf["returned"], leaf["no_home_after_return"])
    returned = group("returned_official_housing", all_of(leaf["returned"], negated(violation), returned_homeless))
    in_kind = all_of(leaf["cleared"], leaf["compensated"])
    cleared = group("land_recovered", all_of(leaf["cleared"], negated(in_kind)))

    own_home = all_of(leaf["named"], leaf["home_named"])
    spouse_home = all_of(married, leaf["spouse_named"], leaf["spouse_home_named"])
    lacks_home = any_of(all_of(negated(own_home), negated(spouse_home)), all_of(leaf["owns"], leaf["small"]))
    never_bought = all_of(negated(leaf["bought"]), negated(all_of(married, leaf["spouse_bought"])))
    ordinary = all_of(lacks_home, never_bought, negated(leaf["supported"]))
    far = all_of(leaf["far_rule"], leaf["owns"], leaf["far"], leaf["near_project"], negated(leaf["bought"]))

    single_cap = either(leaf["parent"], leaf["parent_within"], leaf["single_within"])
    within = either(married, all_of(leaf["own_within_couple"], leaf["couple_within"]), single_cap)
    couple = either(all_of(married, leaf["spouse_forces"]), leaf["forces_couple"], leaf["forces_mixed"])
    forces_within = either(married, couple, leaf["forces_single"])
    return {
        "buying_subject": any_of(merit, urban_poor, low_income, worker, forces, official, returned, cleared),
        "housing_condition": all_of(negated(leaf["in_official_home"]), any_of(ordinary, far)),
        "income_condition": any_of(
            merit,
            returned,
            cleared,
            all_of(urban_poor, leaf["poor_or_near_poor"]),
            all_of(any_of(low_income, worker, official), within),
            all_of(forces, forces_within),
        ),
        "one_application": negated(leaf["elsewhere"]),
        "not_tenant_elsewhere": negated(leaf["renting"]),
        "project": leaf["project_sells"],
    }


def conclude(found: Mapping[str, Truth]) -> tuple[str, list[str]]:
    """The status, and the conditions at the top that carry it."""
    outcome = all_of(*found.values())
    status = "undetermined" if outcome is None else "eligible" if outcome else "ineligible"
    return status, [name for name, value in found.items() if value is outcome]


def judge(f: Facts) -> tuple[str, list[str]]:
    """The status of one household and the conditions that carry it."""
    return conclude(conditions(leaves(f)))


def prepare(rows: Sequence[Facts]) -> Sequence[Facts]:
    """Nothing to prepare: it reads rows as they are."""
    return rows


def statuses(rows: Sequence[Facts]) -> list[str]:
    """The statuses of ``rows``, the reasons made and dropped."""
    return [judge(row)[0] for row in rows]
