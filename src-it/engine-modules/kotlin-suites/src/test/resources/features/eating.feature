Feature: Eating

  Scenario: Some are left
    Given 3 cucumbers
    When I eat 1
    Then 2 are left

  Scenario Outline: Many
    Given <start> cucumbers
    When I eat <eaten>
    Then <left> are left

    Examples:
      | start | eaten | left |
      | 12    | 5     | 7    |
      | 20    | 5     | 16   |
