"""The games' titles by their ids, for whoever lists them without loading numpy."""

TITLES = {"catch": "Catch", "road": "Road", "snake": "Snake", "key-and-door": "Key and door"}
"""In the order in which they are offered."""
