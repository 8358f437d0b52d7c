-- The status of every household under every programme on 2026-11-01, as an analyst would write it for this day alone.
-- Source: population (see population.py). NULL is unknown; and, or, not, comparisons carry it on by themselves.
WITH groups AS (
    SELECT
        *,
        marital_status = 'married' AS married,
        poverty_certificate IN ('poor', 'near_poor') AS poor_or_near_poor,
        ';' || housing_law_groups || ';' AS stated,
        merit_category <> 'none' AND merit_person_alive AS alive,
        CASE
            WHEN merit_category IN ('helped_revolution', 'pre_uprising') THEN also_recognised_as
            WHEN merit_category NOT IN ('helped_revolution', 'pre_uprising') THEN 'none'
            WHEN also_recognised_as = 'none' THEN 'none'
        END AS also,
        CASE
            WHEN merit_category = 'helped_revolution' THEN helped_revolution_award
            WHEN merit_category <> 'helped_revolution' THEN 'none'
            WHEN helped_revolution_award = 'none' THEN 'none'
        END AS award,
        martyr_relation IN ('parent', 'spouse', 'child', 'fosterer') AS martyr_relative,
        merit_category IN ('war_invalid', 'sick_soldier', 'toxic_chemicals') AS has_rate,
        marital_status = 'married' AND spouse_named_on_certificate AS spouse_named,
        marital_status = 'married' AND spouse_in_armed_forces AS spouse_forces,
        net_income + spouse_net_income AS couple_income,
        house_condition IN ('temporary', 'severely_damaged') AS bad_house
    FROM population
),

members AS (
    SELECT
        *,
        merit_recognised AND NOT merit_suspended AND (alive OR martyr_relative) AS merit_case,
        coalesce(
            stated LIKE '%;merit;%',
            merit_recognised AND NOT merit_suspended AND (alive OR martyr_relative)
        ) AS g_merit,
        coalesce(
            stated LIKE '%;rural_poor;%' OR stated LIKE '%;rural_poor_disaster;%',
            poor_or_near_poor AND area_type = 'rural'
        ) AS g_rural_poor,
        coalesce(stated LIKE '%;urban_poor;%', poor_or_near_poor AND area_type = 'urban') AS g_urban_poor,
        coalesce(
            stated LIKE '%;urban_low_income;%',
            employment IN ('household_business', 'retired', 'other') AND area_type = 'urban'
        ) AS g_low_income,
        coalesce(stated LIKE '%;worker;%', employment = 'worker') AS g_worker,
        coalesce(stated LIKE '%;armed_forces;%', employment = 'armed_forces') AS g_forces,
        coalesce(stated LIKE '%;official;%', employment = 'official') AS g_official,
        coalesce(stated LIKE '%;student;%', employment = 'student') AS g_student,
        coalesce(
            stated LIKE '%;returned_official_housing;%',
            returned_official_home
            AND NOT (returned_official_home AND official_home_recovered_for_violation)
            AND (returned_official_home AND no_home_after_return)
        ) AS g_returned,
        coalesce(
            stated LIKE '%;land_recovered;%',
            land_recovered_home_demolished AND NOT (land_recovered_home_demolished AND compensated_in_kind)
        ) AS g_land_recovered,
        -- the bands of Decree 131/2021
        (alive AND (merit_category IN ('pre_1945', 'heroic_mother', 'armed_forces_hero', 'labour_hero') OR also = 'pre_1945'))
        OR (alive AND has_rate AND disability_rate >= 81)
        OR (martyr_relative AND receives_survivor_allowance) AS band_100,
        alive AND (merit_category = 'pre_uprising' OR also = 'pre_uprising') AND also <> 'pre_1945' AS activist_1945,
        alive AND has_rate AND disability_rate >= 61 AND disability_rate < 81 AS rate_61,
        alive AND has_rate AND disability_rate >= 41 AND disability_rate < 61 AS band_80,
        (alive AND has_rate AND disability_rate >= 21 AND disability_rate < 41)
        OR (alive AND merit_category = 'imprisoned')
        OR (alive AND merit_category = 'helped_revolution' AND also = 'none' AND award IN ('memorial', 'resistance_order'))
        OR martyr_relative AS band_70,
        (alive AND (merit_category = 'resistance' OR also = 'resistance'))
        OR (
            alive AND merit_category = 'helped_revolution' AND also = 'none' AND award = 'resistance_medal'
        ) AS band_65,
        -- homes
        NOT (named_on_certificate AND home_on_certificate) AND NOT (spouse_named AND spouse_home_on_certificate)
        OR (owns_home AND owned_home_area < 15 * owned_home_residents) AS lacks_home,
        NOT bought_social_housing AND NOT (married AND spouse_bought_social_housing) AS never_bought,
        CASE WHEN province = 'bac_ninh' THEN TRUE WHEN province <> 'bac_ninh' THEN FALSE END
        AND owns_home
        AND home_to_work_distance >= CASE WHEN province = 'bac_ninh' THEN 20 END
        AND work_to_project_distance <= CASE WHEN province = 'bac_ninh' THEN 10 END AS far_from_work,
        -- incomes: the cap by marital status, which an unknown status leaves open only where the caps differ
        net_income <= 50000000 AND couple_income <= 50000000 AS couple_within,
        CASE
            WHEN raising_minor_child THEN net_income <= 35000000
            WHEN NOT raising_minor_child THEN net_income <= 25000000
            WHEN (net_income <= 35000000) = (net_income <= 25000000) THEN net_income <= 25000000
        END AS single_within,
        CASE
            WHEN spouse_forces THEN couple_income <= 2 * colonel_total_income
            WHEN NOT spouse_forces THEN couple_income <= colonel_total_income + 25000000
            WHEN (couple_income <= 2 * colonel_total_income) = (couple_income <= colonel_total_income + 25000000)
                THEN couple_income <= 2 * colonel_total_income
        END AS forces_couple_within,
        net_income <= colonel_total_income AS forces_single_within,
        -- the poverty survey
        income_per_person <= CASE area_type WHEN 'urban' THEN 2000000 WHEN 'rural' THEN 1500000 END AS within_poverty_line,
        income_per_person <= CASE area_type WHEN 'urban' THEN 3000000 WHEN 'rural' THEN 2250000 END AS within_average_line,
        dependants > 0.5 * household_size AS many_dependants,
        house_area < 8 * household_size AS crowded,
        NOT has_shared_device AND NOT has_personal_device AS no_device,
        CASE
            WHEN (durable_walls IS FALSE)::INT + (durable_columns IS FALSE)::INT + (durable_roof IS FALSE)::INT >= 2
                THEN TRUE
            WHEN (durable_walls IS TRUE)::INT + (durable_columns IS TRUE)::INT + (durable_roof IS TRUE)::INT >= 2
                THEN FALSE
        END AS flimsy
    FROM groups
),

conditions AS (
    SELECT
        *,
        band_100 OR activist_1945 OR rate_61 OR band_80 OR band_70 OR band_65 AS any_band,
        g_forces AND NOT benefited_armed_forces_housing AS g_forces_open,
        NOT lives_in_official_housing
        AND (
            (lacks_home AND never_bought AND NOT received_housing_support)
            OR (far_from_work AND NOT bought_social_housing)
        ) AS housing_condition,
        CASE
            WHEN married THEN couple_within
            WHEN NOT married THEN single_within
            WHEN couple_within = single_within THEN couple_within
        END AS within_cap,
        CASE
            WHEN married THEN forces_couple_within
            WHEN NOT married THEN forces_single_within
            WHEN forces_couple_within = forces_single_within THEN forces_single_within
        END AS forces_within_cap,
        -- how many of the twelve indicators lack, and how many may
        (jobless_or_without_contract IS TRUE)::INT + (many_dependants IS TRUE)::INT + (malnourished_child IS TRUE)::INT
        + (uninsured_member IS TRUE)::INT + (adult_without_schooling IS TRUE)::INT + (child_out_of_school IS TRUE)::INT
        + (flimsy IS TRUE)::INT + (crowded IS TRUE)::INT + (clean_water IS FALSE)::INT + (hygienic_toilet IS FALSE)::INT
        + (uses_internet IS FALSE)::INT + (no_device IS TRUE)::INT AS lacking,
        (jobless_or_without_contract IS NULL)::INT + (many_dependants IS NULL)::INT + (malnourished_child IS NULL)::INT
        + (uninsured_member IS NULL)::INT + (adult_without_schooling IS NULL)::INT + (child_out_of_school IS NULL)::INT
        + (flimsy IS NULL)::INT + (crowded IS NULL)::INT + (clean_water IS NULL)::INT + (hygienic_toilet IS NULL)::INT
        + (uses_internet IS NULL)::INT + (no_device IS NULL)::INT AS unanswered,
        (NOT owns_home OR owned_home_area < 10 * owned_home_residents)
        AND NOT bought_social_housing AND NOT renting_social_housing AND NOT received_housing_support AS housing_2014,
        residence_in_province = 'permanent'
        OR (
            residence_in_province = 'temporary' AND temporary_residence_months >= 12 AND social_insurance_months >= 12
        ) AS residence_2014,
        poverty_certificate IN ('poor', 'near_poor', 'local') OR household_hardship AS needy
    FROM members
),

subjects AS (
    SELECT
        *,
        g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces_open OR g_official OR g_returned
        OR g_land_recovered AS buying_subject,
        g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces OR g_official AS loan_subject,
        (g_merit OR g_returned OR g_land_recovered)
        OR (g_urban_poor AND poor_or_near_poor)
        OR ((g_low_income OR g_worker OR g_official) AND within_cap)
        OR (g_forces_open AND forces_within_cap) AS income_condition,
        can_repay AND loan_request AND loan_secured AS loan_papers,
        CASE WHEN lacking >= 3 THEN TRUE WHEN lacking + unanswered < 3 THEN FALSE END AS three_deprivations
    FROM conditions
),

verdicts AS (
    SELECT
        "case",
        as_of,
        g_forces AND NOT benefited_social_housing_policy AND housing_condition AND NOT bought_armed_forces_housing
        AND never_bought AND forces_within_cap AS armed_forces_housing_purchase,
        g_forces AND NOT benefited_social_housing_policy AND NOT renting_social_housing AS armed_forces_housing_rent,
        (needy AND disaster_damage = 'destroyed' AND no_place_left)
        OR relocation_ordered
        OR (needy AND disaster_damage = 'severe' AND uninhabitable) AS disaster_house_support,
        houses_own_staff
        AND (
            (organisation_kind IN ('enterprise', 'cooperative') AND produces_in_zone AND has_zone_lease AND employs_occupants)
            OR organisation_kind <> 'other'
        ) AS employer_housing_rental,
        (g_merit OR g_rural_poor) AND cannot_afford_with_support AND NOT received_gift_house AS house_gift,
        merit_case AND lives_in_house AND registered_in_house AND bad_house AND NOT supported_by_decision_22
        AND (must_demolish OR needs_frame_and_roof_repair) AS merit_house_grant,
        merit_case AND land_fee_event <> 'none' AND NOT household_had_land_fee_relief AND any_band
        AND (
            band_100
            OR (activist_1945 AND land_fee_event = 'state_house_purchase' AND rents_that_multi_storey_house)
            OR activist_1945 OR rate_61 OR band_80 OR band_70 OR band_65
        ) AS merit_land_use_fee_relief,
        merit_case AND (rents_public_housing OR rents_old_state_housing) AND named_in_rental_contract
        AND NOT had_rent_relief AND any_band
        AND (
            band_100 OR lives_alone_without_support OR other_entitled_tenant
            OR activist_1945 OR rate_61 OR band_80 OR band_70 OR band_65
        ) AS merit_rent_relief,
        coalesce(poverty_certificate = 'poor', within_poverty_line AND three_deprivations)
        OR coalesce(poverty_certificate = 'near_poor', within_poverty_line AND NOT three_deprivations)
        OR (
            poverty_certificate IN ('local', 'none') AND NOT within_poverty_line AND within_average_line
        ) AS poverty_status,
        (loan_subject OR g_rural_poor) AND has_residential_land AND (NOT has_house OR bad_house)
        AND registered_in_land_commune AND loan_papers AND land_certificate AND cost_plan_and_permit AS self_build_loan,
        loan_subject AND housing_contract_signed AND loan_papers AS social_housing_loan,
        buying_subject AND housing_condition AND income_condition AND NOT registered_at_another_project
        AND NOT renting_social_housing AND project_funding IN ('developer', 'public') AS social_housing_purchase,
        pending_under_2014_law AND (loan_subject OR g_returned OR g_land_recovered) AND housing_2014 AND residence_2014
        AND (
            g_merit OR g_urban_poor OR g_returned OR g_land_recovered
            OR coalesce(not_regularly_taxed, income_after_insurance <= 11000000 + 4400000 * tax_dependants)
        ) AS social_housing_purchase_2014,
        (buying_subject OR g_student) AND NOT renting_social_housing
        AND (project_funding <> 'trade_union' OR g_worker) AS social_housing_rent,
        named_in_rental_contract AND NOT had_rent_relief
        AND (
            (rents_public_housing AND (poor_or_near_poor OR receives_social_allowance))
            OR (
                rents_armed_forces_public_housing
                AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member)
            )
        ) AS social_housing_rent_relief,
        buying_subject AND buys_unit_lived_in AND housing_condition AND income_condition AS social_housing_tenant_purchase,
        works_in_that_zone AND has_labour_contract AND lodging_confirmed_by = 'producer' AND NOT renting_social_housing
        AND NOT renting_worker_lodging AS worker_lodging
    FROM subjects
)

SELECT
    "case",
    as_of,
    CASE armed_forces_housing_purchase WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS armed_forces_housing_purchase,
    CASE armed_forces_housing_rent WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS armed_forces_housing_rent,
    CASE disaster_house_support WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS disaster_house_support,
    CASE employer_housing_rental WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS employer_housing_rental,
    'not_in_force' AS ethnic_minority_house_support,
    'closed' AS ethnic_minority_house_support_why,
    CASE house_gift WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS house_gift,
    CASE merit_house_grant WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS merit_house_grant,
    CASE merit_land_use_fee_relief WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS merit_land_use_fee_relief,
    CASE merit_rent_relief WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS merit_rent_relief,
    'not_in_force' AS poor_district_house_support,
    'closed' AS poor_district_house_support_why,
    'not_in_force' AS poor_house_loan_2015,
    'closed' AS poor_house_loan_2015_why,
    CASE poverty_status WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS poverty_status,
    CASE self_build_loan WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS self_build_loan,
    CASE social_housing_loan WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_loan,
    CASE social_housing_purchase WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_purchase,
    CASE social_housing_purchase_2014 WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_purchase_2014,
    CASE social_housing_rent WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_rent,
    'not_in_force' AS social_housing_rent_2014,
    'closed' AS social_housing_rent_2014_why,
    CASE social_housing_rent_relief WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_rent_relief,
    CASE social_housing_tenant_purchase WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS social_housing_tenant_purchase,
    'not_in_force' AS storm_house_support_2014,
    'closed' AS storm_house_support_2014_why,
    'not_in_force' AS temporary_house_elimination,
    'closed' AS temporary_house_elimination_why,
    CASE worker_lodging WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS worker_lodging,
    'not_in_force' AS worker_rent_support_2022,
    'closed' AS worker_rent_support_2022_why
FROM verdicts;
