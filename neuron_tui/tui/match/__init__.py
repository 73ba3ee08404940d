"""The match: look, guess, watch the training, and the verdict."""
