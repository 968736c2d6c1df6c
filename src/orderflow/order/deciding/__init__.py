"""One function per command: what it causes, or why it is refused."""
