"""Who an event that is no contact is done to, and when: read off its nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.adjective_states import states_before
from onrecord.annotate.grammar import agents, conjoined, is_passive
from onrecord.annotate.quantities import load_claim_words
from onrecord.annotate.relatives import names_harm
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

ASIDE = frozenset({"support", "response", "favour", "favor", "behalf", "protest", "wake", "light", "honour", "honor"})
"""Nouns after which "of" brings in somebody else ("strikes in support of A")."""
RETAINERS = frozenset({"bodyguard", "driver", "chauffeur", "secretary", "deputy", "envoy", "spokesman", "spokeswoman"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "pcomp"})

CALLED = frozenset(
    {"know", "call", "dub", "see", "describe", "view", "regard", "brand", "hail", "praise", "criticise", "criticize"}
)
"""Participles by which others only speak of a thing: they have no part in it."""


def target_actors(scene: Scene, heads: Sequence[Token], *, strict: bool) -> tuple[int, ...]:
    """The actors that are the target, or, unless strict, that the target belongs to ("bombed A's port")."""
    party = scene.parties([counted_of(one) or one for one in heads])
    if party.actors or strict:
        return party.actors
    things = [head for head in heads if head.tag_ != "CD" and not is_person_word(scene, head)]
    by = [scene.party(goal).actors for head in things for goal in by_phrase(head)]
    if any(by):
        return tuple(dict.fromkeys(actor for found in by for actor in found))  # "the invasion of A by B": B's deed
    found: list[int] = []
    for head in heads:
        for token in head.subtree:
            if token == head or in_clause(token, head) or token.i in scene.in_time or token.lower_ == "our":
                continue  # "assaulted our compound": the state's, not the speaker's
            if token.head.lower_ == "by" and is_matter_told(token.head):
                continue
            if token.dep_ in ("poss", "compound", "amod", "nmod") or (
                token.dep_ == "pobj"
                and token.head.lower_ in ("of", "by", "in", "from", "against")
                and token.head.head.lemma_.lower() not in ASIDE
            ):
                found += [one for one in scene.actors_at(token).actors if not is_whose_people(scene, token, one)]
    return tuple(dict.fromkeys(found)) or owners_of(scene, heads)


def is_whose_people(scene: Scene, owner: Token, actor: int) -> bool:
    """ "Arrested two of A's advisers", "killed the bodyguard of A": it was done to people of A's, and not to A."""
    if scene.actors[actor].kind != "person" or (owner.dep_ == "pobj" and owner.head.lower_ != "of"):
        return False
    top = owner.head.head if owner.dep_ == "pobj" else owner.head
    known = any(one != actor and scene.actors[one].kind in ("person", "group") for one in scene.actors_at(top).actors)
    return owner.dep_ in ("poss", "pobj") and (known or is_person_word(scene, top) or is_retainer(top))


def is_retainer(noun: Token) -> bool:
    """Does a noun name somebody by what he is to another: kin, guard, aide?"""
    nominals, lemma = load_nominals(), noun.lemma_.lower()
    kin = any(lemma in words for words in nominals["kin"].values())
    return kin or lemma in nominals["person"] or lemma in nominals["somebody"] or lemma in RETAINERS


def owners_of(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """The state whose adjective stands before a noun ("a Marnian missile"), if it is an actor of the document."""
    return states_before(scene.actors, heads) or people_of(scene, heads)


def people_of(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """ "Razed Velmarian homes", in a text that tells of the Velmarians: the people that the adjective is of."""
    words = {f"{child.lower_}s" for head in heads for child in head.lefts if child.dep_ == "amod" and child.is_title}
    return tuple(at for at, one in enumerate(scene.actors) if one.kind == "group" and one.name.lower() in words)


def people_before(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """ "Residents threw stones. Police arrested two of them": the people that the sentence before is about.

    None where that sentence tells of several groups.
    """
    for head in heads:
        inner = [one for child in head.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
        them = next((one for one in (head, *inner) if one.lower_ == "them"), None)
        if them is None or scene.party(them).actors or not head.sent.start:
            continue
        before = scene.parse.doc[head.sent.start - 1].sent
        plural = [one for one in before if one.tag_ in ("NNS", "NNPS") and is_person_word(scene, one)]
        subjects = [one for one in plural if one.dep_ == "nsubj" and one.head.dep_ in ("ROOT", "conj")]
        if len(plural) == 1 and subjects == plural:
            return scene.party(plural[0]).actors
    return ()


def is_person_word(scene: Scene, head: Token) -> bool:
    """Does a noun name people who may be hurt, seized or saved without having a name, or count some of them?"""
    whole = counted_of(head)
    if whole is not None:
        return whole.tag_ == "CD" or is_person_word(scene, whole)  # "two of the six captives"
    lemma = head.lemma_.lower()
    return lemma in load_claim_words()["people"]["words"] or lemma in scene.words.lists["deeds.persons"]


def counted_of(head: Token) -> Token | None:
    """Whom a number is of: "two of the six captives"."""
    if head.tag_ != "CD":
        return None
    of = (one for child in head.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj")
    return next(of, None)


def place_targets(scene: Scene, heads: Sequence[Token]) -> tuple[int, ...]:
    """Places that a deed is done to by their own names ("shelled Tarsk", "seized the town of Tarsk")."""
    inner = [
        one
        for head in heads
        for child in head.rights
        if child.lower_ == "of" and head.lemma_.lower() in scene.words.lists["deeds.settlements"]
        for one in child.children
        if one.dep_ == "pobj"
    ]
    violence = scene.words.lists["violence"]
    inner += [
        one
        for head in heads
        if head.lemma_.lower() in violence
        for one in head.lefts
        if one.dep_ in ("compound", "nmod")
    ]
    found = [
        actor
        for head in (*heads, *inner)
        for index in scene.mention_at.get(head.i, ())
        if (actor := scene.mentions[index].actor) is not None and scene.actors[actor].kind == "place"
    ]
    return tuple(dict.fromkeys(found))


def by_phrase(noun: Token) -> list[Token]:
    """The agents printed after a noun ("the invasion of A by B"), wherever the parser hung them."""
    doc = noun.doc
    if is_matter_told(noun):
        return []
    for at in range(noun.i + 1, min(noun.i + 8, noun.sent.end)):
        if (doc[at].pos_ in ("VERB", "AUX") and doc[at + 1 : at + 2].text != "by") or doc[at].text in (",", ";", ":"):
            break
        if doc[at].pos_ == "VERB" and doc[at].lemma_.lower() in CALLED:
            return []  # "a deal known by critics as the giveaway"
        if doc[at].lower_ == "by":
            return [one for goal in doc[at].children if goal.dep_ == "pobj" for one in conjoined(goal)]
    return []


def is_stopped(scene: Scene, noun: Token, sources: Sequence[Token]) -> bool:
    """ "Sued to block its purchase of A": nobody blocks what is his own, so the pronoun is somebody else's."""
    blocking = noun.dep_ == "dobj" and noun.head.lemma_ in ("block", "stop", "prevent", "halt", "thwart", "foil")
    own = blocking and any(one.tag_ == "PRP$" for one in sources)
    return own and bool(set(scene.parties(sources).actors) & set(scene.parties(agents(noun.head)).actors))


def principals(verb: Token) -> list[Token]:
    """In whose name somebody acts: "filed a suit on behalf of A"."""
    behalf = [one for one in verb.subtree if one.lower_ == "behalf" and one.head.lower_ in ("on", "in")]
    preps = [child for one in behalf for child in one.rights if child.lower_ == "of"]
    return [one for prep in preps for goal in prep.children if goal.dep_ == "pobj" for one in conjoined(goal)]


def is_matter_told(noun: Token) -> bool:
    """ "Was briefed on the attack by A": A told of it."""
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.pos_ in ("NOUN", "PROPN", "ADP") and top.head != top:
        top = top.head
    verb = top.head
    about = top.dep_ == "prep" and top.lower_ in ("on", "about", "of", "over")
    return about and is_passive(verb) and not names_harm(verb)


def in_clause(token: Token, top: Token) -> bool:
    """Does a clause lie between a token and the noun above it?"""
    while token != top:
        if token.dep_ in CLAUSES:
            return True
        token = token.head
    return False


def object_times(scene: Scene, heads: Sequence[Token]) -> list[int]:
    """Times that the parser hung on the object ("attacked the port on Friday")."""
    found = []
    for head in heads:
        for child in head.rights:
            inner = (
                [child]
                if child.dep_ == "npadvmod"
                else [noun for noun in child.children if noun.dep_ == "pobj"]
                if child.dep_ == "prep" and child.lower_ in ("on", "in", "at")
                else []
            )
            for top in inner:
                found += [scene.time_at[one.i][0] for one in top.subtree if one.i in scene.time_at]
    return found


def join_roles(source: tuple[int, ...], target: tuple[int, ...]) -> tuple[tuple[int, Role], ...]:
    """Sources first, then targets."""
    first: list[tuple[int, Role]] = [(actor, "source") for actor in source]
    return (*first, *((actor, "target") for actor in target if actor not in source))
