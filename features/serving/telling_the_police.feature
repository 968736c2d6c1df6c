@law:gb-eaw/pd-11a/para-1 @law:gb-eaw/fpr-2010/r-11-12
Feature: The police are told of an order within one business day of its sealing
  The order binds from the moment it is made. What begins with sealing is the court's
  duty to tell the police: of the order, of every change, and of who was served or
  informed. They are the police where the protected person lives and, if the court so
  directs, where a respondent lives.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 17:40, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |

  @law:gb-eaw/fpr-2010/r-2-9 @choice:INT-012
  Rule: The day is a business day, and runs from sealing, not from the making of the order

    @edge:EC38
    Example: Spoken in the evening, sealed the next morning
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then the order is in force on 3 March 2025 at 17:40
      And the police must be told by the end of 5 March 2025

    @boundary
    Example: The last minute of the day after sealing
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When the court officer told the police on 5 March 2025 at 23:59 that the order was made
      Then the notice to the police was in time

    @boundary
    Example: The first minute of the next
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When the court officer told the police on 6 March 2025 at 00:00 that the order was made
      Then it is recorded that the police were told
      And the notice to the police was late

    @boundary
    Example: Sealed on a Friday, the last minute of Monday
      Given the court officer sealed the order on 7 March 2025 at 10:00
      When the court officer told the police on 10 March 2025 at 23:59 that the order was made
      Then the notice to the police was in time

    Example: Sealed before Easter, the holidays do not count
      When the court officer sealed the order on 17 April 2025 at 10:00
      Then the police must be told by the end of 22 April 2025

    Example: A variation has a day of its own
      Given the court officer sealed the order on 4 March 2025 at 10:00
      And the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who  | must                            |
        | Adam | see Sara only under supervision |
      When the court officer sealed the order on 11 March 2025 at 09:00
      Then it is recorded that the order was sealed
      And the police must be told by the end of 12 March 2025

    Example: It is sealed by the court
      When Sara sealed the order on 4 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    @boundary
    Example: An extension is told within a day of its own sealing
      Given the court extended the order on 5 March 2025 at 10:00, until 5 March 2026 at 10:00
      And the court officer sealed the extension of the order on 6 March 2025 at 10:00
      When the court officer told the police on 8 March 2025 at 00:00 that the order was extended
      Then the notice to the police was late

    @boundary
    Example: A discharge too
      Given the court discharged the order on 5 March 2025 at 10:00, at the request of the applicant
      And the court officer sealed the discharge of the order on 6 March 2025 at 10:00
      When the court officer told the police on 7 March 2025 at 23:59 that the order was discharged
      Then the notice to the police was in time

  Rule: That they were not told in time is put on record, so that somebody acts on it

    @boundary
    Example: When the day is over
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When it was noted on 6 March 2025 at 00:00 that the police should have been told by 6 March 2025 at 00:00
      Then it is recorded that a term was found exceeded
      And the order stands as granted

    @boundary
    Example: Not a minute earlier
      Given the court officer sealed the order on 4 March 2025 at 10:00
      When it was noted on 5 March 2025 at 23:59 that the police should have been told by 6 March 2025 at 00:00
      Then that is refused, because it comes before what it follows from
