@law:gb-eaw/fla-1996/s-63g
Feature: Another order may take the place of this one, or stand against it
  A court may replace an order by another. Where another order, such as one on contact
  with a child, says the opposite of a term, the conflict is flagged for a court.

  Background:
    Given the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara and Nora from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |

  Rule: Another order may take its place, or stand against it

    Example: Replaced by the court
      When the court replaced the order by another on 10 March 2025 at 10:00
      Then it is recorded that another order took its place
      And there is no order any more, because another order took its place

    Example: Not replaced by the local authority
      When the local authority replaced the order by another on 10 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    @edge:EC28
    Example: A conflict is flagged
      When the court flagged on 10 March 2025 at 10:00 that another order conflicts with the term "not contact Sara"
      Then it is recorded that another order conflicts

    @edge:EC28
    Example: Only terms of this order can conflict
      When the court flagged on 10 March 2025 at 10:00 that another order conflicts with the term "not enter the home"
      Then that is refused, because the order did not contain that term then
