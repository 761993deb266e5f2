"""Benchmarks: ratios taken in one run, printed as a table, never asserted (`make bench`)."""
