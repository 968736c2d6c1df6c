@regime:uk-ew-fgmpo @law:gb-eaw/fgma-2003/sch-2/para-1 @choice:INT-046
Feature: Whether an undertaking may take the place of this order is not established here
  For forced marriage the statute has a rule on undertakings. In the schedule on genital
  mutilation we found none. That does not say that a court may not accept one under its
  general powers; the question is left open and not filled by likeness.

  Rule: No undertaking is accepted on a likeness with another statute

    Example: An undertaking offered
      Given the law on female genital mutilation protection orders applies
      And Nora asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      When the court accepted an undertaking of Hanna on 3 March 2025 at 14:00
        | who   | must                    |
        | Hanna | not threaten Nora       |
      Then that is refused, because what the law says here has not been established
