"""Words that a text sets against what a party claims.

"Despite Tarn's claim that the dam is safe, engineers found cracks", "the letters are at odds with Tarn's statement".
The claim is a statement of the text; what is set against it stands in the same sentence, and is its speaker's, or the
outlet's own where nobody is quoted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.compare.contrary import is_spoken, last_claim
from onrecord.compare.replies import side_of, voice_of
from onrecord.compare.reply_kinds import place, span_of
from onrecord.compare.rifts import Rift, Voice
from onrecord.compare.sentences import sentence_end, sentence_start
from onrecord.compare.words import shorten
from onrecord.records import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.compare.ground import Ground
    from onrecord.records import Statement

NOUN = re.compile(
    r"\b(?:claims?|claiming|statements?|insistence|assertions?|contentions?|assurances?|denials?|suggestions?|accounts?|"
    r"allegations?|accusations?|arguments?|declarations?)\b",
    re.IGNORECASE,
)
DESPITE = re.compile(
    r"^(?:[“\"‘']?(?:but|and|yet) )?(?:despite|in spite of|contrary to|notwithstanding) (?:[\w.’'-]+ ){0,5}$", re.I
)
""" "Despite | Tarn's claim that …"."""
AGAINST = re.compile(
    r"\b(?:at odds with|contradict(?:s|ed|ing)?|contrary to|inconsistent with|bel(?:ies|ied|ying)|undercut(?:s|ting)?|"
    r"undermin(?:es|ed|ing)|cast(?:s|ing)? doubt (?:on|upon)|fl(?:y|ies|ew|ying) in the face of|disprov(?:es|ed|ing)|"
    r"debunk(?:s|ed|ing)?|counter(?:s|ed|ing)?|refut(?:es|ed|ing)|in contrast (?:to|with)|despite|in spite of) "
    r"(?:[\w.’'-]+ ){0,5}$",
    re.IGNORECASE,
)
""" "The letters contradict | Tarn's claim that …", "they left, despite | his assurances that …"."""
CLASHES = re.compile(
    r"(?:(?<=[.!?”\"’'] )|(?<=\n))(?:but |yet |however, )?"
    r"(?:this|that|it|(?:the|that|this|his|her|their|its) "
    r"(?:claim|account|version|statement|assertion|figure|story)s?) "
    r"(?:directly |flatly |appears to |seems to |seemed to |appeared to )?"
    r"(?:contradict(?:s|ed)?|clash(?:es|ed)? with|conflict(?:s|ed)? with|r[au]ns? counter to|(?:is|was) at odds with|"
    r"(?:is|was) contrary to|(?:is|was) (?:contradicted|disputed|challenged|denied) by)\b",
    re.IGNORECASE,
)
""" "This clashes with the account of Moreau": of what was told before."""
LEAST = 4
"""Words on either side."""


def find_set_against(ground: Ground) -> Iterator[Rift]:
    """Rifts of a claim and what its sentence sets against it."""
    for name in sorted(ground.spoken):
        for row in ground.spoken[name]:
            named = row.source.actor is not None or (row.source.text or "")[:1].isupper()
            if row.content and not row.negated and named and is_noun(ground, row):
                against = find_against(ground, row)
                if against is not None:
                    yield build_rift(ground, row, against)
        text = ground.linked.documents[name].text
        for found in CLASHES.finditer(text):
            claim = last_claim(ground, name, found.start())
            if claim is not None and not is_spoken(ground, name, found.start()):
                end = sentence_end(text, found.end())
                yield build_rift(ground, claim, Evidence(document=name, start=found.start(), end=end))


def is_noun(ground: Ground, row: Statement) -> bool:
    """Is what is said told by a noun: "Tarn's claim that …"?"""
    text = ground.linked.documents[row.document].text
    return bool(NOUN.fullmatch(" ".join(text[span.start : span.end] for span in row.cue)))


def find_against(ground: Ground, row: Statement) -> Evidence | None:
    """What the sentence of a claim sets against it: behind it after "despite", else before it."""
    text, start = ground.linked.documents[row.document].text, place(row)
    first, end = sentence_start(text, start), sentence_end(text, row.content[-1].end)
    lead = text[first:start]
    if DESPITE.match(lead):
        gap = re.compile(r"[”\"’']?, ").match(text, row.content[-1].end)
        first, start = (gap.end(), end) if gap is not None else (end, end)
    elif not AGAINST.search(lead):
        return None
    found = Evidence(document=row.document, start=first, end=start)
    return found if len(ground.text(found).split()) >= LEAST else None


def build_rift(ground: Ground, row: Statement, against: Evidence) -> Rift:
    """The rift of a claim and what is set against it."""
    told = voice_of(ground, row, span_of(ground, row))
    holder, item = find_holder(ground, row, against)
    against = Evidence(
        document=against.document, start=against.start, end=against.start + len(ground.text(against).rstrip())
    )
    return Rift(
        about=row.id,
        kind="denial",
        facet=None,
        sides=(
            told,
            Voice(shorten(ground.text(against)), holder, item, against, row.said),
        ),
        reasons=(f"The text sets something else against what {ground.name(told.holder)} says.",),
    )


def find_holder(ground: Ground, row: Statement, against: Evidence) -> tuple[str, str]:
    """Who says what is set against a claim: whoever is quoted with it, else the outlet."""
    outlet = ground.original(row.document)
    for one in ground.spoken.get(row.document, ()):
        inside = one.content and one.content[0].start < against.end and against.start < one.content[-1].end
        if inside and one != row and side_of(ground, one) != side_of(ground, row):
            return one.source.actor or one.id, one.id
    return outlet, outlet
