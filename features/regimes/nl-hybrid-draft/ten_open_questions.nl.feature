# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen
Functionaliteit: Zonder antwoord op de tien vragen die wij in de brief lezen gebeurt er niets
  Dit is niemands recht. Voor zover wij op 23 november 2026 vonden, is er geen wet en
  geen wetsvoorstel, alleen een brief die onderwerpen van onderzoek noemt; wij lezen er
  tien vragen in. Een stap die een antwoord nodig heeft, stopt en noemt de vraag; niets
  wordt geraden. Elk voorbeeld neemt een scenario waarin negen vragen bij wijze van
  aanname zijn beantwoord, en laat er één open. De Nederlandse tekst gaat voor.

  Regel: Het voornemen is geen recht

    Voorbeeld: Wie om een hybride bevel verzoekt, stuit op de eerste vraag
      Gegeven dat het recht over het hybride beschermingsbevel geldt alsof het wet was
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de vraag "Wat is de reikwijdte van het bevel of de maatregel?" is open

    Voorbeeld: Ook een scenario is geen recht zolang niemand zegt 'alsof'
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want een ontwerp is niemands recht

  @choice:INT-031
  Regel: Vier vragen gaan aan de behandeling van een verzoek vooraf

    Voorbeeld: Vraag 1, de reikwijdte: tegen welk kwaad en voor wie
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Wat is de reikwijdte van het bevel of de maatregel?" open is
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de vraag "Wat is de reikwijdte van het bevel of de maatregel?" is open

    Voorbeeld: Vraag 2, de verzoeker: of een derde mag vragen weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Wie is bevoegd om een aanvraag te doen?" open is
      Als haar school op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de vraag "Wie is bevoegd om een aanvraag te doen?" is open

    Voorbeeld: Vraag 4, de toegang: of een advocaat nodig is weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Hoe laagdrempelig is de toegang voor een aanvraag?" open is
      Als Sara op 3 maart 2025 om 09:00 met een advocaat verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de vraag "Hoe laagdrempelig is de toegang voor een aanvraag?" is open

    Voorbeeld: Vraag 6, de personen: of tegen een groep kan worden opgetreden weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Tegen welke bredere groep van personen kan worden opgetreden?" open is
      Als Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want de vraag "Tegen welke bredere groep van personen kan worden opgetreden?" is open

  @choice:INT-031
  Regel: Vier vragen gaan aan de beslissing vooraf

    Voorbeeld: Vraag 3, de instantie: wie het bevel oplegt weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Wie is bevoegd om het bevel of de maatregel op te leggen?" open is
      En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de vraag "Wie is bevoegd om het bevel of de maatregel op te leggen?" is open

    Voorbeeld: Vraag 5, de begeleiding: welke hulp erbij hoort weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Welke begeleiding is bij een aanvraag nodig?" open is
      En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de vraag "Welke begeleiding is bij een aanvraag nodig?" is open

    Voorbeeld: Vraag 7, het maatwerk: wat erin mag staan weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Hoe wordt maatwerk toegepast?" open is
      En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de vraag "Hoe wordt maatwerk toegepast?" is open

    Voorbeeld: Vraag 10, de rechtsvorm: civiel of bestuursrechtelijk weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was, maar de vraag "Welke rechtsvorm past het best: civielrechtelijk of bestuursrechtelijk, met strafrechtelijke handhaving?" open is
      En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de vraag "Welke rechtsvorm past het best: civielrechtelijk of bestuursrechtelijk, met strafrechtelijke handhaving?" is open

  @choice:INT-032
  Regel: Twee vragen gaan aan de handhaving vooraf

    Voorbeeld: Vraag 8, de sanctie: of overtreding strafbaar is weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het bestuursrechtelijke scenario geldt alsof het wet was, maar de vraag "Welke sanctie volgt op overtreding, en hoe hoog is die?" open is
      En dat de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      En dat de politie op 3 maart 2025 om 11:00 het bevel aan Adam uitreikte
      En dat Adam op 4 maart 2025 om 10:00 contact zocht met Sara
      Als de politie op 4 maart 2025 om 11:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want de vraag "Welke sanctie volgt op overtreding, en hoe hoog is die?" is open

    Voorbeeld: Vraag 9, de handhaafbaarheid: of het in rechte te handhaven is weet niemand
      Gegeven dat het recht over het hybride beschermingsbevel in het bestuursrechtelijke scenario geldt alsof het wet was, maar de vraag "Is het juridisch handhaafbaar?" open is
      En dat de burgemeester op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen huwelijksdwang, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      En dat de politie op 3 maart 2025 om 11:00 het bevel aan Adam uitreikte
      En dat Adam op 4 maart 2025 om 10:00 contact zocht met Sara
      Als de politie op 4 maart 2025 om 11:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want de vraag "Is het juridisch handhaafbaar?" is open
