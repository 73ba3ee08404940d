"""Measurements, run from the checkout with the `dev` extra: `python -m benchmarks`, or with some names.

Each is a file with a `main(quick)` that yields its figures. Most are ratios or shares taken within one
run, so that they can be compared between computers. Needs Linux: what a process takes is read from /proc.
"""
