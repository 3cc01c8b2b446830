"""Where a clause takes a stance: the cue, what a negation or a condition makes of it, whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    is_infinitive,
    is_negated,
    is_passive,
    is_verb,
    logical_subjects,
)
from onrecord.annotate.stance_extent import Extent, noun_extent, read_extent
from onrecord.annotate.stance_weight import is_idle, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stance_words import CuePattern
    from onrecord.vocab.lists import Stance

GAP = 4
PARTY_GAP = 14
WILLING = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall", "can", "could", "wo", "ca"})
UNSURE = frozenset({"may", "might", "should", "must"})
HEDGED = frozenset({"accept", "live", "agree", "support", "back", "endorse"})
""" "could live with X" is a yes with a reserve."""
HARDLY = frozenset({"no", "any", "little", "few", "neither", "less"})
IF = frozenset({"if", "unless", "provided", "providing"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A stance as a clause has it: the cue word, whose, and the words that name the proposal.

    `settled`: the label says what it is on; `returned`: it replies to the proposal before it.
    """

    at: Token
    stance: Stance
    holders: tuple[Token, ...]
    about: Extent
    demand: bool = False
    speaker: bool = False
    label: str = ""
    last: int = -1
    settled: bool = False
    returned: bool = False


def find_verb_cue(scene: Scene, verb: Token) -> Cue | None:
    """The stance a verb expresses, if it is one of the lexicon's and says what is so."""
    for pattern in load_stance_words().verbs.get(verb.lemma_.lower(), ()):
        start = match(scene, verb, pattern)
        if start is None:
            continue
        stance = judge(scene, verb, pattern.stance)
        if stance is None:
            return None
        return place_cue(scene, verb, pattern, stance, start)
    return None


def place_cue(scene: Scene, verb: Token, pattern: CuePattern, stance: Stance, start: int) -> Cue | None:
    """Find the proposal of a verb cue: after it, or before it in the passive and in relative clauses."""
    doc = scene.parse.doc
    if not pattern.rest and is_passive(verb):
        heads, holders = logical_subjects(verb), agents(verb)
        about = noun_extent(doc, climb(heads[0]), verb.i) if heads and holders else None
        weak = verb.lemma_ in load_stance_words().lists["weighing"] and not weighs_proposal(scene, about)
        return None if about is None or weak else Cue(verb, stance, tuple(holders), about)
    clause = "that" in pattern.rest or (start < len(doc) and doc[start].lower_ == "that")
    if not pattern.rest and not may_start(scene, start):
        return None
    about = read_extent(scene, start, clause=clause)
    bare = not pattern.rest or verb.lemma_ == "look"
    weighed = not bare or verb.lemma_ not in load_stance_words().lists["weighing"] or weighs_proposal(scene, about)
    remark = not weighed or (clause and (verb.lemma_ in load_stance_words().lists["remarks"] or not is_wish(verb)))
    if about is None or remark or is_idle(scene, verb, pattern, about):
        return None
    demand = pattern.party or clause or verb.lemma_ in ("demand", "urge", "insist", "call", "press")
    opposed = verb.lemma_ == "oppose" and is_passive(verb)  # "is opposed to"
    return Cue(verb, stance, tuple(logical_subjects(verb) if opposed else agents(verb)), about, demand=demand)


def climb(noun: Token) -> Token:
    """ "the pause in patrols sought by X": X seeks the pause, whatever the parser says."""
    measures = load_stance_words().lists["measures"]
    if noun.lemma_.lower() not in measures and noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in measures:
        return noun.head.head
    return noun


def is_wish(verb: Token) -> bool:
    """Is the clause after "insisted that" a wish ("the sailors come home") rather than an account ("she agreed")?"""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            helpers = {one.lower_ for one in auxiliaries(child)}
            unmarked = child.tag_ in ("VB", "VBP", "NN")  # the tagger takes "resign" for a noun
            return bool(helpers & {"must", "should", "shall", "be"}) or (unmarked and not helpers)
    return True


def may_start(scene: Scene, start: int) -> bool:
    """Can a direct object start here, adverbs and times aside?"""
    doc = scene.parse.doc
    for token in doc[start : start + 5]:
        if token.pos_ in ("ADV", "SPACE") or token.is_quote or token.i in scene.in_time:
            continue
        if token.text in "$€£":
            return True
        return (
            token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON")
            or token.tag_ in ("VBG", "VBN", "PRP$")
            or token.lower_ == "that"
        )
    return False


def match(scene: Scene, verb: Token, pattern: CuePattern) -> int | None:
    """Index of the token after a cue, if the words of the pattern follow the verb."""
    doc, at = scene.parse.doc, verb.i + 1
    for number, word in enumerate(pattern.rest):
        wide = pattern.party and number == len(pattern.rest) - 1 and word == "to"
        if wide and at < len(doc) and doc[at].lower_ == "to":
            return None  # "wanted to stop her getting the chance to speak": his own act
        stop = min(at + (PARTY_GAP if wide else GAP + 1), verb.sent.end)
        found = None
        for step in range(at, stop):
            token = doc[step]
            opens = (
                step + 1 < len(doc)
                and step > at
                and doc[step + 1].tag_ in ("VB", "RB")
                and doc[step - 1].lower_ != "not"
            )
            if word in (token.lower_, token.lemma_.lower()) and (not wide or opens):
                found = step
                break
            dated = token.pos_ == "ADP" and step + 1 in scene.in_time  # "offered on Monday to"
            skipped = (
                token.pos_ == "ADV"
                or token.dep_ == "neg"
                or dated
                or (verb.lemma_ == "vote" and token.ent_type_ in ("PERCENT", "CARDINAL"))
                or token.is_quote
                or step in scene.in_time
                or wide
                or (len(pattern.rest) > 1 and is_modifier(token))
            )
            acts = wide and token.tag_ in ("VBD", "VBZ", "VBP")  # "pushed her down and tried to"
            if not skipped or acts or token.text in ".;:":
                break
        if found is None:
            return None
        at = found + 1
    return at


def is_modifier(token: Token) -> bool:
    """ "gave its full backing to": a word before the noun of a phrase that leaves it what it is."""
    return (token.pos_ in ("DET", "ADJ") or token.tag_ == "PRP$") and token.lower_ not in HARDLY


def judge(scene: Scene, verb: Token, stance: Stance) -> Stance | None:
    """What is left of a stance under negation, modality and conditions; None where the clause does not assert it."""
    words = load_stance_words()
    helpers = {one.lower_ for one in auxiliaries(verb)}
    negated = is_negated(verb)
    if is_infinitive(verb) or (verb.tag_ == "VB" and not helpers):
        above = verb.head
        if verb.dep_ == "acl" or not is_verb(above) or above == verb:
            if not (above.pos_ == "ADJ" and is_verb(above.head)):
                return None
            above = above.head
        if verb.lemma_ == "look" and above.lemma_ in words.lists["promising"] and not is_negated(above):
            return "undecided"
        if above.lemma_ in ("refuse", "decline") and stance in ("agrees", "supports"):
            return "rejects"
        if above.lemma_ not in words.lists["implicative"] or under_irrealis(above):
            return None
        negated = negated or is_negated(above)
        helpers |= {one.lower_ for one in auxiliaries(above)}
    if under_irrealis(verb) or is_accusation(verb):
        return None
    if negated:
        table = words.refused if helpers & WILLING and stance in words.refused else words.negated
        return cast("Stance", table.get(stance)) if table.get(stance) else None
    if helpers & UNSURE:
        return None
    if stance in ("agrees", "supports", "conditional"):
        if has_reservation(verb):
            return "conditional"
        if verb.lemma_ == "look" and helpers & {"will", "would", "'ll", "’ll"}:
            return "undecided"
        if helpers & {"could", "can", "ca"} or stance == "conditional":
            return "conditional" if helpers & {"could"} and verb.lemma_ in HEDGED else None
    return stance


def is_accusation(verb: Token) -> bool:
    """ "charged her with accepting a gift": what somebody is accused of is not what he stands for."""
    charging = load_stance_words().lists["charging"]
    above = list(verb.ancestors)[:3] if verb.tag_ == "VBG" else []
    return any(one.lemma_.lower() in charging and is_verb(one) for one in above)


def under_irrealis(verb: Token) -> bool:
    """Is the clause, or one it hangs on, introduced by "if", "whether", "before" and the like, or by "rather than"?"""
    words = load_stance_words().lists["irrealis"]
    token = verb
    for _ in range(3):
        if any(
            child.dep_ in ("mark", "advmod") and child.lower_ in words and child.i < token.i for child in token.children
        ):
            return True
        if token.i > 1 and token.nbor(-1).lower_ == "than":
            return True
        if token.head == token or token.dep_ not in ("xcomp", "conj", "ccomp"):
            return False
        token = token.head
    return False


def has_reservation(verb: Token) -> bool:
    """Does the sentence put a condition or a reservation to what is agreed?"""
    words = load_stance_words().lists
    later = [one.lower_ for one in verb.sent if one.i > verb.i]
    for at, word in enumerate(later):
        if word in IF and (at + 1 >= len(later) or later[at + 1] not in ("needed", "necessary", "any", "possible")):
            return True
    if "condition" in later and "on condition that" in " ".join(later):
        return True
    if "long" in later and " ".join(later).count("as long as"):
        return True
    concessive = any(
        child.dep_ == "mark" and child.lower_ in ("although", "though", "while") for child in verb.children
    )
    turns = concessive or "but" in later or "although" in later or "though" in later
    return turns and any(one.lemma_.lower() in words["reservations"] for one in verb.sent if one.i > verb.i)
