"""Stances that the trained tagger sees where no rule reads one: its cue, its holder and the words of the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.annotate.grammar import is_verb, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, read_extent
from onrecord.annotate.stance_holders import STAFF
from onrecord.annotate.stance_judging import is_inverted
from onrecord.annotate.stance_tag_doubts import is_doubtful
from onrecord.annotate.stance_unsaid import is_tipped
from onrecord.annotate.tagged_parties import find_heads, find_stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from onrecord.annotate.event_tagger import Tag
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

SURE = 0.4
KEEPING = frozenset({"prevent", "stop", "keep", "block", "bar", "ban", "prohibit", "discourage", "dissuade"})


def find_tagged_cue(scene: Scene, tag: Tag) -> Cue | None:
    """The cue that the tagger sees at a word; none where it is not sure, or the matter is not in the sentence.

    "Should she veto it" is a condition, whatever the tagger sees in "should".
    """
    token = scene.parse.doc[scene.token_at(tag.word[0])]
    if tag.sure < SURE or is_inverted(token) or is_inverted(token.head) or is_tipped(token):
        return None
    held, matter = tag.parties
    doc = scene.parse.doc
    stretch = find_stretch(doc, token, matter)
    about = read_matter(scene, *stretch) if stretch is not None else None
    if about is None:
        return None
    if about.first < token.i <= about.last and not is_verb(token):
        about = end_before(doc, about, token)  # "called Sunday's vote “crazy”"
    stance = cast("Stance", tag.kind)
    if stance == "proposes" and (is_ruled_out(doc, token, about) or is_kept_from(doc, about)):
        stance = "opposes"  # "should not “be suing states”"
    named = find_heads(doc, token, held)
    asked = [one for one in named if stance == "proposes" and is_asked(one, token)]
    heads = tuple(climb(one) for one in named if not (about.first <= one.i <= about.last or one in asked))
    if named and not heads:
        return None  # "fear of a step by the regulators": part of what is feared
    if is_doubtful(scene, token, stance, about, heads):
        return None
    if is_of_speaker(scene, token, heads):
        return Cue(token, stance, (), about, speaker=True)
    return Cue(token, stance, heads, about)


def is_ruled_out(doc: Doc, token: Token, about: Extent) -> bool:
    """Is what ought to be said not to be: a negation of the deed, or of the duty, before it?"""
    deeds = [one for one in doc[about.first : about.last + 1] if is_verb(one)][:2]
    over = {token, *deeds, *(one.head for one in deeds if one.dep_ in ("aux", "auxpass"))}
    return any(one.dep_ == "neg" and one.head in over for one in doc[token.sent.start : about.last + 1])


def is_asked(head: Token, token: Token) -> bool:
    """ "calls upon Norway to sign": who is asked does not propose it."""
    by = head.head if head.dep_ == "pobj" else head
    return head.i > token.i and by.head == token and (head.dep_ == "dobj" or by.lower_ in ("on", "upon", "to"))


def is_kept_from(doc: Doc, about: Extent) -> bool:
    """ "sought to prevent the Speaker from bringing it to a vote": what another is kept from."""
    if not about.first or doc[about.first - 1].lower_ != "from" or doc[about.first].tag_ != "VBG":
        return False
    return any(one.lemma_ in KEEPING for one in doc[about.first - 1].ancestors)


def end_before(doc: Doc, about: Extent, token: Token) -> Extent:
    """The words of an extent before a token, quotation marks and joining words left out."""
    last = token.i - 1
    while last > about.first and (doc[last].is_quote or doc[last].pos_ in ("ADP", "DET", "AUX", "PUNCT")):
        last -= 1
    return Extent(about.first, last)


def climb(head: Token) -> Token:
    """ "a movement in Osk wants a ban", "workers at Nordair": who is in a place or body, and not the place."""
    above = head.head.head
    staff = above.tag_ == "NNS" and above.lemma_.lower() in STAFF and head.head.lower_ in ("of", "from")
    within = head.dep_ == "pobj" and (staff or head.head.lower_ in ("in", "at", "inside", "within"))
    return above if within and head.head.dep_ == "prep" and above.pos_ in ("NOUN", "PROPN") else head


def read_matter(scene: Scene, first: int, last: int) -> Extent | None:
    """The words of the matter; a clause of its own ("said that the bank should be split") with its verb."""
    helpers = [one for one in scene.parse.doc[first : last + 1] if one.tag_ == "MD" and one.head.i > one.i]
    subjects = own_subjects(helpers[0].head) if helpers else []
    return read_extent(scene, first, clause=bool(subjects) and subjects[0].left_edge.i == first)


def is_of_speaker(scene: Scene, token: Token, heads: Sequence[Token]) -> bool:
    """Does it stand in quoted words, and its holder outside of them? Whose the quotation is, the statement knows."""
    index = scene.statement_at(token.idx, token.idx + 1)
    if index is None or scene.statements[index].kind != "direct":
        return False
    held = scene.statements[index].content
    return not any(span.start <= one.idx < span.end for one in heads for span in held)
