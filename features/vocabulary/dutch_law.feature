@law:nl/wth/art-1 @law:nl/rv/art-611a
Feature: Vocabulary of the exclusion order and the penalty payment
  One example for every sentence that only Dutch law uses. Whoever names no terms imposes
  what the Act names: not to enter the home, no contact, to give an address. Dutch files
  may use the word of the law for what other files call the order, made or served.

  Rule: An exclusion order is imposed, announced and handed over

    Background:
      Given the law on Dutch temporary exclusion orders applies

    Example: Imposed
      When the mayor imposed an exclusion order on Adam on 3 March 2025 at 14:00 to protect Sara and Nora, for 10 days
      Then it is recorded that the order was made

    Example: Announced by word of mouth
      Given the mayor imposed an exclusion order on Adam on 3 March 2025 at 14:00 to protect Sara, for 10 days
      When the assistant prosecutor announced the order to Adam by word of mouth on 3 March 2025 at 14:10
      Then it is recorded that a person was told of the order

    Example: Handed over
      Given the mayor imposed an exclusion order on Adam on 3 March 2025 at 14:00 to protect Sara, for 10 days
      When the police handed the order to Adam on 3 March 2025 at 14:30
      Then the order stands as served

  Rule: A penalty payment is claimed and collected

    Background:
      Given the law on Dutch civil bans in summary proceedings applies
      And Sara asked, through a lawyer, on 28 February 2025 at 09:00 for an order against Adam to protect Sara from harassment
      And the court made the order on notice on 10 March 2025 at 14:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      And the bailiff served the order on Adam by bailiff's writ on 12 March 2025 at 12:00

    Example: Broken day after day
      When Adam contacted Sara on 3 days in a row, from 13 March 2025 at 10:00 on
      Then 3 incidents are on record

    Example: Claimed, and collected
      Given Adam contacted Sara on 13 March 2025 at 10:00
      And Sara claimed the penalty payment for the incident on 20 March 2025 at 10:00
      When the bailiff collected the penalty payment from Adam on 20 May 2025 at 10:00
      Then it is recorded that the civil route ended
