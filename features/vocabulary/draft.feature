@draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Feature: Vocabulary of what nobody has decided
  One example for every sentence about open questions and first steps.

  Example: An open question is named
    Given the law on the Dutch hybrid order applies as if it were in force
    When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    Then that is refused, because the question "Against which harms, and whom, may the measure protect?" is open

  Example: Permission is needed first
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force
    When Ruth asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    Then the applicant needs permission first

  Example: An order without an end
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force
    And Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the shelter arranged legal advice for Sara on 3 March 2025 at 10:00
    And the shelter arranged an advice centre for Sara on 3 March 2025 at 10:00
    When the court made the order on notice on 4 March 2025 at 10:00, until further order
      | who  | must             |
      | Adam | not contact Sara |
    Then the order has no end date
