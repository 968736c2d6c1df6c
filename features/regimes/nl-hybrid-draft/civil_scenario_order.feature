@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Feature: The civil scenario: the court makes a tailored order
  This is nobody's law. It is assumed that several measures can be ordered at once, such
  as the ban on contact, the exit ban, the supervision at school and the arrangement
  with a protective relative that the letter names, and that in urgent cases the order
  comes before the hearing. The Dutch text prevails.

  Background:
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force

  Rule: Several measures go together, made to measure

    Background:
      Given Sara asked on 3 March 2025 at 09:00 for an order against Adam and Hanna to protect Sara from being left abroad
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00

    Example: No contact, an exit ban, supervision at school and a protective relative
      When the court made the order on notice on 4 March 2025 at 10:00, until further order
        | who            | must                                                          | limit                                        |
        | Adam           | not contact Sara                                              |                                              |
        | Adam and Hanna | not take Sara abroad                                          | until 1 September 2025 at 00:00, also abroad |
        | Hanna          | cooperate with supervision of Sara at school                  |                                              |
        | Adam and Hanna | cooperate with contact between Sara and a protective relative |                                              |
      Then it is recorded that the order was made
      And the order has no end date

    @choice:INT-025
    Example: An exit ban with no end and no review cannot be made, unless the court finds the case most exceptional
      When the court made the order on notice on 4 March 2025 at 10:00, until further order
        | who            | must                 |
        | Adam and Hanna | not take Sara abroad |
      Then that is refused, because taking the freedom to travel needs an end or a review, or a most exceptional case

  Rule: In urgent cases the order comes before the hearing, and a hearing follows within two weeks

    Example: The other side is heard after all
      Given Sara asked, without notice, on 3 March 2025 at 09:00 for an order against Adam to protect Sara from being left abroad
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
      When the court made the order without notice on 3 March 2025 at 12:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that a return hearing will follow
      And the return hearing must be held by 17 March 2025 at 12:00

  Rule: Without guidance there is no order

    Example: The support that the scenario asks for is missing
      Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the shelter arranged legal advice for Sara on 3 March 2025 at 10:00
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the support that must be offered was not

  Rule: The order ends when it says, or when the court discharges it

    Background:
      Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00

    Example: An order for five years meets no maximum
      When the court made the order on notice on 4 March 2025 at 10:00, for 5 years
        | who  | must             |
        | Adam | not contact Sara |
      Then the order ends on 4 March 2030 at 10:00

    Example: The court discharges it at the request of the person protected
      Given the court made the order on notice on 4 March 2025 at 10:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      When the court discharged the order on 4 September 2025 at 10:00, at the request of the protected person
      Then there is no order any more, because it was discharged
