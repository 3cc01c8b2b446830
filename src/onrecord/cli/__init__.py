"""The command line: parse input, call the library, show the result."""

from onrecord.cli.app import main

__all__ = ["main"]
