@law:gb-eaw/fla-1996/s-63f @law:gb-eaw/fla-1996/s-63g @law:gb-eaw/mfpa-1984/s-31k
Feature: Vocabulary of the end
  One example for every sentence about how an order ends or comes back, about
  documents and about other countries.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara and Nora from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, for 12 months
      | who  | must             |
      | Adam | not contact Sara |

  Rule: An order ends by an act or by itself

    Example: It is discharged
      When the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      Then there is no order any more, because it was discharged

    Example: Its protection of one person ends
      When the court released Nora from protection on 10 March 2025 at 10:00
      Then it is recorded that one person is no longer protected
      And the order protects Sara

    Example: It is set aside
      When the court set the order aside on 10 March 2025 at 10:00
      Then it is recorded that the order was set aside

    Example: Its time runs out
      When the end of the order was noted on 3 March 2026 at 14:00
      Then it is recorded that the order reached its end
      And on 3 March 2026 at 14:00 the order stands as lapsed

    Example: Another takes its place
      When the court replaced the order by another on 10 March 2025 at 10:00
      Then it is recorded that another order took its place

    Example: Nobody is left to protect
      Given Nora died on 10 March 2025 at 10:00
      When Sara died on 11 March 2025 at 10:00
      Then there is no order any more, because nobody is left to protect

  Rule: A decision can be appealed

    Background:
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of a respondent
      And Sara appealed on 11 March 2025 at 10:00 against the discharge of the order

    Example: The appeal fails
      When the court dismissed the appeal on 12 March 2025 at 10:00
      Then it is recorded that the appeal was decided

    Example: The order comes back
      When the court allowed the appeal on 12 March 2025 at 10:00 and restored the order
      Then it is recorded that the order is in force again

    Example: The order falls
      When the court allowed the appeal on 12 March 2025 at 10:00 and set the order aside
      Then it is recorded that the order was set aside

  Rule: Documents are kept, and certificates given

    Example: A passport is handed in
      When Adam handed in the passport on 10 March 2025 at 10:00
      Then the passport of Adam is held

    Example: A passport is given back
      Given Adam handed in the passport on 10 March 2025 at 10:00
      When the police gave the passport back to Adam on 11 March 2025 at 10:00
      Then it is recorded that a document was given back

    Example: A certificate for other countries
      When the court certified the order for other countries on 10 March 2025 at 10:00
      Then that is refused, because the order cannot be certified
