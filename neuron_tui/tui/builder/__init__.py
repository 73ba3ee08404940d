"""Making a puzzle: the table, what the neuron makes of it, and the words around it."""
