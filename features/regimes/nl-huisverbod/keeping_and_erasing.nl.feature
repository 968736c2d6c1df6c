# language: nl
@regime:nl-huisverbod @law:eu/reg-2016-679/art-17 @choice:INT-058
Functionaliteit: Wat over iemand verzegeld is, wordt niet langer bewaard dan mag
  De politie houdt haar eigen termijn: vijf jaar tot verwijdering en nog vijf tot
  vernietiging. Hoe lang de burgemeester of de rechter bewaart staat in geen wet die
  wij lazen; dat bepaalt wie het dossier houdt. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het tijdelijk huisverbod geldt
    En dat de burgemeester op 3 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
    En dat de politie op 4 oktober 2022 om 10:00 het adres van Sara verzegeld vastlegde

  @law:nl/wpg/art-8 @law:nl/wpg/art-14 @choice:INT-059
  Regel: De politie bewaart ten hoogste tien jaar, tenzij nog een zaak openstaat

    Voorbeeld: Geteld vanaf het begin van de zaak
      Dan mag de politie de gegevens bewaren tot 3 oktober 2032 om 18:00

    @choice:INT-060
    Voorbeeld: Wat is afgedaan verlengt die tijd niet
      Gegeven dat de burgemeester op 7 oktober 2022 om 12:00 het huisverbod introk
      Dan mag de politie de gegevens bewaren tot 3 oktober 2032 om 18:00

    @choice:INT-060
    Voorbeeld: Wat nog openstaat wel
      Gegeven dat de politie op 3 oktober 2022 om 18:30 het huisverbod aan Adam uitreikte
      En dat Adam op 4 oktober 2022 om 12:00 contact zocht met Sara
      Dan moet de politie de gegevens op 3 oktober 2032 om 18:00 nog bewaren, omdat een zaak openstaat

  @law:eu/reg-2016-679/art-5/lid-1 @choice:INT-057
  Regel: Voor anderen is geen termijn gegeven

    Voorbeeld: De burgemeester
      Dan is niet beslist hoe lang de burgemeester de gegevens mag bewaren

    Voorbeeld: De rechter
      Dan is niet beslist hoe lang de rechter de gegevens mag bewaren

  @choice:INT-061
  Regel: Wie het huisverbod oplegt, laat ook wissen

    Voorbeeld: Na afloop, op verzoek
      Als de burgemeester op 20 oktober 2022 om 10:00 de gegevens van Sara liet wissen, omdat een verzoek was toegewezen
      Dan is vastgelegd dat persoonsgegevens zijn gewist

    Voorbeeld: Niet zolang het huisverbod geldt
      Als de burgemeester op 5 oktober 2022 om 10:00 de gegevens van Sara liet wissen, omdat een verzoek was toegewezen
      Dan wordt dat geweigerd, want de zaak is niet voorbij

    Voorbeeld: De gemeente hoort iedereen, en laat niets wissen
      Gegeven dat de gemeente op 5 oktober 2022 om 10:00 een waarneming over Sara verzegeld vastlegde
      Als de gemeente op 20 oktober 2022 om 10:00 de gegevens van Sara liet wissen, omdat een verzoek was toegewezen
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd
