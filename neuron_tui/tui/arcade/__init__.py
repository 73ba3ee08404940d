"""By itself: you and a network play the same small game, and neither is told what it is about."""
