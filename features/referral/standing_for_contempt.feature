@law:gb-eaw/case/ru-2013-ewhc-2350 @law:gb-eaw/fla-1996/s-63o
Feature: Contempt is pursued by whoever obtained the order, the Attorney General or the court, and as we read it by the person it protects
  The civil route belongs to the party who obtained the order, to the Attorney General
  in the public interest and, exceptionally, to the court itself. A police force that
  did not apply for the order has no standing; the offence of 2014 closed that gap.

  Background:
    Given the local authority asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00
    And Adam contacted Sara on 5 March 2025 at 10:00

  Rule: Whoever has standing can take a breach to the civil court

    Scenario Outline: <who> can
      When <who> took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

      Examples:
        | who                  | why                                 |
        | the local authority  | it obtained the order               |
        | the Attorney General | in the public interest              |
        | the court            | exceptionally, of its own motion    |

    @choice:INT-010 @law:gb-eaw/fla-1996/s-63j
    Example: The person for whom it was made can, although she did not apply
      When Sara took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

    @choice:INT-010
    Example: Her lawyer can, acting for her
      When Sara's lawyer took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

  Rule: Whoever has no standing cannot

    @edge:EC23
    Scenario Outline: <who> cannot
      When <who> took the incident to the civil court on 6 March 2025 at 10:00
      Then that is refused, because who acts has no standing

      Examples:
        | who        | why                                  |
        | the police | they did not apply for the order     |
        | her school | it did not apply for the order       |
        | Adam       | the order was made against him       |

  Rule: Police who obtained the order themselves have standing, another force does not

    Background:
      Given the police asked on 28 February 2025 at 09:00 for an order against Hanna to protect Nora from forced marriage
      And the police asked for permission on 28 February 2025 at 09:05, speaking of the connection with her, the circumstances and of her wishes and feelings
      And the court gave permission on 3 March 2025 at 13:00
      And the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who   | must             |
        | Hanna | not contact Nora |
      And the process server served the order on Hanna in person on 4 March 2025 at 10:00
      And Hanna contacted Nora on 5 March 2025 at 10:00

    @edge:EC23
    Example: The force that applied
      When the police took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

    @edge:EC23
    Example: Another force
      When the police of another force took the incident to the civil court on 6 March 2025 at 10:00
      Then that is refused, because who acts has no standing
