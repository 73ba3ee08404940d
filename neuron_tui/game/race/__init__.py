"""The race of 1961: you and one neuron learn the same eight figures, trial by trial."""
