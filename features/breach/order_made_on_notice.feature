@law:gb-eaw/fla-1996/s-63ca
Feature: An order made on notice can be broken by someone on whom it was never served
  The statute asks for awareness only where the order was made without notice; for an
  order made on notice it asks for the conduct and the absence of a reasonable excuse.
  Not having been served may be one.

  Background:
    Given Sara asked on 3 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the process server served the application on Adam on 4 February 2025 at 10:00 for a hearing on 3 March 2025 at 14:00
    And the process server served the application on Hanna on 4 February 2025 at 11:00 for a hearing on 3 March 2025 at 14:00
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who            | must                            |
      | Adam and Hanna | not arrange a marriage for Sara |

  @choice:INT-045
  Rule: Absence of service does not close the criminal route; a person weighs whether it excuses

    @edge:EC03
    Example: Absent from the hearing and never served
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because not having been served may be an excuse
      And the order stands as breached

    @edge:EC03
    Example: Served before the conduct
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then the criminal route is open

    @choice:INT-006
    Example: Service dispensed with is no service
      Given the court dispensed with service on Adam on 4 March 2025 at 10:00
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because not having been served may be an excuse

    Example: Present when it was made
      Given her mother Hanna was in court on 3 March 2025 at 14:00 when the order was made
      When Hanna arranged a marriage for Sara on 3 March 2025 at 15:00
      Then the criminal route is open

  @choice:INT-020
  Rule: Nor does it close the civil route, since the court may do without service afterwards

    Example: Contempt is left to the court
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then a person must judge the civil route, because not having been served may be an excuse
