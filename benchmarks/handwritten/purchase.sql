-- The purchase of social housing on 2026-11-01, as an analyst would write it. Source: population. NULL is unknown.
WITH groups AS (
    SELECT
        *,
        marital_status = 'married' AS married,
        poverty_certificate IN ('poor', 'near_poor') AS poor_or_near_poor,
        ';' || housing_law_groups || ';' AS stated,
        merit_recognised AND NOT merit_suspended
        AND (
            (merit_category <> 'none' AND merit_person_alive)
            OR martyr_relation IN ('parent', 'spouse', 'child', 'fosterer')
        ) AS merit_case,
        marital_status = 'married' AND spouse_named_on_certificate AS spouse_named,
        marital_status = 'married' AND spouse_in_armed_forces AS spouse_forces,
        net_income + spouse_net_income AS couple_income
    FROM population
),

members AS (
    SELECT
        *,
        coalesce(stated LIKE '%;merit;%', merit_case) AS g_merit,
        coalesce(stated LIKE '%;urban_poor;%', poor_or_near_poor AND area_type = 'urban') AS g_urban_poor,
        coalesce(
            stated LIKE '%;urban_low_income;%',
            employment IN ('household_business', 'retired', 'other') AND area_type = 'urban'
        ) AS g_low_income,
        coalesce(stated LIKE '%;worker;%', employment = 'worker') AS g_worker,
        coalesce(stated LIKE '%;armed_forces;%', employment = 'armed_forces')
        AND NOT benefited_armed_forces_housing AS g_forces_open,
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
        NOT (named_on_certificate AND home_on_certificate) AND NOT (spouse_named AND spouse_home_on_certificate)
        OR (owns_home AND owned_home_area < 15 * owned_home_residents) AS lacks_home,
        NOT bought_social_housing AND NOT (married AND spouse_bought_social_housing) AS never_bought,
        CASE WHEN province = 'bac_ninh' THEN TRUE WHEN province <> 'bac_ninh' THEN FALSE END
        AND owns_home
        AND home_to_work_distance >= CASE WHEN province = 'bac_ninh' THEN 20 END
        AND work_to_project_distance <= CASE WHEN province = 'bac_ninh' THEN 10 END AS far_from_work,
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
        net_income <= colonel_total_income AS forces_single_within
    FROM groups
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
        END AS forces_within_cap
    FROM members
),

verdicts AS (
    SELECT
        "case",
        as_of,
        (
            g_merit OR g_urban_poor OR g_low_income OR g_worker OR g_forces_open OR g_official OR g_returned
            OR g_land_recovered
        )
        AND NOT lives_in_official_housing
        AND (
            (lacks_home AND never_bought AND NOT received_housing_support)
            OR (far_from_work AND NOT bought_social_housing)
        )
        AND (
            g_merit OR g_returned OR g_land_recovered
            OR (g_urban_poor AND poor_or_near_poor)
            OR ((g_low_income OR g_worker OR g_official) AND within_cap)
            OR (g_forces_open AND forces_within_cap)
        )
        AND NOT registered_at_another_project
        AND NOT renting_social_housing
        AND project_funding IN ('developer', 'public') AS eligible
    FROM caps
)

SELECT
    "case",
    as_of,
    CASE eligible WHEN TRUE THEN 'eligible' WHEN FALSE THEN 'ineligible' ELSE 'undetermined' END AS status
FROM verdicts;
