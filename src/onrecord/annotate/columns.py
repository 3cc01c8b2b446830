"""Whose opinion a text without a speaker gives: the author that the last lines of a column introduce.

"Lena Moss is a professor of law at Tarn University and the author of Hard Rain.": a person whom the last paragraph
introduces, and whom the text before does not name, wrote it. Columns and guest articles are signed so in most papers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.annotate.scenes import Scene

SIGNING = re.compile(
    r"^\W*(?:(?:Mr|Ms|Mrs|Dr|Prof|Professor|Rev)\.? )?(?:[A-Z][\w.’'-]+,? ){1,5}"
    r"(?:is|was|teaches|serves|writes|chairs|directs|edits|runs|heads|leads|served)\b"
)
OFFICE = re.compile(
    r"\b(?:author|editor|professor|director|fellow|columnist|writer|lecturer|contributor|scholar|president|founder|"
    r"chairman|chairwoman|analyst|historian|economist|member|attorney|lawyer|teaches|writes|served|chief|"
    r"ambassador|secretary|senator|representative|minister)\b",
    re.IGNORECASE,
)
LONGEST = 500
"""Characters of a paragraph that introduces an author."""


def find_author(scene: Scene) -> int | None:
    """The actor who wrote the text, where its last paragraph introduces him and nothing before names him."""
    text = scene.parse.readable.rstrip()
    start = text.rfind("\n", 0, len(text)) + 1
    last = text[start:]
    if not start or len(last) > LONGEST or not SIGNING.match(last) or not OFFICE.search(last):
        return None
    inside = [one for one in scene.mentions if one.start >= start and one.actor is not None and one.start < start + 40]
    persons = [one for one in inside if one.actor is not None and scene.actors[one.actor].kind == "person"]
    if not persons:
        return None
    author = min(persons, key=lambda one: one.start).actor
    earlier = any(one.actor == author and one.start < start and one.form == "name" for one in scene.mentions)
    quoted = any(one.source.actor == author for one in scene.statements)
    return None if earlier or quoted else author
