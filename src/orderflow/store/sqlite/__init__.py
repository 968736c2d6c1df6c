"""The log in one SQLite file: durable, safe with several processes, and nobody else's file."""
