"""A training as a Python program, in the words of the article."""
