# language: nl
@law:gb-eaw/fla-1996/s-63f @law:gb-eaw/fla-1996/s-63g @law:gb-eaw/mfpa-1984/s-31k
Functionaliteit: Woordenlijst van het einde
  Een voorbeeld van elke zin over hoe een bevel eindigt of terugkomt, over
  documenten en over andere landen.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam dat Sara en Nora beschermt tegen huwelijksdwang
    En dat de rechter op 3 maart 2025 om 14:00 het bevel na horen gaf, voor 12 maanden
      | wie  | bepaling                     |
      | Adam | geen contact zoeken met Sara |

  Regel: Een bevel eindigt door een handeling of vanzelf

    Voorbeeld: Het wordt ingetrokken
      Als de rechter op 10 maart 2025 om 10:00 het bevel introk, op verzoek van de beschermde persoon
      Dan is er geen bevel meer, want het is ingetrokken

    Voorbeeld: De bescherming van één persoon eindigt
      Als de rechter op 10 maart 2025 om 10:00 de bescherming van Nora beëindigde
      Dan is vastgelegd dat één persoon niet meer wordt beschermd
      En beschermt het bevel Sara

    Voorbeeld: Het wordt vernietigd
      Als de rechter op 10 maart 2025 om 10:00 het bevel vernietigde
      Dan is vastgelegd dat het bevel is vernietigd

    Voorbeeld: De termijn verstrijkt
      Als op 3 maart 2026 om 14:00 het einde van het bevel is genoteerd
      Dan is vastgelegd dat het bevel zijn einde heeft bereikt
      En is de stand van het bevel op 3 maart 2026 om 14:00: vervallen

    Voorbeeld: Een ander bevel komt ervoor in de plaats
      Als de rechter op 10 maart 2025 om 10:00 het bevel door een ander verving
      Dan is vastgelegd dat een ander bevel ervoor in de plaats kwam

    Voorbeeld: Niemand is er nog om te beschermen
      Gegeven dat Nora op 10 maart 2025 om 10:00 overleed
      Als Sara op 11 maart 2025 om 10:00 overleed
      Dan is er geen bevel meer, want niemand is er nog om te beschermen

  Regel: Tegen een beslissing staat beroep open

    Achtergrond:
      Gegeven dat de rechter op 10 maart 2025 om 10:00 het bevel introk, op verzoek van een verweerder
      En dat Sara op 11 maart 2025 om 10:00 in beroep ging tegen de intrekking van het bevel

    Voorbeeld: Het beroep slaagt niet
      Als de rechter op 12 maart 2025 om 10:00 het beroep verwierp
      Dan is vastgelegd dat op het beroep is beslist

    Voorbeeld: Het bevel komt terug
      Als de rechter op 12 maart 2025 om 10:00 het beroep gegrond achtte en het bevel herstelde
      Dan is vastgelegd dat het bevel weer van kracht is

    Voorbeeld: Het bevel valt weg
      Als de rechter op 12 maart 2025 om 10:00 het beroep gegrond achtte en het bevel vernietigde
      Dan is vastgelegd dat het bevel is vernietigd

  Regel: Documenten worden bewaard, certificaten afgegeven

    Voorbeeld: Een paspoort wordt ingeleverd
      Als Adam op 10 maart 2025 om 10:00 het paspoort inleverde
      Dan wordt het paspoort van Adam bewaard

    Voorbeeld: Een paspoort wordt teruggegeven
      Gegeven dat Adam op 10 maart 2025 om 10:00 het paspoort inleverde
      Als de politie op 11 maart 2025 om 10:00 het paspoort teruggaf aan Adam
      Dan is vastgelegd dat een document is teruggegeven

    Voorbeeld: Een certificaat voor andere landen
      Als de rechter op 10 maart 2025 om 10:00 een certificaat voor andere landen afgaf
      Dan wordt dat geweigerd, want het bevel kan niet worden gecertificeerd
