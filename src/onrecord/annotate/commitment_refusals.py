"""Promises of what will not be done: "vowed that no turbine would stand near a house", "No ward will be closed".

They are kept as long as nothing else is told and broken when the thing happens, so the record has their sign.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_clauses import WILL, Promise, clause_end, is_law
from onrecord.annotate.commitment_parties import is_assured, is_led_by, is_term_of_deal
from onrecord.annotate.commitment_words import load_commitment_words
from onrecord.annotate.grammar import WH, auxiliaries, has_no, is_negated, is_passive, own_subjects
from onrecord.annotate.own_bodies import find_it
from onrecord.annotate.stance_judging import IF, is_no_longer, under_irrealis
from onrecord.annotate.stance_weight import is_family_matter
from onrecord.annotate.stance_words import load_stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement

NOT_ONE = frozenset({"not", "nobody", "none"})
PEOPLE = frozenset({"one", "nobody", "none"})
MEMBERS = frozenset({"member", "worker", "staff", "people", "side", "troop", "crew", "team"})
LONG = 20
"""Tokens from the subject of a clause to its verb."""


def find_refusal(scene: Scene, verb: Token) -> Promise | None:
    """What a party says will not be done: under a word of promising, or what it disposes of."""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    statement = scene.statement_at(verb.idx, verb.idx + len(verb))
    going = verb.head if verb.dep_ == "xcomp" and verb.head.lower_ == "going" and "to" in helpers else None
    if not (helpers & (WILL | {"would"}) or going is not None) or under_irrealis(verb) or "have" in helpers:
        return None
    subjects = own_subjects(verb if going is None else going)
    none = bool(subjects) and (has_no(subjects[0]) or is_not_one(subjects[0]))
    denied = is_negated(verb) or is_no_longer(verb) or (going is not None and is_negated(going))
    tied = any(one.lower_ in IF and one.i and one.nbor(-1).lower_ != "even" for one in verb.sent)
    if not subjects or not (none or denied) or tied or is_law(verb, helpers):
        return None
    assured = is_assured(scene, statement) or is_promised(verb)
    source = scene.statements[statement].source.actor if statement is not None else None
    if assured and source is not None and is_of_stranger(scene, verb, subjects, source):
        return None
    limited = source is not None and is_limited(scene, verb, subjects[0], source)
    refused = statement is not None and is_own_refusal(scene, verb, subjects, scene.statements[statement])
    agreed = "would" not in helpers and is_term_of_deal(verb) and bool(scene.parties(subjects).actors)
    if not (assured or limited or refused or agreed or (source is not None and can_see_to_it(scene, verb, source))):
        return None
    if verb.lemma_ in load_commitment_words()["vague"] and not (assured or refused):
        return None
    if any(one.lower_ == "by" and any(goal.tag_ == "VBG" for goal in one.children) for one in verb.rights):
        return None  # "will not beat him by waiting": how it cannot be done
    held = holder_of(scene, verb, subjects, source)
    end = clause_end(scene, verb.i)
    if held is None or is_family_matter(scene.parse.doc[verb.i : end + 1]):
        return None
    edge = subjects[0].left_edge.i
    first = edge if 0 < verb.i - edge < LONG else verb.i
    return Promise(first, end, verb, (held,), negated=True)


def is_of_stranger(scene: Scene, verb: Token, subjects: list[Token], source: int) -> bool:
    """ "A fan vowed the Hawks would not win again": what others will not do is not his to promise."""
    named, teller = scene.parties(subjects).actors, scene.actors[source]
    if source in named or is_passive(verb) or teller.kind != "person":
        return False
    bodies = [one for one in named if scene.actors[one].kind == "organization"]
    return bool(bodies) and not any(
        is_led_by(scene, one, source) or scene.actors[one].name == teller.side for one in bodies
    )


def is_not_one(noun: Token) -> bool:
    """ "Not one crane will move", "nobody will be dismissed"."""
    return noun.lower_ in NOT_ONE or (noun.left_edge.lower_ == "not" and noun.left_edge.i < noun.i)


def is_promised(verb: Token) -> bool:
    """Does the clause hang on a word of promising ("promised that no docker would be dismissed")?"""
    if verb.dep_ != "ccomp" or verb.head.lemma_ not in load_commitment_words()["assuring"]:
        return False
    if any(child.tag_ in WH for child in verb.head.children):
        return False  # "a post, which guaranteed that he would not be sent"
    subjects = own_subjects(verb.head)
    if verb.head.lemma_ == "guarantee" and any(
        one.lemma_.lower() in load_commitment_words()["texts"] for one in subjects
    ):
        return False  # "the law guaranteed that they would not be searched"
    return any(one.pos_ in ("NOUN", "PROPN", "PRON") for one in subjects)


def is_limited(scene: Scene, verb: Token, subject: Token, source: int) -> bool:
    """ "The government said it would not raise the tax before 20 March": what the speaker will not do until a day."""
    own = subject.lower_ in ("it", "he", "she", "we", "i") or source in scene.parties([subject]).actors
    if not own or is_passive(verb):
        return False
    return any(
        token.lower_ in ("before", "until", "till") and token.i + 1 in scene.time_at
        for token in verb.doc[verb.i + 1 : verb.sent.end - 1]
    )


def is_own_refusal(scene: Scene, verb: Token, subjects: list[Token], said: LocalStatement) -> bool:
    """ "She said she would not sign it", "We will never accept it": what a party says of a deed of its own."""
    words, helpers = load_commitment_words(), {one.lower_ for one in auxiliaries(verb)}
    source, lemma = said.source.actor, verb.lemma_.lower()
    if source is None or said.negated or said.act == "deny" or is_passive(verb) or verb.dep_ == "relcl":
        return False
    if {one.removesuffix("s") for one in (said.source.text or "").lower().split()} & words["onlookers"]:
        return False
    if lemma in words["unsaid"] or (lemma in words["vague"] and lemma not in words["admitting"]):
        return False
    if lemma in ("be", "have", "do", "get") or ("would" in helpers and said.kind == "direct"):
        return False  # "I would not do that" is a thought
    first = any(one.lower_ in ("i", "we") for one in subjects)
    pronoun = said.kind != "direct" and is_speaker(scene, subjects[0], said)
    named = scene.parties(subjects).actors
    side = source in named or any(scene.actors[one].name == scene.actors[source].side for one in named)
    return first or side or (pronoun and not named) or is_of_own_side(scene, subjects[0], source)


def is_speaker(scene: Scene, pronoun: Token, said: LocalStatement) -> bool:
    """ "He said he would not", "the guild said it would not": who speaks; "it" and "they" only right after the cue."""
    source = said.source.actor
    person = source is not None and scene.actors[source].kind == "person"
    if pronoun.lower_ in ("he", "she"):
        return person
    near = scene.parse.document.text[said.cue[-1].end : pronoun.idx].split() if said.cue else ["?"]
    return pronoun.lower_ in ({"they"} if person else {"it", "they"}) and near in ([], ["that"])


def is_of_own_side(scene: Scene, noun: Token, source: int) -> bool:
    """ "Its members would not touch it", "The government would not use the law", of somebody in office."""
    lists, links = load_stance_words().lists, {one.lower_ for one in noun.lefts}
    body = noun.lemma_.lower() in lists["bodies"]
    owned = bool(links & {"our", "its", "her", "his", "my"}) and (body or noun.lemma_.lower() in MEMBERS)
    idle = load_commitment_words()["onlookers"] | load_commitment_words()["acting_for"] | {"professor", "partner"}
    office = any(not one.former and one.title.split()[-1] not in idle for one in scene.actors[source].offices)
    return owned or (body and office and "the" in links)


def can_see_to_it(scene: Scene, verb: Token, source: int) -> bool:
    """A body or the holder of an office, of what it disposes of ("No ward will be closed")."""
    actor = scene.actors[source]
    public = actor.kind in ("state", "organization") or bool(actor.offices)
    lists = load_stance_words().lists
    people = any(one.lower_ in PEOPLE or one.lemma_.lower() in lists["groups"] for one in own_subjects(verb))
    return public and is_passive(verb) and (verb.lemma_ in lists["disposing"] or people)


def holder_of(scene: Scene, verb: Token, subjects: list[Token], source: int | None) -> int | None:
    """Who is held to it: who says so, else the party that will not act, else who promises."""
    if source is not None:
        return source
    found = scene.parties(subjects).actors
    if found and not is_passive(verb):
        return found[0]
    above = verb.head if verb.dep_ == "ccomp" else None
    promising = own_subjects(above) if above is not None else []
    named = scene.parties(promising).actors
    if named:
        return named[0]
    return find_it(scene, promising[0], None) if len(promising) == 1 else None
