"""Subjects and verbs read off the printed order, where a small parser goes wrong.

"A, the mediator, rang B" is often read as one long name; the past tense of such a verb cannot be a noun, and who
stands before it, an apposition aside, is who did it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

REACH = 24
"""Tokens that an apposition between a subject and its verb may take."""
SKIPPED = frozenset({"also", "then", "later", "first", "once", "again", "had", "has", "have", "himself", "herself"})


def is_contact_form(scene: Scene, token: Token) -> bool:
    """Is the token a verb of contact, or a form of one that a tagger may take for a name but that is none?"""
    if token.dep_ in ("amod", "compound") and token.lower_ not in scene.words.lists["contact.past_forms"]:
        return False
    if token.pos_ == "VERB":
        return True
    return token.lower_ in scene.words.lists["contact.past_forms"] and token.text.islower()


def contact_lemma(scene: Scene, token: Token) -> str:
    """The lemma of a verb of contact, mistagged or not."""
    return scene.words.past_forms.get(token.lower_, token.lemma_.lower())


def subjects_of(scene: Scene, verb: Token) -> list[Token]:
    """Who does it: by the parse, or by the printed order where the parse finds nobody that can act.

    Args:
        scene: The document.
        verb: A verb in the active.

    Returns:
        Heads of noun phrases; what stands behind the verb is no subject where something stands before it.
    """
    found = agents(verb) if is_verb(verb) else []
    before = [one for one in found if one.i < verb.i]
    if before and (scene.parties(before).actors or scene.parties(before).open):
        return before
    near = near_subjects(scene, verb)
    return near or found


def near_subjects(scene: Scene, verb: Token) -> list[Token]:
    """The party printed right before a verb, adverbs and one apposition or relative clause between commas aside."""
    doc, start = scene.parse.doc, verb.sent.start
    at = back_over_words(scene, verb.i - 1, start)
    party = party_at(scene, at)
    if party:
        return party
    if at > start and doc[at].text == ",":
        opening = opening_comma(scene, at, max(start, at - REACH))
        return party_at(scene, opening - 1) if opening is not None else []
    return []


def back_over_words(scene: Scene, at: int, start: int) -> int:
    """Step back over adverbs and helping verbs."""
    doc = scene.parse.doc
    while at > start and (doc[at].lower_ in SKIPPED or doc[at].pos_ == "ADV") and at not in scene.mention_at:
        at -= 1
    return at


def opening_comma(scene: Scene, at: int, start: int) -> int | None:
    """The comma that opens an apposition closed at a token; None where a clause lies between."""
    doc = scene.parse.doc
    for step in range(at - 1, start, -1):
        if doc[step].text in (";", ":") or doc[step].is_quote:
            return None
        if doc[step].text == "," and scene.cover.get(step - 1) is not None:
            inner = doc[step + 1 : at]
            finite = any(one.tag_ in ("VBD", "VBZ", "VBP") for one in inner)
            return None if finite and inner[0].tag_ not in ("WP", "WDT") else step
    return None


def party_at(scene: Scene, at: int) -> list[Token]:
    """Heads of the party whose printed name or title ends at a token, and of what is coordinated before it."""
    doc = scene.parse.doc
    if at < 0 or at not in scene.cover:
        return []
    mention = scene.mentions[scene.cover[at]]
    head = doc.char_span(mention.head.start, mention.head.end, alignment_mode="expand")
    whole = doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if head is None or whole is None or whole.end - 1 != at or not scene.is_actor(head[-1]):
        return []
    if doc[whole.start - 1].lower_ in ("of", "from") and whole.start > 1:
        return party_at(scene, whole.start - 2) or []  # "Prime Minister A of neighbouring B": A acts
    return [head[-1]]
