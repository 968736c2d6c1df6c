@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63b
Feature: The offence is to do what the order forbids, not to leave undone what it requires
  An order may forbid, restrict and require, and it may contain other terms. The offence
  covers doing something that the person is prohibited from doing. Whoever leaves a
  requirement undone disobeys the court and answers for contempt, not before a criminal court.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must                            | limit                               |
      | Adam | not take Sara abroad            | review on 3 September 2025 at 10:00 |
      | Adam | see Sara only under supervision |                                     |
      | Adam | hand in Sara's passport         | review on 3 September 2025 at 10:00 |
      | Adam | be offered support              |                                     |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: To do what is forbidden is the offence

    @edge:EC07
    Example: A flight booked against a ban on taking her abroad
      When Adam booked a flight for Sara on 5 March 2025 at 10:00
      Then the criminal route is open
      And the civil route is open

    @law:gb-eaw/coca-1981/s-14
    Example: Five years before the criminal court, two for contempt
      When Adam booked a flight for Sara on 5 March 2025 at 10:00
      Then the longest sentence on the criminal route is 5 years
      And the longest sentence on the civil route is 2 years

  @law:gb-eaw/fla-1996/s-63o
  Rule: To leave undone what is required is contempt only

    @edge:EC06
    Example: A passport that is not handed in cannot be prosecuted
      When Adam kept Sara's passport on 5 March 2025 at 10:00
      Then the criminal route is closed, because not doing what an order requires is not the offence
      And the civil route is open
      And the order stands as breached

    @edge:EC06
    Example: The police cannot refer a requirement left undone
      Given Adam kept Sara's passport on 5 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because not doing what an order requires is not the offence

  @choice:INT-007 @choice:INT-017
  Rule: Each kind of term has its route

    Scenario Outline: <conduct> answers to the route that its term opens
      When Adam <conduct> on 5 March 2025 at 10:00
      Then the criminal route <criminal>
      And the civil route <civil>

      Examples:
        | conduct                      | criminal                                                              | civil                                                         |
        | booked a flight for Sara     | is open                                                               | is open                                                       |
        | saw Sara without supervision | is open                                                               | is open                                                       |
        | kept Sara's passport         | is closed, because not doing what an order requires is not the offence | is open                                                       |
        | did not take up support      | is closed, because this route does not reach a term of that kind      | is closed, because this route does not reach a term of that kind |
