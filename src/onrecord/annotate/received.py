"""What somebody gets from others: "drew criticism from Osk", "gained praise for her speech"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

GETTING = frozenset(
    {"draw", "gain", "win", "earn", "face", "receive", "attract", "garner", "incur", "provoke", "spark"}
)
JUDGEMENTS = frozenset(
    {"praise", "acclaim", "applause", "rebuke", "backlash", "scorn", "ridicule", "scrutiny", "censure"}
)


def find_givers(head: Token) -> list[Token] | None:
    """Who gives what the subject of a verb gets, by its "from"; empty where nobody is named, None where none is got."""
    if head.lemma_.lower() not in GETTING:
        return None
    nouns = [one for one in head.rights if one.dep_ == "dobj"]
    if not any(one.lemma_.lower() in load_cues().light_nouns | JUDGEMENTS for one in nouns):
        return None
    links = [one for above in (head, *nouns) for one in above.rights if one.lower_ == "from"]
    return [goal for link in links for goal in link.children if goal.dep_ == "pobj"]
