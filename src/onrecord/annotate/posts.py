"""Posts set into a page with their signature: "… — Ruta Marn (@rutamarn) May 4, 2031"; the words are the poster's own.

The forms are those in which the networks give out a post for other pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = re.compile(rf"[\s,·|]*(?:on\s+)?(?P<day>{_MONTH}\s+\d{{1,2}},\s+\d{{4}}|\d{{1,2}}\s+{_MONTH},?\s+\d{{4}})\b")
_HANDLE = re.compile(r"\(@[\w.]{1,30}\)")
_NAME = re.compile(r"(?:(?P<shared>\bA post shared by)|[—–])\s*(?P<name>[^\n()@—–]{2,60}?)\s*$")
_CLOCK = re.compile(r"\s+at\s+\d{1,2}:\d\d\s*[ap]m(?:\s+[A-Z]{3,4})?")
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
    for handle in _HANDLE.finditer(text):
        line = max(text.rfind("\n", 0, handle.start()) + 1, low)
        name, day = _NAME.search(text[line : handle.start()]), _DAY.match(text, handle.end())
        if name is None or day is None:
            continue
        clock = _CLOCK.match(text, day.end()) if name["shared"] else None
        low = clock.end() if clock else day.end()
        words = _LINKS.sub("", _GLUED.sub("", text[line : line + name.start()].rstrip())).rstrip()
        start = line + len(words) - len(words.lstrip())
        words = words.strip()
        if name.start() > LONGEST or len(re.findall(r"[^\W\d_]{2,}", words)) < FEWEST:
            continue
        channel = "Instagram" if name["shared"] else "Twitter" if int(day["day"][-4:]) <= RENAMED else "X"
        named = (line + name.start("name"), line + name.end("name"))
        posts.append(Post((start, start + len(words)), named, day.span("day"), low, channel))
    return tuple(posts)
