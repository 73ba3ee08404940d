"""One iteration as arithmetic."""
