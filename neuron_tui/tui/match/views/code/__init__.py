"""The training as a program that runs line by line."""
