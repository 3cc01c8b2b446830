"""Who is held to a promise: the party of the clause, the body that "it" goes on about, or who speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.commitment_words import load_commitment_words, load_deeds
from onrecord.annotate.grammar import is_passive, own_subjects
from onrecord.annotate.own_bodies import find_centre, find_it, is_body, is_spokesman
from onrecord.annotate.stance_words import load_stance_words
from onrecord.vocab.speech import load_channel_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

FIRST = frozenset({"i", "we"})
PERSONAL = frozenset({"client", "husband", "wife", "son", "daughter", "father", "mother", "brother", "sister"})
CHIEFS = frozenset({"executive", "ceo", "chief", "chairman", "chairwoman", "boss"})


def who_is_held(
    scene: Scene, verb: Token, subjects: list[Token], statement: int | None
) -> tuple[tuple[int | None, ...], bool]:
    """Who can be held to it, and whether the subject itself is a party.

    A person is held to what he is announced to do; for a body or a thing the speaker is.
    """
    speaker = scene.statements[statement].source.actor if statement is not None else None
    party = scene.parties([one for head in subjects for one in (head, *head.conjuncts)])
    if is_undergone(verb):
        doers = find_doers(scene, verb)
        return (doers[:2], True) if doers else ((None,), False)
    if subjects and subjects[0].lemma_.lower() in load_commitment_words()["public"] and not is_passive(verb):
        return (), False  # "Users will spend more by 2050"
    if any(head.lower_ in FIRST or is_our_own(head) for head in subjects):
        return ((body_spoken_for(scene, speaker),) if speaker is not None else party.actors), True
    if speaker is not None and is_passive(verb) and verb.lemma_ in load_commitment_words()["made_good"]:
        return (body_spoken_for(scene, speaker),), True
    people = tuple(one for one in party.actors if scene.actors[one].kind == "person")
    if people:
        return people[:2], True
    if not party.actors and subjects and all(head.lower_ in ("he", "she", "they") for head in subjects):
        if speaker is not None and scene.statements[statement or 0].kind == "direct":
            return (None,), False  # "“He will testify on Friday,” said his lawyer"
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
        return held_for_body(scene, verb, party.actors, speaker)
    if any(
        head.pos_ == "PRON" and head.lower_ in ("it", "that", "this", "there", "which", "what", "who")
        for head in subjects
    ):
        return (), False
    if statement is not None and is_onlooker(scene, statement):
        return (), False
    return held_for_thing(scene, verb, subjects, statement, open_party=party.open)


def held_for_body(
    scene: Scene, verb: Token, bodies: tuple[int, ...], speaker: int | None
) -> tuple[tuple[int | None, ...], bool]:
    """ "Nordair will train its crews, Ada Low said": who gives his word for it; a spokesman gives that of the body."""
    person = speaker is not None and scene.actors[speaker].kind == "person"
    if is_passive(verb) and not person:
        return find_doers(scene, verb)[:2] or (None,), False  # "The park will be closed"
    return (bodies[:2] if speaker is None or not person or is_spokesman(scene, speaker) else (speaker,)), True


def is_led_by(scene: Scene, body: int, speaker: int) -> bool:
    """Does somebody hold an office of a firm or body, or is a chief of one that the text does not name?"""
    bodies = {one.name for one in scene.actors if one.kind == "organization"}
    name = scene.actors[body].name
    for one in scene.actors[speaker].offices:
        whole = one.of or ""
        own = whole == name or name.startswith(f"{whole} ") or whole.startswith(f"{name} ")
        chief = one.title.split()[-1] in CHIEFS and whole not in bodies
        if not one.former and name in bodies and (chief or (whole and own)):
            return True
    return False


def is_paper(scene: Scene, actor: int) -> bool:
    """Is it an outlet, by the last word of its name ("Osk Morning Post")?"""
    one = scene.actors[actor]
    return one.kind == "organization" and one.name.split()[-1] in load_channel_words().outlet_endings


def held_for_thing(
    scene: Scene, verb: Token, subjects: list[Token], statement: int | None, *, open_party: bool
) -> tuple[tuple[int | None, ...], bool]:
    """Who is held to what is said of a thing or of a body without a name, and whether that is clear."""
    speaker = scene.statements[statement].source.actor if statement is not None else None
    if speaker is not None and is_paper(scene, speaker):
        speaker = None  # "According to the Osk Post, a probe will be sent": the paper sends none
    owners = [child for head in subjects for child in head.children if child.dep_ == "poss"]
    if is_term_of_deal(verb) and owners and scene.parties(owners).actors:
        return scene.parties(owners).actors[:1], True  # "Under the accord Arland's mills will sell less"
    lists = load_stance_words().lists
    known = lists["bodies"] | lists["groups"]
    named = any(head.pos_ == "PROPN" or head.lemma_.lower() in known for head in subjects)
    if speaker is not None and any(head.lemma_.lower() in PERSONAL for head in subjects):
        return (None,), False  # "My client will testify on Friday": the client's word, not the lawyer's
    if subjects and subjects[0].ent_type_ == "NORP":
        return (), False  # "Americans will vote on Tuesday"
    if speaker is None and (named or is_dated_thing(scene, verb, subjects, statement)):
        return (None,), False  # who it is stays open; only a time makes it something to be held to
    own = named and statement is not None and speaks_for_it(scene, statement)
    if speaker is not None and named and is_spokesman(scene, speaker) and subjects[0].lemma_.lower() in lists["bodies"]:
        return (body_spoken_for(scene, speaker),), True  # "The airline would call them, its spokesman said"
    return ((speaker,) if speaker is not None else ()), open_party or own


def is_our_own(head: Token) -> bool:
    """ "our team", "our company": the speaker's side."""
    known = load_stance_words().lists["bodies"] | {"team", "staff", "crew", "people", "engineer", "lawyer", "firm"}
    return head.lemma_.lower() in known and any(child.lower_ == "our" for child in head.children)


def body_spoken_for(scene: Scene, speaker: int) -> int | None:
    """The body whose spokesman somebody is, which may be left open: what he says "we" will do is its promise."""
    if not is_spokesman(scene, speaker):
        return speaker
    names = {office.of for office in scene.actors[speaker].offices if not office.former and "spokes" in office.title}
    found = [at for at, one in enumerate(scene.actors) if one.name in names and is_body(scene, at)]
    return found[0] if len(found) == 1 else None


def is_term_of_deal(verb: Token) -> bool:
    """ "In return the ministry will lift the ban", "Under the accord …": what was agreed, told as such."""
    opening = [one.lower_ for one in verb.sent if not one.is_space][:8]
    opening = opening[: opening.index(",")] if "," in opening else opening
    words = load_commitment_words()
    in_return = opening[:1] == ["in"] and bool(set(opening[1:2]) & words["returns"])
    return in_return or (opening[:1] == ["under"] and bool(set(opening) & words["instruments"]))


def is_undergone(verb: Token) -> bool:
    """ "the crew would be released": its subject does not do it."""
    return is_passive(verb) and verb.lemma_ in load_commitment_words()["undergone"]


def find_doers(scene: Scene, verb: Token) -> tuple[int, ...]:
    """Who does what is done to others: the agent after "by", else who has agreed or promised that it will be done."""
    named = [goal for by in verb.rights if by.dep_ == "agent" for goal in by.children if goal.dep_ == "pobj"]
    above, words = verb.head, load_commitment_words()
    if not named and verb.dep_ == "ccomp" and above.lemma_ in words["binding"] | words["assuring"]:
        named = own_subjects(above)
    return scene.parties(named).actors


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


def is_assured(scene: Scene, statement: int | None) -> bool:
    """ "assured residents that the road would be repaired": the cue itself promises."""
    words, said = load_commitment_words(), scene.statements[statement] if statement is not None else None
    if said is None or {one.removesuffix("s") for one in (said.source.text or "").lower().split()} & words["texts"]:
        return False  # "the law guaranteed that he would not be tried"
    spans = [scene.parse.doc.char_span(one.start, one.end, alignment_mode="expand") for one in said.cue]
    return any(token.lemma_.lower() in words["assuring"] for span in spans if span is not None for token in span)
