"""Sources that a tagger printed amiss: part of a phrase, the object of a verb, the subject of another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import load_cues
from onrecord.annotate.grammar import is_verb, logical_subjects, own_subjects
from onrecord.annotate.not_speaking import find_agent
from onrecord.annotate.speakers import is_person
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.cue_frames import Reading

BELIEVED = frozenset({"convince", "persuade", "prompt", "tempt", "allow", "expect", "want", "remind"})
"""Directive verbs whose object may be who holds what follows ("convinced many that …")."""
AGAINST = frozenset({"after", "at", "against"})
"""Prepositions of those whom somebody speaks against."""
SINGULAR = frozenset({"has", "is", "was", "does"})
PLURAL = frozenset({"have", "are", "were", "do"})
OBJECTS = {"he": "him", "she": "her", "they": "them"}


def mend_source(reading: Reading, index: int, head: Token | None) -> list[Token]:
    """The words that a printed source should have been: "the CT scan" for "the", what "that" before the verb takes up.

    Returns:
        The tokens; empty where the source stands as it is.
    """
    printed = reading.tokens(reading.attributions[index].source)
    noun = printed[0].head if len(printed) == 1 and printed[0].lower_ in ("the", "a", "an") else None
    if noun is not None and (noun.lower_ == "two" or noun.pos_ == "NOUN"):
        mine = {
            token.i
            for token in reading.tokens((*reading.attributions[index].content, *reading.attributions[index].cue))
        }
        return phrase_of(noun, mine) if noun.i not in mine else []
    if head is not None and is_target(printed, head):
        subject = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
        return phrase_of(subject, set()) if subject is not None else []
    if head is not None and is_verb(head):
        mine = {token.i for token in reading.tokens(reading.attributions[index].content)}
        for find in (find_joined_that, find_who_told_him, find_agreeing):
            meant = find(printed, head)
            if meant is not None and meant.i not in mine:
                return phrase_of(meant, mine)
    whole = find_around(printed, head) if head is not None else None
    if whole is not None:
        return phrase_of(whole, set())
    agent = find_agent(head) if head is not None else None
    if agent is not None and printed and agent not in printed[:1] and printed[-1].i != agent.i:
        return phrase_of(agent, {token.i for token in reading.tokens(reading.attributions[index].content)})
    relative = None
    if head is not None and head.dep_ == "relcl" and head.tag_ != "VBG":
        relative = next((child for child in head.lefts if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP")), None)
    noun = relative.head.head if relative is not None else None
    if relative is None or noun is None or not printed:
        return []
    around = {noun.i, *(token.i for token in noun.subtree)}
    beside = any(token.i in around or token.head.i == noun.i or noun.head.i == token.i for token in printed)
    person = relative.lower_ == "which" and any(is_person(reading, token) for token in printed)
    apart = printed[-1].i < noun.i and not beside
    mine = {token.i for token in reading.tokens(reading.attributions[index].content)}
    return [relative] if person or (apart and noun.i not in mine and relative.i not in mine) else []


def find_around(printed: list[Token], head: Token) -> Token | None:
    """ "A, who has been sued by B, denied it": the verb's subject, where a source stands in a clause about it."""
    within = {token.i for token in printed}
    tops = [token for token in printed if token.head.i not in within and token.pos_ in ("NOUN", "PROPN")]
    subjects = logical_subjects(head) if is_verb(head) and tops and printed[-1].i < head.i else []
    if len(subjects) != 1 or subjects[0].i in within or subjects[0] not in tops[0].ancestors:
        return None
    path = list(tops[0].ancestors)
    below = path[: path.index(subjects[0])]
    papers = load_channel_words().issued | load_channel_words().published | load_channel_words().owned
    told = subjects[0].lemma_.lower() not in papers  # "Osk, backed by B, said", not "a note sent by B said"
    about = (one.dep_ == "relcl" or (one.dep_ == "acl" and one.tag_ == "VBN" and told) for one in below if one != head)
    return subjects[0] if any(about) else None


def find_joined_that(printed: list[Token], head: Token) -> Token | None:
    """ "A club that sells seed and that announced it": the "that" before, whose noun is plain to the parser."""
    one = printed[0]
    if len(printed) > 1 or one.lower_ not in ("that", "which", "who") or one.i == 0 or one.nbor(-1).dep_ != "cc":
        return None
    before = [
        token for token in head.doc[one.sent.start : one.i]
        if token.lower_ == one.lower_ and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "relcl"
    ]  # fmt: skip
    return before[-1] if before else None


def find_who_told_him(printed: list[Token], head: Token) -> Token | None:
    """ "He confirmed that A called him and told him to go": who called him told him, since "he" is not "him"."""
    him = OBJECTS.get(printed[0].lower_) if len(printed) == 1 else None
    if him is None or head.dep_ != "conj" or own_subjects(head) or him not in objects_of(head):
        return None
    for verb in reversed(head.doc[printed[0].i : head.i]):
        if is_verb(verb) and him in objects_of(verb) and own_subjects(verb):
            subject = own_subjects(verb)[0]
            return subject if subject.pos_ in ("NOUN", "PROPN") and verb.dep_ == "ccomp" else None
    return None


def objects_of(verb: Token) -> set[str]:
    """The words that are the objects of a verb."""
    return {child.lower_ for child in verb.rights if child.dep_ in ("dobj", "dative")}


def find_agreeing(printed: list[Token], head: Token) -> Token | None:
    """ "Allies see hope after Osk has left the talks": the verb's own subject, if the source does not agree."""
    own = [one for one in own_subjects(head) if one not in printed and one.pos_ in ("NOUN", "PROPN")]
    within = {token.i for token in printed}
    tops = [token for token in printed if token.head.i not in within and token.pos_ in ("NOUN", "PROPN")]
    if len(own) != 1 or len(tops) != 1 or printed[-1].i > own[0].i or own[0].i > head.i:
        return None
    marks = {child.lower_ for child in head.lefts if child.dep_ in ("aux", "auxpass")}
    several = [
        one.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in one.rights) for one in (*tops, *own)
    ]
    if several == [True, False]:
        return own[0] if head.tag_ == "VBZ" or marks & SINGULAR else None
    return own[0] if several == [False, True] and (head.tag_ == "VBP" or marks & PLURAL) else None


def is_target(printed: list[Token], head: Token) -> bool:
    """Is a source whom somebody speaks against or turns to: "A went after B over …", "A asked members to …"?"""
    within = {token.i for token in printed}
    top = next((token for token in printed if token.head.i not in within), None)
    if top is None or top.i < head.i or not is_verb(head) or head.tag_ == "VBN":
        return False
    subject = next((child for child in head.lefts if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in ("it", "that", "this", "there"):
        return False
    link, asks = top.head, head.lemma_.lower() in load_cues().directive - BELIEVED
    turned = link.lower_ in AGAINST or (asks and link.lower_ in ("on", "upon"))
    return (top.dep_ == "pobj" and turned and link.head == head) or (
        asks and top.dep_ in ("dobj", "dative") and link == head
    )


def phrase_of(subject: Token, mine: set[int]) -> list[Token]:
    """The noun phrase of a subject without what is said and without clauses."""
    below = [token for token in subject.subtree if token.sent == subject.sent and not token.is_space]
    return trim_phrase(subject, [token for token in below if token.i not in mine])


def trim_phrase(head: Token, phrase: Sequence[Token]) -> list[Token]:
    """A subject without its relative and participial clauses and the blanks and marks at its end."""
    stop = min((child.left_edge.i for child in head.rights if child.dep_ in ("relcl", "acl", "advcl")), default=10**9)
    kept = [token for token in phrase if token.i < stop]
    while kept and kept[-1].is_punct:
        kept.pop()
    while kept and kept[0].is_punct:
        kept.pop(0)
    return kept or [head]
