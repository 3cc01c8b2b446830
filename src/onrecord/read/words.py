"""The word lists of `read`, from data files, loaded on first use."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


def load_toml(name: str) -> dict[str, list[str]]:
    """One data file of `onrecord.vocab`."""
    return tomllib.loads(files("onrecord.vocab").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def alternation(words: list[str]) -> str:
    """A regular expression for any of some words, longest first; apostrophes of either shape, any blanks."""
    escaped = (re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in words)
    return "|".join(sorted(escaped, key=lambda word: (-len(word), word)))


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One regular expression for several, whatever the case; "^" is left to `match`, which tries one place only."""
    return re.compile("|".join(f"(?:{pattern.removeprefix('^')})" for pattern in patterns), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FurnitureWords:
    """How a page's furniture is worded."""

    labels: frozenset[str]
    topic_labels: frozenset[str]
    bar_labels: frozenset[str]
    calls: frozenset[str]
    buttons: frozenset[str]
    navigation: frozenset[str]
    caption_words: frozenset[str]
    stamp_words: frozenset[str]
    staff_words: frozenset[str]
    not_places: frozenset[str]
    teaser: re.Pattern[str]
    bare_teaser: re.Pattern[str]
    ambiguous_teaser: re.Pattern[str]
    notice_start: re.Pattern[str]
    notice_anywhere: re.Pattern[str]
    credit: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ProseWords:
    """How running English is worded."""

    stop_words: frozenset[str]
    small_words: frozenset[str]
    starters: frozenset[str]
    finite: frozenset[str]
    leading: frozenset[str]


@dataclass(frozen=True, slots=True)
class OutletWords:
    """Agencies by name, and the nouns that end the names of newspapers and stations."""

    agencies: frozenset[str]
    nouns: frozenset[str]


@lru_cache(maxsize=1)
def furniture_words() -> FurnitureWords:
    """The words of furniture.toml."""
    data = load_toml("furniture")
    lead = r"(?P<open>[\[(]\s*)?(?<![\w’'-])(?P<label>{})\s*(?::|\||–|—|\s-\s|>|»)\s*"
    return FurnitureWords(
        labels=frozenset(data["labels"]),
        topic_labels=frozenset(data["topic_labels"]),
        bar_labels=frozenset(data["bar_labels"]),
        calls=frozenset(data["calls"]),
        buttons=frozenset(data["buttons"]),
        navigation=frozenset(data["navigation"]),
        caption_words=frozenset(data["caption_words"]),
        stamp_words=frozenset(data["stamp_words"]),
        staff_words=frozenset(data["staff_words"]),
        not_places=frozenset(data["not_places"]),
        teaser=re.compile(lead.format(alternation(data["teasers"])), re.IGNORECASE),
        bare_teaser=re.compile(
            rf"(?P<open>[\[(]\s*)?(?<![\w’'-])(?P<label>{alternation(data['bare_teasers'])})\s+(?=(?-i:[A-Z“‘\"]))",
            re.IGNORECASE,
        ),
        ambiguous_teaser=re.compile(lead.format(alternation(data["ambiguous_teasers"])), re.IGNORECASE),
        notice_start=any_of([pattern for pattern in data["notices"] if pattern.startswith("^")]),
        notice_anywhere=any_of([pattern for pattern in data["notices"] if not pattern.startswith("^")]),
        credit=re.compile(rf"(?:{'|'.join(data['credits'])})$", re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def prose_words() -> ProseWords:
    """The words of prose.toml."""
    data = load_toml("prose")
    return ProseWords(**{name: frozenset(words) for name, words in data.items()})


@lru_cache(maxsize=1)
def outlet_words() -> OutletWords:
    """The words of outlets.toml."""
    data = load_toml("outlets")
    return OutletWords(**{name: frozenset(words) for name, words in data.items()})
