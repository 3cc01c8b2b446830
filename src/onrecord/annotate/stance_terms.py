"""Stances on the terms of a deal: "would honour the accord", "no swap is conceivable without Low", "accepted, but only
on condition that …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, noun_extent, read_extent
from onrecord.annotate.stance_judging import UNSURE, under_irrealis
from onrecord.annotate.stance_vows import is_own
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

VOWING = frozenset({"will", "would", "'ll", "’ll", "shall"})
TIES = ("on condition", "on the condition", "on one condition", "provided that", "subject to", "conditionally")
ASKED = frozenset({"ask", "invite", "approach", "request"})
REVIEWING = frozenset({"review", "evaluate", "examine", "assess"})
OFFERS = frozenset({"offer", "proposal", "bid", "plan", "terms", "term", "draft", "request", "demand", "deal"})
TIED = frozenset({"conditional", "contingent", "dependent"})
GIVEN = frozenset(
    ("offer", "support", "backing", "approval", "agreement", "consent", "participation", "signature", "bid", "return",
     "endorsement", "commitment", "pledge", "proposal", "acceptance", "cooperation", "aid", "help", "vote", "promise")
)  # fmt: skip
"""What a party can tie to a condition."""
NEAR = 7
"""Tokens between an acceptance and its condition."""


def find_terms_cue(scene: Scene, verb: Token) -> Cue | None:
    """The stance of a clause on the terms of a deal, if it takes one."""
    for finder in (find_honoured, find_without, find_tied_yes, find_tied_offer, find_review):
        cue = finder(scene, verb)
        if cue is not None:
            return cue
    return None


def find_honoured(scene: Scene, verb: Token) -> Cue | None:
    """ "said he would honour the accord to the letter": its own party is for it."""
    lists = load_stance_words().lists
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if verb.lemma_ not in lists["honouring"] or not helpers & VOWING or is_negated(verb) or is_passive(verb):
        return None
    holders = tuple(agents(verb))
    about = read_extent(scene, verb.i + 1)
    if about is None or not holders or under_irrealis(verb) or not is_own_word(scene, verb, holders):
        return None
    heads = [one for one in verb.rights if one.dep_ == "dobj"]
    if not heads or heads[0].lemma_.lower() not in lists["agreements"]:
        return None
    return Cue(verb, "supports", holders, about)


def is_own_word(scene: Scene, verb: Token, holders: tuple[Token, ...]) -> bool:
    """Does the party say so itself: its own name, or "he" and "we" within its own words?"""
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    pronoun = all(one.lower_ in ("he", "she", "we", "i", "it", "they") for one in holders)
    return speaker is not None and (pronoun or is_own(scene, verb, holders))


def find_without(scene: Scene, verb: Token) -> Cue | None:
    """ "no exchange was conceivable without Low", "there can be no deal without the files": a condition of it."""
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    if verb.lemma_ != "be" or carrier is None or under_irrealis(verb):
        return None
    things = [one for one in verb.children if one.dep_ in ("nsubj", "attr") and has_no(one)]
    there = any(one.dep_ == "expl" for one in verb.children)
    fit = [one for one in verb.children if one.dep_ == "acomp" and one.lower_ in load_stance_words().lists["feasible"]]
    ahead = {one.lower_ for one in auxiliaries(verb)} & (VOWING | {"can", "could"})
    if not things or not (fit or (there and ahead)) or things[0].pos_ not in ("NOUN", "PROPN"):
        return None
    after = verb.doc[things[0].i + 1 : min(max(verb.i, things[0].i) + NEAR, verb.sent.end)]
    ties = [one for one in after if one.lower_ in ("without", "unless")]
    if not ties:
        return None
    goals = [goal for goal in ties[0].children if goal.dep_ == "pobj"]
    last = goals[0].i if goals else ties[0].i
    extent = noun_extent(scene.parse.doc, things[0], max(verb.i, things[0].i + 1))
    if not weighs_proposal(scene, extent, wide=True):
        return None
    label = f"{things[0].lower_} without {goals[0].text}" if goals else ""
    return Cue(verb, "conditional", (), extent, speaker=True, label=label, last=last)


def find_tied_offer(scene: Scene, verb: Token) -> Cue | None:
    """ "Its support is conditional on a truce", "her offer was premised on …", "their return depends on …"."""
    ties = [one for one in verb.rights if one.dep_ in ("acomp", "attr", "oprd") and one.lower_ in TIED]
    tied = ties[0] if ties and verb.lemma_ in ("be", "remain", "stay") else verb
    bound = tied is not verb or (verb.lemma_ in ("premise", "condition", "predicate") and is_passive(verb))
    after = [one for one in verb.doc[tied.i + 1 : tied.i + 2] if one.lower_ in ("on", "upon")]
    if not after or not (bound or verb.lemma_ in ("depend", "hinge")) or is_negated(verb) or under_irrealis(verb):
        return None
    given = [one for one in own_subjects(verb) if one.lemma_.lower() in GIVEN]
    owners = [one for thing in given for one in thing.lefts if one.dep_ == "poss"]
    if not owners or given[0].pos_ != "NOUN":
        return None
    goals = [one for one in given[0].rights if one.dep_ == "prep" and one.lower_ in ("for", "of", "to", "in")]
    own = noun_extent(scene.parse.doc, given[0], verb.i)
    about = read_extent(scene, goals[0].i + 1, stop=verb.i) if goals else own
    return None if about is None else Cue(verb, "conditional", tuple(owners), about, last=after[0].i)


def find_review(scene: Scene, verb: Token) -> Cue | None:
    """ "Its board would review the latest offer": nothing is decided yet."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    things = [one for one in verb.rights if one.dep_ == "dobj" and one.lemma_.lower() in OFFERS]
    ahead = helpers & VOWING or (verb.tag_ == "VBG" and helpers & {"is", "are", "was", "were"})
    if verb.lemma_ not in REVIEWING or not things or not ahead or is_negated(verb) or under_irrealis(verb):
        return None
    about = read_extent(scene, things[0].left_edge.i)
    holders = tuple(agents(verb))
    return None if about is None or not holders else Cue(verb, "undecided", holders, about)


def find_tied_yes(scene: Scene, verb: Token) -> Cue | None:
    """ "The society had accepted, but only on condition that …": on what the text has just spoken of."""
    if verb.lemma_ not in ("accept", "agree") or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return None
    objects = any(one.dep_ in ("dobj", "xcomp", "ccomp", "prep") for one in verb.rights)
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if objects or is_negated(verb) or is_passive(verb) or under_irrealis(verb) or helpers & UNSURE:
        return None
    after = " ".join(one.lower_ for one in verb.doc[verb.i + 1 : min(verb.i + NEAR, verb.sent.end)] if not one.is_punct)
    if not after.startswith(tuple(f"{lead}{tie}" for lead in ("", "but ", "only ", "but only ") for tie in TIES)):
        return None
    holders = tuple(agents(verb) or own_subjects(verb.head))
    if not holders:
        return None
    asked = verb.head.lemma_ in ASKED
    label = "request" if asked else "?"
    return Cue(verb, "conditional", holders, Extent(verb.i, verb.i), label=label, bare=not asked, settled=asked)
