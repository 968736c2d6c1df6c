"""What can be wrong with a log, and the report on all of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from orderflow.audit.result import Result


class FindingKind(StrEnum):
    """In what way something stored is not as it must be."""

    # The file.
    DAMAGED = "damaged"
    SCHEMA_CHANGED = "schema_changed"
    POSITION_GIVEN_AGAIN = "position_given_again"
    BROKEN_LINE = "broken_line"
    # One event.
    MALFORMED = "malformed"
    UNKNOWN_TYPE = "unknown_type"
    NEWER_VERSION = "newer_version"
    UNREADABLE = "unreadable"
    IN_THE_FUTURE = "in_the_future"
    POSITION_OUT_OF_ORDER = "position_out_of_order"
    # The events of one order.
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    NOT_A_BEGINNING = "not_a_beginning"
    BEGINS_AGAIN = "begins_again"
    RECORDED_EARLIER = "recorded_earlier"
    NOT_PERMITTED = "not_permitted"
    LEADS_ELSEWHERE = "leads_elsewhere"
    # Handled commands against the events they caused.
    ACKNOWLEDGED_MISSING = "acknowledged_missing"
    WITHOUT_COMMAND = "without_command"
    OTHER_COMMAND = "other_command"
    COMMANDS_OVERLAP = "commands_overlap"
    COMMAND_MALFORMED = "command_malformed"
    # The log against what was hashed of it.
    CHANGED = "changed"
    REMOVED = "removed"
    INSERTED = "inserted"
    MOVED = "moved"
    DUPLICATED = "duplicated"
    # The ledger itself, and checkpoints kept elsewhere.
    LEDGER_UNREADABLE = "ledger_unreadable"
    LEDGER_INCONSISTENT = "ledger_inconsistent"
    TILE_ALTERED = "tile_altered"
    SPAN_ALTERED = "span_altered"
    CHECKPOINT_UNREADABLE = "checkpoint_unreadable"
    CHECKPOINT_NOT_TRUSTED = "checkpoint_not_trusted"
    CHECKPOINT_CONTRADICTED = "checkpoint_contradicted"
    CHECKPOINT_AHEAD = "checkpoint_ahead"


class NoteKind(StrEnum):
    """What a reader must know, and is no fault."""

    CLOCK_WENT_BACK = "clock_went_back"
    NOT_COVERED = "not_covered"
    NO_LEDGER = "no_ledger"
    NO_KEY = "no_key"
    NO_COMMANDS = "no_commands"
    POSITIONS_UNUSED = "positions_unused"


DUTCH: Final[dict[FindingKind | NoteKind, str]] = {
    FindingKind.DAMAGED: "Het bestand is beschadigd.",
    FindingKind.SCHEMA_CHANGED: "Het bestand is niet ingericht zoals het hoort.",
    FindingKind.POSITION_GIVEN_AGAIN: "Het logboek zou een positie opnieuw uitgeven.",
    FindingKind.BROKEN_LINE: "Een regel is niet geschreven zoals het moet.",
    FindingKind.MALFORMED: "Een gebeurtenis is niet opgeslagen zoals gebeurtenissen dat zijn.",
    FindingKind.UNKNOWN_TYPE: "De soort van de gebeurtenis is onbekend.",
    FindingKind.NEWER_VERSION: "De gebeurtenis heeft een nieuwere vorm dan deze versie kent.",
    FindingKind.UNREADABLE: "De gebeurtenis past niet in de vorm van haar soort.",
    FindingKind.IN_THE_FUTURE: "Zij is vastgelegd voordat zij plaatsvond.",
    FindingKind.POSITION_OUT_OF_ORDER: "De positie staat niet in de volgorde van het logboek.",
    FindingKind.MISSING: "Voor deze gebeurtenis ontbreken gebeurtenissen van het bevel.",
    FindingKind.OUT_OF_ORDER: "De gebeurtenis staat niet waar zij in het bevel hoort.",
    FindingKind.NOT_A_BEGINNING: "Het verloop begint niet met een verzoek.",
    FindingKind.BEGINS_AGAIN: "Het bevel was al verzocht.",
    FindingKind.RECORDED_EARLIER: "Zij is eerder vastgelegd dan de gebeurtenis ervoor.",
    FindingKind.NOT_PERMITTED: "De levensloop kent deze stap niet vanuit deze staat.",
    FindingKind.LEADS_ELSEWHERE: "De stap leidt niet naar de staat die volgt.",
    FindingKind.ACKNOWLEDGED_MISSING: "Een bevestigde gebeurtenis staat niet in het logboek.",
    FindingKind.WITHOUT_COMMAND: "Geen verwerkte opdracht leidde tot deze gebeurtenis.",
    FindingKind.OTHER_COMMAND: "De gebeurtenis noemt een andere opdracht.",
    FindingKind.COMMANDS_OVERLAP: "Twee opdrachten zouden tot dezelfde gebeurtenis hebben geleid.",
    FindingKind.COMMAND_MALFORMED: "Een verwerkte opdracht is niet opgeslagen zoals het hoort.",
    FindingKind.CHANGED: "Hier staat een andere gebeurtenis dan er is gehasht.",
    FindingKind.REMOVED: "Een gebeurtenis die is gehasht, is weg.",
    FindingKind.INSERTED: "Een gebeurtenis is ertussen gezet.",
    FindingKind.MOVED: "De gebeurtenis staat elders dan waar zij is gehasht.",
    FindingKind.DUPLICATED: "Een gebeurtenis die eenmaal is gehasht, staat er nog eens.",
    FindingKind.LEDGER_UNREADABLE: "Het grootboek is onleesbaar.",
    FindingKind.LEDGER_INCONSISTENT: "Het grootboek spreekt zichzelf tegen.",
    FindingKind.TILE_ALTERED: "Hashes van het grootboek zijn gewijzigd.",
    FindingKind.SPAN_ALTERED: "Het grootboek noemt andere posities.",
    FindingKind.CHECKPOINT_UNREADABLE: "Een ijkpunt is onleesbaar.",
    FindingKind.CHECKPOINT_NOT_TRUSTED: "Een ijkpunt is niet te geloven.",
    FindingKind.CHECKPOINT_CONTRADICTED: "Het logboek is niet dat waar het ijkpunt van spreekt.",
    FindingKind.CHECKPOINT_AHEAD: "Het ijkpunt spreekt van meer gebeurtenissen dan er zijn.",
    NoteKind.CLOCK_WENT_BACK: "De klok ging terug tussen twee gebeurtenissen.",
    NoteKind.NOT_COVERED: "Van de laatste gebeurtenissen spreekt geen ijkpunt dat klopt.",
    NoteKind.NO_LEDGER: "Van dit logboek wordt geen grootboek gehouden.",
    NoteKind.NO_KEY: "Er is geen sleutel gegeven.",
    NoteKind.NO_COMMANDS: "Een bestand met regels houdt geen verwerkte opdrachten.",
    NoteKind.POSITIONS_UNUSED: "Na de laatste gebeurtenis zijn nog posities uitgegeven.",
}
"""Each kind in one plain sentence in Dutch."""


class Finding(Result):
    """One thing that is not as it must be.

    Attributes:
        kind: In what way.
        position: Position in the log; None where the fault stands at none.
        stream: Id of the order's stream, as stored.
        version: Number of the event within the order.
        place: For what concerns the ledger: the place in the tree, from 0, or the size of the
            checkpoint.
        line: Number of the line of an interchange file, from 1.
        file: File in which it was found, where that is not the log.
        sentence: One plain sentence that says what is wrong.
    """

    kind: FindingKind
    position: int | None = None
    stream: str | None = None
    version: int | None = None
    place: int | None = None
    line: int | None = None
    file: str | None = None
    sentence: str

    @property
    def sentence_nl(self) -> str:
        """In what way something is wrong, in Dutch; without what was found in particular."""
        return DUTCH[self.kind]


class Note(Result):
    """One thing that a reader must know, and that is no fault.

    Attributes:
        kind: What.
        position: Position in the log, where it has one.
        stream: Id of the order's stream, where it has one.
        version: Number of the event within the order, where it has one.
        sentence: One plain sentence.
    """

    kind: NoteKind
    position: int | None = None
    stream: str | None = None
    version: int | None = None
    sentence: str

    @property
    def sentence_nl(self) -> str:
        """What a reader must know, in Dutch; without what was found in particular."""
        return DUTCH[self.kind]


class CheckpointChecked(Result):
    """One checkpoint, and whether the log is what it says.

    Attributes:
        source: `ledger`, or the name of the file it was given in.
        size: How many events it covers.
        holds: Whether the first `size` events of the log make its root.
        signed: Whether the signature of the log's key is right; None where no key was at hand.
        cosigned: Names of the known witnesses that have cosigned it.
    """

    source: str
    size: int
    holds: bool
    signed: bool | None
    cosigned: tuple[str, ...] = ()


class Verified(Result):
    """What came of verifying a log.

    Attributes:
        simulated: Whether the log follows a simulated clock.
        sound: Whether nothing was found.
        complete: Whether all of the log could be read; never true of a file that breaks off.
        events: How many events were read.
        orders: How many orders they belong to.
        first_position: Position of the first event; None in an empty log.
        last_position: Position of the last event.
        last_recorded_at: When the last event that could be read was recorded.
        covered: How many events the largest checkpoint that holds speaks of; None without one.
        root: Root of the tree over all events, in Base64 as a checkpoint writes it.
        checkpoints: The checkpoints that were compared: of those kept in the ledger the last, and
            every one that was given.
        checkpoints_compared: How many were compared in all.
        found: How often each kind was found.
        findings: The findings in order of position, those without one first; not all of them, if
            there are more than were asked for.
        notes: What a reader must know besides; not all of it, if there is more.
        noted: How often each kind of note was made.
    """

    simulated: bool
    sound: bool
    complete: bool
    events: int
    orders: int
    first_position: int | None
    last_position: int | None
    last_recorded_at: datetime | None
    covered: int | None
    root: str
    checkpoints: tuple[CheckpointChecked, ...]
    checkpoints_compared: int
    found: dict[FindingKind, int]
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    noted: dict[NoteKind, int]

    @property
    def unlisted(self) -> int:
        """How many findings there are besides those listed."""
        return sum(self.found.values()) - len(self.findings)
