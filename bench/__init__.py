"""Benchmarks: ratios against peers, measured in one run, side by side."""
