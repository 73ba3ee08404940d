"""What a puzzle is, puzzle files in and out, and folders of them."""
