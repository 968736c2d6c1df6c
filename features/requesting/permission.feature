@law:gb-eaw/fla-1996/s-63c @law:gb-eaw/fpr-2010/r-11-3
Feature: Anyone else needs the permission of the court before the application is heard
  A teacher, a relative or the police may know what the person in danger cannot say.
  They tell the court of their connection with her, of what they know, and of her
  wishes and feelings as far as these can be known. Until the court gives permission
  the application is kept and nothing is done on it.

  Background:
    Given the police asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage

  Rule: Without permission the application is kept, and not heard

    @edge:EC22
    Example: The application is kept as it is
      When the police asked for permission on 3 March 2025 at 09:05, speaking of the connection with her, the circumstances and of her wishes and feelings
      Then it is recorded that permission was asked for
      And the order stands as requested

    Example: A relative needs permission too
      When Ruth asked on 3 March 2025 at 10:00 for an order against Hanna to protect Sara from forced marriage
      Then it is recorded that an order was asked for
      And the applicant needs permission first

    @edge:EC22
    Example: No hearing is listed
      When the court officer listed a hearing for 10 March 2025 at 10:00 on 3 March 2025 at 11:00
      Then that is refused, because this applicant needs permission first

    @edge:EC22
    Example: No order is made
      When the court made the order without notice on 3 March 2025 at 11:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because this applicant needs permission first

  Rule: The application for permission speaks of connection, knowledge and wishes

    Example: It leaves out her wishes and feelings
      When the police asked for permission on 3 March 2025 at 09:05, speaking of the connection with her and of the circumstances
      Then that is refused, because the application must speak of more

  Rule: The court decides

    Background:
      Given the police asked for permission on 3 March 2025 at 09:05, speaking of the connection with her, the circumstances and of her wishes and feelings

    Example: Once given, a hearing can be listed
      Given the court gave permission on 4 March 2025 at 09:00
      When the court officer listed a hearing for 10 March 2025 at 10:00 on 4 March 2025 at 11:00
      Then it is recorded that a hearing was listed

    Example: Refused, there will be no order
      When the court refused permission on 4 March 2025 at 09:00
      Then it is recorded that permission was refused
      And there is no order any more, because permission was refused

    Example: The court officer cannot give it
      When the court officer gave permission on 4 March 2025 at 09:00
      Then that is refused, because who acts is not competent

    Example: The court officer cannot refuse it
      When the court officer refused permission on 4 March 2025 at 09:00
      Then that is refused, because who acts is not competent
