# language: nl
@draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Functionaliteit: Woordenlijst van de scenario's voor het hybride bevel
  Een voorbeeld van elke zin over open vragen en over wat een scenario aanneemt. Niemands
  recht.

  Voorbeeld: Een scenario waarin één vraag open blijft
    Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Wie is bevoegd om een aanvraag te doen?" open is
    Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
    Dan wordt dat geweigerd, want de vraag "Wie is bevoegd om een aanvraag te doen?" is open

  Voorbeeld: De vereiste hulp, en een nadere zitting met een uiterste datum
    Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was
    En dat Sara op 3 maart 2025 om 09:00 zonder de wederpartij te horen verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
    En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
    Als de rechter op 3 maart 2025 om 12:00 het bevel zonder horen gaf, voor 1 jaar
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |
    Dan moet de nadere zitting uiterlijk op 17 maart 2025 om 12:00 plaatsvinden

  Voorbeeld: Ambtshalve gegeven
    Gegeven dat het recht over het hybride beschermingsbevel in het bestuursrechtelijke scenario geldt alsof het wet was
    Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |
    Dan is vastgelegd dat het bevel is opgelegd
