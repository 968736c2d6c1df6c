@law:gb-eaw/fpr-2010/r-11-4 @law:gb-eaw/fla-1996/s-63ca @choice:INT-019
Feature: A fact counts from when it happened, and is known from when it was recorded
  Certificates of service arrive late, and reports later still. When something was done
  decides what the law makes of it; when it was recorded decides what anybody could have
  known. Both answers stay on record.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until 3 September 2025 at 14:00
      | who  | must             |
      | Adam | not contact Sara |

  Rule: A late certificate changes what the law makes of an incident, from that day on

    @edge:EC39
    Example: Service turns out to have come before the conduct
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the process server served the order on Adam in person on 4 March 2025 at 11:00, recorded on 20 March 2025 at 09:00
      Then it is recorded that the incident was assessed again
      And as known on 19 March 2025 at 09:00, the criminal route was closed, because nothing shows that this person knew of the order
      And as known on 20 March 2025 at 09:00, the criminal route was open
      And it stays on record what the incident was first taken to be

    @edge:EC39
    Example: Service that came after the conduct changes nothing
      Given Adam contacted Sara on 5 March 2025 at 10:00
      When the process server served the order on Adam in person on 5 March 2025 at 10:01, recorded on 20 March 2025 at 09:00
      Then it is recorded that the order was served
      And the criminal route is closed, because nothing shows that this person knew of the order

    @edge:EC39
    Example: A report that was put aside comes back when a certificate opens a route
      Given Adam contacted Sara on 5 March 2025 at 10:00
      And the police put the incident aside on 6 March 2025 at 10:00 for want of evidence
      When the process server served the order on Adam in person on 4 March 2025 at 11:00, recorded on 20 March 2025 at 09:00
      Then it is recorded that the incident was assessed again
      And the order stands as breached

  Rule: What happened while the order was in force may be recorded after its end

    Example: A report after the end of conduct before it
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And the end of the order was noted on 3 September 2025 at 14:00
      When Ruth reported on 10 September 2025 at 10:00 that Adam contacted Sara on 2 September 2025 at 10:00
      Then it is recorded that the incident was reported
      And the criminal route is open

    Example: A discharge that reaches the record late takes the ground from what came after it
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And Adam contacted Sara on 15 March 2025 at 10:00
      When the court discharged the order on 10 March 2025 at 10:00, at the request of a respondent, recorded on 20 March 2025 at 09:00
      Then it is recorded that the incident was assessed again
      And the criminal route is closed, because no order was in force then
      And as known on 19 March 2025 at 09:00, the criminal route was open

    Example: An extension that reaches the record late gives ground to what came after it
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And Adam contacted Sara on 5 September 2025 at 10:00
      When the court extended the order on 1 September 2025 at 10:00, until 3 March 2026 at 14:00, recorded on 10 September 2025 at 09:00
      Then it is recorded that the incident was assessed again
      And the criminal route is open
      And as known on 9 September 2025 at 09:00, the criminal route was closed, because no order was in force then

  Rule: Only what has happened can be recorded

    @boundary
    Example: Recorded one minute before it happened
      When the process server served the order on Adam in person on 4 March 2025 at 10:00, recorded on 4 March 2025 at 09:59
      Then that is refused, because a fact must have happened before it is recorded

    @boundary
    Example: Recorded the moment it happened
      When the process server served the order on Adam in person on 4 March 2025 at 10:00, recorded on 4 March 2025 at 10:00
      Then it is recorded that the order was served

    Example: Conduct cannot be reported before it takes place
      When Ruth reported on 4 March 2025 at 10:00 that Adam contacted Sara on 5 March 2025 at 10:00
      Then that is refused, because a fact must have happened before it is recorded
