@law:gb-eaw/fpr-2010/r-11-4 @choice:INT-021
Feature: What was recorded wrongly is corrected by a new fact, and nothing is erased
  A certificate may name the wrong person, two files may mean one human being. The
  court says what did not take place. What was built on it is looked at again, and the
  record keeps both.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Elias to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who            | must             |
      | Adam and Elias | not contact Sara |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: A service that went to somebody else counts for nothing

    @edge:EC40
    Example: The incident built on it is assessed again
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the court found on 20 March 2025 at 10:00 that the service on Adam went to somebody else
      Then it is recorded that a service or notice does not count
      And it is recorded that the incident was assessed again
      And the criminal route is closed, because nothing shows that this person knew of the order

    @edge:EC40
    Example: What was thought before stays on record
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the court found on 20 March 2025 at 10:00 that the service on Adam went to somebody else
      Then Adam is not on record as told on 20 March 2025 at 10:00
      And as known on 19 March 2025 at 10:00, the criminal route was open
      And it stays on record what the incident was first taken to be

    @edge:EC40
    Example: Only the court says so
      When the process server found on 20 March 2025 at 10:00 that the service on Adam went to somebody else
      Then that is refused, because who acts is not competent

    @edge:EC40
    Example: What was never recorded cannot be found false
      When the court found on 20 March 2025 at 10:00 that the service on Adam went to somebody else
      And the court found on 21 March 2025 at 10:00 that the service on Adam went to somebody else
      Then that is refused, because no such service is on record

  Rule: What one human being was told under one name counts under the other, until shown to be two

    @edge:EC43
    Example: Told under one name, reported under the other
      Given the police told Elias by telephone on 4 March 2025 at 10:00 what the order says
      And Eli contacted Sara on 5 March 2025 at 10:00
      When the police found on 10 March 2025 at 10:00 that Elias and Eli are one person
      Then it is recorded that the incident was assessed again
      And as known on 9 March 2025 at 10:00, the criminal route was closed, because that term does not bind this person
      And the criminal route is open

    @edge:EC43
    Example: The link can be undone
      Given the police told Elias by telephone on 4 March 2025 at 10:00 what the order says
      And Eli contacted Sara on 5 March 2025 at 10:00
      And the police found on 10 March 2025 at 10:00 that Elias and Eli are one person
      When the police found on 12 March 2025 at 10:00 that Elias and Eli are two persons after all
      Then the criminal route is closed, because that term does not bind this person

    @edge:EC43
    Example: There must be a link to undo
      When the police found on 12 March 2025 at 10:00 that Elias and Eli are two persons after all
      Then that is refused, because these persons are not linked

    @edge:EC43
    Example: A respondent does not decide who is who
      When Adam found on 10 March 2025 at 10:00 that Elias and Eli are one person
      Then that is refused, because who acts is not competent

  Rule: An entry is marked as wrong and stays

    Example: A clerical error is marked by the court officer
      When the court officer corrected the record on 5 March 2025 at 10:00, marking entry 2 as wrong
      Then it is recorded that an entry was marked as wrong

    Example: There is nothing to mark where there is no entry
      When the court officer corrected the record on 5 March 2025 at 10:00, marking entry 99 as wrong
      Then that is refused, because there is no such entry

    Example: An incident is assessed again when somebody asks
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the police assessed the incident again on 6 March 2025 at 10:00
      Then it is recorded that the incident was assessed again

    Example: An incident that was never reported cannot be
      When the police assessed the incident again on 6 March 2025 at 10:00
      Then that is refused, because no such incident is on record
