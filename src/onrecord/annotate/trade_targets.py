"""Against whom a measure of trade is: "a duty of 25 percent on steel from A", "tariffs on A's cars", "on A-ish fruit".

Parsers hang "on" and "from" on the percentage, the goods, the measure or the verb; the order of the words is plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_parties import owners_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

REACH = 14
"""Words after the measure that may name its goods."""
SHARES = frozenset({"percent", "%", "pct", "cent", "per", "point", "quarter", "third", "fifth", "half"})
JOINING = frozenset({"of", "from", "and", "or", "in", "made", "imported", "other", "'s"})
ENDING = frozenset({"VERB", "AUX", "SCONJ"})


def is_measure(scene: Scene, noun: Token | None) -> bool:
    """Is it a duty, quota or the like?"""
    return noun is not None and noun.lemma_.lower() in scene.words.lists["trade.measures"]


def goods_start(noun: Token) -> int | None:
    """The token after the "on" that brings in the goods, past "of 25 percent"; None where there is none."""
    doc, at = noun.doc, noun.i + 1
    if at < noun.sent.end and doc[at].lower_ == "of":
        at += 1
        while at < noun.sent.end and (
            doc[at].like_num or doc[at].lower_ in SHARES or doc[at].lower_ in ("a", "up", "to")
        ):
            at += 1
        if doc[at - 1].lower_ == "of":
            return None
    return at + 1 if at < noun.sent.end - 1 and doc[at].lower_ in ("on", "against") else None


def trade_targets(scene: Scene, noun: Token, verb: Token | None = None) -> tuple[int, ...]:
    """The states and bodies whose goods a measure falls on, told after it or after the verb of its relative clause."""
    relative = verb is not None and verb.head == noun and verb.i > noun.i
    start = goods_start(verb if relative and verb is not None else noun)
    found: list[int] = []
    for token in noun.doc[start : min(noun.sent.end, start + REACH)] if start is not None else ():
        ends = token.pos_ in ENDING or (token.pos_ == "ADP" and token.lower_ not in JOINING) or token.text in ";:()—–"
        if token.i in scene.in_time or (ends and token.lower_ not in JOINING):
            break
        mentioned = scene.actors_at(token).actors
        found += [one for one in mentioned if scene.actors[one].kind != "person"]
        if not mentioned and token.pos_ in ("NOUN", "PROPN"):
            found += owners_of(scene, [token])
    return tuple(dict.fromkeys(found))


def is_in_force(noun: Token) -> bool:
    """Is a measure told to begin: "the tariffs took effect", "entered into force", "kick in"?"""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ != "VERB":
        return False
    below = {one.lower_ for child in verb.rights for one in (child, *child.rights)}
    if verb.lemma_ == "kick":
        return "in" in below
    return verb.lemma_ in ("begin", "start") or (
        verb.lemma_ in ("take", "come", "enter", "go") and bool(below & {"effect", "force"})
    )
