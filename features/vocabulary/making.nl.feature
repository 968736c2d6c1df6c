# language: nl
@law:gb-eaw/fla-1996/s-63a @law:gb-eaw/fla-1996/s-63g
Functionaliteit: Woordenlijst van het bevel
  Een voorbeeld van elke zin over het geven en wijzigen van een bevel. De bepalingen
  staan in een tabel: wie elke bepaling bindt, wat zij zegt en, waar die er is, een
  beperking: een eigen einde of toetsing, werking in het buitenland, aanhouding.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang
    En dat de rechter op 3 maart 2025 om 14:00 het bevel zonder horen gaf, tot 3 maart 2026 om 14:00
      | wie                | bepaling                              | beperking                                         |
      | Adam en Hanna      | geen huwelijk voor Sara regelen       | ook in het buitenland                             |
      | Adam               | het paspoort van Sara inleveren       | toetsing op 3 september 2025 om 10:00             |
      | andere betrokkenen | Sara niet naar het buitenland brengen | tot 3 juni 2025 om 14:00, ook in het buitenland |

  Regel: Een gegeven bevel wordt gewaarmerkt, opnieuw behandeld, gewijzigd en verlengd

    Voorbeeld: Het bevel wordt gewaarmerkt
      Als de griffier op 4 maart 2025 om 10:00 het bevel waarmerkte
      Dan is vastgelegd dat het bevel is gewaarmerkt
      En moet de politie uiterlijk aan het einde van 5 maart 2025 zijn ingelicht

    Voorbeeld: De nadere zitting bevestigt het
      Als de rechter op 10 maart 2025 om 10:00 de nadere zitting hield en het bevel bevestigde
      Dan is vastgelegd dat het bevel is bevestigd

    Voorbeeld: De nadere zitting vernietigt het
      Als de rechter op 10 maart 2025 om 10:00 de nadere zitting hield en het bevel vernietigde
      Dan is er geen bevel meer, want het is vernietigd

    Voorbeeld: De nadere zitting wijzigt het
      Als de rechter op 10 maart 2025 om 10:00 de nadere zitting hield en het bevel wijzigde
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan is vastgelegd dat het bevel is gewijzigd

    Voorbeeld: Het bevel wordt gewijzigd
      Als de rechter op 10 maart 2025 om 10:00 het bevel na horen wijzigde, op verzoek van de verzoeker
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan is vastgelegd dat het bevel is gewijzigd

    Voorbeeld: Een wijziging wordt geweigerd
      Als de rechter op 10 maart 2025 om 10:00 weigerde het bevel in te trekken, op verzoek van een verweerder
      Dan is vastgelegd dat een wijziging is geweigerd

    Voorbeeld: Het bevel wordt verlengd
      Als de rechter op 2 maart 2026 om 10:00 het bevel verlengde, tot 3 maart 2026 om 14:00
      Dan wordt dat geweigerd, want een verlenging moet later eindigen

  Regel: Wat het bevel is kan worden nagegaan

    Voorbeeld: Wanneer het eindigt
      Als de rechter op 2 maart 2026 om 10:00 het bevel verlengde, tot 3 maart 2027 om 14:00
      Dan eindigt het bevel op 3 maart 2027 om 14:00
      En is het bevel van kracht op 3 maart 2027 om 13:59
      En is er geen bevel van kracht op 3 maart 2027 om 14:00

    Voorbeeld: Een ander bevel kan ermee in strijd zijn
      Als de rechter op 10 maart 2025 om 10:00 meldde dat een ander bevel in strijd is met "het paspoort van Sara inleveren"
      Dan is vastgelegd dat een ander bevel strijdt
      En beschermt het bevel Sara
