# language: nl
@draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Functionaliteit: Woordenlijst van wat niemand heeft beslist
  Een voorbeeld van elke zin over open vragen en eerste stappen.

  Voorbeeld: Een open vraag wordt genoemd
    Gegeven het recht over het hybride beschermingsbevel geldt alsof het wet was
    Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
    Dan wordt dat geweigerd, want de vraag "Wat is de reikwijdte van het bevel of de maatregel?" is open

  Voorbeeld: Eerst is toestemming nodig
    Gegeven het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was
    Als Ruth op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
    Dan heeft de verzoeker eerst toestemming nodig

  Voorbeeld: Een bevel zonder einde
    Gegeven het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was
    En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
    En dat de opvang op 3 maart 2025 om 10:00 juridisch advies voor Sara regelde
    En dat de opvang op 3 maart 2025 om 10:00 een adviespunt voor Sara regelde
    Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, tot nadere beslissing
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |
    Dan heeft het bevel geen einddatum
