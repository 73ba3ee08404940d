"""The whole game line by line, for a screen reader, a braille display, a pipe or a dumb terminal."""
