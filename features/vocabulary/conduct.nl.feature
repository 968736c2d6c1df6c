# language: nl
@law:gb-eaw/fla-1996/s-63ca @law:gb-eaw/fla-1996/s-63o
Functionaliteit: Woordenlijst van het gedrag
  Een voorbeeld van elke zin over gedrag, wat de wet ervan vindt en waar het wordt
  voorgelegd. Gedrag dat met één datum wordt verteld, is meteen gemeld.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang
    En dat de rechter op 3 maart 2025 om 14:00 het bevel zonder horen gaf, tot nadere beslissing
      | wie           | bepaling                        | beperking                             |
      | Adam en Hanna | geen huwelijk voor Sara regelen | ook in het buitenland                 |
      | Adam          | het paspoort van Sara inleveren | toetsing op 3 september 2025 om 10:00 |
    En dat de bezorger van de stukken op 4 maart 2025 om 10:00 het bevel aan Adam betekende in persoon

  Regel: Gedrag wordt gemeld, en aan de wet getoetst

    Voorbeeld: Een weg staat open
      Als Adam op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde
      Dan staat de strafrechtelijke weg open
      En is de hoogste straf langs de strafrechtelijke weg 5 jaar

    Voorbeeld: Een weg is gesloten
      Als Adam op 5 maart 2025 om 10:00 het paspoort van Sara achterhield
      Dan is de strafrechtelijke weg voor het incident gesloten, want nalaten wat een bevel gebiedt is niet strafbaar

    Voorbeeld: Een mens moet oordelen
      Als Adam op 5 maart 2025 om 10:00 op een onbekende plaats een huwelijk voor Sara regelde
      Dan moet een mens over de strafrechtelijke weg oordelen, want onbeslist is of de bepaling of het misdrijf tot het buitenland reikt

    Voorbeeld: Later gemeld
      Als Ruth op 7 maart 2025 om 10:00 meldde dat Adam op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde
      Dan is vastgelegd dat het incident is gemeld

    Voorbeeld: Ook een ander misdrijf
      Als Adam op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde, wat ook het misdrijf huwelijksdwang kan zijn
      Dan is vastgelegd dat het incident ook het misdrijf huwelijksdwang kan zijn

    Voorbeeld: Ook tegen een ander bevel
      Als Adam op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde, wat een ander bevel voor haar ook verbiedt
      Dan is vastgelegd dat het incident is gemeld

  Regel: Wat wanneer bekend was kan worden nagegaan

    Voorbeeld: Een late akte van betekening
      Gegeven dat Hanna op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde
      Als de bezorger van de stukken op 4 maart 2025 om 11:00 het bevel aan Hanna betekende in persoon, vastgelegd op 20 maart 2025 om 09:00
      Dan was met wat op 19 maart 2025 om 09:00 bekend was de strafrechtelijke weg gesloten, want uit niets blijkt dat deze persoon het bevel kende
      En stond met wat op 20 maart 2025 om 09:00 bekend was de strafrechtelijke weg open
      En blijft op het dossier staan hoe het incident eerst werd beoordeeld

  Regel: Een incident gaat verder, of niet

    Achtergrond:
      Gegeven dat Adam op 5 maart 2025 om 10:00 een huwelijk voor Sara regelde

    Voorbeeld: Opnieuw beoordeeld
      Als de politie op 6 maart 2025 om 10:00 het incident van Adam opnieuw beoordeelde
      Dan is vastgelegd dat het incident opnieuw is beoordeeld

    Voorbeeld: Terzijde gelegd
      Als de politie op 6 maart 2025 om 10:00 het incident terzijde legde bij gebrek aan bewijs
      Dan is vastgelegd dat het incident terzijde is gelegd

    Voorbeeld: De aangifte wordt ingetrokken
      Als Sara op 6 maart 2025 om 10:00 de aangifte over het incident introk
      Dan is vastgelegd dat de aangifte is ingetrokken

    Voorbeeld: Naar het OM en de strafrechter
      Gegeven dat de politie op 6 maart 2025 om 10:00 het proces-verbaal over het incident bij het OM inzond
      Als de strafrechter op 6 juni 2025 om 10:00 over Adam besliste: veroordeeld
      Dan is vastgelegd dat de vervolging is geëindigd

    Voorbeeld: Naar de civiele rechter
      Gegeven dat Sara op 6 maart 2025 om 10:00 het incident voor de civiele rechter bracht
      Als de rechter op 6 juni 2025 om 10:00 langs civiele weg over Adam besliste: bestraft
      Dan is vastgelegd dat de civiele weg is geëindigd
