"""Contacts (PLOVER's CONSULT) that a verb names: met, spoke with, called, visited, hosted, discussed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.contact_gatherings import read_discuss
from onrecord.annotate.contact_talks import read_brief, read_meet, read_phone, read_speak, read_tell
from onrecord.annotate.contact_visits import (
    read_expected,
    read_invite,
    read_receive,
    read_see,
    read_travel,
    read_visit,
)
from onrecord.annotate.continued import split_gapped
from onrecord.annotate.drafts import Draft
from onrecord.annotate.grammar import agents
from onrecord.annotate.neighbours import contact_lemma, is_contact_form
from onrecord.vocab.nouns import load_nominals

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene


def find_verb_contacts(scene: Scene) -> list[Draft]:
    """All contacts named by a verb."""
    drafts = []
    for token in scene.parse.doc:
        kinds = scene.words.verbs.get(contact_lemma(scene, token), frozenset())
        if not kinds or not is_contact_form(scene, token) or is_family(scene, token):
            continue
        for kind, read in READERS.items():
            if kind in kinds:
                draft = read(scene, token)
                if draft is not None:
                    drafts += split_gapped(scene, token, draft)
                    break
    return drafts


def is_family(scene: Scene, verb: Token) -> bool:
    """ "Called his mother", "walked to meet his wife and son": within a family, no contact of two parties."""
    partners = [child for child in verb.rights if child.dep_ in ("dobj", "dative")]
    partners += [one for prep in verb.rights if prep.lower_ in ("to", "with") for one in prep.children]
    who = set(scene.parties(agents(verb)).actors)
    for noun in partners[:1]:
        phrase = scene.parse.doc[noun.left_edge.i : noun.i + 1]
        kin = any(one.lower_ in words for words in load_nominals()["kin"].values() for one in phrase)
        owners = scene.parties([one for one in phrase if one.dep_ == "poss"]).actors
        return kin and bool(who) and who == set(owners)
    return False


READERS = {
    "meet": read_meet,
    "speak": read_speak,
    "phone": read_phone,
    "visit": read_visit,
    "travel": read_travel,
    "receive": read_receive,
    "discuss": read_discuss,
    "invite": read_invite,
    "brief": read_brief,
    "tell": read_tell,
    "see": read_see,
    "expect": read_expected,
}
