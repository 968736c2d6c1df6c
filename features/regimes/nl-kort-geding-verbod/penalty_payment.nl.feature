# language: nl
@regime:nl-kort-geding-verbod @law:nl/rv/art-611a
Functionaliteit: Wie een verbod in kort geding overtreedt, verbeurt een dwangsom en begaat geen strafbaar feit
  Dit is het gat dat de beleidsreactie op 'Over grenzen' beschrijft: overtreding leidt
  niet vanzelf tot een sanctie. Het slachtoffer laat het verbod door de deurwaarder
  betekenen, verzamelt zelf het bewijs en int zelf de dwangsom. De hoogte van de
  dwangsom staat in het vonnis en niet hier. Een verbeurde dwangsom verjaart na zes
  maanden; die termijn houden wij niet bij. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het verbod in kort geding geldt
    En dat Sara meerderjarig is
    En dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
    En dat de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, tot 10 maart 2026 om 14:00
      | wie  | bepaling                          |
      | Adam | geen contact zoeken met Sara      |
      | Adam | niet bij de school van Sara komen |

  Regel: Een dwangsom wordt verbeurd vanaf de betekening, en niet eerder

    @boundary @edge:EC01 @choice:INT-015
    Voorbeeld: Eén minuut voor de betekening
      Gegeven dat de deurwaarder op 12 maart 2025 om 12:00 het verbod aan Adam betekende bij exploot
      Als Adam op 12 maart 2025 om 11:59 contact zocht met Sara
      Dan is vastgelegd dat het incident is gemeld
      En is de civiele weg gesloten, want het verbod was deze persoon niet betekend

    @boundary
    Voorbeeld: De minuut van de betekening
      Gegeven dat de deurwaarder op 12 maart 2025 om 12:00 het verbod aan Adam betekende bij exploot
      Als Adam op 12 maart 2025 om 12:00 contact zocht met Sara
      Dan staat de civiele weg open

    @choice:INT-015
    Voorbeeld: Aanwezig zijn bij de uitspraak is niet genoeg
      Gegeven dat Adam op 10 maart 2025 om 14:00 in de rechtszaal was toen het verbod werd toegewezen
      Als Adam op 11 maart 2025 om 10:00 contact zocht met Sara
      Dan is de civiele weg gesloten, want het verbod was deze persoon niet betekend

  @law:nl/rv/art-45
  Regel: Betekenen doet de deurwaarder, bij exploot

    Voorbeeld: Wie het vonnis overhandigt heeft het niet betekend
      Als de bezorger van de stukken op 11 maart 2025 om 10:00 het verbod aan Adam overhandigde
      Dan wordt dat geweigerd, want zo kan een verbod niet worden betekend of meegedeeld

    Voorbeeld: Het slachtoffer kan geen exploot uitbrengen
      Als Sara op 11 maart 2025 om 10:00 het verbod aan Adam betekende bij exploot
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

    Voorbeeld: De politie evenmin
      Als de politie op 11 maart 2025 om 10:00 het verbod aan Adam betekende bij exploot
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  @law:nl/brief-over-grenzen-2025/hybride-bevelen
  Regel: Overtreding is geen strafbaar feit, hoe vaak ook

    Achtergrond:
      Gegeven dat de deurwaarder op 12 maart 2025 om 12:00 het verbod aan Adam betekende bij exploot

    Voorbeeld: De strafrechtelijke weg is gesloten
      Als Adam op 13 maart 2025 om 10:00 bij de school van Sara kwam
      Dan is de strafrechtelijke weg gesloten, want overtreding van dit verbod is geen strafbaar feit

    Voorbeeld: De politie heeft niets om in te zenden
      Gegeven dat Adam op 13 maart 2025 om 10:00 bij de school van Sara kwam
      Als de politie op 13 maart 2025 om 11:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want overtreding van dit verbod is geen strafbaar feit

    @law:nl/case/rbove-2023-1302
    Voorbeeld: Ook de vijftigste overtreding is geen strafbaar feit
      Als Adam vanaf 13 maart 2025 om 10:00 50 dagen achtereen contact zocht met Sara
      Dan zijn er 50 incidenten vastgelegd
      En is de strafrechtelijke weg gesloten, want overtreding van dit verbod is geen strafbaar feit

  @law:nl/rv/art-611c @choice:INT-052
  Regel: De dwangsom komt toe aan wie haar verkreeg, en niemand anders int

    Achtergrond:
      Gegeven dat de deurwaarder op 12 maart 2025 om 12:00 het verbod aan Adam betekende bij exploot
      En dat Adam op 13 maart 2025 om 10:00 contact zocht met Sara

    Voorbeeld: Het slachtoffer eist de dwangsom op
      Als Sara op 20 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Dan is vastgelegd dat de dwangsom is opgeëist

    Voorbeeld: De politie kan haar niet opeisen
      Als de politie op 20 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want wie handelt heeft daartoe geen recht

    Voorbeeld: Een tante die het zag evenmin
      Als Ruth op 20 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want wie handelt heeft daartoe geen recht

    Voorbeeld: De deurwaarder int voor haar
      Gegeven dat Sara op 20 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Als de deurwaarder op 20 mei 2025 om 10:00 bij Adam de dwangsom inde
      Dan is vastgelegd dat de civiele weg is geëindigd

    Voorbeeld: Zonder te zijn opgeëist wordt zij niet geïnd
      Als de deurwaarder op 20 mei 2025 om 10:00 bij Adam de dwangsom inde
      Dan wordt dat geweigerd, want het ligt niet bij de civiele rechter
