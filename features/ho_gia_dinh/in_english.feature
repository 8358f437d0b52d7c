# language: en
Feature: A household told in English

  Scenario: The household as a table, and phrases on its members
    Given the household:
      | Relation  | Date of birth | Category of merit |
      | Applicant | 1990          |                   |
      | Father    | 1952-05-03    | war_invalid       |
    And the father has a disability rate of 45 %
    And the wife earns 12 triệu, the applicant's wife has never bought social housing
    And nobody else belongs to the household
    And the applicant is a worker in an industrial zone
    And the as-of date is 2026-05-01
    When "social_housing_purchase" is judged
    Then the result is "undetermined"
    And the fact "The certificate records a house" of the wife is missing
