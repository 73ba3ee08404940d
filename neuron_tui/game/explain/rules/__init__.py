"""The simple rules that fit a puzzle's rows."""
