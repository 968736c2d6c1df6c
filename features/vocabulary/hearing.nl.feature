# language: nl
@law:gb-eaw/fpr-2010/r-11-4
Functionaliteit: Woordenlijst van de zitting
  Een voorbeeld van elke zin over wat er tussen verzoek en beslissing gebeurt, en
  daarnaast: betekening van het verzoek, wensen, hulp, overdracht.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang

  Regel: Verweerders weten ervan voordat zij worden gehoord

    Voorbeeld: Het verzoek wordt betekend
      Gegeven dat de rechter de oproeptermijn had verkort
      Als de bezorger van de stukken op 3 maart 2025 om 10:00 het verzoek aan Adam betekende voor de zitting van 4 maart 2025 om 10:00
      Dan is vastgelegd dat het verzoek is betekend
      En is niet gemarkeerd dat de oproep te kort voor de zitting kwam

    Voorbeeld: Een te korte oproep wordt gemarkeerd
      Als de bezorger van de stukken op 3 maart 2025 om 10:00 het verzoek aan Adam betekende voor de zitting van 4 maart 2025 om 10:00
      Dan is gemarkeerd dat de oproep te kort voor de zitting kwam

    Voorbeeld: Een zitting wordt bepaald
      Als de griffier op 3 maart 2025 om 11:00 een zitting bepaalde voor 10 maart 2025 om 10:00
      Dan is vastgelegd dat een zitting is bepaald

  Regel: De te beschermen persoon staat centraal

    Voorbeeld: Haar wensen worden gehoord
      Als de rechter op 3 maart 2025 om 10:00 noteerde dat Sara het bevel niet wil
      Dan is vastgelegd dat haar wensen zijn gehoord

    Voorbeeld: Hulp wordt geregeld
      Als de opvang op 3 maart 2025 om 10:00 opvang voor Sara regelde
      Dan is vastgelegd dat hulp is geregeld

    Voorbeeld: Contactgegevens worden afgeschermd
      Als Sara op 3 maart 2025 om 10:00 vroeg de contactgegevens van Sara af te schermen
      Dan is vastgelegd dat contactgegevens zijn afgeschermd

  Regel: De zaak kan naar elders, en het dossier kan worden hersteld

    Voorbeeld: De zaak wordt overgedragen
      Als de rechter op 3 maart 2025 om 10:00 de zaak aan het High Court overdroeg
      Dan is vastgelegd dat de zaak is overgedragen

    Voorbeeld: Een regel van het dossier wordt als fout gemerkt
      Als de griffier op 3 maart 2025 om 10:00 het dossier herstelde en regel 1 als fout merkte
      Dan is vastgelegd dat een regel als fout is gemerkt

    Voorbeeld: Een feit wordt later vastgelegd dan het gebeurde
      Als de opvang op 3 maart 2025 om 10:00 opvang voor Sara regelde, vastgelegd op 5 maart 2025 om 09:00
      Dan is vastgelegd dat hulp is geregeld
