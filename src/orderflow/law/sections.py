"""The sections of a regime: what a rule may ask of the law. An absent field is not decided."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from orderflow.law.periods import Period
from orderflow.law.provision import ChoiceNumber, Provision, RegimeId, SourceKey
from orderflow.law.section import Section
from orderflow.law.vocabulary import (
    Capacity,
    Channel,
    CivilRoute,
    Counting,
    Criterion,
    Defence,
    Harm,
    InformMethod,
    Knowledge,
    KnowledgeScope,
    LegalNature,
    Moment,
    NotifiedFact,
    OwnMotionNeed,
    Reach,
    ReturnHearing,
    Role,
    ServiceMethod,
    SetAsideEffect,
    Standard,
    SupportKind,
    TermKind,
    TermSubject,
)

Age = Annotated[int, Field(ge=0, le=150)]


class Form(Section):
    """What kind of law the order is."""

    legal_nature: Provision[LegalNature] = Provision()
    standard_of_proof: Provision[Standard] = Provision()


class Scope(Section):
    """Against what, and whom, an order may protect. Ages in whole years, both ends included."""

    harms: Provision[tuple[Harm, ...]] = Provision()
    min_age: Provision[Age] = Provision()
    max_age: Provision[Age] = Provision()
    adult_consent_required: Provision[bool] = Provision()


class Applicants(Section):
    """Who may ask for an order, and what they need for it."""

    as_of_right: Provision[tuple[Role, ...]] = Provision()
    with_permission: Provision[tuple[Role, ...]] = Provision()
    permission_criteria: Provision[tuple[Criterion, ...]] = Provision()
    withdrawal_needs_permission: Provision[bool] = Provision()
    own_motion: Provision[bool] = Provision()
    own_motion_needs: Provision[tuple[OwnMotionNeed, ...]] = Provision()


class Access(Section):
    """What stands between a person and an application. The fee is in euro cents or pence."""

    lawyer_required: Provision[bool] = Provision()
    channels: Provision[tuple[Channel, ...]] = Provision()
    fee: Provision[Annotated[int, Field(ge=0)]] = Provision()


class Support(Section):
    """What must have been offered to the protected person before an order is made."""

    required_offers: Provision[tuple[SupportKind, ...]] = Provision()


class Competence(Section):
    """Which authority may do what; whoever is not listed may not."""

    permission: Provision[tuple[Role, ...]] = Provision()
    grant: Provision[tuple[Role, ...]] = Provision()
    refuse: Provision[tuple[Role, ...]] = Provision()
    vary: Provision[tuple[Role, ...]] = Provision()
    extend: Provision[tuple[Role, ...]] = Provision()
    discharge: Provision[tuple[Role, ...]] = Provision()
    set_aside: Provision[tuple[Role, ...]] = Provision()
    determine_appeal: Provision[tuple[Role, ...]] = Provision()
    authorise_service: Provision[tuple[Role, ...]] = Provision()
    invalidate_binding: Provision[tuple[Role, ...]] = Provision()


class WithoutNotice(Section):
    """Whether an order may be made unheard, and what must follow."""

    allowed: Provision[bool] = Provision()
    return_hearing: Provision[ReturnHearing] = Provision()
    return_hearing_within: Provision[Period] = Provision()


class Terms(Section):
    """What an order may contain."""

    kinds: Provision[tuple[TermKind, ...]] = Provision()
    catalogue: Provision[tuple[TermSubject, ...]] = Provision()
    extraterritorial: Provision[bool] = Provision()
    travel_needs_end_or_review: Provision[bool] = Provision()


class Respondents(Section):
    """Against whom an order may be made. Age in whole years, included."""

    min_age: Provision[Age] = Provision()
    several: Provision[bool] = Provision()
    other_persons: Provision[bool] = Provision()
    described: Provision[bool] = Provision()


class Undertaking(Section):
    """Whether a promise to the court may take the place of an order."""

    supported: Provision[bool] = Provision()
    barred_if_violence_and_order_needed: Provision[bool] = Provision()


class Service(Section):
    """How people are brought to know of an application and of an order."""

    methods: Provision[tuple[ServiceMethod, ...]] = Provision()
    inform_methods: Provision[tuple[InformMethod, ...]] = Provision()
    substituted_needs_authority: Provision[bool] = Provision()
    substituted_proves_knowledge: Provision[bool] = Provision()
    individual_applicant_may_serve: Provision[bool] = Provision()
    application_notice_min: Provision[Period] = Provision()
    application_notice_counting: Provision[Counting] = Provision()


class PoliceNotification(Section):
    """What the police are told of, by when, and from which moment that is counted."""

    facts: Provision[tuple[NotifiedFact, ...]] = Provision()
    within: Provision[Period] = Provision()
    counting: Provision[Counting] = Provision()
    clock: Provision[Moment] = Provision()


class Duration(Section):
    """How long an order may last. Every maximum is counted from the anchor."""

    takes_effect: Provision[Moment] = Provision()
    anchor: Provision[Moment] = Provision()
    open_ended: Provision[bool] = Provision()
    initial: Provision[Period] = Provision()
    initial_fixed: Provision[bool] = Provision()
    max_total: Provision[Period] = Provision()
    no_maximum: Provision[bool] = Provision()
    extendable: Provision[bool] = Provision()
    extension_max_times: Provision[Annotated[int, Field(ge=1)]] = Provision()


class Variation(Section):
    """Who may ask for a change, and whether those bound before are bound by it."""

    by: Provision[tuple[Capacity, ...]] = Provision()
    carries_bindings_over: Provision[bool] = Provision()


class LaterBreachLaw(Section):
    """Breach law of a later version that also governs orders made under this one."""

    conduct_from: date
    regime: RegimeId
    source: SourceKey
    choice: ChoiceNumber | None = None


class Breach(Section):
    """What the criminal law makes of a breach."""

    criminal: Provision[bool] = Provision()
    commenced_on: Provision[date] = Provision()
    covers: Provision[tuple[TermKind, ...]] = Provision()
    knowledge_applies_to: Provision[KnowledgeScope] = Provision()
    knowledge_level: Provision[Knowledge] = Provision()
    defences: Provision[tuple[Defence, ...]] = Provision()
    reach: Provision[Reach] = Provision()
    max_penalty: Provision[Period] = Provision()
    max_penalty_summary: Provision[Period | Literal["general_limit"]] = Provision()
    referral_by: Provision[tuple[Role, ...]] = Provision()
    prosecution_by: Provision[tuple[Role, ...]] = Provision()
    milder_law: Provision[bool] = Provision()
    later_law: LaterBreachLaw | None = None


class Civil(Section):
    """How a breach is enforced without the criminal law."""

    route: Provision[CivilRoute] = Provision()
    covers: Provision[tuple[TermKind, ...]] = Provision()
    standing: Provision[tuple[Capacity, ...]] = Provision()
    knowledge_level: Provision[Knowledge | Literal["none"]] = Provision()
    max_detention: Provision[Period] = Provision()


class Exclusion(Section):
    """Which outcome bars which other for the same conduct of the same person."""

    conviction_bars_civil_punishment: Provision[bool] = Provision()
    civil_punishment_bars_conviction: Provision[bool] = Provision()


class SetAside(Section):
    """What becomes of conduct between an order and its being set aside."""

    effect: Provision[SetAsideEffect] = Provision()


class Appeal(Section):
    """What an appeal does."""

    available: Provision[bool] = Provision()
    suspensive: Provision[bool] = Provision()
    may_restore: Provision[bool] = Provision()


class Arrest(Section):
    """Whether the court may attach a power of arrest to a term."""

    power_of_arrest: Provision[bool] = Provision()


class Abroad(Section):
    """Whether the order can be certified for recognition in other states."""

    certifiable: Provision[bool] = Provision()
