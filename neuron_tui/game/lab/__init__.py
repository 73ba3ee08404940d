"""Experiments next to the match: other settings, branches, and weights turned by hand."""
