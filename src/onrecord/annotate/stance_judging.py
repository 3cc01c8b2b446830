"""What is left of a stance under negation, modality, conditions and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from onrecord.annotate.grammar import auxiliaries, has_no, is_infinitive, is_negated, is_passive, is_verb
from onrecord.annotate.relatives import goes_on_with_if
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

WILLING = frozenset({"will", "would", "'ll", "’ll", "'d", "’d", "shall", "can", "could", "wo", "ca"})
UNSURE = frozenset({"may", "might", "should", "must"})
HEDGED = frozenset({"accept", "live", "agree", "support", "back", "endorse"})
""" "could live with X" is a yes."""
BINDING = frozenset({"if", "unless", "until", "till", "provided", "providing"})
TELLING = frozenset({"say", "report", "believe", "understand", "know", "think", "rumour", "rumor"})
EASE = frozenset({"easy", "hard", "difficult", "possible", "impossible", "tough", "free"})
IF = frozenset({"if", "unless", "provided", "providing"})
INVERTING = frozenset({"should", "had", "were"})
FRONTED = frozenset({"nor", "neither", "never", "only", "so", "then", "not"})


def asks_if(token: Token) -> bool:
    """ "to check if they are affected": "if" that opens a question, not a condition."""
    before = token.nbor(-1).lemma_.lower() if token.i else ""
    return token.lower_ == "if" and before in load_stance_words().lists["questioning"]


def is_declined(verb: Token, *, past: bool = False) -> bool:
    """ "would not hear of", "does not exclude": negated, and not as a deed that is over ("did not block")."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if under_irrealis(verb) or is_infinitive(verb) or helpers & (UNSURE | (set() if past else {"did"})):
        return False
    return is_negated(verb) or is_no_longer(verb)


def is_no_longer(verb: Token) -> bool:
    """ "no longer insists on": it did before."""
    later = [child for child in verb.children if child.lower_ in ("longer", "anymore")]
    return any(child.lower_ == "anymore" or has_no(child) for child in later)


def judge(scene: Scene, verb: Token, stance: Stance) -> Stance | None:
    """What is left of a stance under negation, modality and conditions; None where the clause does not assert it."""
    words = load_stance_words()
    helpers = {one.lower_ for one in auxiliaries(verb)}
    negated, ended = is_negated(verb), is_no_longer(verb)
    told = is_told_of(verb)
    if not told and (is_infinitive(verb) or (verb.tag_ == "VB" and not helpers)):
        above = verb.head
        if verb.dep_ == "acl" or not is_verb(above) or above == verb:
            if not (above.pos_ == "ADJ" and is_verb(above.head)) or above.lemma_.lower() in EASE or above.tag_ == "JJR":
                return None  # "easier for courts to dismiss it"
            above = above.head
        if verb.lemma_ == "look" and above.lemma_ in words.lists["promising"] and not is_negated(above):
            return "undecided"
        if above.lemma_ in ("refuse", "decline") and stance in ("agrees", "supports"):
            return "rejects"
        own = verb.lemma_ in words.lists["contending"] and above.lemma_ in words.lists["resolving"]
        if own and is_negated(above):
            return None
        if above.lemma_ == "have" and above.tag_ == "VBZ" and stance == "agrees":
            return None  # "parliament has to approve it" has not done so; "had to accept it" has
        if (not own and above.lemma_ not in words.lists["implicative"]) or under_irrealis(above):
            return None
        negated = negated or is_negated(above)
        helpers |= {one.lower_ for one in auxiliaries(above)}
    if under_irrealis(verb) or is_accusation(verb) or is_shunned(verb):
        return None
    if ended:
        return "opposes" if stance in ("agrees", "supports") else "undecided"
    if negated:
        return judge_negated(verb, stance, helpers)
    if helpers & UNSURE or ("would" in helpers and is_unreal(verb)):
        return None
    if stance in ("opposes", "rejects"):
        return "conditional" if is_bound(verb) else stance
    return judge_yes(verb, stance, helpers) if stance in ("agrees", "supports", "conditional") else stance


def judge_negated(verb: Token, stance: Stance, helpers: set[str]) -> Stance | None:
    """ "does not oppose", "would not accept", "will not sign unless …"."""
    words = load_stance_words()
    if verb.lemma_ in words.unsaid:
        return cast("Stance", words.unsaid[verb.lemma_]) or None
    willing = bool(helpers & WILLING) and stance in words.refused
    if willing and is_bound(verb):
        return "conditional"
    found = (words.refused if willing else words.negated).get(stance)
    return cast("Stance", found) if found else None


def judge_yes(verb: Token, stance: Stance, helpers: set[str]) -> Stance | None:
    """A yes with its conditions: "would agree if …", "could live with", "will look at"."""
    tied = bool(helpers & WILLING) and (is_bound(verb) or find_only(verb) is not None)
    if tied or has_reservation(verb):
        return "conditional"
    if verb.lemma_ == "look" and helpers & {"will", "would", "'ll", "’ll"}:
        return "undecided"
    if helpers & {"could", "can", "ca"}:
        return "agrees" if verb.lemma_ == "live" or ("could" in helpers and verb.lemma_ in HEDGED) else None
    return None if stance == "conditional" else stance


def is_shunned(verb: Token) -> bool:
    """ "stopped short of calling for a strike": what is not done."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "xcomp", "advcl"):
        return False
    above = [one for one in list(verb.ancestors)[:4] if is_verb(one)]
    near = bool(above) and 0 < verb.i - above[0].i <= 5
    held = near and above[0].lemma_ == "hold" and any(one.lower_ in ("off", "back") for one in above[0].rights)
    return held or (near and above[0].lemma_ in load_stance_words().lists["shunning"])


def is_bound(verb: Token) -> bool:
    """Is it tied to a condition of its own: "unless …", "as long as …", "Only if …, would …", "until …"?"""
    for child in verb.children:
        if child.dep_ == "advcl":
            words = {one.lower_ for one in child.lefts if not asks_if(one)}
            if words & BINDING or {"long", "as"} <= {one.lower_ for one in child.subtree if one.i < child.i}:
                return True
    return False


def is_unreal(verb: Token) -> bool:
    """ "If I were the mayor I would reject it": a thought, no stance."""
    for token in verb.sent:
        subjunctive = token.lower_ == "were" and any(one.lower_ in ("i", "he", "she", "it") for one in token.lefts)
        if subjunctive and any(child.lower_ == "if" for child in token.lefts):
            return True
    return False


def is_told_of(verb: Token) -> bool:
    """ "is said to favour a rescue": others tell of a stance that is held."""
    above = verb.head
    telling = verb.dep_ == "xcomp" and above.lemma_ in TELLING and is_passive(above)
    return telling and {one.lower_ for one in auxiliaries(verb)} == {"to"}


def find_only(verb: Token) -> int | None:
    """Index of the "only" that puts a condition to what is granted ("only from 2040", "only under a court order")."""
    doc = verb.doc
    for token in doc[verb.i + 1 : verb.sent.end - 1]:
        if token.text in ";:":
            return None
        follows = doc[token.i + 1]
        if token.lower_ == "only" and (follows.pos_ in ("ADP", "SCONJ") or follows.lower_ in ("if", "when", "after")):
            return int(token.i)
    return None


def is_accusation(verb: Token) -> bool:
    """ "charged her with accepting a gift", "faulted him for signing it": not what the accuser stands for."""
    lists = load_stance_words().lists
    charging = lists["charging"] | lists["blaming"] | lists["praising"]
    above = list(verb.ancestors)[:3] if verb.tag_ == "VBG" else []
    return any(one.lemma_.lower() in charging and is_verb(one) for one in above)


def is_inverted(verb: Token) -> bool:
    """ "Should she veto the bill, …": a condition without "if"; "nor should she veto it" is none."""
    subjects = [one for one in verb.lefts if one.dep_ in ("nsubj", "nsubjpass")]
    ahead = [one for one in auxiliaries(verb) if one.lower_ in INVERTING and subjects and one.i < subjects[-1].i]
    return bool(ahead) and not any(one.i < ahead[0].i and one.lower_ in FRONTED for one in verb.lefts)


def under_irrealis(verb: Token) -> bool:
    """Is the clause, or one it hangs on, introduced by "if", "whether", "before" and the like, or by "rather than"?"""
    words = load_stance_words().lists["irrealis"]
    if goes_on_with_if(verb):
        return True
    token = verb
    for _ in range(3):
        if is_inverted(token) or any(
            child.dep_ in ("mark", "advmod") and child.lower_ in words and child.i < token.i for child in token.children
        ):
            return True
        if token.i > 1 and token.nbor(-1).lower_ == "than":
            return True
        if token != verb and any(child.lower_ == "you" and child.dep_ == "nsubj" for child in token.lefts):
            return True  # "you said I do not want it"
        if token.head == token or token.dep_ not in ("xcomp", "conj", "ccomp"):
            return False
        token = token.head
    return False


def has_reservation(verb: Token) -> bool:
    """Does the sentence put a condition or a reservation to what is agreed?"""
    words = load_stance_words().lists
    later = [one.lower_ for one in verb.sent if one.i > verb.i and not asks_if(one)]
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
