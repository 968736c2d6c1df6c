"""The access log: who saw which order, in which role, for which purpose, when; append-only.

Each entry holds the hash of the one before, and the file satisfies `LogSource` of the ledger, so
that checkpoints and proofs cover it as they cover the log of orders.
"""
