"""The rules of play, with no screen."""
