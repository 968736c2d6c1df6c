@regime:uk-ew-fgmpo @law:gb-eaw/fgma-2003/sch-2/para-2
Feature: For a girl at risk of genital mutilation the application speaks of less
  The order is a sister of the forced marriage protection order and not its twin.
  Whoever needs permission speaks of the connection and of what they know; the statute
  does not name her wishes and feelings. A girl includes a woman.

  Background:
    Given the law on female genital mutilation protection orders applies

  Rule: Permission asks for connection and knowledge only

    Example: Two things are enough
      Given her school asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      When her school asked for permission on 3 March 2025 at 10:00, speaking of the connection with her and of the circumstances
      Then it is recorded that permission was asked for

    Example: One is not
      Given her school asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      When her school asked for permission on 3 March 2025 at 10:00, speaking of the circumstances
      Then that is refused, because the application must speak of more

  @law:gb-eaw/si-2015-1422/reg-2
  Rule: A local authority needs no permission

    Example: It asks as of right
      When the local authority asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      Then it is recorded that an order was asked for

  @law:gb-eaw/fgma-2003/sch-2/para-1
  Rule: A girl or a woman is protected, and from this harm alone

    Example: A woman
      Given Sara is an adult
      When Sara asked on 3 March 2025 at 09:00 for an order against Hanna to protect Sara from genital mutilation
      Then it is recorded that an order was asked for

    Example: Forced marriage needs another order
      When Sara asked on 3 March 2025 at 09:00 for an order against Hanna to protect Sara from forced marriage
      Then that is refused, because the law does not protect from this harm

  @law:gb-eaw/guidance/fgmpo
  Rule: Whoever applies can stay unknown to the respondents

    Example: Contact details are withheld from the first day
      Given Nora asked on 3 March 2025 at 09:00 for an order against Hanna to protect Nora from genital mutilation
      When Nora asked on 3 March 2025 at 09:10 that the contact details of Nora be withheld
      Then it is recorded that contact details are withheld
