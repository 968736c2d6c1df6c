@law:gb-eaw/fla-1996/s-63d @law:gb-eaw/fpr-2010/r-29-1
Feature: Vocabulary of secrecy
  One example for every sentence about who may see what: the check of a copy, the
  restriction of an order, and what can be seen by whom.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who            | must             |
      | Adam and Hanna | not contact Sara |

  Rule: A copy is checked for what is withheld

    Example: The copy of the order
      Given Sara asked on 3 March 2025 at 15:00 that the contact details of Sara be withheld
      When the court officer checked the copy of the order for Adam on 3 March 2025 at 16:00 and took out what is withheld
      Then it is recorded that a copy was checked
      And the copy for Adam says that it must not contact Sara
      And the copy for Adam does not name Hanna

    Example: The copy of the application
      When the court officer checked the copy of the application for Adam on 3 March 2025 at 16:00 and found nothing to take out
      Then it is recorded that a copy was checked

  Rule: A reader sees the order or sees none

    Example: Told, and not told
      When the process server served the order on Adam in person on 4 March 2025 at 10:00
      Then version 1 of the order and no later one can be seen by Adam
      And no order can be seen by Hanna, in truth because the order is against them and they were not told
      And the order can be seen by Sara

    Example: Close to somebody of the case
      Given a relative of Sara reads for the police
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then no order can be seen by the police, in truth because they are close to somebody of the case

  Rule: An order is closed to readers, and opened again

    Example: To all but the offices of the case
      When the court closed the order to all but the offices of the case on 4 March 2025 at 10:00
      Then it is recorded that access was restricted

    Example: To one reader, and no longer
      Given the court kept the police out of the order on 4 March 2025 at 10:00
      When the court lifted the restriction on 5 March 2025 at 10:00
      Then it is recorded that a restriction was lifted
