@law:gb-eaw/fla-1996/s-63d @choice:INT-008
Feature: An order of a court binds until a court sets it aside
  An order made without notice is heard again. If it is then set aside, what was done
  in between was done against an order in force. What to make of that is for a person
  to judge: the incident stays on record, and nobody prosecutes it unweighed.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: Breach before the order was set aside is kept and put before a person

    @edge:EC12
    Example: The incident stays, and is flagged
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      Then it is recorded that the order was set aside
      And a person must judge the criminal route, because the order was later set aside
      And as known on 9 March 2025 at 10:00, the criminal route was open

    @edge:EC12
    Example: Nobody refers it unweighed
      Given Adam contacted Sara on 5 March 2025 at 10:00
      And the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      When the police referred the incident to the prosecutor on 11 March 2025 at 10:00
      Then that is refused, because a person must weigh it first

  Rule: Conduct after the order was set aside is no breach

    @edge:EC12 @boundary
    Example: One minute before it is set aside
      Given the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      When Adam contacted Sara on 10 March 2025 at 09:59
      Then a person must judge the criminal route, because the order was later set aside

    @edge:EC12 @boundary
    Example: The moment it is set aside
      Given the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      When Adam contacted Sara on 10 March 2025 at 10:00
      Then the criminal route is closed, because no order was in force then

  @law:gb-eaw/mfpa-1984/s-31k
  Rule: An order set aside on appeal is no different

    Example: Breach before the appeal was allowed is kept and put before a person
      Given Adam contacted Sara on 5 March 2025 at 10:00
      And Adam appealed on 6 March 2025 at 10:00 against the making of the order
      When the court allowed the appeal on 20 March 2025 at 10:00 and set the order aside
      Then it is recorded that the incident was assessed again
      And a person must judge the criminal route, because the order was later set aside
