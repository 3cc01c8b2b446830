"""Subjects and names near a cue that do not speak: of passives, in places, called so, and those who get what is said.

"Two firms accused of fraud", "reports from Germany that …", "a union called the Centre", "drew criticism from Osk".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

CALLED = frozenset({"know", "call", "title", "entitle", "dub", "name", "nickname", "brand", "term", "label", "bill"})
"""Verbs that give a name; as participles they say only what a thing is called."""
GETTING = frozenset(
    {"draw", "gain", "win", "earn", "face", "receive", "attract", "garner", "incur", "provoke", "spark"}
)
JUDGEMENTS = frozenset(
    {"praise", "acclaim", "applause", "rebuke", "backlash", "scorn", "ridicule", "scrutiny", "censure"}
)


def find_agent(head: Token) -> Token | None:
    """ "Accused by scores of women of …": who does what a passive tells."""
    passive = head.tag_ == "VBN" and head.lemma_ not in ("quote", "cite")
    links = [child for child in head.rights if child.lower_ == "by"] if passive else []
    goals = [goal for link in links for goal in link.children if goal.dep_ == "pobj"]
    return goals[0] if len(goals) == 1 and goals[0].ent_type_ not in ("DATE", "TIME") else None


def is_only_where(printed: list[Token], head: Token) -> bool:
    """ "Reports from Germany that …": the place they come from, not who reports."""
    link = printed[-1].head
    heard = head.lemma_.lower() in ("report", "rumour", "rumor", "news", "word", "testimony")
    return heard and printed[-1].ent_type_ == "GPE" and link.lower_ in ("from", "in") and link.head == head


def is_charged(head: Token) -> bool:
    """ "Two firms accused of fraud": who accuses has an object, so this is a passive without its "are"."""
    below = {child.dep_ for child in head.children}
    told = any(child.lower_ in ("of", "over") for child in head.rights) and not {"dobj", "agent", "aux"} & below
    return head.lemma_ in ("accuse", "suspect", "convict") and head.tag_ in ("VBN", "VBD") and told


def is_only_called(head: Token) -> bool:
    """ "A union of experts called the Centre", "titled X, the campaign …": nobody in the sentence calls it so."""
    beside = head.tag_ == "VBN" and head.dep_ in ("acl", "advcl", "amod")
    own = any(child.dep_ in ("nsubj", "agent", "aux", "dobj") for child in head.children)
    own = own or any(child.lower_ in ("for", "on", "to", "upon") for child in head.rights)
    return beside and not own and head.lemma_.lower() in CALLED


def find_givers(head: Token) -> list[Token] | None:
    """Who gives what the subject of a verb gets, by its "from"; empty where nobody is named, None where none is got."""
    if head.lemma_.lower() not in GETTING:
        return None
    nouns = [one for one in head.rights if one.dep_ == "dobj"]
    if not any(one.lemma_.lower() in load_cues().light_nouns | JUDGEMENTS for one in nouns):
        return None
    links = [one for above in (head, *nouns) for one in above.rights if one.lower_ == "from"]
    return [goal for link in links for goal in link.children if goal.dep_ == "pobj"]
