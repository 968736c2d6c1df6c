# language: nl
@regime:nl-huisverbod @law:nl/wth/art-11
Functionaliteit: Wie een huisverbod kent en overtreedt, begaat een misdrijf
  Een huisverbod bindt vanaf de bekendmaking: de uitreiking of, bij dringende spoed, de
  mondelinge aanzegging. Wie er daarna mee in strijd handelt begaat een misdrijf. Een
  civiele weg is er niet. Een melding is een bewering; hier staat alleen welke weg zij
  opent. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het tijdelijk huisverbod geldt
    En dat de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen

  @law:nl/awb/art-3-40 @choice:INT-027
  Regel: Een huisverbod bindt niet voordat het is bekendgemaakt

    @edge:EC01
    Voorbeeld: Contact voordat hij het kon weten opent geen weg
      Als Adam op 27 maart 2010 om 20:05 contact zocht met Sara
      Dan is vastgelegd dat het incident is gemeld
      En is de strafrechtelijke weg gesloten, want het huisverbod was deze persoon niet bekendgemaakt
      En is de stand van het huisverbod: opgelegd

    @boundary
    Voorbeeld: Eén minuut voor de uitreiking
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte
      Als Adam op 27 maart 2010 om 20:14 contact zocht met Sara
      Dan is de strafrechtelijke weg gesloten, want het huisverbod was deze persoon niet bekendgemaakt

    @boundary
    Voorbeeld: De minuut van de uitreiking
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte
      Als Adam op 27 maart 2010 om 20:15 contact zocht met Sara
      Dan staat de strafrechtelijke weg open
      En is de stand van het huisverbod: overtreden

  @law:nl/wth/art-2/lid-7 @choice:INT-014
  Regel: Bij dringende spoed is een mondelinge aanzegging genoeg, als zij de inhoud noemt

    @edge:EC02 @boundary
    Voorbeeld: Aangezegd, en pas later op schrift
      Gegeven dat de hulpofficier van justitie op 27 maart 2010 om 20:10 het huisverbod mondeling aan Adam aanzegde
      En dat de politie op 27 maart 2010 om 21:30 het huisverbod aan Adam uitreikte
      Als Adam op 27 maart 2010 om 20:10 de woning betrad
      Dan staat de strafrechtelijke weg open

    @boundary
    Voorbeeld: Eén minuut voor de aanzegging
      Gegeven dat de hulpofficier van justitie op 27 maart 2010 om 20:10 het huisverbod mondeling aan Adam aanzegde
      Als Adam op 27 maart 2010 om 20:09 de woning betrad
      Dan is de strafrechtelijke weg gesloten, want het huisverbod was deze persoon niet bekendgemaakt

    Voorbeeld: Alleen horen dat er een huisverbod is, is te weinig
      Gegeven dat de hulpofficier van justitie op 27 maart 2010 om 20:10 Adam mondeling alleen vertelde dat er een huisverbod is
      Als Adam op 27 maart 2010 om 21:00 de woning betrad
      Dan is de strafrechtelijke weg gesloten, want uit niets blijkt dat deze persoon de inhoud van het huisverbod kende

    Voorbeeld: Een telefoontje maakt het huisverbod niet bekend
      Als de hulpofficier van justitie op 27 maart 2010 om 20:10 Adam per telefoon vertelde wat het huisverbod inhoudt
      Dan wordt dat geweigerd, want zo kan een huisverbod niet worden bekendgemaakt of meegedeeld

    Voorbeeld: Wat een huisgenoot vertelt is geen bekendmaking
      Als Ruth op 27 maart 2010 om 20:10 Adam mondeling vertelde wat het huisverbod inhoudt
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  Regel: Handelen in strijd met het huisverbod is strafbaar met ten hoogste twee jaar gevangenisstraf

    Achtergrond:
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte

    Voorbeeld: De woning betreden
      Als Adam op 28 maart 2010 om 10:00 de woning betrad
      Dan staat de strafrechtelijke weg open
      En is de hoogste straf langs de strafrechtelijke weg 2 jaar

    @law:nl/wth/art-1
    Voorbeeld: Contact zoeken buiten de woning
      Als Adam op 28 maart 2010 om 10:00 contact zocht met Sara
      Dan staat de strafrechtelijke weg open

    @law:nl/wth/art-2/lid-6
    Voorbeeld: Geen adres opgeven is nalaten, en geen misdrijf
      Als Adam op 29 maart 2010 om 10:00 geen adres opgaf
      Dan is de strafrechtelijke weg gesloten, want nalaten wat een huisverbod gebiedt is niet strafbaar

  @choice:INT-033 @law:nl/wth/art-2/lid-4
  Regel: Alleen de uithuisgeplaatste kan het huisverbod overtreden

    Voorbeeld: De oom die in zijn plaats contact zoekt is niet gebonden
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte
      Als haar oom Elias op 28 maart 2010 om 10:00 contact zocht met Sara
      Dan is de strafrechtelijke weg gesloten, want die bepaling bindt deze persoon niet

  Regel: De politie zendt het proces-verbaal in bij het openbaar ministerie, ook na afloop

    Achtergrond:
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte
      En dat Adam op 5 april 2010 om 10:00 de woning betrad

    @edge:EC09
    Voorbeeld: Een proces-verbaal wordt ingezonden nadat het huisverbod is afgelopen
      Gegeven dat op 6 april 2010 om 20:00 het einde van het huisverbod is genoteerd
      Als de politie op 12 april 2010 om 10:00 het proces-verbaal over het incident bij het OM inzond
      Dan is vastgelegd dat het proces-verbaal bij het OM is ingezonden

    Voorbeeld: De burgemeester zendt niets in
      Als de burgemeester op 5 april 2010 om 12:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

    @edge:EC15
    Voorbeeld: Een ingetrokken aangifte laat de weg open
      Als Sara op 6 april 2010 om 10:00 de aangifte over het incident introk
      Dan staat de strafrechtelijke weg open

  Regel: Een civiele weg heeft een huisverbod niet

    Voorbeeld: Wie beschermd wordt kan geen dwangsom opeisen
      Gegeven dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte
      En dat Adam op 28 maart 2010 om 10:00 de woning betrad
      Als Sara op 29 maart 2010 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want dit huisverbod kent geen civiele weg
