"""The course: progress, points so far, the glossary, and checks of the whole."""
