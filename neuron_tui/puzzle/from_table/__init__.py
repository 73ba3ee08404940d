"""From a table of data to a puzzle: its cells, what each column says as inputs, and which rows are taken."""
