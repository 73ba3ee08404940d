"""Formulas such as `left and not right`: parsing, evaluating, and rows made from them."""
