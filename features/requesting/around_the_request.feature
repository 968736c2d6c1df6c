@law:gb-eaw/guidance/apply-fmpo
Feature: Asking for an order is made safe
  Applying costs nothing, needs no lawyer and can be done on paper or online. Contact
  details are kept from the respondents on request. Support can begin at once, and the
  case can move to the court that suits it.

  Background:
    Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  Rule: Contact details are kept from the respondents when somebody asks for it

    Example: Hers are withheld
      When Sara asked on 3 March 2025 at 09:10 that the contact details of Sara be withheld
      Then it is recorded that contact details are withheld

    Example: Once is enough
      Given Sara asked on 3 March 2025 at 09:10 that the contact details of Sara be withheld
      When Sara asked on 4 March 2025 at 09:10 that the contact details of Sara be withheld
      Then that is refused, because it is on record already

    @choice:INT-062
    Example: Whoever the order is against keeps their own from others
      When Adam asked on 3 March 2025 at 09:10 that the contact details of Adam be withheld
      Then it is recorded that contact details are withheld

    @choice:INT-062
    Example: And holds up no service by withholding somebody else's
      When Adam asked on 3 March 2025 at 09:10 that the contact details of Sara be withheld
      Then that is refused, because who acts is not competent

  Rule: Support is arranged for those whom the order is to protect

    Example: Supervision at her school
      When her school arranged supervision at school for Sara on 3 March 2025 at 12:00
      Then it is recorded that support was arranged

    Example: A respondent is not supported by the order
      When the shelter arranged shelter for Adam on 3 March 2025 at 12:00
      Then that is refused, because this person has no such place in the case

  Rule: The court may transfer the case

    Example: To the High Court
      When the court transferred the case to the High Court on 4 March 2025 at 10:00
      Then it is recorded that the case was transferred

    Example: A party cannot
      When Sara transferred the case to the High Court on 4 March 2025 at 10:00
      Then that is refused, because who acts is not competent
