"""What looks like a month or a year and is none: people and marches with such a name, numbers of things."""

import re

from onrecord.annotate.timex.scene import Scene

_NAMES = frozenset({"March", "April", "May", "June", "August"})
"""Months that are names and words besides: "Mara May", "the Women's March"."""
_LED = re.compile(
    r"(?:the|an?|that|its|their|our|his|her|but|when|if|as|with|while|so|in|since|by|until|till|from|to|for|of|on|at|around"
    r"|about|between|during|before|after|through|throughout|and|or|early|late|mid|next|last|this|every|each|come|ends?|ended"
    r"|ending|starting|beginning|\w+day)",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"\b(?:in|since|until|till|last|next|this|early|late|mid)[\s-]+$", re.IGNORECASE)


def is_name(scene: Scene, match: re.Match[str], word: str) -> bool:
    """ "Mara May", and then "May said" in the same text, or "April Osei"; but "in May" is the month."""
    if word not in _NAMES:
        return False
    before = re.search(r"([\w'’.-]+) $", scene.before(match, 24))
    led = before is not None and _LED.fullmatch(before[1])
    if not led and ((before and before[1][0].isupper()) or re.match(r" [A-Z][a-z]+", scene.after(match))):
        return True
    named = (one[1] for one in re.finditer(rf"([A-Z][a-z]+) {word}\b(?! \d)", scene.text))
    known = word != "March" and any(not _LED.fullmatch(one) for one in named)
    return known and not _IN_MONTH.search(scene.before(match))


_NUMBERED = re.compile(
    r"\b(?:flights?|routes?|highway|room|suite|gate|bus|train|tram|unit|boeing|airbus|cosmos|kosmos|no\.|nos\."
    r"|numbers?|resolution|bill|docket|apartment|channel|page|locker|badge|serial|extension)\s+$",
    re.IGNORECASE,
)
""" "Flight 1943": what bears a number."""
_ROUGHLY = re.compile(
    r"\b(?:roughly|nearly|almost|at least|up to|as many as|more than|fewer than|an estimated)\s+$", re.IGNORECASE
)


def is_number(scene: Scene, match: re.Match[str]) -> bool:
    """Is what looks like a year the number of a thing, or of things ("roughly 2000 planets")?"""
    before = scene.before(match, 16)
    counted = _ROUGHLY.search(before) and re.match(r" (?:[a-z]+ )?[a-z]{2,}s\b", scene.after(match))
    return bool(_NUMBERED.search(before) or counted)
