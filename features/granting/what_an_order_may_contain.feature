@law:gb-eaw/fla-1996/s-63b
Feature: An order contains what the court finds fitting, for those it names and for others
  It may forbid, restrict and require, at home and abroad. It may bind respondents and
  others who are or may become involved. Freedom to travel is taken without end in the
  most exceptional case only.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage

  @law:gb-eaw/fla-1996/s-63a
  Rule: The court makes the order, and nobody else

    Example: Made by the court
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who             | must                                 | limit       |
        | Adam            | not have Sara take part in a wedding | also abroad |
        | Hanna           | see Sara only under supervision      |             |
        | others involved | not arrange a marriage for Sara      |             |
      Then it is recorded that the order was made
      And the order stands as granted

    Example: Not by the police
      When the police made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because who acts is not competent

    Example: Nobody is protected from herself
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Sara | not contact Sara |
      Then that is refused, because this person has no such place in the case

  @choice:INT-025 @law:gb-eaw/case/re-k-2020-ewca-civ-190
  Rule: A term that takes the freedom to travel has an end or a review of its own, unless the court finds the case most exceptional

    Example: A passport taken without end, and nothing said of the case
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must                    |
        | Adam | hand in Sara's passport |
      Then that is refused, because taking the freedom to travel needs an end or a review, or a most exceptional case

    Example: The court finds the case most exceptional
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must                    | limit                      |
        | Adam | hand in Sara's passport | in a most exceptional case |
      Then it is recorded that the order was made

    Example: A passport taken until a day
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must                    | limit                            |
        | Adam | hand in Sara's passport | until 3 September 2025 at 14:00 |
      Then it is recorded that the order was made

    Example: A ban on travel that is looked at again
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must                 | limit                               |
        | Adam | not take Sara abroad | review on 3 September 2025 at 10:00 |
      Then it is recorded that the order was made

  Rule: A document that was handed in is kept, and given back

    Background:
      Given the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must                    | limit                            |
        | Adam | hand in Sara's passport | until 3 September 2025 at 14:00 |

    Example: Handed in
      When Adam handed in the passport on 4 March 2025 at 10:00
      Then it is recorded that a document was handed in
      And the passport of Adam is held

    Example: Handed in once, it is held once
      Given Adam handed in the passport on 4 March 2025 at 10:00
      When Adam handed in the passport on 5 March 2025 at 10:00
      Then that is refused, because it is on record already
      And the passport of Adam is held

    Example: Given back
      Given Adam handed in the passport on 4 March 2025 at 10:00
      When the police gave the passport back to Adam on 3 September 2025 at 15:00
      Then it is recorded that a document was given back

    Example: What was not handed in is not given back
      When the police gave the passport back to Adam on 3 September 2025 at 15:00
      Then that is refused, because no such document was handed in
