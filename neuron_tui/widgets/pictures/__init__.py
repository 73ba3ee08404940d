"""Puzzles whose inputs are the points of a little picture: how they are shown, and drawn."""
