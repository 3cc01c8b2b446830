"""What a party thinks of a deal, a vote or a law that is not its own: "hailed the deal", "called the law flawed".

They are read off statements by their verb, or by the word with which a thing is judged, and are held against each
other and against stances; no position is made of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotations import StanceMention
from onrecord.compare.positions import Held, held_by_document
from onrecord.compare.proposals import Stanced
from onrecord.compare.reply_kinds import place
from onrecord.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import Stance

LONG = 9
"""Words of what is judged at most."""
PRAISES = re.compile(
    r"\b(?:hail|herald|prais|welcom|applaud|laud|tout|celebrat|cheer|embrac|endors|back|champion|salut)(?:e|es|ed|s|ing)?\b"
    r"(?! (?:away|down|off|out))",
    re.IGNORECASE,
)
BLAMES = re.compile(
    r"\b(?:(?:criticis|criticiz|condemn|denounc|slam|blast|deplor|assail|lambast|oppos|deride?|bemoan|lament)(?:m|p)?(?:e|es|ed|s|ing)?|"
    r"decr(?:y|ies|ied|ying)|react(?:s|ed|ing)? (?:skeptically|sceptically|angrily|"
    r"with (?:anger|fury|dismay|scepticism|skepticism)) to|"
    r"object(?:s|ed|ing)? to|(?:voic|express|rais)(?:e|es|ed|ing) (?:\w+ )?"
    r"(?:opposition|objections|outrage|dismay) (?:to|over|about|at))\b",
    re.IGNORECASE,
)
CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing)|view(?:s|ed)?|brand(?:s|ed)?|label(?:s|l?ed)?|see[ns]?)\b", re.I
)
GOOD = re.compile(
    r"\b(?:historic|breakthrough|victory|success\w*|great|good|excellent|step forward|step in the right direction|"
    r"landmark|triumph|win|right thing|fair|necessary|wise|welcome|overdue|milestone|reasonable|positive)\b",
    re.IGNORECASE,
)
BAD = re.compile(
    r"\b(?:flawed|mistake|disast\w+|betrayal|crazy|illegal|unlawful|illegitimate|unconstitutional|dangerous|wrong|irresponsible|"
    r"reckless|bad|terrible|horrible|horrific|catastroph\w+|shameful|disgrac\w+|outrag\w+|unfair|unjust|unacceptable|absurd|"
    r"failure|sham|scandal\w*|cruel|inhumane|immoral|racist|discriminatory|step backwards?|setback|attack on|insult|"
    r"ridiculous|misguided|unnecessary|foolish|joke|harmful|draconian)\b",
    re.IGNORECASE,
)
NOT = re.compile(r"\b(?:not|no|never|neither)\b|n['’]t\b", re.IGNORECASE)
THING = re.compile(
    r"(?P<thing>(?:the|this|that|a|an|his|her|its|their|[\w’'.-]+['’]s?) (?:[\w$’'-]+ ){0,4}?[\w-]+"
    r"(?: (?:with|to|on|of|for|between|against|from) (?:the |a |an )?[\w-]+(?: [\w-]+){0,3}?)?)"
    r"(?=$|[.,;:!?”\"“]| (?:as|and|but|because|saying|which|that|who|when|after|while|in|at|an?)\b| [\"“])",
    re.IGNORECASE,
)
""" "The trade deal with Karsovia", "Sunday's vote": the noun phrase with which what is judged begins."""


def gather_opinions(ground: Ground, held: Sequence[Held]) -> list[Held]:
    """What statements judge, in the form of held stances; those that a stance was read from are left out."""
    found, by_document = [], held_by_document(held)
    for name in sorted(ground.linked.annotated):
        known = [one.source.mention for one in by_document.get(name, ())]
        for row in ground.spoken.get(name, ()):
            stance = read_stance(ground, row)
            span = read_thing(ground, row) if stance is not None else None
            if stance is None or span is None:
                continue
            if not any(one.about.start < span.end and span.start < one.about.end for one in known):
                found.append(build_opinion(ground, row, stance, span))
    return found


def read_stance(ground: Ground, row: Statement) -> Stance | None:
    """Does a statement of a named party speak for or against what it begins with?"""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    if row.source.actor is None or row.negated:
        return None
    if PRAISES.search(cue):
        return "supports"
    if BLAMES.search(cue):
        return "opposes"
    words = text[row.content[0].start : row.content[-1].end]
    good, bad = bool(GOOD.search(words)), bool(BAD.search(words))
    if not CALLS.search(cue) or good == bad or NOT.search(words):
        return None
    return "supports" if good else "opposes"


def read_thing(ground: Ground, row: Statement) -> Span | None:
    """What is judged: a noun phrase at the head of the content that is no party itself."""
    text, start = ground.linked.documents[row.document].text, row.content[0].start
    found = THING.match(text, start, row.content[-1].end)
    if found is None or len(found["thing"].split()) > LONG:
        return None
    span = Span(start=start, end=found.end("thing"))
    party = any(one.end == span.end and one.actor is not None for one in ground.annotated(row.document).mentions)
    return None if party and " " not in found["thing"].strip() else span


def build_opinion(ground: Ground, row: Statement, stance: Stance, span: Span) -> Held:
    """An opinion in the form of a held stance; its statement stands for the proposal."""
    text = ground.linked.documents[row.document].text
    label = re.sub(r"^(?:the|this|that|an?|his|her|its|their) ", "", text[span.start : span.end], flags=re.IGNORECASE)
    end = max(one.end for one in (*row.content, *row.cue))
    mention = StanceMention(
        start=place(row), end=end, actor=None, stance=stance, about=span, label=label, kind="matter"
    )
    return Held(
        source=Stanced(row.document, -1, mention, None),
        proposal=row.id,
        actor=row.source.actor,
        holder=None,
        voice=row.source.actor or row.id,
        statement=row.id,
        when=row.said,
    )
