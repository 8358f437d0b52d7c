"""Variables for OpenFisca-Core, one a condition, over arrays. It has no unknown, so truth is 0 (no), 1 (unknown) or
2 (yes), and an amount that is not known is -1; amounts are whole đồng and hundredths of m² and km, since its floats
are too coarse for đồng."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2026-11"
Array = np.ndarray[Any, np.dtype[Any]]

Household = build_entity(
    key="household", plural="households", label="An application", is_person=True, containing_entities=[]
)

_YES_NO = (
    "merit_recognised", "merit_suspended", "merit_person_alive", "benefited_armed_forces_housing",
    "returned_official_home", "official_home_recovered_for_violation", "no_home_after_return",
    "land_recovered_home_demolished", "compensated_in_kind", "lives_in_official_housing", "named_on_certificate",
    "home_on_certificate", "spouse_named_on_certificate", "spouse_home_on_certificate", "owns_home",
    "bought_social_housing", "spouse_bought_social_housing", "received_housing_support", "raising_minor_child",
    "spouse_in_armed_forces", "registered_at_another_project", "renting_social_housing", "relative_suspended",
    "applicant_has_merit", "bought_armed_forces_housing", "lease_purchases_this_unit", "received_gift_house",
    "supported_by_decision_22", "supported_by_any_programme", "supported_by_other_programme",
    "supported_by_minority_programme", "supported_by_poverty_programme", "supported_by_merit_policy",
    "buys_unit_lived_in", "vietnamese_citizen",
)  # fmt: skip
_GROUPS = (
    "merit", "urban_poor", "rural_poor", "rural_poor_disaster", "urban_low_income", "worker", "armed_forces",
    "official", "returned_official_housing", "land_recovered", "two_children",
)  # fmt: skip
_AMOUNTS = (
    "net_income", "spouse_net_income", "colonel_total_income", "owned_home_area", "owned_home_residents",
    "home_to_work_distance", "work_to_project_distance", "highest_monthly_income", "natural_children",
)  # fmt: skip
_HUNDREDTHS = ("owned_home_area", "home_to_work_distance", "work_to_project_distance")
_CHOICES = (
    "province", "marital_status", "merit_category", "martyr_relation", "poverty_certificate", "area_type",
    "employment", "project_funding",
)  # fmt: skip

_PARAMETERS = {
    "income_cap_single": 25_000_000,
    "income_cap_single_parent": 35_000_000,
    "income_cap_couple": 50_000_000,
    "armed_forces_mixed_addition": 25_000_000,
    "min_floor_area": 1_500,
    "far_home": 2_000,
    "near_project": 1_000,
    "hai_phong_coefficient": 116,
    "least_natural_children": 2,
}


def _all(*items: Array) -> Array:
    return np.minimum.reduce(items)


def _any(*items: Array) -> Array:
    return np.maximum.reduce(items)


def _not(item: Array) -> Array:
    return 2 - item


def _compare(holds: Array, *read: Array) -> Array:
    known = np.logical_and.reduce([item >= 0 for item in read])
    return np.where(known, 2 * holds, 1)


def _either(condition: Array, then: Array, otherwise: Array) -> Array:
    unsure = np.where(then == otherwise, then, 1)
    return np.where(condition == 2, then, np.where(condition == 0, otherwise, unsure))


def _known(fact: Array, implied: Array) -> Array:
    """The fact; where it is not known, what others imply."""
    return np.where(fact == 1, implied, fact)


def _if_met(condition: Array, value: int) -> Array:
    return np.where(condition == 2, value, 1)


Formula = Callable[[Any, Any, Any], Array]


def _one_of(name: str, *choices: str) -> Formula:
    def formula(household: Any, period: Any, parameters: Any) -> Array:
        values = household(name, period)
        kinds = values.possible_values
        hit = np.isin(np.asarray(values), [kinds[choice].index for choice in choices])
        return np.where(np.asarray(values) == kinds["unknown"].index, 1, 2 * hit)

    return formula


def _group(name: str, derived: Callable[[Any, Any], Array]) -> Formula:
    def formula(household: Any, period: Any, parameters: Any) -> Array:
        return np.where(
            household("states_groups", period) == 1, household(f"states_{name}", period), derived(household, period)
        )

    return formula


def _merit(h: Any, p: Any) -> Array:
    category, relative, active = h("has_category", p), h("martyr_relative", p), _not(h("merit_suspended", p))
    nobody = _if_met(_all(h("no_category", p), h("no_relation", p)), 0)
    relative_active = _any(active, _all(category, _not(_all(category, relative, h("relative_suspended", p)))))
    person = _any(_all(category, h("merit_person_alive", p), active), _all(relative, relative_active))
    own = _known(h("applicant_has_merit", p), nobody)
    return _all(_known(h("merit_recognised", p), nobody), person, own)


def _returned(h: Any, p: Any) -> Array:
    returned = h("returned_official_home", p)
    violation = _all(returned, h("official_home_recovered_for_violation", p))
    return _all(returned, _not(violation), _all(returned, h("no_home_after_return", p)))


def _cleared(h: Any, p: Any) -> Array:
    cleared = h("land_recovered_home_demolished", p)
    return _all(cleared, _not(_all(cleared, h("compensated_in_kind", p))))


def _forces_open(h: Any, p: Any, parameters: Any) -> Array:
    had = _known(h("benefited_armed_forces_housing", p), _if_met(h("bought_armed_forces_housing", p), 2))
    return _all(h("group_armed_forces", p), _not(had))


def _rural_poor_buyer(h: Any, p: Any, parameters: Any) -> Array:
    derived = _all(h("poor_or_near_poor", p), h("is_rural", p))
    stated = _any(h("states_rural_poor", p), h("states_rural_poor_disaster", p))
    return _all(np.where(h("states_groups", p) == 1, stated, derived), _if_met(h("in_bac_ninh", p), 0))


def _two_children(h: Any, p: Any, parameters: Any) -> Array:
    children = h("natural_children", p)
    derived = _compare(children >= parameters(p).least_natural_children, children)
    return np.where(h("states_groups", p) == 1, h("states_two_children", p), derived)


def _homeless(h: Any, p: Any, parameters: Any) -> Array:
    home, spouse_home = h("home_on_certificate", p), h("spouse_home_on_certificate", p)
    own = _all(_known(h("named_on_certificate", p), _if_met(home, 2)), home)
    spouse_named = _known(h("spouse_named_on_certificate", p), _if_met(spouse_home, 2))
    return _all(_not(own), _not(_all(h("married", p), spouse_named, spouse_home)))


def _owns(h: Any, p: Any, parameters: Any) -> Array:
    recorded = _any(h("home_on_certificate", p), h("spouse_home_on_certificate", p))
    return _known(h("owns_home", p), _if_met(recorded, 2))


def _had_none(h: Any, p: Any, parameters: Any) -> Array:
    bought = _known(h("bought_social_housing", p), _if_met(h("lease_purchases_this_unit", p), 2))
    spouse_clear = _any(h("unmarried", p), _not(h("spouse_bought_social_housing", p)))
    neither = _all(_not(h("bought_social_housing", p)), spouse_clear)
    return _all(_not(bought), _not(_known(h("bought_armed_forces_housing", p), _if_met(neither, 0))))


def _supported(h: Any, p: Any, parameters: Any) -> Array:
    helped = _any(*(h(name, p) for name in _HELP))
    return _known(h("received_housing_support", p), _if_met(helped, 2))


def _lacks_home(h: Any, p: Any, parameters: Any) -> Array:
    area, people = h("owned_home_area", p), h("owned_home_residents", p)
    small = _compare(area < parameters(p).min_floor_area * people, area, people)
    return _any(h("homeless", p), _all(h("owns", p), small))


def _never_bought(h: Any, p: Any, parameters: Any) -> Array:
    spouse = _all(h("married", p), h("spouse_bought_social_housing", p))
    return _all(h("had_none", p), _not(spouse))


def _far_case(h: Any, p: Any, parameters: Any) -> Array:
    local = h("in_bac_ninh", p)
    home, project = h("home_to_work_distance", p), h("work_to_project_distance", p)
    far = np.where(local == 2, _compare(home >= parameters(p).far_home, home), 1)
    near = np.where(local == 2, _compare(project <= parameters(p).near_project, project), 1)
    owner = _all(_if_met(local, 2), h("owns", p), far, near)
    return _all(_any(owner, _all(h("homeless", p), far)), h("had_none", p))


def _within_cap(h: Any, p: Any, parameters: Any) -> Array:
    net, spouse, caps = h("net_income", p), h("spouse_net_income", p), parameters(p)
    coefficient = np.choose(h("in_hai_phong", p), [100, -1, caps.hai_phong_coefficient])

    def within(income: Array, cap: int, *read: Array) -> Array:
        return _compare(100 * income.astype(np.int64) <= cap * coefficient.astype(np.int64), coefficient, *read)

    couple = _all(
        within(net, caps.income_cap_couple, net),
        within(spouse, caps.income_cap_couple, spouse),
        within(net + spouse, caps.income_cap_couple, net, spouse),
    )
    parent = within(net, caps.income_cap_single_parent, net)
    single = _either(h("raising_minor_child", p), parent, within(net, caps.income_cap_single, net))
    return _either(h("married", p), couple, single)


def _forces_every_month(h: Any, p: Any, parameters: Any) -> Array:
    highest, colonel = h("highest_monthly_income", p), h("colonel_total_income", p)
    married, addition = h("married", p), parameters(p).armed_forces_mixed_addition
    spouse = _all(married, h("spouse_in_armed_forces", p))
    both = np.where((spouse == 2) | (colonel == addition), 2 * colonel, -1)
    couple = np.where(spouse == 0, colonel + addition, both)
    cap = np.where(married == 2, couple, np.where(married == 0, colonel, -1))
    return _compare(highest <= cap, highest, colonel, cap)


def _forces_within_cap(h: Any, p: Any, parameters: Any) -> Array:
    net, spouse, colonel = h("net_income", p), h("spouse_net_income", p), h("colonel_total_income", p)
    both = _compare(net + spouse <= 2 * colonel, net, spouse, colonel)
    mixed = _compare(net + spouse <= colonel + parameters(p).armed_forces_mixed_addition, net, spouse, colonel)
    couple = _either(_all(h("married", p), h("spouse_in_armed_forces", p)), both, mixed)
    return _either(h("married", p), couple, _compare(net <= colonel, net, colonel))


def _buying_subject(h: Any, p: Any, parameters: Any) -> Array:
    return _any(*(h(name, p) for name in _SUBJECTS))


def _housing_condition(h: Any, p: Any, parameters: Any) -> Array:
    ordinary = _all(h("lacks_home", p), h("never_bought", p), _not(h("supported", p)))
    return _all(_not(h("lives_in_official_housing", p)), _any(ordinary, h("far_case", p)))


def _income_condition(h: Any, p: Any, parameters: Any) -> Array:
    earner = _any(h("group_urban_low_income", p), h("group_worker", p), h("group_official", p))
    return _any(
        h("group_merit", p),
        h("group_returned_official_housing", p),
        h("group_land_recovered", p),
        h("group_two_children", p),
        _all(h("group_urban_poor", p), h("poor_or_near_poor", p)),
        _all(earner, h("within_cap", p)),
        _all(h("forces_open", p), h("forces_within_cap", p), h("forces_every_month", p)),
        _all(h("rural_poor_buyer", p), h("poor_or_near_poor", p), _not(h("received_gift_house", p))),
    )


def _purchase(h: Any, p: Any, parameters: Any) -> Array:
    return _all(
        h("buying_subject", p),
        h("housing_condition", p),
        h("income_condition", p),
        _not(h("registered_at_another_project", p)),
        _any(_not(h("renting_social_housing", p)), h("buys_unit_lived_in", p)),
        _known(h("vietnamese_citizen", p), np.full_like(h("vietnamese_citizen", p), 2)),
        h("project_sells", p),
    )


_SUBJECTS = (
    "group_merit", "group_urban_poor", "group_urban_low_income", "group_worker", "forces_open", "group_official",
    "group_returned_official_housing", "group_land_recovered", "group_two_children", "rural_poor_buyer",
)  # fmt: skip

_HELP = (
    "received_gift_house", "supported_by_decision_22", "supported_by_any_programme", "supported_by_other_programme",
    "supported_by_minority_programme", "supported_by_poverty_programme", "supported_by_merit_policy",
    "bought_armed_forces_housing",
)  # fmt: skip

_FORMULAS: dict[str, Formula] = {
    "married": _one_of("marital_status", "married"),
    "unmarried": _one_of("marital_status", "single", "certified_single"),
    "in_bac_ninh": _one_of("province", "bac_giang", "bac_ninh"),
    "in_hai_phong": _one_of("province", "hai_phong", "hai_duong"),
    "is_urban": _one_of("area_type", "urban"),
    "is_rural": _one_of("area_type", "rural"),
    "poor_or_near_poor": _one_of("poverty_certificate", "poor", "near_poor"),
    "odd_jobs": _one_of("employment", "household_business", "retired", "other"),
    "works": _one_of("employment", "worker"),
    "serves": _one_of("employment", "armed_forces"),
    "employed_by_state": _one_of("employment", "official"),
    "no_category": _one_of("merit_category", "none"),
    "has_category": lambda h, p, parameters: _not(h("no_category", p)),
    "no_relation": _one_of("martyr_relation", "none"),
    "martyr_relative": _one_of("martyr_relation", "parent", "spouse", "child", "fosterer"),
    "project_sells": _one_of("project_funding", "developer", "public"),
    "group_merit": _group("merit", _merit),
    "group_urban_poor": _group("urban_poor", lambda h, p: _all(h("poor_or_near_poor", p), h("is_urban", p))),
    "group_urban_low_income": _group("urban_low_income", lambda h, p: _all(h("odd_jobs", p), h("is_urban", p))),
    "group_worker": _group("worker", lambda h, p: h("works", p)),
    "group_armed_forces": _group("armed_forces", lambda h, p: h("serves", p)),
    "group_official": _group("official", lambda h, p: h("employed_by_state", p)),
    "group_returned_official_housing": _group("returned_official_housing", _returned),
    "group_land_recovered": _group("land_recovered", _cleared),
    "group_two_children": _two_children,
    "rural_poor_buyer": _rural_poor_buyer,
    "forces_open": _forces_open,
    "homeless": _homeless,
    "owns": _owns,
    "had_none": _had_none,
    "supported": _supported,
    "lacks_home": _lacks_home,
    "never_bought": _never_bought,
    "far_case": _far_case,
    "within_cap": _within_cap,
    "forces_within_cap": _forces_within_cap,
    "forces_every_month": _forces_every_month,
    "buying_subject": _buying_subject,
    "housing_condition": _housing_condition,
    "income_condition": _income_condition,
    "social_housing_purchase": _purchase,
}


class OpenFisca:
    """The system, given the choices of the vocabulary: fact to ids."""

    def __init__(self, choices: Mapping[str, Sequence[str]]) -> None:
        self.system = TaxBenefitSystem([Household])
        figures = {name: {"values": {"2026-04-07": {"value": value}}} for name, value in _PARAMETERS.items()}
        self.system.parameters = ParameterNode("", data=figures)
        self.codes = {}
        for name in _CHOICES:
            kind = Enum(name, {"unknown": "unknown", **{choice: choice for choice in choices[name]}})
            self.codes[name] = {item.name: item.index for item in kind}
            self._add(name, {"value_type": Enum, "possible_values": kind, "default_value": kind["unknown"]})
        for name in (*_YES_NO, *(f"states_{group}" for group in _GROUPS)):
            self._add(name, {"value_type": int, "default_value": 1})
        self._add("states_groups", {"value_type": int, "default_value": 0})
        for name in _AMOUNTS:
            self._add(name, {"value_type": int, "default_value": -1})
        for name, formula in _FORMULAS.items():
            self._add(name, {"value_type": int, "formula": formula})

    def _add(self, name: str, parts: Mapping[str, Any]) -> None:
        self.system.add_variable(type(name, (Variable,), {"entity": Household, "definition_period": MONTH, **parts}))

    def prepare(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, Array]:
        """Rows as arrays, one an input variable."""
        found: dict[str, Array] = {}
        for name in _YES_NO:
            found[name] = np.array([1 if (value := row.get(name)) is None else 2 * value for row in rows])
        for name in _AMOUNTS:
            scale = 100 if name in _HUNDREDTHS else 1
            found[name] = np.array([-1 if (value := row.get(name)) is None else int(value * scale) for row in rows])
        for name, codes in self.codes.items():
            found[name] = np.array([codes[row.get(name) or "unknown"] for row in rows])
        stated = [None if (text := row.get("housing_law_groups")) is None else text.split(";") for row in rows]
        found["states_groups"] = np.array([1 if groups is not None else 0 for groups in stated])
        for group in _GROUPS:
            found[f"states_{group}"] = np.array([1 if groups is None else 2 * (group in groups) for groups in stated])
        return found

    def prepare_table(self, cases: pa.Table) -> dict[str, Array]:
        """The same from the columns of an Arrow table, a column at a time."""
        found: dict[str, Array] = {}
        for name in _YES_NO:
            found[name] = pc.fill_null(pc.multiply(cases[name].cast(pa.int8()), pa.scalar(2, pa.int8())), 1).to_numpy()
        for name in _AMOUNTS:
            scale = 100 if name in _HUNDREDTHS else 1
            whole = pc.multiply(cases[name].cast(pa.decimal128(18, 2)), scale) if scale > 1 else cases[name]
            found[name] = pc.fill_null(whole.cast(pa.int64()), -1).to_numpy()
        for name, codes in self.codes.items():
            column = pc.fill_null(cases[name].cast(pa.string()), "unknown").combine_chunks().dictionary_encode()
            found[name] = np.array([codes[text] for text in column.dictionary.to_pylist()])[column.indices.to_numpy()]
        stated = pc.binary_join_element_wise(
            "", pc.fill_null(cases["housing_law_groups"].cast(pa.string()), ""), "", ";"
        )
        unstated = np.asarray(cases["housing_law_groups"].is_null())
        found["states_groups"] = np.where(unstated, 0, 1)
        for group in _GROUPS:
            named = np.asarray(pc.match_substring(stated, f";{group};"))
            found[f"states_{group}"] = np.where(unstated, 1, 2 * named)
        return found

    def outcomes(self, inputs: Mapping[str, Array]) -> Array:
        """A new simulation over all rows: 0, 1 or 2 for each."""
        count = len(inputs["states_groups"])
        simulation = SimulationBuilder().build_default_simulation(self.system, count=count)
        for name, values in inputs.items():
            simulation.set_input(name, PERIOD, values)
        found: Array = simulation.calculate("social_housing_purchase", PERIOD)
        return found

    def statuses(self, inputs: Mapping[str, Array]) -> list[str]:
        """The statuses in words."""
        words = np.array(["ineligible", "undetermined", "eligible"])
        return list(words[self.outcomes(inputs)])
