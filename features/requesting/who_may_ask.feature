@law:gb-eaw/fla-1996/s-63c
Feature: The person to be protected may ask for an order, and others may ask for her
  The person to be protected and a relevant third party ask as of right. Anyone else,
  the police included, needs the permission of the court first. A court that already
  has the family before it may act without being asked.

  Rule: The person to be protected needs nobody's permission

    Example: Sara asks herself
      When Sara asked on 3 March 2025 at 09:00 for an order against her father Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for
      And the order stands as requested

    @edge:EC46
    Example: At sixteen without a litigation friend she is heard, and her capacity is looked at
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for
      And it is flagged that a child applies alone

    @law:gb-eaw/fla-1996/s-63a
    Example: An adult is protected as much as a child
      Given Sara is an adult
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    @choice:INT-016
    Example: An age that nobody knows is flagged and keeps nobody from asking
      Given Adam is of unknown age
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for
      And it is flagged that an age is unknown

  @law:gb-eaw/si-2009-2023/art-2
  Rule: A local authority is a relevant third party and needs none either

    @choice:INT-023
    Example: The local authority asks for two sisters
      When the local authority asked on 3 March 2025 at 09:00 for an order against Adam and Hanna to protect Sara and Nora from forced marriage
      Then it is recorded that an order was asked for

    Example: It has no permission to ask for
      Given the local authority asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the local authority asked for permission on 3 March 2025 at 10:00, speaking of the circumstances
      Then that is refused, because this applicant needs no permission

  @choice:INT-048
  Rule: A respondent cannot ask for the order against another respondent

    Example: A father who is a respondent asks for an order against the mother
      When Adam asked on 3 March 2025 at 09:00 for an order against Hanna to protect Sara from forced marriage
      Then that is refused, because this applicant cannot ask for an order

  Rule: The court acts of its own motion only in family proceedings to which the respondent is a party

    Example: The respondent is a party
      Given family proceedings with the respondent as a party are pending
      When the court considered of its own motion on 3 March 2025 at 09:00 an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    Example: The respondent is not a party
      Given family proceedings are pending
      When the court considered of its own motion on 3 March 2025 at 09:00 an order against Adam to protect Sara from forced marriage
      Then that is refused, because the authority cannot act of its own motion here
