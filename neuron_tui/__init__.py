"""A learning game for the terminal: you and one neuron guess the same pattern."""

__version__ = "0.1.0"
