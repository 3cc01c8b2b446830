"""Was somebody sent or put into the office that was promised? A later text calls that person by it.

"The ministry will send Ann Low as mediator" is kept where a later text writes of "the mediator, Ann Low", unless some
text of before the promise does so too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.affairs import told_after
from onrecord.compare.commitment_words import load_acts
from onrecord.compare.settlements import Settlement
from onrecord.compare.words import read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.promises import Promised
    from onrecord.records import When

AS = re.compile(r"\bas (?:an? |the |its |their |his |her |new |next )*(?P<title>[a-z][a-z-]+(?: [a-z][a-z-]+)?)\b")
REST = 60
"""Characters behind a promise within which its sentence says as what somebody is sent."""
UNTAKEN = re.compile(r"\b(?:will|would|is to|may|might|could|designate|nominee|elect|if)\b|-(?:designate|elect)\b")


def find_taken_up(ground: Ground, group: Sequence[Promised], when: When, day: str | None) -> Settlement | None:
    """A later text that calls the person by the office, where none of before did."""
    for one in group:
        if one.mention.predicate not in load_acts().naming or one.mention.negated:
            continue
        whole = ground.linked.documents[one.document].text
        rest = re.split(r"[.!?;\n]", whole[one.mention.end : one.mention.end + REST], maxsplit=1)[0]
        found = AS.search(whole[one.mention.start : one.mention.end] + rest)
        people = [each for each in one.parties if each != one.actor and ground.actors[each].kind == "person"]
        if found is None or len(people) != 1:
            continue
        title = read_words(found["title"]).content
        sentence = range(one.mention.start, one.mention.end + len(rest))
        seen = [
            piece
            for office in ground.actors[people[0]].offices
            if read_words(office.title.casefold()).content <= title
            for piece in office.evidence
            if not (piece.document == one.document and piece.start in sentence)
        ]
        after = [piece for piece in seen if told_after(ground, piece, when, day)]
        held = any((ground.published(piece.document).latest or "") <= (when.latest or "") for piece in seen)
        wide = [clause_around(ground, piece) for piece in after]
        if after and not held and not any(UNTAKEN.search(ground.text(piece)) for piece in wide):
            return Settlement((wide[0],), (f"a later account has it: {shorten(ground.text(wide[0]))}",))
    return None


def clause_around(ground: Ground, piece: Evidence) -> Evidence:
    """A place with the words beside it, from the last comma to the end of its sentence."""
    text = ground.linked.documents[piece.document].text
    before = re.split(r"[.!?;,\n]\s*", text[max(0, piece.start - REST) : piece.start])[-1]
    behind = re.split(r"[.!?;\n]", text[piece.end : piece.end + REST], maxsplit=1)[0]
    return Evidence(document=piece.document, start=piece.start - len(before), end=piece.end + len(behind))
