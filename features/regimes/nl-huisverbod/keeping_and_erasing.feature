@regime:nl-huisverbod @law:eu/reg-2016-679/art-17 @choice:INT-058
Feature: What is sealed about somebody is kept no longer than it may be
  The police have a term of their own: five years until data are removed, and five
  more until they are destroyed. How long the mayor or the court keeps them stands in
  no law that we read; whoever keeps the record fixes it. The Dutch text prevails.

  Background:
    Given the law on Dutch temporary exclusion orders applies
    And the mayor imposed an exclusion order on Adam on 3 October 2022 at 18:00 to protect Sara, for 10 days
    And the police recorded the address of Sara under seal on 4 October 2022 at 10:00

  @law:nl/wpg/art-8 @law:nl/wpg/art-14 @choice:INT-059
  Rule: The police keep them ten years at most, unless a matter is still open

    Example: Counted from the beginning of the case
      Then the police may keep the data until 3 October 2032 at 18:00

    @choice:INT-060
    Example: What was dealt with does not make it longer
      Given the mayor discharged the order on 7 October 2022 at 12:00
      Then the police may keep the data until 3 October 2032 at 18:00

    @choice:INT-060
    Example: What is still open does
      Given the police handed the order to Adam on 3 October 2022 at 18:30
      And Adam contacted Sara on 4 October 2022 at 12:00
      Then the police must keep the data on 3 October 2032 at 18:00, because a matter is open

  @law:eu/reg-2016-679/art-5/lid-1 @choice:INT-057
  Rule: For others no term is given

    Example: The mayor
      Then it is not decided how long the mayor may keep the data

    Example: The court
      Then it is not decided how long the court may keep the data

  @choice:INT-061
  Rule: Who imposes the order has data erased too

    Example: Afterwards, on request
      When the mayor had the data of Sara erased on 20 October 2022 at 10:00, because a request was granted
      Then it is recorded that personal data were erased

    Example: Not while the order is in force
      When the mayor had the data of Sara erased on 5 October 2022 at 10:00, because a request was granted
      Then that is refused, because the case is not over

    Example: The local authority hears everybody, and has nothing erased
      Given the local authority recorded an observation about Sara under seal on 5 October 2022 at 10:00
      When the local authority had the data of Sara erased on 20 October 2022 at 10:00, because a request was granted
      Then that is refused, because who acts is not competent
