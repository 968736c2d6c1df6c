@law:gb-eaw/fla-1996/s-63f
Feature: An order lasts for the time it names, or until a court says otherwise
  The statute sets no maximum. An order runs to a day, for a period, until somebody
  comes of age, or until further order. When its time is over it has ended, whether or
  not anybody records that.

  Background:
    Given Sara asked on 27 February 2024 at 09:00 for an order against Adam to protect Sara and Nora from forced marriage

  Rule: An order without a date lasts until further order

    Example: Until further order
      When the court made the order on notice on 29 February 2024 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then the order has no end date
      And the order is in force on 1 March 2034 at 14:00

  @choice:INT-002
  Rule: A period of months or years ends on the last day of a month that is too short

    Scenario Outline: A period that begins on a leap day: <period>
      When the court made the order on notice on 29 February 2024 at 14:00, for <period>
        | who  | must             |
        | Adam | not contact Sara |
      Then the order ends on <end>

      Examples:
        | period    | end                       |
        | 1 year    | 28 February 2025 at 14:00 |
        | 4 years   | 29 February 2028 at 14:00 |
        | 12 months | 28 February 2025 at 14:00 |
        | 2 weeks   | 14 March 2024 at 14:00    |

  @choice:INT-001
  Rule: A period ends at the hour at which it began, also when the clocks change

    @edge:EC37 @boundary
    Example: Ten days across the beginning of summer time, one minute before the end
      When the court made the order on notice on 27 March 2024 at 20:00, for 10 days
        | who  | must             |
        | Adam | not contact Sara |
      Then the order is in force on 6 April 2024 at 19:59

    @edge:EC37 @boundary
    Example: Ten days across the beginning of summer time, the end
      When the court made the order on notice on 27 March 2024 at 20:00, for 10 days
        | who  | must             |
        | Adam | not contact Sara |
      Then no order is in force on 6 April 2024 at 20:00

  @law:gb-eaw/flra-1969/s-9 @law:gb-eaw/case/la-v-m-2024-ewhc-1336
  Rule: An order until an age ends at the start of the birthday

    @boundary
    Example: She turns eighteen on 12 June 2028
      When the court made the order on notice on 29 February 2024 at 14:00, until Nora turns 18 on 12 June 2028
        | who  | must             |
        | Adam | not contact Nora |
      Then the order is in force on 11 June 2028 at 23:59
      And no order is in force on 12 June 2028 at 00:00

    @boundary @choice:INT-003
    Example: Born on 29 February 2008, she turns eighteen on 1 March 2026
      When the court made the order on notice on 29 February 2024 at 14:00, until Sara turns 18 on 1 March 2026
        | who  | must             |
        | Adam | not contact Sara |
      Then the order is in force on 28 February 2026 at 23:59
      And no order is in force on 1 March 2026 at 00:00

  @law:gb-eaw/fla-1996/s-63a
  Rule: Coming of age ends nothing by itself

    Who is served, heard and represented for her changes at that age. That is left out here.

    @edge:EC17
    Example: The order goes on years after her eighteenth birthday
      Given the court made the order on notice on 29 February 2024 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      When Adam was in court on 29 February 2024 at 14:00 when the order was made
      Then the order is in force on 1 March 2030 at 12:00

  Rule: An order cannot end before it begins

    @boundary
    Scenario Outline: Made at 14:00 to end at <end>
      When the court made the order on notice on 29 February 2024 at 14:00, until <end>
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the order would end before it begins

      Examples:
        | end                       |
        | 29 February 2024 at 13:59 |
        | 29 February 2024 at 14:00 |
