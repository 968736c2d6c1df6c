@law:gb-eaw/uk-gdpr/art-17 @choice:INT-058
Feature: What is kept about somebody is kept while an undertaking binds
  A promise to the court may take the place of an order. There is no order then, and yet
  the case is not over: whoever breaks the promise answers for contempt until it ends.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court officer recorded the name of Sara under seal on 28 February 2025 at 10:00

  Rule: A request is granted when the undertaking has ended

    @boundary
    Example: A minute before its end
      Given the court accepted an undertaking of Adam on 3 March 2025 at 14:00 that ends on 3 September 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      When the court officer had the data of Sara erased on 3 September 2025 at 13:59, because a request was granted
      Then that is refused, because the case is not over

    @boundary
    Example: The moment of its end
      Given the court accepted an undertaking of Adam on 3 March 2025 at 14:00 that ends on 3 September 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      When the court officer had the data of Sara erased on 3 September 2025 at 14:00, because a request was granted
      Then it is recorded that personal data were erased

    Example: One without an end
      Given the court accepted an undertaking of Adam on 3 March 2025 at 14:00
        | who  | must             |
        | Adam | not contact Sara |
      When the court officer had the data of Sara erased on 3 March 2035 at 14:00, because a request was granted
      Then that is refused, because the case is not over
