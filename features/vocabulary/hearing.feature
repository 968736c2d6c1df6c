@law:gb-eaw/fpr-2010/r-11-4
Feature: Vocabulary of the hearing
  One example for every sentence about what happens between the request and the
  decision, and beside it: service of the application, wishes, support, transfer.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage

  Rule: The respondents are told before they are heard

    Example: The application is served
      Given the court had shortened the notice
      When the process server served the application on Adam on 3 March 2025 at 10:00 for a hearing on 4 March 2025 at 10:00
      Then it is recorded that the application was served
      And it is not flagged that the notice was too short

    Example: A notice that is too short is flagged
      When the process server served the application on Adam on 3 March 2025 at 10:00 for a hearing on 4 March 2025 at 10:00
      Then it is flagged that the notice was too short

    Example: A hearing is listed
      When the court officer listed a hearing for 10 March 2025 at 10:00 on 3 March 2025 at 11:00
      Then it is recorded that a hearing was listed

  Rule: The person to be protected is at the centre

    Example: Her wishes are heard
      When the court noted on 3 March 2025 at 10:00 that Sara opposes the order
      Then it is recorded that her wishes were heard

    Example: Support is arranged
      When the shelter arranged shelter for Sara on 3 March 2025 at 10:00
      Then it is recorded that support was arranged

    Example: Contact details are withheld
      When Sara asked on 3 March 2025 at 10:00 that the contact details of Sara be withheld
      Then it is recorded that contact details are withheld

  Rule: The case may go elsewhere, and the record can be mended

    Example: The case is transferred
      When the court transferred the case to the High Court on 3 March 2025 at 10:00
      Then it is recorded that the case was transferred

    Example: An entry of the record is marked as wrong
      When the court officer corrected the record on 3 March 2025 at 10:00, marking entry 1 as wrong
      Then it is recorded that an entry was marked as wrong

    Example: A fact is recorded later than it happened
      When the shelter arranged shelter for Sara on 3 March 2025 at 10:00, recorded on 5 March 2025 at 09:00
      Then it is recorded that support was arranged
