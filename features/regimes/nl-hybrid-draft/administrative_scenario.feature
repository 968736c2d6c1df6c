@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-032
Feature: The administrative scenario: the mayor imposes an order at once and for a short time
  This is nobody's law. The scenario answers the ten questions of the letter after the
  exclusion order: of the mayor's own motion, at once, short, one adult an order, with a
  court afterwards. Every answer is an assumption, made for comparison. The Dutch text
  prevails.

  Background:
    Given the law on the Dutch hybrid order in its administrative scenario applies as if it were in force

  Rule: The mayor decides of the mayor's own motion; victims and third parties report

    Example: The mayor imposes it
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |
      Then it is recorded that the order was made

    Example: The victim cannot apply for it
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because this applicant cannot ask for an order

    Example: A court cannot impose it
      When the court made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because who acts is not competent

  Rule: The order is addressed to one adult

    Example: A group is not bound by one order
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam and Hanna to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who            | must             |
        | Adam and Hanna | not contact Sara |
      Then that is refused, because the order cannot be made against these persons

    @boundary
    Example: A cousin of seventeen is not bound
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Jonas to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who   | must             |
        | Jonas | not contact Sara |
      Then that is refused, because the law does not reach persons of that age

    @boundary
    Example: A cousin of eighteen is
      Given Jonas is an adult
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Jonas to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who   | must             |
        | Jonas | not contact Sara |
      Then it is recorded that the order was made

  Rule: The order forbids and requires, but arranges no help by others

    Example: No contact and an exit ban go together
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from being left abroad, for 10 days, with the support that the law asks for
        | who  | must                 | limit                        |
        | Adam | not contact Sara     |                              |
        | Adam | not take Sara abroad | until 13 March 2025 at 10:00 |
      Then it is recorded that the order was made

    Example: Supervision at school cannot be part of it
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from being left abroad, for 10 days, with the support that the law asks for
        | who  | must                                         |
        | Adam | cooperate with supervision of Sara at school |
      Then that is refused, because an order cannot contain such a term

    Example: It cannot be made to reach abroad
      When the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must                            | limit       |
        | Adam | not arrange a marriage for Sara | also abroad |
      Then that is refused, because no term may reach abroad

  Rule: The order lasts ten days, and with an extension at most four weeks

    Background:
      Given the mayor made an order of its own motion on 24 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |

    @boundary @edge:EC37
    Example: Four weeks after it was imposed, across summer time
      When the mayor extended the order on 2 April 2025 at 10:00, until 21 April 2025 at 10:00
      Then the order ends on 21 April 2025 at 10:00

    @boundary
    Example: One minute longer is not possible
      When the mayor extended the order on 2 April 2025 at 10:00, until 21 April 2025 at 10:01
      Then that is refused, because the end lies beyond the longest term

    @edge:EC32
    Example: The assistant prosecutor does not extend
      When the assistant prosecutor extended the order on 2 April 2025 at 10:00, until 21 April 2025 at 10:00
      Then that is refused, because who acts is not competent

  Rule: Whoever knows what the order says and breaks it commits a crime, and there is no civil route

    Background:
      Given the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |
      And the police handed the order to Adam on 3 March 2025 at 11:00

    @boundary
    Example: One minute before it is handed over
      When Adam contacted Sara on 3 March 2025 at 10:59
      Then the criminal route is closed, because the order had not been served on this person

    @boundary
    Example: The minute in which it is handed over
      When Adam contacted Sara on 3 March 2025 at 11:00
      Then the criminal route is open
      And the longest sentence on the criminal route is 2 years

    Example: The police refer it to the prosecutor
      Given Adam contacted Sara on 4 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 4 March 2025 at 12:00
      Then it is recorded that the incident was referred to the prosecutor

    Example: There is no penalty payment
      Given Adam contacted Sara on 4 March 2025 at 10:00
      When Sara claimed the penalty payment for the incident on 5 March 2025 at 10:00
      Then that is refused, because this order has no civil route
