"""Clauses with the words of a stance that say of nobody that he takes it.

"Regulators are unlikely to approve it", "demanded that the council agree", "neglecting to push for talks": what is
foretold, asked of another or left undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, has_no, is_infinitive, is_negated, is_passive, is_verb, own_subjects
from onrecord.annotate.stance_judging import is_bound
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_cues import Cue

BACK = 9
"""Tokens from "unlikely to" to the verb that it foretells."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SINGULAR = frozenset({"NN", "NNP"})
RARELY = frozenset({"rarely", "seldom", "scarcely"})
WEIGHING = frozenset({"especially", "particularly", "even", "notably"})
"""Before "considering" these make it a preposition."""


def is_unsaid(scene: Scene, cue: Cue) -> bool:
    """Is the stance of a cue only foretold, asked of its party, or a judgement of what is past or of a sum?"""
    verb = cue.at
    if not is_verb(verb):
        return False
    if is_aside(verb) or is_mutual(scene, cue) or is_gapped(scene, cue) or is_of_nobody(verb) or is_of_few(cue):
        return True
    if cue.speaker and not cue.holders:
        return is_supposed(scene, cue)
    return is_foretold(verb) or is_asked_of(verb) or is_astray(verb)


def is_tipped(verb: Token) -> bool:
    """ "Is favored to keep the House": a forecast, and nobody's support."""
    return (
        verb.lemma_ in ("favor", "favour", "back")
        and is_passive(verb)
        and any(one.dep_ == "xcomp" and is_infinitive(one) for one in verb.rights)
    )


def is_wished(verb: Token) -> bool:
    """ "Wants parliament to vote to leave": what one wishes of another is not yet the other's stance."""
    above = verb.head
    wished = (
        verb.dep_ in ("ccomp", "xcomp") and is_infinitive(verb) and above.lemma_ in ("want", "wish", "like", "need")
    )
    return wished and bool(own_subjects(verb)) and own_subjects(verb) != own_subjects(above)


def is_aside(verb: Token) -> bool:
    """ "especially considering the floods", "rarely spoke against it": a preposition, what is hardly done."""
    before = verb.nbor(-1).lower_ if verb.i else ""
    linked = verb.lower_ == "considering" and not auxiliaries(verb) and before in WEIGHING
    return linked or any(one.lower_ in RARELY for one in verb.lefts)


def is_of_nobody(verb: Token) -> bool:
    """ "There does not seem to be a majority of the party who support it": those who would are not there."""
    if verb.dep_ != "relcl":
        return False
    for noun in list(verb.ancestors)[:4]:
        clauses = (noun.head, noun.head.head)
        if noun.dep_ in ("attr", "nsubj") and any(one.dep_ == "expl" for clause in clauses for one in clause.lefts):
            return has_no(noun) or any(is_negated(one) for one in clauses)
    return False


def is_of_few(cue: Cue) -> bool:
    """ "Few deputies support it": no party does; "a few deputies" do."""
    few = [one for head in cue.holders for one in head.lefts if one.lower_ == "few"]
    return any(one.i == 0 or one.nbor(-1).lower_ not in ("a", "the", "these", "those") for one in few)


def is_mutual(scene: Scene, cue: Cue) -> bool:
    """ "spoke against one another": people, and no proposal."""
    words = [one.lower_ for one in scene.parse.doc[cue.about.first : cue.about.last + 2]]
    return words[:2] in (["one", "another"], ["each", "other"])


def is_gapped(scene: Scene, cue: Cue) -> bool:
    """ "how much it is prepared to spend", "the ship that it considered building": a verb without its object."""
    deed = scene.parse.doc[cue.about.first]
    if cue.about.first != cue.about.last or not is_verb(deed) or deed == cue.at or cue.bare:
        return False
    clause = {one.i: one for one in (cue.at, cue.at.head)}.values()
    links = [one for verb in clause for one in verb.lefts if one.tag_ in ("WDT", "WP", "WRB") and one.i < cue.at.i]
    if any(one.dep_ in ("nsubj", "nsubjpass") for one in links):
        return False  # "the board, which refused to negotiate"
    return cue.at.dep_ == "relcl" or any(one.dep_ in ("dobj", "advmod", "attr", "det") for one in links)


def is_foretold(verb: Token) -> bool:
    """ "would be unlikely to quickly, if ever, approve it"."""
    odds = load_stance_words().lists["odds"]
    if verb.tag_ != "VB":
        return False
    for at in range(verb.i - 1, max(verb.i - BACK, verb.sent.start), -1):
        token = verb.doc[at]
        if token.lower_ == "to" and verb.doc[at - 1].lower_ in odds:
            return True
        if token.tag_ in FINITE or (
            token.lower_ == "to" and token.tag_ == "TO" and at < verb.i - 1 and token.head != verb
        ):
            return False
    return False


def is_asked_of(verb: Token) -> bool:
    """ "insisted that the council agree": a bare verb under a demand is what is asked of its subject."""
    above = verb.head
    if verb.dep_ != "ccomp" or above.lemma_ not in load_stance_words().lists["asking"] or auxiliaries(verb):
        return False
    subjects = own_subjects(verb)
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and bool(subjects) and subjects[0].tag_ in SINGULAR)
    return bare and bool(subjects)


def is_astray(verb: Token) -> bool:
    """ "a report claiming the shift would not harm them": a finite clause whose subject the parser lost is nobody's."""
    finite = any(one.tag_ == "MD" for one in auxiliaries(verb))
    if finite and verb.dep_ == "advcl" and not own_subjects(verb):
        return True
    above = verb.head  # "it was judged that they would not land"
    judged = verb.dep_ == "ccomp" and is_passive(above) and any(one.lower_ == "it" for one in own_subjects(above))
    return finite and judged


def is_supposed(scene: Scene, cue: Cue) -> bool:
    """ "would be off the table if …", "$6 billion will be needed", "argue that the cable was high priority"."""
    verb = cue.at
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if cue.stance == "opposes":
        return "would" in helpers and is_bound(verb)
    if cue.stance != "supports":
        return False
    subjects = own_subjects(verb)
    if "will" in helpers and subjects and (subjects[0].like_num or subjects[0].pos_ == "NUM"):
        return True
    return verb.tag_ == "VBD" and verb.lemma_ == "be" and verb.dep_ == "ccomp" and verb.head.tag_ in ("VBP", "VBZ")
