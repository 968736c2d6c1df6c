"""The words that a regime uses, in plain English and Dutch."""

from __future__ import annotations

from typing import Final

Both = tuple[str, str]

LAW_WORDS: Final[dict[str, dict[str, Both]]] = {
    "Role": {
        "protected_person": ("protected person", "beschermde persoon"),
        "respondent": ("respondent", "verweerder"),
        "relative": ("relative", "familielid"),
        "third_party": ("third party", "derde"),
        "local_authority": ("local authority", "lokale overheid"),
        "child_protection_board": ("Child Protection Board", "Raad voor de Kinderbescherming"),
        "certified_institution": ("certified institution", "gecertificeerde instelling"),
        "veilig_thuis": ("Veilig Thuis (advice and reporting centre)", "Veilig Thuis"),
        "school": ("school", "school"),
        "support_agency": ("support agency", "hulpverlenende instelling"),
        "legal_representative": ("legal representative", "wettelijk vertegenwoordiger"),
        "court": ("court", "rechter"),
        "court_officer": ("court officer", "griffier"),
        "mayor": ("mayor", "burgemeester"),
        "assistant_prosecutor": ("assistant prosecutor", "hulpofficier van justitie"),
        "prosecutor": ("prosecutor", "officier van justitie"),
        "criminal_court": ("criminal court", "strafrechter"),
        "attorney_general": ("Attorney General", "Attorney General"),
        "police": ("police", "politie"),
        "border_guard": ("border guard", "grensbewaking"),
        "bailiff": ("bailiff", "deurwaarder"),
        "process_server": ("process server", "persoon die betekent"),
        "clock": ("the passing of time", "het verstrijken van de tijd"),
    },
    "Capacity": {
        "applicant": ("applicant", "verzoeker"),
        "protected_person": ("protected person", "beschermde persoon"),
        "respondent": ("respondent", "verweerder"),
        "affected_person": ("person affected", "betrokkene"),
        "attorney_general": ("Attorney General", "Attorney General"),
        "authority": ("authority that makes the order", "autoriteit die het bevel geeft"),
    },
    "Harm": {
        "forced_marriage": ("forced marriage", "huwelijksdwang"),
        "abandonment_abroad": ("abandonment abroad", "achterlating"),
        "fgm": ("female genital mutilation", "vrouwelijke genitale verminking"),
        "domestic_violence": ("domestic violence", "huiselijk geweld"),
        "harassment": ("harassment", "belaging"),
    },
    "AgeBand": {
        "under_12": ("under 12", "jonger dan 12"),
        "12_15": ("12 to 15", "12 tot en met 15"),
        "16_17": ("16 or 17", "16 of 17"),
        "adult": ("adult", "meerderjarig"),
        "unknown": ("age unknown", "leeftijd onbekend"),
    },
    "TermKind": {
        "prohibition": ("prohibition", "verbod"),
        "restriction": ("restriction", "beperking"),
        "requirement": ("requirement", "gebod"),
        "other": ("other", "anders"),
    },
    "TermSubject": {
        "no_contact": ("no contact", "geen contact"),
        "no_violence": ("no violence", "geen geweld"),
        "exclusion_zone": ("stay out of an area", "gebiedsverbod"),
        "home_ban": ("stay out of the home", "huisverbod"),
        "exit_ban": ("do not leave the country", "uitreisverbod"),
        "no_removal_from_care": (
            "do not take the person from where they are cared for",
            "niet weghalen uit de opvang",
        ),
        "no_marriage_arrangement": ("arrange no marriage", "geen huwelijk regelen"),
        "no_marriage_ceremony": (
            "cause or permit no marriage ceremony",
            "geen huwelijksplechtigheid veroorzaken of toelaten",
        ),
        "no_fgm_arrangement": ("arrange no FGM", "geen genitale verminking regelen"),
        "no_travel_document_application": (
            "apply for no travel documents",
            "geen reisdocumenten aanvragen",
        ),
        "passport_surrender": ("hand in the passport", "paspoort inleveren"),
        "passport_held_by_police": (
            "the police keep the passport",
            "de politie bewaart het paspoort",
        ),
        "disclose_whereabouts": (
            "say where the person is",
            "vertellen waar de persoon is",
        ),
        "return_person": ("bring the person back", "de persoon terugbrengen"),
        "medical_examination": ("medical examination", "medisch onderzoek"),
        "reachable_address": ("keep an address on file", "een bereikbaar adres opgeven"),
        "school_supervision": ("supervision by the school", "toezicht door school"),
        "protective_relative": ("a relative who protects", "een beschermend familielid"),
        "support": ("support", "hulpverlening"),
    },
    "LegalNature": {
        "civil": ("civil", "civielrechtelijk"),
        "administrative": ("administrative", "bestuursrechtelijk"),
        "child_protection": ("child protection", "kinderbescherming"),
        "criminal_pretrial": ("criminal, before trial", "strafrechtelijk, voor de berechting"),
        "criminal_sentence": ("criminal sentence", "strafrechtelijke sanctie"),
    },
    "Standard": {
        "civil": ("civil standard", "civiele maatstaf"),
        "plausible": ("plausible", "aannemelijk"),
        "serious_suspicion": ("serious suspicion", "ernstig vermoeden"),
        "criminal": ("criminal standard", "strafrechtelijke maatstaf"),
    },
    "Criterion": {
        "connection": ("connection with the person", "band met de persoon"),
        "knowledge": ("knowledge of the circumstances", "kennis van de omstandigheden"),
        "wishes_and_feelings": ("the person's wishes and feelings", "wensen en gevoelens"),
    },
    "OwnMotionNeed": {
        "related_family_proceedings": (
            "family proceedings are pending",
            "er loopt een familierechtelijke procedure",
        ),
        "respondent_is_party_there": (
            "the respondent is a party to them",
            "de verweerder is daarin partij",
        ),
    },
    "Channel": {
        "online": ("online", "online"),
        "paper": ("on paper", "op papier"),
        "in_person": ("in person", "in persoon"),
        "summons": ("by writ of summons", "bij dagvaarding"),
        "police_report": ("by a police report", "bij proces-verbaal"),
        "advice_centre": ("through an advice centre", "via een adviespunt"),
    },
    "SupportKind": {
        "legal_advice": ("legal advice", "juridisch advies"),
        "shelter": ("shelter", "opvang"),
        "school_supervision": ("supervision by the school", "toezicht door school"),
        "protective_relative": ("a relative who protects", "een beschermend familielid"),
        "advice_centre": ("an advice centre", "een adviespunt"),
        "interpreter": ("an interpreter", "een tolk"),
    },
    "Moment": {
        "made": ("when it is made", "als het wordt gegeven"),
        "notified": ("when it is made known", "als het bekend is gemaakt"),
        "served": ("when it is served", "als het is betekend"),
        "sealed": ("when it is sealed", "als het is opgemaakt"),
    },
    "ServiceMethod": {
        "personal": ("in person", "in persoon"),
        "substituted": ("by substitute", "vervangend"),
        "handed_over": ("handed over", "uitgereikt"),
        "bailiff": ("by a bailiff", "door een deurwaarder"),
    },
    "InformMethod": {
        "present_when_made": ("present when it was made", "aanwezig toen het werd gegeven"),
        "telephone": ("by telephone", "per telefoon"),
        "oral_announcement": ("by word of mouth", "mondeling aangezegd"),
        "electronic_message": ("by electronic message", "per elektronisch bericht"),
        "other": ("in another way", "op een andere wijze"),
    },
    "KnowledgeScope": {
        "none": ("no orders", "geen bevelen"),
        "without_notice_orders": (
            "orders made without hearing the respondents",
            "bevelen zonder de wederpartij te horen",
        ),
        "all_orders": ("all orders", "alle bevelen"),
    },
    "Knowledge": {
        "existence": ("that the order exists", "dat het bevel bestaat"),
        "terms": ("what the order says", "wat het bevel inhoudt"),
        "served": ("the order itself, by service", "het bevel zelf, door betekening"),
        "none": ("nothing", "niets"),
    },
    "Reach": {
        "home_only": ("only conduct in the country itself", "alleen in het land zelf"),
        "abroad_too": ("conduct abroad too", "ook in het buitenland"),
        "unsettled": ("unsettled", "staat niet vast"),
    },
    "CivilRoute": {
        "none": ("none", "geen"),
        "contempt": ("contempt of court", "minachting van de rechter"),
        "penalty_payment": ("penalty payment", "dwangsom"),
    },
    "Defence": {"reasonable_excuse": ("reasonable excuse", "redelijke verontschuldiging")},
    "NotifiedFact": {
        "made": ("made", "gegeven"),
        "varied": ("varied", "gewijzigd"),
        "extended": ("extended", "verlengd"),
        "discharged": ("discharged", "ingetrokken"),
        "served": ("served", "betekend"),
        "informed": ("made known", "medegedeeld"),
    },
    "SetAsideEffect": {
        "ex_nunc": ("from then on only", "alleen voor de toekomst"),
        "ex_tunc": ("from the beginning", "met terugwerkende kracht"),
        "unknown": ("not said", "niet bepaald"),
    },
    "Counting": {
        "calendar": ("days of the calendar", "kalenderdagen"),
        "clear_business_days": ("clear business days", "volle werkdagen"),
    },
    "ReturnHearing": {
        "not_required": ("not required", "niet vereist"),
        "as_soon_as_just_and_convenient": (
            "as soon as just and convenient",
            "zo spoedig als billijk en doenlijk is",
        ),
        "within_period": ("within a period", "binnen een termijn"),
    },
}
"""For each vocabulary of the law the words for its values."""
