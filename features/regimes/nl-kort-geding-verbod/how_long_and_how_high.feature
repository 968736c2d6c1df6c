@regime:nl-kort-geding-verbod @law:nl/rv/art-254 @choice:INT-037
Feature: The judgment says how long the ban lasts, and a new judgment can sharpen it
  The law sets no maximum. A higher penalty payment or a new ban needs a new judgment,
  served anew; we record it as a change of the same ban. How high the penalty is stands
  in the judgment and not here. The Dutch text prevails.

  Background:
    Given the law on Dutch civil bans in summary proceedings applies
    And Sara is an adult
    And Sara asked, through a lawyer, on 12 February 2024 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 26 February 2024 at 14:00, for 1 year
      | who  | must             |
      | Adam | not contact Sara |

  @choice:INT-051
  Rule: A period in the judgment runs as the judgment says; where it is silent we read: from service

    Example: A year after service
      When the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00
      Then it is recorded that the end was counted anew
      And the order ends on 1 March 2025 at 10:00

    @boundary @choice:INT-002
    Example: Served the day before a leap day, a year ends on that day
      When the bailiff served the order on Adam by bailiff's writ on 28 February 2024 at 10:00
      Then the order ends on 28 February 2025 at 10:00

    @boundary @choice:INT-002
    Example: Served on a leap day, a year ends on the last day of February
      When the bailiff served the order on Adam by bailiff's writ on 29 February 2024 at 10:00
      Then the order ends on 28 February 2025 at 10:00

    Example: A longer duration meets no maximum
      When the court extended the order on 4 March 2024 at 10:00, until 26 February 2029 at 14:00
      Then the order ends on 26 February 2029 at 14:00

  @law:nl/case/rbove-2023-1302
  Rule: The court may raise the penalty payment when it does not deter

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00

    Example: After fifty breaches a higher penalty payment follows, and still no offence
      Given Adam contacted Sara on 50 days in a row, from 2 March 2024 at 10:00 on
      When the court varied the order on notice on 6 May 2024 at 14:00, at the request of the applicant
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was varied
      And the criminal route is closed, because breach of this order is no offence

    @edge:EC11
    Example: Until the new judgment is served the old penalty payment holds
      Given the court varied the order on notice on 6 May 2024 at 14:00, at the request of the applicant
        | who  | must             |
        | Adam | not contact Sara |
      When Adam contacted Sara on 7 May 2024 at 10:00
      Then the civil route is open

    Example: The prosecutor cannot have it raised
      When the prosecutor varied the order on notice on 6 May 2024 at 14:00, at the request of the applicant
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because who acts is not competent

  @law:nl/rv/art-611a @choice:INT-015
  Rule: For a new ban in a changed judgment a penalty payment falls due after new service

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 1 March 2024 at 10:00
      And the court varied the order on notice on 6 May 2024 at 14:00, at the request of the applicant
        | who  | must                        |
        | Adam | not contact Sara            |
        | Adam | not come near Sara's school |
      And the bailiff served the order on Adam by bailiff's writ on 8 May 2024 at 12:00

    @boundary @edge:EC11
    Example: One minute before the new service
      When Adam came near Sara's school on 8 May 2024 at 11:59
      Then the civil route is closed, because the order had not been served on this person

    @boundary @edge:EC11
    Example: The minute of the new service
      When Adam came near Sara's school on 8 May 2024 at 12:00
      Then the civil route is open
