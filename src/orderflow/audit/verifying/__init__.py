"""Verifying a whole log: everything of it is read once, and whatever is wrong is named."""
