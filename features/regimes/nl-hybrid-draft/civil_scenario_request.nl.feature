# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Functionaliteit: Het civiele scenario: slachtoffer en derden vragen de rechter om een bevel tegen een groep
  Dit is niemands recht. Het scenario beantwoordt de tien vragen van de brief naar het
  Engelse voorbeeld dat de brief noemt: preventief, tegen groepsdruk, met verschillende
  maatregelen tegelijk, voor minderjarigen en volwassenen, op verzoek van slachtoffer en
  derden. Elk antwoord is een aanname, gemaakt om te vergelijken. De Nederlandse tekst
  gaat voor.

  Achtergrond:
    Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was

  Regel: Wie een publieke taak heeft vraagt als het slachtoffer zelf, een ander na toestemming

    Voorbeeld: Het slachtoffer vraagt zelf, zonder advocaat
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

    Voorbeeld: Veilig Thuis vraagt voor haar
      Als Veilig Thuis op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

    Voorbeeld: Haar school heeft toestemming van de rechter nodig
      Als haar school op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen achterlating
      Dan heeft de verzoeker eerst toestemming nodig

    Voorbeeld: Zonder toestemming komt er geen bevel
      Gegeven dat haar school op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen achterlating
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want deze verzoeker heeft eerst toestemming nodig

    Voorbeeld: Wie toestemming vraagt spreekt ook van haar wensen
      Gegeven dat haar tante Ruth op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als Ruth op 3 maart 2025 om 09:30 toestemming vroeg, sprekend van de band met haar en van de omstandigheden
      Dan wordt dat geweigerd, want het verzoek moet meer noemen

    Voorbeeld: Een tante die alles noemt krijgt toestemming
      Gegeven dat haar tante Ruth op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat Ruth op 3 maart 2025 om 09:30 toestemming vroeg, sprekend van de band met haar, de omstandigheden en van haar wensen en gevoelens
      Als de rechter op 4 maart 2025 om 09:00 toestemming gaf
      Dan is vastgelegd dat toestemming is gegeven

  Regel: Minderjarigen en volwassenen worden beschermd

    Voorbeeld: Een volwassene die het bevel niet wil kan toch worden beschermd
      Gegeven dat Sara meerderjarig is
      En dat Veilig Thuis op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als de rechter op 3 maart 2025 om 12:00 noteerde dat Sara het bevel niet wil
      Dan is gemarkeerd dat de beschermde persoon het bevel niet wil
      En is de stand van het bevel: verzocht

    Voorbeeld: Een kind van acht wordt beschermd tegen genitale verminking
      Gegeven dat Nora jonger dan 12 is
      Als de Raad voor de Kinderbescherming op 3 maart 2025 om 09:00 verzocht om een bevel tegen Hanna dat Nora beschermt tegen genitale verminking
      Dan is vastgelegd dat om een bevel is verzocht

  Regel: Tegen groepsdruk bindt één bevel meer personen, ook wie niet met name is genoemd

    @boundary
    Voorbeeld: Ouders en een neef van zestien in één bevel
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam, Hanna en Jonas dat Sara beschermt tegen huwelijksdwang
      Dan is vastgelegd dat om een bevel is verzocht

    @boundary
    Voorbeeld: Een kind jonger dan twaalf wordt niet gebonden
      Gegeven dat Jonas jonger dan 12 is
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam, Hanna en Jonas dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de wet geldt niet voor personen van die leeftijd

    @edge:EC05
    Voorbeeld: Een oom uit de ruimere kring is aantoonbaar ingelicht zodra het hem is verteld
      Gegeven dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
      En dat de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie                | bepaling                        |
        | Adam               | geen contact zoeken met Sara    |
        | andere betrokkenen | geen huwelijk voor Sara regelen |
      Als de politie op 5 maart 2025 om 10:00 Elias per telefoon vertelde wat het bevel inhoudt
      Dan is Elias niet aantoonbaar ingelicht op 5 maart 2025 om 09:59
      En is Elias aantoonbaar ingelicht op 5 maart 2025 om 10:00
