"""A caption and the credit of its picture, run together in one line."""

import re

from onrecord.read.inline import Piece
from onrecord.read.lines import Line
from onrecord.read.words import furniture_words

MAX_CAPTION_WORDS, LEAST_WORDS = 90, 9
CAPTION_LEAD = re.compile(
    r"(?:image (?:copyright|source)[:,]?\s\S.{1,40}?\s)?(?:image|media) caption[:,]?\s+(?=\S)|"
    r"(?:facebook|twitter|pinterest|whatsapp)(?:\s+(?:facebook|twitter|pinterest|whatsapp|email|linkedin))+\s+(?=\S)",
    re.IGNORECASE,
)
CREDIT_LEAD = re.compile(
    r"(?:(?:Getty(?: Images)?|GETTY(?: IMAGES)?|Reuters|REUTERS|Alamy|Shutterstock|Handout|Contributor)\b"
    r"(?:\s?[-–/]\s?)?)+\s+(?=[A-Z]\w+(?:\.\.\.)? )"
)
"""A picture's credit before its caption, which ends without a stop."""


def find_caption(line: Line) -> tuple[Piece, ...]:
    """A caption with its credit, as two pieces; none where the line is not one."""
    if len(line.words) > MAX_CAPTION_WORDS:
        return ()
    lead = CAPTION_LEAD.match(line.text)
    if lead is None and line.text[-1] not in '.?!”"' and len(line.words) >= LEAST_WORDS:
        lead = CREDIT_LEAD.match(line.text)
    if lead:
        return (0, len(lead[0].rstrip()), "furniture"), (lead.end(), len(line.text), "caption")
    for match in re.finditer(r"(?<=\S)\s+(?=\S)|(?<=[.)])(?=[A-Z])", line.text):
        credit = line.text[match.end() :]
        if len(credit) > 90 or not furniture_words().credit.fullmatch(credit):
            continue
        before = line.text[: match.start()].rstrip(" |/–—-")
        bracketed = credit[0] in "([" or (
            len(line.words) <= 60 and re.match(r"(?i)(?:photo|picture|image|credit|file|video|illustration)", credit)
        )
        if len(before.split()) >= 3 and (bracketed or match.start() == 0 or before[-1] in ".)|"):
            between = line.text[len(before) : match.end()]
            start = len(before) + len(between) - len(between.lstrip())
            return (0, len(before), "caption"), (start, len(line.text), "furniture")
    return ()
