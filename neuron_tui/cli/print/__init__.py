"""`neuron-tui print`."""
