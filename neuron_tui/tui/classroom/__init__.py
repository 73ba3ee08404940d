"""The class: pupil by puzzle."""
