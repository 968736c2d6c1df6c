@law:gb-eaw/fpr-2010/r-11-7 @law:gb-eaw/pd-11a/para-2
Feature: Vocabulary of service
  One example for every sentence about how people come to know of an order, about
  who they are, and about telling the police.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam, Hanna and the driver of the grey van to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who                                      | must                            |
      | Adam, Hanna and the driver of the grey van | not arrange a marriage for Sara |

  Rule: A person is on record as told by service, by being there, or otherwise

    Example: Served
      When the process server served the order on Adam in person on 4 March 2025 at 10:00
      Then it is recorded that the order was served
      And Adam is on record as told on 4 March 2025 at 10:00
      And Hanna is not on record as told on 4 March 2025 at 10:00

    Example: Served with a version that is named
      When the process server served version 1 of the order on Adam in person on 4 March 2025 at 10:00
      Then the order stands as served

    Example: An attempt that failed, and what the court may allow
      Given the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      And the court allowed substituted service on Adam on 5 March 2025 at 10:00
      When the process server served the order on Adam by substituted service on 6 March 2025 at 10:00
      Then it is recorded that the order was served

    Example: Service dispensed with
      When the court dispensed with service on Adam on 4 March 2025 at 10:00
      Then it is recorded that service was dispensed with

    Example: Told what it says
      When the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      Then it is recorded that a person was told of the order

    Example: Told only that there is one
      When the police told Adam by telephone on 4 March 2025 at 10:00 only that there is an order
      Then it is recorded that a person was told of the order

    Example: Present when it was made
      When Adam was in court on 3 March 2025 at 14:00 when the order was made
      Then Adam is on record as told on 3 March 2025 at 14:00

    Example: Service that went wrong
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      When the court found on 5 March 2025 at 10:00 that the service on Adam went to somebody else
      Then it is recorded that a service or notice does not count

  Rule: People can be identified, and told apart

    Example: Identified
      When the police identified the driver of the grey van as Elias on 4 March 2025 at 10:00
      Then it is recorded that a person was identified

    Example: One person with two names
      Given the police found on 4 March 2025 at 10:00 that Adam and Eli are one person
      When the police found on 5 March 2025 at 10:00 that Adam and Eli are two persons after all
      Then it is recorded that two names mean two persons

  Rule: The police are told

    Example: Told of the order
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When the court officer told the police on 5 March 2025 at 10:00 that the order was made
      Then the notice to the police was in time

    Example: Told too late
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When the court officer told the police on 6 March 2025 at 00:00 that the order was made
      Then the notice to the police was late

    Example: Told who was served
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      When Sara told the police on 5 March 2025 at 10:00 that Adam was served
      Then it is recorded that the police were told

    Example: It is noted that they were not told in time
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When it was noted on 6 March 2025 at 00:00 that the police should have been told by 6 March 2025 at 00:00
      Then it is recorded that a term was found exceeded
