"""Where what hangs on an event word ends: topics, lengths, clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.phrase_lists import nominal_end

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.annotate.scenes import Scene


LED = {"led": "participant", "headed": "participant", "attended": "participant", "joined": "participant",
       "hosted": "host", "convened": "host",
       "chaired": "participant", "mediated": "mediator", "brokered": "mediator", "facilitated": "mediator",
       "organized": "host", "organised": "host", "sponsored": "host"}  # fmt: skip

LONGEST = 45
"""Tokens read after an event word."""


LOOSE = frozenset(
    {
        "location",
        "place",
        "venue",
        "office",
        "room",
        "level",
        "time",
        "person",
        "private",
        "public",
        "secret",
        "parallel",
    }
)
"""Nouns after "at" and "in" that say neither where nor when, but that more may follow."""


TOPICS = frozenset({"about", "on", "over", "of", "regarding", "concerning", "into", "around"})


LENGTHS = frozenset({"minute", "hour", "day", "week"})


def is_length(doc: Doc, at: int, stop: int) -> bool:
    """Is a length of time all that "for" brings in ("for three hours", "for about an hour")?"""
    return any(
        doc[step].lemma_.lower() in LENGTHS and doc[step].dep_ in ("pobj", "npadvmod")
        for step in range(at + 1, min(at + 7, stop))
        if not any(one.text == "," or one.pos_ in ("VERB", "ADP") for one in doc[at + 1 : step])
    )


def continues(scene: Scene, at: int, stop: int) -> bool:
    """Does a phrase that may still belong here start at this token (after a comma or filler)?"""
    if at >= stop:
        return False
    word = scene.parse.doc[at].lower_
    if at in scene.time_at or word in LED:
        return True
    if word in (
        "with",
        "between",
        "involving",
        "at",
        "in",
        "to",
        "-",
        "face",
        "phone",
        "telephone",
        "video",
        "person",
        "on",
    ):
        return word != "with" or scene.parse.doc[at - 1].text != ","  # ", with A …" opens a clause of its own
    return False


def is_absolute(scene: Scene, at: int) -> bool:
    """ ", with A confirming …" opens a clause of its own."""
    doc = scene.parse.doc
    return any(child.dep_ in ("pcomp", "ccomp") for child in doc[at].children)


def clause_or_phrase_end(scene: Scene, at: int, stop: int) -> int:
    """The end of "of X" or "to be determined" after a place noun."""
    doc = scene.parse.doc
    if doc[at].tag_ == "TO":
        step = at
        while step + 1 < stop and doc[step + 1].pos_ in ("AUX", "VERB"):
            step += 1
        return step if step > at else -1
    return nominal_end(doc, at + 1, stop, scene)


def skip_topic(scene: Scene, at: int, stop: int) -> int:
    """Step over "about the war in X and Y", so far as it is noun phrases, if "with" or "between" may follow."""
    doc = scene.parse.doc
    step = at
    while step < stop:
        if doc[step].lower_ in (*TOPICS, "in", "and", ",", "to", "for", "from", "the", "or"):
            end = nominal_end(doc, step + 1, stop, scene)
        elif step == at:
            return at
        else:
            break
        if end < 0:
            break
        step = end + 1
        if step < stop and doc[step].lower_ in ("with", "between"):
            return step
    return step if step < stop and (doc[step].lower_ in ("with", "between") or step in scene.time_at) else at
