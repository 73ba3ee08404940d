"""What the neuron learned, in words."""
