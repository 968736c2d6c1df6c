@regime:nl-kort-geding-verbod @law:nl/rv/art-611a
Feature: Whoever breaks a civil ban owes a penalty payment and commits no offence
  This is the gap that the government letter on 'Over grenzen' describes: breach does
  not by itself lead to a sanction. The victim has the ban served by a bailiff, gathers
  the evidence and collects the penalty payment herself. How high it is stands in the
  judgment and not here. A penalty payment that fell due prescribes after six months; we
  do not keep that term. The Dutch text prevails.

  Background:
    Given the law on Dutch civil bans in summary proceedings applies
    And Sara is an adult
    And Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 10 March 2025 at 14:00, until 10 March 2026 at 14:00
      | who  | must                        |
      | Adam | not contact Sara            |
      | Adam | not come near Sara's school |

  Rule: A penalty payment falls due from service on, and not before

    @boundary @edge:EC01 @choice:INT-015
    Example: One minute before service
      Given the bailiff served the order on Adam by bailiff's writ on 12 March 2025 at 12:00
      When Adam contacted Sara on 12 March 2025 at 11:59
      Then it is recorded that the incident was reported
      And the civil route is closed, because the order had not been served on this person

    @boundary
    Example: The minute of service
      Given the bailiff served the order on Adam by bailiff's writ on 12 March 2025 at 12:00
      When Adam contacted Sara on 12 March 2025 at 12:00
      Then the civil route is open

    @choice:INT-015
    Example: Being present at the judgment is not enough
      Given Adam was in court on 10 March 2025 at 14:00 when the order was made
      When Adam contacted Sara on 11 March 2025 at 10:00
      Then the civil route is closed, because the order had not been served on this person

  @law:nl/rv/art-45
  Rule: It is the bailiff who serves, by writ

    Example: To hand over the judgment is not to serve it
      When the process server served the order on Adam in person on 11 March 2025 at 10:00
      Then that is refused, because an order cannot be served or told in that way

    Example: The victim cannot serve a writ
      When Sara served the order on Adam by bailiff's writ on 11 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: Neither can the police
      When the police served the order on Adam by bailiff's writ on 11 March 2025 at 10:00
      Then that is refused, because who acts is not competent

  @law:nl/brief-over-grenzen-2025/hybride-bevelen
  Rule: Breach is no offence, however often

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 12 March 2025 at 12:00

    Example: The criminal route is closed
      When Adam came near Sara's school on 13 March 2025 at 10:00
      Then the criminal route is closed, because breach of this order is no offence

    Example: The police have nothing to refer
      Given Adam came near Sara's school on 13 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 13 March 2025 at 11:00
      Then that is refused, because breach of this order is no offence

    @law:nl/case/rbove-2023-1302
    Example: The fiftieth breach is no offence either
      When Adam contacted Sara on 50 days in a row, from 13 March 2025 at 10:00 on
      Then 50 incidents are on record
      And the criminal route is closed, because breach of this order is no offence

  @law:nl/rv/art-611c @choice:INT-052
  Rule: The penalty payment belongs to whoever obtained it, and nobody else collects

    Background:
      Given the bailiff served the order on Adam by bailiff's writ on 12 March 2025 at 12:00
      And Adam contacted Sara on 13 March 2025 at 10:00

    Example: The victim claims the penalty payment
      When Sara claimed the penalty payment for the incident on 20 March 2025 at 10:00
      Then it is recorded that the penalty payment was claimed

    Example: The police cannot claim it
      When the police claimed the penalty payment for the incident on 20 March 2025 at 10:00
      Then that is refused, because who acts has no standing

    Example: Neither can an aunt who saw it
      When Ruth claimed the penalty payment for the incident on 20 March 2025 at 10:00
      Then that is refused, because who acts has no standing

    Example: The bailiff collects for her
      Given Sara claimed the penalty payment for the incident on 20 March 2025 at 10:00
      When the bailiff collected the penalty payment from Adam on 20 May 2025 at 10:00
      Then it is recorded that the civil route ended

    Example: Unclaimed it is not collected
      When the bailiff collected the penalty payment from Adam on 20 May 2025 at 10:00
      Then that is refused, because the civil court does not have it
