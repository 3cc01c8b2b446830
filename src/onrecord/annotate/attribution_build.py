"""Who governs a cue, and a finding from it: what all constructions of the grammar share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.attribution_lexicon import Cues, load_cues
from onrecord.annotate.attribution_parts import VERBS, Finding, child, cue_tokens, find_subject, source_tokens

if TYPE_CHECKING:
    from spacy.tokens import Token


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
