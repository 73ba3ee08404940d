"""Puzzles on paper: sheets to fill in, and their solutions with the neuron's numbers."""
