"""A party against another's plan: "the mayor opposes Governor Pelt's plan to sell the harbour".

Whose plan it is stands in what is opposed; that he is for his own plan needs no other words. Refused offers and
demands are left out: whoever is asked may say no.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.opposed import AGAINST, FOR, voice_of
from onrecord.compare.positions import held_by_document
from onrecord.compare.reply_kinds import place
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.sentences import sentence_end
from onrecord.compare.words import core, read_words, shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.compare.ground import Ground
    from onrecord.compare.positions import Held
    from onrecord.records import Statement

_PLAN = (
    r"(?:plans?|proposals?|polic(?:y|ies)|bills?|bid|efforts?|push|call|decision|move|law|legislation|deal|agenda|budget|order|"
    r"strategy|approach|handling|agreement|ideas?|program(?:me)?|reforms?|ban|nomination|pick|appointment|overhaul|scheme|"
    r"measures?|announcement|crackdown|withdrawal|refusal|choice)"
)
OWN = re.compile(rf"(?:['’]s?)? (?:[\w,$-]+ ){{0,4}}?{_PLAN}\b")
""" "| Pelt |'s plan to sell the harbour"."""
BY = re.compile(rf"\b{_PLAN} (?:by|from) (?:the |an? )?(?:[\w-]+ ){{0,2}}$", re.IGNORECASE)
""" "A push by | Pelt | to sell the harbour"."""
UNSAID = re.compile(r"\b(?:declin|refus|hesitat)\w*", re.IGNORECASE)
""" "Declined to weigh in on the governor's plan" is no word against it."""
AGAINST_IT = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing)|object(?:s|ed|ing)? to|reject(?:s|ed|ing)?|criticis\w+|criticiz\w+|"
    r"condemn(?:s|ed|ing)?|denounc(?:e|es|ed|ing)|slam(?:s|med|ming)?|blast(?:s|ed|ing)?|"
    r"decr(?:y|ies|ied|ying)|attack(?:s|ed|ing)?|"
    r"lambast\w+|voiced opposition to|disagree(?:s|d)? with|protest(?:s|ed|ing)?|deplor(?:e|es|ed)|"
    r"assail(?:s|ed)?|ripp?(?:ed|s)|"
    r"ridicul(?:e|es|ed)|mock(?:s|ed)|dismiss(?:es|ed|ing)?)\b",
    re.IGNORECASE,
)
WITHIN = 60
LONG = 160


def find_others_plans(ground: Ground, held: Sequence[Held]) -> Iterator[Rift]:
    """Rifts of whose plan something is and who is against it."""
    by_document = held_by_document(held)
    for name in sorted(ground.linked.annotated):
        mine = [one for one in by_document.get(name, ()) if one.actor is not None]
        for one in mine:
            if one.source.mention.stance in AGAINST:
                about = one.source.mention.about
                yield from oppose(ground, mine, voice_of(ground, one), name, (about.start, about.end))
        for row in ground.spoken.get(name, ()):
            if is_against(ground, row):
                yield from oppose(ground, mine, voice_of_row(ground, row), name, (row.content[0].start, None))


def is_against(ground: Ground, row: Statement) -> bool:
    """Does a statement speak against what its content begins with?"""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    return bool(row.source.actor) and not row.negated and bool(AGAINST_IT.search(cue))


def voice_of_row(ground: Ground, row: Statement) -> Voice:
    """The side of a statement against a plan."""
    end = max(span.end for span in (*row.content, *row.cue))
    words = Evidence(document=row.document, start=place(row), end=end)
    return Voice(shorten(ground.text(words)), row.source.actor or row.id, row.id, words, row.said)


def oppose(ground: Ground, held: Sequence[Held], no: Voice, name: str, about: tuple[int, int | None]) -> Iterator[Rift]:
    """The rifts of a voice against what stands in a place (its end may be open), if that is another party's plan."""
    found = find_plan(ground, no, name, *about)
    if found is None or UNSAID.search(ground.text(no.evidence)):
        return
    owner, words = found
    party = ground.name(owner)
    sides = [Voice(f"{party} proposes: {shorten(ground.text(words))}", owner, owner, words, no.when)]
    label = core(read_words(ground.text(words))) - read_words(party).content
    for one in held:
        same = one.actor == owner and one.source.mention.stance in FOR
        if same and len(core(read_words(one.source.mention.label)) & label) > 1:
            sides.append(voice_of(ground, one))
    for yes in sides:
        reason = f"{ground.name(no.holder)} is against what {party} plans."
        yield Rift(about=owner, kind="stance", facet=None, party=party, sides=(yes, no), reasons=(reason,))


def find_plan(ground: Ground, no: Voice, name: str, start: int, end: int | None) -> tuple[str, Evidence] | None:
    """Whose plan begins at a place, and its words."""
    text = ground.linked.documents[name].text
    stop = min(sentence_end(text, start), start + LONG)
    last = stop if end is None else min(stop, end)
    for mention in sorted(ground.annotated(name).mentions, key=lambda each: (each.start, -each.end)):
        if not start <= mention.start < min(last, start + WITHIN) or mention.actor is None:
            continue
        owner = ground.actor(name, mention.actor)
        own = text[mention.end : mention.end + 1] in "'’"
        behind = OWN.match(text, mention.end) if own and mention.start < start + WITHIN // 2 else None
        by = BY.search(text[start : mention.start])
        if owner is None or not (behind or by) or are_kin(ground, owner, no.holder):
            continue
        begin = mention.start if behind else start
        comma = re.compile(r"[,;:]|\b(?:as|saying|because|calling)\b").search(
            text, behind.end() if behind else mention.end, stop
        )
        end = comma.start() if comma else stop
        return owner, Evidence(document=name, start=begin, end=begin + len(text[begin:end].rstrip(' .”"')))
    return None
