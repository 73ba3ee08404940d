"""Home: the list of puzzles, and a preview of the selected one."""
