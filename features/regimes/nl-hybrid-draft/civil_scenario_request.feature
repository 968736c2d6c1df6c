@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Feature: The civil scenario: victims and third parties ask a court for an order against a group
  This is nobody's law. The scenario answers the ten questions of the letter after the
  English model that the letter names: preventive, against group pressure, with several
  measures at once, for minors and adults, at the request of victims and third parties.
  Every answer is an assumption, made for comparison. The Dutch text prevails.

  Background:
    Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force

  Rule: Whoever has a public task asks like the victim, others with permission

    Example: The victim asks herself, without a lawyer
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    Example: Veilig Thuis asks for her
      When Veilig Thuis asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    Example: Her school needs permission of the court
      When her school asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from being left abroad
      Then the applicant needs permission first

    Example: Without permission there is no order
      Given her school asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from being left abroad
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because this applicant needs permission first

    Example: Whoever asks for permission speaks of her wishes too
      Given her aunt Ruth asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When Ruth asked for permission on 3 March 2025 at 09:30, speaking of the connection with her and of the circumstances
      Then that is refused, because the application must speak of more

    Example: An aunt who speaks of everything gets permission
      Given her aunt Ruth asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And Ruth asked for permission on 3 March 2025 at 09:30, speaking of the connection with her, the circumstances and of her wishes and feelings
      When the court gave permission on 4 March 2025 at 09:00
      Then it is recorded that permission was given

  Rule: Minors and adults are protected

    Example: An adult who does not want the order can still be protected
      Given Sara is an adult
      And Veilig Thuis asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court noted on 3 March 2025 at 12:00 that Sara opposes the order
      Then it is flagged that the protected person opposes the order
      And the order stands as requested

    Example: A child of eight is protected from genital mutilation
      Given Nora is under 12
      When the Child Protection Board asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      Then it is recorded that an order was asked for

  Rule: Against group pressure one order binds several persons, also those it does not name

    @boundary
    Example: Parents and a cousin of sixteen in one order
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam, Hanna and Jonas to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    @boundary
    Example: A child under twelve is not bound
      Given Jonas is under 12
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam, Hanna and Jonas to protect Sara from forced marriage
      Then that is refused, because the law does not reach persons of that age

    @edge:EC05
    Example: An uncle of the wider circle is on record as told once he was told
      Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
      And the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who             | must                            |
        | Adam            | not contact Sara                |
        | others involved | not arrange a marriage for Sara |
      When the police told Elias by telephone on 5 March 2025 at 10:00 what the order says
      Then Elias is not on record as told on 5 March 2025 at 09:59
      And Elias is on record as told on 5 March 2025 at 10:00
