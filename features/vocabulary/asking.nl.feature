# language: nl
@law:gb-eaw/fla-1996/s-63c
Functionaliteit: Woordenlijst van het verzoek
  Een voorbeeld van elke zin over het vragen van een bevel. De README stelt de
  personen voor; wat iemand is, waar iemand woont en wat er verder speelt zijn
  omstandigheden, verteld vóór de eerste handeling.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang

  Regel: Omstandigheden komen eerst

    Voorbeeld: Het recht dat geldt
      Gegeven het recht over Engelse bevelen tegen genitale verminking geldt
      Als de gemeente op 3 maart 2025 om 09:00 verzocht om een bevel tegen Hanna dat Nora beschermt tegen genitale verminking
      Dan is vastgelegd dat om een bevel is verzocht

    Voorbeeld: Recht dat een ontwerp is
      Gegeven het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

    Voorbeeld: Leeftijd, woonplaats en wie er nog bij betrokken is
      Gegeven dat Sara meerderjarig is
      En dat Sara buiten het rechtsgebied woont
      En dat Elias betrokken kan raken
      Als Sara op 3 maart 2025 om 09:00 met een advocaat verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

    Voorbeeld: Een familiezaak zonder de verweerder
      Gegeven dat er een familiezaak loopt
      Als de rechter op 3 maart 2025 om 09:00 ambtshalve een bevel overwoog tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want ambtshalve handelen kan hier niet

    Voorbeeld: Een familiezaak met de verweerder
      Gegeven dat er een familiezaak met de verweerder als partij loopt
      Als de rechter op 3 maart 2025 om 09:00 ambtshalve een bevel overwoog tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

  Regel: Toestemming gaat vooraf aan de behandeling

    Achtergrond:
      Gegeven dat de politie op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat de politie op 3 maart 2025 om 09:05 toestemming vroeg, sprekend van de band met haar, de omstandigheden en van haar wensen en gevoelens

    Voorbeeld: Toestemming wordt gegeven
      Als de rechter op 4 maart 2025 om 09:00 toestemming gaf
      Dan is vastgelegd dat toestemming is gegeven

    Voorbeeld: Toestemming wordt geweigerd
      Als de rechter op 4 maart 2025 om 09:00 toestemming weigerde
      Dan is vastgelegd dat toestemming is geweigerd

  Regel: Een verzoek kan op niets uitlopen

    Voorbeeld: Het verzoek wordt ingetrokken
      Als Sara op 3 maart 2025 om 09:00 het verzoek introk, met toestemming van de rechter
      Dan is vastgelegd dat het verzoek is ingetrokken
      En is er geen bevel meer, want het verzoek is ingetrokken

    Voorbeeld: Het bevel wordt geweigerd
      Als de rechter op 3 maart 2025 om 09:00 het bevel weigerde
      Dan is vastgelegd dat het bevel is geweigerd

    Voorbeeld: Een toezegging komt ervoor in de plaats
      Gegeven dat de verweerder haar met geweld had bedreigd
      En dat een bevel nodig is om overtreding strafbaar te maken
      Als de rechter op 3 maart 2025 om 09:00 een toezegging van Adam aanvaardde tot 3 maart 2026 om 09:00
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want door geweld is een bevel nodig
