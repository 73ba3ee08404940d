"""The scoreboard: its screen, and what is worked out beside it."""
