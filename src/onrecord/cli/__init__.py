"""The command line: parse input, call the library, show the result."""

import os

# One thread for each process, before NumPy is loaded: workers share the machine, and sums are added in one order.
os.environ.setdefault("OMP_NUM_THREADS", "1")

from onrecord.cli.app import main

__all__ = ["main"]
