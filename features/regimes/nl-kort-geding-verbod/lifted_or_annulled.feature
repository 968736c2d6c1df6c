@regime:nl-kort-geding-verbod @law:nl/rv/art-254 @choice:INT-037
Feature: A civil ban is lifted from now on, or annulled from the beginning
  Whoever wants the ban lifted claims that in new proceedings. Whoever holds that it
  should never have been made appeals. It makes a difference to the penalty payments
  that are due already. An appeal suspends enforcement, unless the judgment was declared
  provisionally enforceable; we assume that every judgment was, and do not show the
  other case. The Dutch text prevails.

  Background:
    Given the law on Dutch civil bans in summary proceedings applies
    And Sara is an adult
    And Sara asked, through a lawyer, on 12 February 2024 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 26 February 2024 at 14:00, for 1 year
      | who  | must             |
      | Adam | not contact Sara |

  Rule: To lift the ban works from that moment

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00
      And the court discharged the order on 3 June 2024 at 10:00, at the request of a respondent

    @boundary
    Example: The last minute of the ban
      When Adam contacted Sara on 3 June 2024 at 09:59
      Then the civil route is open

    @boundary
    Example: The minute in which it is lifted
      When Adam contacted Sara on 3 June 2024 at 10:00
      Then the civil route is closed, because no order was in force then

  @law:nl/rv/art-350 @choice:INT-050
  Rule: An appeal does not suspend a judgment that was declared provisionally enforceable

    @edge:EC12
    Example: While the appeal is pending the penalty payment falls due
      Given the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00
      And Adam appealed on 4 March 2024 at 10:00 against the making of the order
      When Adam contacted Sara on 5 March 2024 at 10:00
      Then the civil route is open

  @law:nl/rv/art-332 @choice:INT-026
  Rule: Annulment on appeal works back, and the penalty payment falls away

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00
      And Adam contacted Sara on 2 March 2024 at 10:00
      And Adam appealed on 4 March 2024 at 10:00 against the making of the order

    @edge:EC12
    Example: After annulment nothing is left to claim
      Given the court allowed the appeal on 29 May 2024 at 10:00 and set the order aside
      When Sara claimed the penalty payment for the incident on 30 May 2024 at 10:00
      Then that is refused, because the order was set aside from its beginning

    @edge:EC12
    Example: If the appeal is dismissed the penalty payment stays due
      Given the court dismissed the appeal on 29 May 2024 at 10:00
      When Sara claimed the penalty payment for the incident on 30 May 2024 at 10:00
      Then it is recorded that the penalty payment was claimed
