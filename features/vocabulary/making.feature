@law:gb-eaw/fla-1996/s-63a @law:gb-eaw/fla-1996/s-63g
Feature: Vocabulary of the order
  One example for every sentence about making an order and changing it. The terms
  stand in a table: whom each binds, what it says and, where there is one, a limit:
  an end or a review of its own, a reach abroad, a power of arrest.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until 3 March 2026 at 14:00
      | who             | must                            | limit                                     |
      | Adam and Hanna  | not arrange a marriage for Sara | also abroad                               |
      | Adam            | hand in Sara's passport         | review on 3 September 2025 at 10:00       |
      | others involved | not take Sara abroad            | until 3 June 2025 at 14:00, also abroad |

  Rule: An order made is sealed, heard again, varied and extended

    Example: The order is sealed
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then it is recorded that the order was sealed
      And the police must be told by the end of 5 March 2025

    Example: The return hearing confirms it
      When the court held the return hearing on 10 March 2025 at 10:00 and confirmed the order
      Then it is recorded that the order was confirmed

    Example: The return hearing sets it aside
      When the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      Then there is no order any more, because it was set aside

    Example: The return hearing varies it
      When the court held the return hearing on 10 March 2025 at 10:00 and varied the order
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was varied

    Example: The order is varied
      When the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was varied

    Example: A change is refused
      When the court refused to discharge the order on 10 March 2025 at 10:00, at the request of a respondent
      Then it is recorded that a change was refused

    Example: The order is extended
      When the court extended the order on 2 March 2026 at 10:00, until 3 March 2026 at 14:00
      Then that is refused, because an extension must end later

  Rule: What the order is can be looked at

    Example: When it ends
      When the court extended the order on 2 March 2026 at 10:00, until 3 March 2027 at 14:00
      Then the order ends on 3 March 2027 at 14:00
      And the order is in force on 3 March 2027 at 13:59
      And no order is in force on 3 March 2027 at 14:00

    Example: Another order may conflict
      When the court flagged on 10 March 2025 at 10:00 that another order conflicts with the term "hand in Sara's passport"
      Then it is recorded that another order conflicts
      And the order protects Sara
