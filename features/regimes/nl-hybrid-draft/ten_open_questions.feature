@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Feature: Without an answer to the ten questions that we read in the letter nothing happens
  This is nobody's law. As far as we found on 23 November 2026 there is no Act and no
  bill, only a letter that names subjects to examine; we read ten questions in it. A step that needs an answer stops and names the question; nothing is
  guessed. Each example takes a scenario in which nine questions are answered by way of
  assumption, and leaves one open. The Dutch text prevails.

  Rule: The proposal is no law

    Example: Whoever asks for a hybrid order meets the first question
      Given the law on the Dutch hybrid order applies as if it were in force
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because the question "Against which harms, and whom, may the measure protect?" is open

    Example: A scenario is no law either while nobody says 'as if'
      Given the law on the Dutch hybrid order in its civil scenario applies
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because a draft is nobody's law

  @choice:INT-031
  Rule: Four questions come before a request is heard

    Example: Question 1, scope: against which harm and for whom
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Against which harms, and whom, may the measure protect?" is open
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because the question "Against which harms, and whom, may the measure protect?" is open

    Example: Question 2, the applicant: whether a third party may ask nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Who may apply for it?" is open
      When her school asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because the question "Who may apply for it?" is open

    Example: Question 4, access: whether a lawyer is needed nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "How low is the threshold for an application?" is open
      When Sara asked, through a lawyer, on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      Then that is refused, because the question "How low is the threshold for an application?" is open

    Example: Question 6, persons: whether a group can be acted against nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Against which wider group of persons can it act?" is open
      When Sara asked on 3 March 2025 at 09:00 for an order against Adam and Hanna to protect Sara from forced marriage
      Then that is refused, because the question "Against which wider group of persons can it act?" is open

  @choice:INT-031
  Rule: Four questions come before a decision

    Example: Question 3, the authority: who makes the order nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Who may impose it?" is open
      And Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the question "Who may impose it?" is open

    Example: Question 5, guidance: which support goes with it nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Which guidance does an application need?" is open
      And Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the question "Which guidance does an application need?" is open

    Example: Question 7, tailoring: what it may contain nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "How is it tailored?" is open
      And Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the question "How is it tailored?" is open

    Example: Question 10, legal form: civil or administrative nobody knows
      Given the law on the Dutch hybrid order in its civil scenario applies as if it were in force, but the question "Which legal form fits best: civil or administrative, with criminal enforcement?" is open
      And Sara asked on 3 March 2025 at 09:00 for an order against Adam to protect Sara from forced marriage
      And the support that the law asks for was arranged for Sara on 3 March 2025 at 10:00
      When the court made the order on notice on 4 March 2025 at 10:00, for 1 year
        | who  | must             |
        | Adam | not contact Sara |
      Then that is refused, because the question "Which legal form fits best: civil or administrative, with criminal enforcement?" is open

  @choice:INT-032
  Rule: Two questions come before enforcement

    Example: Question 8, the sanction: whether breach is an offence nobody knows
      Given the law on the Dutch hybrid order in its administrative scenario applies as if it were in force, but the question "What sanction follows a breach, and how high is it?" is open
      And the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |
      And the police handed the order to Adam on 3 March 2025 at 11:00
      And Adam contacted Sara on 4 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 4 March 2025 at 11:00
      Then that is refused, because the question "What sanction follows a breach, and how high is it?" is open

    Example: Question 9, enforceability: whether it can be enforced in law nobody knows
      Given the law on the Dutch hybrid order in its administrative scenario applies as if it were in force, but the question "Can it be enforced in law?" is open
      And the mayor made an order of its own motion on 3 March 2025 at 10:00 against Adam to protect Sara from forced marriage, for 10 days, with the support that the law asks for
        | who  | must             |
        | Adam | not contact Sara |
      And the police handed the order to Adam on 3 March 2025 at 11:00
      And Adam contacted Sara on 4 March 2025 at 10:00
      When the police referred the incident to the prosecutor on 4 March 2025 at 11:00
      Then that is refused, because the question "Can it be enforced in law?" is open
