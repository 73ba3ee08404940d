"""The pictures and panels that the screens are made of, one widget a file."""
