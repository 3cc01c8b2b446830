"""Who a label in a dialogue stands for: "OSK:", "PRESIDENT OSK:", "A:" under an interview with one person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.dialogue import ANSWERED, ASKED
from onrecord.annotations import LocalParty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.cue_frames import Reading
    from onrecord.records import Span

MET = re.compile(r"\b(?:with|to|of|interview(?:s|ed)?|asked|told|joined by)\s+\Z")
"""Words right before the name of who is interviewed."""
TALKS = re.compile(
    r"(?:,[^.\n]{2,90},)? (?:(?:has |have )?(?:spoken|spoke|speaks|talked|talks|sat down|answered|answers|discussed|"
    r"discusses|explained|explains))\b"
)
"""Words right behind it."""


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


def find_unlabelled_speaker(reading: Reading, content: Sequence[Span]) -> LocalParty:
    """Who asks or answers in an interview without labels: a question is whose is not printed, the answers are one's."""
    if reading.parse.text_of(content[-1]).endswith("?"):
        return LocalParty(reason="who asks is not printed")
    actor = find_interviewed(reading, content[0].start)
    return LocalParty(actor=actor, reason=None if actor is not None else "who is interviewed is not clear")


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
    text = reading.parse.readable
    met = {one.actor for one in before if MET.search(text[max(0, one.start - 20) : one.start])}
    met |= {one.actor for one in before if TALKS.match(text, one.end)}
    for fits in (people, met):
        if len(fits) == 1:
            return next(iter(fits))
    return None
