@law:gb-eaw/uk-gdpr/art-5
Feature: Vocabulary of what is sealed
  One example for every sentence about what is kept under seal about people, how long,
  and how it is erased.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  Rule: Details and statements are sealed

    Example: A detail
      When the court officer recorded the name of Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed

    Example: A statement
      When Sara recorded wishes in her own words about Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a statement was sealed

  Rule: They are kept as long as may be, and erased

    Example: How long is open
      Then it is not decided how long the court may keep the data

    Example: How long is fixed
      Given the law on Dutch temporary exclusion orders applies
      And the mayor imposed an exclusion order on Adam on 3 October 2022 at 18:00 to protect Sara, for 10 days
      Then the police may keep the data until 3 October 2032 at 18:00

    Example: A matter is open
      Given the law on Dutch temporary exclusion orders applies
      And the mayor imposed an exclusion order on Adam on 3 October 2022 at 18:00 to protect Sara, for 10 days
      And the police handed the order to Adam on 3 October 2022 at 18:30
      And Adam contacted Sara on 4 October 2022 at 12:00
      Then the police must keep the data on 3 October 2032 at 18:00, because a matter is open

    Example: They are erased
      Given the court refused the order on 3 March 2025 at 10:00
      When the court officer had the data of Sara erased on 3 March 2030 at 10:00, because their time was over, since 3 March 2030 at 10:00
      Then it is recorded that personal data were erased
