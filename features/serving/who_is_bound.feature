@law:gb-eaw/fpr-2010/r-11-7 @law:gb-eaw/fpr-2010/r-11-4
Feature: Who is on record as told of the order, and since when
  The order binds from the moment it is made. What is recorded, for each person and each
  version, with day and hour, is that it was served or that the person was told or there.
  Where a person cannot be found the court may allow another way; nobody else may.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam, Hanna and the driver of the grey van to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who                                        | must             |
      | Adam, Hanna and the driver of the grey van | not contact Sara |

  Rule: Service on one is not service on another

    Example: One of two parents was served
      When the process server served the order on Adam in person on 4 March 2025 at 10:00
      Then it is recorded that the order was served
      And the order stands as served
      And Adam is on record as told on 4 March 2025 at 10:00
      And Hanna is not on record as told on 4 March 2025 at 10:00

    @boundary
    Example: Nothing is served before it is made
      When the process server served the order on Adam in person on 3 March 2025 at 13:59
      Then that is refused, because the order had not been made

    @boundary
    Example: Whoever stands in court when it is made is told at once
      When Adam was in court on 3 March 2025 at 14:00 when the order was made
      Then Adam is on record as told on 3 March 2025 at 14:00

    Example: A way of service that these orders do not know
      When the process server served the order on Adam by handing it over on 4 March 2025 at 10:00
      Then that is refused, because an order cannot be served or told in that way

  Rule: Another way of service is for the court to allow

    @edge:EC25
    Example: He evades, and the court allows it
      Given the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      When the court allowed substituted service on Adam on 5 March 2025 at 10:00
      Then it is recorded that substituted service was allowed

    @edge:EC25
    Example: Not before the court allowed it
      Given the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      When the process server served the order on Adam by substituted service on 5 March 2025 at 10:00
      Then that is refused, because the court had not allowed it

    Example: The process server cannot allow it
      When the process server allowed substituted service on Adam on 5 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: Nor can the process server do without service
      When the process server dispensed with service on Adam on 5 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: An attempt is recorded for those who can be served
      When the process server tried in vain to serve the order on Elias on 4 March 2025 at 10:00
      Then that is refused, because this person has no such place in the case

    Example: A failed attempt is recorded
      When the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      Then it is recorded that an attempt at service failed

  @choice:INT-036
  Rule: Who somebody is must be known first

    @edge:EC42
    Example: The police find out
      When the police identified the driver of the grey van as Elias on 4 March 2025 at 10:00
      Then it is recorded that a person was identified

    @edge:EC42
    Example: A relative does not decide it
      When Ruth identified the driver of the grey van as Elias on 4 March 2025 at 10:00
      Then that is refused, because who acts is not competent
