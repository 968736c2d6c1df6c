"""The key store in SQLite."""
