"""Replies in words of the text that no statement was read from: "…, a charge that Tarn denies", "Tarn disagreed".

They are given the form of a statement, with the party that replies as its own item.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.rebuff_words import FACTS, NOUN, REMARKS
from onrecord.compare.reply_kinds import HABIT
from onrecord.compare.sentences import sentence_end, sentence_start
from onrecord.records import Party, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotations import LocalMention
    from onrecord.compare.ground import Ground

_ADVERB = (
    r"(?:(?:has|have|had|strongly|flatly|vehemently|repeatedly|firmly|quickly|sharply|immediately|angrily|promptly|"
    r"forcefully) ){0,3}"
)
_BESIDE = r"(?:, \d{1,3})?(?:, (?:an? |the |of |from |who )[^.;:!?“\"]{2,60}?)?,?"
""" "Dell | , 18, from Lee County, | disagrees": what is told of a person behind his name."""
_DENIED = r"(?:denied|rejected|dismissed|disputed|refuted)"
CHARGE = re.compile(
    rf"[,;—–-]+ ?(?P<thing>an? (?:[\w-]+ )?(?:{FACTS}|point|notion|idea|view))(?: that| which)? "
    r"(?:the |an? )?(?:[\w-]+ )?$",
    re.IGNORECASE,
)
""" "…, an allegation | the firm | denies": what stands before the name of who denies."""
DENIES = re.compile(
    rf" {_ADVERB}(?P<verb>den(?:y|ies|ied)|disput(?:es?|ed)|reject(?:s|ed)?|refut(?:es?|ed)|dismiss(?:es|ed)?)\b", re.I
)
DIFFERS = re.compile(
    rf"(?:{_BESIDE})? {_ADVERB}(?P<verb>disagree[sd]?|differ(?:s|ed)|beg(?:s|ged)? to differ|"
    r"(?:did not|didn['’]t|do not|don['’]t|does not|doesn['’]t) agree|(?:was|were|is|are) (?:not |un)convinced|"
    r"(?:hit|hits|fired|fires|shot|struck|pushed|pushes) back|(?:saw|sees) it differently)\b"
    r"(?! (?:with rockets|with artillery|with fire|tears))",
    re.IGNORECASE,
)
AGAINST = re.compile(
    rf"(?: \w+day)?(?: (?:forcefully|hard|strongly))? (?:on|against|at|with) "
    rf"(?P<thing>(?:(?:the|an?|any|those|these|such) )?(?:[\w’'.-]+ ){{0,4}}?(?:{NOUN}|{REMARKS})\b)",
    re.IGNORECASE,
)
""" "Pushed back | on a report claiming …", "disagrees | with the claims"."""
PASSIVE = re.compile(
    rf"(?P<thing>(?:the|those|these|such|any|all|her|his|their)?(?: [\w-]+)? ?{NOUN}\b[^,.;]{{0,50}}?) "
    rf"(?:is|are|was|were|has been|have been) (?:\w+ly )?(?P<verb>{_DENIED}) by (?:the |an? )?$",
    re.IGNORECASE,
)
""" "The allegations were denied by | Tarn"."""
LINE = 120


def find_told_replies(ground: Ground, name: str, rows: Sequence[Statement]) -> Iterator[tuple[Statement, str]]:
    """The replies of a document that no statement was read from, and their form; "" where its words tell it."""
    text = ground.linked.documents[name].text
    cued = [span for row in rows for span in row.cue]
    ends = set()
    for mention in sorted(ground.annotated(name).mentions, key=lambda each: (each.start, -each.end)):
        found = read_reply(ground, name, text, mention) if mention.actor is not None else None
        if found is None or mention.end in ends:
            continue
        verb, thing, form = found
        if any(span.start < verb.end and verb.start < span.end for span in cued):
            continue
        ends.add(mention.end)
        yield build_reply(ground, name, mention, verb, thing), form


def read_reply(ground: Ground, name: str, text: str, mention: LocalMention) -> tuple[Span, Span | None, str] | None:
    """The verb of a reply around a mention, what it answers where it is named, and the form."""
    first = max(0, mention.start - LINE)
    lead = text[first : mention.start]
    charge, passive = CHARGE.search(lead), PASSIVE.search(lead)
    verb = DENIES.match(text, mention.end) if charge else None
    if charge is not None and verb is not None:
        return span_of(verb, "verb"), span_of(charge, "thing", first), "apposed"
    if passive is not None:
        return span_of(passive, "verb", first), span_of(passive, "thing", first), "large"
    verb = DIFFERS.match(text, mention.end)
    if (
        verb is not None
        and text[mention.end] == ","
        and "," in text[sentence_start(text, mention.start) : mention.start]
    ):
        return None  # "…, from Lee County, disagrees": a place in what is told of who does
    if verb is None or mention.form == "pronoun" or is_crowd(ground, name, mention) or HABIT.search(verb.group()):
        return None
    against = AGAINST.match(text, verb.end())
    if against is not None:
        start = against.start("thing")
        return span_of(verb, "verb"), Span(start=start, end=sentence_end(text, start)), ""
    plainly = re.match(
        r"[.,;:!]|(?: \w+day)?(?: (?:forcefully|strongly|hard))?(?:[.,;:!]|$| (?:in|on|by|saying)\b)",
        text[verb.end() :],
    )
    return (span_of(verb, "verb"), None, "back") if plainly else None


def span_of(found: re.Match[str], group: str, shift: int = 0) -> Span:
    """Where a group of a match stands in the text."""
    return Span(start=shift + found.start(group), end=shift + found.end(group))


def is_crowd(ground: Ground, name: str, mention: LocalMention) -> bool:
    """ "Independents disagreed": a number of people, who answer a question rather than a party."""
    actor = ground.actors.get(ground.actor(name, mention.actor) or "")
    return actor is None or actor.kind == "group"


def build_reply(ground: Ground, name: str, mention: LocalMention, verb: Span, thing: Span | None) -> Statement:
    """A reply in the form of a statement of who is mentioned."""
    actor = ground.actor(name, mention.actor)
    text = ground.linked.documents[name].text
    party = Party(
        actor=actor, text=text[mention.start : mention.end], spans=(Span(start=mention.start, end=mention.end),)
    )
    return Statement(
        id=actor or name,
        document=name,
        content=(thing or verb,),
        cue=(verb,),
        source=party,
        kind="indirect",
        act="deny",
    )
