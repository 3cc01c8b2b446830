"""Denials that do not repeat what they deny: "Karsovia denies that", "dismissed the report", "He denies it."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.evidence import find_whole_span
from onrecord.annotate.grammar import agents, is_negated
from onrecord.annotations import Assertion

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

DENY = frozenset({"deny", "refute", "dispute", "dismiss", "reject"})
REPORTS = frozenset(
    {"claim", "allegation", "accusation", "report", "charge", "suggestion", "assertion", "account", "rumour", "rumor"}
)
ACCUSATIONS = frozenset({"allegation", "accusation", "charge"})
ACCUSED_BACK = 4
"""Sentences back in which "rejected the accusation" finds who accused."""
DEFINITE = frozenset({"the", "that", "this", "these", "those"})
BACKREF = frozenset({"that", "this", "it", "them", "those", "these"})
HABIT = frozenset({"always", "repeatedly", "long", "consistently", "previously", "steadfastly", "regularly"})
LOOK_ON = 3
"""Characters from "He denies it." to the quotation that shows who he is."""
LOOK_BACK = 2
"""Sentences back in which "denies that" finds what it denies."""


def find_back_reference(scene: Scene, verb: Token, found: list[tuple[int, Assertion]]) -> Assertion | None:
    """ "Karsovia denies that", "dismissed the report as fiction": a denial of the assertion before it."""
    habit = any(child.lower_ in HABIT for child in verb.children)  # answers no single claim
    possible = any(child.tag_ == "MD" for child in verb.children)  # "could deny them" denies nothing
    if verb.lemma_ not in DENY or is_negated(verb) or habit or possible:
        return None
    objects = [
        child for child in verb.children if child.dep_ == "dobj" or (child.lower_ in BACKREF and child.i == verb.i + 1)
    ]
    if len(objects) != 1 or any(child.dep_ in ("ccomp",) and child.i > verb.i + 1 for child in verb.children):
        return None
    thing = objects[0]
    bare = thing.lower_ in BACKREF or is_bare_report(thing)
    deniers = deniers_of(scene, verb, found)
    if not bare or not deniers or (thing.lower_ in BACKREF and verb.lemma_ != "deny"):
        return None
    accused = last_accusation(scene, verb, deniers, found) if thing.lemma_ in ACCUSATIONS else None
    target = last_claim(scene, verb, deniers, found, told=thing.lemma_ == "report") if accused is None else accused
    if target is None:
        return None
    denied = found[target][1]
    who = agents(verb)
    first = who[0] if who and 0 < verb.i - who[0].i < 12 else verb
    span = find_whole_span(scene.parse, first, thing if thing.i > verb.i else verb)
    return Assertion(
        start=span.start,
        end=span.end,
        predicate=denied.predicate,
        words=denied.words,
        subject=denied.subject,
        actors=denied.actors,
        negated=True,
        tense=denied.tense,
        statement=scene.statement_at(verb.idx, verb.idx + len(verb)),
        voice=deniers[0],
        refers=target,
    )


def is_bare_report(noun: Token) -> bool:
    """ "the report", "that claim": of nobody else and about nothing said here."""
    if noun.lemma_ not in REPORTS or any(child.dep_ in ("acl", "relcl", "ccomp", "prep") for child in noun.children):
        return False
    lefts = list(noun.lefts)
    return bool(lefts) and all(child.dep_ == "det" and child.lower_ in DEFINITE for child in lefts)


def deniers_of(scene: Scene, verb: Token, found: list[tuple[int, Assertion]]) -> tuple[int, ...]:
    """Who denies; for "He denies it" right after a claim of the same source, who is quoted next."""
    who = agents(verb)
    deniers = scene.parties(who).actors
    claim = found[-1][1].statement if found else None
    if not (who and who[0].tag_ == "PRP" and claim is not None and scene.statements[claim].source.actor in deniers):
        return deniers
    end = scene.parse.doc[verb.sent.end - 1]
    stop = end.idx + len(end)
    for row in scene.statements:
        follows = row.kind == "direct" and any(0 <= span.start - stop <= LOOK_ON for span in row.content)
        if follows and row.source.actor is not None and row.source.actor not in deniers:
            return (row.source.actor,)
    return ()


def last_accusation(
    scene: Scene, verb: Token, deniers: tuple[int, ...], found: list[tuple[int, Assertion]]
) -> int | None:
    """The first clause of the last accusation of another source, whatever else was said after it."""
    start = scene.parse.doc[verb.sent.start]
    for _ in range(ACCUSED_BACK):
        start = scene.parse.doc[start.i - 1].sent[0] if start.i else start
    of: int | None = None
    for index in range(len(found) - 1, -1, -1):
        at, claim = found[index]
        if at < start.i:
            break
        row = scene.statements[claim.statement] if claim.statement is not None else None
        if row is None or at >= verb.i or row.act != "accuse" or row.source.actor in deniers:
            continue
        if of is not None and found[of][1].statement != claim.statement:
            break
        of = index
    return of


def last_claim(
    scene: Scene, verb: Token, deniers: tuple[int, ...], found: list[tuple[int, Assertion]], *, told: bool = False
) -> int | None:
    """The last thing another source asserted within the sentences before; a report may also say what is not so."""
    start = verb.sent.start
    for _ in range(LOOK_BACK - 1):
        start = scene.parse.doc[start - 1].sent.start if start else 0
    start = scene.parse.doc[start - 1].sent.start if start else 0
    for index in range(len(found) - 1, -1, -1):
        at, claim = found[index]
        if at >= verb.i or (claim.negated and not told) or claim.statement is None:
            continue
        if at < start:
            return None
        source = scene.statements[claim.statement].source.actor
        if source not in deniers:
            return index
    return None
