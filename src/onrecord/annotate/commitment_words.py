"""The words of promises, read once from `vocab/commitments.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1)
def load_table() -> Mapping[str, Any]:
    """Load the file once."""
    return tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def load_commitment_words() -> Mapping[str, frozenset[str]]:
    """The word lists."""
    return {key: frozenset(words) for key, words in load_table()["verbs"].items()}


@lru_cache(maxsize=1)
def load_nominal() -> frozenset[str]:
    """The nouns of deeds."""
    return frozenset(load_table()["acts"]["nominal"])


@lru_cache(maxsize=1)
def load_deeds() -> frozenset[str]:
    """The verbs of deeds that a later account can tell of."""
    groups = load_table()["acts"]["groups"]
    return frozenset(entry.split()[0] for group in groups for entry in group) | {"lay", "put", "bury"}


@lru_cache(maxsize=1)
def load_told() -> frozenset[str]:
    """The verbs of deeds that are told as words are."""
    return frozenset(load_table()["acts"]["told"])
