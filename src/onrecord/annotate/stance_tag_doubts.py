"""What the trained tagger takes for a stance and is none: feelings, accusations, courtesies, what a thing needs.

A stance needs a proposal, something that can be done or refused. The tagger knows the words of praise and blame but
not what they are about, so its stances for or against a thing count only where the thing is one to decide on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.event_words import load_event_words
from onrecord.annotate.grammar import auxiliaries, is_infinitive, is_verb, own_subjects
from onrecord.annotate.stance_weight import is_decidable, is_family_matter, is_mere_talk, is_public
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_extent import Extent
    from onrecord.vocab.lists import Stance

JUDGING = frozenset({"supports", "opposes", "agrees", "rejects", "undecided", "conditional"})
AGAINST = frozenset({"opposes", "rejects"})
DUTY = frozenset({"must", "should", "need", "have", "ought", "require"})
DECLINING = frozenset({"decline", "refuse"})
NOT = frozenset({"not", "n't", "n’t", "never"})
OPPOSED = frozenset({"opposed", "oppose", "against", "averse"})
EVADING = 4
"""Tokens from "declined" to the verb of what is not told."""


def is_doubtful(scene: Scene, token: Token, stance: Stance, about: Extent, heads: Sequence[Token] = ()) -> bool:
    """Is there no proposal in what the tagger takes for a stance that those at some heads hold?"""
    if is_in_name(token) or is_charge(token) or is_evasion(token) or is_hedged(scene, stance, about):
        return True
    if is_told_to(token) or is_turned(token):
        return True
    if stance in JUDGING:
        words = scene.parse.doc[about.first : about.last + 1]
        conduct = stance in AGAINST and any(one.tag_ == "VBG" for one in words) and is_of_public(scene, heads)
        judged = is_family_matter(words) or is_mere_talk(words[0]) or is_insight(words.root)
        return not (conduct or is_decidable(scene, about)) or judged
    if stance != "proposes":
        return False
    if is_of_crowd(token, heads):
        return True
    empty = is_none(scene, about) or is_cut(scene, about) or is_convened(scene, token, about)
    empty = empty or is_forecast(scene, token) or is_asked_in_private(scene, token)
    return empty or is_needed_by_thing(scene, token) or is_own_plan(scene, token, about)


def is_of_crowd(token: Token, heads: Sequence[Token]) -> bool:
    """ "The army ousted him after protests demanding his resignation": the crowd's demand, and not the army's."""
    noun = token.head
    crowd = (
        token.dep_ == "acl" and token.tag_ == "VBG" and noun.lemma_.lower() in load_event_words().lists["protest.nouns"]
    )
    return crowd and not any(one in noun.subtree for one in heads)


def is_of_public(scene: Scene, heads: Sequence[Token]) -> bool:
    """Is a state, a body or somebody in office among them, whose word on a deed counts ("Osk laments hosting")?"""
    found = [scene.actors[one] for one in scene.parties(list(heads)).actors]
    return any(one.kind in ("state", "organization") or one.offices or one.side for one in found)


def is_own_plan(scene: Scene, token: Token, about: Extent) -> bool:
    """ "aims to pick up a signal", "wants to win", "Want to come over?": what one means to do, or asks of a guest."""
    asked = any(one.text == "?" for one in token.sent[-3:])
    planned = token.lemma_.lower() in load_stance_words().lists["intending"] - {"propose"}
    planned = planned or (token.lemma_ in ("want", "wish") and token.doc[token.i + 1].lower_ == "to")
    lists = load_stance_words().lists
    return (planned or asked) and scene.parse.doc[about.first].lemma_ not in lists["ruling"] | lists["owed"]


def is_in_name(token: Token) -> bool:
    """ "Parents Demand Action for Osk": a word within a name."""
    return token.pos_ == "PROPN"


def is_charge(token: Token) -> bool:
    """ "accused the banks of hiding losses": what somebody is said to have done is no proposal."""
    return token.lemma_.lower() in load_stance_words().lists["charging"]


def is_told_to(token: Token) -> bool:
    """ "urged colleagues to reject the bill": what others are asked to do is not yet their stance."""
    above, asking = token.head, load_stance_words().lists["asking"] | {"call", "press", "tell", "order", "beg", "push"}
    asked = any(
        one.dep_ in ("dobj", "dative") or (one.dep_ == "prep" and one.lower_ in ("on", "upon")) for one in above.rights
    )
    return is_infinitive(token) and token.dep_ in ("xcomp", "ccomp") and above.lemma_ in asking and asked


def is_turned(token: Token) -> bool:
    """ "backed away from the plan", "was not opposed to it": a word of favour or refusal that is turned round."""
    doc = token.doc
    after = {one.lower_ for one in doc[token.i + 1 : min(token.i + 3, token.sent.end)]}
    before = {one.lower_ for one in doc[max(token.i - 2, token.sent.start) : token.i]}
    back = token.lemma_ == "back" and bool(after & {"away", "out", "off", "down"})
    return back or bool((token.lower_ in NOT and after & OPPOSED) or (token.lower_ in OPPOSED and before & NOT))


def is_hedged(scene: Scene, stance: Stance, about: Extent) -> bool:
    """ "could enter the race if she does not run": what may come, as others see it."""
    verb = next((one for one in scene.parse.doc[about.first : about.last + 1] if is_verb(one)), None)
    helpers = {one.lower_ for one in auxiliaries(verb)} if verb is not None and verb.i == about.first else set()
    return stance == "conditional" and bool(helpers & {"could", "may", "might"})


def is_insight(noun: Token) -> bool:
    """ "questioned the judgment of drivers", "his judgment": how wise people are, and no verdict of a court."""
    owners = [one for link in noun.rights if link.lower_ == "of" for one in link.children if one.dep_ == "pobj"]
    owners += [one for one in noun.lefts if one.dep_ == "poss"]
    people = any(one.tag_ == "NNS" or one.tag_ == "PRP$" or one.ent_type_ == "PERSON" for one in owners)
    return noun.lemma_ in ("judgment", "judgement") and people


def is_forecast(scene: Scene, verb: Token) -> bool:
    """ "We expect the ferries to be back soon": what will come of things, and nothing asked of anybody."""
    if verb.lemma_ != "expect":
        return False
    clauses = [one for one in verb.rights if one.dep_ in ("ccomp", "xcomp")]
    subjects = [one for clause in clauses for one in clause.lefts if one.dep_ in ("nsubj", "nsubjpass")]
    return not any(scene.party(one).actors for one in subjects)


def is_asked_in_private(scene: Scene, token: Token) -> bool:
    """ "asked reporters to leave the room": of people who decide on nothing."""
    asked = [one for one in token.rights if one.dep_ in ("dobj", "dative")]
    return token.lemma_ == "ask" and bool(asked) and not any(is_public(scene, one) for one in asked)


def is_convened(scene: Scene, token: Token, about: Extent) -> bool:
    """ "called an emergency meeting": it is convened, not asked for."""
    words = scene.parse.doc[about.first : about.last + 1]
    bare = token.i < about.first and not any(one.pos_ == "ADP" for one in token.doc[token.i + 1 : about.first])
    return token.lemma_ == "call" and bare and words.root.lemma_.lower() in load_stance_words().lists["gatherings"]


def is_evasion(token: Token) -> bool:
    """ "declined to say whether the crew was armed", "refused to comment on the ban": who tells nothing."""
    after = token.doc[token.i + 1 : min(token.i + EVADING, token.sent.end)]
    verb = next((one for one in after if one.tag_ in ("VB", "VBG")), None)
    return token.lemma_ in DECLINING and verb is not None and verb.lemma_ in load_stance_words().lists["evading"]


def is_none(scene: Scene, about: Extent) -> bool:
    """ "there should be no rush to judgment": the reverse of what the words name."""
    return any(one.lower_ == "no" for one in scene.parse.doc[max(about.first - 1, 0) : about.first + 1])


def is_cut(scene: Scene, about: Extent) -> bool:
    """ "must recognize", "need to step": a verb alone that does not say what is proposed."""
    doc, lists = scene.parse.doc, load_stance_words().lists
    words = [one for one in doc[about.first : about.last + 1] if not one.is_quote and not one.is_space]
    verb = words[0] if words else doc[about.first]
    if not is_verb(verb):
        return False
    if len(words) == 1:
        return verb.lemma_ not in lists["owed"]
    return verb.lemma_ in ("say", "tell", "thank", "admit", "mention")


def is_needed_by_thing(scene: Scene, token: Token) -> bool:
    """ "the rings need calm water", "this should let them see it", "we needed a plan": how things are or were."""
    duty = token if token.lemma_ in DUTY else None
    if duty is None:
        return False
    verb = token.head if token.dep_ == "aux" else token
    past = verb.tag_ in ("VBD", "VBN") and token.tag_ != "MD"
    if past or {one.lower_ for one in auxiliaries(verb)} & {"will", "would"}:
        return True
    subjects = own_subjects(verb)
    if not subjects:
        return False
    subject = subjects[0]
    if subject.lower_ in ("this", "that", "it", "they"):
        return not scene.party(subject).actors
    known = load_stance_words().lists["bodies"] | load_stance_words().lists["groups"]
    return subject.pos_ == "NOUN" and not scene.party(subject).actors and subject.lemma_.lower() not in known
