# language: nl
@law:gb-eaw/fla-1996/s-63d @law:gb-eaw/fpr-2010/r-29-1
Functionaliteit: Woordenlijst van de geheimhouding
  Een voorbeeld van elke zin over wie wat mag zien: het nazien van een afschrift, het
  beperken van de toegang, en wat voor wie te zien is.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang
    En dat de rechter op 3 maart 2025 om 14:00 het bevel zonder horen gaf, tot nadere beslissing
      | wie           | bepaling                      |
      | Adam en Hanna | geen contact zoeken met Sara |

  Regel: Een afschrift wordt nagezien op wat is afgeschermd

    Voorbeeld: Het afschrift van het bevel
      Gegeven dat Sara op 3 maart 2025 om 15:00 vroeg de contactgegevens van Sara af te schermen
      Als de griffier op 3 maart 2025 om 16:00 het afschrift van het bevel voor Adam nazag en eruit haalde wat is afgeschermd
      Dan is vastgelegd dat een afschrift is nagezien
      En zegt het afschrift voor Adam de bepaling geen contact zoeken met Sara
      En noemt het afschrift voor Adam Hanna niet

    Voorbeeld: Het afschrift van het verzoek
      Als de griffier op 3 maart 2025 om 16:00 het afschrift van het verzoek voor Adam nazag en niets vond dat eruit moest
      Dan is vastgelegd dat een afschrift is nagezien

  Regel: Een lezer ziet het bevel of ziet er geen

    Voorbeeld: Ingelicht, en niet ingelicht
      Als de bezorger van de stukken op 4 maart 2025 om 10:00 het bevel aan Adam betekende in persoon
      Dan is versie 1 van het bevel en geen latere te zien voor Adam
      En is geen bevel te zien voor Hanna, in werkelijkheid omdat het bevel zich tegen hen richt en zij niet zijn ingelicht
      En is het bevel te zien voor Sara

    Voorbeeld: Dicht bij iemand in de zaak
      Gegeven dat een verwant van Sara leest voor de politie
      Als de griffier op 4 maart 2025 om 10:00 het bevel waarmerkte
      Dan is geen bevel te zien voor de politie, in werkelijkheid omdat zij dicht bij iemand in de zaak staan

  Regel: Een bevel wordt voor lezers gesloten, en weer geopend

    Voorbeeld: Voor wie niet tot de instanties van de zaak hoort
      Als de rechter op 4 maart 2025 om 10:00 het bevel sloot voor wie niet tot de instanties van de zaak hoort
      Dan is vastgelegd dat de toegang is beperkt

    Voorbeeld: Voor één lezer, en niet langer
      Gegeven dat de rechter op 4 maart 2025 om 10:00 de politie buiten het bevel hield
      Als de rechter op 5 maart 2025 om 10:00 de beperking beëindigde
      Dan is vastgelegd dat een beperking is opgeheven
