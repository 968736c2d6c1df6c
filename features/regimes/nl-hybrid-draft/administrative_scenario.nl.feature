# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-032
Functionaliteit: Het bestuursrechtelijke scenario: de burgemeester legt direct en voor kort een bevel op
  Dit is niemands recht. Het scenario beantwoordt de tien vragen van de brief naar het
  voorbeeld van het huisverbod: ambtshalve, direct, kort, één meerderjarige per bevel,
  met een rechter achteraf. Elk antwoord is een aanname, gemaakt om te vergelijken. De
  Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het hybride beschermingsbevel in het bestuursrechtelijke scenario geldt alsof het wet was

  Regel: De burgemeester beslist ambtshalve; slachtoffer en derden melden

    Voorbeeld: De burgemeester legt op
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan is vastgelegd dat het bevel is opgelegd

    Voorbeeld: Het slachtoffer kan het niet verzoeken
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want deze verzoeker kan geen bevel vragen

    Voorbeeld: Een rechter kan het niet opleggen
      Als de rechter op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  Regel: Het bevel richt zich tot één meerderjarige

    Voorbeeld: Een groep wordt niet in één bevel gebonden
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie           | bepaling                     |
        | Adam en Hanna | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want het bevel kan niet tegen deze personen worden opgelegd

    @boundary
    Voorbeeld: Een neef van zeventien wordt niet gebonden
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Jonas dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie   | bepaling                     |
        | Jonas | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de wet geldt niet voor personen van die leeftijd

    @boundary
    Voorbeeld: Een neef van achttien wel
      Gegeven dat Jonas meerderjarig is
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Jonas dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie   | bepaling                     |
        | Jonas | geen contact zoeken met Sara |
      Dan is vastgelegd dat het bevel is opgelegd

  Regel: Het bevel verbiedt en gebiedt, maar regelt geen hulp van anderen

    Voorbeeld: Contactverbod en uitreisverbod kunnen samen
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen achterlating, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                              | beperking                  |
        | Adam | geen contact zoeken met Sara          |                            |
        | Adam | Sara niet naar het buitenland brengen | tot 13 maart 2025 om 10:00 |
      Dan is vastgelegd dat het bevel is opgelegd

    Voorbeeld: Toezicht door school kan er niet in
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen achterlating, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                                   |
        | Adam | meewerken aan toezicht op Sara door school |
      Dan wordt dat geweigerd, want een bevel kan zo'n bepaling niet bevatten

    Voorbeeld: Werking in het buitenland kan er niet aan worden gegeven
      Als de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                        | beperking             |
        | Adam | geen huwelijk voor Sara regelen | ook in het buitenland |
      Dan wordt dat geweigerd, want geen bepaling mag tot het buitenland reiken

  Regel: Het bevel duurt tien dagen, en met verlenging ten hoogste vier weken

    Achtergrond:
      Gegeven dat de burgemeester op 24 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |

    @boundary @edge:EC37
    Voorbeeld: Vier weken na het opleggen, over de zomertijd heen
      Als de burgemeester op 2 april 2025 om 10:00 het bevel verlengde, tot 21 april 2025 om 10:00
      Dan eindigt het bevel op 21 april 2025 om 10:00

    @boundary
    Voorbeeld: Eén minuut langer kan niet
      Als de burgemeester op 2 april 2025 om 10:00 het bevel verlengde, tot 21 april 2025 om 10:01
      Dan wordt dat geweigerd, want het einde ligt voorbij de langste termijn

    @edge:EC32
    Voorbeeld: De hulpofficier verlengt niet
      Als de hulpofficier van justitie op 2 april 2025 om 10:00 het bevel verlengde, tot 21 april 2025 om 10:00
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  Regel: Wie de inhoud kent en het bevel overtreedt begaat een misdrijf, en een civiele weg is er niet

    Achtergrond:
      Gegeven dat de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      En dat de politie op 3 maart 2025 om 11:00 het bevel aan Adam uitreikte

    @boundary
    Voorbeeld: Eén minuut voor de uitreiking
      Als Adam op 3 maart 2025 om 10:59 contact zocht met Sara
      Dan is de strafrechtelijke weg gesloten, want het bevel was deze persoon niet bekendgemaakt

    @boundary
    Voorbeeld: De minuut van de uitreiking
      Als Adam op 3 maart 2025 om 11:00 contact zocht met Sara
      Dan staat de strafrechtelijke weg open
      En is de hoogste straf langs de strafrechtelijke weg 2 jaar

    Voorbeeld: De politie verwijst naar het openbaar ministerie
      Gegeven dat Adam op 4 maart 2025 om 10:00 contact zocht met Sara
      Als de politie op 4 maart 2025 om 12:00 het proces-verbaal over het incident bij het OM inzond
      Dan is vastgelegd dat het proces-verbaal bij het OM is ingezonden

    Voorbeeld: Een dwangsom is er niet
      Gegeven dat Adam op 4 maart 2025 om 10:00 contact zocht met Sara
      Als Sara op 5 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want dit bevel kent geen civiele weg
