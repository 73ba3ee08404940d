"""The table of a puzzle, and its rows as small pictures."""
