"""How alike two short texts are: their content words in a plain form, their numbers, their names, their embeddings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’.-]*[A-Za-zÀ-ÿ]|[A-Za-z]|\d[\d,.]*")
_NUMBER = re.compile(r"\d[\d,.]*")
HEAD = re.compile(r" (?:of|for|to|on|in|that|with|from|over|against|by|at|between|under|which|who|as)\b|,")
"""Where the head phrase of a label ends."""
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "er",
    "s",
    "e",
    "y",
)
SPELLED = {
    word: str(number)
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
}
SPELLED |= {
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
}
SPELLED |= {
    f"{tens}-{ones}": str(int(SPELLED[tens]) + int(SPELLED[ones]))
    for tens in ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
    for ones in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}


@dataclass(frozen=True, slots=True)
class Tables:
    """The word tables of `vocab/disputes.toml`."""

    same: Mapping[str, str]
    generic: frozenset[str]
    titles: frozenset[str]
    stop: frozenset[str]
    clash: frozenset[tuple[str, str]]
    spokesmen: frozenset[str]
    contacts: Mapping[str, frozenset[str]]
    tallies: Mapping[str, frozenset[str]]
    tally_words: Mapping[str, frozenset[str]]
    deeds: Mapping[str, frozenset[str]]
    counting: Mapping[str, frozenset[str]]
    none_of: Mapping[str, Sequence[Sequence[str]]]
    opposed: Mapping[str, frozenset[str]]
    taken_up: Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """A short text taken apart.

    Attributes:
        content: Stems of its content words, synonyms as one.
        numbers: The numbers in it, as digits.
        names: Its capitalised words, the first word only if it is capitalised within a name.
    """

    content: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Take one ending off a word: enough for words of one text to meet, not a linguist's stem.

    >>> stem("sanctions") == stem("sanction")
    True
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1)
def load_tables() -> Tables:
    """Load the tables once."""
    table: dict[str, Any] = tomllib.loads(files("onrecord.vocab").joinpath("disputes.toml").read_text(encoding="utf-8"))
    stop = files("onrecord.vocab").joinpath("stop_words.txt").read_text(encoding="utf-8").split()
    clash = {(a, b) for pair in table["stances"]["clash"] for a, b in (pair, pair[::-1])}
    same = {stem(word): stem(group[0]) for group in table["same"]["groups"] for word in group}
    same |= {word: stem(group[0]) for group in table["same"]["groups"] for word in group}
    return Tables(
        same,
        frozenset(stem(w) for w in table["words"]["generic"]),
        frozenset(stem(w) for w in table["words"]["titles"]),
        frozenset(stop),
        frozenset(clash),
        frozenset(table["spokesman"]["titles"]),
        {mode: frozenset(verbs) for mode, verbs in table["contacts"].items()},
        {kind: frozenset(words) for kind, words in table["tallies"].items()},
        {name: frozenset({*words, *map(stem, words)}) for name, words in table["tally_words"].items()},
        {name: frozenset(words) for name, words in table["deeds"].items()},
        {name: frozenset(words) for name, words in table["counting"].items()},
        table["none_of"],
        {name: frozenset(words) for name, words in table["opposed"].items()},
        tuple(frozenset(family) for family in table["taken_up"]["families"]),
    )


def print_words(text: str, roots: frozenset[str]) -> str:
    """The words of a text that have some plain forms, as printed and in their order: for people to read."""
    found = []
    for match in _WORD.finditer(text):
        words = read_words(match.group())
        if (words.content | words.numbers | {match.group().casefold().removesuffix("s")}) & roots:
            opening = match.start() == 0 and not read_words(text).names & roots
            found.append(match.group().lower() if opening else match.group())
    return ", ".join(dict.fromkeys(found))


def shorten(text: str, longest: int = 140) -> str:
    """A text on one line, cut at a word.

    >>> shorten("one two three", 9)
    'one two…'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


@lru_cache(maxsize=65536)
def read_words(text: str) -> Words:
    """Take a short text apart."""
    tables = load_tables()
    content, numbers, names = set(), set(), set()
    for match in _WORD.finditer(text):
        printed = re.sub(r"['’]s?$", "", match.group())
        lower = printed.casefold()
        if _NUMBER.fullmatch(lower):
            numbers.add(lower.rstrip(".,").replace(",", ""))
            continue
        if lower in SPELLED:
            numbers.add(SPELLED[lower])
            continue
        if lower in tables.stop or len(lower) < 2:
            continue
        root = tables.same.get(lower) or tables.same.get(stem(lower)) or stem(lower)
        content.add(root)
        if printed[0].isupper() and (match.start() > 0 or printed[1:] != printed[1:].lower()):
            names.add(root)
    return Words(frozenset(content), frozenset(numbers), frozenset(names))


def core(words: Words) -> frozenset[str]:
    """The content words that tell one matter from another."""
    kept = words.content - load_tables().generic
    return kept or words.content


def head_of(label: str) -> str:
    """The head of a label that is a noun phrase: "pipeline" of "new gas pipeline to the coast"."""
    words = HEAD.split(label.casefold(), maxsplit=1)[0].split()
    return words[-1] if words else ""


def cosine(a: bytes, b: bytes) -> float:
    """Cosine of two int8 embeddings; 0 where one is missing."""
    if not a or not b or len(a) != len(b):
        return 0.0
    (left, one), (right, other) = read_vector(a), read_vector(b)
    size = float(one * other)
    return float(left @ right) / size if size else 0.0


@lru_cache(maxsize=20_000)
def read_vector(data: bytes) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], np.floating[Any]]:
    """An int8 embedding and its length."""
    vector = np.frombuffer(data, dtype=np.int8).astype(np.float64)
    return vector, np.linalg.norm(vector)


def numbers_clash(a: Words, b: Words) -> bool:
    """Do both have numbers, and not the same ones?"""
    return bool(a.numbers and b.numbers and not (a.numbers <= b.numbers or b.numbers <= a.numbers))


def names_clash(a: Words, b: Words) -> bool:
    """Do both have names, and none in common?"""
    return bool(a.names and b.names and not a.names & b.names)
