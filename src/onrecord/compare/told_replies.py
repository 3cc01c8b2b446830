"""Replies in words of the text that no statement was read from: "…, a charge that Tarn denies", "Tarn disagreed".

They are given the form of a statement, with the party that replies as its own item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.rebuff_words import FACTS
from onrecord.compare.reply_kinds import HABIT
from onrecord.records import Party, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotations import LocalMention
    from onrecord.compare.ground import Ground

_ADVERB = r"(?:(?:has|have|had|strongly|flatly|vehemently|repeatedly|firmly|quickly|sharply|immediately|angrily|promptly) ){0,3}"
CHARGE = re.compile(rf"[,;—–-]+ ?(?P<thing>an? (?:[\w-]+ )?{FACTS})(?: that| which)? (?:the |an? )?(?:[\w-]+ )?$", re.IGNORECASE)
""" "…, an allegation | the firm | denies": what stands before the name of who denies."""
DENIES = re.compile(rf" {_ADVERB}(?P<verb>den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|dismiss(?:es|ed)?)\b", re.I)
DIFFERS = re.compile(
    rf" {_ADVERB}(?P<verb>disagree[sd]?|beg(?:s|ged)? to differ|(?:hit|hits|fired|fires|shot|struck|pushed) back|"
    r"(?:saw|sees) it differently)\b(?! (?:with rockets|with artillery|with fire|tears))",
    re.IGNORECASE,
)
LINE = 90


def find_told_replies(ground: Ground, name: str, rows: Sequence[Statement]) -> Iterator[tuple[Statement, str]]:
    """The replies of a document that no statement was read from, and their form: "apposed" or "back"."""
    text = ground.linked.documents[name].text
    cued = [span for row in rows for span in row.cue]
    ends = set()
    for mention in sorted(ground.annotated(name).mentions, key=lambda each: (each.start, -each.end)):
        if mention.actor is None or mention.end in ends:
            continue
        charge = CHARGE.search(text[max(0, mention.start - LINE) : mention.start])
        verb = DENIES.match(text, mention.end) if charge else None
        if verb is None and mention.form != "pronoun" and not is_crowd(ground, name, mention):
            charge, verb = None, DIFFERS.match(text, mention.end)
        if verb is None or any(span.start < verb.end("verb") and verb.start("verb") < span.end for span in cued):
            continue
        if HABIT.search(verb.group()) and not charge:
            continue
        ends.add(mention.end)
        lead = max(0, mention.start - LINE)
        thing = Span(start=lead + charge.start("thing"), end=lead + charge.end("thing")) if charge else None
        yield build_reply(ground, name, mention, Span(start=verb.start("verb"), end=verb.end("verb")), thing), ("apposed" if charge else "back")


def is_crowd(ground: Ground, name: str, mention: LocalMention) -> bool:
    """ "Independents disagreed": a number of people, who answer a question rather than a party."""
    actor = ground.actors.get(ground.actor(name, mention.actor) or "")
    return actor is None or actor.kind == "group"


def build_reply(ground: Ground, name: str, mention: LocalMention, verb: Span, thing: Span | None) -> Statement:
    """A reply in the form of a statement of who is mentioned."""
    actor = ground.actor(name, mention.actor)
    text = ground.linked.documents[name].text
    return Statement(
        id=actor or name,
        document=name,
        content=(thing or verb,),
        cue=(verb,),
        source=Party(actor=actor, text=text[mention.start : mention.end], spans=(Span(start=mention.start, end=mention.end),)),
        kind="indirect",
        act="deny",
    )
