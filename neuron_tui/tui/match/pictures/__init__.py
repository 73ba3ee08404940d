"""Puzzles whose inputs are the points of a picture."""
