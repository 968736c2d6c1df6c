"""Everything `orderflow` raises on purpose.

    OrderflowError
    ├── CommandRejected          the law says no; nothing was recorded
    │   └── NotDecided           the law has not said; nothing was recorded
    ├── CommandIdReused          one command id, two different commands
    ├── ConcurrentChange         someone else recorded first; reload and decide again
    │   └── OrderChanged         the order is not at the version that the caller decided on
    ├── OrderNotFound            no such order in this log, or not yet known at that moment
    ├── EventLogError            the record cannot be read or kept faithfully; stop
    │   ├── UnreadableEvent      an event that does not fit its published form
    │   ├── UnknownEventType     an event of a type that this version does not know
    │   ├── NotAnEventLog        the file is something else
    │   ├── NewerLog             the log was written by a newer version
    │   ├── MixedClock           a simulated log and a real one may not be mixed
    │   ├── BrokenLine           a line of an interchange file that is not written as it must be
    │   └── StoreUnavailable     locked, full or gone: nothing was acknowledged, try again
    │       └── OutcomeUnknown   lost on the way: hand in the same command id again to learn it
    ├── LedgerError              the ledger proves nothing, or must not sign; nothing was signed
    │   ├── NotWellFormed        a checkpoint, proof, leaf or key that is not written as it must be
    │   ├── NotTrusted           no valid signature of a key that was asked for
    │   ├── NotProven            the hashes do not lead to the checkpoint
    │   ├── NotCovered           no checkpoint speaks of the event yet
    │   ├── LogContradicted      the log no longer extends what was signed
    │   ├── LedgerDamaged        the ledger's own hashes are missing or altered
    │   └── KeyFileError         no key there, another key, or one that others can read
    ├── PrivacyError             what is confidential cannot be kept, read or erased as it stands
    │   ├── KeysNeeded           the log was opened without the keys of its people
    │   ├── KeyStoreError        no key store there, another one, or one that others can read
    │   ├── NoKey                a key that is not there: the wrong key store, or an old one
    │   ├── NotUnsealed          a sealed value that was altered, or stands where it was not sealed
    │   ├── DataErased           the key was destroyed; nobody reads it any more
    │   ├── LinkedPersons        the person has other pseudonyms; say what is to become of them
    │   └── ErasureUnfinished    recorded in some orders, refused in others; the key is still there
    ├── ViewBehind               a view has not read the log so far within the time given
    ├── PublicationStopped       the log, or the stream, is not the one that was published
    ├── RegimeFileError          a regime file that cannot be law
    ├── UnknownRegime            no regime of that id, or none in force on that date
    └── CaseFileError            a case file that cannot be run

A caller's plain mistake is a `ValueError` or a `TypeError`. No message holds personal data.
"""

from __future__ import annotations

from orderflow.errors.base import OrderflowError
from orderflow.errors.files import CaseFileError, RegimeFileError, UnknownRegime
from orderflow.errors.following import PublicationStopped, ViewBehind
from orderflow.errors.ledger import (
    KeyFileError,
    LedgerDamaged,
    LedgerError,
    LogContradicted,
    NotCovered,
    NotProven,
    NotTrusted,
    NotWellFormed,
)
from orderflow.errors.privacy import (
    DataErased,
    ErasureUnfinished,
    KeysNeeded,
    KeyStoreError,
    LinkedPersons,
    NoKey,
    NotUnsealed,
    PrivacyError,
)

__all__ = [
    "BrokenLine",
    "CaseFileError",
    "CommandIdReused",
    "CommandRejected",
    "ConcurrentChange",
    "DataErased",
    "ErasureUnfinished",
    "EventLogError",
    "KeyFileError",
    "KeyStoreError",
    "KeysNeeded",
    "LedgerDamaged",
    "LedgerError",
    "LinkedPersons",
    "LogContradicted",
    "MixedClock",
    "NewerLog",
    "NoKey",
    "NotAnEventLog",
    "NotCovered",
    "NotDecided",
    "NotProven",
    "NotTrusted",
    "NotUnsealed",
    "NotWellFormed",
    "OrderChanged",
    "OrderNotFound",
    "OrderflowError",
    "OutcomeUnknown",
    "PrivacyError",
    "PublicationStopped",
    "RegimeFileError",
    "StoreUnavailable",
    "UnknownEventType",
    "UnknownRegime",
    "UnreadableEvent",
    "ViewBehind",
]


class CommandRejected(OrderflowError):
    """The law refuses the command; nothing was recorded.

    Attributes:
        code: Stable code of the refusal, for machines and tests.
        law: Source keys that the refusal rests on; empty when it rests on the record alone.
        sentence: One plain sentence in English that states the fact.
        sentence_nl: The same sentence in Dutch.
    """

    def __init__(
        self, code: str, *, law: tuple[str, ...] = (), sentence: str, sentence_nl: str
    ) -> None:
        super().__init__(f"{code}: {sentence}")
        self.code = code
        self.law = law
        self.sentence = sentence
        self.sentence_nl = sentence_nl


class NotDecided(CommandRejected):
    """The regime leaves open what the rule needs; nothing was recorded and nothing guessed.

    Attributes:
        question: Key of the open question, or the name of the regime's field.
        regime: Id of the regime that leaves it open.
    """

    def __init__(
        self, question: str, *, field: str, regime: str = "", law: tuple[str, ...] = ()
    ) -> None:
        where = f" of {regime}" if regime else ""
        super().__init__(
            "not_decided",
            law=law,
            sentence=f"Open question '{question}': {field}{where} is not decided.",
            sentence_nl=f"Open vraag '{question}': {field}{where.replace(' of ', ' van ')}"
            " is niet beslist.",
        )
        self.question = question
        self.field = field
        self.regime = regime


class CommandIdReused(OrderflowError):
    """The command id is already on record with other content; nothing was recorded."""


class ConcurrentChange(OrderflowError):
    """Someone else recorded first; nothing was recorded, reload and decide again."""


class OrderChanged(ConcurrentChange):
    """The order is not at the version that the caller decided on; nothing was recorded."""


class OrderNotFound(OrderflowError, LookupError):
    """No order of that id is on record (or it was not yet known at the moment asked for)."""


class EventLogError(OrderflowError):
    """The record cannot be read or kept faithfully.

    Attributes:
        stream: Id of the order whose event it is, if known.
        version: Version of that event within the order, if known.
        position: Position of that event within the log, if known.
    """

    def __init__(
        self,
        message: str,
        *,
        stream: str | None = None,
        version: int | None = None,
        position: int | None = None,
    ) -> None:
        places = (("stream", stream), ("version", version), ("position", position))
        where = ", ".join(f"{name} {place}" for name, place in places if place is not None)
        super().__init__(f"{message} ({where})" if where else message)
        self.stream = stream
        self.version = version
        self.position = position


class UnreadableEvent(EventLogError):
    """An event on record does not fit the published form of its type."""


class UnknownEventType(EventLogError):
    """An event on record has a type that this version of `orderflow` does not know."""


class NotAnEventLog(EventLogError):
    """The file is not an event log of `orderflow`; it was left as it is."""


class NewerLog(EventLogError):
    """The log was written by a newer version of `orderflow`; it was left as it is."""


class MixedClock(EventLogError):
    """A log of a simulated clock and a real one may not be mixed; nothing was recorded."""


class BrokenLine(EventLogError):
    """A line of an interchange file is not written in the one way that it must be.

    Attributes:
        line: Number of the line, from 1.
        fault: What is wrong with it.
    """

    def __init__(self, line: int, fault: str) -> None:
        super().__init__(f"line {line} {fault}")
        self.line = line
        self.fault = fault


class StoreUnavailable(EventLogError):
    """The store is locked, full or gone. Nothing was acknowledged; try again later."""


class OutcomeUnknown(StoreUnavailable):
    """The connection was lost before the answer came: it may be on record, or never be.

    Handing in the same command under the same id again tells, and records it at most once.

    Attributes:
        command_id: The id; None where events were saved without a command.
    """

    def __init__(self, message: str, *, command_id: str | None = None) -> None:
        super().__init__(message)
        self.command_id = command_id
