"""Numbers turned into sentences: the training, what was learned, and the rules that fit."""
