"""Measurements run by hand from the checkout with the `dev` extra: `python -m benchmarks.training` and so on.

Each prints ratios or shares taken within one run, so that they can be compared between computers.
"""
