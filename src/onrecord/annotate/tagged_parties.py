"""From the words that the event tagger points at to noun phrases, and to the actors they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.windows import Word

HERE, ELSEWHERE = 0.5, 0.6
"""Least probability of a party's head in the sentence of the word it belongs to, and in another."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
WITHIN = frozenset({"compound", "amod", "nmod", "det", "nummod", "poss", "case", "flat"})


def find_heads(doc: Doc, anchor: Token, words: Sequence[tuple[Word, float]]) -> list[Token]:
    """Heads of the noun phrases that the tagger points at: those in the anchor's sentence, else in another.

    Args:
        doc: The document's tokens.
        anchor: The word whose parties they are.
        words: Character offsets and probabilities.
    """
    hot = weigh_tokens(doc, words)
    heads = [doc[at] for at in sorted(hot) if is_head(doc[at], hot, anchor)]
    here = [one for one in heads if one.sent == anchor.sent and hot[one.i] >= HERE]
    found = here or [one for one in heads if one.sent != anchor.sent and hot[one.i] >= ELSEWHERE]
    return list(dict.fromkeys(owned(one) for one in found))


def owned(token: Token) -> Token:
    """ "Reed's party approved it": the party, and not whose it is."""
    body = token.dep_ == "poss" and token.head.dep_ in ("nsubj", "nsubjpass", "pobj")
    return token.head if body and token.head.lemma_.lower() in load_stance_words().lists["bodies"] else token


def weigh_tokens(doc: Doc, words: Sequence[tuple[Word, float]]) -> dict[int, float]:
    """The probability of each token that the tagger points at."""
    hot: dict[int, float] = {}
    for (start, end), sure in words:
        span = doc.char_span(start, end, alignment_mode="expand")
        for token in span if span is not None else ():
            hot[token.i] = max(sure, hot.get(token.i, 0.0))
    return hot


def is_head(token: Token, hot: dict[int, float], anchor: Token) -> bool:
    """Does a word head what is pointed at, and not stand within a phrase whose head is pointed at too?"""
    if token.pos_ not in NOMINAL or token == anchor:
        return False
    return not (token.dep_ in WITHIN and token.head.i in hot and token.head != token)


def resolve(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """The actors that some heads stand for."""
    found = (actor for head in heads for actor in scene.party(head).actors or covered(scene, head))
    return tuple(dict.fromkeys(found))


def covered(scene: Scene, head: Token) -> tuple[int, ...]:
    """The actor of the mention that a word stands in ("President Ana Brel of Osk" by its "President")."""
    index = scene.cover.get(head.i)
    number = scene.mentions[index].actor if index is not None else None
    return () if number is None or scene.actors[number].kind == "place" else scene.expand(number)


def find_stretch(doc: Doc, anchor: Token, words: Sequence[tuple[Word, float]]) -> tuple[int, int] | None:
    """First and last token of the surest run of words in the anchor's sentence; none where nothing is sure there."""
    hot = {at: sure for at, sure in weigh_tokens(doc, words).items() if doc[at].sent == anchor.sent and sure >= HERE}
    runs: list[list[int]] = []
    for at in sorted(hot):
        if runs and at - runs[-1][-1] <= 2:
            runs[-1].append(at)
        else:
            runs.append([at])
    best = max(runs, key=lambda run: (max(hot[at] for at in run), len(run)), default=None)
    return None if best is None else (best[0], best[-1])
