"""States, capitals, seats of government, demonyms, bodies and media by name: data files behind one look-up.

The tables are general knowledge (states.toml, bodies.toml) read once, on first use.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

from onrecord.naming import fold

EntryKind = Literal["state", "capital", "seat", "demonym", "region", "regional", "body", "media", "network"]

WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a name stands for.

    Attributes:
        name: Canonical name; of a demonym or capital, that of its state, of a region's adjective that of the region.
        kind: What sort of name it is.
        side: The state or body it speaks for, if any.
        doubtful: Also a common word: needs support from the parse.
    """

    name: str
    kind: EntryKind
    side: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Entries by their words; `entries` maps a first word to (words, entry), longest first."""

    entries: Mapping[str, Sequence[tuple[tuple[str, ...], Entry]]]
    by_name: Mapping[str, Entry]

    def find(self, text: str) -> Entry | None:
        """The entry with exactly this name, a leading "the" ignored.

        >>> load_gazetteer().find("the Kremlin").side
        'Russia'
        """
        bare = text.strip()
        return self.by_name.get(bare) or (self.by_name.get(bare[4:]) if bare[:4].lower() == "the " else None)

    def scan(self, words: Sequence[str]) -> Iterator[tuple[int, int, Entry]]:
        """Find the longest entries over words, left to right, as half-open word ranges."""
        at = 0
        while at < len(words):
            for name, entry in self.entries.get(words[at], ()):
                if tuple(words[at : at + len(name)]) == name:
                    yield at, at + len(name), entry
                    at += len(name)
                    break
            else:
                at += 1


def read_table(name: str) -> dict[str, Any]:
    """Read one TOML file of this package."""
    return tomllib.loads((files("onrecord.vocab") / name).read_text(encoding="utf-8"))


def plural(noun: str) -> str:
    """The plural of a demonym noun, itself where it has none ("French", "Chinese")."""
    if noun.endswith(("ese", "sh", "ch", "ss", "men", "is", "z")):
        return noun
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


def state_entries(states: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Every name of every state with what it stands for; earlier ones win."""
    for name, row in states.items():
        for printed in (name, *row.get("also", ())):
            yield printed, Entry(name=name, kind="state", side=name)
        for printed in row["demonyms"]:
            yield printed, Entry(name=name, kind="demonym", side=name)
            yield plural(printed), Entry(name=name, kind="demonym", side=name)
        for printed in row["capitals"]:
            yield printed, Entry(name=name, kind="capital", side=name)
        for printed in row.get("seats", ()):
            yield (
                printed,
                Entry(name=row["seats"][0] if same_seat(row["seats"], printed) else printed, kind="seat", side=name),
            )


def same_seat(seats: Sequence[str], printed: str) -> bool:
    """Is a seat another spelling of the first one ("10 Downing Street", "Elysee Palace")?"""
    return fold(seats[0]) in fold(printed)


def body_entries(bodies: Mapping[str, Any]) -> Iterator[tuple[str, Entry]]:
    """Every name of every body, paper and network."""
    for name, also in bodies["international"].items():
        for printed in (name, *also):
            yield printed, Entry(name=name, kind="body")
    for section, kind in (("government", "body"), ("state_media", "media")):
        for side, table in bodies[section].items():
            for name, also in table.items():
                for printed in (name, *also):
                    yield printed, Entry(name=name, kind=kind, side=side)  # type: ignore[arg-type]
    for section, kind in (("media", "media"), ("networks", "network")):
        for name, also in bodies[section].items():
            for printed in (name, *also):
                yield printed, Entry(name=name, kind=kind)  # type: ignore[arg-type]


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the tables once."""
    states, bodies = read_table("states.toml"), read_table("bodies.toml")
    doubtful = frozenset(bodies["doubtful"]["names"])
    by_name: dict[str, Entry] = {}
    rows = [*state_entries(states["states"]), *body_entries(bodies)]
    for region, adjectives in states["regions"].items():
        rows.append((region, Entry(name=region, kind="region")))
        for word in adjectives:
            rows += [(form, Entry(name=region, kind="regional")) for form in (word, plural(word))]
    for printed, entry in rows:
        if printed not in by_name:
            unsure = printed in doubtful
            by_name[printed] = Entry(name=entry.name, kind=entry.kind, side=entry.side, doubtful=unsure)
    entries: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for printed, entry in by_name.items():
        words = tuple(WORD.findall(printed))
        entries.setdefault(words[0], []).append((words, entry))
    for group in entries.values():
        group.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    return Gazetteer(entries, by_name)


@lru_cache(maxsize=1)
def load_name_words() -> dict[str, frozenset[str]]:
    """Words that make a capitalised run an organisation, a place, or nothing that acts."""
    return {kind: frozenset(words) for kind, words in read_table("bodies.toml")["words"].items()}


@lru_cache(maxsize=1)
def load_handles() -> dict[str, tuple[str, str]]:
    """Account handles that name an office: handle -> (title, of)."""
    return {handle: (title, of) for handle, (title, of) in read_table("bodies.toml")["handles"].items()}


@lru_cache(maxsize=1)
def load_demonyms() -> dict[str, str]:
    """Adjective or noun -> state or region; the adjective of a state only where it is capitalised so."""
    return {
        name: entry.name for name, entry in load_gazetteer().by_name.items() if entry.kind in ("demonym", "regional")
    }
