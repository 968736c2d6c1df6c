"""The ledger: a signed tree of hashes over the log, so that no event is changed or lost unseen.

The log is the tree. A leaf is the hash of one event exactly as stored, in the order of the log, so
that writing an event costs the ledger nothing. It is made afterwards, by somebody who may read the
log and sign, and who need not be the one who writes.

    merkle, frontier      RFC 6962: hashes, roots, and how a proof is checked
    proving               which hashes a proof consists of
    tiles, stored_tree    C2SP tlog-tiles: the inner hashes that are kept
    leaf, source          an event as stored, and its bytes as a leaf
    note, keys, keyfile   C2SP signed-note
    checkpoint, trust     C2SP tlog-checkpoint and tlog-cosignature
    proof_file            C2SP tlog-proof, and consistency proofs as tlog-witness sends them
    ledger, store         signs checkpoints, makes proofs, and where both are kept
    extending             hashes what is new
    witness               cosigns what only ever grew
    locating, tile_faults what was changed, and where

`docs/auditing/ledger.md` has every format, and what the ledger does not promise.
"""
