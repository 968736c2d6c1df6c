@law:gb-eaw/fla-1996/s-63d
Feature: An order may be made before anybody was heard, and then they are heard
  Where it is just and convenient the court may make the order without notice. It must
  then give the respondents an opportunity to make representations, as soon as just and
  convenient, at a hearing of which all parties are told.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  Rule: A return hearing follows an order made without notice, and no other

    Example: Made without notice
      When the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was made
      And it is recorded that a return hearing will follow

    Example: Made on notice, there is nothing to return to
      Given the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      When the court held the return hearing on 10 March 2025 at 10:00 and confirmed the order
      Then that is refused, because the respondents were heard before the order

  Rule: The return hearing confirms, varies or sets aside

    Background:
      Given the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |

    Example: Confirmed
      When the court held the return hearing on 10 March 2025 at 10:00 and confirmed the order
      Then it is recorded that the order was confirmed
      And the order is in force on 10 March 2025 at 10:00

    Example: Varied
      When the court held the return hearing on 10 March 2025 at 10:00 and varied the order
        | who  | must                            |
        | Adam | see Sara only under supervision |
      Then it is recorded that the order was varied

    Example: Set aside
      When the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      Then it is recorded that the order was set aside
      And there is no order any more, because it was set aside

    Example: It is held once
      Given the court held the return hearing on 10 March 2025 at 10:00 and confirmed the order
      When the court held the return hearing on 17 March 2025 at 10:00 and confirmed the order
      Then that is refused, because it is on record already
