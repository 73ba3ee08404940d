"""A million neurons trained at once."""
