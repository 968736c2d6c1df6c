# language: nl
@regime:nl-kort-geding-verbod @law:nl/rv/art-254
Functionaliteit: Het slachtoffer vordert in kort geding een verbod tegen wie het dagvaardt
  De voorzieningenrechter kan een contact-, straat- of gebiedsverbod geven zonder dat
  iemand is veroordeeld. Maar het slachtoffer moet zelf procederen, met een advocaat,
  tegen ieder die zij wil binden. De Nederlandse tekst gaat voor; 'het verbod' is wat
  in andere bestanden 'het bevel' heet. Voor wie niet zelf kan procederen vordert haar
  wettelijk vertegenwoordiger; het dossier houdt die niet apart van een gemachtigde.

  Achtergrond:
    Gegeven dat het recht over het verbod in kort geding geldt
    En dat Sara meerderjarig is

  @law:nl/rv/art-255 @law:nl/rv/art-79
  Regel: Het slachtoffer vordert met een advocaat

    Voorbeeld: Met een advocaat komt de vordering in behandeling
      Als Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen belaging
      Dan is vastgelegd dat een verbod is gevorderd

    Voorbeeld: Zonder advocaat niet
      Als Sara op 28 februari 2025 om 09:00 een verbod vorderde tegen Adam dat Sara beschermt tegen belaging
      Dan wordt dat geweigerd, want alleen een advocaat kan deze vordering instellen

  Regel: Een derde kan het verbod niet voor haar vorderen, tenzij als haar wettelijk vertegenwoordiger

    Abstract Scenario: Wie naast het slachtoffer staat heeft hier geen vordering
      Als <wie> op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want deze eiser kan geen verbod vorderen

      Voorbeelden:
        | wie             | waarom                                                        |
        | haar tante Ruth | de onrechtmatige daad is niet tegen haar begaan               |
        | haar school     | een school die het ziet aankomen is geen partij               |
        | Veilig Thuis    | melden kan, vorderen niet                                     |
        | de politie      | zonder strafbaar feit heeft zij geen taak in een civiele zaak |

    Voorbeeld: De rechter geeft het niet ambtshalve
      Als de voorzieningenrechter op 28 februari 2025 om 09:00 ambtshalve een verbod overwoog tegen Adam dat Sara beschermt tegen huwelijksdwang
      Dan wordt dat geweigerd, want ambtshalve handelen kan hier niet

  @law:nl/bw-6/art-162 @choice:INT-030
  Regel: Het verbod rust op de onrechtmatige daad, en dus op elk kwaad dat dreigt

    Abstract Scenario: Elke schadelijke praktijk is onrechtmatig
      Als Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen <kwaad>
      Dan is vastgelegd dat een verbod is gevorderd

      Voorbeelden:
        | kwaad               | waarom                                            |
        | belaging            | de gewone zaak in de praktijk                     |
        | huiselijk geweld    | een inbreuk op de lichamelijke integriteit        |
        | huwelijksdwang      | een inbreuk op de vrijheid om te trouwen          |
        | achterlating        | een inbreuk op de vrijheid om te gaan en te staan |
        | genitale verminking | een inbreuk op de lichamelijke integriteit        |

  @law:nl/bw-3/art-296 @choice:INT-055
  Regel: De rechter kan elk doen of laten bevelen dat verschuldigd is

    Abstract Scenario: Het verbod reikt verder dan contact, locatie en gebied
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, voor 1 jaar
        | wie  | bepaling   |
        | Adam | <bepaling> |
      Dan is vastgelegd dat het verbod is toegewezen

      Voorbeelden:
        | bepaling                              |
        | Sara niet naar het buitenland brengen |
        | het paspoort van Sara inleveren       |
        | geen huwelijk voor Sara regelen       |

  @choice:INT-030
  Regel: Het verbod bindt de gedaagden, en niemand anders

    Voorbeeld: Ieder lid van een groep moet zelf worden gedagvaard
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam en Hanna dat Sara beschermt tegen huwelijksdwang
      Als de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, voor 1 jaar
        | wie           | bepaling                     |
        | Adam en Hanna | geen contact zoeken met Sara |
      Dan is vastgelegd dat het verbod is toegewezen

    Voorbeeld: De ruimere kring kan er niet mee worden bereikt
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, voor 1 jaar
        | wie                | bepaling                          |
        | Adam               | geen contact zoeken met Sara      |
        | andere betrokkenen | niet bij de school van Sara komen |
      Dan wordt dat geweigerd, want het verbod bindt niemand dan gedaagden

    Voorbeeld: Een oom die niet is gedagvaard overtreedt niets
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Als haar oom Elias op 13 maart 2025 om 10:00 contact zocht met Sara
      Dan is de civiele weg gesloten, want die bepaling bindt deze persoon niet

  Regel: Niemand wordt zonder oproep gebonden

    Voorbeeld: De rechter beslist niet voordat de gedaagde is opgeroepen
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      Als de voorzieningenrechter op 28 februari 2025 om 14:00 het verbod zonder horen toewees, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |
      Dan wordt dat geweigerd, want niemand mag ongehoord worden gebonden

  @law:eu/reg-606-2013/art-5
  Regel: Met een certificaat geldt het verbod ook in andere lidstaten

    Achtergrond:
      Gegeven dat Sara op 28 februari 2025 om 09:00 met een advocaat een verbod vorderde tegen Adam dat Sara beschermt tegen huwelijksdwang
      En dat de voorzieningenrechter op 10 maart 2025 om 14:00 het verbod na horen toewees, voor 1 jaar
        | wie  | bepaling                     |
        | Adam | geen contact zoeken met Sara |

    Voorbeeld: De rechter die het verbod gaf, geeft het certificaat af
      Als de voorzieningenrechter op 11 maart 2025 om 10:00 een certificaat voor andere landen afgaf
      Dan is vastgelegd dat een certificaat is afgegeven

    Voorbeeld: De burgemeester kan dat niet
      Als de burgemeester op 11 maart 2025 om 10:00 een certificaat voor andere landen afgaf
      Dan wordt dat geweigerd, want wie handelt is niet bevoegd
