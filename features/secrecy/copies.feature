@law:gb-eaw/fpr-2010/r-29-1
Feature: No copy may tell a respondent where somebody is
  Nobody need reveal where they live. Where contact details are withheld, a copy is looked
  at before it is served, and what must not be read is taken out. A person can still be told
  of the order without any paper: protection never waits for a copy.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And Sara asked on 28 February 2025 at 09:10 that the contact details of Sara be withheld
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who   | must                            |
      | Adam  | not contact Sara                |
      | Hanna | not arrange a marriage for Sara |

  @choice:INT-062
  Rule: The order is not served before its copy was checked

    @edge:EC26
    Example: Nobody looked at it
      When the process server served the order on Adam in person on 4 March 2025 at 10:00
      Then that is refused, because nobody checked that copy for what is withheld

    @edge:EC26
    Example: Somebody did
      Given the court officer checked the copy of the order for Adam on 4 March 2025 at 09:00 and took out what is withheld
      When the process server served the order on Adam in person on 4 March 2025 at 10:00
      Then it is recorded that the order was served

    Example: Each person has a copy of their own
      Given the court officer checked the copy of the order for Adam on 4 March 2025 at 09:00 and found nothing to take out
      When the process server served the order on Hanna in person on 4 March 2025 at 10:00
      Then that is refused, because nobody checked that copy for what is withheld

    Example: Telling him does not wait
      When the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      Then it is recorded that a person was told of the order

    Example: The court looks, not the server
      When the process server checked the copy of the order for Adam on 4 March 2025 at 09:00 and found nothing to take out
      Then that is refused, because who acts is not competent

    Example: The application is checked like the order
      When the process server served the application on Adam on 28 February 2025 at 10:00 for a hearing on 7 March 2025 at 10:00
      Then that is refused, because nobody checked that copy for what is withheld

  @choice:INT-064
  Rule: A copy holds what this person must know, and names nobody else

    @edge:EC26
    Example: His copy, and hers
      When the court officer checked the copy of the order for Adam on 4 March 2025 at 09:00 and took out what is withheld
      Then the copy for Adam says that it must not contact Sara
      And the copy for Adam does not name Hanna
      And the copy for Hanna says that it must not arrange a marriage for Sara
