"""The race: you and the neuron learn the same figures, trial by trial."""
