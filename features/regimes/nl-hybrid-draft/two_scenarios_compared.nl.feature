# language: nl
@draft @regime:nl-hybrid-draft @law:nl/brief-over-grenzen-2025/hybride-bevelen @choice:INT-031 @choice:INT-032
Functionaliteit: De twee scenario's naast elkaar: wat de keuze voor een rechtsvorm uitmaakt
  Dit is niemands recht. De brief vraagt of het bevel in civielrechtelijk of in
  bestuursrechtelijk kader past. Deze tabellen zetten bij elke stap de antwoorden van
  beide scenario's naast elkaar, met de reden van het verschil. Andere antwoorden zijn
  mogelijk: elk antwoord is een aanname. De Nederlandse tekst gaat voor.

  Regel: De rechtsvorm beslist wie kan verzoeken

    Abstract Scenario: Wie om een bevel verzoekt, en wat er dan gebeurt
      Gegeven dat het recht over het hybride beschermingsbevel in het <scenario> scenario geldt alsof het wet was
      Als <wie> op 3 maart 2025 om 09:00 verzocht om een bevel tegen <tegen> dat Sara beschermt tegen huwelijksdwang
      Dan <uitkomst>

      Voorbeelden:
        | scenario            | wie             | tegen         | uitkomst                                                                         | waarom                                                   |
        | civiele             | Sara            | Adam          | is vastgelegd dat om een bevel is verzocht                                       | het slachtoffer procedeert zelf                          |
        | bestuursrechtelijke | Sara            | Adam          | wordt dat geweigerd, want deze verzoeker kan geen bevel vragen                   | het bestuur beslist ambtshalve; zij kan melden           |
        | civiele             | Veilig Thuis    | Adam          | is vastgelegd dat om een bevel is verzocht                                       | een publieke taak geldt als belang                       |
        | bestuursrechtelijke | Veilig Thuis    | Adam          | wordt dat geweigerd, want deze verzoeker kan geen bevel vragen                   | Veilig Thuis adviseert de burgemeester                   |
        | civiele             | haar tante Ruth | Adam          | heeft de verzoeker eerst toestemming nodig                                       | de rechter weegt of een derde haar belang dient          |
        | bestuursrechtelijke | haar tante Ruth | Adam          | wordt dat geweigerd, want deze verzoeker kan geen bevel vragen                   | wie zich zorgen maakt kan melden                         |
        | civiele             | de politie      | Adam          | heeft de verzoeker eerst toestemming nodig                                       | de politie is in een civiele zaak een derde              |
        | bestuursrechtelijke | de politie      | Adam          | wordt dat geweigerd, want deze verzoeker kan geen bevel vragen                   | de politie meldt, en de hulpofficier kan zelf opleggen   |
        | civiele             | Sara            | Adam en Hanna | is vastgelegd dat om een bevel is verzocht                                       | tegen groepsdruk bindt één bevel de hele kring           |
        | bestuursrechtelijke | Sara            | Adam en Hanna | wordt dat geweigerd, want het bevel kan niet tegen deze personen worden opgelegd | een besluit richt zich tot één persoon                   |
        | civiele             | Sara            | Jonas         | is vastgelegd dat om een bevel is verzocht                                       | vanaf twaalf jaar kan een verweerder worden aangesproken |
        | bestuursrechtelijke | Sara            | Jonas         | wordt dat geweigerd, want de wet geldt niet voor personen van die leeftijd       | als bij het huisverbod alleen meerderjarigen             |

  Regel: De rechtsvorm beslist wat overtreding is

    Achtergrond:
      Gegeven dat er een familiezaak met de verweerder als partij loopt

    Abstract Scenario: Hetzelfde gedrag, en de weg die het opent
      Gegeven dat het recht over het hybride beschermingsbevel in het <scenario> scenario geldt alsof het wet was
      En dat <instantie> op 3 maart 2025 om 10:00 ambtshalve een bevel gaf tegen Adam dat Sara beschermt tegen achterlating, voor 10 dagen, met de hulp die het recht vraagt
        | wie  | bepaling                        | beperking                  |
        | Adam | geen contact zoeken met Sara    |                            |
        | Adam | het paspoort van Sara inleveren | tot 13 maart 2025 om 10:00 |
      En dat de politie op 3 maart 2025 om 11:00 Adam mondeling <wat hij hoorde>
      Als Adam op 4 maart 2025 om 10:00 <gedrag>
      Dan <uitkomst>

      Voorbeelden:
        | scenario            | instantie       | wat hij hoorde                      | gedrag                            | uitkomst                                                                                                  | waarom                                                    |
        | civiele             | de rechter      | vertelde wat het bevel inhoudt      | contact zocht met Sara            | staat de strafrechtelijke weg open                                                                        | wie doet wat verboden is, is in beide strafbaar           |
        | bestuursrechtelijke | de burgemeester | vertelde wat het bevel inhoudt      | contact zocht met Sara            | staat de strafrechtelijke weg open                                                                        | wie doet wat verboden is, is in beide strafbaar           |
        | civiele             | de rechter      | alleen vertelde dat er een bevel is | contact zocht met Sara            | staat de strafrechtelijke weg open                                                                        | als in Engeland bij een bevel dat zonder horen is gegeven |
        | bestuursrechtelijke | de burgemeester | alleen vertelde dat er een bevel is | contact zocht met Sara            | is de strafrechtelijke weg gesloten, want uit niets blijkt dat deze persoon de inhoud van het bevel kende | als bij het huisverbod moet de inhoud bekend zijn         |
        | civiele             | de rechter      | vertelde wat het bevel inhoudt      | contact zocht met Sara            | is de civiele weg gesloten, want het bevel was deze persoon niet betekend                                 | een dwangsom vraagt betekening                            |
        | bestuursrechtelijke | de burgemeester | vertelde wat het bevel inhoudt      | contact zocht met Sara            | is de civiele weg gesloten, want dit bevel kent geen civiele weg                                          | een besluit geeft het slachtoffer geen executoriale titel |
        | civiele             | de rechter      | vertelde wat het bevel inhoudt      | het paspoort van Sara achterhield | is de strafrechtelijke weg gesloten, want nalaten wat een bevel gebiedt is niet strafbaar                 | alleen verboden en beperkingen zijn strafbaar             |
        | bestuursrechtelijke | de burgemeester | vertelde wat het bevel inhoudt      | het paspoort van Sara achterhield | is de strafrechtelijke weg gesloten, want nalaten wat een bevel gebiedt is niet strafbaar                 | alleen verboden zijn strafbaar                            |
