"""How a class fares: pupils by puzzles, and what nobody knew."""
