"""What is seen and pressed, one screen a file."""
