@law:gb-eaw/fpr-2010/r-11-4
Feature: Whoever the order would bind is told of the hearing, and who is to be protected is heard
  An application on notice is served personally, at least two clear business days before
  the hearing unless the court shortens the time, and not by the applicant in person. A
  fault in this is flagged for the court; it does not undo the order that follows.

  Background:
    Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  @law:gb-eaw/fpr-2010/r-2-9
  Rule: The application is served at least two clear business days before the hearing, unless the court shortens the time

    @boundary
    Example: Served on Monday for a hearing on Thursday
      When the process server served the application on Adam on 3 March 2025 at 16:00 for a hearing on 6 March 2025 at 10:00
      Then it is recorded that the application was served
      And it is not flagged that the notice was too short

    @boundary
    Example: Served on Tuesday, one clear day is left
      When the process server served the application on Adam on 4 March 2025 at 10:00 for a hearing on 6 March 2025 at 10:00
      Then it is flagged that the notice was too short

    @boundary
    Example: Served on Thursday for a hearing on Tuesday, the weekend does not count
      When the process server served the application on Adam on 6 March 2025 at 16:00 for a hearing on 11 March 2025 at 10:00
      Then it is recorded that the application was served
      And it is not flagged that the notice was too short

    @boundary
    Example: Served on Friday for a hearing on Tuesday, the weekend does not help
      When the process server served the application on Adam on 7 March 2025 at 10:00 for a hearing on 11 March 2025 at 10:00
      Then it is flagged that the notice was too short

    Example: A shorter time is enough where the court shortened it
      Given the court had shortened the notice
      When the process server served the application on Adam on 5 March 2025 at 10:00 for a hearing on 6 March 2025 at 10:00
      Then it is recorded that the application was served
      And it is not flagged that the notice was too short

  Rule: The applicant does not serve the application in person

    @edge:EC24
    Example: Served by the applicant, it is flagged
      When Sara served the application on Adam on 4 March 2025 at 10:00 for a hearing on 10 March 2025 at 10:00
      Then it is flagged that the applicant served it in person

    @edge:EC24 @law:gb-eaw/case/dpp-v-stephenson-2025-ewhc-950
    Example: The order that follows binds all the same
      Given Sara served the application on Adam on 4 March 2025 at 10:00 for a hearing on 10 March 2025 at 10:00
      When the court made the order on notice on 10 March 2025 at 10:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was made
      And the order is in force on 10 March 2025 at 10:00

    Example: Nobody is served who has no part in the case
      When the process server served the application on Elias on 4 March 2025 at 10:00 for a hearing on 10 March 2025 at 10:00
      Then that is refused, because this person has no such place in the case

  @law:gb-eaw/fla-1996/s-63a @law:gb-eaw/case/re-k-2020-ewca-civ-190
  Rule: Her wishes and feelings are heard, and decide nothing by themselves

    @edge:EC16
    Example: She opposes the order, and it can still be made
      Given the court noted on 4 March 2025 at 10:00 that Sara opposes the order
      When the court made the order on notice on 10 March 2025 at 10:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was made

    @edge:EC16
    Example: Her opposition is flagged
      When the court noted on 4 March 2025 at 10:00 that Sara opposes the order
      Then it is flagged that the protected person opposes the order

    Example: What a respondent wants is not recorded as wishes
      When the court noted on 4 March 2025 at 10:00 that Adam opposes the order
      Then that is refused, because this person has no such place in the case
