"""Puzzle files: reading them with every error at its line and column, and writing them."""
