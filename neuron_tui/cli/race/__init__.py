"""`neuron-tui race`."""
