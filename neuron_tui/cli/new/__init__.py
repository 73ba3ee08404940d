"""`neuron-tui new`: a puzzle file to begin with, or one made of a table."""
