"""Words of the law and of the request, each with its Dutch term."""

from __future__ import annotations

from orderflow.law.vocabulary import Criterion, Harm, OwnMotionNeed, SupportKind
from orderflow.order.values import Wishes
from tests.steps.grammar import lists, table_of, words

_LAWS = """
uk-ew-fmpo | forced marriage protection orders | Engelse bevelen tegen huwelijksdwang
uk-ew-fmpo@2008 | forced marriage protection orders of 2008 | Engelse bevelen tegen huwelijksdwang van 2008
uk-ew-fgmpo | female genital mutilation protection orders | Engelse bevelen tegen genitale verminking
nl-huisverbod | Dutch temporary exclusion orders | het tijdelijk huisverbod
nl-kort-geding-verbod | Dutch civil bans in summary proceedings | het verbod in kort geding
nl-hybrid-draft@2025 | the Dutch hybrid order | het hybride beschermingsbevel
nl-hybrid-draft@2025+civil | the Dutch hybrid order in its civil scenario | het hybride beschermingsbevel in het civiele scenario
nl-hybrid-draft@2025+administrative | the Dutch hybrid order in its administrative scenario | het hybride beschermingsbevel in het bestuursrechtelijke scenario
"""  # noqa: E501 - a table
words("law", table_of(_LAWS))

words(
    "harm",
    {
        Harm.FORCED_MARRIAGE: ("forced marriage", "huwelijksdwang"),
        Harm.FGM: ("genital mutilation", "genitale verminking"),
        Harm.ABANDONMENT_ABROAD: ("being left abroad", "achterlating"),
        Harm.DOMESTIC_VIOLENCE: ("domestic violence", "huiselijk geweld"),
        Harm.HARASSMENT: ("harassment", "belaging"),
    },
)
words(
    "asked",
    {
        "plainly": ("asked", "verzocht"),
        "without_notice": ("asked, without notice,", "zonder de wederpartij te horen verzocht"),
        "lawyer": ("asked, through a lawyer,", "met een advocaat verzocht"),
        "friend": ("asked, with a litigation friend,", "met een bijzonder curator verzocht"),
    },
)
words(
    "criterion",
    {
        Criterion.CONNECTION: ("the connection with her", "de band met haar"),
        Criterion.KNOWLEDGE: ("the circumstances", "de omstandigheden"),
        Criterion.WISHES_AND_FEELINGS: ("her wishes and feelings", "haar wensen en gevoelens"),
    },
)
lists("criteria", "criterion", {"en": " and of ", "nl": " en van "})
words(
    "wishes",
    {
        Wishes.SUPPORTS: ("wants the order", "het bevel wil"),
        Wishes.OPPOSES: ("opposes the order", "het bevel niet wil"),
        Wishes.NOT_ASCERTAINED: ("has not said what she wants", "niet heeft gezegd wat zij wil"),
    },
)
words(
    "support",
    {
        SupportKind.LEGAL_ADVICE: ("legal advice", "juridisch advies"),
        SupportKind.SHELTER: ("shelter", "opvang"),
        SupportKind.SCHOOL_SUPERVISION: ("supervision at school", "toezicht op school"),
        SupportKind.PROTECTIVE_RELATIVE: ("a protective relative", "een beschermend familielid"),
        SupportKind.ADVICE_CENTRE: ("an advice centre", "een adviespunt"),
        SupportKind.INTERPRETER: ("an interpreter", "een tolk"),
    },
)
words("notice", {True: ("without notice", "zonder horen"), False: ("on notice", "na horen")})
words(
    "besides",
    {
        "another offence": (
            "which may also be the offence of forced marriage",
            "wat ook het misdrijf huwelijksdwang kan zijn",
        ),
        "same conduct": (
            "which is the same conduct as the incident before",
            "wat hetzelfde gedrag is als het vorige incident",
        ),
        "another order": (
            "which another order of hers forbids too",
            "wat een ander bevel voor haar ook verbiedt",
        ),
    },
)
words(
    "proceedings",
    {
        (OwnMotionNeed.RELATED_FAMILY_PROCEEDINGS,): ("family proceedings", "een familiezaak"),
        tuple(OwnMotionNeed): (
            "family proceedings with the respondent as a party",
            "een familiezaak met de verweerder als partij",
        ),
    },
)
