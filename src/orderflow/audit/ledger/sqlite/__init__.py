"""The ledger, the log and a witness's memory in SQLite."""
