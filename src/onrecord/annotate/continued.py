"""Contacts whose parties only an earlier contact names: "they spoke a third time", "all three sat down", "the two".

And a second contact of one verb: "She telephoned A on Sunday and B on Monday" are two calls.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.drafts import MUTUAL
from onrecord.annotate.grammar import conjoined
from onrecord.annotate.phrase_lists import read_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.drafts import Draft
    from onrecord.annotate.scenes import Scene
    from onrecord.vocab.lists import Role

SIZES = {"they": 0, "two": 2, "both": 2, "pair": 2, "three": 3, "four": 4}
"""How many a subject stands for; 0 is as many as there were."""
NEAR = 3
"""Sentences between a contact and the one that goes on with its parties."""
LONGEST = 40
ORDERS = frozenset({"second", "third", "fourth", "fifth", "sixth", "last", "final"})
AGAIN = ORDERS | {"another", "again"}


def size_of(subjects: Sequence[Token]) -> int | None:
    """How many parties a subject without a name stands for; None where it has words of its own."""
    if len(subjects) != 1:
        return None
    head = subjects[0]
    rest = [child.lower_ for child in head.lefts if child.lower_ not in ("the", "all", "these", "those")]
    if head.lower_ in SIZES and not rest and not list(head.rights):
        return SIZES[head.lower_]
    if head.lower_ in ("first", "last") and len(rest) == 1 and not list(head.rights):
        return SIZES.get(rest[0])  # "the two last met in May", read as a noun
    if head.lemma_.lower() in ("leader", "president", "minister", "man", "woman", "side", "party") and rest == ["two"]:
        return 2
    return None


def order_of_verb(verb: Token) -> str | None:
    """ "spoke a third time", "had first met", "talked again": which contact of a row it is."""
    for child in verb.children:
        if child.dep_ in ("npadvmod", "dobj") and child.lower_ == "time" and child.i > verb.i:
            order = next((one.lower_ for one in child.lefts if one.lower_ in ORDERS), None)
            if order is not None:
                return order
        if child.dep_ == "prep" and child.lower_ == "for" and child.i > verb.i:
            inner = [one for noun in child.children if noun.lower_ == "time" for one in noun.lefts]
            order = next((one.lower_ for one in inner if one.lower_ in ORDERS), None)
            if order is not None:
                return order
    adverbs = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    if adverbs & {"again", "anew"}:
        return "again" if verb.tag_ == "VBD" else "another"
    if any(child.dep_ == "nsubj" and child.lower_ in ("first", "last") for child in verb.lefts):
        return "previous"
    past = any(child.lower_ in ("had", "'d", "’d") and child.dep_ == "aux" for child in verb.children)
    return "previous" if past and adverbs & {"last", "previously"} else None


def fill_continued(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give contacts of unnamed parties those of the contacts told right before, if their number fits.

    Args:
        scene: The document.
        drafts: Drafts in text order.

    Returns:
        The same drafts, in the same order.
    """
    filled: list[Draft] = []
    for draft in drafts:
        draft = bind_parallel(scene, draft, filled)
        unnamed = draft.size is not None and not draft.actors
        earlier = (parties_before(scene, draft, filled) or people_before(scene, draft)) if unnamed else None
        if earlier is not None:
            actors = earlier
            draft = replace(draft, actors=actors, open=False, complete=True)
        filled.append(repeat_mode(draft, filled))
    return filled


def repeat_mode(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """ "The two spoke again" after a call of the same two: a call."""
    if draft.mode is not None or draft.word not in ("speak", "talk") or draft.order not in AGAIN:
        return draft
    who = {actor for actor, _ in draft.actors}
    before = next((one for one in reversed(earlier) if one.type == "CONSULT" and len(one.actors) > 1), None)
    same = before is not None and before.mode == "call" and {actor for actor, _ in before.actors} == who
    return replace(draft, mode="call") if same else draft


def bind_parallel(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """ "A rang B; an hour later he rang C": an unresolved "he" is who did the same thing before in the sentence."""
    doc = scene.parse.doc
    if draft.mode != "call" or len(draft.actors) != 1 or doc[draft.first].lower_ not in ("he", "she"):
        return draft
    sent = doc[draft.first].sent
    before = next((one for one in reversed(earlier) if one.mode == "call" and one.word == draft.word), None)
    if before is None or before.first < sent.start or len(before.actors) != 2 or draft.actors[0] in before.actors:
        return draft
    return replace(draft, actors=(before.actors[0], *draft.actors), open=False, complete=True)


def parties_before(scene: Scene, draft: Draft, earlier: Sequence[Draft]) -> tuple[tuple[int, Role], ...] | None:
    """The parties of the last contact, or of the last ones together, that are as many as the draft asks for."""
    here = sentence_at(scene, draft.first)
    actors: dict[int, Role] = {}
    near = [
        one
        for one in earlier
        if one.type == "CONSULT" and len(one.actors) > 1 and here - sentence_at(scene, one.last) <= NEAR
    ]
    for one in reversed(near):
        for actor, _ in one.actors:
            actors.setdefault(actor, "participant")
        if draft.size in (0, 2) or len(actors) >= (draft.size or 0):
            break
    if draft.size == 0 and near and others_between(scene, near[-1].last, draft.first):
        return None
    fits = len(actors) > 1 if draft.size == 0 else len(actors) == draft.size
    if not fits or not near or any(scene.actors[actor].kind == "place" for actor in actors):
        return None
    return tuple(actors.items())


def people_before(scene: Scene, draft: Draft) -> tuple[tuple[int, Role], ...] | None:
    """ "The two" behind a sentence that names two people joined by "and", and no third."""
    sent = scene.parse.doc[draft.first].sent
    bare = any(
        token.lower_ in ("two", "both") and token.nbor().pos_ not in ("NOUN", "PROPN")
        for token in sent
        if token.i + 1 < len(scene.parse.doc)
    )
    if draft.size != 2 or not sent.start or not bare:
        return None
    before = scene.parse.doc[sent.start - 1].sent
    people = {one for token in before for one in scene.actors_at(token).actors if scene.actors[one].kind == "person"}
    role: Role = "participant"
    for token in before:
        pair = {one for head in conjoined(token) for one in scene.actors_at(head).actors}
        if token.pos_ == "PROPN" and len(people) == 2 and people <= pair:
            return tuple((one, role) for one in sorted(people))
    return None


def others_between(scene: Scene, start: int, end: int) -> bool:
    """Is a plural subject of its own told of in between, whom "they" may mean as well?"""
    return any(
        token.tag_ in ("NNS", "NNPS") and token.dep_ in ("nsubj", "nsubjpass")
        for token in scene.parse.doc[start + 1 : end]
    )


def sentence_at(scene: Scene, at: int) -> int:
    """Number of the sentence that holds a token."""
    start = scene.parse.doc[at].sent.start
    return sum(1 for sent in scene.parse.doc.sents if sent.start < start)


def split_gapped(scene: Scene, verb: Token, draft: Draft) -> list[Draft]:
    """ "telephoned A on Sunday and B on Monday": one call each, with its own time."""
    doc, stop = scene.parse.doc, min(verb.sent.end, verb.i + LONGEST)
    own = [at for at in range(verb.i + 1, stop) if at in scene.time_at]
    if draft.mode != "call" or not own:
        return [draft]
    glue = scene.time_at[own[0]][1] + 1
    if glue + 1 >= stop or doc[glue].lower_ != "and":
        return [draft]
    heads, last = read_list(scene, glue + 1, stop)
    last = pass_apposition(scene, last, stop)
    later = [at for at in own if last < at <= last + 3]
    people = [one for one in scene.parties(heads).actors if scene.actors[one].kind == "person"]
    subject = [actor for actor in draft.actors if not is_named_after(scene, actor[0], verb)]
    if not later or len(people) != 1 or any(doc[at].pos_ in ("VERB", "AUX") for at in range(glue, later[0])):
        return [draft]
    first_time, second_time = scene.time_at[own[0]][0], scene.time_at[later[0]][0]
    kept = tuple(one for one in draft.actors if one[0] != people[0])
    role: Role = "participant"
    return [
        replace(draft, times=(first_time,), actors=kept, last=glue - 1),
        replace(
            draft,
            first=glue + 1,
            last=scene.time_at[later[0]][1],
            trigger=scene.parse.span_of(heads[-1], heads[-1]),
            times=(second_time,),
            actors=(*(one for one in subject if one[0] != people[0]), (people[0], role)),
        ),
    ]


def pass_apposition(scene: Scene, last: int, stop: int) -> int:
    """The end of a name between commas behind a title ("the foreign minister, Ada Osk, a day later")."""
    doc = scene.parse.doc
    close = next((at for at in range(last + 2, min(last + 7, stop)) if doc[at].text == ","), None)
    if close is None or doc[last + 1].text != ",":
        return last
    return close if all(doc[at].pos_ == "PROPN" for at in range(last + 2, close)) else last


def is_named_after(scene: Scene, actor: int, verb: Token) -> bool:
    """Does an actor stand behind the verb and not before it in its sentence?"""
    sent = verb.sent
    places = [token.i for token in sent if actor in scene.actors_at(token).actors]
    return bool(places) and min(places) > verb.i


def fill_mutual(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """ "each other" means two: the other side is that of the last contact with two people, one of them the subject."""
    filled: list[Draft] = []
    for draft in drafts:
        named = {actor for actor, _ in draft.actors}
        if draft.word == MUTUAL and len(named) == 1:
            for earlier in reversed(filled):
                people = [actor for actor, _ in earlier.actors if scene.actors[actor].kind == "person"]
                if len(people) == 2 and named < set(people):
                    role: Role = "participant"
                    draft = replace(draft, actors=tuple((actor, role) for actor in people), open=False)
                    break
        filled.append(draft)
    return filled
