# language: nl
@law:gb-eaw/fpr-2010/r-11-7 @law:gb-eaw/pd-11a/para-2
Functionaliteit: Woordenlijst van de betekening
  Een voorbeeld van elke zin over hoe mensen een bevel leren kennen, wie zij zijn,
  en hoe de politie wordt ingelicht.

  Achtergrond:
    Gegeven dat Sara op 28 februari 2025 om 09:00 verzocht om een bevel tegen Adam, Hanna en de bestuurder van de grijze bus dat Sara beschermt tegen huwelijksdwang
    En dat de rechter op 3 maart 2025 om 14:00 het bevel zonder horen gaf, tot nadere beslissing
      | wie                                             | bepaling                        |
      | Adam, Hanna en de bestuurder van de grijze bus | geen huwelijk voor Sara regelen |

  Regel: Iemand is aantoonbaar ingelicht door betekening, aanwezigheid of mededeling

    Voorbeeld: Betekend
      Als de bezorger van de stukken op 4 maart 2025 om 10:00 het bevel aan Adam betekende in persoon
      Dan is vastgelegd dat het bevel is betekend
      En is Adam aantoonbaar ingelicht op 4 maart 2025 om 10:00
      En is Hanna niet aantoonbaar ingelicht op 4 maart 2025 om 10:00

    Voorbeeld: Betekend met de versie erbij
      Als de bezorger van de stukken op 4 maart 2025 om 10:00 versie 1 van het bevel aan Adam betekende in persoon
      Dan is de stand van het bevel: betekend

    Voorbeeld: Een mislukte poging, en wat de rechter dan kan toestaan
      Gegeven dat de bezorger van de stukken op 4 maart 2025 om 10:00 vergeefs probeerde het bevel aan Adam te betekenen
      En dat de rechter op 5 maart 2025 om 10:00 vervangende betekening aan Adam toestond
      Als de bezorger van de stukken op 6 maart 2025 om 10:00 het bevel aan Adam betekende op vervangende wijze
      Dan is vastgelegd dat het bevel is betekend

    Voorbeeld: Vrijstelling van betekening
      Als de rechter op 4 maart 2025 om 10:00 afzag van betekening aan Adam
      Dan is vastgelegd dat van betekening is afgezien

    Voorbeeld: Verteld wat het inhoudt
      Als de politie op 4 maart 2025 om 10:00 Adam per telefoon vertelde wat het bevel inhoudt
      Dan is vastgelegd dat iemand over het bevel is ingelicht

    Voorbeeld: Alleen verteld dat het er is
      Als de politie op 4 maart 2025 om 10:00 Adam per telefoon alleen vertelde dat er een bevel is
      Dan is vastgelegd dat iemand over het bevel is ingelicht

    Voorbeeld: Aanwezig toen het werd gegeven
      Als Adam op 3 maart 2025 om 14:00 in de rechtszaal was toen het bevel werd gegeven
      Dan is Adam aantoonbaar ingelicht op 3 maart 2025 om 14:00

    Voorbeeld: Betekening die misging
      Gegeven dat de bezorger van de stukken op 4 maart 2025 om 10:00 het bevel aan Adam betekende in persoon
      Als de rechter op 5 maart 2025 om 10:00 vaststelde dat de betekening aan Adam bij een ander terechtkwam
      Dan is vastgelegd dat een betekening of mededeling niet telt

  Regel: Mensen kunnen worden herkend, en uit elkaar gehouden

    Voorbeeld: Herkend
      Als de politie op 4 maart 2025 om 10:00 de bestuurder van de grijze bus herkende als Elias
      Dan is vastgelegd dat een persoon bekend is geworden

    Voorbeeld: Eén persoon met twee namen
      Gegeven dat de politie op 4 maart 2025 om 10:00 vaststelde dat Adam en Eli één persoon zijn
      Als de politie op 5 maart 2025 om 10:00 vaststelde dat Adam en Eli toch twee personen zijn
      Dan is vastgelegd dat twee namen twee personen zijn

  Regel: De politie wordt ingelicht

    Voorbeeld: Over het bevel
      Gegeven dat de griffier op 4 maart 2025 om 10:00 het bevel waarmerkte
      Als de griffier op 5 maart 2025 om 10:00 de politie meldde dat het bevel is gegeven
      Dan is de politie op tijd ingelicht

    Voorbeeld: Te laat
      Gegeven dat de griffier op 4 maart 2025 om 10:00 het bevel waarmerkte
      Als de griffier op 6 maart 2025 om 00:00 de politie meldde dat het bevel is gegeven
      Dan is de politie te laat ingelicht

    Voorbeeld: Over wie betekening kreeg
      Gegeven dat de bezorger van de stukken op 4 maart 2025 om 10:00 het bevel aan Adam betekende in persoon
      Als Sara op 5 maart 2025 om 10:00 de politie meldde dat Adam betekening kreeg
      Dan is vastgelegd dat de politie is ingelicht

    Voorbeeld: Genoteerd wordt dat zij niet op tijd is ingelicht
      Gegeven dat de griffier op 4 maart 2025 om 10:00 het bevel waarmerkte
      Als op 6 maart 2025 om 00:00 is genoteerd dat de politie uiterlijk op 6 maart 2025 om 00:00 moest zijn ingelicht
      Dan is vastgelegd dat een termijn overschreden bleek
