"""Tasks: what is to be done, how far it is, and the proof that it can be done."""
