@law:gb-eaw/fla-1996/s-63ca
Feature: An acquittal, and contempt without punishment, bar nothing by themselves
  The statute speaks of a conviction and of punishment for contempt. Of an acquittal,
  and of contempt that was found and not punished, it says nothing. Neither bars the
  other route; neither is passed over in silence.

  Background:
    Given Sara asked on 28 February 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
    And the court made the order on notice on 3 March 2025 at 14:00, until further order
      | who            | must                        |
      | Adam and Hanna | not contact Sara            |
      | Adam           | not come near Sara's school |
    And the process server served the order on Adam in person on 4 March 2025 at 10:00
    And Adam contacted Sara on 5 March 2025 at 10:00

  Rule: Where the statute is silent a person judges

    @edge:EC19
    Example: Contempt found without a penalty does not bar prosecution
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      And the court imposed no penalty on Adam on the civil route on 6 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00, having weighed that the same conduct went unpunished on the civil route
      Then it is recorded that the incident was referred to the prosecutor

    @edge:EC19
    Example: It is not prosecuted unweighed either
      Given Sara took the incident to the civil court on 6 March 2025 at 10:00
      And the court imposed no penalty on Adam on the civil route on 6 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00
      Then that is refused, because a person must weigh it first

    @edge:EC20
    Example: An acquittal does not bar contempt
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And the criminal court acquitted Adam on 6 June 2025 at 10:00
      When Sara took the incident to the civil court on 7 June 2025 at 10:00, having weighed that the same conduct led to an acquittal
      Then it is recorded that the civil court has the incident

    @edge:EC20
    Example: A person must have judged it
      Given the police referred the incident to the prosecutor on 6 March 2025 at 10:00
      And the criminal court acquitted Adam on 6 June 2025 at 10:00
      When Sara took the incident to the civil court on 7 June 2025 at 10:00
      Then that is refused, because a person must weigh it first
