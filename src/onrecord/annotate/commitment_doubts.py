"""Futures that bind nobody: hopes, what is denied, what others are said to do, states that come by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_wordings import (
    FIRST,
    PLAIN,
    is_general,
    is_left_open,
    is_of_words,
    is_quoted_within,
    top_of,
)
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import WH, auxiliaries, is_passive, is_verb, logical_subjects, own_subjects
from onrecord.annotate.questions import is_put_to
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

LASTING = frozenset({"go", "continue", "stay", "remain", "keep", "last", "hold", "fight"})
BINDING = frozenset({"promise", "announce", "agree", "threaten", "refuse"})
OUTCOMES = frozenset(
    {"hit", "loss", "charge", "profit", "revenue", "growth", "impairment", "writedown", "decline", "drop"}
)
LINK = 14
"""Tokens from "that" to the verb of its clause."""
FRONT = 6
"""Tokens from the start of a sentence to the time that opens it."""
SPELLS = frozenset({"day", "night", "week", "time", "morning", "evening", "month", "year"})
GUESSING = frozenset({"likely", "probably", "inevitably", "presumably"})
HOPES = frozenset(
    {
        "hope",
        "fear",
        "wish",
        "pray",
        "doubt",
        "hopeful",
        "optimistic",
        "afraid",
        "doubtful",
        "worried",
        "mean",
        "imply",
        "confident",
    }
)


def is_no_promise(scene: Scene, verb: Token, statement: int | None, *, placed: bool, own: bool) -> bool:
    """Does a future only hope, foretell or describe?

    Args:
        scene: The document.
        verb: What would be done.
        statement: Index of the statement that it stands in.
        placed: A time by which or an event is attached.
        own: Its subject is who speaks.
    """
    said = scene.statements[statement] if statement is not None else None
    if is_put_to(verb) or is_precaution(verb) or is_outcome(verb) or is_left_open(verb) or is_general(verb, placed):
        return True
    if is_of_words(verb) or is_quoted_within(scene, verb, said):
        return True
    if is_hoped_for(verb) or is_effect(verb) or is_trait(scene, verb, placed):
        return True
    if is_habit(scene, verb, placed) or is_foretold(scene, verb, said) or is_lasting(verb, placed):
        return True
    if said is not None and (said.source.text or "").lower() == "which" and cued_by(scene, said, "guarantee"):
        return True  # "a post which guaranteed that he would not be sent"
    if said is not None and ((said.act == "deny") != said.negated or is_hoped(scene, said)):
        return True
    if placed or not {one.lower_ for one in auxiliaries(verb)} & PLAIN:
        return False
    if verb.dep_ == "relcl" and any(one.tag_ == "WDT" for one in verb.lefts):
        return True  # "a bill that would bar the police from …"
    if verb.lemma_.lower() in load_commitment_words()["idle"] and not is_attendance(verb):
        return True
    return said is not None and not own and said.act not in BINDING and is_of_others(scene, verb, said)


def is_precaution(verb: Token) -> bool:
    """ "In case she decides to run", "otherwise they would stop": of what may never be, or will not."""
    for top in {verb.i: verb, verb.head.i: verb.head}.values():
        if any(one.lower_ == "in" and any(each.lower_ == "case" for each in one.rights) for one in top.lefts):
            return True
        if any(one.lower_ == "otherwise" for one in top.children):
            return True
        edge = top.left_edge.i
        if edge > 1 and top.doc[edge - 2].lower_ == "in" and top.doc[edge - 1].lower_ == "case":
            return True
        helpers = auxiliaries(top) or ([top] if top.lemma_ == "be" else [])
        if any(one.i and one.nbor(-1).lower_ in ("nor", "neither") for one in helpers):
            return True
    return False


def is_lasting(verb: Token, placed: bool) -> bool:
    """ "She will always have a place in my heart": how things are and stay."""
    return not placed and any(one.lower_ in ("always", "forever") for one in verb.children)


def is_outcome(verb: Token) -> bool:
    """ "Expects to take a hit to profits", "will likely report", "had to wait": foreseen or undergone, not vowed."""
    below = [verb, *(one for one in verb.rights if one.dep_ == "xcomp")]
    objects = {one.lemma_.lower() for each in below for one in each.rights if one.dep_ == "dobj"}
    foreseen = {verb.lemma_, verb.head.lemma_} & {"expect", "predict", "forecast"}
    guessed = any(one.lower_ in GUESSING for one in verb.children) or any(
        one.lower_ == "almost" and one.nbor().lower_ in ("certainly", "surely")
        for one in verb.doc[verb.left_edge.i : verb.i]
    )
    above, had_to = verb, False
    while above.dep_ in ("xcomp", "advcl") and not had_to:
        above = above.head
        had_to = above.lemma_ == "have" and above.tag_ == "VBD"
    return guessed or had_to or (bool(foreseen) and bool(objects & OUTCOMES))


def is_habit(scene: Scene, verb: Token, placed: bool) -> bool:
    """ "At first they would only take a report", "Every Friday she would lead a meeting": how it used to be."""
    if not any(one.lower_ in ("would", "'d", "’d") for one in auxiliaries(verb)):
        return False
    opening = verb.doc[verb.sent.start : min(verb.sent.start + FRONT, verb.i)]
    first, last = verb.sent.start_char, opening[-1].idx if len(opening) else -1
    fronted = any(one.type == "SET" and first <= one.start <= last for one in scene.times)
    words = [one.lower_ for one in opening if not one.is_punct and not one.is_space][:2]
    many = len(words) == 2 and words[0] in ("many", "most", "some") and words[1].removesuffix("s") in SPELLS
    if fronted or many or placed:
        return fronted or many
    at_first = any(one.lower_ == "at" and one.nbor().lower_ == "first" for one in verb.lefts)
    return at_first or any(one.lower_ in load_commitment_words()["habits"] for one in verb.lefts)


def is_hoped_for(verb: Token) -> bool:
    """ "He hopes they will come", "confident that they will": a hope or a fear stands over the clause."""
    top = top_of(verb)
    if top.dep_ == "ccomp" and top.head.lemma_ in HOPES:
        return True
    links = [one for one in verb.doc[max(verb.sent.start, top.i - LINK) : top.i] if one.lower_ == "that"]
    before = [one for one in verb.doc[verb.sent.start : links[-1].i] if not one.is_quote] if links else []
    return bool(before) and before[-1].pos_ == "ADJ" and before[-1].lemma_ in HOPES


def is_trait(scene: Scene, verb: Token, placed: bool) -> bool:
    """ "A bill that would bar the police", "gifts that will go a long way": what a thing is like."""
    words, helpers = load_commitment_words(), {one.lower_ for one in auxiliaries(verb)}
    if verb.dep_ not in ("relcl", "acl") or not helpers & PLAIN or is_passive(verb):
        return False
    pronouns = [one for one in verb.lefts if one.tag_ == "WDT" and one.dep_ in ("nsubj", "nsubjpass")]
    bare = not any(one.dep_ in ("nsubj", "nsubjpass") for one in verb.lefts)
    pronouns = pronouns or [one for one in verb.lefts if one.lower_ == "that" and bare]
    if not pronouns:  # "the headwinds he would raise"
        return verb.dep_ == "relcl" and not placed and not any(one.tag_ in WH for one in verb.subtree)
    if pronouns[0].lower_ == "that":
        return True
    noun, lists = verb.head, load_stance_words().lists
    party = scene.parties([noun]).actors or noun.lemma_.lower() in lists["bodies"] | lists["groups"]
    thing = noun.pos_ == "NOUN" and not party
    held = placed and verb.lemma_ in words["taking_place"] | words["timetabled"]
    return bool(thing) and not held and verb.lemma_ != "be"


def is_foretold(scene: Scene, verb: Token, said: LocalStatement | None) -> bool:
    """ "The market will hate it, she predicted", "her guess that they would come": foretold of others."""
    words, top = load_commitment_words(), top_of(verb)
    while top.dep_ == "conj" and is_verb(top.head) and not own_subjects(top):
        top = top.head  # "a guess that they would come and buy it"
    above, subjects = top.head, own_subjects(top)
    nouns = [above] if above.pos_ == "NOUN" and top.dep_ in ("acl", "ccomp") else []
    if above.lemma_ == "reason" and top.dep_ == "relcl":
        return True  # "there is no reason he would dwell on it"
    if top.dep_ == "ccomp" and is_verb(above):
        near = [one for one in above.subtree if above.i < one.i < min(top.left_edge.i, above.i + LINK)]
        nouns += [one for one in near if one.dep_ in ("dobj", "pobj")]
    if top.dep_ == "ccomp" and is_verb(above):
        nouns += [one for one in own_subjects(above) if one.pos_ == "NOUN"]  # "rumors swirled that she was planning"
    if any(one.lemma_.lower() in words["guesses"] for one in nouns):
        return True
    guessed = top.dep_ == "ccomp" and above.lemma_ in words["guessing"]
    if not subjects:
        return guessed  # "something I think will please them"
    if any(one.lower_ in FIRST | {"he", "she", "it", "they"} for one in subjects):
        other = guessed and any(one.lower_ in FIRST for one in own_subjects(above)) and subjects[0].lower_ not in FIRST
        return other or (guessed and verb.lemma_ in ("have", "be", "get"))  # "I think I'm going to have the votes"
    if guessed or said is None:
        return guessed
    if said.source.actor is not None and said.source.actor in scene.parties(subjects).actors:
        return False
    told = (said.source.text or "").lower().split()
    onlooker = any(word.removesuffix("s") in words["onlookers"] for word in told)
    return said.act == "predict" or onlooker or any(cued_by(scene, said, one) for one in words["guessing"])


def is_effect(verb: Token) -> bool:
    """ "The bill would cut deficits by half over ten years": what a text is said to bring about, which nobody does."""
    words = load_commitment_words()
    if not {one.lower_ for one in auxiliaries(verb)} & PLAIN or is_passive(verb):
        return False
    subjects = logical_subjects(verb)
    text = bool(subjects) and subjects[0].lemma_.lower() in words["texts"]
    return text and verb.lemma_ not in words["taking_place"] | words["timetabled"] | {"be"}


def cued_by(scene: Scene, said: LocalStatement, lemma: str) -> bool:
    """Is a word the cue of a statement?"""
    spans = [scene.parse.doc.char_span(one.start, one.end, alignment_mode="expand") for one in said.cue]
    return any(token.lemma_ == lemma for span in spans if span is not None for token in span)


def is_hoped(scene: Scene, said: LocalStatement) -> bool:
    """Do the words that bring in a statement hope or fear?"""
    text = scene.parse.document.text
    words = " ".join(text[span.start : span.end] for span in said.cue).lower().split()
    return any(
        word.startswith(("hope", "hoping", "fear", "wish", "worr", "pray", "doubt", "confiden")) for word in words
    )


def is_attendance(verb: Token) -> bool:
    """ "Will be in Bergen", "will be there", "will be tried": where somebody will be, or what will be done to him."""
    placed = load_commitment_words()["placed"] | {"back", "ready"}
    if verb.lemma_ == "reach" and any(child.dep_ == "prt" for child in verb.rights):
        return True  # "will be reaching out to them"
    return verb.lemma_ == "be" and any(child.lower_ in placed for child in verb.rights)


def is_of_others(scene: Scene, verb: Token, said: LocalStatement) -> bool:
    """Is it said of parties none of whom speaks, nor has the speaker for their own?"""
    speaker = said.source.actor
    named = scene.parties([one for head in own_subjects(verb) for one in (head, *head.conjuncts)]).actors
    if speaker is None or not named or speaker in named:
        return False
    if {word.removesuffix("s") for word in (said.source.text or "").lower().split()} & load_commitment_words()[
        "acting_for"
    ]:
        return False  # "Mr Low would repay it, the Low campaign said"
    own = {scene.actors[speaker].side, scene.actors[speaker].name} - {None}
    idle = load_commitment_words()["onlookers"] | {"professor"}
    official = any(office.title.split()[-1] not in idle for office in scene.actors[speaker].offices)
    for one in named:
        row = scene.actors[one]
        if official and (row.side is None or scene.actors[speaker].side is None):
            return False  # "The prime minister will be there, her foreign minister said"
        if row.name in own or (row.side is not None and row.side in own) or speaker in row.members:
            return False
    return True


def lasts_until(verb: Token) -> bool:
    """ "Would stay out until the offer is raised", "will go on until every man is found": its end, and no condition."""
    ends = [
        {one.lower_ for one in child.lefts} & {"until", "till", "unless", "if", "provided", "providing"}
        for child in verb.children
        if child.dep_ == "advcl"
    ]
    on = verb.lemma_ != "go" or any(child.lower_ == "on" for child in verb.children)
    return verb.lemma_ in LASTING and on and bool(ends) and all(one <= {"until", "till"} for one in ends)
