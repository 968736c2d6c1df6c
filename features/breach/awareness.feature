@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63d
Feature: Breach of an order made without notice is an offence only for someone aware of it
  An order made without notice binds from the moment it is made, and the respondents
  cannot have heard it. So the offence asks for one thing more than the conduct: that
  the person was at that time aware of the existence of the order. It does not ask for
  service, and it does not ask what the person knew of the contents.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
    And the court made the order without notice on 3 March 2025 at 14:00, until further order
      | who  | must                            |
      | Adam | not arrange a marriage for Sara |

  Rule: Whoever does not know that there is an order commits no offence by breaking it

    @edge:EC01
    Example: Conduct before he could know is recorded and opens no route
      When her father Adam arranged a marriage for Sara on 3 March 2025 at 20:00
      Then it is recorded that the incident was reported
      And the criminal route is closed, because nothing shows that this person knew of the order
      And the civil route is closed, because nothing shows that this person knew of the order
      And the order stands as granted

    @boundary
    Example: One minute before he is told
      Given the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      When Adam arranged a marriage for Sara on 4 March 2025 at 09:59
      Then the criminal route is closed, because nothing shows that this person knew of the order

    @boundary
    Example: The minute in which he is told
      Given the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      When Adam arranged a marriage for Sara on 4 March 2025 at 10:00
      Then the criminal route is open
      And the order stands as breached

  @law:gb-eaw/case/dpp-v-stephenson-2025-ewhc-950 @law:gb-eaw/pd-11a/para-2
  Rule: Awareness is enough, and service is not asked

    @edge:EC02 @choice:INT-022
    Example: A call from the police comes before the papers
      Given the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      And the process server served the order on Adam in person on 6 March 2025 at 09:00
      When Adam arranged a marriage for Sara on 5 March 2025 at 18:00
      Then the criminal route is open

    @choice:INT-022
    Example: A message counts as much as a call
      Given the police told Adam by message on 4 March 2025 at 10:00 what the order says
      When Adam arranged a marriage for Sara on 5 March 2025 at 18:00
      Then the criminal route is open

    @choice:INT-056
    Example: The word of a relative is for a person to weigh
      Given Ruth told Adam by message on 4 March 2025 at 10:00 what the order says
      When Adam arranged a marriage for Sara on 5 March 2025 at 18:00
      Then a person must judge the criminal route, because nothing proves by itself that this person knew

  @choice:INT-020 @law:gb-eaw/fpr-2010/r-37-4
  Rule: The offence asks for knowledge that the order exists, contempt for knowledge of its terms

    @edge:EC48
    Example: Told that there is an order, and no more
      Given the police told Adam by telephone on 4 March 2025 at 10:00 only that there is an order
      When Adam arranged a marriage for Sara on 5 March 2025 at 18:00
      Then the criminal route is open
      And the civil route is closed, because nothing shows that this person knew what the order says

    @edge:EC48
    Example: Told what it says
      Given the police told Adam by telephone on 4 March 2025 at 10:00 what the order says
      When Adam arranged a marriage for Sara on 5 March 2025 at 18:00
      Then the civil route is open

  @choice:INT-006
  Rule: What the court allows in place of service does not show what a person knew

    @edge:EC25
    Example: Substituted service leaves awareness to a person to judge
      Given the process server tried in vain to serve the order on Adam on 4 March 2025 at 10:00
      And the court allowed substituted service on Adam on 5 March 2025 at 10:00
      And the process server served the order on Adam by substituted service on 6 March 2025 at 10:00
      When Adam arranged a marriage for Sara on 7 March 2025 at 10:00
      Then a person must judge the criminal route, because nothing proves by itself that this person knew

    @edge:EC25
    Example: Awareness may be shown in another way
      Given the court allowed substituted service on Adam on 5 March 2025 at 10:00
      And the process server served the order on Adam by substituted service on 6 March 2025 at 10:00
      And the police told Adam by telephone on 6 March 2025 at 12:00 only that there is an order
      When Adam arranged a marriage for Sara on 7 March 2025 at 10:00
      Then the criminal route is open

    Example: Service dispensed with shows nothing
      Given the court dispensed with service on Adam on 5 March 2025 at 10:00
      When Adam arranged a marriage for Sara on 7 March 2025 at 10:00
      Then the criminal route is closed, because nothing shows that this person knew of the order
