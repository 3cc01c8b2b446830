"""Posts set into a page with their signature: "… — Ruta Marn (@rutamarn) May 4, 2031"; the words are the poster's own.

The forms are those in which the networks give out a post for other pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?P<day>{_MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}})\b"
_NAME = r"(?P<name>[^\n()@—–]{2,60}?)\s*\(@(?P<handle>[\w.]{1,30})\)"
_SIGNED = re.compile(
    rf"[^\S\n]*[—–]\s*{_NAME}[\s,·|]*{_DAY}|[^\S\n]*\bA post shared by\s+{_NAME.replace('<', '<i')}\s+on\s+"
    rf"{_DAY.replace('<', '<i')}(?:\s+at\s+\d{{1,2}}:\d\d\s*[ap]m(?:\s+[A-Z]{{3,4}})?)?"
)
_LINKS = re.compile(r"(?:\s*(?:https?://\S+|pic\.twitter\.com/\S+|t\.co/\S+))+\s*$")
_GLUED = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*$")
LONGEST, FEWEST = 420, 4
"""Characters of a post with its links, and words of one: what is longer holds more than the post."""
RENAMED = 2023
"""The last year in which the network of the first form was called Twitter."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed: its words, name and day of its signature, and where it ends; `channel` is the network."""

    content: tuple[int, int]
    name: tuple[int, int]
    day: tuple[int, int]
    end: int
    channel: str


def find_posts(text: str) -> tuple[Post, ...]:
    """The posts set into a text.

    >>> text = "We will sign on Friday. pic.twitter.com/x1 — Ruta Marn (@rutamarn) May 4, 2021"
    >>> [(text[slice(*one.content)], text[slice(*one.name)], text[slice(*one.day)]) for one in find_posts(text)]
    [('We will sign on Friday.', 'Ruta Marn', 'May 4, 2021')]
    """
    posts, low = [], 0
    for match in _SIGNED.finditer(text):
        shared = match["name"] is None
        name, day = ("iname", "iday") if shared else ("name", "day")
        line = text.rfind("\n", 0, match.start()) + 1
        start = max(line, low)
        low = match.end()
        words = _LINKS.sub("", _GLUED.sub("", text[start : match.start()].rstrip())).rstrip()
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if match.start() - start > LONGEST or len(re.findall(r"[^\W\d_]{2,}", words)) < FEWEST:
            continue
        channel = "Instagram" if shared else "Twitter" if int(match[day][-4:]) <= RENAMED else "X"
        posts.append(Post((start, start + len(words)), match.span(name), match.span(day), match.end(), channel))
    return tuple(posts)
