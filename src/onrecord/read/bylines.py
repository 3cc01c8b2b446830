"""Lines that say who wrote: "By …", a name with a post or an address, the staff, an agency."""

import re
from collections.abc import Sequence

from onrecord.read.dates import DATE, TIME
from onrecord.read.lines import BAR, Line, words_of
from onrecord.read.mastheads import is_outlet_name
from onrecord.read.words import furniture_words, outlet_words
from onrecord.vocab.lists import ZoneKind

BYLINE = re.compile(
    r"^(?:(?:written|reported|story|words|article|report|text|posted|published|analysis|reporting|created) by|by"
    r"|(?:authors?|reporter|words|text|story)\s*:)\s*:?\s+(?P<rest>\S.*)$",
    re.IGNORECASE,
)
OURS = re.compile(
    r"^(?:from|by) (?:our|a) (?:[a-z]+ ){0,2}(?:correspondents?|reporters?)\b[^.,;]{0,40}$", re.IGNORECASE
)
NAME = r"[^\W\d_a-z][\w.’'-]*"
NAMES = re.compile(
    rf"^(?P<names>{NAME}(?:\s+(?:{NAME}|de|van|von|der|den|bin|al|el|la|le|da|di|dos|y)){{0,5}}(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s+with\s+){NAME}(?:\s+(?:{NAME}|de|van|von|der|bin|al|el|la|da|di)){{1,4}})*)(?P<after>.*)$"
)
WRITERS = re.compile(
    rf"{NAME}(?: {NAME}){{1,2}}(?:(?: and| &) {NAME}(?: {NAME}){{1,2}}(?:, {NAME}(?: {NAME})?)?|, {NAME}(?: {NAME})?)"
)
"""Two names, or one and a place: "Ada Lindqvist and Piet Rowe", "Ada Lindqvist, Port Elma"."""
WRITTEN_IN = re.compile(rf" (?:for (?=[A-Z])|(?:in|at) (?={NAME}(?: {NAME})?$))")
HANDLE = re.compile(r"[(<|,\s]*(?:\S+@[\w-]+(?:\.[\w-]+)+|(?<!\S)@\w{3,})[)>|,]*")
SIGNED = re.compile(r"(?:[a-z]{1,4}(?:/[a-z]{1,4})*\s*)?\((?P<names>[^()]{2,40})\)")
"""The letters of those who edited, and the agencies behind them."""
MAX_POST_WORDS = 8
MAX_ADDRESSED = 300  # characters
MAX_STAFF_WORDS = 6


def parse_names(line: Line) -> str | None:
    """The names of a byline, or None where it is none."""
    match = BYLINE.match(line.text)
    if match is None or len(line.words) > 22:
        return None
    words = match["rest"].split()
    if (
        words[-1].casefold() in furniture_words().staff_words
        and len(words) <= MAX_STAFF_WORDS
        and words[0][0].isupper()
    ):
        return match["rest"]
    stamped = TIME.sub(" ", DATE.sub(" ", match["rest"]))
    names = NAMES.match(stamped.strip())
    if names is None or (line.ends_sentence and len(line.words) > 6):
        return None
    found, after = names["names"].strip(), names["after"]
    lower = [
        word for word in words_of(after) if word[0].islower() and word.lower() not in furniture_words().stamp_words
    ]
    enough = len(found.split()) >= 2 or (not after.strip() and found.casefold() not in furniture_words().stamp_words)
    return found if enough and len(lower) <= 4 and not re.match(r"\s*[a-z]", WRITTEN_IN.sub(" ", after)) else None


def is_staff(line: Line) -> bool:
    """A short line under the headline that names an agency or the staff."""
    if len(line.words) > MAX_STAFF_WORDS or line.ends_sentence:
        return False
    words = [word.lower() for word in line.words]
    if line.text in outlet_words().agencies or (words and words[-1] in furniture_words().staff_words):
        return True
    return is_outlet_name(line.text)


def is_agencies(text: str) -> bool:
    """A line of the names of agencies and nothing else: "Reuters", "AP - AFP", "jm/dm (AFP, dpa)"."""
    bracketed = SIGNED.fullmatch(text)
    names = re.split(r"\s*(?:[,/|]|\s[-–]\s|\band\b)\s*", bracketed["names"] if bracketed else text)
    known = {name.casefold() for name in outlet_words().agencies}
    return all(name.casefold() in known for name in names)


def mark_agencies(lines: Sequence[Line], marks: list[ZoneKind | None]) -> None:
    """Mark a line of agencies as the byline at the foot of a text, with nothing but furniture below it."""
    for n in range(len(lines) - 1, 0, -1):
        if marks[n] is None and is_agencies(lines[n].text):
            marks[n] = "byline"
        elif marks[n] != "furniture":
            return


def is_addressed(line: Line) -> bool:
    """A name with a mail address or a handle, and perhaps a post: "Ada Lindqvist, a.lindqvist@post.example"."""
    if "@" not in line.text or len(line.text) > MAX_ADDRESSED:  # a long word would be tried from each of its letters
        return False
    bare, count = HANDLE.subn(" ", line.text)
    return bool(count) and not line.ends_sentence and is_person(bare.strip(" ,|-–—"))


def is_person(text: str) -> bool:
    """Two or three capitalised words that are no outlet's, and a post behind them or nothing."""
    words = text.split()
    names = [word for word in words[:2] if re.fullmatch(NAME, word.rstrip(","))]
    if len(names) < 2 or len(words) > MAX_POST_WORDS or not text[-1].isalnum() or is_outlet_name(text):
        return False
    if any(word.casefold().strip(",") in furniture_words().navigation for word in words[:2]):
        return False
    return len(words) <= 3 or any(word.casefold().strip(",") in furniture_words().staff_words for word in words[2:])


def is_post(line: Line) -> bool:
    """A writer's post, perhaps with a place: "Transport reporter, Port Elma"."""
    if len(line.words) > MAX_STAFF_WORDS or line.ends_sentence or not line.words:
        return False
    before = line.text.split(",")[0].casefold().split()
    return len(before) <= 4 and before[-1] in furniture_words().staff_words


def is_signed(line: Line) -> bool:
    """A name beside an outlet: "Ada Lindqvist | Orland Daily"."""
    segments = [part.strip() for part in BAR.split(line.text) if part.strip()]
    return len(segments) == 2 and is_person(segments[0]) and is_outlet_name(segments[1])
