"""The pictures of the race: the figure, the trials of a block, the errors, the neuron's weights."""
