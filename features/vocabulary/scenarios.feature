@draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Feature: Vocabulary of the scenarios for the hybrid order
  One example for every sentence about open questions and about what a scenario assumes.
  Nobody's law.

  Example: A scenario in which one question stays open
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Who may apply for it?" is open
    When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    Then that is refused, because the question "Who may apply for it?" is open

  Example: The support asked for, and a return hearing with a latest date
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force
    And Sara asked, without notice, on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
    When the court made the order without notice on 3 March 2025 at 12:00, for 1 year
      | who  | must             |
      | Adam | not contact Sara |
    Then the return hearing must be held by 17 March 2025 at 12:00

  Example: Made of its own motion
    Given the law on the Dutch hybrid order in its administrative scenario applies as if it were in force
    When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
      | who  | must             |
      | Adam | not contact Sara |
    Then it is recorded that the order was made
