@law:gb-eaw/fla-1996/s-63c
Feature: Vocabulary of the request
  One example for every sentence about asking for an order. The cast is introduced
  in the README; what anybody is, where they live and what else is going on are
  circumstances, told before the first act.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage

  Rule: Circumstances are told first

    Example: The law that applies
      Given the law on female genital mutilation protection orders applies
      When the local authority asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      Then it is recorded that an order was asked for

    Example: A law that is a draft
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    Example: Age, place and who else is involved
      Given Sara is an adult
      And Sara lives outside the jurisdiction
      And Elias may become involved
      When Sara asked, through a lawyer, on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    Example: Family proceedings without the respondent
      Given family proceedings are pending
      When the court considered of its own motion on 3 March 2025 at 09:00 an order against Adam to protect Sara from forced marriage
      Then that is refused, because the authority cannot act of its own motion here

    Example: Family proceedings with the respondent
      Given family proceedings with the respondent as a party are pending
      When the court considered of its own motion on 3 March 2025 at 09:00 an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

  Rule: Permission comes before the request is heard

    Background:
      Given the police asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the police asked for permission on 3 March 2025 at 09:05, speaking of the connection with her, the circumstances and of her wishes and feelings

    Example: Permission is given
      When the court gave permission on 4 March 2025 at 09:00
      Then it is recorded that permission was given

    Example: Permission is refused
      When the court refused permission on 4 March 2025 at 09:00
      Then it is recorded that permission was refused

  Rule: A request may come to nothing

    Example: The request is withdrawn
      When Sara withdrew the request on 3 March 2025 at 09:00, with the permission of the court
      Then it is recorded that the request was withdrawn
      And there is no order any more, because the request was withdrawn

    Example: The order is refused
      When the court refused the order on 3 March 2025 at 09:00
      Then it is recorded that the order was refused

    Example: An undertaking takes its place
      Given the respondent had threatened her with violence
      And an order is needed to make breach punishable
      When the court accepted an undertaking of Adam on 3 March 2025 at 09:00 that ends on 3 March 2026 at 09:00
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because violence makes an order necessary
