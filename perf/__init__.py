"""Benchmarks with their floors: see README.md."""
