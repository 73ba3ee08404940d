"""The microscope: one iteration as arithmetic that anyone can check."""
