@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Feature: The mayor imposes an exclusion order on one adult
  An exclusion order removes somebody from the home before any offence is proved. It is
  a decision of the mayor, who waits for no application: the police and Veilig Thuis
  report, the mayor weighs. Whether the danger is serious and immediate is not judged
  here; who may impose, on whom, and what the order says is. For these rules the Dutch
  text prevails.

  Background:
    Given the law on Dutch temporary exclusion orders applies

  @law:nl/wth/art-3
  Rule: The mayor imposes it, or under a mandate the assistant prosecutor

    Example: The mayor imposes it
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then it is recorded that the order was made

    Example: The assistant prosecutor imposes it under a mandate
      When the assistant prosecutor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then it is recorded that the order was made

    Example: The police cannot impose it
      When the police imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then that is refused, because who acts is not competent

    Example: The court cannot impose it
      When the court imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then that is refused, because who acts is not competent

  Rule: Nobody has a right to an exclusion order

    Example: The victim cannot apply for it
      When Sara asked on 27 March 2010 at 18:00 for an order against Adam to protect Sara from domestic violence
      Then that is refused, because this applicant cannot ask for an order

    Example: Veilig Thuis reports, but is no applicant
      When Veilig Thuis asked on 27 March 2010 at 18:00 for an order against Adam to protect Sara from domestic violence
      Then that is refused, because this applicant cannot ask for an order

  @law:nl/wth/art-2/lid-2 @choice:INT-016
  Rule: Only an adult can be excluded from the home

    @boundary @edge:EC30
    Example: A cousin of seventeen cannot be excluded
      When the mayor imposed an exclusion order on Jonas on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then that is refused, because the law does not reach persons of that age

    @boundary
    Example: A cousin of eighteen can be
      Given Jonas is an adult
      When the mayor imposed an exclusion order on Jonas on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then it is recorded that the order was made

    Example: An unknown age does not stop it and is flagged
      Given Adam is of unknown age
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then it is recorded that the order was made
      And it is flagged that an age is unknown

    Example: Children and adults are protected alike
      Given Sara is an adult
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara and Nora, for 10 days
      Then the order protects Sara and Nora

  @choice:INT-033
  Rule: An exclusion order is addressed to one person

    Example: Two parents are not excluded by one decision
      When the mayor imposed an exclusion order on Adam and Hanna on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then that is refused, because the order cannot be made against these persons

    Example: A second person gets an order of their own
      Given the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
      When the mayor imposed an exclusion order on Hanna on 27 March 2010 at 20:30 to protect Sara, for 10 days
      Then it is recorded that the order was made

    Example: Somebody who is only described cannot be addressed
      When the mayor imposed an exclusion order on the driver of the grey van on 27 March 2010 at 20:00 to protect Sara, for 10 days
      Then that is refused, because the order cannot be made against these persons

    Example: It cannot bind other relatives
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
        | who             | must               |
        | Adam            | not enter the home |
        | others involved | not contact Sara   |
      Then that is refused, because the order binds nobody but respondents

  @law:nl/wth/art-1
  Rule: An exclusion order is about the home and about contact with those who live there

    Example: It cannot contain an exit ban
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
        | who  | must                 | limit                       |
        | Adam | not enter the home   |                             |
        | Adam | not take Sara abroad | until 6 April 2010 at 20:00 |
      Then that is refused, because an order cannot contain such a term

    Example: It cannot forbid the arranging of a marriage
      When the mayor imposed an exclusion order on Adam on 27 March 2010 at 20:00 to protect Sara, for 10 days
        | who  | must                            |
        | Adam | not arrange a marriage for Sara |
      Then that is refused, because an order cannot contain such a term
