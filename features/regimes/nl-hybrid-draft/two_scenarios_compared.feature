@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031 @choice:INT-032
Feature: The two scenarios side by side: what the choice of a legal form makes of it
  This is nobody's law. The letter asks whether the order fits a civil or an
  administrative framework. These tables put the answers of both scenarios side by side
  at each step, with the reason for the difference. Other answers are possible: every
  answer is an assumption. The Dutch text prevails.

  Rule: The legal form decides who can apply

    Scenario Outline: Who asks for an order, and what comes of it
      Given the law on the Dutch hybrid order in its <scenario> scenario applies as if it were in force
      When <who> asked on 3 March 2025 at 09:00 for an order against <against> to protect Sara from forced marriage
      Then <outcome>

      Examples:
        | scenario       | who           | against        | outcome                                                                 | why                                                  |
        | civil          | Sara          | Adam           | it is recorded that an order was asked for                              | the victim brings the case herself                   |
        | administrative | Sara          | Adam           | that is refused, because this applicant cannot ask for an order         | the authority acts of its own motion; she can report |
        | civil          | Veilig Thuis  | Adam           | it is recorded that an order was asked for                              | a public task counts as an interest                  |
        | administrative | Veilig Thuis  | Adam           | that is refused, because this applicant cannot ask for an order         | Veilig Thuis advises the mayor                       |
        | civil          | her aunt Ruth | Adam           | the applicant needs permission first                                    | the court weighs whether a third party serves her    |
        | administrative | her aunt Ruth | Adam           | that is refused, because this applicant cannot ask for an order         | whoever worries can report                           |
        | civil          | the police    | Adam           | the applicant needs permission first                                    | in a civil case the police are a third party         |
        | administrative | the police    | Adam           | that is refused, because this applicant cannot ask for an order         | they report, and the assistant prosecutor can impose |
        | civil          | Sara          | Adam and Hanna | it is recorded that an order was asked for                              | against group pressure one order binds the circle    |
        | administrative | Sara          | Adam and Hanna | that is refused, because the order cannot be made against these persons | a decision is addressed to one person                |
        | civil          | Sara          | Jonas          | it is recorded that an order was asked for                              | from twelve on a respondent can be addressed         |
        | administrative | Sara          | Jonas          | that is refused, because the law does not reach persons of that age     | adults only, as with the exclusion order             |

  Rule: The legal form decides what breach is

    Background:
      Given family proceedings with the respondent as a party are pending

    Scenario Outline: The same conduct, and the route that it opens
      Given the law on the Dutch hybrid order in its <scenario> scenario applies as if it were in force
      And <authority> made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from being left abroad, for 10 days, with the support that the law asks for
        | who  | must                    | limit                        |
        | Adam | not contact Sara        |                              |
        | Adam | hand in Sara's passport | until 13 March 2025 at 10:00 |
      And the police told Adam by word of mouth on 3 March 2025 at 11:00 <what he heard>
      When Adam <conduct> on 4 March 2025 at 10:00
      Then <outcome>

      Examples:
        | scenario       | authority | what he heard               | conduct              | outcome                                                                                       | why                                                  |
        | civil          | the court | what the order says         | contacted Sara       | the criminal route is open                                                                    | to do what is forbidden is a crime in both           |
        | administrative | the mayor | what the order says         | contacted Sara       | the criminal route is open                                                                    | to do what is forbidden is a crime in both           |
        | civil          | the court | only that there is an order | contacted Sara       | the criminal route is open                                                                    | as in England for an order made without notice       |
        | administrative | the mayor | only that there is an order | contacted Sara       | the criminal route is closed, because nothing shows that this person knew what the order says | as with the exclusion order, the terms must be known |
        | civil          | the court | what the order says         | contacted Sara       | the civil route is closed, because the order had not been served on this person               | a penalty payment asks for service                   |
        | administrative | the mayor | what the order says         | contacted Sara       | the civil route is closed, because this order has no civil route                              | the decision gives the victim no title to enforce    |
        | civil          | the court | what the order says         | kept Sara's passport | the criminal route is closed, because not doing what an order requires is not the offence     | only prohibitions and restrictions are covered       |
        | administrative | the mayor | what the order says         | kept Sara's passport | the criminal route is closed, because not doing what an order requires is not the offence     | only prohibitions are covered                        |
