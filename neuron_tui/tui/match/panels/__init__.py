"""The panels of a match."""
