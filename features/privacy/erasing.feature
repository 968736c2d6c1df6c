@law:gb-eaw/uk-gdpr/art-17 @choice:INT-058
Feature: What is kept about somebody is erased on a ground, for ever
  To erase is to destroy the key of a person: every copy becomes unreadable, and the
  record still shows that something was there, and on what ground it went. Nothing of
  the order itself is erased: who was bound to what stays on record under other names.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must             |
      | Adam | not contact Sara |
    And the court officer recorded the name of Sara under seal on 4 March 2025 at 10:00

  Rule: A request is granted when the case is over

    Example: The order has ended
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      When the court officer had the data of Sara erased on 11 March 2025 at 10:00, because a request was granted
      Then it is recorded that personal data were erased
      And the order stands as lapsed

    Example: The order is in force
      When the court officer had the data of Sara erased on 11 March 2025 at 10:00, because a request was granted
      Then that is refused, because the case is not over

    Example: An incident is open
      Given the process server served the order on Adam in person on 4 March 2025 at 10:00
      And Adam contacted Sara on 5 March 2025 at 10:00
      And the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person
      When the court officer had the data of Sara erased on 11 March 2025 at 10:00, because a request was granted
      Then that is refused, because the case is not over

    Example: An appeal is open
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of a respondent
      And Sara appealed on 10 March 2025 at 11:00 against the discharge of the order
      When the court officer had the data of Sara erased on 11 March 2025 at 10:00, because a request was granted
      Then that is refused, because the case is not over

  Rule: What was kept unlawfully, or a court orders to erase, goes at any time

    Example: It ought never to have been kept
      When the court had the data of Sara erased on 11 March 2025 at 10:00, because they ought never to have been kept
      Then it is recorded that personal data were erased
      And the order stands as granted

    Example: A court ordered it
      When the court officer had the data of Sara erased on 11 March 2025 at 10:00, because a court ordered it
      Then it is recorded that personal data were erased

  @choice:INT-061
  Rule: Whoever answers for the record erases, not the person concerned

    Example: Sara asks, and does not do it herself
      When Sara had the data of Sara erased on 11 March 2025 at 10:00, because they ought never to have been kept
      Then that is refused, because who acts is not competent

    Example: Once is for ever
      Given the court had the data of Sara erased on 11 March 2025 at 10:00, because they ought never to have been kept
      When the court officer recorded the name of Sara under seal on 12 March 2025 at 10:00
      Then that is refused, because the data under that name were erased

    Example: Nor is anything said about her again
      Given the court had the data of Sara erased on 11 March 2025 at 10:00, because they ought never to have been kept
      When the police recorded an observation about Sara under seal on 12 March 2025 at 10:00
      Then that is refused, because the data under that name were erased

  @law:gb-eaw/uk-gdpr/art-5 @choice:INT-057
  Rule: Their time is over from the moment that a rule names

    Background:
      Given the court discharged the order on 10 March 2025 at 10:00, at the request of the protected person

    @boundary
    Example: A minute too early
      When the court officer had the data of Sara erased on 10 March 2030 at 09:59, because their time was over, since 10 March 2030 at 10:00
      Then that is refused, because their time is not over

    @boundary
    Example: The moment itself
      When the court officer had the data of Sara erased on 10 March 2030 at 10:00, because their time was over, since 10 March 2030 at 10:00
      Then it is recorded that personal data were erased

    Example: Which rule that is, the law of England and Wales does not say
      Then it is not decided how long the court may keep the data
