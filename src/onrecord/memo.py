"""What earlier runs have worked out, kept by what it was worked out from, so that a later run need not do it again.

A memo is handed to a stage and keeps what the stage asks of it; a stage stays a pure function, because the key of each
result is a digest of everything that the result depends on. With a memo or without, the record is the same.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

_encode = msgspec.json.Encoder(order="deterministic", enc_hook=lambda one: one.hex()).encode


def digest(*parts: object) -> bytes:
    """A digest of plain data, records among them; the order of sets and tables does not matter.

    >>> digest({"a", "b"}, 1) == digest({"b", "a"}, 1)
    True
    """
    return blake2b(_encode(parts), digest_size=16).digest()


@dataclass(slots=True)
class Memo:
    """Results by kind and digest, those of the last run and of this one.

    Attributes:
        made: How many results of each kind this run has worked out.
        asked: How many of each kind it has asked for, each counted once.
    """

    made: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    _old: dict[str, dict[bytes, Any]] = field(default_factory=dict)
    _new: dict[str, dict[bytes, Any]] = field(default_factory=dict)

    def begin(self) -> None:
        """Begin a run: what the last one did not ask for is forgotten, so that a memo grows with its record only."""
        self._old, self._new = self._new, {}
        self.made.clear()
        self.asked.clear()

    def recall(self, kind: str, key: bytes, make: Callable[[], T]) -> T:
        """A result, worked out only where it is not known.

        Args:
            kind: What is asked for.
            key: The digest of all that the result depends on.
            make: Works it out; what it gives must not be changed by anybody.
        """
        known = self._new.get(kind)
        if known is None:
            known = self._new[kind] = {}
        if key in known:
            return cast("T", known[key])
        self.asked[kind] += 1
        before = self._old.get(kind)
        if before is not None and key in before:
            found = cast("T", before[key])
        else:
            self.made[kind] += 1
            found = make()
        known[key] = found
        return found

    @property
    def empty(self) -> bool:
        """Is nothing known from an earlier run?"""
        return not self._new

    def results(self, kind: str) -> Mapping[bytes, Any]:
        """What the last run has asked for of one kind, by key."""
        return self._new.get(kind, {})

    def fill(self, kind: str, results: Mapping[bytes, Any]) -> None:
        """Put in what an earlier run has found of one kind, before the first run."""
        self._new[kind] = dict(results)
