@regime:nl-kort-geding-verbod @law:nl/rv/art-254
Feature: The victim claims a ban in summary proceedings against those summoned
  The interim relief judge can forbid contact, a street or an area though nobody was
  convicted. But the victim must bring the case herself, with a lawyer, against each
  person she wants to be bound. The Dutch text prevails; the ban is the order of other
  files. For whoever cannot bring a case herself her legal representative claims; the
  record does not keep that person apart from an attorney.

  Background:
    Given the law on Dutch civil bans in summary proceedings applies
    And Sara is an adult

  @law:nl/rv/art-255 @law:nl/rv/art-79
  Rule: The victim claims it through a lawyer

    Example: With a lawyer the claim is heard
      When Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from harassment
      Then it is recorded that an order was asked for

    Example: Without a lawyer it is not
      When Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from harassment
      Then that is refused, because only a lawyer can bring this application

  Rule: Nobody else can claim the ban for her, unless as her legal representative

    Scenario Outline: Whoever stands by the victim has no claim here
      When <who> asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because this applicant cannot ask for an order

      Examples:
        | who           | why                                                  |
        | her aunt Ruth | the wrong was not done to her                        |
        | her school    | a school that sees it coming is no party             |
        | Veilig Thuis  | it may report, and cannot claim                      |
        | the police    | without an offence they have no part in a civil case |

    Example: The court does not give it of its own motion
      When the court considered of its own motion on 28 February 2025 at 09:00 an order against Adam to protect Sara from forced marriage
      Then that is refused, because the authority cannot act of its own motion here

  @law:nl/bw-6/art-162 @choice:INT-030
  Rule: The ban rests on the law of unlawful acts, and so on every harm that threatens

    Scenario Outline: Every harmful practice is unlawful
      When Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from <harm>
      Then it is recorded that an order was asked for

      Examples:
        | harm               | why                              |
        | harassment         | the common case in practice      |
        | domestic violence  | it violates the body             |
        | forced marriage    | it violates the freedom to marry |
        | being left abroad  | it violates the freedom to move  |
        | genital mutilation | it violates the body             |

  @law:nl/bw-3/art-296 @choice:INT-055
  Rule: The court can order whatever somebody owes to do or not to do

    Scenario Outline: The ban reaches beyond contact, places and areas
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who  | must   |
        | Adam | <must> |
      Then it is recorded that the order was made

      Examples:
        | must                            |
        | not take Sara abroad            |
        | hand in Sara's passport         |
        | not arrange a marriage for Sara |

  @choice:INT-030
  Rule: The ban binds the defendants, and nobody else

    Example: Each member of a group must be summoned
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
      When the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who            | must             |
        | Adam and Hanna | not contact Sara |
      Then it is recorded that the order was made

    Example: The wider circle cannot be reached by it
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who             | must                        |
        | Adam            | not contact Sara            |
        | others involved | not come near Sara's school |
      Then that is refused, because the order binds nobody but respondents

    Example: An uncle who was not summoned breaks nothing
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      When her uncle Elias contacted Sara on 13 March 2025 at 10:00
      Then the civil route is closed, because that term does not bind this person

  Rule: Nobody is bound without being summoned

    Example: The court does not decide before the defendant was summoned
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court made the order without notice on 28 February 2025 at 14:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because nobody may be bound unheard

  @law:eu/reg-606-2013/art-5
  Rule: With a certificate the ban holds in other member states too

    Background:
      Given Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |

    Example: The court that gave the ban issues the certificate
      When the court certified the order for other countries on 11 March 2025 at 10:00
      Then it is recorded that a certificate was issued

    Example: The mayor cannot
      When the mayor certified the order for other countries on 11 March 2025 at 10:00
      Then that is refused, because who acts is not competent
