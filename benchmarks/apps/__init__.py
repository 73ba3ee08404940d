"""Programs of their own that the benchmarks start in a terminal."""
