"""Checkpoints and proofs of the log, for whoever checks it without trusting us."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final

from orderflow.api.accesses.entry import Access
from orderflow.api.exchange import Answer, document
from orderflow.api.problems import Kind, Problem
from orderflow.api.seeing import look_at
from orderflow.api.shapes import AuditState
from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.ledger import Ledger
from orderflow.audit.ledger.note import Note

if TYPE_CHECKING:
    from orderflow.api.exchange import Asked
    from orderflow.api.service import LedgerOfLog, Service

TEXT: Final = "text/plain; charset=utf-8"
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")
_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,17}")


def read_checkpoint(service: Service, _asked: Asked) -> Answer:
    """Answer with the last signed checkpoint, as a C2SP note."""
    return Answer(_last_note(service), looks=(Access(),), media_type=TEXT)


def prove_event(service: Service, asked: Asked) -> Answer:
    """Answer with the proof that one event is covered by the last checkpoint, and the event."""
    looked = look_at(service, asked.caller, asked.order_id)
    if not looked.allowed:
        return looked.refused
    asked.looked(looked.access)  # Also that there is no proof says something of the record.
    number = asked.path["version"]
    if _NUMBER.fullmatch(number) is None:
        raise Problem(Kind.PROOF_NOT_FOUND)
    kept = _ledger(service)
    proof = Ledger(kept.store, kept.source).prove(looked.order_id.hex, int(number))
    return Answer(proof.encode(), media_type=TEXT)


def prove_extension(service: Service, asked: Asked) -> Answer:
    """Answer with the proof that the log only grew since a checkpoint of the size given."""
    written = asked.path["size"]
    kept = _ledger(service)
    size = int(written) if _SIZE.fullmatch(written) else -1
    note = kept.store.read(lambda pages: pages.checkpoint(size)) if size > 0 else None
    if size and note is None:
        raise Problem(Kind.PROOF_NOT_FOUND)
    earlier = None if note is None else Checkpoint.parse(Note.parse(note).text)
    proof = Ledger(kept.store, kept.source).prove_extension(earlier)
    return Answer(proof.encode(), looks=(Access(),), media_type=TEXT)


def read_audit_state(service: Service, _asked: Asked) -> Answer:
    """Answer with how much of the log the last checkpoint covers."""
    note = (
        b""
        if service.ledger is None
        else service.ledger.store.read(lambda pages: pages.checkpoint() or b"")
    )
    last = Checkpoint.parse(Note.parse(note).text) if note else None
    service.index.catch_up()
    shown = AuditState(
        simulated=service.orders.simulated,
        events=service.index.events,
        covered=last.size if last else None,
        origin=last.origin if last else None,
        root=base64.b64encode(last.root).decode() if last else None,
    )
    return document(shown, Access())


def _ledger(service: Service) -> LedgerOfLog:
    if service.ledger is None:
        raise Problem(Kind.NOT_OFFERED)
    return service.ledger


def _last_note(service: Service) -> bytes:
    note = _ledger(service).store.read(lambda pages: pages.checkpoint())
    if note is None:
        raise Problem(Kind.PROOF_NOT_FOUND)
    return note
