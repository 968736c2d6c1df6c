# language: nl
@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Functionaliteit: De burgemeester legt een huisverbod op aan één meerderjarige
  Een huisverbod verwijdert iemand uit de woning voordat een strafbaar feit is bewezen.
  Het is een besluit van de burgemeester, die niet op een verzoek wacht: politie en
  Veilig Thuis melden, de burgemeester weegt. Of het gevaar ernstig en onmiddellijk is,
  staat hier niet ter beoordeling; wel wie mag opleggen, aan wie, en wat het inhoudt.
  Voor deze regels gaat de Nederlandse tekst voor. Zij noemen 'het huisverbod' wat in
  andere bestanden 'het bevel' heet.

  Achtergrond:
    Gegeven dat het recht over het tijdelijk huisverbod geldt

  @law:nl/wth/art-3
  Regel: De burgemeester legt op, of krachtens mandaat de hulpofficier van justitie

    Voorbeeld: De burgemeester legt het op
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd

    Voorbeeld: De hulpofficier legt het op krachtens mandaat
      Als de hulpofficier van justitie op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd

    Voorbeeld: De politie kan het niet opleggen
      Als de politie op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

    Voorbeeld: De rechter kan het niet opleggen
      Als de rechtbank op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  Regel: Niemand heeft recht op een huisverbod

    Voorbeeld: Het slachtoffer kan het niet verzoeken
      Als Sara op 27 maart 2010 om 18:00 verzocht om een huisverbod tegen Adam dat Sara beschermt tegen huiselijk geweld
      Dan wordt dat geweigerd, want deze verzoeker kan geen huisverbod vragen

    Voorbeeld: Veilig Thuis meldt, maar is geen verzoeker
      Als Veilig Thuis op 27 maart 2010 om 18:00 verzocht om een huisverbod tegen Adam dat Sara beschermt tegen huiselijk geweld
      Dan wordt dat geweigerd, want deze verzoeker kan geen huisverbod vragen

  @law:nl/wth/art-2/lid-2 @choice:INT-016
  Regel: Alleen een meerderjarige kan uit huis worden geplaatst

    @boundary @edge:EC30
    Voorbeeld: Een neef van zeventien kan geen huisverbod krijgen
      Als de burgemeester op 27 maart 2010 om 20:00 aan Jonas een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan wordt dat geweigerd, want de wet geldt niet voor personen van die leeftijd

    @boundary
    Voorbeeld: Een neef van achttien kan het wel krijgen
      Gegeven dat Jonas meerderjarig is
      Als de burgemeester op 27 maart 2010 om 20:00 aan Jonas een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd

    Voorbeeld: Een onbekende leeftijd houdt het niet tegen en wordt gemarkeerd
      Gegeven dat Adam van onbekende leeftijd is
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd
      En is gemarkeerd dat een leeftijd onbekend is

    Voorbeeld: Beschermd worden kinderen en volwassenen
      Gegeven dat Sara meerderjarig is
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara en Nora beschermt, voor 10 dagen
      Dan beschermt het huisverbod Sara en Nora

  @choice:INT-033
  Regel: Een huisverbod richt zich tot één persoon

    Voorbeeld: Twee ouders krijgen het niet in één besluit
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam en Hanna een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan wordt dat geweigerd, want het huisverbod kan niet tegen deze personen worden opgelegd

    Voorbeeld: Een tweede persoon krijgt een eigen huisverbod
      Gegeven dat de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Als de burgemeester op 27 maart 2010 om 20:30 aan Hanna een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd

    Voorbeeld: Wie alleen is omschreven kan niet worden aangesproken
      Als de burgemeester op 27 maart 2010 om 20:00 aan de bestuurder van de grijze bus een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan wordt dat geweigerd, want het huisverbod kan niet tegen deze personen worden opgelegd

    Voorbeeld: Andere familieleden kunnen er niet mee worden gebonden
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
        | wie                | bepaling                     |
        | Adam               | de woning niet betreden      |
        | andere betrokkenen | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want het huisverbod bindt niemand dan verweerders

  @law:nl/wth/art-1
  Regel: Een huisverbod ziet op de woning en op contact met de huisgenoten

    Voorbeeld: Een uitreisverbod kan er niet in staan
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
        | wie  | bepaling                              | beperking                 |
        | Adam | de woning niet betreden               |                           |
        | Adam | Sara niet naar het buitenland brengen | tot 6 april 2010 om 20:00 |
      Dan wordt dat geweigerd, want een huisverbod kan zo'n bepaling niet bevatten

    Voorbeeld: Het regelen van een huwelijk kan er niet in worden verboden
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
        | wie  | bepaling                        |
        | Adam | geen huwelijk voor Sara regelen |
      Dan wordt dat geweigerd, want een huisverbod kan zo'n bepaling niet bevatten
