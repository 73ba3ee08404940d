"""Folders of puzzle files: chapters, ids, and the order in which puzzles are played."""
