@law:gb-eaw/fla-1996/s-63f @law:gb-eaw/fla-1996/s-63g
Feature: An order ends by itself, and only a court lets it go on
  The law works without us: an order whose time has run out is over, recorded or not.
  Before that the court may extend it.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |
    And Adam was in court on 3 March 2025 at 14:00 when the order was made

  @choice:INT-018
  Rule: When its time has run out an order has lapsed, recorded or not

    @boundary
    Example: The legal position does not wait for the record
      When Adam contacted Sara on 2 September 2025 at 10:00
      Then on 3 September 2025 at 13:59 the order stands as breached
      And on 3 September 2025 at 14:00 the order stands as lapsed

    @boundary
    Example: The end is noted when it has come
      When the end of the order was noted on 3 September 2025 at 14:00
      Then it is recorded that the order reached its end
      And there is no order any more, because its time had run out

    @boundary
    Example: Not one minute earlier
      When the end of the order was noted on 3 September 2025 at 13:59
      Then that is refused, because the end has not come

  Rule: The court extends an order before its end

    @boundary
    Example: One minute before the end
      When the court extended the order on 3 September 2025 at 13:59, until 3 March 2026 at 14:00
      Then it is recorded that the order was extended
      And the order ends on 3 March 2026 at 14:00

    @boundary
    Example: At the end there is nothing left to extend
      When the court extended the order on 3 September 2025 at 14:00, until 3 March 2026 at 14:00
      Then that is refused, because no order was in force then

    Example: An extension ends later than the order did
      When the court extended the order on 1 September 2025 at 10:00, until 3 September 2025 at 14:00
      Then that is refused, because an extension must end later

  Rule: When nobody is left to protect the order has no purpose

    @edge:EC45
    Example: The order ends, and what was done before goes on
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When Sara died on 10 March 2025 at 10:00
      Then it is recorded that a protected person died
      And there is no order any more, because nobody is left to protect
      And the criminal route is open

    Example: Only a protected person's death ends it
      When Adam died on 10 March 2025 at 10:00
      Then that is refused, because this person has no such place in the case
