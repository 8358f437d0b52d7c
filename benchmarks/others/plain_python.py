"""A function in plain Python: True, False, or None for unknown. It names the conditions that carry the outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Truth = bool | None
Facts = Mapping[str, Any]
GROUPS = (
    "merit", "urban_poor", "rural_poor", "urban_low_income", "worker", "armed_forces", "official",
    "returned_official_housing", "land_recovered", "two_children",
)  # fmt: skip
#: The groups under which a list may state one of them, where there are more than its own.
STATED_AS = {"rural_poor": ("rural_poor", "rural_poor_disaster")}


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


def known(fact: Truth, implied: Truth) -> Truth:
    """The fact; where it is not known, what others imply."""
    return implied if fact is None else fact


def if_met(condition: Truth, value: bool) -> Truth:
    return value if condition is True else None


def states(group: str, named: set[str]) -> bool:
    return not named.isdisjoint(STATED_AS.get(group, (group,)))


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
    province, highest = get("province"), get("highest_monthly_income")
    local = one_of(province, "bac_giang", "bac_ninh")
    least, most = (20, 10) if local else (None, None)
    single_cap, parent_cap, couple_cap = caps_of(province)
    twice, mixed = (None, None) if colonel is None else (2 * colonel, colonel + 25_000_000)
    found: dict[str, Truth] = {f"states_{group}": None if named is None else states(group, named) for group in GROUPS}
    found |= {
        "merit_recognised": get("merit_recognised"),
        "merit_suspended": get("merit_suspended"),
        "relative_suspended": get("relative_suspended"),
        "applicant_has_merit": get("applicant_has_merit"),
        "has_category": negated(one_of(get("merit_category"), "none")),
        "no_relation": one_of(get("martyr_relation"), "none"),
        "alive": get("merit_person_alive"),
        "martyr_relative": one_of(get("martyr_relation"), "parent", "spouse", "child", "fosterer"),
        "poor_or_near_poor": one_of(poverty, "poor", "near_poor"),
        "urban": one_of(area, "urban"),
        "rural": one_of(area, "rural"),
        "two_children": compare(get("natural_children"), 2, lambda a, b: a >= b),
        "odd_jobs": one_of(work, "household_business", "retired", "other"),
        "worker": one_of(work, "worker"),
        "forces": one_of(work, "armed_forces"),
        "official": one_of(work, "official"),
        "had_forces_housing": get("benefited_armed_forces_housing"),
        "bought_forces": get("bought_armed_forces_housing"),
        "returned": get("returned_official_home"),
        "returned_for_violation": get("official_home_recovered_for_violation"),
        "no_home_after_return": get("no_home_after_return"),
        "cleared": get("land_recovered_home_demolished"),
        "compensated": get("compensated_in_kind"),
        "in_official_home": get("lives_in_official_housing"),
        "married": married,
        "unmarried": one_of(get("marital_status"), "single", "certified_single"),
        "named": get("named_on_certificate"),
        "home_named": get("home_on_certificate"),
        "spouse_named": get("spouse_named_on_certificate"),
        "spouse_home_named": get("spouse_home_on_certificate"),
        "owns": get("owns_home"),
        "small": compare(owned, None if residents is None else 15 * residents, lambda a, b: a < b),
        "bought": get("bought_social_housing"),
        "spouse_bought": get("spouse_bought_social_housing"),
        "lease_purchases": get("lease_purchases_this_unit"),
        "supported": get("received_housing_support"),
        "gift": get("received_gift_house"),
        "decision_22": get("supported_by_decision_22"),
        "any_programme": get("supported_by_any_programme"),
        "other_programme": get("supported_by_other_programme"),
        "minority_programme": get("supported_by_minority_programme"),
        "poverty_programme": get("supported_by_poverty_programme"),
        "merit_policy": get("supported_by_merit_policy"),
        "local": local,
        "far": compare(get("home_to_work_distance"), least, lambda a, b: a >= b),
        "near_project": compare(get("work_to_project_distance"), most, lambda a, b: a <= b),
        "own_within_couple": compare(net, couple_cap, lambda a, b: a <= b),
        "spouse_within_couple": compare(spouse, couple_cap, lambda a, b: a <= b),
        "couple_within": compare(together, couple_cap, lambda a, b: a <= b),
        "parent_within": compare(net, parent_cap, lambda a, b: a <= b),
        "single_within": compare(net, single_cap, lambda a, b: a <= b),
        "parent": get("raising_minor_child"),
        "spouse_forces": get("spouse_in_armed_forces"),
        "forces_couple": compare(together, twice, lambda a, b: a <= b),
        "forces_mixed": compare(together, mixed, lambda a, b: a <= b),
        "forces_single": compare(net, colonel, lambda a, b: a <= b),
        "month_couple": compare(highest, twice, lambda a, b: a <= b),
        "month_mixed": compare(highest, mixed, lambda a, b: a <= b),
        "month_single": compare(highest, colonel, lambda a, b: a <= b),
        "same_forces_caps": compare(colonel, 25_000_000, lambda a, b: a == b),
        "elsewhere": get("registered_at_another_project"),
        "renting": get("renting_social_housing"),
        "lives_in_unit": get("buys_unit_lived_in"),
        "citizen": get("vietnamese_citizen"),
        "project_sells": one_of(get("project_funding"), "developer", "public"),
    }
    return found


def caps_of(province: str | None) -> tuple[int, int, int] | tuple[None, None, None]:
    """The income caps of a single person, a single parent and a couple, times the coefficient of the province."""
    if province is None:
        return None, None, None
    if province in ("hai_phong", "hai_duong"):
        return 29_000_000, 40_600_000, 58_000_000
    return 25_000_000, 35_000_000, 50_000_000


def conditions(leaf: Mapping[str, Truth]) -> dict[str, Truth]:
    """The conditions at the top, from the leaves."""

    def group(name: str, derived: Truth) -> Truth:
        stated = leaf[f"states_{name}"]
        return derived if stated is None else stated

    married = leaf["married"]
    nobody = if_met(all_of(negated(leaf["has_category"]), leaf["no_relation"]), False)
    active = negated(leaf["merit_suspended"])
    relative_suspended = all_of(leaf["has_category"], leaf["martyr_relative"], leaf["relative_suspended"])
    relative_active = any_of(active, all_of(leaf["has_category"], negated(relative_suspended)))
    person = any_of(
        all_of(leaf["has_category"], leaf["alive"], active), all_of(leaf["martyr_relative"], relative_active)
    )
    own_merit = known(leaf["applicant_has_merit"], nobody)
    merit = group("merit", all_of(known(leaf["merit_recognised"], nobody), person, own_merit))
    may_buy = if_met(leaf["local"], False)
    rural_poor = all_of(group("rural_poor", all_of(leaf["poor_or_near_poor"], leaf["rural"])), may_buy)
    two_children = group("two_children", leaf["two_children"])
    urban_poor = group("urban_poor", all_of(leaf["poor_or_near_poor"], leaf["urban"]))
    low_income = group("urban_low_income", all_of(leaf["odd_jobs"], leaf["urban"]))
    worker = group("worker", leaf["worker"])
    had_forces_housing = known(leaf["had_forces_housing"], if_met(leaf["bought_forces"], True))
    forces = all_of(group("armed_forces", leaf["forces"]), negated(had_forces_housing))
    official = group("official", leaf["official"])
    violation = all_of(leaf["returned"], leaf["returned_for_violation"])
    returned_homeless = all_of(leaf["returned"], leaf["no_home_after_return"])
    returned = group("returned_official_housing", all_of(leaf["returned"], negated(violation), returned_homeless))
    in_kind = all_of(leaf["cleared"], leaf["compensated"])
    cleared = group("land_recovered", all_of(leaf["cleared"], negated(in_kind)))

    own_home = all_of(known(leaf["named"], if_met(leaf["home_named"], True)), leaf["home_named"])
    spouse_named = known(leaf["spouse_named"], if_met(leaf["spouse_home_named"], True))
    spouse_home = all_of(married, spouse_named, leaf["spouse_home_named"])
    homeless = all_of(negated(own_home), negated(spouse_home))
    owns = known(leaf["owns"], if_met(any_of(leaf["home_named"], leaf["spouse_home_named"]), True))
    lacks_home = any_of(homeless, all_of(owns, leaf["small"]))
    bought = known(leaf["bought"], if_met(leaf["lease_purchases"], True))
    no_spouse_bought = any_of(leaf["unmarried"], negated(leaf["spouse_bought"]))
    no_forces_home = if_met(all_of(negated(leaf["bought"]), no_spouse_bought), False)
    bought_forces = known(leaf["bought_forces"], no_forces_home)
    had_none = all_of(negated(bought), negated(bought_forces))
    never_bought = all_of(had_none, negated(all_of(married, leaf["spouse_bought"])))
    helped = any_of(
        leaf["gift"],
        leaf["decision_22"],
        leaf["any_programme"],
        leaf["other_programme"],
        leaf["minority_programme"],
        leaf["poverty_programme"],
        leaf["merit_policy"],
        leaf["bought_forces"],
    )
    ordinary = all_of(lacks_home, never_bought, negated(known(leaf["supported"], if_met(helped, True))))
    far_rule = if_met(leaf["local"], True)
    far_home = all_of(far_rule, owns, leaf["far"], leaf["near_project"])
    far = all_of(any_of(far_home, all_of(homeless, leaf["far"])), had_none)

    single_cap = either(leaf["parent"], leaf["parent_within"], leaf["single_within"])
    couple_cap = all_of(leaf["own_within_couple"], leaf["spouse_within_couple"], leaf["couple_within"])
    within = either(married, couple_cap, single_cap)
    spouse_forces = all_of(married, leaf["spouse_forces"])
    couple = either(spouse_forces, leaf["forces_couple"], leaf["forces_mixed"])
    forces_within = all_of(either(married, couple, leaf["forces_single"]), month_within(leaf, married, spouse_forces))
    return {
        "buying_subject": any_of(
            merit, urban_poor, low_income, worker, forces, official, returned, cleared, two_children, rural_poor
        ),
        "housing_condition": all_of(negated(leaf["in_official_home"]), any_of(ordinary, far)),
        "income_condition": any_of(
            merit,
            returned,
            cleared,
            two_children,
            all_of(urban_poor, leaf["poor_or_near_poor"]),
            all_of(any_of(low_income, worker, official), within),
            all_of(forces, forces_within),
            all_of(rural_poor, leaf["poor_or_near_poor"], negated(leaf["gift"])),
        ),
        "one_application": negated(leaf["elsewhere"]),
        "not_tenant_elsewhere": any_of(negated(leaf["renting"]), leaf["lives_in_unit"]),
        "vietnamese_applicant": known(leaf["citizen"], True),
        "project": leaf["project_sells"],
    }


def month_within(leaf: Mapping[str, Truth], married: Truth, spouse_forces: Truth) -> Truth:
    """Every month within the cap of the armed forces: unknown unless one cap is known to apply."""
    if married is None:
        return None
    if not married:
        return leaf["month_single"]
    if spouse_forces is None:
        return leaf["month_couple"] if leaf["same_forces_caps"] else None
    return leaf["month_couple"] if spouse_forces else leaf["month_mixed"]


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
