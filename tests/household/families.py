"""Made-up households of workers in Bắc Ninh, with everything known that no test is about."""

from __future__ import annotations

from typing import Any

YES, NO = "có", "không"
#: What is known of whoever owns nothing and was never helped.
NOTHING_OWNED: dict[str, Any] = {
    "named_on_certificate": NO,
    "home_on_certificate": NO,
    "owns_home": NO,
    "bought_social_housing": NO,
    "bought_armed_forces_housing": NO,
}
NO_SUPPORT = {"housing_supports": NO}
WORKER = {
    **NOTHING_OWNED,
    **NO_SUPPORT,
    "employment": "công nhân",
    "has_labour_contract": YES,
    "home_to_work_distance": "2 km",
    "work_to_project_distance": "2 km",
    "lives_in_official_housing": NO,
    "returned_official_home": NO,
    "registered_at_another_project": NO,
    "renting_social_housing": NO,
    "merit_category": NO,
    "martyr_relation": NO,
    "merit_recognised": NO,
}
APPLICANT = {**WORKER, "relation": "chủ hộ", "label": "dòng 1"}
PURCHASE, RENT_RELIEF = "social_housing_purchase", "merit_rent_relief"
#: State housing is rented, and the applicant is named in the contract.
RENTED = {
    "rents_old_state_housing": YES,
    "named_in_rental_contract": YES,
    "had_rent_relief": NO,
    "other_entitled_tenant": NO,
}
#: A war invalid of 45 %, recognised and not suspended.
INVALID = {
    "merit_category": "thương binh",
    "disability_rate": "45",
    "merit_recognised": YES,
    "merit_suspended": NO,
    "lives_alone_without_support": NO,
}


def household(*others: dict[str, Any], applicant: dict[str, Any] | None = None, **flat: Any) -> dict[str, Any]:
    """A record of the applicant and ``others``, who are all; ``flat`` is stated of the record."""
    return {
        "province": "Bắc Ninh",
        "area_type": "đô thị",
        "poverty_certificate": NO,
        "project_funding": "developer",
        "intake_opened_on": "01/03/2026",
        "land_recovered_home_demolished": NO,
        "members": [{**APPLICANT, **(applicant or {})}, *others],
        "members_complete": YES,
        **flat,
    }
