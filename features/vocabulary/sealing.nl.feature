# language: nl
@law:gb-eaw/uk-gdpr/art-5
Functionaliteit: Woordenschat van wat verzegeld is
  Eén voorbeeld voor elke zin over wat verzegeld over mensen wordt bewaard, hoe lang,
  en hoe het wordt gewist.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang

  Regel: Gegevens en verklaringen worden verzegeld

    Voorbeeld: Een gegeven
      Als de griffier op 3 maart 2025 om 10:00 de naam van Sara verzegeld vastlegde
      Dan is vastgelegd dat een gegeven is verzegeld

    Voorbeeld: Een verklaring
      Als Sara op 3 maart 2025 om 10:00 wensen in eigen woorden over Sara verzegeld vastlegde
      Dan is vastgelegd dat een verklaring is verzegeld

  Regel: Ze worden bewaard zo lang het mag, en gewist

    Voorbeeld: Hoe lang staat open
      Dan is niet beslist hoe lang de rechter de gegevens mag bewaren

    Voorbeeld: Hoe lang staat vast
      Gegeven dat het recht over het tijdelijk huisverbod geldt
      En dat de burgemeester op 3 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan mag de politie de gegevens bewaren tot 3 oktober 2032 om 18:00

    Voorbeeld: Een zaak staat open
      Gegeven dat het recht over het tijdelijk huisverbod geldt
      En dat de burgemeester op 3 oktober 2022 om 18:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      En dat de politie op 3 oktober 2022 om 18:30 het huisverbod aan Adam uitreikte
      En dat Adam op 4 oktober 2022 om 12:00 contact zocht met Sara
      Dan moet de politie de gegevens op 3 oktober 2032 om 18:00 nog bewaren, omdat een zaak openstaat

    Voorbeeld: Ze worden gewist
      Gegeven dat de rechter op 3 maart 2025 om 10:00 het bevel weigerde
      Als de griffier op 3 maart 2030 om 10:00 de gegevens van Sara liet wissen, omdat de bewaartermijn was verstreken, sinds 3 maart 2030 om 10:00
      Dan is vastgelegd dat persoonsgegevens zijn gewist
