"""The atlas of everything that one neuron can learn."""
