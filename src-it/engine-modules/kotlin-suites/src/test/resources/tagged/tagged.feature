Feature: Tagged

  @slow
  Scenario: Slow
    Given 1 cucumbers

  Scenario: Fast
    Given 2 cucumbers
