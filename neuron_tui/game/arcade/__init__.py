"""Small games that a network learns from the points alone, and that people play beside it."""
