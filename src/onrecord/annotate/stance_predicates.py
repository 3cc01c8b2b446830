"""Stances in what a speaker says of a thing: "X is not a realistic goal", "X must come first", "called X premature"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import auxiliaries, has_no, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_weight import is_decidable, weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

ORDER = frozenset(
    {"prerequisite", "precondition", "condition", "requirement", "necessary", "needed", "essential", "required"}
)
OBLIGED = frozenset({"must", "should", "shall"})
BELIEFS = frozenset({"idea", "notion", "suggestion", "belief", "claim", "thought", "theory", "possibility"})
POSSIBLE = frozenset({"impossible", "possible", "unlikely", "inconceivable"})
""" "To predict it would be impossible": of what nobody decides on these tell how things are."""


def find_predicate_cue(scene: Scene, verb: Token) -> Cue | None:
    """What a copula or "have no place" says of its subject, where that is for or against it."""
    if under_irrealis(verb) or {one.lower_ for one in auxiliaries(verb)} & {"may", "might", "could"}:
        return None
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if not subjects:
        return None
    subject = subjects[0]
    claimed = find_claimed(subject)
    if claimed is not None and not {one.lower_ for one in auxiliaries(claimed)} & (OBLIGED | {"ought"}):
        return None  # "the idea that they would vanish makes sense": what may be so
    if subject.dep_ == "csubj" and (subject.tag_ != "VBG" or subject.i > verb.i):
        return None
    whole = Extent(subject.left_edge.i, subject.i)
    weighed = weighs_proposal(scene, whole, wide=True) or subject.lower_ in ("it", "this", "that")
    found = read_predicate(verb, weighed=weighed)
    if found is None:
        return None
    word, stance = found
    if subject.pos_ == "PROPN" or (word.lower_ == "welcome" and not weighs_proposal(scene, whole)):
        return None  # "Beijing is unlikely to", "dogs are welcome"
    about = subject_extent(scene, verb, subject, word)
    if about is None or (word.lower_ in POSSIBLE and not is_decidable(scene, about)):
        return None
    label = ""
    if word.lower_ in ORDER and subject.pos_ != "PRON":
        label = order_label(scene, about, word)
    holders = find_for_whom(scene, verb, word)
    return Cue(verb, stance, holders, about, speaker=not holders, label=label, last=max(word.i, verb.i))


def find_claimed(subject: Token) -> Token | None:
    """The verb of what an idea says: "the idea that the state should run schools"."""
    if subject.lemma_.lower() not in BELIEFS:
        return None
    clauses = [one for one in subject.rights if one.dep_ in ("acl", "relcl", "ccomp")]
    return next((one for one in clauses if any(each.lower_ == "that" for each in one.lefts)), None)


def find_for_whom(scene: Scene, verb: Token, word: Token) -> tuple[Token, ...]:
    """ "is out of the question for the League", "For the rebels the harbour is non-negotiable": who sees it so."""
    lists = load_stance_words().lists
    known = lists["bodies"] | lists["groups"]
    if word.lower_ in lists["judged_for"] | lists["condemning"] | lists["approving"]:
        return ()  # "is unlikely for a minor", "is vital for the town"
    for token in verb.sent:
        if token.lower_ != "for" or token.dep_ not in ("prep", "mark"):
            continue
        near = token.i in range(word.i, word.right_edge.i + 2) or token.head in (verb, word)
        fronted = token.i <= verb.sent.start + 1 and token.i < verb.i
        goals = [one for one in token.children if one.dep_ == "pobj"] if near or fronted else []
        if goals and (scene.parties(goals).actors or goals[0].lemma_.lower() in known):
            return tuple(goals)
    return ()


def read_predicate(verb: Token, *, weighed: bool = True) -> tuple[Token, Stance] | None:
    """The predicate word and its stance; `weighed`: its subject is something to decide on."""
    lists = load_stance_words().lists
    against = lists["against"] | (lists["against_weighed"] if weighed else frozenset())
    denied = lists["negated_against"] | (lists["negated_against_weighed"] if weighed else frozenset())
    favour = lists["for"] | (lists["for_weighed"] if weighed else frozenset())
    if thing_judged(verb, weighed=weighed):
        against, favour = against | lists["condemning"], favour | lists["approving"]
    if verb.lemma_ == "make":
        sense = next((one for one in verb.rights if one.dep_ == "dobj" and one.lower_ == "sense"), None)
        if sense is None or not weighed:
            return None
        return sense, "opposes" if has_no(sense) or is_negated(verb) else "supports"
    if verb.lemma_ == "have":
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ in lists["place"] and (has_no(child) or is_negated(verb)):
                return child, "opposes"
        return None
    if is_passive(verb) and any(by_one_side(child) for child in verb.children):
        return verb, "opposes"  # "was raised by one side only": not by the speaker's
    if verb.lemma_ not in ("be", "remain", "seem", "become") and not (
        verb.tag_ == "VBN" and verb.lower_ in ("needed", "required")
    ):
        return None
    if verb.lower_ in ("needed", "required"):
        if {one.lower_ for one in auxiliaries(verb)} & OBLIGED:
            return None  # "insurers should not be required to cover it"
        obliged = not weighed and any(one.dep_ == "xcomp" and one.tag_ == "VB" for one in verb.rights)
        if obliged:
            return None  # "A student was required to give up her seat"
        return verb, "opposes" if is_negated(verb) else "supports"
    for child in verb.children:
        if child.dep_ not in ("attr", "acomp", "oprd", "prep") or child.i < verb.i:
            continue
        tail = {token.lower_ for token in child.subtree} if child.dep_ == "prep" else {child.lower_}
        phrase = " ".join(token.lower_ for token in child.subtree if not token.is_quote)
        negated = is_negated(verb) or has_no(child)
        multi = {entry for entry in against if " " in entry and entry in phrase}
        judged = judge_phrase(child, negated=negated)
        thing = any(one.dep_ == "nsubj" and one.pos_ == "NOUN" for one in verb.lefts)
        if judged is not None and (weighed or thing or judged == "opposes"):
            return child, judged
        if child.dep_ == "prep" and not multi:
            multi = {entry for entry in denied if " " in entry and entry in phrase} if negated else set()
            if multi:
                return child, "opposes"
            continue
        if negated:
            if tail & denied:
                return child, "opposes"
            if tail & lists["negated_for"]:
                return child, "supports"
        elif tail & against or multi:
            return child, "opposes"
        elif tail & favour:
            return child, "supports"
    return None


def thing_judged(verb: Token, *, weighed: bool) -> bool:
    """Is it a thing to decide on, by its noun, that is judged: "this bill is cruel", and no "it is good"?"""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    known = load_stance_words().lists["decisions"] | load_stance_words().lists["votable"]
    return weighed and bool(subjects) and subjects[0].lemma_.lower() in known


def judge_phrase(word: Token, *, negated: bool) -> Stance | None:
    """ "is a step in the right direction", "is the wrong approach": praise or blame in more than one word."""
    phrase = " ".join(token.lower_ for token in word.subtree if not token.is_quote)
    lists = load_stance_words().lists
    good = any(one in phrase for one in lists["good_phrases"] | lists["favourable_phrases"])
    bad = any(one in phrase for one in lists["bad_phrases"] | lists["adverse_phrases"])
    if good == bad:
        return None
    return "opposes" if bad != negated else "supports"


def by_one_side(child: Token) -> bool:
    """ "raised by one side only", "raised only by the other side"."""
    verb = child.head
    near = {token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]}
    return child.lower_ == "by" and {"side", "only"} <= near and bool(near & {"one", "other"})


def subject_extent(scene: Scene, verb: Token, subject: Token, word: Token) -> Extent | None:
    """The words of the subject; for "it is unacceptable to …" the infinitive."""
    doc = scene.parse.doc
    if subject.lower_ in ("it", "this", "that", "there", "what", "which"):
        for step in range(word.i + 1, min(word.i + 4, verb.sent.end)):
            if doc[step].tag_ == "TO" and step + 1 < len(doc) and doc[step + 1].tag_ == "VB":
                return read_extent(scene, step + 1)
        return None
    if subject.lower_ in ("i", "we", "he", "she", "you"):
        return None
    if subject.ent_type_ == "PERSON":
        return None
    claimed = find_claimed(subject)
    if claimed is not None:
        return read_extent(scene, claimed.left_edge.i + 1, clause=True, stop=verb.i)
    return noun_extent(doc, subject, verb.i)


def order_label(scene: Scene, about: Extent, word: Token) -> str:
    """ "truce before a deal" from "a truce is a prerequisite to pursue a deal", "a truce is needed first"."""
    doc = scene.parse.doc
    base = label_of(scene, about)
    for token in doc[word.i + 1 : min(word.i + 6, word.sent.end)]:
        if token.lower_ == "first":
            return f"{base} first"
        if token.lower_ in ("to", "for", "before"):
            after = read_extent(scene, token.i + 1)
            if after is None:
                return base
            start = after.first
            while start < after.last and is_verb(doc[start]):
                start += 1
            return f"{base} before {label_of(scene, Extent(start, after.last))}"
    return base


def find_order_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "the pause must come first", "the sailors come home before anything else", "X must be released before Y"."""
    if under_irrealis(verb):
        return None
    helpers = {one.lower_ for one in auxiliaries(verb)}
    negated = is_negated(verb)
    insists = (
        verb.dep_ == "ccomp"
        and is_verb(verb.head)
        and verb.head.lemma_ in ("insist", "demand", "want", "argue")
        and verb.tag_ in ("VBP", "VB", "VBZ")
    )
    has_to = any(child.lower_ == "to" and verb.head.lemma_ in ("have", "need") for child in auxiliaries(verb))
    if not (helpers & OBLIGED or insists or has_to) or negated:
        return None
    subjects = [
        child for child in (verb.head.children if has_to else verb.children) if child.dep_ in ("nsubj", "nsubjpass")
    ]
    if not subjects or subjects[0].pos_ == "PRON":
        return None
    doc = scene.parse.doc
    for token in doc[verb.i + 1 : min(verb.i + 8, verb.sent.end)]:
        if token.text in ".;:":
            break
        if token.lower_ not in ("first", "before", "ahead"):
            continue
        if token.lower_ != "first" and token.i + 1 < len(doc) and token.i + 1 in scene.in_time:
            break
        about = noun_extent(doc, subjects[0], verb.i)
        rest = read_extent(scene, token.i + 1) if token.lower_ == "before" else None
        moved = verb.lemma_ not in ("come", "be", "happen", "go")
        act = f"{verb.lemma_} of " if moved else ""
        label = f"{act}{label_of(scene, about)} " + ("first" if rest is None else f"before {label_of(scene, rest)}")
        last = token.i if rest is None else rest.last
        return Cue(verb, "proposes", (), about, speaker=True, label=label, demand=True, last=last)
    return None
