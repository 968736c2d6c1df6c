@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63f
Feature: Only conduct while an order is in force is breach
  What counts is the moment of the conduct. What becomes of the order later takes
  nothing away from a breach of it, and adds nothing to conduct that came too late.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |
    And Adam was in court on 3 March 2025 at 14:00 when the order was made

  @choice:INT-018
  Rule: An order is in force from the moment it is made up to the moment it ends

    @boundary
    Example: One minute before it is made
      When Adam contacted Sara on 3 March 2025 at 13:59
      Then the criminal route is closed, because no order was in force then

    @boundary @edge:EC38 @law:gb-eaw/case/dpp-v-stephenson-2025-ewhc-950
    Example: The moment it is spoken, though sealed a day later
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When Adam contacted Sara on 3 March 2025 at 14:00
      Then the criminal route is open

    @boundary
    Example: One minute before it ends
      When Adam contacted Sara on 3 September 2025 at 13:59
      Then the criminal route is open

    @boundary
    Example: The moment it ends
      When Adam contacted Sara on 3 September 2025 at 14:00
      Then the criminal route is closed, because no order was in force then
      And the civil route is closed, because no order was in force then

  @law:gb-eaw/fla-1996/s-63g
  Rule: The end of an order takes nothing away from an earlier breach

    @edge:EC09
    Example: Conduct before the end is referred after it
      Given Adam contacted Sara on 2 September 2025 at 10:00
      And the end of the order was noted on 3 September 2025 at 14:00
      When the police referred the incident to the prosecutor on 10 September 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor
      And the order stands as lapsed

    @edge:EC15
    Example: An order discharged at her request leaves the breach as it was
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      Then it is recorded that the order was discharged
      And the criminal route is open

  @law:gb-eaw/mfpa-1984/s-31k
  Rule: An order that an appeal restores was not in force in between

    Background:
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of a respondent
      And Sara appealed on 11 March 2025 at 10:00 against the discharge of the order
      And the court allowed the appeal on 20 March 2025 at 10:00 and restored the order

    @edge:EC44 @boundary
    Example: The last minute of the gap
      When Adam contacted Sara on 20 March 2025 at 09:59
      Then the criminal route is closed, because no order was in force then

    @edge:EC44 @boundary
    Example: The moment it is restored
      When Adam contacted Sara on 20 March 2025 at 10:00
      Then the criminal route is open
