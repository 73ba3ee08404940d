"""One iteration as arithmetic, to the last digit."""
