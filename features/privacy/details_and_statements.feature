@law:gb-eaw/uk-gdpr/art-5 @choice:INT-061
Feature: Who somebody is and what was said is kept under seal
  The record speaks of people by other names. What tells who they are, where they
  are found and what they said is put on record sealed: whoever has no key reads
  nothing, and nobody reads it once the key is destroyed. Who may read it with the
  key is another question.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage

  Rule: An authority, an agency and the applicant record details of anybody

    Example: The school tells how she can be reached
      When her school recorded a safe way to reach of Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed
      And the order stands as requested

    Example: Sara, who asks for the order, tells where her father lives
      When Sara recorded the address of Adam under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed

    Example: Her lawyer speaks for her
      When Sara's lawyer recorded the name of Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed

    Example: Her aunt, who asks for nothing, does not
      When her aunt Ruth recorded the address of Sara under seal on 3 March 2025 at 10:00
      Then that is refused, because who acts is not competent

    Example: Nobody is described who is not on record
      When the police recorded a description of Jonas under seal on 3 March 2025 at 10:00
      Then that is refused, because this person has no such place in the case

  Rule: A respondent records their own details, and nobody else's

    Example: Adam tells how he can be reached
      When Adam recorded the contact details of Adam under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed

    Example: Adam does not say where Sara is found
      When Adam recorded the address of Sara under seal on 3 March 2025 at 10:00
      Then that is refused, because who acts is not competent

  Rule: A date of birth is a whole day

    Example: The day she was born
      When the court officer recorded the date of birth of Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a detail was sealed

    Example: Half a date tells nobody when she comes of age
      When the court officer recorded the month of birth of Sara under seal on 3 March 2025 at 10:00
      Then that is refused, because a date of birth is a whole day

  Rule: Everybody is heard, a respondent about themselves

    Example: Sara tells what happened, before anybody asked for an order
      When Sara recorded an account of what happened about Sara under seal on 20 February 2025 at 10:00
      Then it is recorded that a statement was sealed

    Example: Her aunt tells what she saw
      When her aunt Ruth recorded an observation about Sara under seal on 3 March 2025 at 10:00
      Then it is recorded that a statement was sealed

    Example: Adam defends himself
      When Adam recorded a defence about Adam under seal on 3 March 2025 at 10:00
      Then it is recorded that a statement was sealed

    Example: Adam writes nothing into her file
      When Adam recorded an account of what happened about Sara under seal on 3 March 2025 at 10:00
      Then that is refused, because who acts is not competent
