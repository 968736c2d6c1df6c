# language: nl
@regime:nl-kort-geding-verbod @law:nl/rv/art-254 @choice:INT-037
Functionaliteit: Het vonnis bepaalt hoe lang het verbod duurt, en een nieuw vonnis kan het verscherpen
  Een wettelijk maximum is er niet. Een hogere dwangsom of een nieuw verbod vraagt een
  nieuw vonnis, dat opnieuw wordt betekend; wij leggen het vast als wijziging van
  hetzelfde verbod. De hoogte van de dwangsom staat in het vonnis en niet hier. De
  Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het verbod in kort geding geldt
    En dat Sara meerderjarig is
    En dat Sara op 12 februari 2024 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
    En dat de voorzieningenrechter op 26 februari 2024 om 14:00 het verbod na horen toewees, voor 1 jaar
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |

  @choice:INT-051
  Regel: Een termijn in het vonnis loopt zoals het vonnis bepaalt; zwijgt het, dan lezen wij: vanaf de betekening

    Voorbeeld: Een jaar na de betekening
      Als de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot
      Dan is vastgelegd dat het einde opnieuw is geteld
      En eindigt het verbod op 1 maart 2025 om 10:00

    @boundary @choice:INT-002
    Voorbeeld: Betekend de dag voor schrikkeldag, eindigt een jaar later op die dag
      Als de deurwaarder op 28 februari 2024 om 10:00 het verbod aan Adam betekende bij exploot
      Dan eindigt het verbod op 28 februari 2025 om 10:00

    @boundary @choice:INT-002
    Voorbeeld: Betekend op schrikkeldag, eindigt een jaar later op de laatste dag van februari
      Als de deurwaarder op 29 februari 2024 om 10:00 het verbod aan Adam betekende bij exploot
      Dan eindigt het verbod op 28 februari 2025 om 10:00

    Voorbeeld: Een langere duur stuit niet op een maximum
      Als de voorzieningenrechter op 4 maart 2024 om 10:00 het verbod verlengde, tot 26 februari 2029 om 14:00
      Dan eindigt het verbod op 26 februari 2029 om 14:00

  @law:nl/case/rbove-2023-1302
  Regel: De rechter kan de dwangsom verhogen als zij niet afschrikt

    Achtergrond:
      Gegeven dat de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot

    Voorbeeld: Na vijftig overtredingen volgt een hogere dwangsom, en nog steeds geen strafbaar feit
      Gegeven dat Adam vanaf 2 maart 2024 om 10:00 50 dagen achtereen contact zocht met Sara
      Als de voorzieningenrechter op 6 mei 2024 om 14:00 het verbod na horen wijzigde, op vordering van eiseres
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan is vastgelegd dat het verbod is gewijzigd
      En is de strafrechtelijke weg gesloten, want overtreding van dit verbod is geen strafbaar feit

    @edge:EC11
    Voorbeeld: Tot het nieuwe vonnis is betekend geldt de oude dwangsom
      Gegeven dat de voorzieningenrechter op 6 mei 2024 om 14:00 het verbod na horen wijzigde, op vordering van eiseres
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Als Adam op 7 mei 2024 om 10:00 contact zocht met Sara
      Dan staat de civiele weg open

    Voorbeeld: De officier van justitie kan geen verhoging uitlokken
      Als de officier van justitie op 6 mei 2024 om 14:00 het verbod na horen wijzigde, op vordering van eiseres
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  @law:nl/rv/art-611a @choice:INT-015
  Regel: Bij een nieuw verbod in een gewijzigd vonnis wordt een dwangsom verbeurd na nieuwe betekening

    Achtergrond:
      Gegeven dat de deurwaarder op 1 maart 2024 om 10:00 het verbod aan Adam betekende bij exploot
      En dat de voorzieningenrechter op 6 mei 2024 om 14:00 het verbod na horen wijzigde, op vordering van eiseres
        | wie  | bepaling                          |
        | Adam | geen contact zoeken met Sara      |
        | Adam | niet bij de school van Sara komen |
      En dat de deurwaarder op 8 mei 2024 om 12:00 het verbod aan Adam betekende bij exploot

    @boundary @edge:EC11
    Voorbeeld: Eén minuut voor de nieuwe betekening
      Als Adam op 8 mei 2024 om 11:59 bij de school van Sara kwam
      Dan is de civiele weg gesloten, want het verbod was deze persoon niet betekend

    @boundary @edge:EC11
    Voorbeeld: De minuut van de nieuwe betekening
      Als Adam op 8 mei 2024 om 12:00 bij de school van Sara kwam
      Dan staat de civiele weg open
