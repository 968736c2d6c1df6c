@regime:uk-ew-fmpo @law:gb-eaw/fla-1996/s-63h @law:gb-eaw/case/ru-2013-ewhc-2350
Feature: Before 16 June 2014 breach of an order was contempt and no offence
  Until then a court could attach a power of arrest, and whoever broke the order came
  before the civil court. The police could arrest and could not prosecute; where they had
  not applied for the order, they could not bring the contempt either.

  Background:
    Given Sara asked on 1 November 2012 at 09:00 for an order against Hanna and Adam to protect Sara from forced marriage
    And the court made the order without notice on 2 November 2012 at 14:00, until further order
      | who   | must                                 | limit                  |
      | Hanna | not have Sara take part in a wedding | with a power of arrest |
      | Adam  | not contact Sara                     |                        |
    And the process server served the order on Hanna in person on 3 November 2012 at 10:00

  Rule: Breach before the offence commenced cannot be prosecuted

    @edge:EC47
    Example: A wedding in the year before
      When Hanna held a wedding for Sara on 1 May 2013 at 12:00
      Then the criminal route is closed, because breach of this order is no offence
      And the civil route is open

    @edge:EC47
    Example: The police cannot refer it
      Given Hanna held a wedding for Sara on 1 May 2013 at 12:00
      When the police referred the incident to the prosecutor on 20 May 2013 at 10:00
      Then that is refused, because breach of this order is no offence

    @edge:EC23
    Example: Nor can they bring the contempt
      Given Hanna held a wedding for Sara on 1 May 2013 at 12:00
      When the police took the incident to the civil court on 20 May 2013 at 10:00
      Then that is refused, because who acts has no standing

  @law:gb-eaw/asbcpa-2014/s-120 @choice:INT-011
  Rule: From that day the offence governs conduct under older orders too

    @boundary @edge:EC47
    Example: The last minute before
      When Hanna held a wedding for Sara on 15 June 2014 at 23:59
      Then the criminal route is closed, because breach of this order is no offence

    @boundary @edge:EC47
    Example: The first minute
      When Hanna held a wedding for Sara on 16 June 2014 at 00:00
      Then the criminal route is open

  Rule: A power of arrest could be attached until then, and not since

    Example: Refused since breach is an offence
      Given Nora is 16 or 17
      And Nora asked on 16 June 2014 at 09:00 for an order against Adam to protect Nora from forced marriage
      When the court made the order without notice on 16 June 2014 at 14:00, until further order
        | who  | must             | limit                  |
        | Adam | not contact Nora | with a power of arrest |
      Then that is refused, because a power of arrest can no longer be attached

  @law:gb-eaw/fla-1996/s-63e @choice:INT-024
  Rule: An undertaking could not take the place of an order that needed a power of arrest

    Example: Violence, and an order that is needed
      Given the respondent had threatened her with violence
      And an order is needed to make breach punishable
      And Sara asked on 1 November 2012 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court accepted an undertaking of Adam on 2 November 2012 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because violence makes an order necessary
