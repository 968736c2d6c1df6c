@law:gb-eaw/fla-1996/s-63b @law:gb-eaw/fla-1996/s-63ca
Feature: A term may govern conduct abroad; whether the offence follows it there is for a person to judge
  The statute lets an order reach outside England and Wales. It does not say whether
  the offence reaches as far. Nothing is opened or refused on that ground by itself.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must                                 | limit       |
      | Adam | not have Sara take part in a wedding | also abroad |
      | Adam | not contact Sara                     |             |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  @choice:INT-009
  Rule: Conduct abroad against a term that reaches abroad is put before a person

    @edge:EC08
    Example: A wedding held abroad
      When Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because it is unsettled whether the offence reaches abroad
      And the civil route is open

    @edge:EC08
    Example: Nobody refers it unweighed
      Given Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because a person must weigh it first

    @edge:EC08
    Example: Weighed, it may be referred
      Given Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00, having weighed that it is unsettled whether the offence reaches abroad
      Then it is recorded that the incident was referred to the prosecutor

  Rule: A term that does not reach abroad is not broken there

    Example: A call from abroad against a term for home
      When Adam contacted Sara abroad on 5 March 2025 at 10:00
      Then the criminal route is closed, because that term does not reach abroad
      And the civil route is closed, because that term does not reach abroad

    Example: The same call at home
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is open
