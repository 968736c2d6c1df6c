@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Feature: An exclusion order lasts ten days, and with an extension at most four weeks
  The Act counts in days and weeks and is silent on the hour. The four weeks run from
  the imposition: it is not ten days and then four weeks more. The Dutch text prevails.

  Background:
    Given the law on Dutch temporary exclusion orders applies
    And the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
    And the police handed the order to Adam on 27 March 2010 at 20:15

  @choice:INT-001 @choice:INT-018 @law:nl/case/rbmid-2011-bp2167
  Rule: The ten days end at the hour at which they began

    @boundary @edge:EC37
    Example: One minute before the end, after a night of twenty-three hours
      When Adam entered the home on 6 April 2010 at 19:59
      Then the criminal route is open

    @boundary @edge:EC37
    Example: The hour at which the ten days are over
      When Adam entered the home on 6 April 2010 at 20:00
      Then the criminal route is closed, because no order was in force then

    @edge:EC37
    Scenario Outline: The end falls at the same clock time
      When the mayor imposed an exclusion order on Adam on <imposed> to protect Sara, for 10 days
      Then the order ends on <end>

      Examples:
        | imposed                   | end                      | why                                            |
        | 27 March 2010 at 20:00    | 6 April 2010 at 20:00    | the night in which summer time begins is a day |
        | 25 October 2010 at 20:00  | 4 November 2010 at 20:00 | and so is the night in which it ends           |
        | 22 February 2012 at 09:30 | 3 March 2012 at 09:30    | 29 February is one of the ten days             |
        | 22 February 2011 at 09:30 | 4 March 2011 at 09:30    | February has 28 days that year                 |
        | 26 December 2011 at 23:59 | 5 January 2012 at 23:59  | the turn of the year interrupts nothing        |

  @choice:INT-028 @law:nl/atw/art-1
  Rule: The end does not move to a working day

    Scenario Outline: An end on a Sunday or a holiday stays where it is
      When the mayor imposed an exclusion order on Adam on <imposed> to protect Sara, for 10 days
      Then the order ends on <end>

      Examples:
        | imposed                   | end                       | why                                                     |
        | 3 June 2010 at 20:00      | 13 June 2010 at 20:00     | a Sunday: the Act on time limits helps whoever must act |
        | 26 March 2010 at 18:00    | 5 April 2010 at 18:00     | Easter Monday                                           |
        | 15 December 2010 at 20:00 | 25 December 2010 at 20:00 | Christmas Day                                           |

  @choice:INT-001 @choice:INT-039
  Rule: It is imposed for ten days, no longer and no shorter

    @boundary
    Example: Ten days to the hour
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, until 6 April 2010 at 20:00
      Then it is recorded that the order was made

    @boundary
    Example: One minute more
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, until 6 April 2010 at 20:01
      Then that is refused, because the end lies beyond the longest term

    @boundary
    Example: One minute less
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, until 6 April 2010 at 19:59
      Then that is refused, because the law fixes a longer term at first

  @law:nl/wth/art-9/lid-1 @choice:INT-013 @law:nl/case/rbmid-2011-bp2167
  Rule: The mayor may extend it to at most four weeks after it was imposed

    @boundary @edge:EC31
    Example: Eighteen days more are exactly four weeks
      When the mayor extended the order on 6 April 2010 at 16:00, until 24 April 2010 at 20:00
      Then it is recorded that the order was extended
      And the order ends on 24 April 2010 at 20:00

    @boundary @edge:EC31
    Example: One minute later is too late
      When the mayor extended the order on 6 April 2010 at 16:00, until 24 April 2010 at 20:01
      Then that is refused, because the end lies beyond the longest term

    @edge:EC31
    Example: Four weeks after the first ten days is not possible
      When the mayor extended the order on 5 April 2010 at 16:00, until 4 May 2010 at 20:00
      Then that is refused, because the end lies beyond the longest term

  @law:nl/wth/art-9/lid-1 @choice:INT-018
  Rule: Only an order that still runs can be extended

    @boundary
    Example: The last minute
      When the mayor extended the order on 6 April 2010 at 19:59, until 16 April 2010 at 20:00
      Then it is recorded that the order was extended

    @boundary
    Example: The minute at which it has run out
      When the mayor extended the order on 6 April 2010 at 20:00, until 16 April 2010 at 20:00
      Then that is refused, because no order was in force then

  @law:nl/wth/art-3 @law:nl/wth/art-9/lid-1
  Rule: To extend is for the mayor in person, and is not mandated

    @edge:EC32
    Example: The assistant prosecutor who could impose cannot extend
      When the assistant prosecutor extended the order on 5 April 2010 at 16:00, until 24 April 2010 at 20:00
      Then that is refused, because who acts is not competent
      And the order ends on 6 April 2010 at 20:00
