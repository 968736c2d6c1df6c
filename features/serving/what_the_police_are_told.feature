@law:gb-eaw/pd-11a/para-1 @law:gb-eaw/fpr-2010/r-11-12
Feature: The police are told of what happened, who was served, and where she lives
  A constable acts on what the police were told. So they hear of every order and every
  change, of each person who was served or informed, and of nothing that did not happen.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 17:40, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |

  Rule: They are told of what happened, and of nothing else

    Example: An order in force was not discharged
      When the court officer told the police on 5 March 2025 at 10:00 that the order was discharged
      Then that is refused, because there is no such entry

    Example: Nobody was served who was not
      When the court officer told the police on 5 March 2025 at 10:00 that Adam was served
      Then that is refused, because no such service is on record

  @law:gb-eaw/pd-11a/para-2
  Rule: They are also told who was served or informed

    Example: The applicant tells them
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      When Sara told the police on 4 March 2025 at 12:00 that Adam was served
      Then it is recorded that the police were told

    Example: A respondent does not
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      When Adam told the police on 4 March 2025 at 12:00 that Adam was served
      Then that is refused, because who acts is not competent

  @choice:INT-047
  Rule: No duty runs by itself where the person protected lives elsewhere; the court may direct one

    @edge:EC41
    Example: She lives abroad, and the police are told by hand
      Given Nora lives outside the jurisdiction
      And the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Nora from forced marriage
      And the court made the order on notice on 3 March 2025 at 17:40, until further order
        | who  | must             |
        | Adam | not contact Nora |
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then it is flagged that the police must be told by hand

    @edge:EC41
    Example: The duty runs when one of two sisters lives within
      Given Nora lives outside the jurisdiction
      And the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara and Nora from forced marriage
      And the court made the order on notice on 3 March 2025 at 17:40, until further order
        | who  | must             |
        | Adam | not contact Nora |
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then the police must be told by the end of 5 March 2025
