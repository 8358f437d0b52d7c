-- The purchase of social housing on 2026-11-01, as an analyst would write it. Source: population. NULL is unknown.
WITH facts AS (
    SELECT
        *,
        marital_status = 'married' AS married,
        poverty_certificate IN ('poor', 'near_poor') AS poor_or_near_poor,
        ';' || housing_law_groups || ';' AS stated,
        -- the facts that others give where they are not known themselves
        CASE WHEN merit_category = 'none' AND martyr_relation = 'none' THEN FALSE END AS no_merit,
        coalesce(benefited_armed_forces_housing, CASE WHEN bought_armed_forces_housing THEN TRUE END) AS had_forces_housing,
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
        marital_status = 'married' AND spouse_in_armed_forces AS spouse_forces,
        net_income + spouse_net_income AS couple_income,
        -- what the province has decided: NULL where that was not looked up
        CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN FALSE END AS rural_poor_may_buy,
        CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN TRUE END AS far_rule,
        home_to_work_distance >= CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN 20 END AS far,
        work_to_project_distance <= CASE WHEN province IN ('bac_giang', 'bac_ninh') THEN 10 END AS near_project,
        CASE WHEN province IN ('hai_phong', 'hai_duong') THEN 1.16 WHEN province IS NOT NULL THEN 1.00 END AS coefficient
    FROM population
),

members AS (
    SELECT
        *,
        coalesce(
            stated LIKE '%;merit;%',
            coalesce(merit_recognised, no_merit)
            AND (
                (merit_category <> 'none' AND merit_person_alive AND NOT merit_suspended)
                OR (
                    martyr_relation IN ('parent', 'spouse', 'child', 'fosterer')
                    AND (
                        NOT merit_suspended
                        OR (
                            merit_category <> 'none'
                            AND NOT (
                                merit_category <> 'none'
                                AND martyr_relation IN ('parent', 'spouse', 'child', 'fosterer')
                                AND relative_suspended
                            )
                        )
                    )
                )
            )
            AND coalesce(applicant_has_merit, no_merit)
        ) AS g_merit,
        coalesce(stated LIKE '%;urban_poor;%', poor_or_near_poor AND area_type = 'urban') AS g_urban_poor,
        coalesce(
            stated LIKE '%;rural_poor;%' OR stated LIKE '%;rural_poor_disaster;%',
            poor_or_near_poor AND area_type = 'rural'
        )
        AND rural_poor_may_buy AS g_rural_poor_buyer,
        coalesce(
            stated LIKE '%;urban_low_income;%',
            employment IN ('household_business', 'retired', 'other') AND area_type = 'urban'
        ) AS g_low_income,
        coalesce(stated LIKE '%;worker;%', employment = 'worker') AS g_worker,
        coalesce(stated LIKE '%;armed_forces;%', employment = 'armed_forces') AND NOT had_forces_housing AS g_forces_open,
        coalesce(stated LIKE '%;official;%', employment = 'official') AS g_official,
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
        coalesce(stated LIKE '%;two_children;%', natural_children >= 2) AS g_two_children,
        (NOT own_home AND NOT spouse_home) OR (owns AND owned_home_area < 15 * owned_home_residents) AS lacks_home,
        NOT bought AND NOT (married AND spouse_bought_social_housing) AND NOT bought_forces AS never_bought,
        ((far_rule AND owns AND far AND near_project) OR (NOT own_home AND NOT spouse_home AND far))
        AND NOT bought AND NOT bought_forces AS far_from_work,
        net_income <= 50000000 * coefficient
        AND spouse_net_income <= 50000000 * coefficient
        AND couple_income <= 50000000 * coefficient AS couple_within,
        net_income <= 35000000 * coefficient AS parent_within,
        net_income <= 25000000 * coefficient AS childless_within,
        CASE
            WHEN spouse_forces THEN 2 * colonel_total_income
            WHEN NOT spouse_forces THEN colonel_total_income + 25000000
            WHEN colonel_total_income = 25000000 THEN 50000000
        END AS forces_couple_cap,
        couple_income <= 2 * colonel_total_income AS forces_both_within,
        couple_income <= colonel_total_income + 25000000 AS forces_mixed_within,
        net_income <= colonel_total_income AS forces_single_within
    FROM facts
),

choices AS (
    SELECT
        *,
        CASE
            WHEN raising_minor_child THEN parent_within
            WHEN NOT raising_minor_child THEN childless_within
            WHEN parent_within = childless_within THEN parent_within
        END AS single_within,
        CASE
            WHEN spouse_forces THEN forces_both_within
            WHEN NOT spouse_forces THEN forces_mixed_within
            WHEN forces_both_within = forces_mixed_within THEN forces_both_within
        END AS forces_couple_within,
        highest_monthly_income <= CASE
            WHEN married THEN forces_couple_cap
            WHEN NOT married THEN colonel_total_income
        END AS forces_every_month
    FROM members
),

caps AS (
    SELECT
        *,
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
        AND forces_every_month AS forces_within_cap
    FROM choices
),

verdicts AS (
    SELECT
        "case",
        as_of,
        (
            g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces_open OR g_official OR g_returned
            OR g_land_recovered OR g_two_children OR g_rural_poor_buyer
        )
        AND NOT lives_in_official_housing
        AND ((lacks_home AND never_bought AND NOT supported) OR far_from_work)
        AND (
            g_merit OR g_returned OR g_land_recovered OR g_two_children
            OR (g_urban_poor AND poor_or_near_poor)
            OR ((g_low_income OR g_worker OR g_official) AND within_cap)
            OR (g_forces_open AND forces_within_cap)
            OR (g_rural_poor_buyer AND poor_or_near_poor AND NOT received_gift_house)
        )
        AND NOT registered_at_another_project
        AND (NOT renting_social_housing OR buys_unit_lived_in)
        AND coalesce(vietnamese_citizen, TRUE)
        AND project_funding IN ('developer', 'public') AS eligible
    FROM caps
)

SELECT
    "case",
    as_of,
    CASE eligible WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS status
FROM verdicts;
