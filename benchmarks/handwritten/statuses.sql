-- The status of every household on 2026-11-01 under the programmes that are its columns, as an analyst would write it for
-- this day alone. A programme that is not a column here is judged by nobody by hand.
-- Source: population (see population.py). NULL is unknown; and, or, not, comparisons carry it on by themselves.
WITH groups AS (
    SELECT
        *,
        marital_status = 'married' AS married,
        poverty_certificate IN ('poor', 'near_poor') AS poor_or_near_poor,
        ';' || housing_law_groups || ';' AS stated,
        -- the facts that others give where they are not known themselves
        CASE WHEN merit_category = 'none' AND martyr_relation = 'none' THEN FALSE END AS no_merit,
        CASE WHEN NOT has_house THEN FALSE END AS no_house,
        coalesce(has_house, CASE WHEN house_area > 0 THEN TRUE END) AS housed,
        coalesce(benefited_armed_forces_housing, CASE WHEN bought_armed_forces_housing THEN TRUE END) AS had_forces_housing,
        coalesce(
            benefited_social_housing_policy, CASE WHEN bought_social_housing OR renting_social_housing THEN TRUE END
        ) AS had_social_housing_policy,
        coalesce(named_on_certificate, CASE WHEN home_on_certificate THEN TRUE END) AND home_on_certificate AS own_home,
        marital_status = 'married'
        AND coalesce(spouse_named_on_certificate, CASE WHEN spouse_home_on_certificate THEN TRUE END)
        AND spouse_home_on_certificate AS spouse_home,
        coalesce(owns_home, CASE WHEN home_on_certificate OR spouse_home_on_certificate THEN TRUE END) AS owns,
        coalesce(bought_social_housing, CASE WHEN lease_purchases_this_unit THEN TRUE END) AS bought,
        coalesce(
            bought_armed_forces_housing,
            CASE
                WHEN NOT bought_social_housing
                    AND (marital_status IN ('single', 'certified_single') OR NOT spouse_bought_social_housing)
                    THEN FALSE
            END
        ) AS bought_forces,
        coalesce(
            received_housing_support,
            CASE
                WHEN received_gift_house OR supported_by_decision_22 OR supported_by_any_programme
                    OR supported_by_other_programme OR supported_by_minority_programme
                    OR supported_by_poverty_programme OR supported_by_merit_policy OR bought_armed_forces_housing
                    THEN TRUE
            END
        ) AS supported,
        coalesce(vietnamese_citizen, TRUE) AS citizen,
        merit_category <> 'none' AND merit_person_alive AS alive,
        CASE
            WHEN merit_category <> 'none' THEN also_recognised_as
            WHEN merit_category = 'none' THEN 'none'
            WHEN also_recognised_as = 'none' THEN 'none'
        END AS also,
        CASE
            WHEN merit_category = 'helped_revolution' THEN helped_revolution_award
            WHEN merit_category <> 'helped_revolution' THEN 'none'
            WHEN helped_revolution_award = 'none' THEN 'none'
        END AS award,
        martyr_relation IN ('parent', 'spouse', 'child', 'fosterer') AS martyr_relative,
        marital_status = 'married' AND spouse_in_armed_forces AS spouse_forces,
        net_income + spouse_net_income AS couple_income,
        house_condition IN ('temporary', 'severely_damaged') AS bad_house,
        -- what the province has decided: NULL where that was not looked up
        CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN FALSE END AS province_lets_rural_poor,
        CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN TRUE END AS far_rule,
        home_to_work_distance >= CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN 20 END AS far,
        work_to_project_distance <= CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN 10 END AS near_project,
        CASE WHEN province IN ('hai_phong', 'hai_duong') THEN 1.16 WHEN province IS NOT NULL THEN 1.00 END AS coefficient
    FROM population
),

merits AS (
    SELECT
        *,
        alive AND NOT merit_suspended AS active,
        martyr_relative
        AND (
            NOT merit_suspended
            OR (merit_category <> 'none' AND NOT (merit_category <> 'none' AND martyr_relative AND relative_suspended))
        ) AS relative,
        merit_category IN ('war_invalid', 'sick_soldier', 'toxic_chemicals')
        OR also IN ('war_invalid', 'sick_soldier', 'toxic_chemicals') AS has_rate
    FROM groups
),

members AS (
    SELECT
        *,
        coalesce(merit_recognised, no_merit) AND (active OR relative) AS merit_case,
        coalesce(
            stated LIKE '%;merit;%',
            coalesce(merit_recognised, no_merit) AND (active OR relative) AND coalesce(applicant_has_merit, no_merit)
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
        coalesce(stated LIKE '%;two_children;%', natural_children >= 2) AS g_two_children,
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
        (
            active
            AND (
                merit_category IN ('pre_1945', 'heroic_mother', 'armed_forces_hero', 'labour_hero')
                OR also IN ('pre_1945', 'heroic_mother', 'armed_forces_hero', 'labour_hero')
            )
        )
        OR (active AND has_rate AND disability_rate >= 81)
        OR (relative AND receives_survivor_allowance) AS band_100,
        active AND (merit_category = 'pre_uprising' OR also = 'pre_uprising') AS activist_1945,
        active AND has_rate AND disability_rate >= 61 AND disability_rate < 81 AS rate_61,
        active AND has_rate AND disability_rate >= 41 AND disability_rate < 61 AS band_80,
        (active AND has_rate AND disability_rate >= 21 AND disability_rate < 41)
        OR (active AND (merit_category = 'imprisoned' OR also = 'imprisoned'))
        OR (
            active AND merit_category = 'helped_revolution' AND also NOT IN ('pre_1945', 'pre_uprising', 'resistance')
            AND award IN ('memorial', 'resistance_order')
        )
        OR relative AS band_70,
        (active AND (merit_category = 'resistance' OR also = 'resistance'))
        OR (
            active AND merit_category = 'helped_revolution'
            AND award IN ('memorial', 'resistance_order', 'resistance_medal')
        ) AS band_65,
        (
            (merit_category IN ('war_invalid', 'sick_soldier') OR also IN ('war_invalid', 'sick_soldier'))
            AND active AND unable_to_work
        )
        OR (relative AND martyr_family_without_worker) AS exempt_by_land_decree,
        active AND (merit_category = 'heroic_mother' OR also = 'heroic_mother') AS heroic_mother,
        -- homes
        (NOT own_home AND NOT spouse_home) OR (owns AND owned_home_area < 15 * owned_home_residents) AS lacks_home,
        NOT (married AND spouse_bought_social_housing) AS spouse_never_bought,
        ((far_rule AND owns AND far AND near_project) OR (NOT own_home AND NOT spouse_home AND far))
        AND NOT bought AND NOT bought_forces AS far_from_work,
        -- incomes: the cap by marital status, which an unknown status leaves open only where the caps differ
        net_income <= 50000000 * coefficient
        AND spouse_net_income <= 50000000 * coefficient
        AND couple_income <= 50000000 * coefficient AS couple_within,
        CASE
            WHEN raising_minor_child THEN net_income <= 35000000 * coefficient
            WHEN NOT raising_minor_child THEN net_income <= 25000000 * coefficient
            WHEN (net_income <= 35000000 * coefficient) = (net_income <= 25000000 * coefficient)
                THEN net_income <= 25000000 * coefficient
        END AS single_within,
        CASE
            WHEN spouse_forces THEN couple_income <= 2 * colonel_total_income
            WHEN NOT spouse_forces THEN couple_income <= colonel_total_income + 25000000
            WHEN (couple_income <= 2 * colonel_total_income) = (couple_income <= colonel_total_income + 25000000)
                THEN couple_income <= 2 * colonel_total_income
        END AS forces_couple_within,
        net_income <= colonel_total_income AS forces_single_within,
        highest_monthly_income <= CASE
            WHEN married AND spouse_forces THEN 2 * colonel_total_income
            WHEN married AND NOT spouse_forces THEN colonel_total_income + 25000000
            WHEN married AND colonel_total_income = 25000000 THEN 50000000
            WHEN NOT married THEN colonel_total_income
        END AS forces_every_month,
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
    FROM merits
),

conditions AS (
    SELECT
        *,
        band_100 OR activist_1945 OR rate_61 OR band_80 OR band_70 OR band_65 AS any_band,
        g_forces AND NOT had_forces_housing AS g_forces_open,
        g_rural_poor AND province_lets_rural_poor AS g_rural_poor_let,
        NOT bought AND spouse_never_bought AND NOT bought_forces AS never_bought,
        (NOT bought OR lease_purchases_this_unit) AND spouse_never_bought AND NOT bought_forces AS never_bought_another,
        CASE
            WHEN married THEN couple_within
            WHEN NOT married THEN single_within
            WHEN couple_within = single_within THEN couple_within
        END AS within_cap,
        CASE
            WHEN married THEN forces_couple_within
            WHEN NOT married THEN forces_single_within
            WHEN forces_couple_within = forces_single_within THEN forces_single_within
        END
        AND forces_every_month AS forces_within_cap,
        -- how many of the twelve indicators lack, and how many may
        (jobless_or_without_contract IS TRUE)::INT + (many_dependants IS TRUE)::INT + (malnourished_child IS TRUE)::INT
        + (uninsured_member IS TRUE)::INT + (adult_without_schooling IS TRUE)::INT + (child_out_of_school IS TRUE)::INT
        + (flimsy IS TRUE)::INT + (crowded IS TRUE)::INT + (clean_water IS FALSE)::INT + (hygienic_toilet IS FALSE)::INT
        + (uses_internet IS FALSE)::INT + (no_device IS TRUE)::INT AS lacking,
        (jobless_or_without_contract IS NULL)::INT + (many_dependants IS NULL)::INT + (malnourished_child IS NULL)::INT
        + (uninsured_member IS NULL)::INT + (adult_without_schooling IS NULL)::INT + (child_out_of_school IS NULL)::INT
        + (flimsy IS NULL)::INT + (crowded IS NULL)::INT + (clean_water IS NULL)::INT + (hygienic_toilet IS NULL)::INT
        + (uses_internet IS NULL)::INT + (no_device IS NULL)::INT AS unanswered,
        (NOT owns AND NOT owns_home_elsewhere) OR owned_home_area < 10 * owned_home_residents AS small_home_2014,
        NOT bought AND NOT renting_social_housing AND NOT supported AS had_nothing_2014,
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
        OR g_land_recovered OR g_two_children OR g_rural_poor_let AS buying_subject,
        g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces OR g_official AS old_loan_subject,
        g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces OR g_official OR g_two_children
        OR g_rural_poor_let AS loan_subject,
        (g_merit OR g_returned OR g_land_recovered OR g_two_children)
        OR (g_urban_poor AND poor_or_near_poor)
        OR ((g_low_income OR g_worker OR g_official) AND within_cap)
        OR (g_forces_open AND forces_within_cap)
        OR (g_rural_poor_let AND poor_or_near_poor AND NOT received_gift_house) AS income_condition,
        NOT lives_in_official_housing
        AND ((lacks_home AND never_bought AND NOT supported) OR far_from_work) AS housing_condition,
        NOT lives_in_official_housing
        AND ((lacks_home AND never_bought_another AND NOT supported) OR far_from_work) AS tenant_housing_condition,
        project_funding = 'developer'
        AND (unit_of_rental_share OR rental_contract_on < DATE '2025-10-10') AS unit_may_be_sold,
        can_repay AND loan_request AND loan_secured AS loan_papers,
        CASE WHEN lacking >= 3 THEN TRUE WHEN lacking + unanswered < 3 THEN FALSE END AS three_deprivations,
        rents_public_housing AND (poor_or_near_poor OR receives_social_allowance) AS social_relief,
        rents_armed_forces_public_housing AND g_forces
        AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member) AS forces_relief,
        g_merit OR g_urban_poor OR g_returned OR g_land_recovered
        OR coalesce(not_regularly_taxed, income_after_insurance <= 15500000 + 6200000 * tax_dependants) AS tax_2014
    FROM conditions
),

verdicts AS (
    SELECT
        "case",
        as_of,
        g_forces AND NOT had_social_housing_policy AND housing_condition AND never_bought AND forces_within_cap
        AND project_funding <> 'trade_union' AS armed_forces_housing_purchase,
        g_forces AND NOT had_social_housing_policy AND NOT renting_social_housing AS armed_forces_housing_rent,
        (needy AND disaster_damage = 'destroyed' AND no_place_left)
        OR relocation_ordered
        OR (needy AND disaster_damage = 'severe' AND uninhabitable) AS disaster_house_support,
        houses_own_staff
        AND (
            (organisation_kind IN ('enterprise', 'cooperative') AND produces_in_zone AND has_zone_lease AND employs_occupants)
            OR (organisation_kind <> 'other' AND rents_from_developer)
        ) AS employer_housing_rental,
        ((g_merit AND heroic_mother) OR ((g_merit OR g_rural_poor) AND cannot_afford_with_support))
        AND NOT received_gift_house AS house_gift,
        merit_case AND coalesce(lives_in_house, no_house) AND coalesce(registered_in_house, no_house) AND bad_house
        AND NOT supported_by_decision_22
        AND (coalesce(must_demolish, no_house) OR coalesce(needs_frame_and_roof_repair, no_house)) AS merit_house_grant,
        merit_case AND land_fee_event IN ('allocation', 'change_of_use', 'recognition', 'state_house_purchase')
        AND NOT household_had_land_fee_relief
        AND (any_band OR exempt_by_land_decree) AS merit_land_use_fee_relief,
        merit_case AND (rents_public_housing OR rents_old_state_housing) AND named_in_rental_contract
        AND NOT had_rent_relief AND any_band AS merit_rent_relief,
        coalesce(poverty_certificate = 'poor', within_poverty_line AND three_deprivations)
        OR coalesce(poverty_certificate = 'near_poor', within_poverty_line AND NOT three_deprivations)
        OR (poverty_certificate = 'none' AND within_poverty_line AND three_deprivations)
        OR (poverty_certificate = 'none' AND within_poverty_line AND NOT three_deprivations)
        OR (
            poverty_certificate IN ('local', 'none') AND NOT within_poverty_line AND within_average_line
        ) AS poverty_status,
        (old_loan_subject OR g_rural_poor OR g_two_children) AND has_residential_land
        AND (NOT housed OR house_condition IN ('temporary', 'severely_damaged', 'damaged'))
        AND registered_in_land_commune AND loan_papers AND land_certificate AND cost_plan_and_permit AS self_build_loan,
        loan_subject AND housing_contract_signed AND contract_with_developer AND loan_papers AS social_housing_loan,
        buying_subject AND housing_condition AND income_condition AND NOT registered_at_another_project
        AND (NOT renting_social_housing OR buys_unit_lived_in) AND citizen
        AND project_funding IN ('developer', 'public') AS social_housing_purchase,
        pending_under_2014_law AND (old_loan_subject OR g_returned OR g_land_recovered) AND small_home_2014
        AND had_nothing_2014 AND residence_2014 AND tax_2014 AS social_housing_purchase_2014,
        (buying_subject OR g_student) AND NOT renting_social_housing
        AND (project_funding <> 'trade_union' OR g_worker) AND citizen AS social_housing_rent,
        named_in_rental_contract AND NOT had_rent_relief AND (social_relief OR forces_relief) AS social_housing_rent_relief,
        buying_subject AND buys_unit_lived_in AND unit_may_be_sold AND tenant_housing_condition
        AND income_condition AS social_housing_tenant_purchase,
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
