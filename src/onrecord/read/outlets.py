"""The outlet and the byline that a plain text states of itself; None when not sure."""

import re
from collections.abc import Sequence

from onrecord.read.bylines import parse_names
from onrecord.read.inline import find_dateline
from onrecord.read.lines import Line
from onrecord.read.mastheads import find_domains, find_masthead, is_named_by, is_outlet_name, is_title_line
from onrecord.read.words import outlet_words
from onrecord.records import Zone

COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&.’' -]{1,40}?)(?:\s*(?:[.,|]|all rights\b|$))",
    re.IGNORECASE,
)
TAIL_CREDIT = re.compile(r"^[-–—(\[\s]*(?P<name>[A-Z][\w&/.’' -]{1,30}?)[)\]\s.]*$")
COMPANY = re.compile(
    r"\s+(?:publishing(?: house)?|inc|ltd|llc|limited|media group|group|corp|corporation|gmbh|network)\.?$",
    re.IGNORECASE,
)
TOP_CHARACTERS = 1500


def find_outlet(text: str, zones: Sequence[Zone]) -> str | None:
    """The outlet a plain text names: its masthead, its copyright line, or the agency in its dateline.

    Args:
        text: The document's text.
        zones: Its zones.

    Returns:
        The name as printed (a masthead in capitals in title case), or None.
    """
    top = top_lines(text, zones)
    for line in top:
        name = find_masthead(line)
        if name is not None:
            return as_title(name)
    return find_copyright(text, zones, top) or find_repeated(text, zones, top) or find_wire(text, zones)


def top_lines(text: str, zones: Sequence[Zone]) -> list[str]:
    """The lines of furniture above the first paragraph."""
    first_body = next((zone.start for zone in zones if zone.kind == "body"), len(text))
    return [
        line.strip()
        for zone in zones
        if zone.kind == "furniture" and zone.start < min(first_body, TOP_CHARACTERS)
        for line in text[zone.start : zone.end].splitlines()
        if line.strip()
    ]


def find_repeated(text: str, zones: Sequence[Zone], top: Sequence[str]) -> str | None:
    """A name that stands alone in the page's furniture and is repeated: at top and foot, or in one of its addresses."""
    last_body = max((zone.end for zone in zones if zone.kind == "body"), default=0)
    foot = [
        line.strip()
        for zone in zones
        if zone.kind == "furniture" and zone.start >= last_body
        for line in text[zone.start : zone.end].splitlines()
    ]
    domains = find_domains(text)
    for line in [*top, *foot]:
        twice = line in top and line in foot and is_title_line(line)
        if line and (twice or (is_title_line(line) and is_named_by(line, domains))):
            return as_title(line)
    return None


def as_title(name: str) -> str:
    """A masthead in capitals in the usual form; agencies that are written in capitals stay."""
    if not name.isupper() or name in outlet_words().agencies or len(name) <= 5:
        return name
    return " ".join(word if word in ("TV", "FM", "AM", "UK", "US") else word.capitalize() for word in name.split())


def find_copyright(text: str, zones: Sequence[Zone], top: Sequence[str]) -> str | None:
    """The holder in a copyright line, if it looks like an outlet."""
    for zone in zones:
        if zone.kind != "furniture":
            continue
        match = COPYRIGHT.search(text[zone.start : zone.end])
        name = COMPANY.sub("", match["name"].strip()) if match else ""
        if is_outlet_name(name) or (name in top and is_title_line(name)):
            return as_title(name)
    return None


def find_wire(text: str, zones: Sequence[Zone]) -> str | None:
    """The agency named in the dateline, under the headline, or alone at the foot of the text."""
    for zone in zones:
        if zone.kind not in ("dateline", "byline"):
            continue
        words = text[zone.start : zone.end]
        match = find_dateline(words + " X") if zone.kind == "dateline" else None
        if match is not None:
            groups = match.groupdict()
            named = groups.get("agency") or ""
            if named in outlet_words().agencies or is_outlet_name(named):
                return named
            if groups.get("city") and is_outlet_name(match["city"]) and not named:
                return as_title(match["city"])
        if zone.kind == "byline" and is_outlet_name(words):
            return words
    tail = text.rstrip().rsplit("\n", 1)[-1].strip()
    match = TAIL_CREDIT.match(tail)
    return match["name"] if match and match["name"] in outlet_words().agencies else None


def find_byline(text: str, zones: Sequence[Zone]) -> str | None:
    """The names in the first byline zone."""
    for zone in zones:
        if zone.kind == "byline":
            line = Line(start=zone.start, end=zone.end, text=text[zone.start : zone.end])
            names = parse_names(line)
            if names is not None:
                return as_title(names) if names.isupper() else names
    return None
