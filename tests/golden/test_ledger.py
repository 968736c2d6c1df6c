"""What a released version hashed, signed and proved keeps its worth for ever."""

from __future__ import annotations

import json
from base64 import b64decode
from hashlib import sha256

import pytest

from orderflow.audit.ledger.checkpoint import Checkpoint
from orderflow.audit.ledger.keys import VerifierKey
from orderflow.audit.ledger.leaf import read_leaf
from orderflow.audit.ledger.proof_file import ConsistencyProof, InclusionProof
from orderflow.audit.ledger.trust import Trust
from tests.golden import generate_ledger as golden
from tests.unit.audit.ledger import rfc6962

AGAIN = "vectors are never edited once released: a changed form is a new version"

LEAVES = json.loads((golden.HERE / "leaves.json").read_text("utf-8"))
ROOTS = json.loads((golden.HERE / "roots.json").read_text("utf-8"))


def trust() -> Trust:
    """Return the trust that the vectors ask for."""
    keys = json.loads((golden.HERE / "keys.json").read_text("utf-8"))
    log, witness = (VerifierKey.parse(keys[name]["public"]) for name in ("log", "witness"))
    return Trust(log, (witness,), 1)


@pytest.mark.parametrize("name", golden.vectors())
def test_the_vectors_are_what_this_version_makes(name: str) -> None:
    """Hashes, signatures and proofs are made byte for byte as when they were released."""
    assert (golden.HERE / name).read_bytes() == golden.vectors()[name], AGAIN


def test_leaves_are_made_of_lengths_and_fields_alone() -> None:
    """Put together by hand, and hashed by the definition, each leaf is the one that is written."""
    for one in LEAVES:
        texts = (one["stream"].encode(), one["version"].to_bytes(8, "big"), one["topic"].encode())
        fields = (*texts, b64decode(one["state"]))
        leaf = b"orderflow-leaf/1\n"
        leaf += b"".join(len(field).to_bytes(4, "big") + field for field in fields)

        assert leaf.hex() == one["leaf"]
        assert sha256(b"\x00" + leaf).hexdigest() == one["hash"]
        assert read_leaf(leaf).stream == one["stream"]


def test_roots_are_those_of_the_definition() -> None:
    """The literal definition of the RFC finds the same roots."""
    leaves = [bytes.fromhex(one["leaf"]) for one in LEAVES]

    assert [rfc6962.mth(leaves[:count]).hex() for count in range(len(leaves) + 1)] == ROOTS


def test_the_proofs_still_hold() -> None:
    """Read from their files, with the public keys of the vectors."""
    inclusion = InclusionProof.parse((golden.HERE / "event.tlog-proof").read_bytes())
    growth = ConsistencyProof.parse((golden.HERE / "growth.proof").read_bytes())
    older = Checkpoint(trust().log.name, golden.OLDER, bytes.fromhex(ROOTS[golden.OLDER]))

    assert inclusion.check(trust()).checkpoint.size == len(LEAVES)
    assert growth.check(trust(), older).checkpoint.size == len(LEAVES)
