"""Stances in what a speaker says of a thing: "X is not a realistic goal", "X must come first", "called X premature"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_passive, is_verb
from onrecord.annotate.stance_cues import Cue, under_irrealis
from onrecord.annotate.stance_extent import Extent, label_of, noun_extent, read_extent
from onrecord.annotate.stance_weight import weighs_proposal
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Stance

ORDER = frozenset(
    {"prerequisite", "precondition", "condition", "requirement", "necessary", "needed", "essential", "required"}
)
OBLIGED = frozenset({"must", "should", "shall"})
CALLING = frozenset({"call", "describe", "brand", "deem", "label", "consider", "term"})


def find_predicate_cue(scene: Scene, verb: Token) -> Cue | None:
    """What a copula or "have no place" says of its subject, where that is for or against it."""
    if under_irrealis(verb) or {one.lower_ for one in auxiliaries(verb)} & {"may", "might", "could"}:
        return None
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if not subjects:
        return None
    subject = subjects[0]
    found = read_predicate(verb)
    if found is None:
        return None
    word, stance = found
    whole = Extent(subject.left_edge.i, subject.i)
    if subject.pos_ == "PROPN" or (word.lower_ == "welcome" and not weighs_proposal(scene, whole)):
        return None  # "Beijing is unlikely to", "dogs are welcome"
    about = subject_extent(scene, verb, subject, word)
    if about is None:
        return None
    label = ""
    if word.lower_ in ORDER and subject.pos_ != "PRON":
        label = order_label(scene, about, word)
    return Cue(verb, stance, (), about, speaker=True, label=label, last=max(word.i, verb.i))


def read_predicate(verb: Token) -> tuple[Token, Stance] | None:
    """The predicate word and its stance."""
    lists = load_stance_words().lists
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
        return verb, "opposes" if is_negated(verb) else "supports"
    for child in verb.children:
        if child.dep_ not in ("attr", "acomp", "oprd", "prep") or child.i < verb.i:
            continue
        tail = {token.lower_ for token in child.subtree} if child.dep_ == "prep" else {child.lower_}
        phrase = " ".join(token.lower_ for token in child.subtree if not token.is_quote)
        negated = is_negated(verb) or has_no(child)
        multi = {entry for entry in lists["against"] if " " in entry and entry in phrase}
        if child.dep_ == "prep" and not multi:
            multi = (
                {entry for entry in lists["negated_against"] if " " in entry and entry in phrase} if negated else set()
            )
            if multi:
                return child, "opposes"
            continue
        if negated:
            if tail & lists["negated_against"]:
                return child, "opposes"
            if tail & lists["negated_for"]:
                return child, "supports"
        elif tail & lists["against"] or multi:
            return child, "opposes"
        elif tail & lists["for"]:
            return child, "supports"
    return None


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


def find_calling_cue(scene: Scene, verb: Token) -> Cue | None:
    """ "called talk of a pause "premature"": against it."""
    if verb.lemma_ not in CALLING or is_negated(verb) or under_irrealis(verb):
        return None
    lists = load_stance_words().lists
    about = read_extent(scene, verb.i + 1)
    if about is None:
        return None
    doc = scene.parse.doc
    against = lists["against"] | lists["condemning"] if weighs_proposal(scene, about) else lists["against"]
    for token in doc[about.first + 1 : min(about.last + 4, verb.sent.end)]:
        if token.lower_ in against:
            last = token.i - 1
            while last > about.first and (
                doc[last].is_quote or doc[last].pos_ in ("DET", "ADV") or doc[last].lower_ == "as"
            ):
                last -= 1
            return Cue(verb, "opposes", tuple(agents(verb)), Extent(about.first, last)) if last >= about.first else None
    return None
