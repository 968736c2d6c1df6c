@law:gb-eaw/fla-1996/s-63d
Feature: An application without notice is a secret until the order has reached somebody
  An order may be made before the respondents were heard, so that they cannot prevent it.
  Until a respondent is on record as told of it, there is no order for them to be seen:
  what they see is, letter for letter, what they would see if nobody had asked.

  Background:
    Given Sara asked, without notice, on 28 February 2025 at 09:00 for an order against Adam, Hanna and the driver of the grey van to protect Sara from forced marriage

  @choice:INT-063
  Rule: Nothing can be seen by a respondent before they were told

    Background:
      Given the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who                                        | must             |
        | Adam, Hanna and the driver of the grey van | not contact Sara |

    @boundary
    Example: Made, sealed, and on its way
      When the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      Then no order can be seen by Adam, in truth because the order is against them and they were not told
      And the order can be seen by Sara

    @boundary
    Example: Served on one parent, secret from the other
      When the process server served the order on Adam in person on 4 March 2025 at 11:00
      Then version 1 of the order and no later one can be seen by Adam
      And no order can be seen by Hanna, in truth because the order is against them and they were not told

    @edge:EC02
    Example: Told by the police on the telephone
      When the police told Adam by telephone on 4 March 2025 at 10:00 only that there is an order
      Then version 1 of the order and no later one can be seen by Adam

    Example: Somebody's mere word opens nothing
      When Ruth told Adam by telephone on 4 March 2025 at 10:00 what the order says
      Then no order can be seen by Adam

    Example: Nor does what the court spares the server
      When the court dispensed with service on Adam on 4 March 2025 at 10:00
      Then no order can be seen by Adam

    @edge:EC05
    Example: An uncle whom nobody named has nothing to see
      When the court officer sealed the order on 4 March 2025 at 10:00
      Then no order can be seen by Elias, in truth because they have no part in the case

  @choice:INT-064
  Rule: A change made without notice is as secret as an order

    Background:
      Given the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      And the process server served the order on Adam in person on 4 March 2025 at 10:00
      And the court varied the order without notice on 5 March 2025 at 10:00, at the request of the applicant
        | who  | must                            |
        | Adam | not arrange a marriage for Sara |

    Example: Until they are told of the change
      When the court officer sealed the order on 5 March 2025 at 12:00
      Then version 1 of the order and no later one can be seen by Adam

    Example: When they are told of the change
      When the process server served version 2 of the order on Adam in person on 6 March 2025 at 10:00
      Then version 2 of the order and no later one can be seen by Adam

  @choice:INT-065
  Rule: A service that does not count leaves no trace

    @edge:EC40
    Example: It went to somebody else
      Given the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      And the process server served the order on Adam in person on 4 March 2025 at 10:00
      When the court found on 5 March 2025 at 10:00 that the service on Adam went to somebody else
      Then no order can be seen by Adam

  @choice:INT-066
  Rule: A request that came to nothing is never told to whoever did not know of it

    Example: Refused
      When the court refused the order on 3 March 2025 at 14:00
      Then no order can be seen by Adam
      And the order can be seen by Sara
