"""The journal: every answered question, kept in one file."""
