@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63g
Feature: Conduct is judged by the terms that held at that moment
  A court may add terms and take terms away. What somebody did is measured against
  the order as it then stood, and a new term made without notice asks for new awareness.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must                            |
      | Adam | not contact Sara                |
      | Adam | not arrange a marriage for Sara |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: A term taken away still governs what was done before

    Background:
      Given the court varied the order on notice on 10 March 2025 at 10:00, at the request of a respondent
        | who  | must                            |
        | Adam | not arrange a marriage for Sara |

    @edge:EC10 @boundary
    Example: One minute before the variation
      When Adam contacted Sara on 10 March 2025 at 09:59
      Then the criminal route is open

    @edge:EC10 @boundary
    Example: The moment of the variation
      When Adam contacted Sara on 10 March 2025 at 10:00
      Then the criminal route is closed, because the order did not contain that term then

  @choice:INT-004 @choice:INT-005
  Rule: Who knew the first order knows the terms that go on, not those added without notice

    Background:
      Given the court varied the order without notice on 10 March 2025 at 10:00, at the request of the applicant
        | who  | must                            |
        | Adam | not contact Sara                |
        | Adam | not arrange a marriage for Sara |
        | Adam | not come near Sara's school     |

    @edge:EC11
    Example: The added term asks for new awareness
      When Adam came near Sara's school on 11 March 2025 at 08:30
      Then the criminal route is closed, because nothing shows that this person knew of the variation that added the term

    @edge:EC11
    Example: A term that goes on needs none
      When Adam contacted Sara on 11 March 2025 at 08:30
      Then the criminal route is open

    @edge:EC11
    Example: Told of the new version
      Given the police told Adam by telephone on 11 March 2025 at 08:00 what the order says
      When Adam came near Sara's school on 11 March 2025 at 08:30
      Then the criminal route is open

  @choice:INT-004
  Rule: What follows on notice does not remove the condition for a term made without notice

    Background:
      Given Sara asked on 28 February 2025 at 09:00 for an order against Hanna to protect Sara from forced marriage
      And the court made the order without notice on 3 March 2025 at 14:00, until further order
        | who   | must             |
        | Hanna | not contact Sara |

    Example: The return hearing confirms the order in the absence of someone who never knew
      Given the court held the return hearing on 10 March 2025 at 10:00 and confirmed the order
      When Hanna contacted Sara on 11 March 2025 at 10:00
      Then the criminal route is closed, because nothing shows that this person knew of the order

    Example: A variation on notice leaves the condition for the term that goes on
      Given the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who   | must               |
        | Hanna | not contact Sara   |
        | Hanna | not enter the home |
      When Hanna contacted Sara on 11 March 2025 at 10:00
      Then the criminal route is closed, because nothing shows that this person knew of the order

    Example: For the term added on notice a person weighs the excuse
      Given the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who   | must               |
        | Hanna | not contact Sara   |
        | Hanna | not enter the home |
      When Hanna entered the home on 11 March 2025 at 10:00
      Then a person must judge the criminal route, because not having been served may be an excuse

  Rule: A term may end before the order

    Background:
      Given the court varied the order on notice on 10 March 2025 at 10:00, at the request of the applicant
        | who  | must             | limit                        |
        | Adam | not contact Sara | until 10 June 2025 at 10:00 |

    @boundary
    Example: One minute before the term ends
      When Adam contacted Sara on 10 June 2025 at 09:59
      Then the criminal route is open

    @boundary
    Example: The moment the term ends
      When Adam contacted Sara on 10 June 2025 at 10:00
      Then the criminal route is closed, because that term had ended by then
