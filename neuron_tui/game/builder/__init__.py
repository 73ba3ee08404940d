"""A puzzle of the player's own while it is being made."""
