"""Views that take the whole screen of a match."""
