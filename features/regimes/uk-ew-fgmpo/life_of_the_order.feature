@regime:uk-ew-fgmpo @law:gb-eaw/fgma-2003/sch-2/para-1
Feature: A female genital mutilation protection order lives as its sister does
  Without notice, awareness, variation, duration and the offence follow the same lines,
  in a schedule of their own. What its schedule does not say is not read into it.

  Background:
    Given the law on female genital mutilation protection orders applies
    And the local authority asked on 28 February 2025 at 09:00 for an order against Hanna and Ruth to protect Nora from genital mutilation
    And the court made the order without notice on 3 March 2025 at 14:00, until 3 September 2025 at 14:00
      | who            | must                                | limit                                |
      | Hanna and Ruth | not arrange genital mutilation of Nora | also abroad                          |
      | Hanna          | hand in Nora's passport             | review on 3 June 2025 at 10:00 |
    And the process server served the order on Hanna in person on 4 March 2025 at 10:00

  @law:gb-eaw/fgma-2003/sch-2/para-4
  Rule: Breach of what it forbids is an offence for whoever was aware of it

    Example: Aware
      When Hanna arranged genital mutilation of Nora on 5 March 2025 at 10:00
      Then the criminal route is open
      And the longest sentence on the criminal route is 5 years

    Example: Not aware
      When Ruth arranged genital mutilation of Nora on 5 March 2025 at 10:00
      Then the criminal route is closed, because nothing shows that this person knew of the order

    @edge:EC06
    Example: A requirement left undone
      When Hanna kept Nora's passport on 5 March 2025 at 10:00
      Then the criminal route is closed, because not doing what an order requires is not the offence

    @edge:EC18
    Example: Nobody is punished twice
      Given Hanna arranged genital mutilation of Nora on 5 March 2025 at 10:00
      And the local authority took the incident to the civil court on 6 March 2025 at 10:00
      And the court punished Hanna on the civil route on 6 June 2025 at 10:00
      When the police referred the incident to the prosecutor on 7 June 2025 at 10:00
      Then that is refused, because the same conduct was punished on the civil route

  @law:gb-eaw/fgma-2003/sch-2/para-7
  Rule: No power of arrest is attached; the person protected may go to the civil court herself

    Example: She takes the breach to the civil court
      Given Hanna arranged genital mutilation of Nora on 5 March 2025 at 10:00
      When Nora took the incident to the civil court on 6 March 2025 at 10:00
      Then it is recorded that the civil court has the incident

  @law:gb-eaw/fgma-2003/sch-2/para-5
  Rule: A hearing follows an order made without notice

    Example: The order is set aside there
      When the court held the return hearing on 10 March 2025 at 10:00 and set the order aside
      Then it is recorded that the order was set aside

    Example: The order is varied there
      When the court held the return hearing on 10 March 2025 at 10:00 and varied the order
        | who   | must              |
        | Hanna | not threaten Nora |
      Then it is recorded that the order was varied

  @law:gb-eaw/fgma-2003/sch-2/para-3 @law:gb-eaw/fgma-2003/sch-2/para-6
  Rule: The court may extend and discharge it

    Example: Extended
      When the court extended the order on 1 September 2025 at 10:00, until further order
      Then it is recorded that the order was extended
      And the order has no end date

    @law:eu/reg-606-2013/art-5 @choice:INT-034
    Example: Not certified for the European Union
      When the court certified the order for other countries on 4 March 2025 at 12:00
      Then that is refused, because the order cannot be certified

    Example: Discharged
      When the court discharged the order on 1 April 2025 at 10:00, at the request of a respondent
      Then it is recorded that the order was discharged
