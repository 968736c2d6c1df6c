# language: nl
@law:nl/wth/art-1 @law:nl/rv/art-611a
Functionaliteit: Woordenlijst van het huisverbod en de dwangsom
  Een voorbeeld van elke zin die alleen Nederlands recht gebruikt. Wie geen bepalingen
  noemt, legt op wat de wet noemt: de woning niet betreden, geen contact, een adres
  opgeven. Nederlandse bestanden mogen het woord van de wet gebruiken: het huisverbod of
  het verbod voor het bevel, opgelegd voor gegeven, bekendgemaakt voor betekend, de
  voorzieningenrechter, de rechtbank of het gerechtshof voor de rechter.

  Regel: Een huisverbod wordt opgelegd, aangezegd en uitgereikt

    Achtergrond:
      Gegeven dat het recht over het tijdelijk huisverbod geldt

    Voorbeeld: Opgelegd
      Als de burgemeester op 3 maart 2025 om 14:00 aan Adam een huisverbod oplegde dat Sara en Nora beschermt, voor 10 dagen
      Dan is vastgelegd dat het huisverbod is opgelegd

    Voorbeeld: Mondeling aangezegd
      Gegeven dat de burgemeester op 3 maart 2025 om 14:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Als de hulpofficier van justitie op 3 maart 2025 om 14:10 het huisverbod mondeling aan Adam aanzegde
      Dan is vastgelegd dat iemand over het huisverbod is ingelicht

    Voorbeeld: Uitgereikt
      Gegeven dat de burgemeester op 3 maart 2025 om 14:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Als de politie op 3 maart 2025 om 14:30 het huisverbod aan Adam uitreikte
      Dan is de stand van het huisverbod: bekendgemaakt

  Regel: Een dwangsom wordt opgeëist en geïnd

    Achtergrond:
      Gegeven dat het recht over het verbod in kort geding geldt
      En dat Sara op 28 februari 2025 om 09:00 met een advocaat verzocht om een verbod tegen Adam dat Sara beschermt tegen belaging
      En dat de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      En dat de deurwaarder op 12 maart 2025 om 12:00 het verbod aan Adam betekende bij exploot

    Voorbeeld: Dag na dag overtreden
      Als Adam vanaf 13 maart 2025 om 10:00 3 dagen achtereen contact zocht met Sara
      Dan zijn er 3 incidenten vastgelegd

    Voorbeeld: Opgeëist, en geïnd
      Gegeven dat Adam op 13 maart 2025 om 10:00 contact zocht met Sara
      En dat Sara op 20 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      Als de deurwaarder op 20 mei 2025 om 10:00 bij Adam de dwangsom inde
      Dan is vastgelegd dat de civiele weg is geëindigd
