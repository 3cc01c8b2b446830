"""The version of onrecord, as in pyproject.toml."""

__version__ = "0.1.0"
