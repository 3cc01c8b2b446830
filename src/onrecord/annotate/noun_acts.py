"""Acts of words, quarrels and help that a noun names: "A's refusal to sign", "the dispute between A and B".

The nouns of deeds (`deed_nouns`) ask for a day or a verb that brings it about. Here who does it must have a name, and
the other party too, or what is refused, demanded or threatened must be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_nouns import is_feared, noun_times, status_of_words
from onrecord.annotate.deed_parties import by_phrase, join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens
from onrecord.annotate.grammar import agents, conjoined, has_no, is_verb
from onrecord.annotate.noun_marks import is_definite
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.word_targets import owners_of_things

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import EventType

TOLD = frozenset({"happened", "ongoing"})
BEFORE = frozenset({"poss", "compound", "amod", "nmod"})
GOALS = frozenset({"to", "on", "against", "with", "of", "at", "into", "for"})
CALLS = frozenset({"phone", "telephone", "conference", "video", "roll", "close", "heart", "panic", "asthma"})
"""What makes a call or an attack another thing."""
OWN_ACTS = frozenset({"nomination", "rejection", "condemnation", "denunciation"})
"""What was done where it is somebody's."""
LIGHT = frozenset(
    {
        "make", "issue", "repeat", "renew", "launch", "express", "voice", "file", "open", "begin", "start", "announce",
        "reiterate", "continue", "sign", "reach", "strike", "cut", "negotiate", "seal", "ink", "extend", "expand",
        "win", "escalate", "intensify", "lead", "deliver", "send", "conduct", "offer", "end", "settle", "resolve",
    }
)  # fmt: skip
"""Verbs whose subject does what the object noun names."""


def find_noun_acts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The events of such nouns that no draft tells yet.

    Args:
        scene: The document.
        drafts: The events found before.
    """
    taken = {at for one in drafts for at in range(one.first, one.last + 1) if not one.light}
    found = []
    for noun in scene.parse.doc:
        lemma = noun.lemma_.lower()
        if noun.pos_ != "NOUN" or lemma not in load_spoken_words().nouns or noun.i in taken:
            continue
        type_, links = load_spoken_words().nouns[lemma]
        if has_no(noun) or is_feared(scene, noun) or any(child.lower_ in CALLS for child in noun.lefts):
            continue
        told = TOLD | {"planned"} if lemma in load_spoken_words().joint else TOLD
        known = is_presupposed(noun) or status_of_words(scene, noun, type_, None) in told
        if not known or noun.dep_ in ("compound", "nmod"):
            continue
        draft = (
            read_joint(scene, noun, type_)
            if lemma in load_spoken_words().joint
            else read_own(scene, noun, type_, links)
        )
        if draft is not None:
            found.append(draft)
    return found


def is_presupposed(noun: Token) -> bool:
    """ "The senate should take up A's nomination of B": whatever ought to be done about it, A did nominate B."""
    owned = any(child.dep_ == "poss" and child.tag_ != "WP$" for child in noun.lefts)
    return owned and noun.lemma_.lower() in OWN_ACTS


def read_joint(scene: Scene, noun: Token, type_: EventType) -> Draft | None:
    """ "The dispute between A and B", "A's feud with B", "a drill by A and B", "A is in a row with B"."""
    between = goals(noun, ("between", "among", "by", "of"))
    sides = between if len(scene.parties(between).actors) > 1 else []
    if not sides:
        sides = [*(owners(noun) or subjects_of(noun)), *goals(noun, ("with", "against"))]
    found = named(scene, scene.parties(sides).actors)
    if len(found) < 2:
        return None
    return build(scene, noun, type_, sides, found, ())


def read_own(scene: Scene, noun: Token, type_: EventType, links: frozenset[str]) -> Draft | None:
    """ "A's criticism of B", "the investigation by A into B", "A's threat to leave"."""
    doing = by_phrase(noun) or goals(noun, ("from",)) or owners(noun)
    if not scene.parties(doing).actors and type_ in ("REJECT", "REQUEST", "THREATEN"):
        doing, links = goals(noun, ("of",)), links - {"of"}  # "the objections of A"
    faced = noun.dep_ == "dobj" and noun.head.lemma_ == "face"
    heads = [*(subjects_of(noun) if faced else []), *goals(noun, sorted(links & GOALS))]
    if not scene.parties(doing).actors and not faced:
        doing = subjects_of(noun)
    source = named(scene, scene.parties(doing).actors)
    target = named(scene, scene.parties(heads).actors or owners_of_things(scene, heads))
    target = tuple(one for one in target if one not in source)
    if not source or not (target or is_said_of(scene, noun)):
        return None
    return build(scene, noun, type_, [*doing, *heads], source, target)


def is_said_of(scene: Scene, noun: Token) -> bool:
    """Is it told what is refused, demanded or threatened ("the threat to leave", "the call for a recount")?"""
    if noun.lemma_.lower() not in load_spoken_words().lists["single"]:
        return False
    clause = any(child.dep_ in ("acl", "ccomp", "relcl") and child.i - noun.i < 4 for child in noun.rights)
    return clause or bool(goals(noun, ("for", "to", "of", "into", "against")))


def owners(noun: Token) -> list[Token]:
    """Whose it is, by the words before the noun."""
    return [one for child in noun.lefts if child.dep_ in BEFORE for one in conjoined(child) if one.i < noun.i]


def subjects_of(noun: Token) -> list[Token]:
    """Who makes, issues or faces it, or is in it ("A is in a dispute with B")."""
    verb = noun.head
    if noun.dep_ == "dobj" and is_verb(verb) and verb.lemma_ in LIGHT:
        return agents(verb)
    above = verb.head
    within = noun.dep_ == "pobj" and verb.lower_ in ("in", "under") and is_verb(above)
    return agents(above) if within and above.lemma_ in ("be", "lock", "embroil", "involve", "engage", "remain") else []


def goals(noun: Token, links: Iterable[str]) -> list[Token]:
    """The nouns that prepositions bring in after a noun."""
    wanted = frozenset(links)
    return [
        one
        for prep in noun.rights
        if prep.dep_ == "prep" and prep.lower_ in wanted
        for goal in prep.children
        if goal.dep_ == "pobj"
        for one in conjoined(goal)
    ]


def named(scene: Scene, actors: Sequence[int]) -> tuple[int, ...]:
    """Those with a name."""
    return tuple(one for one in actors if scene.actors[one].named)


def build(
    scene: Scene,
    noun: Token,
    type_: EventType,
    heads: Sequence[Token],
    source: tuple[int, ...],
    target: tuple[int, ...],
) -> Draft:
    """The draft of what a noun names with its parties."""
    first, last = evidence_tokens(scene, noun, heads, noun.i)
    return Draft(
        first=min(first, noun.left_edge.i),
        last=last,
        trigger=scene.parse.span_of(noun, noun),
        word=noun.lemma_.lower(),
        type=type_,
        actors=join_roles(source, target),
        times=tuple(noun_times(scene, noun)),
        status="happened" if type_ == "ACCUSE" or is_presupposed(noun) else status_of_words(scene, noun, type_, None),
        definite=is_definite(noun),
        complete=True,
    )
