@regime:uk-ew-fmpo @law:gb-eaw/asbcpa-2014/s-120
Feature: A case keeps the version of the law under which it was requested
  The order is requested under the law of that day. A version that has ended takes no
  new requests.

  Rule: A request needs a version that is in force

    @boundary
    Example: The last day of the older version
      Given the law on forced marriage protection orders of 2008 applies
      When Sara asked on 15 June 2014 at 23:59 for an order against Adam to protect Sara from forced marriage
      Then it is recorded that an order was asked for

    @boundary
    Example: The first day of the newer one
      Given the law on forced marriage protection orders of 2008 applies
      When Sara asked on 16 June 2014 at 00:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because that law was not in force

  @law:gb-eaw/fla-1996/s-63a
  Rule: These orders protect from forced marriage and from nothing else

    Example: Another harm needs another order
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from genital mutilation
      Then that is refused, because the law does not protect from this harm

  @law:eu/reg-606-2013/art-5 @choice:INT-034
  Rule: They are not certified for the European Union

    Example: No certificate
      Given Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the court made the order on notice on 3 March 2025 at 14:00, until further order
        | who  | must             |
        | Adam | not contact Sara |
      When the court certified the order for other countries on 4 March 2025 at 10:00
      Then that is refused, because the order cannot be certified
