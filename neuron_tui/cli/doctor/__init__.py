"""`neuron-tui doctor`: whether all is well with what the game stands on."""
