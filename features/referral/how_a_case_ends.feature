@law:gb-eaw/fla-1996/s-63ca
Feature: A case ends by the decision of those who have it, and the order lives on
  A prosecution ends by the prosecutor or the criminal court, contempt by the civil
  court. Meanwhile the order stays in force: a breach does not end it, nor does a verdict.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00
    And Adam contacted Sara on 5 March 2025 at 10:00

  Rule: A prosecution is ended by the prosecutor or the criminal court

    Background:
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00

    Example: A conviction leaves the order in force
      When the criminal court convicted Adam on 6 June 2025 at 10:00
      Then it is recorded that the prosecution ended
      And the order stands as served
      And the order is in force on 7 June 2025 at 10:00

    Example: The police do not decide on prosecution
      When the police took no further action against Adam on 7 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    @choice:INT-049
    Example: A case that was not taken up may be referred again
      Given the prosecutor took no further action against Adam on 7 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor

    @choice:INT-049
    Example: A case that ended in an acquittal may not be referred again
      Given the criminal court acquitted Adam on 6 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00
      Then that is refused, because the same conduct ended in an acquittal

  @law:gb-eaw/fla-1996/s-63o
  Rule: Contempt is ended by the civil court

    Example: Punished by the court
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      When the court punished Adam on the civil route on 6 June 2025 at 10:00
      Then it is recorded that the civil route ended

    Example: Nobody is punished on a route that was not taken
      When the court punished Adam on the civil route on 6 June 2025 at 10:00
      Then that is refused, because the civil court does not have it

  Rule: A report may be put aside, by those who have it

    Example: Put aside by the police before referral
      When the police put the incident aside on 6 March 2025 at 10:00 for want of evidence
      Then it is recorded that the incident was put aside
      And the order stands as served

    Example: What was put aside is not referred
      Given the police put the incident aside on 6 March 2025 at 10:00 for want of evidence
      When the police referred the incident to the prosecutor on 7 March 2025 at 10:00
      Then that is refused, because the incident was put aside

    Example: Whoever is reported does not put the report aside
      When Adam put the incident aside on 6 March 2025 at 10:00 for want of evidence
      Then that is refused, because who acts is not competent
