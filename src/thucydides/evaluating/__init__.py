"""Evaluating: what the program reads and links, held against public benchmarks."""
