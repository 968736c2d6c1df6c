"""What verifying keeps in, and reads from, SQLite."""
