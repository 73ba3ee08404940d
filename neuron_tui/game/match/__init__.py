"""One match: guesses, phases, the result, and the steps of a lesson."""
