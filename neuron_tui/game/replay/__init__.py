"""A training seen at an iteration: the tape, its playhead, and what is read off it."""
