"""Denials by what is said of a report: "the story is untrue", "called it a lie", "no such deal exists".

What is denied is what the report is said to be of ("reports of oil sales"), else what another source was quoted as
saying just before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, has_no, is_negated, is_passive, own_subjects
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_denials import NEAR, has_modal, name_charge, name_told, others_before
from onrecord.annotate.stance_extent import Extent, label_of
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

CALLING = frozenset({"call", "describe", "label", "brand", "denounce", "condemn"})
NOUN = 4
"""Tokens from "called" to the report, and about as many on to what it is called."""
IT = frozenset({"it", "this", "that", "these", "they", "which"})
TRUE = frozenset({"true", "correct", "accurate", "right"})
BEING = frozenset({"exist", "happen", "occur"})
AGREEING = frozenset({"accord", "correspond", "square", "tally", "agree", "conform", "match", "fit", "reflect"})


def find_untrue_cue(scene: Scene, verb: Token) -> Cue | None:
    """A speaker's word that a report or claim is not so."""
    index = scene.statement_at(verb.idx, verb.idx + len(verb))
    if index is None or scene.statements[index].act == "ask" or scene.statements[index].negated:
        return None
    if has_modal(verb) or under_irrealis(verb) or verb.head.lemma_ in ("sure", "certain", "ensure"):
        return None  # "to make sure it does not happen again"
    last = find_untruth(verb)
    if last is None:
        return None
    subjects = own_subjects(verb)
    there = any(child.dep_ == "expl" for child in verb.children)
    matter = subjects[0] if subjects and not there else None
    if matter is not None and not may_be_told(matter):
        return None
    label = name_matter(scene, matter) if matter is not None else ""
    before = next(others_before(scene, index, verb.idx, NEAR), None)
    if not label and before is not None:
        label = name_told(scene, before)
    first = min(verb.i, matter.left_edge.i) if matter is not None else verb.i
    return Cue(verb, "denies", (), Extent(first, last.i), speaker=True, label=label, settled=True) if label else None


def find_called_untrue(scene: Scene, verb: Token) -> Cue | None:
    """ "called the article a lie", "described the report as baseless"."""
    lists, doc = load_stance_words().lists, verb.doc
    if verb.lemma_ not in CALLING or is_negated(verb) or has_modal(verb) or under_irrealis(verb) or is_passive(verb):
        return None
    known = lists["charges"] | lists["printed"] | {"account"}
    near = doc[verb.i + 1 : min(verb.i + NOUN + 1, verb.sent.end)]
    noun = next((one for one in near if one.pos_ == "NOUN" and one.lemma_.lower() in known), None)
    if noun is None or any(one.text in ",;" or one.pos_ == "VERB" for one in doc[verb.i + 1 : noun.i]):
        return None
    for token in doc[noun.i + 1 : min(noun.i + NOUN + 3, verb.sent.end)]:
        if token.lemma_.lower() in lists["untrue"] and token.nbor(-1).lower_ not in ("not", "anything"):
            about, holders = Extent(verb.i + 1, noun.i), tuple(agents(verb))
            label = name_charge(scene, about, holders)
            return Cue(verb, "denies", holders, about, label=label, settled=True, last=token.i) if holders else None
        if token.text in ",;.":
            return None
    return None


def may_be_told(noun: Token) -> bool:
    """Can it be what somebody has told: a report, a claim, "the situation", "it"?"""
    lists = load_stance_words().lists
    told = noun.lemma_.lower() in lists["charges"] | lists["told"]
    such = any(child.lower_ in ("such", "no") for child in noun.lefts)
    return told or such or noun.lower_ in IT


def find_untruth(verb: Token) -> Token | None:
    """The last word of a predicate that says that something is not so."""
    lists, negated = load_stance_words().lists, is_negated(verb)
    below = [child for child in verb.rights if child.dep_ in ("acomp", "attr", "dobj", "oprd")]
    if verb.lemma_ == "be":
        there = any(child.dep_ == "expl" for child in verb.children)
        for one in below:
            word = one.lemma_.lower()
            if there:
                found = word in lists["truths"] and (has_no(one) or negated)
            else:
                found = word in TRUE or is_the_case(one) if negated else word in lists["untrue"]
            if found:
                return one
        return None
    if verb.lemma_ in BEING and negated:
        return verb
    if verb.lemma_ in AGREEING and negated:
        links = [child for child in verb.rights if child.lower_ in ("with", "to")]
        facts = [one for link in links for one in link.children if one.lemma_.lower() in lists["truths"]]
        facts += [one for one in below if one.lemma_.lower() in lists["truths"]]
        return facts[0] if facts else None
    if verb.lemma_ == "have":
        return next((one for one in below if one.lemma_.lower() in lists["truths"] and (has_no(one) or negated)), None)
    return None


def is_the_case(noun: Token) -> bool:
    """ "that was never the case", where no clause follows."""
    return noun.lower_ == "case" and [one.lower_ for one in noun.children] == ["the"]


def name_matter(scene: Scene, noun: Token) -> str:
    """What a report is of ("reports of oil sales" -> "oil sales"); nothing where it does not say."""
    for child in noun.rights:
        if child.lower_ in ("of", "about", "on") and list(child.children):
            return label_of(scene, Extent(child.i + 1, child.right_edge.i))
        if child.dep_ in ("acl", "ccomp") and child.left_edge.lower_ == "that":
            return label_of(scene, Extent(child.left_edge.i + 1, child.right_edge.i))
    return ""
