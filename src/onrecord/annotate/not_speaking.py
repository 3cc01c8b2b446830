"""Subjects and names near a cue that do not speak: of passives, in places, called so, and those who get what is said.

"Two firms accused of fraud", "reports from Germany that …", "a union called the Centre", "drew criticism from Osk".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

CALLED = frozenset({"know", "call", "title", "entitle", "dub", "name", "nickname", "brand", "term", "label", "bill"})
"""Verbs that give a name; as participles they say only what a thing is called."""
GETTING = frozenset(
    {"draw", "gain", "win", "earn", "face", "receive", "attract", "garner", "incur", "provoke", "spark"}
)
JUDGEMENTS = frozenset(
    {"praise", "acclaim", "applause", "rebuke", "backlash", "scorn", "ridicule", "scrutiny", "censure", "fire", "blame"}
    | {"accusation", "allegation"}
)
ANSWERING = frozenset({"respond", "reply", "answer", "return", "acknowledge", "ignore"})
SENT = frozenset({"message", "signal", "letter", "email", "note", "appeal", "speech", "send"})


def find_agent(head: Token) -> Token | None:
    """ "Accused by scores of women of …": who does what a passive tells."""
    passive = head.tag_ == "VBN" and head.lemma_ not in ("quote", "cite")
    links = [child for child in head.rights if child.lower_ == "by"] if passive else []
    goals = [goal for link in links for goal in link.children if goal.dep_ == "pobj"]
    return goals[0] if len(goals) == 1 and goals[0].ent_type_ not in ("DATE", "TIME") else None


def is_only_where(printed: list[Token], head: Token) -> bool:
    """ "Reports from Germany that …": the place they come from, not who reports."""
    within = {token.i for token in printed}
    top = next((token for token in printed if token.head.i not in within), printed[0])
    noun = top.head.head
    if top.pos_ == "PROPN" and top.head.lower_ == "on" and noun.pos_ == "NOUN":
        return head in (noun, noun.head) or head.head == noun  # "an emerging consensus on Capitol Hill that …"
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
    """Who gives what the subject of a verb gets ("from Osk", "by Osk"); empty where nobody is named.

    None where nothing is got.
    """
    if head.lemma_.lower() in GETTING:
        links = [one for one in head.rights if one.dep_ in ("dobj", "prep")]
        nouns = [one for one in links if one.dep_ == "dobj"]
    elif head.lemma_.lower() == "come":  # "came under withering criticism from Osk", "came in for blame"
        links = [one for one in head.rights if one.lower_ in ("under", "for")]
        nouns = [one for link in links for one in link.subtree if one.dep_ in ("pobj", "dobj")][:1]
    else:
        return None
    if not any(one.lemma_.lower() in load_cues().light_nouns | JUDGEMENTS for one in nouns):
        return None
    ties = [one for link in links for one in link.subtree if one.lower_ in ("from", "by") and one.i > nouns[0].i]
    goals = [goal for link in ties[:1] for goal in link.children if goal.dep_ == "pobj"]
    return [one for one in goals if one.ent_type_ not in ("DATE", "TIME")]


def is_asked(head: Token) -> bool:
    """ "Asked whether …, she said": a passive without a subject or agent."""
    if head.lemma_.lower() not in ("ask", "press", "question", "quiz", "query") or head.tag_ not in ("VBN", "VBD"):
        return False
    own = any(child.dep_ in ("nsubj", "nsubjpass", "agent") for child in head.children)
    return not own and (head.i == head.sent.start or head.dep_ in ("advcl", "acl", "ccomp") or head.text.istitle())


def is_sought(head: Token) -> bool:
    """ "The firm did not answer messages seeking comment": who sought it is not the firm."""
    if head.tag_ != "VBG" or head.dep_ not in ("acl", "advcl") or not head.i or head.nbor(-1).tag_ not in ("NN", "NNS"):
        return False
    above = head.head
    verb = above if head.dep_ == "advcl" else above.head.head if above.dep_ == "pobj" else above.head
    return verb.lemma_ in ANSWERING and verb.i < head.i


def is_recipient(printed: list[Token]) -> bool:
    """ "It sends a message to voters about …": those to whom something is said do not say it."""
    within = {token.i for token in printed}
    top = next((token for token in printed if token.head.i not in within), printed[0])
    link = top.head
    sent = link.lower_ == "to" and (link.head.lemma_ in SENT or link.head.lemma_ in load_channel_words().sending)
    return top.dep_ == "pobj" and sent and link.i < top.i
