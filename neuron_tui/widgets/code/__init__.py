"""The code view: a training as a program, the line that is carried out, and its values."""
