# language: en
Feature: Renting social housing, in English

  Background:
    Given the record:
      | Province | Bắc Ninh |
      | Groups of Article 76 of the Housing Law | Workers of enterprises and cooperatives (clause 6) |

  Scenario: A worker who does not rent yet
    Given "Now renting social or armed-forces housing" is no
    And the as-of date is 2026-05-01
    When "Rent social housing" is judged
    Then the result is "eligible"
    And the condition "Renting no other social housing" is met
    And the decision is not provisional

  Scenario: Whether one rents already must be known
    Given the as-of date is 2026-05-01
    When "Rent social housing" is judged
    Then the result is "undetermined"
    And the fact "Now renting social or armed-forces housing" is missing
    And the condition "Renting no other social housing" is undetermined

  Scenario: Told as one would say it
    Given the applicant is a worker in an industrial zone, is married and is renting social housing
    And the as-of date is 2026-05-01
    When "Rent social housing" is judged
    Then the result is "not eligible"
    And the condition "Renting no other social housing" is not met
