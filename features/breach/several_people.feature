@law:gb-eaw/fla-1996/s-63b @law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fpr-2010/r-11-4
Feature: One order binds many people, and each answers for themselves
  Pressure often comes from a group. An order may be made against everyone who forces,
  tries to or helps, and against others who are or may become involved. Whether someone
  knew of it is asked of each of them apart.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam, Hanna, Jonas and the driver of the grey van to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who                                                | must                            |
      | Adam, Hanna, Jonas and the driver of the grey van | not arrange a marriage for Sara |
      | Adam                                               | not contact Sara                |
      | others involved                                    | not have Sara take part in a wedding |

  Rule: Awareness is asked of each respondent apart

    @edge:EC04
    Scenario Outline: Three respondents, told on three days: <person>
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And the process server served the order on Hanna in person on 6 March 2025 at 10:00
      And the process server served the order on Jonas in person on 8 March 2025 at 10:00
      When <person> arranged a marriage for Sara on 7 March 2025 at 10:00
      Then the criminal route <answer>

      Examples:
        | person | answer                                                          |
        | Adam   | is open                                                         |
        | Hanna  | is open                                                         |
        | Jonas  | is closed, because nothing shows that this person knew of the order |

    @edge:EC30
    Example: A respondent of sixteen is bound like anybody else
      Given the process server served the order on Jonas in person on 8 March 2025 at 10:00
      When her cousin Jonas arranged a marriage for Sara on 9 March 2025 at 10:00
      Then the criminal route is open

  Rule: A term binds those to whom it is addressed

    Example: The mother is not bound by the term that names the father alone
      Given the process server served the order on Hanna in person on 4 March 2025 at 10:00
      When Hanna contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is closed, because that term does not bind this person
      And the civil route is closed, because that term does not bind this person

  @law:gb-eaw/pd-11a/para-2
  Rule: A term may bind others involved, and breach asks that they know of the order

    @edge:EC05
    Example: An uncle who is not named, and was told
      Given the police told Elias by telephone on 4 March 2025 at 10:00 what the order says
      When her uncle Elias held a wedding for Sara on 5 March 2025 at 10:00
      Then the criminal route is open

    @edge:EC05
    Example: An uncle who is not named, and was not told
      When her uncle Elias held a wedding for Sara on 5 March 2025 at 10:00
      Then the criminal route is closed, because nothing shows that this person knew of the order

  @choice:INT-036
  Rule: Somebody known by description only is on record as told once it is known who it is

    @edge:EC42
    Example: Nobody can be told before being identified
      When the police told the driver of the grey van by telephone on 4 March 2025 at 10:00 what the order says
      Then that is refused, because nobody is bound before being identified

    @edge:EC42
    Example: Identified and told, the driver answers like a respondent who was named
      Given the police identified the driver of the grey van as Elias on 4 March 2025 at 09:00
      And the police told Elias by telephone on 4 March 2025 at 10:00 what the order says
      When Elias arranged a marriage for Sara on 5 March 2025 at 10:00
      Then the criminal route is open
