"""Made-up households for the whole vocabulary, drawn so that what hangs together in life hangs together here.

A population, not uniform noise: mountain goes with minority, poor, weak and crowded houses; the industrial belt with
young, single tenants from elsewhere; merit with age. Proportions follow published statistics where there are any and
are otherwise assumed (``README.md`` beside this file says which); nobody in it exists.

Rows come in blocks of :data:`BLOCK`, each from a random stream of its own, so that a population depends on the seed
alone and not on how it is cut.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

BLOCK = 8192
#: Rows that one clerk wrote: one commune, one set of columns.
LIST = 64
EPOCH = date(1970, 1, 1).toordinal()
Array = np.ndarray[Any, np.dtype[Any]]


@dataclass
class Column:
    """A fact of a block's rows: engine-scaled numbers, codes of a choice or days since 1970; and where it stands."""

    values: Array
    present: Array


@dataclass(frozen=True)
class Unit:
    """A commune or ward."""

    code: str
    province: str
    stratum: int
    minority: float
    poor: float
    population: int
    urban_2025: bool
    urban_2026: bool


IP_BELT, PLAIN, MIDLAND, MOUNTAIN = range(4)
_STRATA = {
    "Thành phố Bắc Giang": IP_BELT, "Thị xã Việt Yên": IP_BELT, "Thành phố Từ Sơn": IP_BELT,
    "Thành phố Bắc Ninh": IP_BELT, "Thị xã Quế Võ": IP_BELT, "Huyện Yên Phong": IP_BELT, "Huyện Tiên Du": IP_BELT,
    "Thị xã Thuận Thành": IP_BELT, "Huyện Hiệp Hòa": PLAIN, "Huyện Tân Yên": PLAIN, "Huyện Lạng Giang": PLAIN,
    "Huyện Gia Bình": PLAIN, "Huyện Lương Tài": PLAIN, "Huyện Lục Nam": MIDLAND, "Huyện Yên Thế": MIDLAND,
    "Thị xã Chũ": MIDLAND, "Huyện Lục Ngạn": MOUNTAIN, "Huyện Sơn Động": MOUNTAIN,
}  # fmt: skip
_MINORITY = {
    "Huyện Sơn Động": 0.55,
    "Huyện Lục Ngạn": 0.55,
    "Thị xã Chũ": 0.40,
    "Huyện Yên Thế": 0.33,
    "Huyện Lục Nam": 0.15,
}
_POOR_2024 = {IP_BELT: 0.005, PLAIN: 0.010, MIDLAND: 0.018, MOUNTAIN: 0.05}
_POOR_BY_YEAR = {2021: 2.9, 2022: 2.1, 2023: 1.46, 2024: 1.0, 2025: 0.75, 2026: 0.65}
_INCOME_BY_YEAR = {2022: 0.86, 2023: 0.917, 2024: 1.0, 2025: 1.08, 2026: 1.156}
_INCOME_2024 = (6.3, 5.0, 4.2, 3.0)
_PAY_BY_YEAR = {2022: 8.4, 2023: 9.0, 2024: 9.5, 2025: 10.2, 2026: 10.8}


@cache
def units() -> tuple[Unit, ...]:
    """The 99 communes and wards of Bắc Ninh since 2025-07-01."""
    found = []
    with (Path(__file__).parent / "units.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            district = row["old_district"]
            stratum = _STRATA[district]
            poor = (
                0.12 if district == "Huyện Sơn Động" else 0.006 if row["old_province"] == "BN" else _POOR_2024[stratum]
            )
            found.append(
                Unit(
                    code=row["code"],
                    province="bac_giang" if row["old_province"] == "BG" else "bac_ninh",
                    stratum=stratum,
                    minority=_MINORITY.get(district, 0.02),
                    poor=poor,
                    population=int(row["population_2025_merger"]),
                    urban_2025=row["type_from_2025_07_01"] == "phuong",
                    urban_2026=row["type_from_2026_09_20"].startswith("phuong"),
                )
            )
    return tuple(found)


# -- the lists that households stand in --------------------------------------------------------------------------------

PURPOSES = (
    "survey",
    "buy",
    "rent",
    "merit",
    "poor_house",
    "loan",
    "disaster",
    "tenant",
    "lodging",
    "employer",
    "forces",
)
(SURVEY, BUY, RENT, MERIT, POOR_HOUSE, LOAN, DISASTER, TENANT, LODGING, EMPLOYER, FORCES) = range(11)
#: Share of each kind of list by stratum: stratified so that rare programmes have their cases, not as in the country.
_PURPOSE_BY_STRATUM = np.array(
    [
        # survey buy   rent  merit poor  loan  disas tenant lodg  empl  forces
        [0.16, 0.25, 0.12, 0.09, 0.02, 0.07, 0.02, 0.09, 0.13, 0.02, 0.03],
        [0.34, 0.10, 0.05, 0.17, 0.07, 0.11, 0.05, 0.04, 0.04, 0.01, 0.02],
        [0.36, 0.05, 0.02, 0.16, 0.15, 0.12, 0.09, 0.02, 0.01, 0.01, 0.01],
        [0.38, 0.02, 0.01, 0.12, 0.24, 0.10, 0.10, 0.01, 0.005, 0.005, 0.01],
    ]
)
_EMPLOYMENT = ("worker", "armed_forces", "official", "student", "household_business", "retired", "other")
WORKER, ARMED, OFFICIAL, STUDENT, BUSINESS, RETIRED, FREE = range(7)
_EMPLOYMENT_BY_PURPOSE = np.array(
    [
        [0.25, 0.005, 0.04, 0.005, 0.06, 0.10, 0.54],
        [0.68, 0.04, 0.10, 0.005, 0.05, 0.035, 0.09],
        [0.58, 0.02, 0.06, 0.16, 0.05, 0.03, 0.10],
        [0.04, 0.02, 0.04, 0.0, 0.03, 0.55, 0.32],
        [0.10, 0.0, 0.005, 0.0, 0.03, 0.09, 0.775],
        [0.48, 0.04, 0.14, 0.0, 0.08, 0.03, 0.23],
        [0.20, 0.01, 0.03, 0.0, 0.06, 0.12, 0.58],
        [0.25, 0.07, 0.18, 0.02, 0.10, 0.22, 0.16],
        [0.95, 0.0, 0.0, 0.0, 0.03, 0.0, 0.02],
        [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [0.01, 0.95, 0.02, 0.0, 0.0, 0.02, 0.0],
    ]
)

#: The parts of the lists, and the facts in each.
PARTS: dict[str, tuple[str, ...]] = {
    "place": ("province", "area_type"),
    "person": (
        "employment", "gender", "marital_status", "raising_minor_child", "single_woman_or_household_head",
        "disabled_person", "ethnic_minority_household", "born_on",
    ),
    "family": ("natural_children", "vietnamese_citizen"),
    "residence": ("residence_in_province", "temporary_residence_months", "social_insurance_months"),
    "certificate": ("poverty_certificate",),
    "groups": ("housing_law_groups",),
    "special": (
        "returned_official_home", "official_home_recovered_for_violation", "no_home_after_return",
        "land_recovered_home_demolished", "compensated_in_kind", "resettled_by_purchase",
    ),
    "income": ("net_income", "spouse_net_income", "spouse_in_armed_forces"),
    "months": ("highest_monthly_income",),
    "colonel": ("colonel_total_income",),
    "home": (
        "named_on_certificate", "home_on_certificate", "spouse_named_on_certificate", "spouse_home_on_certificate",
        "owns_home", "owned_home_area", "owned_home_residents", "lives_in_official_housing", "owns_home_elsewhere",
    ),
    "distance": ("home_to_work_distance", "work_to_project_distance"),
    "history": (
        "bought_social_housing", "spouse_bought_social_housing", "received_housing_support", "renting_social_housing",
        "registered_at_another_project",
    ),
    "forces": ("benefited_armed_forces_housing", "bought_armed_forces_housing", "benefited_social_housing_policy"),
    "support": (
        "received_gift_house", "supported_by_decision_22", "supported_by_other_programme",
        "supported_by_any_programme", "supported_by_minority_programme", "supported_by_merit_policy",
        "supported_by_poverty_programme",
    ),
    "merit": (
        "merit_category", "merit_person_alive", "martyr_relation", "merit_recognised", "merit_suspended",
        "relative_suspended", "surviving_spouse_in_house", "listed_before_death", "also_recognised_as",
        "helped_revolution_award", "disability_rate",
        "receives_survivor_allowance", "lives_alone_without_support", "merit_person_elderly", "house_may_collapse",
        "applicant_has_merit",
    ),
    "house": (
        "has_house", "lives_in_house", "registered_in_house", "house_condition", "must_demolish",
        "needs_frame_and_roof_repair", "house_area", "household_size", "household_kind", "registered_since",
    ),
    "structure": (
        "solid_foundation", "solid_frame_and_walls", "solid_roof", "unsafe_for_users", "built_of_solid_materials",
        "house_age", "renovated_since_built", "degraded_and_unsafe", "meets_provincial_criteria",
    ),
    "land": ("on_residential_land", "land_in_dispute", "to_be_cleared"),
    "hardship": ("household_hardship", "disaster_prone_area", "cannot_afford_with_support"),
    "commune": (
        "lives_in_poor_district", "in_minority_area", "in_extremely_difficult_place", "farming_household",
        "household_separated", "separated_on", "poor_2011_2015", "earlier_support_on", "permanent_house",
        "floor_above_flood", "in_difficult_area",
    ),
    "disaster": ("disaster_damage", "no_place_left", "uninhabitable", "relocation_ordered"),
    "living": (
        "income_per_person", "jobless_or_without_contract", "malnourished_child", "uninsured_member",
        "adult_without_schooling", "child_out_of_school", "durable_walls", "durable_columns", "durable_roof",
        "clean_water", "hygienic_toilet", "uses_internet", "has_shared_device", "has_personal_device",
        "waste_treated", "dependants",
    ),
    "tenancy": (
        "rents_public_housing", "rents_old_state_housing", "named_in_rental_contract", "had_rent_relief",
        "other_entitled_tenant", "receives_social_allowance", "rents_armed_forces_public_housing",
        "injured_on_dangerous_duty", "merit_or_disabled_member",
    ),
    "unit": ("rental_contract_on", "buys_unit_lived_in", "unit_of_rental_share", "lease_purchases_this_unit"),
    "lodging": ("works_in_that_zone", "lodging_confirmed_by", "renting_worker_lodging"),
    "work": ("has_labour_contract", "receives_pension"),
    "organisation": (
        "organisation_kind", "produces_in_zone", "has_zone_lease", "employs_occupants", "houses_own_staff",
        "rents_from_developer",
    ),
    "support_2022": (
        "support_2022_case", "employer_place", "employer_kind", "rented_room_then", "contract_of_a_month",
        "contract_started_on", "insured_or_on_payroll",
    ),
    "loan": ("can_repay", "loan_request", "loan_secured"),
    "purchase_loan": ("housing_contract_signed", "contract_value", "contract_with_developer"),
    "building": (
        "has_residential_land", "registered_in_land_commune", "land_certificate", "cost_plan_and_permit",
        "building_estimate", "collateral_value",
    ),
    "land_fee": (
        "land_of_split_household", "in_border_or_island", "unable_to_work", "martyr_family_without_worker",
        "had_old_state_housing_relief",
        "land_fee_event", "rents_that_multi_storey_house", "household_had_land_fee_relief", "other_members_entitled",
        "other_members_relief",
    ),
    "project": ("project_funding", "intake_opened_on"),
    "fund": (
        "fund_level", "fund_home_kind", "works_for_central_body", "public_employee_or_staff", "displaced_by_merger",
        "scientist_with_housing_privilege",
    ),
    "tax": ("tax_dependants", "income_after_insurance", "not_regularly_taxed"),
    "old_law": ("pending_under_2014_law",),
}  # fmt: skip

#: How often a list of each purpose has a cell of each part filled in, in per cent; a part not named: 1 in 100.
_FILLED: dict[str, tuple[int, ...]] = {
    # part         survey buy rent merit poor loan disas tenant lodg empl forces
    "place":         (99, 98, 98, 99, 99, 98, 99, 97, 92, 96, 96),
    "person":        (90, 95, 94, 88, 90, 92, 84, 90, 90, 0, 95),
    "family":        (40, 45, 30, 3, 6, 40, 5, 12, 10, 0, 25),
    "residence":     (30, 75, 55, 20, 25, 40, 10, 30, 30, 0, 25),
    "certificate":   (97, 55, 60, 65, 98, 70, 93, 70, 15, 0, 12),
    "groups":        (2, 45, 45, 8, 6, 35, 2, 25, 10, 0, 40),
    "special":       (4, 62, 55, 5, 4, 18, 3, 25, 4, 0, 12),
    "income":        (25, 95, 80, 12, 15, 85, 8, 70, 60, 0, 94),
    "months":        (1, 40, 8, 1, 1, 8, 1, 15, 4, 0, 92),
    "colonel":       (0, 30, 12, 0, 0, 12, 0, 40, 0, 0, 92),
    "home":          (15, 96, 45, 12, 12, 40, 5, 88, 15, 0, 94),
    "distance":      (0, 60, 10, 0, 0, 5, 0, 40, 5, 0, 25),
    "history":       (12, 96, 93, 15, 30, 60, 8, 92, 90, 0, 94),
    "forces":        (1, 18, 15, 1, 1, 12, 1, 45, 3, 0, 95),
    "support":       (30, 30, 12, 92, 95, 35, 40, 15, 3, 0, 5),
    "merit":         (55, 70, 62, 97, 70, 60, 45, 92, 10, 0, 40),
    "house":         (92, 20, 10, 96, 97, 70, 92, 25, 4, 0, 12),
    "structure":     (30, 3, 1, 45, 96, 20, 45, 4, 1, 0, 2),
    "land":          (25, 4, 1, 60, 95, 55, 35, 4, 1, 0, 1),
    "hardship":      (45, 4, 3, 85, 88, 12, 92, 18, 2, 0, 2),
    "commune":       (75, 5, 3, 30, 96, 25, 50, 6, 2, 0, 2),
    "disaster":      (12, 2, 1, 12, 30, 6, 98, 2, 1, 0, 1),
    "living":        (95, 4, 3, 8, 55, 8, 15, 6, 1, 0, 1),
    "tenancy":       (2, 8, 30, 30, 3, 4, 2, 96, 12, 0, 18),
    "unit":          (0, 6, 10, 1, 0, 3, 0, 85, 4, 0, 5),
    "lodging":       (1, 4, 12, 0, 0, 2, 0, 4, 97, 0, 0),
    "work":          (45, 60, 55, 12, 18, 50, 12, 40, 95, 0, 15),
    "organisation":  (0, 0, 0, 0, 0, 0, 0, 0, 0, 97, 0),
    "support_2022":  (2, 8, 15, 0, 0, 4, 0, 8, 85, 0, 0),
    "loan":          (1, 30, 2, 4, 6, 97, 1, 12, 1, 0, 14),
    "purchase_loan": (1, 30, 2, 1, 1, 80, 0, 20, 1, 0, 14),
    "building":      (6, 5, 2, 30, 35, 88, 12, 3, 1, 0, 6),
    "land_fee":      (2, 3, 1, 88, 6, 8, 2, 20, 0, 0, 2),
    "project":       (1, 88, 90, 1, 1, 30, 0, 70, 6, 30, 85),
    "fund":          (1, 4, 25, 0, 0, 1, 0, 2, 1, 0, 20),
    "tax":           (1, 45, 12, 1, 1, 12, 0, 12, 2, 0, 4),
    "old_law":       (1, 65, 20, 2, 1, 12, 0, 25, 1, 0, 4),
}  # fmt: skip


class Households:
    """Draws the households of one seed.

    ``choices`` gives the ids of each choice in the order of their codes. ``days`` is the first and the last as-of date.
    ``elsewhere`` are the other provinces that a few live in.
    """

    def __init__(
        self, seed: int, choices: Mapping[str, Sequence[str]], days: tuple[date, date], elsewhere: Sequence[str]
    ) -> None:
        self.seed, self.choices, self.elsewhere = seed, choices, elsewhere
        self.first, self.last = (day.toordinal() - EPOCH for day in days)
        self.codes = {fact: {name: code for code, name in enumerate(ids)} for fact, ids in choices.items()}
        everywhere = units()
        self.unit_weights = np.cumsum([unit.population for unit in everywhere]) / sum(u.population for u in everywhere)
        self.unit_columns = {
            name: np.array([getattr(unit, name) for unit in everywhere])
            for name in ("stratum", "minority", "poor", "urban_2025", "urban_2026")
        }
        self.in_old_bac_giang = np.array([unit.province == "bac_giang" for unit in everywhere])
        self.facts = tuple(fact for part in PARTS.values() for fact in part)
        self.part_of = np.array([i for i, part in enumerate(PARTS.values()) for _ in part])
        self.filled = np.array([_FILLED[part] for part in PARTS]).astype(np.float32) / 100

    def block(self, number: int) -> _Block:
        """The rows ``number * BLOCK`` and on."""
        return _Block(self, number)


class _Block:
    """One block: the households as they are (``columns``), then what the lists say of them (``present``)."""

    def __init__(self, world: Households, number: int) -> None:
        self.world, self.number = world, number
        self.rng = np.random.Generator(np.random.SFC64(np.random.SeedSequence((world.seed, number))))
        self.columns: dict[str, Column] = {}
        self.day = self.rng.integers(world.first, world.last + 1, BLOCK).astype(np.int32)
        self.year = self.day.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
        self._place()
        self._person()
        self._poverty()
        self._income()
        self._home()
        self._merit()
        self._house()
        self._disaster()
        self._living()
        self._tenancy()
        self._work()
        self._loan()
        self._groups()
        self._write()

    # -- drawing ---------------------------------------------------------------------------------------------------

    def uniform(self) -> Array:
        return self.rng.random(BLOCK, dtype=np.float32)

    def chance(self, probability: Any) -> Array:
        return self.uniform() < np.asarray(probability, dtype=np.float32)

    def between(self, low: Any, high: Any) -> Array:
        return low + self.uniform() * (np.asarray(high) - low)

    def whole(self, low: Any, high: Any) -> Array:
        """A whole number from ``low`` to ``high``, both included."""
        return np.floor(self.between(low, np.asarray(high) + 1)).astype(np.int64)

    def lognormal(self, median: Any, sigma: float) -> Array:
        return median * np.exp(sigma * self.rng.standard_normal(BLOCK, dtype=np.float32))

    def code(self, weights: Any, by: Array | None = None) -> Array:
        """A code by weights, or by the row of a table of weights that ``by`` names."""
        table = np.atleast_2d(np.asarray(weights, dtype=np.float64))
        bounds = np.cumsum(table, axis=1) / table.sum(axis=1, keepdims=True)
        drawn = self.uniform()
        if by is None:
            return np.searchsorted(bounds[0, :-1], drawn, side="right").astype(np.int8)
        return (drawn[:, None] >= bounds[by, :-1]).sum(axis=1).astype(np.int8)

    # -- keeping ---------------------------------------------------------------------------------------------------

    def say(self, fact: str, values: Array, applies: Array | None = None) -> Array:
        """Keep a fact, which only stands where it applies; a clerk now and then writes it all the same."""
        present = np.ones(BLOCK, dtype=bool) if applies is None else applies
        self.columns[fact] = Column(values, present)
        return values

    def choose(self, fact: str, weights: Mapping[str, float], applies: Array | None = None) -> Array:
        """Draw and keep a choice from ``weights`` by id; returns the codes of ``fact``."""
        names = list(weights)
        codes = np.array([self.world.codes[fact][name] for name in names], dtype=np.int8)
        return self.say(fact, codes[self.code(list(weights.values()))], applies)

    def is_(self, fact: str, *names: str) -> Array:
        values = self.columns[fact].values
        return np.isin(values, [self.world.codes[fact][name] for name in names])

    def put(self, fact: str, where: Array, name: str) -> None:
        self.columns[fact].values[where] = self.world.codes[fact][name]

    # -- who and where ---------------------------------------------------------------------------------------------

    def _place(self) -> None:
        world = self.world
        lists = BLOCK // LIST
        drawn = np.searchsorted(world.unit_weights, self.rng.random(lists)).repeat(LIST)
        self.unit = np.minimum(drawn, len(world.unit_weights) - 1)
        place = {name: column[self.unit] for name, column in world.unit_columns.items()}
        self.stratum = place["stratum"]
        turned = date(2026, 9, 20).toordinal() - EPOCH
        self.urban = np.where(self.day >= turned, place["urban_2026"], place["urban_2025"])
        self.minority = self.chance(place["minority"])
        years = np.array([_POOR_BY_YEAR.get(min(max(year, 2021), 2026), 1.0) for year in range(2000, 2061)])
        self.poor_rate = place["poor"] * years[self.year - 2000]
        self.purpose = self.code(_PURPOSE_BY_STRATUM, by=self.stratum)
        names = world.codes["province"]
        merged = self.day >= date(2025, 7, 1).toordinal() - EPOCH
        province = np.where(world.in_old_bac_giang[self.unit] & ~merged, names["bac_giang"], names["bac_ninh"])
        elsewhere = self.chance(0.015)
        others = np.array([names[name] for name in world.elsewhere])
        province = np.where(elsewhere, others[self.whole(0, len(others) - 1)], province).astype(np.int8)
        self.say("province", province)
        codes = world.codes["area_type"]
        self.say("area_type", np.where(self.urban, codes["urban"], codes["rural"]).astype(np.int8))

    def for_(self, *purposes: int) -> Array:
        return np.isin(self.purpose, purposes)

    def by_purpose(self, default: float, **shares: float) -> Array:
        """A probability for each row, by the purpose of its list."""
        table = np.full(len(PURPOSES), default, dtype=np.float32)
        for name, share in shares.items():
            table[PURPOSES.index(name)] = share
        return table[self.purpose]

    def _person(self) -> None:
        work = self.code(_EMPLOYMENT_BY_PURPOSE, by=self.purpose)
        more_workers = (self.purpose == SURVEY) & (self.stratum == IP_BELT) & (work == FREE) & self.chance(0.35)
        self.work = np.where(more_workers, WORKER, work)
        codes = np.array([self.world.codes["employment"][name] for name in _EMPLOYMENT], dtype=np.int8)
        self.say("employment", codes[self.work])
        middle = np.array([28.0, 34.0, 37.0, 20.0, 40.0, 66.0, 48.0])[self.work]
        spread = np.array([6.5, 7.5, 8.0, 1.5, 9.0, 6.0, 12.0])[self.work]
        middle = np.where(self.purpose == MERIT, np.maximum(middle, 72.0), middle)
        age = middle + spread * self.rng.standard_normal(BLOCK, dtype=np.float32)
        self.age = np.clip(age, np.where(self.work == RETIRED, 55, 18), 97).astype(np.int64)
        female = self.chance(np.where(self.work == WORKER, 0.58, np.where(self.work == ARMED, 0.12, 0.49)))
        codes_of = self.world.codes["gender"]
        self.say("gender", np.where(female, codes_of["female"], codes_of["male"]).astype(np.int8))

        # Married by age; women marry about four years earlier.
        years = self.age + 4 * female
        share = np.interp(
            years, [18, 22, 27, 32, 37, 45, 60, 75, 90], [0.05, 0.2, 0.55, 0.8, 0.9, 0.92, 0.85, 0.65, 0.4]
        )
        self.married = self.chance(np.where(self.work == STUDENT, 0.01, share))
        was = ~self.married & self.chance(np.interp(self.age, [20, 30, 45, 60, 80], [0.01, 0.12, 0.4, 0.75, 0.93]))
        names = self.world.codes["marital_status"]
        status = np.where(self.married, names["married"], np.where(was, names["certified_single"], names["single"]))
        self.say("marital_status", status.astype(np.int8))
        share = np.interp(self.age, [20, 26, 32, 40, 48, 55, 62], [0.35, 0.6, 0.85, 0.85, 0.4, 0.1, 0.02])
        self.child = self.chance(np.where(self.married, share, np.where(was & (self.age < 52), 0.5, 0.03)))
        self.say("raising_minor_child", self.child)
        born = np.where(self.child, self.whole(1, 3), np.where(was | self.married, self.whole(0, 3), 0))
        self.say("natural_children", born)
        self.say("vietnamese_citizen", ~self.chance(0.004))
        self.say("born_on", (self.day - (self.age * 365.25).astype(np.int32) - self.whole(0, 364)).astype(np.int32))
        self.say("single_woman_or_household_head", self.chance(np.where(self.married, 0.25, 0.75)), female)
        self.say("ethnic_minority_household", self.minority)
        self.disabled = self.chance(np.interp(self.age, [20, 60, 90], [0.02, 0.05, 0.15]))
        self.say("disabled_person", self.disabled)

        alone = np.where(self.married, 0, 1)
        size = 1 + self.married + self.child * self.whole(1, 2) + self.chance(0.04)
        elders = self.chance(np.where(np.isin(self.work, (WORKER, STUDENT, ARMED)), 0.18, 0.42))
        size = size + elders * self.whole(1, 2) + self.chance(np.where(self.stratum == MOUNTAIN, 0.45, 0.15))
        self.size = np.clip(size - alone * self.chance(0.3), 1, 12).astype(np.int64)
        self.say("household_size", self.size)
        kinds = self.world.codes["household_kind"]
        kind = np.where(self.size == 1, kinds["single_person"], kinds["family"])
        kind = np.where(~self.married & self.child & (self.size > 1), kinds["lone_parent"], kind)
        self.say("household_kind", kind.astype(np.int8))

        outsider = (self.work == WORKER) & self.chance(0.30)
        self.outsider = outsider
        where = self.world.codes["residence_in_province"]
        temporary = np.where(outsider, self.chance(0.88), self.chance(0.02))
        nowhere = np.where(outsider, ~temporary & self.chance(0.7), self.chance(0.01))
        residence = np.where(nowhere, where["none"], np.where(temporary, where["temporary"], where["permanent"]))
        self.say("residence_in_province", residence.astype(np.int8))
        is_temporary = residence == where["temporary"]
        months = np.minimum(self.lognormal(20.0, 0.9), (self.age - 17) * 12).astype(np.int64)
        self.say("temporary_residence_months", months, is_temporary)
        insured = np.isin(self.work, (WORKER, ARMED, OFFICIAL))
        career = np.minimum(self.lognormal(40.0, 0.9), (self.age - 17) * 12).astype(np.int64)
        self.say("social_insurance_months", np.where(insured, career, 0), insured | self.chance(0.3))

    def _poverty(self) -> None:
        names = self.world.codes["poverty_certificate"]
        poor = np.select(
            [self.for_(SURVEY), self.for_(POOR_HOUSE), self.for_(DISASTER), self.for_(TENANT), self.for_(MERIT)],
            [
                np.minimum(0.08 + 3 * self.poor_rate, 0.4),
                0.55,
                np.minimum(0.08 + 2 * self.poor_rate, 0.35),
                0.18,
                0.3 * self.poor_rate,
            ],
            default=self.poor_rate,
        )
        working = np.isin(self.work, (WORKER, ARMED, OFFICIAL))
        poor = np.where(working & ~self.for_(POOR_HOUSE), poor * 0.3, poor)
        near = poor * np.array([1.8, 1.8, 1.2, 0.6])[self.stratum]
        near = np.where(self.for_(POOR_HOUSE), 0.36, np.minimum(near, 0.5))
        drawn = self.uniform()
        self.poor, self.near_poor = drawn < poor, (drawn >= poor) & (drawn < poor + near)
        local = ~self.poor & ~self.near_poor & self.chance(0.015)
        code = np.where(self.poor, names["poor"], np.where(self.near_poor, names["near_poor"], names["none"]))
        self.say("poverty_certificate", np.where(local, names["local"], code).astype(np.int8))
        self.hard_up = self.poor | self.near_poor

    def _income(self) -> None:
        pay = np.array([_PAY_BY_YEAR.get(min(max(year, 2022), 2026), 9.0) for year in range(2000, 2061)])[
            self.year - 2000
        ]
        factor = np.array([1.0, 1.45, 1.15, 0.2, 1.0, 0.6, 0.62])[self.work]
        common = self.rng.standard_normal(BLOCK, dtype=np.float32)

        def earn(scale: Any) -> Array:
            own = self.rng.standard_normal(BLOCK, dtype=np.float32)
            amount = pay * scale * np.exp(0.30 * (0.55 * common + 0.835 * own)) * np.where(self.hard_up, 0.5, 1.0)
            step = np.where(self.chance(0.7), 100_000, np.where(self.chance(0.7), 10_000, 1))
            return (np.round(amount * 1e6 / step) * step).astype(np.int64)

        net = earn(factor)
        # Ordinary pay stays under the caps: a few stand at them, and just beside, so that they are tested at all.
        edge = self.chance(0.02)
        caps = np.array([15_000_000, 20_000_000, 25_000_000, 30_000_000, 35_000_000, 40_000_000, 50_000_000])
        net = np.where(edge, caps[self.whole(0, len(caps) - 1)] + self.whole(-1, 1), net)
        well_paid = self.chance(0.035)
        net = np.where(well_paid & ~edge, net * 2 + self.whole(0, 90) * 100_000, net)
        self.say("net_income", net)
        spouse = np.where(self.chance(0.12), 0, earn(np.where(self.work == ARMED, 1.1, 0.9)))
        self.say("spouse_net_income", spouse, self.married)
        self.say("spouse_in_armed_forces", self.chance(np.where(self.work == ARMED, 0.16, 0.015)), self.married)
        together = net + np.where(self.married, spouse, 0)
        best = together * self.between(1.02, 1.25) + np.where(self.chance(0.15), together * 0.5, 0)
        self.say("highest_monthly_income", (np.round(best / 100_000) * 100_000).astype(np.int64))
        colonel = 30_000_000 + self.whole(0, 80) * 100_000
        self.say("colonel_total_income", colonel, self.work == ARMED)
        insurance = np.where(np.isin(self.work, (WORKER, OFFICIAL, ARMED)), 0.02, 0.0)
        self.say("income_after_insurance", (net * (1 + insurance)).astype(np.int64))
        dependants = self.child * self.whole(1, 2) + self.chance(0.2)
        self.say("tax_dependants", dependants.astype(np.int64))
        taxed = net > 11_000_000 + 4_400_000 * dependants
        self.say("not_regularly_taxed", ~taxed ^ self.chance(0.03))
        self.net = net

    # -- homes, and what was had before ----------------------------------------------------------------------------

    def _home(self) -> None:
        applicant = self.for_(BUY, RENT, TENANT, LODGING, FORCES)
        owns = np.where(applicant, np.where(self.outsider, 0.03, 0.17), np.where(self.outsider, 0.04, 0.9))
        owns = np.where(self.for_(LOAN), 0.45, owns)
        self.owns = self.chance(owns)
        self.say("owns_home", self.owns)
        named = self.say("named_on_certificate", self.chance(np.where(self.owns, 0.85, 0.07)))
        self.say("home_on_certificate", self.chance(np.where(self.owns, 0.9, 0.12)), named)
        spouse = self.say("spouse_named_on_certificate", self.chance(np.where(self.owns, 0.7, 0.05)), self.married)
        on_paper = self.chance(np.where(self.owns, 0.9, 0.12))
        self.say("spouse_home_on_certificate", on_paper, self.married & spouse)
        self.say("owns_home_elsewhere", self.chance(np.where(self.outsider, 0.45, 0.06)))
        people = np.clip(self.size + self.chance(0.25) * self.whole(1, 3), 1, 14)
        self.say("owned_home_residents", people, self.owns)
        each = self.lognormal(np.where(applicant, 14.0, np.where(self.hard_up, 15.0, 26.0)), 0.45)
        area = np.where(self.chance(0.03), 15.0 * people, each * people)
        self.say("owned_home_area", self._area(area), self.owns)
        far = self.chance(0.28)
        distance = np.where(far, self.between(18, 65), self.lognormal(7.0, 0.7))
        self.say("home_to_work_distance", np.round(distance * 10).astype(np.int64) * 10, self.owns)
        self.say("work_to_project_distance", np.round(self.lognormal(6.0, 0.6) * 10).astype(np.int64) * 10)
        self.say("lives_in_official_housing", self.chance(np.where(np.isin(self.work, (ARMED, OFFICIAL)), 0.05, 0.002)))

        bought = self.say("bought_social_housing", self.chance(np.where(applicant, 0.025, 0.006)))
        self.say("spouse_bought_social_housing", bought & self.chance(0.5) | self.chance(0.01), self.married)
        renting = self.chance(self.by_purpose(0.008, tenant=0.6, rent=0.06, lodging=0.05, buy=0.05, forces=0.07))
        self.renting = self.say("renting_social_housing", renting)
        supported = self.by_purpose(0.02, poor_house=0.1, merit=0.12, disaster=0.06)
        self.say("received_housing_support", self.chance(supported))
        self.say("received_gift_house", self.chance(np.where(self.hard_up, 0.06, 0.01)))
        self.say("registered_at_another_project", self.chance(self.by_purpose(0.01, buy=0.05)))
        armed = self.work == ARMED
        self.say("benefited_armed_forces_housing", self.chance(np.where(armed, 0.07, 0.004)))
        self.say("bought_armed_forces_housing", self.chance(np.where(armed, 0.04, 0.002)))
        self.say("benefited_social_housing_policy", bought | self.chance(0.03))
        self.say("supported_by_decision_22", self.chance(self.by_purpose(0.003, merit=0.14)))
        self.say("supported_by_other_programme", self.chance(np.where(self.hard_up, 0.08, 0.02)))
        self.say("supported_by_any_programme", self.chance(np.where(self.hard_up, 0.1, 0.03)))
        self.say("supported_by_merit_policy", self.chance(self.by_purpose(0.002, merit=0.1)))
        self.say("supported_by_poverty_programme", self.chance(np.where(self.hard_up, 0.06, 0.005)))
        self.say("supported_by_minority_programme", self.chance(np.where(self.minority & self.hard_up, 0.12, 0.01)))
        returned = self.say("returned_official_home", self.chance(np.where(self.work == OFFICIAL, 0.04, 0.008)))
        self.say("official_home_recovered_for_violation", self.chance(0.08), returned)
        self.say("no_home_after_return", self.chance(0.75), returned)
        cleared = self.say(
            "land_recovered_home_demolished", self.chance(np.where(self.stratum == IP_BELT, 0.03, 0.008))
        )
        self.say("compensated_in_kind", self.chance(0.55), cleared)
        self.say("resettled_by_purchase", cleared & self.chance(0.3))
        self.say("pending_under_2014_law", self.chance(self.by_purpose(0.01, buy=0.12, tenant=0.1)))

    def _area(self, square_metres: Array) -> Array:
        """An area in hundredths of m², as it is measured: mostly whole, sometimes to the tenth."""
        step = np.where(self.chance(0.75), 100, 10)
        return np.clip(np.round(square_metres * 100 / step) * step, 500, 100_000).astype(np.int64)

    # -- merit -------------------------------------------------------------------------------------------------------

    def _merit(self) -> None:
        old = np.interp(self.age, [40, 60, 75, 90], [0.01, 0.04, 0.12, 0.15])
        someone = self.chance(np.where(self.for_(MERIT), 0.95, np.where(self.for_(TENANT), 0.2 + old, old)))
        relative_only = someone & self.chance(0.30)
        holder = someone & ~relative_only
        self.someone = someone
        self.choose(
            "merit_category",
            {
                "war_invalid": 0.44, "sick_soldier": 0.12, "toxic_chemicals": 0.26, "imprisoned": 0.045,
                "resistance": 0.06, "helped_revolution": 0.045, "armed_forces_hero": 0.008, "labour_hero": 0.003,
                "heroic_mother": 0.006, "pre_1945": 0.004, "pre_uprising": 0.009,
            },
        )  # fmt: skip
        self.put("merit_category", ~holder, "none")
        alive = self.say("merit_person_alive", self.chance(0.9), holder)
        self.say("listed_before_death", self.chance(0.06), holder)
        self.choose(
            "martyr_relation",
            {"child": 0.5, "spouse": 0.22, "parent": 0.1, "other": 0.1, "remarried_spouse": 0.05, "fosterer": 0.03},
        )
        self.put("martyr_relation", ~(relative_only | (holder & self.chance(0.08))), "none")
        related = self.is_("martyr_relation", "parent", "spouse", "child", "fosterer")
        self.say("receives_survivor_allowance", self.chance(np.where(self.age >= 75, 0.3, 0.08)), related)
        self.say("merit_recognised", someone & self.chance(0.95))
        self.say("merit_suspended", self.chance(0.015), someone)
        self.say("applicant_has_merit", someone & self.chance(np.where(self.for_(MERIT), 0.9, 0.6)))
        self.say("relative_suspended", self.chance(0.01), holder & related)
        self.say("surviving_spouse_in_house", self.chance(0.4), holder & ~alive)
        also = {"none": 0.84, "resistance": 0.1, "pre_uprising": 0.02, "pre_1945": 0.01, "war_invalid": 0.03}
        self.choose("also_recognised_as", also, holder)
        helped = self.is_("merit_category", "helped_revolution")
        awards = {"memorial": 0.35, "resistance_order": 0.3, "resistance_medal": 0.3, "none": 0.05}
        self.choose("helped_revolution_award", awards, helped)
        rated = self.is_("merit_category", "war_invalid", "sick_soldier", "toxic_chemicals")
        injured = self.chance(np.where(self.work == ARMED, 0.05, 0.003))
        band = self.code([0.68, 0.21, 0.09, 0.02])
        low = np.array([21, 41, 61, 81])[band]
        high = np.array([40, 60, 80, 100])[band]
        self.say("disability_rate", self.whole(low, high) * 100, rated | injured | (self.disabled & self.chance(0.5)))
        self.say("injured_on_dangerous_duty", injured)
        self.say("merit_or_disabled_member", someone | self.disabled)
        self.say("lives_alone_without_support", (self.size == 1) & self.chance(np.where(self.age > 65, 0.35, 0.03)))
        self.say("merit_person_elderly", self.age >= 60, someone)

    # -- the house lived in --------------------------------------------------------------------------------------------

    def _house(self) -> None:
        self.has_house = self.chance(self.by_purpose(0.97, poor_house=0.94, loan=0.55, lodging=0.3, rent=0.4, buy=0.4))
        house = self.say("has_house", self.has_house)
        weak = np.array([0.015, 0.03, 0.07, 0.16])[self.stratum] * np.where(self.hard_up, 4.5, 1.0)
        weak = np.where(self.minority, weak * 1.6, np.where(self.someone, weak * 1.3, weak))
        weak = np.minimum(weak, 0.6)
        weak = np.where(self.for_(POOR_HOUSE), 0.82, np.where(self.for_(MERIT), 0.45, weak))
        weak = np.where(self.for_(LOAN), 0.5, weak)
        bad = self.chance(weak)
        flimsy = bad & self.chance(np.where(self.hard_up, 0.4, 0.22))
        names = self.world.codes["house_condition"]
        state = np.where(flimsy, names["temporary"], np.where(bad, names["severely_damaged"], names["sound"]))
        self.say("house_condition", state.astype(np.int8), house)
        level = np.where(flimsy, 2, np.where(bad, 1, 0))
        rebuild = self.say("must_demolish", self.chance(np.array([0.01, 0.45, 0.8])[level]), house)
        repair = np.where(rebuild, 0.03, np.array([0.04, 0.9, 0.7])[level])
        self.say("needs_frame_and_roof_repair", self.chance(repair), house)

        def part(sound: float, damaged: float, temporary: float) -> Array:
            return self.chance(np.array([sound, damaged, temporary])[level])

        self.say("solid_foundation", part(0.985, 0.55, 0.2), house)
        frame = self.say("solid_frame_and_walls", part(0.985, 0.35, 0.1), house)
        roof = self.say("solid_roof", part(0.96, 0.2, 0.07), house)
        unsafe = self.say("unsafe_for_users", part(0.015, 0.85, 0.93), house)
        solid = self.say("built_of_solid_materials", part(0.96, 0.55, 0.12), house)
        age = np.where(bad, self.between(8, 60), self.between(0, 35))
        self.say("house_age", age.astype(np.int64), house)
        self.say("renovated_since_built", self.chance(np.where(age > 20, 0.35, 0.12)), house)
        self.say("degraded_and_unsafe", unsafe & self.chance(0.85), house)
        self.say("meets_provincial_criteria", bad & self.chance(0.3), house)
        self.say("house_may_collapse", unsafe & self.chance(0.45), house)
        self.say("lives_in_house", self.chance(0.96), house)
        self.say("registered_in_house", self.chance(np.where(self.outsider, 0.1, 0.95)), house)
        since = self.day - (self.uniform() * np.maximum(self.age - 18, 1) * 365.25).astype(np.int32)
        first_of_year = (since.astype("datetime64[D]").astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int32)
        since = np.where(self.chance(np.where(self.age > 70, 0.4, 0.15)), first_of_year, since)
        self.say("registered_since", since.astype(np.int32))
        each = self.lognormal(np.where(self.hard_up | bad, 14.0, np.where(self.outsider, 9.0, 25.0)), 0.5)
        self.area = self._area(np.maximum(each * self.size, 6.0))
        self.say("house_area", self.area, house)
        self.say("on_residential_land", self.chance(0.94))
        self.say("land_in_dispute", self.chance(0.02))
        self.say("to_be_cleared", self.chance(0.015))
        self.say("durable_walls", frame ^ self.chance(0.06), house)
        self.say("durable_columns", (solid & frame) ^ self.chance(0.05), house)
        self.say("durable_roof", roof ^ self.chance(0.05), house)
        self.bad = bad & house

        hard = np.where(self.hard_up, 0.75, np.where(self.bad, 0.3, 0.04))
        self.say("household_hardship", self.chance(hard))
        self.say("disaster_prone_area", self.chance(np.array([0.05, 0.08, 0.2, 0.45])[self.stratum]))
        self.say("cannot_afford_with_support", self.chance(np.where(self.hard_up, 0.4, 0.06)))
        mountain = self.stratum == MOUNTAIN
        self.say("lives_in_poor_district", mountain & self.chance(0.45))
        self.say("in_minority_area", self.chance(np.array([0.0, 0.01, 0.45, 0.97])[self.stratum]))
        self.say("in_extremely_difficult_place", self.chance(np.array([0.0, 0.0, 0.06, 0.55])[self.stratum]))
        self.say("farming_household", self.chance(np.where(self.work == FREE, np.where(self.urban, 0.25, 0.8), 0.12)))
        split = self.say("household_separated", self.chance(np.where(self.age < 40, 0.16, 0.05)))
        self.say("separated_on", (self.day - self.whole(90, 4500)).astype(np.int32), split)
        self.say("earlier_support_on", (self.day - self.whole(400, 6000)).astype(np.int32), self.chance(0.05))
        self.say("permanent_house", self.chance(0.5))
        self.say("floor_above_flood", self.chance(0.4))
        self.say("in_difficult_area", self.chance(np.array([0.0, 0.0, 0.2, 0.4])[self.stratum]))
        self.say("poor_2011_2015", self.chance(np.where(self.hard_up, 0.55, 0.06)))

    def _disaster(self) -> None:
        struck = self.chance(self.by_purpose(0.01, disaster=0.9))
        share = {"severe": 0.68, "destroyed": 0.1, "none": 0.22}
        self.choose("disaster_damage", share)
        self.put("disaster_damage", ~struck, "none")
        destroyed, severe = self.is_("disaster_damage", "destroyed"), self.is_("disaster_damage", "severe")
        self.say("no_place_left", self.chance(0.75), destroyed)
        self.say("uninhabitable", self.chance(0.4), severe)
        self.say("relocation_ordered", self.chance(np.where(struck, 0.12, 0.002)))

    def _living(self) -> None:
        year = np.array([_INCOME_BY_YEAR.get(min(max(year, 2022), 2026), 1.0) for year in range(2000, 2061)])
        mean = np.array(_INCOME_2024)[self.stratum] * year[self.year - 2000]
        ordinary = self.lognormal(mean * np.exp(-(0.68**2) / 2), 0.6) * 1e6
        line = np.where(self.urban, 2_000_000, 1_500_000)
        needy = line * np.where(self.chance(0.06), self.between(1.0, 1.4), self.between(0.35, 1.0))
        amount = np.where(self.hard_up, needy, np.maximum(ordinary, line * self.between(0.7, 1.3)))
        amount = np.where(self.chance(0.02), line + self.whole(-1, 1), np.round(amount / 10_000) * 10_000)
        self.say("income_per_person", amount.astype(np.int64))

        def lack(poor: float, near: float, other: float) -> Array:
            return self.chance(np.where(self.poor, poor, np.where(self.near_poor, near, other)))

        self.say("jobless_or_without_contract", lack(0.7, 0.4, 0.18))
        self.say("malnourished_child", lack(0.2, 0.08, 0.03) & self.child, self.child)
        self.say("uninsured_member", lack(0.25, 0.12, 0.06))
        self.say("adult_without_schooling", lack(0.35, 0.18, 0.08))
        self.say("child_out_of_school", lack(0.15, 0.04, 0.01) & self.child, self.child)
        self.say("clean_water", ~lack(0.35, 0.12, 0.04))
        self.say("hygienic_toilet", ~lack(0.55, 0.2, 0.06))
        online = self.say("uses_internet", ~lack(0.4, 0.18, 0.06))
        self.say("has_shared_device", ~lack(0.22, 0.1, 0.04))
        self.say("has_personal_device", (online & self.chance(0.95)) | ~lack(0.6, 0.5, 0.4))
        self.say("waste_treated", ~lack(0.45, 0.25, 0.1))
        aged = self.chance(np.where(self.age > 60, 0.8, 0.2)).astype(np.int64)
        self.say("dependants", np.minimum(self.size, self.child * self.whole(1, 2) + aged + lack(0.4, 0.2, 0.05)))

    # -- tenants, workers, employers -------------------------------------------------------------------------------

    def _tenancy(self) -> None:
        public = self.say("rents_public_housing", self.renting & self.chance(np.where(self.for_(TENANT), 0.75, 0.3)))
        old = self.say("rents_old_state_housing", ~public & self.chance(self.by_purpose(0.003, tenant=0.3, merit=0.08)))
        forces = self.chance(np.where(self.work == ARMED, self.by_purpose(0.03, tenant=0.5), 0.002))
        self.say("rents_armed_forces_public_housing", forces & ~public)
        tenant = public | old | forces
        self.say("named_in_rental_contract", self.chance(0.9) & tenant, tenant | self.chance(0.3))
        self.say("had_rent_relief", self.chance(0.12))
        self.say("other_entitled_tenant", self.chance(np.where(tenant, 0.12, 0.01)))
        self.say(
            "receives_social_allowance",
            self.chance(np.where(self.hard_up | self.disabled | (self.age > 78), 0.4, 0.03)),
        )
        since = self.day - self.whole(30, 1500)
        rented = self.renting | public
        self.say("rental_contract_on", since.astype(np.int32), rented)
        self.say("buys_unit_lived_in", rented & self.chance(0.7))
        self.say("unit_of_rental_share", self.chance(0.45), rented)
        self.say("lease_purchases_this_unit", self.columns["bought_social_housing"].values & self.chance(0.4), rented)
        self.choose("project_funding", {"developer": 0.72, "public": 0.17, "trade_union": 0.07, "individual": 0.04})
        self.choose("fund_level", {"local": 0.8, "central": 0.2})
        self.choose("fund_home_kind", {"social": 0.75, "commercial": 0.25})
        official = self.work == OFFICIAL
        self.say("works_for_central_body", self.chance(np.where(official, 0.15, 0.01)))
        self.say("public_employee_or_staff", self.chance(np.where(official, 0.55, 0.02)))
        self.say("displaced_by_merger", self.chance(np.where(official | (self.work == ARMED), 0.2, 0.01)))
        self.say("scientist_with_housing_privilege", self.chance(0.005))
        self.say("intake_opened_on", (self.day - self.whole(5, 500)).astype(np.int32))

    def _work(self) -> None:
        worker = self.work == WORKER
        contract = self.chance(np.where(worker, 0.96, np.where(self.work == OFFICIAL, 0.6, 0.08)))
        self.say("has_labour_contract", contract)
        self.say("receives_pension", (self.work == RETIRED) & self.chance(0.8) | self.chance(0.003))
        self.say("works_in_that_zone", worker & self.chance(0.92))
        confirmed = {"producer": 0.8, "infrastructure": 0.07, "none": 0.13}
        self.choose("lodging_confirmed_by", confirmed, worker)
        self.say("renting_worker_lodging", self.chance(0.06))
        employer = self.for_(EMPLOYER)
        kinds = {
            "enterprise": 0.7,
            "cooperative": 0.1,
            "state_agency": 0.06,
            "political": 0.03,
            "public_unit": 0.07,
            "other": 0.04,
        }
        self.choose("organisation_kind", kinds, employer)
        makes = self.is_("organisation_kind", "enterprise", "cooperative")
        self.say("produces_in_zone", makes & self.chance(0.85), employer)
        self.say("has_zone_lease", makes & self.chance(0.82), employer)
        self.say("employs_occupants", self.chance(0.92), employer)
        self.say("houses_own_staff", self.chance(0.9), employer)
        self.say("rents_from_developer", self.chance(0.85), employer)
        self.choose("support_2022_case", {"working": 0.62, "returning": 0.16, "none": 0.22}, worker)
        self.choose("employer_place", {"industrial_zone": 0.72, "key_economic_region": 0.12, "elsewhere": 0.16}, worker)
        self.choose(
            "employer_kind", {"enterprise": 0.9, "cooperative": 0.03, "household_business": 0.05, "other": 0.02}, worker
        )
        self.say("rented_room_then", self.chance(np.where(self.outsider, 0.85, 0.08)), worker)
        self.say("contract_of_a_month", contract & self.chance(0.97), worker)
        spring = date(2022, 4, 1).toordinal() - EPOCH
        began = np.where(self.chance(0.25), spring + self.whole(-30, 100), self.day - self.whole(20, 3000))
        self.say("contract_started_on", began.astype(np.int32), worker)
        self.say("insured_or_on_payroll", contract & self.chance(0.97), worker)

    def _loan(self) -> None:
        good = self.for_(LOAN)
        self.say("can_repay", self.chance(np.where(self.hard_up, 0.7, np.where(good, 0.93, 0.85))))
        self.say("loan_request", self.chance(np.where(good, 0.97, 0.3)))
        self.say("loan_secured", self.chance(np.where(good, 0.9, 0.4)))
        self.say("housing_contract_signed", self.chance(np.where(good, np.where(self.has_house, 0.25, 0.6), 0.25)))
        price = self.between(14, 22) * self.between(45, 70)
        signed = self.columns["housing_contract_signed"].values
        self.say("contract_with_developer", self.chance(0.88), signed)
        self.say("contract_value", np.round(price).astype(np.int64) * 1_000_000, signed)
        land = self.say("has_residential_land", self.chance(np.where(good, 0.78, np.where(self.outsider, 0.1, 0.75))))
        self.say("registered_in_land_commune", land & self.chance(0.94), land)
        self.say("land_certificate", land & self.chance(0.88), land)
        self.say("cost_plan_and_permit", self.chance(np.where(good, 0.88, 0.3)), land)
        estimate = self.whole(250, 1500) * 1_000_000
        self.say("building_estimate", estimate, land)
        self.say("collateral_value", (estimate * self.between(0.8, 2.0) / 1e7).astype(np.int64) * 10_000_000, land)
        events = {
            "none": 0.35,
            "recognition": 0.3,
            "change_of_use": 0.17,
            "allocation": 0.1,
            "state_house_purchase": 0.08,
        }
        self.choose("land_fee_event", events)
        self.put("land_fee_event", ~self.for_(MERIT) & self.chance(0.8), "none")
        self.say("land_of_split_household", self.chance(0.2), self.is_("land_fee_event", "change_of_use"))
        self.say("in_border_or_island", self.chance(0.02))
        self.say("unable_to_work", self.chance(0.3), self.is_("merit_category", "war_invalid", "sick_soldier"))
        self.say("martyr_family_without_worker", self.chance(0.2), ~self.is_("martyr_relation", "none"))
        buys = self.is_("land_fee_event", "state_house_purchase")
        self.say("had_old_state_housing_relief", self.chance(0.05), buys)
        self.say("rents_that_multi_storey_house", self.chance(0.4), buys)
        self.say("household_had_land_fee_relief", self.chance(0.09))
        others = self.say("other_members_entitled", self.someone & self.chance(0.12))
        rates = np.array([6500, 7000, 8000, 9000, 13500, 14000])
        self.say("other_members_relief", rates[self.whole(0, 5)], others)

    # -- what the lists say ------------------------------------------------------------------------------------------

    def _groups(self) -> None:
        """The groups of Article 76 that an applicant states: the one they come under, sometimes merit too."""
        names = self.world.codes["housing_law_groups"]
        by_work = [
            "worker",
            "armed_forces",
            "official",
            "student",
            "urban_low_income",
            "urban_low_income",
            "urban_low_income",
        ]
        own = np.array([names[name] for name in by_work])[self.work]
        rural = ~self.urban & np.isin(self.work, (BUSINESS, RETIRED, FREE))
        none = len(names)
        own = np.where(rural, none, own)
        own = np.where(self.hard_up, np.where(self.urban, names["urban_poor"], names["rural_poor"]), own)
        returned = self.columns["returned_official_home"].values & self.chance(0.7)
        own = np.where(returned, names["returned_official_housing"], own)
        cleared = self.columns["land_recovered_home_demolished"].values & ~self.columns["compensated_in_kind"].values
        own = np.where(cleared, names["land_recovered"], own)
        misread = self.chance(0.02)
        own = np.where(misread, self.whole(0, none - 1), own)
        merit = self.someone & self.chance(0.8)
        first = np.where(merit, names["merit"], own)
        second = np.where(merit & (own != none) & self.chance(0.6) & (own != names["merit"]), own, none)
        self.say("housing_law_groups", (first * (none + 1) + second).astype(np.int16))

    def _write(self) -> None:
        world = self.world
        filled = world.filled[:, self.purpose]
        drawn = self.rng.integers(0, 256, size=(len(world.facts), BLOCK), dtype=np.uint8)
        # A clerk's list lacks a column now and then, for all of its rows.
        lacking = self.rng.random((len(world.facts), BLOCK // LIST), dtype=np.float32) < 0.03
        lacking[: len(PARTS["place"])] = False
        lacking = lacking.repeat(LIST, axis=1)
        beside = self.uniform() < 0.05
        thresholds = (filled * 256).astype(np.int16)
        nobody = ~self.someone
        for i, fact in enumerate(world.facts):
            column = self.columns[fact]
            wanted = (drawn[i] < thresholds[world.part_of[i]]) & ~lacking[i]
            applies = column.present
            if column.values.dtype == bool and not applies.all():
                # Where it does not apply a few clerks write "no".
                stray = ~applies & beside
                column.values = column.values & ~stray
                applies = applies | stray
            if fact in ("merit_category", "martyr_relation", "merit_recognised", "applicant_has_merit"):
                # That nobody has merit is often said by leaving the cells empty.
                wanted &= ~nobody | (drawn[i] < 128)
            column.present = applies & wanted


def combinations(groups: Sequence[str]) -> list[str]:
    """The texts of the codes of the stated groups, ids joined by ";": a first and perhaps a second; "none" for none."""
    options: Iterable[str] = (*groups, "")
    return [";".join(filter(None, (first, second))) or "none" for first in options for second in options]
