"""The log of a ledger on PostgreSQL. The ledger itself is kept in a file beside whoever signs."""
