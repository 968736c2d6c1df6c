@law:gb-eaw/mfpa-1984/s-31k
Feature: A decision can be appealed, and an appeal does not suspend it unless a court so orders
  An appeal suspends nothing unless the appeal court or the court below orders otherwise.
  A higher court may restore an order that was ended, or set aside one that was made; the
  time in between stays as it was.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |

  @law:gb-eaw/fpr-2010/r-30-8 @choice:INT-041
  Rule: Those concerned may appeal, and the order goes on meanwhile unless a court orders otherwise

    Example: The respondent appeals
      When Adam appealed on 10 March 2025 at 10:00 against the making of the order
      Then it is recorded that an appeal was lodged
      And the order is in force on 11 March 2025 at 10:00

    Example: Somebody with no part in the case cannot
      When Ruth appealed on 10 March 2025 at 10:00 against the making of the order
      Then that is refused, because who acts has no standing

    Example: What was not decided cannot be appealed
      When Adam appealed on 10 March 2025 at 10:00 against the extension of the order
      Then that is refused, because there is no such decision

  Rule: The court decides the appeal

    Background:
      Given Adam appealed on 10 March 2025 at 10:00 against the making of the order

    Example: Dismissed, the order stands
      When the court dismissed the appeal on 20 March 2025 at 10:00
      Then it is recorded that the appeal was decided
      And the order is in force on 21 March 2025 at 10:00

    Example: Allowed, the order falls
      When the court allowed the appeal on 20 March 2025 at 10:00 and set the order aside
      Then it is recorded that the order was set aside
      And no order is in force on 20 March 2025 at 10:00

    Example: The court officer cannot decide it
      When the court officer dismissed the appeal on 20 March 2025 at 10:00
      Then that is refused, because who acts is not competent

  Rule: An appeal against discharge may bring the order back

    @edge:EC44
    Example: Restored, with the end it had
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of a respondent
      And Sara appealed on 11 March 2025 at 10:00 against the discharge of the order
      When the court allowed the appeal on 20 March 2025 at 10:00 and restored the order
      Then it is recorded that the order is in force again
      And the order ends on 3 September 2025 at 14:00
      And no order is in force on 15 March 2025 at 10:00

    Example: What is in force cannot be restored
      Given Adam appealed on 10 March 2025 at 10:00 against the making of the order
      When the court allowed the appeal on 20 March 2025 at 10:00 and restored the order
      Then that is refused, because there is no ended order to restore

  Rule: An order that was set aside is not set aside again

    Example: It is on record already
      Given the court set the order aside on 10 March 2025 at 10:00
      When the court set the order aside on 11 March 2025 at 10:00
      Then that is refused, because it is on record already
