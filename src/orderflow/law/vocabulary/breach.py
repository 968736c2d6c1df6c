"""Words for what follows from a breach."""

from __future__ import annotations

from enum import StrEnum


class KnowledgeScope(StrEnum):
    """For which orders breach asks that the person knew."""

    NONE = "none"
    WITHOUT_NOTICE_ORDERS = "without_notice_orders"
    ALL_ORDERS = "all_orders"


class Knowledge(StrEnum):
    """How much somebody knew; later members include the earlier ones."""

    EXISTENCE = "existence"
    TERMS = "terms"
    SERVED = "served"

    @property
    def rank(self) -> int:
        """Place in the order existence, terms, served."""
        return _KNOWLEDGE_RANK[self]


_KNOWLEDGE_RANK = {Knowledge.EXISTENCE: 0, Knowledge.TERMS: 1, Knowledge.SERVED: 2}


class Reach(StrEnum):
    """Whether an offence reaches conduct in another country."""

    HOME_ONLY = "home_only"
    ABROAD_TOO = "abroad_too"
    UNSETTLED = "unsettled"


class CivilRoute(StrEnum):
    """How breach is enforced without the criminal law."""

    NONE = "none"
    CONTEMPT = "contempt"
    PENALTY_PAYMENT = "penalty_payment"


class Defence(StrEnum):
    """What excuses a breach."""

    REASONABLE_EXCUSE = "reasonable_excuse"


class SetAsideEffect(StrEnum):
    """Whether a set-aside order counts as having been in force until then."""

    EX_NUNC = "ex_nunc"
    EX_TUNC = "ex_tunc"
    UNKNOWN = "unknown"
