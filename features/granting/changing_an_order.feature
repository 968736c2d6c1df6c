@law:gb-eaw/fla-1996/s-63g
Feature: The court varies and discharges an order at the request of those it concerns
  A party, the protected person and anyone affected by the order may ask. The court
  decides; without it an order changes for nobody.

  Background:
    Given the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara and Nora from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |

  Rule: Whom the order concerns may ask for a change

    Scenario Outline: <who> may ask for a variation
      When the court varied the order on notice on 10 March 2025 at 10:00, at the request of <who>
        | who  | must                            |
        | Adam | see Sara only under supervision |
      Then it is recorded that the order was varied

      Examples:
        | who                  |
        | the applicant        |
        | a respondent         |
        | the protected person |
        | a person affected    |

    Example: The Attorney General may not
      When the court varied the order on notice on 10 March 2025 at 10:00, at the request of the Attorney General
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because who acts has no standing

  Rule: The court decides on it

    Example: Police cannot discharge an order
      When the police discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      Then that is refused, because who acts is not competent

    Example: Discharged by the court, there is no order
      When the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      Then it is recorded that the order was discharged
      And there is no order any more, because it was discharged

    @law:gb-eaw/case/ru-2013-ewhc-2350
    Example: Refused by the court, the order stays
      When the court refused to discharge the order on 10 March 2025 at 10:00, at the request of the protected person
      Then it is recorded that a change was refused
      And the order is in force on 10 March 2025 at 10:00

    Example: The court officer cannot refuse a change
      When the court officer refused to discharge the order on 10 March 2025 at 10:00, at the request of a respondent
      Then that is refused, because who acts is not competent

    Example: An order that has ended cannot be varied
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      When the court varied the order on notice on 11 March 2025 at 10:00, at the request of the applicant
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because no order was in force then

  @choice:INT-043
  Rule: One of several may be released while the order protects the others

    Example: The elder sister is released
      When the court released Sara from protection on 10 March 2025 at 10:00
      Then it is recorded that one person is no longer protected
      And the order protects Nora

    Example: Until then it protects both
      When the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who  | must                            |
        | Adam | see Sara only under supervision |
      Then the order protects Sara and Nora

    Example: The last is not; the order itself would have to be discharged
      Given the court released Sara from protection on 10 March 2025 at 10:00
      When the court released Nora from protection on 11 March 2025 at 10:00
      Then that is refused, because the order protects nobody else
