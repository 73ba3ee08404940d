"""Playing a tape: the timer, the transport keys and the timeline."""
