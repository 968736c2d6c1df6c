@law:gb-eaw/fla-1996/s-63ca
Feature: Nobody is punished twice for the same breach
  A breach may be prosecuted, or it may be pursued as contempt. The statute excludes
  both for the same conduct: whoever was convicted is not punished for contempt, and
  whoever was punished for contempt is not convicted. It is silent on an acquittal and
  on contempt found without punishment; there a person judges.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who            | must                        |
      | Adam and Hanna | not contact Sara            |
      | Adam           | not come near Sara's school |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00
    And Adam contacted Sara on 5 March 2025 at 10:00

  Rule: Whoever was punished for contempt cannot be convicted of the same conduct

    @edge:EC18
    Example: Punished, and then referred
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00
      Then that is refused, because the same conduct was punished on the civil route
      And the criminal route is closed, because the same conduct was punished on the civil route

    @edge:EC18
    Example: Both routes under way, and the civil court is first
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And Sara took the incident to the civil court on 7 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      When the criminal court convicted Adam on 7 June 2025 at 10:00
      Then that is refused, because the same conduct was punished on the civil route

    Example: He may still be acquitted
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And Sara took the incident to the civil court on 7 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      When the criminal court acquitted Adam on 7 June 2025 at 10:00
      Then it is recorded that the prosecution ended

  Rule: Whoever was convicted cannot be punished for contempt by the same conduct

    Example: Convicted, and then brought before the civil court
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And the criminal court convicted Adam on 6 June 2025 at 10:00
      When Sara took the incident to the civil court on 7 June 2025 at 10:00
      Then that is refused, because the same conduct led to a conviction

    Example: Both routes under way, and the criminal court is first
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And Sara took the incident to the civil court on 7 March 2025 at 10:00
      And the criminal court convicted Adam on 6 June 2025 at 10:00
      When the court punished Adam on the civil route on 7 June 2025 at 10:00
      Then that is refused, because the same conduct led to a conviction

  Rule: The exclusion holds for one person and one piece of conduct

    @edge:EC18
    Example: Another day is another breach
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      And Adam contacted Sara on 8 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 9 June 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor

    @edge:EC18
    Example: One piece of conduct against two terms is punished once
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      And Adam came near Sara's school on 5 March 2025 at 10:00, which is the same conduct as the incident before
      When the police referred the incident to the prosecutor on 9 June 2025 at 10:00
      Then that is refused, because the same conduct was punished on the civil route

    @edge:EC18
    Example: Another person answers for themselves
      Given the process server served the order on Hanna in person on 4 March 2025 at 11:00
      And Hanna contacted Sara on 5 March 2025 at 10:00
      And Sara took Adam's incident to the civil court on 6 March 2025 at 10:00
      And the court punished Adam on the civil route on 6 June 2025 at 10:00
      When the police referred Hanna's incident to the prosecutor on 7 June 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor
