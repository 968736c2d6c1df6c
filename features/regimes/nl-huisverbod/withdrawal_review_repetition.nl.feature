# language: nl
@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Functionaliteit: Een huisverbod kan worden ingetrokken, aangevochten en op nieuwe feiten herhaald
  De burgemeester die oplegde blijft verantwoordelijk en trekt in als het gevaar is
  geweken. De rechter toetst achteraf, ook als het huisverbod al is afgelopen. Of er
  nieuwe feiten zijn is aan de burgemeester; hier blijkt alleen dat niets een nieuw
  huisverbod in de weg staat. Beroep moet binnen zes weken na de bekendmaking; die
  termijn bewaken wij niet. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het tijdelijk huisverbod geldt
    En dat de burgemeester op 3 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
    En dat de politie op 3 oktober 2022 om 18:20 het huisverbod aan Adam uitreikte

  @law:nl/wth/art-3
  Regel: Intrekken is aan de burgemeester zelf, en wordt niet gemandateerd

    Voorbeeld: De burgemeester trekt in, en het huisverbod eindigt
      Als de burgemeester op 7 oktober 2022 om 12:00 het huisverbod introk
      Dan is er geen huisverbod meer, want het is ingetrokken

    Voorbeeld: De hulpofficier die mocht opleggen mag niet intrekken
      Als de hulpofficier van justitie op 7 oktober 2022 om 12:00 het huisverbod introk
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd
      En is het huisverbod van kracht op 7 oktober 2022 om 12:00

    Voorbeeld: Intrekking neemt een eerdere overtreding niet weg
      Gegeven dat Adam op 5 oktober 2022 om 10:00 de woning betrad
      Als de burgemeester op 7 oktober 2022 om 12:00 het huisverbod introk
      Dan is vastgelegd dat het huisverbod is ingetrokken
      En staat de strafrechtelijke weg open

  @choice:INT-038 @choice:INT-054 @law:nl/wth/art-9/lid-2 @law:nl/case/rbmne-2023-2813
  Regel: Beroep kan ook na de afloop; beroep tegen het opleggen betreft ook de verlenging, voor zover die wordt betwist

    Voorbeeld: Een afgelopen huisverbod wordt nog getoetst
      Gegeven dat op 13 oktober 2022 om 18:00 het einde van het huisverbod is genoteerd
      Als Adam op 20 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      Dan is vastgelegd dat beroep is ingesteld

    Voorbeeld: De verlenging valt met het beroep tegen het opleggen
      Gegeven dat Adam op 5 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      En dat de burgemeester op 13 oktober 2022 om 12:00 het huisverbod verlengde, tot 31 oktober 2022 om 18:00
      Als de rechtbank op 20 oktober 2022 om 10:00 het beroep gegrond achtte en het huisverbod vernietigde
      Dan is er geen huisverbod van kracht op 25 oktober 2022 om 10:00

    Voorbeeld: Tegen een verlenging die er niet is staat geen beroep open
      Als Adam op 12 oktober 2022 om 10:00 in beroep ging tegen de verlenging van het huisverbod
      Dan wordt dat geweigerd, want die beslissing is er niet

    Voorbeeld: De huisgenoot die wordt beschermd is belanghebbende
      Als Sara op 5 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      Dan is vastgelegd dat beroep is ingesteld

    Voorbeeld: Een oom die er niet woont is dat niet
      Als haar oom Elias op 5 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      Dan wordt dat geweigerd, want wie handelt heeft daartoe geen recht

    Voorbeeld: De burgemeester gaat niet in beroep tegen het eigen besluit
      Als de burgemeester op 5 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      Dan wordt dat geweigerd, want wie handelt heeft daartoe geen recht

  @law:nl/awb/art-6-16
  Regel: Beroep schorst het huisverbod niet

    Voorbeeld: Wie in beroep is moet het huisverbod naleven
      Gegeven dat Adam op 4 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      Als Adam op 5 oktober 2022 om 10:00 de woning betrad
      Dan staat de strafrechtelijke weg open

  @law:nl/awb/art-8-72 @choice:INT-026
  Regel: Wat vernietiging betekent voor een eerdere overtreding, beslist een mens

    Achtergrond:
      Gegeven dat Adam op 5 oktober 2022 om 10:00 de woning betrad
      En dat Adam op 20 oktober 2022 om 10:00 in beroep ging tegen het opleggen van het huisverbod
      En dat de rechtbank op 1 december 2022 om 10:00 het beroep gegrond achtte en het huisverbod vernietigde

    @edge:EC12
    Voorbeeld: Het incident blijft staan en wordt voorgelegd
      Als de politie op 2 december 2022 om 10:00 het incident opnieuw beoordeelde
      Dan moet een mens over de strafrechtelijke weg oordelen, want het huisverbod is later vernietigd

    @edge:EC12
    Voorbeeld: Zonder die weging wordt niets ingezonden
      Als de politie op 2 december 2022 om 10:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want een mens moet het eerst wegen

    @edge:EC12
    Voorbeeld: Na die weging kan het proces-verbaal worden ingezonden
      Als de politie op 2 december 2022 om 10:00 het proces-verbaal over het incident bij het OM inzond, na weging: het huisverbod is later vernietigd
      Dan is vastgelegd dat het proces-verbaal bij het OM is ingezonden

  Regel: Nieuwe feiten dragen een nieuw huisverbod, met een eigen termijn

    Voorbeeld: Een nieuw huisverbod volgt op de minuut waarop het eerste afloopt
      Als de burgemeester op 13 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd
      En eindigt het huisverbod op 23 oktober 2022 om 18:00

    @law:nl/wth/art-9/lid-1 @edge:EC37
    Voorbeeld: De vier weken van het nieuwe huisverbod tellen opnieuw
      Gegeven dat de burgemeester op 13 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Als de burgemeester op 22 oktober 2022 om 12:00 het huisverbod verlengde, tot 10 november 2022 om 18:00
      Dan is vastgelegd dat het huisverbod is verlengd
