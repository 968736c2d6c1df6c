@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Feature: An exclusion order can be withdrawn, challenged, and imposed again on new facts
  The mayor who imposed the order stays responsible for it and withdraws it when the
  danger has gone. The court reviews it afterwards, also when it has run out. Whether
  there are new facts is for the mayor; here one only sees that nothing stands in the
  way of a new order. An appeal must be lodged within six weeks of notification; we do
  not keep that term. The Dutch text prevails.

  Background:
    Given the law on Dutch temporary exclusion orders applies
    And the mayor imposed an exclusion order on Adam on 3 October 2022 at 18:00 to protect Sara, for 10 days
    And the police handed the order to Adam on 3 October 2022 at 18:20

  @law:nl/wth/art-3
  Rule: To withdraw is for the mayor in person, and is not mandated

    Example: The mayor withdraws it, and the order ends
      When the mayor discharged the order on 7 October 2022 at 12:00
      Then there is no order any more, because it was discharged

    Example: The assistant prosecutor who could impose cannot withdraw
      When the assistant prosecutor discharged the order on 7 October 2022 at 12:00
      Then that is refused, because who acts is not competent
      And the order is in force on 7 October 2022 at 12:00

    Example: Withdrawal does not undo an earlier breach
      Given Adam entered the home on 5 October 2022 at 10:00
      When the mayor discharged the order on 7 October 2022 at 12:00
      Then it is recorded that the order was discharged
      And the criminal route is open

  @choice:INT-038 @choice:INT-054 @law:nl/wth/art-9/lid-2 @law:nl/case/rbmne-2023-2813
  Rule: An appeal lies after the end too; one against the making covers the extension, in so far as it is contested

    Example: An order that has run out is still reviewed
      Given the end of the order was noted on 13 October 2022 at 18:00
      When Adam appealed on 20 October 2022 at 10:00 against the making of the order
      Then it is recorded that an appeal was lodged

    Example: The extension falls with the appeal against the making
      Given Adam appealed on 5 October 2022 at 10:00 against the making of the order
      And the mayor extended the order on 13 October 2022 at 12:00, until 31 October 2022 at 18:00
      When the court allowed the appeal on 20 October 2022 at 10:00 and set the order aside
      Then no order is in force on 25 October 2022 at 10:00

    Example: No appeal lies against an extension that was not made
      When Adam appealed on 12 October 2022 at 10:00 against the extension of the order
      Then that is refused, because there is no such decision

    Example: The person protected has an interest too
      When Sara appealed on 5 October 2022 at 10:00 against the making of the order
      Then it is recorded that an appeal was lodged

    Example: An uncle who does not live there has none
      When her uncle Elias appealed on 5 October 2022 at 10:00 against the making of the order
      Then that is refused, because who acts has no standing

    Example: The mayor does not appeal against the mayor's own decision
      When the mayor appealed on 5 October 2022 at 10:00 against the making of the order
      Then that is refused, because who acts has no standing

  @law:nl/awb/art-6-16
  Rule: An appeal does not suspend the order

    Example: Whoever appeals must keep to the order
      Given Adam appealed on 4 October 2022 at 10:00 against the making of the order
      When Adam entered the home on 5 October 2022 at 10:00
      Then the criminal route is open

  @law:nl/awb/art-8-72 @choice:INT-026
  Rule: What annulment means for an earlier breach is for a person to decide

    Background:
      Given Adam entered the home on 5 October 2022 at 10:00
      And Adam appealed on 20 October 2022 at 10:00 against the making of the order
      And the court allowed the appeal on 1 December 2022 at 10:00 and set the order aside

    @edge:EC12
    Example: The incident is kept and put before a person
      When the police assessed the incident again on 2 December 2022 at 10:00
      Then a person must judge the criminal route, because the order was later set aside

    @edge:EC12
    Example: Without that judgement it is not referred
      When the police referred the incident to the prosecutor on 2 December 2022 at 10:00
      Then that is refused, because a person must weigh it first

    @edge:EC12
    Example: After that judgement it can be
      When the police referred the incident to the prosecutor on 2 December 2022 at 10:00, having weighed that the order was later set aside
      Then it is recorded that the incident was referred to the prosecutor

  Rule: New facts carry a new order, with a period of its own

    Example: A new order follows in the minute in which the first runs out
      When the mayor imposed an exclusion order on Adam on 13 October 2022 at 18:00 to protect Sara, for 10 days
      Then it is recorded that the order was made
      And the order ends on 23 October 2022 at 18:00

    @law:nl/wth/art-9/lid-1 @edge:EC37
    Example: The four weeks of the new order are counted anew
      Given the mayor imposed an exclusion order on Adam on 13 October 2022 at 18:00 to protect Sara, for 10 days
      When the mayor extended the order on 22 October 2022 at 12:00, until 10 November 2022 at 18:00
      Then it is recorded that the order was extended
