"""`neuron-tui class`."""
