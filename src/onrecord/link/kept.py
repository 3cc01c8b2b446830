"""The memo of linking as bytes, kept between two commands: results by digests, of one state of the linkers alone.

Nothing is lost with it but time. A kind that is damaged, or was made by other code, other word lists or another Python
is left out and worked out anew; what comes first in the table is worth the most seconds a byte.
"""

import sys
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from types import GenericAlias
from typing import Any

import msgspec

from onrecord.chronology import Resolved
from onrecord.link.date_bounds import Bound
from onrecord.link.event_evidence import Weights
from onrecord.link.event_groups import Group
from onrecord.link.event_judge import Judged, Verdict
from onrecord.link.prose import Sentence
from onrecord.link.shared_text import Shared
from onrecord.link.wordings import Wording
from onrecord.memo import Memo
from onrecord.records import Time

Words = dict[int, frozenset[str]]

KINDS: Mapping[str, Any] = {
    "pair of documents to date": Bound | None,
    "shared text": Shared,
    "pair of event accounts": Verdict,
    "evidence in spite of a conflict": Weights,
    "accounts of a document": tuple[list[Group], Judged],
    "sentences": tuple[Sentence, ...],
    "sentences with days": tuple[Words, Words],
    "wordings": tuple[Wording, ...],
    "times": tuple[Time, ...],
    "trial times": tuple[Resolved, ...],
    "likeness": float,
    "vector": dict[str, float],
}
"""What is kept, with the type of each result."""

MOST_BYTES = 128 * 2**20
"""Packed bytes that are kept at most, about those of ten thousand articles."""

SOURCES = ("", "link", "vocab", "corrections")
"""Folders of this package whose files decide what a result is."""


@lru_cache(maxsize=1)
def print_linkers() -> str:
    """A digest of the code and word lists that results are made with, and of what they are run by."""
    found = blake2b(digest_size=16)
    found.update(f"{sys.version_info[:3]} {version('numpy')} {version('rapidfuzz')}".encode())
    for folder in SOURCES:
        place = files("onrecord").joinpath(folder) if folder else files("onrecord")
        for file in sorted(place.iterdir(), key=lambda one: one.name):
            if file.name.endswith((".py", ".toml", ".txt")):
                found.update(f"\x00{folder}/{file.name}\x00".encode() + file.read_bytes())
    return found.hexdigest()


def pack_memo(memo: Memo) -> Iterator[tuple[str, bytes]]:
    """What the last run has found, kind by kind, as far as there is room for it."""
    room = MOST_BYTES
    for kind in KINDS:
        body = zlib.compress(msgspec.msgpack.encode(memo.results(kind)), level=1)
        if len(body) <= room:
            room -= len(body)
            yield kind, body


def unpack_memo(memo: Memo, bodies: Mapping[str, bytes]) -> None:
    """Put what an earlier run has found into a memo; what cannot be read is left out."""
    for kind, result in KINDS.items():
        try:
            found = msgspec.msgpack.decode(zlib.decompress(bodies[kind]), type=GenericAlias(dict, (bytes, result)))
        except (KeyError, zlib.error, msgspec.DecodeError):
            continue
        memo.fill(kind, found)
