"""What somebody calls another or his deeds: "called the vote “crazy”", "branded A a liar", "A lied to us", she said.

An accusation needs no verb of accusing. A named speaker calls something that is another's by a word of blame, or says
of him in the main clause what is only said of whom one blames (the judgement verbs and evaluative nouns of CAMEO 11).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.deed_doubts import is_imperative
from onrecord.annotate.deed_parties import join_roles
from onrecord.annotate.drafts import Draft, evidence_tokens, merge_times, times_of_clause
from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    conjoined,
    has_no,
    is_infinitive,
    is_negated,
    is_passive,
    own_subjects,
)
from onrecord.annotate.spoken_words import load_spoken_words
from onrecord.annotate.stance_words import load_stance_words
from onrecord.annotate.statuses import status_of_verb
from onrecord.annotate.word_targets import one_side, owners_of_things, told_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.annotations import LocalStatement
    from onrecord.vocab.lists import EventType

TOLD = frozenset({"happened", "ongoing"})
AFTER = 14
"""Tokens behind what is named in which the name for it stands."""
SAID = frozenset({"state", "report", "accuse", "deny", "refuse", "warn"})
"""Acts of statements that may blame somebody by what they say."""
DOUBT = frozenset({"may", "might", "could", "would", "should", "must", "can", "will"})


def find_verdicts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Accusations and praise by what somebody or his deed is called.

    Args:
        scene: The document.
        drafts: The events found before.
    """
    taken = {at for one in drafts for at in range(one.trigger.start, one.trigger.end)}
    found = [
        draft
        for verb in scene.parse.doc
        if verb.pos_ == "VERB" and verb.lemma_.lower() in load_spoken_words().lists["naming"] and verb.idx not in taken
        for draft in (read_naming(scene, verb, drafts),)
        if draft is not None
    ]
    told = {at for one in found for at in range(one.trigger.start, one.trigger.end)} | taken
    for statement in scene.statements:
        if not any(at in told for span in statement.cue for at in range(span.start, span.end)):
            draft = read_blame(scene, statement)
            found += [draft] if draft is not None else []
    return found


def read_naming(scene: Scene, verb: Token, drafts: Sequence[Draft]) -> Draft | None:
    """ "Called the vote “crazy”": who says so, what is named, and by which word."""
    if is_negated(verb) or is_imperative(verb) or status_of_verb(scene, verb) not in TOLD:
        return None
    thing = named_thing(verb)
    if thing is None:
        return None
    words = [one for one in verb.doc[thing.i + 1 : min(verb.sent.end, thing.i + 1 + AFTER)] if not one.is_punct]
    type_ = verdict_of(scene, verb, words)
    sources = agents(verb)
    source = tuple(one for one in speakers(scene, verb, sources) if scene.actors[one].named)
    if type_ is None or not source:
        return None
    target = scene.party(thing).actors or owners_of_things(scene, [thing])
    target = target or told_before(scene, verb, thing, source, drafts)
    target = tuple(one for one in target if one not in source)
    if not target:
        return None  # "called the ruling an outrage": of nobody
    apart = any(draft.first <= thing.i <= draft.last for draft in drafts)  # what is named is an event of its own
    first, last = evidence_tokens(scene, verb, [*sources, *([] if apart else [thing])], verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=verb.lemma_.lower(),
        type=type_,
        actors=join_roles(source, target),
        times=merge_times(times_of_clause(scene, verb)),
        status=status_of_verb(scene, verb),
        complete=bool(target),
    )


def named_thing(verb: Token) -> Token | None:
    """What is called something: the object, or the subject of the small clause that the parser made of it."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            return child
        if child.dep_ in ("ccomp", "xcomp", "oprd") and child.i - verb.i < AFTER:
            inner = [one for one in child.lefts if one.dep_ in ("nsubj", "nmod", "compound", "dobj")]
            marked = any(one.dep_ in ("mark", "aux") for one in child.lefts)
            return inner[0] if inner and not marked and inner[0].i > verb.i else None
    return None


def speakers(scene: Scene, verb: Token, heads: Sequence[Token]) -> tuple[int, ...]:
    """Who says so, by the clause, else by the statement whose cue the verb is."""
    found = scene.parties(heads).actors
    if found:
        return found
    rows = [
        one.source.actor
        for one in scene.statements
        if any(span.start <= verb.idx < span.end for span in one.cue) and one.source.actor is not None
    ]
    return tuple(dict.fromkeys(one for one in rows if one is not None))


def verdict_of(scene: Scene, verb: Token, words: Sequence[Token]) -> EventType | None:
    """Blame or praise, by the words behind what is named."""
    lists = load_spoken_words().lists
    clause = []
    for one in words:
        if one.pos_ in ("VERB", "AUX") and one.tag_ in ("VBD", "VBZ", "VBP") and one.dep_ not in ("amod",):
            break
        clause.append(one)
    if any(one.dep_ == "neg" or one.lower_ in ("not", "no", "less") for one in clause):
        return None
    bad = lists["blame"] | load_stance_words().lists["condemning"]
    phrase = " ".join(one.lower_ for one in clause)
    if any(one.lower_ in bad or one.lemma_.lower() in bad for one in clause if one.lower_ != "gift" or is_for(one)):
        return "ACCUSE"
    if any(one in phrase for one in lists["blame_phrases"]):
        return "ACCUSE"
    if any(one.lower_ in lists["esteem"] for one in clause):
        return "SUPPORT"
    return "ACCUSE" if verb.lemma_.lower() in lists["naming_ill"] and clause else None


def is_for(gift: Token) -> bool:
    """ "A gift to the rich" is blamed; "a gift of an actor" is not."""
    return any(one.lower_ in ("to", "for") for one in gift.rights)


def read_blame(scene: Scene, statement: LocalStatement) -> Draft | None:
    """ "A has lied to us", said B: a main clause of the words whose subject is another, with a word of blame."""
    speaker = statement.source.actor
    if speaker is None or not scene.actors[speaker].named or statement.negated or statement.act not in SAID:
        return None
    if not statement.cue or statement.origin in ("turn", "headline"):
        return None
    for verb in main_verbs(scene, statement):
        subjects = [head for one in own_subjects(verb) for head in conjoined(one)]
        target = scene.parties(subjects).actors or owners_of_things(scene, subjects)
        target = tuple(one for one in target if one != speaker and not one_side(scene, one, (speaker,)))
        if not target or not all(scene.actors[one].named for one in target) or not is_blamed(scene, verb):
            continue
        return build_blame(scene, statement, verb, subjects, target)
    return None


def main_verbs(scene: Scene, statement: LocalStatement) -> Iterator[Token]:
    """The finite verbs of the main clauses of what is said, those joined to them included."""
    for span in statement.content:
        tokens = scene.parse.doc.char_span(span.start, span.end, alignment_mode="contract")
        for token in tokens if tokens is not None else ():
            if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
                continue
            above = token.head
            inside = tokens is not None and tokens.start <= above.i < tokens.end and above != token
            if not inside or (token.dep_ == "conj" and above.dep_ in ("ROOT", "ccomp")):
                yield token


def is_blamed(scene: Scene, verb: Token) -> bool:
    """Does the predicate say something bad of its subject, as a fact?"""
    if is_negated(verb) or {one.lower_ for one in auxiliaries(verb)} & DOUBT:
        return False
    if any(child.dep_ == "xcomp" and verb.lemma_ == "go" and verb.tag_ == "VBG" for child in verb.rights):
        return False  # "is going to"
    lists = load_spoken_words().lists
    if any(is_misdeed(scene, one) for one in (verb, *aims_of(verb))):
        return True
    clause = " ".join(one.lower_ for one in verb.subtree if one.i > verb.i and in_predicate(one, verb))
    if any(phrase in clause for phrase in lists["blame_phrases"]):
        return True
    bad = lists["blame"] | load_stance_words().lists["condemning"]
    words = [one for one in complements(verb) if one.lower_ in bad or one.lemma_.lower() in bad]
    return any(not has_no(one) and not is_negated(one) and "not" not in clause.split() for one in words)


def is_misdeed(scene: Scene, verb: Token) -> bool:
    """ "Lied", "violated the accord": done by the subject, and not to it."""
    return (
        verb.lemma_.lower() in load_spoken_words().lists["misdeeds"] and not is_passive(verb) and not is_negated(verb)
    )


def aims_of(verb: Token) -> list[Token]:
    """What is begun, tried or done in the infinitive or in "-ing": "is doing everything to sabotage it"."""
    found = []
    for child in verb.rights:
        if child.dep_ in ("xcomp", "advcl") and child.pos_ == "VERB" and is_infinitive(child) | (child.tag_ == "VBG"):
            found += [child, *aims_of(child)]
        elif child.dep_ == "dobj" and child.lower_ in ("everything", "all", "nothing", "anything"):
            found += [one for one in child.subtree if one.pos_ == "VERB" and is_infinitive(one)]
    return found


def complements(verb: Token) -> list[Token]:
    """The words that a predicate says of its subject: complements, adverbs, and the objects of "have" and the like."""
    having = verb.lemma_.lower() in load_spoken_words().lists["having"]
    kinds = ("acomp", "attr", "oprd", "advmod", "xcomp", *(("dobj",) if having else ()))
    near = [one for one in verb.rights if one.dep_ in kinds and (one.pos_ != "VERB" or one.i == verb.i + 1)]
    return [word for one in near for word in (one, *near_words(one))]


def near_words(noun: Token) -> list[Token]:
    """The adjectives and compounds of a noun, what is joined to it, and what its "of" brings in."""
    found = [one for one in noun.lefts if one.dep_ in ("amod", "compound", "nmod", "advmod")]
    for child in noun.rights:
        if child.dep_ == "conj" and child.pos_ != "VERB":
            found += [child, *near_words(child)]
        elif child.dep_ == "prep" and child.lower_ in ("of", "to"):
            found += [one for one in child.children if one.dep_ == "pobj"]
    return found


def in_predicate(token: Token, verb: Token) -> bool:
    """Does a token stand in the predicate itself, and in no clause under it?"""
    while token != verb:
        if token.dep_ in ("advcl", "relcl", "ccomp", "acl", "mark", "conj") and token.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
    return True


def build_blame(
    scene: Scene, statement: LocalStatement, verb: Token, subjects: Sequence[Token], target: tuple[int, ...]
) -> Draft:
    """The draft of an accusation by what is said; the words that blame are its evidence."""
    speaker = statement.source.actor
    first, last = evidence_tokens(scene, verb, subjects, verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word="accuse",
        type="ACCUSE",
        actors=join_roles((speaker,) if speaker is not None else (), target),
        times=() if statement.said is None else (statement.said,),
        inherited=False,
        complete=True,
    )
