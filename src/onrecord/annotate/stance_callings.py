"""Stances in what a thing is called: "called the vote "crazy"", "hailed the deal as a breakthrough".

Praise and blame in a word are a stance where what is called so is something to decide on. Parties that are named by
"by" see it so as well ("is considered illegal by most states").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import WH, agents, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import is_decidable, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

IT = frozenset({"it", "this", "that"})
UNCALLED = frozenset({"for", "on", "upon", "in", "off", "out", "up"})
REACH = 6
"""Tokens from "it" or "as" to the word of praise or blame."""
DENYING = frozenset({"not", "hardly", "anything", "less", "no", "never"})


def find_calling_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "called talk of a pause "premature"", "hailed the accord as historic", "calling it a gift to drivers"."""
    lists, doc = load_stance_words().lists, scene.parse.doc
    if verb.lemma_ not in lists["calling"] | lists["naming_as"] or is_negated(verb) or under_irrealis(verb):
        return None
    if verb.i + 1 >= len(doc) or doc[verb.i + 1].lower_ in UNCALLED or verb.dep_ == "acl":
        return None
    if any(one.lower_ == "what" for one in verb.lefts):
        return None  # "praised what he called the governor's efforts"
    if is_passive(verb):
        return find_called_by(scene, verb)
    if verb.dep_ == "relcl":
        return find_called_before(scene, verb)
    if doc[verb.i + 1].lower_ in IT:
        return find_called_it(scene, verb) or find_called_spoken(scene, verb)
    about = read_extent(scene, verb.i + 1)
    if about is None or doc[about.first].pos_ == "ADP":
        return None
    against, favour = read_worth(scene, about)
    for token in doc[about.first + 1 : min(about.last + REACH, verb.sent.end)]:
        if token.text in ";:" or (token.i > about.last + 1 and token.text == ","):
            return None
        stance = judge_word(token, against, favour)
        if stance is not None and is_said_of(token, verb):
            last = token.i - 1
            while last > about.first and (
                doc[last].is_quote or doc[last].pos_ in ("DET", "ADV", "ADJ") or doc[last].lower_ == "as"
            ):
                last -= 1
            marks = [one.i for one in doc[about.first + 1 : last + 1] if one.lower_ == "as"]
            last = marks[0] - 1 if marks else last
            return Cue(verb, stance, tuple(agents(verb)), Extent(about.first, last), last=token.i)
    return None


def read_worth(scene: Scene, about: Extent) -> tuple[frozenset[str], frozenset[str]]:
    """The words that speak against a thing and for it; fewer for what nobody decides on."""
    lists = load_stance_words().lists
    deed = scene.parse.doc[about.first].tag_ == "VBG"  # "called watching it horrible"
    if not (is_decidable(scene, about) if deed else weighs_proposal(scene, about, wide=True)):
        return lists["against"], frozenset()
    return lists["against"] | lists["condemning"] | lists["against_weighed"], lists["approving"]


def judge_word(token: Token, against: frozenset[str], favour: frozenset[str]) -> Stance | None:
    """Does the word praise or blame? Not after "not" and "hardly"."""
    word = token.lower_.strip("“”\"'‘’.,")
    if any(one.lower_ in DENYING for one in token.doc[max(token.i - 2, 0) : token.i]):
        return None
    return "opposes" if word in against else "supports" if word in favour else None


def is_said_of(token: Token, verb: Token) -> bool:
    """Is it what the thing is called, or of a verb that needs "as" right behind it ("hailed the deal as historic")?"""
    if verb.lemma_ not in load_stance_words().lists["naming_as"]:
        return True
    return any(one.lower_ == "as" for one in token.doc[max(token.i - REACH, verb.i) : token.i])


def find_called_it(scene: Scene, verb: Token) -> Cue | None:
    """ "slammed a lawsuit, calling it "meritless"": the object of the clause that it goes on from."""
    doc, at, above = scene.parse.doc, verb.i + 1, verb.head
    things = [one for one in above.children if one.dep_ in ("dobj", "nsubjpass") and one.i < verb.i]
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or not things or things[-1].pos_ != "NOUN":
        return None
    about = noun_extent(doc, things[-1], verb.i)
    if not weighs_proposal(scene, Extent(about.first, things[-1].i), wide=True):
        return None
    against, favour = read_worth(scene, about)
    for token in doc[at + 1 : min(at + 1 + REACH, verb.sent.end)]:
        if token.text in ",;:" and not token.is_quote:
            return None
        stance = judge_word(token, against, favour)
        if stance is not None and is_said_of(token, verb):
            label = label_of(scene, about)
            return Cue(verb, stance, tuple(agents(verb)), Extent(at, at), last=token.i, label=label, settled=True)
    return None


def find_called_spoken(scene: Scene, verb: Token) -> Cue | None:
    """ "… the plan. Oder called it a disaster": what the text has just spoken of; praise may be of anything."""
    lists, doc, at = load_stance_words().lists, scene.parse.doc, verb.i + 1
    against = lists["against"] | lists["condemning"] | lists["against_weighed"]
    for token in doc[at + 1 : min(at + 4, verb.sent.end)]:
        blamed = judge_word(token, against, frozenset()) is not None and is_said_of(token, verb)
        if blamed and verb.dep_ != "advcl":
            return Cue(verb, "opposes", tuple(agents(verb)), Extent(at, at), last=token.i, bare=True)
        if not (token.is_quote or token.pos_ in ("DET", "ADV", "ADJ") or token.lower_ == "as"):
            return None
    return None


def find_called_by(scene: Scene, verb: Token) -> Cue | None:
    """ "The camps are considered illegal by most states"."""
    things = [child for child in verb.children if child.dep_ == "nsubjpass" and child.pos_ == "NOUN"]
    holders = tuple(agents(verb))
    if not things or not holders or verb.tag_ != "VBN":
        return None
    about = noun_extent(scene.parse.doc, things[0], verb.i)
    against, favour = read_worth(scene, about)
    for token in scene.parse.doc[verb.i + 1 : min(holders[0].i, verb.sent.end)]:
        stance = judge_word(token, against, favour)
        if stance is not None:
            return Cue(verb, stance, holders, about, last=token.i)
    return None


def find_called_before(scene: Scene, verb: Token) -> Cue | None:
    """ "a lower tax, which the League calls a gift to drivers": the noun of the relative clause is called so."""
    doc, noun = scene.parse.doc, verb.head
    holders = tuple(own_subjects(verb))
    about = noun_extent(doc, noun, verb.left_edge.i)
    objects = [child for child in verb.children if child.dep_ == "dobj" and child.tag_ in WH]
    if not holders or noun in holders or not objects or not weighs_proposal(scene, about, wide=True):
        return None
    against, favour = read_worth(scene, about)
    for token in doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]:
        stance = judge_word(token, against, favour)
        if stance is not None:
            return Cue(verb, stance, holders, about, last=token.i)
    return None
