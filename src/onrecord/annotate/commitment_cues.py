"""Clauses that commit a party: futures, infinitives under "agreed" and "plans", arrangements, dated forecasts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    has_no,
    is_negated,
    is_passive,
    logical_subjects,
    own_subjects,
)
from onrecord.annotate.own_bodies import find_centre, find_it
from onrecord.annotate.stance_judging import IF, find_only, under_irrealis
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from onrecord.annotate.scenes import Scene

LONGEST = 34
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
FIRST = frozenset({"i", "we"})
ENDS = frozenset(".;:!?—|")
TURNS = frozenset({"but", "although", "though", "while", "because", "saying", "adding", "who", "according"})


@dataclass(frozen=True, slots=True)
class Promise:
    """What was found before times and events are attached: first and last token, the verb, who is held to it."""

    first: int
    last: int
    verb: Token
    actors: tuple[int | None, ...]
    conditional: bool = False
    needs_time: bool = False
    negated: bool = False


@lru_cache(maxsize=1)
def load_commitment_words() -> Mapping[str, frozenset[str]]:
    """Load the word lists once."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))
    return {key: frozenset(words) for key, words in table["verbs"].items()}


def is_trailing_cue(scene: Scene, verb: Token) -> bool:
    """Is a verb the cue of words that stand before it?"""
    return any(
        span.start <= verb.idx < span.end and one.content[-1].end <= verb.idx
        for one in scene.statements
        for span in one.cue
    )


def is_agreed_deed(doc: Doc, link: int) -> bool:
    """ "agreed to the release of the cook": the noun of a deed after "to"."""
    near = doc[link + 1 : link + 4]
    return len(near) > 1 and near[0].pos_ == "DET" and any(one.lower_ in load_nominal() for one in near)


@lru_cache(maxsize=1)
def load_nominal() -> frozenset[str]:
    """The nouns of deeds."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))
    return frozenset(table["acts"]["nominal"])


@lru_cache(maxsize=1)
def load_deeds() -> frozenset[str]:
    """The verbs of deeds that a later account can tell of."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))
    return frozenset(entry.split()[0] for group in table["acts"]["groups"] for entry in group) | {"lay", "put", "bury"}


@lru_cache(maxsize=1)
def load_told() -> frozenset[str]:
    """The verbs of deeds that are told as words are."""
    table = tomllib.loads(files("onrecord.vocab").joinpath("commitments.toml").read_text(encoding="utf-8"))
    return frozenset(table["acts"]["told"])


def find_promise(scene: Scene, verb: Token) -> Promise | None:
    """The promise a verb makes, of whatever kind."""
    if under_irrealis(verb):
        return None
    for finder in (
        find_future,
        find_none_to_be,
        find_binding,
    ):
        promise = finder(scene, verb)
        if promise is not None:
            return promise
    return None


def find_future(scene: Scene, verb: Token) -> Promise | None:
    """ "I will speak to X again", "he would lead the delegation", "are to meet on Friday"."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    indirect = statement is not None and scene.statements[statement].kind != "direct"
    scheduled = (
        verb.tag_ == "VB"
        and "to" in helpers
        and verb.head.lemma_ == "be"
        and verb.dep_ == "xcomp"
        and verb.head.tag_ in ("VBZ", "VBP")
    )
    scheduled = (
        scheduled
        and verb.i - verb.head.i <= 3
        and not any(child.dep_ in ("acomp", "attr") for child in verb.head.children)
    )
    going = (
        "to" in helpers
        and verb.head.lower_ == "going"
        and {one.lower_ for one in verb.head.children}
        & ({"'re", "’re", "am", "are", "is", "'m", "’m"} | ({"was", "were"} if indirect else set()))
        and not is_negated(verb.head)
    )
    progressive = (
        verb.tag_ == "VBG"
        and verb.lemma_ == "go"
        and bool(helpers & {"was", "is", "am", "'m", "’m"})
        and statement is not None
        and any(child.lower_ == "to" for child in verb.children)
    )
    if not (helpers & WILL or ("would" in helpers and indirect) or scheduled or going or progressive) or is_negated(
        verb
    ):
        return None
    if is_vague(verb) or "have" in helpers or any(child.dep_ == "expl" for child in verb.children):
        return None
    if statement is None and not (scheduled or helpers & WILL):
        return None
    if is_asked(verb) or ("would" in helpers and find_only(verb) is not None):
        return None  # "declined to say how she would decide"
    conditional = any(one.lower_ in IF for one in verb.sent if one.dep_ == "mark")
    told = any(one.lower_ == "later" for one in verb.subtree)  # "he would return two years later": what came
    if "would" in helpers and (conditional or told):
        return None
    subjects = own_subjects(verb) or logical_subjects(verb)
    if subjects and subjects[0].left_edge.lower_ == "not":
        return None  # "Not one crane will move"
    held, clear = who_is_held(scene, verb, subjects, statement)
    if not held:
        return None
    first = subjects[0].left_edge.i if subjects and 0 < verb.i - subjects[0].left_edge.i < 20 else verb.i
    assured = any(one.lower_ in load_commitment_words()["assured"] for one in verb.sent if one.i > verb.i)
    assured = assured or is_assured(scene, statement)
    was_going = bool(going) and any(one.lower_ in ("was", "were") for one in verb.head.children)
    needs_time = (not clear and not assured) or statement is None or was_going
    return Promise(first, clause_end(scene, verb.i), verb, held, conditional, needs_time=needs_time)


def is_asked(verb: Token) -> bool:
    """Is the clause a question that somebody left open ("how she would decide", "when it will start")?"""
    above = verb.head
    asked = verb.dep_ in ("ccomp", "advcl", "pcomp") and any(child.tag_ in ("WRB", "WP") for child in verb.lefts)
    return asked and above != verb and any(child.i < verb.i and child.tag_ in ("WRB", "WP") for child in verb.children)


def is_assured(scene: Scene, statement: int | None) -> bool:
    """ "assured residents that the road would be repaired": the cue itself promises."""
    assuring = load_commitment_words()["assuring"]
    cue = scene.statements[statement].cue if statement is not None else ()
    spans = [scene.parse.doc.char_span(one.start, one.end, alignment_mode="expand") for one in cue]
    return any(token.lemma_.lower() in assuring for span in spans if span is not None for token in span)


def find_none_to_be(scene: Scene, verb: Token) -> Promise | None:
    """ "There will be no strike before the vote": the speaker is held to it."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    things = [child for child in verb.children if child.dep_ in ("attr", "nsubj", "dobj") and has_no(child)]
    there = any(child.dep_ == "expl" for child in verb.children)
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    will = helpers & WILL or ("would" in helpers and is_assured(scene, statement))
    if verb.lemma_ != "be" or not will or not things or not there or statement is None:
        return None
    if things[0].lemma_.lower() not in load_commitment_words()["refrained"]:
        return None
    first = min(child.i for child in verb.children if child.dep_ == "expl")
    return Promise(first, clause_end(scene, verb.i), verb, (scene.statements[statement].source.actor,), negated=True)


def who_is_held(
    scene: Scene, verb: Token, subjects: list[Token], statement: int | None
) -> tuple[tuple[int | None, ...], bool]:
    """Who can be held to it, and whether the subject itself is a party.

    A person is held to what he is announced to do; for a body or a thing the speaker is.
    """
    speaker = scene.statements[statement].source.actor if statement is not None else None
    party = scene.parties([one for head in subjects for one in (head, *head.conjuncts)])
    if any(head.lower_ in FIRST for head in subjects):
        return ((speaker,) if speaker is not None else party.actors), True
    people = tuple(one for one in party.actors if scene.actors[one].kind == "person")
    if people:
        return people[:2], True
    if not party.actors and subjects and all(head.lower_ in ("he", "she", "they") for head in subjects):
        if speaker is None and subjects[0].lower_ == "they" and is_said_by_group(scene, statement):
            return (None,), False  # "The captors said they would release him on Friday"
        return ((speaker,) if speaker is not None else ()), False  # somebody else's deed, unless it has a day
    if not party.actors and subjects and subjects[0].lower_ == "it" and is_own_it(scene, subjects[0], statement):
        return (speaker,), True
    body = find_it(scene, subjects[0], statement) if not party.actors and len(subjects) == 1 else None
    if body is not None:
        return (body,), True
    if not party.actors and len(subjects) == 1 and find_centre(scene, subjects[0]) is not None:
        return (None,), False  # "The inquiry asked for two weeks. It will now report by …"
    if party.actors:
        spoken = speaker is not None and scene.actors[speaker].kind == "person"
        return ((speaker,) if spoken else party.actors[:2]), True
    if any(
        head.pos_ == "PRON" and head.lower_ in ("it", "that", "this", "there", "which", "what", "who")
        for head in subjects
    ):
        return (), False
    if statement is not None and is_onlooker(scene, statement):
        return (), False
    lists = load_stance_words().lists
    known = lists["bodies"] | lists["groups"]
    named = any(head.pos_ == "PROPN" or head.lemma_.lower() in known for head in subjects)
    if speaker is None and (named or is_dated_thing(scene, verb, subjects, statement)):
        return (None,), False  # who it is stays open; only a time makes it something to be held to
    own = named and statement is not None and speaks_for_it(scene, statement)
    return ((speaker,) if speaker is not None else ()), party.open or own


def is_onlooker(scene: Scene, statement: int) -> bool:
    """Do forecasters, economists and the like say so, whose forecasts bind nobody?"""
    words = (scene.statements[statement].source.text or "").lower().split()
    return any(word.removesuffix("s") in load_commitment_words()["onlookers"] for word in words)


def is_dated_thing(scene: Scene, verb: Token, subjects: list[Token], statement: int | None) -> bool:
    """A thing that somebody sees to: said by a source, or in the passive; or what is sent, held or run."""
    words = load_commitment_words()
    if not subjects or subjects[0].pos_ != "NOUN" or subjects[0].lemma_.lower() in words["unruly"]:
        return False
    if any(one.lower_ in ("likely", "probably", "perhaps", "almost") for one in verb.children):
        return False
    thing = subjects[0].lemma_.lower() in words["sent"] | words["occasions"]
    done = is_passive(verb) and verb.lemma_ in load_stance_words().lists["disposing"] | load_deeds()
    return statement is not None or done or thing


def is_said_by_group(scene: Scene, statement: int | None) -> bool:
    """Is the source a group or a body without a name?"""
    row = scene.statements[statement] if statement is not None else None
    words = (row.source.text or "").lower().split() if row is not None else []
    lists = load_stance_words().lists
    return bool(words) and (words[-1].removesuffix("s") in lists["groups"] or words[-1] in lists["bodies"])


def speaks_for_it(scene: Scene, statement: int) -> bool:
    """ "The council will go to court, its speaker, Ann Low, said": who speaks for it speaks."""
    words = (scene.statements[statement].source.text or "").lower().split()
    return bool(words) and (words[0] == "its" or any("spokes" in word for word in words))


def is_own_it(scene: Scene, pronoun: Token, statement: int | None) -> bool:
    """ "The airline said it will refund all tickets": the pronoun right after the cue is the body that speaks."""
    row = scene.statements[statement] if statement is not None else None
    if row is None or not row.cue or row.kind == "direct":
        return False
    between = scene.parse.document.text[row.cue[-1].end : pronoun.idx].split()
    noun = (row.source.text or "").lower().split()[-1:]
    return between in ([], ["that"]) and bool(set(noun) & load_stance_words().lists["bodies"])


def is_vague(verb: Token) -> bool:
    """Does the verb say too little, or is it a state ("will be able", "would be happy")?"""
    words = load_commitment_words()
    if verb.lemma_ == "be":
        below = [child for child in verb.children if child.dep_ in ("prep", "advmod")]
        if any(goal.lemma_ in words["no_place"] for child in below for goal in child.children):
            return True  # "would be on the table"
        if any(child.dep_ == "acomp" and child.lower_ in words["states"] for child in verb.children):
            return False  # "will be ready by Friday"
        return not any(child.lower_ in words["placed"] for child in below) or any(
            child.dep_ in ("acomp", "attr") for child in verb.children
        )
    if verb.lemma_ == "have":
        objects = [child for child in verb.children if child.dep_ == "dobj"]
        if any(one.lower_ in words["states"] for one in verb.subtree if one.i > verb.i):
            return False  # "will have its stand ready"
        return not objects or has_no(objects[0])
    follows = verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]
    if verb.lemma_ in ("say", "tell") and any(one.lower_ in ("whether", "when", "how") for one in follows):
        return False  # "will say by Friday whether she stays"
    if verb.lemma_ == "appear" and any(one.lower_ in ("before", "in", "at") for one in follows[:1]):
        return False  # "will appear before the committee"
    return verb.lemma_.lower() in words["vague"]


def find_binding(scene: Scene, verb: Token) -> Promise | None:
    """ "agreed to exchange lists", "plans to", "planned visits", "promised that …"."""
    words = load_commitment_words()
    if (
        verb.lemma_ not in words["binding"]
        or is_negated(verb)
        or verb.tag_ in ("VB", "VBG")
        or verb.dep_ in ("amod", "acl")
    ):
        return None
    helpers = {one.lower_ for one in auxiliaries(verb)}
    if "had" in helpers and verb.lemma_ in ("plan", "intend", "aim", "prepare"):
        return None  # a plan told of as past is one no longer
    if helpers & {"could", "may", "might", "should", "would", "must", "to", "can"} or any(
        child.dep_ in ("nsubjpass", "auxpass") for child in verb.children
    ):
        return None
    doc = scene.parse.doc
    target = None
    for token in doc[verb.i + 1 : min(verb.i + 7, verb.sent.end)]:
        if token.tag_ in ("VBD", "VBZ", "VBP") and verb.lemma_ == "decide":
            break  # "decided he did not want to go": another clause's infinitive
        if token.tag_ == "VB" and token.i > verb.i + 1 and doc[token.i - 1].lower_ == "to":
            target = token
            break
        if token.dep_ == "dobj" and token.head == verb and verb.lemma_ in ("plan", "promise", "pledge", "guarantee"):
            clause = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
            if is_trailing_cue(scene, verb) or (clause and verb.lemma_ != "plan"):
                break  # "…, he promised the workers"
            target = token
            break
        if verb.lemma_ in ("agree", "commit") and token.lower_ == "to" and is_agreed_deed(doc, token.i):
            target = token
            break
    if target is None or target.lemma_ in words["vague"]:
        return None
    held = scene.parties(agents(verb)).actors
    if not held:
        statement = scene.statement_at(verb.idx, verb.idx + len(verb))
        cue = [one for one in scene.statements if any(span.start <= verb.idx < span.end for span in one.cue)]
        source = (
            cue[0].source.actor if cue else scene.statements[statement].source.actor if statement is not None else None
        )
        held = (source,) if source is not None else ()
    subjects = agents(verb)
    first = subjects[0].left_edge.i if subjects and 0 < verb.i - subjects[0].left_edge.i < 12 else verb.i
    lists = load_stance_words().lists
    if not held and len(subjects) == 1 and subjects[0].lower_ == "it":
        body = find_it(scene, subjects[0], scene.statement_at(verb.idx, verb.idx + len(verb)))
        centre = find_centre(scene, subjects[0])
        held = (body,) if body is not None else ()
        subjects = [centre] if centre is not None else subjects
    if not held and not (subjects and subjects[0].lemma_.lower() in lists["bodies"] | lists["groups"]):
        return None
    needs = verb.lemma_ == "decide" or not held or target.lower_ == "to"
    refused = any(one.dep_ == "dobj" and has_no(one) for one in target.rights)
    refused = refused or (
        target.tag_ == "VB" and target.i > 1 and "not" in (doc[target.i - 2].lower_, doc[target.i - 1].lower_)
    )
    end = clause_end(scene, verb.i)
    return Promise(first, end, verb, held[:2] or (None,), needs_time=needs, negated=refused)


def clause_end(scene: Scene, start: int, *, through_commas: bool = False) -> int:
    """Index of the last token of the clause from a verb on, read in printed order."""
    doc = scene.parse.doc
    stop = min(doc[start].sent.end, start + LONGEST)
    last = start
    for at in range(start + 1, stop):
        token = doc[at]
        closing = token.is_quote and not (
            at + 1 < stop and not token.whitespace_ and not doc[at + 1].is_punct and doc[at - 1].whitespace_
        )
        if token.text in ENDS or closing or token.lower_ in TURNS:
            break
        if token.text == ",":
            follows = doc[at + 1].lower_ if at + 1 < stop else ""
            if (
                not (through_commas and follows in ("at", "in", "between", "with"))
                and not (through_commas and doc[at + 1].lower_ == "between")
                and at + 1 not in scene.in_time
            ):
                break
        if (
            token.lower_ == "and"
            and at + 1 < stop
            and (
                doc[at + 1].tag_ in ("VBD", "VBZ", "MD")
                or doc[at + 1].lower_ in ("he", "she", "they", "that", "said", "began", "it")
            )
        ):
            break
        if not token.is_space:
            last = at
    return last
