"""One function per event: which fields of the order it changes."""
