"""Writing files that a person asked for."""
