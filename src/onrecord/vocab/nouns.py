"""Common nouns for people and bodies, and the verbs around them (nominals.toml)."""

from functools import lru_cache
from typing import Any

from onrecord.vocab.gazetteer import read_table


@lru_cache(maxsize=1)
def load_nominals() -> dict[str, Any]:
    """The table of common nouns for people and bodies, and of verbs of saying."""
    return read_table("nominals.toml")


@lru_cache(maxsize=1)
def load_verbs() -> dict[str, frozenset[str]]:
    """Verbs of saying and deciding, and those that take a place."""
    return {key: frozenset(words) for key, words in load_nominals()["verbs"].items()}
