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
    """Agencies by name, the nouns that end the names of newspapers and stations, and how pictures are credited.

    Attributes:
        pictures: Who is credited for pictures.
        credit_lead: A picture's credit before its caption.
        signed_lead: Such a credit with the photographer's name and a slash before it.
        credit_end: The name alone behind a caption's stop.
    """

    agencies: frozenset[str]
    nouns: frozenset[str]
    pictures: frozenset[str]
    credit_lead: re.Pattern[str]
    signed_lead: re.Pattern[str]
    credit_end: re.Pattern[str]


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
    pictures = alternation(data["pictures"] + [name.upper() for name in data["pictures"]])
    name = r"[A-Z][\w.’'-]+"
    return OutletWords(
        agencies=frozenset(data["agencies"]),
        nouns=frozenset(data["nouns"]),
        pictures=frozenset(data["pictures"]),
        credit_lead=re.compile(rf"(?:(?:{pictures})\b(?:\s?[-–/]\s?)?)+\s+(?=[A-Z]\w*-?\w*(?:\.\.\.)? )"),
        signed_lead=re.compile(rf"{name}(?: {name}){{1,3}}\s?/\s?(?:{pictures})(?=\s+[A-Z]\S*\s)"),
        credit_end=re.compile(rf"[.)]\s+(?P<credit>{pictures})$"),
    )
