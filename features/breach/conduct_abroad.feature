@law:gb-eaw/fla-1996/s-63b @law:gb-eaw/fla-1996/s-63ca
Feature: A term may govern conduct abroad; whether the offence follows it there is for a person to judge
  The statute lets an order reach outside England and Wales. It does not say whether the
  offence reaches as far, nor what becomes of a term that is silent on place. Nothing is
  opened or refused on that ground by itself.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must                                 | limit                |
      | Adam | not have Sara take part in a wedding | also abroad          |
      | Adam | not contact Sara                     |                      |
      | Adam | not threaten Sara                    | only in this country |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  @choice:INT-009
  Rule: Conduct abroad against a term that reaches abroad is put before a person

    @edge:EC08
    Example: A wedding held abroad
      When Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because it is unsettled whether the term or the offence reaches abroad
      And the civil route is open

    @edge:EC08
    Example: Nobody refers it unweighed
      Given Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because a person must weigh it first

    @edge:EC08
    Example: Weighed, it may be referred
      Given Adam held a wedding for Sara abroad on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00, having weighed that it is unsettled whether the term or the offence reaches abroad
      Then it is recorded that the incident was referred to the prosecutor

  @choice:INT-040
  Rule: Whether a term that is silent on place governs conduct abroad is for a person to judge

    Example: A call from abroad
      When Adam contacted Sara abroad on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because it is unsettled whether the term or the offence reaches abroad
      And a person must judge the civil route, because it is unsettled whether the term or the offence reaches abroad

    Example: The same call at home
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is open

  Rule: A term that the order confines to the country is not broken abroad

    Example: A threat from abroad
      When Adam threatened Sara abroad on 5 March 2025 at 10:00
      Then the criminal route is closed, because that term is confined to the country
      And the civil route is closed, because that term is confined to the country

    Example: The same threat at home
      When Adam threatened Sara on 5 March 2025 at 10:00
      Then the criminal route is open
