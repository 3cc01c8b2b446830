"""What one party wants or says, and who speaks out against it, in one sentence.

"Brandt blasted Moreau for his refusal to testify", "the union criticised Marsh's call to sell the port", "Pelt mocked
Marsh for claiming that the dam was safe". The text names what the other wants by a noun or a verb of wanting or
telling; a deed at large ("criticised him for the crash") is no view of his.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.likeness import NEGATOR
from onrecord.compare.owned_claims import JUDGES
from onrecord.compare.replies import voice_of
from onrecord.compare.reply_kinds import place
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.same_side import are_kin
from onrecord.compare.sentences import sentence_end
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement
    from onrecord.vocab.lists import DisputeKind

CRITICISES = re.compile(
    r"\b(?:critici[sz](?:es|ed|ing|e)|rebuk(?:es|ed|ing|e)|"
    r"(?:slam|blast|assail|condemn|hammer|fault|mock|scold|knock)(?:s|ed|ing|med|ming)?|denounc(?:es|ed|ing|e)|decr(?:y|ies|ied|ying)|rip(?:s|ped)|ridicul(?:es|ed|ing|e)|"
    r"derid(?:es|ed|ing|e)|lambast(?:es|ed|ing|e)|chid(?:es|ed|ing|e)|chastis(?:es|ed|ing|e)|bash(?:es|ed|ing)|"
    r"skewer(?:s|ed|ing)|scoff(?:s|ed|ing)|oppos(?:es|ed|ing|e)|object(?:s|ed|ing) to|attack(?:s|ed|ing)|"
    r"disagree(?:s|d|ing) with|(?:took|takes|taking|take) issue with|protest(?:s|ed|ing)|challeng(?:es|ed|ing))\b",
    re.IGNORECASE,
)
UNMEANT = re.compile(
    r"\b(?:declin\w*|refus\w*|stop\w*|avoid\w*|would|could|might|may|if|once|previously|used)\b", re.IGNORECASE
)
""" "Declined to criticise", "would oppose", "once condemned": nobody speaks out now."""
_HOW = r"(?:[\w-]+ ){0,3}?"
_WISHES = (
    r"(?:calls?|plans?|proposals?|pledges?|vows?|promises?|push|demands?|decisions?|refusals?|support|opposition|"
    r"endorsements?|defen[cs]e|bid|stance|positions?|votes?|threats?|embrace|backing|rejection|moves?|vetoe?s?)"
)
_CLAIMS = (
    r"(?:claims?|stor(?:y|ies)|accounts?|assertions?|suggestions?|arguments?|insistence|contentions?|statements?|comments?|remarks?|assessments?|"
    r"views?|beliefs?|characteri[sz]ations?)"
)
_ON = r"(?: (?:to|for|of|on|against|over|in|about|from)|,? that|ing)\b"
_WANTING = (
    r"(?:support|oppos|back|reject|refus|propos|want|demand|defend|block|endors|vot|push|call|advocat|favou?r|seek|"
    r"threaten|plann|promis|pledg|vow|embrac|resist)ing\b"
)
_TELLING = r"(?:say|claim|suggest|argu|insist|assert|believ|declar|contend|imply|stat|accus|compar)ing\b"
OWNED = re.compile(
    rf"['’]s? {_HOW}(?:(?P<wish>{_WISHES})|(?P<claim>{_CLAIMS})){_ON}",
    re.IGNORECASE,
)
""" "| Moreau | 's controversial plan to sell the port"."""
FOR = re.compile(
    rf" (?:for|over) (?P<told>(?:(?:his|her|its|their) {_HOW}(?:(?P<wish>{_WISHES})|(?P<claim>{_CLAIMS})){_ON}|"
    rf"(?:[\w]+ly )?(?:(?P<wanting>{_WANTING})|(?P<telling>{_TELLING}))))",
    re.IGNORECASE,
)
""" "| Moreau | for his refusal to testify", "for claiming that the dam was safe"."""
LEAD = re.compile(r"(?:the |an? |both |fellow |[“\"‘'(]+)?(?:[\w.’'-]+ ){0,4}", re.IGNORECASE)
HEAD = 45
"""Characters of what is criticised within which its owner is named."""
ASIDE = re.compile(
    r",? (?:calling|saying|telling|arguing|describing|labell?ing|insisting|warning|accusing|adding|noting|tweeting)\b|"
    r",? as (?:an? )?[“\"‘]|[;:—]| [–-] |,? (?:but|while|although|whereas)\b"
)
"""What follows is the critic's own again."""
LEAST = 12
"""Characters of what another wants."""


def find_criticised(ground: Ground) -> Iterator[Rift]:
    """Rifts of what one party wants or says and who speaks out against it."""
    for row in sorted(ground.linked.statements, key=lambda one: one.id):
        if row.content and not row.negated and row.source.actor is not None and is_critical(ground, row):
            found = find_owned(ground, row)
            if found is not None:
                yield build_rift(ground, row, *found)


def is_critical(ground: Ground, row: Statement) -> bool:
    """Does a party, and no judge, speak out against something?"""
    text = ground.linked.documents[row.document].text
    cue = " ".join(text[span.start : span.end] for span in row.cue)
    lead = text[min(span.end for span in row.source.spans) : row.content[0].start] if row.source.spans else cue
    plain = not (UNMEANT.search(lead[-HEAD:]) or NEGATOR.search(lead[-HEAD:]))
    return bool(CRITICISES.search(cue)) and plain and not JUDGES.search(row.source.text or "")


def find_owned(ground: Ground, row: Statement) -> tuple[str, Evidence, DisputeKind] | None:
    """Whose wish or claim is criticised, its words, and the kind of dispute that makes."""
    text, first = ground.linked.documents[row.document].text, row.content[0].start
    end = min(sentence_end(text, first), row.content[-1].end)
    for one in sorted(ground.annotated(row.document).mentions, key=lambda each: (each.start, -each.end)):
        if not first <= one.start < min(end, first + HEAD) or one.form == "pronoun":
            continue
        owner = ground.actor(row.document, one.actor)
        if owner is None or not LEAD.fullmatch(text, first, one.start):
            continue
        owned, reason = OWNED.match(text, one.end, end), FOR.match(text, one.end, end)
        found = owned or reason
        if found is None or are_kin(ground, owner, row.source.actor):
            return None
        start = one.start if owned is not None else found.start("told")
        aside = ASIDE.search(text, found.end(), end)
        words = Evidence(document=row.document, start=start, end=aside.start() if aside is not None else end)
        parts = found.groupdict()
        told = parts["claim"] or parts.get("telling")
        return (owner, words, "denial" if told else "stance") if words.end - words.start >= LEAST else None
    return None


def build_rift(ground: Ground, row: Statement, owner: str, words: Evidence, kind: DisputeKind) -> Rift:
    """The rift of the two."""
    text = ground.linked.documents[row.document].text
    start = place(row)
    against = Evidence(document=row.document, start=start, end=start + len(text[start : words.start].rstrip()))
    critic = voice_of(ground, row, against)
    return Rift(
        about=row.id,
        kind=kind,
        facet=None,
        sides=(
            Voice(shorten(ground.text(words)), owner, owner, words, row.said),
            critic,
        ),
        reasons=(f"{ground.name(critic.holder)} speaks out against what {ground.name(owner)} wants or says.",),
    )
