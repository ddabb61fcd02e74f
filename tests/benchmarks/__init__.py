"""Benchmarks: `python run.py bench` measures, and writes a report into `to-report/`. `__main__` is the way in."""
