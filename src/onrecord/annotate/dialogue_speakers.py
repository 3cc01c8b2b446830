"""Who a label in a dialogue stands for: "OSK:", "PRESIDENT OSK:", "A:" under an interview with one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.dialogue import ANSWERED, ASKED
from onrecord.annotations import LocalParty

if TYPE_CHECKING:
    from onrecord.annotate.cue_frames import Reading
    from onrecord.records import Span

MET = re.compile(r"\b(?:with|to|of|interview(?:s|ed)?|asked|told|joined by)\s+\Z")
"""Words right before the name of who is interviewed."""


def find_labelled(reading: Reading, label: Span) -> LocalParty:
    """The speaker whose label it is: the only actor of that name, or of that name last; nobody for "Q"."""
    text = reading.parse.text_of(label)
    key = text.split()[-1].strip(".").casefold()
    if key in ASKED:
        return LocalParty(text=text, spans=(label,), reason="who asks is not printed")
    if key in ANSWERED:
        actor = find_interviewed(reading, label.start)
        reason = None if actor is not None else "who answers is not named at the label"
        return LocalParty(actor=actor, text=text, spans=(label,), reason=reason)
    words = text.casefold().replace(".", "")
    fits = [
        index
        for index, actor in enumerate(reading.actors)
        if actor.named and any(name.casefold().replace(".", "") == words for name in (actor.name, *actor.aliases))
    ] or [
        index
        for index, actor in enumerate(reading.actors)
        if actor.named and actor.kind in ("person", "organization") and actor.name.split()[-1].casefold() == key
    ]
    people = [index for index in fits if reading.actors[index].kind == "person"]
    fits = people or fits
    actor = fits[0] if len(fits) == 1 else None
    return LocalParty(
        actor=actor, text=text, spans=(label,), reason=None if actor is not None else f"nobody known is called “{text}”"
    )


def find_interviewed(reading: Reading, start: int) -> int | None:
    """Who answers: the only person named before the dialogue, or the only one said to be spoken with."""
    before = [
        one
        for one in reading.mentions
        if one.end <= start
        and one.form == "name"
        and one.actor is not None
        and reading.actors[one.actor].kind == "person"
    ]
    people = {one.actor for one in before}
    met = {one.actor for one in before if MET.search(reading.parse.readable[max(0, one.start - 20) : one.start])}
    for fits in (people, met):
        if len(fits) == 1:
            return next(iter(fits))
    return None
