"""Contacts told of one party only: "the president has been briefed on the attack", "A was informed of it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.drafts import BRIEFED, Draft, evidence_tokens, merge_times, times_of_clause
from onrecord.annotate.grammar import agents, conjoined, is_headline, is_negated, is_passive, own_subjects
from onrecord.annotate.statuses import status_of_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from onrecord.annotate.scenes import Scene

TOLD = frozenset({"brief", "inform", "update", "notify", "debrief"})
ABOUT = frozenset({"on", "of", "about", "by"})


def find_lone_contacts(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The contacts of one party that no draft tells yet.

    Args:
        scene: The document.
        drafts: The events found before.
    """
    taken = {at for one in drafts for at in range(one.trigger.start, one.trigger.end)}
    found = []
    for verb in scene.parse.doc:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in TOLD and verb.idx not in taken:
            draft = read_told(scene, verb)
            found += [draft] if draft is not None else []
    return found


def read_told(scene: Scene, verb: Token) -> Draft | None:
    """ "The president was briefed on the attack": who was told is a party, whoever told him."""
    headed = is_headline(verb) and verb.tag_ in ("VBN", "VBD") and not any(one.dep_ == "dobj" for one in verb.rights)
    finite = any(child.dep_ == "auxpass" for child in verb.lefts)
    about = any(child.lower_ in ABOUT for child in verb.rights) or finite
    if not (is_passive(verb) or headed) or not (finite or headed) or not about or is_negated(verb):
        return None
    heads = [one for head in own_subjects(verb) for one in conjoined(head)]
    told = [one for one in scene.parties(heads).actors if scene.actors[one].named or scene.actors[one].offices]
    status = status_of_verb(scene, verb)
    if not told or status not in ("happened", "ongoing"):
        return None
    by = [one for one in agents(verb) if is_passive(verb) and scene.party(one).actors]
    others = [one for one in scene.parties(by).actors if one not in told]
    first, last = evidence_tokens(scene, verb, [*heads, *by], verb.i)
    return Draft(
        first=first,
        last=last,
        trigger=scene.parse.span_of(verb, verb),
        word=BRIEFED,
        type="CONSULT",
        actors=tuple((one, "participant") for one in (*told, *others)),
        times=merge_times(times_of_clause(scene, verb)),
        status=status,
        complete=bool(others),
    )
