"""The widgets of the atlas: the map of all patterns, and one pattern seen closely."""
