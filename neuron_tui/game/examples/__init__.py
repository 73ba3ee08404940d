"""How many examples do you need? One at a time, and after each you guess and the neuron is trained anew."""
