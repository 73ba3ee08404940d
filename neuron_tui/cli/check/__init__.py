"""`neuron-tui check`: every error in puzzle files, and whether they keep their promises."""
