"""`neuron-tui scores`."""
