"""Times of day by the clock: "8:30 p.m. EST", "three o'clock", "noon"."""

import re

from onrecord.annotate.timex.scene import Scene
from onrecord.annotate.timex.words import load_words, read_number


def read_clock(text: str) -> str | None:
    """A time of day as HH:MM.

    >>> read_clock("8:30 p.m. EST"), read_clock("three o'clock"), read_clock("noon")
    ('20:30', '03:00', '12:00')
    """
    text = text.lower()
    if match := re.search(r"(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m", text):
        return f"{int(match[1]) % 12 + 12 * (match[3] == 'p'):02d}:{match[2] or '00'}"
    if match := re.search(r"(\d{1,2}):?(\d\d)(?:\s+gmt|$|\b)", text):
        return f"{int(match[1]):02d}:{match[2]}"
    if match := re.search(r"(\w+)\s+o['’]clock", text):
        hour = read_number(match[1])
        return f"{hour:02d}:00" if isinstance(hour, int) and 0 < hour < 25 else None
    if match := re.fullmatch(r"(\w+)\s+in\s+the\s+(morning|afternoon|evening)", text):
        hour = int(read_number(match[1]))
        return f"{hour % 12 + 12 * (match[2] != 'morning'):02d}:00"
    parts: dict[str, str] = load_words()["parts"]
    found = re.search("noon|midnight|midday", text)
    return parts[found[0]] if found else None


def is_clock(scene: Scene, match: re.Match[str], clock: str) -> bool:
    """Bare figures such as 3:15 can be a score or the length of a film; a clock time has a word or a day before it."""
    if not re.fullmatch(r"\d\d?:\d\d|\w+\s+in\s+.*", clock) or match["around"]:
        return True
    led = re.search(
        r"\b(?:at|around|about|by|until|till|from|since|before|after|to|and|between)\s+$", scene.before(match)
    )
    return bool(led) or match.start() - scene.day_end <= 3
