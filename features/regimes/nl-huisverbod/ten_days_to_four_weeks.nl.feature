# language: nl
@regime:nl-huisverbod @law:nl/wth/art-2/lid-1
Functionaliteit: Een huisverbod duurt tien dagen, en met verlenging ten hoogste vier weken
  De wet telt in dagen en weken en zwijgt over het uur. De vier weken lopen vanaf het
  opleggen: het is niet tien dagen en dan nog vier weken. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het tijdelijk huisverbod geldt
    En dat de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
    En dat de politie op 27 maart 2010 om 20:15 het huisverbod aan Adam uitreikte

  @choice:INT-001 @choice:INT-018 @law:nl/case/rbmid-2011-bp2167
  Regel: De tien dagen eindigen op het uur waarop zij begonnen

    @boundary @edge:EC37
    Voorbeeld: Eén minuut voor het einde, na een nacht van drieëntwintig uur
      Als Adam op 6 april 2010 om 19:59 de woning betrad
      Dan staat de strafrechtelijke weg open

    @boundary @edge:EC37
    Voorbeeld: Het uur waarop de tien dagen om zijn
      Als Adam op 6 april 2010 om 20:00 de woning betrad
      Dan is de strafrechtelijke weg gesloten, want toen was geen huisverbod van kracht

    @edge:EC37
    Abstract Scenario: Het einde valt op dezelfde kloktijd
      Als de burgemeester op <opgelegd> aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan eindigt het huisverbod op <einde>

      Voorbeelden:
        | opgelegd                  | einde                    | waarom                                               |
        | 27 maart 2010 om 20:00    | 6 april 2010 om 20:00    | de nacht waarin de zomertijd ingaat telt mee als dag |
        | 25 oktober 2010 om 20:00  | 4 november 2010 om 20:00 | ook de nacht waarin de zomertijd eindigt             |
        | 22 februari 2012 om 09:30 | 3 maart 2012 om 09:30    | 29 februari is een van de tien dagen                 |
        | 22 februari 2011 om 09:30 | 4 maart 2011 om 09:30    | februari telt dat jaar 28 dagen                      |
        | 26 december 2011 om 23:59 | 5 januari 2012 om 23:59  | de jaarwisseling onderbreekt niets                   |

  @choice:INT-028 @law:nl/atw/art-1
  Regel: Het einde schuift niet op naar een werkdag

    Abstract Scenario: Een einde op een zondag of feestdag blijft waar het is
      Als de burgemeester op <opgelegd> aan Adam een huisverbod oplegde dat Sara beschermt, voor 10 dagen
      Dan eindigt het huisverbod op <einde>

      Voorbeelden:
        | opgelegd                  | einde                     | waarom                                                    |
        | 3 juni 2010 om 20:00      | 13 juni 2010 om 20:00     | een zondag: de Termijnenwet helpt wie zelf iets moet doen |
        | 26 maart 2010 om 18:00    | 5 april 2010 om 18:00     | tweede paasdag                                            |
        | 15 december 2010 om 20:00 | 25 december 2010 om 20:00 | eerste kerstdag                                           |

  @choice:INT-001 @choice:INT-039
  Regel: Het wordt voor tien dagen opgelegd, niet langer en niet korter

    @boundary
    Voorbeeld: Tien dagen op het uur
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, tot 6 april 2010 om 20:00
      Dan is vastgelegd dat het huisverbod is opgelegd

    @boundary
    Voorbeeld: Eén minuut meer
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, tot 6 april 2010 om 20:01
      Dan wordt dat geweigerd, want het einde ligt voorbij de langste termijn

    @boundary
    Voorbeeld: Eén minuut minder
      Als de burgemeester op 27 maart 2010 om 20:00 aan Adam een huisverbod oplegde dat Sara beschermt, tot 6 april 2010 om 19:59
      Dan wordt dat geweigerd, want de wet bepaalt eerst een langere termijn

  @law:nl/wth/art-9/lid-1 @choice:INT-013 @law:nl/case/rbmid-2011-bp2167
  Regel: De burgemeester kan verlengen tot ten hoogste vier weken nadat is opgelegd

    @boundary @edge:EC31
    Voorbeeld: Achttien dagen erbij is precies vier weken
      Als de burgemeester op 6 april 2010 om 16:00 het huisverbod verlengde, tot 24 april 2010 om 20:00
      Dan is vastgelegd dat het huisverbod is verlengd
      En eindigt het huisverbod op 24 april 2010 om 20:00

    @boundary @edge:EC31
    Voorbeeld: Eén minuut later is te laat
      Als de burgemeester op 6 april 2010 om 16:00 het huisverbod verlengde, tot 24 april 2010 om 20:01
      Dan wordt dat geweigerd, want het einde ligt voorbij de langste termijn

    @edge:EC31
    Voorbeeld: Vier weken na de eerste tien dagen kan niet
      Als de burgemeester op 5 april 2010 om 16:00 het huisverbod verlengde, tot 4 mei 2010 om 20:00
      Dan wordt dat geweigerd, want het einde ligt voorbij de langste termijn

  @law:nl/wth/art-9/lid-1 @choice:INT-018
  Regel: Alleen een huisverbod dat nog loopt kan worden verlengd

    @boundary
    Voorbeeld: De laatste minuut
      Als de burgemeester op 6 april 2010 om 19:59 het huisverbod verlengde, tot 16 april 2010 om 20:00
      Dan is vastgelegd dat het huisverbod is verlengd

    @boundary
    Voorbeeld: De minuut waarop het is afgelopen
      Als de burgemeester op 6 april 2010 om 20:00 het huisverbod verlengde, tot 16 april 2010 om 20:00
      Dan wordt dat geweigerd, want toen was geen huisverbod van kracht

  @law:nl/wth/art-3 @law:nl/wth/art-9/lid-1
  Regel: Verlengen is aan de burgemeester zelf, en wordt niet gemandateerd

    @edge:EC32
    Voorbeeld: De hulpofficier die mocht opleggen mag niet verlengen
      Als de hulpofficier van justitie op 5 april 2010 om 16:00 het huisverbod verlengde, tot 24 april 2010 om 20:00
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd
      En eindigt het huisverbod op 6 april 2010 om 20:00
