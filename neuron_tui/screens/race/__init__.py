"""The race of 1961: its screen, its keys, its words."""
