@law:gb-eaw/fpr-2010/r-29-1
Feature: Who reads in an office reads no more than the office needs
  Courts, police and those who help read orders. The more people read one, the likelier
  somebody among them is family. Whoever may not see an order is not told that there is one;
  the true reason stands in the record of reads.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  @choice:INT-068
  Rule: An office sees an order from when it concerns that office

    @boundary
    Example: The police before it is made
      When Sara asked on 28 February 2025 at 09:10 that the contact details of Sara be withheld
      Then no order can be seen by the police, in truth because it does not concern their office yet
      And the order can be seen by the court

    @boundary
    Example: The police when it is made
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then the order can be seen by the police
      And no order can be seen by the prosecutor, in truth because it does not concern their office yet

    Example: Her school when it helps her
      When her school arranged supervision at school for Sara on 28 February 2025 at 12:00
      Then the order can be seen by her school
      And no order can be seen by the shelter, in truth because it does not concern their office yet

  @choice:INT-067
  Rule: Nobody reads in an office about those they are close to

    @edge:EC27
    Example: A relative of hers works for the police
      Given a relative of Sara reads for the police
      When the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then no order can be seen by the police, in truth because they are close to somebody of the case

    @edge:EC27
    Example: A relative of his works at the court
      Given a relative of Adam reads for the court officer
      When the court listed a hearing for 7 March 2025 at 10:00 on 28 February 2025 at 12:00
      Then no order can be seen by the court officer, in truth because they are close to somebody of the case

  @choice:INT-069
  Rule: The court can keep readers out of one order

    Background:
      Given the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      And the court officer told the police on 3 March 2025 at 15:00 that the order was made

    @edge:EC27
    Example: One reader
      When the court kept the police out of the order on 4 March 2025 at 10:00
      Then no order can be seen by the police, in truth because the court keeps them out
      And the order can be seen by the police of another force

    Example: Every office that has no part in the case
      When the court closed the order to all but the offices of the case on 4 March 2025 at 10:00
      Then no order can be seen by the police of another force, in truth because only offices of the case may see it
      And the order can be seen by Sara

    Example: No longer
      Given the court closed the order to all but the offices of the case on 4 March 2025 at 10:00
      When the court lifted the restriction on 5 March 2025 at 10:00
      Then the order can be seen by the police of another force

    Example: A party cannot
      When Sara kept the police out of the order on 4 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: Where there is none, none is lifted
      When the court lifted the restriction on 5 March 2025 at 10:00
      Then that is refused, because there is no such restriction
