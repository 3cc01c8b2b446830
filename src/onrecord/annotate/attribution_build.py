"""Who governs a cue, and a finding from it: what all constructions of the grammar share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import Cues, load_cues
from onrecord.annotate.attribution_parts import VERBS, Finding, child, cue_tokens, find_subject, source_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset({"it", "this", "that", "there", "these", "those"})


def governing_speech(verb: Token) -> Token | None:
    """The verb of speech that ", adding …" or ", calling it …" is joined to; None for any other verb."""
    cues = load_cues()
    if not is_joining_participle(verb, cues):
        return None
    at = verb
    while at.head.i != at.i:
        at = at.head
        if at.i < verb.i and at.pos_ in VERBS and at.lemma_.lower() in cues.speech:
            return at
    root = verb.sent.root
    return root if root.i < verb.i and root.lemma_.lower() in cues.speech else None


def find_far_head(token: Token) -> Token | None:
    """The verb of speech that a predicate is joined to, where the parse joins it to what was said.

    "She said eleven people had been killed and accused the army": after "had been" or "would be" an active "accused"
    has no place, and "it was wrong and urged" has nobody who could urge.
    """
    near = token.head
    if is_second_participle(token):
        return near.head
    if token.dep_ != "conj" or token.tag_ not in {"VBD", "VBN"} or token.lemma_.lower() not in load_cues().nested:
        return None
    if near.dep_ != "ccomp" or near.i > token.i or near.head.i > near.i or near.head.tag_ != "VBD":
        return None
    if any(one.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "mark"} for one in token.children):
        return None
    if not any(one.dep_ in {"dobj", "ccomp", "xcomp"} for one in token.children):
        return None
    helpers = [one for one in near.children if one.dep_ == "aux"]
    acted_on = any(one.dep_ == "auxpass" for one in near.children) or near.lemma_ == "be"
    subject = next((one for one in near.children if one.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    foreign = bool(helpers) and (acted_on or any(one.tag_ == "MD" for one in helpers))
    return near.head if foreign or (subject is not None and subject.lower_ in THINGS) else None


def is_second_participle(token: Token) -> bool:
    """ "A statement saying the dam had held and rejecting the charge": "rejecting" goes on with "saying"."""
    near, cues = token.head, load_cues()
    if token.dep_ != "conj" or token.tag_ != "VBG" or near.dep_ != "ccomp" or near.i > token.i:
        return False
    told = token.lemma_.lower() in cues.speech | cues.object | cues.nested
    own = any(one.dep_ in {"aux", "nsubj", "mark"} for one in token.children)
    finite = near.tag_ != "VBG" and any(one.dep_ in {"nsubj", "nsubjpass"} for one in near.children)
    return told and not own and finite and near.head.tag_ == "VBG" and near.head.i < near.i


def find_speaker(verb: Token) -> Token | None:
    """The head of a verb's source: of ", adding …" that of the speech it joins, else its subject."""
    return find_subject(governing_speech(verb) or verb)


def is_joining_participle(verb: Token, cues: Cues) -> bool:
    """Is it the participle of a verb of speech after a comma: "…, adding", "…, calling it"?"""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.lemma_.lower() not in cues.speech | cues.naming | {"urge", "accuse"}:
        return False
    return verb.doc[verb.i - 1].text in {",", "—", "–", "”", '"'} and verb.dep_ not in {"amod", "compound", "nsubj"}


def cut_participle(verb: Token, content: list[int]) -> list[int]:
    """A clause's words up to a participle that joins on another thing said: "said X, adding Y"."""
    cues = load_cues()
    for index in content:
        if index > verb.i + 1 and is_joining_participle(verb.doc[index], cues) and not verb.doc[index - 1].is_quote:
            return [i for i in content if i < index]
    return content


def build(
    verb: Token, content: list[int], pattern: str, *, cue: list[int] | None = None, carrier: tuple[int, ...] = ()
) -> Finding | None:
    """A finding with the verb's own source; None where no content is left beside source and cue."""
    subject = find_speaker(verb)
    source = source_tokens(subject, verb) if subject is not None else []
    words = cue if cue is not None else cue_tokens(verb)
    rest = [i for i in content if i not in set(source) | set(words)]
    if not any(verb.doc[i].is_alpha for i in rest):
        return None
    return Finding(verb.i, tuple(words), tuple(rest), tuple(source), pattern, carrier)


def first_words(named: Token) -> list[int]:
    """The noun phrase of a source after "according to"."""
    return source_tokens(named, named.head)


def opens_with_that(clause: Token) -> bool:
    """Does a clause begin with "that" as a conjunction, having a subject of its own?"""
    first = next(iter(clause.subtree))
    return first.lower_ == "that" and first.dep_ == "mark" and child(clause, "nsubj", "nsubjpass", "expl") is not None
