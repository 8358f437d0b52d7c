-- What statuses.sql says, with every reason written out, as an analyst would do it for 2026-11-01: for each programme the
-- status, the benefit, the reported conditions that carry the outcome with their citations, what is missing, ranks, notes.
-- The law is that of this day, and its words are those of the handbook. Less than ancu says: no doubts ("provisional"), no
-- facts that contradict each other, no provinces that were merged or whose rules were not looked up, and no forms of a
-- benefit that are open beside those that are met. Source: population. NULL is unknown.
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
        NOT merit_suspended AS merit_not_suspended,
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
        NOT merit_suspended
        OR (
            merit_category <> 'none'
            AND NOT (
                merit_category <> 'none' AND martyr_relation IN ('parent', 'spouse', 'child', 'fosterer')
                AND relative_suspended
            )
        ) AS relative_not_suspended,
        marital_status = 'married' AND spouse_in_armed_forces AS spouse_forces,
        net_income + spouse_net_income AS couple_income,
        house_condition IN ('temporary', 'severely_damaged') AS bad_house,
        gender = 'female' AS woman,
        gender = 'female' AND single_woman_or_household_head AS single_woman,
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
        alive AND merit_not_suspended AS active,
        coalesce(merit_recognised, no_merit) AS recognised,
        coalesce(applicant_has_merit, no_merit) AS applicant,
        martyr_relative AND relative_not_suspended AS relative,
        merit_category IN ('war_invalid', 'sick_soldier', 'toxic_chemicals')
        OR also IN ('war_invalid', 'sick_soldier', 'toxic_chemicals') AS has_rate
    FROM groups
),

members AS (
    SELECT
        *,
        recognised AND (active OR relative) AS merit_case,
        -- what is still asked of a person's merit, where that is empty
        (active OR relative) IS NULL
        AND ((active IS NULL AND alive IS NULL) OR (relative IS NULL AND relative_not_suspended IS NULL)) AS asks_category,
        (active OR relative) IS NULL AND active IS NULL AND alive IS NULL AS asks_alive,
        (active OR relative) IS NULL
        AND (active IS NULL OR (relative IS NULL AND relative_not_suspended IS NULL)) AS asks_suspended,
        (active OR relative) IS NULL AND relative IS NULL AS asks_relation,
        (active OR relative) IS NULL AND relative IS NULL AND relative_not_suspended IS NULL
        AND merit_category IS DISTINCT FROM 'none' AS asks_relative_suspended,
        coalesce(
            stated LIKE '%;merit;%',
            recognised AND (active OR relative) AND applicant
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
        END AS forces_average_within_cap,
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
        OR (g_forces_open AND forces_average_within_cap AND forces_every_month)
        OR (g_rural_poor_let AND poor_or_near_poor AND NOT received_gift_house) AS income_condition,
        NOT lives_in_official_housing
        AND ((lacks_home AND never_bought AND NOT supported) OR far_from_work) AS housing_condition,
        NOT lives_in_official_housing
        AND ((lacks_home AND never_bought_another AND NOT supported) OR far_from_work) AS tenant_housing_condition,
        can_repay AND loan_request AND loan_secured AS loan_papers,
        CASE WHEN lacking >= 3 THEN TRUE WHEN lacking + unanswered < 3 THEN FALSE END AS three_deprivations,
        rents_public_housing AND (poor_or_near_poor OR receives_social_allowance) AS social_relief,
        rents_armed_forces_public_housing AND g_forces
        AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member) AS forces_relief,
        g_merit OR g_urban_poor OR g_returned OR g_land_recovered
        OR coalesce(not_regularly_taxed, income_after_insurance <= 15500000 + 6200000 * tax_dependants) AS tax_2014
    FROM conditions
),

reported AS (
    SELECT
        *,
        NOT had_social_housing_policy AS social_housing_policy_not_used,
        NOT lives_in_official_housing AS not_in_official_housing,
        lacks_home AND never_bought AND NOT supported AS ordinary_housing_case,
        lacks_home AND never_bought_another AND NOT supported AS tenant_ordinary_case,
        far_from_work AS far_from_work_case,
        never_bought AS forces_household_never_bought,
        project_funding NOT IN ('public', 'trade_union') AS forces_project_sells,
        project_funding <> 'trade_union' AS forces_project_lease_sells,
        NOT renting_social_housing AS one_rental,
        needy AND disaster_damage = 'destroyed' AND no_place_left AS house_lost,
        needy AND disaster_damage = 'severe' AND uninhabitable AS house_badly_damaged,
        organisation_kind IN ('enterprise', 'cooperative') AND produces_in_zone AND has_zone_lease AND employs_occupants AS zone_producer,
        organisation_kind <> 'other' AND rents_from_developer AS pilot_organisation,
        g_merit AND heroic_mother AS heroic_mother_gift,
        (g_merit OR g_rural_poor) AND cannot_afford_with_support AS gift_case,
        NOT received_gift_house AS gift_not_had,
        coalesce(lives_in_house, no_house) AS lives_there,
        coalesce(registered_in_house, no_house) AS registered_there,
        coalesce(must_demolish, no_house) AS house_must_be_rebuilt,
        coalesce(needs_frame_and_roof_repair, no_house) AS house_needs_repair,
        NOT supported_by_decision_22 AS not_supported_by_decision_22,
        land_fee_event IN ('allocation', 'change_of_use', 'recognition', 'state_house_purchase') AS land_fee_arises,
        NOT household_had_land_fee_relief AS first_land_fee_relief,
        band_100 OR (activist_1945 AND land_fee_event = 'state_house_purchase' AND rents_that_multi_storey_house) OR exempt_by_land_decree AS land_fee_exempt,
        activist_1945 OR rate_61 AS merit_band_90,
        rents_public_housing OR rents_old_state_housing AS rents_state_housing,
        NOT had_rent_relief AS relief_not_yet_had,
        band_100 OR lives_alone_without_support OR other_entitled_tenant AS rent_exempt,
        coalesce(poverty_certificate = 'poor', within_poverty_line AND three_deprivations) OR (poverty_certificate = 'none' AND within_poverty_line AND three_deprivations) AS poor_household,
        coalesce(poverty_certificate = 'near_poor', within_poverty_line AND NOT three_deprivations) OR (poverty_certificate = 'none' AND within_poverty_line AND NOT three_deprivations) AS near_poor_household,
        poverty_certificate IN ('local', 'none') AND NOT within_poverty_line AND within_average_line AS average_household,
        old_loan_subject OR g_rural_poor OR g_two_children AS self_build_subject,
        has_residential_land AND (NOT housed OR house_condition IN ('temporary', 'severely_damaged', 'damaged')) AS land_and_house_need,
        NOT registered_at_another_project AS one_application,
        NOT renting_social_housing OR buys_unit_lived_in AS not_tenant_elsewhere,
        project_funding = 'developer' AS project_sells,
        project_funding IN ('developer', 'public') AS project_lease_sells,
        old_loan_subject OR g_returned OR g_land_recovered AS buying_subject_2014,
        small_home_2014 AS no_or_small_home_2014,
        had_nothing_2014 AS nothing_had_2014,
        tax_2014 AS income_2014,
        buying_subject OR g_student AS renting_subject,
        project_funding <> 'trade_union' OR g_worker AS project_open_to_group,
        NOT had_rent_relief AS relief_not_yet_had_public,
        social_relief OR forces_relief AS relief_case,
        social_relief AS social_relief_case,
        forces_relief AS forces_relief_case,
        project_funding = 'developer' AS unit_of_developer,
        rental_contract_on < DATE '2025-10-10' AS earlier_contract,
        lodging_confirmed_by = 'producer' AS lodging_confirmation,
        NOT renting_social_housing AND NOT renting_worker_lodging AS no_other_rental,
        -- grounds of priority
        applicant AND recognised AND alive AS first_merit,
        applicant AND recognised AND martyr_relative AS first_martyr,
        g_two_children OR natural_children >= 2 AS first_children,
        CASE
            WHEN project_funding = 'developer' AND intake_opened_on >= DATE '2026-02-09' THEN single_woman
            WHEN NOT (project_funding = 'developer' AND intake_opened_on >= DATE '2026-02-09') THEN woman
            WHEN single_woman = woman THEN woman
        END AS first_woman,
        CASE
            WHEN project_funding = 'developer' THEN single_woman
            WHEN project_funding <> 'developer' THEN woman
            WHEN single_woman = woman THEN woman
        END AS first_woman_tenant
    FROM subjects
),

verdicts AS (
    SELECT
        *,
        g_forces AND social_housing_policy_not_used AND not_in_official_housing AND (ordinary_housing_case OR far_from_work_case) AND forces_household_never_bought AND forces_average_within_cap AND forces_every_month AND (forces_project_sells OR forces_project_lease_sells) AS v_armed_forces_housing_purchase,
        g_forces AND social_housing_policy_not_used AND one_rental AS v_armed_forces_housing_rent,
        (house_lost OR relocation_ordered OR house_badly_damaged) AS v_disaster_house_support,
        houses_own_staff AND (zone_producer OR pilot_organisation) AS v_employer_housing_rental,
        (heroic_mother_gift OR gift_case) AND gift_not_had AS v_house_gift,
        merit_case AND lives_there AND registered_there AND bad_house AND not_supported_by_decision_22 AND (house_must_be_rebuilt OR house_needs_repair) AS v_merit_house_grant,
        merit_case AND land_fee_arises AND first_land_fee_relief AND (any_band OR exempt_by_land_decree) AND (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) AS v_merit_land_use_fee_relief,
        merit_case AND rents_state_housing AND named_in_rental_contract AND relief_not_yet_had AND any_band AND (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) AS v_merit_rent_relief,
        (poor_household OR near_poor_household OR average_household) AS v_poverty_status,
        self_build_subject AND land_and_house_need AND registered_in_land_commune AND can_repay AND loan_request AND loan_secured AND land_certificate AND cost_plan_and_permit AS v_self_build_loan,
        loan_subject AND housing_contract_signed AND contract_with_developer AND can_repay AND loan_request AND loan_secured AS v_social_housing_loan,
        buying_subject AND not_in_official_housing AND (ordinary_housing_case OR far_from_work_case) AND income_condition AND one_application AND not_tenant_elsewhere AND citizen AND (project_sells OR project_lease_sells) AS v_social_housing_purchase,
        pending_under_2014_law AND buying_subject_2014 AND no_or_small_home_2014 AND nothing_had_2014 AND residence_2014 AND income_2014 AS v_social_housing_purchase_2014,
        renting_subject AND one_rental AND project_open_to_group AND citizen AS v_social_housing_rent,
        named_in_rental_contract AND relief_not_yet_had_public AND relief_case AND (other_entitled_tenant OR social_relief_case OR forces_relief_case) AS v_social_housing_rent_relief,
        buying_subject AND buys_unit_lived_in AND unit_of_developer AND (unit_of_rental_share OR earlier_contract) AND not_in_official_housing AND (tenant_ordinary_case OR far_from_work_case) AND income_condition AS v_social_housing_tenant_purchase,
        works_in_that_zone AND has_labour_contract AND lodging_confirmation AND no_other_rental AS v_worker_lodging
    FROM reported
)

SELECT
    "case", as_of, province, housing_law_groups, employment, area_type, works_for_central_body,
    public_employee_or_staff, displaced_by_merger, scientist_with_housing_privilege, born_on, vietnamese_citizen,
    poverty_certificate, marital_status, raising_minor_child, natural_children, returned_official_home,
    official_home_recovered_for_violation, no_home_after_return, land_recovered_home_demolished, compensated_in_kind,
    registered_at_another_project, net_income, highest_monthly_income, spouse_net_income, spouse_in_armed_forces,
    colonel_total_income, named_on_certificate, home_on_certificate, spouse_named_on_certificate,
    spouse_home_on_certificate, owns_home, owns_home_elsewhere, owned_home_area, owned_home_residents,
    home_to_work_distance, work_to_project_distance, lives_in_official_housing, bought_social_housing,
    spouse_bought_social_housing, received_housing_support, received_gift_house, benefited_armed_forces_housing,
    renting_social_housing, supported_by_decision_22, supported_by_other_programme, merit_category, applicant_has_merit,
    merit_person_alive, martyr_relation, merit_recognised, merit_suspended, relative_suspended, lives_in_house,
    registered_in_house, house_condition, must_demolish, needs_frame_and_roof_repair, house_area, household_size,
    household_kind, solid_foundation, solid_frame_and_walls, solid_roof, unsafe_for_users, built_of_solid_materials,
    house_age, renovated_since_built, degraded_and_unsafe, meets_provincial_criteria, on_residential_land,
    land_in_dispute, to_be_cleared, project_funding, intake_opened_on, fund_level, fund_home_kind, rental_contract_on,
    unit_of_rental_share, lease_purchases_this_unit, buys_unit_lived_in, bought_armed_forces_housing,
    benefited_social_housing_policy, supported_by_any_programme, supported_by_merit_policy,
    supported_by_poverty_programme, supported_by_minority_programme, listed_before_death, surviving_spouse_in_house,
    also_recognised_as, helped_revolution_award, disability_rate, receives_survivor_allowance,
    lives_alone_without_support, registered_since, house_may_collapse, merit_person_elderly, household_hardship,
    disaster_prone_area, ethnic_minority_household, has_labour_contract, receives_pension, disabled_person,
    resettled_by_purchase, gender, single_woman_or_household_head, residence_in_province, temporary_residence_months,
    social_insurance_months, tax_dependants, income_after_insurance, not_regularly_taxed, pending_under_2014_law,
    has_house, lives_in_poor_district, household_separated, separated_on, in_minority_area,
    in_extremely_difficult_place, farming_household, poor_2011_2015, earlier_support_on, permanent_house,
    floor_above_flood, in_difficult_area, disaster_damage, no_place_left, uninhabitable, relocation_ordered,
    cannot_afford_with_support, income_per_person, jobless_or_without_contract, malnourished_child, uninsured_member,
    adult_without_schooling, child_out_of_school, durable_walls, durable_columns, durable_roof, clean_water,
    hygienic_toilet, uses_internet, has_shared_device, has_personal_device, waste_treated, dependants,
    rents_public_housing, rents_old_state_housing, named_in_rental_contract, had_rent_relief, other_entitled_tenant,
    receives_social_allowance, rents_armed_forces_public_housing, injured_on_dangerous_duty, merit_or_disabled_member,
    works_in_that_zone, lodging_confirmed_by, renting_worker_lodging, organisation_kind, rents_from_developer,
    produces_in_zone, has_zone_lease, employs_occupants, houses_own_staff, support_2022_case, employer_place,
    employer_kind, rented_room_then, contract_of_a_month, contract_started_on, insured_or_on_payroll, can_repay,
    loan_request, housing_contract_signed, contract_with_developer, loan_secured, contract_value, has_residential_land,
    registered_in_land_commune, land_certificate, cost_plan_and_permit, building_estimate, collateral_value,
    land_fee_event, rents_that_multi_storey_house, land_of_split_household, in_border_or_island, unable_to_work,
    martyr_family_without_worker, had_old_state_housing_relief, household_had_land_fee_relief, other_members_entitled,
    other_members_relief,
    CASE v_armed_forces_housing_purchase WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: kết quả",
    CASE WHEN v_armed_forces_housing_purchase THEN concat_ws('; ', CASE WHEN forces_project_sells THEN 'Được mua một căn nhà ở cho lực lượng vũ trang' END, CASE WHEN forces_project_lease_sells THEN 'Được thuê mua một căn nhà ở cho lực lượng vũ trang' END) ELSE '' END AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: mức hỗ trợ",
    CASE v_armed_forces_housing_purchase
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).',
                'Chưa được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).',
                'Không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).',
                CASE WHEN ordinary_housing_case THEN 'Chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN far_from_work_case THEN 'Có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                'Người đứng đơn và hộ gia đình chưa mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang (theo khoản 6 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15).',
                'Thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá (tổng thu nhập của sĩ quan cấp bậc hàm Đại tá) (theo khoản 1 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).',
                'Thu nhập của từng tháng không vượt mức tính theo tổng thu nhập của sĩ quan cấp Đại tá (theo khoản 3 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).',
                CASE WHEN forces_project_sells THEN 'Dự án được bán nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN forces_project_lease_sells THEN 'Dự án được cho thuê mua nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT g_forces THEN 'Không thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT social_housing_policy_not_used THEN 'Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT not_in_official_housing THEN 'Đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (ordinary_housing_case OR far_from_work_case) THEN 'Không thuộc trường hợp chưa có nhà ở hoặc nhà ở chật hẹp, chưa hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (ordinary_housing_case OR far_from_work_case) THEN 'Không thuộc trường hợp nhà ở cách xa nơi làm việc (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT forces_household_never_bought THEN 'Hộ gia đình đã mua, thuê mua nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang (theo khoản 6 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT forces_average_within_cap THEN 'Chưa đáp ứng: thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá (tổng thu nhập của sĩ quan cấp bậc hàm Đại tá) (theo khoản 1 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).' END,
                CASE WHEN NOT forces_every_month THEN 'Chưa đáp ứng: thu nhập của từng tháng không vượt mức tính theo tổng thu nhập của sĩ quan cấp Đại tá (theo khoản 3 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).' END,
                CASE WHEN NOT (forces_project_sells OR forces_project_lease_sells) THEN 'Chưa đáp ứng: dự án được bán nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (forces_project_sells OR forces_project_lease_sells) THEN 'Chưa đáp ứng: dự án được cho thuê mua nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN g_forces IS NULL THEN 'Chưa xác định được: thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN social_housing_policy_not_used IS NULL THEN 'Chưa xác định được: chưa được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN not_in_official_housing IS NULL THEN 'Chưa xác định được: không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL THEN 'Chưa xác định được: chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL THEN 'Chưa xác định được: có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN forces_household_never_bought IS NULL THEN 'Chưa xác định được: người đứng đơn và hộ gia đình chưa mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang (theo khoản 6 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN forces_average_within_cap IS NULL THEN 'Chưa xác định được: thu nhập không vượt mức tính theo tổng thu nhập của sĩ quan cấp bậc hàm Đại tá (tổng thu nhập của sĩ quan cấp bậc hàm Đại tá) (theo khoản 1 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).' END,
                CASE WHEN forces_every_month IS NULL THEN 'Chưa xác định được: thu nhập của từng tháng không vượt mức tính theo tổng thu nhập của sĩ quan cấp Đại tá (theo khoản 3 Điều 67 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 1 Nghị định 136/2026/NĐ-CP).' END,
                CASE WHEN (forces_project_sells OR forces_project_lease_sells) IS NULL AND forces_project_sells IS NULL THEN 'Chưa xác định được: dự án được bán nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (forces_project_sells OR forces_project_lease_sells) IS NULL AND forces_project_lease_sells IS NULL THEN 'Chưa xác định được: dự án được cho thuê mua nhà ở cho lực lượng vũ trang (theo khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; Điều 63 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: lý do",
    CASE WHEN v_armed_forces_housing_purchase IS NULL THEN concat_ws('; ',
            CASE WHEN employment IS NULL AND g_forces IS NULL THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN housing_law_groups IS NULL AND g_forces IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN benefited_social_housing_policy IS NULL AND social_housing_policy_not_used IS NULL THEN 'Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội' END,
            CASE WHEN bought_social_housing IS NULL AND bought IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL OR (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL OR forces_household_never_bought IS NULL) THEN 'Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN lives_in_official_housing IS NULL AND not_in_official_housing IS NULL THEN 'Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)' END,
            CASE WHEN home_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận có thông tin về nhà ở' END,
            CASE WHEN named_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)' END,
            CASE WHEN spouse_home_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận của vợ (chồng) có thông tin về nhà ở' END,
            CASE WHEN spouse_named_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)' END,
            CASE WHEN marital_status IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND lacks_home IS NULL OR spouse_never_bought IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL OR forces_household_never_bought IS NULL) OR (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND far IS NOT FALSE OR forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Tình trạng hôn nhân' END,
            CASE WHEN owns_home IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND owns IS NULL AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far_rule IS NOT FALSE) THEN 'Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án' END,
            CASE WHEN owned_home_area IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Diện tích sàn nhà ở thuộc sở hữu' END,
            CASE WHEN owned_home_residents IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Số người đăng ký thường trú tại nhà ở đó' END,
            CASE WHEN spouse_bought_social_housing IS NULL AND spouse_never_bought IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL OR forces_household_never_bought IS NULL) THEN 'Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN bought_armed_forces_housing IS NULL AND bought_forces IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL OR (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL OR forces_household_never_bought IS NULL) THEN 'Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang' END,
            CASE WHEN received_housing_support IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND supported IS NULL THEN 'Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án' END,
            CASE WHEN province IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL THEN 'Tỉnh' END,
            CASE WHEN home_to_work_distance IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND far IS NULL THEN 'Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc' END,
            CASE WHEN work_to_project_distance IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND near_project IS NULL AND owns IS NOT FALSE AND far IS NOT FALSE THEN 'Khoảng cách từ nơi làm việc đến dự án' END,
            CASE WHEN spouse_in_armed_forces IS NULL AND married IS NOT FALSE AND spouse_forces IS NULL AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)' END,
            CASE WHEN net_income IS NULL AND forces_average_within_cap IS NULL THEN 'Thu nhập bình quân hàng tháng thực nhận' END,
            CASE WHEN spouse_net_income IS NULL AND forces_average_within_cap IS NULL AND married IS NOT FALSE THEN 'Thu nhập bình quân hàng tháng của vợ (chồng)' END,
            CASE WHEN colonel_total_income IS NULL AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá' END,
            CASE WHEN highest_monthly_income IS NULL AND forces_every_month IS NULL THEN 'Thu nhập thực nhận của tháng cao nhất' END,
            CASE WHEN project_funding IS NULL AND (forces_project_sells OR forces_project_lease_sells) IS NULL THEN 'Nguồn vốn xây dựng dự án' END
        ) ELSE '' END AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: thông tin còn thiếu",
    '' AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Mẫu đơn yêu cầu cả hộ cam kết chưa được hỗ trợ nhà ở, không giới hạn địa bàn; hỗ trợ đã nhận ngoài tỉnh nơi có dự án cần được xem xét.',
            'Nghị quyết 201/2025/QH15 áp dụng chung cho nhà ở lực lượng vũ trang, trừ quy định riêng.'
        ) AS "Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân: lưu ý",
    CASE v_armed_forces_housing_rent WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: kết quả",
    CASE WHEN v_armed_forces_housing_rent THEN 'Được thuê một căn nhà ở cho lực lượng vũ trang' ELSE '' END AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: mức hỗ trợ",
    CASE v_armed_forces_housing_rent
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).',
                'Chưa được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).',
                'Không đang thuê căn nhà ở xã hội khác (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT g_forces THEN 'Không thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT social_housing_policy_not_used THEN 'Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT one_rental THEN 'Đang thuê nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang; mỗi thời điểm chỉ được thuê một căn (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN g_forces IS NULL THEN 'Chưa xác định được: thuộc lực lượng vũ trang nhân dân (theo khoản 7 Điều 76 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN social_housing_policy_not_used IS NULL THEN 'Chưa xác định được: chưa được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội (theo khoản 4 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN one_rental IS NULL THEN 'Chưa xác định được: không đang thuê căn nhà ở xã hội khác (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).' END
        )
    END AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: lý do",
    CASE WHEN v_armed_forces_housing_rent IS NULL THEN concat_ws('; ',
            CASE WHEN employment IS NULL AND g_forces IS NULL THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN housing_law_groups IS NULL AND g_forces IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN benefited_social_housing_policy IS NULL AND social_housing_policy_not_used IS NULL THEN 'Đã được hưởng chính sách mua, thuê mua, thuê nhà ở xã hội' END,
            CASE WHEN renting_social_housing IS NULL AND one_rental IS NULL THEN 'Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)' END
        ) ELSE '' END AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: thông tin còn thiếu",
    '' AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Thuê nhà ở cho lực lượng vũ trang không phải đáp ứng điều kiện về nhà ở và thu nhập. Nhà thuộc tài sản công được giảm tiền thuê trong trường hợp nêu tại Điều 65 Nghị định 100/2024/NĐ-CP.'
        ) AS "Thuê nhà ở cho lực lượng vũ trang nhân dân: lưu ý",
    CASE v_disaster_house_support WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: kết quả",
    CASE WHEN v_disaster_house_support THEN CASE WHEN house_lost THEN 'Hỗ trợ chi phí làm nhà ở (mức tối thiểu): 40.000.000 đồng' WHEN relocation_ordered THEN 'Hỗ trợ chi phí di dời nhà ở (mức tối thiểu): 30.000.000 đồng' WHEN house_badly_damaged THEN 'Hỗ trợ chi phí sửa chữa nhà ở (mức tối thiểu): 20.000.000 đồng' END ELSE '' END AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: mức hỗ trợ",
    CASE v_disaster_house_support
        WHEN TRUE THEN concat_ws(chr(10),
                CASE WHEN house_lost THEN 'Hộ nghèo, cận nghèo, khó khăn có nhà ở mất hoàn toàn và không còn nơi ở (theo khoản 1 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN relocation_ordered THEN 'Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền (theo khoản 2 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN house_badly_damaged THEN 'Hộ nghèo, cận nghèo, khó khăn có nhà ở hư hỏng nặng không ở được (theo khoản 3 Điều 15 Nghị định 20/2021/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT (house_lost OR relocation_ordered OR house_badly_damaged) THEN 'Chưa đáp ứng: hộ nghèo, cận nghèo, khó khăn có nhà ở mất hoàn toàn và không còn nơi ở (theo khoản 1 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN NOT (house_lost OR relocation_ordered OR house_badly_damaged) THEN 'Không thuộc trường hợp phải di dời nhà ở khẩn cấp (theo khoản 2 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN NOT (house_lost OR relocation_ordered OR house_badly_damaged) THEN 'Chưa đáp ứng: hộ nghèo, cận nghèo, khó khăn có nhà ở hư hỏng nặng không ở được (theo khoản 3 Điều 15 Nghị định 20/2021/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND house_lost IS NULL THEN 'Chưa xác định được: hộ nghèo, cận nghèo, khó khăn có nhà ở mất hoàn toàn và không còn nơi ở (theo khoản 1 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND relocation_ordered IS NULL THEN 'Chưa xác định được: phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền (theo khoản 2 Điều 15 Nghị định 20/2021/NĐ-CP).' END,
                CASE WHEN (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND house_badly_damaged IS NULL THEN 'Chưa xác định được: hộ nghèo, cận nghèo, khó khăn có nhà ở hư hỏng nặng không ở được (theo khoản 3 Điều 15 Nghị định 20/2021/NĐ-CP).' END
        )
    END AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: lý do",
    CASE WHEN v_disaster_house_support IS NULL THEN concat_ws('; ',
            CASE WHEN poverty_certificate IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND needy IS NULL AND (house_lost IS NULL OR house_badly_damaged IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN household_hardship IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND needy IS NULL AND (house_lost IS NULL OR house_badly_damaged IS NULL) THEN 'Hộ có hoàn cảnh khó khăn' END,
            CASE WHEN disaster_damage IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND (house_lost IS NULL OR house_badly_damaged IS NULL) THEN 'Thiệt hại về nhà ở do thiên tai, hỏa hoạn, bất khả kháng' END,
            CASE WHEN no_place_left IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND house_lost IS NULL THEN 'Không còn nơi ở' END,
            CASE WHEN relocation_ordered IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL THEN 'Phải di dời nhà ở khẩn cấp theo quyết định của cơ quan có thẩm quyền' END,
            CASE WHEN uninhabitable IS NULL AND (house_lost OR relocation_ordered OR house_badly_damaged) IS NULL AND house_badly_damaged IS NULL THEN 'Nhà không ở được' END
        ) ELSE '' END AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: thông tin còn thiếu",
    '' AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Nghị định 20/2021/NĐ-CP được thấy còn hiệu lực đến tháng 5/2026; cần kiểm tra văn bản thay thế. Các mức là mức tối thiểu, tỉnh có thể quy định cao hơn; “được xem xét” nghĩa là cơ quan có thẩm quyền quyết định từng trường hợp.'
        ) AS "Hỗ trợ làm nhà, sửa nhà, di dời nhà do thiên tai, hỏa hoạn: lưu ý",
    CASE v_employer_housing_rental WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: kết quả",
    CASE WHEN v_employer_housing_rental THEN concat_ws('; ', CASE WHEN zone_producer THEN 'Được thuê nhà lưu trú công nhân để bố trí cho công nhân của mình' END, CASE WHEN pilot_organisation THEN 'Được thuê nhà ở xã hội để bố trí cho người lao động của mình' END) ELSE '' END AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: mức hỗ trợ",
    CASE v_employer_housing_rental
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuê để bố trí cho người lao động của mình (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).',
                CASE WHEN zone_producer THEN 'Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp, có hợp đồng thuê mặt bằng và lao động (theo khoản 12 Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 93 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN pilot_organisation THEN 'Tổ chức thuộc cơ chế thí điểm thuê nhà ở xã hội của chủ đầu tư dự án (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT houses_own_staff THEN 'Không thuê để bố trí cho người lao động của mình (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).' END,
                CASE WHEN NOT (zone_producer OR pilot_organisation) THEN 'Không phải doanh nghiệp, hợp tác xã đang sản xuất trong khu công nghiệp có hợp đồng thuê mặt bằng và lao động (theo khoản 12 Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 93 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (zone_producer OR pilot_organisation) THEN 'Chưa đáp ứng: tổ chức thuộc cơ chế thí điểm thuê nhà ở xã hội của chủ đầu tư dự án (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN houses_own_staff IS NULL THEN 'Chưa xác định được: thuê để bố trí cho người lao động của mình (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).' END,
                CASE WHEN (zone_producer OR pilot_organisation) IS NULL AND zone_producer IS NULL THEN 'Chưa xác định được: doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp, có hợp đồng thuê mặt bằng và lao động (theo khoản 12 Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 93 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (zone_producer OR pilot_organisation) IS NULL AND pilot_organisation IS NULL THEN 'Chưa xác định được: tổ chức thuộc cơ chế thí điểm thuê nhà ở xã hội của chủ đầu tư dự án (theo khoản 1 Điều 10 Nghị quyết 201/2025/QH15).' END
        )
    END AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: lý do",
    CASE WHEN v_employer_housing_rental IS NULL THEN concat_ws('; ',
            CASE WHEN houses_own_staff IS NULL THEN 'Thuê để bố trí cho người lao động của mình' END,
            CASE WHEN organisation_kind IS NULL AND (zone_producer OR pilot_organisation) IS NULL AND (zone_producer IS NULL OR pilot_organisation IS NULL) THEN 'Loại tổ chức đứng đơn' END,
            CASE WHEN produces_in_zone IS NULL AND (zone_producer OR pilot_organisation) IS NULL AND zone_producer IS NULL THEN 'Đang sản xuất, kinh doanh trong khu công nghiệp đó' END,
            CASE WHEN has_zone_lease IS NULL AND (zone_producer OR pilot_organisation) IS NULL AND zone_producer IS NULL THEN 'Có hợp đồng thuê mặt bằng khu công nghiệp' END,
            CASE WHEN employs_occupants IS NULL AND (zone_producer OR pilot_organisation) IS NULL AND zone_producer IS NULL THEN 'Có hợp đồng lao động với người được bố trí ở' END,
            CASE WHEN rents_from_developer IS NULL AND (zone_producer OR pilot_organisation) IS NULL AND pilot_organisation IS NULL THEN 'Thuê của chủ đầu tư dự án nhà ở xã hội' END
        ) ELSE '' END AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: thông tin còn thiếu",
    '' AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Không được cho thuê lại, trừ trường hợp Luật Nhà ở cho phép doanh nghiệp trong khu công nghiệp cho công nhân của mình thuê lại.',
            'Doanh nghiệp, đơn vị sự nghiệp công lập không được dùng ngân sách nhà nước để trả tiền thuê nhà ở xã hội (khoản 3 Điều 10 Nghị quyết 201/2025/QH15, từ ngày 01/6/2025).'
        ) AS "Tổ chức, doanh nghiệp thuê nhà ở cho người lao động của mình: lưu ý",
    'đã kết thúc' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: kết quả",
    '' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 31/12/2025 (theo Quyết định 1719/QĐ-TTg). Sau phong trào, hộ nghèo, hộ cận nghèo có nhà hư hỏng chỉ còn được xét hỗ trợ khi bị thiên tai, hỏa hoạn (Nghị định 20/2021/NĐ-CP), được tặng nhà ở hoặc vay vốn ưu đãi tự xây, sửa nhà (Luật Nhà ở 2023); chưa tìm thấy mức của chương trình mục tiêu quốc gia giai đoạn 2026 - 2035 và của tỉnh. Nhà đại đoàn kết, Quỹ Vì người nghèo là nguồn vận động, không phải quyền được hưởng: hãy hỏi Ủy ban Mặt trận Tổ quốc cấp xã, Sở Nông nghiệp và Môi trường, Sở Xây dựng.' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: lý do",
    '' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: thông tin còn thiếu",
    '' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: thứ tự ưu tiên",
    '' AS "Hỗ trợ nhà ở vùng đồng bào dân tộc thiểu số và miền núi: lưu ý",
    CASE v_house_gift WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Tặng cho nhà ở: kết quả",
    CASE WHEN v_house_gift THEN 'Được xem xét tặng cho nhà ở' ELSE '' END AS "Tặng cho nhà ở: mức hỗ trợ",
    CASE v_house_gift
        WHEN TRUE THEN concat_ws(chr(10),
                CASE WHEN heroic_mother_gift THEN 'Là Bà mẹ Việt Nam anh hùng, được Nhà nước và xã hội tặng nhà tình nghĩa, không xét khả năng tài chính (theo khoản 6 Điều 18 Pháp lệnh 02/2020/UBTVQH14; điểm a khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN gift_case THEN 'Thuộc đối tượng và không có khả năng tài chính cải thiện nhà ở (theo khoản 3 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                'Chưa được tặng cho nhà ở (theo điểm e khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT (heroic_mother_gift OR gift_case) THEN 'Chưa đáp ứng: là Bà mẹ Việt Nam anh hùng, được Nhà nước và xã hội tặng nhà tình nghĩa, không xét khả năng tài chính (theo khoản 6 Điều 18 Pháp lệnh 02/2020/UBTVQH14; điểm a khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (heroic_mother_gift OR gift_case) THEN 'Chưa đáp ứng: thuộc đối tượng và không có khả năng tài chính cải thiện nhà ở (theo khoản 3 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT gift_not_had THEN 'Đã được tặng cho nhà ở (theo điểm e khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN (heroic_mother_gift OR gift_case) IS NULL AND heroic_mother_gift IS NULL THEN 'Chưa xác định được: là Bà mẹ Việt Nam anh hùng, được Nhà nước và xã hội tặng nhà tình nghĩa, không xét khả năng tài chính (theo khoản 6 Điều 18 Pháp lệnh 02/2020/UBTVQH14; điểm a khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (heroic_mother_gift OR gift_case) IS NULL AND gift_case IS NULL THEN 'Chưa xác định được: thuộc đối tượng và không có khả năng tài chính cải thiện nhà ở (theo khoản 3 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN gift_not_had IS NULL THEN 'Chưa xác định được: chưa được tặng cho nhà ở (theo điểm e khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END
        )
    END AS "Tặng cho nhà ở: lý do",
    CASE WHEN v_house_gift IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND g_merit IS NULL AND recognised IS NULL AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND (g_merit IS NULL AND asks_category AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) OR heroic_mother_gift IS NULL AND heroic_mother IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND g_merit IS NULL AND asks_relation AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND (g_merit IS NULL AND asks_alive AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) OR heroic_mother_gift IS NULL AND heroic_mother IS NULL AND alive IS NULL) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND (g_merit IS NULL AND asks_suspended AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) OR heroic_mother_gift IS NULL AND heroic_mother IS NULL) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND g_merit IS NULL AND asks_relative_suspended AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND g_merit IS NULL AND applicant IS NULL AND (heroic_mother_gift IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND (heroic_mother_gift IS NULL AND g_merit IS NULL OR gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN also_recognised_as IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND heroic_mother_gift IS NULL AND heroic_mother IS NULL AND also IS NULL THEN 'Đồng thời được công nhận diện' END,
            CASE WHEN poverty_certificate IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL AND g_rural_poor IS NULL THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND gift_case IS NULL AND (g_merit OR g_rural_poor) IS NULL AND g_rural_poor IS NULL THEN 'Khu vực' END,
            CASE WHEN cannot_afford_with_support IS NULL AND (heroic_mother_gift OR gift_case) IS NULL AND gift_case IS NULL THEN 'Vẫn không có khả năng tài chính cải thiện nhà ở dù được hỗ trợ vốn và vay ưu đãi' END,
            CASE WHEN received_gift_house IS NULL AND gift_not_had IS NULL THEN 'Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)' END
        ) ELSE '' END AS "Tặng cho nhà ở: thông tin còn thiếu",
    '' AS "Tặng cho nhà ở: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Tặng cho nhà ở: thứ tự ưu tiên",
    '' AS "Tặng cho nhà ở: lưu ý",
    CASE v_merit_house_grant WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: kết quả",
    CASE WHEN v_merit_house_grant THEN CASE WHEN house_must_be_rebuilt THEN 'Xây mới nhà ở: chưa có cấp nào quy định mức' WHEN house_needs_repair THEN 'Cải tạo, sửa chữa nhà ở: chưa có cấp nào quy định mức' END ELSE '' END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: mức hỗ trợ",
    CASE v_merit_house_grant
        WHEN TRUE THEN concat_ws(chr(10),
                'Đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).',
                CASE WHEN active THEN 'Có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN active THEN 'Không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN relative THEN 'Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN relative THEN 'Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                'Hộ gia đình hiện đang ở tại nhà (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).',
                'Hộ gia đình đăng ký thường trú tại nhà (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).',
                'Nhà ở là nhà tạm hoặc bị hư hỏng nặng (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).',
                'Hộ chưa được hỗ trợ theo Quyết định 22/2013/QĐ-TTg (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).',
                CASE WHEN house_must_be_rebuilt THEN 'Nhà ở phải phá dỡ để xây mới (theo điểm a khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN house_needs_repair THEN 'Nhà ở phải sửa chữa khung, tường và thay mới mái (theo điểm b khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT recognised THEN 'Chưa được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT alive THEN 'Không có người có công còn sống thuộc diện được hỗ trợ nhà ở (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT merit_not_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT martyr_relative THEN 'Không phải cha, mẹ, vợ hoặc chồng chưa lấy người khác, con hoặc người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT relative_not_suspended THEN 'Thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT lives_there THEN 'Hộ gia đình không ở tại nhà đề nghị hỗ trợ (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT registered_there THEN 'Hộ gia đình không đăng ký thường trú tại nhà đề nghị hỗ trợ (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT bad_house THEN 'Nhà ở không phải nhà tạm và không hư hỏng nặng (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT not_supported_by_decision_22 THEN 'Hộ đã được hỗ trợ nhà ở theo Quyết định 22/2013/QĐ-TTg (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (house_must_be_rebuilt OR house_needs_repair) THEN 'Nhà ở không thuộc mức phải phá dỡ để xây mới (theo điểm a khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (house_must_be_rebuilt OR house_needs_repair) THEN 'Nhà ở không thuộc mức phải sửa chữa khung, tường và thay mới mái (theo điểm b khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN recognised IS NULL THEN 'Chưa xác định được: đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND alive IS NULL THEN 'Chưa xác định được: có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND merit_not_suspended IS NULL THEN 'Chưa xác định được: không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND martyr_relative IS NULL THEN 'Chưa xác định được: là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND relative_not_suspended IS NULL THEN 'Chưa xác định được: thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN lives_there IS NULL THEN 'Chưa xác định được: hộ gia đình hiện đang ở tại nhà (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN registered_there IS NULL THEN 'Chưa xác định được: hộ gia đình đăng ký thường trú tại nhà (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN bad_house IS NULL THEN 'Chưa xác định được: nhà ở là nhà tạm hoặc bị hư hỏng nặng (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN not_supported_by_decision_22 IS NULL THEN 'Chưa xác định được: hộ chưa được hỗ trợ theo Quyết định 22/2013/QĐ-TTg (theo khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (house_must_be_rebuilt OR house_needs_repair) IS NULL AND house_must_be_rebuilt IS NULL THEN 'Chưa xác định được: nhà ở phải phá dỡ để xây mới (theo điểm a khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (house_must_be_rebuilt OR house_needs_repair) IS NULL AND house_needs_repair IS NULL THEN 'Chưa xác định được: nhà ở phải sửa chữa khung, tường và thay mới mái (theo điểm b khoản 1 Điều 102 Nghị định 131/2021/NĐ-CP).' END
        )
    END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: lý do",
    CASE WHEN v_merit_house_grant IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND asks_category THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND asks_relation THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND asks_alive THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND asks_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND asks_relative_suspended THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN lives_in_house IS NULL AND lives_there IS NULL THEN 'Hộ hiện đang ở tại nhà này' END,
            CASE WHEN registered_in_house IS NULL AND registered_there IS NULL THEN 'Hộ đăng ký thường trú tại nhà này' END,
            CASE WHEN house_condition IS NULL AND bad_house IS NULL THEN 'Tình trạng nhà ở' END,
            CASE WHEN supported_by_decision_22 IS NULL AND not_supported_by_decision_22 IS NULL THEN 'Hộ đã được hỗ trợ theo Quyết định 22/2013/QĐ-TTg' END,
            CASE WHEN must_demolish IS NULL AND (house_must_be_rebuilt OR house_needs_repair) IS NULL AND house_must_be_rebuilt IS NULL THEN 'Nhà phải phá dỡ để xây mới' END,
            CASE WHEN needs_frame_and_roof_repair IS NULL AND (house_must_be_rebuilt OR house_needs_repair) IS NULL AND house_needs_repair IS NULL THEN 'Phải sửa chữa khung, tường và thay mới mái' END
        ) ELSE '' END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: thông tin còn thiếu",
    CASE WHEN v_merit_house_grant THEN coalesce('Để xác định thứ tự ưu tiên: ' || nullif(concat_ws('; ',
            CASE WHEN house_may_collapse IS NULL THEN 'Nhà có nguy cơ sập đổ, không an toàn' END,
            CASE WHEN merit_person_elderly IS NULL AND house_may_collapse IS NOT TRUE THEN 'Người có công cao tuổi' END,
            CASE WHEN ethnic_minority_household IS NULL AND (house_may_collapse OR merit_person_elderly) IS NOT TRUE THEN 'Hộ dân tộc thiểu số' END,
            CASE WHEN household_hardship IS NULL AND (house_may_collapse OR merit_person_elderly OR ethnic_minority_household) IS NOT TRUE THEN 'Hộ có hoàn cảnh khó khăn' END,
            CASE WHEN disaster_prone_area IS NULL AND (house_may_collapse OR merit_person_elderly OR ethnic_minority_household OR household_hardship) IS NOT TRUE THEN 'Thuộc vùng thường xuyên xảy ra thiên tai' END
        ), ''), '') ELSE '' END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: còn thiếu để xác định mức, thứ tự ưu tiên",
    CASE WHEN v_merit_house_grant THEN concat_ws(chr(10),
            CASE WHEN house_may_collapse THEN 'Thứ 1/5: Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng (theo điểm d khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
            CASE WHEN merit_person_elderly THEN 'Thứ 2/5: Người có công cao tuổi (theo điểm d khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
            CASE WHEN ethnic_minority_household THEN 'Thứ 3/5: Hộ người có công là dân tộc thiểu số (theo điểm d khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
            CASE WHEN household_hardship THEN 'Thứ 4/5: Hộ người có công có hoàn cảnh khó khăn (theo điểm d khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
            CASE WHEN disaster_prone_area THEN 'Thứ 5/5: Hộ người có công thuộc vùng thường xuyên xảy ra thiên tai (theo điểm d khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP).' END,
            CASE WHEN house_may_collapse IS NULL THEN 'Thứ 1/5 chưa xác định được: Nhà ở có nguy cơ sập đổ, không an toàn khi sử dụng' END,
            CASE WHEN merit_person_elderly IS NULL AND house_may_collapse IS NOT TRUE THEN 'Thứ 2/5 chưa xác định được: Người có công cao tuổi' END,
            CASE WHEN ethnic_minority_household IS NULL AND (house_may_collapse OR merit_person_elderly) IS NOT TRUE THEN 'Thứ 3/5 chưa xác định được: Hộ người có công là dân tộc thiểu số' END,
            CASE WHEN household_hardship IS NULL AND (house_may_collapse OR merit_person_elderly OR ethnic_minority_household) IS NOT TRUE THEN 'Thứ 4/5 chưa xác định được: Hộ người có công có hoàn cảnh khó khăn' END,
            CASE WHEN disaster_prone_area IS NULL AND (house_may_collapse OR merit_person_elderly OR ethnic_minority_household OR household_hardship) IS NOT TRUE THEN 'Thứ 5/5 chưa xác định được: Hộ người có công thuộc vùng thường xuyên xảy ra thiên tai' END
        ) ELSE '' END AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN v_merit_house_grant THEN 'Mức tại Quyết định 21/2024/QĐ-TTg hết hiệu lực sau ngày 31/12/2025; chưa tìm thấy mức thay thế. Cần hỏi Sở Xây dựng hoặc Sở Nội vụ.' END,
            CASE WHEN registered_there IS NOT DISTINCT FROM v_merit_house_grant THEN 'Nghị định nói hộ gia đình; nếu riêng người có công đăng ký thường trú nơi khác thì cần cơ quan có thẩm quyền xem xét.' END,
            CASE WHEN (house_must_be_rebuilt OR house_needs_repair) IS NOT DISTINCT FROM v_merit_house_grant AND house_needs_repair IS NOT DISTINCT FROM v_merit_house_grant THEN '“Hư hỏng nặng” và mức phải sửa khung, tường, thay mái chưa có tiêu chí đo được; theo kết luận kiểm tra hiện trạng của Ủy ban nhân dân cấp xã.' END,
            'Hộ đủ điều kiện theo nhiều chính sách thì áp dụng một chính sách có mức cao nhất.',
            'Quy định không trùng lặp của Thông tư 60/2026/TT-BTC chỉ áp dụng cho kinh phí sự nghiệp.',
            'Hộ phải có tên trong Đề án của tỉnh, được lập trong 90 ngày kể từ ngày Thủ tướng Chính phủ ban hành mức hỗ trợ (khoản 5 và khoản 6 Điều 102 Nghị định 131/2021/NĐ-CP); hãy hỏi Ủy ban nhân dân cấp xã về danh sách.',
            'Nhà xây mới phải có diện tích sử dụng từ 30 m² (hộ độc thân được nhỏ hơn nhưng diện tích xây dựng không dưới 24 m²), nền, khung - tường và mái cứng; nhà sửa chữa phải có khung - tường và mái cứng. Đây là yêu cầu sau khi làm nhà, không phải điều kiện xét.'
        ) AS "Hỗ trợ người có công, thân nhân liệt sĩ xây mới hoặc sửa chữa nhà ở: lưu ý",
    CASE v_merit_land_use_fee_relief WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: kết quả",
    CASE WHEN v_merit_land_use_fee_relief THEN CASE WHEN land_fee_exempt THEN 'Miễn tiền sử dụng đất: 100 %' WHEN merit_band_90 THEN CASE WHEN other_members_entitled IS FALSE THEN 'Giảm tiền sử dụng đất: 90 %' WHEN other_members_entitled THEN 'Giảm tiền sử dụng đất: ' || rtrim(rtrim(replace(least(100, 90 + other_members_relief)::VARCHAR, '.', ','), '0'), ',') || ' %' END WHEN band_80 THEN CASE WHEN other_members_entitled IS FALSE THEN 'Giảm tiền sử dụng đất: 80 %' WHEN other_members_entitled THEN 'Giảm tiền sử dụng đất: ' || rtrim(rtrim(replace(least(100, 80 + other_members_relief)::VARCHAR, '.', ','), '0'), ',') || ' %' END WHEN band_70 THEN CASE WHEN other_members_entitled IS FALSE THEN 'Giảm tiền sử dụng đất: 70 %' WHEN other_members_entitled THEN 'Giảm tiền sử dụng đất: ' || rtrim(rtrim(replace(least(100, 70 + other_members_relief)::VARCHAR, '.', ','), '0'), ',') || ' %' END WHEN band_65 THEN CASE WHEN other_members_entitled IS FALSE THEN 'Giảm tiền sử dụng đất: 65 %' WHEN other_members_entitled THEN 'Giảm tiền sử dụng đất: ' || rtrim(rtrim(replace(least(100, 65 + other_members_relief)::VARCHAR, '.', ','), '0'), ',') || ' %' END END ELSE '' END AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: mức hỗ trợ",
    CASE v_merit_land_use_fee_relief
        WHEN TRUE THEN concat_ws(chr(10),
                'Đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).',
                CASE WHEN active THEN 'Có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN active THEN 'Không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN relative THEN 'Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN relative THEN 'Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                'Được giao đất ở, chuyển mục đích sang đất ở, công nhận đất ở hoặc mua nhà ở của Nhà nước (theo khoản 1 Điều 104 Nghị định 131/2021/NĐ-CP; Điều 105 Nghị định 131/2021/NĐ-CP; Điều 17 Nghị định 103/2024/NĐ-CP).',
                'Hộ chưa được miễn, giảm tiền sử dụng đất (theo khoản 2 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 1 Điều 17 Nghị định 103/2024/NĐ-CP).',
                CASE WHEN any_band THEN 'Thuộc một mức miễn, giảm của người có công (theo Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN exempt_by_land_decree THEN 'Được miễn tiền sử dụng đất theo pháp luật về tiền sử dụng đất (theo điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN land_fee_exempt THEN 'Thuộc diện được miễn tiền sử dụng đất (theo Điều 104 Nghị định 131/2021/NĐ-CP; khoản 3 Điều 17 Nghị định 103/2024/NĐ-CP; điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN merit_band_90 THEN 'Thuộc diện được giảm 90 % (theo khoản 1 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_80 THEN 'Có tỷ lệ tổn thương cơ thể từ 41 % đến dưới 61 % (theo khoản 2 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_70 THEN 'Thuộc diện được giảm 70 % (theo khoản 3 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_65 THEN 'Thuộc diện được giảm 65 % (theo khoản 4 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN other_members_entitled AND (merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Trong hộ còn thành viên khác được giảm tiền sử dụng đất (theo khoản 3 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 2 Điều 17 Nghị định 103/2024/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT recognised THEN 'Chưa được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT alive THEN 'Không có người có công còn sống thuộc diện được hỗ trợ nhà ở (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT merit_not_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT martyr_relative THEN 'Không phải cha, mẹ, vợ hoặc chồng chưa lấy người khác, con hoặc người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT relative_not_suspended THEN 'Thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT land_fee_arises THEN 'Chưa đáp ứng: được giao đất ở, chuyển mục đích sang đất ở, công nhận đất ở hoặc mua nhà ở của Nhà nước (theo khoản 1 Điều 104 Nghị định 131/2021/NĐ-CP; Điều 105 Nghị định 131/2021/NĐ-CP; Điều 17 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN NOT first_land_fee_relief THEN 'Hộ đã được miễn, giảm tiền sử dụng đất; mỗi hộ chỉ được một lần (theo khoản 2 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 1 Điều 17 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN NOT (any_band OR exempt_by_land_decree) THEN 'Không thuộc mức miễn, giảm nào của người có công (theo Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (any_band OR exempt_by_land_decree) THEN 'Chưa đáp ứng: được miễn tiền sử dụng đất theo pháp luật về tiền sử dụng đất (theo điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được miễn tiền sử dụng đất (theo Điều 104 Nghị định 131/2021/NĐ-CP; khoản 3 Điều 17 Nghị định 103/2024/NĐ-CP; điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 90 % (theo khoản 1 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Tỷ lệ tổn thương cơ thể không trong khoảng từ 41 % đến dưới 61 % (theo khoản 2 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 70 % (theo khoản 3 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 65 % (theo khoản 4 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) AND NOT other_members_entitled THEN 'Trong hộ không còn thành viên khác được giảm tiền sử dụng đất (theo khoản 3 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 2 Điều 17 Nghị định 103/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN recognised IS NULL THEN 'Chưa xác định được: đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND alive IS NULL THEN 'Chưa xác định được: có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND merit_not_suspended IS NULL THEN 'Chưa xác định được: không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND martyr_relative IS NULL THEN 'Chưa xác định được: là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND relative_not_suspended IS NULL THEN 'Chưa xác định được: thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN land_fee_arises IS NULL THEN 'Chưa xác định được: được giao đất ở, chuyển mục đích sang đất ở, công nhận đất ở hoặc mua nhà ở của Nhà nước (theo khoản 1 Điều 104 Nghị định 131/2021/NĐ-CP; Điều 105 Nghị định 131/2021/NĐ-CP; Điều 17 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN first_land_fee_relief IS NULL THEN 'Chưa xác định được: hộ chưa được miễn, giảm tiền sử dụng đất (theo khoản 2 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 1 Điều 17 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN (any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL THEN 'Chưa xác định được: thuộc một mức miễn, giảm của người có công (theo Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL THEN 'Chưa xác định được: được miễn tiền sử dụng đất theo pháp luật về tiền sử dụng đất (theo điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL THEN 'Chưa xác định được: thuộc diện được miễn tiền sử dụng đất (theo Điều 104 Nghị định 131/2021/NĐ-CP; khoản 3 Điều 17 Nghị định 103/2024/NĐ-CP; điểm a khoản 1 Điều 18 Nghị định 103/2024/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 90 % (theo khoản 1 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL THEN 'Chưa xác định được: có tỷ lệ tổn thương cơ thể từ 41 % đến dưới 61 % (theo khoản 2 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 70 % (theo khoản 3 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 65 % (theo khoản 4 Điều 105 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND other_members_entitled IS NULL AND (merit_band_90 OR band_80 OR band_70 OR band_65) IS NOT FALSE THEN 'Chưa xác định được: trong hộ còn thành viên khác được giảm tiền sử dụng đất (theo khoản 3 Điều 106 Nghị định 131/2021/NĐ-CP; khoản 2 Điều 17 Nghị định 103/2024/NĐ-CP).' END
        )
    END AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: lý do",
    CASE WHEN v_merit_land_use_fee_relief IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND (asks_category OR (any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND (asks_relation OR relative IS NULL AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL)) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND (asks_alive OR active IS NULL AND alive IS NULL AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL)) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND (asks_suspended OR (active IS NULL OR relative IS NULL) AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL)) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND (asks_relative_suspended OR relative IS NULL AND relative_not_suspended IS NULL AND merit_category IS DISTINCT FROM 'none' AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL)) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN land_fee_event IS NULL AND (land_fee_arises IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL AND activist_1945 IS NOT FALSE) THEN 'Việc phát sinh tiền sử dụng đất' END,
            CASE WHEN household_had_land_fee_relief IS NULL AND first_land_fee_relief IS NULL THEN 'Hộ đã được miễn, giảm tiền sử dụng đất' END,
            CASE WHEN also_recognised_as IS NULL AND also IS NULL AND active IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Đồng thời được công nhận diện' END,
            CASE WHEN disability_rate IS NULL AND active IS NOT FALSE AND has_rate IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL) THEN 'Tỷ lệ tổn thương cơ thể' END,
            CASE WHEN receives_survivor_allowance IS NULL AND band_100 IS NULL AND relative IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL) THEN 'Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng' END,
            CASE WHEN helped_revolution_award IS NULL AND award IS NULL AND active IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND any_band IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Hình thức khen thưởng người có công giúp đỡ cách mạng' END,
            CASE WHEN unable_to_work IS NULL AND active IS NOT FALSE AND (merit_category IN ('war_invalid', 'sick_soldier') OR also IN ('war_invalid', 'sick_soldier')) IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL) THEN 'Thương binh, bệnh binh không có khả năng lao động' END,
            CASE WHEN martyr_family_without_worker IS NULL AND relative IS NOT FALSE AND ((any_band OR exempt_by_land_decree) IS NULL AND exempt_by_land_decree IS NULL OR (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL) THEN 'Hộ gia đình liệt sĩ không còn lao động chính' END,
            CASE WHEN rents_that_multi_storey_house IS NULL AND (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND land_fee_exempt IS NULL AND activist_1945 IS NOT FALSE AND coalesce(land_fee_event = 'state_house_purchase', TRUE) THEN 'Nhà nhiều tầng, nhiều hộ ở mà người mua đang thuê' END,
            CASE WHEN other_members_entitled IS NULL AND (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND (merit_band_90 OR band_80 OR band_70 OR band_65) IS NOT FALSE THEN 'Hộ có thành viên khác cũng được giảm tiền sử dụng đất' END
        ) ELSE '' END AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: thông tin còn thiếu",
    '' AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN (land_fee_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NOT DISTINCT FROM v_merit_land_use_fee_relief AND band_80 IS NOT DISTINCT FROM v_merit_land_use_fee_relief THEN 'Người nhiễm chất độc hóa học được công nhận do vô sinh hoặc sinh con dị dạng không có tỷ lệ tổn thương; trợ cấp của họ ở mức 41 - 60 %, nhưng mức miễn, giảm chưa được quy định riêng.' END,
            'Mức miễn, giảm tính trên diện tích thực tế được giao nhưng không quá hạn mức đất ở cho một hộ do Ủy ban nhân dân cấp tỉnh quy định.',
            'Nghị định 103/2024/NĐ-CP được sửa bởi Nghị định 291/2025/NĐ-CP (06/11/2025) và Nghị định 50/2026/NĐ-CP (31/01/2026, giữ Điều 17 đến Điều 19 đã sửa, bỏ khoản 4 Điều 18 và khoản 7, khoản 8 Điều 19); chưa đọc hai văn bản này.'
        ) AS "Miễn, giảm tiền sử dụng đất cho người có công, thân nhân liệt sĩ: lưu ý",
    CASE v_merit_rent_relief WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: kết quả",
    CASE WHEN v_merit_rent_relief THEN CASE WHEN rent_exempt THEN 'Miễn tiền thuê nhà ở: 100 %' WHEN merit_band_90 THEN 'Giảm tiền thuê nhà ở: 90 %' WHEN band_80 THEN 'Giảm tiền thuê nhà ở: 80 %' WHEN band_70 THEN 'Giảm tiền thuê nhà ở: 70 %' WHEN band_65 THEN 'Giảm tiền thuê nhà ở: 65 %' END ELSE '' END AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: mức hỗ trợ",
    CASE v_merit_rent_relief
        WHEN TRUE THEN concat_ws(chr(10),
                'Đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).',
                CASE WHEN active THEN 'Có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN active THEN 'Không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN relative THEN 'Là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN relative THEN 'Thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                'Đang thuê nhà ở xã hội thuộc tài sản công hoặc nhà ở cũ thuộc sở hữu nhà nước (theo điểm b khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).',
                'Có tên trong hợp đồng thuê nhà (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).',
                'Chưa được miễn, giảm tiền thuê nhà (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).',
                'Thuộc một mức miễn, giảm của người có công (theo Điều 100 Nghị định 131/2021/NĐ-CP).',
                CASE WHEN rent_exempt THEN 'Thuộc diện được miễn tiền thuê (theo khoản 2 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN merit_band_90 THEN 'Thuộc diện được giảm 90 % (theo điểm a khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_80 THEN 'Có tỷ lệ tổn thương cơ thể từ 41 % đến dưới 61 % (theo điểm b khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_70 THEN 'Thuộc diện được giảm 70 % (theo điểm c khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN band_65 THEN 'Thuộc diện được giảm 65 % (theo điểm d khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT recognised THEN 'Chưa được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT alive THEN 'Không có người có công còn sống thuộc diện được hỗ trợ nhà ở (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT merit_not_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT (active OR relative) AND NOT martyr_relative THEN 'Không phải cha, mẹ, vợ hoặc chồng chưa lấy người khác, con hoặc người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (active OR relative) AND NOT relative_not_suspended THEN 'Thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN NOT rents_state_housing THEN 'Không thuê nhà ở xã hội thuộc tài sản công, nhà ở cũ thuộc sở hữu nhà nước (theo điểm b khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT named_in_rental_contract THEN 'Không có tên trong hợp đồng thuê nhà (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT relief_not_yet_had THEN 'Đã được miễn, giảm tiền thuê nhà; mỗi người thuê chỉ được xét một lần (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT any_band THEN 'Không thuộc mức miễn, giảm nào của người có công (theo Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được miễn tiền thuê (theo khoản 2 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 90 % (theo điểm a khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Tỷ lệ tổn thương cơ thể không trong khoảng từ 41 % đến dưới 61 % (theo điểm b khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 70 % (theo điểm c khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN NOT (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) THEN 'Chưa đáp ứng: thuộc diện được giảm 65 % (theo điểm d khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN recognised IS NULL THEN 'Chưa xác định được: đã được công nhận người có công hoặc thân nhân liệt sĩ (theo Điều 3 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND alive IS NULL THEN 'Chưa xác định được: có người có công còn sống thuộc diện được hỗ trợ (theo khoản 1 Điều 3 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND active IS NULL AND merit_not_suspended IS NULL THEN 'Chưa xác định được: không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND martyr_relative IS NULL THEN 'Chưa xác định được: là cha, mẹ, vợ hoặc chồng, con, người có công nuôi liệt sĩ (theo khoản 2 Điều 3 Pháp lệnh 02/2020/UBTVQH14; Điều 16 Pháp lệnh 02/2020/UBTVQH14; khoản 1 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (active OR relative) IS NULL AND relative IS NULL AND relative_not_suspended IS NULL THEN 'Chưa xác định được: thân nhân liệt sĩ không bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi (theo khoản 6 Điều 54 Pháp lệnh 02/2020/UBTVQH14).' END,
                CASE WHEN rents_state_housing IS NULL THEN 'Chưa xác định được: đang thuê nhà ở xã hội thuộc tài sản công hoặc nhà ở cũ thuộc sở hữu nhà nước (theo điểm b khoản 2 Điều 99 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN named_in_rental_contract IS NULL THEN 'Chưa xác định được: có tên trong hợp đồng thuê nhà (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN relief_not_yet_had IS NULL THEN 'Chưa xác định được: chưa được miễn, giảm tiền thuê nhà (theo khoản 1 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN any_band IS NULL THEN 'Chưa xác định được: thuộc một mức miễn, giảm của người có công (theo Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL THEN 'Chưa xác định được: thuộc diện được miễn tiền thuê (theo khoản 2 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 90 % (theo điểm a khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL THEN 'Chưa xác định được: có tỷ lệ tổn thương cơ thể từ 41 % đến dưới 61 % (theo điểm b khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 70 % (theo điểm c khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END,
                CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL THEN 'Chưa xác định được: thuộc diện được giảm 65 % (theo điểm d khoản 3 Điều 100 Nghị định 131/2021/NĐ-CP).' END
        )
    END AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: lý do",
    CASE WHEN v_merit_rent_relief IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND (asks_category OR any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND (asks_relation OR relative IS NULL AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL)) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND (asks_alive OR active IS NULL AND alive IS NULL AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL)) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND (asks_suspended OR (active IS NULL OR relative IS NULL) AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL)) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND (asks_relative_suspended OR relative IS NULL AND relative_not_suspended IS NULL AND merit_category IS DISTINCT FROM 'none' AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL)) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN rents_public_housing IS NULL AND rents_state_housing IS NULL THEN 'Đang thuê nhà ở xã hội thuộc tài sản công' END,
            CASE WHEN rents_old_state_housing IS NULL AND rents_state_housing IS NULL THEN 'Đang thuê nhà ở cũ thuộc sở hữu nhà nước' END,
            CASE WHEN named_in_rental_contract IS NULL THEN 'Có tên trong hợp đồng thuê nhà' END,
            CASE WHEN had_rent_relief IS NULL AND relief_not_yet_had IS NULL THEN 'Đã được miễn, giảm tiền thuê nhà' END,
            CASE WHEN also_recognised_as IS NULL AND also IS NULL AND active IS NOT FALSE AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Đồng thời được công nhận diện' END,
            CASE WHEN disability_rate IS NULL AND active IS NOT FALSE AND has_rate IS NOT FALSE AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND merit_band_90 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_80 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL) THEN 'Tỷ lệ tổn thương cơ thể' END,
            CASE WHEN receives_survivor_allowance IS NULL AND band_100 IS NULL AND relative IS NOT FALSE AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL) THEN 'Đang hưởng trợ cấp tuất nuôi dưỡng hằng tháng' END,
            CASE WHEN helped_revolution_award IS NULL AND award IS NULL AND active IS NOT FALSE AND (any_band IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_70 IS NULL OR (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND band_65 IS NULL) THEN 'Hình thức khen thưởng người có công giúp đỡ cách mạng' END,
            CASE WHEN lives_alone_without_support IS NULL AND (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL THEN 'Đang sống cô đơn, không nơi nương tựa' END,
            CASE WHEN other_entitled_tenant IS NULL AND (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NULL AND rent_exempt IS NULL THEN 'Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê' END
        ) ELSE '' END AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: thông tin còn thiếu",
    '' AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN rents_state_housing IS NOT DISTINCT FROM v_merit_rent_relief THEN 'Nhà ở xã hội do chủ đầu tư khác xây dựng không được miễn, giảm tiền thuê theo quy định này.' END,
            CASE WHEN (rent_exempt OR merit_band_90 OR band_80 OR band_70 OR band_65) IS NOT DISTINCT FROM v_merit_rent_relief AND band_80 IS NOT DISTINCT FROM v_merit_rent_relief THEN 'Người nhiễm chất độc hóa học được công nhận do vô sinh hoặc sinh con dị dạng không có tỷ lệ tổn thương; trợ cấp của họ ở mức 41 - 60 %, nhưng mức miễn, giảm chưa được quy định riêng.' END
        ) AS "Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ: lưu ý",
    'đã kết thúc' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: kết quả",
    '' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 31/12/2025 (theo Thông tư 01/2022/TT-BXD). Sau phong trào, hộ nghèo, hộ cận nghèo có nhà hư hỏng chỉ còn được xét hỗ trợ khi bị thiên tai, hỏa hoạn (Nghị định 20/2021/NĐ-CP), được tặng nhà ở hoặc vay vốn ưu đãi tự xây, sửa nhà (Luật Nhà ở 2023); chưa tìm thấy mức của chương trình mục tiêu quốc gia giai đoạn 2026 - 2035 và của tỉnh. Nhà đại đoàn kết, Quỹ Vì người nghèo là nguồn vận động, không phải quyền được hưởng: hãy hỏi Ủy ban Mặt trận Tổ quốc cấp xã, Sở Nông nghiệp và Môi trường, Sở Xây dựng.' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: lý do",
    '' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: thông tin còn thiếu",
    '' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: thứ tự ưu tiên",
    '' AS "Hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo tại huyện nghèo: lưu ý",
    'đã kết thúc' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: kết quả",
    '' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 31/12/2020 (theo Quyết định 33/2015/QĐ-TTg).' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: lý do",
    '' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: thông tin còn thiếu",
    '' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: thứ tự ưu tiên",
    '' AS "Cho hộ nghèo vay làm nhà ở theo Quyết định 33/2015/QĐ-TTg: lưu ý",
    CASE v_poverty_status WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Xác định hộ nghèo, hộ cận nghèo: kết quả",
    CASE WHEN v_poverty_status THEN concat_ws('; ', CASE WHEN poor_household THEN 'Hộ nghèo' END, CASE WHEN near_poor_household THEN 'Hộ cận nghèo' END, CASE WHEN average_household THEN 'Hộ có mức sống trung bình' END) ELSE '' END AS "Xác định hộ nghèo, hộ cận nghèo: mức hỗ trợ",
    CASE v_poverty_status
        WHEN TRUE THEN concat_ws(chr(10),
                CASE WHEN poor_household THEN 'Là hộ nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN near_poor_household THEN 'Là hộ cận nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN average_household THEN 'Là hộ có mức sống trung bình (theo Điều 3 Nghị định 07/2021/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT (poor_household OR near_poor_household OR average_household) THEN 'Chưa đáp ứng: là hộ nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN NOT (poor_household OR near_poor_household OR average_household) THEN 'Chưa đáp ứng: là hộ cận nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN NOT (poor_household OR near_poor_household OR average_household) THEN 'Chưa đáp ứng: là hộ có mức sống trung bình (theo Điều 3 Nghị định 07/2021/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN (poor_household OR near_poor_household OR average_household) IS NULL AND poor_household IS NULL THEN 'Chưa xác định được: là hộ nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN (poor_household OR near_poor_household OR average_household) IS NULL AND near_poor_household IS NULL THEN 'Chưa xác định được: là hộ cận nghèo theo chuẩn nghèo của Chính phủ (theo khoản 1 Điều 3 Nghị định 07/2021/NĐ-CP; Quyết định 24/2021/QĐ-TTg).' END,
                CASE WHEN (poor_household OR near_poor_household OR average_household) IS NULL AND average_household IS NULL THEN 'Chưa xác định được: là hộ có mức sống trung bình (theo Điều 3 Nghị định 07/2021/NĐ-CP).' END
        )
    END AS "Xác định hộ nghèo, hộ cận nghèo: lý do",
    CASE WHEN v_poverty_status IS NULL THEN concat_ws('; ',
            CASE WHEN income_per_person IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND ((poor_household IS NULL OR near_poor_household IS NULL) AND within_poverty_line IS NULL OR average_household IS NULL AND (within_poverty_line IS NULL OR within_average_line IS NULL)) THEN 'Thu nhập bình quân đầu người một tháng' END,
            CASE WHEN area_type IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND ((poor_household IS NULL OR near_poor_household IS NULL) AND within_poverty_line IS NULL OR average_household IS NULL AND (within_poverty_line IS NULL OR within_average_line IS NULL)) THEN 'Khu vực' END,
            CASE WHEN jobless_or_without_contract IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có người trong độ tuổi lao động không có việc làm hoặc làm công ăn lương không có hợp đồng' END,
            CASE WHEN dependants IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND many_dependants IS NULL THEN 'Số người phụ thuộc trong hộ' END,
            CASE WHEN household_size IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND (many_dependants IS NULL OR crowded IS NULL) THEN 'Số nhân khẩu' END,
            CASE WHEN malnourished_child IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có trẻ em dưới 16 tuổi suy dinh dưỡng' END,
            CASE WHEN uninsured_member IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có người từ đủ 6 tuổi trở lên không có bảo hiểm y tế' END,
            CASE WHEN adult_without_schooling IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có người từ 16 đến 30 tuổi chưa đạt trình độ giáo dục, đào tạo theo độ tuổi' END,
            CASE WHEN child_out_of_school IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có trẻ em từ 3 đến dưới 16 tuổi không được học đúng cấp' END,
            CASE WHEN durable_walls IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND flimsy IS NULL THEN 'Tường bao che bền chắc' END,
            CASE WHEN durable_columns IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND flimsy IS NULL THEN 'Cột (trụ, tường chịu lực) bền chắc' END,
            CASE WHEN durable_roof IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND flimsy IS NULL THEN 'Mái bền chắc theo chuẩn nghèo' END,
            CASE WHEN house_area IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND crowded IS NULL THEN 'Diện tích nhà đang ở' END,
            CASE WHEN clean_water IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có nguồn nước hợp vệ sinh' END,
            CASE WHEN hygienic_toilet IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có nhà tiêu hợp vệ sinh' END,
            CASE WHEN uses_internet IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL THEN 'Có thành viên sử dụng dịch vụ internet' END,
            CASE WHEN has_shared_device IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND no_device IS NULL THEN 'Có phương tiện dùng chung tiếp cận thông tin' END,
            CASE WHEN has_personal_device IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND (poor_household IS NULL OR near_poor_household IS NULL) AND three_deprivations IS NULL AND no_device IS NULL THEN 'Có phương tiện cá nhân tiếp cận thông tin' END,
            CASE WHEN poverty_certificate IS NULL AND (poor_household OR near_poor_household OR average_household) IS NULL AND ((poor_household IS NULL OR near_poor_household IS NULL) OR average_household IS NULL) THEN 'Hộ nghèo/cận nghèo' END
        ) ELSE '' END AS "Xác định hộ nghèo, hộ cận nghèo: thông tin còn thiếu",
    '' AS "Xác định hộ nghèo, hộ cận nghèo: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Xác định hộ nghèo, hộ cận nghèo: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Ngưỡng của 12 chỉ số thiếu hụt theo phụ lục Nghị định 07/2021/NĐ-CP được đọc qua bản tóm tắt. Kết quả tính chỉ để rà soát bước đầu; Giấy chứng nhận do cấp xã cấp mới là căn cứ pháp lý.',
            'Chuẩn nghèo riêng của Bắc Ninh (1,75 triệu và 2,25 triệu đồng/người/tháng) chưa rõ địa bàn, thời hạn áp dụng; hộ chỉ thuộc chuẩn này không đáp ứng yêu cầu “theo chuẩn nghèo của Chính phủ”.'
        ) AS "Xác định hộ nghèo, hộ cận nghèo: lưu ý",
    CASE v_self_build_loan WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: kết quả",
    CASE WHEN v_self_build_loan THEN coalesce('Vay vốn tại Ngân hàng Chính sách xã hội: vay tối đa ' || replace(format('{:,}', (CASE WHEN building_estimate IS NOT NULL AND collateral_value IS NOT NULL THEN least(1000000000, floor(0.7 * building_estimate), floor(0.7 * collateral_value)) END)::BIGINT), ',', '.') || ' đồng', 'Vay vốn tại Ngân hàng Chính sách xã hội: chưa xác định được mức') ELSE '' END AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: mức hỗ trợ",
    CASE v_self_build_loan
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc nhóm được vay vốn tự xây dựng nhà ở (theo khoản 5 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 110 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Có đất ở nhưng chưa có nhà ở, hoặc nhà ở hư hỏng, dột nát (theo điểm a khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).',
                'Đăng ký thường trú tại xã nơi có đất ở, nhà ở (theo điểm b khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).',
                'Có thu nhập và khả năng trả nợ theo cam kết (lãi suất 5,4 % một năm) (theo điểm b khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).',
                'Có giấy đề nghị vay vốn (theo điểm c khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Bảo đảm tiền vay theo quy định (theo điểm e khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà (theo điểm d khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Có phương án tính giá thành và giấy phép xây dựng nếu phải có (theo điểm đ khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT self_build_subject THEN 'Không thuộc nhóm được vay vốn tự xây dựng nhà ở theo Điều 76 Luật Nhà ở (theo khoản 5 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 110 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT land_and_house_need THEN 'Không có đất ở, hoặc nhà ở không hư hỏng, dột nát (theo điểm a khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT registered_in_land_commune THEN 'Không đăng ký thường trú tại xã nơi có đất ở, nhà ở (theo điểm b khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT can_repay THEN 'Không có khả năng trả nợ theo cam kết (theo điểm b khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN NOT loan_request THEN 'Chưa có giấy đề nghị vay vốn (theo điểm c khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT loan_secured THEN 'Chưa bảo đảm tiền vay theo quy định (theo điểm e khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT land_certificate THEN 'Chưa có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà (theo điểm d khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT cost_plan_and_permit THEN 'Chưa có phương án tính giá thành hoặc giấy phép xây dựng (theo điểm đ khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN self_build_subject IS NULL THEN 'Chưa xác định được: thuộc nhóm được vay vốn tự xây dựng nhà ở (theo khoản 5 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 110 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN land_and_house_need IS NULL THEN 'Chưa xác định được: có đất ở nhưng chưa có nhà ở, hoặc nhà ở hư hỏng, dột nát (theo điểm a khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN registered_in_land_commune IS NULL THEN 'Chưa xác định được: đăng ký thường trú tại xã nơi có đất ở, nhà ở (theo điểm b khoản 4 Điều 110 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN can_repay IS NULL THEN 'Chưa xác định được: có thu nhập và khả năng trả nợ theo cam kết (lãi suất 5,4 % một năm) (theo điểm b khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN loan_request IS NULL THEN 'Chưa xác định được: có giấy đề nghị vay vốn (theo điểm c khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN loan_secured IS NULL THEN 'Chưa xác định được: bảo đảm tiền vay theo quy định (theo điểm e khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN land_certificate IS NULL THEN 'Chưa xác định được: có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà (theo điểm d khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN cost_plan_and_permit IS NULL THEN 'Chưa xác định được: có phương án tính giá thành và giấy phép xây dựng nếu phải có (theo điểm đ khoản 2 Điều 48 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: lý do",
    CASE WHEN v_self_build_loan IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND asks_category THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND asks_relation THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND asks_alive THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND asks_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND asks_relative_suspended THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND self_build_subject IS NULL AND g_merit IS NULL AND applicant IS NULL THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND self_build_subject IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND self_build_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND self_build_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor IS NULL OR g_low_income IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND self_build_subject IS NULL THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN natural_children IS NULL AND self_build_subject IS NULL AND g_two_children IS NULL THEN 'Số con đẻ' END,
            CASE WHEN has_residential_land IS NULL AND land_and_house_need IS NULL THEN 'Có đất ở' END,
            CASE WHEN has_house IS NULL AND land_and_house_need IS NULL AND housed IS NULL THEN 'Hộ có nhà ở' END,
            CASE WHEN house_condition IS NULL AND land_and_house_need IS NULL AND housed IS NOT FALSE THEN 'Tình trạng nhà ở' END,
            CASE WHEN registered_in_land_commune IS NULL THEN 'Đăng ký thường trú tại xã nơi có đất ở, nhà ở' END,
            CASE WHEN can_repay IS NULL THEN 'Có khả năng trả nợ theo cam kết' END,
            CASE WHEN loan_request IS NULL THEN 'Có giấy đề nghị vay vốn' END,
            CASE WHEN loan_secured IS NULL THEN 'Bảo đảm tiền vay theo quy định' END,
            CASE WHEN land_certificate IS NULL THEN 'Có Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà' END,
            CASE WHEN cost_plan_and_permit IS NULL THEN 'Có phương án giá thành và giấy phép xây dựng (nếu phải có)' END
        ) ELSE '' END AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: thông tin còn thiếu",
    '' AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: thứ tự ưu tiên",
    '' AS "Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở: lưu ý",
    CASE v_social_housing_loan WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: kết quả",
    CASE WHEN v_social_housing_loan THEN coalesce('Vay vốn tại Ngân hàng Chính sách xã hội: vay tối đa ' || replace(format('{:,}', (floor(contract_value * 0.8))::BIGINT), ',', '.') || ' đồng', 'Vay vốn tại Ngân hàng Chính sách xã hội: chưa xác định được mức') ELSE '' END AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: mức hỗ trợ",
    CASE v_social_housing_loan
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 6 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Có hợp đồng mua, thuê mua nhà ở (theo điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Nhà ở mua, thuê mua là nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Có thu nhập và khả năng trả nợ theo cam kết (lãi suất 5,4 % một năm) (theo điểm a khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).',
                'Có giấy đề nghị vay vốn (theo điểm b khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).',
                'Bảo đảm tiền vay theo quy định (theo điểm d khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT loan_subject THEN 'Không thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội theo Điều 76 Luật Nhà ở (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 6 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT housing_contract_signed THEN 'Chưa có hợp đồng mua, thuê mua nhà ở (theo điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT contract_with_developer THEN 'Nhà ở mua, thuê mua không phải nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang ký với chủ đầu tư (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT can_repay THEN 'Không có khả năng trả nợ theo cam kết (theo điểm a khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN NOT loan_request THEN 'Chưa có giấy đề nghị vay vốn (theo điểm b khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT loan_secured THEN 'Chưa bảo đảm tiền vay theo quy định (theo điểm d khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN loan_subject IS NULL THEN 'Chưa xác định được: thuộc nhóm được vay vốn ưu đãi mua nhà ở xã hội (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15; khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 6 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN housing_contract_signed IS NULL THEN 'Chưa xác định được: có hợp đồng mua, thuê mua nhà ở (theo điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN contract_with_developer IS NULL THEN 'Chưa xác định được: nhà ở mua, thuê mua là nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang (theo điểm a khoản 3 Điều 78 Luật Nhà ở 27/2023/QH15; điểm c khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN can_repay IS NULL THEN 'Chưa xác định được: có thu nhập và khả năng trả nợ theo cam kết (lãi suất 5,4 % một năm) (theo điểm a khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP; khoản 4 Điều 1 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN loan_request IS NULL THEN 'Chưa xác định được: có giấy đề nghị vay vốn (theo điểm b khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN loan_secured IS NULL THEN 'Chưa xác định được: bảo đảm tiền vay theo quy định (theo điểm d khoản 1 Điều 48 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: lý do",
    CASE WHEN v_social_housing_loan IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND asks_category THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND asks_relation THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND asks_alive THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND asks_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND asks_relative_suspended THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND loan_subject IS NULL AND g_merit IS NULL AND applicant IS NULL THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND loan_subject IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND loan_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND loan_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL OR g_low_income IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND loan_subject IS NULL THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN natural_children IS NULL AND loan_subject IS NULL AND g_two_children IS NULL THEN 'Số con đẻ' END,
            CASE WHEN province IS NULL AND loan_subject IS NULL AND g_rural_poor_let IS NULL THEN 'Tỉnh' END,
            CASE WHEN housing_contract_signed IS NULL THEN 'Có hợp đồng mua, thuê mua nhà ở' END,
            CASE WHEN contract_with_developer IS NULL THEN 'Hợp đồng ký với chủ đầu tư nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang' END,
            CASE WHEN can_repay IS NULL THEN 'Có khả năng trả nợ theo cam kết' END,
            CASE WHEN loan_request IS NULL THEN 'Có giấy đề nghị vay vốn' END,
            CASE WHEN loan_secured IS NULL THEN 'Bảo đảm tiền vay theo quy định' END
        ) ELSE '' END AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: thông tin còn thiếu",
    '' AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Thời hạn vay tối đa 25 năm; lãi suất nợ quá hạn bằng 130 % lãi suất cho vay. Hộ có nhiều người được vay thì áp dụng một chính sách.',
            'Hợp đồng vay ký trước ngày 10/10/2025 cũng được điều chỉnh sang lãi suất mới.'
        ) AS "Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang: lưu ý",
    CASE v_social_housing_purchase WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Mua, thuê mua nhà ở xã hội: kết quả",
    CASE WHEN v_social_housing_purchase THEN concat_ws('; ', CASE WHEN project_sells THEN 'Được đăng ký mua một căn nhà ở xã hội' END, CASE WHEN project_lease_sells THEN 'Được đăng ký thuê mua một căn nhà ở xã hội' END) ELSE '' END AS "Mua, thuê mua nhà ở xã hội: mức hỗ trợ",
    CASE v_social_housing_purchase
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc đối tượng được mua, thuê mua nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).',
                'Không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).',
                CASE WHEN ordinary_housing_case THEN 'Chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN far_from_work_case THEN 'Có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                'Đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).',
                'Chỉ đăng ký mua tại một dự án trong cùng thời điểm (theo điểm c khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP; Điều 34 Nghị định 54/2026/NĐ-CP).',
                'Không đang thuê nhà ở xã hội khác (theo Trả lời của Bộ Xây dựng ngày 14/7/2026).',
                'Không phải người nước ngoài (theo Điều 76 Luật Nhà ở 27/2023/QH15).',
                CASE WHEN project_sells THEN 'Dự án được bán nhà ở xã hội (theo khoản 3 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN project_lease_sells THEN 'Dự án được cho thuê mua nhà ở xã hội (theo Điều 80 Luật Nhà ở 27/2023/QH15).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT buying_subject THEN 'Không thuộc nhóm đối tượng được mua, thuê mua nhà ở xã hội theo Điều 76 Luật Nhà ở (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN NOT not_in_official_housing THEN 'Đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (ordinary_housing_case OR far_from_work_case) THEN 'Không thuộc trường hợp chưa có nhà ở hoặc nhà ở chật hẹp, chưa hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (ordinary_housing_case OR far_from_work_case) THEN 'Không thuộc trường hợp nhà ở cách xa nơi làm việc (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT income_condition THEN 'Không thuộc trường hợp nào đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT one_application THEN 'Đang đồng thời đăng ký mua nhà ở xã hội tại dự án khác (theo điểm c khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP; Điều 34 Nghị định 54/2026/NĐ-CP).' END,
                CASE WHEN NOT not_tenant_elsewhere THEN 'Đang thuê nhà ở xã hội nên chưa được đăng ký mua căn khác (theo Trả lời của Bộ Xây dựng ngày 14/7/2026).' END,
                CASE WHEN NOT citizen THEN 'Người đứng đơn không phải công dân Việt Nam (theo Điều 76 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (project_sells OR project_lease_sells) THEN 'Chưa đáp ứng: dự án được bán nhà ở xã hội (theo khoản 3 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (project_sells OR project_lease_sells) THEN 'Chưa đáp ứng: dự án được cho thuê mua nhà ở xã hội (theo Điều 80 Luật Nhà ở 27/2023/QH15).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN buying_subject IS NULL THEN 'Chưa xác định được: thuộc đối tượng được mua, thuê mua nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN not_in_official_housing IS NULL THEN 'Chưa xác định được: không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL THEN 'Chưa xác định được: chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL THEN 'Chưa xác định được: có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN income_condition IS NULL THEN 'Chưa xác định được: đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN one_application IS NULL THEN 'Chưa xác định được: chỉ đăng ký mua tại một dự án trong cùng thời điểm (theo điểm c khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP; Điều 34 Nghị định 54/2026/NĐ-CP).' END,
                CASE WHEN not_tenant_elsewhere IS NULL THEN 'Chưa xác định được: không đang thuê nhà ở xã hội khác (theo Trả lời của Bộ Xây dựng ngày 14/7/2026).' END,
                CASE WHEN (project_sells OR project_lease_sells) IS NULL AND project_sells IS NULL THEN 'Chưa xác định được: dự án được bán nhà ở xã hội (theo khoản 3 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 38 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (project_sells OR project_lease_sells) IS NULL AND project_lease_sells IS NULL THEN 'Chưa xác định được: dự án được cho thuê mua nhà ở xã hội (theo Điều 80 Luật Nhà ở 27/2023/QH15).' END
        )
    END AS "Mua, thuê mua nhà ở xã hội: lý do",
    CASE WHEN v_social_housing_purchase IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND g_merit IS NULL AND recognised IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND g_merit IS NULL AND asks_category AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND g_merit IS NULL AND asks_relation AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND g_merit IS NULL AND asks_alive AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND g_merit IS NULL AND asks_suspended AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND g_merit IS NULL AND asks_relative_suspended AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND g_merit IS NULL AND applicant IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND (buying_subject IS NULL OR income_condition IS NULL AND (g_merit IS NULL OR g_returned IS NULL OR g_land_recovered IS NULL OR g_two_children IS NULL OR g_forces IS NULL OR g_worker IS NULL OR g_rural_poor IS NULL OR g_urban_poor IS NULL)) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL) AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL OR g_low_income IS NULL) AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN benefited_armed_forces_housing IS NULL AND g_forces_open IS NULL AND g_forces IS NOT FALSE AND had_forces_housing IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã hưởng chính sách nhà ở cho lực lượng vũ trang' END,
            CASE WHEN bought_armed_forces_housing IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND bought_forces IS NULL AND (ordinary_housing_case IS NULL OR far_from_work_case IS NULL) THEN 'Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang' END,
            CASE WHEN returned_official_home IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã trả lại nhà ở công vụ' END,
            CASE WHEN official_home_recovered_for_violation IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Bị thu hồi nhà ở công vụ do vi phạm' END,
            CASE WHEN no_home_after_return IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ' END,
            CASE WHEN land_recovered_home_demolished IS NULL AND g_land_recovered IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở' END,
            CASE WHEN compensated_in_kind IS NULL AND g_land_recovered IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã được Nhà nước bồi thường bằng nhà ở, đất ở' END,
            CASE WHEN natural_children IS NULL AND g_two_children IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Số con đẻ' END,
            CASE WHEN province IS NULL AND (g_rural_poor_let IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) OR (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL OR income_condition IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL) THEN 'Tỉnh' END,
            CASE WHEN lives_in_official_housing IS NULL AND not_in_official_housing IS NULL THEN 'Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)' END,
            CASE WHEN home_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận có thông tin về nhà ở' END,
            CASE WHEN named_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)' END,
            CASE WHEN spouse_home_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận của vợ (chồng) có thông tin về nhà ở' END,
            CASE WHEN spouse_named_on_certificate IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)' END,
            CASE WHEN marital_status IS NULL AND ((ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND lacks_home IS NULL OR (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND spouse_never_bought IS NULL OR (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND far IS NOT FALSE OR income_condition IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL OR income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_every_month IS NULL) THEN 'Tình trạng hôn nhân' END,
            CASE WHEN owns_home IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND owns IS NULL AND (ordinary_housing_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far_rule IS NOT FALSE) THEN 'Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án' END,
            CASE WHEN owned_home_area IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Diện tích sàn nhà ở thuộc sở hữu' END,
            CASE WHEN owned_home_residents IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Số người đăng ký thường trú tại nhà ở đó' END,
            CASE WHEN bought_social_housing IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND bought IS NULL AND (ordinary_housing_case IS NULL OR far_from_work_case IS NULL) THEN 'Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN spouse_bought_social_housing IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND spouse_never_bought IS NULL THEN 'Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN received_housing_support IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND ordinary_housing_case IS NULL AND supported IS NULL THEN 'Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án' END,
            CASE WHEN received_gift_house IS NULL AND income_condition IS NULL AND g_rural_poor_let IS NOT FALSE AND poor_or_near_poor IS NOT FALSE THEN 'Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)' END,
            CASE WHEN home_to_work_distance IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND far IS NULL THEN 'Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc' END,
            CASE WHEN work_to_project_distance IS NULL AND (ordinary_housing_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND near_project IS NULL AND owns IS NOT FALSE AND far IS NOT FALSE THEN 'Khoảng cách từ nơi làm việc đến dự án' END,
            CASE WHEN net_income IS NULL AND income_condition IS NULL AND ((g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL) THEN 'Thu nhập bình quân hàng tháng thực nhận' END,
            CASE WHEN spouse_net_income IS NULL AND income_condition IS NULL AND married IS NOT FALSE AND ((g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL) THEN 'Thu nhập bình quân hàng tháng của vợ (chồng)' END,
            CASE WHEN raising_minor_child IS NULL AND income_condition IS NULL AND married IS NOT TRUE AND single_within IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL THEN 'Đang nuôi con dưới tuổi thành niên' END,
            CASE WHEN spouse_in_armed_forces IS NULL AND income_condition IS NULL AND married IS NOT FALSE AND spouse_forces IS NULL AND g_forces_open IS NOT FALSE AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)' END,
            CASE WHEN colonel_total_income IS NULL AND income_condition IS NULL AND g_forces_open IS NOT FALSE AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá' END,
            CASE WHEN highest_monthly_income IS NULL AND income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_every_month IS NULL THEN 'Thu nhập thực nhận của tháng cao nhất' END,
            CASE WHEN registered_at_another_project IS NULL AND one_application IS NULL THEN 'Đang đăng ký mua tại dự án khác' END,
            CASE WHEN renting_social_housing IS NULL AND not_tenant_elsewhere IS NULL THEN 'Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN buys_unit_lived_in IS NULL AND not_tenant_elsewhere IS NULL THEN 'Mua chính căn nhà đang thuê, thuê mua' END,
            CASE WHEN project_funding IS NULL AND (project_sells OR project_lease_sells) IS NULL THEN 'Nguồn vốn xây dựng dự án' END
        ) ELSE '' END AS "Mua, thuê mua nhà ở xã hội: thông tin còn thiếu",
    CASE WHEN v_social_housing_purchase THEN coalesce('Để xác định thứ tự ưu tiên: ' || nullif(concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND recognised IS NULL AND (first_merit IS NULL OR (first_martyr IS NULL AND first_merit IS NOT TRUE)) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND first_merit IS NULL AND alive IS NULL THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND first_martyr IS NULL AND first_merit IS NOT TRUE THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND first_merit IS NULL AND alive IS NULL THEN 'Người có công còn sống' END,
            CASE WHEN applicant_has_merit IS NULL AND applicant IS NULL AND (first_merit IS NULL OR (first_martyr IS NULL AND first_merit IS NOT TRUE)) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE AND g_two_children IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN natural_children IS NULL AND first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE THEN 'Số con đẻ' END,
            CASE WHEN project_funding IS NULL AND first_woman IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Nguồn vốn xây dựng dự án' END,
            CASE WHEN disabled_person IS NULL AND (first_merit OR first_martyr) IS NOT TRUE THEN 'Là người khuyết tật' END,
            CASE WHEN resettled_by_purchase IS NULL AND (first_merit OR first_martyr OR disabled_person) IS NOT TRUE THEN 'Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội' END,
            CASE WHEN intake_opened_on IS NULL AND first_woman IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Ngày dự án bắt đầu nhận hồ sơ đăng ký' END,
            CASE WHEN gender IS NULL AND first_woman IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Giới tính' END,
            CASE WHEN single_woman_or_household_head IS NULL AND first_woman IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Phụ nữ đơn thân hoặc là chủ hộ' END
        ), ''), '') ELSE '' END AS "Mua, thuê mua nhà ở xã hội: còn thiếu để xác định mức, thứ tự ưu tiên",
    CASE WHEN v_social_housing_purchase THEN concat_ws(chr(10),
            CASE WHEN first_merit THEN 'Thứ 1/6: Người có công với cách mạng (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN first_martyr THEN 'Thứ 2/6: Thân nhân liệt sĩ (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN disabled_person THEN 'Thứ 3/6: Người khuyết tật (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN resettled_by_purchase THEN 'Thứ 4/6: Người được bố trí tái định cư theo hình thức mua, thuê mua (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN first_children THEN 'Thứ 5/6: Người có từ 02 con đẻ trở lên (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15; điểm h khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
            CASE WHEN first_woman THEN 'Thứ 6/6: Nữ giới (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15; Điều 34 Nghị định 54/2026/NĐ-CP; khoản 4 Điều 42 Nghị định 54/2026/NĐ-CP).' END,
            CASE WHEN first_merit IS NULL THEN 'Thứ 1/6 chưa xác định được: Người có công với cách mạng' END,
            CASE WHEN first_martyr IS NULL AND first_merit IS NOT TRUE THEN 'Thứ 2/6 chưa xác định được: Thân nhân liệt sĩ' END,
            CASE WHEN disabled_person IS NULL AND (first_merit OR first_martyr) IS NOT TRUE THEN 'Thứ 3/6 chưa xác định được: Người khuyết tật' END,
            CASE WHEN resettled_by_purchase IS NULL AND (first_merit OR first_martyr OR disabled_person) IS NOT TRUE THEN 'Thứ 4/6 chưa xác định được: Người được bố trí tái định cư theo hình thức mua, thuê mua' END,
            CASE WHEN first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE THEN 'Thứ 5/6 chưa xác định được: Người có từ 02 con đẻ trở lên' END,
            CASE WHEN first_woman IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Thứ 6/6 chưa xác định được: Nữ giới' END
        ) ELSE '' END AS "Mua, thuê mua nhà ở xã hội: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN citizen IS NOT DISTINCT FROM v_social_housing_purchase THEN 'Hồ sơ không ghi quốc tịch thì coi người đứng đơn là công dân Việt Nam. Người nước ngoài không được mua, thuê mua, thuê nhà ở xã hội theo Công văn 856/BXD-QLN về Luật Nhà ở 2014; Luật Nhà ở 2023 không ghi thẳng điều này.' END,
            CASE WHEN project_lease_sells IS NOT DISTINCT FROM v_social_housing_purchase THEN 'Nhà ở bằng vốn đầu tư công chỉ cho thuê, cho thuê mua; nhà ở Nhà nước đầu tư bằng nguồn vốn tại điểm b khoản 1 Điều 113 Luật Nhà ở được bán; nhà ở công đoàn và nhà ở do cá nhân xây dựng chỉ cho thuê.' END,
            'Điều kiện phải còn đủ khi ký hợp đồng; hợp đồng ký sai đối tượng, điều kiện thì vô hiệu (khoản 10 Điều 88 Luật Nhà ở).'
        ) AS "Mua, thuê mua nhà ở xã hội: lưu ý",
    CASE v_social_housing_purchase_2014 WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: kết quả",
    CASE WHEN v_social_housing_purchase_2014 THEN 'Được mua, thuê mua một căn nhà ở xã hội' ELSE '' END AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: mức hỗ trợ",
    CASE v_social_housing_purchase_2014
        WHEN TRUE THEN concat_ws(chr(10),
                'Hồ sơ đã nộp trước ngày 01/8/2024 và chưa giải quyết xong (theo khoản 11 Điều 78 Nghị định 100/2024/NĐ-CP; khoản 5 Điều 198 Luật Nhà ở 27/2023/QH15).',
                'Thuộc đối tượng được mua, thuê mua theo Luật Nhà ở 2014 (theo Điều 49 Luật Nhà ở 65/2014/QH13; khoản 1 Điều 50 Luật Nhà ở 65/2014/QH13).',
                'Chưa có nhà ở hoặc diện tích bình quân dưới 10 m²/người (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13; Nghị định 100/2015/NĐ-CP).',
                'Chưa mua, thuê, thuê mua nhà ở xã hội và chưa được hỗ trợ nhà ở, đất ở (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).',
                'Đăng ký thường trú, hoặc tạm trú và đóng bảo hiểm xã hội từ 12 tháng trở lên tại tỉnh có dự án (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).',
                'Đáp ứng điều kiện về thu nhập theo Luật Nhà ở 2014 (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT pending_under_2014_law THEN 'Hồ sơ không thuộc trường hợp chuyển tiếp; xét theo Luật Nhà ở 2023 (theo khoản 11 Điều 78 Nghị định 100/2024/NĐ-CP; khoản 5 Điều 198 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT buying_subject_2014 THEN 'Không thuộc đối tượng được mua, thuê mua theo Luật Nhà ở 2014 (theo Điều 49 Luật Nhà ở 65/2014/QH13; khoản 1 Điều 50 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN NOT no_or_small_home_2014 THEN 'Đã có nhà ở từ 10 m²/người trở lên (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13; Nghị định 100/2015/NĐ-CP).' END,
                CASE WHEN NOT nothing_had_2014 THEN 'Đã mua, thuê, thuê mua nhà ở xã hội hoặc đã được hỗ trợ nhà ở, đất ở (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN NOT residence_2014 THEN 'Chưa đủ điều kiện về cư trú tại tỉnh nơi có dự án (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN NOT income_2014 THEN 'Không thuộc trường hợp nào đáp ứng điều kiện về thu nhập theo Luật Nhà ở 2014 (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN pending_under_2014_law IS NULL THEN 'Chưa xác định được: hồ sơ đã nộp trước ngày 01/8/2024 và chưa giải quyết xong (theo khoản 11 Điều 78 Nghị định 100/2024/NĐ-CP; khoản 5 Điều 198 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN buying_subject_2014 IS NULL THEN 'Chưa xác định được: thuộc đối tượng được mua, thuê mua theo Luật Nhà ở 2014 (theo Điều 49 Luật Nhà ở 65/2014/QH13; khoản 1 Điều 50 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN no_or_small_home_2014 IS NULL THEN 'Chưa xác định được: chưa có nhà ở hoặc diện tích bình quân dưới 10 m²/người (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13; Nghị định 100/2015/NĐ-CP).' END,
                CASE WHEN nothing_had_2014 IS NULL THEN 'Chưa xác định được: chưa mua, thuê, thuê mua nhà ở xã hội và chưa được hỗ trợ nhà ở, đất ở (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN residence_2014 IS NULL THEN 'Chưa xác định được: đăng ký thường trú, hoặc tạm trú và đóng bảo hiểm xã hội từ 12 tháng trở lên tại tỉnh có dự án (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END,
                CASE WHEN income_2014 IS NULL THEN 'Chưa xác định được: đáp ứng điều kiện về thu nhập theo Luật Nhà ở 2014 (theo khoản 1 Điều 51 Luật Nhà ở 65/2014/QH13).' END
        )
    END AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: lý do",
    CASE WHEN v_social_housing_purchase_2014 IS NULL THEN concat_ws('; ',
            CASE WHEN pending_under_2014_law IS NULL THEN 'Hồ sơ nộp trước ngày 01/8/2024 theo Nghị định 100/2015/NĐ-CP và chưa giải quyết xong' END,
            CASE WHEN merit_recognised IS NULL AND g_merit IS NULL AND recognised IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND g_merit IS NULL AND asks_category AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND g_merit IS NULL AND asks_relation AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND g_merit IS NULL AND asks_alive AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND g_merit IS NULL AND asks_suspended AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND g_merit IS NULL AND asks_relative_suspended AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND g_merit IS NULL AND applicant IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND g_urban_poor IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND (buying_subject_2014 IS NULL AND (g_urban_poor IS NULL OR g_low_income IS NULL) OR income_2014 IS NULL AND g_urban_poor IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN returned_official_home IS NULL AND g_returned IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Đã trả lại nhà ở công vụ' END,
            CASE WHEN official_home_recovered_for_violation IS NULL AND g_returned IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Bị thu hồi nhà ở công vụ do vi phạm' END,
            CASE WHEN no_home_after_return IS NULL AND g_returned IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ' END,
            CASE WHEN land_recovered_home_demolished IS NULL AND g_land_recovered IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở' END,
            CASE WHEN compensated_in_kind IS NULL AND g_land_recovered IS NULL AND (buying_subject_2014 IS NULL OR income_2014 IS NULL) THEN 'Đã được Nhà nước bồi thường bằng nhà ở, đất ở' END,
            CASE WHEN owns_home IS NULL AND no_or_small_home_2014 IS NULL AND owns IS NULL AND owns_home_elsewhere IS NOT TRUE THEN 'Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án' END,
            CASE WHEN owns_home_elsewhere IS NULL AND no_or_small_home_2014 IS NULL AND owns IS NOT TRUE THEN 'Có nhà ở thuộc sở hữu tại tỉnh khác' END,
            CASE WHEN owned_home_area IS NULL AND no_or_small_home_2014 IS NULL THEN 'Diện tích sàn nhà ở thuộc sở hữu' END,
            CASE WHEN owned_home_residents IS NULL AND no_or_small_home_2014 IS NULL THEN 'Số người đăng ký thường trú tại nhà ở đó' END,
            CASE WHEN bought_social_housing IS NULL AND nothing_had_2014 IS NULL AND bought IS NULL THEN 'Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN renting_social_housing IS NULL AND nothing_had_2014 IS NULL THEN 'Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN received_housing_support IS NULL AND nothing_had_2014 IS NULL AND supported IS NULL THEN 'Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án' END,
            CASE WHEN residence_in_province IS NULL AND residence_2014 IS NULL THEN 'Đăng ký cư trú tại tỉnh nơi có dự án' END,
            CASE WHEN temporary_residence_months IS NULL AND residence_2014 IS NULL AND (social_insurance_months >= 12) IS NOT FALSE THEN 'Thời gian đã tạm trú' END,
            CASE WHEN social_insurance_months IS NULL AND residence_2014 IS NULL AND (temporary_residence_months >= 12) IS NOT FALSE THEN 'Thời gian đóng bảo hiểm xã hội tại tỉnh' END,
            CASE WHEN income_after_insurance IS NULL AND income_2014 IS NULL AND not_regularly_taxed IS NULL THEN 'Thu nhập hàng tháng sau khi trừ bảo hiểm bắt buộc' END,
            CASE WHEN tax_dependants IS NULL AND income_2014 IS NULL AND not_regularly_taxed IS NULL THEN 'Số người phụ thuộc được giảm trừ' END,
            CASE WHEN not_regularly_taxed IS NULL AND income_2014 IS NULL THEN 'Được xác nhận không phải nộp thuế thu nhập cá nhân thường xuyên' END
        ) ELSE '' END AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: thông tin còn thiếu",
    '' AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Quy định theo Luật Nhà ở 2014 và các nghị định hướng dẫn được ghi lại từ các bản tóm tắt và công văn trả lời, chưa đối chiếu toàn văn.',
            'Từ ngày 01/8/2024 chỉ áp dụng cho hồ sơ chuyển tiếp.'
        ) AS "Mua, thuê mua nhà ở xã hội theo Luật Nhà ở 2014: lưu ý",
    CASE v_social_housing_rent WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Thuê nhà ở xã hội: kết quả",
    CASE WHEN v_social_housing_rent THEN 'Được đăng ký thuê một căn nhà ở xã hội' ELSE '' END AS "Thuê nhà ở xã hội: mức hỗ trợ",
    CASE v_social_housing_rent
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc đối tượng được thuê nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).',
                'Không đang thuê căn nhà ở xã hội khác (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).',
                'Nhà ở công đoàn thì người thuê là công nhân, người lao động (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 37 Nghị định 100/2024/NĐ-CP).',
                'Không phải người nước ngoài (theo Điều 76 Luật Nhà ở 27/2023/QH15).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT renting_subject THEN 'Không thuộc nhóm đối tượng được thuê nhà ở xã hội theo Điều 76 Luật Nhà ở (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN NOT one_rental THEN 'Đang thuê nhà ở xã hội hoặc nhà ở cho lực lượng vũ trang; mỗi thời điểm chỉ được thuê một căn (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT project_open_to_group THEN 'Nhà ở bằng nguồn tài chính công đoàn chỉ cho công nhân, người lao động thuê (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 37 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT citizen THEN 'Người đứng đơn không phải công dân Việt Nam (theo Điều 76 Luật Nhà ở 27/2023/QH15).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN renting_subject IS NULL THEN 'Chưa xác định được: thuộc đối tượng được thuê nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN one_rental IS NULL THEN 'Chưa xác định được: không đang thuê căn nhà ở xã hội khác (theo khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN project_open_to_group IS NULL THEN 'Chưa xác định được: nhà ở công đoàn thì người thuê là công nhân, người lao động (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 37 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Thuê nhà ở xã hội: lý do",
    CASE WHEN v_social_housing_rent IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND recognised IS NULL THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND asks_category THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND asks_relation THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND asks_alive THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND asks_suspended THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND asks_relative_suspended THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND renting_subject IS NULL AND g_merit IS NULL AND applicant IS NULL THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND (renting_subject IS NULL OR project_open_to_group IS NULL AND g_worker IS NULL) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND renting_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND renting_subject IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL OR g_low_income IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND (renting_subject IS NULL OR project_open_to_group IS NULL AND g_worker IS NULL) THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN benefited_armed_forces_housing IS NULL AND renting_subject IS NULL AND g_forces_open IS NULL AND g_forces IS NOT FALSE AND had_forces_housing IS NULL THEN 'Đã hưởng chính sách nhà ở cho lực lượng vũ trang' END,
            CASE WHEN returned_official_home IS NULL AND renting_subject IS NULL AND g_returned IS NULL THEN 'Đã trả lại nhà ở công vụ' END,
            CASE WHEN official_home_recovered_for_violation IS NULL AND renting_subject IS NULL AND g_returned IS NULL THEN 'Bị thu hồi nhà ở công vụ do vi phạm' END,
            CASE WHEN no_home_after_return IS NULL AND renting_subject IS NULL AND g_returned IS NULL THEN 'Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ' END,
            CASE WHEN land_recovered_home_demolished IS NULL AND renting_subject IS NULL AND g_land_recovered IS NULL THEN 'Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở' END,
            CASE WHEN compensated_in_kind IS NULL AND renting_subject IS NULL AND g_land_recovered IS NULL THEN 'Đã được Nhà nước bồi thường bằng nhà ở, đất ở' END,
            CASE WHEN natural_children IS NULL AND renting_subject IS NULL AND g_two_children IS NULL THEN 'Số con đẻ' END,
            CASE WHEN province IS NULL AND renting_subject IS NULL AND g_rural_poor_let IS NULL THEN 'Tỉnh' END,
            CASE WHEN renting_social_housing IS NULL AND one_rental IS NULL THEN 'Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN project_funding IS NULL AND project_open_to_group IS NULL THEN 'Nguồn vốn xây dựng dự án' END
        ) ELSE '' END AS "Thuê nhà ở xã hội: thông tin còn thiếu",
    CASE WHEN v_social_housing_rent THEN coalesce('Để xác định thứ tự ưu tiên: ' || nullif(concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND recognised IS NULL AND (first_merit IS NULL OR (first_martyr IS NULL AND first_merit IS NOT TRUE)) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND first_merit IS NULL AND alive IS NULL THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND first_martyr IS NULL AND first_merit IS NOT TRUE THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND first_merit IS NULL AND alive IS NULL THEN 'Người có công còn sống' END,
            CASE WHEN applicant_has_merit IS NULL AND applicant IS NULL AND (first_merit IS NULL OR (first_martyr IS NULL AND first_merit IS NOT TRUE)) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE AND g_two_children IS NULL THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN natural_children IS NULL AND first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE THEN 'Số con đẻ' END,
            CASE WHEN project_funding IS NULL AND first_woman_tenant IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Nguồn vốn xây dựng dự án' END,
            CASE WHEN disabled_person IS NULL AND (first_merit OR first_martyr) IS NOT TRUE THEN 'Là người khuyết tật' END,
            CASE WHEN resettled_by_purchase IS NULL AND (first_merit OR first_martyr OR disabled_person) IS NOT TRUE THEN 'Được bố trí tái định cư theo hình thức mua, thuê mua nhà ở xã hội' END,
            CASE WHEN gender IS NULL AND first_woman_tenant IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Giới tính' END,
            CASE WHEN single_woman_or_household_head IS NULL AND first_woman_tenant IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Phụ nữ đơn thân hoặc là chủ hộ' END
        ), ''), '') ELSE '' END AS "Thuê nhà ở xã hội: còn thiếu để xác định mức, thứ tự ưu tiên",
    CASE WHEN v_social_housing_rent THEN concat_ws(chr(10),
            CASE WHEN first_merit THEN 'Thứ 1/6: Người có công với cách mạng (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN first_martyr THEN 'Thứ 2/6: Thân nhân liệt sĩ (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN disabled_person THEN 'Thứ 3/6: Người khuyết tật (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN resettled_by_purchase THEN 'Thứ 4/6: Người được bố trí tái định cư theo hình thức mua, thuê mua (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN first_children THEN 'Thứ 5/6: Người có từ 02 con đẻ trở lên (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15; điểm h khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
            CASE WHEN first_woman_tenant THEN 'Thứ 6/6: Nữ giới (theo điểm đ khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15; Điều 34 Nghị định 54/2026/NĐ-CP).' END,
            CASE WHEN first_merit IS NULL THEN 'Thứ 1/6 chưa xác định được: Người có công với cách mạng' END,
            CASE WHEN first_martyr IS NULL AND first_merit IS NOT TRUE THEN 'Thứ 2/6 chưa xác định được: Thân nhân liệt sĩ' END,
            CASE WHEN disabled_person IS NULL AND (first_merit OR first_martyr) IS NOT TRUE THEN 'Thứ 3/6 chưa xác định được: Người khuyết tật' END,
            CASE WHEN resettled_by_purchase IS NULL AND (first_merit OR first_martyr OR disabled_person) IS NOT TRUE THEN 'Thứ 4/6 chưa xác định được: Người được bố trí tái định cư theo hình thức mua, thuê mua' END,
            CASE WHEN first_children IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase) IS NOT TRUE THEN 'Thứ 5/6 chưa xác định được: Người có từ 02 con đẻ trở lên' END,
            CASE WHEN first_woman_tenant IS NULL AND (first_merit OR first_martyr OR disabled_person OR resettled_by_purchase OR first_children) IS NOT TRUE THEN 'Thứ 6/6 chưa xác định được: Nữ giới' END
        ) ELSE '' END AS "Thuê nhà ở xã hội: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN citizen IS NOT DISTINCT FROM v_social_housing_rent THEN 'Hồ sơ không ghi quốc tịch thì coi người đứng đơn là công dân Việt Nam. Người nước ngoài không được mua, thuê mua, thuê nhà ở xã hội theo Công văn 856/BXD-QLN về Luật Nhà ở 2014; Luật Nhà ở 2023 không ghi thẳng điều này.' END,
            'Tỉnh được quy định thêm tiêu chuẩn, đối tượng và ưu tiên khi cho thuê nhà ở đầu tư bằng vốn ngân sách (khoản 1 Điều 37 Nghị định 100/2024/NĐ-CP); chưa tìm thấy quy định của tỉnh.'
        ) AS "Thuê nhà ở xã hội: lưu ý",
    CASE v_social_housing_rent_relief WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Giảm tiền thuê nhà ở thuộc tài sản công: kết quả",
    CASE WHEN v_social_housing_rent_relief THEN CASE WHEN other_entitled_tenant THEN 'Miễn tiền thuê nhà ở: 100 %' WHEN social_relief_case THEN 'Giảm tiền thuê nhà ở: 60 %' WHEN forces_relief_case THEN 'Giảm tiền thuê nhà ở cho lực lượng vũ trang: 50 %' END ELSE '' END AS "Giảm tiền thuê nhà ở thuộc tài sản công: mức hỗ trợ",
    CASE v_social_housing_rent_relief
        WHEN TRUE THEN concat_ws(chr(10),
                'Có tên trong hợp đồng thuê nhà ở thuộc tài sản công (theo điểm a khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 1 Điều 65 Nghị định 100/2024/NĐ-CP).',
                'Chưa được miễn, giảm tiền thuê nhà (theo điểm b khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).',
                'Thuộc diện được giảm tiền thuê (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).',
                CASE WHEN other_entitled_tenant THEN 'Trong hộ có từ hai người thuê thuộc diện được giảm (theo điểm d khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN social_relief_case THEN 'Thuê nhà ở xã hội thuộc tài sản công và là hộ nghèo, cận nghèo hoặc hưởng trợ cấp xã hội (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN forces_relief_case THEN 'Thuê nhà ở lực lượng vũ trang thuộc tài sản công và thuộc trường hợp được giảm (theo khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).' END
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT named_in_rental_contract THEN 'Không có tên trong hợp đồng thuê nhà ở thuộc tài sản công (theo điểm a khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 1 Điều 65 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT relief_not_yet_had_public THEN 'Đã được miễn, giảm tiền thuê nhà; mỗi người thuê chỉ được xét một lần (theo điểm b khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT relief_case THEN 'Chưa đáp ứng: thuộc diện được giảm tiền thuê (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (other_entitled_tenant OR social_relief_case OR forces_relief_case) THEN 'Trong hộ chỉ có một người thuê thuộc diện được giảm (theo điểm d khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (other_entitled_tenant OR social_relief_case OR forces_relief_case) THEN 'Chưa đáp ứng: thuê nhà ở xã hội thuộc tài sản công và là hộ nghèo, cận nghèo hoặc hưởng trợ cấp xã hội (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (other_entitled_tenant OR social_relief_case OR forces_relief_case) THEN 'Chưa đáp ứng: thuê nhà ở lực lượng vũ trang thuộc tài sản công và thuộc trường hợp được giảm (theo khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN named_in_rental_contract IS NULL THEN 'Chưa xác định được: có tên trong hợp đồng thuê nhà ở thuộc tài sản công (theo điểm a khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 1 Điều 65 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN relief_not_yet_had_public IS NULL THEN 'Chưa xác định được: chưa được miễn, giảm tiền thuê nhà (theo điểm b khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN relief_case IS NULL THEN 'Chưa xác định được: thuộc diện được giảm tiền thuê (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP; khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL AND other_entitled_tenant IS NULL THEN 'Chưa xác định được: trong hộ có từ hai người thuê thuộc diện được giảm (theo điểm d khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL AND social_relief_case IS NULL THEN 'Chưa xác định được: thuê nhà ở xã hội thuộc tài sản công và là hộ nghèo, cận nghèo hoặc hưởng trợ cấp xã hội (theo khoản 2 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL AND forces_relief_case IS NULL THEN 'Chưa xác định được: thuê nhà ở lực lượng vũ trang thuộc tài sản công và thuộc trường hợp được giảm (theo khoản 2 Điều 65 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Giảm tiền thuê nhà ở thuộc tài sản công: lý do",
    CASE WHEN v_social_housing_rent_relief IS NULL THEN concat_ws('; ',
            CASE WHEN named_in_rental_contract IS NULL THEN 'Có tên trong hợp đồng thuê nhà' END,
            CASE WHEN had_rent_relief IS NULL AND relief_not_yet_had_public IS NULL THEN 'Đã được miễn, giảm tiền thuê nhà' END,
            CASE WHEN rents_public_housing IS NULL AND social_relief_case IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Đang thuê nhà ở xã hội thuộc tài sản công' END,
            CASE WHEN poverty_certificate IS NULL AND social_relief_case IS NULL AND (poor_or_near_poor OR receives_social_allowance) IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN receives_social_allowance IS NULL AND social_relief_case IS NULL AND (poor_or_near_poor OR receives_social_allowance) IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Đang hưởng trợ cấp xã hội hằng tháng' END,
            CASE WHEN rents_armed_forces_public_housing IS NULL AND forces_relief_case IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Đang thuê nhà ở cho lực lượng vũ trang thuộc tài sản công' END,
            CASE WHEN employment IS NULL AND forces_relief_case IS NULL AND g_forces IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN housing_law_groups IS NULL AND forces_relief_case IS NULL AND g_forces IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN injured_on_dangerous_duty IS NULL AND forces_relief_case IS NULL AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member) IS NULL AND (disability_rate >= 31) IS NOT FALSE AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Bị thương khi làm nhiệm vụ cấp bách, nguy hiểm' END,
            CASE WHEN disability_rate IS NULL AND forces_relief_case IS NULL AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member) IS NULL AND injured_on_dangerous_duty IS NOT FALSE AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Tỷ lệ tổn thương cơ thể' END,
            CASE WHEN merit_or_disabled_member IS NULL AND forces_relief_case IS NULL AND ((injured_on_dangerous_duty AND disability_rate >= 31) OR merit_or_disabled_member) IS NULL AND (relief_case IS NULL OR (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL) THEN 'Trong hộ có người có công hoặc người khuyết tật' END,
            CASE WHEN other_entitled_tenant IS NULL AND (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NULL THEN 'Trong hộ còn người thuê khác thuộc diện được giảm tiền thuê' END
        ) ELSE '' END AS "Giảm tiền thuê nhà ở thuộc tài sản công: thông tin còn thiếu",
    '' AS "Giảm tiền thuê nhà ở thuộc tài sản công: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Giảm tiền thuê nhà ở thuộc tài sản công: thứ tự ưu tiên",
    concat_ws(chr(10),
            CASE WHEN (other_entitled_tenant OR social_relief_case OR forces_relief_case) IS NOT DISTINCT FROM v_social_housing_rent_relief AND other_entitled_tenant IS NOT DISTINCT FROM v_social_housing_rent_relief THEN 'Tính người có diện riêng; không tính hai thành viên của cùng một hộ nghèo.' END,
            'Người có công, thân nhân liệt sĩ được miễn, giảm theo mức riêng; một người thuộc nhiều diện chỉ hưởng mức cao nhất. Mức giảm của hộ nghèo, cận nghèo tính chung cho cả hộ.'
        ) AS "Giảm tiền thuê nhà ở thuộc tài sản công: lưu ý",
    CASE v_social_housing_tenant_purchase WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: kết quả",
    CASE WHEN v_social_housing_tenant_purchase THEN 'Được mua căn nhà ở xã hội đang thuê, thuê mua' ELSE '' END AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: mức hỗ trợ",
    CASE v_social_housing_tenant_purchase
        WHEN TRUE THEN concat_ws(chr(10),
                'Thuộc đối tượng được mua, thuê mua nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).',
                'Mua chính căn nhà đang thuê, thuê mua (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP; Điều 38 Nghị định 54/2026/NĐ-CP).',
                'Căn nhà thuộc dự án bằng vốn của chủ đầu tư (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).',
                CASE WHEN unit_of_rental_share THEN 'Căn nhà thuộc 20 % diện tích sàn phải dành để cho thuê trước đây (theo khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN earlier_contract THEN 'Hợp đồng thuê, thuê mua ký trước ngày 10/10/2025 (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP).' END,
                'Không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).',
                CASE WHEN tenant_ordinary_case THEN 'Chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở ngoài căn nhà này (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN far_from_work_case THEN 'Có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                'Đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT buying_subject THEN 'Không thuộc nhóm đối tượng được mua, thuê mua nhà ở xã hội theo Điều 76 Luật Nhà ở (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN NOT buys_unit_lived_in THEN 'Không mua căn nhà đang thuê, thuê mua (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP; Điều 38 Nghị định 54/2026/NĐ-CP).' END,
                CASE WHEN NOT unit_of_developer THEN 'Chưa đáp ứng: căn nhà thuộc dự án bằng vốn của chủ đầu tư (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (unit_of_rental_share OR earlier_contract) THEN 'Căn nhà không thuộc 20 % diện tích sàn phải dành để cho thuê trước đây (theo khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT (unit_of_rental_share OR earlier_contract) THEN 'Chưa đáp ứng: hợp đồng thuê, thuê mua ký trước ngày 10/10/2025 (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN NOT not_in_official_housing THEN 'Đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (tenant_ordinary_case OR far_from_work_case) THEN 'Chưa đáp ứng: chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở ngoài căn nhà này (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT (tenant_ordinary_case OR far_from_work_case) THEN 'Không thuộc trường hợp nhà ở cách xa nơi làm việc (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT income_condition THEN 'Không thuộc trường hợp nào đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN buying_subject IS NULL THEN 'Chưa xác định được: thuộc đối tượng được mua, thuê mua nhà ở xã hội (theo Điều 76 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 77 Luật Nhà ở 27/2023/QH15; khoản 3 Điều 29 Luật Dân số 113/2025/QH15).' END,
                CASE WHEN buys_unit_lived_in IS NULL THEN 'Chưa xác định được: mua chính căn nhà đang thuê, thuê mua (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP; Điều 38 Nghị định 54/2026/NĐ-CP).' END,
                CASE WHEN unit_of_developer IS NULL THEN 'Chưa xác định được: căn nhà thuộc dự án bằng vốn của chủ đầu tư (theo khoản 4 Điều 80 Luật Nhà ở 27/2023/QH15; khoản 2 Điều 125 Luật Nhà ở 27/2023/QH15; khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (unit_of_rental_share OR earlier_contract) IS NULL AND unit_of_rental_share IS NULL THEN 'Chưa xác định được: căn nhà thuộc 20 % diện tích sàn phải dành để cho thuê trước đây (theo khoản 12 Điều 78 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN (unit_of_rental_share OR earlier_contract) IS NULL AND earlier_contract IS NULL THEN 'Chưa xác định được: hợp đồng thuê, thuê mua ký trước ngày 10/10/2025 (theo khoản 3 Điều 3 Nghị định 261/2025/NĐ-CP).' END,
                CASE WHEN not_in_official_housing IS NULL THEN 'Chưa xác định được: không đang ở nhà ở công vụ (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; khoản 1 Điều 45 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL THEN 'Chưa xác định được: chưa có nhà ở hoặc nhà ở chật hẹp và chưa được hưởng chính sách nhà ở ngoài căn nhà này (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN (tenant_ordinary_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL THEN 'Chưa xác định được: có nhà ở nhưng cách xa nơi làm việc và chưa mua nhà ở xã hội (theo điểm a khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN income_condition IS NULL THEN 'Chưa xác định được: đáp ứng điều kiện về thu nhập (theo điểm b khoản 1 Điều 78 Luật Nhà ở 27/2023/QH15; Điều 30 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: lý do",
    CASE WHEN v_social_housing_tenant_purchase IS NULL THEN concat_ws('; ',
            CASE WHEN merit_recognised IS NULL AND g_merit IS NULL AND recognised IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã được công nhận người có công hoặc thân nhân liệt sĩ' END,
            CASE WHEN merit_category IS NULL AND g_merit IS NULL AND asks_category AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Diện người có công' END,
            CASE WHEN martyr_relation IS NULL AND g_merit IS NULL AND asks_relation AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Quan hệ với liệt sĩ' END,
            CASE WHEN merit_person_alive IS NULL AND g_merit IS NULL AND asks_alive AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Người có công còn sống' END,
            CASE WHEN merit_suspended IS NULL AND g_merit IS NULL AND asks_suspended AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN relative_suspended IS NULL AND g_merit IS NULL AND asks_relative_suspended AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Riêng thân nhân liệt sĩ đang bị tạm đình chỉ hoặc chấm dứt hưởng chế độ ưu đãi' END,
            CASE WHEN applicant_has_merit IS NULL AND g_merit IS NULL AND applicant IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Người có công, thân nhân liệt sĩ nêu trong hồ sơ là chính người đứng đơn' END,
            CASE WHEN housing_law_groups IS NULL AND (buying_subject IS NULL OR income_condition IS NULL AND (g_merit IS NULL OR g_returned IS NULL OR g_land_recovered IS NULL OR g_two_children IS NULL OR g_forces IS NULL OR g_worker IS NULL OR g_rural_poor IS NULL OR g_urban_poor IS NULL)) THEN 'Nhóm đối tượng (Điều 76 Luật Nhà ở)' END,
            CASE WHEN poverty_certificate IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL) AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Hộ nghèo/cận nghèo' END,
            CASE WHEN area_type IS NULL AND (g_urban_poor IS NULL OR g_rural_poor_let IS NULL OR g_low_income IS NULL) AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Khu vực' END,
            CASE WHEN employment IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Nghề nghiệp và nơi làm việc' END,
            CASE WHEN benefited_armed_forces_housing IS NULL AND g_forces_open IS NULL AND g_forces IS NOT FALSE AND had_forces_housing IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã hưởng chính sách nhà ở cho lực lượng vũ trang' END,
            CASE WHEN bought_armed_forces_housing IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND bought_forces IS NULL AND (tenant_ordinary_case IS NULL OR far_from_work_case IS NULL) THEN 'Hộ đã mua, thuê mua nhà ở cho lực lượng vũ trang' END,
            CASE WHEN returned_official_home IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã trả lại nhà ở công vụ' END,
            CASE WHEN official_home_recovered_for_violation IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Bị thu hồi nhà ở công vụ do vi phạm' END,
            CASE WHEN no_home_after_return IS NULL AND g_returned IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Chưa có nhà ở tại nơi sinh sống sau khi trả nhà công vụ' END,
            CASE WHEN land_recovered_home_demolished IS NULL AND g_land_recovered IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Bị thu hồi đất và phải giải tỏa, phá dỡ nhà ở' END,
            CASE WHEN compensated_in_kind IS NULL AND g_land_recovered IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Đã được Nhà nước bồi thường bằng nhà ở, đất ở' END,
            CASE WHEN natural_children IS NULL AND g_two_children IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) THEN 'Số con đẻ' END,
            CASE WHEN province IS NULL AND (g_rural_poor_let IS NULL AND (buying_subject IS NULL OR income_condition IS NULL) OR (tenant_ordinary_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL OR income_condition IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL) THEN 'Tỉnh' END,
            CASE WHEN buys_unit_lived_in IS NULL THEN 'Mua chính căn nhà đang thuê, thuê mua' END,
            CASE WHEN project_funding IS NULL AND unit_of_developer IS NULL THEN 'Nguồn vốn xây dựng dự án' END,
            CASE WHEN unit_of_rental_share IS NULL AND (unit_of_rental_share OR earlier_contract) IS NULL THEN 'Căn nhà thuộc 20 % diện tích sàn dành để cho thuê (Nghị định 100/2015/NĐ-CP)' END,
            CASE WHEN rental_contract_on IS NULL AND (unit_of_rental_share OR earlier_contract) IS NULL THEN 'Ngày ký hợp đồng thuê, thuê mua căn nhà đang ở' END,
            CASE WHEN lives_in_official_housing IS NULL AND not_in_official_housing IS NULL THEN 'Đang ở nhà ở công vụ (điểm b đến g khoản 1 Điều 45 Luật Nhà ở)' END,
            CASE WHEN home_on_certificate IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (tenant_ordinary_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận có thông tin về nhà ở' END,
            CASE WHEN named_on_certificate IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND own_home IS NULL AND spouse_home IS NOT TRUE AND (tenant_ordinary_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Có tên trong Giấy chứng nhận quyền sử dụng đất (tại tỉnh nơi có dự án)' END,
            CASE WHEN spouse_home_on_certificate IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (tenant_ordinary_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Giấy chứng nhận của vợ (chồng) có thông tin về nhà ở' END,
            CASE WHEN spouse_named_on_certificate IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND (tenant_ordinary_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far IS NOT FALSE) THEN 'Vợ (chồng) có tên trong Giấy chứng nhận (tại tỉnh nơi có dự án)' END,
            CASE WHEN marital_status IS NULL AND ((tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND lacks_home IS NULL OR (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND spouse_never_bought IS NULL OR (tenant_ordinary_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND spouse_home IS NULL AND own_home IS NOT TRUE AND far IS NOT FALSE OR income_condition IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL OR income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_every_month IS NULL) THEN 'Tình trạng hôn nhân' END,
            CASE WHEN owns_home IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND owns IS NULL AND (tenant_ordinary_case IS NULL AND lacks_home IS NULL OR far_from_work_case IS NULL AND far_rule IS NOT FALSE) THEN 'Có nhà ở thuộc sở hữu tại tỉnh nơi có dự án' END,
            CASE WHEN owned_home_area IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Diện tích sàn nhà ở thuộc sở hữu' END,
            CASE WHEN owned_home_residents IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND lacks_home IS NULL AND owns IS NOT FALSE THEN 'Số người đăng ký thường trú tại nhà ở đó' END,
            CASE WHEN bought_social_housing IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND (tenant_ordinary_case IS NULL AND (NOT bought OR lease_purchases_this_unit) IS NULL OR far_from_work_case IS NULL AND bought IS NULL) THEN 'Đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN lease_purchases_this_unit IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND (NOT bought OR lease_purchases_this_unit) IS NULL THEN 'Đang thuê mua chính căn nhà này' END,
            CASE WHEN spouse_bought_social_housing IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND spouse_never_bought IS NULL THEN 'Vợ (chồng) đã mua, thuê mua nhà ở xã hội (kể cả nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN received_housing_support IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND tenant_ordinary_case IS NULL AND supported IS NULL THEN 'Đã được hưởng chính sách hỗ trợ nhà ở tại tỉnh nơi có dự án' END,
            CASE WHEN received_gift_house IS NULL AND income_condition IS NULL AND g_rural_poor_let IS NOT FALSE AND poor_or_near_poor IS NOT FALSE THEN 'Đã được tặng nhà ở (khoản 3 Điều 77 Luật Nhà ở)' END,
            CASE WHEN home_to_work_distance IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND far IS NULL THEN 'Khoảng cách từ nhà ở (nơi ở) đến nơi làm việc' END,
            CASE WHEN work_to_project_distance IS NULL AND (tenant_ordinary_case OR far_from_work_case) IS NULL AND far_from_work_case IS NULL AND near_project IS NULL AND owns IS NOT FALSE AND far IS NOT FALSE THEN 'Khoảng cách từ nơi làm việc đến dự án' END,
            CASE WHEN spouse_in_armed_forces IS NULL AND income_condition IS NULL AND married IS NOT FALSE AND spouse_forces IS NULL AND g_forces_open IS NOT FALSE AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Vợ (chồng) thuộc lực lượng vũ trang (khoản 7 Điều 76)' END,
            CASE WHEN net_income IS NULL AND income_condition IS NULL AND ((g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL) THEN 'Thu nhập bình quân hàng tháng thực nhận' END,
            CASE WHEN spouse_net_income IS NULL AND income_condition IS NULL AND married IS NOT FALSE AND ((g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL OR g_forces_open IS NOT FALSE AND forces_average_within_cap IS NULL) THEN 'Thu nhập bình quân hàng tháng của vợ (chồng)' END,
            CASE WHEN colonel_total_income IS NULL AND income_condition IS NULL AND g_forces_open IS NOT FALSE AND (forces_average_within_cap IS NULL OR forces_every_month IS NULL) THEN 'Tổng thu nhập của sĩ quan cấp bậc hàm Đại tá' END,
            CASE WHEN highest_monthly_income IS NULL AND income_condition IS NULL AND g_forces_open IS NOT FALSE AND forces_every_month IS NULL THEN 'Thu nhập thực nhận của tháng cao nhất' END,
            CASE WHEN raising_minor_child IS NULL AND income_condition IS NULL AND married IS NOT TRUE AND single_within IS NULL AND (g_worker OR g_low_income OR g_official) IS NOT FALSE AND within_cap IS NULL THEN 'Đang nuôi con dưới tuổi thành niên' END
        ) ELSE '' END AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: thông tin còn thiếu",
    '' AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Nhà thuộc 20 % dành để cho thuê trước đây được bán cho người đang thuê trước thời hạn 10 năm nếu người thuê đủ đối tượng, điều kiện. Không áp dụng khi bán theo khoản 9 Điều 88 Luật Nhà ở.'
        ) AS "Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở: lưu ý",
    'đã kết thúc' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: kết quả",
    '' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 31/12/2020 (theo Quyết định 48/2014/QĐ-TTg). Quyết định 48/2014/QĐ-TTg chỉ áp dụng cho 14 tỉnh miền Trung; thời hạn kết thúc chưa đối chiếu văn bản.' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: lý do",
    '' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: thông tin còn thiếu",
    '' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: thứ tự ưu tiên",
    '' AS "Hỗ trợ hộ nghèo miền Trung làm nhà phòng, tránh bão, lụt: lưu ý",
    'đã kết thúc' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: kết quả",
    '' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 31/12/2025 (theo Quyết định 539/QĐ-TTg). Phong trào phát động từ tháng 4/2024, kế hoạch ban hành ngày 19/6/2024. Mục tiêu hoàn thành là trước ngày 31/8/2025 theo Thông báo 367/TB-VPCP. Sau phong trào, hộ nghèo, hộ cận nghèo có nhà hư hỏng chỉ còn được xét hỗ trợ khi bị thiên tai, hỏa hoạn (Nghị định 20/2021/NĐ-CP), được tặng nhà ở hoặc vay vốn ưu đãi tự xây, sửa nhà (Luật Nhà ở 2023); chưa tìm thấy mức của chương trình mục tiêu quốc gia giai đoạn 2026 - 2035 và của tỉnh. Nhà đại đoàn kết, Quỹ Vì người nghèo là nguồn vận động, không phải quyền được hưởng: hãy hỏi Ủy ban Mặt trận Tổ quốc cấp xã, Sở Nông nghiệp và Môi trường, Sở Xây dựng.' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: lý do",
    '' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: thông tin còn thiếu",
    '' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: thứ tự ưu tiên",
    '' AS "Xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo: lưu ý",
    CASE v_worker_lodging WHEN TRUE THEN 'đủ điều kiện' WHEN FALSE THEN 'không đủ điều kiện' ELSE 'chưa đủ thông tin' END AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: kết quả",
    CASE WHEN v_worker_lodging THEN 'Được thuê một chỗ ở trong nhà lưu trú công nhân' ELSE '' END AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: mức hỗ trợ",
    CASE v_worker_lodging
        WHEN TRUE THEN concat_ws(chr(10),
                'Đang làm việc tại doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp đó (theo khoản 1 Điều 91 Luật Nhà ở 27/2023/QH15; khoản 8 Điều 77 Luật Nhà ở 27/2023/QH15).',
                'Có hợp đồng lao động (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15).',
                'Đơn có xác nhận của doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).',
                'Không đang thuê nhà ở xã hội hoặc nhà lưu trú khác (theo điểm a khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).'
        )
        WHEN FALSE THEN concat_ws(chr(10),
                CASE WHEN NOT works_in_that_zone THEN 'Không làm việc tại doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp đó (theo khoản 1 Điều 91 Luật Nhà ở 27/2023/QH15; khoản 8 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT has_labour_contract THEN 'Không có hợp đồng lao động hoặc hợp đồng đã chấm dứt (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN NOT lodging_confirmation THEN 'Đơn chưa có xác nhận của doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN NOT no_other_rental THEN 'Đang thuê nhà ở xã hội hoặc nhà lưu trú khác (theo điểm a khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).' END
        )
        ELSE concat_ws(chr(10),
                CASE WHEN works_in_that_zone IS NULL THEN 'Chưa xác định được: đang làm việc tại doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp đó (theo khoản 1 Điều 91 Luật Nhà ở 27/2023/QH15; khoản 8 Điều 77 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN has_labour_contract IS NULL THEN 'Chưa xác định được: có hợp đồng lao động (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15).' END,
                CASE WHEN lodging_confirmation IS NULL THEN 'Chưa xác định được: đơn có xác nhận của doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp (theo khoản 2 Điều 93 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).' END,
                CASE WHEN no_other_rental IS NULL THEN 'Chưa xác định được: không đang thuê nhà ở xã hội hoặc nhà lưu trú khác (theo điểm a khoản 1 Điều 100 Luật Nhà ở 27/2023/QH15; điểm b khoản 1 Điều 60 Nghị định 100/2024/NĐ-CP).' END
        )
    END AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: lý do",
    CASE WHEN v_worker_lodging IS NULL THEN concat_ws('; ',
            CASE WHEN works_in_that_zone IS NULL THEN 'Đang làm việc tại khu công nghiệp có nhà lưu trú' END,
            CASE WHEN has_labour_contract IS NULL THEN 'Có hợp đồng lao động' END,
            CASE WHEN lodging_confirmed_by IS NULL AND lodging_confirmation IS NULL THEN 'Nơi xác nhận đơn thuê nhà lưu trú' END,
            CASE WHEN renting_social_housing IS NULL AND no_other_rental IS NULL THEN 'Đang thuê nhà ở xã hội (hoặc nhà ở cho lực lượng vũ trang)' END,
            CASE WHEN renting_worker_lodging IS NULL AND no_other_rental IS NULL THEN 'Đang thuê nhà lưu trú công nhân khác' END
        ) ELSE '' END AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: thông tin còn thiếu",
    '' AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: thứ tự ưu tiên",
    concat_ws(chr(10),
            'Không xét thu nhập, nhà ở và nơi cư trú. Chấm dứt hợp đồng lao động thì phải bàn giao lại nhà. Nhà do doanh nghiệp hạ tầng xây dựng được bốc thăm khi số đơn nhiều hơn số nhà; nhà do doanh nghiệp sản xuất xây dựng thì không.'
        ) AS "Thuê nhà lưu trú công nhân trong khu công nghiệp: lưu ý",
    'đã kết thúc' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: kết quả",
    '' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: mức hỗ trợ",
    'Chương trình đã kết thúc sau ngày 15/08/2022 (theo Quyết định 08/2022/QĐ-TTg).' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: lý do",
    '' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: thông tin còn thiếu",
    '' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: còn thiếu để xác định mức, thứ tự ưu tiên",
    '' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: thứ tự ưu tiên",
    '' AS "Hỗ trợ tiền thuê nhà cho người lao động năm 2022: lưu ý",
    concat_ws(chr(10),
            CASE WHEN (v_merit_rent_relief IS TRUE)::INT + (v_social_housing_rent_relief IS TRUE)::INT >= 2 THEN 'Mỗi người thuê hưởng một mức miễn, giảm tiền thuê cao nhất: chọn một trong ' || concat_ws('; ', CASE WHEN v_merit_rent_relief THEN '“Miễn, giảm tiền thuê nhà ở cho người có công, thân nhân liệt sĩ”' END, CASE WHEN v_social_housing_rent_relief THEN '“Giảm tiền thuê nhà ở thuộc tài sản công”' END) || ' (theo điểm c khoản 1 Điều 36 Nghị định 100/2024/NĐ-CP).' END,
            CASE WHEN (v_social_housing_purchase IS TRUE)::INT + (v_social_housing_rent IS TRUE)::INT + (v_social_housing_tenant_purchase IS TRUE)::INT + (v_armed_forces_housing_purchase IS TRUE)::INT + (v_armed_forces_housing_rent IS TRUE)::INT >= 2 THEN 'Mỗi hộ áp dụng một chính sách nhà ở: mua, thuê mua hoặc thuê nhà ở xã hội, nhà ở lực lượng vũ trang: chọn một trong ' || concat_ws('; ', CASE WHEN v_social_housing_purchase THEN '“Mua, thuê mua nhà ở xã hội”' END, CASE WHEN v_social_housing_rent THEN '“Thuê nhà ở xã hội”' END, CASE WHEN v_social_housing_tenant_purchase THEN '“Người đang thuê, thuê mua mua chính căn nhà ở xã hội đang ở”' END, CASE WHEN v_armed_forces_housing_purchase THEN '“Mua, thuê mua nhà ở cho lực lượng vũ trang nhân dân”' END, CASE WHEN v_armed_forces_housing_rent THEN '“Thuê nhà ở cho lực lượng vũ trang nhân dân”' END) || ' (theo điểm e khoản 1 Điều 79 Luật Nhà ở 27/2023/QH15; khoản 6 Điều 88 Luật Nhà ở 27/2023/QH15; khoản 7 Điều 88 Luật Nhà ở 27/2023/QH15).' END,
            CASE WHEN (v_social_housing_loan IS TRUE)::INT + (v_self_build_loan IS TRUE)::INT >= 2 THEN 'Mỗi hộ áp dụng một chính sách vay vốn ưu đãi về nhà ở: chọn một trong ' || concat_ws('; ', CASE WHEN v_social_housing_loan THEN '“Vay vốn ưu đãi mua, thuê mua nhà ở xã hội, nhà ở cho lực lượng vũ trang”' END, CASE WHEN v_self_build_loan THEN '“Vay vốn ưu đãi tự xây dựng, cải tạo, sửa chữa nhà ở”' END) || ' (theo Điều 46 Nghị định 100/2024/NĐ-CP).' END
    ) AS "Lựa chọn giữa các chương trình",
    replace(format('{:,}', CASE WHEN married THEN couple_income WHEN NOT married THEN net_income END), ',', '.') || ' đồng' AS "Thu nhập được tính",
    replace(format('{:,}', (coefficient * CASE WHEN married THEN 50000000 WHEN NOT married THEN CASE WHEN raising_minor_child THEN 35000000 WHEN NOT raising_minor_child THEN 25000000 END END)::BIGINT), ',', '.') || ' đồng' AS "Mức trần thu nhập áp dụng",
    replace(format('{:,}', CASE WHEN married THEN CASE WHEN spouse_forces THEN 2 * colonel_total_income WHEN NOT spouse_forces THEN colonel_total_income + 25000000 END WHEN NOT married THEN colonel_total_income END), ',', '.') || ' đồng' AS "Mức thu nhập tối đa đối với lực lượng vũ trang",
    CASE area_type WHEN 'urban' THEN '3.000.000 đồng' WHEN 'rural' THEN '2.250.000 đồng' END AS "Mức của hộ có mức sống trung bình của khu vực",
    CASE WHEN unanswered = 0 THEN lacking::VARCHAR END AS "Số chỉ số thiếu hụt",
    CASE WHEN married AND NOT spouse_in_armed_forces THEN '25.000.000 đồng' WHEN NOT (married AND NOT spouse_in_armed_forces) THEN '0 đồng' END AS "Mức cộng thêm",
    CASE WHEN married AND spouse_in_armed_forces THEN '2' WHEN NOT (married AND spouse_in_armed_forces) THEN '1' END AS "Số lần tổng thu nhập của sĩ quan cấp Đại tá",
    CASE area_type WHEN 'urban' THEN '2.000.000 đồng' WHEN 'rural' THEN '1.500.000 đồng' END AS "Chuẩn nghèo của khu vực"
FROM verdicts;
