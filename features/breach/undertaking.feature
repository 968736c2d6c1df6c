@law:gb-eaw/fla-1996/s-63e
Feature: Breach of an undertaking is contempt and never the offence
  Instead of making an order the court may accept a promise. It is enforced as if the
  court had made an order in the same terms: as contempt. The offence asks for an order.
  So where there was violence, and breach should be punishable, the court must not
  be content with a promise.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage

  Rule: Whoever breaks an undertaking answers for contempt only

    Background:
      Given the court accepted an undertaking of Adam on 3 March 2025 at 14:00 that ends on 3 September 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |

    @edge:EC13
    Example: A promise broken opens the civil route alone
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is closed, because an undertaking is not an order
      And the civil route is open
      And there is no order any more, because an undertaking took its place

    @edge:EC13
    Example: The police cannot refer it
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because an undertaking is not an order

    Example: The applicant can take it to the civil court
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When Sara took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

    @boundary @choice:INT-018
    Example: One minute before the promise ends
      When Adam contacted Sara on 3 September 2025 at 13:59
      Then the civil route is open

    @boundary @choice:INT-018
    Example: The moment the promise ends
      When Adam contacted Sara on 3 September 2025 at 14:00
      Then the civil route is closed, because no order was in force then

    Example: Whoever did not promise is not bound
      When Hanna contacted Sara on 5 March 2025 at 10:00
      Then the civil route is closed, because that term does not bind this person

  Rule: No undertaking takes the place of an order that violence makes necessary

    @edge:EC14
    Example: Violence, and breach that should be punishable
      Given the respondent had threatened her with violence
      And an order is needed to make breach punishable
      When the court accepted an undertaking of Adam on 3 March 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because violence makes an order necessary
      And the order stands as requested

    @edge:EC14
    Example: Violence, but a promise is enough
      Given the respondent had threatened her with violence
      When the court accepted an undertaking of Adam on 3 March 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that an undertaking was accepted

    Example: No violence
      Given an order is needed to make breach punishable
      When the court accepted an undertaking of Adam on 3 March 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that an undertaking was accepted
