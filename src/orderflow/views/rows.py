"""What the views answer with. Pseudonyms and typed facts only, as in the log."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from orderflow.law.vocabulary import Role
from orderflow.order.values import EndCause, Instant, PersonId, Reference, State, TermId, Value


class RegisterPerson(Value):
    """A person of an order.

    Attributes:
        id: Pseudonym.
        stands: As what they stand in it.
        same_as: Other pseudonyms of the same human being.
    """

    id: PersonId
    stands: Literal["protected_person", "respondent", "other"]
    same_as: tuple[PersonId, ...] = ()


class RegisterRow(Value):
    """One order, as far as the view has read the log.

    Attributes:
        order_id: The order.
        position: Position of its first event; rows are in this order.
        version: Number of the last event that was read.
        recorded_at: When that was recorded.
        reliable: Whether all of it could be read. If not, the row says what could be, and nobody
            may act on it before the log itself was looked at.
        state: State by the record; whether its time has run out since, `in_force_until` tells.
        regime: Id of the regime that it pinned.
        office: Court or authority that has the case.
        case_reference: Reference of the case, where the applicant gave one.
        requested_at: When it was asked for.
        without_notice: Whether it was asked for, or last made, without hearing the respondents.
        order_version: Number of the version that holds.
        in_force_since: Beginning of its last period in force.
        in_force_until: End of it: the first moment outside; None while no end is set.
        end_cause: What that end is, or was.
        bound: How many persons are bound by the last version.
        addressed: How many persons its terms are addressed to.
        incidents_open: How many incidents are pending or referred.
        doubtful: Whether an entry was corrected, for more than a slip of the pen.
        persons: Everybody in it.
    """

    order_id: UUID
    position: int
    version: int
    recorded_at: Instant | None = None
    reliable: bool = True
    state: State | None = None
    regime: str | None = None
    office: Reference | None = None
    case_reference: Reference | None = None
    requested_at: Instant | None = None
    without_notice: bool = False
    order_version: int | None = None
    in_force_since: Instant | None = None
    in_force_until: Instant | None = None
    end_cause: EndCause | None = None
    bound: int = 0
    addressed: int = 0
    incidents_open: int = 0
    doubtful: bool = False
    persons: tuple[RegisterPerson, ...] = ()


DueStatus = Literal["open", "met", "recorded_late", "exceeded", "falls_away", "no_term"]
"""`open`: not done by what is on record, and too late from `due_at` on. The others are settled."""


class DueRow(Value):
    """Something that must be done, or that the clock will do.

    Attributes:
        order_id: The order.
        kind: What: a kind of deadline, or `expiry`.
        event: Number of the event that sets it.
        term: The term of the order that it is about, where one is.
        about: What it is about, in words.
        due_at: From when on it is too late, or what the clock records; None where no law sets it.
        inclusive: Whether `due_at` itself is still in time.
        status: How it stands by the record, whatever the clock says.
        done_at: When it was done, if it was.
        exceeded_recorded_at: When it was put on record that it was not kept, if it was.
        entered_at: When somebody last entered something about the order; the clock does not count.
        for_the_clock: Whether the clock is to act on it once `due_at` has come.
        law: Source keys.
    """

    order_id: UUID
    kind: str
    event: int
    term: TermId | None = None
    about: str = ""
    due_at: Instant | None = None
    inclusive: bool = False
    status: DueStatus = "open"
    done_at: Instant | None = None
    exceeded_recorded_at: Instant | None = None
    entered_at: Instant | None = None
    for_the_clock: bool = False
    law: tuple[str, ...] = ()


class ErasableRow(Value):
    """Somebody whose data are to be erased.

    Attributes:
        person: Pseudonym.
        since: Since when every order that they are in has let go, if nothing else comes on record.
        noticed_at: When it was said that they are due since then; None while it was not.
        orders: Every order that they are in.
        sealed_in: Those of them in which something of theirs is sealed.
    """

    person: PersonId
    since: Instant
    noticed_at: Instant | None
    orders: tuple[UUID, ...]
    sealed_in: tuple[UUID, ...]


class HistoryRow(Value):
    """One event, in a line.

    Attributes:
        position: Position within the log.
        order_id: The order.
        version: Number of the event within the order.
        event: Name of the event.
        occurred_at: When it happened.
        recorded_at: When it was recorded.
        role: Role in which somebody acted.
        office: Office for which they did.
    """

    position: int
    order_id: UUID
    version: int
    event: str
    occurred_at: Instant
    recorded_at: Instant
    role: Role
    office: Reference | None = None
