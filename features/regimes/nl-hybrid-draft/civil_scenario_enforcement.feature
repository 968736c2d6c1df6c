@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Feature: The civil scenario: a civil order with a criminal and a civil route
  This is nobody's law. It is assumed that to do what the order forbids is a crime of
  whoever knows the order, abroad too, and that beside it a penalty payment may fall
  due. In the law as it stands a penalty payment is no punishment but a means of
  coercion, which can stand beside a prosecution; that one route closes the other here is
  our boldest assumption. The Dutch text prevails.

  Background:
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force
    And Sara asked on 3 March 2025 at 09:00 for an order against Adam and Hanna to protect Sara from being left abroad
    And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
    And the court made the order on notice on 4 March 2025 at 10:00, for 1 year
      | who            | must                                         | limit                                        |
      | Adam           | not contact Sara                             |                                              |
      | Adam and Hanna | not take Sara abroad                         | until 1 September 2025 at 00:00, also abroad |
      | Hanna          | cooperate with supervision of Sara at school |                                              |

  Rule: Whoever knows that the order exists and breaks it commits a crime

    @boundary @edge:EC01
    Example: One minute before he hears of it
      Given the police told Adam by telephone on 5 March 2025 at 10:00 only that there is an order
      When Adam contacted Sara on 5 March 2025 at 09:59
      Then the criminal route is closed, because nothing shows that this person knew of the order

    @boundary @edge:EC48
    Example: The minute in which he hears of it
      Given the police told Adam by telephone on 5 March 2025 at 10:00 only that there is an order
      When Adam contacted Sara on 5 March 2025 at 10:00
      Then the criminal route is open
      And the longest sentence on the criminal route is 5 years
      And the civil route is closed, because the order had not been served on this person

    @edge:EC04
    Example: Each member of the group is judged apart
      Given the police told Adam by telephone on 5 March 2025 at 10:00 what the order says
      And Adam booked a flight for Sara on 6 March 2025 at 10:00
      When Hanna booked a flight for Sara on 6 March 2025 at 10:05
      Then for Adam's incident, the criminal route is open
      And for Hanna's incident, the criminal route is closed, because nothing shows that this person knew of the order

  Rule: To do what is forbidden is a crime, abroad too; to leave undone is not

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 5 March 2025 at 10:00
      And the bailiff served the order on Hanna by bailiff's writ on 5 March 2025 at 10:30

    @edge:EC07 @edge:EC08
    Example: A flight booked abroad is covered
      When Hanna booked a flight for Sara abroad on 6 March 2025 at 10:00
      Then the criminal route is open

    Example: A mother who does not cooperate with supervision at school owes a penalty payment only
      When Hanna did not cooperate with supervision of Sara at school on 6 March 2025 at 10:00
      Then the criminal route is closed, because not doing what an order requires is not the offence
      And the civil route is open

  Rule: The school reports, the police refer, the prosecutor decides

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 5 March 2025 at 10:00
      And her school reported on 7 March 2025 at 09:00 that Adam contacted Sara on 6 March 2025 at 10:00

    Example: The police refer it to the prosecutor
      When the police referred the incident to the prosecutor on 7 March 2025 at 11:00
      Then it is recorded that the incident was referred to the prosecutor
      And the order stands as referred

    Example: The school that reported does not refer it itself
      When her school referred the incident to the prosecutor on 7 March 2025 at 11:00
      Then that is refused, because who acts is not competent

  @choice:INT-053
  Rule: Assumed: whoever paid a penalty payment is not prosecuted too, and whoever was convicted pays none

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 5 March 2025 at 10:00
      And Adam contacted Sara on 6 March 2025 at 10:00

    @edge:EC18
    Example: A penalty payment that was collected closes the criminal route
      Given Sara claimed the penalty payment for the incident on 10 March 2025 at 10:00
      And the bailiff collected the penalty payment from Adam on 10 April 2025 at 10:00
      When the police referred the incident to the prosecutor on 11 April 2025 at 10:00
      Then that is refused, because the same conduct was punished on the civil route

    Example: A conviction closes the penalty payment
      Given the police referred the incident to the prosecutor on 7 March 2025 at 10:00
      And the criminal court convicted Adam on 6 June 2025 at 10:00
      When Sara claimed the penalty payment for the incident on 10 June 2025 at 10:00
      Then that is refused, because the same conduct led to a conviction

    @edge:EC20
    Example: An acquittal leaves the penalty payment for a person to judge
      Given the police referred the incident to the prosecutor on 7 March 2025 at 10:00
      When the criminal court acquitted Adam on 6 June 2025 at 10:00
      Then a person must judge the civil route, because the same conduct led to an acquittal
