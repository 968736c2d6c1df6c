@law:gb-eaw/fla-1996/s-63a
Feature: A request may be withdrawn or refused, and then there is no order
  Whoever asked may withdraw if the court permits it: the permission guards an applicant
  who is pressed to withdraw. The court may find that no order is needed. Either way
  nothing binds anybody, and a later danger asks for a new request.

  Background:
    Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  @law:gb-eaw/fpr-2010/r-29-4
  Rule: The applicant withdraws the request, and only with the permission of the court

    Example: The court gives permission
      When Sara withdrew the request on 4 March 2025 at 09:00, with the permission of the court
      Then it is recorded that the request was withdrawn
      And there is no order any more, because the request was withdrawn

    Example: Without permission the request stands
      When Sara withdrew the request on 4 March 2025 at 09:00
      Then that is refused, because the court has not permitted it to be withdrawn
      And the order stands as requested

    Example: Not by the respondent
      When Adam withdrew the request on 4 March 2025 at 09:00, with the permission of the court
      Then that is refused, because who acts is not competent

  Rule: Only the court refuses the order

    Example: Refused by the court
      When the court refused the order on 4 March 2025 at 09:00
      Then it is recorded that the order was refused
      And there is no order any more, because the order was refused

    Example: Not by the court officer
      When the court officer refused the order on 4 March 2025 at 09:00
      Then that is refused, because who acts is not competent

  Rule: On a request that came to nothing no order is made

    Example: A refused request cannot be granted
      Given the court refused the order on 4 March 2025 at 09:00
      When the court made the order on notice on 5 March 2025 at 09:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the order does not stand where this can happen
