"""Clauses that say something is so or is not: the material in which one account can be found to deny another.

Each finite clause becomes a small bag of lemmas with its polarity, tense and parties (in the manner of open information
extraction, Etzioni et al. 2008, but without relations): enough to see that "no extension had been discussed" answers
"they agreed to extend".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.assertion_replies import DENY, REPORTS, find_back_reference
from onrecord.annotate.commitment_words import load_told
from onrecord.annotate.evidence import find_whole_span
from onrecord.annotate.grammar import agents, auxiliaries, has_no, is_negated, is_verb, logical_subjects, own_subjects
from onrecord.annotate.scenes import build_scene
from onrecord.annotate.stance_judging import under_irrealis
from onrecord.annotate.stance_words import is_owned_body
from onrecord.annotations import Assertion, LocalActor, LocalMention, LocalStatement, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.parse import Parse
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Tense

CHARGE = frozenset({"accuse", "suspect", "blame"})
KEPT_ACTS = frozenset({"agree", "promise", "refuse", "propose"})
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "would", "wo", "'d", "’d"})
POSSIBLE = frozenset({"may", "might", "could", "can", "should", "must", "ca"})
DENYING = re.compile(r"\b(?:den(?:y|ie)|refut|disput|dismiss|reject)", re.IGNORECASE)
INQUIRIES = frozenset({"inquiry", "inquest", "commission", "panel", "committee", "jury", "tribunal", "investigation"})
""" "The inquiry reported that …" tells that it has reported."""
DECIDING = frozenset({"rule", "vote", "decide"})
TELLING = frozenset({"say", "add", "tell", "warn", "claim", "stress", "argue", "insist"})


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
    helpers = auxiliaries(verb)
    ing = verb.tag_ == "VBG" or any(one.lower_ == "having" for one in helpers)
    gerund = ing and above is not None and above.lemma_ in DENY | CHARGE  # "accused them of having sold it"
    finite = verb.tag_ in ("VBD", "VBZ", "VBP") or any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in helpers)
    if not (finite or gerund) or verb.dep_ in ("aux", "auxpass") or is_report_cue(scene, verb):
        return None
    if says_of_nobody(verb):
        return None
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
    if any(child.dep_ == "expl" for child in verb.children):
        subjects = ()  # "there was no offer" is said of nobody
    voicing = agents(above) if above is not None and (denied or gerund) else []
    voice = scene.parties([one for one in voicing if not is_owned_body(scene, one)]).actors
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


def says_of_nobody(verb: Token) -> bool:
    """Clauses without a subject that assert nothing."""
    if own_subjects(verb):
        return False
    elliptic = verb.dep_ == "advcl" and any(child.lower_ in ("when", "if", "as", "unless") for child in verb.children)
    if elliptic:
        return True  # "leave when asked" does not say that anybody asked
    if verb.tag_ == "VB" and is_negated(verb) and {one.lemma_ for one in auxiliaries(verb)} == {"do"}:
        return not logical_subjects(verb)  # "do not build it" asks, it denies nothing
    return verb.dep_ == "ccomp" and verb.head.dep_ == "relcl"  # "whatever it believes is right"


def governor(verb: Token) -> Token | None:
    """The verb a clause hangs on, over a report noun or a preposition ("dismissed the report that …")."""
    top = verb.head
    if top == verb:
        return None
    if top.pos_ == "NOUN" and top.lemma_ in REPORTS | {"charge"}:
        top = top.head
    if top.dep_ == "prep":
        top = top.head
    if top.dep_ == "dobj" and top.head.lemma_ in CHARGE:
        top = top.head  # "accused the guards of beating him", with the "of" on the guards
    return top if is_verb(top) and top != verb else None


def is_report_cue(scene: Scene, verb: Token) -> bool:
    """Is the verb the cue of a statement that only reports ("said", "denied"), so that it asserts nothing itself?

    Within another's statement it is told of: "an official said X had asked for Y".
    """
    if verb.lemma_ not in ("say", "tell", "add") and scene.statement_at(verb.idx, verb.idx + len(verb)) is not None:
        return False
    for statement in scene.statements:
        if any(span.start <= verb.idx < span.end for span in statement.cue):
            return statement.act not in KEPT_ACTS and not tells_a_deed(verb)
    return verb.lemma_ in ("say", "tell", "deny", "add", "accuse")


def tells_a_deed(verb: Token) -> bool:
    """ "named Ann Low its captain", "voted to merge the schools": a deed that is told as words are."""
    if verb.lemma_ in ("report", "find") and any(one.lemma_ in INQUIRIES for one in own_subjects(verb)):
        return True
    if verb.lemma_ in DECIDING:
        return verb.tag_ in ("VBD", "VBN")
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "xcomp", "oprd", "prt")]
    given = any(child.dep_ == "prep" and child.lower_ == "at" for child in verb.rights)  # "put the number at 14"
    deed = not given and verb.lemma_ in load_told() and verb.tag_ in ("VBD", "VBN") and bool(objects)
    return deed and not any(child.dep_ == "ccomp" or child.is_quote for child in verb.rights)


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
    ahead = verb.lemma_ == "be" and any(child.dep_ == "xcomp" and child.tag_ == "VB" for child in verb.rights)
    going = verb.lemma_ == "go" and verb.tag_ == "VBG" and any(child.dep_ == "xcomp" for child in verb.rights)
    if helpers & FUTURE or going or (ahead and verb.tag_ in ("VBZ", "VBP")):
        return "future"  # "is to hand over its maps"
    past = verb.tag_ == "VBD" or helpers & {"had", "having", "was", "were", "did", "has", "have", "been", "'ve", "’ve"}
    return "past" if past else "present"
