"""Acts of words that are events: "condemned the launch", "urged both countries to help", "denied any wrongdoing".

PLOVER (Halterman et al. 2023) codes accusations, refusals, appeals, threats, praise and apologies as events between who
says so and whom it is about. The lexicon's verbs are read as in `deeds`, but more freely: who speaks is resolved as for
statements, and whom it is about may be the owner of what is spoken of, or told before (`word_targets`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.deed_doubts import STANDING, is_no_deed
from onrecord.annotate.deed_parties import by_phrase, is_person_word, join_roles, object_times
from onrecord.annotate.deed_patterns import match_noun
from onrecord.annotate.deed_senses import is_no_act_of_words
from onrecord.annotate.deed_sources import SAYING, is_authority, is_clause, is_voice
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, times_of_clause
from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    has_no,
    is_headline,
    is_infinitive,
    is_negated,
    is_passive,
    own_subjects,
    patients,
)
from onrecord.annotate.own_bodies import speaker_meant
from onrecord.annotate.relatives import set_apart_at
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.statuses import is_called_for, status_of_verb
from onrecord.annotate.word_targets import find_addressed, find_target_heads, may_stand_alone, resolve_target

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene

TOLD = frozenset({"happened", "ongoing", "planned"})
QUARRELS = frozenset(
    {"clash", "spar", "feud", "quarrel", "argue", "row", "disagree", "split", "trade", "exchange", "tangle"}
)
"""What two do alike ("A and B clashed over the tax")."""
SIDES = 2
BY = frozenset({"by", "after", "while"})
"""What brings in an act in "-ing" that was done ("hit back by accusing A")."""
TEXTS = frozenset(
    {
        "statement", "letter", "ad", "advert", "advertisement", "tweet", "post", "video", "report", "resolution",
        "message", "article", "column", "speech", "editorial", "op-ed", "communique", "petition", "memo", "email",
        "e-mail", "note", "declaration", "release", "interview", "address", "remarks", "comment", "motion", "decree",
        "order", "memorandum", "directive", "book", "documentary", "broadcast", "tirade", "rant", "sermon", "lawsuit",
        "suit", "complaint",
    }
)  # fmt: skip
"""What is written or said by somebody, who speaks in it ("put out an ad ripping A")."""
BEGINNING = frozenset({"begin", "start", "continue", "keep", "resume"})
NEAR = 400
"""Characters within which the same act of the same parties is told again."""


def find_word_acts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The acts of words that no draft tells yet.

    Args:
        scene: The document.
        drafts: The events found before, in any order.
    """
    taken = {at for one in drafts for at in range(one.trigger.start, one.trigger.end)}
    cues = find_cues(scene)
    found: list[Draft] = []
    for verb in scene.parse.doc:
        if verb.pos_ != "VERB" or verb.dep_ in ("amod", "compound") or verb.idx in taken:
            continue
        for pattern in load_spoken_words().verbs.get(verb.lemma_.lower(), ()):
            draft = read_word_act(scene, verb, pattern, cues, drafts)
            if draft is not None:
                found.append(repeat_of(draft, [*drafts, *found]))
                break
    return found


def find_cues(scene: Scene) -> Mapping[int, tuple[int, ...]]:
    """Token of a cue -> the statements that it brings in, who may be several that say the same."""
    found: dict[int, list[int]] = {}
    for index, statement in enumerate(scene.statements):
        for span in statement.cue:
            tokens = scene.parse.doc.char_span(span.start, span.end, alignment_mode="expand")
            for token in tokens if tokens is not None else ():
                found.setdefault(token.i, []).append(index)
    return {token: tuple(rows) for token, rows in found.items()}


def read_word_act(
    scene: Scene, verb: Token, pattern: DeedPattern, cues: Mapping[int, tuple[int, ...]], drafts: Sequence[Draft]
) -> Draft | None:
    """Match one entry at a verb."""
    fits, noun = match_noun(verb, pattern)
    fits = fits or (pattern.links == ("for",) and not pattern.objects and is_called_for(verb))
    if pattern.links == ("that",) and not is_asked_that(verb, pattern):
        return None
    if pattern.links and not any(one.lower_ == pattern.links[-1] and one.i > verb.i for one in verb.subtree):
        return None  # "On Monday, A called B unhinged"
    if not fits or is_negated(verb) or not is_act(verb) or is_no_deed(scene, verb, pattern):
        return None
    if is_no_act_of_words(verb, pattern.type):
        return None
    status = "happened" if goes_on_to(verb) else status_of_verb(scene, verb)
    if (noun is not None and has_no(noun)) or status not in TOLD:
        return None
    if pattern.verb == "attack" and not pattern.links and not is_attack_of_words(scene, verb, heads_of(verb)):
        return None
    heads = [one for one in find_target_heads(verb, pattern, noun) if one.i not in scene.in_time]
    told = [index for index in cues.get(verb.i, ()) if not scene.statements[index].negated]
    sources = find_speakers(verb)
    source = named_sources(scene, sources, told) or speaker_meant(scene, verb, sources)
    if not source and not is_told_of(scene, verb, sources):
        return None
    if verb.lemma_ in QUARRELS and pattern.links != ("with",) and len(source) < SIDES:
        return None
    target = resolve_target(scene, verb, pattern, heads, source, drafts)
    target = target or find_addressed(scene, told, source)
    if not target and not (source and may_stand_alone(scene, verb, pattern, noun, heads, source)):
        return None
    # what is spoken of may be an event of its own, with words of its own
    plain = [one for one in heads if not any(draft.first <= one.i <= draft.last for draft in drafts)]
    first, last = evidence_tokens(scene, verb, [*sources, *plain], noun.i if noun is not None else verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type=pattern.type,
        actors=join_roles(source, target),
        times=merge_times(times_of_clause(scene, verb), object_times(scene, heads)),
        status=status,
        complete=bool(target),
    )


def heads_of(verb: Token) -> list[Token]:
    """Who does it and whom it is done to."""
    return [*agents(verb), *patients(verb)]


def is_attack_of_words(scene: Scene, verb: Token, heads: Sequence[Token]) -> bool:
    """ "Went on to attack Osk over the tax": of persons and parties on each other, with no place, day or arms."""
    kinds = {scene.actors[one].kind for one in scene.parties(heads).actors}
    where = any(child.lower_ in ("in", "near", "outside", "with", "at") for child in verb.rights)
    return bool(heads) and kinds <= {"person", "organization"} and bool(kinds) and not where


def is_asked_that(verb: Token, pattern: DeedPattern) -> bool:
    """ "Insisted that A leave", not "insisted that A had left"."""
    clauses = [child for child in verb.rights if child.dep_ == "ccomp"]
    modal = {one.lower_ for clause in clauses for one in auxiliaries(clause)}
    wanted = any(one.tag_ == "VB" for one in clauses) and not modal - {"be", "should", "must"}
    return wanted or pattern.type != "REQUEST"


def is_act(verb: Token) -> bool:
    """Is it told as done: in a clause, in a participle that goes on with one, or in the text of somebody?"""
    past = verb.tag_ in ("VBD", "VBN") or any(one.lemma_ == "have" for one in auxiliaries(verb))
    own = any(one.lower_ in ("i", "we") for one in own_subjects(verb))
    ahead = any(one.lower_ in ("will", "'ll", "’ll") for one in auxiliaries(verb))  # "will support the bill"
    headed = verb.tag_ == "VBZ" and verb.dep_ in ("ROOT", "ccomp") and is_headline(verb)  # "Osk defends the levy"
    if verb.lemma_ in STANDING and not ((past or own or ahead or headed) and verb.dep_ != "relcl"):
        return False
    if is_clause(verb) or goes_on_to(verb) or is_planned(verb) or is_forced(verb):
        return True
    if verb.tag_ != "VBG" or auxiliaries(verb):
        return False
    if verb.dep_ == "pcomp":
        return verb.head.lower_ in BY
    if set_apart_at(verb):
        return True  # "A said in a statement, despite B denouncing it"
    if verb.dep_ == "advcl" and verb.head.lemma_ in SAYING:
        return False  # "she said, rejecting the offer": the statement has it
    return verb.dep_ in ("advcl", "conj") or (verb.dep_ == "acl" and verb.head.lemma_.lower() in TEXTS)


def is_planned(verb: Token) -> bool:
    """ "Plans to file cloture", "is set to call for a ban": told as going to be said, in a clause of its own."""
    above = verb.head
    planning = above.lemma_ in ("plan", "intend", "prepare", "vow", "set", "expect", "schedule", "decide", "pledge")
    return is_infinitive(verb) and verb.dep_ == "xcomp" and planning and above.dep_ in ("ROOT", "conj", "ccomp")


def is_forced(verb: Token) -> bool:
    """ "The leak forced A to apologise", "A was compelled to admit fault": done, by whoever is forced."""
    above = verb.head
    forcing = above.lemma_ in ("force", "compel", "oblige") and above.tag_ in ("VBD", "VBN") and is_clause(above)
    return is_infinitive(verb) and verb.dep_ in ("xcomp", "ccomp", "advcl") and forcing and not is_negated(above)


def goes_on_to(verb: Token) -> bool:
    """ "Went on to attack A", "took to the radio to call for it", "has begun urging A": said, by what stands above."""
    above = verb.head
    if above.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or above.pos_ != "VERB" or is_negated(above):
        return False
    if verb.tag_ == "VBG":
        return verb.dep_ == "xcomp" and above.lemma_ in BEGINNING
    on = above.lemma_ == "go" and any(child.lower_ == "on" for child in above.rights)
    took = above.lemma_ == "take" and any(child.lower_ == "to" for child in above.rights)
    return is_infinitive(verb) and (on or took or above.lemma_ in BEGINNING | {"continue", "rush", "hurry"})


def find_speakers(verb: Token) -> list[Token]:
    """Who says so: the agent, or the author of the text that says it."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.head.lemma_.lower() not in TEXTS:
        saying = goes_on_with(verb)
        return agents(verb if saying is None else saying)
    text = verb.head
    owners = [child for child in text.lefts if child.dep_ == "poss"]
    by = by_phrase(text) or [
        goal for prep in text.rights if prep.lower_ in ("from", "by") for goal in prep.children if goal.dep_ == "pobj"
    ]
    issuing = text.head if text.dep_ in ("dobj", "nsubjpass") and text.head.pos_ == "VERB" else None
    return owners or by or (agents(issuing) if issuing is not None else [])


def goes_on_with(verb: Token) -> Token | None:
    """ "A said B had lied and called for talks": a past verb goes on with "said", not with what had been before."""
    inner = verb.head
    saying = inner.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or own_subjects(verb) or inner.dep_ != "ccomp":
        return None
    before = any(one.lower_ in ("had", "was", "were", "would") for one in auxiliaries(inner))
    return saying if before and saying.tag_ == "VBD" and saying.pos_ == "VERB" else None


def named_sources(scene: Scene, heads: Sequence[Token], told: Sequence[int]) -> tuple[int, ...]:
    """The actors who say so, by the clause, else by the statements of its cue; only who can be told apart."""
    found = scene.parties(heads).actors
    if not found:
        rows = [scene.statements[index].source.actor for index in told]
        found = tuple(dict.fromkeys(one for one in rows if one is not None))
    told_by = any(one.dep_ == "pobj" and is_person_word(scene, one) for one in heads)  # "was accused by three women"
    voiced = told_by or any(is_voice(scene, one) or is_authority(scene, one) for one in heads)
    return tuple(one for one in found if scene.actors[one].named or scene.actors[one].offices or voiced)


def is_told_of(scene: Scene, verb: Token, sources: Sequence[Token]) -> bool:
    """ "Osk was accused of fraud": told of whom it befell, whoever said so."""
    finite = any(child.dep_ == "auxpass" for child in verb.children) and bool(own_subjects(verb))
    heads = patients(verb)
    named = bool(heads) and all(scene.actors[one].named for head in heads for one in scene.party(head).actors)
    main = verb.dep_ in ("ROOT", "conj", "ccomp")
    known = bool(sources) and sources[0].pos_ != "NOUN" and bool(scene.parties(sources).actors)
    return is_passive(verb) and finite and named and main and not known and bool(scene.parties(heads).actors)


def repeat_of(draft: Draft, before: Sequence[Draft]) -> Draft:
    """The same act of the same parties told again a few lines below refers back to it."""
    same = [
        one
        for one in before
        if one.type == draft.type
        and set(one.actors) == set(draft.actors)
        and 0 < draft.trigger.start - one.trigger.end <= NEAR
    ]
    timed = bool(draft.times) and any(one.times and one.times != draft.times for one in same)
    if not same or timed or len(draft.actors) < 2:
        return draft
    last = max(same, key=lambda one: one.trigger.start)
    return replace(draft, definite=True, word=last.word)
