"""Who does what an event verb names, and whether that is told well enough to be an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contact_drafts import subjects_ahead
from onrecord.annotate.deed_parties import by_phrase
from onrecord.annotate.deed_patterns import TOGETHER
from onrecord.annotate.drafts import merge_times, times_of_clause
from onrecord.annotate.grammar import (
    agents,
    auxiliaries,
    conjoined,
    is_infinitive,
    is_passive,
    own_subjects,
    patients,
)
from onrecord.annotate.linked_objects import linked_objects
from onrecord.annotate.own_bodies import find_centre, is_body
from onrecord.annotate.scenes import Party
from onrecord.annotate.statuses import FUTURE
from onrecord.annotate.tolls import causes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.event_words import DeedPattern
    from onrecord.annotate.scenes import Scene
    from onrecord.annotate.stand_ins import StandIns

ORDERS = frozenset({"order", "decree", "decision", "ruling", "command", "directive"})
OWN = frozenset({"MOBILIZE", "RETREAT"})
"""Types whose object is one's own."""
BARE = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "CONCEDE", "SANCTION"})
"""Types that are told without a source."""
ANSWERED = frozenset({"REJECT", "AGREE", "SUPPORT"})
"""Types whose object is another's plea or plan."""
SAYING = frozenset({"say", "tell", "add", "write", "state", "note", "speak", "continue", "reply", "answer"})
COURTEOUS = frozenset(
    {"warn", "thank", "praise", "congratulate", "salute", "commend", "applaud", "laud", "honour", "honor", "push"}
) | {"press", "encourage", "support", "back"}
"""Verbs that need both their parties by name: else they are no more than what somebody said."""
DRIVEN = (("into",), ("through",))
"""How vehicles go into people."""
HOLDING = frozenset({"support", "back", "ask", "insist", "question", "press", "push", "offer", "oppose", "encourage"})
"""Verbs whose participle tells a lasting view, or no more than a question."""
MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
"""Where a verb tells news, and not what is known of somebody ("Osk, who was jailed, …")."""


def find_sources(scene: Scene, verb: Token, pattern: DeedPattern, noun: Token | None) -> list[Token]:
    """Heads of the noun phrases that do it: the agents, or the sides of what is done together."""
    if pattern.inverse:
        found = linked_objects(verb, pattern.links)
        return found or (linked_objects(noun, pattern.links) if noun is not None else [])
    if pattern.type == "MOBILIZE" and is_passive(verb) and not agents(verb):
        origins = linked_objects(verb, ("from",))
        states = [one for one in origins if {scene.actors[each].kind for each in scene.party(one).actors} == {"state"}]
        if states:
            return states  # "a missile was launched from A"
    if pattern.type in OWN and is_passive(verb) and not agents(verb) and verb.dep_ not in ("acl", "relcl"):
        return patients(verb)  # "troops from A have been deployed": A's
    if pattern.links == TOGETHER and noun is not None and pattern.type in ("AGREE", "COOPERATE"):
        sides = [
            one
            for prep in noun.children
            if prep.lower_ in ("between", "among")
            for goal in prep.children
            if goal.dep_ == "pobj"
            for one in conjoined(goal)
        ]
        if sides:
            return sides
    driven = scene.words.lists["deeds.vehicles"]
    if verb.dep_ == "acl" and pattern.type == "ASSAULT" and pattern.links and verb.head.lemma_.lower() in driven:
        return [verb.head]  # "after a truck ploughed into a crowd"
    if is_infinitive(verb) and is_passive(verb) and verb.head.lemma_ == "order":
        return agents(verb) or agents(verb.head)  # "ordered people to be evacuated"
    found = [one for head in agents(verb) for one in givers(head)]
    single = len(found) == 1 and found[0].lower_ in ("it", "he", "she") and not scene.party(found[0]).actors
    if single and scene.statement_at(verb.idx, verb.idx + len(verb)) is None:
        centre = find_centre(scene, found[0])
        body = centre is not None and any(is_body(scene, one) for one in scene.party(centre).actors)
        # "when it blacklisted A, the ministry said"; "The ministry spoke. It also revoked A's licence."
        found = subjects_ahead(verb) or ([centre] if body and centre is not None else found)
    own = pattern.type not in ANSWERED or pattern.verb == "offer"
    if not found and noun is not None and is_passive(verb) and own:
        return by_phrase(noun)  # "the evacuation of A by B was completed", not "an appeal by A was dismissed"
    if not found and pattern.type == "ASSAULT" and is_passive(verb):
        return [one for cause in causes_of(scene, verb) for one in by_phrase(cause)]
    return found


def givers(head: Token) -> list[Token]:
    """Whose order it is that something is done by: "shut by order of the ministry", "by the court's decision"."""
    if head.lemma_ not in ORDERS or not is_passive(head.head.head):
        return [head]
    owners = [child for child in head.lefts if child.dep_ == "poss"]
    owners += [one for child in head.rights if child.lower_ == "of" for one in child.children if one.dep_ == "pobj"]
    return owners or [head]


def is_news(scene: Scene, verb: Token, target: Sequence[int], heads: Sequence[Token], *, dated: bool) -> bool:
    """May an event without a source stand: done to somebody named, or to people counted or dated, as the news?"""
    if not target:
        return False
    if is_passive(verb) and verb.dep_ == "ccomp" and not own_subjects(verb):
        return False  # whom it was done to was not understood
    if all(scene.actors[one].named for one in target):
        return dated or verb.dep_ in MAIN
    counted = any(child.dep_ == "nummod" for head in heads for child in head.lefts)
    return dated or (counted and verb.dep_ in MAIN)


def is_sourceless(scene: Scene, verb: Token, pattern: DeedPattern, sources: Sequence[Token]) -> bool:
    """May it stand without a source: in the passive without "by", or done by a court or police without a name?"""
    lists = scene.words.lists
    if pattern.unsourced:
        return not sources and is_passive(verb)
    harmless = verb.lemma_.lower() not in lists["deeds.accidental"] and pattern.type != "ACCUSE"
    harmless = harmless or (pattern.type == "ASSAULT" and bool(causes_of(scene, verb)))  # "was killed in the attack"
    if pattern.type == "ASSAULT" and sources and not pattern.ambiguous:
        doers = lists["deeds.doers"] | (lists["deeds.vehicles"] if pattern.links in DRIVEN else frozenset())
        return all(one.pos_ == "NOUN" and one.lemma_.lower() in doers for one in sources)
    if pattern.type == "AID" and sources:
        helpers = lists["relief.means"] | lists["court.authorities"]
        return all(one.pos_ == "NOUN" and one.lemma_.lower() in helpers for one in sources)
    plain = is_passive(verb) and harmless and not pattern.ambiguous
    if pattern.type not in BARE or not (plain or verb.lemma_.lower() in lists["court.unsourced"]):
        return False
    means = lists["court.authorities"] | (lists["relief.means"] if pattern.type == "AID" else frozenset())
    means |= lists["deeds.doers"] if pattern.type == "ASSAULT" else frozenset()
    return all(one.pos_ == "NOUN" and one.lemma_.lower() in means for one in sources) if sources else is_passive(verb)


def is_weapon(scene: Scene, sources: Sequence[Token]) -> bool:
    """Is what strikes a missile, shellfire or the like, whoever fired it?"""
    weapons = scene.words.lists["deeds.weapons"]
    return bool(sources) and all(
        one.pos_ in ("NOUN", "PROPN")
        and (
            one.lemma_.lower() in weapons
            or one.lower_.removesuffix("s") in weapons
            or (one.lemma_.lower() == "strike" and any(child.lower_ in weapons | {"air"} for child in one.lefts))
        )
        for one in sources
    )


def is_authority(scene: Scene, head: Token) -> bool:
    """Prosecutors, police, a jury or a court, by the noun alone."""
    return head.pos_ == "NOUN" and head.lemma_.lower() in scene.words.lists["court.authorities"]


def is_voice(scene: Scene, head: Token) -> bool:
    """Protesters, lawmakers, rebels: groups that speak by what they do."""
    lists = scene.words.lists
    return head.pos_ == "NOUN" and head.lemma_.lower() in lists["deeds.voices"] | lists["dealings.voices"]


def is_thing(scene: Scene, head: Token, target: Sequence[int]) -> bool:
    """Is it a thing that is refused or condemned, whose owner, if it is the target, is printed by name?"""
    if scene.party(head).actors or scene.party(head).open:
        return False
    verb = head.head if head.head.pos_ == "VERB" else head.head.head
    near = [*head.subtree, *linked_objects(verb, ("from",))]
    inner = [one for one in near if one != head and scene.party(one).actors]
    owners = [one for one in inner if set(scene.party(one).actors) & set(target)]
    return not target or any(is_printed(scene, one) for one in owners)


def complete(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    stand_ins: StandIns,
    told: tuple[Party, tuple[int, ...], tuple[int, ...]],
) -> tuple[Party, tuple[int, ...], tuple[int, ...]]:
    """Source, target and times with what goes without saying: the judge who convicts, whose charges are dropped."""
    source, target, times = told
    if not source.actors and stand_ins.judge is not None and verb.lemma_ in scene.words.lists["court.judging"]:
        source = Party(actors=(stand_ins.judge,))
    dropped = pattern.type == "CONCEDE" and "charge" in pattern.objects
    if not target and dropped and stand_ins.accused is not None:
        target = tuple(one for one in (stand_ins.accused,) if one not in source.actors)
        times = merge_times(times, times_of_clause(scene, verb.head) if verb.head.lemma_ == "offer" else ())
    return source, target, times


def named_in_full(
    scene: Scene,
    verb: Token,
    pattern: DeedPattern,
    sources: Sequence[Token],
    heads: Sequence[Token],
    target: Sequence[int],
) -> list[Token]:
    """The parties that an act of words must print: of charges and offers those that act and are acted on, no things."""
    done = pattern.type == "REJECT" and len(pattern.links) > 1  # "he is pulling out of his own debate"
    known = done or (bool(target) and verb.lemma_ not in COURTEOUS)  # "she rejected the offer": said already
    parties = [
        one
        for one in sources
        if not is_authority(scene, one) and not is_voice(scene, one) and not (known and stands_for_one(scene, one))
    ]
    parties += [one for one in heads if not is_thing(scene, one, target)]
    acted = verb.lemma_.lower() in scene.words.lists["court.legal"] | {"offer"}
    return [one for one in parties if scene.is_actor(one) and not is_someone(scene, one)] if acted else parties


def is_someone(scene: Scene, head: Token) -> bool:
    """Somebody without a name who is charged ("two men were charged")."""
    party = scene.party(head)
    known = bool(party.actors) and is_passive(head.head) and head.pos_ == "NOUN"
    return known and all(not scene.actors[one].named and scene.actors[one].kind != "state" for one in party.actors)


def stands_for_one(scene: Scene, head: Token) -> bool:
    """A pronoun of the third person whose actor has a name ("They have criticized A")."""
    party = scene.party(head)
    return (
        head.lower_ in ("he", "she", "they", "it")
        and bool(party.actors)
        and all(scene.actors[one].named for one in party.actors)
    )


def is_told_in_full(scene: Scene, verb: Token, heads: Sequence[Token]) -> bool:
    """Is an act of words told in a clause with its parties printed by name or title?

    The clause has a verb of its own, or stands beside one ("…, urging A to stop"). What is less ("thanked him",
    "for backing A") the statements already say.
    """
    if not (is_clause(verb) or is_beside(verb) or is_voted(verb)):
        return False
    return all(is_printed(scene, head) for head in heads)


def is_voted(verb: Token) -> bool:
    """ "Voted to reject the offer"."""
    return is_infinitive(verb) and verb.dep_ == "xcomp" and verb.head.lemma_ == "vote"


def is_clause(verb: Token) -> bool:
    """Is it the finite verb of a clause, told in the present or past, or in the future of what is planned?"""
    helpers = {one.lower_ for one in auxiliaries(verb)}
    ongoing = verb.tag_ == "VBG" and any(one.lemma_ == "be" for one in auxiliaries(verb))
    ahead = verb.tag_ == "VB" and bool(helpers & FUTURE) and verb.lemma_ != "threaten"
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "VBN")
    told = bool(own_subjects(verb)) or verb.dep_ == "conj" or (verb.dep_ == "acl" and is_passive(verb))
    return (ongoing or ahead or finite) and told


def is_beside(verb: Token) -> bool:
    """A participle that goes on with the clause it hangs on ("…, accusing A of it"), and is no speech of its own."""
    top = verb.head if verb.dep_ == "conj" and verb.head.tag_ == "VBG" else verb
    if verb.tag_ != "VBG" or top.dep_ != "advcl" or auxiliaries(verb) or verb.lemma_ in HOLDING:
        return False
    if any(child.dep_ == "mark" for child in top.children) or top.head.lemma_ in SAYING:
        return False  # "she said, rejecting the offer"
    return top.head.tag_ in ("VBD", "VBZ", "VBP", "VBN")


def is_printed(scene: Scene, head: Token) -> bool:
    """Does a phrase name an actor that has a name, by its name or title?"""
    party = scene.party(head)
    forms = {scene.mentions[index].form for index in scene.mention_at.get(head.i, ())}
    return bool(party.actors) and all(scene.actors[one].named for one in party.actors) and "pronoun" not in forms


def is_armed(
    scene: Scene, pattern: DeedPattern, actors: Sequence[int], sources: Sequence[Token], hit: Sequence[Token] = ()
) -> bool:
    """Is a state or are armed people in it, or what words do not hit, so that "attacked" is meant of arms?

    Missiles are launched by states and their leaders too; what a firm launches are rockets of another kind.
    """
    kinds = {scene.actors[actor].kind for actor in actors}
    leaders = [one for one in actors if scene.actors[one].side or scene.actors[one].offices]
    if "state" in kinds or (pattern.type == "MOBILIZE" and any(scene.actors[one].kind == "person" for one in leaders)):
        return True
    if pattern.type == "MOBILIZE" and "person" in kinds and any(one.lemma_.lower() == "missile" for one in hit):
        return True  # firms launch rockets
    words = {word for actor in actors for word in scene.actors[actor].name.lower().split()}
    words |= {head.lemma_.lower() for head in sources}
    armed = scene.words.lists["armed"]
    guarded = [head for head in hit if head.lemma_.lower() in scene.words.lists["deeds.guarded"]]
    if guarded and not any(one.lower_ in ("over", "for", "as") for one in guarded[0].head.rights):
        return True  # "attacked the embassy", not "attacked the embassy over its silence"
    return any(word in armed or word.removesuffix("s") in armed for word in words)
