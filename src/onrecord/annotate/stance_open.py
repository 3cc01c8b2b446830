"""Stances in short forms: what is left open ("is in two minds"), said of what came before ("is fiercely opposed"),
given ("gave the plan its full support"), and said in the passive ("will not be sold", "is ruled out").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    conjoined,
    has_no,
    is_infinitive,
    is_negated,
    is_passive,
    own_subjects,
)
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent, skip_opening
from onrecord.annotate.stance_judging import UNSURE, is_no_longer, judge, under_irrealis
from onrecord.annotate.stance_vows import find_condition
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words
from onrecord.annotate.statuses import is_yet_to

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

AFTER = frozenset({"on", "about", "over", "whether", "if"})
GIVING = frozenset({"give", "lend", "grant", "deny", "pledge", "offer"})
STATES = frozenset({"be", "remain", "seem", "appear", "stay"})
OBLIGED = frozenset({"must", "should", "shall", "ought"})
GOVERNED = frozenset({"will", "wo", "'ll", "’ll", "shall", "would"})


def find_open_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "has yet to make up its mind", "has not taken a position", "is in two minds", "is divided over X"."""
    words = verb_phrase(verb)
    lists = load_stance_words().lists
    if verb.lemma_ in lists["parting"] and is_passive(verb) and not under_irrealis(verb):
        return build_open(scene, verb, verb.i + 1, tuple(own_subjects(verb)))
    if verb.lemma_ in lists["keeping"] and any(words.startswith(phrase) for phrase in lists["waiting"]):
        phrase = next(one for one in lists["waiting"] if words.startswith(one))
        return build_open(scene, verb, verb.i + 2 + phrase.count(" "), tuple(agents(verb)))
    unsure = verb.lemma_ in STATES and any(words.startswith(phrase) for phrase in lists["wavering"])
    refused = is_negated(verb) or is_yet_to(verb) or has_no_object(verb)
    refused = refused or (is_infinitive(verb) and verb.head.lemma_ in ("want", "refuse", "decline", "hesitate"))
    held = refused and verb.lemma_ in lists["deciding"]
    held = held and any(words.startswith(phrase) for phrase in lists["settling"])
    if not (unsure or held) or under_irrealis(verb):
        return None
    phrase = max((one for one in lists["wavering" if unsure else "settling"] if words.startswith(one)), key=len)
    at = verb.i + 2 + phrase.count(" ")
    return build_open(scene, verb, at, tuple(agents(verb) or agents(verb.head)))


def build_open(scene: Scene, verb: Token, at: int, holders: tuple[Token, ...]) -> Cue | None:
    """What is left open: named after a preposition, else what the text has just spoken of."""
    doc = scene.parse.doc
    follows = doc[at] if at < len(doc) else None
    if follows is not None and follows.lower_ in AFTER:
        about = read_extent(scene, at + 1, clause=True)
        return None if about is None else Cue(verb, "undecided", holders, about)
    if follows is None or not (follows.is_punct or follows.is_space or follows.lower_ in ("and", "but", "yet", "so")):
        return None
    return Cue(verb, "undecided", holders, Extent(verb.i, verb.i), label="?", last=at - 1, bare=True)


def verb_phrase(verb: Token) -> str:
    """The words right after a verb, as printed, with a blank after each: "up its mind . "."""
    return (
        "".join(f"{one.lower_} " for one in verb.doc[verb.i + 1 : min(verb.i + 9, verb.sent.end)])
        .replace("himself ", "itself ")
        .replace("herself ", "itself ")
        .replace("themselves ", "itself ")
        .replace("their ", "its ")
        .replace("his ", "its ")
        .replace("her ", "its ")
    )


def has_no_object(verb: Token) -> bool:
    """ "made no decision", "took no position"."""
    return any(child.dep_ == "dobj" and has_no(child) for child in verb.children)


def find_bare_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "Oster is fiercely opposed.", "was in favour", "voted against": on what the text has just spoken of."""
    lists, doc = load_stance_words().lists, scene.parse.doc
    at = verb.i + 1
    while at < verb.sent.end and doc[at].pos_ == "ADV" and doc[at].lower_ not in ("against", "for"):
        at += 1
    if at + 1 >= len(doc):
        return None
    two = f"{doc[at].lower_} {doc[at + 1].lower_}"
    stance: Stance | None = None
    last = at
    if verb.lemma_ in STATES and doc[at].lower_ in lists["bare_against"]:
        stance = "opposes"
    elif verb.lemma_ in STATES and two in ("in favour", "in favor"):
        stance, last = "supports", at + 1
    elif verb.lemma_ == "vote" and doc[at].lower_ in ("against", "for", "no", "yes"):
        stance = "opposes" if doc[at].lower_ in ("against", "no") else "supports"
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if stance is None or follows is None or not (follows.is_punct or follows.is_space) or follows.text == "-":
        return None
    judged = judge(scene, verb, stance)
    holders = tuple(one for head in own_subjects(verb) for one in conjoined(head))
    if judged is None or not holders:
        return None
    return Cue(verb, judged, holders, Extent(verb.i, verb.i), label="?", last=last, bare=True)


def find_given_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "gives the telescope its full support", "granted the merger its approval"."""
    lists = load_stance_words().lists
    if verb.lemma_ not in GIVING or is_passive(verb):
        return None
    given = [one for one in verb.rights if one.dep_ == "dobj" and one.lemma_.lower() in lists["blessings"]]
    first = given[0].left_edge.i if given else verb.i
    about = read_extent(scene, verb.i + 1, stop=first) if first > verb.i + 1 else None
    if about is None or scene.parse.doc[about.first : about.last + 1].root.tag_ == "PRP":
        return None
    judged = judge(scene, verb, "supports")
    judged = "rejects" if verb.lemma_ == "deny" and judged else judged
    if judged is None:
        return None
    return Cue(verb, judged, tuple(agents(verb)), about, last=given[0].i)


def find_passive_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "The airport will not be sold, she said": what a party that can see to it says will not be done."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    things = [child for child in verb.children if child.dep_ == "nsubjpass"]
    if verb.lemma_ == "be":
        return find_none_cue(scene, verb) if helpers & GOVERNED else find_lack_cue(scene, verb)
    if things and helpers & OBLIGED:
        return find_deontic_cue(scene, verb, things[0])
    if not things or under_irrealis(verb) or agents(verb) or helpers & UNSURE:
        return None
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    ruled = verb.lemma_ == "rule" and any(child.lower_ == "out" for child in verb.rights)
    if speaker is None or things[0].pos_ != "NOUN" or has_no(things[0]):
        return None
    about = noun_extent(scene.parse.doc, things[0], verb.i)
    if ruled:
        negated = is_negated(verb) or is_no_longer(verb)
        return Cue(verb, "undecided" if negated else "rejects", (), about, speaker=True)
    if not (is_negated(verb) and helpers & GOVERNED) or verb.lemma_ not in load_stance_words().lists["disposing"]:
        return None
    actor = scene.actors[speaker]
    if not (actor.kind in ("state", "organization") or actor.offices):
        return None
    return Cue(verb, "rejects", (), about, speaker=True, label=f"{verb.lemma_} {label_of(scene, about)}")


def find_deontic_cue(scene: Scene, verb: Token, thing: Token) -> Cue | None:
    """ "said that the dam must be built", "that it should not be closed": what is to be done or left."""
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    about = noun_extent(scene.parse.doc, thing, verb.i)
    if (
        speaker is None
        or thing.pos_ != "NOUN"
        or under_irrealis(verb)
        or "have" in {one.lower_ for one in auxiliaries(verb)}
    ):
        return None
    if verb.lemma_ not in load_stance_words().lists["disposing"] or not weighs_proposal(scene, about, wide=True):
        return None
    label = f"{verb.lemma_} {label_of(scene, about)}"
    return Cue(verb, "opposes" if is_negated(verb) else "proposes", (), about, speaker=True, label=label)


def find_lack_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "said there was no need for a dam", "no alternative to the cuts"."""
    lists, doc = load_stance_words().lists, scene.parse.doc
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    things = [child for child in verb.rights if child.dep_ == "attr" and has_no(child)]
    there = any(child.dep_ == "expl" for child in verb.children)
    if not things or not there or carrier is None or under_irrealis(verb) or things[0].i + 2 >= len(doc):
        return None
    thing, link = things[0].lemma_.lower(), doc[things[0].i + 1].lower_
    stance: Stance | None = None
    if thing == "alternative" and link == "to":
        stance = "supports"
    elif thing in lists["lacking"] and link in ("for", "to"):
        stance = "opposes"
    about = read_extent(scene, things[0].i + 2) if stance is not None else None
    if about is None or stance is None or not weighs_proposal(scene, about, wide=True):
        return None
    return Cue(verb, stance, (), about, speaker=True, last=things[0].i)


def find_none_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "There will be no new taxes," says a party that can see to it."""
    things = [child for child in verb.rights if child.dep_ in ("attr", "nsubj") and has_no(child)]
    there = any(child.dep_ == "expl" for child in verb.children)
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    if not things or not there or speaker is None or under_irrealis(verb):
        return None
    about = read_extent(scene, things[0].left_edge.i + 1)
    if about is None or not weighs_proposal(scene, Extent(things[0].i, things[0].i), wide=True):
        return None
    return Cue(verb, "rejects", (), about, speaker=True)


def find_not_one_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "Not one crane will move until jobs are guaranteed," says a leader: what his side will not let happen."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    subjects = own_subjects(verb)
    if not helpers & GOVERNED or not subjects or is_passive(verb) or verb.lemma_ == "be" or under_irrealis(verb):
        return None
    first = subjects[0].left_edge
    none = has_no(subjects[0]) or (first.lower_ == "not" and first.i < subjects[0].i)
    carrier = scene.statement_at(verb.idx, verb.idx + 1)
    speaker = scene.statements[carrier].source.actor if carrier is not None else None
    bound = find_condition(scene, verb, verb.i + 1)
    if not none or speaker is None or bound is None or subjects[0].pos_ != "NOUN":
        return None
    actor = scene.actors[speaker]
    if not (actor.kind in ("state", "organization") or actor.offices):
        return None
    return Cue(verb, "conditional", (), Extent(first.i, verb.i), speaker=True, last=bound - 1)


def find_tied_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "made its signature conditional on the withdrawal", "made an amnesty a condition for talks"."""
    doc = scene.parse.doc
    if verb.lemma_ != "make" or is_negated(verb) or is_passive(verb) or under_irrealis(verb):
        return None
    for token in doc[verb.i + 2 : min(verb.i + 12, verb.sent.end - 1)]:
        if token.is_punct:
            return None
        after = doc[token.i + 1].lower_
        if token.lower_ in ("conditional", "contingent", "dependent") and after in ("on", "upon"):
            first = skip_opening(scene, verb.i + 1, token.i)
            about = Extent(first, token.i - 1) if first < token.i else None
        elif token.lower_ in ("condition", "prerequisite", "precondition") and after in ("for", "of", "to"):
            about = read_extent(scene, token.i + 2)
        else:
            continue
        return None if about is None else Cue(verb, "conditional", tuple(agents(verb)), about, last=token.i)
    return None
