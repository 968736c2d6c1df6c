@law:gb-eaw/fla-1996/s-63ca
Feature: A breach stands beside other offences, other orders and other wishes
  The same conduct may be more than one offence, and may break more than one order.
  Two orders may contradict each other, and the person protected may want neither.
  Nothing of this is decided in silence.

  Background:
    Given Sara is an adult
    And the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must                                 |
      | Adam | not contact Sara                     |
      | Adam | not have Sara take part in a wedding |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: Conduct that is another offence too remains a breach of its own

    @edge:EC21
    Example: A wedding that may be the offence of forced marriage
      When Adam held a wedding for Sara on 5 March 2025 at 10:00, which may also be the offence of forced marriage
      Then it is recorded that the incident may also be the offence of forced marriage
      And the criminal route is open

  @choice:INT-044
  Rule: Conduct against two orders is a breach of each; a person looks at what became of it under the other

    @edge:EC29
    Example: A person looks at what became of it under the other order
      When Adam held a wedding for Sara on 5 March 2025 at 10:00, which another order of hers forbids too
      Then it is recorded that the incident was reported
      And a person must judge the criminal route, because the same conduct is on record under another order
      And a person must judge the civil route, because the same conduct is on record under another order

    @edge:EC29
    Example: When nothing was punished there, it is referred here
      Given Adam held a wedding for Sara on 5 March 2025 at 10:00, which another order of hers forbids too
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00, having weighed that the same conduct is on record under another order
      Then it is recorded that the incident was referred to the prosecutor

  @choice:INT-044
  Rule: Where two orders contradict each other a court must say which prevails

    @edge:EC28
    Example: Contact that another order allows goes to a person
      Given the court flagged on 4 March 2025 at 12:00 that another order conflicts with the term "not contact Sara"
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because another order conflicts with that term

    @edge:EC28
    Example: The other terms are left as they are
      Given the court flagged on 4 March 2025 at 12:00 that another order conflicts with the term "not contact Sara"
      When Adam held a wedding for Sara on 5 March 2025 at 10:00
      Then the criminal route is open

  @law:gb-eaw/case/re-k-2020-ewca-civ-190
  Rule: The order protects an adult who does not want it

    @edge:EC16
    Example: Her opposition is recorded and changes nothing about the breach
      Given the court noted on 4 March 2025 at 12:00 that Sara opposes the order
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is open
