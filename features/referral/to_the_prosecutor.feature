@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/asbcpa-2014/s-120
Feature: The police refer an alleged breach to the prosecutor, and whoever was wronged does not decide
  Since breach is an offence the police can arrest and refer, whoever applied for the
  order. A private prosecution is left out. Referral is a human act: it needs a route that is open or, where a question
  must be judged, the statement that somebody judged it.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |

  @law:gb-eaw/asbcpa-2014/notes/s-120 @choice:INT-042
  Rule: The police refer, and a private prosecution is not modelled

    Background:
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And Adam contacted Sara on 5 March 2025 at 10:00

    Example: The police refer, although they did not apply for the order
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor
      And the order stands as referred

    Example: The applicant cannot refer
      When Sara referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: The same incident is not referred twice
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 March 2025 at 10:00
      Then that is refused, because it is with the prosecutor already

  @choice:INT-045
  Rule: What a person must judge is judged before referral, and said

    Background:
      Given Adam contacted Sara on 5 March 2025 at 10:00

    @edge:EC03
    Example: A possible excuse that nobody weighed
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      Then that is refused, because a person must weigh it first

    @edge:EC03
    Example: A possible excuse that was weighed
      When the police referred the incident to the prosecutor on 6 March 2025 at 10:00, having weighed that not having been served may be an excuse
      Then it is recorded that the incident was referred to the prosecutor

  Rule: A complaint withdrawn ends neither the order nor the case

    Background:
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And Adam contacted Sara on 5 March 2025 at 10:00

    @edge:EC15
    Example: The incident can still be referred
      Given Sara withdrew the complaint about the incident on 6 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 March 2025 at 10:00
      Then it is recorded that the incident was referred to the prosecutor

    @edge:EC15
    Example: The order goes on
      When Sara withdrew the complaint about the incident on 6 March 2025 at 10:00
      Then it is recorded that the complaint was withdrawn
      And the order is in force on 7 March 2025 at 10:00
      And the order stands as breached

    Example: It is withdrawn once
      Given Sara withdrew the complaint about the incident on 6 March 2025 at 10:00
      When Sara withdrew the complaint about the incident on 7 March 2025 at 10:00
      Then that is refused, because it is on record already
