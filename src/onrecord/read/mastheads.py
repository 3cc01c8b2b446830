"""The name of the paper or station on its own page: mastheads, with or without a section beside them.

A name is known by the noun that ends it ("Gazette"), or because the page itself repeats it: as the domain of an
address ("letters@asterling.example" below "Asterling"). An address without such a line says nothing.
"""

import re

from onrecord.read.lines import BAR, Line
from onrecord.read.words import furniture_words, outlet_words

DOMAIN = re.compile(r"(?:\S@|://(?:www\.)?|\bwww\.)(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
ADDRESS = re.compile(r"(?:\S+@|https?://|www\.)\S+\.\S+", re.IGNORECASE)
FREQUENCY = re.compile(r"\s+\d{2,4}(?:\.\d)?(?:\s?[AF]M)?$")
SMALL = frozenset({"of", "the", "and"})
MAX_NAME_WORDS = 5
MIN_LETTERS = 5  # a shorter run of letters is too easily that of a mail service


def is_outlet_name(name: str) -> bool:
    """Two to five capitalised words, the last (or the first after "The") a noun of newspaper names; or an agency."""
    words = name.split()
    if name in outlet_words().agencies:
        return True
    if not 2 <= len(words) <= MAX_NAME_WORDS or not all(word[0].isupper() or word in SMALL for word in words):
        return False
    return words[-1].capitalize() in outlet_words().nouns or words[-1] in outlet_words().nouns


def find_masthead(text: str) -> str | None:
    """The name at the head of a line of short segments ("CARGO LEDGER / Ports"), or the line itself if it is one."""
    segments = [part.strip() for part in BAR.split(text) if part.strip()]
    if not segments or any(len(part.split()) > MAX_NAME_WORDS for part in segments) or text.endswith("."):
        return None
    name = FREQUENCY.sub("", segments[0])
    return name if is_outlet_name(name) else None


def is_masthead(line: Line) -> bool:
    """A line with a name and short segments behind it, or a name with its frequency."""
    name = find_masthead(line.text)
    return name is not None and name != line.text


def find_domains(text: str) -> frozenset[str]:
    """The letters of the second-level names of the addresses in a text."""
    hosts = (match["host"].casefold().split(".") for match in DOMAIN.finditer(text))
    return frozenset(re.sub(r"[^a-z0-9]", "", part) for host in hosts for part in host[:-1] if len(part) >= MIN_LETTERS)


def is_named_by(text: str, domains: frozenset[str]) -> bool:
    """Is a line a short name in capitals with the letters of one of the page's addresses?"""
    words = text.split()
    if not 1 <= len(words) <= MAX_NAME_WORDS or not all(word[0].isupper() or word in SMALL for word in words):
        return False
    letters = re.sub(r"[^a-z0-9]", "", text.casefold())
    return len(letters) >= MIN_LETTERS and bool({letters, letters.removeprefix("the")} & domains)


def is_title_line(text: str) -> bool:
    """A short line of capitalised words that is no button and no label: it may be a name if the page repeats it."""
    words, known = text.split(), furniture_words()
    key = text.casefold()
    return (
        1 <= len(words) <= MAX_NAME_WORDS
        and all(word[0].isupper() or word in SMALL for word in words)
        and text[-1].isalnum()
        and key not in known.buttons | known.labels
        and not all(word.casefold() in known.navigation for word in words)
    )
