"""What did it learn? In words, and as the answer to every row there can be."""
