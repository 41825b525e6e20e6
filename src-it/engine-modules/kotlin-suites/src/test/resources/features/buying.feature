Feature: Buying

  Scenario: A step is missing
    Given 3 cucumbers
    When I buy 1
    Then 4 are left
