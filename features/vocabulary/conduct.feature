@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63o
Feature: Vocabulary of conduct
  One example for every sentence about conduct, what the law makes of it, and where
  it is taken. Conduct told with one date is reported at once.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who            | must                            | limit                               |
      | Adam and Hanna | not arrange a marriage for Sara | also abroad                         |
      | Adam           | hand in Sara's passport         | review on 3 September 2025 at 10:00 |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00

  Rule: Conduct is reported, and the law looks at it

    Example: A route is open
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then the criminal route is open
      And the longest sentence on the criminal route is 5 years

    Example: A route is closed
      When Adam kept Sara's passport on 5 March 2025 at 10:00
      Then for the incident, the criminal route is closed, because not doing what an order requires is not the offence

    Example: A person must judge
      When Adam arranged a marriage for Sara at an unknown place on 5 March 2025 at 10:00
      Then a person must judge the criminal route, because it is unsettled whether the term or the offence reaches abroad

    Example: Reported later
      When Ruth reported on 7 March 2025 at 10:00 that Adam arranged a marriage for Sara on 5 March 2025 at 10:00
      Then it is recorded that the incident was reported

    Example: Another offence as well
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00, which may also be the offence of forced marriage
      Then it is recorded that the incident may also be the offence of forced marriage

    Example: Against another order as well
      When Adam arranged a marriage for Sara on 5 March 2025 at 10:00, which another order of hers forbids too
      Then it is recorded that the incident was reported

  Rule: What was known when can be looked at

    Example: A late certificate
      Given Hanna arranged a marriage for Sara on 5 March 2025 at 10:00
      When the process server served the order on Hanna in person on 4 March 2025 at 11:00, recorded on 20 March 2025 at 09:00
      Then as known on 19 March 2025 at 09:00, the criminal route was closed, because nothing shows that this person knew of the order
      And as known on 20 March 2025 at 09:00, the criminal route was open
      And it stays on record what the incident was first taken to be

  Rule: An incident is taken further, or not

    Background:
      Given Adam arranged a marriage for Sara on 5 March 2025 at 10:00

    Example: Assessed again
      When the police assessed Adam's incident again on 6 March 2025 at 10:00
      Then it is recorded that the incident was assessed again

    Example: Put aside
      When the police put the incident aside on 6 March 2025 at 10:00 for want of evidence
      Then it is recorded that the incident was put aside

    Example: The complaint is withdrawn
      When Sara withdrew the complaint about the incident on 6 March 2025 at 10:00
      Then it is recorded that the complaint was withdrawn

    Example: To the prosecutor and the criminal court
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      When the criminal court convicted Adam on 6 June 2025 at 10:00
      Then it is recorded that the prosecution ended

    Example: To the civil court
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      When the court punished Adam on the civil route on 6 June 2025 at 10:00
      Then it is recorded that the civil route ended
