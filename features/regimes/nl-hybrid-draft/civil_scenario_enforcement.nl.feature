# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Functionaliteit: Het civiele scenario: een civiel bevel met een strafrechtelijke en een civiele weg
  Dit is niemands recht. Aangenomen is dat doen wat het bevel verbiedt een misdrijf is
  van wie het bevel kent, ook in het buitenland, en dat daarnaast een dwangsom kan worden
  verbeurd. Naar geldend recht is een dwangsom geen straf maar een pressiemiddel, dat
  naast een strafvervolging kan staan; dat de ene weg hier de andere sluit is onze
  verstrekkendste aanname. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was
    En dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen achterlating
    En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
    En dat de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
      | wie           | bepaling                                   | beperking                                            |
      | Adam          | geen contact zoeken met Sara               |                                                      |
      | Adam en Hanna | Sara niet naar het buitenland brengen      | tot 1 september 2025 om 00:00, ook in het buitenland |
      | Hanna         | meewerken aan toezicht op Sara door school |                                                      |

  Regel: Wie weet dat het bevel bestaat en het overtreedt, is strafbaar

    @boundary @edge:EC01
    Voorbeeld: Eén minuut voordat hij het hoort
      Gegeven dat de politie op 5 maart 2025 om 10:00 Adam per telefoon alleen vertelde dat er een bevel is
      Als Adam op 5 maart 2025 om 09:59 contact zocht met Sara
      Dan is de strafrechtelijke weg gesloten, want uit niets blijkt dat deze persoon het bevel kende

    @boundary @edge:EC48
    Voorbeeld: De minuut waarin hij het hoort
      Gegeven dat de politie op 5 maart 2025 om 10:00 Adam per telefoon alleen vertelde dat er een bevel is
      Als Adam op 5 maart 2025 om 10:00 contact zocht met Sara
      Dan staat de strafrechtelijke weg open
      En is de hoogste straf langs de strafrechtelijke weg 5 jaar
      En is de civiele weg gesloten, want het bevel was deze persoon niet betekend

    @edge:EC04
    Voorbeeld: Ieder lid van de groep wordt apart beoordeeld
      Gegeven dat de politie op 5 maart 2025 om 10:00 Adam per telefoon vertelde wat het bevel inhoudt
      En dat Adam op 6 maart 2025 om 10:00 een vlucht voor Sara boekte
      Als Hanna op 6 maart 2025 om 10:05 een vlucht voor Sara boekte
      Dan staat de strafrechtelijke weg voor het incident van Adam open
      En is de strafrechtelijke weg voor het incident van Hanna gesloten, want uit niets blijkt dat deze persoon het bevel kende

  Regel: Wie doet wat verboden is begaat een misdrijf, ook in het buitenland; wie iets nalaat niet

    Achtergrond:
      Gegeven dat de deurwaarder op 5 maart 2025 om 10:00 het bevel aan Adam betekende bij exploot
      En dat de deurwaarder op 5 maart 2025 om 10:30 het bevel aan Hanna betekende bij exploot

    @edge:EC07 @edge:EC08
    Voorbeeld: Een vlucht die in het buitenland wordt geboekt valt eronder
      Als Hanna op 6 maart 2025 om 10:00 in het buitenland een vlucht voor Sara boekte
      Dan staat de strafrechtelijke weg open

    Voorbeeld: Een moeder die niet meewerkt aan toezicht door school verbeurt alleen een dwangsom
      Als Hanna op 6 maart 2025 om 10:00 niet meewerkte aan toezicht op Sara door school
      Dan is de strafrechtelijke weg gesloten, want nalaten wat een bevel gebiedt is niet strafbaar
      En staat de civiele weg open

  Regel: De school meldt, de politie zendt het proces-verbaal in, de officier van justitie beslist

    Achtergrond:
      Gegeven dat de deurwaarder op 5 maart 2025 om 10:00 het bevel aan Adam betekende bij exploot
      En dat haar school op 7 maart 2025 om 09:00 meldde dat Adam op 6 maart 2025 om 10:00 contact zocht met Sara

    Voorbeeld: De politie zendt het proces-verbaal in bij het openbaar ministerie
      Als de politie op 7 maart 2025 om 11:00 het proces-verbaal over het incident bij het OM inzond
      Dan is vastgelegd dat het proces-verbaal bij het OM is ingezonden
      En is de stand van het bevel: ingezonden

    Voorbeeld: De school die meldde zendt niet zelf in
      Als haar school op 7 maart 2025 om 11:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd

  @choice:INT-053
  Regel: Aangenomen: wie een dwangsom betaalde wordt niet ook vervolgd, en wie is veroordeeld betaalt geen dwangsom

    Achtergrond:
      Gegeven dat de deurwaarder op 5 maart 2025 om 10:00 het bevel aan Adam betekende bij exploot
      En dat Adam op 6 maart 2025 om 10:00 contact zocht met Sara

    @edge:EC18
    Voorbeeld: Een geïnde dwangsom sluit de strafrechtelijke weg
      Gegeven dat Sara op 10 maart 2025 om 10:00 de dwangsom voor het incident opeiste
      En dat de deurwaarder op 10 april 2025 om 10:00 bij Adam de dwangsom inde
      Als de politie op 11 april 2025 om 10:00 het proces-verbaal over het incident bij het OM inzond
      Dan wordt dat geweigerd, want langs civiele weg is voor hetzelfde gedrag al gestraft of een dwangsom geïnd

    Voorbeeld: Een veroordeling sluit de dwangsom
      Gegeven dat de politie op 7 maart 2025 om 10:00 het proces-verbaal over het incident bij het OM inzond
      En dat de strafrechter op 6 juni 2025 om 10:00 over Adam besliste: veroordeeld
      Als Sara op 10 juni 2025 om 10:00 de dwangsom voor het incident opeiste
      Dan wordt dat geweigerd, want hetzelfde gedrag leidde tot een veroordeling

    @edge:EC20
    Voorbeeld: Een vrijspraak laat de dwangsom aan een mens ter beoordeling
      Gegeven dat de politie op 7 maart 2025 om 10:00 het proces-verbaal over het incident bij het OM inzond
      Als de strafrechter op 6 juni 2025 om 10:00 over Adam besliste: vrijgesproken
      Dan moet een mens over de civiele weg oordelen, want hetzelfde gedrag leidde tot vrijspraak
