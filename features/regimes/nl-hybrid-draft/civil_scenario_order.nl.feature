# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031
Functionaliteit: Het civiele scenario: de rechter geeft een bevel op maat
  Dit is niemands recht. Aangenomen is dat verschillende maatregelen tegelijk kunnen
  worden opgelegd, zoals het contactverbod, het uitreisverbod, het toezicht door school
  en de afspraak met een beschermend familielid die de brief noemt, en dat het bevel bij
  spoed aan het horen voorafgaat. De Nederlandse tekst gaat voor.

  Achtergrond:
    Gegeven dat het recht over het hybride beschermingsbevel in het civiele scenario geldt alsof het wet was

  Regel: Verschillende maatregelen gaan samen, op maat

    Achtergrond:
      Gegeven dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam en Hanna dat Sara beschermt tegen achterlating
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt

    Voorbeeld: Contactverbod, uitreisverbod, toezicht door school en een beschermend familielid
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, tot nadere beslissing
        | wie           | bepaling                                                      | beperking                                            |
        | Adam          | geen contact zoeken met Sara                                  |                                                      |
        | Adam en Hanna | Sara niet naar het buitenland brengen                         | tot 1 september 2025 om 00:00, ook in het buitenland |
        | Hanna         | meewerken aan toezicht op Sara door school                    |                                                      |
        | Adam en Hanna | meewerken aan contact van Sara met een beschermend familielid |                                                      |
      Dan is vastgelegd dat het bevel is gegeven
      En heeft het bevel geen einddatum

    @choice:INT-025
    Voorbeeld: Een uitreisverbod zonder einde of toetsing kan niet, tenzij de rechter het geval hoogst uitzonderlijk vindt
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, tot nadere beslissing
        | wie           | bepaling                              |
        | Adam en Hanna | Sara niet naar het buitenland brengen |
      Dan wordt dat geweigerd, want reisvrijheid beperken vraagt een einde of een toetsing, of een hoogst uitzonderlijk geval

  Regel: Bij spoed gaat het bevel aan het horen vooraf, en volgt binnen twee weken een zitting

    Voorbeeld: De wederpartij komt alsnog aan het woord
      Gegeven dat Sara op 3 maart 2025 om 09:00 zonder de wederpartij te horen verzocht om een bevel tegen Adam dat Sara beschermt tegen achterlating
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt
      Als de rechter op 3 maart 2025 om 12:00 het bevel zonder horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan is vastgelegd dat een nadere zitting volgt
      En moet de nadere zitting uiterlijk op 17 maart 2025 om 12:00 plaatsvinden

  Regel: Zonder begeleiding komt er geen bevel

    Voorbeeld: De hulp die het scenario vraagt ontbreekt
      Gegeven dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat de opvang op 3 maart 2025 om 10:00 juridisch advies voor Sara regelde
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want de hulp die moet worden aangeboden ontbreekt

  Regel: Het bevel eindigt wanneer het zegt, of als de rechter het intrekt

    Achtergrond:
      Gegeven dat Sara op 3 maart 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat op 3 maart 2025 om 10:00 voor Sara de hulp is geregeld die het recht vraagt

    Voorbeeld: Een bevel voor vijf jaar stuit niet op een maximum
      Als de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, voor 5 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan eindigt het bevel op 4 maart 2030 om 10:00

    Voorbeeld: De rechter trekt in, op verzoek van wie beschermd werd
      Gegeven dat de rechter op 4 maart 2025 om 10:00 het bevel na horen gaf, tot nadere beslissing
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Als de rechter op 4 september 2025 om 10:00 het bevel introk, op verzoek van de beschermde persoon
      Dan is er geen bevel meer, want het is ingetrokken
