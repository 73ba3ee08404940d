"""The end of a chapter: what the player can say now, a small check, and what comes next."""
