"""Clauses that say something is so or is not: the material in which one account can be found to deny another.

Each finite clause becomes a small bag of lemmas with its polarity, tense and parties (in the manner of open information
extraction, Etzioni et al. 2008, but without relations): enough to see that "no extension had been discussed" answers
"they agreed to extend".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.evidence import find_whole_span
from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_verb, logical_subjects
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.stance_cues import under_irrealis
from onrecord.annotations import Assertion, LocalActor, LocalMention, LocalStatement, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Tense

DENY = frozenset({"deny", "refute", "dispute", "dismiss", "reject"})
CHARGE = frozenset({"accuse", "suspect", "blame"})
REPORTS = frozenset(
    {"claim", "allegation", "accusation", "report", "charge", "suggestion", "assertion", "account", "rumour", "rumor"}
)
BACKREF = frozenset({"that", "this", "it", "them", "those", "these"})
KEPT_ACTS = frozenset({"agree", "promise", "refuse", "propose"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would", "wo", "'d", "’d"})
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ca"})
DENYING = re.compile(r"\b(?:den(?:y|ie)|refut|disput|dismiss|reject)", re.IGNORECASE)
TELLING = frozenset({"say", "add", "tell", "warn", "claim", "stress", "argue", "insist"})
LOOK_BACK = 2
"""Sentences back in which "denies that" finds what it denies."""


def find_assertions(
    parse: Parse,
    times: tuple[TimeExpression, ...],
    actors: tuple[LocalActor, ...],
    mentions: tuple[LocalMention, ...],
    statements: tuple[LocalStatement, ...],
) -> tuple[Assertion, ...]:
    """Find what the clauses of a document assert and deny, by place in the text."""
    scene = build_scene(parse, times, actors, mentions, statements)
    found: list[tuple[int, Assertion]] = []
    for token in parse.doc:
        if not is_verb(token):
            continue
        assertion = find_back_reference(scene, token, found) or read_clause(scene, token)
        if assertion is not None:
            found.append((token.i, assertion))
    return tuple(one for _, one in found)


def read_clause(scene: Scene, verb: Token) -> Assertion | None:
    """The assertion of one clause, None where it asserts nothing."""
    above = governor(verb)
    gerund = verb.tag_ == "VBG" and above is not None and above.lemma_ in DENY | CHARGE
    helpers = auxiliaries(verb)
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in helpers)
    if not (finite or gerund) or verb.dep_ in ("aux", "auxpass") or is_report_cue(scene, verb):
        return None
    elliptic = verb.dep_ == "advcl" and any(child.lower_ in ("when", "if", "as", "unless") for child in verb.children)
    if elliptic and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return None  # "leave when asked" does not say that anybody asked
    if under_irrealis(verb) or (any(one.lower_ in POSSIBLE for one in helpers) and not is_negated(verb)):
        return None
    tokens = clause_tokens(scene, verb)
    words, parties = collect(scene, verb, tokens)
    if not words and len(parties) < 2 and verb.lemma_ in ("be", "have", "do", "go", "get", "make"):
        return None
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    denied = (
        above is not None and above.lemma_ in DENY and verb.dep_ in ("ccomp", "pcomp", "xcomp", "dobj", "acl", "conj")
    )
    denied = denied or is_denied(scene, verb, statement)
    negated = is_negated(verb) or any(
        has_no(child) for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
    )
    subjects = (
        scene.parties(logical_subjects(verb)).actors
        if not gerund or above is None or above.lemma_ in DENY
        else scene.parties([c for c in above.children if c.dep_ == "dobj"]).actors
    )
    voice = scene.parties(agents(above)).actors if above is not None and (denied or gerund) else ()
    first = tokens[0]
    if above is not None and (denied or gerund) and above.sent.start == verb.sent.start and above.i < verb.i:
        first = above
    span = find_whole_span(scene.parse, first, tokens[-1])
    return Assertion(
        start=span.start,
        end=span.end,
        predicate=verb.lemma_.lower(),
        words=words,
        subject=subjects[0] if len(subjects) == 1 else None,
        actors=tuple(dict.fromkeys((*subjects, *parties))),
        negated=negated != denied,
        tense=tense_of(verb),
        statement=statement,
        voice=voice[0] if len(voice) == 1 else None,
    )


def governor(verb: Token) -> Token | None:
    """The verb a clause hangs on, over a report noun or a preposition ("dismissed the report that …")."""
    top = verb.head
    if top == verb:
        return None
    if top.pos_ == "NOUN" and top.lemma_ in REPORTS | {"charge"}:
        top = top.head
    if top.dep_ == "prep":
        top = top.head
    return top if is_verb(top) and top != verb else None


def is_report_cue(scene: Scene, verb: Token) -> bool:
    """Is the verb the cue of a statement that only reports ("said", "denied"), so that it asserts nothing itself?

    Within another's statement it is told of: "an official said X had asked for Y".
    """
    if verb.lemma_ not in ("say", "tell", "add") and scene.statement_at(verb.idx, verb.idx + len(verb)) is not None:
        return False
    for statement in scene.statements:
        if any(span.start <= verb.idx < span.end for span in statement.cue):
            return statement.act not in KEPT_ACTS
    return verb.lemma_ in ("say", "tell", "deny", "add", "accuse")


def is_denied(scene: Scene, verb: Token, statement: int | None) -> bool:
    """Does the innermost statement deny its content?"""
    if statement is None:
        return False
    row = scene.statements[statement]
    return not row.negated and any(DENYING.search(scene.parse.text_of(span)) for span in row.cue)


def clause_tokens(scene: Scene, verb: Token) -> list[Token]:
    """The words of a clause without the clauses below it that assert something of their own."""
    found: list[Token] = []

    def walk(token: Token) -> None:
        for child in token.children:
            own = (
                is_verb(child)
                and child.dep_ in ("ccomp", "advcl", "conj", "relcl", "parataxis")
                and child.tag_ != "VBG"
            )
            told = child.dep_ in ("advcl", "conj") and child.lemma_ in TELLING
            if (own and token.i == verb.i) or told or child.dep_ in ("relcl", "parataxis"):
                continue
            if not child.is_punct and not child.is_space:
                found.append(child)
            walk(child)

    found.append(verb)
    walk(verb)
    if verb.dep_ == "relcl" and verb.head.pos_ in ("NOUN", "PROPN"):
        found += [one for one in (verb.head, *verb.head.lefts) if one.i < verb.i and one.dep_ != "det"]
    found.sort(key=lambda one: one.i)
    kept = [one for one in found if one.sent.start == verb.sent.start]
    while kept[0] != verb and (kept[0].dep_ in ("mark", "cc") or kept[0].lower_ == "that"):
        kept.pop(0)
    while kept[-1] != verb and kept[-1].dep_ in ("cc", "mark"):
        kept.pop()
    return kept


def collect(scene: Scene, verb: Token, tokens: list[Token]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Content lemmas and parties of a clause."""
    words: list[str] = []
    parties: list[int] = []
    for token in tokens:
        if token.i in scene.in_time or token.i == verb.i:
            continue
        found = scene.actors_at(token).actors if token.pos_ in ("NOUN", "PROPN", "PRON") else ()
        if found:
            parties += found
            continue
        if (
            token.pos_ in CONTENT
            and token.dep_ not in ("aux", "auxpass")
            and not token.is_stop
            and token.i not in scene.cover
        ):
            words.append(token.lemma_.lower())
    return tuple(dict.fromkeys(words)), tuple(dict.fromkeys(parties))


def tense_of(verb: Token) -> Tense:
    """past, present or future."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if helpers & FUTURE:
        return "future"
    past = verb.tag_ == "VBD" or helpers & {"had", "was", "were", "did", "has", "have", "been", "'ve", "’ve"}
    return "past" if past else "present"


def find_back_reference(scene: Scene, verb: Token, found: list[tuple[int, Assertion]]) -> Assertion | None:
    """ "Karsovia denies that", "dismissed the report as fiction": a denial of the assertion before it."""
    if verb.lemma_ not in DENY or is_negated(verb):
        return None
    objects = [
        child for child in verb.children if child.dep_ == "dobj" or (child.lower_ in BACKREF and child.i == verb.i + 1)
    ]
    if not objects or any(child.dep_ in ("ccomp",) and child.i > verb.i + 1 for child in verb.children):
        return None
    thing = objects[0]
    bare = thing.lower_ in BACKREF or (
        thing.lemma_ in REPORTS and not any(child.dep_ in ("acl", "relcl", "ccomp") for child in thing.children)
    )
    deniers = scene.parties(agents(verb)).actors
    if not bare or not deniers or (thing.lower_ in BACKREF and verb.lemma_ != "deny"):
        return None
    target = last_claim(scene, verb, deniers, found)
    if target is None:
        return None
    denied = found[target][1]
    who = agents(verb)
    first = who[0] if who and 0 < verb.i - who[0].i < 12 else verb
    span = find_whole_span(scene.parse, first, thing)
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


def last_claim(scene: Scene, verb: Token, deniers: tuple[int, ...], found: list[tuple[int, Assertion]]) -> int | None:
    """The last thing another source asserted within the sentences before."""
    start = verb.sent.start
    for _ in range(LOOK_BACK - 1):
        start = scene.parse.doc[start - 1].sent.start if start else 0
    start = scene.parse.doc[start - 1].sent.start if start else 0
    for index in range(len(found) - 1, -1, -1):
        at, claim = found[index]
        if at >= verb.i or claim.negated or claim.statement is None:
            continue
        if at < start:
            return None
        source = scene.statements[claim.statement].source.actor
        if source not in deniers:
            return index
    return None
