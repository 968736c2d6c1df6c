# language: nl
@regime:nl-kort-geding-verbod @law:nl/rv/art-254 @choice:INT-037
Functionaliteit: Een verbod in kort geding wordt opgeheven vanaf nu, of vernietigd vanaf het begin
  Wie het verbod wil laten opheffen, vordert dat in een nieuw geding. Wie vindt dat het
  nooit gegeven had mogen worden, gaat in hoger beroep. Dat maakt verschil voor de
  dwangsommen die al zijn verbeurd. Hoger beroep schorst de tenuitvoerlegging, tenzij het
  vonnis uitvoerbaar bij voorraad is verklaard; wij nemen aan dat elk vonnis dat is, en
  tonen het andere geval niet. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het verbod in kort geding geldt
    En dat Sara meerderjarig is
    En dat Sara op 12 februari 2024 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
    En dat de voorzieningenrechter op 26 februari 2024 om 14:00 het verbod na horen toewees, voor 1 jaar
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |

  Regel: Opheffing werkt vanaf dat moment

    Achtergrond:
      Gegeven dat de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot
      En dat de voorzieningenrechter op 3 juni 2024 om 10:00 het verbod ophief, op vordering van gedaagde

    @boundary
    Voorbeeld: De laatste minuut van het verbod
      Als Adam op 3 juni 2024 om 09:59 contact zocht met Sara
      Dan staat de civiele weg open

    @boundary
    Voorbeeld: De minuut van de opheffing
      Als Adam op 3 juni 2024 om 10:00 contact zocht met Sara
      Dan is de civiele weg gesloten, want toen was geen verbod van kracht

  @law:nl/rv/art-350 @choice:INT-050
  Regel: Hoger beroep schorst een vonnis niet dat uitvoerbaar bij voorraad is verklaard

    @edge:EC12
    Voorbeeld: Hangende het hoger beroep wordt de dwangsom verbeurd
      Gegeven dat de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot
      En dat Adam op 4 maart 2024 om 10:00 in hoger beroep ging tegen het vonnis
      Als Adam op 5 maart 2024 om 10:00 contact zocht met Sara
      Dan staat de civiele weg open

  @law:nl/rv/art-332 @choice:INT-026
  Regel: Vernietiging in hoger beroep werkt terug, en de dwangsom vervalt

    Achtergrond:
      Gegeven dat de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot
      En dat Adam op 2 maart 2024 om 10:00 contact zocht met Sara
      En dat Adam op 4 maart 2024 om 10:00 in hoger beroep ging tegen het vonnis

    @edge:EC12
    Voorbeeld: Na vernietiging is er niets meer op te eisen
      Gegeven dat het gerechtshof op 29 mei 2024 om 10:00 het vonnis vernietigde
      Als Sara op 30 mei 2024 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want het verbod is vanaf het begin vernietigd

    @edge:EC12
    Voorbeeld: Wordt het vonnis bekrachtigd, dan blijft de dwangsom verschuldigd
      Gegeven dat het gerechtshof op 29 mei 2024 om 10:00 het vonnis bekrachtigde
      Als Sara op 30 mei 2024 om 10:00 de dwangsom voor het incident opeiste
      Dan is vastgelegd dat de dwangsom is opgeëist
