@regime:nl-huisverbod @law:nl/wth/art-11
Feature: Whoever knows an exclusion order and breaks it commits a crime
  An exclusion order binds from its notification: when it is handed over or, in urgent
  cases, announced by word of mouth. Whoever acts against it after that commits a crime.
  There is no civil route. A report is an allegation; this is only about the route that
  it opens. The Dutch text prevails.

  Background:
    Given the law on Dutch temporary exclusion orders applies
    And the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days

  @law:nl/awb/art-3-40 @choice:INT-027
  Rule: An exclusion order does not bind before it is notified

    @edge:EC01
    Example: Contact before he could know opens no route
      When Adam contacted Sara on 27 March 2010 at 20:05
      Then it is recorded that the incident was reported
      And the criminal route is closed, because the order had not been served on this person
      And the order stands as granted

    @boundary
    Example: One minute before it is handed over
      Given the police handed the order to Adam on 27 March 2010 at 20:15
      When Adam contacted Sara on 27 March 2010 at 20:14
      Then the criminal route is closed, because the order had not been served on this person

    @boundary
    Example: The minute in which it is handed over
      Given the police handed the order to Adam on 27 March 2010 at 20:15
      When Adam contacted Sara on 27 March 2010 at 20:15
      Then the criminal route is open
      And the order stands as breached

  @law:nl/wth/art-2/lid-7 @choice:INT-014
  Rule: In urgent cases an announcement by word of mouth is enough, if it says what is forbidden

    @edge:EC02 @boundary
    Example: Announced, and only later on paper
      Given the assistant prosecutor announced the order to Adam by word of mouth on 27 March 2010 at 20:10
      And the police handed the order to Adam on 27 March 2010 at 21:30
      When Adam entered the home on 27 March 2010 at 20:10
      Then the criminal route is open

    @boundary
    Example: One minute before the announcement
      Given the assistant prosecutor announced the order to Adam by word of mouth on 27 March 2010 at 20:10
      When Adam entered the home on 27 March 2010 at 20:09
      Then the criminal route is closed, because the order had not been served on this person

    Example: To hear only that there is an order is too little
      Given the assistant prosecutor told Adam by word of mouth on 27 March 2010 at 20:10 only that there is an order
      When Adam entered the home on 27 March 2010 at 21:00
      Then the criminal route is closed, because nothing shows that this person knew what the order says

    Example: A telephone call does not notify the order
      When the assistant prosecutor told Adam by telephone on 27 March 2010 at 20:10 what the order says
      Then that is refused, because an order cannot be served or told in that way

    Example: What somebody in the house tells is no notification
      When Ruth told Adam by word of mouth on 27 March 2010 at 20:10 what the order says
      Then that is refused, because who acts is not competent

  Rule: To act against the order is punishable with at most two years in prison

    Background:
      Given the police handed the order to Adam on 27 March 2010 at 20:15

    Example: To enter the home
      When Adam entered the home on 28 March 2010 at 10:00
      Then the criminal route is open
      And the longest sentence on the criminal route is 2 years

    @law:nl/wth/art-1
    Example: To make contact outside the home
      When Adam contacted Sara on 28 March 2010 at 10:00
      Then the criminal route is open

    @law:nl/wth/art-2/lid-6
    Example: To give no address is to leave something undone, and no crime
      When Adam gave no address on 29 March 2010 at 10:00
      Then the criminal route is closed, because not doing what an order requires is not the offence

  @choice:INT-033 @law:nl/wth/art-2/lid-4
  Rule: Only the excluded person can break the order

    Example: The uncle who makes contact in his stead is not bound
      Given the police handed the order to Adam on 27 March 2010 at 20:15
      When her uncle Elias contacted Sara on 28 March 2010 at 10:00
      Then the criminal route is closed, because that term does not bind this person

  Rule: The police refer the report to the prosecutor, also after the end

    Background:
      Given the police handed the order to Adam on 27 March 2010 at 20:15
      And Adam entered the home on 5 April 2010 at 10:00

    @edge:EC09
    Example: A report is referred when the order has run out
      Given the end of the order was noted on 6 April 2010 at 20:00
      When the police referred the incident to the prosecutor on 12 April 2010 at 10:00
      Then it is recorded that the incident was referred to the prosecutor

    Example: The mayor does not refer
      When the mayor referred the incident to the prosecutor on 5 April 2010 at 12:00
      Then that is refused, because who acts is not competent

    @edge:EC15
    Example: A withdrawn complaint leaves the route open
      When Sara withdrew the complaint about the incident on 6 April 2010 at 10:00
      Then the criminal route is open

  Rule: An exclusion order has no civil route

    Example: Whoever is protected cannot claim a penalty payment
      Given the police handed the order to Adam on 27 March 2010 at 20:15
      And Adam entered the home on 28 March 2010 at 10:00
      When Sara claimed the penalty payment for the incident on 29 March 2010 at 10:00
      Then that is refused, because this order has no civil route
