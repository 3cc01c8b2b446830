"""Who an event is of where its sentence does not say: the one accused, the one judge, the union and the employer.

A hearing, a verdict or a strike is often told without its parties. Where the document has exactly one that can be
meant, it is taken; where it has two, nobody is. What is taken so is marked as inherited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, conjoined, has_no, is_negated, patients

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

GUILTY = "guilty"
NEAR = 4
"""Tokens after "pleaded" or "found her" within which "guilty" is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """The only actors of a document that can be meant, by part; None where there is none or more than one."""

    accused: int | None = None
    judge: int | None = None
    union: int | None = None
    employer: int | None = None


def find_stand_ins(scene: Scene) -> StandIns:
    """The one accused, judge, union and employer of a document."""
    union = only(find_bodies(scene, "labour.unions"))
    employer = only(one for one in find_bodies(scene, "labour.employers") if one != union)
    if union is None or employer is None or not told_together(scene, union, employer):
        employer = None
    return StandIns(accused=only(find_accused(scene)), judge=only(find_judges(scene)), union=union, employer=employer)


def is_workforce(scene: Scene, actor: int) -> bool:
    """Workers without a name ("dockers"): where the document has one union, what they agree on or stop is its own."""
    one = scene.actors[actor]
    workers = scene.words.lists["labour.workers"]
    return one.kind == "group" and not one.named and one.name.lower().split()[-1].removesuffix("s") in workers


def told_together(scene: Scene, a: int, b: int) -> bool:
    """Does any one sentence name both: a company that the document names far from the union is not its employer?"""
    doc = scene.parse.doc
    sents: dict[int, set[int]] = {a: set(), b: set()}
    for mention in scene.mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if mention.actor in sents and span is not None:
            sents[mention.actor].add(span.sent.start)
    return bool(sents[a] & sents[b])


def only(found: Iterable[int]) -> int | None:
    """The one actor found, if it is one."""
    different = set(found)
    return different.pop() if len(different) == 1 else None


def find_accused(scene: Scene) -> list[int]:
    """Whoever pleads, is charged, tried, convicted or sentenced, or has a trial of their own."""
    found: list[int] = []
    tried, nouns = scene.words.lists["court.tried"], scene.words.lists["court.nouns"]
    for token in scene.parse.doc:
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and not is_negated(token):
            if lemma == "plead" and guilty_after(token) is not None:
                found += named_parties(scene, agents(token))
            elif lemma in tried or (lemma == "find" and guilty_after(token) is not None):
                found += named_parties(scene, patients(token))
        elif token.pos_ == "NOUN" and lemma in nouns and not has_no(token):
            found += named_parties(scene, printed_accused(scene, token))
    return found


def guilty_after(verb: Token) -> Token | None:
    """The "guilty" of "pleaded not guilty" and "found her guilty"."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + NEAR, verb.sent.end)]:
        if token.lower_ == GUILTY:
            return token
    return None


def printed_accused(scene: Scene, noun: Token) -> list[Token]:
    """Whose trial or sentencing it is: "of A", "A's", "A sentencing"; the owner of a verdict is who passed it."""
    passed = noun.lemma_.lower() in scene.words.lists["court.passed"]
    heads = [] if passed else [child for child in noun.lefts if child.dep_ in ("poss", "compound", "nmod")]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            heads += [one for goal in child.children if goal.dep_ == "pobj" for one in conjoined(goal)]
    return heads


def named_parties(scene: Scene, heads: Iterable[Token]) -> list[int]:
    """The persons and bodies with a name that noun phrases stand for."""
    return [
        actor
        for head in heads
        if head.i not in scene.in_time
        for actor in scene.party(head).actors
        if scene.actors[actor].named and scene.actors[actor].kind in ("person", "organization")
    ]


def find_judges(scene: Scene) -> list[int]:
    """Persons printed with a judge's title before the name."""
    titles = scene.words.lists["court.judges"]
    found = []
    for mention in scene.mentions:
        if mention.actor is None or mention.form != "name" or scene.actors[mention.actor].kind != "person":
            continue
        head = scene.parse.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        before = head[0].nbor(-1).lower_ if head is not None and head.start else ""
        if head is not None and (before in titles or head[0].lower_ in titles):
            found.append(mention.actor)
    return found


def find_bodies(scene: Scene, key: str) -> list[int]:
    """Organizations that the document calls a union, or a company, by their name or by a noun that stands for them."""
    words, unlike = scene.words.lists[key], scene.words.lists["collective.not_bodies"]
    found = []
    for mention in scene.mentions:
        actor = None if mention.actor is None else scene.actors[mention.actor]
        if mention.actor is None or actor is None or actor.kind != "organization" or actor.name.lower() in unlike:
            continue
        head = scene.parse.document.text[mention.head.start : mention.head.end].lower()
        if head in words and (mention.form != "name" or len(actor.name.split()) > 1):
            found.append(mention.actor)
    return found
