"""The atlas: every pattern of three inputs, each with a neuron of its own."""
